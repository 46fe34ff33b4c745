//! Grouping by one number instead of several words: the engine writes the words of every row out and compares them, and the
//! rows of a table know their groups for less. Only where the keys are columns of a table as they are.

use std::sync::Arc;

use polars::prelude::{DataFrame, DslPlan, Expr, IdxCa, IntoColumn, LazyFrame, PlSmallStr, col, cols};

use super::groups::Groups;

/// The column of the groups' numbers, a name no dataset has.
const NUMBER: &str = "tellal_grup_sirasi";

/// A grouping by several columns of a table as one by their groups' numbers; `None` where it is no such grouping.
pub(super) fn by_number(input: &DslPlan, keys: &[Expr], aggs: &[Expr]) -> Option<Grouping> {
    let names: Vec<&PlSmallStr> =
        keys.iter().map(|key| if let Expr::Column(name) = key { Some(name) } else { None }).collect::<Option<_>>()?;
    if names.len() < 2 {
        return None;
    }
    let input = numbered(input, &names)?;
    let of_keys = names.iter().map(|name| col((*name).clone()).first());
    Some(Grouping { input, key: col(NUMBER), aggs: of_keys.chain(aggs.iter().cloned()).collect() })
}

/// What takes the place of a grouping.
pub(super) struct Grouping {
    pub input: DslPlan,
    pub key: Expr,
    pub aggs: Vec<Expr>,
}

impl Grouping {
    /// The answer of the grouping without the numbers.
    pub(super) fn without_numbers(plan: DslPlan) -> DslPlan {
        LazyFrame::from(plan).drop(cols([NUMBER])).logical_plan
    }
}

/// A table, or some of its rows, with the numbers of their groups.
fn numbered(plan: &DslPlan, names: &[&PlSmallStr]) -> Option<DslPlan> {
    match plan {
        DslPlan::DataFrameScan { df, .. } => {
            let columns: Vec<_> =
                names.iter().map(|name| Some(df.column(name).ok()?.as_materialized_series())).collect::<Option<_>>()?;
            let numbers = IdxCa::from_vec(PlSmallStr::from_static(NUMBER), Groups::by(&columns)?.of_row).into_column();
            let mut with_numbers: DataFrame = (**df).clone();
            with_numbers.with_column(numbers).ok()?;
            let schema = Arc::clone(with_numbers.schema());
            Some(DslPlan::DataFrameScan { df: Arc::new(with_numbers), schema })
        }
        DslPlan::Filter { input, predicate } => {
            Some(DslPlan::Filter { input: Arc::new(numbered(input, names)?), predicate: predicate.clone() })
        }
        DslPlan::IR { dsl, .. } => numbered(dsl, names),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use polars::prelude::{IntoLazy, NamedFrom, Series, len, lit};

    fn frame() -> DataFrame {
        let unit = [Some("zabita"), Some("fen-isleri"), None, Some("zabita"), None, Some("fen-isleri"), Some("zabita")];
        let month = [Some(3_i64), Some(1), Some(1), Some(3), Some(1), None, Some(1)];
        let units = Series::new("birim".into(), unit).into_column();
        DataFrame::new(7, vec![units, Series::new("ay".into(), month).into_column()]).unwrap()
    }

    fn grouped(plan: DslPlan) -> DslPlan {
        LazyFrame::from(plan)
            .group_by_stable([col("birim"), col("ay")])
            .agg([len().alias("n"), col("ay").sum().alias("t")])
            .logical_plan
    }

    #[test]
    fn the_answer_is_that_of_the_engine() {
        let table = frame().lazy();
        for plan in [table.clone(), table.filter(col("birim").neq(lit("zabita")))] {
            let plan = grouped(plan.logical_plan);
            let theirs = LazyFrame::from(plan.clone()).collect().unwrap();
            let ours = LazyFrame::from(crate::table::order::steady(plan.clone())).collect().unwrap();
            assert!(theirs.equals_missing(&ours), "{theirs} {ours}");
            let DslPlan::GroupBy { input, keys, aggs, .. } = &plan else { panic!("it is a grouping") };
            assert!(by_number(input, keys, aggs).is_some());
            assert!(by_number(input, &keys[..1], aggs).is_none(), "one key is a number to the engine, or nearly");
        }
    }

    #[test]
    fn statements_are_grouped_so() {
        let mut context = polars::sql::SQLContext::new();
        context.register("t", frame().lazy());
        let plan = context.execute("SELECT birim, ay AS a, count(*) AS n FROM t WHERE ay > 0 GROUP BY birim, ay").unwrap();
        let DslPlan::Select { input, .. } = plan.logical_plan else { panic!("the names come last") };
        let DslPlan::Select { input, .. } = &*input else { panic!("after the columns") };
        let DslPlan::GroupBy { input, keys, aggs, .. } = &**input else { panic!("of a grouping") };
        assert!(by_number(input, keys, aggs).is_some());
    }

    #[test]
    fn keys_that_are_computed_stay_with_the_engine() {
        let plan = frame().lazy().logical_plan;
        assert!(by_number(&plan, &[col("birim"), col("ay") + col("ay")], &[]).is_none());
        assert!(by_number(&grouped(plan), &[col("birim"), col("ay")], &[]).is_none());
    }
}

//! What each column of an answer is made of (yapılış), read from the plan the engine itself carries out: through `WITH`,
//! tables in brackets, joins and unions alike. Every step and function that is not listed here is not understood, and says
//! so: who asks must take it for the worst. Looks at no cell.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use polars::prelude::{AggExpr, DataFrame, DslPlan, Expr, LazyFrame, PlSmallStr};
use polars::sql::SQLContext;

use super::expression::{Place, made, name_of};
use super::sql::with_helpers;
use super::{Mentions, Sql, Table};

/// What a column's values are made of, as far as records of people go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Made {
    /// Of no record: constants, and columns anybody may see.
    Given,
    /// Each of one record, as a list of records has it.
    Record,
    /// What all records of a group have in common.
    Key,
    /// A number of records.
    Count,
    /// A number of records in relation to another.
    Share,
    /// Made of all records of a group.
    Whole,
    /// Taken out of a group by this function, so that it is the value of a single record, or of each.
    One(String),
    /// Nobody can say: this step or function is not understood.
    Unknown(String),
}

use Made::{Count, Given, Key, One, Record, Share, Unknown, Whole};

pub(super) type Columns = BTreeMap<PlSmallStr, Made>;

/// What an expression may name, and who reads the tables in brackets within it.
#[derive(Clone, Copy)]
pub(super) struct Scope<'s> {
    pub columns: &'s Columns,
    pub reader: &'s Reader<'s>,
}

/// What the engine calls the answer of `IN (SELECT …)`.
pub(super) const ASIDE: &str = "_POLARS_TMP_";

impl Sql {
    /// What the columns of the answer to `sql` are made of; `is_given` says of a table's column whether anybody may see it.
    pub fn made(&self, sql: &str, is_given: &dyn Fn(&str, &str) -> bool) -> BTreeMap<String, Made> {
        let read = || -> Option<Columns> {
            let mentions = Mentions::of(sql);
            // Nobody may speak in the engine's name.
            (!sql.to_ascii_uppercase().contains(ASIDE)).then_some(())?;
            let (mut context, mut tables) = (SQLContext::new(), Vec::new());
            for (name, table) in self.tables() {
                // Without rows: only names and types are asked for.
                let empty = Table { frame: table.frame.clear(), columns: Arc::clone(&table.columns) };
                let frame = with_helpers(&empty, &mentions).ok()?;
                let DslPlan::DataFrameScan { df, .. } = &frame.logical_plan else { return None };
                tables.push((Arc::clone(df), name));
                context.register(name, frame.clone());
            }
            let plan = LazyFrame::from(context.execute(sql).ok()?.logical_plan).logical_plan;
            Some(Reader { tables, is_given }.columns(&plan))
        };
        let columns = catch_unwind(AssertUnwindSafe(read)).ok().flatten().unwrap_or_default();
        columns.into_iter().map(|(name, made)| (name.to_string(), made)).collect()
    }
}

pub(super) struct Reader<'r> {
    /// The tables by the frames they were registered with.
    tables: Vec<(Arc<DataFrame>, &'r str)>,
    is_given: &'r dyn Fn(&str, &str) -> bool,
}

impl Reader<'_> {
    pub(super) fn columns(&self, plan: &DslPlan) -> Columns {
        match plan {
            DslPlan::DataFrameScan { df, schema } => {
                let table = self.tables.iter().find(|(known, _)| Arc::ptr_eq(known, df)).map(|(_, name)| *name);
                let made = |column: &str| match table {
                    Some(table) if (self.is_given)(table, column) => Given,
                    Some(_) => Record,
                    None => unknown("VALUES"),
                };
                schema.iter_names().map(|name| (name.clone(), made(name))).collect()
            }
            DslPlan::Select { expr, input, .. } => self.selected(input, &self.columns(input), expr, Place::Frame),
            DslPlan::HStack { input, exprs, .. } => {
                let mut columns = self.columns(input);
                columns.extend(self.selected(input, &columns, exprs, Place::Frame));
                columns
            }
            DslPlan::GroupBy { input, keys, predicates, aggs, apply: None, .. } => {
                let inner = self.columns(input);
                let mut columns = self.selected(input, &inner, keys, Place::Frame);
                columns.values_mut().for_each(Made::become_key);
                let listed = |made| if made == Record { one("string_agg") } else { made };
                columns.extend(
                    self.selected(input, &inner, aggs, Place::Group).into_iter().map(|(name, made)| (name, listed(made))),
                );
                predicates
                    .iter()
                    .fold(columns, |columns, chosen| choose(columns, &made(chosen, self.scope(&inner), Place::Group)))
            }
            DslPlan::Filter { input, predicate } => {
                let columns = self.columns(input);
                let chosen = made(predicate, self.scope(&columns), Place::Frame);
                choose(columns, &chosen)
            }
            DslPlan::Join { input_left, input_right, left_on, right_on, predicates, options } => {
                let (left, right) = (self.columns(input_left), self.columns(input_right));
                let suffix = options.args.suffix().clone();
                let mut columns = left.clone();
                for (name, made) in &right {
                    let both = left.get(name).map_or_else(|| made.clone(), |other| worse(made.clone(), other.clone()));
                    if left.contains_key(name) {
                        columns.insert(format!("{name}{suffix}").into(), both.clone());
                    }
                    columns.insert(name.clone(), both);
                }
                let sides = left_on.iter().map(|e| (e, &left)).chain(right_on.iter().map(|e| (e, &right)));
                let either = columns.clone();
                let sides = sides.chain(predicates.iter().map(|e| (e, &either)));
                sides.fold(columns, |columns, (e, of)| choose(columns, &made(e, self.scope(of), Place::Frame)))
            }
            DslPlan::Union { inputs, .. } => {
                let mut all = inputs.iter().map(|input| self.columns(input));
                let Some(first) = all.next() else { return Columns::new() };
                all.fold(first, |mut columns, other| {
                    for (name, made) in other {
                        let joined = columns.remove(&name).map_or_else(|| made.clone(), |own| worse(own, made.clone()));
                        columns.insert(name, joined);
                    }
                    columns
                })
            }
            DslPlan::HConcat { inputs, .. } => {
                // Beside the table itself only the answers of `IN (SELECT …)` may stand, each as one list.
                let mut columns = inputs.first().map(|input| self.columns(input)).unwrap_or_default();
                for input in inputs.iter().skip(1) {
                    columns.extend(self.aside(input));
                }
                columns
            }
            DslPlan::Distinct { input, options } => {
                let mut columns = self.columns(input);
                match options.subset {
                    None => columns.values_mut().for_each(Made::become_key),
                    Some(_) => columns = choose(columns, &One("DISTINCT ON".to_owned())),
                }
                columns
            }
            DslPlan::Sort { input, slice: None, .. } | DslPlan::Cache { input, .. } => self.columns(input),
            DslPlan::Sort { input, .. } | DslPlan::Slice { input, .. } => choose(self.columns(input), &One("LIMIT".to_owned())),
            DslPlan::IR { dsl, .. } => self.columns(dsl),
            other => names_of(other).into_iter().map(|name| (name, unknown(step(other)))).collect(),
        }
    }

    /// What `IN (SELECT …)` asks for, laid aside.
    fn aside(&self, plan: &DslPlan) -> Columns {
        let list = |expr: &[Expr], input: &DslPlan| {
            let [Expr::Alias(list, name)] = expr else { return None };
            let Expr::Agg(AggExpr::Implode { input: listed, .. }) = &**list else { return None };
            let of = self.columns(input);
            let listed = match &**listed {
                Expr::Selector(_) => of.values().cloned().reduce(worse)?,
                one => made(one, self.scope(&of), Place::Frame),
            };
            name.starts_with(ASIDE).then(|| Columns::from([(name.clone(), listed)]))
        };
        let found = if let DslPlan::Select { expr, input, .. } = plan { list(expr, input) } else { None };
        found.unwrap_or_else(|| names_of(plan).into_iter().map(|name| (name, unknown("(SELECT …)"))).collect())
    }

    fn scope<'s>(&'s self, columns: &'s Columns) -> Scope<'s> {
        Scope { columns, reader: self }
    }

    /// The columns that `expressions` make of a plan's.
    fn selected(&self, input: &Arc<DslPlan>, of: &Columns, expressions: &[Expr], place: Place) -> Columns {
        let mut columns = Columns::new();
        for expression in expressions {
            if let Expr::Selector(_) = expression {
                let all = selected_names(input, std::slice::from_ref(expression));
                columns.extend(all.into_iter().map(|n| (n.clone(), of.get(&n).cloned().unwrap_or_else(|| unknown("*")))));
                continue;
            }
            let name = name_of(expression);
            let made = made(expression, self.scope(of), place);
            match name {
                Some(name) => drop(columns.insert(name, made)),
                None => return selected_names(input, expressions).into_iter().map(|n| (n, unknown("?"))).collect(),
            }
        }
        columns
    }
}

pub(super) fn unknown(what: impl Into<String>) -> Made {
    Unknown(what.into())
}

pub(super) fn one(function: &str) -> Made {
    One(function.to_owned())
}

impl Made {
    fn become_key(&mut self) {
        if matches!(self, Record | Count | Share | Whole) {
            *self = Key;
        }
    }

    /// True of what must not choose rows: who sees which are left sees it.
    pub(super) fn tells(&self) -> bool {
        matches!(self, One(_) | Unknown(_))
    }
}

/// The columns of rows that were chosen by something made like `by`.
fn choose(columns: Columns, by: &Made) -> Columns {
    if !by.tells() {
        return columns;
    }
    columns.into_iter().map(|(name, made)| (name, if made == Given { made } else { worse(made, by.clone()) })).collect()
}

/// What may be either of two; also what both together are made of, row by row.
pub(super) fn worse(a: Made, b: Made) -> Made {
    match (a, b) {
        (Unknown(what), _) | (_, Unknown(what)) => Unknown(what),
        (One(function), _) | (_, One(function)) => One(function),
        (Record, _) | (_, Record) => Record,
        (Whole, _) | (_, Whole) => Whole,
        (Share, Key | Count | Share | Given) | (Key | Count | Given, Share) => Share,
        (Key, Count) | (Count, Key) => Whole,
        (Key, _) | (_, Key) => Key,
        (Count, _) | (_, Count) => Count,
        (Given, Given) => Given,
    }
}

fn selected_names(input: &Arc<DslPlan>, expressions: &[Expr]) -> Vec<PlSmallStr> {
    names_of(&LazyFrame::from(DslPlan::clone(input)).select(expressions).logical_plan)
}

fn names_of(plan: &DslPlan) -> Vec<PlSmallStr> {
    let schema = LazyFrame::from(plan.clone()).collect_schema();
    schema.map(|schema| schema.iter_names().cloned().collect()).unwrap_or_default()
}

fn step(plan: &DslPlan) -> &'static str {
    match plan {
        DslPlan::Pivot { .. } => "PIVOT",
        DslPlan::MapFunction { .. } => "UNNEST",
        _ => "?",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Column, Kind, TableBuilder, Values};

    fn table(columns: &[(&str, Kind)]) -> Table {
        let mut builder = TableBuilder::new();
        for (name, kind) in columns {
            builder.column(Column::new(*name, *kind), Values::new(*kind));
        }
        builder.finish()
    }

    /// What each column of a statement about people `b` and units `m` is made of.
    fn made(sql: &str) -> String {
        let mut tables = Sql::new();
        tables.add("b", table(&[("no", Kind::Integer), ("birim", Kind::Text), ("gun", Kind::Decimal), ("tarih", Kind::Date)]));
        tables.add("m", table(&[("kod", Kind::Text), ("ad", Kind::Text), ("nufus", Kind::Integer)]));
        let said = tables.made(sql, &|table, _| table == "m").into_iter().map(|(name, made)| format!("{name}: {made:?}"));
        said.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn groups_counts_and_measures_are_told_apart() {
        let sql = "SELECT h.birim AS birim, first(m.ad) AS ad, count(*) AS n, sum(CASE WHEN gun > 1 THEN 1 ELSE 0 END) AS k,
                   avg(gun) AS ort, 100.0 * count(gun) / count(*) AS pay, max(gun) AS x
                   FROM b AS h JOIN m ON h.birim = m.kod GROUP BY h.birim";
        assert_eq!(made(sql), r#"ad: Given, birim: Key, k: Count, n: Count, ort: Whole, pay: Share, x: One("max")"#);
    }

    #[test]
    fn nothing_is_lost_on_the_way_through_tables_in_brackets() {
        assert_eq!(
            made("WITH t AS (SELECT birim, max(gun) AS x FROM b GROUP BY birim) SELECT * FROM t"),
            r#"birim: Key, x: One("max")"#
        );
        assert_eq!(made("SELECT avg(x) AS y FROM (SELECT birim, min(gun) AS x FROM b GROUP BY birim) AS t"), r#"y: One("min")"#);
        let fan = "SELECT b.birim AS birim, avg(t.x) AS y FROM b JOIN (SELECT birim, max(gun) AS x FROM b GROUP BY birim) AS t
                   ON b.birim = t.birim GROUP BY b.birim";
        assert_eq!(made(fan), r#"birim: Key, y: One("max")"#);
        assert_eq!(made("SELECT gun FROM b UNION ALL SELECT max(gun) AS gun FROM b"), r#"gun: One("max")"#);
        assert_eq!(
            made("SELECT k, count(*) AS n FROM (SELECT no, count(*) AS k FROM b GROUP BY no) AS t GROUP BY k"),
            "k: Key, n: Count"
        );
    }

    #[test]
    fn rows_chosen_by_one_value_hold_it() {
        assert_eq!(made("SELECT sum(gun) AS x FROM b WHERE gun IN (SELECT max(gun) FROM b)"), r#"x: One("max")"#);
        assert_eq!(made("SELECT sum(gun) AS x FROM (SELECT gun FROM b ORDER BY gun DESC LIMIT 1) AS t"), r#"x: One("LIMIT")"#);
        let ranked = "SELECT sum(gun) AS x FROM (SELECT gun, rank() OVER (ORDER BY gun) AS r FROM b) AS t WHERE r = 1";
        assert_eq!(made(ranked), r#"x: One("OVER")"#);
        assert_eq!(
            made("SELECT birim, count(*) AS n FROM b WHERE birim IN (SELECT kod FROM m) GROUP BY birim"),
            "birim: Key, n: Count"
        );
    }

    #[test]
    fn what_is_not_listed_is_not_understood() {
        assert_eq!(made("SELECT corr(gun, no) AS x FROM b"), r#"x: Unknown("any_ignore_nulls")"#);
        assert_eq!(made("SELECT greatest(avg(gun), 1) AS x FROM b"), r#"x: Unknown("max_horizontal")"#);
        assert_eq!(made(r#"SELECT first("_POLARS_TMP_0") AS x FROM (SELECT gun AS "_POLARS_TMP_0" FROM b) AS t"#), "");
    }
}

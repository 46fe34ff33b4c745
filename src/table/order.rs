//! Makes a plan's row order depend only on its input: groups in order of first appearance, stable sorts, joins in the
//! order of their left side. Without it the engine may order groups, and so cut ties at a `LIMIT`, as threads happen to run.

use std::sync::Arc;

use polars::prelude::{DslPlan, MaintainOrderJoin};

use super::grouping::{Grouping, by_number};

/// The same plan with every step keeping order.
pub(super) fn steady(plan: DslPlan) -> DslPlan {
    let inner = |input: Arc<DslPlan>| Arc::new(steady(Arc::unwrap_or_clone(input)));
    match plan {
        DslPlan::GroupBy { input, keys, predicates, aggs, options, apply, .. } => {
            let found = if predicates.is_empty() && apply.is_none() { by_number(&input, &keys, &aggs) } else { None };
            match found {
                Some(Grouping { input, key, aggs }) => {
                    let (input, keys) = (Arc::new(input), vec![key]);
                    let numbered = DslPlan::GroupBy { input, keys, predicates, aggs, maintain_order: true, options, apply };
                    Grouping::without_numbers(numbered)
                }
                None => DslPlan::GroupBy { input: inner(input), keys, predicates, aggs, maintain_order: true, options, apply },
            }
        }
        DslPlan::Join { input_left, input_right, left_on, right_on, predicates, options } => {
            let mut options = Arc::unwrap_or_clone(options);
            options.args.maintain_order = MaintainOrderJoin::LeftRight;
            let (input_left, input_right) = (inner(input_left), inner(input_right));
            DslPlan::Join { input_left, input_right, left_on, right_on, predicates, options: Arc::new(options) }
        }
        DslPlan::Distinct { input, mut options } => {
            options.maintain_order = true;
            DslPlan::Distinct { input: inner(input), options }
        }
        DslPlan::Sort { input, by_column, slice, mut sort_options } => {
            sort_options.maintain_order = true;
            DslPlan::Sort { input: inner(input), by_column, slice, sort_options }
        }
        DslPlan::Union { inputs, mut args } => {
            args.maintain_order = true;
            DslPlan::Union { inputs: inputs.into_iter().map(steady).collect(), args }
        }
        DslPlan::Filter { input, predicate } => DslPlan::Filter { input: inner(input), predicate },
        DslPlan::Cache { input, id } => DslPlan::Cache { input: inner(input), id },
        DslPlan::Select { expr, input, options } => DslPlan::Select { expr, input: inner(input), options },
        DslPlan::HStack { input, exprs, options } => DslPlan::HStack { input: inner(input), exprs, options },
        DslPlan::Slice { input, offset, len } => DslPlan::Slice { input: inner(input), offset, len },
        DslPlan::MapFunction { input, function } => DslPlan::MapFunction { input: inner(input), function },
        DslPlan::HConcat { inputs, options } => DslPlan::HConcat { inputs: inputs.into_iter().map(steady).collect(), options },
        DslPlan::ExtContext { input, contexts } => {
            DslPlan::ExtContext { input: inner(input), contexts: contexts.into_iter().map(steady).collect() }
        }
        DslPlan::IR { dsl, .. } => steady(Arc::unwrap_or_clone(dsl)),
        // Sources have an order already; the remaining steps have no order to keep or cannot come from SQL.
        other => other,
    }
}

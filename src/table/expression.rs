//! What an expression makes of the columns it names: one of them, a number of records, a measure of all. Functions that are
//! not listed are not understood. The steps of a plan are read in `made`.

use polars::prelude::{AggExpr, Expr, FunctionExpr, Operator, PlSmallStr};

use super::made::Made::{self, Count, Given, Key, One, Record, Share, Unknown, Whole};
use super::made::{ASIDE, Scope, one, unknown, worse};

/// Functions of a single row, by the engine's names; those of words and days have a prefix.
const OF_A_ROW: [&str; 26] = [
    "abs",
    "negate",
    "fill_null",
    "coalesce",
    "round",
    "round_sig_figs",
    "truncate",
    "floor",
    "ceil",
    "clip",
    "clip_min",
    "clip_max",
    "log",
    "log1p",
    "exp",
    "is_null",
    "is_not_null",
    "is_nan",
    "is_not_nan",
    "is_finite",
    "is_infinite",
    "is_in",
    "is_between",
    "not",
    "sign",
    "pow",
];

/// Whether an expression without a function over many records stands beside others of its record, or in a group.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Frame,
    Group,
}

/// Two numbers put together: only sums of numbers of records are numbers of records again.
fn calculated(a: Made, op: Operator, b: Made) -> Made {
    let sum = matches!(op, Operator::Plus | Operator::Minus);
    match worse(a, b) {
        Count if !sum => Share,
        other => other,
    }
}

pub(super) fn made(expression: &Expr, of: Scope<'_>, place: Place) -> Made {
    let part = |e: &Expr| made(e, of, place);
    match expression {
        Expr::Column(name) => of.columns.get(name).cloned().unwrap_or_else(|| unknown(name.as_str())),
        Expr::Literal(_) => Given,
        Expr::Alias(inner, _) | Expr::KeepName(inner) => part(inner),
        Expr::Cast { expr, .. } => part(expr),
        // How many different ones: nothing is none of them.
        Expr::BinaryExpr { left, op: Operator::Minus, right } if is_different(left) && is_any_null(right) => part(left),
        Expr::BinaryExpr { left, op, right } => calculated(part(left), *op, part(right)),
        // Without any value the engine's sum is nothing, not nought.
        Expr::Ternary { predicate, truthy, falsy } if is_null(falsy) && has_values(predicate) => part(truthy),
        Expr::Ternary { predicate, truthy, falsy } => match (part(predicate), worse(part(truthy), part(falsy))) {
            // Numbers of records that decide what is shown are shown; as a group's name that is what it is for.
            (Count | Share | Whole, Given | Key | Count | Share) => Share,
            (Count | Share | Whole, Record | Whole) => unknown("CASE"),
            (by, shown) => worse(by, shown),
        },
        Expr::Len => Count,
        Expr::Agg(aggregate) => aggregated(aggregate, of),
        Expr::Over { function, partition_by, order_by, .. } => {
            let beside = partition_by.iter().chain(order_by.iter().map(|(e, _)| &**e));
            let beside = beside.map(|e| made(e, of, Place::Frame)).find(Made::tells);
            match (made(function, of, Place::Group), beside) {
                (_, Some(tells)) => tells,
                (counted @ (Count | Given), None) => counted,
                _ => one("OVER"),
            }
        }
        Expr::Function { input, function } => called(input, function, of, place),
        Expr::Filter { input, by } => match part(by) {
            tells if tells.tells() => tells,
            _ => part(input),
        },
        Expr::Sort { expr, .. } => part(expr),
        Expr::SubPlan(plan, _) => of.reader.columns(plan).into_values().reduce(worse).unwrap_or_else(|| unknown("(SELECT …)")),
        other => unknown(words(other)),
    }
}

/// What a function over the records of a group makes of them.
fn aggregated(aggregate: &AggExpr, of: Scope<'_>) -> Made {
    let inner = |e: &Expr| made(e, of, Place::Group);
    // Of what is the same for all of a group, any of them is as good; of single values it is one of them.
    let taken = |e: &Expr, function: &str| match (inner(e), e) {
        (inner, Expr::Column(name)) if name.starts_with(ASIDE) => inner,
        (tells @ (One(_) | Unknown(_)), _) => tells,
        (Given, _) => Given,
        _ => one(function),
    };
    let first = |e: &Expr, function: &str| match inner(e) {
        // A total that stands beside every row.
        total @ (Count | Share | Whole) => total,
        _ => taken(e, function),
    };
    match aggregate {
        AggExpr::Min { input, .. } => taken(input, "min"),
        AggExpr::Max { input, .. } => taken(input, "max"),
        AggExpr::First(input) | AggExpr::FirstNonNull(input) => first(input, "first"),
        AggExpr::Last(input) | AggExpr::LastNonNull(input) => first(input, "last"),
        AggExpr::Item { input, .. } => taken(input, "item"),
        AggExpr::Implode { input, .. } => taken(input, "string_agg"),
        AggExpr::Count { input, .. } | AggExpr::NUnique(input) => match inner(input) {
            unknown @ Unknown(_) => unknown,
            _ => Count,
        },
        AggExpr::Sum(input) => match inner(input) {
            tells @ (One(_) | Unknown(_)) => tells,
            _ if is_nought_or_one(input) => Count,
            Count => Count,
            Given if of.columns.values().all(|made| *made == Given) => Given,
            // The same number for each record: who knows it knows how many there are.
            Given => Share,
            _ => Whole,
        },
        AggExpr::Mean(input) | AggExpr::Median(input) | AggExpr::Std(input, _) | AggExpr::Var(input, _) => match inner(input) {
            tells @ (One(_) | Unknown(_)) => tells,
            Given => Given,
            _ if is_nought_or_one(input) => Share,
            Record | Key => Whole,
            _ => unknown("avg"),
        },
        AggExpr::AggGroups(_) => unknown("groups"),
    }
}

fn called(input: &[Expr], function: &FunctionExpr, of: Scope<'_>, place: Place) -> Made {
    let parts = || input.iter().map(|e| made(e, of, place)).reduce(worse).unwrap_or(Given);
    match function {
        FunctionExpr::NullCount => Count,
        FunctionExpr::Quantile { .. } => match (input.first().map(|e| made(e, of, Place::Group)), input.get(1)) {
            (Some(tells @ (One(_) | Unknown(_))), _) => tells,
            (Some(Given), _) => Given,
            (Some(Record | Key), Some(level)) if number(level).is_some_and(|p| p > 0.0 && p < 1.0) => Whole,
            (Some(Record | Key), _) => one("quantile"),
            _ => unknown("quantile"),
        },
        FunctionExpr::StringExpr(_) => match function.to_string() {
            all if all.contains("vertical") || all.contains("join") => one("string_agg"),
            _ => parts(),
        },
        FunctionExpr::TemporalExpr(_) => parts(),
        FunctionExpr::ListExpr(_) => match function.to_string().as_str() {
            "list.length" | "list.contains" => parts(),
            _ => worse(parts(), one("string_agg")),
        },
        _ => match function.to_string() {
            running if matches!(running.as_str(), "cum_sum" | "fill_null_with_strategy") && parts() == Count => Count,
            known if OF_A_ROW.contains(&known.as_str()) => parts(),
            nulls if nulls == "has_nulls" || nulls == "null_count" => Count,
            other => unknown(other),
        },
    }
}

/// `null_count(x) < len(x)`: whether there is any value.
fn has_values(expression: &Expr) -> bool {
    let Expr::BinaryExpr { left, op: Operator::Lt, right } = expression else { return false };
    let counts = matches!(&**left, Expr::Function { function: FunctionExpr::NullCount, .. });
    counts && matches!(&**right, Expr::Agg(AggExpr::Count { include_nulls: true, .. }))
}

fn is_different(expression: &Expr) -> bool {
    matches!(expression, Expr::Agg(AggExpr::NUnique(_)))
}

/// `null_count(x) > 0`.
fn is_any_null(expression: &Expr) -> bool {
    let Expr::BinaryExpr { left, op: Operator::Gt, right } = expression else { return false };
    matches!(&**left, Expr::Function { function: FunctionExpr::NullCount, .. }) && number(right) == Some(0.0)
}

fn is_null(expression: &Expr) -> bool {
    match expression {
        Expr::Cast { expr, .. } | Expr::Alias(expr, _) => is_null(expr),
        Expr::Literal(value) => value.is_null(),
        _ => false,
    }
}

/// True of what adds nought, one or nothing: a condition counted.
fn is_nought_or_one(expression: &Expr) -> bool {
    match expression {
        Expr::Alias(inner, _) | Expr::Cast { expr: inner, .. } => is_nought_or_one(inner),
        Expr::Ternary { truthy, falsy, .. } => is_nought_or_one(truthy) && is_nought_or_one(falsy),
        Expr::Literal(value) if value.is_null() => true,
        Expr::Literal(_) => number(expression).is_some_and(|n| n == 0.0 || n == 1.0),
        Expr::Filter { input, .. } => is_nought_or_one(input),
        _ => false,
    }
}

fn number(expression: &Expr) -> Option<f64> {
    match expression {
        Expr::Cast { expr, .. } | Expr::Alias(expr, _) => number(expr),
        Expr::Literal(value) => value.to_any_value().and_then(|value| value.extract::<f64>()),
        _ => None,
    }
}

/// The name a column goes by, as the engine gives it: its alias, or that of the first column it is made of.
pub(super) fn name_of(expression: &Expr) -> Option<PlSmallStr> {
    match expression {
        Expr::Alias(_, name) | Expr::Column(name) => Some(name.clone()),
        Expr::KeepName(inner) | Expr::Cast { expr: inner, .. } | Expr::Sort { expr: inner, .. } => name_of(inner),
        Expr::BinaryExpr { left, .. } => name_of(left),
        Expr::Ternary { truthy, .. } => name_of(truthy),
        Expr::Filter { input, .. } => name_of(input),
        Expr::Over { function, .. } => name_of(function),
        Expr::Function { input, .. } => input.first().and_then(name_of),
        Expr::Len => Some("len".into()),
        Expr::Literal(_) => Some("literal".into()),
        Expr::Agg(aggregate) => match aggregate {
            AggExpr::Min { input, .. }
            | AggExpr::Max { input, .. }
            | AggExpr::Item { input, .. }
            | AggExpr::Implode { input, .. }
            | AggExpr::Count { input, .. } => name_of(input),
            AggExpr::Median(e)
            | AggExpr::NUnique(e)
            | AggExpr::First(e)
            | AggExpr::FirstNonNull(e)
            | AggExpr::Last(e)
            | AggExpr::LastNonNull(e)
            | AggExpr::Mean(e)
            | AggExpr::Sum(e)
            | AggExpr::AggGroups(e)
            | AggExpr::Std(e, _)
            | AggExpr::Var(e, _) => name_of(e),
        },
        _ => None,
    }
}

fn words(expression: &Expr) -> &'static str {
    match expression {
        Expr::Slice { .. } | Expr::Gather { .. } => "[…]",
        Expr::SortBy { .. } => "ORDER BY",
        Expr::Explode { .. } => "unnest",
        _ => "?",
    }
}

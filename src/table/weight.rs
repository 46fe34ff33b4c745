//! How many records carry a measure, and how evenly (ağırlık): a mean of a hundred records of which ninety-nine are nought
//! is the value of one. Asked record by record, like `members`; values leave this file only for `query`, which compares them
//! with each other and hands none on.

use polars::prelude::{DataFrame, DataType};

use super::members::{groups, places_of};
use super::plain::{Measure, Plain};
use super::{Cells, Members, Sql, Table};

/// What a measure of one group rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weight {
    /// Records with a value that counts in it.
    pub records: u64,
    /// Of a quantile, the records on the side where fewer are; else all.
    pub beyond: u64,
    /// What all but the two weightiest records bring, as a part of what the weightiest brings.
    pub others: f64,
    /// True of a sum: beside a mean of the same it would say how many there are.
    pub is_sum: bool,
    /// True of a share in per cent: beside the number of all it would say how many they are.
    pub is_share: bool,
}

/// The weights of a measure, group by group (ağırlıklar).
pub struct Weights {
    keys: Table,
    /// As many as there are groups.
    pub of_groups: Vec<Weight>,
    /// The records of each measure in it; counts are none.
    pub carried: Vec<Carried>,
}

/// What a measure is of, record by record (taşıyanlar). For the room that finds who is measured twice, and for nobody else.
pub struct Carried {
    /// How it is made of its records.
    pub manner: String,
    /// True of sums and means: what they say of parts adds up to what they say of the whole.
    pub adds_up: bool,
    /// For each record of the table the number of its group, or [`super::Members::NONE`] where it has no value.
    pub of_record: Vec<u32>,
    /// For each record its value, nought where it has none.
    pub values: Vec<f64>,
}

impl Carried {
    fn none(measure: &Measure, records: usize) -> Carried {
        let (manner, adds_up) = match measure.function.as_str() {
            "sum" | "total" | "avg" | "mean" => ("sums".to_owned(), true),
            "median" => ("quantile 0.5".to_owned(), false),
            "quantile" | "quantile_cont" | "quantile_disc" => (format!("quantile {}", measure.level.unwrap_or(0.5)), false),
            _ => ("spread".to_owned(), false),
        };
        Carried { manner, adds_up, of_record: vec![Members::NONE; records], values: vec![0.0; records] }
    }
}

impl Weights {
    /// The groups, each as the values it is grouped by.
    pub fn groups(&self, reason: &'static str) -> Cells<'_> {
        self.keys.reveal(reason)
    }
}

impl Weight {
    /// What nothing carries.
    pub const NONE: Weight = Weight { records: 0, beyond: 0, others: f64::INFINITY, is_sum: false, is_share: false };
    /// A share of many, in per cent.
    pub const SHARE: Weight = Weight { is_share: true, ..Weight::FULL };
    const FULL: Weight = Weight { records: u64::MAX, beyond: u64::MAX, ..Weight::NONE };

    fn and(self, other: Weight) -> Weight {
        Weight {
            records: self.records.min(other.records),
            beyond: self.beyond.min(other.beyond),
            others: self.others.min(other.others),
            is_sum: self.is_sum || other.is_sum,
            is_share: self.is_share || other.is_share,
        }
    }

    fn of(measure: &Measure, values: &[f64]) -> Weight {
        let all = values.len() as u64;
        let carrying = values.iter().filter(|v| **v != 0.0).count() as u64;
        match measure.function.as_str() {
            "count" => Weight { records: all, beyond: all, ..Weight::NONE },
            "median" | "quantile" | "quantile_cont" | "quantile_disc" => {
                let level = measure.level.unwrap_or(0.5);
                let beyond = (all as f64 * level.min(1.0 - level) + 1e-9).floor().max(0.0) as u64;
                Weight { records: all, beyond, ..Weight::NONE }
            }
            "sum" | "total" | "avg" | "mean" => {
                let is_sum = matches!(measure.function.as_str(), "sum" | "total");
                Weight {
                    records: carrying,
                    beyond: carrying,
                    others: others(values.iter().map(|v| v.abs())),
                    is_sum,
                    ..Weight::NONE
                }
            }
            // What spreads: how far each lies from the middle.
            _ => {
                let mean = values.iter().sum::<f64>() / all.max(1) as f64;
                Weight { records: all, beyond: all, others: others(values.iter().map(|v| (v - mean).powi(2))), ..Weight::NONE }
            }
        }
    }
}

/// What all but the two greatest bring, as a part of the greatest.
fn others(values: impl Iterator<Item = f64>) -> f64 {
    let (mut first, mut second, mut sum) = (0.0_f64, 0.0_f64, 0.0);
    for value in values {
        sum += value;
        match value {
            v if v > first => (first, second) = (v, first),
            v if v > second => second = v,
            _ => {}
        }
    }
    if first > 0.0 { (sum - first - second).max(0.0) / first } else { f64::INFINITY }
}

impl Sql {
    /// What the measures in a column rest on in each group of `by`; `None` where the statement is not plain, a record of
    /// `records` is counted twice, or what is measured is no number.
    pub fn weights(&self, sql: &str, records: &str, by: &[&str], column: &str) -> Option<Weights> {
        let plain = Plain::of(sql)?;
        let measures = plain.measures(column)?;
        let keys: Vec<String> =
            by.iter().enumerate().map(|(i, c)| Some(format!("{} AS k{i}", plain.key(c)?))).collect::<Option<_>>()?;
        let values = measures.iter().enumerate().map(|(i, measure)| match measure.of.as_str() {
            "*" | "" => format!("1 AS v{i}"),
            of => format!("{of} AS v{i}"),
        });
        let height = self.table(records)?.height();
        let frame = self.places(&plain, records, keys.into_iter().chain(values))?;
        read(&frame, height, by.len(), &measures)
    }
}

fn read(frame: &DataFrame, records: usize, by: usize, measures: &[Measure]) -> Option<Weights> {
    let mut seen = vec![false; records];
    let places = places_of(frame)?;
    if places.iter().any(|place| std::mem::replace(&mut seen[*place as usize], true)) {
        return None;
    }
    let (group_of, firsts) = groups(frame, by).ok()?;
    let mut of_groups = vec![Weight::FULL; firsts.len()];
    let mut carried = Vec::new();
    for (number, measure) in measures.iter().enumerate() {
        let column = frame.column(&format!("v{number}")).ok()?;
        let values = column.as_materialized_series().strict_cast(&DataType::Float64).ok()?;
        let mut grouped: Vec<Vec<f64>> = vec![Vec::new(); firsts.len()];
        let mut one = Carried::none(measure, records);
        for ((value, group), place) in values.f64().ok()?.iter().zip(&group_of).zip(&places) {
            let Some(value) = value.filter(|v| v.is_finite()) else { continue };
            grouped[*group as usize].push(value);
            one.of_record[*place as usize] = *group;
            one.values[*place as usize] = value;
        }
        carried.extend((measure.function != "count").then_some(one));
        for (weight, values) in of_groups.iter_mut().zip(&grouped) {
            *weight = weight.and(Weight::of(measure, values));
        }
    }
    let names: Vec<polars::prelude::PlSmallStr> = (0..by).map(|i| format!("k{i}").into()).collect();
    let keys = frame.select(names).ok()?.take(&firsts).ok()?;
    Some(Weights { keys: super::sql::natural_table(keys)?, of_groups, carried })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weight(function: &str, level: Option<f64>, values: &[f64]) -> Weight {
        Weight::of(&Measure { function: function.to_owned(), of: "x".to_owned(), level }, values)
    }

    #[test]
    fn noughts_carry_no_mean() {
        let mut values = vec![0.0; 99];
        values.push(40.0);
        let mean = weight("avg", None, &values);
        assert_eq!((mean.records, mean.others), (1, 0.0));
        assert_eq!(weight("median", None, &values).records, 100);
    }

    #[test]
    fn the_second_knows_the_first_where_the_rest_brings_little() {
        // Of 1,000 the first brings 800, the second 150: he takes his own away and is wrong by 50, a sixteenth.
        let seen = weight("sum", None, &[800.0, 150.0, 30.0, 20.0]);
        assert_eq!(seen.others, 50.0 / 800.0);
        assert_eq!(weight("sum", None, &[-800.0, 150.0, 30.0, 20.0]).others, seen.others, "a debt is as great as a claim");
        assert_eq!(weight("sum", None, &[0.0, 0.0]).others, f64::INFINITY, "of nothing but noughts nobody stands out");
    }

    #[test]
    fn few_lie_beyond_a_high_quantile() {
        let values: Vec<f64> = (0..20).map(f64::from).collect();
        let beyond = |level| weight("quantile_cont", Some(level), &values).beyond;
        assert_eq!((beyond(0.9), beyond(0.1), beyond(0.5), beyond(0.999)), (2, 2, 10, 0));
    }
}

//! Marks beside numbers (işaret): what a reader should know before leaning on one. Made from what is shown and was
//! released alone, so that no mark tells more than the numbers do.

use std::collections::BTreeMap;

use super::{Cell, OpenCell, OpenTable, Shape};
use crate::model::release::{Release, Released};

/// A statistic of fewer records than this is called uncertain (UK Government Statistical Service, `[u]`).
pub(super) const FEW: f64 = 30.0;

/// What is marked about one number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Marks {
    /// `[u]`: it rests on few records.
    pub uncertain: bool,
    /// `[p]`: it is expected to change.
    pub provisional: bool,
    /// `[r]`: it was published with another value before.
    pub revised: bool,
}

/// The marked cells of a table, by row and column.
pub type Marked = BTreeMap<(usize, usize), Marks>;

/// Marks the last months of columns that are declared provisional, and what an earlier release said otherwise.
pub(super) fn mark(table: &mut OpenTable, releases: &[Release]) {
    let Some(month) = table.facts.columns.iter().position(|c| c.shape == Shape::Month) else { return };
    provisional(table, month);
    let earlier = releases.iter().rev().find_map(|r| r.figures.get(&table.facts.id));
    if let Some(released) = earlier {
        revised(table, released);
    }
}

fn provisional(table: &mut OpenTable, month: usize) {
    let of = |row: &[OpenCell]| if let OpenCell::Value(cell) = &row[month] { Some(cell.word()) } else { None };
    let mut months: Vec<String> = table.rows.iter().filter_map(|row| of(row)).collect();
    months.sort();
    months.dedup();
    for (column, last) in table.facts.columns.iter().enumerate().filter_map(|(i, c)| Some((i, c.provisional? as usize))) {
        let recent = &months[months.len().saturating_sub(last)..];
        for (at, row) in table.rows.iter().enumerate() {
            if matches!(row[column], OpenCell::Value(_)) && of(row).is_some_and(|m| recent.contains(&m)) {
                table.marks.entry((at, column)).or_default().provisional = true;
            }
        }
    }
}

/// A number of the same group and column that was released with another value. What either withholds is no revision.
fn revised(table: &mut OpenTable, released: &Released) {
    let place = |name: &str| table.facts.columns.iter().position(|c| *c.name == *name);
    let groups: Option<Vec<(usize, usize)>> =
        released.by.iter().map(|name| Some((released.columns.iter().position(|c| **c == **name)?, place(name)?))).collect();
    let Some(groups) = groups.filter(|g| !g.is_empty()) else { return };
    let then: BTreeMap<Vec<&str>, &Vec<String>> =
        released.rows.iter().map(|row| (groups.iter().map(|(old, _)| row[*old].as_str()).collect(), row)).collect();
    let amounts: Vec<(usize, usize)> = released
        .columns
        .iter()
        .enumerate()
        .filter_map(|(old, name)| Some((old, place(name)?)))
        .filter(|(_, now)| table.facts.columns[*now].shape.is_amount())
        .collect();
    for (at, row) in table.rows.iter().enumerate() {
        let key: Vec<String> = groups.iter().map(|(_, now)| word(&row[*now])).collect();
        let key: Vec<&str> = key.iter().map(String::as_str).collect();
        let Some(before) = then.get(&key) else { continue };
        for (old, now) in &amounts {
            let OpenCell::Value(cell) = &row[*now] else { continue };
            if differs(&before[*old], cell) {
                table.marks.entry((at, *now)).or_default().revised = true;
            }
        }
    }
}

fn differs(before: &str, now: &Cell) -> bool {
    match before.parse::<f64>() {
        Ok(before) => now.word().parse::<f64>().is_ok_and(|now| (now - before).abs() > 1e-9),
        Err(_) => false,
    }
}

fn word(cell: &OpenCell) -> String {
    if let OpenCell::Value(cell) = cell { cell.word() } else { String::new() }
}

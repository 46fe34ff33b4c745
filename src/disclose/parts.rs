//! Counts that are sums of parts (parçalar): along a curve a record counts in many rows, so that each row is a sum of those
//! who came to be counted from one row to the next. The parts are sets of records like any other, and stand nowhere.

use std::collections::BTreeMap;

use super::draft::{Draft, Spot};
use super::links::{CellOf, Link};
use super::population::Division;

/// `count = Σ parts` for every row of every count that has some.
pub(super) fn of_counts(drafts: &[Draft], divisions: &[Division]) -> Vec<Link> {
    let (mut counts, mut parts): (BTreeMap<Spot, CellOf>, BTreeMap<(usize, usize, usize), CellOf>) = Default::default();
    for (number, division) in divisions.iter().enumerate() {
        for (cell, published) in division.cells.iter().enumerate() {
            counts.extend(published.spots.iter().map(|spot| (*spot, (number, cell))));
            parts.extend(published.parts_of.iter().map(|part| (*part, (number, cell))));
        }
    }
    let mut links = Vec::new();
    for (number, draft) in drafts.iter().enumerate() {
        for (column, name) in draft.counts() {
            let Some(rows) = draft.answer.behind.get(name).and_then(|behind| behind.parts.as_ref()) else { continue };
            for (row, of_row) in rows.iter().enumerate() {
                let left = counts.get(&Spot { draft: number, cell: Some((row, column)) });
                let right = of_row.iter().map(|part| parts.get(&(number, column, *part as usize)).copied());
                if let (Some(left), Some(right)) = (left, right.collect::<Option<Vec<_>>>()) {
                    links.push(Link { left: vec![*left], right, rest: 0 });
                }
            }
        }
    }
    links
}

/// The rows of a count that hold a part.
pub(super) fn rows_with(drafts: &[Draft], draft: usize, column: usize, part: usize) -> impl Iterator<Item = usize> {
    let answer = drafts[draft].answer;
    let parts = answer.behind.get(&answer.facts.columns[column].name).and_then(|behind| behind.parts.clone());
    let rows = parts.iter().flat_map(|rows| rows.iter().enumerate());
    let rows: Vec<usize> = rows.filter(|(_, parts)| parts.contains(&(part as u32))).map(|(row, _)| row).collect();
    rows.into_iter()
}

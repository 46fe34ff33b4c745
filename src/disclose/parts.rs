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

/// The parts of a count by which two of its rows differ, each with those rows: whoever subtracts one from the other has it.
pub(super) fn between_rows(drafts: &[Draft], draft: usize, column: usize) -> BTreeMap<usize, [usize; 2]> {
    let answer = drafts[draft].answer;
    let behind = answer.behind.get(&answer.facts.columns[column].name);
    let Some(rows) = behind.and_then(|behind| behind.parts.as_ref()) else { return BTreeMap::new() };
    let sorted = |row: &Vec<u32>| {
        let mut parts = row.clone();
        parts.sort_unstable();
        parts
    };
    let sets: Vec<Vec<u32>> = rows.iter().map(sorted).collect();
    let mut found = BTreeMap::new();
    for (a, less) in sets.iter().enumerate() {
        for (b, more) in sets.iter().enumerate().filter(|(_, more)| more.len() == less.len() + 1) {
            let same = less.iter().zip(more).take_while(|(l, m)| l == m).count();
            if less[same..] == more[same + 1..] {
                found.insert(more[same] as usize, [a, b]);
            }
        }
    }
    found
}

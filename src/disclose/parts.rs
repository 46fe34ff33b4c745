//! Counts that are sums of parts (parçalar): along a curve a record counts in many rows, so that each row is a sum of those
//! who came to be counted from one row to the next. The parts are sets of records like any other, and stand nowhere.

use std::collections::{BTreeMap, HashMap};

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
    behind.and_then(|behind| behind.parts.as_ref()).map_or_else(BTreeMap::new, |rows| one_more(rows))
}

/// The parts that one row has more than another, each with the two rows, the lesser first. A row without one of its parts is
/// looked up by what its parts' numbers add up to, so that the work is as much as there are parts in all rows.
fn one_more(rows: &[Vec<u32>]) -> BTreeMap<usize, [usize; 2]> {
    let sorted = |row: &Vec<u32>| {
        let mut parts = row.clone();
        parts.sort_unstable();
        parts
    };
    let sets: Vec<Vec<u32>> = rows.iter().map(sorted).collect();
    let sum = |set: &[u32]| set.iter().fold(0u64, |sum, part| sum.wrapping_add(scattered(*part)));
    let mut of_sum: HashMap<u64, Vec<usize>> = HashMap::new();
    for (row, set) in sets.iter().enumerate() {
        of_sum.entry(sum(set)).or_default().push(row);
    }
    let mut found: BTreeMap<usize, [usize; 2]> = BTreeMap::new();
    for (more, set) in sets.iter().enumerate() {
        let whole = sum(set);
        for (at, part) in set.iter().enumerate() {
            let rest = || set[..at].iter().chain(&set[at + 1..]);
            let alike = of_sum.get(&whole.wrapping_sub(scattered(*part))).into_iter().flatten();
            let less = alike.copied().rfind(|less| sets[*less].len() + 1 == set.len() && sets[*less].iter().eq(rest()));
            if let Some(less) = less {
                let pair = found.entry(*part as usize).or_insert([less, more]);
                *pair = (*pair).max([less, more]);
            }
        }
    }
    found
}

/// A part's number, scattered so that sums of them hardly ever meet by chance (SplitMix64's last steps).
fn scattered(part: u32) -> u64 {
    let mixed = u64::from(part).wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Every row beside every other.
    fn slowly(rows: &[Vec<u32>]) -> BTreeMap<usize, [usize; 2]> {
        let mut found = BTreeMap::new();
        for (a, less) in rows.iter().enumerate() {
            for (b, more) in rows.iter().enumerate().filter(|(_, more)| more.len() == less.len() + 1) {
                if let [part] = *more.iter().filter(|part| !less.contains(part)).collect::<Vec<_>>() {
                    found.insert(*part as usize, [a, b]);
                }
            }
        }
        found
    }

    proptest! {
        #[test]
        fn rows_that_differ_by_one_part_are_found(
            rows in prop::collection::vec(prop::collection::btree_set(0u32..6, 0..5), 0..30)
        ) {
            let rows: Vec<Vec<u32>> = rows.into_iter().map(|row| row.into_iter().rev().collect()).collect();
            prop_assert_eq!(one_more(&rows), slowly(&rows));
        }
    }
}

//! The same measure of nearly the same people (yakın kümeler): a mean of all beside a mean of all but one is that one's value.
//! Two rules. Of two measures of the same, whose people differ by some but fewer than `min`, one is withheld, rather that of
//! fewer. And sums and means add up: what is measured of a whole and of its parts is written down as sums of exact numbers,
//! like counts, and a group of fewer than `min` must not follow from them (`audit`): as many people as that stand behind
//! whatever can be computed.
//!
//! Which measures are of the same the records say (`query::measured`), not the words of a statement. Taken to be exact as
//! published, which rounding makes them less: more is withheld than an attacker could use. Not seen: what different functions
//! of the same say together (a mean and a median), medians of a whole and of its parts, measures of a curve or of a series,
//! and measures of earlier releases.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::draft::{Draft, Spot};
use super::population::Tally;
use crate::query::{Measured, NOT_COUNTED};

/// A measure of a draft.
type Place<'a> = (usize, &'a Measured);

/// The measures of all drafts, in families of the same.
fn families<'a>(drafts: &[Draft<'a>]) -> Vec<Vec<Place<'a>>> {
    let all = drafts.iter().enumerate().flat_map(|(number, draft)| draft.answer.measured.iter().map(move |m| (number, m)));
    let mut families: Vec<Vec<Place<'a>>> = Vec::new();
    for place in all {
        let (related, others): (Vec<_>, Vec<_>) =
            families.into_iter().partition(|family| family.iter().any(|(_, other)| other.is_of_the_same(place.1)));
        families = others;
        families.push(related.into_iter().flatten().chain([place]).collect());
    }
    families
}

/// Withholds one of every two measures whose people differ by few.
pub(super) fn keep_apart(drafts: &mut [Draft]) {
    for family in families(drafts) {
        apart(drafts, &family);
    }
}

fn apart(drafts: &mut [Draft], family: &[Place]) {
    let sizes: Vec<Vec<u64>> = family.iter().map(|(number, measured)| sizes(measured, drafts[*number].exact.len())).collect();
    let mut near: BTreeMap<(usize, u32), BTreeSet<(usize, u32)>> = BTreeMap::new();
    for (a, (left, ours)) in family.iter().enumerate() {
        for (b, (right, theirs)) in family.iter().enumerate().skip(a + 1) {
            if Arc::ptr_eq(&ours.rows, &theirs.rows) {
                continue;
            }
            let min = u64::from(drafts[*left].policy.min.max(drafts[*right].policy.min));
            for ((l, r), common) in shared(ours, theirs) {
                let differ = sizes[a][l as usize] + sizes[b][r as usize] - 2 * common;
                let shown = drafts[*left].shows_any(l, ours) && drafts[*right].shows_any(r, theirs);
                if shown && (1..min).contains(&differ) {
                    near.entry((a, l)).or_default().insert((b, r));
                    near.entry((b, r)).or_default().insert((a, l));
                }
            }
        }
    }
    // The greater is kept: it is a total more often.
    let mut order: Vec<(usize, u32)> = near.keys().copied().collect();
    order.sort_by_key(|(at, row)| (std::cmp::Reverse(sizes[*at][*row as usize]), *at, *row));
    let mut kept: BTreeSet<(usize, u32)> = BTreeSet::new();
    for cell in order {
        if near[&cell].is_disjoint(&kept) {
            kept.insert(cell);
            continue;
        }
        let (number, measured) = family[cell.0];
        for column in drafts[number].places_of(measured) {
            drafts[number].withhold(Spot { draft: number, cell: Some((cell.1 as usize, column)) });
        }
    }
}

/// How many people each row is of.
fn sizes(measured: &Measured, rows: usize) -> Vec<u64> {
    let mut sizes = vec![0; rows];
    measured.rows.iter().filter(|row| **row != NOT_COUNTED).for_each(|row| sizes[*row as usize] += 1);
    sizes
}

/// How many people two rows have in common, where they have some.
fn shared(ours: &Measured, theirs: &Measured) -> BTreeMap<(u32, u32), u64> {
    let mut common: BTreeMap<(u32, u32), u64> = BTreeMap::new();
    for pair in ours.rows.iter().copied().zip(theirs.rows.iter().copied()) {
        if pair.0 != NOT_COUNTED && pair.1 != NOT_COUNTED {
            *common.entry(pair).or_default() += 1;
        }
    }
    common
}

/// The sums and means of all drafts, as numbers of the people they are of.
pub(super) fn tallies(drafts: &[Draft]) -> Vec<Tally> {
    let mut tallies = Vec::new();
    for (number, family) in families(drafts).into_iter().enumerate() {
        for (draft, measured) in family.into_iter().filter(|(_, measured)| measured.adds_up) {
            let truth = sizes(measured, drafts[draft].exact.len());
            let name: Arc<str> = format!("{} {number}", measured.dataset).into();
            tallies.extend(drafts[draft].places_of(measured).map(|column| Tally {
                spots: (0..truth.len()).map(|row| Spot { draft, cell: Some((row, column)) }).collect(),
                truth: truth.clone(),
                earlier: Vec::new(),
                behind: Some((Arc::clone(&name), Arc::clone(&measured.rows))),
                groups: Vec::new(),
                origins: Vec::new(),
                parts_of: None,
                in_parts: false,
            }));
        }
    }
    tallies
}

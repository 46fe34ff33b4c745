//! Links between counts whose records cannot be followed: tables of the same origin are compared group by group, by the
//! names of their columns. Where the sums of all shared groups are equal, they count as tied. Not the rule but what is
//! left where a statement is no plain count; `links` sees more.

use std::collections::BTreeMap;

use super::Cell;
use super::links::Link;
use super::population::Division;

/// Cells and their sum on both sides of a group.
#[derive(Default)]
struct Sides {
    cells: [Vec<usize>; 2],
    people: [u64; 2],
}

/// All links that names and numbers suggest.
pub(super) fn by_names(divisions: &[Division]) -> Vec<Link> {
    let mut links = Vec::new();
    for (a, left) in divisions.iter().enumerate() {
        for (b, right) in divisions.iter().enumerate().skip(a + 1) {
            let is_followed = |division: &Division| division.behind.is_some() || division.in_parts;
            let followed = is_followed(left) && is_followed(right);
            if !followed && left.origins.iter().any(|o| right.origins.contains(o)) {
                links.extend(compare(a, left, b, right));
            }
        }
    }
    links
}

fn compare(a: usize, left: &Division, b: usize, right: &Division) -> Vec<Link> {
    let common: Vec<&str> =
        left.groups.iter().map(|(n, _)| &**n).filter(|name| right.groups.iter().any(|(n, _)| **n == **name)).collect();
    let mut groups: BTreeMap<Vec<String>, Sides> = BTreeMap::new();
    for (side, division) in [left, right].into_iter().enumerate() {
        for (cell, published) in division.cells.iter().enumerate() {
            let value = |name: &str| {
                let column = division.groups.iter().find(|(n, _)| **n == *name);
                column.and_then(|(_, values)| values.get(cell)).map(Cell::word)
            };
            let Some(key) = common.iter().map(|name| value(name)).collect::<Option<Vec<String>>>() else { continue };
            let sides = groups.entry(key).or_default();
            sides.cells[side].push(cell);
            sides.people[side] += published.truth;
        }
    }
    let shared = || groups.values().filter(|s| !s.cells[0].is_empty() && !s.cells[1].is_empty());
    let all = |holds: fn(u64, u64) -> bool| shared().all(|s| holds(s.people[0], s.people[1]));
    let equal = all(|l, r| l == r);
    let (more, less) = (all(|l, r| l >= r), all(|l, r| l <= r));
    let side = |division: usize, cells: &[usize]| cells.iter().map(|c| (division, *c)).collect::<Vec<_>>();
    let link = |s: &Sides| {
        let (l, r) = (side(a, &s.cells[0]), side(b, &s.cells[1]));
        let rest = if equal { 0 } else { Link::UNKNOWN };
        if more { Link { left: l, right: r, rest } } else { Link { left: r, right: l, rest } }
    };
    if more || less { shared().map(link).collect() } else { Vec::new() }
}

//! Which sums tie published counts together (bağ). Two divisions of the same records are compared record by record: where
//! cells of the one and cells of the other hold the same people, their sums are equal; where one holds more, it is not
//! smaller, and the people between the two are a group of their own that nobody published and anybody can subtract.
//!
//! So margins, months and years, subjects and their parts, filters and their rests need no declaration. A sum that only
//! happens to hold counts as known too: that errs on the side of those who are counted.

use rayon::prelude::*;

use super::population::Division;
use crate::query::NOT_COUNTED;

/// A cell by its division and its place in it.
pub(super) type CellOf = (usize, usize);

/// `Σ left = Σ right + rest`, where `rest` people are in no cell of the right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub left: Vec<CellOf>,
    pub right: Vec<CellOf>,
    pub rest: u64,
}

impl Link {
    /// The rest is not known to be a group of people.
    pub(super) const UNKNOWN: u64 = u64::MAX;
}

/// Cells of two divisions that hold people in common, all that hang together.
struct Group {
    left: Vec<usize>,
    right: Vec<usize>,
    /// People of the left cells that the other division does not count, and the other way round.
    left_alone: u64,
    right_alone: u64,
}

struct Overlap {
    groups: Vec<Group>,
    /// Which cells of the left hang together, and how many people are alone among them; then the same for the right.
    sides: [[u8; 32]; 2],
}

impl Overlap {
    /// True when every cell on the right is the sum of cells on the left.
    fn refines(&self) -> bool {
        self.groups.iter().all(|g| g.right.len() == 1 && g.left_alone == 0 && g.right_alone == 0)
    }

    fn new(groups: Vec<Group>) -> Overlap {
        let side = |cells: fn(&Group) -> (&Vec<usize>, [u64; 2])| {
            let mut told: Vec<_> = groups.iter().map(cells).collect();
            told.sort_unstable();
            let mut hash = blake3::Hasher::new();
            for (cells, alone) in told {
                hash.update(&(cells.len() as u64).to_le_bytes());
                for number in cells.iter().map(|cell| *cell as u64).chain(alone) {
                    hash.update(&number.to_le_bytes());
                }
            }
            *hash.finalize().as_bytes()
        };
        let sides = [side(|g| (&g.left, [g.left_alone, g.right_alone])), side(|g| (&g.right, [g.right_alone, g.left_alone]))];
        Overlap { groups, sides }
    }

    fn turned(&self) -> bool {
        self.groups.iter().all(|g| g.left.len() == 1 && g.left_alone == 0 && g.right_alone == 0)
    }
}

/// All links between divisions whose records are known. Where a cell of the finer is missing, so that the rest is smaller
/// than beside the coarser division, a link is kept if its rest is fewer than `few` people: more say no more than the rest.
pub(super) fn by_records(divisions: &[Division], few: u64) -> Vec<Link> {
    let known: Vec<usize> = (0..divisions.len()).filter(|d| divisions[*d].behind.is_some()).collect();
    let pairs: Vec<(usize, usize)> = known
        .iter()
        .enumerate()
        .flat_map(|(i, a)| known[i + 1..].iter().map(move |b| (*a, *b)))
        .filter(|(a, b)| dataset(&divisions[*a]) == dataset(&divisions[*b]))
        .collect();
    let compared: Vec<Overlap> = pairs.par_iter().map(|(a, b)| compare(&divisions[*a], &divisions[*b])).collect();
    let mut table: Vec<Vec<Option<&Overlap>>> = vec![vec![None; divisions.len()]; divisions.len()];
    for ((a, b), overlap) in pairs.iter().zip(&compared) {
        table[*a][*b] = Some(overlap);
    }
    let people = divisions.iter().map(|division| division.cells.iter().map(|cell| cell.truth).sum()).collect();
    let all = Compared { table, people };
    let mut links = Vec::new();
    for (a, b) in &pairs {
        if all.follows(*a, *b, &known) {
            continue;
        }
        let nearly = all.nearly_follows(*a, *b, &known);
        let found = all.at(*a, *b).into_iter().flat_map(|o| o.groups.iter()).filter_map(|g| link(*a, *b, g));
        links.extend(found.filter(|link| !nearly || link.rest < few));
    }
    links.extend(complements(divisions, &known, &all));
    links
}

struct Compared<'o> {
    /// By the two divisions, the lesser first.
    table: Vec<Vec<Option<&'o Overlap>>>,
    /// How many people each division counts.
    people: Vec<u64>,
}

impl Compared<'_> {
    fn at(&self, a: usize, b: usize) -> Option<&Overlap> {
        self.table[a.min(b)][a.max(b)]
    }

    fn groups(&self, a: usize, b: usize) -> Option<usize> {
        Some(self.at(a, b)?.groups.len())
    }

    /// Which cells of `a` hang together through `b`, and with how many people left over.
    fn side(&self, a: usize, b: usize) -> Option<[u8; 32]> {
        Some(self.at(a, b)?.sides[usize::from(a > b)])
    }

    /// True when every cell of `coarse` in which `fine` counts somebody is a sum of cells of `fine`. Others it may have.
    fn refines(&self, fine: usize, coarse: usize) -> bool {
        self.at(fine, coarse).is_some_and(|o| if fine < coarse { o.refines() } else { o.turned() })
    }

    /// True when what ties `a` and `b` follows from what ties both to a third, coarser division of the same people: the same
    /// cells of the one hang together through it, and nobody more or fewer is left over. Of the same people, because else two
    /// divisions could each be the coarser one, and what ties them would follow from itself.
    fn follows(&self, a: usize, b: usize, known: &[usize]) -> bool {
        let (of_a, of_b) = (self.side(a, b), self.side(b, a));
        let coarser = |fine: usize, coarse: usize| self.people[fine] == self.people[coarse] && self.refines(fine, coarse);
        known
            .iter()
            .filter(|c| **c != a && **c != b)
            .any(|c| (coarser(b, *c) && self.side(a, *c) == of_a) || (coarser(a, *c) && self.side(b, *c) == of_b))
    }

    /// True when a third, coarser division ties as many groups of cells: then a rest of many people says little that is new.
    fn nearly_follows(&self, a: usize, b: usize, known: &[usize]) -> bool {
        let groups = self.groups(a, b);
        known.iter().filter(|c| **c != a && **c != b).any(|c| {
            (self.refines(b, *c) && self.groups(a, *c) == groups) || (self.refines(a, *c) && self.groups(*c, b) == groups)
        })
    }
}

fn dataset(division: &Division) -> Option<&str> {
    division.behind.as_ref().map(|(dataset, _)| &**dataset)
}

fn link(a: usize, b: usize, group: &Group) -> Option<Link> {
    let side = |division: usize, cells: &[usize]| cells.iter().map(|c| (division, *c)).collect::<Vec<_>>();
    match (group.left_alone, group.right_alone) {
        (rest, 0) => Some(Link { left: side(a, &group.left), right: side(b, &group.right), rest }),
        (0, rest) => Some(Link { left: side(b, &group.right), right: side(a, &group.left), rest }),
        _ => None,
    }
}

/// Compares two divisions of the same dataset record by record.
fn compare(a: &Division, b: &Division) -> Overlap {
    let (Some((_, left)), Some((_, right))) = (&a.behind, &b.behind) else { return Overlap::new(Vec::new()) };
    let (rows, columns) = (a.cells.len(), b.cells.len());
    let mut sets = Sets::new(rows + columns);
    let mut alone = vec![0u64; rows + columns];
    let mut last = (NOT_COUNTED, NOT_COUNTED);
    for (l, r) in left.iter().zip(right.iter()) {
        match (*l, *r) {
            (NOT_COUNTED, NOT_COUNTED) => {}
            (l, NOT_COUNTED) => alone[l as usize] += 1,
            (NOT_COUNTED, r) => alone[rows + r as usize] += 1,
            (l, r) if (l, r) == last => {}
            (l, r) => {
                sets.join(l as usize, rows + r as usize);
                last = (l, r);
            }
        }
    }
    let mut groups: Vec<Group> = Vec::new();
    let mut place = vec![usize::MAX; rows + columns];
    for (cell, alone) in alone.into_iter().enumerate() {
        let root = sets.root(cell);
        if sets.size[root] == 1 {
            continue;
        }
        if place[root] == usize::MAX {
            place[root] = groups.len();
            groups.push(Group { left: Vec::new(), right: Vec::new(), left_alone: 0, right_alone: 0 });
        }
        let group = &mut groups[place[root]];
        match cell.checked_sub(rows) {
            None => {
                group.left.push(cell);
                group.left_alone += alone;
            }
            Some(column) => {
                group.right.push(column);
                group.right_alone += alone;
            }
        }
    }
    Overlap::new(groups)
}

/// Two divisions that share nobody and together hold everybody of a third: the open and the closed beside all.
fn complements(divisions: &[Division], known: &[usize], all: &Compared) -> Vec<Link> {
    let people = |d: usize| all.people[d];
    let inside = |part: usize, whole: usize| {
        all.at(part, whole).is_some_and(|o| {
            o.groups.iter().map(|g| if part < whole { g.left_alone } else { g.right_alone }).sum::<u64>() == 0
                && o.groups.iter().map(|g| if part < whole { g.left.len() } else { g.right.len() }).sum::<usize>()
                    == divisions[part].cells.iter().filter(|c| c.truth > 0).count()
        })
    };
    let mut found: Vec<([usize; 3], Vec<Link>)> = Vec::new();
    for (i, a) in known.iter().enumerate() {
        for b in &known[i + 1..] {
            if all.groups(*a, *b) != Some(0) || people(*a) == 0 || people(*b) == 0 {
                continue;
            }
            let wholes = known.iter().filter(|c| **c != *a && **c != *b && people(**c) == people(*a) + people(*b));
            for whole in wholes.filter(|c| inside(*a, **c) && inside(*b, **c)) {
                found.push(([*a, *b, *whole], sums(divisions, [*a, *b, *whole], all)));
            }
        }
    }
    let count: std::collections::BTreeMap<[usize; 3], usize> = found.iter().map(|(k, links)| (*k, links.len())).collect();
    let coarser = |d: usize| known.iter().copied().filter(move |c| *c != d && all.refines(d, *c));
    let follows = |key: &[usize; 3]| {
        let same = |other: [usize; 3]| {
            let sorted = [other[0].min(other[1]), other[0].max(other[1]), other[2]];
            count.get(&sorted) == count.get(key)
        };
        coarser(key[0]).any(|c| same([c, key[1], key[2]]))
            || coarser(key[1]).any(|c| same([key[0], c, key[2]]))
            || coarser(key[2]).any(|c| same([key[0], key[1], c]))
    };
    let kept: Vec<Vec<Link>> = found.iter().filter(|(key, _)| !follows(key)).map(|(_, links)| links.clone()).collect();
    kept.into_iter().flatten().collect()
}

/// `Σ whole = Σ a + Σ b` for all cells that hang together.
fn sums(divisions: &[Division], [a, b, whole]: [usize; 3], all: &Compared) -> Vec<Link> {
    let sizes = [a, b, whole].map(|d| divisions[d].cells.len());
    let starts = [0, sizes[0], sizes[0] + sizes[1]];
    let mut sets = Sets::new(sizes.iter().sum());
    for (part, start) in [(a, starts[0]), (b, starts[1])] {
        for group in all.at(part, whole).into_iter().flat_map(|o| &o.groups) {
            let (parts, wholes) = if part < whole { (&group.left, &group.right) } else { (&group.right, &group.left) };
            let first = starts[2] + wholes[0];
            parts.iter().for_each(|cell| sets.join(start + cell, first));
            wholes.iter().for_each(|cell| sets.join(starts[2] + cell, first));
        }
    }
    let mut links: Vec<Link> = Vec::new();
    let mut place = vec![usize::MAX; sets.size.len()];
    for cell in 0..sets.size.len() {
        let root = sets.root(cell);
        if sets.size[root] == 1 {
            continue;
        }
        if place[root] == usize::MAX {
            place[root] = links.len();
            links.push(Link { left: Vec::new(), right: Vec::new(), rest: 0 });
        }
        let link = &mut links[place[root]];
        match cell {
            c if c >= starts[2] => link.left.push((whole, c - starts[2])),
            c if c >= starts[1] => link.right.push((b, c - starts[1])),
            c => link.right.push((a, c)),
        }
    }
    links
}

/// Sets that grow together.
struct Sets {
    parent: Vec<usize>,
    size: Vec<usize>,
}

impl Sets {
    fn new(count: usize) -> Sets {
        Sets { parent: (0..count).collect(), size: vec![1; count] }
    }

    fn root(&mut self, mut at: usize) -> usize {
        while self.parent[at] != at {
            self.parent[at] = self.parent[self.parent[at]];
            at = self.parent[at];
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if a != b {
            let (less, more) = if self.size[a] < self.size[b] { (a, b) } else { (b, a) };
            self.parent[less] = more;
            self.size[more] += self.size[less];
        }
    }
}

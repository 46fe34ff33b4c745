//! Who is counted where (topluluk): every published count as a set of records, and equal sets as one unknown, whatever
//! figure they stand in. Not which sums follow from it (`links`).

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Cell;
use super::draft::{Draft, Spot};
use super::rule;
use crate::query::{Behind, Earlier, NOT_COUNTED};

/// A count column of a figure, or the number of records below it.
pub(super) struct Tally {
    /// The cells, in the order of the rows.
    pub spots: Vec<Spot>,
    /// What is counted, exactly.
    pub truth: Vec<u64>,
    /// What an earlier release said of it; as long as `truth`, or empty.
    pub earlier: Vec<Said>,
    /// Dataset and, for each of its records, the cell that counts it.
    pub behind: Option<(Arc<str>, Arc<[u32]>)>,
    /// The groups, for counts whose records are not known: column and values.
    pub groups: Vec<(Arc<str>, Vec<Cell>)>,
    /// Where the numbers come from.
    pub origins: Vec<Arc<str>>,
    /// Whose parts its cells are: of this draft's column. They are published nowhere.
    pub parts_of: Option<(usize, usize)>,
    /// True where its cells are sums of such parts.
    pub in_parts: bool,
}

/// Cells that divide a population: all tallies that divide it in the same way.
pub(super) struct Division {
    /// Dataset and, for each of its records, the cell that counts it.
    pub behind: Option<(Arc<str>, Arc<[u32]>)>,
    /// The cells.
    pub cells: Vec<Published>,
    /// The groups of a division whose records are not known.
    pub groups: Vec<(Arc<str>, Vec<Cell>)>,
    /// Where the numbers come from.
    pub origins: Vec<Arc<str>>,
    /// True where its cells are sums of parts that are followed.
    pub in_parts: bool,
}

/// One count, wherever it is published.
#[derive(Clone, Debug)]
pub(super) struct Published {
    /// The count.
    pub truth: u64,
    /// The places where it is shown or withheld.
    pub spots: Vec<Spot>,
    /// What earlier releases said of it.
    pub earlier: Vec<Said>,
    /// Which part it is of which counts: draft, column, part.
    pub parts_of: Vec<(usize, usize, usize)>,
}

/// What an earlier release said of a count.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub release: Arc<str>,
    /// Between which numbers it lies, for who read it.
    pub least: f64,
    pub most: f64,
}

/// The counts of all drafts.
pub(super) fn tallies(drafts: &[Draft]) -> Vec<Tally> {
    let mut tallies = Vec::new();
    for (number, draft) in drafts.iter().enumerate() {
        let facts = &draft.answer.facts;
        let origins: Vec<Arc<str>> = facts.sources.iter().map(|o| Arc::clone(&o.file)).collect();
        for (column, name) in draft.counts() {
            let mut tally = Tally {
                spots: Vec::new(),
                truth: Vec::new(),
                earlier: Vec::new(),
                behind: None,
                groups: Vec::new(),
                origins: origins.clone(),
                parts_of: None,
                in_parts: false,
            };
            for (row, cells) in draft.exact.iter().enumerate() {
                tally.spots.push(Spot { draft: number, cell: Some((row, column)) });
                // What is no count is withheld, and nothing is known of it.
                tally.truth.push(cells[column].as_number().map_or(0, |n| n.round() as u64));
            }
            let behind = draft.answer.behind.get(name);
            let rows = behind.map(|b| (Arc::clone(&b.dataset), Arc::clone(&b.rows)));
            let parts = behind.filter(|b| b.parts.is_some()).map(|b| parts(b, (number, column)));
            tally.in_parts = parts.is_some();
            tally.behind = rows.filter(|_| parts.is_none());
            tally.groups = draft.groups();
            let first = facts.counts.first() == Some(name);
            let all = draft.answer.n.filter(|_| first).map(|n| everybody(parts.as_ref().unwrap_or(&tally), number, n));
            tallies.push(tally);
            tallies.extend(all);
            tallies.extend(parts);
        }
    }
    tallies
}

/// The parts that a count's rows are sums of.
fn parts(behind: &Behind, of: (usize, usize)) -> Tally {
    let mut truth = vec![0; behind.parts()];
    behind.rows.iter().filter(|part| **part != NOT_COUNTED).for_each(|part| truth[*part as usize] += 1);
    Tally {
        spots: Vec::new(),
        truth,
        earlier: Vec::new(),
        behind: Some((Arc::clone(&behind.dataset), Arc::clone(&behind.rows))),
        groups: Vec::new(),
        origins: Vec::new(),
        parts_of: Some(of),
        in_parts: false,
    }
}

/// The number of records below a figure. Mostly its first count, all groups together; an estimate counts otherwise.
fn everybody(tally: &Tally, draft: usize, n: u64) -> Tally {
    let one = |row: &u32| if *row == NOT_COUNTED { NOT_COUNTED } else { 0 };
    let together = tally.truth.iter().sum::<u64>() == n;
    let behind = tally.behind.as_ref().filter(|_| together);
    Tally {
        spots: vec![Spot { draft, cell: None }],
        earlier: Vec::new(),
        truth: vec![n],
        behind: behind.map(|(dataset, rows)| (Arc::clone(dataset), rows.iter().map(one).collect())),
        groups: Vec::new(),
        origins: tally.origins.clone(),
        parts_of: None,
        in_parts: false,
    }
}

/// The counts of earlier releases, as far as today's records bear them out: a number that no longer fits was counted over
/// other records, and says nothing about these.
pub(super) fn released(earlier: &[Earlier]) -> impl Iterator<Item = Tally> + '_ {
    earlier.iter().map(|count| {
        let (mut kept, mut truth, mut said) = (Vec::new(), Vec::new(), Vec::new());
        for (shown, people) in &count.cells {
            let (least, most) = rule::read(shown, count.policy);
            let fits = (least..=most).contains(&(*people as f64));
            kept.push(if fits { truth.len() as u32 } else { NOT_COUNTED });
            if fits {
                truth.push(*people);
                said.push(Said { release: Arc::clone(&count.release), least, most });
            }
        }
        let one = |row: &u32| if *row == NOT_COUNTED { NOT_COUNTED } else { kept[*row as usize] };
        let rows = count.behind.rows.iter().map(one).collect();
        let behind = Some((Arc::clone(&count.behind.dataset), rows));
        Tally {
            spots: Vec::new(),
            truth,
            earlier: said,
            behind,
            groups: Vec::new(),
            origins: Vec::new(),
            parts_of: None,
            in_parts: false,
        }
    })
}

impl Tally {
    fn published(&self, cell: usize) -> Published {
        let (spots, earlier) = (self.spots.get(cell).copied(), self.earlier.get(cell).cloned());
        let parts_of = self.parts_of.map(|(draft, column)| (draft, column, cell)).into_iter().collect();
        Published {
            truth: self.truth[cell],
            spots: spots.into_iter().collect(),
            earlier: earlier.into_iter().collect(),
            parts_of,
        }
    }
}

/// The divisions: tallies that divide the same records in the same way become one.
pub(super) fn divisions(tallies: Vec<Tally>) -> Vec<Division> {
    let mut divisions: Vec<Division> = Vec::new();
    let mut known: BTreeMap<[u8; 32], usize> = BTreeMap::new();
    for tally in tallies {
        let Some((dataset, rows)) = &tally.behind else {
            divisions.push(Division::new(&tally));
            continue;
        };
        let (name, firsts) = fingerprint(dataset, rows, tally.truth.len());
        match known.get(&name) {
            Some(at) => divisions[*at].join(&tally, &firsts),
            None => {
                known.insert(name, divisions.len());
                divisions.push(Division::new(&tally));
            }
        }
    }
    divisions
}

impl Division {
    fn new(tally: &Tally) -> Division {
        let cells = (0..tally.truth.len()).map(|cell| tally.published(cell));
        Division {
            behind: tally.behind.clone(),
            cells: cells.collect(),
            groups: tally.groups.clone(),
            origins: tally.origins.clone(),
            in_parts: tally.in_parts,
        }
    }

    /// Adds a tally of the same division; `firsts` are its cells with the first record of each. Empty cells are of no
    /// division and stay by themselves.
    fn join(&mut self, tally: &Tally, firsts: &[(u32, usize)]) {
        let Some((_, rows)) = self.behind.clone() else { return };
        let mut taken = vec![false; tally.truth.len()];
        for (cell, record) in firsts {
            let own = rows[*record] as usize;
            let same = tally.published(*cell as usize);
            self.cells[own].spots.extend(same.spots);
            self.cells[own].earlier.extend(same.earlier);
            self.cells[own].parts_of.extend(same.parts_of);
            taken[*cell as usize] = true;
        }
        for (cell, _) in taken.iter().enumerate().filter(|(_, taken)| !**taken) {
            self.cells.push(tally.published(cell));
        }
    }
}

/// What tells a division of `cells` cells from others, whatever their order; and its cells, each with its first record.
fn fingerprint(dataset: &str, rows: &[u32], cells: usize) -> ([u8; 32], Vec<(u32, usize)>) {
    let mut names = vec![NOT_COUNTED; cells];
    let mut firsts = Vec::new();
    let mut named = Vec::with_capacity(size_of_val(rows));
    for (record, row) in rows.iter().enumerate() {
        let name = match *row {
            NOT_COUNTED => NOT_COUNTED,
            row => {
                let name = &mut names[row as usize];
                if *name == NOT_COUNTED {
                    *name = firsts.len() as u32;
                    firsts.push((row, record));
                }
                *name
            }
        };
        named.extend_from_slice(&name.to_le_bytes());
    }
    let mut hash = blake3::Hasher::new();
    hash.update(dataset.as_bytes()).update(&named);
    (*hash.finalize().as_bytes(), firsts)
}

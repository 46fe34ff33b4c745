//! Which records stand behind each count of a figure, so that the wall can see what tables have in common: the records
//! themselves say it, not the words of a statement. Found by asking the statement again, record by record, and believed
//! only when the recount equals the answer.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex};

use super::Answer;
use super::estimate::Traced;
use crate::diag::{Code, Diagnostic};
use crate::model::figure::{Figure, Guard, Opening, Source};
use crate::table::{Cell, Members, Sql};

/// The records behind a count (dayanak).
#[derive(Clone, Debug)]
pub struct Behind {
    /// The dataset they are of.
    pub dataset: Arc<str>,
    /// For each of its records the row of the answer that counts it, or [`NOT_COUNTED`].
    pub rows: Arc<[u32]>,
    /// Where a record counts in several rows: `rows` tells its part, and here are the parts of each row.
    pub parts: Option<Arc<[Vec<u32>]>>,
}

/// What a record holds that no row of a count counts.
pub const NOT_COUNTED: u32 = Members::NONE;

/// Counts that count the same records share their list.
#[derive(Default)]
pub(super) struct Pool(Mutex<BTreeMap<[u8; 32], Arc<[u32]>>>);

impl Pool {
    fn share(&self, rows: Vec<u32>) -> Arc<[u32]> {
        let mut bytes = Vec::with_capacity(size_of_val(rows.as_slice()));
        rows.iter().for_each(|row| bytes.extend_from_slice(&row.to_le_bytes()));
        let name = *blake3::hash(&bytes).as_bytes();
        let mut known = self.0.lock().expect("nothing panics while the pool is held");
        Arc::clone(known.entry(name).or_insert_with(|| rows.into()))
    }
}

impl Behind {
    /// How many parts there are; none where a record counts in one row.
    pub fn parts(&self) -> usize {
        self.parts.as_ref().map_or(0, |parts| how_many(&self.rows, parts))
    }
}

/// The records behind the counts of a guarded answer, by the count's name. A count that cannot be followed has no entry.
pub(super) fn of(answer: &Answer, guard: &Guard, sources: &[&Source], tables: &Sql, pool: &Pool) -> BTreeMap<Arc<str>, Behind> {
    let by: Vec<&str> = guard.by.iter().map(|c| &**c).collect();
    let Some(rows) = rows_of(answer, &by) else { return BTreeMap::new() };
    let mut behind = BTreeMap::new();
    for count in &guard.counts {
        // Of several tables the one whose records are counted shows each of them once.
        for source in sources {
            let Some(members) = tables.members(&answer.sql, &source.name, &by, &[count]) else { continue };
            let groups = members.groups("behind: finds the row of each group").rows();
            let row_of: Vec<u32> = groups
                .map(|key| rows.get(&key.iter().map(Key::of).collect::<Vec<_>>()).copied().unwrap_or(NOT_COUNTED))
                .collect();
            let of_record = members.counted.first().into_iter().flatten();
            let followed: Vec<u32> =
                of_record.map(|group| if *group == Members::NONE { NOT_COUNTED } else { row_of[*group as usize] }).collect();
            if recount(&followed, answer.table.height()) == counted(answer, count) {
                behind.insert(
                    Arc::clone(count),
                    Behind { dataset: Arc::clone(&source.name), rows: pool.share(followed), parts: None },
                );
                break;
            }
        }
    }
    behind
}

/// The same for an estimate, which says itself which of its records each count counts.
pub(super) fn of_estimate(
    answer: &Answer,
    traced: Traced,
    sources: &[&Source],
    tables: &Sql,
    pool: &Pool,
) -> BTreeMap<Arc<str>, Behind> {
    let places = |source: &Source| match &traced.named {
        None => tables.listed(&answer.sql, &source.name),
        Some((column, names)) => by_name(source, column, names),
    };
    let listed = sources.iter().find_map(|source| Some((source, places(source)?)));
    let Some((source, places)) = listed else { return BTreeMap::new() };
    let mut behind = BTreeMap::new();
    for count in traced.counts {
        let Some(rows) = placed(&places, &count.rows, source.table.height()) else { continue };
        if recount_in_parts(&rows, count.parts.as_deref(), answer.table.height()) == counted(answer, &count.name) {
            let parts = count.parts.map(Arc::from);
            let found = Behind { dataset: Arc::clone(&source.name), rows: pool.share(rows), parts };
            behind.insert(count.name.as_str().into(), found);
        }
    }
    behind
}

/// The note that counts of a guarded figure could not be followed: the audit knows less of them than of others.
pub(super) fn not_followed(figure: &Figure, answer: &Answer) -> Option<Diagnostic> {
    let Opening::Guarded(guard) = &figure.opening else { return None };
    let lost: Vec<&str> = guard.counts.iter().map(|c| &**c).filter(|c| !answer.behind.contains_key(*c)).collect();
    // Of a registry's rows nobody asks who they are.
    if lost.is_empty() || answer.n.is_none() {
        return None;
    }
    let note = Diagnostic::new(Code::FIGURE_NOT_FOLLOWED, answer.place.clone());
    let note = note.with("id", answer.facts.id.to_string()).with("counts", lost.join(", "));
    Some(if figure.syntax.estimate.is_some() { note.hint("estimate") } else { note })
}

/// The place of each named record; `None` where a name is missing, or is that of two.
fn by_name(source: &Source, column: &str, names: &[Cell]) -> Option<Vec<u32>> {
    let cells = source.table.reveal("behind: finds the record of each name");
    let mut place: HashMap<Arc<str>, u32> = HashMap::new();
    for (number, cell) in cells.column(column)?.enumerate() {
        if place.insert(cell.as_text()?.into(), number as u32).is_some() {
            return None;
        }
    }
    names.iter().map(|name| place.get(name.as_text()?).copied()).collect()
}

/// For each record of a dataset what holds for the row that lists it; `None` where one is listed twice.
pub(super) fn placed(places: &[u32], of_row: &[u32], records: usize) -> Option<Vec<u32>> {
    let mut of_record = vec![NOT_COUNTED; records];
    let mut seen = vec![false; records];
    let once = places.iter().all(|place| !std::mem::replace(&mut seen[*place as usize], true));
    (once && places.len() == of_row.len()).then(|| {
        places.iter().zip(of_row).for_each(|(place, row)| of_record[*place as usize] = *row);
        of_record
    })
}

/// The row of each group; `None` where two rows are of one.
pub(super) fn rows_of(answer: &Answer, by: &[&str]) -> Option<BTreeMap<Vec<Key>, u32>> {
    let cells = answer.table.reveal("behind: finds the row of each group");
    let places: Vec<usize> = by.iter().map(|c| answer.table.position(c)).collect::<Option<_>>()?;
    let mut rows: BTreeMap<Vec<Key>, u32> = BTreeMap::new();
    for (number, row) in cells.rows().enumerate() {
        rows.insert(places.iter().map(|p| Key::of(&row[*p])).collect(), number as u32);
    }
    (rows.len() == answer.table.height()).then_some(rows)
}

fn recount(rows: &[u32], height: usize) -> Option<Vec<u64>> {
    let mut counts = vec![0; height];
    rows.iter().filter(|row| **row != NOT_COUNTED).for_each(|row| counts[*row as usize] += 1);
    Some(counts)
}

/// The same where rows are sums of parts.
fn recount_in_parts(rows: &[u32], parts: Option<&[Vec<u32>]>, height: usize) -> Option<Vec<u64>> {
    let Some(parts) = parts else { return recount(rows, height) };
    let counts = recount(rows, how_many(rows, parts))?;
    Some(parts.iter().map(|row| row.iter().map(|part| counts[*part as usize]).sum()).collect())
}

/// How many parts there are.
fn how_many(rows: &[u32], parts: &[Vec<u32>]) -> usize {
    let all = parts.iter().flatten().chain(rows.iter().filter(|part| **part != NOT_COUNTED));
    all.max().map_or(0, |most| *most as usize + 1)
}

fn counted(answer: &Answer, count: &str) -> Option<Vec<u64>> {
    let cells = answer.table.reveal("behind: compares a recount with the answer").column(count)?;
    cells.map(|cell| if cell.is_null() { Some(0) } else { cell.as_number().map(|n| n as u64) }).collect()
}

/// A value of a group, comparable.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Null,
    Text(Arc<str>),
    Number(i64),
    Bits(u64),
    Other(String),
}

impl Key {
    pub(super) fn of(cell: &Cell) -> Key {
        match cell {
            Cell::Null => Key::Null,
            Cell::Text(text) => Key::Text(Arc::clone(text)),
            Cell::Integer(n) | Cell::Money(n) => Key::Number(*n),
            Cell::Decimal(d) => Key::Bits(d.to_bits()),
            Cell::Date(d) => Key::Other(d.to_string()),
            Cell::DateTime(d) => Key::Other(d.to_string()),
            Cell::Boolean(b) => Key::Number(i64::from(*b)),
        }
    }
}

//! Which records stand behind each count of a figure, so that the wall can see what tables have in common: the records
//! themselves say it, not the words of a statement. Found by asking the statement again, record by record, and believed
//! only when the recount equals the answer.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use super::Answer;
use crate::model::figure::{Guard, Source};
use crate::table::{Cell, Members, Sql};

/// The records behind a count (dayanak).
#[derive(Clone, Debug)]
pub struct Behind {
    /// The dataset they are of.
    pub dataset: Arc<str>,
    /// For each of its records the row of the answer that counts it, or [`NOT_COUNTED`].
    pub rows: Arc<[u32]>,
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

/// The records behind the counts of a guarded answer, by the count's name. A count that cannot be followed has no entry.
pub(super) fn of(
    answer: &Answer,
    guard: &Guard,
    sql: &str,
    source: &Source,
    tables: &Sql,
    pool: &Pool,
) -> BTreeMap<Arc<str>, Behind> {
    let by: Vec<&str> = guard.by.iter().map(|c| &**c).collect();
    let cells = answer.table.reveal("behind: finds the row of each group");
    let places: Option<Vec<usize>> = by.iter().map(|c| answer.table.position(c)).collect();
    let Some(places) = places else { return BTreeMap::new() };
    let mut rows: BTreeMap<Vec<Key>, u32> = BTreeMap::new();
    for (number, row) in cells.rows().enumerate() {
        rows.insert(places.iter().map(|p| Key::of(&row[*p])).collect(), number as u32);
    }
    if rows.len() != answer.table.height() {
        return BTreeMap::new();
    }
    let mut behind = BTreeMap::new();
    for count in &guard.counts {
        let Some(members) = tables.members(sql, &source.name, &by, &[count]) else { continue };
        let groups = members.groups("behind: finds the row of each group").rows();
        let row_of: Vec<u32> =
            groups.map(|key| rows.get(&key.iter().map(Key::of).collect::<Vec<_>>()).copied().unwrap_or(NOT_COUNTED)).collect();
        let of_record = members.counted.first().into_iter().flatten();
        let followed: Vec<u32> =
            of_record.map(|group| if *group == Members::NONE { NOT_COUNTED } else { row_of[*group as usize] }).collect();
        if recount(&followed, answer.table.height()) == counted(answer, count) {
            behind.insert(Arc::clone(count), Behind { dataset: Arc::clone(&source.name), rows: pool.share(followed) });
        }
    }
    behind
}

fn recount(rows: &[u32], height: usize) -> Option<Vec<u64>> {
    let mut counts = vec![0; height];
    rows.iter().filter(|row| **row != NOT_COUNTED).for_each(|row| counts[*row as usize] += 1);
    Some(counts)
}

fn counted(answer: &Answer, count: &str) -> Option<Vec<u64>> {
    let cells = answer.table.reveal("behind: compares a recount with the answer").column(count)?;
    cells.map(|cell| if cell.is_null() { Some(0) } else { cell.as_number().map(|n| n as u64) }).collect()
}

/// A value of a group, comparable.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Null,
    Text(Arc<str>),
    Number(i64),
    Bits(u64),
    Other(String),
}

impl Key {
    fn of(cell: &Cell) -> Key {
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

//! Which rows have the same key: groups numbered in the order of their first rows. The engine does the same for any types
//! and in parallel, through keys written out as bytes; words and numbers need neither. Not an aggregation.

use foldhash::{HashMap, HashMapExt};
use polars::prelude::{DataType, IdxCa, NewChunkedArray, PlSmallStr, Series, StringChunked};

/// A pair of group and value that has not been met.
const NEW: u32 = u32::MAX;

/// So many words are told by where they stand; a column of more has few that repeat.
const MOST_SEEN: usize = 4_096;

/// Rows by their keys (gruplar).
pub(super) struct Groups {
    /// The group of each row.
    pub of_row: Vec<u32>,
    /// The first row of each group.
    firsts: Vec<u32>,
}

impl Groups {
    /// The groups of rows that are equal in every one of `columns`; `None` without columns, and where one of them is
    /// neither words nor whole numbers nor days.
    pub(super) fn by(columns: &[&Series]) -> Option<Groups> {
        let (first, rest) = columns.split_first()?;
        let mut groups = values(first)?;
        for column in rest {
            groups = groups.parted_by(&values(column)?);
        }
        Some(groups)
    }

    /// The first row of each group, to take rows by.
    pub(super) fn firsts(&self) -> IdxCa {
        IdxCa::from_slice(PlSmallStr::EMPTY, &self.firsts)
    }

    /// The groups of rows that are of one group here and there.
    fn parted_by(&self, other: &Groups) -> Groups {
        let width = other.firsts.len();
        // As many pairs as could be: a place for each is found faster than in a map, as long as there are not too many.
        let pairs = self.firsts.len().saturating_mul(width);
        let mut numbers = Numbers::with_room(self.of_row.len());
        if pairs <= 4 * self.of_row.len() {
            let mut known = vec![NEW; pairs];
            for (row, (a, b)) in self.of_row.iter().zip(&other.of_row).enumerate() {
                let number = &mut known[*a as usize * width + *b as usize];
                if *number == NEW {
                    *number = numbers.begin(row);
                }
                numbers.0.of_row.push(*number);
            }
        } else {
            let mut known = HashMap::new();
            for (row, pair) in self.of_row.iter().zip(&other.of_row).enumerate() {
                let number = *known.entry(pair).or_insert_with(|| numbers.begin(row));
                numbers.0.of_row.push(number);
            }
        }
        numbers.0
    }
}

/// The groups of one column: its values, without a value being one.
fn values(column: &Series) -> Option<Groups> {
    match column.dtype() {
        DataType::String => Some(words(column.str().ok()?)),
        DataType::Int64 => Some(numbered(column.i64().ok()?.iter())),
        DataType::Date => Some(numbered(column.to_physical_repr().i32().ok()?.iter())),
        _ => None,
    }
}

/// The groups of words. Where they repeat, equal words are mostly one word of one buffer, and where it stands tells it
/// before it is read.
fn words(column: &StringChunked) -> Groups {
    if column.null_count() > 0 {
        return numbered(column.iter());
    }
    let mut known: HashMap<&str, u32> = HashMap::new();
    let mut numbers = Numbers::with_room(column.len());
    for array in column.downcast_iter() {
        // Another array has other buffers.
        let mut seen: HashMap<u128, u32> = HashMap::new();
        for (place, view) in array.views().iter().map(|view| view.as_u128()).enumerate() {
            let number = seen.get(&view).copied().unwrap_or_else(|| {
                let row = numbers.0.of_row.len();
                let number = *known.entry(array.value(place)).or_insert_with(|| numbers.begin(row));
                if seen.len() < MOST_SEEN {
                    seen.insert(view, number);
                }
                number
            });
            numbers.0.of_row.push(number);
        }
    }
    numbers.0
}

fn numbered<T: std::hash::Hash + Eq>(values: impl Iterator<Item = T>) -> Groups {
    let mut known = HashMap::new();
    let mut numbers = Numbers::with_room(values.size_hint().0);
    for (row, value) in values.enumerate() {
        let number = *known.entry(value).or_insert_with(|| numbers.begin(row));
        numbers.0.of_row.push(number);
    }
    numbers.0
}

/// Groups while they are being numbered.
struct Numbers(Groups);

impl Numbers {
    fn with_room(rows: usize) -> Numbers {
        Numbers(Groups { of_row: Vec::with_capacity(rows), firsts: Vec::new() })
    }

    /// The number of a group that begins at `row`.
    fn begin(&mut self, row: usize) -> u32 {
        self.0.firsts.push(row as u32);
        self.0.firsts.len() as u32 - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use polars::prelude::{DataFrame, GroupsIndicator, IntoSeries, NamedFrom};

    /// The groups as the engine sees them.
    fn by_the_engine(frame: &DataFrame) -> (Vec<u32>, Vec<u32>) {
        let names: Vec<PlSmallStr> = frame.columns().iter().map(|c| c.name().clone()).collect();
        let grouped = frame.group_by_stable(names).unwrap();
        let mut of_row = vec![0; frame.height()];
        let mut firsts = Vec::new();
        for (number, group) in grouped.get_groups().iter().enumerate() {
            firsts.push(group.first());
            match group {
                GroupsIndicator::Idx((_, rows)) => rows.iter().for_each(|row| of_row[*row as usize] = number as u32),
                GroupsIndicator::Slice([first, length]) => {
                    (first..first + length).for_each(|row| of_row[row as usize] = number as u32);
                }
            }
        }
        (of_row, firsts)
    }

    #[test]
    fn they_are_those_of_the_engine() {
        // Few values, many values, and rows without one.
        for (few, many) in [(3, 7), (5, 300), (200, 400)] {
            let at = |row: u64, of: u64| (row.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) % of;
            let rows = 0..500_u64;
            let words = rows.clone().map(|r| (at(r, few) > 0).then(|| format!("birim-{}", at(r, few)))).collect::<Vec<_>>();
            let numbers = rows.clone().map(|r| (at(r + 7, many) > 0).then_some(at(r + 7, many) as i64)).collect::<Vec<_>>();
            let days = rows.map(|r| Some(at(r + 13, few) as i32)).collect::<Vec<_>>();
            let all = [
                Series::new("a".into(), words),
                Series::new("b".into(), numbers),
                Series::new("c".into(), days).cast(&DataType::Date).unwrap(),
            ];
            for columns in 1..=all.len() {
                let frame = DataFrame::new(500, all[..columns].iter().cloned().map(Into::into).collect()).unwrap();
                let ours = Groups::by(&all[..columns].iter().collect::<Vec<_>>()).unwrap();
                assert_eq!((ours.of_row, ours.firsts), by_the_engine(&frame), "{few} {many} {columns}");
            }
        }
        assert!(Groups::by(&[]).is_none());
    }

    #[test]
    fn words_of_several_buffers_are_told_by_what_they_say() {
        // Where a word stands says nothing of another array's; short words are where they stand.
        let long = |start: usize| (0..9_000).map(move |row| format!("Su ve Kanalizasyon {}", (row + start) % 4_500));
        let mut words = StringChunked::from_iter_values("a".into(), long(0));
        words.append_owned(StringChunked::from_iter_values("a".into(), long(7))).unwrap();
        words.append_owned(StringChunked::from_iter_values("a".into(), ["fen", "zabita", "fen"].into_iter())).unwrap();
        let column = words.into_series();
        let frame = DataFrame::new(column.len(), vec![column.clone().into()]).unwrap();
        let ours = Groups::by(&[&column]).unwrap();
        assert_eq!((ours.of_row, ours.firsts), by_the_engine(&frame));
        assert!(Groups::by(&[&Series::new("x".into(), [0.5, 1.5])]).is_none());
    }
}

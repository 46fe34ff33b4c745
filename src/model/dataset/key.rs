//! Primary and unique keys of many rows, each remembered in sixteen bytes: short keys as they are, long ones as a digest.
//! Not the keys' words: who complains about a key reads it from its row.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Which key was seen in which row.
///
/// Offices number their records, so most files come in the order of their keys; while they do, a list is enough.
#[derive(Default)]
pub(super) struct Keys {
    /// All keys with their rows, as long as each was greater than the one before.
    ascending: Vec<(Packed, u32)>,
    /// All keys with their rows, once one was not.
    rows: HashMap<Packed, u32, BuildHasherDefault<Folded>>,
    scratch: Vec<u8>,
}

impl Keys {
    /// Begins a new key.
    pub(super) fn begin(&mut self) {
        self.scratch.clear();
    }

    /// Adds the text of one field to the key.
    pub(super) fn part(&mut self, text: &[u8]) {
        self.scratch.extend_from_slice(text);
        // Between the fields, so that `a|bc` and `ab|c` differ.
        self.scratch.push(0x1F);
    }

    /// Remembers the key as that of `row`; gives back the row that has it already.
    pub(super) fn remember(&mut self, row: u32) -> Option<u32> {
        let key = packed(&self.scratch);
        if self.rows.is_empty() && self.ascending.last().is_none_or(|(last, _)| *last < key) {
            self.ascending.push((key, row));
            return None;
        }
        if self.rows.is_empty() {
            self.rows.reserve(2 * self.ascending.len());
            self.rows.extend(std::mem::take(&mut self.ascending));
        }
        match self.rows.entry(key) {
            std::collections::hash_map::Entry::Occupied(first) => Some(*first.get()),
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert(row);
                None
            }
        }
    }
}

/// A key in sixteen bytes, first byte first, so that keys compare as their texts do. Two halves, because a `u128` would
/// waste twelve bytes beside a row's number.
type Packed = (u64, u64);

/// Up to fifteen bytes fit beside their length; of a longer key the first 127 bits of its BLAKE3 digest stand for it.
fn packed(key: &[u8]) -> Packed {
    let mut bytes = [0; 16];
    if key.len() <= 15 {
        bytes[..key.len()].copy_from_slice(key);
        bytes[15] = key.len() as u8;
    } else {
        bytes.copy_from_slice(&blake3::hash(key).as_bytes()[..16]);
        bytes[15] |= 1 << 7;
    }
    let whole = u128::from_be_bytes(bytes);
    ((whole >> 64) as u64, whole as u64)
}

/// Spreads the bits of a key over a table: faster than the standard hasher, and good enough for a repository's own files.
#[derive(Default)]
pub(super) struct Folded(u64);

impl Folded {
    fn mix(&mut self, word: u64) {
        let mixed = u128::from(self.0 ^ word) * u128::from(0x9E37_79B9_7F4A_7C15_u64);
        self.0 = mixed as u64 ^ (mixed >> 64) as u64;
    }
}

impl Hasher for Folded {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while let Some((word, tail)) = rest.split_first_chunk() {
            self.mix(u64::from_le_bytes(*word));
            rest = tail;
        }
        // Words of a cell are short: their last bytes are read in fours, because copying them costs a call.
        self.mix(match (rest.first_chunk::<4>(), rest.last_chunk::<4>()) {
            (Some(first), Some(last)) => u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32,
            _ => rest.iter().fold(rest.len() as u64, |word, byte| word << 8 | u64::from(*byte)),
        });
    }

    fn write_u64(&mut self, word: u64) {
        self.mix(word);
    }

    fn write_usize(&mut self, length: usize) {
        self.mix(length as u64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_row_with_a_key_learns_of_the_first() {
        let mut keys = Keys::default();
        for (row, parts) in [["a", "bc"], ["ab", "c"], ["a much longer key than that", ""], ["a", "bc"]].iter().enumerate() {
            keys.begin();
            parts.iter().for_each(|part| keys.part(part.as_bytes()));
            assert_eq!(keys.remember(row as u32), if row == 3 { Some(0) } else { None });
        }
    }

    #[test]
    fn keys_in_order_and_out_of_order_are_remembered_alike() {
        let mut keys = Keys::default();
        let mut seen = |key: &str, row| {
            keys.begin();
            keys.part(key.as_bytes());
            keys.remember(row)
        };
        let numbered = ["2026/001", "2026/002", "2026/010"];
        for (key, row) in numbered.into_iter().zip(0..) {
            assert_eq!(seen(key, row), None);
        }
        assert_eq!(seen("2026/010", 3), Some(2), "the same again, right after");
        assert_eq!(seen("2026/005", 4), None);
        assert_eq!((seen("2026/001", 5), seen("2026/005", 6)), (Some(0), Some(4)));
    }
}

//! Primary and unique keys of many rows, each remembered in sixteen bytes: short keys as they are, long ones as a digest.
//! Not the keys' words: who complains about a key reads it from its row.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Which key was seen in which row.
#[derive(Default)]
pub(super) struct Keys {
    rows: HashMap<u128, u32, BuildHasherDefault<Folded>>,
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
        match self.rows.entry(packed(&self.scratch)) {
            std::collections::hash_map::Entry::Occupied(first) => Some(*first.get()),
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert(row);
                None
            }
        }
    }
}

/// Up to fifteen bytes fit beside their length; of a longer key the first 127 bits of its BLAKE3 digest stand for it.
fn packed(key: &[u8]) -> u128 {
    if key.len() <= 15 {
        let mut bytes = [0; 16];
        bytes[..key.len()].copy_from_slice(key);
        bytes[15] = key.len() as u8;
        return u128::from_le_bytes(bytes);
    }
    let digest = blake3::hash(key);
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest.as_bytes()[..16]);
    u128::from_le_bytes(bytes) | 1 << 127
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

    fn write_u128(&mut self, key: u128) {
        let (low, high) = (key as u64, (key >> 64) as u64);
        let mixed = u128::from(low ^ 0x9E37_79B9_7F4A_7C15) * u128::from(high.rotate_left(32) ^ 0xD1B5_4A32_D192_ED03);
        self.0 = (mixed as u64 ^ (mixed >> 64) as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ low.rotate_left(17);
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
}

//! Primary and unique keys of many rows, each remembered in sixteen bytes: short keys as they are, long ones as a digest.
//! Not the keys' words: who complains about a key reads it from its row.

use super::index::{Index, folded};

/// Which key was seen in which row.
///
/// As long as each key is greater than the one before, as in a register that is numbered through, that alone proves it
/// new; the index is made when a key first breaks the order.
#[derive(Default)]
pub(super) struct Keys {
    keys: Vec<u128>,
    /// The row of each key; empty as long as that is the key's own number.
    rows: Vec<u32>,
    greatest: u128,
    index: Option<Index>,
    scratch: Vec<u8>,
}

impl Keys {
    /// Makes room for so many more keys.
    pub(super) fn expects(&mut self, keys: usize) {
        self.keys.reserve(keys);
    }

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

    /// Remembers the key as that of `row`; gives back the row that has it already. Rows come in rising order.
    #[inline]
    pub(super) fn remember(&mut self, row: u32) -> Option<u32> {
        let key = packed(&self.scratch);
        if key > self.greatest && self.index.is_none() {
            self.greatest = key;
            self.keep(key, row);
            return None;
        }
        self.remember_among(key, row)
    }

    /// The same once the order is broken.
    #[inline(never)]
    fn remember_among(&mut self, key: u128, row: u32) -> Option<u32> {
        let number = self.keys.len() as u32;
        let known = &self.keys;
        let index = self.index.get_or_insert_with(|| {
            let mut index = Index::default();
            known.iter().enumerate().for_each(|(number, key)| {
                index.find_or_add(hash_of(*key), number as u32, |_| false);
            });
            index
        });
        if let Some(first) = index.find_or_add(hash_of(key), number, |first| known[first as usize] == key) {
            return Some(self.rows.get(first as usize).copied().unwrap_or(first));
        }
        self.keep(key, row);
        None
    }

    fn keep(&mut self, key: u128, row: u32) {
        // Rows without a key and rows with another's leave the numbers behind.
        if self.rows.is_empty() && row as usize != self.keys.len() {
            self.rows.extend(0..self.keys.len() as u32);
            self.rows.push(row);
        } else if !self.rows.is_empty() {
            self.rows.push(row);
        }
        self.keys.push(key);
    }
}

/// Up to fifteen bytes fit beside their length, in an order that is that of keys of one length; of a longer key the
/// first 127 bits of its BLAKE3 digest stand for it.
fn packed(key: &[u8]) -> u128 {
    if key.len() <= 15 {
        let mut bytes = [0; 16];
        bytes[0] = key.len() as u8;
        bytes[1..=key.len()].copy_from_slice(key);
        return u128::from_be_bytes(bytes);
    }
    let digest = blake3::hash(key);
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest.as_bytes()[..16]);
    u128::from_be_bytes(bytes) | 1 << 127
}

fn hash_of(key: u128) -> u64 {
    folded(folded(0, key as u64), (key >> 64) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(parts: &[[&str; 2]], row_of: impl Fn(usize) -> u32) -> Vec<Option<u32>> {
        let mut keys = Keys::default();
        let one = |(number, parts): (usize, &[&str; 2])| {
            keys.begin();
            parts.iter().for_each(|part| keys.part(part.as_bytes()));
            keys.remember(row_of(number))
        };
        parts.iter().enumerate().map(one).collect()
    }

    #[test]
    fn the_second_row_with_a_key_learns_of_the_first() {
        let parts = [["a", "bc"], ["ab", "c"], ["a much longer key than that", ""], ["a", "bc"]];
        assert_eq!(seen(&parts, |number| number as u32), [None, None, None, Some(0)]);
    }

    #[test]
    fn rising_keys_are_new_until_one_is_not() {
        let parts = [["1", ""], ["2", ""], ["4", ""], ["3", ""], ["5", ""], ["2", ""], ["3", ""], ["6", ""], ["5", ""]];
        let doubled = [None, None, None, None, None, Some(1), Some(3), None, Some(4)];
        assert_eq!(seen(&parts, |number| number as u32), doubled);
        let apart = |number: usize| 10 * number as u32;
        assert_eq!(seen(&parts, apart), doubled.map(|row| row.map(|row| 10 * row)));
    }
}

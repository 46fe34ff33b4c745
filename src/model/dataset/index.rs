//! A list's positions, to be found again by what stands there: eight bytes a place, and nearly always one look. The list
//! itself belongs to the caller. Not a map: nothing is ever taken out.

/// Numbers of a list by the hash of their values (dizin).
///
/// Open addressing with linear probing. A slot holds the upper half of the hash and the position, one more so that zero
/// is empty. Slots are ordered by the hash but for collisions, so growing walks both tables from front to back.
#[derive(Default)]
pub(super) struct Index {
    slots: Vec<u64>,
    taken: usize,
}

const FEWEST_SLOTS: usize = 16;

impl Index {
    /// The position whose value has this hash and satisfies `same`.
    #[inline]
    pub(super) fn find(&self, hash: u64, same: impl Fn(u32) -> bool) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        let mut at = self.home(hash);
        loop {
            let slot = self.slots[at];
            if slot == 0 {
                return None;
            }
            let position = slot as u32 - 1;
            if slot >> 32 == hash >> 32 && same(position) {
                return Some(position);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    /// Notes a position whose value was not found; below `u32::MAX`.
    pub(super) fn add(&mut self, hash: u64, position: u32) {
        if self.taken >= self.slots.len() / 4 * 3 {
            self.grow();
        }
        self.taken += 1;
        self.place(hash >> 32 << 32 | u64::from(position + 1));
    }

    /// Where the search begins: the foremost bits of the hash.
    #[inline]
    fn home(&self, hash: u64) -> usize {
        (hash >> (64 - self.slots.len().trailing_zeros())) as usize
    }

    fn place(&mut self, slot: u64) {
        let mut at = self.home(slot);
        while self.slots[at] != 0 {
            at = (at + 1) & (self.slots.len() - 1);
        }
        self.slots[at] = slot;
    }

    fn grow(&mut self) {
        let old = std::mem::take(&mut self.slots);
        self.slots = vec![0; (2 * old.len()).max(FEWEST_SLOTS)];
        old.into_iter().filter(|slot| *slot != 0).for_each(|slot| self.place(slot));
    }
}

/// A hash of some bytes: fast, and good enough for a repository's own files. Eight bytes are folded in at a time, by a
/// multiplication whose two halves are mixed.
#[inline]
pub(super) fn hash_of(bytes: &[u8]) -> u64 {
    let mut sum = bytes.len() as u64;
    let mut words = bytes.chunks_exact(8);
    for word in &mut words {
        sum = folded(sum, u64::from_le_bytes(word.try_into().expect("chunks are eight bytes long")));
    }
    let last = words.remainder().iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte));
    folded(sum, last)
}

/// One step of [`hash_of`].
#[inline]
pub(super) fn folded(sum: u64, word: u64) -> u64 {
    let product = u128::from(sum ^ word ^ 0x9E37_79B9_7F4A_7C15) * 0xD1B5_4A32_D192_ED03;
    product as u64 ^ (product >> 64) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_added_is_found_again_and_nothing_else() {
        let words: Vec<String> = (0..5_000).map(|i| format!("2026/{i:05}")).collect();
        let mut index = Index::default();
        for (i, word) in words.iter().enumerate() {
            let find = |index: &Index| index.find(hash_of(word.as_bytes()), |at| words[at as usize] == *word);
            assert_eq!(find(&index), None);
            index.add(hash_of(word.as_bytes()), i as u32);
            assert_eq!(find(&index), Some(i as u32));
        }
        let all = |i: usize| index.find(hash_of(words[i].as_bytes()), |at| words[at as usize] == words[i]);
        assert!((0..words.len()).all(|i| all(i) == Some(i as u32)));
    }

    #[test]
    fn values_of_one_hash_are_told_apart() {
        let mut index = Index::default();
        (0..40).for_each(|position| index.add(u64::MAX, position));
        assert!((0..40).all(|position| index.find(u64::MAX, |at| at == position) == Some(position)));
        assert_eq!(index.find(u64::MAX, |at| at == 40), None);
    }
}

//! A list's positions, to be found again by what stands there: eight bytes a place, and nearly always one look. The list
//! itself belongs to the caller. Not a map: nothing is ever taken out.

/// Numbers of a list by the hash of their values (dizin).
///
/// Open addressing with linear probing. A slot holds the upper half of the hash and the position, one more so that zero
/// is empty. Slots are ordered by the hash but for collisions, so growing walks both tables from front to back.
#[derive(Default)]
pub(in crate::model) struct Index {
    slots: Vec<u64>,
    taken: usize,
}

const FEWEST_SLOTS: usize = 16;

impl Index {
    /// The position whose value has this hash and satisfies `same`.
    #[inline]
    pub(in crate::model) fn find(&self, hash: u64, same: impl Fn(u32) -> bool) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        self.search(hash, same).ok()
    }

    /// The same; when there is none, `new` is noted as the position of such a value. It is below `u32::MAX`.
    #[inline]
    pub(in crate::model) fn find_or_add(&mut self, hash: u64, new: u32, same: impl Fn(u32) -> bool) -> Option<u32> {
        if self.taken >= self.slots.len() / 4 * 3 {
            self.grow();
        }
        match self.search(hash, same) {
            Ok(position) => Some(position),
            Err(free) => {
                self.slots[free] = hash >> 32 << 32 | u64::from(new + 1);
                self.taken += 1;
                None
            }
        }
    }

    /// The position of such a value, or the slot where it belongs.
    #[inline]
    fn search(&self, hash: u64, same: impl Fn(u32) -> bool) -> Result<u32, usize> {
        let mut at = self.home(hash);
        loop {
            let slot = self.slots[at];
            if slot == 0 {
                return Err(at);
            }
            let position = slot as u32 - 1;
            if slot >> 32 == hash >> 32 && same(position) {
                return Ok(position);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
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

/// A hash of some bytes: fast, and good enough for a repository's own files. Nearly all words of columns are up to 32 bytes
/// long, and are read in two or four pieces that may overlap: the length is in the hash, so nothing is confused.
#[inline]
pub(in crate::model) fn hash_of(bytes: &[u8]) -> u64 {
    let sum = (bytes.len() as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    if let (17..=32, Some(first), Some(last)) = (bytes.len(), bytes.first_chunk::<16>(), bytes.last_chunk::<16>()) {
        let ([a, b], [c, d]) = (halves(first), halves(last));
        return folded(mixed(sum ^ a, b), mixed(c, d));
    }
    if let (8..=16, Some(first), Some(last)) = (bytes.len(), bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        return mixed(sum ^ u64::from_le_bytes(*first), u64::from_le_bytes(*last));
    }
    match bytes {
        [a, b, c, d, rest @ ..] if rest.len() < 4 => {
            let [.., e, f, g, h] = bytes else { return sum };
            folded(sum, u64::from_le_bytes([*a, *b, *c, *d, *e, *f, *g, *h]))
        }
        [a, .., c] if bytes.len() < 4 => folded(sum, u64::from(*a) | u64::from(bytes[1]) << 8 | u64::from(*c) << 16),
        [a] => folded(sum, u64::from(*a)),
        [] => folded(sum, 0),
        _ => hash_of_many(sum, bytes),
    }
}

#[inline(never)]
fn hash_of_many(sum: u64, bytes: &[u8]) -> u64 {
    let words = bytes.chunks_exact(8).chain(bytes.last_chunk::<8>().map(<[u8; 8]>::as_slice));
    words.fold(sum, |sum, word| folded(sum, u64::from_le_bytes(word.try_into().expect("chunks are eight bytes long"))))
}

/// Whether some bytes are the same, read in the pieces of [`hash_of`].
#[inline]
pub(in crate::model) fn same(a: &[u8], b: &[u8]) -> bool {
    let length = a.len();
    if length != b.len() {
        return false;
    }
    match length {
        17..=32 => (a.first_chunk::<16>() == b.first_chunk::<16>()) & (a.last_chunk::<16>() == b.last_chunk::<16>()),
        8..=16 => (a.first_chunk::<8>() == b.first_chunk::<8>()) & (a.last_chunk::<8>() == b.last_chunk::<8>()),
        4..=7 => (a.first_chunk::<4>() == b.first_chunk::<4>()) & (a.last_chunk::<4>() == b.last_chunk::<4>()),
        _ => a == b,
    }
}

#[inline]
fn halves(bytes: &[u8; 16]) -> [u64; 2] {
    let both = u128::from_le_bytes(*bytes);
    [both as u64, (both >> 64) as u64]
}

/// Two words at once.
#[inline]
fn mixed(a: u64, b: u64) -> u64 {
    let product = u128::from(a ^ 0xA076_1D64_78BD_642F) * u128::from(b ^ 0xE703_7ED1_A0B4_28DB);
    product as u64 ^ (product >> 64) as u64
}

/// One step of [`hash_of`].
#[inline]
pub(in crate::model) fn folded(sum: u64, word: u64) -> u64 {
    let product = u128::from(sum ^ word ^ 0xA076_1D64_78BD_642F) * 0xD1B5_4A32_D192_ED03;
    product as u64 ^ (product >> 64) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_and_the_length_count() {
        let bytes: Vec<u8> = (1..=50).collect();
        for length in 0..=bytes.len() {
            let hash = hash_of(&bytes[..length]);
            assert!(length == 50 || hash != hash_of(&bytes[..=length]));
            for changed in 0..length {
                let mut other = bytes[..length].to_vec();
                other[changed] ^= 1;
                assert_ne!(hash_of(&other), hash, "byte {changed} of {length}");
            }
        }
    }

    #[test]
    fn what_differs_in_a_byte_or_in_length_is_not_the_same() {
        let bytes: Vec<u8> = (1..=50).collect();
        for length in 0..=bytes.len() {
            assert!(same(&bytes[..length], &bytes.clone()[..length]));
            assert!(length == 50 || !same(&bytes[..length], &bytes[..=length]));
            for changed in 0..length {
                let mut other = bytes[..length].to_vec();
                other[changed] ^= 1;
                assert!(!same(&other, &bytes[..length]), "byte {changed} of {length}");
            }
        }
    }

    #[test]
    fn everything_added_is_found_again_and_nothing_else() {
        let words: Vec<String> = (0..5_000).map(|i| format!("2026/{i:05}")).collect();
        let mut index = Index::default();
        for (i, word) in words.iter().enumerate() {
            let mut find = |new| index.find_or_add(hash_of(word.as_bytes()), new, |at| words[at as usize] == *word);
            assert_eq!((find(i as u32), find(7)), (None, Some(i as u32)));
        }
        let all = |i: usize| index.find(hash_of(words[i].as_bytes()), |at| words[at as usize] == words[i]);
        assert!((0..words.len()).all(|i| all(i) == Some(i as u32)));
    }

    #[test]
    fn values_of_one_hash_are_told_apart() {
        let mut index = Index::default();
        assert!((0..40).all(|position| index.find_or_add(u64::MAX, position, |_| false).is_none()));
        assert!((0..40).all(|position| index.find(u64::MAX, |at| at == position) == Some(position)));
        assert_eq!(index.find(u64::MAX, |at| at == 40), None);
    }
}

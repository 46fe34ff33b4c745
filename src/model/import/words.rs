//! The distinct words of one column, each kept once as a cell of the canonical file: escaped, ready to be written.
//! Not a vocabulary: what a word means is the business of `cell`.

use crate::model::dataset::index::{Index, hash_of};

/// The words of a column (sözcükler), numbered from 1; 0 is the empty cell.
#[derive(Default)]
pub(super) struct Words {
    letters: Vec<u8>,
    ends: Vec<u64>,
    index: Index,
}

impl Words {
    /// The number of a word, which must not be empty.
    pub(super) fn number(&mut self, word: &[u8]) -> u32 {
        let (letters, ends) = (&self.letters, &self.ends);
        let found = self.index.find_or_add(hash_of(word), ends.len() as u32, |at| word_at(letters, ends, at) == word);
        if let Some(at) = found {
            return at + 1;
        }
        self.letters.extend_from_slice(word);
        self.ends.push(self.letters.len() as u64);
        self.ends.len() as u32
    }

    /// The word of a number.
    pub(super) fn word(&self, number: u32) -> &[u8] {
        if number == 0 { &[] } else { word_at(&self.letters, &self.ends, number - 1) }
    }
}

fn word_at<'w>(letters: &'w [u8], ends: &[u64], at: u32) -> &'w [u8] {
    let at = at as usize;
    let start = if at == 0 { 0 } else { ends[at - 1] as usize };
    &letters[start..ends[at] as usize]
}

/// The cell of a canonical file that says `text`: in quotation marks only where it needs them.
pub(super) fn escaped(text: &str) -> String {
    match text.contains([',', '"', '\n', '\r']) || text.starts_with(' ') || text.ends_with(' ') {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_keeps_its_number_and_zero_is_nothing() {
        let mut words = Words::default();
        let numbers: Vec<u32> = ["yol", "su", "yol", "çöp"].iter().map(|w| words.number(w.as_bytes())).collect();
        assert_eq!(numbers, [1, 2, 1, 3]);
        assert_eq!([0, 1, 3].map(|n| words.word(n)), [&b""[..], b"yol", "çöp".as_bytes()]);
    }

    #[test]
    fn only_cells_that_need_them_get_quotes() {
        assert_eq!(["a b", "a,b", "a \"b\"", " a"].map(escaped), ["a b", "\"a,b\"", "\"a \"\"b\"\"\"", "\" a\""]);
    }
}

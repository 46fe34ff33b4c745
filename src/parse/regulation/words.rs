//! The words of a clause with their places, and what a word means in a citation. Not sentences' meaning.

use super::characters::plain;

/// A word with its place in the clause's text, in bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'t> {
    pub text: &'t str,
    pub start: usize,
    /// True when a sentence ended before it.
    pub opens: bool,
}

impl Word<'_> {
    /// Past the word without the marks after it.
    pub fn end(&self) -> usize {
        self.start + self.text.trim_end_matches([',', ';', '.', ':', '”', '"', '’']).len()
    }
}

/// The words of a text whose gaps are single spaces.
pub(super) fn of(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::with_capacity(text.len() / 7 + 1);
    let mut start = 0;
    for word in text.split(' ') {
        let opens = words.last().is_none_or(|w| ends_sentence(w.text)) && word.starts_with(|c: char| !c.is_lowercase());
        words.push(Word { text: word, start, opens });
        start += word.len() + 1;
    }
    words
}

/// `23.` and `vb.` end no sentence.
fn ends_sentence(word: &str) -> bool {
    let Some(inside) = word.trim_end_matches(['”', '"', ')']).strip_suffix('.') else { return false };
    inside.chars().next_back().is_some_and(|c| !c.is_ascii_digit()) && inside != "vb" && inside != "md"
}

/// True when `word`, folded, begins with `stem` (`maddesinin` with `madde`).
pub(super) fn begins(word: &str, stem: &str) -> bool {
    let mut letters = word.trim_start_matches(['“', '"', '(', '‘', '’']).chars();
    stem.bytes().all(|b| letters.next().and_then(plain) == Some(b))
}

/// The number a word begins with, and what follows it: `15nci` → 15, `nci`.
pub(super) fn number(word: &str) -> Option<(u32, &str)> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 5 {
        return None;
    }
    Some((word[..digits].parse().ok()?, &word[digits..]))
}

/// The word is a number and nothing else but marks.
pub(super) fn bare_number(word: &str) -> Option<u32> {
    let (value, rest) = number(word)?;
    rest.chars().all(|c| matches!(c, '.' | ',')).then_some(value)
}

/// True for the ending of an ordinal: `inci`, `’nci`, `üncü`, `.`.
pub(super) fn is_ordinal_ending(rest: &str) -> bool {
    let rest = rest.trim_start_matches(['\'', '’', '.']);
    rest.is_empty() || ["inci", "nci", "uncu", "ncu"].iter().any(|e| rest.chars().filter_map(plain).eq(e.bytes()))
}

/// The value of an ordinal in words: `birinci`, `ikinci fıkrası`.
pub(super) fn ordinal(word: &str) -> Option<u32> {
    const ORDINALS: [&str; 10] =
        ["birinci", "ikinci", "ucuncu", "dorduncu", "besinci", "altinci", "yedinci", "sekizinci", "dokuzuncu", "onuncu"];
    let folded: Vec<u8> = word.chars().filter_map(plain).take(12).collect();
    ORDINALS.iter().position(|o| folded == o.as_bytes()).map(|i| i as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_before_a_full_stop_ends_no_sentence() {
        let opens: Vec<&str> =
            of("Kabul edilmiş, 23. Maddesi uyarınca. Bu vb. Son").iter().filter(|w| w.opens).map(|w| w.text).collect();
        assert_eq!(opens, ["Kabul", "Bu"]);
    }

    #[test]
    fn endings_of_ordinals() {
        for ending in ["inci", "’nci", "'üncü", ".", "ıncı", "uncu"] {
            assert!(is_ordinal_ending(ending), "{ending}");
        }
        assert!(!is_ordinal_ending("/m") && !is_ordinal_ending("sayılı"));
        assert_eq!((ordinal("İkinci"), ordinal("ikincil")), (Some(2), None));
    }
}

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

/// Marks that stand before a word and are none of it.
const OPENING: [char; 6] = ['“', '"', '(', '‘', '’', '\''];
/// Marks that stand after a word and are none of it.
const CLOSING: [char; 11] = [',', ';', '.', ':', '”', '"', '’', ')', '\'', 'ˮ', '/'];

impl<'t> Word<'t> {
    /// Past the word without the marks after it; a bracket that closes inside the word stays.
    #[inline]
    pub fn end(&self) -> usize {
        let bracketed = self.text.starts_with('(') || self.text.contains('(');
        if !ends_with_mark(self.text) {
            return self.start + self.text.len();
        }
        let trimmed = self.text.trim_end_matches(|c| CLOSING.contains(&c) && !(bracketed && c == ')'));
        self.start + trimmed.len()
    }

    /// The byte after the marks before it; a bracket that closes inside the word stays.
    pub fn begin(&self) -> usize {
        let bracketed = self.text.contains(')');
        let trimmed = self.text.trim_start_matches(|c| OPENING.contains(&c) && !(bracketed && c == '('));
        self.start + self.text.len() - trimmed.len()
    }

    /// The word without marks around it.
    #[inline]
    pub fn core(&self) -> &'t str {
        let text = without_opening(self.text);
        if ends_with_mark(text) { text.trim_end_matches(CLOSING) } else { text }
    }

    /// True when a comma follows: a list may go on.
    #[inline]
    pub fn has_comma(&self) -> bool {
        self.text.ends_with(',')
    }

    /// True when nothing but a letter, a digit or an apostrophe ends it: what follows belongs to the same phrase.
    #[inline]
    pub fn flows(&self) -> bool {
        match self.text.as_bytes().last() {
            Some(last) if last.is_ascii() => last.is_ascii_alphanumeric() || matches!(last, b'\'' | b'"'),
            Some(_) if !ends_with_mark(self.text) => true,
            _ => self.text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '’' | '”')),
        }
    }
}

/// The word without the marks before it. Most words have none, which their first byte tells.
#[inline]
fn without_opening(word: &str) -> &str {
    match word.as_bytes().first() {
        Some(b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | 0xC3..=0xC5) => word,
        _ => word.trim_start_matches(OPENING),
    }
}

/// False where the last bytes are a letter's or a digit's; letters of Turkish begin with these three.
#[inline]
fn ends_with_mark(word: &str) -> bool {
    match word.as_bytes() {
        [.., last] if last.is_ascii() => !last.is_ascii_alphanumeric(),
        [.., 0xC3..=0xC5, _] => false,
        _ => true,
    }
}

/// The words of a text whose gaps are single spaces.
pub(super) fn of(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::with_capacity(text.len() / 7 + 1);
    read(text, &mut words);
    words
}

/// The same into a list that is used again.
pub(super) fn read<'t>(text: &'t str, words: &mut Vec<Word<'t>>) {
    words.clear();
    let bytes = text.as_bytes();
    let mut start = 0;
    // True where the word before ended a sentence.
    let mut ended = true;
    loop {
        let mut end = start;
        let mut marks = 0;
        while end < bytes.len() && bytes[end] != b' ' {
            marks |= JOINING[bytes[end] as usize];
            end += 1;
        }
        let mut word = &text[start..end];
        let mut listed = false;
        // Most words have nothing that could join two.
        while marks != 0
            && may_be_joined(word)
            && let Some((head, rest)) = joint(word, listed).and_then(|cut| word.split_at_checked(cut))
            && !rest.is_empty()
        {
            ended = push(words, head, start, ended);
            start += head.len();
            word = rest;
            listed = head.starts_with(|c: char| c.is_ascii_digit());
        }
        ended = push(words, word, start, ended);
        if end == bytes.len() {
            return;
        }
        start = end + 1;
    }
}

/// Adds a word, which opens a sentence where one has `ended`; true when it ends one itself.
#[inline]
fn push<'t>(words: &mut Vec<Word<'t>>, text: &'t str, start: usize, ended: bool) -> bool {
    words.push(Word { text, start, opens: ended && text.starts_with(|c: char| !c.is_lowercase()) });
    ends_sentence(text)
}

fn is_joining(byte: u8) -> bool {
    matches!(byte, b',' | b';' | b'/' | b'-')
}

/// 1 for the bytes of which words that were written together have at least one.
const JOINING: [u8; 256] = {
    let mut joining = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        joining[byte] = matches!(byte as u8, b',' | b';' | b'/' | b'-' | b'0'..=b'9') as u8;
        byte += 1;
    }
    joining
};

/// The cheap question before [`joint`]: a mark within the word, or a digit at the end of what begins like `geçici`.
fn may_be_joined(word: &str) -> bool {
    let Some((last, inner)) = word.as_bytes().split_last() else { return false };
    inner.iter().any(|b| is_joining(*b)) || last.is_ascii_digit() && matches!(inner.first(), Some(b'g' | b'G'))
}

/// Where two words were written together: `Kanunu,3194`, `-3194`, `5-3194`, `2981/3290/3366`, `3,4,17`, `geçici1`.
/// `goes_on` when the word is what such a list left.
fn joint(word: &str, goes_on: bool) -> Option<usize> {
    let law = |rest: &str| (3..=4).contains(&rest.len()) && rest.bytes().all(|b| b.is_ascii_digit());
    let laws = |rest: &str| law(rest) || (goes_on || rest.matches('/').count() == 2) && rest.split('/').all(law);
    let comma = word.find([',', ';']).map(|at| at + 1).filter(|at| {
        let (before, after) = (&word[..at - 1], &word[*at..]);
        let letter = before.ends_with(|c: char| c.is_alphabetic() || c == ')');
        // Amounts have one comma.
        let article = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        let listed = article(before) && (goes_on || after.contains(',')) && after.split(',').all(article);
        letter && after.starts_with(char::is_alphanumeric) || listed
    });
    let slash = || word.find('/').map(|at| at + 1).filter(|_| laws(word));
    let law_behind_dash = || word.rfind('-').map(|at| at + 1).filter(|at| *at <= 3 && laws(&word[*at..]));
    let article = || {
        let digit = word.find(|c: char| c.is_ascii_digit())?;
        ["geçici", "Geçici"].contains(&&word[..digit]).then_some(digit)
    };
    comma.or_else(slash).or_else(law_behind_dash).or_else(article)
}

/// `23.`, `vb.` and `A.` end no sentence.
#[inline]
fn ends_sentence(word: &str) -> bool {
    // A full stop, or the last byte of a mark that closes behind one.
    if !matches!(word.as_bytes().last(), Some(b'.' | b'"' | b')' | 0x9D)) {
        return false;
    }
    let Some(inside) = word.trim_end_matches(['”', '"', ')']).strip_suffix('.') else { return false };
    let short = ["vb", "md", "Bkz", "bkz", "No", "no", "R.G", "RG", "s"].contains(&inside.trim_start_matches('('));
    // `T.C. Emekli Sandığı`, `K.H.K.`: single letters.
    let letters = inside.split('.').all(|letter| letter.chars().nth(1).is_none());
    inside.chars().next_back().is_some_and(|c| !c.is_ascii_digit()) && !short && !letters
}

/// True when `word`, folded, begins with `stem` (`maddesinin` with `madde`).
#[inline]
pub(super) fn begins(word: &str, stem: &str) -> bool {
    !is_surely_not(word, stem) && has_stem(word, stem)
}

fn has_stem(word: &str, stem: &str) -> bool {
    let mut letters = without_opening(word).chars();
    stem.bytes().all(|b| letters.next().and_then(plain) == Some(b))
}

/// True when `word`, folded and without its marks, is `whole`.
#[inline]
pub(super) fn is(word: &str, whole: &str) -> bool {
    !is_surely_not(word, whole) && is_whole(word, whole)
}

fn is_whole(word: &str, whole: &str) -> bool {
    let start = without_opening(word);
    let plain_word = start.starts_with(|c: char| c.is_ascii_alphanumeric()) && !ends_with_mark(start);
    let mut letters = if plain_word { start } else { word.trim_matches(|c: char| !c.is_alphanumeric()) }.chars();
    whole.bytes().all(|b| letters.next().and_then(plain) == Some(b)) && letters.next().is_none()
}

/// True when the first letter tells already, without decoding anything: of the dozens of stems that each word of a text
/// is asked about, it has the first letter of few.
#[inline]
fn is_surely_not(word: &str, stem: &str) -> bool {
    let Some((first, stem)) = word.as_bytes().first().zip(stem.as_bytes().first()) else { return false };
    match first {
        b'a'..=b'z' | b'A'..=b'Z' => first | 0x20 != *stem,
        b'0'..=b'9' => first != stem,
        0xC3..=0xC5 => has_other_letter(word, *stem),
        _ => false,
    }
}

fn has_other_letter(word: &str, letter: u8) -> bool {
    word.chars().next().and_then(plain).is_some_and(|first| first != letter)
}

/// What follows `stem` in `word`, folded, when it begins with it: `maddesinin` after `madde` → `sinin`.
pub(super) fn ending(word: &str, stem: &str) -> Option<String> {
    if is_surely_not(word, stem) {
        return None;
    }
    let folded: String = without_opening(word).chars().filter_map(plain).map(char::from).take(stem.len() + 12).collect();
    folded.strip_prefix(stem).map(str::to_owned)
}

/// The number a word begins with, and what follows it: `15nci` → 15, `nci`.
#[inline]
pub(super) fn number(word: &str) -> Option<(u32, &str)> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 5 {
        return None;
    }
    Some((word[..digits].parse().ok()?, &word[digits..]))
}

/// The word is a number and nothing else but marks.
pub(super) fn bare_number(word: &str) -> Option<u32> {
    let (value, rest) = number(word.trim_start_matches(OPENING))?;
    rest.chars().all(|c| matches!(c, '.' | ',')).then_some(value)
}

/// True for the ending of an ordinal: `inci`, `’nci`, `üncü`, `.`.
pub(super) fn is_ordinal_ending(rest: &str) -> bool {
    let rest = rest.trim_start_matches(['\'', '’', '.']).trim_end_matches(',');
    rest.is_empty() || ["inci", "nci", "uncu", "ncu"].iter().any(|e| rest.chars().filter_map(plain).eq(e.bytes()))
}

/// `sayılı`, `numaralı`, `nolu`, `No.lu`: the word before it is a number that names something.
pub(super) fn is_counting(word: &str) -> bool {
    let short =
        || ["no.l", "no'l", "no’l", "no.'l", "no.’l"].iter().any(|s| word.get(1..).is_some_and(|rest| rest.starts_with(&s[1..])));
    ["sayili", "numarali", "nolu"].iter().any(|w| is(word, w)) || word.starts_with(['N', 'n']) && short()
}

const UNITS: [&str; 9] = ["birinci", "ikinci", "ucuncu", "dorduncu", "besinci", "altinci", "yedinci", "sekizinci", "dokuzuncu"];
/// Cardinals, as the old style says them: `fıkra bir`.
const CARDINALS: [&str; 10] = ["bir", "iki", "uc", "dort", "bes", "alti", "yedi", "sekiz", "dokuz", "on"];

/// The value of an ordinal in one word: `birinci`, `onuncu`, `onikinci`.
pub(super) fn ordinal(word: &str) -> Option<u32> {
    // All end in `-nci`.
    if word.len() < 6 || !word.bytes().any(|b| matches!(b, b'c' | b'C')) {
        return None;
    }
    let mut folded = [0; 20];
    let mut length = 0;
    for letter in word.trim_matches(|c: char| !c.is_alphanumeric()).chars() {
        *folded.get_mut(length)? = plain(letter)?;
        length += 1;
    }
    let folded = &folded[..length];
    let unit = |letters: &[u8]| UNITS.iter().position(|o| letters == o.as_bytes()).map(|i| i as u32 + 1);
    let tens = |(ten, value): (&str, u32)| folded.strip_prefix(ten.as_bytes()).and_then(unit).map(|u| value + u);
    match folded {
        b"onuncu" => Some(10),
        b"yirminci" => Some(20),
        _ => unit(folded).or_else(|| [("on", 10), ("yirmi", 20)].into_iter().find_map(tens)),
    }
}

/// The value of a cardinal in words, as the old style counts paragraphs: `bir`, `iki`.
pub(super) fn cardinal(word: &str) -> Option<u32> {
    CARDINALS.iter().position(|c| is(word, c)).map(|i| i as u32 + 1)
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
        for ending in ["inci", "’nci", "'üncü", ".", "ıncı", "uncu", "inci,"] {
            assert!(is_ordinal_ending(ending), "{ending}");
        }
        assert!(!is_ordinal_ending("/m") && !is_ordinal_ending("sayılı"));
        let values = ["İkinci", "ikincil", "onuncu", "onbirinci", "yirmiikinci", "bir"].map(ordinal);
        assert_eq!(values, [Some(2), None, Some(10), Some(11), Some(22), None]);
        assert_eq!((cardinal("bir,"), cardinal("birden")), (Some(1), None));
    }

    #[test]
    fn a_word_without_the_marks_around_it() {
        let words = of("“(b) (Kanun), 18 (m), son.");
        let cores: Vec<(&str, usize, usize)> = words.iter().map(|w| (w.core(), w.begin(), w.end())).collect();
        assert_eq!(cores, [("b", 3, 6), ("Kanun", 7, 14), ("18", 16, 18), ("m", 19, 22), ("son", 24, 27)]);
        let joined: Vec<(&str, usize)> = of("Kanunu,3194 5-3194 a,b 3-5").iter().map(|w| (w.text, w.start)).collect();
        let expected = [("Kanunu,", 0), ("3194", 7), ("5-", 12), ("3194", 14), ("a,", 19), ("b", 21), ("3-5", 23)];
        assert_eq!(joined, expected);
    }
}

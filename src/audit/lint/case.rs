//! Turkish in the wrong case: `ISTANBUL` and `i̇zmir` are what programs make of İSTANBUL and İzmir that do not know Turkish.
//! A screen reader reads another word, or spells it (WCAG 3.1.1).

use super::{Findings, Lint, Page};
use crate::diag::Code;
use crate::turkish;

pub(super) const LINT: Lint = Lint { code: Code::WRONG_CASE, criteria: &["3.1.1"], find };

/// Words that begin with İ and would pass for words with ı by the harmony of their vowels; folded beginnings.
const WITH_DOT: [&str; 26] = [
    "istanbul",
    "ihale",
    "imar",
    "ilan",
    "insan",
    "imza",
    "idar",
    "ifade",
    "itiraz",
    "iptal",
    "icra",
    "iskan",
    "insaat",
    "irtibat",
    "istatistik",
    "itfaiye",
    "ikamet",
    "ibraz",
    "ilac",
    "imam",
    "inanc",
    "isaret",
    "israf",
    "ithal",
    "itimat",
    "izah",
];

fn find(page: &Page<'_>, findings: &mut Findings<'_, '_>) {
    for (element, at, text) in page.texts() {
        if text.contains("i\u{307}") {
            findings.push(at, &[("word", word_with(text, "i\u{307}"))]);
            continue;
        }
        let turkish = page.language(element).is_some_and(|language| language.is_turkish());
        if !turkish || page.lies_in(element, &["code", "pre", "kbd", "samp"]) {
            continue;
        }
        let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.contains('I'));
        if let Some(word) = words.into_iter().find(|word| lost_its_dot(word)) {
            findings.push(at, &[("word", word)]);
        }
    }
}

fn word_with<'t>(text: &'t str, part: &str) -> &'t str {
    text.split_whitespace().find(|word| word.contains(part)).unwrap_or(text)
}

/// True for a word in which an `I` stands where Turkish has `İ`. An ı does not stand beside e, i, ö and ü.
fn lost_its_dot(word: &str) -> bool {
    const SHORTEST: usize = 5;
    let capitals = word.chars().all(char::is_uppercase);
    let first_only = word.starts_with('I') && word.chars().skip(1).all(char::is_lowercase);
    if word.chars().count() < SHORTEST || !(capitals || first_only) || is_roman(word) {
        return false;
    }
    let folded = turkish::fold(word);
    if word.starts_with('I') && WITH_DOT.iter().any(|with_dot| folded.starts_with(with_dot)) {
        return true;
    }
    let vowels: Vec<char> = word.chars().filter(|c| "aeıioöuüAEIİOÖUÜ".contains(*c)).collect();
    let is_front = |c: &char| "eiöüEİÖÜ".contains(*c);
    vowels.windows(2).any(|pair| matches!(pair, [a, 'I'] if is_front(a)) || matches!(pair, ['I', b] if is_front(b)))
}

fn is_roman(word: &str) -> bool {
    word.chars().all(|c| "IVXLCDM".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_lost_their_dot_are_known_by_their_vowels() {
        for wrong in ["ISTANBUL", "BELEDIYESI", "TÜRKIYE", "HIZMETLER", "Iletişim", "IHALE", "Istatistik", "MÜDÜRLÜKLERI"] {
            assert!(lost_its_dot(wrong), "{wrong}");
        }
        for right in
            ["İSTANBUL", "IŞIK", "Irmak", "IĞDIR", "ISPARTA", "KALDIRIM", "BELEDİYESİ", "XVIII", "YAYIN", "ISITMA", "TIP"]
        {
            assert!(!lost_its_dot(right), "{right}");
        }
    }
}

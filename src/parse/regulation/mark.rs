//! Footnotes of printed collections: `(1)` alone on a line is a mark in the sentence before it, and below a drawn rule
//! `(1) Bu fıkra …` is the note itself. Both look like numbered paragraphs and are none. Where one is meant is for `block`
//! to say, who knows what stands around.

use super::characters::is_gap;

/// Shortest rule above footnotes, in characters: three dashes are something of Markdown's.
const SHORTEST: usize = 5;

/// True for a drawn line: `______`, `––––––`.
pub(super) fn is_rule(words: &str) -> bool {
    let drawn = |c: char| matches!(c, '_' | '-' | '–' | '—' | '―');
    words.starts_with(drawn) && words.chars().all(drawn) && words.chars().count() >= SHORTEST
}

/// How many marks a line is made of, `(1)`, `(1) (3)`; 0 for a line with anything else on it.
pub(super) fn marks(words: &str) -> usize {
    let mut rest = words;
    let mut count = 0;
    while let Some((number, after)) = rest.strip_prefix('(').and_then(|r| r.split_once(')')) {
        if number.is_empty() || number.len() > 2 || !number.bytes().all(|b| b.is_ascii_digit()) {
            return 0;
        }
        count += 1;
        rest = after.trim_start_matches(|c| is_gap(c) || c == ',');
    }
    if rest.is_empty() { count } else { 0 }
}

/// `words` without the marks at their end.
pub(super) fn without(words: &str) -> &str {
    let mut words = words;
    while let Some(open) = words.rfind('(').filter(|open| marks(&words[*open..]) == 1) {
        words = words[..open].trim_end_matches(is_gap);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_and_marks() {
        assert!(is_rule("––––––––") && is_rule("_____") && !is_rule("---") && !is_rule("– – – bir"));
        assert_eq!(["(1)", "(1)(3)", "(1), (2)", "(1) Bir", "(a)", "(2005)", ""].map(marks), [1, 2, 2, 0, 0, 0, 0]);
        assert_eq!(without("(193 sayılı Kanunun hükmüdür.) (1)(2)"), "(193 sayılı Kanunun hükmüdür.)");
        assert_eq!(without("Bir (iki)"), "Bir (iki)");
    }
}

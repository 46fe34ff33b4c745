//! Signs that nobody explains: a `*` or `[c]` in a table or beside a label means nothing to who does not know (WCAG 1.3.3,
//! 3.3.2).

use std::collections::BTreeMap;

use super::{Findings, Lint, Page};
use crate::audit::page::Element;
use crate::diag::Code;

pub(super) const LINT: Lint = Lint { code: Code::UNEXPLAINED_SIGN, criteria: &["1.3.3", "3.3.2"], find };

fn find(page: &Page<'_>, findings: &mut Findings<'_, '_>) {
    let mut used: BTreeMap<String, usize> = BTreeMap::new();
    for cell in page.all(&["td", "th", "label", "dt"]).filter(|cell| !page.is_silent(*cell)) {
        let words = page.words(cell);
        // What stands in code is the thing itself, not a sign for something said elsewhere.
        let code = |inner: &Element| page.name(*inner) == "code" && words.ends_with(&page.words(*inner));
        if page.below(cell).iter().any(code) {
            continue;
        }
        if let Some(sign) = sign_at_end(&words) {
            used.entry(sign.to_owned()).or_insert_with(|| page.at(cell));
        }
    }
    if used.is_empty() {
        return;
    }
    let texts = page.all(&["p", "li", "dd", "dt", "caption", "figcaption", "small", "div"]);
    let texts: Vec<String> = texts.filter(|text| !page.is_silent(*text)).map(|text| page.words(text)).collect();
    for (sign, at) in used {
        if !texts.iter().any(|text| explains(text, &sign)) {
            findings.push(at, &[("sign", &sign)]);
        }
    }
}

/// The sign that a cell is, or ends with: `*`, `†`, `[c]`.
fn sign_at_end(words: &str) -> Option<&str> {
    if let Some(open) = words.rfind('[').filter(|_| words.ends_with(']')) {
        let inner = &words[open + 1..words.len() - 1];
        return (inner.len() == 1 && inner.bytes().all(|b| b.is_ascii_lowercase())).then(|| &words[open..]);
    }
    let start = words.trim_end_matches(['*', '†', '‡']).len();
    // Emphasis that was never made into emphasis is another mistake.
    (start < words.len() && !words.starts_with('*') || words.chars().all(|c| c == '*') && !words.is_empty())
        .then(|| &words[start..])
        .filter(|sign| !sign.is_empty())
}

/// True for a text in which words follow the sign: `* tahmini`, `İşaretler: [c] gizli; [x] yok`.
fn explains(text: &str, sign: &str) -> bool {
    text.match_indices(sign).any(|(at, _)| {
        let before = text[..at].trim_end();
        let after = text[at + sign.len()..].trim_start_matches([' ', ':', '=', '–', '-', ')']);
        let begins = before.is_empty() || before.ends_with([':', ';', '.', ',', '(']);
        begins && after.chars().take(3).filter(|c| c.is_alphabetic()).count() == 3
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_ends_a_cell_and_an_explanation_begins_with_it() {
        assert_eq!(sign_at_end("12*"), Some("*"));
        assert_eq!(sign_at_end("*"), Some("*"));
        assert_eq!(sign_at_end("[c]"), Some("[c]"));
        assert_eq!(sign_at_end("Ad †"), Some("†"));
        for none in ["12", "[kaynak]", "a [1]", "", "5 * 3"] {
            assert_eq!(sign_at_end(none), None, "{none}");
        }
        assert!(explains("* tahmini değer", "*") && explains("İşaretler: [c] gizli; [x] yok", "[x]"));
        assert!(!explains("12* ve 13*", "*") && !explains("[c]", "[c]"));
    }
}

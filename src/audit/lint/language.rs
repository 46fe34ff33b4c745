//! Text in another language than it is said to be in: a screen reader reads it with the wrong voice (WCAG 3.1.1, 3.1.2).

use std::collections::BTreeMap;

use super::{Findings, Lint, Page};
use crate::diag::Code;
use crate::language::Language;

pub(super) const LINT: Lint = Lint { code: Code::WRONG_LANGUAGE, criteria: &["3.1.1", "3.1.2"], find };

/// Short words that hardly any other language has.
const TURKISH: [&str; 40] = [
    "ve",
    "bir",
    "bu",
    "için",
    "ile",
    "olarak",
    "olan",
    "veya",
    "göre",
    "daha",
    "kadar",
    "değil",
    "gibi",
    "sonra",
    "önce",
    "her",
    "yok",
    "var",
    "sayılı",
    "sayfa",
    "belediye",
    "belediyesi",
    "müdürlüğü",
    "hakkında",
    "tarihli",
    "gün",
    "yıl",
    "ya",
    "da",
    "ne",
    "nasıl",
    "nerede",
    "hangi",
    "tüm",
    "bütün",
    "çok",
    "yeni",
    "ilgili",
    "üzere",
    "eden",
];
const ENGLISH: [&str; 36] = [
    "the", "of", "and", "to", "in", "is", "for", "are", "with", "that", "this", "by", "be", "or", "from", "on", "at", "you",
    "your", "we", "our", "it", "as", "not", "have", "has", "was", "were", "which", "their", "about", "page", "how", "what",
    "where", "when",
];

/// What speaks for a language in a text.
#[derive(Default)]
struct Signs {
    turkish: usize,
    english: usize,
    at: usize,
    words: String,
}

fn find(page: &Page<'_>, findings: &mut Findings<'_, '_>) {
    if let Some(html) = page.all(&["html"]).next().filter(|html| page.language(*html).is_none()) {
        findings.push(page.at(html), &[("text", "<html>"), ("language", "–"), ("seems", "tr")]);
        return;
    }
    // By the block a text stands in, and by language within it.
    let mut blocks: BTreeMap<(usize, Option<Language>), Signs> = BTreeMap::new();
    for (element, at, text) in page.texts().filter(|(element, ..)| !page.lies_in(*element, &["code", "pre", "svg"])) {
        let block = page.and_around(element).find(|e| !is_inline(page.name(*e))).map_or(0, |e| page.at(e));
        let signs = blocks.entry((block, page.language(element))).or_insert_with(|| Signs { at, ..Signs::default() });
        signs.words.push_str(text);
        signs.words.push(' ');
        for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
            signs.count(word);
        }
    }
    for ((_, language), signs) in &blocks {
        let seems = match language.map(|l| l.to_string()).as_deref() {
            Some("tr") if signs.english >= 4 && signs.english > 2 * signs.turkish => "en",
            Some("tr") | None => continue,
            Some("en") if signs.turkish >= 3 && signs.turkish > signs.english => "tr",
            Some("en") => continue,
            Some(_) if signs.turkish >= 6 && signs.turkish > signs.english => "tr",
            Some(_) => continue,
        };
        let said = language.map(|l| l.to_string()).unwrap_or_default();
        findings.push(signs.at, &[("text", &signs.words), ("language", &said), ("seems", seems)]);
    }
}

impl Signs {
    /// A short word of a language says as much as two words with its letters.
    fn count(&mut self, word: &str) {
        let folded = word.to_ascii_lowercase();
        if TURKISH.contains(&folded.as_str()) {
            self.turkish += 2;
        } else if ENGLISH.contains(&folded.as_str()) {
            self.english += 2;
        } else if word.contains(['ğ', 'ı', 'ş', 'İ', 'Ğ', 'Ş', 'ç', 'Ç', 'ö', 'ü', 'Ö', 'Ü']) {
            self.turkish += 1;
        }
    }
}

fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr" | "b" | "cite" | "data" | "em" | "i" | "mark" | "q" | "s" | "small" | "span" | "strong" | "time" | ""
    )
}

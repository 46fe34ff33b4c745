//! Words of another language than their page's, on their way into it.
//!
//! A template puts a word wherever it likes, in an attribute too, where no element may stand. So a borrowed word travels
//! between two characters of the private use area, and what becomes of them is decided when the page is finished:
//! `<span lang="tr">` where an element may stand, so that a screen reader reads it aloud in its own language (WCAG 3.1.2),
//! the bare word elsewhere.

use super::Language;

const OPEN: char = '\u{F8F0}';
const NAMED: char = '\u{F8F1}';
const CLOSE: char = '\u{F8F2}';

/// Elements that hold text alone.
const TEXT_ONLY: [&str; 5] = ["option", "script", "style", "textarea", "title"];

/// `text`, which is in `language`, for a page that is not.
pub fn mark(text: &str, language: Language) -> String {
    format!("{OPEN}{language}{NAMED}{text}{CLOSE}")
}

/// The text without what marks its language.
pub fn bare(text: &str) -> String {
    match text.split_once(OPEN) {
        None => text.to_owned(),
        Some((before, after)) => {
            let (word, rest) = after.split_once(NAMED).and_then(|(_, word)| word.split_once(CLOSE)).unwrap_or((after, ""));
            format!("{before}{word}{}", bare(rest))
        }
    }
}

/// The finished page `html`, each borrowed word in its element or, where none may stand, as it is.
pub fn settle(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + 1024);
    let mut reader = Reader::default();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(OPEN) {
        out.push_str(before);
        reader.read(before);
        let word = after.split_once(NAMED).and_then(|(tag, after)| Some((Language::parse(tag)?, after.split_once(CLOSE)?)));
        let Some((language, (word, after))) = word else {
            rest = after;
            continue;
        };
        match reader.may_hold_elements() {
            true => out.extend(["<span lang=\"", language.as_str(), "\">", word, "</span>"]),
            false => out.push_str(word),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Where in a page one is: in its text or within a tag.
#[derive(Default)]
struct Reader {
    in_tag: bool,
    /// The quotation mark of the attribute one is in.
    quote: Option<char>,
    /// The name of the tag that is being read, or was last.
    name: String,
    naming: bool,
}

impl Reader {
    fn read(&mut self, html: &str) {
        for c in html.chars() {
            match (self.in_tag, self.quote) {
                (false, _) if c == '<' => {
                    self.in_tag = true;
                    self.naming = true;
                    self.name.clear();
                }
                (false, _) => {}
                (true, Some(quote)) if c == quote => self.quote = None,
                (true, Some(_)) => {}
                (true, None) => match c {
                    '>' => self.in_tag = false,
                    '"' | '\'' => self.quote = Some(c),
                    c if self.naming && (c.is_ascii_alphanumeric() || c == '/') => self.name.push(c.to_ascii_lowercase()),
                    _ => self.naming = false,
                },
            }
        }
    }

    fn may_hold_elements(&self) -> bool {
        !self.in_tag && !TEXT_ONLY.contains(&self.name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_borrowed_word_says_its_language_where_an_element_may_stand() {
        let menu = mark("Menü", Language::TURKISH);
        let page =
            format!("<title>{menu} – x</title><nav aria-label=\"a > b {menu}\"><p>{menu}: x</p></nav><option>{menu}</option>");
        assert_eq!(
            settle(&page),
            "<title>Menü – x</title><nav aria-label=\"a > b Menü\"><p><span lang=\"tr\">Menü</span>: x</p></nav><option>Menü</option>"
        );
        assert_eq!(bare(&format!("{menu} ve {menu}")), "Menü ve Menü");
    }

    #[test]
    fn what_only_looks_like_a_mark_stays_text() {
        assert_eq!(settle("<p>a\u{F8F0}b</p>"), "<p>ab</p>");
        assert_eq!(settle("<p>a\u{F8F0}??\u{F8F1}b</p>"), "<p>a??\u{F8F1}b</p>");
    }
}

//! A page as lints see it: its elements, their languages, and the names that are read aloud for them.

use std::sync::Arc;

use super::reader::{self, Kind, Node};
use crate::diag::{LineIndex, Place};
use crate::language::Language;

/// A page (sayfa).
pub struct Page<'t> {
    file: Arc<str>,
    lines: LineIndex<'t>,
    nodes: Vec<Node<'t>>,
}

/// An element of a [`Page`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Element(usize);

/// What hides an element from those who are read to.
const SILENT: [&str; 6] = ["head", "script", "style", "template", "noscript", "datalist"];

impl<'t> Page<'t> {
    /// Reads the page `html`.
    pub fn read(file: &Arc<str>, html: &'t str) -> Page<'t> {
        Page { file: Arc::clone(file), lines: LineIndex::new(html), nodes: reader::read(html) }
    }

    /// The place of byte `at`.
    pub(super) fn place(&self, at: usize) -> Place {
        let (line, column) = self.lines.line_column(at);
        Place::at(Arc::clone(&self.file), line, column)
    }

    /// True for a page that only sends on to another.
    pub(super) fn sends_on(&self) -> bool {
        self.all(&["meta"]).any(|meta| self.attribute(meta, "http-equiv").is_some_and(|v| v.eq_ignore_ascii_case("refresh")))
    }

    /// All elements, in the order of the page.
    pub(super) fn elements(&self) -> impl Iterator<Item = Element> {
        (1..self.nodes.len()).filter(|node| matches!(self.nodes[*node].kind, Kind::Element(..))).map(Element)
    }

    /// The elements with one of these names.
    pub(super) fn all(&self, names: &[&str]) -> impl Iterator<Item = Element> {
        self.elements().filter(move |element| names.contains(&self.name(*element)))
    }

    /// The element's own name: `a`.
    pub(super) fn name(&self, element: Element) -> &str {
        match &self.nodes[element.0].kind {
            Kind::Element(name, _) => name,
            Kind::Text(_) => "",
        }
    }

    /// Where it begins, in bytes.
    pub(super) fn at(&self, element: Element) -> usize {
        self.nodes[element.0].at
    }

    /// The value of an attribute; empty for one without a value.
    pub(super) fn attribute(&self, element: Element, name: &str) -> Option<&str> {
        match &self.nodes[element.0].kind {
            Kind::Element(_, attributes) => attributes.iter().find(|(n, _)| n == name).map(|(_, value)| &**value),
            Kind::Text(_) => None,
        }
    }

    /// The element and those around it, from the inside out.
    pub(super) fn and_around(&self, element: Element) -> impl Iterator<Item = Element> {
        std::iter::successors(Some(element), |at| (at.0 != 0).then(|| Element(self.nodes[at.0].parent)))
            .take_while(|at| at.0 != 0)
    }

    /// True when `element` lies in one of these, or is one.
    pub(super) fn lies_in(&self, element: Element, names: &[&str]) -> bool {
        self.and_around(element).any(|around| names.contains(&self.name(around)))
    }

    /// The elements below, in the order of the page.
    pub(super) fn below(&self, element: Element) -> Vec<Element> {
        let mut found = Vec::new();
        self.walk(element.0, &mut |node| {
            if node != element.0 && matches!(self.nodes[node].kind, Kind::Element(..)) {
                found.push(Element(node));
            }
            true
        });
        found
    }

    /// True when it is not read aloud.
    pub(super) fn is_silent(&self, element: Element) -> bool {
        self.and_around(element).any(|around| {
            SILENT.contains(&self.name(around))
                || self.attribute(around, "aria-hidden") == Some("true")
                || self.attribute(around, "hidden").is_some()
        })
    }

    /// The language its text is said to be in: the nearest `lang`.
    pub(super) fn language(&self, element: Element) -> Option<Language> {
        let tag = self.and_around(element).find_map(|around| self.attribute(around, "lang"))?;
        Language::parse(tag.split('-').next().unwrap_or_default())
    }

    /// The texts that are read aloud, each with its element and its place.
    pub(super) fn texts(&self) -> impl Iterator<Item = (Element, usize, &str)> {
        self.nodes.iter().filter_map(|node| match &node.kind {
            Kind::Text(text) if !text.trim().is_empty() && !self.is_silent(Element(node.parent)) => {
                Some((Element(node.parent), node.at, &**text))
            }
            _ => None,
        })
    }

    /// The words in an element, those that are not read aloud left out.
    pub(super) fn words(&self, element: Element) -> String {
        let mut words = String::new();
        self.say(element.0, &mut words);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The name that is read aloud for an element (accname 1.2, as far as pages without script go).
    pub(super) fn spoken(&self, element: Element) -> String {
        let named = self.attribute(element, "aria-labelledby").map(|ids| {
            let parts = ids.split_ascii_whitespace().filter_map(|id| self.with_id(id)).map(|named| self.words(named));
            parts.collect::<Vec<_>>().join(" ")
        });
        let label = || self.attribute(element, "aria-label").map(str::to_owned);
        let given = named.filter(|name| !name.trim().is_empty()).or_else(label).filter(|name| !name.trim().is_empty());
        let own = || match self.name(element) {
            "img" => self.attribute(element, "alt").unwrap_or_default().to_owned(),
            "input" => self.attribute(element, "value").unwrap_or_default().to_owned(),
            "svg" => self.below(element).into_iter().find(|e| self.name(*e) == "title").map_or(String::new(), |t| self.words(t)),
            _ => self.words(element),
        };
        let title = || self.attribute(element, "title").unwrap_or_default().to_owned();
        let name = given.unwrap_or_else(own);
        let name = if name.trim().is_empty() { title() } else { name };
        name.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The element with this id.
    pub(super) fn with_id(&self, id: &str) -> Option<Element> {
        self.elements().find(|element| self.attribute(*element, "id") == Some(id))
    }

    /// Visits the nodes below and with `node`; `visit` says whether to go deeper.
    fn walk(&self, node: usize, visit: &mut dyn FnMut(usize) -> bool) {
        if visit(node) {
            for child in &self.nodes[node].children {
                self.walk(*child, visit);
            }
        }
    }

    fn say(&self, node: usize, out: &mut String) {
        match &self.nodes[node].kind {
            Kind::Text(text) => out.push_str(text),
            Kind::Element(name, _) => {
                let element = Element(node);
                let silent = self.attribute(element, "aria-hidden") == Some("true") || SILENT.contains(&&**name);
                match self.attribute(element, "aria-label") {
                    _ if silent => {}
                    Some(label) => spaced(out, label),
                    None if name == "img" => spaced(out, self.attribute(element, "alt").unwrap_or_default()),
                    None => {
                        // Only what stands in a line runs together with what is beside it.
                        let block = !matches!(
                            &**name,
                            "a" | "abbr"
                                | "b"
                                | "bdi"
                                | "cite"
                                | "code"
                                | "data"
                                | "del"
                                | "em"
                                | "i"
                                | "ins"
                                | "kbd"
                                | "mark"
                                | "q"
                                | "s"
                                | "small"
                                | "span"
                                | "strong"
                                | "sub"
                                | "sup"
                                | "time"
                                | "u"
                                | "var"
                                | "wbr"
                        );
                        out.push_str(if block { " " } else { "" });
                        for child in &self.nodes[node].children {
                            self.say(*child, out);
                        }
                        out.push_str(if block { " " } else { "" });
                    }
                }
            }
        }
    }
}

fn spaced(out: &mut String, words: &str) {
    out.push(' ');
    out.push_str(words);
    out.push(' ');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with<T>(html: &str, look: impl Fn(&Page<'_>) -> T) -> T {
        look(&Page::read(&"a.html".into(), html))
    }

    #[test]
    fn a_name_is_what_is_read_aloud() {
        let name = |html: &str| {
            with(html, |page| {
                let element = page.elements().find(|e| page.attribute(*e, "x").is_some()).expect("one is marked");
                page.spoken(element)
            })
        };
        assert_eq!(name("<a x>CSV<span class=gizli>: Borç</span></a>"), "CSV: Borç");
        assert_eq!(name("<a x><svg aria-hidden=true><title>ok</title></svg><img alt='Ana sayfa'></a>"), "Ana sayfa");
        assert_eq!(name("<p id=b>Tablo <b>1</b></p><div x aria-labelledby='b'>c</div>"), "Tablo 1");
        assert_eq!(name("<a x aria-label='Ara'>?</a>"), "Ara");
        assert_eq!(name("<a x title='Ara'> </a>"), "Ara");
        assert_eq!(name("<svg x><title>Aylar</title><text>1</text></svg>"), "Aylar");
        assert_eq!(name("<a x>bir<br>iki</a>"), "bir iki");
    }

    #[test]
    fn a_text_knows_its_language() {
        let html = "<html lang=tr-TR><body><p>Ana</p><p lang=en>Home <i>page</i></p><script>x</script></body></html>";
        let languages =
            with(html, |page| page.texts().map(|(e, _, t)| format!("{t} {:?}", page.language(e))).collect::<Vec<_>>());
        assert_eq!(languages, ["Ana Some(tr)", "Home  Some(en)", "page Some(en)"]);
    }
}

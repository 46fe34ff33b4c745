//! An XML element in memory, the names (`eId`) of elements by the naming convention of Akoma Ntoso, and its writing.
//!
//! The convention is OASIS "Akoma Ntoso Naming Convention Version 1.0" (2019), chapter 5: the name of the nearest named
//! ancestor, two underscores, the element's short name, one underscore, its number. Not what the elements mean.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// An element.
#[derive(Debug, Default)]
pub struct Element<'d> {
    /// Its name.
    pub name: &'static str,
    /// Its attributes, in order.
    pub attributes: Vec<(&'static str, String)>,
    /// How its `eId` is made.
    pub named: Named,
    /// The anchor of the clause it stands for.
    pub clause: Option<&'d str>,
    /// The anchor of the clause that its `href` is to lead to.
    pub leads_to: Option<&'d str>,
    /// What is in it.
    pub content: Vec<Content<'d>>,
}

/// What is in an element.
#[derive(Debug)]
pub enum Content<'d> {
    /// Another element.
    Element(Element<'d>),
    /// Words.
    Text(String),
}

/// How the `eId` of an element is made.
#[derive(Debug, Default, PartialEq, Eq)]
pub enum Named {
    /// It has none.
    #[default]
    Not,
    /// Its place among its like: `list_1`, `content_1`.
    ByPlace,
    /// Its number, or `nn` and its place where it should have one and has not.
    ByNumber(Option<String>),
    /// Its number alone, because it is counted through the whole text: `art_26-A`.
    Counted(Option<String>),
    /// Its own name, which stands once: `body`.
    Once,
}

impl<'d> Element<'d> {
    /// An empty element.
    pub fn new(name: &'static str) -> Element<'d> {
        Element { name, ..Element::default() }
    }

    /// The same with an attribute.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Element<'d> {
        self.attributes.push((name, value.into()));
        self
    }

    /// The same with its name made so.
    pub fn named(mut self, named: Named) -> Element<'d> {
        self.named = named;
        self
    }

    /// The same with words at the end.
    pub fn text(mut self, words: &str) -> Element<'d> {
        self.content.push(Content::Text(words.to_owned()));
        self
    }

    /// Puts another element at the end.
    pub fn push(&mut self, element: Element<'d>) {
        self.content.push(Content::Element(element));
    }

    /// The same with another element at the end.
    pub fn holding(mut self, element: Element<'d>) -> Element<'d> {
        self.push(element);
        self
    }
}

/// Names every element below `root`, and gives the names of the clauses by their anchors.
pub fn name<'d>(root: &mut Element<'d>) -> BTreeMap<&'d str, String> {
    let mut names = Names::default();
    names.children(root, "", "");
    names.clauses
}

#[derive(Default)]
struct Names<'d> {
    taken: BTreeSet<String>,
    clauses: BTreeMap<&'d str, String>,
}

impl<'d> Names<'d> {
    /// `counted` is what stands before the name of an article: nothing, or the quotation that it stands in.
    fn children(&mut self, element: &mut Element<'d>, prefix: &str, counted: &str) {
        let mut places: BTreeMap<(&'static str, bool), u32> = BTreeMap::new();
        for content in &mut element.content {
            let Content::Element(child) = content else { continue };
            let own = self.own(child, (prefix, counted), &mut places);
            if let Some(own) = &own {
                // `id` comes first, as people look for it there.
                child.attributes.insert(0, ("eId", own.clone()));
                if let Some(clause) = child.clause {
                    self.clauses.insert(clause, own.clone());
                }
            }
            // The body names nothing within it: there is only one.
            let deeper = if child.named == Named::Once { "" } else { own.as_deref().unwrap_or(prefix) };
            let deeper = if child.name == "preface" { "preface" } else { deeper };
            let counted = if child.name == "quotedStructure" { deeper } else { counted };
            self.children(child, deeper, counted);
        }
    }

    fn own(
        &mut self,
        child: &Element<'d>,
        (prefix, counted): (&str, &str),
        places: &mut BTreeMap<(&'static str, bool), u32>,
    ) -> Option<String> {
        let mut place = |unnumbered: bool| {
            let place = places.entry((child.name, unnumbered)).or_insert(0);
            *place += 1;
            *place
        };
        let (number, prefix) = match &child.named {
            Named::Not => return None,
            Named::Once => return Some(child.name.to_owned()),
            Named::ByPlace => (place(false).to_string(), prefix),
            Named::ByNumber(Some(number)) => (number.clone(), prefix),
            Named::Counted(Some(number)) => (number.clone(), counted),
            Named::ByNumber(None) | Named::Counted(None) => (format!("nn_{}", place(true)), prefix),
        };
        let gap = if prefix.is_empty() { "" } else { "__" };
        Some(self.unique(format!("{prefix}{gap}{}_{number}", short(child.name))))
    }

    fn unique(&mut self, wanted: String) -> String {
        let mut name = wanted.clone();
        let mut times = 1;
        while !self.taken.insert(name.clone()) {
            times += 1;
            name = format!("{wanted}_{times}");
        }
        name
    }
}

/// The short names of the convention (table 5.1); other elements go by their own, in lower case.
fn short(name: &'static str) -> &'static str {
    match name {
        "article" => "art",
        "chapter" => "chp",
        "paragraph" => "para",
        "quotedStructure" => "qstr",
        "section" => "sec",
        "subparagraph" => "subpara",
        "wrapUp" => "wrapup",
        "docTitle" => "doctitle",
        other => other,
    }
}

/// The number of a printed label, for a name: outer marks and the word for what it is go, inner marks become a hyphen,
/// letters stay as they are: `MADDE 26/A –` is `26-A`, `1.2.2.` is `1-2-2`, `Geçici Madde 3` is `Geçici3`.
pub fn number(printed: &str) -> Option<String> {
    const WORDS: [&str; 14] = [
        "MADDE", "Madde", "madde", "KISIM", "Kısım", "BÖLÜM", "Bölüm", "KİTAP", "Kitap", "AYIRIM", "Ayırım", "AYRIM", "FASIL",
        "Fasıl",
    ];
    let mut out = String::new();
    let mut rest = printed;
    while let Some(c) = rest.chars().next() {
        let length = rest.find(|c: char| !is_letter(c)).unwrap_or(rest.len());
        let (run, after) = rest.split_at(if length == 0 { c.len_utf8() } else { length });
        rest = after;
        if length > 0 && !WORDS.contains(&run) {
            out.push_str(run);
        } else if length == 0 && !c.is_whitespace() && !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    let trimmed = out.trim_end_matches('-').len();
    out.truncate(trimmed);
    (!out.is_empty()).then_some(out)
}

/// Letters, digits, and marks that belong to the letter before them.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)
}

/// An element and what is in it, as a whole XML document.
pub fn write(root: &Element<'_>) -> Vec<u8> {
    let mut writer = Writer::new(Vec::new());
    let declaration = Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None));
    let written = writer.write_event(declaration).and_then(|()| newline(&mut writer)).and_then(|()| element(&mut writer, root));
    written.expect("writing into memory cannot fail");
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    bytes
}

fn element(writer: &mut Writer<Vec<u8>>, element: &Element<'_>) -> io::Result<()> {
    let mut start = BytesStart::new(element.name);
    let values: Vec<(&str, String)> = element.attributes.iter().map(|(name, value)| (*name, clean(value))).collect();
    start.extend_attributes(values.iter().map(|(name, value)| (*name, value.as_str())));
    if element.content.is_empty() {
        return writer.write_event(Event::Empty(start));
    }
    writer.write_event(Event::Start(start))?;
    // Elements stand on lines of their own where no words stand between them.
    let inline = ["p", "num", "heading", "docTitle", "ref", "a"].contains(&element.name);
    let lines = !inline && element.content.iter().all(|c| matches!(c, Content::Element(_)));
    for content in &element.content {
        if lines {
            newline(writer)?;
        }
        match content {
            Content::Element(child) => self::element(writer, child)?,
            Content::Text(words) => writer.write_event(Event::Text(BytesText::new(&clean(words))))?,
        }
    }
    if lines {
        newline(writer)?;
    }
    writer.write_event(Event::End(BytesEnd::new(element.name)))
}

fn newline(writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
    writer.write_event(Event::Text(BytesText::from_escaped("\n")))
}

/// Without the characters that XML 1.0 does not know (2.2).
fn clean(text: &str) -> String {
    let known = |c: &char| matches!(c, '\n' | '\t') || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'));
    text.chars().filter(known).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_labels() {
        let table = [
            ("MADDE 26/A –", Some("26-A")),
            ("MADDE:1", Some("1")),
            ("Madde 1 - 11 –", Some("1-11")),
            ("Madde\n13-", Some("13")),
            ("Geçici Madde 3 –", Some("Geçici3")),
            ("EK MADDE 2", Some("EK2")),
            ("1.2.2.", Some("1-2-2")),
            ("(1)", Some("1")),
            ("ff)", Some("ff")),
            ("ı)", Some("ı")),
            ("İ)", Some("İ")),
            ("BİRİNCİ BÖLÜM", Some("BİRİNCİ")),
            ("BÖLÜM I", Some("I")),
            ("•", None),
            ("MADDE", None),
        ];
        for (printed, expected) in table {
            assert_eq!(number(printed).as_deref(), expected, "{printed}");
        }
    }

    #[test]
    fn names_are_unique_and_hold_their_parents() {
        let point = |number: &str| Element::new("point").named(Named::ByNumber(Some(number.to_owned())));
        let list = Element::new("list").named(Named::ByPlace).holding(point("a")).holding(point("a"));
        let article = Element::new("article").named(Named::Counted(Some("2".to_owned()))).holding(list);
        let chapter = Element::new("chapter").named(Named::ByNumber(None)).holding(article);
        let mut root = Element::new("act").holding(Element::new("body").named(Named::Once).holding(chapter));
        name(&mut root);
        let xml = String::from_utf8(write(&root)).expect("it is text");
        for id in ["\"body\"", "\"chp_nn_1\"", "\"art_2\"", "\"art_2__list_1\"", "\"art_2__list_1__point_a\"", "point_a_2\""] {
            assert!(xml.contains(id), "{id}: {xml}");
        }
    }
}

//! A checker of Akoma Ntoso documents at conformance level 2 (OASIS akn-core v1.0 part 2, chapter 3): names recomputed from
//! what is printed, references resolved, addresses of the three levels. Written from the standard, not from the writer.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use quick_xml::Reader;
use quick_xml::events::Event;
use regex::Regex;

/// An element as read back.
#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub children: Vec<Element>,
    /// Its own words and those within it, in order.
    pub text: String,
}

impl Element {
    /// The first element of this name, at any depth.
    pub fn find(&self, name: &str) -> Option<&Element> {
        self.children.iter().find_map(|c| if c.name == name { Some(c) } else { c.find(name) })
    }

    fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    fn each<'e>(&'e self, visit: &mut dyn FnMut(&'e Element)) {
        visit(self);
        self.children.iter().for_each(|c| c.each(visit));
    }
}

/// Reads a document.
pub fn read(xml: &str) -> Element {
    let mut reader = Reader::from_str(xml);
    let mut open = vec![Element::default()];
    loop {
        let event = reader.read_event().expect("well-formed");
        match event {
            Event::Empty(start) => open.last_mut().expect("there is a root").children.push(begun(&start)),
            Event::Start(start) => open.push(begun(&start)),
            Event::End(_) => {
                let element = open.pop().expect("it was opened");
                let parent = open.last_mut().expect("there is a root");
                parent.text.push_str(&element.text);
                parent.children.push(element);
            }
            Event::Text(text) => open.last_mut().expect("there is a root").text.push_str(&text),
            Event::GeneralRef(entity) => {
                let text = match &*entity {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    "apos" => "'",
                    other => panic!("entity {other}"),
                };
                open.last_mut().expect("there is a root").text.push_str(text);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    open.pop().expect("the root").children.pop().expect("a document has an element")
}

fn begun(start: &quick_xml::events::BytesStart<'_>) -> Element {
    let name = start.name().as_ref().to_owned();
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.expect("well-formed");
        let value = quick_xml::escape::unescape(&attribute.value).expect("entities").into_owned();
        (attribute.key.as_ref().to_owned(), value)
    });
    Element { name, attributes: attributes.collect(), ..Element::default() }
}

/// Everything that keeps a document from level 2; empty for a good one.
pub fn complaints(root: &Element) -> Vec<String> {
    let mut found = Vec::new();
    let act = root.find("act").expect("an act");
    let mut names = Names { found: &mut found, taken: BTreeSet::new() };
    act.children.iter().filter(|c| c.name == "preface").for_each(|p| names.one(p, "preface".to_owned(), ""));
    act.children.iter().filter(|c| c.name == "body").for_each(|b| names.one(b, "body".to_owned(), ""));
    references(root, &mut found);
    addresses(root, &mut found);
    found
}

struct Names<'f> {
    found: &'f mut Vec<String>,
    taken: BTreeSet<String>,
}

impl Names<'_> {
    /// Checks the name of `element` and goes on with what is in it.
    fn one(&mut self, element: &Element, expected: String, counted: &str) {
        let mut unique = expected.clone();
        for times in 2.. {
            if self.taken.insert(unique.clone()) {
                break;
            }
            unique = format!("{expected}_{times}");
        }
        let name = element.attribute("eId");
        if name != unique {
            self.found.push(format!("<{}> is named `{name}`, not `{unique}`", element.name));
        }
        let prefix = if element.name == "body" { "" } else { &unique };
        let mut places: BTreeMap<(&str, bool), u32> = BTreeMap::new();
        for child in &element.children {
            // Numbers and links to the web have no names (5.3 of the naming convention).
            if matches!(&*child.name, "num" | "a") {
                continue;
            }
            let number = child.children.iter().find(|c| c.name == "num").and_then(|num| printed_number(&num.text));
            let numbered = NUMBERED.contains(&&*child.name);
            let place = places.entry((&child.name, numbered && number.is_none())).or_insert(0);
            *place += 1;
            let own = match (numbered, number) {
                (true, Some(number)) => number,
                (true, None) => format!("nn_{place}"),
                (false, _) => place.to_string(),
            };
            // Articles are counted through the whole text, or through the quotation they stand in, and named after that.
            let counted = if element.name == "quotedStructure" { &unique } else { counted };
            let prefix = if child.name == "article" && !own.starts_with("nn_") { counted } else { prefix };
            let gap = if prefix.is_empty() { String::new() } else { format!("{prefix}__") };
            self.one(child, format!("{gap}{}_{own}", abbreviation(&child.name)), counted);
        }
    }
}

const NUMBERED: [&str; 7] = ["part", "chapter", "section", "article", "paragraph", "subparagraph", "point"];

fn abbreviation(name: &str) -> String {
    let short = [
        ("quotedStructure", "qstr"),
        ("article", "art"),
        ("chapter", "chp"),
        ("paragraph", "para"),
        ("section", "sec"),
        ("subparagraph", "subpara"),
    ];
    short.iter().find(|(long, _)| *long == name).map_or_else(|| name.to_ascii_lowercase(), |(_, short)| (*short).to_owned())
}

/// The words for what a clause is.
const WORDS: [&str; 14] = [
    "MADDE", "Madde", "madde", "KISIM", "Kısım", "BÖLÜM", "Bölüm", "KİTAP", "Kitap", "AYIRIM", "Ayırım", "AYRIM", "FASIL",
    "Fasıl",
];

/// The number in a printed label: the word for what it is and marks around it left out, marks inside it a hyphen.
fn printed_number(printed: &str) -> Option<String> {
    static PATTERNS: LazyLock<[Regex; 2]> = LazyLock::new(|| {
        let words = format!(r"\b(?:{})\b|\s+", WORDS.join("|"));
        [words.as_str(), r"[^\p{L}\p{N}\u{300}-\u{36f}]+"].map(|p| Regex::new(p).expect("a pattern"))
    });
    let bare = PATTERNS[0].replace_all(printed, "");
    let hyphens = PATTERNS[1].replace_all(&bare, "-");
    Some(hyphens.trim_matches('-').to_owned()).filter(|n| !n.is_empty())
}

/// Every `#name` leads to something, every other address is one of Akoma Ntoso.
fn references(root: &Element, found: &mut Vec<String>) {
    let mut names = BTreeSet::new();
    root.each(&mut |e| {
        names.insert(e.attribute("eId"));
    });
    root.each(&mut |element| {
        for (key, value) in &element.attributes {
            let points = matches!(&**key, "href" | "source" | "refersTo" | "period" | "start" | "end");
            if let Some(name) = value.strip_prefix('#').filter(|_| points) {
                if !names.contains(name) {
                    found.push(format!("<{} {key}=\"{value}\"> leads nowhere", element.name));
                }
            } else if key == "href" && element.name != "a" && !value.starts_with("/akn/") {
                found.push(format!("<{} href=\"{value}\"> is no address of Akoma Ntoso", element.name));
            }
        }
        if matches!(&*element.name, "ref" | "source" | "destination") && element.attribute("href").is_empty() {
            found.push(format!("<{}> leads nowhere", element.name));
        }
    });
}

/// Work, expression and manifestation, each an extension of the one before (chapter 4 of the naming convention).
fn addresses(root: &Element, found: &mut Vec<String>) {
    let value = |level: &str, name: &str, attribute: &str| {
        root.find(level).and_then(|l| l.find(name)).map_or(String::new(), |e| e.attribute(attribute).to_owned())
    };
    let [work, expression, manifestation] =
        ["FRBRWork", "FRBRExpression", "FRBRManifestation"].map(|l| value(l, "FRBRuri", "value"));
    let pattern = Regex::new(r"^/akn/tr(-[a-z0-9]+)*/act(/[a-z0-9-]+)?/(\d{4}-\d\d-\d\d)/[a-z0-9-]+$").expect("a pattern");
    match pattern.captures(&work) {
        Some(parts) if parts[3] == value("FRBRWork", "FRBRdate", "date") => {}
        Some(_) => found.push(format!("the date in {work} is not the work's")),
        None => found.push(format!("`{work}` is no address of a work")),
    }
    let day = value("FRBRExpression", "FRBRdate", "date");
    let language = value("FRBRExpression", "FRBRlanguage", "language");
    if expression != format!("{work}/{language}@{day}") {
        found.push(format!("`{expression}` is no version of {work}"));
    }
    if manifestation != format!("{expression}.xml") {
        found.push(format!("`{manifestation}` is no file of {expression}"));
    }
    for (level, address, end) in [
        ("FRBRWork", &work, "/!main"),
        ("FRBRExpression", &expression, "/!main"),
        ("FRBRManifestation", &expression, "/!main.xml"),
    ] {
        let this = value(level, "FRBRthis", "value");
        if this != format!("{address}{end}") {
            found.push(format!("`{this}` is no component of {address}"));
        }
        if value(level, "FRBRauthor", "href").is_empty() {
            found.push(format!("<{level}> has no author"));
        }
    }
}

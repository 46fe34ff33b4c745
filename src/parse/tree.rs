//! YAML as a tree whose every value knows its line, and a reader that takes keys out of it one by one. Used for schemas
//! and registries, where one mistake must not hide the others. Not a second YAML parser: `yaml` reads the text.

mod places;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::Spanned;

pub use places::KeyPlaces;

use super::shape::{Object, Probe, Shape};
use super::{unknown_key, yaml};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};

/// A value with its place.
#[derive(Clone, Debug)]
pub struct Tree {
    /// What it is.
    pub node: Node,
    /// Line in its file, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// What a value is. Scalars are text as written: `06` stays `06`, and nothing is `false` unless a reader asks for it.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// No value.
    Null,
    /// A scalar.
    Scalar(String),
    /// A list.
    List(Vec<Tree>),
    /// Keys with their values, in order.
    Map(Vec<(Tree, Tree)>),
    /// A map that notes what it is asked for ([`Shape::of`]); no file gives one.
    Probe(Arc<Probe>),
}

impl PartialEq for Tree {
    fn eq(&self, other: &Self) -> bool {
        self.node == other.node
    }
}

impl Tree {
    /// The words of a scalar.
    pub fn scalar(&self) -> Option<&str> {
        match &self.node {
            Node::Scalar(text) => Some(text),
            _ => None,
        }
    }

    /// The values of a list; one scalar counts as a list of itself.
    pub fn items(&self) -> &[Tree] {
        match &self.node {
            Node::List(items) => items,
            Node::Scalar(_) => std::slice::from_ref(self),
            _ => &[],
        }
    }
}

/// Reads a YAML file. `None` when it cannot be read; why has been said. An empty file is [`Node::Null`].
pub fn read(diag: &mut Diagnostics, file: &Arc<str>, text: &str) -> Option<Tree> {
    if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        return Some(Tree { node: Node::Null, line: 1, column: 1 });
    }
    let raw: Spanned<Raw> = yaml::read(diag, file, text, 1)?;
    Some(tree(raw, text))
}

/// A value as the YAML reader gives it; numbers and truth values are taken from the text again.
enum Raw {
    Null,
    Text(String),
    Plain(String),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<String>, Spanned<Raw>)>),
}

fn tree(raw: Spanned<Raw>, text: &str) -> Tree {
    let (line, column) = (raw.referenced.line() as u32, raw.referenced.column() as u32);
    let node = match raw.value {
        Raw::Null => Node::Null,
        Raw::Text(words) => Node::Scalar(words),
        Raw::Plain(value) => Node::Scalar(written(&raw.defined, text).unwrap_or(value)),
        Raw::List(items) => Node::List(items.into_iter().map(|item| tree(item, text)).collect()),
        Raw::Map(entries) => Node::Map(
            entries
                .into_iter()
                .map(|(key, value)| {
                    let (line, column) = (key.referenced.line() as u32, key.referenced.column() as u32);
                    (Tree { node: Node::Scalar(key.value), line, column }, tree(value, text))
                })
                .collect(),
        ),
    };
    Tree { node, line, column }
}

/// The scalar as it stands in the text, where the reader knows its bytes.
fn written(at: &serde_yaml::Location, text: &str) -> Option<String> {
    let (start, length) = (at.span().byte_offset()?, at.span().byte_len()?);
    let start = usize::try_from(start).ok()?;
    let words = text.get(start..start + usize::try_from(length).ok()?)?.trim();
    (!words.is_empty()).then(|| words.to_owned())
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Raw, E> {
        Ok(Raw::Plain(yes.to_string()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Raw, E> {
        Ok(Raw::Plain(number.to_string()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Raw, E> {
        Ok(Raw::Plain(number.to_string()))
    }

    fn visit_i128<E>(self, number: i128) -> Result<Raw, E> {
        Ok(Raw::Plain(number.to_string()))
    }

    fn visit_u128<E>(self, number: u128) -> Result<Raw, E> {
        Ok(Raw::Plain(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Raw, E> {
        Ok(Raw::Plain(number.to_string()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Raw, E> {
        Ok(Raw::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Raw, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Raw::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Raw::Map(entries))
    }
}

/// Takes the keys of one map, complaining as it goes (anahtarlar). [`Keys::finish`] complains about the rest.
pub struct Keys<'t> {
    file: &'t Arc<str>,
    at: (u32, u32),
    entries: &'t [(Tree, Tree)],
    known: Vec<&'static str>,
    probe: Option<&'t Probe>,
}

impl<'t> Keys<'t> {
    /// The keys of `tree`; no value counts as an empty map, anything else is complained about.
    pub fn of(diag: &mut Diagnostics, file: &'t Arc<str>, tree: &'t Tree, what: &'static str) -> Option<Keys<'t>> {
        let at = (tree.line, tree.column);
        match &tree.node {
            Node::Map(entries) => Some(Keys { file, at, entries, known: Vec::new(), probe: None }),
            Node::Null => Some(Keys { file, at, entries: &[], known: Vec::new(), probe: None }),
            Node::Probe(probe) => Some(Keys { file, at, entries: &probe.entries, known: Vec::new(), probe: Some(probe) }),
            _ => {
                let place = Place::at(Arc::clone(file), tree.line, tree.column);
                let shown = tree.scalar().unwrap_or("[…]").to_owned();
                diag.push(bad_value(place, what, shown, "expected-map"));
                None
            }
        }
    }

    /// The value of `key`, if there is one.
    pub fn get(&mut self, key: &'static str) -> Option<&'t Tree> {
        self.get_as(key, Shape::Any)
    }

    /// The value of `key`, if there is one, which the caller will take for a `shape`.
    pub fn get_as(&mut self, key: &'static str, shape: Shape) -> Option<&'t Tree> {
        self.ask(key, false, || shape)
    }

    fn ask(&mut self, key: &'static str, required: bool, shape: impl FnOnce() -> Shape) -> Option<&'t Tree> {
        self.known.push(key);
        if let Some(probe) = self.probe {
            probe.note(key, required, shape());
        }
        self.entries.iter().find(|(k, v)| k.scalar() == Some(key) && v.node != Node::Null).map(|(_, v)| v)
    }

    /// The words of `key`.
    pub fn text(&mut self, diag: &mut Diagnostics, key: &'static str) -> Option<String> {
        let tree = self.ask(key, false, || Shape::Text)?;
        match tree.scalar() {
            Some(words) => Some(words.to_owned()),
            None => self.bad(diag, key, tree, "expected-text"),
        }
    }

    /// Complains when `key` is not there; true when it is.
    pub fn demand(&mut self, diag: &mut Diagnostics, key: &'static str) -> bool {
        let found = self.ask(key, true, || Shape::Any).is_some();
        if !found {
            diag.push(Diagnostic::new(Code::MISSING_KEY, self.place()).with("key", key));
        }
        found
    }

    /// The words of `key`, which must be there.
    pub fn required(&mut self, diag: &mut Diagnostics, key: &'static str) -> Option<String> {
        let words = if self.demand(diag, key) { self.text(diag, key)? } else { return None };
        if words.trim().is_empty() {
            // A probe is asked like a file, but its samples are never empty.
            let place =
                self.get(key).map_or_else(|| self.place(), |tree| Place::at(Arc::clone(self.file), tree.line, tree.column));
            diag.push(Diagnostic::new(Code::MISSING_KEY, place.field(key)).with("key", key));
            return None;
        }
        Some(words)
    }

    /// `true` or `false`; absent is `false`.
    pub fn flag(&mut self, diag: &mut Diagnostics, key: &'static str) -> bool {
        let Some(tree) = self.ask(key, false, || Shape::Flag) else { return false };
        match tree.scalar() {
            Some("true") => true,
            Some("false") => false,
            _ => self.bad(diag, key, tree, "true | false").unwrap_or(false),
        }
    }

    /// A value that `parse` understands; `expected` says how it is written.
    pub fn parsed<T>(
        &mut self,
        diag: &mut Diagnostics,
        key: &'static str,
        expected: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let tree = self.ask(key, false, || Shape::Written(expected))?;
        match tree.scalar().and_then(parse) {
            Some(value) => Some(value),
            None => self.bad(diag, key, tree, expected),
        }
    }

    /// A value that is one of the words of `known`: what that word means.
    pub fn chosen<T: Copy>(&mut self, diag: &mut Diagnostics, key: &'static str, known: &[(&'static str, T)]) -> Option<T> {
        let words = || known.iter().map(|(word, _)| *word).collect::<Vec<_>>();
        let tree = self.ask(key, false, || Shape::Choice(words()))?;
        match known.iter().find(|(word, _)| tree.scalar() == Some(word)) {
            Some((_, meaning)) => Some(*meaning),
            None => self.bad(diag, key, tree, words().join(" | ")),
        }
    }

    /// The words of a list, each with its place; a single scalar is a list of one.
    pub fn texts(&mut self, diag: &mut Diagnostics, key: &'static str) -> Vec<String> {
        let Some(tree) = self.ask(key, false, || Shape::Texts) else { return Vec::new() };
        let mut out = Vec::new();
        for item in tree.items() {
            match item.scalar() {
                Some(words) => out.push(words.to_owned()),
                None => {
                    let _: Option<()> = self.bad(diag, key, item, "expected-text");
                }
            }
        }
        if matches!(tree.node, Node::Map(_)) {
            let _: Option<()> = self.bad(diag, key, tree, "expected-list");
        }
        out
    }

    /// The values of a list of maps.
    pub fn list(&mut self, diag: &mut Diagnostics, key: &'static str) -> &'t [Tree] {
        match self.ask(key, false, || Shape::List(Box::new(Shape::Map(Object::default())))) {
            None => &[],
            Some(Tree { node: Node::List(items), .. }) => items,
            Some(tree) => self.bad(diag, key, tree, "[…]").unwrap_or(&[]),
        }
    }

    /// The keys of the map under `key`, if there is one.
    pub fn sub(&mut self, diag: &mut Diagnostics, key: &'static str) -> Option<Keys<'t>> {
        let tree = self.ask(key, false, || Shape::Map(Object::default()))?;
        Keys::of(diag, self.file, tree, key)
    }

    /// Complains about every key that nobody asked for.
    pub fn finish(self, diag: &mut Diagnostics) {
        for (key, _) in self.entries {
            let name = key.scalar().unwrap_or_default();
            if !self.known.contains(&name) {
                let place = Place::at(Arc::clone(self.file), key.line, key.column).width(name.chars().count() as u32);
                diag.push(unknown_key(place, name, &self.known));
            }
        }
    }

    /// Where each of its keys stands.
    pub fn places(&self) -> KeyPlaces {
        KeyPlaces::of_entries(self.file, self.entries)
    }

    /// Where the map begins.
    pub fn place(&self) -> Place {
        Place::at(Arc::clone(self.file), self.at.0, self.at.1)
    }

    /// Complains about the value of `key` and gives nothing.
    pub fn bad<T>(
        &self,
        diag: &mut Diagnostics,
        key: &'static str,
        tree: &Tree,
        expected: impl Into<Cow<'static, str>>,
    ) -> Option<T> {
        let shown = tree.scalar().unwrap_or("[…]").to_owned();
        diag.push(bad_value(Place::at(Arc::clone(self.file), tree.line, tree.column), key, shown, expected));
        None
    }
}

fn bad_value(place: Place, key: &'static str, value: String, expected: impl Into<Cow<'static, str>>) -> Diagnostic {
    Diagnostic::new(Code::BAD_VALUE, place).with("key", key).with("value", value).with("expected", expected)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree_of(text: &str) -> (Option<Tree>, Diagnostics) {
        let mut diag = Diagnostics::new();
        let tree = read(&mut diag, &"a.yaml".into(), text);
        (tree, diag)
    }

    #[test]
    fn scalars_stay_as_written_and_know_their_place() {
        let (tree, diag) = tree_of("kod: 06\nad: \"Çay\"\nliste: [1.50, no, 2026-07-01]\n");
        assert!(diag.is_empty(), "{diag:?}");
        let Node::Map(entries) = tree.expect("is read").node else { panic!("is a map") };
        assert_eq!(entries[0].1.scalar(), Some("06"));
        assert_eq!((entries[1].1.scalar(), entries[1].1.line), (Some("Çay"), 2));
        let list: Vec<_> = entries[2].1.items().iter().map(|i| i.scalar().unwrap_or_default()).collect();
        assert_eq!(list, ["1.50", "no", "2026-07-01"]);
    }

    #[test]
    fn every_mistake_of_a_map_is_said_at_its_line() {
        let text = "name: a\nsyntetic: true\nlimit: çok\n";
        let mut diag = Diagnostics::new();
        let file: Arc<str> = "a.yaml".into();
        let tree = read(&mut diag, &file, text).expect("is read");
        let mut keys = Keys::of(&mut diag, &file, &tree, "dosya").expect("is a map");
        assert_eq!(keys.required(&mut diag, "name").as_deref(), Some("a"));
        assert!(!keys.flag(&mut diag, "synthetic"));
        assert_eq!(keys.parsed(&mut diag, "limit", "sayı", |t| t.parse::<u32>().ok()), None);
        assert_eq!(keys.required(&mut diag, "title"), None);
        keys.finish(&mut diag);
        diag.sort();
        let said: Vec<_> = diag.iter().map(|d| (d.code.id(), d.place.line)).collect();
        assert_eq!(said, [("missing-key", 1), ("unknown-key", 2), ("bad-value", 3)]);
        assert!(diag.iter().any(|d| d.args.contains(&("nearest", "synthetic".into()))));
    }

    #[test]
    fn a_bomb_and_a_circle_are_errors_not_memory() {
        let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for i in 1..10 {
            let previous = format!("*a{}", i - 1);
            bomb.push_str(&format!("a{i}: &a{i} [{}]\n", vec![previous; 10].join(", ")));
        }
        for text in [&*bomb, "a: &a [*a]\n", &"[".repeat(200_000), "a: 1\na: 2\n", "a: [1\nb: 2\n"] {
            let (tree, diag) = tree_of(text);
            assert!(tree.is_none(), "{}", &text[..text.len().min(40)]);
            let expected = if text == "a: 1\na: 2\n" { "repeated-key" } else { "bad-yaml" };
            assert_eq!(diag.iter().map(|d| d.code.id()).collect::<Vec<_>>(), [expected], "{}", &text[..text.len().min(40)]);
            assert!(diag.iter().all(|d| d.place.line > 0), "{diag:?}");
        }
    }

    #[test]
    fn an_empty_file_is_no_value() {
        assert_eq!(tree_of("# yalnız açıklama\n").0.map(|t| t.node), Some(Node::Null));
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_complained_about(text in "[ -~\n:&*\\[\\]{}ğİ]{0,80}") {
            let (tree, diag) = tree_of(&text);
            proptest::prop_assert!(tree.is_some() != diag.has_errors());
        }
    }
}

//! YAML as a tree whose every value knows its line, and a reader that takes keys out of it one by one. Used for schemas
//! and registries, where one mistake must not hide the others. Not a second YAML parser: `yaml` reads the text.

mod keys;
mod places;

use std::fmt;
use std::sync::Arc;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::Spanned;

use super::shape::Probe;
use super::yaml;
use crate::diag::Diagnostics;
pub use keys::Keys;
pub use places::KeyPlaces;

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

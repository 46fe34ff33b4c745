//! Takes keys out of a map one by one, complaining as it goes. Not the tree, and not what a key means.

use std::borrow::Cow;
use std::sync::Arc;

use jiff::civil::Date;

use super::{KeyPlaces, Node, Tree};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::parse::shape::{Object, Probe, Shape};
use crate::parse::unknown_key;

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
        self.truth(diag, key, Some(false)).unwrap_or(false)
    }

    /// `true` or `false`; absent is `true`.
    pub fn unless_denied(&mut self, diag: &mut Diagnostics, key: &'static str) -> bool {
        self.truth(diag, key, Some(true)).unwrap_or(true)
    }

    /// `true` or `false`; absent is neither.
    pub fn stated(&mut self, diag: &mut Diagnostics, key: &'static str) -> Option<bool> {
        self.truth(diag, key, None)
    }

    fn truth(&mut self, diag: &mut Diagnostics, key: &'static str, absent: Option<bool>) -> Option<bool> {
        let tree = self.ask(key, false, || Shape::Flag(absent))?;
        match tree.scalar() {
            Some("true") => Some(true),
            Some("false") => Some(false),
            _ => self.bad(diag, key, tree, "true | false"),
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

    /// A day: `2026-07-01`.
    pub fn day(&mut self, diag: &mut Diagnostics, key: &'static str, like: &'static str) -> Option<Date> {
        self.form(diag, key, r"^\d{4}-\d{2}-\d{2}$", like, |text| (text.len() == like.len()).then(|| text.parse().ok())?)
    }

    /// A value that `parse` understands, all of which `pattern` finds; `like` shows one.
    pub fn form<T>(
        &mut self,
        diag: &mut Diagnostics,
        key: &'static str,
        pattern: &'static str,
        like: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let tree = self.ask(key, false, || Shape::Form { pattern, like })?;
        match tree.scalar().and_then(parse) {
            Some(value) => Some(value),
            None => self.bad(diag, key, tree, like),
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

    /// The values of a list of maps and of scalars of this shape.
    pub fn list_with(&mut self, diag: &mut Diagnostics, key: &'static str, scalar: Shape) -> &'t [Tree] {
        self.ask(key, false, || Shape::list_with(scalar));
        self.list(diag, key)
    }

    /// The keys of the map under `key`, if there is one.
    pub fn sub(&mut self, diag: &mut Diagnostics, key: &'static str) -> Option<Keys<'t>> {
        let tree = self.ask(key, false, || Shape::Map(Object::default()))?;
        Keys::of(diag, self.file, tree, key)
    }

    /// Complains about every key that nobody asked for.
    pub fn finish(self, diag: &mut Diagnostics) {
        if let Some(probe) = self.probe {
            probe.finish();
        }
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

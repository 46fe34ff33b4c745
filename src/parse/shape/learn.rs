//! How a shape is learnt: its reader reads a file that pretends to hold all that was asked for before, once for every word of
//! every choice, because one word may lead to keys that another does not know.

use std::sync::{Arc, Mutex};

use indexmap::{IndexMap, IndexSet};

use super::{Asked, Case, Notes, Object, Probe, Shape};
use crate::diag::Diagnostics;
use crate::parse::tree::{Keys, Node, Tree};

impl Probe {
    /// Notes that `key` was asked for.
    pub(in crate::parse) fn note(&self, key: &'static str, required: bool, shape: Shape) {
        self.notes.lock().expect("nothing panics while it is held").asked.push((key, Asked { required, shape }));
    }

    /// Notes that it may hold nothing else.
    pub(in crate::parse) fn finish(&self) {
        self.notes.lock().expect("nothing panics while it is held").finished = true;
    }

    /// The keys that were asked for, each with whether it must be there; `None` where the reader stopped before its end.
    fn asked(&self) -> Option<IndexMap<&'static str, bool>> {
        let notes = self.notes.lock().expect("nothing panics while it is held");
        let mut keys = IndexMap::new();
        for (key, asked) in &notes.asked {
            *keys.entry(*key).or_default() |= asked.required;
        }
        notes.finished.then_some(keys)
    }
}

/// The way to a key through the maps and lists around it.
type Path = Vec<&'static str>;

impl Shape {
    /// The map that `read` reads.
    pub fn of(read: impl Fn(&mut Diagnostics, &Arc<str>, &Tree)) -> Shape {
        let file: Arc<str> = Self::SAMPLE.into();
        let show = |object: &Object| {
            let tree = object.pretend();
            read(&mut Diagnostics::new(), &file, &tree);
            tree
        };
        let mut object = Object::default();
        let mut new = true;
        while new {
            // Each round shows what the last one asked for, and so the reader goes one map deeper.
            while object.learn(&show(&object)) {}
            new = false;
            for (path, words) in object.choices() {
                for word in words {
                    let tree = show(&object.saying(&path, word));
                    new |= object.learn(&tree);
                }
            }
        }
        for (path, words) in object.choices() {
            let asked = words.iter().map(|word| Some((*word, asked_at(&show(&object.saying(&path, word)), &path)?)));
            if let (Some(asked), Some((key, around))) = (asked.collect::<Option<Vec<_>>>(), path.split_last())
                && let Some(map) = object.at(around)
            {
                map.part(key, &asked);
            }
        }
        Shape::Map(object)
    }

    /// A list of the maps that `read` takes keys from.
    pub fn list_of<T>(read: impl Fn(&mut Diagnostics, &mut Keys<'_>) -> Option<T>) -> Shape {
        Shape::List(Box::new(Shape::of(|diag, file, tree| {
            let mut keys = Keys::of(diag, file, tree, "-").expect("it pretends to be a map");
            if read(diag, &mut keys).is_some() {
                keys.finish(diag);
            }
        })))
    }

    /// A value that fits, so that a reader goes on.
    fn pretend(&self) -> Tree {
        let scalar = |text: &str| Tree { node: Node::Scalar(text.to_owned()), line: 1, column: 1 };
        match self {
            Shape::Any | Shape::Named(_) => Tree { node: Node::Map(Vec::new()), line: 1, column: 1 },
            Shape::Text | Shape::Texts => scalar(Self::SAMPLE),
            Shape::Written(like) | Shape::Form { like, .. } => scalar(like.split(" | ").next().unwrap_or(like)),
            Shape::Choice(words) => scalar(words.first().copied().unwrap_or(Self::SAMPLE)),
            Shape::Flag(_) => scalar("true"),
            Shape::List(item) => Tree { node: Node::List(vec![item.pretend()]), line: 1, column: 1 },
            Shape::Map(object) => object.pretend(),
            Shape::Either(shapes) => shapes.last().map_or_else(|| scalar(Self::SAMPLE), Shape::pretend),
        }
    }

    /// Takes over what the probes in `tree` were asked for; true when any of it is new.
    fn learn(&mut self, tree: &Tree) -> bool {
        match (self, &tree.node) {
            (Shape::Map(object), _) => object.learn(tree),
            (Shape::List(item), Node::List(items)) => items.first().is_some_and(|tree| item.learn(tree)),
            (Shape::Either(shapes), _) => shapes.last_mut().is_some_and(|shape| shape.learn(tree)),
            _ => false,
        }
    }

    /// The map in it that has known keys.
    fn map(&mut self) -> Option<&mut Object> {
        match self {
            Shape::Map(object) => Some(object),
            Shape::List(item) => item.map(),
            Shape::Either(shapes) => shapes.last_mut()?.map(),
            _ => None,
        }
    }

    /// Whoever looks at a value in a way of its own, or only for its words, says nothing against what another asked for.
    fn is_vaguer_than(&self, other: &Shape) -> bool {
        match self {
            Shape::Any => *other != Shape::Any,
            Shape::Text => matches!(other, Shape::Written(_) | Shape::Form { .. } | Shape::Choice(_)),
            _ => false,
        }
    }
}

impl Object {
    fn pretend(&self) -> Tree {
        let key = |name: &str| Tree { node: Node::Scalar(name.to_owned()), line: 1, column: 1 };
        let entries = self.keys.iter().map(|(name, asked)| (key(name), asked.shape.pretend())).collect();
        Tree { node: Node::Probe(Arc::new(Probe { entries, notes: Mutex::new(Notes::default()) })), line: 1, column: 1 }
    }

    fn learn(&mut self, tree: &Tree) -> bool {
        let Node::Probe(probe) = &tree.node else { return false };
        let mut new = false;
        for (name, value) in &probe.entries {
            if let Some(asked) = name.scalar().and_then(|name| self.keys.get_mut(name)) {
                new |= asked.shape.learn(value);
            }
        }
        for (key, asked) in &probe.notes.lock().expect("nothing panics while it is held").asked {
            match self.keys.get_mut(key) {
                None => {
                    self.keys.insert(key, asked.clone());
                    new = true;
                }
                Some(known) => {
                    known.required |= asked.required;
                    if known.shape.is_vaguer_than(&asked.shape) {
                        known.shape = asked.shape.clone();
                        new = true;
                    }
                }
            }
        }
        new
    }

    /// The keys that hold one of several words, and the words.
    fn choices(&mut self) -> Vec<(Path, Vec<&'static str>)> {
        let mut found = Vec::new();
        for (key, asked) in &mut self.keys {
            if let Shape::Choice(words) = &asked.shape {
                found.push((vec![*key], words.clone()));
            } else if let Some(inside) = asked.shape.map() {
                let inside = inside.choices().into_iter();
                found.extend(inside.map(|(path, words)| ([vec![*key], path].concat(), words)));
            }
        }
        found
    }

    /// The map at `path`.
    fn at(&mut self, path: &[&'static str]) -> Option<&mut Object> {
        let Some((first, rest)) = path.split_first() else { return Some(self) };
        self.keys.get_mut(first)?.shape.map()?.at(rest)
    }

    /// The same, pretending that the choice at `path` is `word`.
    fn saying(&self, path: &[&'static str], word: &'static str) -> Object {
        let mut object = self.clone();
        if let Some((key, around)) = path.split_last()
            && let Some(asked) = object.at(around).and_then(|map| map.keys.get_mut(key))
        {
            asked.shape = Shape::Choice(vec![word]);
        }
        object
    }

    /// Keeps apart what each word of `key` asks for, where they do not all ask for the same.
    fn part(&mut self, key: &'static str, asked: &[(&'static str, IndexMap<&'static str, bool>)]) {
        let ever: IndexSet<&'static str> = asked.iter().flat_map(|(_, keys)| keys.keys().copied()).collect();
        let always = |name: &str| asked.iter().all(|(_, keys)| keys.get(name) == Some(&true));
        let mut cases: Vec<Case> = Vec::new();
        for (word, keys) in asked {
            let needed = keys.iter().filter(|(name, needed)| **needed && !always(name)).map(|(name, _)| *name).collect();
            let unknown = ever.iter().filter(|name| !keys.contains_key(*name)).copied().collect();
            match cases.iter_mut().find(|case| case.needed == needed && case.unknown == unknown) {
                Some(case) => case.words.push(word),
                None => cases.push(Case { key, words: vec![word], needed, unknown }),
            }
        }
        for (name, known) in self.keys.iter_mut().filter(|(name, _)| ever.contains(*name)) {
            known.required &= always(name);
        }
        cases.retain(|case| !case.needed.is_empty() || !case.unknown.is_empty());
        self.cases.append(&mut cases);
    }
}

/// What the map around the key at `path` was asked for.
fn asked_at(tree: &Tree, path: &[&'static str]) -> Option<IndexMap<&'static str, bool>> {
    let probe = match &tree.node {
        Node::Probe(probe) => probe,
        Node::List(items) => return asked_at(items.first()?, path),
        _ => return None,
    };
    let (first, rest) = path.split_first()?;
    if rest.is_empty() {
        return probe.asked();
    }
    let (_, inside) = probe.entries.iter().find(|(name, _)| name.scalar() == Some(first))?;
    asked_at(inside, rest)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// Reads a map with a map, a list of maps and a value that only some words are.
    fn read(diag: &mut Diagnostics, file: &Arc<str>, tree: &Tree) -> Option<()> {
        let mut keys = Keys::of(diag, file, tree, "deneme")?;
        let name = keys.required(diag, "kod");
        keys.flag(diag, "ornek");
        keys.chosen(diag, "yon", &[("ileri", 1), ("geri", -1)]);
        if let Some(mut inner) = keys.sub(diag, "nufus") {
            inner.parsed(diag, "yil", "2025", |text| text.parse::<i16>().ok());
            inner.finish(diag);
        }
        for item in keys.list(diag, "bentler") {
            let mut keys = Keys::of(diag, file, item, "bent")?;
            keys.texts(diag, "adlar");
            keys.finish(diag);
        }
        keys.finish(diag);
        name.map(|_| ())
    }

    #[test]
    fn a_reader_tells_its_own_schema() {
        let shape = Shape::of(|diag, file, tree| {
            let _: Option<()> = read(diag, file, tree);
        });
        let scalar = json!(["string", "number", "boolean"]);
        let schema = shape.to_json(true);
        assert_eq!(schema["required"], json!(["kod"]));
        assert_eq!(schema["properties"]["kod"], json!({"type": scalar}));
        assert_eq!(schema["properties"]["ornek"], json!({"type": ["boolean", "null"], "default": false}));
        assert_eq!(schema["properties"]["yon"], json!({"enum": ["ileri", "geri", null]}));
        assert_eq!(schema["properties"]["nufus"]["properties"]["yil"]["examples"], json!(["2025"]));
        assert_eq!(schema["properties"]["bentler"]["items"]["properties"]["adlar"]["items"], json!({"type": scalar}));
        assert_eq!(schema["properties"]["bentler"]["items"]["additionalProperties"], json!(false));
    }

    /// A year has a last day, and something constant has days after which it is looked at again.
    fn rhythm(diag: &mut Diagnostics, keys: &mut Keys<'_>) -> Option<()> {
        keys.demand(diag, "siklik");
        match keys.chosen(diag, "siklik", &[("yillik", 'y'), ("surekli", 's'), ("gerektikce", 'g')])? {
            'y' => drop(keys.required(diag, "son_gun")?),
            's' => drop(keys.text(diag, "sure")),
            _ => {}
        }
        keys.text(diag, "not");
        Some(())
    }

    #[test]
    fn one_word_may_lead_to_keys_that_another_does_not_know() {
        let schema = Shape::list_of(rhythm).to_json(true);
        let item = &schema["items"];
        assert_eq!(item["required"], json!(["siklik"]));
        assert_eq!(item["properties"].as_object().map(|keys| keys.len()), Some(4));
        let case = |word, needed: &[&str], unknown| {
            let condition = json!({"properties": {"siklik": {"enum": [word]}}, "required": ["siklik"]});
            json!({"if": condition, "then": {"required": needed, "properties": unknown}})
        };
        let yearly = case("yillik", &["son_gun"], json!({"sure": false}));
        let always = case("surekli", &[], json!({"son_gun": false}));
        assert_eq!(item["allOf"], json!([yearly, always, case("gerektikce", &[], json!({"son_gun": false, "sure": false}))]));
    }
}

//! What a file may hold, learnt from the very code that reads it: the reader is shown a file that is not there, and what it
//! asks for is noted. So a schema cannot say anything else than its reader. Not the words of a schema.

use std::sync::{Arc, Mutex};

use indexmap::IndexMap;
use serde_json::{Map, Value, json};

use super::tree::{Keys, Node, Tree};
use crate::diag::Diagnostics;

/// What a value may be (biçim).
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Anything: the reader looks at it in a way of its own.
    Any,
    /// A scalar, taken as it is written.
    Text,
    /// A scalar of a certain form, such as `2026-07-01`.
    Written(&'static str),
    /// One of these words.
    Choice(Vec<&'static str>),
    /// `true` or `false`.
    Flag,
    /// Scalars; one alone counts as a list of itself.
    Texts,
    /// Keys of the author's own, each with such a value.
    Named(Box<Shape>),
    /// A list of such values.
    List(Box<Shape>),
    /// A map of known keys.
    Map(Object),
}

/// The keys a map may have, in the order in which they were asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object(IndexMap<&'static str, Asked>);

/// A key that was asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Its absence is complained about.
    pub required: bool,
    /// What its value may be.
    pub shape: Shape,
}

/// A map that is not there, and notes what it is asked for.
#[derive(Debug)]
pub struct Probe {
    /// What it pretends to hold: what it was asked for before.
    pub(super) entries: Vec<(Tree, Tree)>,
    asked: Mutex<Vec<(&'static str, Asked)>>,
}

/// No two are equal: each notes for itself.
impl PartialEq for Probe {
    fn eq(&self, other: &Probe) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Probe {
    /// Notes that `key` was asked for.
    pub(super) fn note(&self, key: &'static str, required: bool, shape: Shape) {
        self.asked.lock().expect("nothing panics while it is held").push((key, Asked { required, shape }));
    }
}

impl Shape {
    /// The words that stand for a text which has to be something.
    pub const SAMPLE: &str = "örnek";

    /// The map that `read` reads.
    pub fn of(read: impl Fn(&mut Diagnostics, &Arc<str>, &Tree)) -> Shape {
        let file: Arc<str> = Self::SAMPLE.into();
        let mut object = Object::default();
        // Each round shows what the last one asked for, and so the reader goes one map deeper.
        loop {
            let tree = object.pretend();
            read(&mut Diagnostics::new(), &file, &tree);
            if !object.learn(&tree) {
                return Shape::Map(object);
            }
        }
    }

    /// A list of the maps that `read` takes keys from.
    pub fn list_of(read: impl Fn(&mut Diagnostics, &mut Keys<'_>)) -> Shape {
        Shape::List(Box::new(Shape::of(|diag, file, tree| {
            let mut keys = Keys::of(diag, file, tree, "-").expect("it pretends to be a map");
            read(diag, &mut keys);
        })))
    }

    /// A value that fits, so that a reader goes on.
    fn pretend(&self) -> Tree {
        let scalar = |text: &str| Tree { node: Node::Scalar(text.to_owned()), line: 1, column: 1 };
        match self {
            Shape::Any | Shape::Named(_) => Tree { node: Node::Map(Vec::new()), line: 1, column: 1 },
            Shape::Text | Shape::Texts => scalar(Self::SAMPLE),
            Shape::Written(like) => scalar(like.split(" | ").next().unwrap_or(like)),
            Shape::Choice(words) => scalar(words.first().copied().unwrap_or(Self::SAMPLE)),
            Shape::Flag => scalar("true"),
            Shape::List(item) => Tree { node: Node::List(vec![item.pretend()]), line: 1, column: 1 },
            Shape::Map(object) => object.pretend(),
        }
    }

    /// Takes over what the probes in `tree` were asked for; true when any of it is new.
    fn learn(&mut self, tree: &Tree) -> bool {
        match (self, &tree.node) {
            (Shape::Map(object), _) => object.learn(tree),
            (Shape::List(item), Node::List(items)) => items.first().is_some_and(|tree| item.learn(tree)),
            _ => false,
        }
    }

    /// As JSON Schema, draft 2020-12. A scalar is taken as it is written, whatever YAML makes of it.
    pub fn to_json(&self, required: bool) -> Value {
        let scalar = || json!({"type": ["string", "number", "boolean"]});
        let mut schema = match self {
            Shape::Any => return json!({}),
            Shape::Text => scalar(),
            Shape::Written(like) => {
                let mut schema = scalar();
                schema["examples"] = like.split(" | ").collect();
                schema
            }
            Shape::Choice(words) => {
                let numbers = words.iter().filter_map(|word| Some(Value::from(word.parse::<i64>().ok()?)));
                let mut values: Vec<Value> = words.iter().map(|word| Value::from(*word)).chain(numbers).collect();
                values.extend((!required).then_some(Value::Null));
                return json!({"enum": values});
            }
            Shape::Flag => json!({"type": ["boolean"]}),
            Shape::Texts => json!({"type": ["array", "string", "number", "boolean"], "items": scalar()}),
            Shape::Named(value) => json!({"type": ["object"], "additionalProperties": value.to_json(true)}),
            Shape::List(item) => json!({"type": ["array"], "items": item.to_json(true)}),
            Shape::Map(Object(keys)) => {
                let properties: Map<String, Value> =
                    keys.iter().map(|(key, asked)| ((*key).to_owned(), asked.shape.to_json(asked.required))).collect();
                let needed: Vec<&str> = keys.iter().filter(|(_, asked)| asked.required).map(|(key, _)| *key).collect();
                json!({"type": ["object"], "properties": properties, "required": needed, "additionalProperties": false})
            }
        };
        if let Some(types) = schema["type"].as_array_mut().filter(|_| !required) {
            types.push("null".into());
        }
        schema
    }
}

impl Object {
    fn pretend(&self) -> Tree {
        let key = |name: &str| Tree { node: Node::Scalar(name.to_owned()), line: 1, column: 1 };
        let entries = self.0.iter().map(|(name, asked)| (key(name), asked.shape.pretend())).collect();
        Tree { node: Node::Probe(Arc::new(Probe { entries, asked: Mutex::default() })), line: 1, column: 1 }
    }

    fn learn(&mut self, tree: &Tree) -> bool {
        let Node::Probe(probe) = &tree.node else { return false };
        let mut new = false;
        for (name, value) in &probe.entries {
            if let Some(asked) = name.scalar().and_then(|name| self.0.get_mut(name)) {
                new |= asked.shape.learn(value);
            }
        }
        for (key, asked) in probe.asked.lock().expect("nothing panics while it is held").drain(..) {
            match self.0.get_mut(key) {
                None => {
                    self.0.insert(key, asked);
                    new = true;
                }
                // Whoever looks at a value in a way of its own says nothing against what another asked for.
                Some(known) => {
                    known.required |= asked.required;
                    if known.shape == Shape::Any && asked.shape != Shape::Any {
                        known.shape = asked.shape;
                        new = true;
                    }
                }
            }
        }
        new
    }
}

#[cfg(test)]
mod tests {
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
        assert_eq!(schema["properties"]["ornek"], json!({"type": ["boolean", "null"]}));
        assert_eq!(schema["properties"]["yon"], json!({"enum": ["ileri", "geri", null]}));
        assert_eq!(schema["properties"]["nufus"]["properties"]["yil"]["examples"], json!(["2025"]));
        assert_eq!(schema["properties"]["bentler"]["items"]["properties"]["adlar"]["items"], json!({"type": scalar}));
        assert_eq!(schema["properties"]["bentler"]["items"]["additionalProperties"], json!(false));
    }
}

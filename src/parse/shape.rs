//! What a file may hold, learnt from the very code that reads it: the reader is shown a file that is not there, and what it
//! asks for is noted. So a schema cannot say anything else than its reader. Not the words of a schema.

mod learn;

use std::sync::Mutex;

use indexmap::IndexMap;
use serde_json::{Map, Value, json};

use super::tree::Tree;

/// What a value may be (biçim).
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Anything: the reader looks at it in a way of its own.
    Any,
    /// A scalar, taken as it is written.
    Text,
    /// A scalar that is written like one of these: `15 iş günü | Anında`.
    Written(&'static str),
    /// A scalar that this regular expression finds, written like one of these.
    Form {
        /// What every accepted value has; a value that has it may still be refused.
        pattern: &'static str,
        /// `2026-07-01`
        like: &'static str,
    },
    /// One of these words.
    Choice(Vec<&'static str>),
    /// `true` or `false`, and which of them its absence means.
    Flag(Option<bool>),
    /// Scalars; one alone counts as a list of itself.
    Texts,
    /// Keys of the author's own, each with such a value.
    Named(Box<Shape>),
    /// A list of such values.
    List(Box<Shape>),
    /// A map of known keys.
    Map(Object),
    /// A scalar or something else: only the last may hold keys.
    Either(Vec<Shape>),
}

/// The keys a map may have, in the order in which they were asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object {
    keys: IndexMap<&'static str, Asked>,
    cases: Vec<Case>,
}

/// A key that was asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Its absence is complained about.
    pub required: bool,
    /// What its value may be.
    pub shape: Shape,
}

/// What holds only where `key` is one of `words`.
#[derive(Clone, Debug, PartialEq)]
struct Case {
    key: &'static str,
    words: Vec<&'static str>,
    /// Keys that must be there, too.
    needed: Vec<&'static str>,
    /// Keys that nobody knows then.
    unknown: Vec<&'static str>,
}

/// A map that is not there, and notes what it is asked for.
#[derive(Debug)]
pub struct Probe {
    /// What it pretends to hold: what it was asked for before.
    pub(super) entries: Vec<(Tree, Tree)>,
    notes: Mutex<Notes>,
}

#[derive(Debug, Default)]
struct Notes {
    asked: Vec<(&'static str, Asked)>,
    /// Whoever read it has said that it holds nothing else.
    finished: bool,
}

/// No two are equal: each notes for itself.
impl PartialEq for Probe {
    fn eq(&self, other: &Probe) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Shape {
    /// The words that stand for a text which has to be something.
    pub const SAMPLE: &str = "örnek";

    /// A list of scalars of this form and of maps.
    pub fn list_with(scalar: Shape) -> Shape {
        Shape::List(Box::new(Shape::Either(vec![scalar, Shape::Map(Object::default())])))
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
            Shape::Form { pattern, like } => {
                json!({"type": ["string"], "pattern": pattern, "examples": like.split(" | ").collect::<Value>()})
            }
            Shape::Choice(words) => {
                let mut values = values(words);
                values.extend((!required).then_some(Value::Null));
                return json!({"enum": values});
            }
            Shape::Flag(None) => json!({"type": ["boolean"]}),
            Shape::Flag(Some(absent)) => json!({"type": ["boolean"], "default": absent}),
            Shape::Texts => json!({"type": ["array", "string", "number", "boolean"], "items": scalar()}),
            Shape::Named(value) => json!({"type": ["object"], "additionalProperties": value.to_json(true)}),
            Shape::List(item) => json!({"type": ["array"], "items": item.to_json(true)}),
            Shape::Map(object) => object.to_json(),
            Shape::Either(shapes) => {
                let all = shapes.iter().enumerate().map(|(at, shape)| shape.to_json(required || at > 0));
                return json!({"anyOf": all.collect::<Value>()});
            }
        };
        if let Some(types) = schema["type"].as_array_mut().filter(|_| !required) {
            types.push("null".into());
        }
        schema
    }
}

impl Object {
    fn to_json(&self) -> Value {
        let properties: Map<String, Value> =
            self.keys.iter().map(|(key, asked)| ((*key).to_owned(), asked.shape.to_json(asked.required))).collect();
        let needed: Vec<&str> = self.keys.iter().filter(|(_, asked)| asked.required).map(|(key, _)| *key).collect();
        let mut schema = json!({"type": ["object"], "properties": properties, "required": needed, "additionalProperties": false});
        if !self.cases.is_empty() {
            schema["allOf"] = self.cases.iter().map(Case::to_json).collect();
        }
        schema
    }
}

impl Case {
    fn to_json(&self) -> Value {
        let unknown: Map<String, Value> = self.unknown.iter().map(|key| ((*key).to_owned(), false.into())).collect();
        let mut one = Map::new();
        one.insert(self.key.to_owned(), json!({"enum": values(&self.words)}));
        json!({
            "if": {"properties": one, "required": [self.key]},
            "then": {"required": self.needed, "properties": unknown},
        })
    }
}

/// The words as YAML may give them.
fn values(words: &[&'static str]) -> Vec<Value> {
    let numbers = words.iter().filter_map(|word| Some(Value::from(word.parse::<i64>().ok()?)));
    words.iter().map(|word| Value::from(*word)).chain(numbers).collect()
}

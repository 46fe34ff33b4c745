//! Puts the catalogues' words into a schema. Message names follow from the keys: `key-page-release-series` says what the
//! key `series` of `release` of a page is, or else `key-release-series`, or else `key-series`; `.about` says more.

use serde_json::{Map, Value};

use crate::diag::{Lang, Words};

/// The schema of the file kind `name`, titled and explained.
pub fn described(name: &str, schema: Value, words: &Words) -> Value {
    let mut head = Map::new();
    head.insert("$schema".to_owned(), "https://json-schema.org/draft/2020-12/schema".into());
    let id = format!("schema-{name}");
    head.insert("title".to_owned(), words.say(&id, &[]).into());
    let mut schema = schema;
    each_key(&mut schema, name, &mut |path, key| {
        let Some(id) = message(path, words) else { return };
        if let Some(map) = key.as_object_mut() {
            map.insert("title".to_owned(), words.say(&id, &[]).into());
            if let Some(about) = words.attribute(&id, "about", &[]) {
                map.insert("description".to_owned(), about.into());
            } else if words.lang() != Lang::En {
                // What the type says of itself is English.
                map.shift_remove("description");
            }
        }
    });
    if let Some(map) = schema.as_object_mut() {
        map.shift_remove("description");
        head.append(map);
    }
    Value::Object(head)
}

/// The message for the key at `path`: the most particular one there is.
fn message(path: &str, words: &Words) -> Option<String> {
    let mut rest = path;
    loop {
        let id = format!("key-{}", rest.replace('.', "-"));
        if words.say(&id, &[]) != id {
            return Some(id);
        }
        rest = rest.split_once('.')?.1;
    }
}

/// Calls `key` for every property in `schema`, with its path and its own schema.
fn each_key(schema: &mut Value, path: &str, key: &mut dyn FnMut(&str, &mut Value)) {
    let Some(map) = schema.as_object_mut() else { return };
    for (name, value) in map.get_mut("properties").and_then(Value::as_object_mut).into_iter().flatten() {
        let path = format!("{path}.{name}");
        key(&path, value);
        each_key(value, &path, key);
    }
    for inside in ["items", "additionalProperties"] {
        if let Some(value) = map.get_mut(inside) {
            each_key(value, path, key);
        }
    }
    for inside in ["anyOf", "oneOf"] {
        for value in map.get_mut(inside).and_then(Value::as_array_mut).into_iter().flatten() {
            each_key(value, path, key);
        }
    }
}

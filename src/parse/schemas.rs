//! A type that is read from YAML → its JSON Schema (draft 2020-12), as the YAML reader of this program takes values: a text
//! may be written `06` or `no` without quotes and stays what it is. Not the words of a schema.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, json_schema};
use serde_json::{Value, json};

/// The schema of `T`, complete in itself.
pub fn of<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.inline_subschemas = true;
        settings.meta_schema = None;
    });
    let mut schema = settings.into_generator().into_root_schema_for::<T>().to_value();
    as_read(&mut schema);
    schema
}

/// The keys of the map that `T` is read from. Their names are kept for as long as the program runs: call it once a type.
pub(super) fn keys_of<T: JsonSchema>() -> Vec<&'static str> {
    let schema = of::<T>();
    let keys = schema["properties"].as_object().into_iter().flat_map(|map| map.keys());
    keys.map(|key| &*key.clone().leak()).collect()
}

/// Scalars, for a schema: `[a, b]`, or one alone.
pub(super) fn one_or_many(_: &mut schemars::SchemaGenerator) -> Schema {
    json_schema!({"type": ["array", "string"], "items": {"type": "string"}})
}

/// The tag of a language.
pub(super) fn language(_: &mut schemars::SchemaGenerator) -> Schema {
    json_schema!({"type": "string", "pattern": "^[a-z]{2,3}$", "examples": ["tr", "en"]})
}

/// Gives every plain text the types a YAML scalar may seem to have, names lists of words as such, and drops what says
/// something about Rust only.
fn as_read(schema: &mut Value) {
    let Some(map) = schema.as_object_mut() else { return };
    map.shift_remove("title");
    if map.get("format").and_then(Value::as_str).is_some_and(|format| format.starts_with("uint") || format.starts_with("int")) {
        map.shift_remove("format");
    }
    let words = map.get("oneOf").and_then(Value::as_array).and_then(|words| {
        let words: Option<Vec<Value>> = words.iter().map(|word| word.get("const").cloned()).collect();
        words
    });
    if let Some(words) = words {
        map.shift_remove("oneOf");
        map.insert("enum".to_owned(), words.into());
    }
    if map.contains_key("enum") {
        map.shift_remove("type");
    }
    let bare = !["enum", "const", "pattern"].iter().any(|key| map.contains_key(*key));
    match map.get_mut("type") {
        Some(Value::String(kind)) if kind == "string" && bare => {
            map.insert("type".to_owned(), json!(["string", "number", "boolean"]));
        }
        Some(Value::Array(kinds)) if kinds.contains(&json!("string")) && bare => {
            kinds.extend(["number", "boolean"].map(Value::from));
        }
        _ => {}
    }
    for key in ["items", "additionalProperties"] {
        map.get_mut(key).into_iter().for_each(as_read);
    }
    for key in ["anyOf", "oneOf", "allOf", "prefixItems"] {
        map.get_mut(key).and_then(Value::as_array_mut).into_iter().flatten().for_each(as_read);
    }
    for (_, value) in map.get_mut("properties").and_then(Value::as_object_mut).into_iter().flatten() {
        as_read(value);
    }
}

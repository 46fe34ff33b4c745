//! A value beside its JSON Schema: as much of draft 2020-12 as `tellal schema` writes, and a panic for anything more.
//! Written against the standard, not against the program: `tests/run` asks another implementation the same.

use serde_json::Value;

/// What of `value` is not as `schema` says, each with its path.
pub fn faults(schema: &Value, value: &Value, path: &str) -> Vec<String> {
    let Some(keywords) = schema.as_object() else {
        return if schema == &Value::Bool(false) { vec![format!("{path}: not allowed")] } else { Vec::new() };
    };
    let mut faults = Vec::new();
    for (keyword, said) in keywords {
        let good = match keyword.as_str() {
            "$schema" | "title" | "description" | "examples" | "default" => true,
            "type" => match said {
                Value::Array(kinds) => kinds.iter().any(|kind| is(kind, value)),
                kind => is(kind, value),
            },
            "enum" => said.as_array().expect("a list").contains(value),
            "const" => said == value,
            "minimum" => value.as_f64().is_none_or(|n| n >= said.as_f64().expect("a number")),
            "maximum" => value.as_f64().is_none_or(|n| n <= said.as_f64().expect("a number")),
            "minItems" => value.as_array().is_none_or(|items| items.len() as u64 >= said.as_u64().expect("a number")),
            "maxItems" => value.as_array().is_none_or(|items| items.len() as u64 <= said.as_u64().expect("a number")),
            "pattern" => value.as_str().is_none_or(|text| matches(said, text)),
            "required" => value.as_object().is_none_or(|map| {
                said.as_array().expect("a list").iter().all(|key| map.contains_key(key.as_str().expect("a name")))
            }),
            "propertyNames" => {
                let names = value.as_object().into_iter().flat_map(|map| map.keys());
                names.for_each(|name| faults.extend(self::faults(said, &Value::from(name.as_str()), path)));
                true
            }
            "properties" => {
                for (key, schema) in said.as_object().expect("a map") {
                    faults.extend(value.get(key).into_iter().flat_map(|v| self::faults(schema, v, &format!("{path}/{key}"))));
                }
                true
            }
            "additionalProperties" => {
                let known = |key: &str| keywords.get("properties").is_some_and(|p| p.get(key).is_some());
                for (key, value) in value.as_object().into_iter().flatten().filter(|(key, _)| !known(key)) {
                    faults.extend(self::faults(said, value, &format!("{path}/{key}")));
                }
                true
            }
            "items" => {
                for (number, item) in value.as_array().into_iter().flatten().enumerate() {
                    faults.extend(self::faults(said, item, &format!("{path}/{number}")));
                }
                true
            }
            "allOf" => {
                said.as_array().expect("a list").iter().for_each(|schema| faults.extend(self::faults(schema, value, path)));
                true
            }
            "if" => {
                if self::faults(said, value, path).is_empty() {
                    faults.extend(keywords.get("then").into_iter().flat_map(|then| self::faults(then, value, path)));
                }
                true
            }
            "then" => true,
            "anyOf" => fitting(said, value, path) > 0,
            "oneOf" => fitting(said, value, path) == 1,
            other => panic!("nobody here knows the keyword `{other}`"),
        };
        if !good {
            faults.push(format!("{path}: {keyword} {said}, not {value}"));
        }
    }
    faults
}

fn fitting(schemas: &Value, value: &Value, path: &str) -> usize {
    schemas.as_array().expect("a list").iter().filter(|schema| faults(schema, value, path).is_empty()).count()
}

fn is(kind: &Value, value: &Value) -> bool {
    match kind.as_str().expect("a name") {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.as_f64().is_some_and(|n| n.fract() == 0.0),
        other => panic!("there is no type `{other}`"),
    }
}

fn matches(pattern: &Value, text: &str) -> bool {
    regex::Regex::new(pattern.as_str().expect("a text")).expect("a pattern").is_match(text)
}

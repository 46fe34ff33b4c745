//! The schemas of `tellal schema` beside what the program itself accepts: every file of this repository, of the golden sites
//! and of the specification's good cases fits its schema, and a file with a key nobody knows fits none.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests look at the disk themselves, and end where something is wrong"
)]

#[allow(dead_code, reason = "only what writes back needs the lines")]
#[path = "support/document.rs"]
mod document;
#[path = "support/json_schema.rs"]
mod json_schema;
mod support;

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use document::Document;
use json_schema::faults;
use serde_json::Value;

/// The kinds of files with the patterns of their paths and their schemas.
struct Schemas(Vec<(Vec<String>, Value)>);

fn tellal(line: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_tellal")).args(line.split(' ')).output().unwrap();
    assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

impl Schemas {
    fn load() -> Schemas {
        let one = |line: &str| {
            let (name, patterns) = line.split_once("  ").unwrap();
            let schema = serde_json::from_str(&tellal(&format!("schema {name}"))).unwrap();
            (patterns.trim().split(", ").map(str::to_owned).collect(), schema)
        };
        Schemas(tellal("schema").lines().map(one).collect())
    }

    /// What is wrong with a file by its schema; `None` when no schema is for it, or it holds no YAML that can be read.
    fn faults(&self, path: &str, text: &str) -> Option<Vec<String>> {
        let (_, schema) = self.0.iter().find(|(patterns, _)| patterns.iter().any(|pattern| fits(pattern, path)))?;
        let text = text.trim_start_matches('\u{feff}');
        let yaml = match path.strip_suffix(".md") {
            Some(_) => text.strip_prefix("---")?.split("\n---").next()?,
            None => text,
        };
        let nothing = yaml.lines().all(|line| line.trim().is_empty() || line.starts_with('#'));
        let value: Value = if nothing { Value::Null } else { serde_yaml::from_str(yaml).ok()? };
        Some(faults(schema, &value, ""))
    }
}

/// True for a path of this pattern: `**` is any number of folders, `*` any part of one name.
fn fits(pattern: &str, path: &str) -> bool {
    let pattern = regex::escape(pattern).replace(r"\*\*/", "(.*/)?").replace(r"\*", "[^/]*");
    regex::Regex::new(&format!("^{pattern}$")).unwrap().is_match(path)
}

#[test]
fn every_file_that_builds_fits_its_schema() {
    let schemas = Schemas::load();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for root in [".", "tests/golden/kucukova"] {
        for folder in ["content", "data"] {
            for path in support::files(&Path::new(root).join(folder)) {
                let inside = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
                let Ok(text) = fs::read_to_string(&path) else { continue };
                let Some(faults) = schemas.faults(&inside, &text) else { continue };
                seen += 1;
                wrong.extend(faults.into_iter().map(|fault| format!("{}: {fault}", path.display())));
            }
        }
        let site = fs::read_to_string(Path::new(root).join("site.yaml")).unwrap();
        wrong.extend(schemas.faults("site.yaml", &site).expect("a site has a schema"));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(seen > 100, "only {seen} files have a schema");
}

#[test]
fn the_specification_and_the_schemas_agree() {
    let schemas = Schemas::load();
    let mut wrong = Vec::new();
    let (mut good, mut bad) = (0, 0);
    for path in support::files(Path::new("tests/suite")) {
        let document = Document::parse(&path, &fs::read_to_string(&path).unwrap());
        for case in &document.cases {
            let complaints = case.blocks.iter().find(|block| block.name == "diagnostics").map_or("", |block| &block.text);
            let of_yaml = ["bad-value", "missing-key", "bad-yaml", "bad-schema"].iter().any(|code| complaints.contains(code));
            for (at, block) in case.blocks.iter().enumerate().filter(|(_, block)| block.is_input()) {
                // A case's own file stands in place of the one that all cases share.
                if case.blocks[at + 1..].iter().any(|other| other.is_input() && other.name == block.name) {
                    continue;
                }
                let text = String::from_utf8_lossy(&block.bytes()).into_owned();
                let Some(faults) = schemas.faults(&block.name, &text) else { continue };
                let place = format!("--> {}:", block.name);
                let unknown = complaints
                    .lines()
                    .zip(complaints.lines().skip(1))
                    .any(|(said, at)| said.contains("[unknown-key]") && at.contains(&place));
                match (unknown, faults.is_empty()) {
                    (true, true) => wrong.push(format!("{}: {}: {} fits its schema", path.display(), case.title, block.name)),
                    (true, false) => bad += 1,
                    (false, false) if !of_yaml => {
                        wrong.push(format!("{}: {}: {}: {faults:?}", path.display(), case.title, block.name));
                    }
                    (false, _) => good += 1,
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(good > 200 && bad >= 5, "{good} good files, {bad} with keys nobody knows");
}

#[test]
fn every_key_has_words() {
    for language in ["tr", "en"] {
        let mut missing = Vec::new();
        for line in tellal("schema").lines() {
            let name = line.split(' ').next().unwrap();
            let schema: Value = serde_json::from_str(&tellal(&format!("schema {name} --lang {language}"))).unwrap();
            without_words(&schema, name, &mut missing);
        }
        missing.dedup();
        assert!(
            missing.is_empty(),
            "src/diag/catalog/{language}/schema.ftl has no words for these keys; a line such as `key-page-date = …` gives them:\n{}",
            missing.join("\n")
        );
    }
}

fn without_words(schema: &Value, path: &str, missing: &mut Vec<String>) {
    for (key, value) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
        let path = format!("{path}-{key}");
        if value.get("title").is_none() {
            missing.push(format!("key-{path} = …"));
        }
        without_words(value, &path, missing);
    }
    for inside in ["items", "additionalProperties"] {
        schema.get(inside).into_iter().for_each(|schema| without_words(schema, path, missing));
    }
    for inside in ["anyOf", "oneOf"] {
        schema.get(inside).and_then(Value::as_array).into_iter().flatten().for_each(|s| without_words(s, path, missing));
    }
}

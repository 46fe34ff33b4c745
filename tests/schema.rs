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
        let (_, schema) = self.0.iter().find(|(patterns, _)| is_for(patterns, path))?;
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

/// True for a path that one of the patterns fits, and none that follows a `!`.
fn is_for(patterns: &[String], path: &str) -> bool {
    let (others, own): (Vec<&String>, Vec<&String>) = patterns.iter().partition(|pattern| pattern.starts_with('!'));
    own.iter().any(|pattern| fits(pattern, path)) && !others.iter().any(|pattern| fits(&pattern[1..], path))
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
    let mut without = Vec::new();
    let mut seen = 0;
    for root in [".", "tests/golden/kucukova"] {
        for folder in ["content", "data"] {
            for path in support::files(&Path::new(root).join(folder)) {
                let inside = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
                let Ok(text) = fs::read_to_string(&path) else { continue };
                let Some(faults) = schemas.faults(&inside, &text) else {
                    without.extend(inside.ends_with(".yaml").then_some(inside));
                    continue;
                };
                seen += 1;
                wrong.extend(faults.into_iter().map(|fault| format!("{}: {fault}", path.display())));
            }
        }
        let site = fs::read_to_string(Path::new(root).join("site.yaml")).unwrap();
        wrong.extend(schemas.faults("site.yaml", &site).expect("a site has a schema"));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    // A list for people to look things up in: the program does not read it.
    assert_eq!(without, ["data/demirbas/tasinir-kodlari.yaml"]);
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

/// A file that is good, and what makes it bad: each time the reader and the schema must both say so.
const SPOILT: &[(&str, &str, &[(&str, &str)])] = &[
    (
        "data/hizmetler/su.yaml",
        "birim: su\nhizmetler:\n  - kod: su-arizasi\n    ad: Su arızası\n    sure: 2 saat\n    ucret: [{ad: Keşif, tutar: 75 TL}]\n    belgeler: [Dilekçe, {ad: Tapu}]\n    kanallar: [sahsen, {kanal: telefon, adres: 153}]\n    dayanak: [{kanun: 5393, madde: 15}]\n",
        &[
            ("sure:", "süre:"),
            ("    ad: Su arızası\n", ""),
            ("[sahsen", "[yürüyerek"),
            ("{kanal: telefon, ", "{"),
            ("{ad: Tapu}", "{adi: Tapu}"),
            ("75 TL", "75"),
            ("kanun: 5393, ", ""),
            ("birim: su\n", "birim: su\nkurum_kodu: 1\n"),
        ],
    ),
    (
        "data/hizmetler/kurum.yaml",
        "kurum_kodu: 1\nilk_muracaat: {makam: Yazı İşleri}\n",
        &[("makam", "makami"), ("kurum_kodu", "kurum_no")],
    ),
    (
        "data/meclis/2026.yaml",
        "toplantilar:\n  - tarih: 2026-11-02\n    saat: \"14:00\"\n    tur: olagan\n    ilan: 2026-10-27\n    gundem: [Bütçe, {konu: Tarife, komisyon: Plan}]\nkararlar:\n  - {no: 1, tarih: 2026-11-02, konu: Bütçe, sonuc: kabul, oy: {sekil: oycoklugu, kabul: 9, ret: 2}}\nkomisyon_raporlari:\n  - {komisyon: Plan, konu: Tarife, tarih: 2026-11-03}\n",
        &[
            ("olagan", "olağan"),
            ("2026-10-27", "27.10.2026"),
            ("{konu: Tarife,", "{"),
            ("sonuc: kabul", "sonuc: evet"),
            ("{sekil: oycoklugu, ", "{"),
            ("no: 1, ", ""),
            ("{komisyon: Plan, konu", "{komsyon: Plan, konu"),
        ],
    ),
    (
        "data/meclis/sureler.yaml",
        "- {kod: karar-ozeti, gun: 7, dayanak: x}\n- {kod: komisyon, is_gunu: 5, dayanak: x}\n",
        &[("is_gunu", "gun"), ("karar-ozeti", "ozet"), ("gun: 7, ", ""), (", dayanak: x}\n- {kod: k", "}\n- {kod: k")],
    ),
    (
        "data/yayin-odevleri.yaml",
        "- {kod: a, ad: A, dayanak: x, siklik: yillik, son_gun: 04-30, yil: ayni}\n- {kod: b, ad: B, dayanak: x, siklik: surekli, gozden_gecirme: 365, sayfa: /b/}\n",
        &[
            ("son_gun: 04-30, ", ""),
            ("yil: ayni", "gozden_gecirme: 10"),
            ("gozden_gecirme: 365", "son_gun: 04-30"),
            ("surekli", "sürekli"),
            ("/b/", "b"),
            ("ad: B, ", ""),
        ],
    ),
    (
        "data/uyari.yaml",
        "- {duzey: acil, metin: Sel., baslangic: 2026-01-01, bitis: 2026-01-02}\n",
        &[("acil", "çok acil"), ("metin: Sel., ", ""), ("duzey", "renk")],
    ),
    (
        "data/a/dataset.yaml",
        "name: a\ntitle: A\nfiles: \"*.csv\"\nfields:\n  - {name: birim, type: reference, to: birimler}\n",
        &[(", to: birimler", ""), ("reference", "referans"), ("title: A\n", ""), ("files", "dosyalar")],
    ),
];

#[test]
fn the_schema_finds_what_the_reader_finds() {
    let schemas = Schemas::load();
    let root = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("site.yaml", "municipality: {name: Örnek}\ntitle: Örnek\nbase_url: https://ornek.bel.tr\n");
    write("content/public/index.md", "---\ntitle: Ana sayfa\n---\n");
    write("data/birimler/birimler.yaml", "- {kod: su, ad: Su Müdürlüğü}\n");
    let complained = |path: &str| {
        let mut check = Command::new(env!("CARGO_BIN_EXE_tellal"));
        let output = check.args(["check", "--format", "json", "--root"]).arg(root.path()).output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        let codes =
            ["alert-unclear", "bad-value", "missing-key", "unknown-key", "bad-fee"].map(|code| format!("{{\"code\":\"{code}\""));
        said.lines().any(|line| codes.iter().any(|code| line.starts_with(code)) && line.contains(path))
    };
    let mut wrong = Vec::new();
    for (path, good, spoilers) in SPOILT {
        for (from, to) in [("", "")].iter().chain(*spoilers) {
            assert!(good.contains(from), "{path}: {from}");
            let text = good.replacen(from, to, 1);
            write(path, &text);
            let found = (complained(path), !schemas.faults(path, &text).expect("it has a schema").is_empty());
            if found != (!from.is_empty(), !from.is_empty()) {
                wrong.push(format!("{path}: `{from}` → `{to}`: (reader, schema) {found:?}"));
            }
        }
        fs::remove_file(root.path().join(path)).unwrap();
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
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

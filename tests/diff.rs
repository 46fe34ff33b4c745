//! `tellal diff` as a reviewer meets it: two built sites, and what a citizen would see change between them.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests look at the disk themselves, and end where something is wrong"
)]

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::{Value, json};

/// Standard output of one good command line, in `folder`.
fn tellal(folder: &Path, line: &str) -> String {
    let output =
        Command::new(env!("CARGO_BIN_EXE_tellal")).current_dir(folder).env_clear().args(line.split(' ')).output().unwrap();
    assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

const DATASET: &str = "name: sayim\ntitle: Sayım\nfields:\n  - {name: ay, type: string, class: public}\n  - {name: n, type: integer, class: public}\n";
const FIGURES: &str = "aylik-sayim:\n  title: Aylık sayım\n  unit: adet\n  method: Sayılır.\n  sql: SELECT ay, n FROM sayim ORDER BY ay\n  columns: {ay: {type: text}, n: {title: Adet}}\n";

/// A municipality with a figure on a page, built into `onceki`; then edited and built into `yeni`.
fn two_sites() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    tellal(dir.path(), "init il");
    let il = dir.path().join("il");
    let write = |path: &str, text: &str| {
        fs::create_dir_all(il.join(path).parent().unwrap()).unwrap();
        fs::write(il.join(path), text).unwrap();
    };
    write("data/sayim/dataset.yaml", DATASET);
    write("data/sayim/figures.yaml", FIGURES);
    write("data/sayim/2026.csv", "ay,n\nocak,10\nşubat,20\n");
    write("content/public/sayim.md", "---\ntitle: Sayım\n---\n\n![Sayım](table:aylik-sayim)\n");
    write("content/public/giden.md", "---\ntitle: Giden <b>sayfa</b>\n---\n\nMetin.\n");
    tellal(dir.path(), "build --root il --out onceki");
    write("data/sayim/2026.csv", "ay,n\nocak,1200\nmart,30\n");
    write("content/public/gelen.md", "---\ntitle: Gelen\n---\n\nMetin.\n");
    write("content/public/iletisim.md", "---\ntitle: İletişim\n---\n\nBaşka bir metin.\n");
    fs::remove_file(il.join("content/public/giden.md")).unwrap();
    tellal(dir.path(), "build --root il --out yeni");
    dir
}

#[test]
fn pages_and_numbers_that_changed_are_told() {
    let dir = two_sites();
    let told: Value = serde_json::from_str(&tellal(dir.path(), "diff onceki yeni --format json")).unwrap();
    assert_eq!(told["pages"]["added"], json!([{"address": "/gelen/", "title": "Gelen"}]));
    assert_eq!(told["pages"]["gone"][0]["address"], "/giden/");
    let changed: Vec<&str> =
        told["pages"]["changed"].as_array().unwrap().iter().map(|p| p["address"].as_str().unwrap()).collect();
    assert!(changed.contains(&"/iletisim/") && changed.contains(&"/sayim/"), "{changed:?}");
    assert!(!changed.contains(&"/hizmetler/"), "a page nobody touched: {changed:?}");
    let figure = &told["figures"][0];
    assert_eq!((&figure["id"], &figure["change"]), (&json!("aylik-sayim"), &json!("changed")));
    assert_eq!(figure["cells"], json!([{"row": "ocak", "column": "Adet", "from": 10, "to": 1200}]));
    assert_eq!((&figure["rows_added"], &figure["rows_gone"]), (&json!(["mart"]), &json!(["şubat"])));
    assert_eq!(told["files"], json!({"added": [], "changed": [], "gone": []}), "a figure's own files say nothing more");
}

#[test]
fn a_comment_is_markdown_and_nothing_in_it_is_markup() {
    let dir = two_sites();
    let told = tellal(dir.path(), "fark onceki yeni --format markdown");
    for line in [
        "### Yeni sayfalar (1)",
        "- `/gelen/` Gelen",
        "- ocak · Adet: 10 → **1.200**",
        "- yeni satır: mart",
        "- kaldırılan satır: şubat",
    ] {
        assert!(told.lines().any(|l| l == line), "{line}\n{told}");
    }
    assert!(told.contains("`/giden/` Giden \\<b\\>sayfa\\</b\\>"), "{told}");
}

#[test]
fn without_lists_of_sums_the_bytes_tell_and_equal_sites_have_no_difference() {
    let dir = two_sites();
    let with = tellal(dir.path(), "diff onceki yeni");
    for site in ["onceki", "yeni"] {
        fs::remove_file(dir.path().join(site).join("public/manifest-sha256.txt")).unwrap();
    }
    assert_eq!(tellal(dir.path(), "diff onceki/public yeni/public"), with);
    assert_eq!(tellal(dir.path(), "diff yeni yeni"), "Yayımlanan sayfalarda, sayılarda ve dosyalarda değişiklik yok.\n");
    let output =
        Command::new(env!("CARGO_BIN_EXE_tellal")).current_dir(dir.path()).args(["diff", "yok", "yeni"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
}

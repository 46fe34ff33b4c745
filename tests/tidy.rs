//! Rooms, doors and the order of files: the rules of the design that no compiler keeps. Reads the repository's own source.
//!
//! Not here: what clippy keeps (`Cargo.toml` and `.clippy.toml`), and that the catalogues are complete (`src/diag`).

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests look at the disk themselves, and end where something is wrong"
)]

#[path = "tidy/code.rs"]
mod code;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// What each room may look at: whole rooms, or parts of one. The river flows down this table.
const ROOMS: &[(&str, &[&str])] = &[
    // No room: how the program is linked.
    ("build", &[]),
    ("diag", &[]),
    ("turkish", &[]),
    ("language", &[]),
    ("prose", &["diag", "language"]),
    ("table", &["diag", "turkish"]),
    ("source", &["diag"]),
    ("parse", &["diag", "turkish", "language", "prose", "table", "source"]),
    // Of `source` the list of files, which says what stands beside the pages, and the world, out of which rows stream
    // straight into columns: a million rows are never held as syntax.
    ("model", &["diag", "turkish", "language", "prose", "table", "parse", "source::FileEntry", "source::World"]),
    ("query", &["diag", "turkish", "table", "model"]),
    ("disclose", &["diag", "turkish", "prose", "table", "model", "query"]),
    // Of `model` and `parse` only what pages and settings are; nothing that holds a row of data.
    (
        "view",
        &[
            "diag",
            "turkish",
            "language",
            "prose",
            "disclose",
            "model::alert",
            "model::content",
            "model::directory",
            "model::duty",
            "model::schema",
            "model::kind_title",
            "model::regulation",
            "model::service",
            "model::calendar",
            "model::diary",
            "model::event",
            "parse::editing",
            "parse::page",
            "parse::event",
            "parse::regulation",
            "parse::site",
            "parse::theme",
            "parse::nearest",
        ],
    ),
    // Of `parse` the files of a theme, which hold nothing of the municipality's.
    ("render", &["diag", "turkish", "language", "prose", "view", "parse::nearest", "parse::theme"]),
    ("publish", &["render", "view"]),
    ("audit", &["diag", "turkish", "language"]),
    (
        "cli",
        &[
            "audit", "diag", "turkish", "language", "prose", "table", "source", "parse", "model", "query", "disclose", "view",
            "render", "publish", "pipeline",
        ],
    ),
    (
        "pipeline",
        &["diag", "turkish", "language", "table", "source", "parse", "model", "query", "disclose", "view", "render", "publish"],
    ),
    ("lib", &[]),
    ("main", &[]),
];

/// Files that may look further than their room, because they are what the wall is built around.
const EXCEPTIONS: &[(&str, &[&str])] = &[
    // The staff's side of the view; the citizens' side is given what `disclose` opened.
    ("view/internal.rs", &["query"]),
    // Which pages are files that an editor can open.
    ("view/editing.rs", &["source::FileEntry"]),
    ("view/figures/internal.rs", &["query"]),
];

/// The rooms that may use a library; every dependency has its line here.
const DOORS: &[(&str, &[&str])] = &[
    ("ammonia", &["parse"]),
    ("annotate_snippets", &["diag"]),
    ("anyhow", &["source", "publish", "cli"]),
    ("axum", &["cli"]),
    ("blake3", EVERYWHERE),
    ("brotli", &["publish"]),
    ("calamine", &["parse"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("csv", &["parse", "cli"]),
    ("encoding_rs", &["parse", "cli"]),
    ("flate2", &["publish"]),
    ("fluent_bundle", &["diag", "language"]),
    ("foldhash", EVERYWHERE),
    ("icu_casemap", &["turkish"]),
    ("icu_collator", &["turkish"]),
    ("icu_locale_core", &["turkish"]),
    // In `parse` for what a picture's head says.
    ("image", &["parse", "render"]),
    ("indexmap", EVERYWHERE),
    ("indicatif", &["cli"]),
    ("jiff", EVERYWHERE),
    ("microlp", &["disclose"]),
    ("mimalloc", &["main"]),
    ("notify", &["source"]),
    ("notify_debouncer_full", &["source"]),
    ("polars", &["table"]),
    ("pulldown_cmark", &["parse"]),
    ("quick_xml", &["render"]),
    ("ravif", &["render"]),
    ("rayon", EVERYWHERE),
    ("regex", &["parse"]),
    ("rust_xlsxwriter", &["render"]),
    ("rustix", &["publish"]),
    // In `view` for the names of the fields that templates may ask for.
    ("schemars", &["parse", "model", "view", "cli"]),
    ("serde", EVERYWHERE),
    ("serde_json", EVERYWHERE),
    ("serde_yaml", &["parse"]),
    // In `render` for what data packages say about their files.
    ("sha2", &["publish", "render"]),
    ("simdutf8", &["parse"]),
    ("similar", &["model"]),
    ("strsim", &["parse", "cli"]),
    ("tera", &["render"]),
    ("tokio", &["cli"]),
    ("typst", &["render"]),
    ("typst_assets", &["render"]),
    ("typst_layout", &["render"]),
    ("typst_pdf", &["render"]),
    ("typst_render", &["render"]),
    ("walkdir", &["source"]),
    ("webp", &["render"]),
];

/// Libraries that change nothing about who may do what.
const EVERYWHERE: &[&str] = &["*"];

/// Longest file; half of it is a good length, and 400 lines are a reason to look again.
const LONGEST: usize = 450;

/// What stands at the top of the repository, beside dot-files and what the build leaves.
const TOP: &[&str] =
    &["Cargo.lock", "Cargo.toml", "LICENSE", "README.md", "benches", "content", "data", "site.yaml", "src", "tests", "themes"];

/// A source file.
struct File {
    /// Its path below `src/`.
    path: String,
    text: String,
    /// The program in it: no comments, no texts, and no tests, which may read back with another library what was written.
    code: String,
}

impl File {
    fn room(&self) -> &str {
        let first = self.path.split('/').next().expect("a split has a first part");
        first.trim_end_matches(".rs")
    }
}

fn files() -> Vec<File> {
    let mut files = Vec::new();
    let mut only_tests = BTreeSet::new();
    walk(Path::new("src"), &mut |path| {
        if path.extension().is_some_and(|e| e == "rs") {
            let text = fs::read_to_string(path).expect("the source can be read");
            let inside = path.strip_prefix("src").expect("it lies below src").to_string_lossy().replace('\\', "/");
            let bare = code::bare(&text);
            let mut parts = bare.split("#[cfg(test)]\nmod ");
            let code = parts.next().unwrap_or_default().to_owned();
            let folder = inside.trim_end_matches("mod.rs").trim_end_matches(".rs").trim_end_matches('/');
            for name in parts.filter_map(|part| part.split_once(';').map(|(name, _)| name)) {
                only_tests.insert(format!("{folder}/{name}.rs"));
            }
            files.push(File { path: inside, code, text });
        }
    });
    assert!(files.len() > 100, "only {} source files were found", files.len());
    // What lies below a module of tests is tests, too.
    let is_of = |file: &File, tests: &String| {
        let below = file.path.strip_prefix(tests.trim_end_matches(".rs"));
        below.is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
    };
    for file in files.iter_mut().filter(|file| only_tests.iter().any(|tests| is_of(file, tests))) {
        file.code.clear();
    }
    files
}

fn walk(folder: &Path, file: &mut dyn FnMut(&Path)) {
    let mut entries: Vec<_> =
        fs::read_dir(folder).expect("the folder can be read").map(|e| e.expect("and its entries").path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() { walk(&path, file) } else { file(&path) }
    }
}

/// Fails with all findings at once.
fn none(findings: &[String]) {
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
}

#[test]
fn a_room_looks_only_where_its_row_allows() {
    let rows: BTreeMap<&str, &[&str]> = ROOMS.iter().copied().collect();
    let mut findings = Vec::new();
    for file in &files() {
        let Some(row) = rows.get(file.room()) else {
            findings.push(format!("src/{}: no room of this name in the table", file.path));
            continue;
        };
        let exception = EXCEPTIONS.iter().filter(|(path, _)| *path == file.path).flat_map(|(_, more)| *more);
        let allowed: Vec<&str> = row.iter().chain(exception).copied().collect();
        for (line, path) in code::paths_below(&file.code, "crate") {
            let inside = |part: &str| path == part || path.strip_prefix(part).is_some_and(|rest| rest.starts_with("::"));
            let room = path.split("::").next().expect("a split has a first part");
            if rows.contains_key(room) && room != file.room() && !allowed.iter().any(|part| inside(part)) {
                findings.push(format!("src/{}:{line}: `{}` may not look at `{path}`", file.path, file.room()));
            }
        }
    }
    none(&findings);
}

#[test]
fn nobody_climbs_out_of_a_room() {
    let mut findings = Vec::new();
    for file in &files() {
        let module = file.path.trim_end_matches(".rs").trim_end_matches("/mod");
        // In a module of tests inside the file there is one step more.
        let deepest = module.split('/').count();
        let climb = format!("{}::", vec!["super"; deepest + 1].join("::"));
        if file.code.contains(&climb) {
            findings.push(format!("src/{}: `{climb}` leads out of the room; write `crate::`", file.path));
        }
    }
    none(&findings);
}

#[test]
fn a_library_has_one_door() {
    let mut findings = Vec::new();
    for file in &files() {
        let ours: Vec<String> = code::paths_below(&file.code, "crate").into_iter().map(|(_, path)| path).collect();
        for (library, doors) in DOORS.iter().filter(|(_, doors)| *doors != EVERYWHERE) {
            let namesake = ours.iter().any(|path| path.ends_with(&format!("::{library}")));
            if namesake || doors.contains(&file.room()) {
                continue;
            }
            let used = code::paths_below(&file.code, library);
            findings.extend(
                used.iter().map(|(line, path)| format!("src/{}:{line}: `{library}::{path}` belongs to {doors:?}", file.path)),
            );
        }
    }
    none(&findings);
}

#[test]
fn every_dependency_has_a_door() {
    let manifest = fs::read_to_string("Cargo.toml").expect("the manifest can be read");
    let mut declared = BTreeSet::new();
    let mut inside = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line.ends_with("dependencies]") && line != "[dev-dependencies]";
        } else if let Some((name, _)) = line.split_once(" = ").filter(|(name, _)| inside && !name.starts_with('#')) {
            declared.insert(name.replace('-', "_"));
        }
    }
    let known: BTreeSet<String> = DOORS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(declared, known, "dependencies of Cargo.toml beside the doors of this test");
}

#[test]
fn every_file_says_what_it_is_and_stays_readable() {
    let mut findings = Vec::new();
    for file in &files() {
        if !file.text.starts_with("//! ") {
            findings.push(format!("src/{}: does not open with `//!`", file.path));
        }
        let lines = file.text.lines().count();
        if lines > LONGEST {
            findings.push(format!("src/{}: {lines} lines are more than one can hold in mind ({LONGEST})", file.path));
        }
    }
    walk(Path::new("tests"), &mut |path| {
        if path.extension().is_some_and(|e| e == "rs") {
            let text = fs::read_to_string(path).expect("the test can be read");
            if !text.starts_with("//! ") {
                findings.push(format!("{}: does not open with `//!`", path.display()));
            }
        }
    });
    none(&findings);
}

#[test]
fn nothing_is_put_off() {
    let mut findings = Vec::new();
    for file in &files() {
        for mark in ["#[ignore", "allow(dead_code", "expect(dead_code", "allow(unused", "todo!(", "unimplemented!("] {
            if file.code.contains(mark) {
                findings.push(format!("src/{}: `{mark}`", file.path));
            }
        }
    }
    none(&findings);
}

#[test]
fn every_hint_that_is_asked_for_is_in_both_catalogues() {
    let catalogue = |lang: &str| {
        let mut text = String::new();
        walk(&Path::new("src/diag/catalog").join(lang), &mut |path| {
            text += &fs::read_to_string(path).expect("a catalogue can be read");
        });
        text
    };
    let catalogues = ["tr", "en"].map(catalogue);
    let mut findings = Vec::new();
    for file in &files() {
        for (_, rest) in file.text.match_indices(".hint(\"").map(|(at, mark)| (at, &file.text[at + mark.len()..])) {
            let variant = rest.split('"').next().expect("a split has a first part");
            if !catalogues.iter().all(|c| c.contains(&format!("    .hint-{variant} ="))) {
                findings.push(format!("src/{}: no catalogue has a hint `{variant}`", file.path));
            }
        }
    }
    none(&findings);
}

#[test]
fn the_top_of_the_repository_holds_nothing_else() {
    let mut findings = Vec::new();
    for entry in fs::read_dir(".").expect("the repository can be read") {
        let name = entry.expect("and its entries").file_name().to_string_lossy().into_owned();
        let made = ["target", "dist", "node_modules"].contains(&name.as_str());
        if !made && !name.starts_with('.') && !TOP.contains(&name.as_str()) {
            findings.push(format!("{name}: has no place at the top of the repository"));
        }
    }
    none(&findings);
}

#[test]
fn a_suite_holds_only_specifications() {
    walk(Path::new("tests/suite"), &mut |path| {
        assert!(path.extension().is_some_and(|e| e == "md"), "{}: nothing runs this file", path.display());
    });
}

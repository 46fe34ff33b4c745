//! Runs the specification: every case of `tests/suite/**/*.md` is a tiny repository in memory, built, and compared with
//! what stands beside it. `BLESS=1` writes what came out in the place of what was expected, to be read before it is kept.
//! `CASE=words` runs the cases whose heading holds the words.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests look at the disk themselves, and end where something is wrong"
)]

#[path = "support/document.rs"]
mod document;
#[path = "support/outline.rs"]
mod outline;
mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

use document::{Block, Case, Document, PAGES};
use tellal::diag::{Diagnostic, Diagnostics, Severity};
use tellal::pipeline::{self, Memo, Options, Outcome};
use tellal::source::{Memory, World};

/// The settings of a case that says nothing about them.
const SITE: &str = "municipality: {name: Örnek Belediyesi}\ntitle: Örnek Belediyesi\nbase_url: https://ornek.bel.tr\n";

/// How many mistakes the specification must show, each at its place.
const MISTAKES: usize = 40;

#[test]
fn everything_is_as_specified() {
    let bless = std::env::var_os("BLESS").is_some();
    let only = std::env::var("CASE").unwrap_or_default();
    let mut failures = Vec::new();
    let mut cases = 0;
    for mut document in documents() {
        let mut edits = Vec::new();
        for case in document.cases.iter().filter(|c| c.title.contains(&only)) {
            cases += 1;
            for finding in run(case) {
                match finding {
                    Finding::Fault(fault) => failures.push(format!("{}: {}\n{fault}", document.path.display(), case.title)),
                    Finding::Other { expected, found } if bless => edits.push((expected, case.end, found)),
                    Finding::Other { expected, found } => {
                        let (name, was) = expected.map_or(("diagnostics".to_owned(), String::new()), |b| (b.name, b.text));
                        failures.push(format!(
                            "{}: {}\n--- {name}, expected\n{was}--- found\n{found}",
                            document.path.display(),
                            case.title
                        ));
                    }
                }
            }
        }
        if !edits.is_empty() {
            write(&mut document, edits);
        }
    }
    println!("{cases} cases");
    assert!(failures.is_empty(), "\n{}\n{} of {cases} cases are not as specified", failures.join("\n"), failures.len());
}

#[test]
fn enough_mistakes_are_shown_each_at_its_place() {
    let mut kinds = BTreeSet::new();
    let mut shown = 0;
    for document in documents() {
        for block in document.cases.iter().flat_map(|c| &c.blocks).filter(|b| b.name == "diagnostics") {
            for line in block.text.lines() {
                shown += usize::from(line.trim_start().starts_with("--> "));
                kinds.extend(line.split_once('[').and_then(|(_, rest)| rest.split_once("]: ")).map(|(code, _)| code.to_owned()));
            }
        }
    }
    println!("{shown} mistakes of {} kinds", kinds.len());
    assert!(shown >= MISTAKES, "only {shown} mistakes are shown");
}

#[test]
fn headings_are_unique_in_their_document() {
    for document in documents() {
        let mut seen = BTreeSet::new();
        for case in &document.cases {
            assert!(seen.insert(&case.title), "{}: two cases are called `{}`", document.path.display(), case.title);
            assert!(!case.blocks.is_empty(), "{}: `{}` shows nothing", document.path.display(), case.title);
        }
    }
}

fn documents() -> Vec<Document> {
    let paths = support::files(Path::new("tests/suite"));
    paths.iter().map(|path| Document::parse(path, &fs::read_to_string(path).expect("the suite can be read"))).collect()
}

/// What was not as specified.
enum Finding {
    /// A block said one thing (or was not there), another came out.
    Other { expected: Option<Block>, found: String },
    /// Nothing to bless: the specification itself, or a promise, is broken.
    Fault(String),
}

fn run(case: &Case) -> Vec<Finding> {
    let mut findings = Vec::new();
    let (mut world, mut options, mut quiet) = (support::themed().with("site.yaml", SITE), Options::default(), Vec::new());
    world = world.with("content/public/index.md", "---\ntitle: Ana sayfa\n---\n");
    for block in &case.blocks {
        if block.is_input() {
            world = world.with(&block.name, block.bytes());
        } else if block.name == "settings" {
            world = set(world, &mut options, &mut quiet, &block.text);
        }
    }
    if case.blocks.iter().any(|block| block.name.starts_with(PAGES)) {
        return audited(case, &world).into_iter().collect();
    }
    let building = AssertUnwindSafe(|| pipeline::build(&world, &Memo::default(), &options));
    let Ok(mut outcome) = catch_unwind(building) else {
        return vec![Finding::Fault("the build panicked".to_owned())];
    };
    outcome.diagnostics =
        outcome.diagnostics.into_iter().filter(|d| !is_quiet(d, &quiet)).fold(Diagnostics::new(), |mut all, d| {
            all.push(d);
            all
        });
    findings.extend(diagnostics(case, &outcome, &world));
    for block in case.blocks.iter().filter(|b| !b.is_input()) {
        match block.name.as_str() {
            "diagnostics" | "settings" => {}
            "absent" => findings.extend(block.text.lines().filter_map(|path| absent(&outcome, path))),
            "outline" => findings.extend(outlined(case, block)),
            name if name.starts_with("dist/") => findings.extend(built(&outcome, block)),
            name => findings.push(Finding::Fault(format!("nobody knows the block `{name}`"))),
        }
    }
    findings
}

/// What was found on finished pages.
fn audited(case: &Case, world: &Memory) -> Option<Finding> {
    let pages = case.blocks.iter().filter(|block| block.name.starts_with(PAGES));
    let pages: Vec<(Arc<str>, Arc<[u8]>)> = pages.map(|block| (Arc::from(&*block.name), block.bytes().into())).collect();
    let mut found = Diagnostics::new();
    tellal::audit::tree(&mut found, &pages);
    found.sort();
    let expected = case.blocks.iter().rfind(|block| block.name == "diagnostics");
    let told = support::told(&found, world);
    (told != expected.map_or("", |block| block.text.as_str()))
        .then(|| Finding::Other { expected: expected.cloned(), found: told })
}

/// What was understood of the regulation text that the block names.
fn outlined(case: &Case, block: &Block) -> Option<Finding> {
    let file = case.blocks.iter().find(|b| Some(&b.name) == block.words.first());
    let Some(file) = file else { return Some(Finding::Fault("the outline of which text?".to_owned())) };
    let bytes = file.bytes();
    other(block, &outline::of(&file.name, &String::from_utf8_lossy(&bytes)))
}

/// True for a warning that a document does not want to hear of in every case.
fn is_quiet(diagnostic: &Diagnostic, quiet: &[String]) -> bool {
    diagnostic.severity() != Severity::Error && quiet.iter().any(|code| code == diagnostic.code.id())
}

fn set(mut world: Memory, options: &mut Options, quiet: &mut Vec<String>, text: &str) -> Memory {
    for line in text.lines() {
        match line.split_once(": ").unwrap_or((line, "")) {
            ("today", day) => world = world.on(day.parse().expect("a day")),
            ("quiet", code) => quiet.push(code.to_owned()),
            ("drafts", "") => options.drafts = true,
            ("base-url", url) => options.base_url = Some(url.to_owned()),
            _ => panic!("nobody knows the setting `{line}`"),
        }
    }
    world
}

fn diagnostics(case: &Case, outcome: &Outcome, world: &dyn World) -> Option<Finding> {
    let expected = case.blocks.iter().rfind(|b| b.name == "diagnostics");
    let found = support::told(&outcome.diagnostics, world);
    (found != expected.map_or("", |b| b.text.as_str())).then(|| Finding::Other { expected: expected.cloned(), found })
}

/// The bytes at `dist/<audience>/<path>`; `None` when there is no such file, or nothing was built.
fn at<'o>(outcome: &'o Outcome, path: &str) -> Option<&'o [u8]> {
    let sites = outcome.sites.as_ref()?;
    let (audience, inside) = path.strip_prefix("dist/")?.split_once('/')?;
    match audience {
        "public" => sites.public.get(inside).map(|a| &*a.bytes),
        "internal" => sites.internal.get(inside).map(|a| &*a.bytes),
        "reports" => sites.reports.get(inside).map(|a| &*a.bytes),
        _ => None,
    }
}

fn absent(outcome: &Outcome, path: &str) -> Option<Finding> {
    assert!(path.starts_with("dist/"), "`{path}` is not a path of a tree");
    if outcome.sites.is_none() {
        return Some(Finding::Fault(format!("nothing was built, so that {path} is absent says nothing")));
    }
    at(outcome, path).is_some().then(|| Finding::Fault(format!("{path} was built")))
}

fn built(outcome: &Outcome, block: &Block) -> Option<Finding> {
    let Some(bytes) = at(outcome, &block.name) else { return Some(Finding::Fault(format!("{} was not built", block.name))) };
    let text = String::from_utf8_lossy(bytes);
    match block.words.first().map(String::as_str) {
        Some("holds") => {
            let missing: Vec<&str> = block.text.lines().filter(|line| !text.contains(line.trim())).collect();
            (!missing.is_empty()).then(|| Finding::Fault(format!("{} does not hold\n{}", block.name, missing.join("\n"))))
        }
        Some("lacks") => {
            let there: Vec<&str> = block.text.lines().filter(|line| text.contains(line.trim())).collect();
            (!there.is_empty()).then(|| Finding::Fault(format!("{} holds\n{}", block.name, there.join("\n"))))
        }
        Some("whole") => other(block, &text),
        None if block.name.ends_with(".html") => other(block, main(&text)),
        None => other(block, &text),
        Some(word) => Some(Finding::Fault(format!("{}: nobody knows the word `{word}`", block.name))),
    }
}

fn other(block: &Block, found: &str) -> Option<Finding> {
    // A file of CSV ends its lines as RFC 4180 asks; a specification is read by people.
    let found = &*found.replace("\r\n", "\n");
    let found = if found.is_empty() || found.ends_with('\n') { found.to_owned() } else { format!("{found}\n") };
    (found != block.text).then(|| Finding::Other { expected: Some(block.clone()), found })
}

/// The `<main>` of a page: what surrounds it is the theme's, the same on every page.
fn main(html: &str) -> &str {
    let Some(start) = html.find("<main") else { return html };
    let end = html.find("</main>").map_or(html.len(), |at| at + "</main>".len());
    &html[start..end]
}

/// Writes what came out in the place of what was expected, from the last line to the first.
fn write(document: &mut Document, edits: Vec<(Option<Block>, usize, String)>) {
    let mut changes: BTreeMap<(usize, usize), Vec<String>> = BTreeMap::new();
    for (expected, end, found) in edits {
        let lines = found.lines().map(str::to_owned);
        match expected {
            Some(block) => changes.insert((block.from, block.to), lines.collect()),
            None => {
                let block = ["", "```diagnostics"].map(str::to_owned).into_iter().chain(lines).chain(["```".to_owned()]);
                changes.insert((end, end), block.collect())
            }
        };
    }
    for ((from, to), lines) in changes.into_iter().rev() {
        document.lines.splice(from..to, lines);
    }
    fs::write(&document.path, document.lines.join("\n") + "\n").expect("the suite can be written");
}

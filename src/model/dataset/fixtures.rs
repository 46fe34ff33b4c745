//! Foreign files through the reader: suites of delimited files with their expected cells, and real exports. The repository's
//! own data are looked at elsewhere.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests look at the disk themselves, and end where something is wrong"
)]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diag::Diagnostics;
use crate::parse::capped::Capped;
use crate::parse::csv::{Row, Sink, read};
use crate::parse::dialect::Header;
use crate::source::Memory;

/// The fixtures beside the crate; tells aloud when they are absent, and fails when they are required.
fn fixtures(part: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/fixtures").join(part);
    if path.exists() {
        return Some(path);
    }
    assert!(std::env::var("TELLAL_FIXTURES").as_deref() != Ok("required"), "{} is required but absent", path.display());
    eprintln!("skipped: {} is absent", path.display());
    None
}

/// Collects all cells, and expects no header in particular.
#[derive(Default)]
struct All {
    rows: Vec<Vec<String>>,
    columns: usize,
    last_line: u32,
}

impl Sink for All {
    fn knows(&self, _: &str) -> bool {
        false
    }

    fn header(&mut self, _: &mut Diagnostics, _: &mut Capped, header: &Header) -> bool {
        self.columns = header.names.len();
        self.last_line = header.line;
        self.rows.push(header.names.iter().map(|n| n.to_string()).collect());
        true
    }

    fn row(&mut self, _: &mut Diagnostics, _: &mut Capped, row: &Row<'_>) {
        assert!(row.line > self.last_line, "rows come in the order of their lines");
        self.last_line = row.line;
        self.rows.push((0..self.columns).map(|c| row.decode(row.bytes(c)).0.into_owned()).collect());
    }
}

fn cells(bytes: &[u8]) -> (Vec<Vec<String>>, Diagnostics) {
    let file: Arc<str> = "a.csv".into();
    let (mut all, mut diag) = (All::default(), Diagnostics::new());
    read(&mut diag, &Memory::new().with(&file, bytes), &file, None, &mut all);
    (all.rows, diag)
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let walk = walkdir::WalkDir::new(folder).sort_by_file_name();
    let found = walk.into_iter().filter_map(Result::ok).map(|entry| entry.into_path());
    found.filter(|path| path.extension().is_some_and(|e| e == extension)).collect()
}

/// The expected rows of a suite's JSON file: a list of rows, a list of records, or one record.
fn expected(json: &serde_json::Value) -> Vec<Vec<String>> {
    let text = |value: &serde_json::Value| value.as_str().expect("is text").trim().replace("\r\n", "\n");
    let records = match json {
        serde_json::Value::Array(rows) if rows.iter().all(serde_json::Value::is_array) => {
            return rows.iter().map(|row| row.as_array().expect("was looked at").iter().map(text).collect()).collect();
        }
        serde_json::Value::Array(records) => records.clone(),
        one => vec![one.clone()],
    };
    let record = |record: &serde_json::Value| record.as_object().expect("is a map").values().map(text).collect();
    let header = records.first().and_then(|r| r.as_object()).map(|r| r.keys().cloned().collect());
    header.into_iter().chain(records.iter().map(record)).collect()
}

#[test]
fn the_suites_of_delimited_files_are_cut_as_their_authors_say() {
    for suite in ["suites/csv-spectrum", "suites/csv-test-data"] {
        let Some(folder) = fixtures(suite) else { continue };
        let mut compared = 0;
        for json in files(&folder, "json") {
            let csv = files(&folder, "csv").into_iter().find(|p| p.file_stem() == json.file_stem()).expect("each has its file");
            let parsed = serde_json::from_slice(&std::fs::read(&json).expect("the suite is readable")).expect("is JSON");
            let written = |rows: Vec<Vec<String>>| -> Vec<Vec<String>> {
                rows.into_iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).collect()
            };
            let expected = written(expected(&parsed));
            // One expected file was itself damaged by a wrong decoding.
            if expected.iter().flatten().any(|cell| cell.contains('\u{fffd}')) {
                continue;
            }
            let (rows, _) = cells(&std::fs::read(&csv).expect("the suite is readable"));
            // A list without records does not say what its header is.
            let rows = written(rows);
            let skipped = usize::from(expected.is_empty()).min(rows.len());
            assert_eq!(rows[skipped..], expected, "{}", csv.display());
            compared += 1;
        }
        assert!(compared >= 10, "{suite} has its files");
    }
}

#[test]
fn no_file_of_the_suites_and_no_real_export_makes_the_reader_panic() {
    for part in ["suites/csv-spectrum", "suites/csv-test-data", "311", "assets"] {
        let Some(folder) = fixtures(part) else { continue };
        for path in files(&folder, "csv") {
            let bytes = std::fs::read(&path).expect("the fixtures are readable");
            let (rows, diag) = cells(&bytes);
            assert!(!rows.is_empty() || !diag.is_empty() || bytes.is_empty(), "{} vanished in silence", path.display());
        }
    }
}

//! Foreign files through the reader: suites of delimited files with their expected cells, and real exports. The repository's
//! own data are looked at elsewhere.

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
    read(&mut diag, &Memory::new().with(&file, bytes), &file, &mut all);
    (all.rows, diag)
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let walk = walkdir::WalkDir::new(folder).sort_by_file_name();
    let found = walk.into_iter().filter_map(Result::ok).map(|entry| entry.into_path());
    found.filter(|path| path.extension().is_some_and(|e| e == extension)).collect()
}

#[test]
fn the_spectrum_of_delimited_files_is_cut_as_its_authors_say() {
    let Some(folder) = fixtures("suites/csv-spectrum") else { return };
    let found = files(&folder, "csv");
    assert!(found.len() >= 10, "the suite has its files");
    for path in found {
        let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        let Some(expected) = files(&folder, "json").into_iter().find(|p| p.file_stem().is_some_and(|s| *s == *name)) else {
            continue;
        };
        let (rows, _) = cells(&std::fs::read(&path).expect("the suite is readable"));
        let json: serde_json::Value =
            serde_json::from_slice(&std::fs::read(expected).expect("the suite is readable")).expect("is JSON");
        for (i, object) in json.as_array().expect("is a list").iter().enumerate() {
            for (column, (key, value)) in object.as_object().expect("is a map").iter().enumerate() {
                let expected = value.as_str().expect("is text").trim().replace("\r\n", "\n");
                assert_eq!((&rows[0][column], &rows[i + 1][column]), (key, &expected), "{name}, row {i}");
            }
        }
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

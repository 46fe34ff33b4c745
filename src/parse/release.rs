//! `data/yayinlar/<dönem>/` → what an earlier release published: `yayin.yaml` and a CSV for every figure. Written by
//! `tellal release` and read by the audit; whether the numbers still fit the data is not asked here.

use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexMap;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::yaml;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::source::World;

/// Where releases are kept.
pub const FOLDER: &str = "data/yayinlar";

/// A release (yayın): the public figures about people as they were published.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// Its period, the name of its folder: `2026-06`.
    #[serde(skip)]
    pub period: Arc<str>,
    /// The day it was published.
    pub published: Date,
    /// The last day of each dataset's records at that time.
    pub through: BTreeMap<Arc<str>, Date>,
    /// The figures by id.
    pub figures: IndexMap<Arc<str>, Released>,
}

/// A released figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Released {
    /// Its statement at that time.
    pub sql: String,
    /// Columns of groups.
    pub by: Vec<Arc<str>>,
    /// Columns of counts.
    pub counts: Vec<Arc<str>>,
    /// The rule: counts below were withheld …
    pub min: u32,
    /// … and others rounded to multiples of this; 1 for exact counts.
    pub round: u32,
    /// The number of records behind it, as shown: `4620`, `[c]`.
    pub n: String,
    /// Names of the columns of the CSV.
    #[serde(skip)]
    pub columns: Vec<String>,
    /// Its rows, as shown.
    #[serde(skip)]
    pub rows: Vec<Vec<String>>,
}

/// Reads all releases, oldest first.
pub fn load(diag: &mut Diagnostics, world: &dyn World) -> Vec<Release> {
    let files = world.list(diag, FOLDER);
    files.iter().filter(|f| f.path.ends_with("/yayin.yaml")).filter_map(|f| read(diag, world, &f.path)).collect()
}

fn read(diag: &mut Diagnostics, world: &dyn World, path: &Arc<str>) -> Option<Release> {
    let folder = path.strip_suffix("/yayin.yaml")?;
    let bytes = bytes(diag, world, path)?;
    let text = super::utf8(diag, path, &bytes)?;
    let mut release: Release = yaml::read(diag, path, text, 1)?;
    release.period = folder.rsplit('/').next().unwrap_or(folder).into();
    for (id, figure) in &mut release.figures {
        let file: Arc<str> = format!("{folder}/{id}.csv").into();
        let bytes = self::bytes(diag, world, &file)?;
        match table(&bytes) {
            Ok((columns, rows)) => (figure.columns, figure.rows) = (columns, rows),
            Err(line) => diag.push(Diagnostic::new(Code::BAD_RELEASE, Place::at(Arc::clone(&file), line, 1))),
        }
        let named = figure.by.iter().chain(&figure.counts).all(|name| figure.columns.iter().any(|c| **c == **name));
        if !named && !figure.columns.is_empty() {
            diag.push(Diagnostic::new(Code::BAD_RELEASE, Place::at(file, 1, 1)));
        }
    }
    Some(release)
}

fn bytes(diag: &mut Diagnostics, world: &dyn World, path: &Arc<str>) -> Option<Vec<u8>> {
    match world.read(path) {
        Ok(bytes) => Some(bytes.to_vec()),
        Err(error) => {
            diag.push(Diagnostic::unreadable(Place::file(Arc::clone(path)), &error));
            None
        }
    }
}

/// Columns and rows; the line of the first record that cannot be read.
fn table(bytes: &[u8]) -> Result<(Vec<String>, Vec<Vec<String>>), u32> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|e| e.position().map_or(1, |p| p.line() as u32))?;
        rows.push(record.iter().map(str::to_owned).collect());
    }
    match rows.is_empty() {
        true => Err(1),
        false => Ok((rows.remove(0), rows)),
    }
}

/// The files of a release, path and text, below the root of the repository.
pub fn files(release: &Release) -> Vec<(String, String)> {
    let folder = format!("{FOLDER}/{}", release.period);
    let mut files = vec![(format!("{folder}/yayin.yaml"), head(release))];
    for (id, figure) in &release.figures {
        let mut writer = csv::Writer::from_writer(Vec::new());
        for row in std::iter::once(&figure.columns).chain(&figure.rows) {
            writer.write_record(row).expect("memory takes every record, and all rows are of one length");
        }
        let text = String::from_utf8(writer.into_inner().expect("memory can be flushed")).expect("cells are UTF-8");
        files.push((format!("{folder}/{id}.csv"), text));
    }
    files
}

/// `yayin.yaml`. Texts are written as JSON writes them, which YAML reads as well.
fn head(release: &Release) -> String {
    let quoted = |text: &str| serde_json::Value::String(text.to_owned()).to_string();
    let list = |names: &[Arc<str>]| names.iter().map(|n| quoted(n)).collect::<Vec<_>>().join(", ");
    let mut text = String::from("# Yayımlanan sayıların kaydı. `tellal release` yazar; elle değiştirilmez.\n");
    text.push_str(&format!("published: {}\nthrough:\n", release.published));
    for (dataset, day) in &release.through {
        text.push_str(&format!("  {}: {day}\n", quoted(dataset)));
    }
    text.push_str("figures:\n");
    for (id, f) in &release.figures {
        text.push_str(&format!(
            "  {}:\n    sql: {}\n    by: [{}]\n    counts: [{}]\n    min: {}\n    round: {}\n    n: {}\n",
            quoted(id),
            quoted(&f.sql),
            list(&f.by),
            list(&f.counts),
            f.min,
            f.round,
            quoted(&f.n),
        ));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Memory;

    #[test]
    fn what_is_written_is_read_again() {
        let figure = Released {
            sql: "SELECT ay, count(*) AS n\nFROM t -- \"x\"".to_owned(),
            by: vec!["ay".into()],
            counts: vec!["n".into()],
            min: 10,
            round: 5,
            n: "[c]".to_owned(),
            columns: vec!["ay".to_owned(), "n".to_owned()],
            rows: vec![vec!["2026-01".to_owned(), "[c]".to_owned()], vec!["a, \"b\"".to_owned(), "15".to_owned()]],
        };
        let release = Release {
            period: "2026-01".into(),
            published: jiff::civil::date(2026, 2, 15),
            through: [("halk-masasi".into(), jiff::civil::date(2026, 1, 31))].into(),
            figures: [(Arc::from("aylar"), figure)].into_iter().collect(),
        };
        let world = files(&release).into_iter().fold(Memory::new(), |world, (path, text)| world.with(&path, text.into_bytes()));
        let mut diag = Diagnostics::new();
        assert_eq!(load(&mut diag, &world), [release]);
        assert!(diag.is_empty(), "{diag:?}");
    }

    #[test]
    fn a_table_without_its_columns_is_said_at_its_place() {
        let head =
            "published: 2026-02-15\nthrough: {}\nfigures:\n  a: {sql: S, by: [ay], counts: [n], min: 10, round: 5, n: '10'}\n";
        let world =
            Memory::new().with("data/yayinlar/2026-01/yayin.yaml", head).with("data/yayinlar/2026-01/a.csv", "ay,m\n1,2\n");
        let mut diag = Diagnostics::new();
        load(&mut diag, &world);
        let said: Vec<String> = diag.iter().map(|d| format!("{} {}", d.code.id(), d.place.file)).collect();
        assert_eq!(said, ["bad-release data/yayinlar/2026-01/a.csv"]);
    }
}

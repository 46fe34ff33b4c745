//! Data files → typed, checked datasets. A personal column is never read into any type: it is an error of the file and
//! its cells are skipped. Only the columns somebody wants are kept. Not figures: nothing is counted here.

mod at;
mod column;
#[cfg(test)]
mod fixtures;
pub(in crate::model) mod index;
pub(in crate::model) mod intake;
mod key;
mod links;
mod memo;
mod missing;
mod slip;
mod spelling;
#[cfg(test)]
mod tests;

pub use memo::Memo;

use std::sync::Arc;

use indexmap::IndexMap;

use self::memo::Known;
use super::registry::Registries;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::parse;
use crate::parse::schema::{self, FieldType, Schema};
use crate::source::{FileEntry, World};
use crate::table::{Mentions, Table};

/// Which columns somebody will look at (istenen sütunlar). The others are checked, not kept.
#[derive(Clone, Debug)]
pub enum Wanted {
    /// All of them.
    All,
    /// Those the statements may touch.
    Mentioned(Vec<Mentions>),
}

impl Wanted {
    /// The columns that some statements of SQL may touch, helper columns (`x_ay`, `x_yil`) included.
    pub fn by<'s>(statements: impl IntoIterator<Item = &'s str>) -> Wanted {
        Wanted::Mentioned(statements.into_iter().map(Mentions::of).collect())
    }

    fn wants(&self, dataset: &str, column: &str) -> bool {
        let Wanted::Mentioned(all) = self else { return true };
        let table = dataset.replace('-', "_");
        let (month, year) = (format!("{column}_ay"), format!("{column}_yil"));
        all.iter().any(|m| m.names(&table) && (m.everything || m.names(column) || m.names(&month) || m.names(&year)))
    }
}

/// A dataset, typed and checked (veri kümesi).
#[derive(Clone, Debug)]
pub struct Dataset {
    /// What was declared about it.
    pub schema: Arc<Schema>,
    /// The files it was read from, sorted.
    pub files: Vec<Arc<str>>,
    /// How many rows were read.
    pub rows: usize,
    exact: Table,
}

impl Dataset {
    /// Every column that was read, for the internal side.
    pub fn exact(&self) -> &Table {
        &self.exact
    }
}

/// All datasets by name, in the order of their folders (veri kümeleri).
#[derive(Clone, Debug, Default)]
pub struct Datasets(IndexMap<Arc<str>, Dataset>);

impl Datasets {
    /// The dataset of that name.
    pub fn get(&self, name: &str) -> Option<&Dataset> {
        self.0.get(name)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Dataset> {
        self.0.values()
    }
}

/// Reads all datasets of a repository: every folder under `data/` with a `dataset.yaml`.
pub fn load(diag: &mut Diagnostics, world: &dyn World, registries: &Registries, wanted: &Wanted) -> Datasets {
    load_with(diag, world, registries, wanted, None)
}

/// The same, but a dataset of which nothing changed since the last time is taken from `memo`, complaints included.
/// `registries` must be those of this very world.
pub fn load_changed(
    diag: &mut Diagnostics,
    world: &dyn World,
    registries: &Registries,
    wanted: &Wanted,
    memo: &Memo,
) -> Datasets {
    load_with(diag, world, registries, wanted, Some(memo))
}

fn load_with(
    diag: &mut Diagnostics,
    world: &dyn World,
    registries: &Registries,
    wanted: &Wanted,
    memo: Option<&Memo>,
) -> Datasets {
    let files = world.list(diag, "data");
    let schemas = schemas(diag, world, &files);
    let found: Vec<Vec<FileEntry>> = schemas.values().map(|schema| data_files(diag, schema, &files)).collect();
    let surroundings = memo
        .and_then(|_| memo::surroundings(world, &files, &found.iter().flatten().map(|entry| &entry.path).collect::<Vec<_>>()));
    let mut remembered = memo.map(Memo::take).unwrap_or_default();
    let mut read = Vec::new();
    for (schema, found) in schemas.values().zip(found) {
        let linked = links::columns(schema, &schemas);
        let dates = |column: &str| schema.period.as_deref() == Some(column);
        let keeps = |column: &str| linked.contains(column) || dates(column) || wanted.wants(&schema.name, column);
        let origin = memo.and_then(|_| memo::origin(world, surroundings, schema, &found, &keeps));
        let known = remembered.remove(&schema.name).filter(|known| origin.is_some() && known.origin == origin);
        let known = known.unwrap_or_else(|| {
            let mut complaints = Diagnostics::new();
            let read = Arc::new(intake::read(&mut complaints, world, registries, schema, &schemas, found, &keeps));
            Known { origin, read, complaints }
        });
        diag.extend(known.complaints.iter().cloned());
        read.push(Arc::clone(&known.read));
        if let Some(memo) = memo {
            memo.keep(&schema.name, known);
        }
    }
    links::check(diag, &read, &schemas);
    Datasets(read.iter().map(|r| (Arc::clone(&r.dataset.schema.name), r.dataset.clone())).collect())
}

/// The schemas of all datasets among some files, by name.
pub(in crate::model) fn schemas(
    diag: &mut Diagnostics,
    world: &dyn World,
    files: &[FileEntry],
) -> IndexMap<Arc<str>, Arc<Schema>> {
    let mut schemas: IndexMap<Arc<str>, Arc<Schema>> = IndexMap::new();
    for entry in files.iter().filter(|f| f.path.ends_with("/dataset.yaml")) {
        let Some(schema) = read_schema(diag, world, entry) else { continue };
        if let Some(first) = schemas.get(&schema.name) {
            let complaint = Diagnostic::new(Code::DUPLICATE_DATASET, Place::file(Arc::clone(&entry.path)));
            diag.push(complaint.with("name", schema.name.to_string()).with("first", first.file.to_string()));
        } else if matches!(&*schema.name, "birimler" | "mahalleler" | "bugun") {
            let complaint = Diagnostic::new(Code::DUPLICATE_DATASET, Place::file(Arc::clone(&entry.path)));
            diag.push(complaint.with("name", schema.name.to_string()).with("first", format!("data/{}", schema.name)));
        } else {
            schemas.insert(Arc::clone(&schema.name), Arc::new(schema));
        }
    }
    schemas
}

fn read_schema(diag: &mut Diagnostics, world: &dyn World, entry: &FileEntry) -> Option<Schema> {
    let bytes = match world.read(&entry.path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let place = Place::file(Arc::clone(&entry.path));
            diag.push(Diagnostic::unreadable(place, &error));
            return None;
        }
    };
    let text = parse::utf8(diag, &entry.path, &bytes)?;
    schema::read(diag, &entry.path, text)
}

/// The files of a dataset: those of its own folder whose name fits one of its patterns.
pub(in crate::model) fn data_files(diag: &mut Diagnostics, schema: &Schema, files: &[FileEntry]) -> Vec<FileEntry> {
    let folder = schema.file.trim_end_matches("dataset.yaml");
    let own = files.iter().filter_map(|f| Some((f, f.path.strip_prefix(folder)?)));
    let fits = |name: &str| !name.contains('/') && name != "dataset.yaml" && schema.files.iter().any(|p| matches(p, name));
    let found: Vec<FileEntry> = own.filter(|(_, name)| fits(name)).map(|(f, _)| f.clone()).collect();
    if found.is_empty() {
        let complaint = Diagnostic::new(Code::NO_DATA_FILES, Place::file(Arc::clone(&schema.file)));
        diag.push(complaint.with("files", schema.files.join(", ")));
    }
    found
}

/// True when `name` fits a pattern in which `*` stands for any characters.
fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((start, rest)) => name
            .strip_prefix(start)
            .is_some_and(|tail| tail.char_indices().map(|(i, _)| i).chain([tail.len()]).any(|i| matches(rest, &tail[i..]))),
    }
}

/// What a reference of a schema points to, when it is another dataset: that dataset's single key field.
fn dataset_key<'s>(kind: &FieldType, schemas: &'s IndexMap<Arc<str>, Arc<Schema>>) -> Option<(&'s Arc<Schema>, &'s Arc<str>)> {
    let FieldType::Reference(to) = kind else { return None };
    let schema = schemas.get(to)?;
    match &schema.primary_key[..] {
        [key] => Some((schema, key)),
        _ => None,
    }
}

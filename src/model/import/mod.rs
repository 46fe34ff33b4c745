//! Raw exports of other systems → a dataset's canonical files. Personal columns and free text are never looked at; what can
//! be repaired safely is repaired and counted; what cannot be mapped is listed, and nothing is lost in silence.
//!
//! Pure: reads through [`World`], keeps columns, and hands out files to be written. Who writes is `publish`; who words what
//! was done is the command line. How two versions of one record are merged stands in [`book`].

mod book;
mod canonical;
mod cell;
mod fault;
mod header;
mod mappers;
mod moment;
mod reader;
mod repairs;
mod report;
mod swapped;
#[cfg(test)]
mod tests;
mod words;

pub use book::{Conflict, ConflictKind, Merged};
pub use canonical::CanonicalFile;
pub use fault::{Fault, Refused};
pub use header::Drop;
pub use repairs::RepairCounts;
pub use report::FileReport;

use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexMap;
use jiff::civil::Date;

use self::book::Book;
use self::header::Candidate;
use self::mappers::Mappers;
use self::reader::Reader;
use crate::diag::{Code, Diagnostic, Diagnostics, Place, Severity};
use crate::model::dataset;
use crate::model::registry;
use crate::parse::encoding::Encoding;
use crate::parse::profile::Profile;
use crate::parse::schema::Schema;
use crate::parse::{csv, nearest, xlsx};
use crate::source::{FileEntry, World};
use crate::turkish::fold;

/// What was asked for.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The profile: its name, or its file. Without it the headers decide.
    pub profile: Option<String>,
    /// The day of the exports. Without it the latest day an export tells of.
    pub exported: Option<Date>,
    /// Rows that cannot be mapped are listed, and the others written.
    pub rest: bool,
}

/// What came of some exports (aktarım).
pub struct Import {
    /// What was done with each file, in the order given.
    pub reports: Vec<FileReport>,
    /// Every row that was refused; only with [`Options::rest`].
    pub refused: Vec<Refused>,
    books: Vec<Book>,
}

impl Import {
    /// The files that changed, dataset by dataset.
    pub fn files(&self) -> Vec<CanonicalFile<'_>> {
        self.books.iter().flat_map(canonical::files).collect()
    }
}

/// Maps the files `paths` of `inputs` into the dataset of that name in the repository `world`. Nothing is to be written
/// where errors were complained about. `None` when there is no such dataset.
pub fn run(
    diag: &mut Diagnostics,
    (world, inputs): (&dyn World, &dyn World),
    name: &str,
    paths: &[Arc<str>],
    options: &Options,
) -> Option<Import> {
    let registries = registry::load(diag, world);
    let files = world.list(diag, "data");
    let schemas = dataset::schemas(diag, world, &files);
    let Some(schema) = schemas.get(name) else {
        let complaint = Diagnostic::new(Code::UNKNOWN_DATASET, Place::file("data")).with("name", name.to_owned());
        diag.push(match nearest(name, schemas.keys().map(|k| &**k)) {
            Some(near) => complaint.with("nearest", near.to_owned()).hint("nearest"),
            None if schemas.is_empty() => complaint.hint("none"),
            None => complaint.with("names", schemas.keys().map(|k| &**k).collect::<Vec<_>>().join(", ")),
        });
        return None;
    };
    let mut profiles = mappers::profiles(diag, (world, inputs), schema, options.profile.as_deref());
    if options.profile.is_none() {
        // First of all: of profiles that fit equally well, the one that adds nothing.
        profiles.insert(0, Profile::plain(&schema.file));
    }
    if profiles.is_empty() {
        return None;
    }
    let today = moment::end_of(world.today());
    let datasets = datasets(diag, &schemas, schema, &profiles);
    let mut books: Vec<Book> = datasets.iter().map(|schema| Book::new(schema, today)).collect();
    let mappers = Mappers::new(diag, world, &registries, &schemas, &books);
    let misplaced = read_folder(diag, world, &mappers, &mut books, &files);

    let also: Vec<Vec<Option<usize>>> = profiles
        .iter()
        .map(|p| p.also.iter().map(|also| datasets.iter().position(|s| s.name == also.dataset)).collect())
        .collect();
    let candidates: Vec<Candidate<'_>> = profiles
        .iter()
        .zip(&also)
        .map(|(profile, also)| {
            let others: Vec<Option<&Book>> = also.iter().map(|book| book.map(|book| &books[book])).collect();
            Candidate::new(diag, profile, &books[0], &others)
        })
        .collect();
    let mut import = Import { reports: Vec::new(), refused: Vec::new(), books: Vec::new() };
    for (number, path) in paths.iter().enumerate() {
        let number = u16::try_from(number + 1).unwrap_or(u16::MAX);
        books.iter_mut().for_each(|book| book.begin(number));
        let mut reader = Reader::new(path, (&mut books, 0), (&candidates, &also), &mappers, options.rest);
        read_file(diag, inputs, path, &mut reader, options);
        let absent = reader.absent();
        let (mut report, refused) = (std::mem::take(&mut reader.report), std::mem::take(&mut reader.refused));
        let latest = books.iter().map(Book::as_of).max().unwrap_or(0);
        let as_of = options.exported.map_or(latest, moment::end_of);
        report.as_of = moment::unpacked(as_of).map(|at| at.date());
        for (book, absent) in absent {
            let (merged, conflicts) = books[book].finish(as_of, &absent);
            let name = &books[book].schema.name;
            report.merged.push((Arc::clone(name), merged));
            report.conflicts.extend(conflicts.into_iter().map(|conflict| (Arc::clone(name), conflict)));
        }
        import.reports.push(report);
        import.refused.extend(refused);
    }
    check_misplaced(diag, &books, &misplaced);
    import.books = books;
    Some(import)
}

/// The dataset and the others that its profiles fill.
fn datasets(
    diag: &mut Diagnostics,
    schemas: &IndexMap<Arc<str>, Arc<Schema>>,
    main: &Arc<Schema>,
    profiles: &[Profile],
) -> Vec<Arc<Schema>> {
    let mut datasets = vec![Arc::clone(main)];
    for (profile, also) in profiles.iter().flat_map(|profile| profile.also.iter().map(move |also| (profile, also))) {
        match schemas.get(&also.dataset) {
            Some(schema) if datasets.iter().all(|known| known.name != schema.name) => datasets.push(Arc::clone(schema)),
            Some(_) => {}
            None => {
                let place = Place::at(Arc::clone(&profile.file), also.line, 0);
                let complaint = Diagnostic::new(Code::UNKNOWN_DATASET, place).with("name", also.dataset.to_string());
                diag.push(complaint.with("names", schemas.keys().map(|k| &**k).collect::<Vec<_>>().join(", ")));
            }
        }
    }
    datasets
}

/// Files of the folder that hold rows of months which have a file of another name: book, month, file.
type Misplaced = BTreeMap<(usize, u32), Arc<str>>;

/// Reads what the folders of the books have already.
fn read_folder(
    diag: &mut Diagnostics,
    world: &dyn World,
    mappers: &Mappers<'_>,
    books: &mut [Book],
    files: &[crate::source::FileEntry],
) -> Misplaced {
    let mut misplaced = Misplaced::new();
    for main in 0..books.len() {
        let plain = Profile::plain(&books[main].schema.file);
        let candidates = [Candidate::of_folder(diag, &plain, &books[main])];
        let (mut unheard, alone) = (Diagnostics::new(), [Vec::new()]);
        for FileEntry { path, .. } in dataset::data_files(&mut unheard, &Arc::clone(&books[main].schema), files) {
            let first = books[main].rows();
            let mut reader = Reader::new(&path, (books, main), (&candidates, &alone), mappers, false);
            let name = path.rsplit('/').next().unwrap_or(&path);
            // What belongs to the records of another dataset stands in the file of their month, not of its own days.
            reader.fixed_month = (main > 0).then(|| moment::month_named(name.trim_end_matches(".csv"))).flatten();
            read_file(diag, world, &path, &mut reader, &Options::default());
            for month in books[main].months_from(first) {
                if books[main].file_name(month) != name {
                    misplaced.insert((main, month), Arc::clone(&path));
                }
            }
        }
        let absent = vec![false; books[main].width()];
        books[main].finish(0, &absent);
    }
    misplaced
}

/// A month that would be written must not stand in a file of another name too.
fn check_misplaced(diag: &mut Diagnostics, books: &[Book], misplaced: &Misplaced) {
    for (i, book) in books.iter().enumerate() {
        for month in book.touched() {
            if let Some(file) = misplaced.get(&(i, month)) {
                let complaint = Diagnostic::new(Code::MISPLACED_ROWS, Place::file(Arc::clone(file)));
                diag.push(complaint.with("name", book.file_name(month)));
            }
        }
    }
}

/// Reads one file, and says what of it could not be mapped.
fn read_file(diag: &mut Diagnostics, world: &dyn World, path: &Arc<str>, reader: &mut Reader<'_, '_>, options: &Options) {
    let mut said = Diagnostics::new();
    if fold(path).ends_with(".xlsx") {
        let profile = if let [only] = reader.candidates { only.profile.sheet.clone() } else { None };
        let sheet = profile.or_else(|| reader.books[reader.main].schema.sheet.clone());
        xlsx::read(&mut said, world, path, sheet.as_deref(), reader);
    } else {
        reader.report.encoding = csv::read(&mut said, world, path, None, reader).map(Encoding::name);
    }
    reader.take_staged();
    let is_dropped = |d: &Diagnostic| {
        let name = d.place.field.as_deref().map(header::key);
        name.is_some_and(|name| reader.report.dropped.iter().any(|(dropped, _)| header::key(dropped) == name))
    };
    // The summary counts them, or they are among the refused rows.
    let counted = |d: &Diagnostic| {
        let ids = [Code::TOTAL_ROW, Code::SEP_LINE, Code::RAGGED_ROW].map(Code::id);
        let more = d.args.iter().any(|(_, value)| ids.contains(&value.as_str()));
        ids.contains(&d.code.id()) || (d.code == Code::MORE_OF_THE_SAME && more)
    };
    let heard: Vec<Diagnostic> = said.into_iter().filter(|d| !counted(d) && !is_dropped(d)).collect();
    diag.extend(heard);
    for (field, line) in reader.swapped() {
        diag.push(Diagnostic::new(Code::DAYS_SWAPPED, Place::cell(Arc::clone(path), line, field)));
    }
    let profile = reader.chosen.map(|chosen| Arc::clone(&reader.candidates[chosen].profile.file));
    let mut told = Diagnostics::new();
    std::mem::take(&mut reader.faults).tell(&mut told, path, &profile.unwrap_or_default());
    diag.extend(told.into_iter().map(|d| if options.rest { d.severity_is(Severity::Warning) } else { d }));
}

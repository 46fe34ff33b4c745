//! The rows of a dataset's files → one frame. Headers are matched to fields, personal and undeclared columns are
//! refused, keys are held against all files. Cells are the business of `column`.

use std::sync::Arc;

use indexmap::IndexMap;

use super::at::{At, Rows};
use super::column::{ColumnIntake, check_validity, kind_of, shows};
use super::key::Keys;
use super::missing::Missing;
use super::slip;
use super::{Dataset, dataset_key};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::registry::{Names, Registries, aliases};
use crate::parse::capped::Capped;
use crate::parse::csv::{Row, Sink};
use crate::parse::dialect::Header;
use crate::parse::nearest;
use crate::parse::schema::{Class, Field, FieldType, Schema};
use crate::parse::{csv, xlsx};
use crate::source::{FileEntry, World};
use crate::table::{Column, TableBuilder};
use crate::turkish::fold;

/// A dataset with what the comparison with other datasets needs.
pub(super) struct Read {
    pub(super) dataset: Dataset,
    pub(super) lines: Lines,
}

impl Read {
    /// Whether complaints may show the values of a field.
    pub(super) fn shows(&self, field: &str) -> bool {
        self.dataset.schema.field(field).is_some_and(shows)
    }
}

/// From which file and line each row came.
#[derive(Default)]
pub(super) struct Lines {
    /// The first row of each file.
    files: Vec<(u32, Arc<str>)>,
    /// Rows whose line does not just follow that of the row before, each with its line.
    breaks: Vec<(u32, u32)>,
}

impl Lines {
    fn push(&mut self, row: u32, line: u32) {
        if self.breaks.last().is_none_or(|(first, start)| start + (row - first) != line) {
            self.breaks.push((row, line));
        }
    }

    /// The file and line of a row.
    pub(super) fn place(&self, row: usize) -> (Arc<str>, u32) {
        let file = self.files.partition_point(|(first, _)| *first as usize <= row).saturating_sub(1);
        let line = self.breaks.partition_point(|(first, _)| *first as usize <= row).saturating_sub(1);
        let line = self.breaks.get(line).map_or(0, |(first, start)| start + (row as u32 - first));
        (self.files.get(file).map(|(_, f)| Arc::clone(f)).unwrap_or_default(), line)
    }
}

/// Reads all files of a dataset, in the order of their paths.
pub(super) fn read(
    diag: &mut Diagnostics,
    world: &dyn World,
    registries: &Registries,
    schema: &Arc<Schema>,
    schemas: &IndexMap<Arc<str>, Arc<Schema>>,
    files: Vec<FileEntry>,
    keeps: &dyn Fn(&str) -> bool,
) -> Read {
    let columns = schema.fields.iter().filter(|field| field.class != Class::Personal).map(|field| {
        let names = names_of(diag, world, registries, schema, schemas, field);
        ColumnIntake::new(field, names, keeps(&field.name))
    });
    let mut intake = Intake::new(schema, registries, columns.collect());
    for FileEntry { path: file, size } in &files {
        intake.lines.files.push((intake.rows, Arc::clone(file)));
        if fold(file).ends_with(".xlsx") {
            xlsx::read(diag, world, file, schema.sheet.as_deref(), &mut intake);
        } else {
            csv::read(diag, world, file, Some(*size), &mut intake);
        }
    }
    let rows = intake.rows as usize;
    // Keys are needed no longer, and the finished table is soon large itself.
    drop(intake.keys);
    let (columns, lines) = (intake.columns, intake.lines);
    let mut table = TableBuilder::new();
    for column in columns {
        let field = column.field();
        let described = Column { name: Arc::clone(&field.name), title: field.title.clone(), kind: kind_of(&field.kind) };
        if let Some(values) = column.into_values() {
            table.column(described, values);
        }
    }
    let files = files.into_iter().map(|entry| entry.path).collect();
    Read { dataset: Dataset { schema: Arc::clone(schema), files, rows, exact: table.finish() }, lines }
}

/// The spellings a reference takes: the registry's own and those of the schema's alias file.
pub(in crate::model) fn names_of(
    diag: &mut Diagnostics,
    world: &dyn World,
    registries: &Registries,
    schema: &Schema,
    schemas: &IndexMap<Arc<str>, Arc<Schema>>,
    field: &crate::parse::schema::Field,
) -> Option<Names> {
    let FieldType::Reference(to) = &field.kind else { return None };
    let Some(names) = registries.names_of(to) else {
        // A key of another dataset is compared when both have been read.
        if dataset_key(&field.kind, schemas).is_none() {
            let place = Place::at(Arc::clone(&schema.file), field.line, 0);
            diag.push(Diagnostic::new(Code::BAD_SCHEMA, place).with("why", "no-dataset").with("name", to.to_string()));
        }
        return None;
    };
    let mut names = names.clone();
    if let Some(file) = &field.aliases {
        let folder = schema.file.trim_end_matches("dataset.yaml");
        let codes = registries.codes_of(to);
        // The registry's own alias file has been read with the registry.
        aliases(diag, world, &format!("{folder}{file}"), &mut names, &codes);
    }
    Some(names)
}

/// So many of the expected headers are named where a file has none of them.
const HEADERS_NAMED: usize = 5;

/// What the column of a field is called in files.
fn header_of(field: &Field) -> String {
    field.headers.first().cloned().unwrap_or_else(|| field.name.to_string())
}

struct Intake<'s> {
    schema: &'s Schema,
    registries: &'s Registries,
    columns: Vec<ColumnIntake<'s>>,
    /// For each column of the schema that is read: its place in the current file.
    places: Vec<Option<usize>>,
    /// Places in the current file that have no header; a value there is complained about once.
    unnamed: Vec<usize>,
    /// Columns of references, each with the column of the day on which it must have been valid.
    valid_on: Vec<(usize, usize)>,
    missing: Missing<'s>,
    key_columns: Vec<usize>,
    keys: Keys,
    headers: IndexMap<String, usize>,
    rows: u32,
    lines: Lines,
}

impl<'s> Intake<'s> {
    fn new(schema: &'s Schema, registries: &'s Registries, mut columns: Vec<ColumnIntake<'s>>) -> Self {
        let position = |name: &Arc<str>| columns.iter().position(|c| c.field().name == *name);
        let dated = columns.iter().enumerate().filter_map(|(i, c)| Some((i, c.field().valid_on.as_ref().and_then(position)?)));
        let dated: Vec<(usize, usize)> = dated.collect();
        let key_columns: Vec<usize> = schema.primary_key.iter().filter_map(position).collect();
        key_columns.iter().for_each(|column| columns[*column].is_key = true);
        dated.iter().for_each(|(_, day)| columns[*day].is_asked = true);
        let mut headers = IndexMap::new();
        for (i, field) in schema.fields.iter().enumerate() {
            let spellings = field.headers.iter().map(String::as_str).chain(field.title.as_deref()).chain([&*field.name]);
            for spelling in spellings {
                headers.entry(fold(spelling)).or_insert(i);
            }
        }
        Intake {
            valid_on: dated,
            missing: Missing::new(&schema.missing),
            key_columns,
            places: vec![None; columns.len()],
            unnamed: Vec::new(),
            keys: Keys::default(),
            rows: 0,
            lines: Lines::default(),
            schema,
            registries,
            columns,
            headers,
        }
    }

    fn check_key(&mut self, diag: &mut Diagnostics, capped: &mut Capped, row: &Row<'_>, number: u32) {
        self.keys.begin();
        let mut complete = !self.key_columns.is_empty();
        for column in &self.key_columns {
            let cell = self.places[*column].map(|place| row.bytes(place)).unwrap_or_default();
            complete &= !cell.is_empty();
            match cell.is_ascii() {
                true => self.keys.part(cell),
                false => self.keys.part(row.decode(cell).0.as_bytes()),
            }
        }
        if !complete {
            return;
        }
        let Some(first) = self.keys.remember(number) else { return };
        let name = &self.columns[self.key_columns[0]].field().name;
        if capped.is_full(Code::DUPLICATE_KEY, Some(name), row.line) {
            return;
        }
        let (file, line) = self.lines.place(first as usize);
        let shown: Vec<String> = self
            .key_columns
            .iter()
            .map(|column| match self.places[*column] {
                Some(place) => slip::shown(self.columns[*column].field(), &row.decode(row.bytes(place)).0),
                None => slip::HIDDEN.to_owned(),
            })
            .collect();
        let place = Place::cell(Arc::clone(capped.file()), row.line, Arc::clone(name));
        let complaint = Diagnostic::new(Code::DUPLICATE_KEY, place).with("key", shown.join(" "));
        capped.push(diag, complaint.with("first", format!("{file}:{line}")));
    }
}

impl Sink for Intake<'_> {
    fn expects(&mut self, rows: usize) {
        self.columns.iter_mut().for_each(|column| column.expects(rows));
        if !self.key_columns.is_empty() {
            self.keys.expects(rows);
        }
    }

    fn knows(&self, header: &str) -> bool {
        self.headers.contains_key(&fold(header))
    }

    fn header(&mut self, diag: &mut Diagnostics, capped: &mut Capped, header: &Header) -> bool {
        self.places.iter_mut().for_each(|place| *place = None);
        self.unnamed.clear();
        self.columns.iter_mut().for_each(ColumnIntake::next_file);
        if !header.names.iter().any(|name| self.headers.contains_key(&fold(name))) {
            // What stands there may be a row, and somebody's name: it is not said.
            let place = Place::row(Arc::clone(capped.file()), header.line);
            let expected: Vec<String> = self.schema.fields.iter().map(header_of).take(HEADERS_NAMED).collect();
            diag.push(Diagnostic::new(Code::NO_HEADER, place).hint("unknown").with("expected", expected.join(", ")));
            return false;
        }
        let mut found: Vec<Option<usize>> = vec![None; self.schema.fields.len()];
        for (place, name) in header.names.iter().enumerate() {
            let said = slip::shown_header(name);
            let at = || Place::cell(Arc::clone(capped.file()), header.line, said.as_str());
            if name.is_empty() {
                self.unnamed.push(place);
                continue;
            }
            let Some(field) = self.headers.get(&fold(name)).copied() else {
                let complaint = Diagnostic::new(Code::UNDECLARED_COLUMN, at()).with("name", said.clone());
                let near = nearest(&fold(name), self.headers.keys().map(String::as_str));
                diag.push(match near.and_then(|near| self.headers.get(near)) {
                    Some(near) => complaint.with("nearest", self.schema.fields[*near].name.to_string()).hint("nearest"),
                    None => complaint,
                });
                continue;
            };
            if self.schema.fields[field].class == Class::Personal {
                diag.push(Diagnostic::new(Code::PERSONAL_COLUMN, at()).with("name", said.clone()));
            } else if found[field].replace(place).is_some() {
                let complaint = Diagnostic::new(Code::DUPLICATE_COLUMN, at()).with("name", said.clone());
                diag.push(complaint.with("field", self.schema.fields[field].name.to_string()));
            }
        }
        for (column, place) in self.columns.iter().zip(&mut self.places) {
            let field = column.field();
            *place = self.schema.fields.iter().position(|f| f.name == field.name).and_then(|i| found[i]);
            if place.is_none() {
                let at = Place::cell(Arc::clone(capped.file()), header.line, Arc::clone(&field.name));
                let expected = header_of(field);
                let complaint =
                    Diagnostic::new(Code::MISSING_COLUMN, at).with("name", field.name.to_string()).with("header", expected);
                let needed = field.constraints.required || self.schema.primary_key.contains(&field.name);
                diag.push(if needed { complaint } else { complaint.severity_is(crate::diag::Severity::Warning) });
            }
        }
        true
    }

    fn row(&mut self, diag: &mut Diagnostics, capped: &mut Capped, row: &Row<'_>) {
        self.rows(diag, capped, std::slice::from_ref(row));
    }

    fn rows(&mut self, diag: &mut Diagnostics, capped: &mut Capped, rows: &[Row<'_>]) {
        let first = self.rows;
        let room = (u32::MAX - 1 - first) as usize;
        let rows = &rows[..rows.len().min(room)];
        for (row, number) in rows.iter().zip(first..) {
            self.check_key(diag, capped, row, number);
            self.lines.push(number, row.line);
            if let Some(place) = self.unnamed.iter().position(|place| !row.bytes(*place).is_empty()) {
                let number = self.unnamed.remove(place) + 1;
                let at = Place::cell(Arc::clone(capped.file()), row.line, format!("#{number}"));
                diag.push(Diagnostic::new(Code::UNDECLARED_COLUMN, at).with("name", format!("#{number}")));
            }
        }
        for (column, place) in self.columns.iter_mut().zip(&self.places) {
            match place {
                Some(place) => column.take(&mut Rows { diag, capped, rows, column: *place, first }, &self.missing),
                None => column.absent(rows.len()),
            }
        }
        for (reference, day) in &self.valid_on {
            let Some(column) = self.places[*reference] else { continue };
            let (reference, days) = (&self.columns[*reference], &self.columns[*day].days);
            for (place, (code, day)) in reference.codes.iter().zip(days).enumerate() {
                if let (Some(code), Some(day)) = (code, day) {
                    let mut at = At { diag, capped, row: &rows[place], column, place, first };
                    check_validity(&mut at, self.registries, reference.field(), code, *day);
                }
            }
        }
        self.rows += rows.len() as u32;
    }
}

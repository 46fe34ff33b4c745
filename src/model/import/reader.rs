//! The rows of one file into the books: header, cells, records beside each other, and what could not be mapped. Only the
//! columns that have a field are ever looked at.

mod also;

use std::sync::Arc;

use super::book::{Book, Pushed};
use super::cell::{Kept, Mapper};
use super::fault::{Fault, Faults, HIDDEN, Refused, shown};
use super::header::{Candidate, Drop, Role, best};
use super::mappers::Mappers;
use super::repairs::Repairs;
use super::report::FileReport;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::parse::capped::Capped;
use crate::parse::csv::{LeftOut, Row, Sink};
use crate::parse::dialect::Header;
use crate::parse::schema::{Class, Field};
use crate::turkish::{encoding_damage, fold, ids};

/// So many cells of a row failing together mean that it is shifted: its values may stand under other headers.
const SHIFTED: usize = 3;

/// The columns of a field: its own, and that of its time of day.
#[derive(Clone, Copy, Debug)]
struct Source {
    column: usize,
    time: Option<usize>,
}

/// One dataset's part of a row.
struct Part<'s> {
    book: usize,
    /// The records of one row, each with the sources of its fields.
    records: Vec<Vec<Option<Source>>>,
    /// What each record says besides, in every row.
    fixed: Vec<Vec<(usize, Kept)>>,
    /// Its records have no order but that of their days.
    is_dated: bool,
    /// Several records stand beside each other in a row.
    is_wide: bool,
    mappers: Vec<Option<Mapper<'s>>>,
    /// The fields that come with the request and say nothing about a record of its own.
    shared: Vec<bool>,
    /// The field that counts the records of a request.
    number: Option<usize>,
    /// Records of a file in which a request stands in several rows, one after another, each with its month behind it: they
    /// are numbered at the end.
    staged: Vec<Kept>,
}

/// A file being read.
pub(super) struct Reader<'a, 's> {
    pub(super) books: &'a mut [Book],
    /// The book of the dataset itself.
    pub(super) main: usize,
    pub(super) candidates: &'a [Candidate<'s>],
    /// The books of each candidate's other datasets.
    pub(super) also: &'a [Vec<Option<usize>>],
    pub(super) mappers: &'a Mappers<'s>,
    /// Whether every refused row is listed, not only counted.
    pub(super) lists: bool,
    pub(super) report: FileReport,
    pub(super) faults: Faults,
    pub(super) refused: Vec<Refused>,
    pub(super) chosen: Option<usize>,
    /// The month of all rows, where the file's name says it.
    pub(super) fixed_month: Option<u32>,
    parts: Vec<Part<'s>>,
    footers: &'s [String],
    /// Columns without a header; one in which something stands is dropped by its number.
    unnamed: Vec<usize>,
    cells: Vec<Kept>,
    failed: Vec<Failed>,
}

/// A cell of the current row that could not be mapped.
#[derive(Clone, Copy)]
struct Failed {
    part: usize,
    place: usize,
    column: usize,
    fault: Fault,
}

impl<'a, 's> Reader<'a, 's> {
    pub(super) fn new(
        file: &Arc<str>,
        (books, main): (&'a mut [Book], usize),
        (candidates, also): (&'a [Candidate<'s>], &'a [Vec<Option<usize>>]),
        mappers: &'a Mappers<'s>,
        lists: bool,
    ) -> Self {
        Reader {
            report: FileReport { file: Arc::clone(file), ..FileReport::default() },
            faults: Faults::default(),
            refused: Vec::new(),
            chosen: None,
            fixed_month: None,
            parts: Vec::new(),
            footers: &[],
            unnamed: Vec::new(),
            cells: Vec::new(),
            failed: Vec::new(),
            books,
            main,
            candidates,
            also,
            mappers,
            lists,
        }
    }

    /// Which fields of the dataset itself the file does not have, and those of each other dataset.
    pub(super) fn absent(&self) -> Vec<(usize, Vec<bool>)> {
        let absent = |part: &Part<'_>| {
            let fixed = |place: usize| part.fixed.iter().flatten().any(|(fixed, _)| *fixed == place);
            let read = |place: usize| part.records.iter().any(|record| record[place].is_some());
            let has = |place: usize| read(place) || fixed(place) || part.number == Some(place);
            (part.book, (0..part.mappers.len()).map(|place| !has(place)).collect())
        };
        self.parts.iter().map(absent).collect()
    }

    /// The fields whose days a spreadsheet has changed about, with the line of the first.
    pub(super) fn swapped(&self) -> Vec<(Arc<str>, u32)> {
        let mappers = self.parts.iter().flat_map(|part| part.mappers.iter().flatten());
        mappers.filter_map(|mapper| Some((Arc::clone(&mapper.field.name), mapper.days.first()?))).collect()
    }

    /// Gives every column its fields; says which are dropped.
    fn lay_out(&mut self, diag: &mut Diagnostics, capped: &Capped, header: &Header, chosen: usize) {
        let candidate = &self.candidates[chosen];
        let profile = candidate.profile;
        let mut parts = vec![self.part(self.main, None)];
        for (declared, book) in profile.also.iter().zip(&self.also[chosen]) {
            let Some(book) = *book else { continue };
            let mut part = self.part(book, Some(declared));
            self.fix(diag, &mut part, declared, profile);
            parts.push(part);
        }
        for (column, name) in header.names.iter().enumerate() {
            if name.is_empty() {
                self.unnamed.push(column);
                continue;
            }
            let mut dropped = Some(Drop::Unknown);
            for role in candidate.roles(name) {
                let (part, record, place) = match role {
                    Role::Field(place) => (0, 0, place),
                    Role::Also(other, record, place) => (other + 1, record, place),
                    Role::Time(_) => {
                        dropped = None;
                        continue;
                    }
                    Role::Personal | Role::FreeText | Role::Ignored => {
                        dropped = Some(match role {
                            Role::FreeText => Drop::FreeText,
                            Role::Ignored => Drop::Ignored,
                            _ => Drop::Personal,
                        });
                        continue;
                    }
                };
                dropped = None;
                let field = self.books[parts[part].book].field(place);
                if parts[part].records[record][place].replace(Source { column, time: None }).is_some() {
                    let at = Place::cell(Arc::clone(capped.file()), header.line, Arc::clone(name));
                    let complaint = Diagnostic::new(Code::DUPLICATE_COLUMN, at).with("name", name.to_string());
                    diag.push(complaint.with("field", field.name.to_string()));
                }
            }
            match dropped {
                Some(why) => self.report.dropped.push((name_as_meant(name), why)),
                None => self.report.matched += 1,
            }
        }
        self.share_key(&mut parts);
        for part in &mut parts {
            let shared = &part.shared;
            let is_there =
                |record: &Vec<Option<Source>>| record.iter().zip(shared).any(|(source, shared)| source.is_some() && !shared);
            let there: Vec<bool> = part.records.iter().map(is_there).collect();
            let mut kept = there.iter();
            part.records.retain(|_| kept.next() == Some(&true));
            let mut kept = there.iter();
            part.fixed.retain(|_| kept.next() == Some(&true));
            for place in 0..part.mappers.len() {
                if part.records.iter().any(|record| record[place].is_some()) {
                    part.mappers[place] = Some(self.mappers.of(diag, part.book, place, profile));
                }
            }
        }
        self.parts = parts;
        self.footers = &profile.footers;
    }

    /// A record of another dataset belongs to the request of its row: the request's key goes into the field of that name.
    fn share_key(&self, parts: &mut [Part<'s>]) {
        let book = &self.books[self.main];
        let keys: Vec<_> =
            book.key().iter().map(|place| (Arc::clone(&book.field(*place).name), parts[0].records[0][*place])).collect();
        for part in &mut parts[1..] {
            for (name, source) in &keys {
                let Some(place) = self.books[part.book].place(name) else { continue };
                part.shared[place] = true;
                part.records.iter_mut().for_each(|record| record[place] = record[place].or(*source));
            }
        }
    }

    /// Second pass over the header: a time of day may stand before its day.
    fn times(&mut self, header: &Header, chosen: usize) {
        for (column, name) in header.names.iter().enumerate() {
            for role in self.candidates[chosen].roles(name) {
                if let Role::Time(place) = role
                    && let Some(source) = &mut self.parts[0].records[0][place]
                {
                    source.time = Some(column);
                }
            }
        }
    }

    /// Maps one record of a row into `cells`; what cannot be mapped goes into `failed`.
    fn map(&mut self, row: &Row<'_>, part: usize, record: usize) {
        let Reader { parts, books, cells, failed, report, .. } = self;
        let Part { book, records, mappers, .. } = &mut parts[part];
        let book = &mut books[*book];
        cells.clear();
        cells.resize(mappers.len(), 0);
        for (place, (source, mapper)) in records[record].iter().zip(mappers).enumerate() {
            let (Some(source), Some(mapper)) = (source, mapper) else { continue };
            let (kept, repairs): (_, Repairs) = mapper.take(book.words(place), row, source.column, source.time);
            report.repairs.count(repairs);
            match kept {
                Ok(0) if mapper.field.constraints.required && part == 0 => {
                    failed.push(Failed { part, place, column: source.column, fault: Fault::Required });
                }
                Ok(kept) => cells[place] = kept,
                Err(fault) => failed.push(Failed { part, place, column: source.column, fault }),
            }
        }
    }

    /// A row of which something could not be mapped is refused as a whole.
    fn refuse(&mut self, row: &Row<'_>, key: Option<Arc<str>>) {
        self.report.refused += 1;
        if self.failed.len() >= SHIFTED {
            self.failed.clear();
            // Whatever stands where the number belongs may be a name.
            self.list(row.line, None, &"".into(), Fault::Shifted, &HIDDEN.into(), None);
            return;
        }
        for failed in std::mem::take(&mut self.failed) {
            let part = &self.parts[failed.part];
            let field: &Field = self.books[part.book].field(failed.place);
            let name = Arc::clone(&field.name);
            let may_show = matches!(field.class, Class::Public | Class::Internal) && failed.fault != Fault::Personal;
            let text = super::cell::readable(row, failed.column).0;
            let value = match failed.fault {
                Fault::Required => "".into(),
                _ => shown(&text, may_show),
            };
            let near = match (&*value, &part.mappers[failed.place]) {
                (HIDDEN, _) | (_, None) => None,
                (_, Some(mapper)) => mapper.nearest(&text),
            };
            self.list(row.line, key.clone(), &name, failed.fault, &value, near);
        }
    }

    fn list(
        &mut self,
        line: u32,
        key: Option<Arc<str>>,
        field: &Arc<str>,
        fault: Fault,
        value: &Arc<str>,
        near: Option<Arc<str>>,
    ) {
        self.faults.add(field, fault, value, line, || near);
        if self.lists {
            let (file, field, value) = (Arc::clone(&self.report.file), Arc::clone(field), Arc::clone(value));
            self.refused.push(Refused { file, line, key, field, fault, value });
        }
    }

    /// Numbers the records of requests that stand in several rows, in the order of their days, and takes them.
    pub(super) fn take_staged(&mut self) {
        for part in self.parts.iter_mut().skip(1) {
            let Some(number) = part.number else { continue };
            let staged = std::mem::take(&mut part.staged);
            let book = &mut self.books[part.book];
            let width = book.width();
            let key: Vec<usize> = (0..width).filter(|place| part.shared[*place]).collect();
            let days: Vec<usize> = (0..width).filter(|place| book.is_day(*place)).collect();
            let mut order: Vec<&[Kept]> = staged.chunks_exact(width + 1).collect();
            let compare = |places: &[usize], a: &[Kept], b: &[Kept]| {
                places.iter().map(|place| a[*place]).cmp(places.iter().map(|place| b[*place]))
            };
            order.sort_by(|a, b| compare(&key, a, b).then_with(|| compare(&days, a, b)));
            order.dedup();
            let mut count = 0_u32;
            for (i, cells) in order.iter().enumerate() {
                let again = i > 0 && compare(&key, order[i - 1], cells).is_eq();
                count = if again { count + 1 } else { 1 };
                let mut cells = cells[..width].to_vec();
                cells[number] = Kept::from(book.words(number).number(count.to_string().as_bytes()));
                book.push(&cells, staged_month(order[i]));
            }
        }
    }
}

/// True for what can only be the number of a record: no name is written so, and no national number is so short.
fn is_number_of_record(key: &str) -> bool {
    const LONGEST: usize = 20;
    let plain = key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'-' | b'_' | b'.'));
    plain && key.len() <= LONGEST && key.bytes().any(|b| b.is_ascii_digit()) && !ids::is_tckn(key)
}

/// A header without the damage its letters suffered.
fn name_as_meant(name: &Arc<str>) -> Arc<str> {
    match encoding_damage::repair_all(name) {
        std::borrow::Cow::Borrowed(_) => Arc::clone(name),
        std::borrow::Cow::Owned(repaired) => repaired.into(),
    }
}

fn staged_month(staged: &[Kept]) -> u32 {
    staged.last().map_or(0, |month| *month as u32)
}

impl Sink for Reader<'_, '_> {
    fn knows(&self, header: &str) -> bool {
        self.candidates.iter().any(|candidate| candidate.knows(header))
    }

    fn header(&mut self, diag: &mut Diagnostics, capped: &mut Capped, header: &Header) -> bool {
        self.report.columns = header.names.iter().filter(|name| !name.is_empty()).count();
        let chosen = best(self.candidates, header, &self.books[self.main]);
        let candidate = &self.candidates[chosen];
        let missing = candidate.missing(header, &self.books[self.main]);
        for name in &missing {
            let book = &self.books[self.main];
            let at = Place::cell(Arc::clone(capped.file()), header.line, Arc::clone(name));
            let complaint = Diagnostic::new(Code::PROFILE_LACKS, at).with("name", name.to_string());
            let complaint = complaint.with("profile", candidate.profile.name.to_string());
            let near = book.place(name).and_then(|place| candidate.like(place, header, book));
            diag.push(match near {
                Some(near) => complaint.with("nearest", near.to_string()).hint("nearest"),
                None => complaint,
            });
        }
        self.report.profile = Arc::clone(&candidate.profile.name);
        self.chosen = Some(chosen);
        if !missing.is_empty() {
            return false;
        }
        self.lay_out(diag, capped, header, chosen);
        self.times(header, chosen);
        true
    }

    fn row(&mut self, _diag: &mut Diagnostics, _capped: &mut Capped, row: &Row<'_>) {
        if !self.footers.is_empty() {
            let first = (0..self.report.columns).map(|i| row.bytes(i)).find(|cell| !cell.is_empty()).unwrap_or_default();
            if self.passes_over(&row.decode(first).0) {
                self.report.footers += 1;
                return;
            }
        }
        self.report.rows += 1;
        if let Some(at) = self.unnamed.iter().position(|column| !row.bytes(*column).is_empty()) {
            let column = self.unnamed.remove(at);
            self.report.dropped.push((format!("#{}", column + 1).into(), Drop::Unknown));
        }
        let others = if self.parts.len() > 1 { self.also_of(row) } else { Vec::new() };
        self.map(row, 0, 0);
        if !self.failed.is_empty() {
            let key = self.books[self.main].key_text(&self.cells).filter(|key| is_number_of_record(key));
            return self.refuse(row, key);
        }
        let month = self.fixed_month.unwrap_or_else(|| self.books[self.main].month_of(&self.cells));
        let pushed = self.books[self.main].push(&self.cells, month);
        for (part, cells) in others {
            let part = &mut self.parts[part];
            // What belongs to a request stands in the file of the request's month.
            let month = if part.shared.contains(&true) { month } else { self.books[part.book].month_of(&cells) };
            match part.number.is_some() && !part.is_wide {
                true => part.staged.extend(cells.into_iter().chain([Kept::from(month)])),
                false => {
                    self.books[part.book].push(&cells, month);
                }
            }
        }
        let repeats = self.chosen.is_some_and(|chosen| self.candidates[chosen].profile.repeats_rows());
        if pushed == Pushed::Contradicts && !repeats {
            let book = &self.books[self.main];
            let key = book.key_text(&self.cells).filter(|key| is_number_of_record(key));
            let name = Arc::clone(&book.field(book.key()[0]).name);
            let value = key.clone().unwrap_or_else(|| HIDDEN.into());
            self.list(row.line, key, &name, Fault::Repeated, &value, None);
        }
    }

    fn passes_over(&self, first: &str) -> bool {
        let folded = fold(first);
        self.footers.iter().any(|footer| folded.starts_with(footer.as_str()))
    }

    fn left_out(&mut self, line: u32, why: LeftOut) {
        match why {
            LeftOut::Total => self.report.totals += 1,
            LeftOut::Footer | LeftOut::Header => self.report.footers += 1,
            LeftOut::Ragged => {
                self.report.rows += 1;
                self.report.refused += 1;
                self.list(line, None, &"".into(), Fault::Ragged, &HIDDEN.into(), None);
            }
        }
    }
}

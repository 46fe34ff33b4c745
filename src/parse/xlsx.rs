//! A workbook's sheet → the same header and rows as a delimited file. Cells stream, so a stray cell in the last corner of
//! a sheet costs nothing. Days come as ISO text, whole numbers without `.0`. Formulas are taken at their stored values.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use calamine::{DataRef, Dimensions, ExcelDateTime, Reader, SheetVisible, Xlsx, XlsxError};
use csv::ByteRecord;

use super::capped::Capped;
use super::csv::{LeftOut, Row, Sink};
use super::dialect::{Header, is_total};
use super::encoding::Encoding;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::source::World;
use crate::turkish::date::{Moment, from_excel_serial};
use crate::turkish::fold;

/// Rows from the top that may be titles before the header.
const MOST_TITLE_ROWS: usize = 30;
/// Columns beyond this are damage.
const MOST_COLUMNS: usize = 1_024;
/// Days between the two ways of counting that workbooks know: a workbook of old Macintoshes begins in 1904.
const DAYS_BEFORE_1904: f64 = 1_462.0;

/// Reads one sheet of a workbook of the world; the first one that is not hidden when `sheet` is absent.
pub fn read(diag: &mut Diagnostics, world: &dyn World, file: &Arc<str>, sheet: Option<&str>, sink: &mut dyn Sink) {
    let bytes = match world.read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            let place = Place::file(Arc::clone(file));
            return diag.push(Diagnostic::unreadable(place, &error));
        }
    };
    let mut capped = Capped::new(Arc::clone(file));
    // The library gives up by panicking on some damaged workbooks.
    let result = catch_unwind(AssertUnwindSafe(|| sheet_rows(diag, &mut capped, &bytes, sheet, sink)));
    capped.finish(diag);
    let complaint = Diagnostic::new(Code::BAD_WORKBOOK, Place::file(Arc::clone(file)));
    diag.push(match result {
        Ok(Ok(())) => return,
        Ok(Err(Fault::NoSheet { wanted, there })) => {
            complaint.with("cause", "cause-workbook-sheet").with("wanted", wanted).with("there", there).hint("sheet")
        }
        Ok(Err(Fault::Library(error))) => complaint.with("cause", cause(&bytes, Some(&error))),
        Err(_) => complaint.with("cause", cause(&bytes, None)),
    });
}

/// Why a workbook gave no rows.
enum Fault {
    NoSheet { wanted: String, there: String },
    Library(XlsxError),
}

impl From<XlsxError> for Fault {
    fn from(error: XlsxError) -> Fault {
        Fault::Library(error)
    }
}

/// What is the matter with a workbook, told by its first bytes sooner than by the library.
fn cause(bytes: &[u8], error: Option<&XlsxError>) -> &'static str {
    match (bytes, error) {
        ([], _) => "cause-workbook-empty",
        // The container of the old .xls is also the one of workbooks behind a password.
        (_, Some(XlsxError::Password)) | ([0xD0, 0xCF, 0x11, 0xE0, ..], _) => "cause-workbook-old",
        ([b'P', b'K', ..], _) => "cause-workbook-damaged",
        _ => "cause-workbook-none",
    }
}

fn sheet_rows(
    diag: &mut Diagnostics,
    capped: &mut Capped,
    bytes: &[u8],
    sheet: Option<&str>,
    sink: &mut dyn Sink,
) -> Result<(), Fault> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
    let names = workbook.sheet_names();
    let wanted = match sheet {
        None => {
            let is_seen = |name: &&String| {
                workbook.sheets_metadata().iter().any(|s| s.name == **name && s.visible == SheetVisible::Visible)
            };
            names.iter().find(is_seen).or(names.first())
        }
        Some(sheet) => names.iter().find(|name| fold(name) == fold(sheet)),
    };
    let no_sheet = || Fault::NoSheet { wanted: sheet.unwrap_or_default().to_owned(), there: names.join(", ") };
    let name = wanted.ok_or_else(no_sheet)?.clone();
    let first_day = if workbook.has_1904_epoch() { DAYS_BEFORE_1904 } else { 0.0 };
    let merged = workbook.merge_cells_by_sheet_name(&name)?;
    let mut cells = workbook.worksheet_cells_reader(&name)?;
    let mut rows = Rows { capped, sink, header: None, waiting: Vec::new(), first_day };
    let mut row = SheetRow::default();
    while let Some(cell) = cells.next_cell_with_formula_metadata()? {
        let (line, column) = cell.pos;
        if line + 1 != row.line {
            rows.take(diag, std::mem::take(&mut row));
            row.line = line + 1;
        }
        if (column as usize) < MOST_COLUMNS {
            // A program that writes formulas without computing them leaves their values to whoever opens the file.
            let is_uncomputed = cell.formula.is_some() && matches!(cell.value, DataRef::Empty);
            match is_uncomputed {
                true => row.uncomputed.push(column as usize),
                false => row.put(column as usize, &cell.value, first_day),
            }
        }
    }
    rows.take(diag, row);
    rows.finish(diag);
    for region in merged {
        rows.complain_about_merged(diag, &region);
    }
    Ok(())
}

/// A row with its cells as text.
#[derive(Default)]
struct SheetRow {
    line: u32,
    cells: Vec<String>,
    exact: Vec<bool>,
    errors: Vec<usize>,
    /// Formulas of which the file does not hold the value.
    uncomputed: Vec<usize>,
}

impl SheetRow {
    fn put(&mut self, column: usize, value: &DataRef<'_>, first_day: f64) {
        let (text, exact) = match value {
            DataRef::Empty => return,
            DataRef::String(text) => (text.clone(), false),
            DataRef::SharedString(text) => ((*text).to_owned(), false),
            DataRef::Int(number) => (number.to_string(), true),
            DataRef::Float(number) => (number_text(*number), true),
            DataRef::Bool(yes) => (yes.to_string(), true),
            DataRef::DateTime(at) => (date_text(at, first_day), true),
            DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => (text.clone(), true),
            DataRef::Error(_) => {
                self.errors.push(column);
                (String::new(), false)
            }
        };
        if self.cells.len() <= column {
            self.cells.resize(column + 1, String::new());
            self.exact.resize(column + 1, false);
        }
        self.cells[column] = text;
        self.exact[column] = exact;
    }

    fn is_blank(&self) -> bool {
        self.errors.is_empty() && self.uncomputed.is_empty() && self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// The number as a program writes it; a text id that Excel made a number of (`1234.0`) loses its zero.
fn number_text(number: f64) -> String {
    format!("{number}")
}

fn date_text(at: &ExcelDateTime, first_day: f64) -> String {
    if at.is_duration() {
        return number_text(at.as_f64());
    }
    match from_excel_serial(at.as_f64() + first_day) {
        Ok(Moment::Day(date)) => date.to_string(),
        Ok(Moment::Instant(at)) => at.to_string(),
        Err(_) => number_text(at.as_f64()),
    }
}

struct Rows<'s> {
    capped: &'s mut Capped,
    sink: &'s mut dyn Sink,
    header: Option<Header>,
    waiting: Vec<SheetRow>,
    /// Days between the first day of 1900 and the workbook's own.
    first_day: f64,
}

impl Rows<'_> {
    fn take(&mut self, diag: &mut Diagnostics, row: SheetRow) {
        if row.is_blank() {
            return;
        }
        if self.header.is_some() {
            return self.give(diag, &row);
        }
        self.waiting.push(row);
        if self.waiting.len() == MOST_TITLE_ROWS {
            self.find_header(diag);
        }
    }

    fn finish(&mut self, diag: &mut Diagnostics) {
        if self.header.is_none() {
            self.find_header(diag);
        }
    }

    /// Below the header; a title above it may stand over as many columns as it likes.
    fn complain_about_merged(&mut self, diag: &mut Diagnostics, region: &Dimensions) {
        let Some(header) = &self.header else { return };
        let first = region.start.0 + 1;
        if region.start.0 == region.end.0 || first <= header.line {
            return;
        }
        let name = header.names.get(region.start.1 as usize).cloned().unwrap_or_default();
        let complaint = Diagnostic::new(Code::MERGED_CELLS, Place::cell(Arc::clone(self.capped.file()), first, name));
        self.capped.push(diag, complaint.with("rows", (region.end.0 - region.start.0 + 1).to_string()));
    }

    /// The row with most known headers is the header; rows before it are titles.
    fn find_header(&mut self, diag: &mut Diagnostics) {
        let waiting = std::mem::take(&mut self.waiting);
        let known = |row: &SheetRow| row.cells.iter().filter(|cell| self.sink.knows(cell)).count();
        let best = waiting.iter().map(known).max().unwrap_or(0);
        let Some(at) = waiting.iter().position(|row| known(row) == best) else {
            return diag.push(Diagnostic::new(Code::NO_HEADER, Place::file(Arc::clone(self.capped.file()))));
        };
        let names = waiting[at].cells.iter().map(|cell| cell.trim().into()).collect();
        let header = Header { names, line: waiting[at].line };
        let goes_on = self.sink.header(diag, self.capped, &header);
        self.header = Some(header);
        if goes_on {
            waiting[at + 1..].iter().for_each(|row| self.give(diag, row));
        }
    }

    fn give(&mut self, diag: &mut Diagnostics, row: &SheetRow) {
        let Some(header) = &self.header else { return };
        let file = self.capped.file();
        if row.cells.iter().find(|cell| !cell.trim().is_empty()).is_some_and(|first| is_total(first)) {
            let complaint = Diagnostic::new(Code::TOTAL_ROW, Place::row(Arc::clone(file), row.line));
            self.sink.left_out(row.line, LeftOut::Total);
            return self.capped.push(diag, complaint);
        }
        for (columns, uncomputed) in [(&row.errors, false), (&row.uncomputed, true)] {
            for column in columns {
                let name = header.names.get(*column).cloned().unwrap_or_default();
                let complaint = Diagnostic::new(Code::CELL_ERROR, Place::cell(Arc::clone(self.capped.file()), row.line, name));
                self.capped.push(diag, if uncomputed { complaint.hint("uncomputed") } else { complaint });
            }
        }
        if row.cells.iter().skip(header.names.len()).any(|cell| !cell.trim().is_empty()) {
            let complaint = Diagnostic::new(Code::RAGGED_ROW, Place::row(Arc::clone(self.capped.file()), row.line))
                .with("found", row.cells.len().to_string())
                .with("expected", header.names.len().to_string());
            self.sink.left_out(row.line, LeftOut::Ragged);
            return self.capped.push(diag, complaint);
        }
        let record = ByteRecord::from(row.cells.iter().map(String::as_bytes).collect::<Vec<_>>());
        let row = Row::new(&record, row.line, Encoding::Utf8, &row.exact).counting_from(self.first_day);
        if header.is_said_again_by(&row) {
            let complaint = Diagnostic::new(Code::REPEATED_HEADER, Place::row(Arc::clone(self.capped.file()), row.line));
            self.sink.left_out(row.line, LeftOut::Header);
            return self.capped.push(diag, complaint);
        }
        self.sink.row(diag, self.capped, &row);
    }
}

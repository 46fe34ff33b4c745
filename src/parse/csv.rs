//! A delimited file → header and rows with exact line numbers. The `csv` crate cuts the cells; what it would pass over
//! in silence (ragged rows, quotations that never close, `sep=`, TOPLAM rows, NUL bytes) is found here. Cells stay bytes:
//! whoever wants one decodes it. Not typed intake: no cell is understood.

use std::borrow::Cow;
use std::io::{self, Cursor, Read};
use std::rc::Rc;
use std::sync::Arc;

use csv::ByteRecord;

use super::capped::Capped;
use super::dialect::{Dialect, Header, is_total};
use super::encoding::Encoding;
use super::stream::{END_MARK, Lines, Progress};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::source::World;

/// How much of a file decides its encoding and dialect.
const HEAD: usize = 64 << 10;
/// So many rows tell how long the others are.
const ROWS_WEIGHED: u64 = 1_000;
/// So many rows are handed over together: few enough to stay in the processor's nearest memory.
const TOGETHER: usize = 64;
/// Rows longer than this in all are handed over at once.
const LONG: usize = 1 << 20;
/// The cell of the mark that [`Lines`] puts behind the last line.
const END: &[u8] = b"\x04";

/// A row of a data file (satır).
pub struct Row<'r> {
    record: &'r ByteRecord,
    /// Line of its beginning, from 1.
    pub line: u32,
    encoding: Encoding,
    /// True where a program wrote the number: `1.5` is one and a half, whatever the column says.
    exact: &'r [bool],
    /// Days between the first day of 1900 and the one this file counts from.
    first_day: f64,
}

impl<'r> Row<'r> {
    /// A row whose numbers in the `exact` places were written by a program.
    pub(super) fn new(record: &'r ByteRecord, line: u32, encoding: Encoding, exact: &'r [bool]) -> Row<'r> {
        Row { record, line, encoding, exact, first_day: 0.0 }
    }

    /// The same row of a file that counts days from a day so much later than the others'.
    #[must_use]
    pub(super) fn counting_from(self, first_day: f64) -> Row<'r> {
        Row { first_day, ..self }
    }

    /// A bare day number of this row, counted from 1900 as everybody else does.
    pub fn serial(&self, days: f64) -> f64 {
        days + self.first_day
    }

    /// The bytes of a cell, without white space around them; empty past the end.
    pub fn bytes(&self, column: usize) -> &'r [u8] {
        self.record.get(column).unwrap_or_default().trim_ascii()
    }

    /// How many cells it has.
    pub fn width(&self) -> usize {
        self.record.len()
    }

    /// The words of some bytes of this row, and whether they contradict the encoding of the file.
    pub fn decode(&self, bytes: &'r [u8]) -> (Cow<'r, str>, bool) {
        self.encoding.decode(bytes)
    }

    /// True for a row of a workbook, whose cells know whether they are numbers.
    pub fn is_of_workbook(&self) -> bool {
        !self.exact.is_empty()
    }

    /// True when the number in `column` was written by a program.
    pub fn is_exact(&self, column: usize) -> bool {
        self.exact.get(column).copied().unwrap_or(false)
    }
}

/// What takes the rows of a file, one after another (alıcı).
pub trait Sink {
    /// Whether a header, as written, is one that is expected.
    fn knows(&self, header: &str) -> bool;
    /// The header row; `false` ends the reading.
    fn header(&mut self, diag: &mut Diagnostics, capped: &mut Capped, header: &Header) -> bool;
    /// So many more rows follow, as far as one can tell from the first ones: room can be made for them at once.
    fn expects(&mut self, _rows: usize) {}
    /// A row as wide as the header.
    fn row(&mut self, diag: &mut Diagnostics, capped: &mut Capped, row: &Row<'_>);
    /// Rows that follow each other, none of them left out in between.
    fn rows(&mut self, diag: &mut Diagnostics, capped: &mut Capped, rows: &[Row<'_>]) {
        rows.iter().for_each(|row| self.row(diag, capped, row));
    }
    /// Whether a row is no record, told by its first written cell: what stands below a table. TOPLAM rows are known anyway.
    fn passes_over(&self, _first: &str) -> bool {
        false
    }
    /// A row was left out; the complaint about it, where there is one, has been made.
    fn left_out(&mut self, _line: u32, _why: LeftOut) {}
}

/// Why a row was left out (atlanan satır).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// It sums up the others.
    Total,
    /// It says the header once more: two files were put end to end.
    Header,
    /// It belongs to what stands below the table.
    Footer,
    /// It has more or fewer cells than the header.
    Ragged,
}

/// The settings of the tokeniser.
pub(super) fn tokeniser(delimiter: u8) -> csv::ReaderBuilder {
    let mut builder = csv::ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(delimiter).terminator(csv::Terminator::Any(b'\n'));
    builder.buffer_capacity(128 << 10);
    builder
}

/// Reads a file of the world from its first byte to its last, in blocks. Its size in bytes, where it is known, tells how
/// many rows to expect. Gives back its encoding.
pub fn read(
    diag: &mut Diagnostics,
    world: &dyn World,
    file: &Arc<str>,
    size: Option<u64>,
    sink: &mut dyn Sink,
) -> Option<Encoding> {
    let mut capped = Capped::new(Arc::clone(file));
    let result = world.open(file).and_then(|source| read_source(diag, &mut capped, source, size, sink));
    capped.finish(diag);
    match result {
        Ok(encoding) => Some(encoding),
        Err(error) => {
            let place = Place::file(Arc::clone(file));
            diag.push(Diagnostic::unreadable(place, &error));
            None
        }
    }
}

fn read_source(
    diag: &mut Diagnostics,
    capped: &mut Capped,
    mut source: Box<dyn Read + Send>,
    size: Option<u64>,
    sink: &mut dyn Sink,
) -> io::Result<Encoding> {
    let mut head = Vec::new();
    source.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
    let (encoding, mark) = Encoding::of(&head);
    let mut unified = Vec::new();
    Lines::new(&head[mark..], encoding, Rc::default()).read_to_end(&mut unified)?;
    let dialect = Dialect::of(&unified, encoding, &|name| sink.knows(name));
    if dialect.sep_line {
        capped.push(diag, Diagnostic::new(Code::SEP_LINE, Place::row(Arc::clone(capped.file()), 1)));
    }
    let progress = Rc::new(Progress::default());
    let all = Cursor::new(head).chain(source);
    let mut all = Lines::new(Skip { rest: mark, inner: all }, encoding, Rc::clone(&progress));
    for _ in 0..dialect.skip_lines {
        skip_line(&mut all)?;
    }
    progress.record_end.set(progress.given.get());
    let mut records = Records {
        reader: tokeniser(dialect.delimiter).from_reader(all),
        progress: Rc::clone(&progress),
        file: Arc::clone(capped.file()),
        bytes_before: progress.given.get(),
        lines_before: dialect.skip_lines,
        line: dialect.skip_lines + 1,
        record: ByteRecord::new(),
        size: size.unwrap_or_default(),
    };
    records.run(diag, capped, encoding, sink);
    if progress.nul_line.get() > 0 {
        let line = u32::try_from(progress.nul_line.get()).unwrap_or(u32::MAX);
        diag.push(Diagnostic::new(Code::NUL_BYTE, Place::row(Arc::clone(capped.file()), line)));
    }
    complain_about_end(diag, capped.file(), u32::try_from(progress.cut_line.get()).unwrap_or(u32::MAX));
    Ok(encoding)
}

/// A file that ends within a letter was not copied whole; what else is wrong with its last line follows from that.
fn complain_about_end(diag: &mut Diagnostics, file: &Arc<str>, line: u32) {
    if line > 0 {
        diag.push(Diagnostic::new(Code::FILE_CUT_OFF, Place::row(Arc::clone(file), line)));
        let follows = [Code::MIXED_ENCODING, Code::RAGGED_ROW, Code::DAMAGED_TEXT];
        diag.without(|d| follows.contains(&d.code) && d.place.file == *file && d.place.line == line);
    }
}

/// A reader without the first bytes of another.
struct Skip<R> {
    rest: usize,
    inner: R,
}

impl<R: Read> Read for Skip<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.rest > 0 {
            let mut away = [0; 8];
            let read = self.inner.read(&mut away[..self.rest.min(8)])?;
            if read == 0 {
                return Ok(0);
            }
            self.rest -= read;
        }
        self.inner.read(out)
    }
}

fn skip_line(source: &mut impl Read) -> io::Result<()> {
    let mut byte = [0];
    while source.read(&mut byte)? == 1 && byte[0] != b'\n' {}
    Ok(())
}

struct Records<R> {
    reader: csv::Reader<R>,
    progress: Rc<Progress>,
    file: Arc<str>,
    bytes_before: u64,
    lines_before: u64,
    /// The line where the next record begins, blank lines aside.
    line: u64,
    record: ByteRecord,
    /// Bytes of the whole file; 0 where nobody knows.
    size: u64,
}

/// Rows on their way to a sink, which takes some together more easily than each alone.
#[derive(Default)]
struct Kept {
    /// As many as were ever kept; their room is used again.
    records: Vec<ByteRecord>,
    /// The lines of those that are kept now.
    lines: Vec<u32>,
    bytes: usize,
}

impl Kept {
    fn is_full(&self) -> bool {
        self.lines.len() == TOGETHER || self.bytes > LONG
    }

    fn keep(&mut self, record: &mut ByteRecord, line: u32) {
        if self.lines.len() == self.records.len() {
            self.records.push(ByteRecord::new());
        }
        self.bytes += record.as_slice().len();
        std::mem::swap(record, &mut self.records[self.lines.len()]);
        self.lines.push(line);
    }

    fn hand_over(&mut self, diag: &mut Diagnostics, capped: &mut Capped, encoding: Encoding, sink: &mut dyn Sink) {
        if self.lines.is_empty() {
            return;
        }
        self.bytes = 0;
        let rows = self.records.iter().zip(self.lines.drain(..)).map(|(record, line)| Row::new(record, line, encoding, &[]));
        let rows: Vec<Row<'_>> = rows.collect();
        sink.rows(diag, capped, &rows);
    }
}

/// What came next in the file.
enum Next {
    Row { line: u32, several_lines: bool },
    Unclosed { line: u32 },
    End,
}

impl<R: Read> Records<R> {
    fn run(&mut self, diag: &mut Diagnostics, capped: &mut Capped, encoding: Encoding, sink: &mut dyn Sink) {
        let file = Arc::clone(capped.file());
        let mut header: Option<Header> = None;
        let (mut rows, mut kept) = (0, Kept::default());
        loop {
            let next = self.next();
            if kept.is_full() || !matches!(next, Ok(Next::Row { .. })) {
                kept.hand_over(diag, capped, encoding, sink);
            }
            let (line, several_lines) = match next {
                Ok(Next::Row { line, several_lines }) => (line, several_lines),
                Ok(Next::Unclosed { line }) => return diag.push(Diagnostic::new(Code::UNCLOSED_QUOTE, Place::row(file, line))),
                Ok(Next::End) => break,
                Err(complaint) => return diag.push(complaint),
            };
            let Some(header) = &header else {
                let names = self.record.iter().map(|cell| encoding.decode(cell.trim_ascii()).0.as_ref().into()).collect();
                let found = Header { names, line };
                if !sink.header(diag, capped, &found) {
                    return;
                }
                header = Some(found);
                continue;
            };
            let row = Row::new(&self.record, line, encoding, &[]);
            if !self.record.iter().any(|cell| !cell.trim_ascii().is_empty()) {
                continue;
            }
            if looks_like_total(&row, self.record.len()) {
                kept.hand_over(diag, capped, encoding, sink);
                capped.push(diag, Diagnostic::new(Code::TOTAL_ROW, Place::row(Arc::clone(&file), line)));
                sink.left_out(line, LeftOut::Total);
                continue;
            }
            if header.is_said_again_by(&row) {
                kept.hand_over(diag, capped, encoding, sink);
                capped.push(diag, Diagnostic::new(Code::REPEATED_HEADER, Place::row(Arc::clone(&file), line)));
                sink.left_out(line, LeftOut::Header);
                continue;
            }
            let wanted = header.names.len();
            // Empty cells past the header are what Excel leaves behind columns that were once there.
            let spare = self.record.len() > wanted && self.record.iter().skip(wanted).any(|cell| !cell.trim_ascii().is_empty());
            if spare || self.record.len() < wanted {
                kept.hand_over(diag, capped, encoding, sink);
                if sink.passes_over(&first_written(&row, self.record.len())) {
                    sink.left_out(line, LeftOut::Footer);
                    continue;
                }
                sink.left_out(line, LeftOut::Ragged);
                let complaint = Diagnostic::new(Code::RAGGED_ROW, Place::row(Arc::clone(&file), line))
                    .with("found", self.record.len().to_string())
                    .with("expected", wanted.to_string());
                capped.push(diag, if several_lines { complaint.hint("quote") } else { complaint });
                continue;
            }
            if self.progress.quoted.get() && self.record.as_slice().contains(&b'"') {
                lint_quotes(diag, capped, &row, header);
            }
            kept.keep(&mut self.record, line);
            rows += 1;
            if rows == ROWS_WEIGHED {
                sink.expects(self.rows_left());
            }
        }
        if header.is_none() {
            diag.push(Diagnostic::new(Code::NO_HEADER, Place::file(file)));
        }
    }

    /// How many rows are left when they are as long as those so far, and some more: room for one too few is made twice.
    fn rows_left(&self) -> usize {
        let read = self.progress.record_end.get();
        let rows = self.size.saturating_sub(read).saturating_mul(ROWS_WEIGHED) / read.max(1);
        usize::try_from(rows + rows / 32).unwrap_or_default()
    }

    fn next(&mut self) -> Result<Next, Diagnostic> {
        let read = self.reader.read_byte_record(&mut self.record);
        let after = self.reader.position().line() + self.lines_before;
        match read {
            Ok(true) if self.record.len() == 1 && &self.record[0] == END => return Ok(Next::End),
            Ok(true) => {}
            Ok(false) => return Ok(Next::End),
            Err(error) => return Err(self.broken(&error)),
        }
        self.progress.record_end.set(self.bytes_before + self.reader.position().byte());
        let unclosed = self.record.as_slice().ends_with(END_MARK);
        let inner = match after - self.line {
            0 | 1 => 0,
            _ => self.record.as_slice().iter().filter(|b| **b == b'\n').count() as u64,
        };
        // Counted back from the end: blank lines before a record are no part of it.
        let start = clip(after.saturating_sub(inner + u64::from(!unclosed)));
        self.line = after;
        Ok(match unclosed {
            true => Next::Unclosed { line: start },
            false => Next::Row { line: start, several_lines: inner > 0 },
        })
    }

    fn broken(&self, error: &csv::Error) -> Diagnostic {
        match error.kind() {
            csv::ErrorKind::Io(e) if e.kind() == io::ErrorKind::FileTooLarge => {
                Diagnostic::new(Code::RECORD_TOO_LONG, Place::row(Arc::clone(&self.file), clip(self.line)))
                    .with("limit", "16 MiB")
            }
            csv::ErrorKind::Io(error) => Diagnostic::unreadable(Place::file(Arc::clone(&self.file)), error),
            _ => Diagnostic::new(Code::UNREADABLE_FILE, Place::file(Arc::clone(&self.file))).with("cause", error.to_string()),
        }
    }
}

fn clip(line: u64) -> u32 {
    u32::try_from(line).unwrap_or(u32::MAX)
}

fn first_written(row: &Row<'_>, columns: usize) -> String {
    let first = (0..columns).map(|i| row.bytes(i)).find(|cell| !cell.is_empty());
    first.map(|cell| row.decode(cell).0.into_owned()).unwrap_or_default()
}

fn looks_like_total(row: &Row<'_>, columns: usize) -> bool {
    let Some(first) = (0..columns).map(|i| row.bytes(i)).find(|cell| !cell.is_empty()) else { return false };
    let starts = matches!(first[0].to_ascii_lowercase(), b't' | b'g' | b'a' | b'y');
    starts && first.len() <= 16 && is_total(&row.decode(first).0)
}

/// A quotation mark left in the middle of a cell whose text ends with one: `"x "acil" y"`.
fn lint_quotes(diag: &mut Diagnostics, capped: &mut Capped, row: &Row<'_>, header: &Header) {
    for (column, name) in header.names.iter().enumerate() {
        let cell = row.bytes(column);
        let marks = cell.iter().filter(|b| **b == b'"').count();
        let opened_after_a_letter = cell.windows(2).any(|pair| pair[0].is_ascii_alphabetic() && pair[1] == b'"');
        if marks % 2 == 1 && (opened_after_a_letter || cell[0] == b'"') {
            let place = Place::cell(Arc::clone(capped.file()), row.line, Arc::clone(name));
            capped.push(diag, Diagnostic::new(Code::STRAY_QUOTE, place));
        }
    }
}

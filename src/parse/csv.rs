//! A delimited file → header and rows with exact line numbers. `record` cuts the cells; what it would pass over in
//! silence (ragged rows, quotations that never close, `sep=`, TOPLAM rows, NUL bytes) is said here. Cells stay bytes:
//! whoever wants one decodes it. Not typed intake: no cell is understood.

use std::borrow::Cow;
use std::io::{self, Cursor, Read};
use std::sync::Arc;

use super::capped::Capped;
use super::dialect::{Dialect, Header, is_total};
use super::encoding::Encoding;
use super::record::{Next, Records, Span};
use super::stream::{Blocks, Skip};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::source::World;

/// How much of a file decides its encoding and dialect.
const HEAD: usize = 64 << 10;

/// A row of a data file (satır).
pub struct Row<'r> {
    text: &'r [u8],
    cells: &'r [Span],
    /// Line of its beginning, from 1.
    pub line: u32,
    encoding: Encoding,
    /// True where a program wrote the number: `1.5` is one and a half, whatever the column says.
    exact: &'r [bool],
}

impl<'r> Row<'r> {
    /// A row whose numbers in the `exact` places were written by a program.
    #[inline]
    pub(super) fn new(record: (&'r [u8], &'r [Span]), line: u32, encoding: Encoding, exact: &'r [bool]) -> Row<'r> {
        Row { text: record.0, cells: record.1, line, encoding, exact }
    }

    /// The bytes of a cell, without white space around them; empty past the end.
    #[inline]
    pub fn bytes(&self, column: usize) -> &'r [u8] {
        self.cells.get(column).map_or(&[], |(from, to)| &self.text[*from as usize..*to as usize])
    }

    /// The words of some bytes of this row, and whether they contradict the encoding of the file.
    pub fn decode(&self, bytes: &'r [u8]) -> (Cow<'r, str>, bool) {
        self.encoding.decode(bytes)
    }

    /// True when the number in `column` was written by a program.
    pub fn is_exact(&self, column: usize) -> bool {
        self.exact.get(column).copied().unwrap_or(false)
    }
}

/// What takes the rows of a file, one after another (alıcı).
pub trait Sink {
    /// Whether a folded header is one the schema expects.
    fn knows(&self, folded: &str) -> bool;
    /// The header row; `false` ends the reading.
    fn header(&mut self, diag: &mut Diagnostics, capped: &mut Capped, header: &Header) -> bool;
    /// A row as wide as the header.
    fn row(&mut self, diag: &mut Diagnostics, capped: &mut Capped, row: &Row<'_>);
}

/// Reads a file of the world from its first byte to its last, in blocks. Gives back its encoding.
pub fn read(diag: &mut Diagnostics, world: &dyn World, file: &Arc<str>, sink: &mut dyn Sink) -> Option<Encoding> {
    let mut capped = Capped::new(Arc::clone(file));
    let result = world.open(file).and_then(|source| read_source(diag, &mut capped, source, sink));
    capped.finish(diag);
    match result {
        Ok(encoding) => Some(encoding),
        Err(error) => {
            let place = Place::file(Arc::clone(file));
            diag.push(Diagnostic::new(Code::UNREADABLE_FILE, place).with("cause", error.to_string()));
            None
        }
    }
}

fn read_source(
    diag: &mut Diagnostics,
    capped: &mut Capped,
    mut source: Box<dyn Read + Send>,
    sink: &mut dyn Sink,
) -> io::Result<Encoding> {
    let mut head = Vec::new();
    source.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
    let (encoding, mark) = Encoding::of(&head);
    let start = Blocks::new(&head[mark..], encoding).all()?;
    let dialect = Dialect::of(&start, encoding, &|name| sink.knows(name));
    if dialect.sep_line {
        capped.push(diag, Diagnostic::new(Code::SEP_LINE, Place::row(Arc::clone(capped.file()), 1)));
    }
    let all = Skip::new(mark, Cursor::new(head).chain(source));
    let mut records = Records::new(Blocks::new(all, encoding), dialect.delimiter);
    for _ in 0..dialect.skip_lines {
        records.skip_line()?;
    }
    let result = rows(diag, capped, &mut records, encoding, sink);
    if let Some(line) = records.nul_line() {
        diag.push(Diagnostic::new(Code::NUL_BYTE, Place::row(Arc::clone(capped.file()), line)));
    }
    result.map(|()| encoding)
}

fn rows(
    diag: &mut Diagnostics,
    capped: &mut Capped,
    records: &mut Records<impl Read>,
    encoding: Encoding,
    sink: &mut dyn Sink,
) -> io::Result<()> {
    let file = Arc::clone(capped.file());
    let place = |line| Place::row(Arc::clone(&file), line);
    let mut header: Option<Header> = None;
    loop {
        let (line, several_lines) = match records.next()? {
            Next::Record { line, several_lines } => (line, several_lines),
            Next::Unclosed { line } => {
                diag.push(Diagnostic::new(Code::UNCLOSED_QUOTE, place(line)));
                return Ok(());
            }
            Next::TooLong { line } => {
                diag.push(Diagnostic::new(Code::RECORD_TOO_LONG, place(line)).with("limit", "16 MiB"));
                return Ok(());
            }
            Next::End => break,
        };
        let (text, cells) = records.record();
        let row = Row::new((text, cells), line, encoding, &[]);
        let Some(header) = &header else {
            let names = (0..cells.len()).map(|column| row.decode(row.bytes(column)).0.as_ref().into()).collect();
            let found = Header { names, line };
            if !sink.header(diag, capped, &found) {
                return Ok(());
            }
            header = Some(found);
            continue;
        };
        let is_written = |span: &&Span| span.0 < span.1;
        let Some(first) = cells.iter().find(is_written) else { continue };
        if looks_like_total(&row, &text[first.0 as usize..first.1 as usize]) {
            capped.push(diag, Diagnostic::new(Code::TOTAL_ROW, place(line)));
            continue;
        }
        let wanted = header.names.len();
        // Empty cells past the header are what Excel leaves behind columns that were once there.
        let has_spare = cells.iter().skip(wanted).any(|span| is_written(&span));
        if has_spare || cells.len() < wanted {
            let complaint = Diagnostic::new(Code::RAGGED_ROW, place(line))
                .with("found", cells.len().to_string())
                .with("expected", wanted.to_string());
            capped.push(diag, if several_lines { complaint.hint("quote") } else { complaint });
            continue;
        }
        if records.has_mark() {
            lint_quotes(diag, capped, &row, header);
        }
        sink.row(diag, capped, &row);
    }
    if header.is_none() {
        diag.push(Diagnostic::new(Code::NO_HEADER, Place::file(file)));
    }
    Ok(())
}

fn looks_like_total(row: &Row<'_>, first: &[u8]) -> bool {
    let starts = matches!(first[0].to_ascii_lowercase(), b't' | b'g' | b'a' | b'y');
    starts && first.len() <= 16 && is_total(&row.encoding.decode(first).0)
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

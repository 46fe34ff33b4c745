//! The records of a delimited stream, cut into cells where they lie: a record without quotations is never copied. Knows
//! lines, quotations and nothing else. Not a judge: whoever reads the records says what is wrong with them.
//!
//! What counts as a cell is what the `csv` crate says it is (held against it in the tests); this cutter exists because it
//! looks at eight bytes at once, leaves cells in the block they were read into, and knows the line of everything.

use std::io::{self, Read};

use super::stream::{BLOCK, Blocks};

/// A record longer than this is damage (an unclosed quotation, a file that is no table): 16 MiB.
pub(super) const LONGEST_RECORD: usize = 16 << 20;

/// Where a cell lies in the text of its record, from byte to byte, without the white space around it.
pub(super) type Span = (u32, u32);

/// What came next in a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// A record that begins in `line`.
    Record { line: u32, several_lines: bool },
    /// A record that begins in `line` and contains a quotation that never closes.
    Unclosed { line: u32 },
    /// A record that begins in `line` and is longer than [`LONGEST_RECORD`].
    TooLong { line: u32 },
    /// Nothing.
    End,
}

/// A reader of records (kayıt okuyucu).
pub(super) struct Records<R> {
    blocks: Blocks<R>,
    delimiter: u8,
    block: usize,
    held: Vec<u8>,
    at: usize,
    ended: bool,
    /// The line of the byte at `at`, from 1.
    line: u64,
    nul_line: Option<u64>,
    cells: Vec<Span>,
    /// The text of a record with quotations, without them.
    unquoted: Vec<u8>,
    /// Where the text of the current record lies in `held`; `None` when it is `unquoted`.
    plain: Option<(usize, usize)>,
    has_mark: bool,
}

/// What came of an attempt to cut the bytes held.
enum Cut {
    /// A record; `next` begins behind it.
    Done { next: usize, inner_lines: u64 },
    /// The bytes of the file end within a quotation.
    Unclosed,
    /// The bytes held end before the record does.
    Short,
}

impl<R: Read> Records<R> {
    /// The records of `blocks` between delimiters and line ends of any make.
    pub(super) fn new(blocks: Blocks<R>, delimiter: u8) -> Self {
        Records::in_blocks_of(BLOCK, blocks, delimiter)
    }

    fn in_blocks_of(block: usize, blocks: Blocks<R>, delimiter: u8) -> Self {
        Records {
            blocks,
            delimiter,
            block,
            held: Vec::new(),
            at: 0,
            ended: false,
            line: 1,
            nul_line: None,
            cells: Vec::new(),
            unquoted: Vec::new(),
            plain: None,
            has_mark: false,
        }
    }

    /// The text of the current record and where its cells lie in it.
    #[inline]
    pub(super) fn record(&self) -> (&[u8], &[Span]) {
        let text = self.plain.map_or(&self.unquoted[..], |(from, to)| &self.held[from..to]);
        (text, &self.cells)
    }

    /// True when a cell of the current record contains a quotation mark.
    pub(super) fn has_mark(&self) -> bool {
        self.has_mark
    }

    /// The line of the first NUL byte so far.
    pub(super) fn nul_line(&self) -> Option<u32> {
        self.nul_line.map(clip)
    }

    /// Passes over a line, whatever is in it.
    pub(super) fn skip_line(&mut self) -> io::Result<()> {
        loop {
            let text = &self.held[self.at..];
            let end = text.iter().position(|b| matches!(b, b'\n' | b'\r'));
            if let Some(end) = end
                && let Some(length) = line_end(&text[end..], self.ended)
            {
                self.note_nul(self.at..self.at + end, self.line);
                self.at += end + length;
                self.line += 1;
                return Ok(());
            }
            if self.ended {
                self.at = self.held.len();
                return Ok(());
            }
            self.more()?;
        }
    }

    /// Cuts the next record. Blank lines are no records.
    pub(super) fn next(&mut self) -> io::Result<Next> {
        loop {
            match line_end(&self.held[self.at..], self.ended) {
                Some(0) => {}
                Some(length) => {
                    self.at += length;
                    self.line += 1;
                    continue;
                }
                None => {
                    self.more()?;
                    continue;
                }
            }
            if self.at == self.held.len() && self.ended {
                return Ok(Next::End);
            }
            let line = clip(self.line);
            let cut = match self.cut_plain() {
                Some(cut) => cut,
                None => self.cut_quoted(),
            };
            match cut {
                Cut::Done { next, inner_lines } => {
                    self.at += next;
                    // The last record may lack its line end; nobody asks for a line behind it.
                    self.line += 1 + inner_lines;
                    return Ok(Next::Record { line, several_lines: inner_lines > 0 });
                }
                Cut::Unclosed => {
                    self.at = self.held.len();
                    return Ok(Next::Unclosed { line });
                }
                Cut::Short if self.held.len() - self.at > LONGEST_RECORD => return Ok(Next::TooLong { line }),
                Cut::Short => self.more()?,
            }
        }
    }

    /// Reads on, as much again as is held, so that a long record is not looked at too often.
    fn more(&mut self) -> io::Result<()> {
        self.held.drain(..self.at);
        self.at = 0;
        let wanted = self.block.max(self.held.len());
        self.ended = !self.blocks.append(&mut self.held, wanted)?;
        Ok(())
    }

    fn note_nul(&mut self, range: std::ops::Range<usize>, line: u64) {
        if self.nul_line.is_none() && self.held[range].contains(&0) {
            self.nul_line = Some(line);
        }
    }

    /// Cuts a record; `None` when one of its cells begins with a quotation mark.
    #[inline]
    fn cut_plain(&mut self) -> Option<Cut> {
        self.cells.clear();
        self.has_mark = false;
        let text = &self.held[self.at..];
        let signs = Signs::new(self.delimiter);
        let (mut begin, mut nul) = (0, false);
        for (number, word) in text.chunks(8).enumerate() {
            let mut hits = match word.first_chunk::<8>() {
                Some(word) => signs.within(u64::from_le_bytes(*word)),
                // Fewer than eight bytes are left: each is looked at.
                None => u64::MAX >> (64 - 8 * word.len()) & EACH * 0x80,
            };
            while hits != 0 {
                let at = number * 8 + (hits.trailing_zeros() / 8) as usize;
                hits &= hits - 1;
                let sign = text[at];
                if sign == self.delimiter {
                    self.cells.push(trimmed(text, begin, at));
                    begin = at + 1;
                    continue;
                }
                match sign {
                    b'\n' | b'\r' => {
                        let Some(length) = line_end(&text[at..], self.ended) else { return Some(Cut::Short) };
                        self.cells.push(trimmed(text, begin, at));
                        self.plain = Some((self.at, self.at + at));
                        if nul {
                            self.nul_line.get_or_insert(self.line);
                        }
                        return Some(Cut::Done { next: at + length, inner_lines: 0 });
                    }
                    b'"' if at == begin => return None,
                    b'"' => self.has_mark = true,
                    0 => nul = true,
                    _ => {}
                }
            }
        }
        if !self.ended {
            return Some(Cut::Short);
        }
        self.cells.push(trimmed(text, begin, text.len()));
        self.plain = Some((self.at, self.held.len()));
        if nul {
            self.nul_line.get_or_insert(self.line);
        }
        Some(Cut::Done { next: text.len(), inner_lines: 0 })
    }

    /// Cuts any record, byte by byte.
    fn cut_quoted(&mut self) -> Cut {
        self.cells.clear();
        self.unquoted.clear();
        self.plain = None;
        let text = &self.held[self.at..];
        let (mut at, mut inner_lines, mut nul_line) = (0, 0, None);
        let cut = loop {
            let begin = self.unquoted.len();
            if text.get(at) == Some(&b'"') {
                at += 1;
                let closed = loop {
                    match text[at..] {
                        [] => break false,
                        [b'"', b'"', ..] => {
                            self.unquoted.push(b'"');
                            at += 2;
                        }
                        [b'"'] if !self.ended => break false,
                        [b'"', ..] => {
                            at += 1;
                            break true;
                        }
                        [b'\n' | b'\r', ..] => {
                            let Some(length) = line_end(&text[at..], self.ended) else { break false };
                            self.unquoted.push(b'\n');
                            at += length;
                            inner_lines += 1;
                        }
                        [byte, ..] => {
                            if byte == 0 {
                                nul_line.get_or_insert(self.line + inner_lines);
                            }
                            self.unquoted.push(byte);
                            at += 1;
                        }
                    }
                };
                if !closed {
                    self.cells.push(trimmed(&self.unquoted, begin, self.unquoted.len()));
                    break if self.ended { Cut::Unclosed } else { Cut::Short };
                }
            }
            // Behind a quotation everything up to the next delimiter still belongs to the cell.
            let end = text[at..].iter().position(|b| *b == self.delimiter || matches!(b, b'\n' | b'\r'));
            let rest = &text[at..end.map_or(text.len(), |end| at + end)];
            if rest.contains(&0) {
                nul_line.get_or_insert(self.line + inner_lines);
            }
            self.unquoted.extend_from_slice(rest);
            at += rest.len();
            if end.is_none() && !self.ended {
                break Cut::Short;
            }
            self.cells.push(trimmed(&self.unquoted, begin, self.unquoted.len()));
            if end.is_some() && text[at] == self.delimiter {
                at += 1;
                continue;
            }
            match line_end(&text[at..], self.ended) {
                Some(length) => break Cut::Done { next: at + length, inner_lines },
                None => break Cut::Short,
            }
        };
        self.has_mark = self.unquoted.contains(&b'"');
        if let (Some(line), false) = (nul_line, matches!(cut, Cut::Short)) {
            self.nul_line.get_or_insert(line);
        }
        cut
    }
}

/// The length of the line end `text` begins with, 0 when it begins with none; `None` when more bytes must tell.
#[inline]
fn line_end(text: &[u8], ended: bool) -> Option<usize> {
    match text {
        [b'\r', b'\n', ..] => Some(2),
        [b'\r'] if !ended => None,
        [b'\r' | b'\n', ..] => Some(1),
        [] if !ended => None,
        _ => Some(0),
    }
}

/// The cell from `begin` to `end` without white space around it.
#[inline]
fn trimmed(text: &[u8], mut begin: usize, mut end: usize) -> Span {
    while begin < end && text[begin].is_ascii_whitespace() {
        begin += 1;
    }
    while begin < end && text[end - 1].is_ascii_whitespace() {
        end -= 1;
    }
    (begin as u32, end as u32)
}

const EACH: u64 = 0x0101_0101_0101_0101;

/// Finds the bytes that mean something, eight at a time: the delimiter, quotation marks, and everything below 14, which
/// is line ends and NUL. Sets the highest bit of each such byte, now and then also that of a byte above one: who asks
/// looks at the byte itself (Mycroft's test for a zero byte).
#[derive(Clone, Copy)]
struct Signs {
    delimiter: u64,
}

impl Signs {
    fn new(delimiter: u8) -> Signs {
        Signs { delimiter: EACH * u64::from(delimiter) }
    }

    #[inline]
    fn within(self, word: u64) -> u64 {
        let below = |word: u64, limit: u64| word.wrapping_sub(EACH * limit) & !word;
        let delimiters = below(word ^ self.delimiter, 1);
        let marks = below(word ^ (EACH * u64::from(b'"')), 1);
        (below(word, 14) | delimiters | marks) & (EACH * 0x80)
    }
}

/// One text of several cells, and where they lie in it.
pub(super) fn joined(cells: &[String]) -> (Vec<u8>, Vec<Span>) {
    let mut text = Vec::with_capacity(cells.iter().map(String::len).sum());
    let mut spans = Vec::with_capacity(cells.len());
    for cell in cells {
        let begin = text.len();
        text.extend_from_slice(cell.as_bytes());
        spans.push(trimmed(&text, begin, text.len()));
    }
    (text, spans)
}

fn clip(line: u64) -> u32 {
    u32::try_from(line).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::encoding::Encoding;
    use proptest::prelude::*;

    /// A record: its line, whether it has several, its cells.
    type Found = (u32, bool, Vec<Vec<u8>>);

    /// All records, how the file ended, and the line of the first NUL.
    fn cut(text: &[u8], block: usize) -> (Vec<Found>, Next, Option<u32>) {
        let mut records = Records::in_blocks_of(block, Blocks::new(text, Encoding::Utf8), b';');
        let mut all = Vec::new();
        loop {
            match records.next().expect("memory is readable") {
                Next::Record { line, several_lines } => {
                    let (text, cells) = records.record();
                    let cells = cells.iter().map(|(from, to)| text[*from as usize..*to as usize].to_vec()).collect();
                    all.push((line, several_lines, cells));
                }
                last => return (all, last, records.nul_line()),
            }
        }
    }

    fn lines(text: &[u8]) -> Vec<u32> {
        cut(text, BLOCK).0.into_iter().map(|(line, ..)| line).collect()
    }

    #[test]
    fn every_make_of_line_end_counts_once_and_blank_lines_are_no_records() {
        assert_eq!(lines(b"a\r\nb\rc\n\n\r\n\rd"), [1, 2, 3, 7]);
        assert_eq!(lines(b"\"a\r\nb\rc\nd\";x\ne\n"), [1, 5]);
        assert_eq!(cut(b"\"a\r\nb\r\"", BLOCK).0, [(1, true, vec![b"a\nb".to_vec()])]);
    }

    #[test]
    fn the_first_nul_is_remembered_with_its_line() {
        assert_eq!(cut(b"a\nb\0\nc\0", BLOCK).2, Some(2));
        assert_eq!(cut(b"a\n\"b\nc\0\";d", BLOCK).2, Some(3));
    }

    #[test]
    fn a_quotation_that_never_closes_is_known_by_the_line_of_its_record() {
        assert_eq!(cut(b"a\n\nb;\"c\nd", BLOCK).1, Next::Unclosed { line: 3 });
    }

    #[test]
    fn a_record_without_end_runs_into_the_limit() {
        let mut records = Records::new(Blocks::new(io::repeat(b'x'), Encoding::Utf8), b';');
        assert_eq!(records.next().expect("memory is readable"), Next::TooLong { line: 1 });
    }

    const TEXTS: &str = "([ab;;;\"\n\r\u{b}\t\0İ ]|\r\n|abcdefgh){0,40}";

    proptest! {
        #[test]
        fn the_cells_are_those_the_csv_crate_finds(text in TEXTS) {
            let (found, end, _) = cut(text.as_bytes(), BLOCK);
            prop_assume!(end == Next::End);
            let unified = text.replace("\r\n", "\n").replace('\r', "\n");
            let mut reader = csv::ReaderBuilder::new();
            reader.has_headers(false).flexible(true).delimiter(b';').terminator(csv::Terminator::Any(b'\n'));
            let records = reader.from_reader(unified.as_bytes()).into_byte_records();
            let expected: Vec<Vec<Vec<u8>>> = records
                .map(|record| record.expect("memory is readable").iter().map(|cell| cell.trim_ascii().to_vec()).collect())
                .collect();
            prop_assert_eq!(found.into_iter().map(|(.., cells)| cells).collect::<Vec<_>>(), expected);
        }

        #[test]
        fn where_the_blocks_end_makes_no_difference(text in TEXTS, block in 1_usize..9) {
            prop_assert_eq!(cut(text.as_bytes(), block), cut(text.as_bytes(), BLOCK));
        }
    }
}

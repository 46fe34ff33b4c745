//! The bytes of a data file as the tokeniser wants them: every line ends with one line feed, UTF-16 has become UTF-8,
//! and a record that never ends runs into a limit instead of into memory. Not a tokeniser.

use std::cell::Cell;
use std::io::{self, Read};
use std::ops::Range;
use std::rc::Rc;

use scan::{count_newlines, find, nul_or_quote};

use super::encoding::Encoding;

/// A record longer than this is damage (an unclosed quotation, a file that is no table): 16 MiB.
pub const LONGEST_RECORD: u64 = 16 << 20;

/// What is put behind the last line: if it comes back within a cell, that cell's quotation was never closed.
pub const END_MARK: &[u8] = b"\n\x04\n";

const BLOCK: usize = 256 << 10;

/// Counters shared between the stream and the reader of records.
#[derive(Default)]
pub struct Progress {
    /// Bytes given out so far.
    pub given: Cell<u64>,
    /// Where the last complete record ended.
    pub record_end: Cell<u64>,
    /// The line of the first NUL byte, from 1; 0 when there was none.
    pub nul_line: Cell<u64>,
    /// Whether there was a quotation mark.
    pub quoted: Cell<bool>,
    /// The line in which the file ends within a letter, from 1; 0 when it does not.
    pub cut_line: Cell<u64>,
}

/// The stream (akış).
pub struct Lines<R> {
    source: R,
    decoder: Option<encoding_rs::Decoder>,
    /// What was read and is not decoded yet; empty where nothing needs decoding.
    raw: Vec<u8>,
    block: Vec<u8>,
    /// What of the block is not given out yet.
    rest: Range<usize>,
    /// The last byte read was a carriage return: a line feed after it is of the same line end.
    after_return: bool,
    lines: u64,
    /// What the bytes that were read last may leave of a letter.
    tail: Tail,
    ended: bool,
    progress: Rc<Progress>,
}

impl<R: Read> Lines<R> {
    /// A stream over `source`, which begins after the byte order mark.
    pub fn new(source: R, encoding: Encoding, progress: Rc<Progress>) -> Self {
        let decoder = encoding.streaming();
        let raw = if decoder.is_some() { vec![0; BLOCK] } else { Vec::new() };
        let (block, tail) = (Vec::new(), Tail::of(encoding));
        Lines { source, decoder, raw, block, rest: 0..0, after_return: false, lines: 1, tail, ended: false, progress }
    }

    fn fill(&mut self) -> io::Result<()> {
        let read = match &mut self.decoder {
            None => {
                self.block.resize(BLOCK, 0);
                let read = patient(&mut self.source, &mut self.block)?;
                self.tail.take(&self.block[..read]);
                self.rest = 0..read;
                read
            }
            Some(decoder) => {
                let read = patient(&mut self.source, &mut self.raw)?;
                self.tail.take(&self.raw[..read]);
                self.block.clear();
                decode(decoder, &self.raw[..read], read == 0, &mut self.block);
                self.rest = 0..self.block.len();
                read
            }
        };
        if read == 0 {
            self.ended = true;
            self.progress.cut_line.set(if self.tail.is_cut() { self.lines } else { 0 });
            // The line end of the mark is its own.
            self.after_return = false;
            self.block.truncate(self.rest.end);
            self.block.extend_from_slice(END_MARK);
            self.rest.end = self.block.len();
        }
        Ok(())
    }

    /// Copies what fits into `out`. `\r\n` and a lone `\r` become `\n`, also across two blocks.
    fn copy(&mut self, out: &mut [u8]) -> usize {
        let (mut from, mut to) = (&self.block[self.rest.clone()], 0);
        if std::mem::take(&mut self.after_return) && from.first() == Some(&b'\n') {
            from = &from[1..];
        }
        while !from.is_empty() && to < out.len() {
            let fits = from.len().min(out.len() - to);
            let end = find(b'\r', &from[..fits]);
            let length = end.unwrap_or(fits);
            out[to..to + length].copy_from_slice(&from[..length]);
            to += length;
            from = &from[length..];
            if end.is_some() {
                out[to] = b'\n';
                to += 1;
                self.after_return = from.len() == 1;
                from = from.strip_prefix(b"\r\n").unwrap_or(&from[1..]);
            }
        }
        self.rest.start = self.rest.end - from.len();
        to
    }

    /// Notes what is remarkable in the bytes that are given out.
    fn look_at(&mut self, given: &[u8]) {
        let progress = &self.progress;
        progress.given.set(progress.given.get() + given.len() as u64);
        let (nul, quote) = nul_or_quote(given);
        progress.quoted.set(progress.quoted.get() || quote);
        if progress.nul_line.get() == 0 {
            let before = if nul { find(0, given).unwrap_or(given.len()) } else { given.len() };
            self.lines += count_newlines(&given[..before]);
            progress.nul_line.set(if nul { self.lines } else { 0 });
        }
    }
}

impl<R: Read> Read for Lines<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.progress.given.get() > self.progress.record_end.get() + LONGEST_RECORD {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, "a record does not end"));
        }
        let mut given = 0;
        // A block may be nothing but the second half of a line end.
        while given == 0 && !out.is_empty() {
            if self.rest.is_empty() {
                if self.ended {
                    break;
                }
                self.fill()?;
            }
            given = self.copy(out);
        }
        self.look_at(&out[..given]);
        Ok(given)
    }
}

/// Whether the bytes of a file so far end within a letter.
enum Tail {
    /// The last bytes of UTF-8, as many as a letter has at most.
    Utf8(Vec<u8>),
    /// Whether the number of bytes of UTF-16 is odd.
    Utf16(bool),
    /// Every byte is a letter.
    Bytes,
}

impl Tail {
    fn of(encoding: Encoding) -> Tail {
        match encoding {
            Encoding::Utf8 => Tail::Utf8(Vec::new()),
            Encoding::Utf16Le | Encoding::Utf16Be => Tail::Utf16(false),
            Encoding::Windows1254 | Encoding::Cp857 => Tail::Bytes,
        }
    }

    fn take(&mut self, read: &[u8]) {
        match self {
            Tail::Utf8(last) => {
                last.extend_from_slice(&read[read.len().saturating_sub(4)..]);
                last.drain(..last.len().saturating_sub(4));
            }
            Tail::Utf16(odd) => *odd ^= read.len() % 2 == 1,
            Tail::Bytes => {}
        }
    }

    fn is_cut(&self) -> bool {
        let begins = |bytes: &[u8]| std::str::from_utf8(bytes).is_err_and(|e| e.valid_up_to() == 0 && e.error_len().is_none());
        match self {
            Tail::Utf8(last) => (0..last.len()).any(|at| begins(&last[at..])),
            Tail::Utf16(odd) => *odd,
            Tail::Bytes => false,
        }
    }
}

/// Reads what there is, however often it is interrupted.
fn patient(source: &mut impl Read, out: &mut [u8]) -> io::Result<usize> {
    loop {
        match source.read(out) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}

fn decode(decoder: &mut encoding_rs::Decoder, mut raw: &[u8], last: bool, out: &mut Vec<u8>) {
    let mut space = [0; 4096];
    loop {
        let (result, read, written, _) = decoder.decode_to_utf8(raw, &mut space, last);
        out.extend_from_slice(&space[..written]);
        raw = &raw[read..];
        if result == encoding_rs::CoderResult::InputEmpty {
            return;
        }
    }
}

/// Searches over bytes that the compiler turns into vector instructions.
mod scan {
    const STEP: usize = 64;

    pub(super) fn find(byte: u8, block: &[u8]) -> Option<usize> {
        // No early exit within a step, so that it is compared as a whole.
        let is_in = |chunk: &[u8]| chunk.iter().fold(false, |found, b| found | (*b == byte));
        let mut at = 0;
        for chunk in block.chunks(STEP) {
            if is_in(chunk) {
                let quarter = chunk.chunks(STEP / 4).position(is_in)? * (STEP / 4);
                return chunk[quarter..].iter().position(|b| *b == byte).map(|i| at + quarter + i);
            }
            at += chunk.len();
        }
        None
    }

    /// Whether there is a NUL, and whether there is a quotation mark.
    pub(super) fn nul_or_quote(block: &[u8]) -> (bool, bool) {
        block.iter().fold((false, false), |(nul, quote), b| (nul | (*b == 0), quote | (*b == b'"')))
    }

    pub(super) fn count_newlines(block: &[u8]) -> u64 {
        block.chunks(255).map(|chunk| u64::from(chunk.iter().fold(0_u8, |n, b| n + u8::from(*b == b'\n')))).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8], encoding: Encoding) -> Vec<u8> {
        let mut out = Vec::new();
        Lines::new(bytes, encoding, Rc::default()).read_to_end(&mut out).expect("memory is readable");
        out
    }

    #[test]
    fn all_line_ends_become_one_and_the_end_is_marked() {
        assert_eq!(all(b"a\r\nb\rc\n", Encoding::Utf8), b"a\nb\nc\n\n\x04\n");
        assert_eq!(all(b"a\0\x5e\x01", Encoding::Utf16Le), b"a\xC5\x9E\n\x04\n");
        assert_eq!(all(b"a\r", Encoding::Utf8), b"a\n\n\x04\n");
        assert_eq!(all(b"\r\r\n\n", Encoding::Utf8), b"\n\n\n\n\x04\n");
    }

    /// Gives one byte at a time.
    struct Drop<'b>(&'b [u8]);

    impl Read for Drop<'_> {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            self.0.read(&mut out[..1])
        }
    }

    #[test]
    fn line_ends_are_one_wherever_blocks_and_readers_part_them() {
        let text = b"a\r\nb\rc\n\r\n\r\r\nd\r";
        let whole = all(text, Encoding::Utf8);
        assert_eq!(whole, b"a\nb\nc\n\n\n\nd\n\n\x04\n");
        let (mut parted, mut byte) = (Lines::new(Drop(text), Encoding::Utf8, Rc::default()), [0]);
        let mut given = Vec::new();
        while parted.read(&mut byte).expect("memory is readable") == 1 {
            given.push(byte[0]);
        }
        assert_eq!(given, whole);
    }

    #[test]
    fn the_first_nul_is_remembered_with_its_line() {
        let progress = Rc::new(Progress::default());
        let mut out = Vec::new();
        Lines::new(&b"a\nb\0\nc\0"[..], Encoding::Utf8, Rc::clone(&progress)).read_to_end(&mut out).expect("memory is readable");
        assert_eq!(progress.nul_line.get(), 2);
    }

    #[test]
    fn a_file_that_ends_within_a_letter_is_noticed_wherever_blocks_part_it() {
        let cut = |bytes: &[u8], encoding| {
            let progress = Rc::new(Progress::default());
            let mut stream = Lines::new(Drop(bytes), encoding, Rc::clone(&progress));
            let mut byte = [0];
            while stream.read(&mut byte).expect("memory is readable") == 1 {}
            progress.cut_line.get()
        };
        assert_eq!(cut("a\nış".as_bytes(), Encoding::Utf8), 0);
        assert_eq!(cut(&"a\nış".as_bytes()[..5], Encoding::Utf8), 2);
        assert_eq!(cut("€".as_bytes().split_last().expect("is long").1, Encoding::Utf8), 1);
        assert_eq!(cut(b"a\xFD", Encoding::Utf8), 0, "damage of another kind");
        assert_eq!(cut(b"a\0\n\0b", Encoding::Utf16Le), 2);
        assert_eq!(cut(b"a\0\n\0", Encoding::Utf16Le), 0);
        assert_eq!(cut(b"Zab\xC4", Encoding::Windows1254), 0);
    }

    #[test]
    fn a_record_without_end_runs_into_the_limit() {
        let mut stream = Lines::new(io::repeat(b'x'), Encoding::Utf8, Rc::default());
        let error = io::copy(&mut stream, &mut io::sink()).expect_err("the limit is reached");
        assert_eq!(error.kind(), io::ErrorKind::FileTooLarge);
    }
}

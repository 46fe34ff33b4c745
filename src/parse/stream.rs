//! The bytes of a data file as the tokeniser wants them: every line ends with one line feed, UTF-16 has become UTF-8,
//! and a record that never ends runs into a limit instead of into memory. Not a tokeniser.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

use scan::{count_newlines, find};

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
}

/// The stream (akış).
pub struct Lines<R> {
    source: R,
    decoder: Option<encoding_rs::Decoder>,
    raw: Vec<u8>,
    block: Vec<u8>,
    at: usize,
    pending_return: bool,
    lines: u64,
    ended: bool,
    progress: Rc<Progress>,
}

impl<R: Read> Lines<R> {
    /// A stream over `source`, which begins after the byte order mark.
    pub fn new(source: R, encoding: Encoding, progress: Rc<Progress>) -> Self {
        let decoder = encoding.streaming();
        let (raw, block) = (vec![0; BLOCK], Vec::new());
        Lines { source, decoder, raw, block, at: 0, pending_return: false, lines: 1, ended: false, progress }
    }

    fn fill(&mut self) -> io::Result<()> {
        self.at = 0;
        self.block.clear();
        while self.block.is_empty() && !self.ended {
            let read = match self.source.read(&mut self.raw) {
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            self.ended = read == 0;
            match &mut self.decoder {
                None => self.block.extend_from_slice(&self.raw[..read]),
                Some(decoder) => decode(decoder, &self.raw[..read], self.ended, &mut self.block),
            }
            self.unify_line_ends();
            if self.ended {
                self.block.extend_from_slice(END_MARK);
            }
        }
        if self.progress.nul_line.get() == 0
            && let Some(at) = find(0, &self.block)
        {
            self.progress.nul_line.set(self.lines + count_newlines(&self.block[..at]));
        }
        if self.progress.nul_line.get() == 0 {
            self.lines += count_newlines(&self.block);
        }
        Ok(())
    }

    /// `\r\n` and a lone `\r` become `\n`, also across two blocks.
    fn unify_line_ends(&mut self) {
        if self.pending_return && !self.block.is_empty() {
            self.pending_return = false;
            if self.block[0] == b'\n' {
                self.block.remove(0);
            }
        }
        let Some(mut from) = find(b'\r', &self.block) else { return };
        let mut to = from;
        while from < self.block.len() {
            from += 1;
            if self.block.get(from) == Some(&b'\n') {
                from += 1;
            } else if from == self.block.len() {
                self.pending_return = true;
            }
            self.block[to] = b'\n';
            to += 1;
            // The rest of the line moves as a whole.
            let next = find(b'\r', &self.block[from..]).map_or(self.block.len(), |length| from + length);
            self.block.copy_within(from..next, to);
            to += next - from;
            from = next;
        }
        self.block.truncate(to);
    }
}

impl<R: Read> Read for Lines<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.progress.given.get() > self.progress.record_end.get() + LONGEST_RECORD {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, "a record does not end"));
        }
        if self.at == self.block.len() {
            self.fill()?;
        }
        let length = out.len().min(self.block.len() - self.at);
        out[..length].copy_from_slice(&self.block[self.at..self.at + length]);
        self.at += length;
        self.progress.given.set(self.progress.given.get() + length as u64);
        Ok(length)
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
    pub(super) fn find(byte: u8, block: &[u8]) -> Option<usize> {
        const STEP: usize = 64;
        let mut at = 0;
        for chunk in block.chunks(STEP) {
            // No early exit within a step, so that it is compared as a whole.
            if chunk.iter().fold(false, |found, b| found | (*b == byte)) {
                return chunk.iter().position(|b| *b == byte).map(|i| at + i);
            }
            at += chunk.len();
        }
        None
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
    }

    #[test]
    fn the_first_nul_is_remembered_with_its_line() {
        let progress = Rc::new(Progress::default());
        let mut out = Vec::new();
        Lines::new(&b"a\nb\0\nc\0"[..], Encoding::Utf8, Rc::clone(&progress)).read_to_end(&mut out).expect("memory is readable");
        assert_eq!(progress.nul_line.get(), 2);
    }

    #[test]
    fn a_record_without_end_runs_into_the_limit() {
        let mut stream = Lines::new(io::repeat(b'x'), Encoding::Utf8, Rc::default());
        let error = io::copy(&mut stream, &mut io::sink()).expect_err("the limit is reached");
        assert_eq!(error.kind(), io::ErrorKind::FileTooLarge);
    }
}

//! The bytes of a data file, block by block: what a record needs is held in memory, and no more. UTF-16 becomes UTF-8 on
//! the way; the others pass as they are. Not a tokeniser, and nothing is decoded that nobody asks for.

use std::io::{self, Read};

use super::encoding::Encoding;

/// So many bytes are read at once: a part of what the caches of a processor hold.
pub(super) const BLOCK: usize = 256 << 10;

/// A source of blocks (akış).
pub(super) struct Blocks<R> {
    source: R,
    decoder: Option<encoding_rs::Decoder>,
    raw: Vec<u8>,
}

impl<R: Read> Blocks<R> {
    /// Blocks of `source`, which begins after the byte order mark.
    pub(super) fn new(source: R, encoding: Encoding) -> Self {
        Blocks { source, decoder: encoding.streaming(), raw: Vec::new() }
    }

    /// Puts about `wanted` further bytes behind those in `out`; `false` when these were the last.
    pub(super) fn append(&mut self, out: &mut Vec<u8>, wanted: usize) -> io::Result<bool> {
        let mut part = self.source.by_ref().take(wanted as u64);
        let Some(decoder) = &mut self.decoder else { return Ok(part.read_to_end(out)? > 0) };
        self.raw.clear();
        let goes_on = part.read_to_end(&mut self.raw)? > 0;
        decode(decoder, &self.raw, !goes_on, out);
        Ok(goes_on)
    }

    /// All bytes up to the end.
    pub(super) fn all(mut self) -> io::Result<Vec<u8>> {
        let mut out = Vec::new();
        while self.append(&mut out, BLOCK)? {}
        Ok(out)
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

/// A reader without the first bytes of another.
pub(super) struct Skip<R> {
    rest: usize,
    inner: R,
}

impl<R> Skip<R> {
    /// `inner` without its first `bytes`.
    pub(super) fn new(bytes: usize, inner: R) -> Self {
        Skip { rest: bytes, inner }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf_16_becomes_utf_8_also_where_a_block_cuts_a_letter() {
        let bytes = b"a\0\x5e\x01b\0";
        let mut blocks = Blocks::new(&bytes[..], Encoding::Utf16Le);
        let mut out = Vec::new();
        while blocks.append(&mut out, 3).expect("memory is readable") {}
        assert_eq!(out, "aŞb".as_bytes());
    }

    #[test]
    fn other_bytes_pass_as_they_are_and_a_mark_can_be_skipped() {
        let bytes = b"\xEF\xBB\xBFa\r\n\xFD";
        assert_eq!(Blocks::new(Skip::new(3, &bytes[..]), Encoding::Windows1254).all().expect("memory is readable"), b"a\r\n\xFD");
    }
}

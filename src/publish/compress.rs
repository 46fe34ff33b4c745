//! The compressed sisters of text files: `index.html.br` (RFC 7932) and `index.html.gz` (RFC 1952) beside `index.html`, for
//! servers that send what lies there instead of compressing at every request. The same bytes for the same text: no time and no
//! name in the file.

use std::io::Write;

use flate2::{Compression, GzBuilder};

/// Smaller files fit into one packet anyway.
const SMALLEST: usize = 1_000;

/// Text, by the ending of its name.
const TEXTS: &[&str] = &["html", "css", "js", "json", "jsonld", "xml", "svg", "txt", "csv", "ics", "md", "yaml", "webmanifest"];

/// Of 11. Above it brotli looks for ever longer for the last percent.
const BROTLI_QUALITY: i32 = 5;

/// Of 9.
const GZIP_LEVEL: u32 = 6;

/// How a sister is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coding {
    Brotli,
    Gzip,
}

impl Coding {
    /// Both.
    pub(super) const ALL: [Coding; 2] = [Coding::Brotli, Coding::Gzip];

    /// The name of the sister of the file at `path`.
    pub(super) fn sister(self, path: &str) -> String {
        match self {
            Coding::Brotli => format!("{path}.br"),
            Coding::Gzip => format!("{path}.gz"),
        }
    }

    /// `bytes`, compressed; `None` where that saves nothing.
    pub(super) fn pack(self, bytes: &[u8]) -> Option<Vec<u8>> {
        let packed = match self {
            Coding::Brotli => brotli(bytes),
            Coding::Gzip => gzip(bytes),
        };
        (packed.len() < bytes.len()).then_some(packed)
    }
}

/// True for a file worth compressing.
pub(super) fn is_text(path: &str, bytes: &[u8]) -> bool {
    bytes.len() >= SMALLEST && path.rsplit_once('.').is_some_and(|(_, ending)| TEXTS.contains(&ending))
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        size_hint: bytes.len(),
        ..brotli::enc::BrotliEncoderParams::default()
    };
    let mut out = Vec::with_capacity(bytes.len() / 4);
    brotli::BrotliCompress(&mut &*bytes, &mut out, &params).expect("writing into memory cannot fail");
    out
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let out = Vec::with_capacity(bytes.len() / 4);
    let mut encoder = GzBuilder::new().mtime(0).write(out, Compression::new(GZIP_LEVEL));
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("writing into memory cannot fail")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_is_packed_can_be_read_again_and_is_always_the_same() {
        let page = "<p>Çaycuma’da yarın su kesintisi olacak.</p>\n".repeat(100).into_bytes();
        let mut read = Vec::new();
        brotli::BrotliDecompress(&mut &*Coding::Brotli.pack(&page).unwrap(), &mut read).unwrap();
        assert_eq!(read, page);
        let gz = Coding::Gzip.pack(&page).unwrap();
        read.clear();
        flate2::read::GzDecoder::new(&*gz).read_to_end(&mut read).unwrap();
        assert_eq!(read, page);
        assert_eq!(gz[4..8], [0; 4], "no time in the file");
        assert_eq!(Coding::Gzip.pack(&page), Some(gz));
    }

    #[test]
    fn only_text_of_some_length_is_packed() {
        assert!(is_text("a/index.html", &[b' '; 2000]));
        assert!(!is_text("a/index.html", b"kisa"));
        assert!(!is_text("a/resim.jpg", &[b' '; 2000]));
        assert_eq!(Coding::Gzip.pack(b"x"), None);
    }
}

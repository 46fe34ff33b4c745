//! Looks for a word in a finished file in every form it could have come in: as it is, folded, percent-encoded, as
//! entities, as escapes of scripts and JSON, in base64, in UTF-16; in the parts of a workbook and in the text of a PDF.
//! Not a redactor, and not `tellal audit`, which looks for kinds of numbers in place of known words.

use std::io::{Cursor, Read};
use std::process::{Command, Stdio};

use tellal::turkish::fold;

/// The files of a tree, taken apart once and asked many times.
pub struct Files(Vec<(String, Vec<Vec<u8>>)>);

impl Files {
    /// Takes `files` (path and bytes) apart.
    pub fn new<'f>(files: impl Iterator<Item = (&'f str, &'f [u8])>) -> Files {
        Files(files.map(|(path, bytes)| (path.to_owned(), faces(path, bytes))).collect())
    }

    /// The paths of the files in which `word` stands in any form.
    pub fn with(&self, word: &str) -> Vec<&str> {
        let forms = forms(word);
        let holds = |face: &Vec<u8>| forms.iter().any(|form| contains(face, form));
        self.0
            .iter()
            .filter(|(path, faces)| contains(path.as_bytes(), fold(word).as_bytes()) || faces.iter().any(holds))
            .map(|(path, _)| path.as_str())
            .collect()
    }
}

/// What a file says, in every way it can be read.
fn faces(path: &str, bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut raw = vec![bytes.to_vec()];
    raw.extend(parts(bytes));
    if path.ends_with(".pdf") {
        raw.extend(pdf_text(bytes));
    }
    let mut faces = Vec::new();
    for bytes in raw {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        for decoded in [percent_decoded(&text), entities_decoded(&text), escapes_decoded(&text)] {
            faces.push(fold(&decoded).into_bytes());
        }
        faces.push(fold(&text).into_bytes());
        faces.push(bytes);
    }
    faces
}

/// The bytes that would betray a word: itself, folded, in base64 at every offset, in UTF-16.
fn forms(word: &str) -> Vec<Vec<u8>> {
    let mut forms = vec![word.as_bytes().to_vec(), fold(word).into_bytes()];
    forms.push(word.encode_utf16().flat_map(u16::to_le_bytes).collect());
    forms.push(word.encode_utf16().flat_map(u16::to_be_bytes).collect());
    for offset in 0..3 {
        let shifted = [&b"   "[..offset], word.as_bytes()].concat();
        let encoded = base64(&shifted);
        // The first and last signs hang on what stands around the word.
        let (start, end) = (if offset == 0 { 0 } else { offset + 1 }, encoded.trim_end_matches('=').len() - 1);
        forms.push(encoded.as_bytes()[start..end].to_vec());
    }
    forms.retain(|form| form.len() >= 5);
    forms
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle)
}

/// The parts of a ZIP, which XLSX is; none for other files.
fn parts(bytes: &[u8]) -> Vec<Vec<u8>> {
    if !bytes.starts_with(b"PK") {
        return Vec::new();
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a workbook is an archive");
    let mut parts = Vec::new();
    for i in 0..archive.len() {
        let mut part = archive.by_index(i).expect("an archive knows its parts");
        let mut bytes = part.name().expect("a part has a name").as_bytes().to_vec();
        bytes.push(b'\n');
        part.read_to_end(&mut bytes).expect("a part can be unpacked");
        parts.push(bytes);
    }
    parts
}

/// What a reader of the PDF sees; nothing where no such reader is installed.
fn pdf_text(bytes: &[u8]) -> Option<Vec<u8>> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("a.pdf");
    std::fs::write(&file, bytes).expect("a temporary file");
    Command::new("pdftotext").arg("-raw").arg(&file).arg("-").stderr(Stdio::null()).output().ok().map(|output| output.stdout)
}

/// Whether the text of a PDF can be read on this machine.
pub fn reads_pdf() -> bool {
    Command::new("pdftotext").arg("-v").stderr(Stdio::null()).stdout(Stdio::null()).status().is_ok()
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, more @ ..] = rest {
        let digits = more.get(..2).and_then(|d| std::str::from_utf8(d).ok()).and_then(|d| u8::from_str_radix(d, 16).ok());
        match digits.filter(|_| *first == b'%') {
            Some(byte) => (bytes.push(byte), rest = &more[2..]).0,
            None => (bytes.push(*first), rest = more).0,
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn entities_decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("&#") {
        out.push_str(&rest[..at]);
        let body = &rest[at + 2..];
        let end = body.find(';').filter(|end| *end <= 8);
        let number = end.map(|end| &body[..end]).and_then(|digits| match digits.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => digits.parse().ok(),
        });
        match (number.and_then(char::from_u32), end) {
            (Some(letter), Some(end)) => {
                out.push(letter);
                rest = &body[end + 1..];
            }
            _ => {
                out.push_str("&#");
                rest = body;
            }
        }
    }
    out + rest
}

fn escapes_decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("\\u") {
        out.push_str(&rest[..at]);
        let body = &rest[at + 2..];
        match body.get(..4).and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32) {
            Some(letter) => {
                out.push(letter);
                rest = &body[4..];
            }
            None => {
                out.push_str("\\u");
                rest = body;
            }
        }
    }
    out + rest
}

/// RFC 4648.
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let group = chunk.iter().fold(0_u32, |group, byte| group << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for i in 0..4 {
            out.push(if i <= chunk.len() { char::from(SIGNS[(group >> (18 - 6 * i) & 63) as usize]) } else { '=' });
        }
    }
    out
}

#[test]
fn a_planted_word_is_found_in_every_form() {
    let word = "GİZLİ-ığüşöç-7041";
    let encoded = |one: &dyn Fn(char) -> String| word.chars().map(one).collect::<String>();
    let plants: Vec<Vec<u8>> = vec![
        word.as_bytes().to_vec(),
        fold(word).into_bytes(),
        word.bytes().map(|b| format!("%{b:02X}")).collect::<String>().into_bytes(),
        encoded(&|c| format!("&#{};", u32::from(c))).into_bytes(),
        encoded(&|c| format!("&#x{:X};", u32::from(c))).into_bytes(),
        encoded(&|c| format!("\\u{:04x}", u32::from(c))).into_bytes(),
        base64(word.as_bytes()).into_bytes(),
        base64(format!("a{word}").as_bytes()).into_bytes(),
        base64(format!("ab{word}z").as_bytes()).into_bytes(),
        word.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        zipped(word),
    ];
    for (i, plant) in plants.iter().enumerate() {
        let around = if plant.starts_with(b"PK") { plant.clone() } else { [b"<p>".as_slice(), plant, b"</p>"].concat() };
        let files = Files::new([("a.bin", around.as_slice())].into_iter());
        assert_eq!(files.with(word), ["a.bin"], "plant {i}");
        assert!(files.with("GİZLİ-üşöçığ-7041").is_empty(), "plant {i} is another word");
    }
    assert_eq!(base64(b"Man"), "TWFu");
    assert_eq!(base64(b"Ma"), "TWE=");
}

fn zipped(word: &str) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("xl/a.xml", zip::write::SimpleFileOptions::default()).expect("a part");
    std::io::Write::write_all(&mut archive, format!("<t>{word}</t>").as_bytes()).expect("its bytes");
    archive.finish().expect("an archive").into_inner()
}

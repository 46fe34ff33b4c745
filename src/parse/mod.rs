//! One file → its syntax. Total: never fails, never panics, never sees a second file.
//! What was understood is given back; what was not is a diagnostic with its place.

pub mod capped;
pub mod content;
pub mod csv;
pub mod dialect;
pub mod editing;
pub mod encoding;
pub mod event;
pub mod figures;
pub mod geometry;
pub mod markdown;
pub mod page;
pub mod picture;
pub mod profile;
pub mod regulation;
pub mod release;
pub mod schema;
pub mod schemas;
pub mod shape;
pub mod site;
mod stream;
pub mod theme;
pub mod tree;
pub mod xlsx;
pub mod yaml;

use std::sync::Arc;

use crate::diag::{Code, Diagnostic, Diagnostics, LineIndex, Place};

/// The text of a file that must be UTF-8, without its byte order mark.
pub(crate) fn utf8<'b>(diag: &mut Diagnostics, file: &Arc<str>, bytes: &'b [u8]) -> Option<&'b str> {
    // Turkish text is where the standard library's check is slow: hardly a line of it is plain ASCII.
    match simdutf8::compat::from_utf8(bytes) {
        Ok(text) => Some(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(error) => {
            let good = std::str::from_utf8(&bytes[..error.valid_up_to()]).expect("bytes up to the first bad one are valid");
            let (line, column) = LineIndex::new(good).line_column(good.len());
            diag.push(Diagnostic::new(Code::NOT_UTF8, Place::at(Arc::clone(file), line, column)));
            None
        }
    }
}

/// The complaint about a key nobody knows, with the nearest one that somebody does.
pub(crate) fn unknown_key(place: Place, key: &str, known: &[&str]) -> Diagnostic {
    let complaint = Diagnostic::new(Code::UNKNOWN_KEY, place).with("key", key.to_owned());
    match nearest(key, known.iter().copied()) {
        Some(near) => complaint.with("nearest", near.to_owned()).hint("nearest"),
        None => complaint,
    }
}

/// How like each other two words are, from 0 to 1.
pub(crate) fn likeness(a: &str, b: &str) -> f64 {
    strsim::jaro_winkler(a, b)
}

/// The candidate most like `word`, if any is like it enough to be meant.
pub(crate) fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let scored = candidates.map(|c| (likeness(word, c), c)).filter(|(score, _)| *score > 0.75);
    scored.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1))).map(|(_, c)| c)
}

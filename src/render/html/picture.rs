//! A picture within a page: its copies for the browser to choose from, with its size, so that nothing jumps when it comes.

use std::fmt::Write;

use crate::render::escape::escape;
use crate::view::{PictureDoc, PictureFormat};

/// The width of the text column, in CSS pixels: 44 rem of 16. The theme may set it narrower, never wider.
const COLUMN: u32 = 704;

/// Appends the picture with its text alternative. The `first` one of a page may be what its reader sees first; the others
/// come when they are near.
pub(super) fn write(out: &mut String, doc: &PictureDoc, alt: &str, first: bool) {
    if !doc.newer.is_empty() {
        out.push_str("<picture>");
    }
    for format in doc.newer {
        source(out, doc, *format);
    }
    written(write!(out, "<img src=\"/{}\" width=\"{}\" height=\"{}\" alt=\"", doc.plain(), doc.width(), doc.height));
    escape(out, alt);
    out.push_str(if first { "\" decoding=\"async\">" } else { "\" loading=\"lazy\" decoding=\"async\">" });
    if !doc.newer.is_empty() {
        out.push_str("</picture>");
    }
}

fn source(out: &mut String, doc: &PictureDoc, format: PictureFormat) {
    written(write!(out, "<source type=\"{}\" srcset=\"", format.mime()));
    for (i, width) in doc.widths.iter().enumerate() {
        let comma = if i > 0 { ", " } else { "" };
        written(write!(out, "{comma}/{} {width}w", doc.copy(format, *width)));
    }
    let shown = doc.width().min(COLUMN);
    written(write!(out, "\" sizes=\"(min-width: {}px) {shown}px, 94vw\">", shown + 48));
}

fn written(result: std::fmt::Result) {
    result.expect("a String takes whatever is written");
}

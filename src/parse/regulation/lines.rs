//! The lines of a text that say something, each with the gap before it. Not sentences: a line here is a printed line.

use super::characters::{begins_small, first_byte, trimmed};
use super::page;

/// Begins a new page.
const FORM_FEED: u8 = 0xC;

/// A line with words on it (satır). Offsets are bytes of the whole text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// First character that is not white space.
    pub start: u32,
    /// Past the last character that is not white space.
    pub end: u32,
    /// Number of the line in its file, from 1.
    pub number: u32,
    /// Blank lines before it; a form feed counts as two.
    pub gap: u32,
}

impl Line {
    /// Its words.
    pub fn words(self, text: &str) -> &str {
        &text[self.start as usize..self.end as usize]
    }
}

/// All lines of `text` that are not blank.
pub(super) fn split(text: &str) -> Vec<Line> {
    let mut lines = Vec::with_capacity(text.len() / 60 + 1);
    let (mut at, mut number, mut gap) = (0, 0, 0);
    let mut page = false;
    // Most texts have no page breaks to look for in every line.
    let breaks = text.as_bytes().contains(&FORM_FEED);
    while at < text.len() {
        let end = first_byte(text.as_bytes(), at, |byte| u8::from(byte == b'\n')).map_or(text.len(), |end| end + 1);
        let raw = &text[at..end];
        number += 1;
        let words = trimmed(raw);
        if breaks && raw.as_bytes().contains(&FORM_FEED) {
            gap += 2;
        }
        if words.is_empty() {
            gap += 1;
            page |= raw.starts_with(page::MARK);
        } else {
            if std::mem::take(&mut page) {
                // Behind a page header a sentence goes on, or something new begins.
                gap = u32::from(!begins_small(words));
            }
            // Words are a piece of the line, so their distance is their place.
            let start = at + (words.as_ptr() as usize - raw.as_ptr() as usize);
            lines.push(Line { start: start as u32, end: (start + words.len()) as u32, number, gap });
            gap = 0;
        }
        at = end;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_are_counted_not_kept() {
        let text = "\n a b \r\n\n\u{c}c\n";
        let lines = split(text);
        let read: Vec<(&str, u32, u32)> = lines.iter().map(|l| (l.words(text), l.number, l.gap)).collect();
        assert_eq!(read, [("a b", 2, 1), ("c", 4, 3)]);
    }
}

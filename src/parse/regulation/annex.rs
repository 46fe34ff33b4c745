//! Where a text's clauses end and its appendix begins: the table of amending laws that consolidated texts carry, and the
//! notes under `[1]`, `[2]`, … at their end. Nothing in there is a clause, though much of it looks like one.

use super::characters::{is_capitals, is_gap, plain};
use super::lines::Line;

/// The first lines of the appendix, as positions in the list of lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Annex {
    /// `5393 SAYILI KANUNA EK VE DEĞİŞİKLİK GETİREN MEVZUATIN … GÖSTERİR TABLO`; past the last line when there is none.
    pub table: usize,
    /// `[1]`; past the last line when there is none.
    pub notes: usize,
}

impl Annex {
    /// True for lines that belong to the appendix.
    pub fn holds(self, line: usize) -> bool {
        line >= self.table.min(self.notes)
    }
}

/// Finds the appendix.
pub(super) fn find(text: &str, lines: &[Line]) -> Annex {
    let table = lines.iter().enumerate().position(|(i, line)| {
        let words = line.words(text);
        words.as_bytes()[0].is_ascii_digit() && is_table(text, words, lines.get(i + 3).or(lines.last()))
    });
    Annex { table: table.unwrap_or(lines.len()), notes: notes(text, lines).unwrap_or(lines.len()) }
}

/// True for the first line of the table's title, however its words were wrapped; they go on until `last`.
fn is_table(text: &str, words: &str, last: Option<&Line>) -> bool {
    let start = words.as_ptr() as usize - text.as_ptr() as usize;
    let Some(title) = last.and_then(|last| text.get(start..last.end as usize)) else { return false };
    let digits = title.bytes().take_while(u8::is_ascii_digit).count();
    let rest = title[digits..].trim_start_matches(is_gap);
    if !(rest.starts_with("SAYILI") || rest.starts_with("sayılı") || rest.starts_with("Sayılı")) {
        return false;
    }
    let folded: Vec<u8> = rest.chars().filter_map(plain).take(200).collect();
    let says = |stem: &[u8]| folded.windows(stem.len()).any(|f| f == stem);
    // In small letters it is a sentence.
    says(b"degisiklikgetiren") && says(b"mevzuat") && is_capitals(rest.split(is_gap).nth(2).unwrap_or_default())
}

/// The line `[1]` from which on the notes are numbered without a gap to the end.
fn notes(text: &str, lines: &[Line]) -> Option<usize> {
    let mut wanted: Option<u32> = None;
    for (i, line) in lines.iter().enumerate().rev() {
        if line.gap == 0 || text.as_bytes()[line.start as usize] != b'[' {
            continue;
        }
        let rest = &line.words(text)[1..];
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let Some(number) = rest[..digits].parse::<u32>().ok().filter(|_| rest[digits..].starts_with(']')) else { continue };
        if wanted.is_some_and(|w| w != number) {
            return None;
        }
        if number == 1 {
            return Some(i);
        }
        wanted = number.checked_sub(1);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::regulation::lines;

    #[test]
    fn the_table_of_amending_laws_and_the_notes() {
        let text = "Madde 1- Bu Kanun.[1]\n\n[1]\n\n5393 SAYILI KANUNA EK VE DEĞİŞİKLİK\nGETİREN MEVZUATIN LİSTESİ\n\nGeçici Madde 5\n\n[1] Bir.\n\n[2]\nİki.\n";
        let found = find(text, &lines::split(text));
        assert_eq!(found, Annex { table: 2, notes: 5 });
        assert!(!found.holds(1) && found.holds(2));
        let none = "5393 SAYILI KANUN\n\n[2] Bir.\n";
        assert_eq!(find(none, &lines::split(none)), Annex { table: 2, notes: 2 });
    }
}

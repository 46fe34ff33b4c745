//! What printing left between the words: page headers and footers (`Sayfa 2 / 10`, the document's number on every page) and
//! bare page numbers (`952-64`). They are no clauses and end none. Only what repeats is taken for a page's; the first time a
//! header is printed it stays.

use std::collections::{BTreeMap, BTreeSet};

use super::characters::is_gap;
use super::lines::Line;

/// What a line that printing left is read as: no word, and no blank line either, for a sentence may go on behind it.
pub(super) const MARK: char = '\u{2060}';

/// Longest line of a page header, in bytes.
const LONGEST: usize = 100;
/// A header has this many lines at most: how far from a page number a repeated line may stand.
const NEAR: usize = 8;
/// Bare page numbers of a volume are taken for such from this many on.
const FEW: usize = 3;

/// The lines (from 0, ascending) that printing left, of all `lines` of the text.
pub(super) fn lines(source: &str, lines: &[Line]) -> Vec<usize> {
    let mut found = BTreeSet::new();
    let words = || lines.iter().map(|line| (line.number as usize - 1, line.words(source)));
    let mut volumes: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (number, line) in words().filter(|(_, line)| line.len() <= 9 && line.as_bytes()[0].is_ascii_digit()) {
        if let Some(volume) = volume(line) {
            volumes.entry(volume).or_default().push(number);
        }
    }
    found.extend(volumes.into_values().filter(|lines| lines.len() >= FEW).flatten());
    let pages: Vec<usize> = words().enumerate().filter(|(_, (_, line))| is_page(line)).map(|(at, _)| at).collect();
    // Most texts have none.
    if pages.len() < 2 {
        return found.into_iter().collect();
    }
    let short: Vec<(usize, &str)> = words().filter(|(_, line)| line.len() <= LONGEST).collect();
    let all: Vec<(usize, &str)> = words().collect();
    found.extend(pages.iter().map(|at| all[*at].0));
    let mut times: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (number, line) in short {
        times.entry(line).or_default().push(number);
    }
    let near: BTreeSet<usize> =
        pages.iter().flat_map(|at| all[at.saturating_sub(NEAR)..all.len().min(at + NEAR)].iter().map(|(n, _)| *n)).collect();
    for repeated in times.into_values().filter(|numbers| numbers.len() >= 2 && numbers.len() + 1 >= pages.len()) {
        if repeated.iter().all(|number| near.contains(number)) {
            found.extend(&repeated[1..]);
        }
    }
    found.into_iter().collect()
}

/// True for words that are a page's number and nothing else: laid out as a heading, they would not be read again.
pub(super) fn is_number(words: &str) -> bool {
    is_page(words) || volume(words).is_some()
}

/// `Sayfa 2 / 10`, `SAYFA NO: 2/10`, `Sayfa No : 2`.
fn is_page(line: &str) -> bool {
    if !line.as_bytes().starts_with(b"S") {
        return false;
    }
    let Some(rest) = line.strip_prefix("Sayfa").or_else(|| line.strip_prefix("SAYFA")) else { return false };
    let rest = rest.trim_start_matches(|c| is_gap(c) || matches!(c, ':' | '.'));
    let rest = rest.strip_prefix("No").or_else(|| rest.strip_prefix("NO")).unwrap_or(rest);
    let rest = rest.trim_start_matches(|c| is_gap(c) || matches!(c, ':' | '.'));
    rest.starts_with(|c: char| c.is_ascii_digit()) && rest.chars().all(|c| c.is_ascii_digit() || c == '/' || is_gap(c))
}

/// `952-64`: the page of a volume; the volume.
fn volume(line: &str) -> Option<&str> {
    let (volume, page) = line.split_once('-')?;
    let digits = |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    (digits(volume, 4) && volume.len() >= 3 && digits(page, 3)).then_some(volume)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_that_repeat_and_page_numbers_are_pages() {
        let text = "ÖRNEK BELEDİYESİ\nPR-36.0\nSayfa 1 / 3\n1. AMAÇ\nBu prosedür\nÖRNEK BELEDİYESİ\nPR-36.0\nSayfa 2 / 3\nesasları düzenler.\nÖRNEK BELEDİYESİ\nPR-36.0\nSayfa 3 / 3\n2. KAPSAM\n";
        let of = |text: &str| lines(text, &super::super::lines::split(text));
        assert_eq!(of(text), [2, 5, 6, 7, 9, 10, 11]);
        assert_eq!(of("Düstur : Tertip : 5\nSayfa : 3044\nSayfa işleri\n"), [0; 0]);
        assert_eq!(of("a\n952-64\nb\n952-65\nc\n952-66\n100-120\n"), [1, 3, 5]);
    }
}

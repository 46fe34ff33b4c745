//! Labels of the large parts: KİTAP, KISIM, BÖLÜM, AYIRIM, in words, digits or Roman numerals. Not their headings.

use super::characters::{is_gap, plain};

/// A recognised division label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Division {
    /// 0 for a book, 1 for a part, 2 for a chapter, 3 for a section.
    pub rank: u8,
    /// The printed number without the keyword, in bytes of the text.
    pub name: (u32, u32),
    /// Past the label.
    pub end: u32,
    /// The number.
    pub value: u32,
}

/// The keywords, folded, with their ranks.
const KEYWORDS: [(&str, u8); 6] = [("kitap", 0), ("kisim", 1), ("bolum", 2), ("ayirim", 3), ("ayrim", 3), ("fasil", 2)];

const UNITS: [&str; 9] = ["birinci", "ikinci", "ucuncu", "dorduncu", "besinci", "altinci", "yedinci", "sekizinci", "dokuzuncu"];
const TENS: [(&str, &str); 5] =
    [("on", "onuncu"), ("yirmi", "yirminci"), ("otuz", "otuzuncu"), ("kirk", "kirkinci"), ("elli", "ellinci")];

/// Longest label looked at, in letters: `YİRMİ DOKUZUNCU AYIRIM` has 21.
const LONGEST: usize = 32;

/// The division label at byte `at`, whatever gaps tore it apart (`İKİNCİ BÖL ÜM`).
pub(super) fn read(text: &str, at: usize) -> Option<Division> {
    if !may_begin(&text[at..]) {
        return None;
    }
    let squeezed = Squeezed::of(text, at);
    let letters = squeezed.letters();
    let first = numeral(letters);
    let (rank, name, length) = match first {
        Some(number) => {
            let (keyword, rank) = keyword(&letters[number..])?;
            (rank, (0, number), number + keyword)
        }
        None => {
            let (keyword, rank) = keyword(letters)?;
            let number = short_numeral(&letters[keyword..])?;
            (rank, (keyword, keyword + number), keyword + number)
        }
    };
    if !squeezed.capital_at(0) || squeezed.continues_word(length) {
        return None;
    }
    let rest = text[squeezed.end(length)..].trim_start_matches(is_gap);
    // `İkinci Kısım hükümleri uygulanır` is a sentence.
    let sentence = rest.chars().next().is_some_and(|c| c.is_lowercase() || matches!(c, '\'' | '’' | ','));
    let same_line = !text[squeezed.end(length)..text.len() - rest.len()].contains('\n');
    (!sentence || !same_line).then(|| Division {
        rank,
        name: (squeezed.begin(name.0) as u32, squeezed.end(name.1) as u32),
        end: squeezed.end(length) as u32,
        value: value(&letters[name.0..name.1]),
    })
}

/// The quick question, which most lines answer with no: do the first two letters begin a numeral or a keyword?
fn may_begin(text: &str) -> bool {
    let mut letters = text.chars().take(12).filter_map(plain);
    let (Some(first), second) = (letters.next(), letters.next().unwrap_or(b' ')) else { return false };
    if first.is_ascii_digit() {
        // `2. BÖLÜM`, `12 nci` and dates: behind at most two digits a keyword begins.
        let next = if second.is_ascii_digit() { letters.next() } else { Some(second) };
        return next.is_some_and(|next| matches!(next, b'k' | b'b' | b'a' | b'f'));
    }
    matches!(
        &[first, second],
        b"bi"
            | b"ik"
            | b"uc"
            | b"do"
            | b"be"
            | b"al"
            | b"ye"
            | b"se"
            | b"on"
            | b"yi"
            | b"ot"
            | b"ki"
            | b"el"
            | b"bo"
            | b"ay"
            | b"fa"
    ) || matches!(first, b'i' | b'v' | b'x') && matches!(second, b'i' | b'v' | b'x' | b'b' | b'k' | b'a' | b'f')
}

/// The letters after `at` without marks, gaps and full stops, each with its place.
struct Squeezed<'t> {
    text: &'t str,
    at: usize,
    letters: [u8; LONGEST],
    places: [(u32, u32); LONGEST],
    length: usize,
}

impl<'t> Squeezed<'t> {
    fn of(text: &'t str, at: usize) -> Self {
        let mut squeezed = Squeezed { text, at, letters: [0; LONGEST], places: [(0, 0); LONGEST], length: 0 };
        let mut line_ends = 0;
        for (offset, c) in text[at..].char_indices() {
            if let Some(letter) = plain(c) {
                if squeezed.length == LONGEST {
                    break;
                }
                squeezed.letters[squeezed.length] = letter;
                squeezed.places[squeezed.length] = ((at + offset) as u32, (at + offset + c.len_utf8()) as u32);
                squeezed.length += 1;
                line_ends = 0;
            } else if c == '\n' {
                line_ends += 1;
                // A label is torn apart over lines, and once by a blank line, but not over a page.
                if line_ends > 2 {
                    break;
                }
            } else if !is_gap(c) && !matches!(c, '.' | ':' | '-' | '–') {
                break;
            }
        }
        squeezed
    }

    fn letters(&self) -> &[u8] {
        &self.letters[..self.length]
    }

    fn begin(&self, index: usize) -> usize {
        if index < self.length { self.places[index].0 as usize } else { self.at }
    }

    /// Past the letter before `index`.
    fn end(&self, index: usize) -> usize {
        if index == 0 { self.at } else { self.places[index - 1].1 as usize }
    }

    fn capital_at(&self, index: usize) -> bool {
        self.text[self.begin(index)..].chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
    }

    /// True when a letter stands right after the label: `BÖLÜMÜ`.
    fn continues_word(&self, length: usize) -> bool {
        self.text[self.end(length)..].chars().next().is_some_and(char::is_alphanumeric)
    }
}

fn keyword(letters: &[u8]) -> Option<(usize, u8)> {
    KEYWORDS.iter().find(|(word, _)| letters.starts_with(word.as_bytes())).map(|(word, rank)| (word.len(), *rank))
}

/// The length of an ordinal in words, a Roman numeral or a number that stands before its keyword.
fn numeral(letters: &[u8]) -> Option<usize> {
    in_words(letters).or_else(|| short_numeral(letters).filter(|n| keyword(&letters[*n..]).is_some()))
}

fn in_words(letters: &[u8]) -> Option<usize> {
    let unit = |rest: &[u8]| UNITS.iter().find(|u| rest.starts_with(u.as_bytes())).map(|u| u.len());
    if let Some(length) = unit(letters) {
        return Some(length);
    }
    TENS.iter().find_map(|(ten, ordinal)| {
        if letters.starts_with(ordinal.as_bytes()) {
            return Some(ordinal.len());
        }
        let rest = letters.strip_prefix(ten.as_bytes())?;
        unit(rest).map(|u| ten.len() + u)
    })
}

/// What a numeral in words, digits or Roman letters counts.
fn value(letters: &[u8]) -> u32 {
    let unit = |rest: &[u8]| UNITS.iter().position(|u| rest == u.as_bytes()).map(|i| i as u32 + 1);
    let tens = TENS.iter().zip(1..).find_map(|((ten, ordinal), n)| {
        let rest = || letters.strip_prefix(ten.as_bytes()).and_then(unit);
        if letters == ordinal.as_bytes() { Some(n * 10) } else { rest().map(|u| n * 10 + u) }
    });
    let digits = || std::str::from_utf8(letters).ok().and_then(|d| d.parse().ok());
    unit(letters).or(tens).or_else(digits).unwrap_or_else(|| roman(letters))
}

/// The value of a Roman numeral in small letters.
fn roman(letters: &[u8]) -> u32 {
    let digit = |b: &u8| match b {
        b'i' => 1,
        b'v' => 5,
        b'x' => 10,
        _ => 0,
    };
    let values: Vec<u32> = letters.iter().map(digit).collect();
    let sum = |(i, v): (usize, &u32)| if values.get(i + 1).is_some_and(|next| next > v) { -i64::from(*v) } else { i64::from(*v) };
    values.iter().enumerate().map(sum).sum::<i64>().unsigned_abs() as u32
}

fn short_numeral(letters: &[u8]) -> Option<usize> {
    let digits = letters.iter().take_while(|b| b.is_ascii_digit()).count();
    if digits > 0 {
        return (digits <= 2).then_some(digits);
    }
    // The longest Roman numeral after which the keyword or nothing stands; `i` of a word is no numeral.
    let roman = letters.iter().take_while(|b| matches!(b, b'i' | b'v' | b'x')).count();
    (1..=roman.min(6)).rev().find(|n| keyword(&letters[*n..]).is_some() || *n == letters.len() || *n == roman)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn divisions_in_every_spelling() {
        let table = [
            ("BİRİNCİ BÖLÜM\nAmaç", 2, "BİRİNCİ", "BİRİNCİ BÖLÜM", 1),
            ("İKİNCİ BÖL ÜM", 2, "İKİNCİ", "İKİNCİ BÖL ÜM", 2),
            ("Birinci Bölüm", 2, "Birinci", "Birinci Bölüm", 1),
            ("ON BİRİNCİ\nKISIM", 1, "ON BİRİNCİ", "ON BİRİNCİ\nKISIM", 11),
            ("BÖLÜM I\n", 2, "I", "BÖLÜM I", 1),
            ("BÖLÜM 2", 2, "2", "BÖLÜM 2", 2),
            ("IV. BÖLÜM", 2, "IV", "IV. BÖLÜM", 4),
            ("İKİNCİ AYIRIM : Görevler", 3, "İKİNCİ", "İKİNCİ AYIRIM", 2),
        ];
        for (text, rank, name, printed, value) in table {
            let found = read(text, 0).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(found.value, value, "{text}");
            assert_eq!(
                (found.rank, &text[found.name.0 as usize..found.name.1 as usize], &text[..found.end as usize]),
                (rank, name, printed)
            );
        }
    }

    #[test]
    fn sentences_about_divisions_are_not_divisions() {
        for text in
            ["İkinci Kısım hükümleri", "Birinci bölümde", "BÖLÜMÜN", "birinci bölüm", "Bölümler", "KISIMLARI", "İlgili", ""]
        {
            assert_eq!(read(text, 0), None, "{text}");
        }
    }
}

//! How a delimited file is laid out, seen from its first block: `sep=` line, delimiter, title rows, header row. The
//! schema's known headers only confirm what is seen. Not a reader of rows.

use std::sync::Arc;

use super::csv::Row;
use super::encoding::Encoding;
use crate::turkish::fold;

/// How many records from the top may be titles before the header.
const MOST_TITLE_ROWS: usize = 30;
const DELIMITERS: [u8; 3] = [b';', b',', b'\t'];

/// How a file is laid out (biçim).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// `;`, `,` or tab.
    pub delimiter: u8,
    /// Lines before the header row: a `sep=` line, titles, blank lines.
    pub skip_lines: u64,
    /// True when the first line says `sep=`.
    pub sep_line: bool,
    /// True when the header row was recognised by known names; else it is the first row as wide as the file.
    pub confirmed: bool,
}

impl Dialect {
    /// Looks at the first block of a file (after its byte order mark, with unified line ends). `knows` says whether a
    /// header, as written, is one that is expected.
    pub fn of(head: &[u8], encoding: Encoding, knows: &dyn Fn(&str) -> bool) -> Dialect {
        let (said, body) = sep_line(head);
        let skipped = u64::from(said.is_some());
        let candidates: Vec<u8> = said.map_or_else(|| DELIMITERS.to_vec(), |d| vec![d]);
        let best =
            candidates.iter().map(|d| judge(body, *d, encoding, knows)).reduce(|a, b| if b.rank() > a.rank() { b } else { a });
        let best = best.unwrap_or_default();
        Dialect {
            delimiter: best.delimiter,
            skip_lines: best.line + skipped,
            sep_line: said.is_some(),
            confirmed: best.known > 0,
        }
    }
}

/// How well a delimiter explains the file.
#[derive(Default)]
struct Judgement {
    delimiter: u8,
    known: usize,
    width: usize,
    line: u64,
    agreeing: usize,
}

impl Judgement {
    fn rank(&self) -> (usize, bool, usize) {
        (self.known, self.width > 1, self.agreeing * self.width)
    }
}

fn judge(body: &[u8], delimiter: u8, encoding: Encoding, knows: &dyn Fn(&str) -> bool) -> Judgement {
    let mut reader = super::csv::tokeniser(delimiter).from_reader(body);
    let mut record = csv::ByteRecord::new();
    let mut rows: Vec<(u64, usize, usize)> = Vec::new();
    while rows.len() < MOST_TITLE_ROWS && reader.read_byte_record(&mut record).unwrap_or(false) {
        let inner = record.as_slice().iter().filter(|b| **b == b'\n').count() as u64;
        let line = (reader.position().line() - 1).saturating_sub(1 + inner);
        let known = record.iter().filter(|cell| knows(&encoding.decode(cell).0)).count();
        rows.push((line, record.len(), known));
    }
    let most_known = rows.iter().map(|r| r.2).max().unwrap_or(0);
    let width = rows.iter().map(|r| r.1).max().unwrap_or(0);
    let header = match most_known {
        0 => rows.iter().find(|r| r.1 == width),
        _ => rows.iter().find(|r| r.2 == most_known),
    };
    let Some(&(line, width, known)) = header else { return Judgement { delimiter, ..Judgement::default() } };
    Judgement { delimiter, known, width, line, agreeing: rows.iter().filter(|r| r.1 == width).count() }
}

/// The delimiter of a `sep=;` line, and what follows that line.
fn sep_line(head: &[u8]) -> (Option<u8>, &[u8]) {
    let end = head.iter().position(|b| *b == b'\n').unwrap_or(head.len());
    let line = head[..end].trim_ascii_end();
    match line {
        [s, e, p, b'=', d] if [s.to_ascii_lowercase(), e.to_ascii_lowercase(), p.to_ascii_lowercase()] == *b"sep" => {
            (Some(*d), head.get(end + 1..).unwrap_or_default())
        }
        // A tab was trimmed away above.
        b"sep=" if head.get(4) == Some(&b'\t') => (Some(b'\t'), head.get(end + 1..).unwrap_or_default()),
        _ => (None, head),
    }
}

/// The header row of a file, its cells trimmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The names as written; empty where the cell is.
    pub names: Vec<Arc<str>>,
    /// Its line, from 1.
    pub line: u32,
}

impl Header {
    /// True for a row below that has the same names, as where two exports were put end to end.
    pub(super) fn is_said_again_by(&self, row: &Row<'_>) -> bool {
        let same = |(place, name): (usize, &Arc<str>)| {
            let cell = row.bytes(place);
            cell == name.as_bytes() || fold(&row.decode(cell).0) == fold(name)
        };
        // Nearly every row differs at its first letter; a byte order mark may stand before that.
        let first = row.bytes(0);
        let Some(name) = self.names.first() else { return false };
        let begins = match (first.first(), name.as_bytes().first()) {
            (Some(here), Some(there)) => here.eq_ignore_ascii_case(there) || !here.is_ascii() || !there.is_ascii(),
            (here, there) => here == there,
        };
        begins && row.width() >= self.names.len() && self.names.iter().enumerate().all(same)
    }
}

/// True for a row that sums up the others: its first written cell says TOPLAM.
pub fn is_total(first: &str) -> bool {
    let folded = fold(first);
    let words = folded.trim_end_matches([':', '.', ' ']);
    matches!(words, "toplam" | "genel toplam" | "ara toplam" | "toplami" | "genel toplami" | "yekun" | "total")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Dialect {
        Dialect::of(text.as_bytes(), Encoding::Utf8, &|name| ["no", "birim", "basvuru tarihi"].contains(&&*fold(name)))
    }

    #[test]
    fn the_delimiter_that_gives_the_known_headers_wins() {
        assert_eq!(of("No;Birim;Ad,Soyad,Unvan\n1;a;b,c,d\n").delimiter, b';');
        assert_eq!(of("NO\tBİRİM\n1\ta\n").delimiter, b'\t');
        assert_eq!(of("x,y,z\n1,2,3\n4,5,6\n"), Dialect { delimiter: b',', skip_lines: 0, sep_line: false, confirmed: false });
    }

    #[test]
    fn a_sep_line_and_titles_stand_before_the_header() {
        assert_eq!(of("sep=;\nNo;Birim\n"), Dialect { delimiter: b';', skip_lines: 1, sep_line: true, confirmed: true });
        let titled = of("Çaycuma Belediyesi;;\n\nTemmuz 2026 listesi;;\nNo;Birim;Başvuru Tarihi\n1;a;2\n");
        assert_eq!((titled.skip_lines, titled.confirmed), (3, true));
    }

    #[test]
    fn total_rows_are_known_by_their_first_word() {
        assert!(is_total("TOPLAM") && is_total("Genel Toplam:") && is_total("ARA TOPLAM"));
        assert!(!is_total("Toplama kampı") && !is_total("2026/1"));
    }
}

//! Damage in the text: repaired with a note where every letter has one origin, reported and left alone elsewhere.
//! What the letters were is `turkish`' knowledge; the source itself is never changed.

mod quick;

use std::borrow::Cow;
use std::sync::Arc;

use super::characters::is_gap;
use super::lines::Line;
use super::page;
use crate::diag::{Code, Diagnostic, Diagnostics, LineIndex, Place};
use crate::turkish::encoding_damage::{self, Damage};

/// A line that was read repaired (onarım).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Repair {
    /// Where the repaired line stands in the text as read, in bytes.
    at: (u32, u32),
    /// The line as it came.
    original: Box<str>,
}

/// The text to read, and what was repaired in it. Page headers among the words are read as
/// marks that are none.
pub(super) fn repaired<'t>(
    diag: &mut Diagnostics,
    file: &Arc<str>,
    source: &'t str,
    lines: &[Line],
) -> (Cow<'t, str>, Vec<Repair>) {
    let pages = page::lines(source, lines);
    if let Some(first) = pages.first() {
        let place = Place::at(Arc::clone(file), *first as u32 + 1, 1);
        diag.push(Diagnostic::new(Code::REGULATION_PAGES, place).with("count", pages.len().to_string()));
    }
    let damaged = quick::look(source);
    report_lost(diag, file, source, &damaged);
    let repairable = damaged.suspicious && inspect(diag, file, source);
    if !repairable && pages.is_empty() {
        return (Cow::Borrowed(source), Vec::new());
    }
    let mut pages = pages.into_iter().peekable();
    let mut read = String::with_capacity(source.len());
    let mut repairs = Vec::new();
    for (number, line) in source.split_inclusive('\n').enumerate() {
        let start = read.len() as u32;
        if pages.next_if_eq(&number).is_some() {
            read.push(page::MARK);
            read.push_str(if line.ends_with('\n') { "\n" } else { "" });
            repairs.push(Repair { at: (start, read.len() as u32), original: line.into() });
            continue;
        }
        match if repairable { encoding_damage::repair_all(line) } else { Cow::Borrowed(line) } {
            Cow::Owned(better) if better != line => {
                read.push_str(&better);
                repairs.push(Repair { at: (start, read.len() as u32), original: line.into() });
            }
            _ => read.push_str(line),
        }
    }
    (Cow::Owned(read), repairs)
}

/// Says what letters are damaged; true when some of them can be repaired.
fn inspect(diag: &mut Diagnostics, file: &Arc<str>, source: &str) -> bool {
    let findings = encoding_damage::inspect(source);
    let index = LineIndex::new(source);
    for finding in &findings {
        let (line, column) = index.line_column(finding.at);
        let code = if finding.damage == Damage::Replacement { Code::REGULATION_DAMAGED } else { Code::REGULATION_REPAIRED };
        let complaint = Diagnostic::new(code, Place::at(Arc::clone(file), line, column));
        let complaint = complaint.with("count", finding.count.to_string()).with("kind", kind(finding.damage));
        diag.push(complaint.with("sample", word_at(source, finding.at).to_owned()));
    }
    findings.iter().any(|f| f.damage != Damage::Replacement)
}

/// The text as it came, from the text as read.
pub(super) fn undone(read: &str, repairs: &[Repair]) -> String {
    let mut out = String::with_capacity(read.len());
    let mut done = 0;
    for repair in repairs {
        out.push_str(&read[done..repair.at.0 as usize]);
        out.push_str(&repair.original);
        done = repair.at.1 as usize;
    }
    out.push_str(&read[done..]);
    out
}

/// Damage that shows only in words: reported once a kind, at its first place.
fn report_lost(diag: &mut Diagnostics, file: &Arc<str>, source: &str, look: &quick::Look) {
    let mut say = |at: usize, kind: &'static str| {
        let word = word_at(source, at);
        let begin = source[..at].rfind('\n').map_or(0, |end| end + 1);
        let line = source[..begin].bytes().filter(|b| *b == b'\n').count() as u32 + 1;
        let column = source[begin..at].chars().count() as u32 + 1;
        let complaint = Diagnostic::new(Code::REGULATION_DAMAGED, Place::at(Arc::clone(file), line, column));
        diag.push(complaint.with("sample", word.chars().take(40).collect::<String>()).with("kind", kind));
    };
    if let Some(at) = look.lost {
        say(at, "kayıp harfler / lost letters");
    }
    // One or two are names (`eBelediye’nin`); more are a font or an optical reader.
    if let Some(at) = look.mixed.filter(|_| look.mixed_count >= 3) {
        say(at, "yanlış harfler / wrong letters");
    }
    if quick::is_foreign(source) {
        say(source.len() - source.trim_start_matches(is_gap).len(), "Türkçe harf yok / no Turkish letters");
    }
}

/// The word around byte `at`.
fn word_at(source: &str, at: usize) -> &str {
    let start = source[..at].rfind(is_gap).map_or(0, |i| i + source[i..].chars().next().map_or(1, char::len_utf8));
    let word = source[start..].split(is_gap).next().unwrap_or_default();
    &word[..word.floor_char_boundary(60)]
}

fn kind(damage: Damage) -> &'static str {
    match damage {
        Damage::Latin1Reading => "Windows-1254 → Latin-1",
        Damage::DoubleUtf8 => "UTF-8 → Windows-1254",
        Damage::GlyphMap => "PDF",
        Damage::Replacement => "U+FFFD",
        Damage::Decomposed => "NFD",
    }
}

#[cfg(test)]
mod tests {
    use crate::diag::Diagnostics;
    use crate::parse::regulation::parse;

    fn read(source: &str) -> (String, Vec<String>) {
        let mut diag = Diagnostics::new();
        let text = parse(&mut diag, &"m.txt".into(), source);
        assert_eq!(text.to_source(), source, "the source stays");
        let words = text.nodes.iter().map(|n| format!("{} {}", n.kind.as_str(), n.heading.as_deref().unwrap_or(""))).collect();
        let codes = diag.iter().filter(|d| d.code.id().contains("repaired") || d.code.id().contains("damaged"));
        (words, codes.map(|d| format!("{}:{} {}", d.place.line, d.place.column, d.code.id())).collect())
    }

    #[test]
    fn damage_with_one_origin_is_read_repaired_and_said() {
        for (source, place) in [
            ("BĠRĠNCĠ BÖLÜM\nÇalıĢma ĠĢleri\nMADDE 1- Bu.\n", "1:2 regulation-repaired"),
            ("BÝRÝNCÝ BÖLÜM\nÇalýþma Ýþleri\nMADDE 1- Bu.\n", "1:2 regulation-repaired"),
            ("BÄ°RÄ°NCÄ° BÃ–LÃœM\nÃ‡alÄ±ÅŸma Ä°ÅŸleri\nMADDE 1- Bu.\n", "1:2 regulation-repaired"),
            (
                "BI\u{307}RI\u{307}NCI\u{307} BO\u{308}LU\u{308}M\nC\u{327}alıs\u{327}ma I\u{307}s\u{327}leri\nMADDE 1- Bu.\n",
                "1:2 regulation-repaired",
            ),
        ] {
            assert_eq!(read(source), ("chapter Çalışma İşleri".to_owned(), vec![place.to_owned()]), "{source}");
        }
    }

    #[test]
    fn other_damage_is_said_and_left() {
        for (source, place) in [
            ("MADDE 1- Belediyenin yap ğını işlerin şekli.\n", "1:26 regulation-damaged"),
            ("MADDE 1- KönetÖeliğin MMlİye BelEdİyenin şOförü İntErnetİ ğ.\n", "1:10 regulation-damaged"),
            ("MADDE 1- Bel\u{fffd}de.\n", "1:13 regulation-damaged"),
        ] {
            assert_eq!(read(source).1, [place], "{source}");
        }
        assert_eq!(read("MADDE 1- e-Belediye, iPhone, WhatsApp’ın, eBelediye’nin işleri.\n").1, [""; 0]);
    }
}

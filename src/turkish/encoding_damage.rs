//! What happened to a Turkish text on its way here: read in the wrong encoding, encoded twice, or copied out of a PDF
//! whose font lied about its letters.
//!
//! Looks at text that is already decoded; decoding bytes is done where files are read. A repair is offered only where
//! every damaged letter has one possible origin. Lost letters (`yap ğını`) are not found here: nothing shows where they
//! were.

use std::borrow::Cow;

/// A way Turkish text gets damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Damage {
    /// Windows-1254 read as Latin-1: `ÞÝÞLÝ` for `ŞİŞLİ`.
    Latin1Reading,
    /// UTF-8 read as Windows-1252 or 1254 and encoded again: `Ä°` for `İ`, `Ã§` for `ç`.
    DoubleUtf8,
    /// The glyph table of an old PDF: `BĠLGĠ` for `BİLGİ`, `ÇalıĢma` for `Çalışma`.
    GlyphMap,
    /// U+FFFD, the mark a decoder leaves for bytes it could not read. The letters are lost.
    Replacement,
    /// Letters in two pieces: `c` and a cedilla for `ç`, or the combining dot that careless lower case leaves on `İ`.
    Decomposed,
}

/// One kind of damage in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What happened.
    pub damage: Damage,
    /// Where it shows first, in bytes.
    pub at: usize,
    /// How many letters show it.
    pub count: usize,
}

/// The kinds of damage a text shows, each once. Undamaged text gives nothing, plain ASCII at the cost of one glance.
pub fn inspect(text: &str) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    if text.is_ascii() {
        return findings;
    }
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let (damage, length) = match damage_at(rest) {
            Some((damage, _, length)) => (Some(damage), length),
            None => (None, c.len_utf8()),
        };
        if let Some(damage) = damage {
            match findings.iter_mut().find(|finding| finding.damage == damage) {
                Some(finding) => finding.count += 1,
                None => findings.push(Finding { damage, at: text.len() - rest.len(), count: 1 }),
            }
        }
        rest = &rest[length..];
    }
    // Icelandic writes þ, ð and ý with good reason, and nothing Turkish is written with æ.
    if text.contains(['æ', 'Æ']) {
        findings.retain(|finding| finding.damage != Damage::Latin1Reading);
    }
    findings.sort_by_key(|finding| finding.damage);
    findings
}

/// The text with one kind of damage repaired; `None` if it shows none of it, or if no safe repair exists.
pub fn repair(text: &str, damage: Damage) -> Option<String> {
    if damage == Damage::Replacement || !inspect(text).iter().any(|finding| finding.damage == damage) {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        match damage_at(rest) {
            Some((found, origin, length)) if found == damage => {
                out.push(origin);
                rest = &rest[length..];
            }
            Some((_, _, length)) => {
                out.push_str(&rest[..length]);
                rest = &rest[length..];
            }
            None => {
                out.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    Some(out)
}

/// The text with everything repaired that can be repaired safely; borrowed if there was nothing to do.
pub fn repair_all(text: &str) -> Cow<'_, str> {
    let mut out = Cow::Borrowed(text);
    for finding in inspect(text) {
        if let Some(repaired) = repair(&out, finding.damage) {
            out = Cow::Owned(repaired);
        }
    }
    out
}

/// The damage a text begins with, the letter it came from, and how many bytes show it.
fn damage_at(text: &str) -> Option<(Damage, char, usize)> {
    let mut chars = text.chars();
    let first = chars.next()?;
    let second = chars.next();
    if let Some(composed) = second.and_then(|mark| composed(first, mark)) {
        return Some((Damage::Decomposed, composed, text.len() - chars.as_str().len()));
    }
    if first.is_ascii() {
        return None;
    }
    let one = |damage, origin| Some((damage, origin, first.len_utf8()));
    match first {
        'Ý' => one(Damage::Latin1Reading, 'İ'),
        'ý' => one(Damage::Latin1Reading, 'ı'),
        'Þ' => one(Damage::Latin1Reading, 'Ş'),
        'þ' => one(Damage::Latin1Reading, 'ş'),
        'Ð' => one(Damage::Latin1Reading, 'Ğ'),
        'ð' => one(Damage::Latin1Reading, 'ğ'),
        'Ġ' => one(Damage::GlyphMap, 'İ'),
        'ġ' => one(Damage::GlyphMap, 'Ş'),
        'Ģ' => one(Damage::GlyphMap, 'ş'),
        '\u{fffd}' => one(Damage::Replacement, '\u{fffd}'),
        'Â' | 'Ã' | 'Ä' | 'Å' | 'â' => {
            let (origin, length) = encoded_twice(text)?;
            Some((Damage::DoubleUtf8, origin, length))
        }
        _ => None,
    }
}

/// The Turkish letter a letter and a combining mark make.
fn composed(letter: char, mark: char) -> Option<char> {
    Some(match (letter, mark) {
        ('i', '\u{307}') => 'i',
        ('I', '\u{307}') => 'İ',
        ('c', '\u{327}') => 'ç',
        ('C', '\u{327}') => 'Ç',
        ('s', '\u{327}') => 'ş',
        ('S', '\u{327}') => 'Ş',
        ('g', '\u{306}') => 'ğ',
        ('G', '\u{306}') => 'Ğ',
        ('o', '\u{308}') => 'ö',
        ('O', '\u{308}') => 'Ö',
        ('u', '\u{308}') => 'ü',
        ('U', '\u{308}') => 'Ü',
        ('a', '\u{302}') => 'â',
        ('A', '\u{302}') => 'Â',
        ('i', '\u{302}') => 'î',
        ('I', '\u{302}') => 'Î',
        ('u', '\u{302}') => 'û',
        ('U', '\u{302}') => 'Û',
        _ => return None,
    })
}

/// The characters a Turkish text has that are worth undoing a double encoding for. Others would be guesses.
const WRITTEN_IN_TURKISH: &str = "ÇçĞğİıÖöŞşÜüÂâÎîÛû₺°§«»’‘“”–—…•€\u{a0}";

/// The character a text begins with if its letters are the bytes of that character in UTF-8, and their length here.
fn encoded_twice(text: &str) -> Option<(char, usize)> {
    let mut bytes = [0u8; 3];
    let mut end = 0;
    for (at, c) in text.chars().take(3).enumerate() {
        bytes[at] = windows_byte(c)?;
        end += c.len_utf8();
        if let Ok(decoded) = std::str::from_utf8(&bytes[..=at]) {
            return decoded.chars().next().filter(|c| WRITTEN_IN_TURKISH.contains(*c)).map(|c| (c, end));
        }
    }
    None
}

/// The byte of a character above ASCII in Windows-1252 (which has `ž` where 1254 has nothing), or in Latin-1.
fn windows_byte(c: char) -> Option<u8> {
    const FROM_0X80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“',
        '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match c {
        '\u{80}'..='\u{ff}' => Some(c as u8),
        _ => FROM_0X80.iter().position(|&other| other == c).map(|at| 0x80 + at as u8),
    }
}

#[cfg(test)]
mod tests {
    use super::Damage::*;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn damage_from_real_files() {
        let table = [
            ("ÞÝÞLÝ", Latin1Reading, 4, Some("ŞİŞLİ")),
            ("Baþvuru Sayýsý Daðýlýmý", Latin1Reading, 7, Some("Başvuru Sayısı Dağılımı")),
            ("Ä°ÅŸlem MÃ¼dÃ¼rlÃ¼ÄŸÃ¼", DoubleUtf8, 7, Some("İşlem Müdürlüğü")),
            ("Ã‡AÄžRI", DoubleUtf8, 2, Some("ÇAĞRI")),
            ("1.250 â‚º", DoubleUtf8, 1, Some("1.250 ₺")),
            ("Belediyeâ€™nin", DoubleUtf8, 1, Some("Belediye’nin")),
            ("BĠLGĠ ĠġLEM", GlyphMap, 4, Some("BİLGİ İŞLEM")),
            ("ÇalıĢma", GlyphMap, 1, Some("Çalışma")),
            ("M\u{fffd}d\u{fffd}rl\u{fffd}k", Replacement, 3, None),
            ("bi\u{307}lgi", Decomposed, 1, Some("bilgi")),
            ("I\u{307}s\u{327}lem", Decomposed, 2, Some("İşlem")),
        ];
        for (text, damage, count, repaired) in table {
            let findings = inspect(text);
            assert_eq!(findings.len(), 1, "{text}: {findings:?}");
            assert_eq!((findings[0].damage, findings[0].count), (damage, count), "{text}");
            assert_eq!(repair(text, damage).as_deref(), repaired, "{text}");
        }
    }

    #[test]
    fn undamaged_text_is_left_alone() {
        for text in
            ["", "plain", "Çağrı ŞİŞLİ ığdır hâlâ kâğıt Îmâl", "₺5 – “a” …", "Þórður er æðislegur", "Ångström", "RÜZGÂR’I"]
        {
            assert_eq!(inspect(text), [], "{text}");
            assert_eq!(repair(text, DoubleUtf8), None);
            assert!(matches!(repair_all(text), Cow::Borrowed(_)));
        }
    }

    #[test]
    fn the_first_place_is_given_in_bytes() {
        assert_eq!(inspect("Çay þ"), [Finding { damage: Latin1Reading, at: 5, count: 1 }]);
    }

    #[test]
    fn several_kinds_are_told_apart_and_repaired_one_by_one() {
        let text = "BĠLGĠ / Ä°ÅŸlem / Baþvuru / bi\u{307}lgi / \u{fffd}";
        let kinds: Vec<Damage> = inspect(text).iter().map(|finding| finding.damage).collect();
        assert_eq!(kinds, [Latin1Reading, DoubleUtf8, GlyphMap, Replacement, Decomposed]);
        assert_eq!(repair(text, GlyphMap).unwrap(), "BİLGİ / Ä°ÅŸlem / Baþvuru / bi\u{307}lgi / \u{fffd}");
        assert_eq!(repair_all(text), "BİLGİ / İşlem / Başvuru / bilgi / \u{fffd}");
    }

    /// Bytes as a program shows them that takes each for a character of Windows-1252.
    fn misread(bytes: &[u8]) -> String {
        let shown = |byte| ('\u{80}'..='\u{2122}').rfind(|&c| windows_byte(c) == Some(byte)).unwrap();
        bytes.iter().map(|&byte| if byte < 0x80 { char::from(byte) } else { shown(byte) }).collect()
    }

    #[test]
    fn every_turkish_letter_survives_being_encoded_twice() {
        for letter in "ÇçĞğİıÖöŞşÜüÂâÎîÛû₺".chars() {
            let damaged = misread(letter.to_string().as_bytes());
            assert_eq!(repair(&damaged, DoubleUtf8), Some(letter.to_string()), "{damaged}");
            let latin1: String = letter.to_string().bytes().map(char::from).collect();
            assert_eq!(repair(&latin1, DoubleUtf8), Some(letter.to_string()), "{latin1:?}");
        }
    }

    proptest! {
        #[test]
        fn turkish_text_shows_no_damage_and_comes_back_from_all_repairable_kinds(
            text in "[a-zA-ZçğıöşüÇĞİÖŞÜ0-9 .,’]{0,30}"
        ) {
            prop_assert_eq!(inspect(&text), []);
            let utf8: String = text.bytes().map(char::from).collect();
            let swap = |from: &str, to: &str| -> String {
                text.chars().map(|c| from.chars().position(|f| f == c).map_or(c, |at| to.chars().nth(at).unwrap())).collect()
            };
            let misread = [utf8, swap("İıŞşĞğ", "ÝýÞþÐð"), swap("İŞş", "ĠġĢ")];
            for damaged in misread {
                prop_assert_eq!(repair_all(&damaged), text.as_str());
            }
        }

        #[test]
        fn a_repair_is_offered_for_every_kind_but_one_and_never_lengthens(text in "[ÝþĠÃÄ°§Åai\u{307}c\u{327}\u{fffd}]{0,12}") {
            for finding in inspect(&text) {
                let repaired = repair(&text, finding.damage);
                prop_assert_eq!(repaired.is_none(), finding.damage == Replacement);
                prop_assert!(repaired.is_none_or(|repaired| repaired != text && repaired.chars().count() <= text.chars().count()));
            }
        }
    }
}

//! Folding: one spelling for all the ways the same word is typed, for search and for matching.
//!
//! Not a display form and not Turkish lower case: both `I` and `ı` become `i`, so `IP`, `ıp` and `ip` meet.

use icu_casemap::CaseMapper;

/// The folded text: small letters without marks (`Çağrı`, `ÇAĞRI`, `cagri` → `cagri`), composed or not; runs of white
/// space are one space, none at the ends; curly apostrophes are straight; invisible characters are gone.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Appends the folded text to `out`.
pub fn fold_into(text: &str, out: &mut String) {
    out.reserve(text.len());
    let start = out.len();
    let mut space = false;
    for c in text.chars() {
        let folded = match c {
            // Most of most texts; needs no look at the tables.
            '!'..='~' => Folded::One(c.to_ascii_lowercase()),
            c if c.is_whitespace() => {
                space = true;
                continue;
            }
            c => match fold_char(c) {
                Some(folded) => folded,
                None => continue,
            },
        };
        if std::mem::take(&mut space) && out.len() > start {
            out.push(' ');
        }
        match folded {
            Folded::One(c) => out.push(c),
            Folded::Two(letters) => out.push_str(letters),
        }
    }
}

/// What one character folds to.
#[derive(Clone, Copy)]
pub(super) enum Folded {
    One(char),
    Two(&'static str),
}

/// The folded form of one character; `None` when it leaves nothing behind (combining marks, soft hyphens).
#[inline]
pub(super) fn fold_char(c: char) -> Option<Folded> {
    if c.is_ascii() {
        return Some(Folded::One(c.to_ascii_lowercase()));
    }
    // The letters Turkish writes, before the table for everybody else.
    let one = match c {
        'ı' | 'İ' | 'î' | 'Î' => 'i',
        'ş' | 'Ş' => 's',
        'ğ' | 'Ğ' => 'g',
        'ü' | 'Ü' | 'û' | 'Û' => 'u',
        'ç' | 'Ç' => 'c',
        'ö' | 'Ö' => 'o',
        'â' | 'Â' => 'a',
        '’' | '‘' | 'ʼ' | '´' => '\'',
        _ => return fold_foreign(c),
    };
    Some(Folded::One(one))
}

fn fold_foreign(c: char) -> Option<Folded> {
    let one = match CaseMapper::new().simple_lowercase(c) {
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => return None,
        'ß' => return Some(Folded::Two("ss")),
        'æ' => return Some(Folded::Two("ae")),
        'œ' => return Some(Folded::Two("oe")),
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ə' => 'e',
        'ĝ' | 'ġ' | 'ģ' | 'ǧ' => 'g',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' => 'i',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='õ' | 'ø' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ú' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    };
    Some(Folded::One(one))
}

#[cfg(test)]
mod tests {
    use super::super::case::{lower, upper};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_way_to_write_a_word_meets() {
        let table = [
            ("çay", "cay"),
            ("ÇAY", "cay"),
            ("Ç\u{327}AY", "cay"),
            ("c\u{327}ay", "cay"),
            ("İSTANBUL", "istanbul"),
            ("i\u{307}stanbul", "istanbul"),
            ("ISTANBUL", "istanbul"),
            ("ıstanbul", "istanbul"),
            ("Teşkilâtı", "teskilati"),
            ("Millî Îmâl Ûmum Kûfi", "milli imal umum kufi"),
            ("  Bilgi\u{a0}\t İşlem\r\nMüdürlüğü ", "bilgi islem mudurlugu"),
            ("Çaycuma’nın", "caycuma'nin"),
            ("değer\u{ad}len\u{200b}dirme", "degerlendirme"),
            ("Café Ångström ŁÓDŹ Straße Ærø", "cafe angstrom lodz strasse aero"),
            ("\u{212b}", "a"),
            ("ΑΒΓ", "αβγ"),
            ("", ""),
            (" \u{301} ", ""),
        ];
        for (text, outcome) in table {
            assert_eq!(fold(text), outcome, "{text:?}");
        }
    }

    #[test]
    fn all_29_letters_fold_to_ascii_in_both_cases() {
        let small = "abcçdefgğhıijklmnoöprsştuüvyz";
        let outcome = "abccdefgghiijklmnooprsstuuvyz";
        assert_eq!(fold(small), outcome);
        assert_eq!(fold(&upper(small)), outcome);
    }

    #[test]
    fn appending_keeps_what_is_there() {
        let mut out = String::from("önce ");
        fold_into(" SONRA ", &mut out);
        assert_eq!(out, "önce sonra");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn case_does_not_matter(text in "[a-zA-ZçğıöşüÇĞİÖŞÜâîûÂÎÛ ]{0,40}") {
            prop_assert_eq!(fold(&upper(&text)), fold(&text));
            prop_assert_eq!(fold(&lower(&text)), fold(&text));
        }
    }
}

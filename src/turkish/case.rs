//! Upper and lower case by Turkish rules: `i`/`İ` and `ı`/`I` are two letters, not one.
//!
//! Not for matching and not for addresses: Turkish lower case turns `IP` into `ıp`. Use [`super::fold`] and
//! [`super::slug`] there.

use icu_casemap::CaseMapper;
use icu_locale_core::{LanguageIdentifier, langid};

const TURKISH: LanguageIdentifier = langid!("tr");

/// The text in capitals: `istanbul ışık` becomes `İSTANBUL IŞIK`.
pub fn upper(text: &str) -> String {
    mapped(text, upper_letter).unwrap_or_else(|| CaseMapper::new().uppercase_to_string(text, &TURKISH).into_owned())
}

/// The text in small letters: `İSTANBUL IŞIK` becomes `istanbul ışık`, with no combining dot left behind.
pub fn lower(text: &str) -> String {
    mapped(text, lower_letter).unwrap_or_else(|| CaseMapper::new().lowercase_to_string(text, &TURKISH).into_owned())
}

/// The text with its first letter in capital and everything else untouched: `iş günü` becomes `İş günü`.
pub fn capitalize(text: &str) -> String {
    let first = text.chars().next().map_or(0, char::len_utf8);
    let mut out = upper(&text[..first]);
    out.push_str(&text[first..]);
    out
}

/// The text letter by letter, as long as every letter is one that Turkish writes; the rest of the world is ICU's.
fn mapped(text: &str, letter: impl Fn(char) -> Option<char>) -> Option<String> {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        out.push(letter(c)?);
    }
    Some(out)
}

fn upper_letter(c: char) -> Option<char> {
    Some(match c {
        'i' => 'İ',
        c if c.is_ascii() => c.to_ascii_uppercase(),
        'ı' => 'I',
        'ç' => 'Ç',
        'ğ' => 'Ğ',
        'ö' => 'Ö',
        'ş' => 'Ş',
        'ü' => 'Ü',
        'â' => 'Â',
        'î' => 'Î',
        'û' => 'Û',
        'İ' | 'Ç' | 'Ğ' | 'Ö' | 'Ş' | 'Ü' | 'Â' | 'Î' | 'Û' | '\u{a0}' | '–' | '’' | '“' | '”' | '…' | '₺' => {
            c
        }
        _ => return None,
    })
}

fn lower_letter(c: char) -> Option<char> {
    Some(match c {
        'I' => 'ı',
        c if c.is_ascii() => c.to_ascii_lowercase(),
        'İ' => 'i',
        'Ç' => 'ç',
        'Ğ' => 'ğ',
        'Ö' => 'ö',
        'Ş' => 'ş',
        'Ü' => 'ü',
        'Â' => 'â',
        'Î' => 'î',
        'Û' => 'û',
        'ı' | 'ç' | 'ğ' | 'ö' | 'ş' | 'ü' | 'â' | 'î' | 'û' | '\u{a0}' | '–' | '’' | '“' | '”' | '…' | '₺' => {
            c
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SMALL: &str = "abcçdefgğhıijklmnoöprsştuüvyz";
    const CAPITAL: &str = "ABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZ";

    #[test]
    fn all_29_letters_change_case_one_by_one_and_together() {
        assert_eq!(SMALL.chars().count(), 29);
        for (s, c) in SMALL.chars().zip(CAPITAL.chars()) {
            assert_eq!(upper(&s.to_string()), c.to_string());
            assert_eq!(lower(&c.to_string()), s.to_string());
        }
        assert_eq!(upper(SMALL), CAPITAL);
        assert_eq!(lower(CAPITAL), SMALL);
    }

    #[test]
    fn words_from_real_pages() {
        let table = [
            ("istanbul", "İSTANBUL"),
            ("ığdır", "IĞDIR"),
            ("bilgi işlem müdürlüğü", "BİLGİ İŞLEM MÜDÜRLÜĞÜ"),
            ("hâlâ kâğıt", "HÂLÂ KÂĞIT"),
            ("2026", "2026"),
            ("", ""),
        ];
        for (small, capital) in table {
            assert_eq!(upper(small), capital);
            assert_eq!(lower(capital), small);
        }
        assert_eq!(lower("I\u{307}ZMI\u{307}R"), "izmir", "a decomposed İ is one letter");
    }

    #[test]
    fn capitalizing_touches_only_the_first_letter() {
        let table =
            [("iş günü", "İş günü"), ("ıslak imza", "Islak imza"), ("IP adresi", "IP adresi"), ("çağrı", "Çağrı"), ("", "")];
        for (text, outcome) in table {
            assert_eq!(capitalize(text), outcome);
        }
    }

    proptest! {
        #[test]
        fn there_and_back_is_the_same_text(text in "[abcçdefgğhıijklmnoöprsştuüvyz0-9 .]{0,40}") {
            prop_assert_eq!(lower(&upper(&text)), text);
        }

        #[test]
        fn the_short_path_agrees_with_icu(text in "[ -~çğıöşüÇĞİÖŞÜâîûÂÎÛ\u{a0}–’“”…₺éß\u{307}]{0,40}") {
            prop_assert_eq!(upper(&text), CaseMapper::new().uppercase_to_string(&text, &TURKISH).into_owned());
            prop_assert_eq!(lower(&text), CaseMapper::new().lowercase_to_string(&text, &TURKISH).into_owned());
        }
    }
}

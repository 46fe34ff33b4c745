//! Slugs: the part of an address that is made from a title.
//!
//! Made from folding, never from Turkish lower case (`IP` would become `ıp`). Uniqueness is the caller's: two titles may
//! share a slug (`ilan`, `ılan`). Damaged text must be repaired first, see [`super::encoding_damage`].

use super::fold::{Folded, fold_char};

/// The slug of a title: `İmar & Şehircilik Müdürlüğü’nün` becomes `imar-ve-sehircilik-mudurlugunun`.
///
/// Only `a`–`z`, `0`–`9` and single `-` between them. A title without any Latin letter or digit gives an empty slug.
pub fn slug(title: &str) -> String {
    let mut out = String::with_capacity(title.len());
    slug_into(title, &mut out);
    out
}

/// Appends the slug of a title to `out`; what is already there (`#`, `birim/`) is not touched.
pub fn slug_into(title: &str, out: &mut String) {
    out.reserve(title.len());
    let start = out.len();
    let mut gap = false;
    for c in title.chars() {
        let letter = match fold_char(c) {
            None | Some(Folded::One('\'')) => continue,
            Some(Folded::One(c)) => c,
            Some(Folded::Two(letters)) => {
                open_gap(gap, start, out);
                gap = false;
                out.push_str(letters);
                continue;
            }
        };
        if letter.is_ascii_alphanumeric() {
            open_gap(gap, start, out);
            gap = false;
            out.push(letter);
        } else if letter == '&' {
            open_gap(true, start, out);
            gap = true;
            out.push_str("ve");
        } else {
            gap = true;
        }
    }
}

/// Writes the hyphen between two words, but none before the first.
#[inline]
fn open_gap(gap: bool, start: usize, out: &mut String) {
    if gap && out.len() > start {
        out.push('-');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn titles_from_real_sites() {
        let table = [
            ("İmar ve Şehircilik Müdürlüğü", "imar-ve-sehircilik-mudurlugu"),
            ("Çevre & Temizlik", "cevre-ve-temizlik"),
            ("AR&GE", "ar-ve-ge"),
            ("Çaycuma'nın Tarihçesi", "caycumanin-tarihcesi"),
            ("Çaycuma’nın Tarihçesi", "caycumanin-tarihcesi"),
            ("Belediye Teşkilâtı", "belediye-teskilati"),
            ("IP / VOIP (ISO 27001)", "ip-voip-iso-27001"),
            ("bi\u{307}lgi i\u{307}şlem", "bilgi-islem"),
            ("ILAN ilan ılan İLAN", "ilan-ilan-ilan-ilan"),
            ("  --2026/1. Dönem!  ", "2026-1-donem"),
            ("%45,3 artış", "45-3-artis"),
            ("&", "ve"),
            ("Straße", "strasse"),
            ("…", ""),
            ("'", ""),
            ("", ""),
        ];
        for (title, outcome) in table {
            assert_eq!(slug(title), outcome, "{title:?}");
        }
    }

    #[test]
    fn appending_adds_no_hyphen_to_what_is_there() {
        let mut out = String::from("birim/");
        slug_into(" Yazı İşleri ", &mut out);
        assert_eq!(out, "birim/yazi-isleri");
    }

    proptest! {
        #[test]
        fn a_slug_is_words_with_single_hyphens_between(title in "\\PC{0,60}") {
            let made = slug(&title);
            prop_assert!(made.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{}", made);
            prop_assert!(made.is_empty() || made.split('-').all(|word| !word.is_empty()), "{}", made);
            prop_assert_eq!(slug(&made), made);
        }
    }
}

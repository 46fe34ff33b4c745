//! Ways to reach an office (iletişim): telephone, e-mail, KEP. Only an office's own: a mobile number, a private mail box or
//! one that bears a person's name is refused, because what stands here is published.

use std::sync::Arc;

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::parse::shape::Shape;
use crate::parse::tree::Keys;
use crate::turkish::{fold, ids};

/// A telephone number as it is read and dialled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// As read: `0372 615 10 55`.
    pub words: String,
    /// As dialled, for a `tel:` link: `+903726151055`, `112`.
    pub number: String,
}

/// How telephone numbers and addresses are written.
const PHONES: &str = "0372 615 10 55 | 112";
const EMAIL: &str = "birim@ornek.bel.tr";

/// What may stand in an office's mail address, whoever sits there: `bilgi@`, `yazi.isleri@`.
const OFFICE_WORDS: &[&str] = &[
    "basin",
    "baskan",
    "baskanlik",
    "belediye",
    "bilgi",
    "bilgiedinme",
    "destek",
    "edinme",
    "evrak",
    "halk",
    "iletisim",
    "info",
    "kvkk",
    "mail",
    "masasi",
    "mudurlugu",
    "mudurluk",
    "posta",
    "santral",
    "sikayet",
    "talep",
    "webmaster",
    "zabita",
];

/// The telephone number under `key`: that of an office, or one of the short national ones (112, 153).
pub(super) fn phone(diag: &mut Diagnostics, keys: &mut Keys<'_>, file: &Arc<str>, key: &'static str) -> Option<Phone> {
    let tree = keys.get_as(key, Shape::Written(PHONES))?;
    let words = keys.text(diag, key)?;
    let words = words.trim();
    let place = || Place::at(Arc::clone(file), tree.line, tree.column).field(key);
    if ids::is_mobile_phone(words) {
        diag.push(Diagnostic::new(Code::PERSONAL_CONTACT, place()).hint("phone"));
        return None;
    }
    match dialled(words) {
        Some(number) => Some(Phone { words: words.to_owned(), number }),
        None => keys.bad(diag, key, tree, PHONES),
    }
}

/// The number that `words` dial.
pub(super) fn dialled(words: &str) -> Option<String> {
    let short = words.len() == 3 && words.starts_with('1') && words.bytes().all(|b| b.is_ascii_digit());
    if short { Some(words.to_owned()) } else { ids::telephone(words) }
}

/// The e-mail address under `key`, of an office of the state or of the `website`'s host; `office` are the words of its name.
pub(super) fn email(
    diag: &mut Diagnostics,
    keys: &mut Keys<'_>,
    file: &Arc<str>,
    key: &'static str,
    office: &str,
) -> Option<String> {
    let tree = keys.get_as(key, Shape::Form { pattern: "@", like: EMAIL })?;
    let words = tree.scalar().unwrap_or_default().trim();
    let Some((name, host)) = words.split_once('@').filter(|(name, host)| is_plain(name) && is_plain(host) && host.contains('.'))
    else {
        return keys.bad(diag, key, tree, EMAIL);
    };
    let of_the_state = [".bel.tr", ".gov.tr", ".kep.tr"].iter().any(|ending| host.ends_with(ending));
    if of_the_state && names_an_office(name, office) {
        return Some(words.to_owned());
    }
    let place = Place::at(Arc::clone(file), tree.line, tree.column).field(key);
    diag.push(Diagnostic::new(Code::PERSONAL_CONTACT, place).hint(if of_the_state { "person" } else { "email" }));
    None
}

/// True unless the name of the mail box reads like a person's: two words of which the office bears neither.
fn names_an_office(name: &str, office: &str) -> bool {
    let office = fold(office);
    let known = |word: &str| OFFICE_WORDS.contains(&word) || office.split([' ', '-']).any(|w| w == word);
    let name = fold(name);
    let mut words = name.split(['.', '_', '-']).peekable();
    let first = words.next().unwrap_or_default();
    words.peek().is_none() || known(first) || words.any(known)
}

fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b".-_".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_box_bears_the_name_of_an_office() {
        for name in ["info", "yazi.isleri", "bilgi-islem", "halk.masasi", "belediye"] {
            assert!(names_an_office(name, "Yazı İşleri Müdürlüğü"), "{name}");
        }
        for name in ["ayse.ornek", "a_ornekoglu"] {
            assert!(!names_an_office(name, "Yazı İşleri Müdürlüğü"), "{name}");
        }
    }

    #[test]
    fn short_numbers_are_dialled_as_they_are() {
        assert_eq!(dialled("112").as_deref(), Some("112"));
        assert_eq!(dialled("0372 615 10 55").as_deref(), Some("+903726151055"));
        assert_eq!((dialled("912"), dialled("11a"), dialled("")), (None, None, None));
    }
}

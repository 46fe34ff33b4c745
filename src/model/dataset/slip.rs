//! What exactly is wrong with a cell that could not be read: which hint helps. Not the reading itself.

use super::column::shows;
use crate::parse::schema::Field;
use crate::turkish::date::{self, DateError};
use crate::turkish::fold;
use crate::turkish::number::{self, NumberError, Separators};

/// Stands in a complaint for a value that must not be shown.
pub(super) const HIDDEN: &str = "•••";
/// So many letters of a cell say which one it is.
const LONGEST_SHOWN: usize = 80;

/// What a complaint may say of a cell of `field`. A quotation that nobody closed swallows the rows below, people's own columns
/// among them: what spans lines is not said.
pub(super) fn shown(field: &Field, words: &str) -> String {
    match shows(field) && !words.contains('\n') {
        true => cut(words),
        false => HIDDEN.to_owned(),
    }
}

/// A header as a complaint may say it: on one line, and only where it cannot have swallowed rows.
pub(super) fn shown_header(name: &str) -> String {
    match name.contains('\n') && name.contains([';', ',', '\t']) {
        true => HIDDEN.to_owned(),
        false => cut(&name.split_whitespace().collect::<Vec<_>>().join(" ")),
    }
}

fn cut(words: &str) -> String {
    match words.char_indices().nth(LONGEST_SHOWN) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}

/// What spreadsheets write in place of a value they could not compute, folded: in Turkish and in English.
const EXCEL_ERRORS: [&str; 19] = [
    "#yok",
    "#deger!",
    "#basv!",
    "#bas!",
    "#sayi/0!",
    "#ad?",
    "#sayi!",
    "#bos!",
    "#tasma!",
    "#hesapla!",
    "#n/a",
    "#value!",
    "#ref!",
    "#div/0!",
    "#name?",
    "#num!",
    "#null!",
    "#spill!",
    "#calc!",
];

/// Whether a cell holds the error of a spreadsheet, or the `####` of a column that was too narrow.
pub(super) fn is_excel_error(cell: &str) -> bool {
    let only_marks = cell.len() > 2 && cell.bytes().all(|byte| byte == b'#');
    only_marks || (cell.starts_with('#') && cell.len() <= 16 && EXCEL_ERRORS.contains(&&*fold(cell)))
}

/// The hint for a text that is no day.
pub(super) fn of_date(text: &str) -> Option<&'static str> {
    Some(match date::parse(text).err()? {
        DateError::NoSuchDay { .. } => "day",
        DateError::NoSuchMonth(_) => "month",
        DateError::TwoDigitYear => "year",
        DateError::DayMissing | DateError::YearMissing => "whole",
        DateError::BadTime => "time",
        DateError::BareNumber if text.len() == 5 => "serial",
        _ => return None,
    })
}

/// The hint for a text that is no number.
pub(super) fn of_number(text: &str, separators: Separators) -> Option<&'static str> {
    Some(match number::parse(text, separators).err()? {
        NumberError::Scientific => "scientific",
        NumberError::Currency => "currency",
        NumberError::BadGrouping | NumberError::UnexpectedSeparator(_) => "separators",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_of_spreadsheets_are_known_in_both_languages() {
        for error in ["#YOK", "#DEĞER!", "#BAŞV!", "#SAYI/0!", "#AD?", "#N/A", "#VALUE!", "########"] {
            assert!(is_excel_error(error), "{error}");
        }
        for words in ["#1234", "#", "##", "YOK", "#yoksa", ""] {
            assert!(!is_excel_error(words), "{words}");
        }
    }
}

//! What exactly is wrong with a cell that could not be read: which hint helps. Not the reading itself.

use crate::turkish::date::{self, DateError};
use crate::turkish::fold;
use crate::turkish::number::{self, NumberError, Separators};

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

//! Why a cell or a row could not be mapped, and the list of all of them: counted by value, shown at the first place.
//! A value is shown only where the column's class allows it and it does not look like a person's.

use std::sync::Arc;

use indexmap::IndexMap;

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::parse::capped::Capped;
use crate::turkish::{ids, number};

/// Why something could not be mapped (eşlenemeyen).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fault {
    /// The vocabulary does not have the word.
    Unknown,
    /// Two entries are written like this.
    Ambiguous,
    /// Letters are lost.
    Damaged,
    /// A spreadsheet has shortened the number: `2,02601E+11`.
    LostDigits,
    /// A spreadsheet has made a day of the number: `9.2` became 9 February.
    DayForNumber,
    /// It looks like something of a person, in a column that is none.
    Personal,
    /// No date, or not in the form of the profile.
    Date,
    /// No number.
    Number,
    /// A number with two readings.
    AmbiguousNumber,
    /// Neither yes nor no.
    Boolean,
    /// Outside its limits, or not in its pattern.
    Range,
    /// A required cell is empty.
    Required,
    /// Several cells of a row fail together: the row is probably shifted.
    Shifted,
    /// More or fewer cells than the header.
    Ragged,
    /// The number stands in another row too, with other contents.
    Repeated,
}

impl Fault {
    /// Its name in the catalogues.
    pub fn why(self) -> &'static str {
        match self {
            Fault::Unknown => "unknown",
            Fault::Ambiguous => "ambiguous",
            Fault::Damaged => "damaged",
            Fault::LostDigits => "lost-digits",
            Fault::DayForNumber => "day-for-number",
            Fault::Personal => "personal",
            Fault::Date => "date",
            Fault::Number => "number",
            Fault::AmbiguousNumber => "ambiguous-number",
            Fault::Boolean => "boolean",
            Fault::Range => "range",
            Fault::Required => "required",
            Fault::Shifted => "shifted",
            Fault::Ragged => "ragged",
            Fault::Repeated => "repeated",
        }
    }

    fn hint(self) -> Option<&'static str> {
        match self {
            Fault::Unknown | Fault::Ambiguous | Fault::Range | Fault::Boolean => None,
            Fault::Date => Some("date"),
            Fault::Number | Fault::AmbiguousNumber => Some("number"),
            Fault::Damaged | Fault::LostDigits | Fault::DayForNumber => Some("source"),
            Fault::Personal => Some("personal"),
            Fault::Required => Some("required"),
            Fault::Shifted | Fault::Ragged => Some("shifted"),
            Fault::Repeated => Some("repeated"),
        }
    }
}

/// A row that was refused (geri çevrilen satır), or that lost against another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The file, as it was named.
    pub file: Arc<str>,
    /// Line of the row.
    pub line: u32,
    /// The row's own number, where it could be read.
    pub key: Option<Arc<str>>,
    /// Machine name of the field; empty when the whole row is meant.
    pub field: Arc<str>,
    /// Why.
    pub fault: Fault,
    /// The value; `•••` where it must not be shown.
    pub value: Arc<str>,
}

/// Stands for a value that must not be shown.
pub(super) const HIDDEN: &str = "•••";
/// So many different values of one field and file are told apart; the others are counted together.
const MOST_VALUES: usize = 2_000;

#[derive(Clone)]
struct Seen {
    line: u32,
    count: u64,
    nearest: Option<Arc<str>>,
}

/// What of one file could not be mapped, by field, reason and value (eşlenemeyenler).
#[derive(Default)]
pub(super) struct Faults {
    seen: IndexMap<(Arc<str>, Fault, Arc<str>), Seen>,
}

impl Faults {
    /// Counts one; gives back the value as it may be told.
    pub(super) fn add(
        &mut self,
        field: &Arc<str>,
        fault: Fault,
        value: &Arc<str>,
        line: u32,
        nearest: impl FnOnce() -> Option<Arc<str>>,
    ) {
        let full = self.seen.len() >= MOST_VALUES;
        let key = (Arc::clone(field), fault, Arc::clone(value));
        if let Some(seen) = self.seen.get_mut(&key) {
            seen.count += 1;
        } else if full {
            let rest = (Arc::clone(field), fault, Arc::from("…"));
            self.seen.entry(rest).or_insert(Seen { line, count: 0, nearest: None }).count += 1;
        } else {
            self.seen.insert(key, Seen { line, count: 1, nearest: nearest() });
        }
    }

    /// Says them all, the first twenty of each field one by one. `profile` is where a spelling would be added.
    pub(super) fn tell(self, diag: &mut Diagnostics, file: &Arc<str>, profile: &Arc<str>) {
        let mut capped = Capped::new(Arc::clone(file));
        let mut all: Vec<_> = self.seen.into_iter().collect();
        all.sort_by(|a, b| b.1.count.cmp(&a.1.count).then_with(|| a.0.cmp(&b.0)));
        for ((field, fault, value), seen) in all {
            let place = match field.is_empty() {
                true => Place::row(Arc::clone(file), seen.line),
                false => Place::cell(Arc::clone(file), seen.line, field),
            };
            let complaint = Diagnostic::new(Code::UNMAPPED, place)
                .with("why", fault.why())
                .with("value", value.to_string())
                .with("count", number::integer(seen.count as i64))
                .with("profile", profile.to_string());
            let complaint = match (seen.nearest, fault.hint()) {
                (Some(nearest), _) => complaint.with("nearest", nearest.to_string()).hint("nearest"),
                (None, Some(hint)) => complaint.hint(hint),
                (None, None) => complaint,
            };
            capped.push(diag, complaint);
        }
        capped.finish(diag);
    }
}

/// True for a word that may be a person's even in a column that is none: an address for letters, an IBAN, or digits enough
/// for a national or a telephone number, however they are spaced.
pub(super) fn looks_personal(text: &str) -> bool {
    const FEWEST_DIGITS: usize = 10;
    let compact: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '(' | ')' | '-')).collect();
    let mut runs = compact.split(|c: char| !c.is_ascii_digit());
    text.contains('@') || ids::is_iban_tr(&compact) || runs.any(|run| run.len() >= FEWEST_DIGITS)
}

/// The value as it may be told. A quotation that nobody closed swallows the rows below: what spans lines is not told.
pub(super) fn shown(text: &str, may_show: bool) -> Arc<str> {
    const LONGEST: usize = 60;
    let may_show = may_show && !text.contains('\n') && !looks_personal(text);
    if may_show && text.chars().count() <= LONGEST { text.into() } else { HIDDEN.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_a_persons_is_not_shown() {
        for text in [
            "10000000146",
            "TC 10000000146",
            "ayse@ornek.com",
            "0532 000 00 00",
            "+90 (532) 000-00-00",
            "TR33 0006 1005 1978 6457 8413 26",
        ] {
            assert!(looks_personal(text), "{text}");
            assert_eq!(&*shown(text, true), HIDDEN);
        }
        for text in ["Fen İşleri Müdürlüğü", "2026/001234", "Uğur Mumcu 29", "15/4", "Çukur ve bozuk asfalt"] {
            assert!(!looks_personal(text), "{text}");
        }
        assert_eq!(&*shown("Fen İşleri", true), "Fen İşleri");
        assert_eq!(&*shown("Fen İşleri", false), HIDDEN);
        assert_eq!(&*shown("zabita;1\n2;Ayşe", true), HIDDEN);
        assert_eq!(&*shown(&"uzun ".repeat(20), true), HIDDEN);
    }
}

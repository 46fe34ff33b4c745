//! One column of an export: raw cell → canonical cell. Repairs what has one possible origin and counts it; the rest is a
//! fault, never a guess. Each distinct spelling is understood once; bytes are decoded only then.

use std::borrow::Cow;
use std::sync::Arc;

use super::fault::{Fault, looks_personal};
use super::moment;
use super::repairs::Repairs;
use super::swapped::Days;
use super::words::{Words, escaped};
use crate::model::dataset::index::{Index, hash_of};
use crate::model::registry::{Match, Names};
use crate::parse::csv::Row;
use crate::parse::schema::{Field, FieldType};
use crate::turkish::date::{self, Form, Moment, Order};
use crate::turkish::encoding_damage;
use crate::turkish::number::{self, NumberError, Separators};
use crate::turkish::{fold, money};

/// A cell as it will be kept: a number of [`Words`], a packed moment, or 0 for none.
pub(super) type Kept = u64;

type Understood = (Result<Kept, Fault>, Repairs);

/// So many different spellings of a column are remembered.
const MOST_SPELLINGS: usize = 16_384;
/// Excel's numbers of the days from 2000 to 2100. A bare number outside is no day.
const SERIALS: std::ops::Range<f64> = 36_526.0..73_051.0;

/// A column being mapped (eşlenen sütun).
pub(super) struct Mapper<'s> {
    pub(super) field: &'s Field,
    /// What the words of a list, a registry or a profile mean; other words are faults where `closed`.
    names: Option<Names>,
    closed: bool,
    separators: Separators,
    form: Form,
    missing: &'s [String],
    profile_missing: &'s [String],
    /// A column whose values are nearly all different; they are not remembered.
    is_key: bool,
    spellings: Vec<(Box<[u8]>, Understood)>,
    index: Index,
    /// What is told about its days, where it has some.
    pub(super) days: Days,
}

/// What a mapper must know besides its field.
pub(super) struct Setting<'s> {
    pub(super) names: Option<Names>,
    pub(super) separators: Option<Separators>,
    pub(super) form: Form,
    pub(super) missing: &'s [String],
    pub(super) profile_missing: &'s [String],
    pub(super) is_key: bool,
}

impl<'s> Mapper<'s> {
    pub(super) fn new(field: &'s Field, setting: Setting<'s>) -> Self {
        let Setting { names, separators, form, missing, profile_missing, is_key } = setting;
        let closed = names.is_some() && matches!(field.kind, FieldType::Enum | FieldType::Reference(_));
        let separators = separators.unwrap_or(field.separators);
        let (spellings, index) = (Vec::new(), Index::default());
        Mapper {
            field,
            names,
            closed,
            separators,
            form,
            missing,
            profile_missing,
            is_key,
            spellings,
            index,
            days: Days::default(),
        }
    }

    /// Maps the cell of a row, and the cell with the time of day, where that has a column of its own.
    #[inline]
    pub(super) fn take(&mut self, words: &mut Words, row: &Row<'_>, column: usize, time: Option<usize>) -> Understood {
        let cell = row.bytes(column);
        if cell.is_empty() {
            return (Ok(0), Repairs::default());
        }
        match self.field.kind {
            FieldType::Date | FieldType::DateTime => self.moment(row, column, time),
            FieldType::String | FieldType::Reference(_) if self.is_key && self.names.is_none() && is_plain(cell) => {
                (Ok(Kept::from(words.number(cell))), Repairs::default())
            }
            _ => self.words(words, row, column, cell),
        }
    }

    /// The cell that always says `text`.
    pub(super) fn constant(&self, words: &mut Words, text: &str) -> Result<Kept, Fault> {
        let canonical = match self.field.kind {
            FieldType::String | FieldType::Enum | FieldType::Reference(_) => self.word(text, &mut Repairs::default())?,
            _ => return Err(Fault::Unknown),
        };
        Ok(Kept::from(words.number(escaped(&canonical).as_bytes())))
    }

    /// The name in the vocabulary most like a word that is not in it.
    pub(super) fn nearest(&self, text: &str) -> Option<Arc<str>> {
        match self.names.as_ref()?.find(text) {
            Match::Unknown(near) => near,
            _ => None,
        }
    }

    fn words(&mut self, words: &mut Words, row: &Row<'_>, column: usize, cell: &[u8]) -> Understood {
        // What a program wrote as a number is read otherwise than the same letters typed by a person.
        if row.is_exact(column) {
            return self.understand(words, row, column);
        }
        let hash = hash_of(cell);
        if let Some(known) = self.index.find(hash, |i| &*self.spellings[i as usize].0 == cell) {
            return self.spellings[known as usize].1;
        }
        let understood = self.understand(words, row, column);
        if self.spellings.len() < MOST_SPELLINGS {
            self.index.find_or_add(hash, self.spellings.len() as u32, |_| false);
            self.spellings.push((cell.into(), understood));
        }
        understood
    }

    fn understand(&self, words: &mut Words, row: &Row<'_>, column: usize) -> Understood {
        let (text, mut repairs) = readable(row, column);
        if self.is_missing(&text) {
            return (Ok(0), Repairs::default());
        }
        if text.contains('\u{fffd}') {
            return (Err(Fault::Damaged), repairs);
        }
        let separators = if row.is_exact(column) { Separators::Plain } else { self.separators };
        let canonical = match self.field.kind {
            FieldType::Integer => self.integer(&text, separators, &mut repairs),
            FieldType::Decimal => self.decimal(&text, separators),
            FieldType::Money => self.money(&text, separators),
            FieldType::Boolean => boolean(&text),
            _ => self.word(&text, &mut repairs),
        };
        let canonical = match canonical {
            Err(Fault::Number) if row.is_exact(column) && date::parse_bytes(text.as_bytes()).is_some() => {
                Err(Fault::DayForNumber)
            }
            other => other,
        };
        let checked = canonical.and_then(|canonical| match &self.field.constraints.pattern {
            Some(pattern) if !pattern.is_match(&canonical) => Err(Fault::Range),
            _ => Ok(canonical),
        });
        (checked.map(|canonical| Kept::from(words.number(escaped(&canonical).as_bytes()))), repairs)
    }

    fn is_missing(&self, text: &str) -> bool {
        let folded = fold(text);
        folded.is_empty() || self.missing.contains(&folded) || self.profile_missing.contains(&folded)
    }

    fn word(&self, text: &str, repairs: &mut Repairs) -> Result<String, Fault> {
        let found = self.names.as_ref().map(|names| (names, names.find(text)));
        match found {
            Some((names, Match::Code(code))) => {
                if names.shown(text).is_some_and(|known| known != text) {
                    repairs.add(Repairs::SPELLING);
                }
                return Ok(code.to_string());
            }
            Some((_, Match::Ambiguous)) => return Err(Fault::Ambiguous),
            Some((_, Match::Unknown(_))) if self.closed => return Err(Fault::Unknown),
            _ => {}
        }
        if is_scientific(text) {
            return Err(Fault::LostDigits);
        }
        // The number of a record may be long, but it is neither an address nor words.
        let words = text.contains(' ') && !text.contains(|c: char| c.is_ascii_digit());
        let personal = if self.is_key { text.contains('@') || words } else { looks_personal(text) };
        if personal {
            return Err(Fault::Personal);
        }
        match text.strip_suffix(".0").filter(|whole| number::parse_integer_bytes(whole.as_bytes()).is_some()) {
            Some(whole) => {
                repairs.add(Repairs::FLOAT);
                Ok(whole.to_owned())
            }
            None => Ok(text.to_owned()),
        }
    }

    fn integer(&self, text: &str, separators: Separators, repairs: &mut Repairs) -> Result<String, Fault> {
        let whole = number::parse_integer_bytes(text.as_bytes());
        let number = match whole {
            Some(number) => number,
            None => {
                // `5.0` and `5,0` are five in every form of numbers.
                let bare = text.strip_suffix(".0").or_else(|| text.strip_suffix(",0"));
                let parsed = bare.and_then(|bare| number::parse_integer_bytes(bare.as_bytes()));
                match parsed {
                    Some(number) => {
                        repairs.add(Repairs::FLOAT);
                        number
                    }
                    None => number::parse(text, separators).map_err(number_fault)?.to_integer().ok_or(Fault::Number)?,
                }
            }
        };
        self.in_range(number as f64)?;
        Ok(number.to_string())
    }

    fn decimal(&self, text: &str, separators: Separators) -> Result<String, Fault> {
        let parsed = number::parse(text, separators).map_err(number_fault)?;
        self.in_range(parsed.to_f64())?;
        Ok(self.written(parsed.unscaled, u32::from(parsed.places), false))
    }

    fn money(&self, text: &str, separators: Separators) -> Result<String, Fault> {
        let kurus = money::parse(text, separators).map_err(number_fault)?;
        self.in_range(kurus as f64 / 100.0)?;
        Ok(self.written(kurus, 2, true))
    }

    /// A number as the field's own form has it, so that it is read back as itself: never with three decimals where one
    /// separator could group thousands.
    fn written(&self, mut unscaled: i64, mut places: u32, keep_zeros: bool) -> String {
        while !keep_zeros && places > 0 && unscaled % 10 == 0 {
            unscaled /= 10;
            places -= 1;
        }
        let unit = 10_u64.pow(places);
        let (sign, size) = (if unscaled < 0 { "-" } else { "" }, unscaled.unsigned_abs());
        if places == 0 {
            return format!("{sign}{size}");
        }
        let mark = if self.field.separators == Separators::Turkish { ',' } else { '.' };
        let zero = if places == 3 && self.field.separators == Separators::Unstated { "0" } else { "" };
        format!("{sign}{}{mark}{:0width$}{zero}", size / unit, size % unit, width = places as usize)
    }

    fn in_range(&self, value: f64) -> Result<(), Fault> {
        let bound = |text: &Option<String>| text.as_deref().and_then(|text| text.parse::<f64>().ok());
        let limits = &self.field.constraints;
        let good = bound(&limits.minimum).is_none_or(|least| least <= value);
        if good && bound(&limits.maximum).is_none_or(|greatest| value <= greatest) { Ok(()) } else { Err(Fault::Range) }
    }

    fn moment(&mut self, row: &Row<'_>, column: usize, time: Option<usize>) -> Understood {
        let cell = row.bytes(column);
        let is_iso = cell.get(4) == Some(&b'-');
        let fast = if self.form.order == Order::DayFirst || is_iso { date::parse_bytes(cell) } else { None };
        let (mut day, mut repairs) = match fast {
            Some(moment) => (moment, Repairs::default()),
            None => match self.slow_moment(row, column) {
                (Ok(Some(moment)), repairs) => (moment, repairs),
                (Ok(None), repairs) => return (Ok(0), repairs),
                (Err(fault), repairs) => return (Err(fault), repairs),
            },
        };
        self.days.see(row, column, day);
        if let Some(column) = time
            && day.date_time().time() == jiff::civil::Time::midnight()
        {
            match clock(row, column) {
                Ok(Some((clock, more))) => {
                    day = Moment::Instant(day.date().to_datetime(clock));
                    repairs.add(more);
                }
                Ok(None) => day = Moment::Day(day.date()),
                Err(fault) => return (Err(fault), repairs),
            }
        }
        let packed = moment::packed(day);
        (Ok(if self.field.kind == FieldType::Date { moment::day_only(packed) } else { packed }), repairs)
    }

    fn slow_moment(&self, row: &Row<'_>, column: usize) -> (Result<Option<Moment>, Fault>, Repairs) {
        let (text, mut repairs) = readable(row, column);
        if let Ok(moment) = date::parse_form(&text, self.form) {
            return (Ok(Some(moment)), repairs);
        }
        if self.is_missing(&text) {
            return (Ok(None), Repairs::default());
        }
        if let Some(serial) = plain_number(&text).map(|days| row.serial(days)).filter(|serial| SERIALS.contains(serial))
            && let Ok(moment) = date::from_excel_serial(serial)
        {
            repairs.add(Repairs::SERIAL);
            return (Ok(Some(moment)), repairs);
        }
        (Err(Fault::Date), repairs)
    }
}

/// The time of day in a column of its own; `None` where the cell is empty.
fn clock(row: &Row<'_>, column: usize) -> Result<Option<(jiff::civil::Time, Repairs)>, Fault> {
    if row.bytes(column).is_empty() {
        return Ok(None);
    }
    let (text, mut repairs) = readable(row, column);
    // A spreadsheet keeps a time as a part of a day: its 0.35 is 08:24, and not 00:35 as a person may write it.
    let is_part = row.is_exact(column) && plain_number(&text).is_some_and(|part| part < 1.0);
    if !is_part && let Ok(time) = date::parse_time(&text) {
        return Ok(Some((time, repairs)));
    }
    // It sometimes puts its own first day before it.
    let fraction = plain_number(&text).filter(|part| (0.0..1.0).contains(part)).ok_or(Fault::Date)?;
    let seconds = ((fraction * 86_400.0).round() as i32).min(86_399);
    repairs.add(Repairs::SERIAL);
    let part = |seconds: i32| i8::try_from(seconds).map_err(|_| Fault::Date);
    let (hour, minute, second) = (part(seconds / 3600)?, part(seconds / 60 % 60)?, part(seconds % 60)?);
    jiff::civil::Time::new(hour, minute, second, 0).map(|time| Some((time, repairs))).map_err(|_| Fault::Date)
}

fn boolean(text: &str) -> Result<String, Fault> {
    match &*fold(text) {
        "evet" | "e" | "var" | "x" | "1" | "true" | "dogru" => Ok("true".to_owned()),
        "hayir" | "h" | "yok" | "0" | "false" | "yanlis" => Ok("false".to_owned()),
        _ => Err(Fault::Boolean),
    }
}

fn number_fault(error: NumberError) -> Fault {
    match error {
        NumberError::Ambiguous => Fault::AmbiguousNumber,
        NumberError::Scientific => Fault::LostDigits,
        _ => Fault::Number,
    }
}

/// `45839` or `45839,43`: digits with at most one separator.
fn plain_number(text: &str) -> Option<f64> {
    let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','));
    plain.then(|| text.replace(',', ".").parse().ok()).flatten()
}

/// `2,02601E+11`
fn is_scientific(text: &str) -> bool {
    let Some((digits, power)) = text.split_once(['E', 'e']) else { return false };
    let power = power.strip_prefix('+').unwrap_or(power);
    plain_number(digits).is_some() && !power.is_empty() && power.bytes().all(|b| b.is_ascii_digit()) && text.contains('+')
}

/// True for a number of a record that needs no look: `2026/001234`.
#[inline]
fn is_plain(cell: &[u8]) -> bool {
    cell.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'-' | b'_'))
}

/// The words of a cell with their spaces and letters repaired.
pub(super) fn readable<'r>(row: &Row<'r>, column: usize) -> (Cow<'r, str>, Repairs) {
    let mut repairs = Repairs::default();
    let (mut text, mixed) = row.decode(row.bytes(column));
    if mixed {
        repairs.add(Repairs::ENCODING);
    }
    if let Cow::Owned(repaired) = encoding_damage::repair_all(&text) {
        repairs.add(Repairs::LETTERS);
        text = Cow::Owned(repaired);
    }
    // A no-break space may only come to light with the letters.
    if let Some(tidy) = tidied(&text) {
        repairs.add(Repairs::SPACES);
        text = Cow::Owned(tidy);
    }
    (text, repairs)
}

/// The text with single plain spaces and without invisible characters; `None` when it is so already.
fn tidied(text: &str) -> Option<String> {
    let invisible = |c: char| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    let odd = |c: char| c != ' ' && (c.is_whitespace() || invisible(c));
    if !text.contains(odd) && !text.contains("  ") && text.trim().len() == text.len() {
        return None;
    }
    let visible: String = text.chars().filter(|c| !invisible(*c)).collect();
    Some(visible.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_become_plain() {
        assert_eq!(tidied("Fen İşleri"), None);
        assert_eq!(tidied("Fen\u{a0}İşleri \u{200b}").as_deref(), Some("Fen İşleri"));
        assert_eq!(tidied("Fen  İşleri\nMüdürlüğü").as_deref(), Some("Fen İşleri Müdürlüğü"));
    }

    #[test]
    fn numbers_that_a_spreadsheet_shortened_are_known() {
        assert!(is_scientific("2,02601E+11") && is_scientific("2E+05"));
        assert!(!is_scientific("2026E11") && !is_scientific("E+1") && !is_scientific("CİMER") && !is_scientific("12"));
    }

    #[test]
    fn bare_numbers() {
        assert_eq!(
            [plain_number("45839"), plain_number("45839,5"), plain_number("1.2.3"), plain_number("x")],
            [Some(45_839.0), Some(45_839.5), None, None]
        );
    }
}

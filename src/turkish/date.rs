//! Dates and times as Turkish records write them: day first, `03.04.2021` is the third of April.
//!
//! Civil time only: no clock, no zones, no durations. Two-digit years and days that do not exist are errors that say
//! so. Excel's serial numbers have their own door, because `44289` alone could be anything.

use super::fold::fold;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time, Weekday};

/// The months by name; January is `MONTHS[0]`.
pub const MONTHS: [&str; 12] =
    ["Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"];

/// The days of the week by name; Monday is `WEEKDAYS[0]`.
pub const WEEKDAYS: [&str; 7] = ["Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi", "Pazar"];

/// What a date cell says: a day, or a day and a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Moment {
    /// A day alone.
    Day(Date),
    /// A day with a time of day, even if that is midnight.
    Instant(DateTime),
}

impl Moment {
    /// The day.
    pub fn date(self) -> Date {
        match self {
            Moment::Day(date) => date,
            Moment::Instant(instant) => instant.date(),
        }
    }

    /// The day and time; a day alone begins at midnight.
    pub fn date_time(self) -> DateTime {
        match self {
            Moment::Day(date) => date.to_datetime(Time::midnight()),
            Moment::Instant(instant) => instant,
        }
    }
}

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateError {
    /// Nothing but white space.
    Empty,
    /// No known way to write a date.
    NotADate,
    /// A day its month does not have: 31.02.2021.
    NoSuchDay {
        /// The day as written.
        day: u32,
        /// The month, 1 to 12.
        month: i8,
        /// The year.
        year: i16,
    },
    /// A month that is not 1 to 12; often a date written month first.
    NoSuchMonth(u32),
    /// A year of two digits: `21` is 1921 or 2021.
    TwoDigitYear,
    /// A year no record of a municipality has (before 1000 or after 9999).
    YearOutOfRange,
    /// A month without its day: `2021-04`, `Nisan 2021`.
    DayMissing,
    /// A day and a month without a year: `15/4`.
    YearMissing,
    /// A time of day that does not exist or is not understood: `25:00`.
    BadTime,
    /// A time zone other than Turkey's `+03:00`; whoever knows what it meant must convert it.
    ForeignZone,
    /// A named weekday that is not this date's.
    WrongWeekday(Weekday),
    /// A bare number; if it is an Excel serial, the column must say so.
    BareNumber,
    /// An Excel serial before March 1900 (where Excel counts a day that never was) or after 9999.
    SerialOutOfRange,
}

/// Reads a date, with a time if there is one: `03/04/2021`, `4.11.2015`, `3 Nisan 2021 Cumartesi`, `2021-04-03T15:00`,
/// `17.07.2018 17.30`.
pub fn parse(text: &str) -> Result<Moment, DateError> {
    let text = text.trim();
    if let Some(moment) = parse_bytes(text.as_bytes()) {
        return Ok(moment);
    }
    if text.is_empty() {
        return Err(DateError::Empty);
    }
    let folded = fold(text);
    if folded.bytes().all(|b| b.is_ascii_digit()) {
        return Err(DateError::BareNumber);
    }
    let (date, rest) = if has_month_name(&folded) { named_date(&folded)? } else { numeric_date(&folded)? };
    let rest = check_weekday(date, rest)?;
    match time_text(rest) {
        "" => Ok(Moment::Day(date)),
        rest => Ok(Moment::Instant(date.to_datetime(time(rest)?))),
    }
}

/// The fast path for a million cells: `3.4.2021`, `03/04/2021` and `2021-04-03`, bare or with ` 15:00` or ` 15:00:00`
/// after a space or a `T`. `None` says "not this simple", nothing more; ask [`parse`] then.
#[inline]
pub fn parse_bytes(text: &[u8]) -> Option<Moment> {
    let (year, month, day, rest) = match text {
        [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, rest @ ..] => {
            (four(*y1, *y2, *y3, *y4)?, two(*m1, *m2)?, two(*d1, *d2)?, rest)
        }
        _ => {
            let (day, mark, rest) = one_or_two(text)?;
            let (month, second_mark, rest) = one_or_two(rest)?;
            let [y1, y2, y3, y4, rest @ ..] = rest else { return None };
            if !matches!(mark, b'.' | b'/') || mark != second_mark {
                return None;
            }
            (four(*y1, *y2, *y3, *y4)?, month, day, rest)
        }
    };
    if year < FIRST_YEAR {
        return None;
    }
    let date = Date::new(year, month, day).ok()?;
    let (hour, minute, second) = match rest {
        [] => return Some(Moment::Day(date)),
        [b' ' | b'T', h1, h2, b':', m1, m2] => (two(*h1, *h2)?, two(*m1, *m2)?, 0),
        [b' ' | b'T', h1, h2, b':', m1, m2, b':', s1, s2] => (two(*h1, *h2)?, two(*m1, *m2)?, two(*s1, *s2)?),
        _ => return None,
    };
    // jiff would read second 60 as 59; a record that says 60 is not simple.
    (second < 60).then_some(())?;
    Some(Moment::Instant(date.to_datetime(Time::new(hour, minute, second, 0).ok()?)))
}

/// The day, or the moment, an Excel serial number stands for (1900 system, days since 1899-12-30). Seconds are rounded.
/// Workbooks in the 1904 system count 1,462 days less; their reader must add them.
pub fn from_excel_serial(serial: f64) -> Result<Moment, DateError> {
    const FIRST_MARCH_1900: f64 = 61.0;
    const AFTER_9999: f64 = 2_958_466.0;
    const BASE: Date = jiff::civil::date(1899, 12, 30);
    if !(FIRST_MARCH_1900..AFTER_9999).contains(&serial) {
        return Err(DateError::SerialOutOfRange);
    }
    let seconds = ((serial - serial.trunc()) * 86_400.0).round() as i64;
    let day = BASE.checked_add((serial.trunc() as i64).days()).map_err(|_| DateError::SerialOutOfRange)?;
    if serial.fract() == 0.0 {
        return Ok(Moment::Day(day));
    }
    let instant = day.to_datetime(Time::midnight()).checked_add(seconds.seconds()).map_err(|_| DateError::SerialOutOfRange)?;
    Ok(Moment::Instant(instant))
}

/// `22 Kasım 2026`
pub fn long(date: Date) -> String {
    format!("{} {} {}", date.day(), month(date.month()), date.year())
}

/// `22.11.2026`
pub fn short(date: Date) -> String {
    let mut out = String::with_capacity(10);
    short_into(date, &mut out);
    out
}

/// Appends `22.11.2026` to `out`.
pub fn short_into(date: Date, out: &mut String) {
    let digit = |n: i16| char::from(b'0' + (n % 10) as u8);
    let (day, month, year) = (i16::from(date.day()), i16::from(date.month()), date.year());
    out.extend([digit(day / 10), digit(day), '.', digit(month / 10), digit(month), '.']);
    out.extend([digit(year / 1000), digit(year / 100), digit(year / 10), digit(year)]);
}

/// `Pazar`
pub fn weekday(date: Date) -> &'static str {
    WEEKDAYS[date.weekday().to_monday_zero_offset() as usize]
}

/// `Kasım`; the month is 1 to 12.
pub fn month(month: i8) -> &'static str {
    assert!((1..=12).contains(&month), "months are numbered 1 to 12, this one {month}");
    MONTHS[month as usize - 1]
}

/// `Kasım 2026`; the month is 1 to 12.
pub fn month_year(year: i16, month_number: i8) -> String {
    format!("{} {year}", month(month_number))
}

const FIRST_YEAR: i16 = 1000;

const FOLDED_MONTHS: [&str; 12] =
    ["ocak", "subat", "mart", "nisan", "mayis", "haziran", "temmuz", "agustos", "eylul", "ekim", "kasim", "aralik"];
const FOLDED_WEEKDAYS: [&str; 7] = ["pazartesi", "sali", "carsamba", "persembe", "cuma", "cumartesi", "pazar"];

fn digit(byte: u8) -> Option<i8> {
    byte.is_ascii_digit().then(|| (byte - b'0') as i8)
}

fn two(a: u8, b: u8) -> Option<i8> {
    Some(digit(a)? * 10 + digit(b)?)
}

fn four(a: u8, b: u8, c: u8, d: u8) -> Option<i16> {
    Some(i16::from(two(a, b)?) * 100 + i16::from(two(c, d)?))
}

/// One or two digits and the mark after them.
fn one_or_two(text: &[u8]) -> Option<(i8, u8, &[u8])> {
    match text {
        [a, b, mark, rest @ ..] if b.is_ascii_digit() => Some((two(*a, *b)?, *mark, rest)),
        [a, mark, rest @ ..] => Some((digit(*a)?, *mark, rest)),
        _ => None,
    }
}

/// The digits a text starts with, as written, and the rest.
fn leading_digits(text: &str) -> (&str, &str) {
    text.split_at(text.bytes().take_while(u8::is_ascii_digit).count())
}

/// `3.4.2021`, `3-4-2021`, `2021/04/03`, read from folded text; and what stands after it.
fn numeric_date(text: &str) -> Result<(Date, &str), DateError> {
    let (first, rest) = leading_digits(text);
    if first.is_empty() {
        return Err(DateError::NotADate);
    }
    let mark = rest.chars().next().filter(|mark| matches!(mark, '.' | '/' | '-')).ok_or(DateError::NotADate)?;
    let (second, rest) = leading_digits(&rest[1..]);
    let year_first = first.len() == 4;
    let Some(rest) = rest.strip_prefix(mark).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) else {
        return Err(match (year_first, second.is_empty()) {
            (_, true) => DateError::NotADate,
            (true, false) => DateError::DayMissing,
            (false, false) if second.len() == 4 => DateError::DayMissing,
            (false, false) => DateError::YearMissing,
        });
    };
    let (third, rest) = leading_digits(rest);
    if year_first { Ok((build(first, second, third)?, rest)) } else { Ok((build(third, second, first)?, rest)) }
}

/// `3 nisan 2021`, `03-nis-2021`, read from folded text; and what stands after it.
fn named_date(text: &str) -> Result<(Date, &str), DateError> {
    let (day, rest) = leading_digits(text);
    let rest = rest.trim_start_matches([' ', '-', '.', '/']);
    let name_length = rest.bytes().take_while(u8::is_ascii_lowercase).count();
    let month = month_number(&rest[..name_length]).ok_or(DateError::NotADate)?;
    let rest = rest[name_length..].trim_start_matches([' ', '-', '.', '/', ',']);
    let (year, rest) = leading_digits(rest);
    match (day, year) {
        ("", _) => Err(DateError::DayMissing),
        (_, "") => Err(DateError::YearMissing),
        _ => Ok((build(year, &month.to_string(), day)?, rest)),
    }
}

/// A date from its written parts, with the reason when there is no such date.
fn build(year: &str, month: &str, day: &str) -> Result<Date, DateError> {
    let part = |text: &str, longest: usize| text.parse::<u32>().ok().filter(|_| text.len() <= longest).ok_or(DateError::NotADate);
    if year.len() == 2 {
        return Err(DateError::TwoDigitYear);
    }
    let (year, month_number, day) = (part(year, 4)?, part(month, 2)?, part(day, 2)?);
    let year = i16::try_from(year).ok().filter(|&year| year >= FIRST_YEAR).ok_or(DateError::YearOutOfRange)?;
    let month = i8::try_from(month_number).ok().filter(|m| (1..=12).contains(m)).ok_or(DateError::NoSuchMonth(month_number))?;
    let date = i8::try_from(day).ok().and_then(|day| Date::new(year, month, day).ok());
    date.ok_or(DateError::NoSuchDay { day, month, year })
}

/// The number of a month by its folded name or its first three letters.
fn month_number(name: &str) -> Option<usize> {
    FOLDED_MONTHS.iter().position(|month| name == *month || (name.len() == 3 && month.starts_with(name))).map(|i| i + 1)
}

fn has_month_name(folded: &str) -> bool {
    folded.split(|c: char| !c.is_ascii_lowercase()).any(|word| month_number(word).is_some())
}

/// Takes the name of the day off the front, if there is one, and holds the date to it.
fn check_weekday(date: Date, rest: &str) -> Result<&str, DateError> {
    let rest = rest.trim_start_matches([' ', ',']);
    let length = rest.bytes().take_while(u8::is_ascii_lowercase).count();
    match FOLDED_WEEKDAYS.iter().position(|day| *day == &rest[..length]) {
        None => Ok(rest),
        Some(day) if day == date.weekday().to_monday_zero_offset() as usize => Ok(&rest[length..]),
        Some(_) => Err(DateError::WrongWeekday(date.weekday())),
    }
}

/// What is left for the time once the words and signs around it are gone.
fn time_text(rest: &str) -> &str {
    let rest = rest.trim_start_matches([' ', ',', '-']);
    rest.strip_prefix("saat").or_else(|| rest.strip_prefix('t')).unwrap_or(rest).trim_start_matches([' ', ':'])
}

/// `15:00`, `17.30`, `15:00:00.123`, with at most Turkey's own offset after it.
fn time(text: &str) -> Result<Time, DateError> {
    let (clock, zone) = text.split_at(text.find(['z', '+', '-']).unwrap_or(text.len()));
    if !matches!(zone, "" | "+03:00" | "+0300" | "+03") {
        return Err(DateError::ForeignZone);
    }
    let mut parts = clock.trim_end().splitn(3, [':', '.']);
    let mut part = |longest: usize| -> Result<Option<i8>, DateError> {
        let Some(text) = parts.next() else { return Ok(None) };
        let value = text.split(['.', ',']).next().unwrap_or(text);
        let well_formed =
            !value.is_empty() && value.len() <= longest && text.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b',');
        if well_formed { value.parse().map(Some).map_err(|_| DateError::BadTime) } else { Err(DateError::BadTime) }
    };
    let (hour, minute, second) = (part(2)?, part(2)?, part(2)?);
    let (Some(hour), Some(minute)) = (hour, minute) else { return Err(DateError::BadTime) };
    if second.is_some_and(|second| second > 59) {
        return Err(DateError::BadTime);
    }
    Time::new(hour, minute, second.unwrap_or(0), 0).map_err(|_| DateError::BadTime)
}

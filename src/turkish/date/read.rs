//! From text to a date, with the reason when there is none. Not Excel's serials, and no guess at a missing part.

use super::Moment;
use crate::turkish::fold;
use jiff::civil::{Date, Time, Weekday};

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

const FIRST_YEAR: i16 = 1000;

const FOLDED_MONTHS: [&str; 12] =
    ["ocak", "subat", "mart", "nisan", "mayis", "haziran", "temmuz", "agustos", "eylul", "ekim", "kasim", "aralik"];
const FOLDED_WEEKDAYS: [&str; 7] = ["pazartesi", "sali", "carsamba", "persembe", "cuma", "cumartesi", "pazar"];

#[inline]
fn digit(byte: u8) -> Option<i8> {
    byte.is_ascii_digit().then(|| (byte - b'0') as i8)
}

#[inline]
fn two(a: u8, b: u8) -> Option<i8> {
    Some(digit(a)? * 10 + digit(b)?)
}

#[inline]
fn four(a: u8, b: u8, c: u8, d: u8) -> Option<i16> {
    Some(i16::from(two(a, b)?) * 100 + i16::from(two(c, d)?))
}

/// One or two digits and the mark after them.
#[inline]
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
pub(super) fn build(year: &str, month: &str, day: &str) -> Result<Date, DateError> {
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
pub(super) fn month_number(name: &str) -> Option<usize> {
    FOLDED_MONTHS.iter().position(|month| name == *month || (name.len() == 3 && month.starts_with(name))).map(|i| i + 1)
}

fn has_month_name(folded: &str) -> bool {
    folded.split(|c: char| !c.is_ascii_lowercase()).any(|word| month_number(word).is_some())
}

/// Takes the name of the day off the front, if there is one, and holds the date to it.
pub(super) fn check_weekday(date: Date, rest: &str) -> Result<&str, DateError> {
    let rest = rest.trim_start_matches([' ', ',']);
    let length = rest.bytes().take_while(u8::is_ascii_lowercase).count();
    match FOLDED_WEEKDAYS.iter().position(|day| *day == &rest[..length]) {
        None => Ok(rest),
        Some(day) if day == date.weekday().to_monday_zero_offset() as usize => Ok(&rest[length..]),
        Some(_) => Err(DateError::WrongWeekday(date.weekday())),
    }
}

/// What is left for the time once the words and signs around it are gone.
pub(super) fn time_text(rest: &str) -> &str {
    let rest = rest.trim_start_matches([' ', ',', '-']);
    rest.strip_prefix("saat").or_else(|| rest.strip_prefix('t')).unwrap_or(rest).trim_start_matches([' ', ':'])
}

/// `15:00`, `17.30`, `15:00:00.123`, with at most Turkey's own offset after it.
pub(super) fn time(text: &str) -> Result<Time, DateError> {
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

#[cfg(test)]
mod tests {
    use super::super::{MONTHS, WEEKDAYS, long, short, weekday};
    use super::*;
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn day(year: i16, month: i8, day: i8) -> Result<Moment, DateError> {
        Ok(Moment::Day(date(year, month, day)))
    }

    fn instant(year: i16, month: i8, day: i8, hour: i8, minute: i8, second: i8) -> Result<Moment, DateError> {
        Ok(Moment::Instant(date(year, month, day).at(hour, minute, second, 0)))
    }

    #[test]
    fn dates_from_real_records() {
        let table = [
            ("03/04/2021", day(2021, 4, 3)),
            ("04.11.2015", day(2015, 11, 4)),
            ("4.1.2015", day(2015, 1, 4)),
            ("3-4-2021", day(2021, 4, 3)),
            (" 2021-04-03 ", day(2021, 4, 3)),
            ("2021/04/03", day(2021, 4, 3)),
            ("3 Nisan 2021", day(2021, 4, 3)),
            ("3 NİSAN 2021", day(2021, 4, 3)),
            ("03-Nis-2021", day(2021, 4, 3)),
            ("15 Ağu. 2021", day(2021, 8, 15)),
            ("3 Nisan 2021 Cumartesi", day(2021, 4, 3)),
            ("03.04.2021, Cumartesi", day(2021, 4, 3)),
            ("29.02.2024", day(2024, 2, 29)),
            ("17.07.2018 15:00", instant(2018, 7, 17, 15, 0, 0)),
            ("18.03.2024 15:00:07", instant(2024, 3, 18, 15, 0, 7)),
            ("20.03.2025 00:00:00", instant(2025, 3, 20, 0, 0, 0)),
            ("17.07.2018 17.30", instant(2018, 7, 17, 17, 30, 0)),
            ("17.07.2018 9:05", instant(2018, 7, 17, 9, 5, 0)),
            ("17.07.2018 - 17:30", instant(2018, 7, 17, 17, 30, 0)),
            ("3 Nisan 2021 saat 17.30", instant(2021, 4, 3, 17, 30, 0)),
            ("3 Nisan 2021 Cumartesi, saat: 17.30", instant(2021, 4, 3, 17, 30, 0)),
            ("2021-04-03T15:00", instant(2021, 4, 3, 15, 0, 0)),
            ("2021-04-03T15:00:01.250", instant(2021, 4, 3, 15, 0, 1)),
            ("2021-04-03T15:00:00+03:00", instant(2021, 4, 3, 15, 0, 0)),
        ];
        for (text, outcome) in table {
            assert_eq!(parse(text), outcome, "{text:?}");
        }
    }

    #[test]
    fn what_is_no_date_says_why() {
        use DateError::*;
        let table = [
            ("", Empty),
            ("31.02.2021", NoSuchDay { day: 31, month: 2, year: 2021 }),
            ("29 Şubat 2023", NoSuchDay { day: 29, month: 2, year: 2023 }),
            ("2021-04-31", NoSuchDay { day: 31, month: 4, year: 2021 }),
            ("00.04.2021", NoSuchDay { day: 0, month: 4, year: 2021 }),
            ("04/25/2021", NoSuchMonth(25)),
            ("03.04.21", TwoDigitYear),
            ("3 Nis 21", TwoDigitYear),
            ("03.04.0202", YearOutOfRange),
            ("03.04.202", YearOutOfRange),
            ("03.04.20211", NotADate),
            ("2021-04", DayMissing),
            ("04/2021", DayMissing),
            ("Nisan 2021", DayMissing),
            ("15/4", YearMissing),
            ("3 Nisan", YearMissing),
            ("03.04.2021 25:00", BadTime),
            ("03.04.2021 15:60", BadTime),
            ("03.04.2021 15:00:60", BadTime),
            ("03.04.2021 15", BadTime),
            ("03.04.2021 tarihli", BadTime),
            ("2021-04-03T15:00:00Z", ForeignZone),
            ("2021-04-03T15:00:00-05:00", ForeignZone),
            ("3 Nisan 2021 Pazar", WrongWeekday(Weekday::Saturday)),
            ("44289", BareNumber),
            ("dün", NotADate),
            ("03.Foo.2021", NotADate),
            ("-", NotADate),
        ];
        for (text, reason) in table {
            assert_eq!(parse(text), Err(reason), "{text:?}");
        }
    }

    #[test]
    fn the_folded_names_are_the_names_folded() {
        assert_eq!(MONTHS.map(fold), FOLDED_MONTHS);
        assert_eq!(WEEKDAYS.map(fold), FOLDED_WEEKDAYS);
    }

    proptest! {
        #[test]
        fn every_written_date_reads_as_itself(days in 0i64..3_287_000, seconds in 0i64..86_400) {
            let day = date(1000, 1, 1).checked_add(days.days()).unwrap();
            let moment = day.to_datetime(Time::midnight()).checked_add(seconds.seconds()).unwrap();
            for text in [short(day), long(day), day.to_string(), format!("{} {}", long(day), weekday(day)), short(day).replace('.', "/")] {
                prop_assert_eq!(parse(&text), Ok(Moment::Day(day)), "{}", text);
            }
            let clock = moment.time();
            prop_assert_eq!(parse(&format!("{} {clock}", short(day))), Ok(Moment::Instant(moment)));
            prop_assert_eq!(parse(&moment.to_string()), Ok(Moment::Instant(moment)));
        }

        #[test]
        fn the_fast_path_agrees_with_the_slow_one(text in "[0-3]?[0-9][./-][0-1]?[0-9][./-][0-9]{3,5}([ T][0-2]?[0-9][:.][0-6][0-9](:[0-6][0-9])?)?") {
            if let Some(moment) = parse_bytes(text.as_bytes()) {
                let folded = fold(&text);
                let (day, rest) = numeric_date(&folded).unwrap();
                prop_assert_eq!(day, moment.date());
                if let Moment::Instant(instant) = moment {
                    prop_assert_eq!(time(time_text(rest)), Ok(instant.time()));
                }
            }
        }

        #[test]
        fn any_text_gives_an_answer(text in "([0-9]{0,4}[-./: ]|\\PC|nisan|[0-9]){0,8}") {
            if let Ok(moment) = parse(&text) {
                prop_assert!(moment.date().year() >= FIRST_YEAR);
            }
        }
    }
}

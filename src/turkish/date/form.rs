//! Dates as other systems' exports write them: month first, years of two digits, English months, `PM`. The form belongs to
//! the export and is told, never guessed. Turkish records need none of this: see [`super::parse`].

use super::read::{build, check_weekday, month_number, time, time_text};
use super::{DateError, Moment, parse};
use crate::turkish::fold;

/// Which part of a date stands before the other where both are numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// `26.3.2014`
    #[default]
    DayFirst,
    /// `3/26/2014`
    MonthFirst,
}

/// How an export writes its dates (tarih biçimi).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// Which part stands first.
    pub order: Order,
    /// The century of years of two digits; without it they are refused.
    pub century: Option<i16>,
}

/// Reads a date written in `form`, with a time if there is one. ISO dates are read in every form.
pub fn parse_form(text: &str, form: Form) -> Result<Moment, DateError> {
    if form.order == Order::DayFirst
        && let Ok(moment) = parse(text)
    {
        return Ok(moment);
    }
    let folded = fold(text);
    if folded.is_empty() {
        return Err(DateError::Empty);
    }
    if folded.bytes().all(|b| b.is_ascii_digit()) {
        return Err(DateError::BareNumber);
    }
    let (parts, rest) = parts(&folded).ok_or(DateError::NotADate)?;
    let names = parts.map(|part| month(part).map(|number| number.to_string()));
    let (day, month, year) = match (&names, parts) {
        ([_, Some(month), _], [first, _, last]) if first.len() == 4 => (last, &**month, first),
        ([_, Some(month), _], [first, _, last]) => (first, &**month, last),
        ([Some(month), _, _], [_, second, last]) => (second, &**month, last),
        (_, [first, second, last]) if first.len() == 4 => (last, second, first),
        (_, [first, second, last]) if form.order == Order::MonthFirst => (second, first, last),
        (_, [first, second, last]) => (first, second, last),
    };
    let year = match (form.century, year.parse::<i16>()) {
        (Some(century), Ok(short)) if year.len() == 2 => (century + short).to_string(),
        _ => year.to_owned(),
    };
    let date = build(&year, month, day)?;
    let rest = time_text(check_weekday(date, rest)?);
    if rest.is_empty() {
        return Ok(Moment::Day(date));
    }
    let (clock, half) = half_day(rest);
    let mut time = time(clock)?;
    match half {
        Some(_) if !(1..=12).contains(&time.hour()) => return Err(DateError::BadTime),
        Some(afternoon) => {
            let hour = time.hour() % 12 + if afternoon { 12 } else { 0 };
            time = time.with().hour(hour).build().map_err(|_| DateError::BadTime)?;
        }
        None => {}
    }
    Ok(Moment::Instant(date.to_datetime(time)))
}

/// Reads a time of day that stands in a column of its own: `10:24`, `10.24`, `10:24:05`, `1:24 PM`.
pub fn parse_time(text: &str) -> Result<jiff::civil::Time, DateError> {
    // A day gives the clock something to stand behind.
    match parse_form(&format!("1.1.2000 {text}"), Form::default())? {
        Moment::Instant(at) => Ok(at.time()),
        Moment::Day(_) => Err(DateError::Empty),
    }
}

/// The first three words of a date, and what stands behind them.
fn parts(folded: &str) -> Option<([&str; 3], &str)> {
    let mut parts = [""; 3];
    let mut rest = folded;
    for (place, part) in parts.iter_mut().enumerate() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let length = if digits > 0 { digits } else { rest.bytes().take_while(u8::is_ascii_lowercase).count() };
        if length == 0 {
            return None;
        }
        (*part, rest) = rest.split_at(length);
        if place < 2 {
            let after = rest.trim_start_matches([' ', '.', '/', '-', ',']);
            if after.len() == rest.len() {
                return None;
            }
            rest = after;
        }
    }
    Some((parts, rest))
}

/// The number of a month by its Turkish or English name, or the first three letters of it.
fn month(name: &str) -> Option<usize> {
    const ENGLISH: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let english = || ENGLISH.iter().position(|month| name == *month || (name.len() == 3 && month.starts_with(name)));
    month_number(name).or_else(|| english().map(|place| place + 1))
}

/// A clock without its `AM`, `PM`, `ÖÖ` or `ÖS`, and whether that means the afternoon.
fn half_day(clock: &str) -> (&str, Option<bool>) {
    let found = [("am", false), ("pm", true), ("oo", false), ("os", true)].into_iter().find_map(|(mark, afternoon)| {
        let rest = clock.strip_suffix(mark).or_else(|| clock.strip_prefix(mark))?;
        Some((rest.trim(), Some(afternoon)))
    });
    found.unwrap_or((clock, None))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn instant(year: i16, month: i8, day: i8, hour: i8, minute: i8, second: i8) -> Result<Moment, DateError> {
        Ok(Moment::Instant(date(year, month, day).at(hour, minute, second, 0)))
    }

    #[test]
    fn each_form_reads_its_own_dates() {
        let american = Form { order: Order::MonthFirst, century: Some(2000) };
        let table = [
            ("3/26/2014 9:18", american, instant(2014, 3, 26, 9, 18, 0)),
            ("1/2/20 0:05", american, instant(2020, 1, 2, 0, 5, 0)),
            ("2014-Jan-14 13:48:01", american, instant(2014, 1, 14, 13, 48, 1)),
            ("2014-03-26", american, Ok(Moment::Day(date(2014, 3, 26)))),
            ("March 3, 2014 1:05 PM", american, instant(2014, 3, 3, 13, 5, 0)),
            ("3/26/2014 12:05 AM", american, instant(2014, 3, 26, 0, 5, 0)),
            ("26/3/2014", american, Err(DateError::NoSuchMonth(26))),
            ("1/2/20", Form { century: None, ..american }, Err(DateError::TwoDigitYear)),
            ("02.01.20 10:15", Form { century: Some(2000), ..Form::default() }, instant(2020, 1, 2, 10, 15, 0)),
            ("02.01.2020 ÖS 03:15", Form::default(), instant(2020, 1, 2, 15, 15, 0)),
            ("14-Sep-2014", Form::default(), Ok(Moment::Day(date(2014, 9, 14)))),
            ("3/26/2014 13:05 PM", american, Err(DateError::BadTime)),
            ("44289", american, Err(DateError::BareNumber)),
            ("dün", american, Err(DateError::NotADate)),
            ("", american, Err(DateError::Empty)),
        ];
        for (text, form, outcome) in table {
            assert_eq!(parse_form(text, form), outcome, "{text:?}");
        }
    }

    #[test]
    fn a_clock_alone() {
        let time = |hour, minute, second| Ok(jiff::civil::time(hour, minute, second, 0));
        let table =
            [("10:24", time(10, 24, 0)), ("9.05", time(9, 5, 0)), ("10:24:05", time(10, 24, 5)), ("1:24 PM", time(13, 24, 0))];
        for (text, outcome) in table {
            assert_eq!(parse_time(text), outcome, "{text:?}");
        }
        assert!(parse_time("25:00").is_err() && parse_time("").is_err() && parse_time("öğlen").is_err());
    }

    proptest::proptest! {
        #[test]
        fn any_text_gives_an_answer(text in "([0-9]{0,4}[-./: ]|\\PC|mar|pm|[0-9]){0,8}", month_first: bool) {
            let order = if month_first { Order::MonthFirst } else { Order::DayFirst };
            let _ = parse_form(&text, Form { order, century: Some(2000) });
        }
    }
}

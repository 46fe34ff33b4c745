//! From a date to Turkish text.

use super::{MONTHS, WEEKDAYS};
use jiff::civil::Date;

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

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn written_dates() {
        let sunday = date(2026, 11, 22);
        assert_eq!(long(sunday), "22 Kasım 2026");
        assert_eq!(short(sunday), "22.11.2026");
        assert_eq!(short(date(1071, 8, 6)), "06.08.1071");
        assert_eq!(weekday(sunday), "Pazar");
        assert_eq!(month_year(2026, 11), "Kasım 2026");
    }
}

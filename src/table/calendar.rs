//! Days and times as Polars keeps them: whole days and milliseconds since 1 January 1970, without time zones.
//! Not a parser of dates: `turkish` reads and writes them.

use jiff::civil::{Date, DateTime};
/// Milliseconds of a day.
pub(super) const DAY_MILLIS: i64 = 86_400_000;

/// Days from 1 January 1970 to `date` in the proleptic Gregorian calendar.
///
/// The year starts in March, so that the leap day is its last day and months need no table.
#[inline]
pub(super) fn days_of(date: Date) -> i32 {
    let month = i32::from(date.month());
    let year = i32::from(date.year()) - i32::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + i32::from(date.day()) - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// The year and month of a day.
#[inline]
pub(super) fn year_month_of(days: i32) -> (i32, u32) {
    let shifted = i64::from(days) + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year as i32, month as u32)
}

/// The date of a day; `None` outside the years −9999 to 9999.
pub(super) fn date_of(days: i32) -> Option<Date> {
    let (year, month) = year_month_of(days);
    let first = Date::new(i16::try_from(year).ok()?, month as i8, 1).ok()?;
    Date::new(first.year(), first.month(), (days - days_of(first) + 1) as i8).ok()
}

/// Milliseconds since 1970 of a local date and time.
#[inline]
pub(super) fn millis_of(at: DateTime) -> i64 {
    let seconds = i64::from(at.hour()) * 3_600 + i64::from(at.minute()) * 60 + i64::from(at.second());
    i64::from(days_of(at.date())) * DAY_MILLIS + seconds * 1_000 + i64::from(at.millisecond())
}

/// The day of milliseconds since 1970. None that a table holds is outside the days that 32 bits can count.
#[inline]
pub(super) fn day_of(millis: i64) -> i32 {
    millis.div_euclid(DAY_MILLIS) as i32
}

/// The local date and time of milliseconds since 1970.
pub(super) fn date_time_of(millis: i64) -> Option<DateTime> {
    let date = date_of(i32::try_from(millis.div_euclid(DAY_MILLIS)).ok()?)?;
    let rest = millis.rem_euclid(DAY_MILLIS);
    let (seconds, nanos) = (rest / 1_000, (rest % 1_000) * 1_000_000);
    Some(date.at((seconds / 3_600) as i8, (seconds / 60 % 60) as i8, (seconds % 60) as i8, nanos as i32))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_agree_with_the_calendar_library_through_leap_years() {
        let mut day = date(1899, 12, 30);
        while day < date(2101, 3, 2) {
            let days = days_of(day);
            assert_eq!(days, (day - date(1970, 1, 1)).get_days(), "{day}");
            assert_eq!(date_of(days), Some(day));
            day = day.tomorrow().expect("the year 2101 is in range");
        }
    }

    #[test]
    fn a_time_comes_back_also_before_1970() {
        for at in [date(2026, 2, 28).at(23, 59, 59, 0), date(1969, 12, 31).at(0, 0, 1, 5_000_000)] {
            assert_eq!(date_time_of(millis_of(at)), Some(at));
        }
    }
}

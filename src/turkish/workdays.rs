//! Working days (iş günü): week days that are no public holiday.
//!
//! The holidays are data (their dates move with the moon and with decrees), and so is the list of years they are complete
//! for: a count that touches any other year is refused, never guessed. Half holidays (the eves of the feasts, the
//! afternoon of 28 October) count as working days, because offices take applications in the morning and the law counts
//! periods in whole days; whoever shows a holiday list shows them all the same.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use std::collections::{BTreeMap, BTreeSet};

/// A public holiday or a day of administrative leave (resmî tatil, idari izin).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Holiday {
    /// The day.
    pub date: Date,
    /// Its name as shown to people.
    pub name: String,
    /// Whether only its afternoon is free.
    pub half_day: bool,
}

/// A year the calendar has no holidays for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct UnknownYear(pub i16);

/// The working days of the years it knows (iş günü takvimi).
#[derive(Clone, Debug)]
pub struct Calendar {
    /// For each known year, by day of the year: how many working days there are up to and including that day.
    /// Index 0 is the eve of the year.
    counts: BTreeMap<i16, Vec<u16>>,
}

impl Calendar {
    /// A calendar from the holidays, and the years for which the list of them is complete. Holidays of other years are
    /// not used.
    pub fn new(holidays: &[Holiday], known_years: impl IntoIterator<Item = i16>) -> Calendar {
        let free: BTreeSet<Date> = holidays.iter().filter(|holiday| !holiday.half_day).map(|holiday| holiday.date).collect();
        let counts = known_years.into_iter().map(|year| (year, count_year(year, &free))).collect();
        Calendar { counts }
    }

    /// Whether a day is a working day.
    pub fn is_business_day(&self, day: Date) -> Result<bool, UnknownYear> {
        let counts = self.year(day.year())?;
        let at = day_of_year(day);
        Ok(counts[at] > counts[at - 1])
    }

    /// The day a period of `days` working days ends. The day it starts on is not counted, as in the law on
    /// administrative procedure; a period of no days ends where it starts.
    pub fn add_business_days(&self, start: Date, days: u32) -> Result<Date, UnknownYear> {
        if days == 0 {
            self.year(start.year())?;
            return Ok(start);
        }
        let mut year = start.year();
        let mut counts = self.year(year)?;
        let mut wanted = u64::from(days) + u64::from(counts[day_of_year(start)]);
        loop {
            let total = u64::from(counts[counts.len() - 1]);
            if wanted <= total {
                let at = counts.partition_point(|&count| u64::from(count) < wanted);
                return Ok(date(year, 1, 1) + (at as i64 - 1).days());
            }
            wanted -= total;
            year = year.checked_add(1).ok_or(UnknownYear(year))?;
            counts = self.year(year)?;
        }
    }

    /// How many working days a period has: those after `from`, up to and including `to`. Negative when `to` is earlier.
    pub fn business_days_between(&self, from: Date, to: Date) -> Result<i32, UnknownYear> {
        if to < from {
            return self.business_days_between(to, from).map(|days| -days);
        }
        let before = i32::from(self.year(from.year())?[day_of_year(from)]);
        let mut sum = i32::from(self.year(to.year())?[day_of_year(to)]);
        for year in from.year()..to.year() {
            let counts = self.year(year)?;
            sum += i32::from(counts[counts.len() - 1]);
        }
        Ok(sum - before)
    }

    fn year(&self, year: i16) -> Result<&[u16], UnknownYear> {
        self.counts.get(&year).map(Vec::as_slice).ok_or(UnknownYear(year))
    }
}

fn day_of_year(day: Date) -> usize {
    day.day_of_year().unsigned_abs().into()
}

fn count_year(year: i16, free: &BTreeSet<Date>) -> Vec<u16> {
    let first = date(year, 1, 1);
    let mut counts = vec![0];
    let mut sum = 0;
    for day in first.series(1.day()).take(first.days_in_year().unsigned_abs().into()) {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        sum += u16::from(!weekend && !free.contains(&day));
        counts.push(sum);
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn holiday(month: i8, day: i8, half_day: bool) -> Holiday {
        Holiday { date: date(2026, month, day), name: "Tatil".into(), half_day }
    }

    /// The fixed holidays of 2026 with the feast of sacrifice; 2027 without any, 2028 not known.
    fn calendar() -> Calendar {
        let days = [
            (1, 1, false),
            (4, 23, false),
            (5, 1, false),
            (5, 19, false),
            (5, 26, true),
            (5, 27, false),
            (5, 28, false),
            (5, 29, false),
            (5, 30, false),
            (7, 15, false),
            (8, 30, false),
            (10, 28, true),
            (10, 29, false),
        ];
        Calendar::new(&days.map(|(month, day, half)| holiday(month, day, half)), [2026, 2027])
    }

    #[test]
    fn holidays_and_weekends_are_skipped() {
        let table = [
            // start, working days, end
            ((2026, 4, 22), 1, (2026, 4, 24)),
            ((2026, 4, 24), 1, (2026, 4, 27)),
            ((2026, 4, 25), 1, (2026, 4, 27)),
            ((2026, 5, 25), 1, (2026, 5, 26)),
            ((2026, 5, 26), 1, (2026, 6, 1)),
            ((2026, 10, 27), 2, (2026, 10, 30)),
            ((2026, 12, 31), 1, (2027, 1, 1)),
            ((2026, 11, 22), 0, (2026, 11, 22)),
            ((2026, 1, 1), 15, (2026, 1, 22)),
        ];
        for ((y, m, d), days, (ey, em, ed)) in table {
            let (start, end) = (date(y, m, d), date(ey, em, ed));
            assert_eq!(calendar().add_business_days(start, days), Ok(end), "{start} + {days}");
            assert_eq!(calendar().business_days_between(start, end), Ok(days as i32), "{start} – {end}");
            assert_eq!(calendar().business_days_between(end, start), Ok(-(days as i32)), "{end} – {start}");
        }
    }

    #[test]
    fn half_days_are_working_days_and_whole_holidays_are_not() {
        for (day, outcome) in
            [((5, 26), true), ((5, 27), false), ((10, 28), true), ((10, 29), false), ((11, 22), false), ((11, 23), true)]
        {
            assert_eq!(calendar().is_business_day(date(2026, day.0, day.1)), Ok(outcome), "{day:?}");
        }
    }

    #[test]
    fn an_unknown_year_is_named_and_nothing_is_counted() {
        let c = calendar();
        assert_eq!(c.add_business_days(date(2027, 12, 31), 1), Err(UnknownYear(2028)));
        assert_eq!(c.add_business_days(date(2025, 12, 31), 0), Err(UnknownYear(2025)));
        assert_eq!(c.business_days_between(date(2025, 12, 31), date(2026, 1, 2)), Err(UnknownYear(2025)));
        assert_eq!(c.business_days_between(date(2026, 1, 2), date(2029, 1, 2)), Err(UnknownYear(2029)));
        assert_eq!(c.is_business_day(date(2030, 1, 2)), Err(UnknownYear(2030)));
        let gap = Calendar::new(&[], [2024, 2026]);
        assert_eq!(gap.business_days_between(date(2024, 6, 3), date(2026, 6, 3)), Err(UnknownYear(2025)));
    }

    proptest! {
        #[test]
        fn counting_agrees_with_walking_day_by_day(start in 0i64..700, length in 0i64..30) {
            let c = calendar();
            let from = date(2026, 1, 1) + start.days();
            let to = from + length.days();
            let walked = from.series(1.day()).skip(1).take(length as usize).filter(|day| c.is_business_day(*day) == Ok(true)).count();
            prop_assert_eq!(c.business_days_between(from, to), Ok(walked as i32));
            if walked > 0 {
                let end = c.add_business_days(from, walked as u32).unwrap();
                prop_assert!(end <= to && c.is_business_day(end).unwrap());
                prop_assert_eq!(c.business_days_between(from, end), Ok(walked as i32));
            }
        }
    }
}

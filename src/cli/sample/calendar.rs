//! Days and months of the made-up data: the Gregorian calendar in whole numbers. No clock, no time zone, no holidays
//! that move.

/// A month (ay) of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// The year, e.g. 2026.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
}

impl Month {
    /// The month `months` later.
    pub fn plus(self, months: u32) -> Month {
        let zero_based = self.month - 1 + months;
        Month { year: self.year + (zero_based / 12) as i32, month: zero_based % 12 + 1 }
    }

    /// Its first day.
    pub fn first_day(self) -> Day {
        Day::new(self.year, self.month, 1)
    }

    /// How many days it has.
    pub fn days(self) -> u32 {
        (self.plus(1).first_day().0 - self.first_day().0) as u32
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// A day (gün), counted from 1 March of the year 0, so that a leap day is the last of its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(i64);

impl Day {
    /// A day of the calendar; `month` 1 to 12, `day` 1 to 31.
    pub fn new(year: i32, month: u32, day: u32) -> Day {
        let from_march = i64::from((month + 9) % 12);
        let year = i64::from(year) - i64::from(month < 3);
        Day(year * 365 + year.div_euclid(4) - year.div_euclid(100)
            + year.div_euclid(400)
            + (from_march * 306 + 5) / 10
            + i64::from(day)
            - 1)
    }

    /// The day `days` later.
    pub fn plus(self, days: i64) -> Day {
        Day(self.0 + days)
    }

    /// Days from `earlier` to this one.
    pub fn since(self, earlier: Day) -> i64 {
        self.0 - earlier.0
    }

    /// 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> usize {
        // 1 March of the year 0 was a Wednesday.
        (self.0 + 2).rem_euclid(7) as usize
    }

    /// Year, month, day of the month.
    pub fn parts(self) -> (i32, u32, u32) {
        let mut year = (self.0 * 10_000 + 14_780).div_euclid(3_652_425);
        let days_before = |year: i64| year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        if days_before(year) > self.0 {
            year -= 1;
        }
        let day_of_year = self.0 - days_before(year);
        let from_march = (day_of_year * 100 + 52) / 3060;
        let day = day_of_year - (from_march * 306 + 5) / 10 + 1;
        let january_on = from_march >= 10;
        ((year + i64::from(january_on)) as i32, ((from_march + 2) % 12 + 1) as u32, day as u32)
    }

    /// `dd.mm.yyyy`, as Turkish offices write it.
    pub fn written(self) -> String {
        let (year, month, day) = self.parts();
        format!("{day:02}.{month:02}.{year:04}")
    }
}

/// A minute of a day (an), as exports write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The day.
    pub day: Day,
    /// Minutes from midnight, 0 to 1439.
    pub minute: u32,
}

impl Moment {
    /// The moment `minutes` later.
    pub fn plus(self, minutes: u64) -> Moment {
        let total = u64::from(self.minute) + minutes;
        Moment { day: self.day.plus((total / 1440) as i64), minute: (total % 1440) as u32 }
    }

    /// Minutes from `earlier` to this one.
    pub fn minutes_since(self, earlier: Moment) -> i64 {
        self.day.since(earlier.day) * 1440 + i64::from(self.minute) - i64::from(earlier.minute)
    }

    /// `dd.mm.yyyy HH:MM`.
    pub fn written(self) -> String {
        format!("{} {:02}:{:02}", self.day.written(), self.minute / 60, self.minute % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_is_its_own_inverse() {
        let mut day = Day::new(1999, 12, 31);
        for _ in 0..20_000 {
            let (year, month, number) = day.parts();
            assert_eq!(Day::new(year, month, number), day, "{year}-{month}-{number}");
            assert_eq!(day.plus(1).since(day), 1);
            day = day.plus(1);
        }
        assert_eq!(day.parts(), (2054, 10, 3));
    }

    #[test]
    fn known_days_fall_on_their_weekdays() {
        assert_eq!(Day::new(2021, 4, 3).weekday(), 5);
        assert_eq!(Day::new(2024, 2, 29).weekday(), 3);
        assert_eq!(Day::new(2026, 6, 30).weekday(), 1);
    }

    #[test]
    fn months_have_their_days() {
        let days = |year, month| Month { year, month }.days();
        assert_eq!([days(2024, 2), days(2025, 2), days(2025, 4), days(2025, 12)], [29, 28, 30, 31]);
        assert_eq!(Month { year: 2023, month: 7 }.plus(35).to_string(), "2026-06");
    }

    #[test]
    fn moments_run_over_midnight() {
        let evening = Moment { day: Day::new(2025, 12, 31), minute: 23 * 60 + 50 };
        assert_eq!(evening.plus(15).written(), "01.01.2026 00:05");
        assert_eq!(evening.plus(15).minutes_since(evening), 15);
    }
}

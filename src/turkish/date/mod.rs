//! Dates and times as Turkish records write them: day first, `03.04.2021` is the third of April.
//!
//! Civil time only: no clock, no zones, no durations. Two-digit years and days that do not exist are errors that say
//! so. Excel's serial numbers have their own door, because `44289` alone could be anything.

mod excel;
mod form;
mod read;
mod write;

pub use excel::from_excel_serial;
pub use form::{Form, Order, parse_form, parse_time};
pub use read::{DateError, parse, parse_bytes};
pub use write::{long, month, month_year, short, short_into, weekday};

use jiff::civil::{Date, DateTime, Time};

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
    #[inline]
    pub fn date(self) -> Date {
        match self {
            Moment::Day(date) => date,
            Moment::Instant(instant) => instant.date(),
        }
    }

    /// The day and time; a day alone begins at midnight.
    #[inline]
    pub fn date_time(self) -> DateTime {
        match self {
            Moment::Day(date) => date.to_datetime(Time::midnight()),
            Moment::Instant(instant) => instant,
        }
    }
}

//! Excel's day numbers. Not a reader of workbooks: whoever reads one knows which cells are dates.

use super::{DateError, Moment};
use jiff::ToSpan;
use jiff::civil::{Date, Time};

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

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn day(year: i16, month: i8, day: i8) -> Result<Moment, DateError> {
        Ok(Moment::Day(date(year, month, day)))
    }

    fn instant(year: i16, month: i8, day: i8, hour: i8, minute: i8, second: i8) -> Result<Moment, DateError> {
        Ok(Moment::Instant(date(year, month, day).at(hour, minute, second, 0)))
    }

    #[test]
    fn excel_serials() {
        let table = [
            (44289.0, day(2021, 4, 3)),
            (61.0, day(1900, 3, 1)),
            (2_958_465.0, day(9999, 12, 31)),
            (44289.5, instant(2021, 4, 3, 12, 0, 0)),
            (44_289.999_999_99, instant(2021, 4, 4, 0, 0, 0)),
            (60.0, Err(DateError::SerialOutOfRange)),
            (0.5, Err(DateError::SerialOutOfRange)),
            (-1.0, Err(DateError::SerialOutOfRange)),
            (2_958_466.0, Err(DateError::SerialOutOfRange)),
            (2_958_465.999_999_99, Err(DateError::SerialOutOfRange)),
            (f64::NAN, Err(DateError::SerialOutOfRange)),
        ];
        for (serial, outcome) in table {
            assert_eq!(from_excel_serial(serial), outcome, "{serial}");
        }
    }
}

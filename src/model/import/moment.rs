//! A day, or a day with its time, in eight bytes that sort as time does; and how a canonical file writes it (ISO 8601).
//! A day without a time stays one. Not a reader of dates: that is `turkish::date`.

use jiff::civil::{Date, DateTime};

use crate::turkish::date::Moment;

/// A packed moment (an). 0 stands for none.
pub(super) fn packed(moment: Moment) -> u64 {
    let at = moment.date_time();
    let day = (at.year() as u64) << 16 | (at.month() as u64) << 8 | at.day() as u64;
    let time = (at.hour() as u64) << 16 | (at.minute() as u64) << 8 | at.second() as u64;
    (day << 24 | time) << 1 | u64::from(matches!(moment, Moment::Instant(_)))
}

/// The last moment of a day.
pub(super) fn end_of(day: Date) -> u64 {
    packed(Moment::Instant(day.at(23, 59, 59, 0)))
}

/// The same day without its time.
pub(super) fn day_only(packed: u64) -> u64 {
    packed >> 25 << 25
}

/// The moment that was packed; `None` for 0.
pub(super) fn unpacked(packed: u64) -> Option<Moment> {
    let part = |shift: u32| (packed >> shift & 0xFF) as i8;
    let date = Date::new((packed >> 41) as i16, part(33), part(25)).ok()?;
    let at: DateTime = date.at(part(17), part(9), part(1), 0);
    Some(if packed & 1 == 1 { Moment::Instant(at) } else { Moment::Day(date) })
}

/// Year and month as one number that sorts; 0 for none.
pub(super) fn month_of(packed: u64) -> u32 {
    (packed >> 33) as u32
}

/// `2026-07` of a number that [`month_of`] gave.
pub(super) fn month_name(month: u32) -> String {
    format!("{:04}-{:02}", month >> 8, month & 0xFF)
}

/// The number of `2026-07`, as [`month_of`] gives it.
pub(super) fn month_named(name: &str) -> Option<u32> {
    let (year, month) = name.split_once('-').filter(|(year, month)| year.len() == 4 && month.len() == 2)?;
    let (year, month): (u32, u32) = (year.parse().ok()?, month.parse().ok()?);
    (1..=12).contains(&month).then_some(year << 8 | month)
}

/// Writes `2026-07-01` or `2026-07-01T10:24:00`.
pub(super) fn write(packed: u64, out: &mut Vec<u8>) {
    if packed == 0 {
        return;
    }
    let part = |shift: u32| packed >> shift & 0xFF;
    let year = packed >> 41;
    two(year / 100, out);
    two(year % 100, out);
    for (mark, shift) in [(b'-', 33), (b'-', 25)] {
        out.push(mark);
        two(part(shift), out);
    }
    if packed & 1 == 1 {
        for (mark, shift) in [(b'T', 17), (b':', 9), (b':', 1)] {
            out.push(mark);
            two(part(shift), out);
        }
    }
}

fn two(number: u64, out: &mut Vec<u8>) {
    out.extend_from_slice(&[b'0' + (number / 10) as u8, b'0' + (number % 10) as u8]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_moment_is_packed_sorted_written_and_unpacked() {
        let day = Moment::Day(date(2026, 7, 1));
        let at = Moment::Instant(date(2026, 7, 1).at(0, 0, 0, 0));
        let later = Moment::Instant(date(2026, 7, 1).at(23, 59, 8, 0));
        let next = Moment::Day(date(2026, 7, 2));
        let all = [day, at, later, next].map(packed);
        assert!(all.is_sorted());
        assert_eq!(all.map(unpacked), [day, at, later, next].map(Some));
        assert_eq!(unpacked(0), None);
        assert_eq!(day_only(all[2]), all[0]);
        assert_eq!(month_name(month_of(all[2])), "2026-07");
        assert_eq!(month_named("2026-07"), Some(month_of(all[2])));
        assert_eq!(["2026-13", "2026-7", "halk-masasi"].map(month_named), [None; 3]);
        let written = |packed| {
            let mut out = Vec::new();
            write(packed, &mut out);
            String::from_utf8(out).expect("digits are UTF-8")
        };
        assert_eq!(all.map(written), ["2026-07-01", "2026-07-01T00:00:00", "2026-07-01T23:59:08", "2026-07-02"]);
        assert_eq!(written(0), "");
    }
}

//! Where a duty stands on a day: arithmetic of days, and what was found.

use jiff::civil::{Date, date};

use super::evidence::{Archive, Found};
use super::{Evidence, Publication, Rhythm, Standing};

/// Where `duty` stands on `today`, and what shows it.
pub(super) fn of(duty: &Publication, archive: &Archive<'_>, today: Date) -> (Standing, Option<Found>) {
    if duty.evidence == Evidence::Nowhere {
        let next = match duty.rhythm {
            Rhythm::Yearly { month, day, .. } => Some(next_after(month, day, today)),
            _ => None,
        };
        return (Standing::Unseen(next), None);
    }
    match duty.rhythm {
        Rhythm::Yearly { month, day, about } => {
            let next = next_after(month, day, today);
            let last = last_day(next.year() - 1, month, day);
            // Out before its day: nothing is open until the year after.
            if let Some(found) = archive.find(duty, Some(next.year() + about)) {
                let after = last_day(next.year() + 1, month, day);
                return (Standing::Done { on: found.on, next: Some(after) }, Some(found));
            }
            match archive.find(duty, Some(last.year() + about)) {
                Some(found) => (Standing::Done { on: found.on, next: Some(next) }, Some(found)),
                None if duty.mandatory => (Standing::Late(last), None),
                None => (Standing::Due(next), None),
            }
        }
        Rhythm::Always { review } => match archive.find(duty, None) {
            None if duty.mandatory => (Standing::Missing, None),
            None => (Standing::AsNeeded(None), None),
            Some(found) => {
                let old = found.on.filter(|on| review.is_some_and(|days| (today - *on).get_days() > days));
                let standing = old.map_or(Standing::Done { on: found.on, next: None }, Standing::Stale);
                (standing, Some(found))
            }
        },
        Rhythm::AsNeeded => {
            let found = archive.find(duty, None);
            (Standing::AsNeeded(found.as_ref().and_then(|f| f.on)), found)
        }
    }
}

/// The first last day that is not before `today`.
pub(super) fn next_after(month: i8, day: i8, today: Date) -> Date {
    let this = last_day(today.year(), month, day);
    if this >= today { this } else { last_day(today.year() + 1, month, day) }
}

/// A day of a year; the last of its month where the month is shorter.
fn last_day(year: i16, month: i8, day: i8) -> Date {
    let first = date(year, month, 1);
    date(year, month, day.min(first.days_in_month()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_last_day_is_this_years_or_the_next_and_no_longer_than_its_month() {
        assert_eq!(next_after(4, 30, date(2026, 4, 30)), date(2026, 4, 30));
        assert_eq!(next_after(4, 30, date(2026, 5, 1)), date(2027, 4, 30));
        assert_eq!(next_after(2, 31, date(2027, 3, 1)), date(2028, 2, 29));
    }
}

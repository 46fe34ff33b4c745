//! The way of a council's decision: adoption, finalisation, sending to the governor, force (law 5393, articles 20 and 23).
//! Not what the decision says.

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::read::Record;
use super::{Regulation, Standing};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::registry::Registries;
use crate::parse::regulation::{EventKind, events};
use crate::turkish;
use crate::turkish::workdays::Calendar;

/// Days within which a final decision is sent (5393/23, fourth paragraph).
const SENDING: i64 = 7;

/// The first day in force; `None` for a decision that was not sent, or of which nobody wrote the day.
pub(super) fn effective(regulation: &Regulation) -> Option<Date> {
    let unsent = regulation.adoption.is_some() && regulation.governor.is_none();
    regulation.in_force.filter(|_| !unsent)
}

/// Where a regulation stands today, repeals aside.
pub(super) fn standing(regulation: &Regulation, today: Date) -> Standing {
    match (effective(regulation), &regulation.adoption, &regulation.governor) {
        (Some(day), ..) if day > today => Standing::Upcoming(day),
        (Some(day), ..) => Standing::InForce(day),
        (None, Some(_), None) => Standing::Adopted,
        (None, _, Some(_)) => Standing::Sent,
        (None, None, None) => Standing::Unknown,
    }
}

/// Complains about days that cannot be, and notes those that make one look twice.
pub(super) fn check(diag: &mut Diagnostics, record: &Record, today: Date, registries: &Registries) {
    let regulation = &record.regulation;
    let adopted = regulation.adoption.as_ref().and_then(|d| d.date);
    let sent = regulation.governor.as_ref().and_then(|d| d.date);
    let steps =
        [("kabul", adopted), ("kesinlesme", regulation.finalised), ("mulki_amir", sent), ("yururluk", regulation.in_force)];
    let known: Vec<(&'static str, Date)> = steps.iter().filter_map(|(key, day)| Some((*key, (*day)?))).collect();
    for pair in known.windows(2) {
        let [(earlier, first), (later, second)] = pair else { continue };
        if second < first {
            diag.push(
                Diagnostic::new(Code::REGULATION_DATE_ORDER, record.place(later))
                    .with("earlier", *earlier)
                    .with("earlier_date", first.to_string())
                    .with("later", *later)
                    .with("later_date", second.to_string()),
            );
        }
    }
    // Only the coming into force may lie ahead.
    for (key, day) in known.iter().filter(|(key, day)| *key != "yururluk" && *day > today) {
        let complaint = Diagnostic::new(Code::REGULATION_FUTURE, record.place(key));
        diag.push(complaint.with("key", *key).with("date", day.to_string()).with("today", today.to_string()));
    }
    if regulation.in_force.is_some() && regulation.adoption.is_some() && regulation.governor.is_none() {
        diag.push(Diagnostic::new(Code::REGULATION_UNSENT, record.place("yururluk")));
    }
    let approved = regulation.governor.as_ref().and_then(|g| g.kind.as_deref()) == Some("onay");
    if let (Some(last), Some(sent), false) = (regulation.finalised, sent, approved) {
        let (due, known) = last_day(last, &registries.calendar());
        if sent > due {
            let complaint = Diagnostic::new(Code::REGULATION_LATE, record.place("mulki_amir"))
                .with("days", (sent - last).get_days().to_string())
                .with("due", turkish::date::long(due))
                .with("year", due.year().to_string());
            diag.push(if known { complaint } else { complaint.hint("holidays") });
        }
    }
    diag.extend(adopted.and_then(|day| day_off(day, registries, record.place("kabul"))));
    agree(diag, record);
}

/// The note that a decision was taken on a public holiday or at the weekend. Half holidays have a morning for the council.
fn day_off(day: Date, registries: &Registries, place: Place) -> Option<Diagnostic> {
    let date = turkish::date::long(day);
    if let Some(holiday) = registries.holidays.iter().find(|holiday| holiday.date == day && !holiday.half_day) {
        let complaint = Diagnostic::new(Code::REGULATION_HOLIDAY, place);
        return Some(complaint.with("date", date).with("holiday", holiday.name.clone()));
    }
    let weekday = turkish::case::lower(turkish::date::weekday(day));
    let complaint = || Diagnostic::new(Code::REGULATION_WEEKEND, place).with("date", date).with("weekday", weekday);
    is_weekend(day).then(complaint)
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// The last day to send a decision that became final on `day`, and whether the holidays of that time are listed. The day
/// itself is not counted; a period whose last day is a holiday ends on the next working day (law 6098, articles 92 and 93).
fn last_day(day: Date, calendar: &Calendar) -> (Date, bool) {
    let mut last = day.saturating_add(SENDING.days());
    loop {
        match calendar.is_business_day(last) {
            Ok(true) => return (last, true),
            Err(_) if !is_weekend(last) => return (last, false),
            // The calendar of days ends where no municipality writes any more.
            _ if last == Date::MAX => return (last, false),
            _ => last = last.saturating_add(1.day()),
        }
    }
}

/// What the text tells of itself beside what the record says.
fn agree(diag: &mut Diagnostics, record: &Record) {
    let regulation = &record.regulation;
    for event in events(&regulation.text) {
        let (key, date, number) = match event.kind {
            EventKind::Adoption => {
                let Some(adoption) = &regulation.adoption else { continue };
                ("kabul", adoption.date, adoption.number.as_deref())
            }
            EventKind::Approval => {
                let Some(governor) = &regulation.governor else { continue };
                ("mulki_amir", governor.date, governor.number.as_deref())
            }
            EventKind::InForce => ("yururluk", regulation.in_force, None),
            EventKind::Repeal | EventKind::Publication => continue,
        };
        let say = |date: Option<Date>, number: Option<&str>| {
            [date.map(|d| d.to_string()), number.map(str::to_owned)].into_iter().flatten().collect::<Vec<_>>().join(", ")
        };
        let days = date.is_some() && event.date.is_some() && date != event.date;
        let numbers = number.is_some() && event.number.is_some() && number != event.number.as_deref();
        if days || numbers {
            diag.push(
                Diagnostic::new(Code::REGULATION_DISAGREES, Place::at(Arc::clone(&regulation.file), event.line, 0))
                    .with("key", key)
                    .with("text", say(event.date, event.number.as_deref()))
                    .with("record", say(date, number)),
            );
        }
    }
}

//! What the law says of days: when an agenda is announced, a decision sent and its summary published, a commission's
//! report given (law 5393, articles 21, 23, 24). How many days that are, is data.
//!
//! What the record itself shows to be late is a warning, unless the record says why; what only the passing of days shows
//! is a note, because a build of tomorrow says it of the same input.

use jiff::civil::{Date, Weekday};

use super::{Council, Decision, Meeting, Report, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::registry::Registries;
use crate::turkish::workdays::Calendar;
use crate::turkish::{case, date};

/// Looks at every day of the council.
pub(super) fn check(diag: &mut Diagnostics, council: &Council, registries: &Registries) {
    for meeting in &council.meetings {
        agenda(diag, council, meeting);
        weekend(diag, meeting.date, || meeting.keys.of("tarih", &meeting.place));
    }
    for decision in &council.decisions {
        order(diag, decision);
        summary(diag, council, decision);
        sending(diag, council, decision);
        // The days of a meeting are the meeting's to note, and those of a regulation its record's.
        if council.meeting(decision.date, decision.example).is_none() && decision.regulation.is_none() {
            weekend(diag, decision.date, || decision.keys.of("tarih", &decision.place));
        }
    }
    let calendar = registries.calendar();
    for report in &council.reports {
        commission(diag, council, report, &calendar);
    }
}

/// Days from one day to another.
pub(super) fn between(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

fn agenda(diag: &mut Diagnostics, council: &Council, meeting: &Meeting) {
    let Some(period) = council.period(Rule::Agenda, meeting.date).filter(|_| meeting.reason.is_none()) else { return };
    let say = |code, days: i32, announced: Date| {
        Diagnostic::new(code, meeting.keys.of("ilan", &meeting.place))
            .with("meeting", date::long(meeting.date))
            .with("announced", date::long(announced))
            .with("days", days.to_string())
            .with("wanted", period.days.to_string())
            .with("basis", period.basis.clone())
    };
    match meeting.announced {
        Some(announced) if between(announced, meeting.date) < i32::from(period.days) => {
            diag.push(say(Code::COUNCIL_AGENDA_LATE, between(announced, meeting.date), announced));
        }
        Some(_) => {}
        None => {
            let left = between(council.today, meeting.date);
            if (0..i32::from(period.days)).contains(&left) {
                diag.push(say(Code::COUNCIL_AGENDA_DUE, left, council.today));
            }
        }
    }
}

fn order(diag: &mut Diagnostics, decision: &Decision) {
    let sent = decision.sent.as_ref().map(|sent| sent.date);
    let pairs = [
        (("tarih", Some(decision.date)), ("kesinlesme", decision.finalised)),
        (("kesinlesme", decision.finalised.or(Some(decision.date))), ("mulki_amir", sent)),
        (("kesinlesme", decision.finalised.or(Some(decision.date))), ("yayim", decision.published)),
    ];
    for ((earlier, first), (later, second)) in pairs {
        let (Some(first), Some(second)) = (first, second) else { continue };
        if second < first {
            diag.push(
                Diagnostic::new(Code::COUNCIL_DATE_ORDER, decision.keys.of(later, &decision.place))
                    .with("number", decision.number.to_string())
                    .with("earlier", if decision.finalised.is_none() { "tarih" } else { earlier })
                    .with("earlier_date", first.to_string())
                    .with("later", later)
                    .with("later_date", second.to_string()),
            );
        }
    }
}

fn summary(diag: &mut Diagnostics, council: &Council, decision: &Decision) {
    let Some(finalised) = decision.finalised.filter(|_| decision.reason.is_none()) else { return };
    let Some(period) = council.period(Rule::Summary, finalised) else { return };
    let (code, until) = match decision.published {
        Some(published) => (Code::COUNCIL_SUMMARY_LATE, published),
        None => (Code::COUNCIL_SUMMARY_DUE, council.today),
    };
    let days = between(finalised, until);
    if days > i32::from(period.days) {
        let complaint = Diagnostic::new(code, decision.keys.of("yayim", &decision.place));
        diag.push(told(complaint, decision, days, period.days, &period.basis));
    }
}

fn sending(diag: &mut Diagnostics, council: &Council, decision: &Decision) {
    let Some(finalised) = decision.finalised else { return };
    let Some(period) = council.period(Rule::Sending, finalised) else { return };
    let place = decision.keys.of("mulki_amir", &decision.place);
    if decision.is_unsent(council) {
        let days = between(finalised, council.today);
        diag.push(told(Diagnostic::new(Code::COUNCIL_UNSENT, place), decision, days, period.days, &period.basis));
        return;
    }
    let Some(sent) = decision.sent.as_ref().filter(|_| decision.reason.is_none()) else { return };
    let days = between(finalised, sent.date);
    if days > i32::from(period.days) {
        diag.push(told(Diagnostic::new(Code::COUNCIL_SENT_LATE, place), decision, days, period.days, &period.basis));
    }
}

fn told(complaint: Diagnostic, decision: &Decision, days: i32, wanted: u16, basis: &str) -> Diagnostic {
    complaint
        .with("number", decision.number.to_string())
        .with("date", date::long(decision.date))
        .with("days", days.to_string())
        .with("wanted", wanted.to_string())
        .with("basis", basis.to_owned())
}

/// Working days of a year without a list of holidays are not guessed: then nothing is said.
fn commission(diag: &mut Diagnostics, council: &Council, report: &Report, calendar: &Calendar) {
    let rule = if report.planning { Rule::PlanningCommission } else { Rule::Commission };
    let Some(referred) = report.referred.filter(|_| report.reason.is_none()) else { return };
    let Some(period) = council.period(rule, referred) else { return };
    let Ok(days) = calendar.business_days_between(referred, report.date) else { return };
    if days < 0 || days > i32::from(period.days) {
        diag.push(
            Diagnostic::new(Code::COUNCIL_REPORT_LATE, report.keys.of("tarih", &report.place))
                .with("commission", report.commission.clone())
                .with("days", days.to_string())
                .with("wanted", period.days.to_string())
                .with("basis", period.basis.clone()),
        );
    }
}

fn weekend(diag: &mut Diagnostics, day: Date, place: impl Fn() -> crate::diag::Place) {
    if matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
        let complaint = Diagnostic::new(Code::COUNCIL_WEEKEND, place());
        diag.push(complaint.with("date", date::long(day)).with("weekday", case::lower(date::weekday(day))));
    }
}

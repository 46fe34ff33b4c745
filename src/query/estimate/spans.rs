//! Records as spans of time: from when, until when if it has an end, in which group. What an estimate of times starts from.

use super::Given;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::figure::Times;
use crate::table::{Groups, Kind, Table};

/// Milliseconds of a day.
pub(super) const DAY: i64 = 86_400_000;

/// The spans of all records that had begun on the last day that counts.
pub(super) struct Spans {
    /// The groups of the records; `Span::group` is a place in its keys.
    pub groups: Groups,
    pub list: Vec<Span>,
    /// When the last day that counts is over.
    pub cutoff: i64,
    /// That day, in days since 1970.
    pub last_day: i64,
}

/// One record's time (süre).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Span {
    pub group: u32,
    /// The record's place in the table.
    pub row: u32,
    /// Milliseconds since 1970.
    pub start: i64,
    /// The same; `None` while it lasts.
    pub end: Option<i64>,
}

impl Span {
    /// Days until its end, or until `cutoff` where it has none.
    pub(super) fn days(&self, cutoff: i64) -> f64 {
        (self.end.unwrap_or(cutoff) - self.start) as f64 / DAY as f64
    }
}

/// Reads the spans. An end after the last day counts as none; records that begin after it are not there yet. Records
/// without a beginning, or with an end before it, are left out, and how many is said.
pub(super) fn read(diag: &mut Diagnostics, given: &Given<'_>, records: &Table, columns: &Times) -> Option<Spans> {
    let last = given.last_day(diag)?;
    let cells = records.reveal("estimate: times of single records, which become a table of groups");
    let mut times = |key: &'static str, column: &str| {
        let times = cells.times(column);
        if times.is_none() {
            diag.push(given.wrong_column(key, column, "date, datetime"));
        }
        times
    };
    let (starts, ends) = (times("start", &columns.start)?, times("end", &columns.end)?);
    let groups = cells.groups(&given.by())?;
    // Days without a time of day: what begins and ends on one day lasted nought days, and what is open since yesterday one.
    let whole_days = records.column(&columns.start).is_some_and(|c| c.kind == Kind::Date);
    let midnight = i64::from((last - jiff::civil::date(1970, 1, 1)).get_days()) * DAY;
    let cutoff = if whole_days { midnight } else { midnight + DAY };
    let inside = |time: &i64| if whole_days { *time <= cutoff } else { *time < cutoff };
    let mut list = Vec::with_capacity(starts.len());
    let mut faulty = 0;
    for (row, (start, end)) in starts.into_iter().zip(ends).enumerate() {
        match start {
            None => faulty += 1,
            Some(start) if end.is_some_and(|end| end < start) => faulty += 1,
            Some(start) if !inside(&start) => {}
            Some(start) => {
                list.push(Span { group: groups.of[row], row: row as u32, start, end: end.filter(inside) });
            }
        }
    }
    if faulty > 0 {
        let complaint = Diagnostic::new(Code::ESTIMATE_LEFT_OUT, given.syntax.place.clone());
        diag.push(complaint.with("id", given.figure.id.to_string()).with("count", faulty.to_string()));
    }
    Some(Spans { groups, list, cutoff, last_day: midnight / DAY })
}

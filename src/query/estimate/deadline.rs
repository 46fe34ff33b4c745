//! How much was done within its time (süreye uyma). Of the records whose time was up on the last day that counts: done in
//! time, done late, still open. Open and overdue is a miss; what is not due yet says nothing and is not counted.
//!
//! A longer time (4982 sayılı Kanun madde 11: 30 working days where another unit or institution is asked) holds only where
//! the applicant was told before the usual time was over. Where no notice is recorded none is taken to have been given.
//!
//! Clocks: working days (4982 sayılı Kanun madde 11: 15, 30 iş günü) by the dated holiday calendar, where half holidays
//! count as working days; calendar days (3071 sayılı Kanun madde 7: 30 gün). The day of the beginning is not counted, and
//! the last day counts whole.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::spans::{self, DAY, Span, Spans};
use super::{Followed, Given, Made, count, decimal, table};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::figure::{Extension, Times};
use crate::table::{Cell, Kind, Table};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Clock {
    Working,
    Calendar,
}

#[derive(Clone, Default)]
struct Tally {
    in_time: usize,
    late: usize,
    overdue: usize,
}

/// Which columns tell how long a record may take (süre): its whole days (none: it has no deadline), its clock (`is-gunu`,
/// `takvim`), and where it can be extended, by how much and when the applicant was told.
#[derive(Clone, Copy)]
pub(super) struct Allowed<'a> {
    pub days: &'a str,
    pub clock: &'a str,
    pub extension: Option<&'a Extension>,
}

/// The spans, and of each the last day of its time as a number of days since 1970, where that day had come by the last day
/// that counts.
fn dues(
    diag: &mut Diagnostics,
    given: &Given<'_>,
    records: &Table,
    times: &Times,
    allowed: Allowed<'_>,
) -> Option<(Spans, Vec<Option<i64>>)> {
    let spans = spans::read(diag, given, records, times)?;
    let last = given.as_of?;
    let cells = records.reveal("estimate: how long single records may take");
    let Some(days) = cells.numbers(allowed.days) else {
        diag.push(given.wrong_column("days", allowed.days, "integer"));
        return None;
    };
    let clocks = clocks(diag, given, records, allowed.clock)?;
    let extended = match allowed.extension {
        None => None,
        Some(extension) => Some(Extended::read(diag, given, records, extension)?),
    };
    let mut known: BTreeMap<(i64, u32, Clock), Option<i64>> = BTreeMap::new();
    let mut due_of = |diag: &mut Diagnostics, span: &Span| {
        let row = span.row as usize;
        let (days, clock) = (days[row]?, clocks[row]?);
        let (first, days) = (span.start.div_euclid(DAY), whole(days));
        let mut due_after =
            |days| *known.entry((first, days, clock)).or_insert_with(|| due(diag, given, first, days, clock, last));
        let usual = due_after(days)?;
        let due = extended.as_ref().and_then(|e| e.of(row, usual)).map_or(Some(usual), due_after);
        due.filter(|due| *due <= number_of(last))
    };
    let dues = spans.list.iter().map(|span| due_of(diag, span)).collect();
    let told_in_vain = extended.map_or(0, |e| spans.list.iter().filter(|span| e.is_in_vain(span.row as usize)).count());
    if told_in_vain > 0 {
        let complaint = Diagnostic::new(Code::EXTENSION_OF_NO_TIME, given.syntax.place.clone());
        diag.push(complaint.with("id", given.figure.id.to_string()).with("count", told_in_vain.to_string()));
    }
    Some((spans, dues))
}

/// For every group: vadesi_gelen, zamaninda, gec, acik_geciken and oran, the share done in time in per cent.
pub(super) fn attainment(
    diag: &mut Diagnostics,
    given: &Given<'_>,
    records: &Table,
    times: &Times,
    allowed: Allowed<'_>,
) -> Option<Made> {
    let (spans, dues) = dues(diag, given, records, times, allowed)?;
    let mut tallies = vec![Tally::default(); spans.groups.keys.len()];
    let mut followed = ["vadesi_gelen", "zamaninda", "gec", "acik_geciken"].map(|name| Followed::new(name, records));
    for (span, due) in spans.list.iter().zip(dues) {
        let Some(due) = due else { continue };
        let tally = &mut tallies[span.group as usize];
        let (counted, place) = match span.end.map(|end| end.div_euclid(DAY)) {
            Some(end) if end <= due => (&mut tally.in_time, 1),
            Some(_) => (&mut tally.late, 2),
            None => (&mut tally.overdue, 3),
        };
        *counted += 1;
        // The first counts all of them.
        for place in [0, place] {
            followed[place].rows[span.row as usize] = span.group;
        }
    }
    let rows = tallies.into_iter().zip(&spans.groups.keys).map(|(tally, key)| {
        let all = tally.in_time + tally.late + tally.overdue;
        let share = (all > 0).then(|| 100.0 * tally.in_time as f64 / all as f64);
        let counts = [count(all), count(tally.in_time), count(tally.late), count(tally.overdue), decimal(share)];
        key.iter().cloned().chain(counts).collect()
    });
    const OWN: &[(&str, &str, Kind)] = &[
        ("vadesi_gelen", "Süresi dolan", Kind::Integer),
        ("zamaninda", "Süresinde kapanan", Kind::Integer),
        ("gec", "Geç kapanan", Kind::Integer),
        ("acik_geciken", "Açık ve gecikmiş", Kind::Integer),
        ("oran", "Süresinde (%)", Kind::Decimal),
    ];
    Some(Made { table: table(records, &given.syntax.by, OWN, rows), traced: Some(Vec::from(followed).into()) })
}

/// The open records whose time is over, one row each, the longest overdue first: the columns of its group, `son_gun`, the
/// last day of its time, and `gecen_gun`, the calendar days since. For staff alone.
pub(super) fn overdue(
    diag: &mut Diagnostics,
    given: &Given<'_>,
    records: &Table,
    times: &Times,
    allowed: Allowed<'_>,
) -> Option<Made> {
    let (spans, dues) = dues(diag, given, records, times, allowed)?;
    let open = spans.list.iter().zip(dues).filter(|(span, _)| span.end.is_none());
    let mut open: Vec<(i64, &Span)> = open.filter_map(|(span, due)| Some((due?, span))).collect();
    open.sort_by_key(|(due, span)| (*due, span.row));
    let rows = open.into_iter().map(|(due, span)| {
        let day = date(1970, 1, 1).checked_add(due.days()).map_or(Cell::Null, Cell::Date);
        let own = [day, Cell::Integer(spans.last_day - due)];
        spans.groups.keys[span.group as usize].iter().cloned().chain(own).collect()
    });
    const OWN: &[(&str, &str, Kind)] = &[("son_gun", "Son gün", Kind::Date), ("gecen_gun", "Gecikme (gün)", Kind::Integer)];
    Some(table(records, &given.syntax.by, OWN, rows).into())
}

fn whole(days: f64) -> u32 {
    days.clamp(0.0, 36_500.0) as u32
}

/// Longer times, record by record.
struct Extended {
    days: Vec<Option<f64>>,
    told: Vec<Option<i64>>,
}

impl Extended {
    fn read(diag: &mut Diagnostics, given: &Given<'_>, records: &Table, extension: &Extension) -> Option<Extended> {
        let cells = records.reveal("estimate: how long single records may take after a notice");
        let Some(days) = cells.numbers(&extension.extended) else {
            diag.push(given.wrong_column("extended", &extension.extended, "integer"));
            return None;
        };
        let Some(told) = cells.times(&extension.told) else {
            diag.push(given.wrong_column("told", &extension.told, "date, datetime"));
            return None;
        };
        Some(Extended { days, told })
    }

    /// How long a record may take whose usual time is over on the day `usual`. A notice after that day extends nothing.
    fn of(&self, row: usize, usual: i64) -> Option<u32> {
        let told = self.told[row]?.div_euclid(DAY);
        self.days[row].filter(|_| told <= usual).map(whole)
    }

    /// True of a record whose applicant was told of a longer time although there is none for it.
    fn is_in_vain(&self, row: usize) -> bool {
        self.told[row].is_some() && self.days[row].is_none()
    }
}

/// The clock of every record; a word that names none is a complaint.
fn clocks(diag: &mut Diagnostics, given: &Given<'_>, records: &Table, column: &str) -> Option<Vec<Option<Clock>>> {
    let groups = records.reveal("estimate: which clock a record has").groups(&[column])?;
    let read = |key: &Vec<Cell>| match key[0].as_text() {
        Some("is-gunu") => Ok(Some(Clock::Working)),
        Some("takvim") => Ok(Some(Clock::Calendar)),
        None if key[0].is_null() => Ok(None),
        _ => Err(()),
    };
    match groups.keys.iter().map(read).collect::<Result<Vec<_>, ()>>() {
        Ok(clocks) => Some(groups.of.into_iter().map(|group| clocks[group as usize]).collect()),
        Err(()) => {
            diag.push(given.wrong_column("clock", column, "'is-gunu', 'takvim'"));
            None
        }
    }
}

fn number_of(day: Date) -> i64 {
    i64::from((day - date(1970, 1, 1)).get_days())
}

/// The last day of the time a record has, as a number of days since 1970. `None` where the holidays of a year are not
/// known: a complaint, unless that year lies ahead of all that counts.
fn due(diag: &mut Diagnostics, given: &Given<'_>, first: i64, days: u32, clock: Clock, last: Date) -> Option<i64> {
    match clock {
        Clock::Calendar => Some(first + i64::from(days)),
        Clock::Working => {
            let start = date(1970, 1, 1).checked_add(first.days()).ok()?;
            match given.calendar.add_business_days(start, days) {
                Ok(due) => Some(number_of(due)),
                Err(unknown) if unknown.0 > last.year() => None,
                Err(unknown) => {
                    let complaint = Diagnostic::new(Code::UNKNOWN_HOLIDAYS, given.syntax.place.clone());
                    diag.push(complaint.with("id", given.figure.id.to_string()).with("year", unknown.0.to_string()));
                    None
                }
            }
        }
    }
}

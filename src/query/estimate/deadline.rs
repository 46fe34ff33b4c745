//! How much was done within its time (süreye uyma). Of the records whose time was up on the last day that counts: done in
//! time, done late, still open. Open and overdue is a miss; what is not due yet says nothing and is not counted.
//!
//! A longer time (4982 sayılı Kanun madde 11: 30 working days where another unit or institution is asked) holds only where
//! the applicant was told before the usual time was over.
//!
//! Clocks: working days (4982 sayılı Kanun madde 11: 15, 30 iş günü) by the dated holiday calendar, where half holidays
//! count as working days; calendar days (3071 sayılı Kanun madde 7: 30 gün). The day of the beginning is not counted, and
//! the last day counts whole.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::spans::{self, DAY};
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

/// From the whole `days` a record is allowed (none: it has no deadline) by its `clock` (`is-gunu`, `takvim`), for every
/// group: vadesi_gelen, zamaninda, gec, acik_geciken and oran, the share done in time in per cent.
pub(super) fn attainment(
    diag: &mut Diagnostics,
    given: &Given<'_>,
    records: &Table,
    times: &Times,
    days: &str,
    clock: &str,
    extension: Option<&Extension>,
) -> Option<Made> {
    let spans = spans::read(diag, given, records, times)?;
    let last = given.as_of?;
    let cells = records.reveal("estimate: how long single records may take");
    let Some(allowed) = cells.numbers(days) else {
        diag.push(given.wrong_column("days", days, "integer"));
        return None;
    };
    let clocks = clocks(diag, given, records, clock)?;
    let extended = match extension {
        None => None,
        Some(extension) => Some(Extended::read(diag, given, records, extension)?),
    };
    let mut tallies = vec![Tally::default(); spans.groups.keys.len()];
    let mut followed = ["vadesi_gelen", "zamaninda", "gec", "acik_geciken"].map(|name| Followed::new(name, records));
    let mut known: BTreeMap<(i64, u32, Clock), Option<i64>> = BTreeMap::new();
    for span in &spans.list {
        let row = span.row as usize;
        let (Some(days), Some(clock)) = (allowed[row], clocks[row]) else { continue };
        let (first, days) = (span.start.div_euclid(DAY), whole(days));
        let mut due_after =
            |days| *known.entry((first, days, clock)).or_insert_with(|| due(diag, given, first, days, clock, last));
        let usual = due_after(days);
        let due = match extended.as_ref().and_then(|e| e.of(row, usual?)) {
            Some(days) => due_after(days),
            None => usual,
        };
        let Some(due) = due.filter(|due| *due <= number_of(last)) else { continue };
        let tally = &mut tallies[span.group as usize];
        let (counted, place) = match span.end.map(|end| end.div_euclid(DAY)) {
            Some(end) if end <= due => (&mut tally.in_time, 1),
            Some(_) => (&mut tally.late, 2),
            None => (&mut tally.overdue, 3),
        };
        *counted += 1;
        // The first counts all of them.
        for place in [0, place] {
            followed[place].rows[row] = span.group;
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

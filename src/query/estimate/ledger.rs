//! The monthly book of what came, went and stayed (defter, mutabakat). For every group and month
//! `devreden + alınan + yeniden açılan − sonuçlanan − geri çekilen = açık` must hold: the flows are counted from events,
//! the open by following every case, and at the end by what the records themselves say. Where the two differ, the build
//! stops and the log names the cases.
//!
//! An event log as in process mining (IEEE 1849, XES): case, activity, time. The activities are `alindi`,
//! `yeniden-acildi`, `kapandi`, `geri-cekildi`; `acik` marks a case whose record says that it is open now.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::date;

use super::history::Histories;
use super::spans::DAY;
use super::{Given, Made, Traced, count, table};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::table::{Cell, Groups, Kind, Table};

const ACTIVITIES: [&str; 5] = ["alindi", "yeniden-acildi", "kapandi", "geri-cekildi", "acik"];
/// More complaints than this would bury the others; the rest are counted.
const MOST_COMPLAINTS: usize = 10;
/// So many cases are named in one complaint.
const MOST_CASES: usize = 12;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Activity {
    Received,
    Reopened,
    Closed,
    Withdrawn,
    SaidOpen,
}

impl Activity {
    fn of(cell: &Cell) -> Option<Activity> {
        use Activity::*;
        let place = ACTIVITIES.iter().position(|name| cell.as_text() == Some(name))?;
        Some([Received, Reopened, Closed, Withdrawn, SaidOpen][place])
    }

    /// What it does to the number of open cases.
    pub(super) fn step(self) -> i32 {
        match self {
            Activity::Received | Activity::Reopened => 1,
            Activity::Closed | Activity::Withdrawn => -1,
            Activity::SaidOpen => 0,
        }
    }
}

/// One line of the event log.
#[derive(Clone, Copy, Debug)]
struct Event {
    case: u32,
    time: i64,
    activity: Activity,
    group: u32,
    /// Its place in the table.
    row: u32,
}

/// What a group's month counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Month {
    flows: [usize; 4],
    /// How much the number of open cases changed, by following them.
    change: i64,
}

/// The log as counted: months by group, and where the two ways of counting differ.
struct Book {
    months: BTreeMap<(u32, i32), Month>,
    /// Cases (places of their rows) by group and month; the month is `None` where events and record disagree at the end.
    breaks: BTreeMap<(u32, Option<i32>), Vec<u32>>,
    /// What happened to each case.
    histories: Histories,
}

impl Book {
    /// Its first month; the one after `last` where there is none.
    fn first(&self, last: i32) -> i32 {
        self.months.keys().map(|(_, month)| *month).min().unwrap_or(last + 1)
    }
}

/// For every group and month, from that of the first event to that of the last day that counts: devreden, alinan,
/// yeniden_acilan, sonuclanan, geri_cekilen, acik. Later events are followed too, for a record says how it stands now.
/// O(n log n) in the events.
pub(super) fn book(
    diag: &mut Diagnostics,
    given: &Given<'_>,
    records: &Table,
    case: &str,
    activity: &str,
    time: &str,
) -> Option<Made> {
    let last = given.last_day(diag)?;
    let cells = records.reveal("estimate: the events of single cases, which become counts");
    let Some(times) = cells.times(time) else {
        diag.push(given.wrong_column("time", time, "date, datetime"));
        return None;
    };
    let (cases, groups, words) = (cells.codes(case)?, cells.groups(&given.by())?, cells.groups(&[activity])?);
    let Some(activities) = words.keys.iter().map(|key| Activity::of(&key[0])).collect::<Option<Vec<_>>>() else {
        diag.push(given.wrong_column("activity", activity, "'alindi', 'yeniden-acildi', 'kapandi', 'geri-cekildi', 'acik'"));
        return None;
    };
    let mut events = Vec::with_capacity(times.len());
    let mut faulty = 0;
    for (row, time) in times.into_iter().enumerate() {
        match time {
            Some(time) => {
                let activity = activities[words.of[row] as usize];
                events.push(Event { case: cases[row], time, activity, group: groups.of[row], row: row as u32 });
            }
            None => faulty += 1,
        }
    }
    if faulty > 0 {
        let complaint = Diagnostic::new(Code::ESTIMATE_LEFT_OUT, given.syntax.place.clone());
        diag.push(complaint.with("id", given.figure.id.to_string()).with("count", faulty.to_string()));
    }
    let book = count_up(events);
    let place = records.position(case)?;
    let last = i32::from(last.year()) * 12 + i32::from(last.month()) - 1;
    complain(diag, given, &book, &groups, (given.may_tell)(case).then_some(&|row| cells.cell(row as usize, place)));
    let table = lay_out(given, records, &book, &groups, last);
    // Where it does not add up, nothing is published anyway.
    let counts = book.breaks.is_empty().then(|| book.histories.counts(book.first(last)..=last, groups.keys.len()));
    let names = || book.histories.cases().map(|row| cells.cell(row as usize, place)).collect();
    let traced = counts.map(|counts| Traced { counts, named: Some((case.to_owned(), names())) });
    Some(Made { table, traced })
}

/// Follows every case through its events.
fn count_up(mut events: Vec<Event>) -> Book {
    // What the record says stands after all events, whatever its time.
    events.sort_unstable_by_key(|e| (e.case, e.activity == Activity::SaidOpen, e.time, e.row));
    let mut book = Book { months: BTreeMap::new(), breaks: BTreeMap::new(), histories: Histories::default() };
    for case in events.chunk_by(|a, b| a.case == b.case) {
        let happened = case.partition_point(|e| e.activity != Activity::SaidOpen);
        let (happened, said) = case.split_at(happened);
        let mut open = 0;
        // Events of one moment have no order of their own: a request may be taken and closed in the same minute.
        for moment in happened.chunk_by(|a, b| a.time == b.time) {
            let month = month_of(moment[0].time);
            let mut next: i32 = open;
            for event in moment {
                let counted = book.months.entry((event.group, month)).or_default();
                counted.flows[event.activity as usize] += 1;
                next += event.activity.step();
            }
            let followed = next.clamp(0, 1);
            let group = moment[0].group;
            let strange = next != followed || moment.iter().any(|e| e.group != case[0].group);
            if strange {
                book.breaks.entry((group, Some(month))).or_default().push(moment[0].row);
            }
            book.months.entry((group, month)).or_default().change += i64::from(followed - open);
            open = followed;
        }
        let steps = happened.iter().map(|e| (month_of(e.time), e.activity)).collect();
        book.histories.add(case[0].row, case[0].group, steps);
        let received = happened.iter().filter(|e| e.activity == Activity::Received).count();
        if received != 1 || i32::from(!said.is_empty()) != open {
            book.breaks.entry((case[0].group, None)).or_default().push(case[0].row);
        }
    }
    book
}

/// Months since the year 0.
fn month_of(time: i64) -> i32 {
    let day = date(1970, 1, 1).checked_add(time.div_euclid(DAY).days()).unwrap_or(date(1970, 1, 1));
    i32::from(day.year()) * 12 + i32::from(day.month()) - 1
}

fn written(month: i32) -> String {
    format!("{:04}-{:02}", month.div_euclid(12), month.rem_euclid(12) + 1)
}

fn lay_out(given: &Given<'_>, records: &Table, book: &Book, groups: &Groups, last: i32) -> Table {
    let first = book.first(last);
    let mut rows = Vec::new();
    for (group, key) in groups.keys.iter().enumerate() {
        let mut open = 0;
        for month in first..=last {
            let counted = book.months.get(&(group as u32, month)).copied().unwrap_or_default();
            let carried = open;
            open += counted.change;
            let [received, reopened, closed, withdrawn] = counted.flows.map(count);
            let own = [Cell::Text(written(month).into()), Cell::Integer(carried), received, reopened, closed, withdrawn];
            rows.push(key.iter().cloned().chain(own).chain([Cell::Integer(open)]).collect());
        }
    }
    const OWN: &[(&str, &str, Kind)] = &[
        ("ay", "Ay", Kind::Month),
        ("devreden", "Önceki aydan devreden", Kind::Integer),
        ("alinan", "Alınan", Kind::Integer),
        ("yeniden_acilan", "Yeniden açılan", Kind::Integer),
        ("sonuclanan", "Sonuçlanan", Kind::Integer),
        ("geri_cekilen", "Geri çekilen", Kind::Integer),
        ("acik", "Ay sonunda açık", Kind::Integer),
    ];
    table(records, &given.syntax.by, OWN, rows.into_iter())
}

/// One complaint for every group and month where the book does not close. The log of a build is the staff's: it names
/// cases by what `case_of` says of a row, where their column may be seen at all.
fn complain(diag: &mut Diagnostics, given: &Given<'_>, book: &Book, groups: &Groups, case_of: Option<&dyn Fn(u32) -> Cell>) {
    let complaint = |kind: &str| {
        let complaint = Diagnostic::new(Code::LEDGER_BROKEN, given.syntax.place.clone());
        complaint.with("id", given.figure.id.to_string()).with("kind", kind.to_owned())
    };
    for ((group, month), rows) in book.breaks.iter().take(MOST_COMPLAINTS) {
        let key = given.syntax.by.iter().zip(&groups.keys[*group as usize]);
        let mut place: Vec<String> = key.map(|(column, cell)| (given.name_of)(column, cell)).collect();
        place.extend(month.map(written));
        let cases = match case_of {
            Some(case_of) => {
                let cell = |row: &u32| match case_of(*row) {
                    Cell::Text(text) => text.to_string(),
                    other => other.as_integer().map_or_else(|| "?".to_owned(), |n| n.to_string()),
                };
                let mut named: Vec<String> = rows.iter().take(MOST_CASES).map(cell).collect();
                if rows.len() > MOST_CASES {
                    named.push("…".to_owned());
                }
                named.join(", ")
            }
            None => "•••".to_owned(),
        };
        let kind = if month.is_some() { "flow" } else { "state" };
        let said = complaint(kind).with("where", if place.is_empty() { "–".to_owned() } else { place.join(", ") });
        diag.push(said.with("count", rows.len().to_string()).with("cases", cases));
    }
    if let Some(more) = book.breaks.len().checked_sub(MOST_COMPLAINTS).filter(|more| *more > 0) {
        diag.push(complaint("more").with("where", "–").with("count", more.to_string()).with("cases", ""));
    }
}

//! Estimates (tahmin): figures that no statement of SQL can give. The statement gives single records, which never leave
//! this room; what is made of them is a table like any other answer. One estimate, one file, with its source.
//!
//! Not the words of a method: those stand in `figures.yaml`, where the number is shown.

mod ageing;
mod deadline;
mod history;
mod ledger;
mod spans;
mod survival;
mod xmr;

use jiff::civil::Date;

use super::NOT_COUNTED;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::figure::{Estimate, EstimateSyntax, FigureSyntax};
use crate::table::{Cell, Column, Kind, Table, TableBuilder, Values};
use crate::turkish::workdays::Calendar;

/// What an estimate may know besides its records.
pub(super) struct Given<'a> {
    /// The figure it is made for.
    pub figure: &'a FigureSyntax,
    /// Its `estimate:`.
    pub syntax: &'a EstimateSyntax,
    /// The last day that counts.
    pub as_of: Option<Date>,
    /// Working days.
    pub calendar: &'a Calendar,
    /// True where the cells of this column may stand in a build log.
    pub may_tell: Box<dyn Fn(&str) -> bool + 'a>,
    /// The name of a group's code.
    pub name_of: Box<dyn Fn(&str, &Cell) -> String + 'a>,
}

impl Given<'_> {
    /// The complaint that a column holds something else than the estimate needs.
    fn wrong_column(&self, key: &'static str, column: &str, expected: &'static str) -> Diagnostic {
        let complaint = Diagnostic::new(Code::BAD_VALUE, self.syntax.place.clone()).with("key", format!("estimate.{key}"));
        complaint.with("value", column.to_owned()).with("expected", expected)
    }

    fn by(&self) -> Vec<&str> {
        self.syntax.by.iter().map(String::as_str).collect()
    }

    /// The last day that counts; without one there is a complaint.
    fn last_day(&self, diag: &mut Diagnostics) -> Option<Date> {
        if self.as_of.is_none() {
            diag.push(Diagnostic::new(Code::MISSING_KEY, self.syntax.place.clone()).with("key", "estimate.as_of"));
        }
        self.as_of
    }
}

/// An estimate, and which records its counts count, as far as it can say.
pub(super) struct Made {
    pub table: Table,
    /// `None` where nothing can be said, or where the statement's own groups say it.
    pub traced: Option<Traced>,
}

impl From<Table> for Made {
    fn from(table: Table) -> Made {
        Made { table, traced: None }
    }
}

/// Which records the counts of an estimate count.
pub(super) struct Traced {
    /// The counts.
    pub counts: Vec<Followed>,
    /// Where the statement does not list records: the column that names them, and the name of each that `counts` speak of.
    pub named: Option<(String, Vec<Cell>)>,
}

impl From<Vec<Followed>> for Traced {
    fn from(counts: Vec<Followed>) -> Traced {
        Traced { counts, named: None }
    }
}

/// Which of the statement's records a count of an estimate counts (izlenen sayı).
pub(super) struct Followed {
    /// Name of the count.
    pub name: String,
    /// For each record the row of the estimate that counts it, or [`NOT_COUNTED`].
    pub rows: Vec<u32>,
    /// Where a record counts in several rows: `rows` tells its part, and here are the parts of each row.
    pub parts: Option<Vec<Vec<u32>>>,
}

impl Followed {
    /// A count of nothing yet.
    fn new(name: &str, records: &Table) -> Followed {
        Followed { name: name.to_owned(), rows: vec![NOT_COUNTED; records.height()], parts: None }
    }
}

/// The estimate from `records`, the statement's answer; `None` where it cannot be made, and why has been said.
pub(super) fn make(diag: &mut Diagnostics, given: &Given<'_>, records: &Table) -> Option<Made> {
    let known: Vec<&str> = records.columns().iter().map(|c| &*c.name).collect();
    let unknown: Vec<&str> = given.syntax.columns().into_iter().filter(|name| !known.contains(name)).collect();
    for column in &unknown {
        diag.push(super::check::unknown_column(given.syntax.place.clone(), &given.figure.id, column, &known));
    }
    if !unknown.is_empty() {
        return None;
    }
    match &given.syntax.kind {
        Estimate::Survival(times) => survival::summary(diag, given, records, times),
        Estimate::SurvivalCurve(times, days) => survival::curve_at(diag, given, records, times, days),
        Estimate::Ageing(times, bands) => ageing::bands(diag, given, records, times, bands),
        Estimate::Deadline { times, days, clock, extension } => {
            let allowed = deadline::Allowed { days, clock, extension: extension.as_ref() };
            deadline::attainment(diag, given, records, times, allowed)
        }
        Estimate::Overdue { times, days, clock, extension } => {
            let allowed = deadline::Allowed { days, clock, extension: extension.as_ref() };
            deadline::overdue(diag, given, records, times, allowed)
        }
        Estimate::Ledger { case, activity, time } => ledger::book(diag, given, records, case, activity, time),
        Estimate::Xmr { time, value } => xmr::limits(diag, given, records, time, value).map(Made::from),
    }
}

/// What a place without a value means in a column of an estimate.
pub(super) fn missing(syntax: &EstimateSyntax, column: &str) -> Option<&'static str> {
    match (&syntax.kind, column) {
        (Estimate::Survival(_), "medyan") => Some("yarısı henüz kapanmadı"),
        (Estimate::Survival(_), "p90") => Some("onda dokuzu henüz kapanmadı"),
        (Estimate::Survival(_), "medyan_alt" | "medyan_ust" | "p90_alt" | "p90_ust") => Some("henüz belli değil"),
        (Estimate::Xmr { .. }, "ortalama" | "alt_sinir" | "ust_sinir") => Some("yeterli ay yok"),
        _ => None,
    }
}

/// The table of an estimate: the groups' columns as they were, then its own: name, title, kind. Each row is as long as
/// both together.
fn table(records: &Table, by: &[String], own: &[(&str, &str, Kind)], rows: impl Iterator<Item = Vec<Cell>>) -> Table {
    let groups = by.iter().filter_map(|name| records.column(name).cloned());
    let own = own.iter().map(|(name, title, kind)| Column::new(*name, *kind).titled(*title));
    let columns: Vec<Column> = groups.chain(own).collect();
    let mut values: Vec<Values> = columns.iter().map(|c| Values::new(c.kind)).collect();
    for row in rows {
        assert_eq!(row.len(), values.len(), "an estimate fills every column of a row");
        values.iter_mut().zip(&row).for_each(|(values, cell)| values.push(cell));
    }
    let mut builder = TableBuilder::new();
    for (column, values) in columns.into_iter().zip(values) {
        builder.column(column, values);
    }
    builder.finish()
}

fn count(n: usize) -> Cell {
    Cell::Integer(n as i64)
}

fn decimal(value: Option<f64>) -> Cell {
    value.map_or(Cell::Null, Cell::Decimal)
}

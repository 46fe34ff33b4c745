//! Which period a figure's numbers cover, in words: said by the figure, or read from a date column. Months are the finest
//! grain, so that no single record's day shows.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::model::figure::{Source, SourceKind, Sources};
use crate::table::{Cell, Kind};
use crate::turkish;

/// First and last day of every date column, by source and column.
pub(super) struct Periods(BTreeMap<(Arc<str>, Arc<str>), (Date, Date)>);

impl Periods {
    /// Looks every date column of every source through once.
    pub(super) fn of(sources: &Sources) -> Periods {
        let mut periods = BTreeMap::new();
        for source in sources.iter() {
            for column in source.table.columns().iter().filter(|c| matches!(c.kind, Kind::Date | Kind::DateTime)) {
                let ends = source.table.reveal("period: the months between which records lie").first_and_last_day(&column.name);
                periods.extend(ends.map(|ends| ((Arc::clone(&source.name), Arc::clone(&column.name)), ends)));
            }
        }
        Periods(periods)
    }

    /// The last day on which anything happened, by the date columns a statement touches. A day after `today` has not come:
    /// it is a slip of the pen or a plan.
    pub(super) fn last_day(&self, touched: &[(&Source, BTreeSet<Arc<str>>)], today: Option<Date>) -> Option<Date> {
        let columns = touched.iter().filter(|(source, _)| source.kind == SourceKind::Dataset);
        let columns = columns.flat_map(|(source, columns)| columns.iter().map(|c| (Arc::clone(&source.name), Arc::clone(c))));
        let last = columns.filter_map(|column| self.0.get(&column)).map(|(_, last)| *last).max()?;
        Some(today.map_or(last, |today| last.min(today)))
    }

    /// The last day of a dataset's records, by its own date column.
    pub(super) fn last_record(&self, source: &Source) -> Option<Date> {
        let (_, last) = self.0.get(&(Arc::clone(&source.name), Arc::clone(source.date.as_ref()?)))?;
        Some(*last)
    }

    /// `said` where it is a text; the months of the column it names; else those of the first dataset that has a date, and on
    /// to `until` where that is later.
    pub(super) fn tell(&self, said: Option<&str>, records: &[&Source], until: Option<Date>) -> Option<String> {
        let of = |source: &Source, column: &Arc<str>| self.0.get(&(Arc::clone(&source.name), Arc::clone(column)));
        let Some(said) = said else {
            let (first, last) = records.iter().find_map(|s| of(s, s.date.as_ref()?))?;
            return Some(months(*first, until.map_or(*last, |until| until.max(*last))));
        };
        let column: Arc<str> = said.into();
        match records.iter().find_map(|s| of(s, &column)) {
            Some((first, last)) => Some(months(*first, *last)),
            None => Some(said.to_owned()),
        }
    }
}

/// The day of a cell that has one.
pub(super) fn day(cell: &Cell) -> Option<Date> {
    match cell {
        Cell::Date(date) => Some(*date),
        Cell::DateTime(at) => Some(at.date()),
        _ => None,
    }
}

/// `Temmuz 2023 – Haziran 2026`
fn months(first: Date, last: Date) -> String {
    let [first, last] = [first, last].map(|d| turkish::date::month_year(d.year(), d.month()));
    if first == last { first } else { format!("{first} – {last}") }
}

//! Parts of a table: some columns, the rows of one value, the values of one column. Not SQL, and nothing is computed.

use std::sync::Arc;

use jiff::civil::{Date, DateTime};
use polars::prelude::{BooleanChunked, NewChunkedArray, PlSmallStr};

use super::{Cell, Column, Kind, Table, sql};

impl Table {
    /// The rows whose cell in `column` says `value` (a page's slice); the machine form is compared: `2026-07-01`, `12`,
    /// `true`. `None` when there is no such column.
    pub fn rows_where(&self, column: &str, value: &str) -> Option<Table> {
        let cells = self.reveal("table: compares a column with a page's parameter").column(column)?;
        let mask = BooleanChunked::from_iter_values(PlSmallStr::EMPTY, cells.map(|cell| says(&cell, value)));
        let frame = self.frame.filter(&mask).expect("the mask is as long as the table");
        Some(Table { frame, columns: Arc::clone(&self.columns) })
    }

    /// Only the named columns, in the given order; `None` when one of them does not exist or is named twice.
    pub fn select(&self, names: &[&str]) -> Option<Table> {
        let columns: Vec<Column> = names.iter().map(|name| self.column(name).cloned()).collect::<Option<_>>()?;
        let frame = self.frame.select(names.iter().copied()).ok()?;
        Some(Table { frame, columns: columns.into() })
    }

    /// The rows from `start` on, at most `length`.
    pub fn rows(&self, start: usize, length: usize) -> Table {
        let start = i64::try_from(start).unwrap_or(i64::MAX);
        Table { frame: self.frame.slice(start, length), columns: Arc::clone(&self.columns) }
    }

    /// The values of `column` in order of first appearance, each once; `None` when there is no such column.
    pub fn distinct(&self, column: &str) -> Option<Vec<Cell>> {
        let place = self.position(column)?;
        let series = self.frame.columns()[place].as_materialized_series().unique_stable().ok()?;
        let single = Table { frame: series.into_frame(), columns: Arc::new([self.columns[place].clone()]) };
        Some(single.reveal("table: lists the values of a column").column(column)?.collect())
    }

    /// The same table with other metadata for one column; money becomes whole kuruş. Nothing happens where there is no
    /// such column or its values cannot be of that kind.
    #[must_use]
    pub fn with_kind(mut self, column: &str, kind: Kind) -> Table {
        let Some(place) = self.position(column) else { return self };
        let Some(converted) = sql::as_kind(self.frame.columns()[place].as_materialized_series(), kind) else { return self };
        let mut columns = self.columns.to_vec();
        columns[place].kind = kind;
        self.frame.with_column(converted.into()).expect("one column takes the place of its former self");
        self.columns = columns.into();
        self
    }

    /// The same table with a title for one column, where that column exists.
    #[must_use]
    pub fn with_title(mut self, column: &str, title: &str) -> Table {
        let Some(place) = self.position(column) else { return self };
        let mut columns = self.columns.to_vec();
        columns[place].title = Some(title.into());
        self.columns = columns.into();
        self
    }
}

/// True when the machine form of `cell` is `value`.
fn says(cell: &Cell, value: &str) -> bool {
    match cell {
        Cell::Null => value.is_empty(),
        Cell::Text(text) => **text == *value,
        Cell::Integer(number) | Cell::Money(number) => value.parse() == Ok(*number),
        Cell::Decimal(number) => value.parse() == Ok(*number),
        Cell::Date(date) => value.parse().is_ok_and(|other: Date| other == *date),
        Cell::DateTime(at) => value.parse().is_ok_and(|other: DateTime| other == *at),
        Cell::Boolean(yes) => value.parse() == Ok(*yes),
    }
}

//! One cell and one column of a table, and the reading of cells. Not their words: `turkish` and `view` write them.

use std::fmt;
use std::sync::Arc;

use jiff::civil::{Date, DateTime};
use polars::prelude::{AnyValue, Series};

use super::{Table, calendar};

/// What a column holds (sütun türü).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Words or codes.
    Text,
    /// Whole numbers.
    Integer,
    /// Numbers with a fraction.
    Decimal,
    /// Turkish lira as whole kuruş.
    Money,
    /// A day.
    Date,
    /// A day with its time, in local time.
    DateTime,
    /// A month, as text: `2026-07`.
    Month,
    /// Yes or no.
    Boolean,
}

/// A column's description (sütun). It says nothing about any row.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Column {
    /// Machine name: ASCII, lower case, as SQL sees it.
    pub name: Arc<str>,
    /// Title in words, where one is known.
    pub title: Option<Arc<str>>,
    /// What it holds.
    pub kind: Kind,
}

impl Column {
    /// A column without a title.
    pub fn new(name: impl Into<Arc<str>>, kind: Kind) -> Column {
        Column { name: name.into(), title: None, kind }
    }

    /// The same column with a title in words.
    #[must_use]
    pub fn titled(mut self, title: impl Into<Arc<str>>) -> Column {
        self.title = Some(title.into());
        self
    }
}

/// One exact value (hücre). Its `Debug` prints only which kind of value it is.
#[derive(Clone, PartialEq)]
pub enum Cell {
    /// No value.
    Null,
    /// Words, a code or a month (`2026-07`).
    Text(Arc<str>),
    /// A whole number.
    Integer(i64),
    /// A finite number with a fraction.
    Decimal(f64),
    /// Whole kuruş.
    Money(i64),
    /// A day.
    Date(Date),
    /// A day with its time.
    DateTime(DateTime),
    /// Yes or no.
    Boolean(bool),
}

impl Cell {
    /// True when there is no value.
    pub fn is_null(&self) -> bool {
        matches!(self, Cell::Null)
    }

    /// The words, where the cell holds words.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Cell::Text(t) => Some(t),
            _ => None,
        }
    }

    /// The value as a number: money in kuruş.
    pub fn as_number(&self) -> Option<f64> {
        match self {
            Cell::Integer(i) | Cell::Money(i) => Some(*i as f64),
            Cell::Decimal(d) => Some(*d),
            _ => None,
        }
    }

    /// The value as a machine writes it, for names of groups; no value is no word.
    pub fn word(&self) -> String {
        match self {
            Cell::Null => String::new(),
            Cell::Text(text) => text.to_string(),
            Cell::Integer(n) | Cell::Money(n) => n.to_string(),
            Cell::Decimal(d) => d.to_string(),
            Cell::Date(day) => day.to_string(),
            Cell::DateTime(at) => at.to_string(),
            Cell::Boolean(yes) => yes.to_string(),
        }
    }

    /// The whole number: money in kuruş.
    pub fn as_integer(&self) -> Option<i64> {
        match self {
            Cell::Integer(i) | Cell::Money(i) => Some(*i),
            _ => None,
        }
    }
}

impl fmt::Debug for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Cell::Null => "Cell(Null)",
            Cell::Text(_) => "Cell(Text)",
            Cell::Integer(_) => "Cell(Integer)",
            Cell::Decimal(_) => "Cell(Decimal)",
            Cell::Money(_) => "Cell(Money)",
            Cell::Date(_) => "Cell(Date)",
            Cell::DateTime(_) => "Cell(DateTime)",
            Cell::Boolean(_) => "Cell(Boolean)",
        })
    }
}

/// The cells of a table, opened by [`Table::reveal`].
#[derive(Clone, Copy)]
pub struct Cells<'t> {
    table: &'t Table,
}

impl<'t> Cells<'t> {
    pub(super) fn of(table: &'t Table) -> Cells<'t> {
        Cells { table }
    }

    pub(super) fn height(self) -> usize {
        self.table.height()
    }

    pub(super) fn position(self, name: &str) -> Option<usize> {
        self.table.position(name)
    }

    pub(super) fn series(self, name: &str) -> Option<(&'t Series, Kind)> {
        let place = self.table.position(name)?;
        Some((self.table.frame.columns()[place].as_materialized_series(), self.table.columns[place].kind))
    }

    /// The cell in `row` and `column`, both counted from 0; outside the table there is no value.
    pub fn cell(&self, row: usize, column: usize) -> Cell {
        let Some(described) = self.table.columns.get(column) else { return Cell::Null };
        match self.table.frame.columns()[column].get(row) {
            Ok(value) => read(value, described.kind),
            Err(_) => Cell::Null,
        }
    }

    /// The cells of one row, in the order of the columns.
    pub fn row(&self, row: usize) -> Vec<Cell> {
        (0..self.table.columns.len()).map(|column| self.cell(row, column)).collect()
    }

    /// All rows, in order.
    pub fn rows(self) -> impl Iterator<Item = Vec<Cell>> + 't {
        (0..self.table.height()).map(move |row| self.row(row))
    }

    /// The cells of the column called `name`, in order; `None` when there is no such column.
    pub fn column(self, name: &str) -> Option<impl Iterator<Item = Cell> + 't> {
        let column = self.table.position(name)?;
        Some((0..self.table.height()).map(move |row| self.cell(row, column)))
    }
}

fn read(value: AnyValue<'_>, kind: Kind) -> Cell {
    match value {
        AnyValue::String(text) => Cell::Text(text.into()),
        AnyValue::StringOwned(text) => Cell::Text(text.as_str().into()),
        AnyValue::Int64(number) if kind == Kind::Money => Cell::Money(number),
        AnyValue::Int64(number) => Cell::Integer(number),
        AnyValue::Float64(number) if number.is_finite() => Cell::Decimal(number),
        AnyValue::Date(days) => calendar::date_of(days).map_or(Cell::Null, Cell::Date),
        // A column of one repeated value hands out owned values.
        AnyValue::Datetime(millis, _, _) | AnyValue::DatetimeOwned(millis, _, _) => {
            calendar::date_time_of(millis).map_or(Cell::Null, Cell::DateTime)
        }
        AnyValue::Boolean(yes) => Cell::Boolean(yes),
        AnyValue::Null | AnyValue::Float64(_) => Cell::Null,
        // Types that no column of ours has; nothing is lost if the engine ever answers with one.
        other => Cell::Text(other.to_string().into()),
    }
}

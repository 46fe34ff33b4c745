//! SQL over named tables. Results come in an order that depends only on the input, and keep the meaning of their columns:
//! money stays money. Not a database: statements read, nothing is written.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use polars::prelude::{
    ChunkAgg, ChunkTake, DataFrame, DataType, IdxCa, Int64Chunked, IntoLazy, IntoSeries, LazyFrame, NewChunkedArray, PlSmallStr,
    PolarsResult, Series, SortMultipleOptions, StringChunked, TimeUnit,
};
use polars::sql::{SQLContext, extract_table_identifiers};

use super::mention::{Token, tokens};
use super::{Column, Kind, Mentions, Table, calendar, order};

/// Why a statement gave no table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SqlError {
    /// The engine's words, in English; they may name tables and columns but hold no cell.
    pub message: String,
    /// Line and column (from 1) within the statement, where known.
    pub position: Option<(u32, u32)>,
    /// What is wrong, where not the engine says so but we: `read-only`, `list` or `engine`.
    pub own: Option<&'static str>,
}

impl SqlError {
    fn new(message: impl Into<String>) -> SqlError {
        let message = message.into();
        let position = position_in(&message);
        SqlError { message, position, own: None }
    }

    fn own(kind: &'static str, message: impl Into<String>) -> SqlError {
        SqlError { own: Some(kind), ..SqlError::new(message) }
    }
}

/// A set of named tables (tablo kümesi). `halk-masasi` is called `halk_masasi` in SQL.
#[derive(Clone, Default)]
pub struct Sql {
    tables: BTreeMap<String, Table>,
}

impl Sql {
    /// No tables yet.
    pub fn new() -> Sql {
        Sql::default()
    }

    /// Adds a table, or takes the place of the one with that name.
    pub fn add(&mut self, name: &str, table: Table) -> &mut Self {
        self.tables.insert(name_in_sql(name), table);
        self
    }

    /// The tables by their names in SQL.
    pub fn tables(&self) -> impl Iterator<Item = (&str, &Table)> {
        self.tables.iter().map(|(name, table)| (name.as_str(), table))
    }

    /// The table of that name (either spelling).
    pub fn table(&self, name: &str) -> Option<&Table> {
        self.tables.get(&name_in_sql(name))
    }

    /// Which of these tables a statement may read, by their names in SQL; more rather than fewer.
    pub fn tables_mentioned(&self, sql: &str) -> BTreeSet<String> {
        let mut found: BTreeSet<String> = extract_table_identifiers(sql, false, true)
            .unwrap_or_default()
            .into_iter()
            .map(|name| name.to_ascii_lowercase())
            .filter(|name| self.tables.contains_key(name))
            .collect();
        let mentions = Mentions::of(sql);
        found.extend(self.tables.keys().filter(|name| mentions.names(name)).cloned());
        found
    }

    /// Which columns of these tables a statement may touch, by table; more rather than fewer. A helper column (`x_ay`,
    /// `x_yil`) counts as the column it is made from.
    pub fn columns_mentioned(&self, sql: &str) -> BTreeMap<String, BTreeSet<Arc<str>>> {
        let mentions = Mentions::of(sql);
        self.tables_mentioned(sql)
            .into_iter()
            .map(|name| {
                let touched = self.tables[&name]
                    .columns()
                    .iter()
                    .filter(|c| {
                        mentions.everything || mentions.names(&c.name) || helpers(c).iter().any(|h| mentions.names(&h.name))
                    })
                    .map(|c| Arc::clone(&c.name))
                    .collect();
                (name, touched)
            })
            .collect()
    }

    /// The answer of one `SELECT`.
    ///
    /// Without an outermost `ORDER BY` the rows are sorted by all columns, from left to right. Every date column `x` of a
    /// table also offers `x_ay` (`2026-07`) and `x_yil` (2026), unless the table has a column of that name; they are
    /// there when named, not in `*`. Lengths of time come as days.
    pub fn run(&self, sql: &str) -> Result<Table, SqlError> {
        let words = tokens(sql);
        if !matches!(words.first(), Some(Token::Name(first)) if first == "select" || first == "with") {
            return Err(SqlError::own("read-only", "only SELECT statements are possible"));
        }
        let mentions = Mentions::of(sql);
        // A panic on an unforeseen statement is the engine's, not the reader's: it becomes an error of that statement.
        let frame = catch_unwind(AssertUnwindSafe(|| self.collect(sql, &mentions, is_ordered(&words))))
            .map_err(|_| SqlError::own("engine", "the engine cannot compute this statement"))?
            .map_err(|e| SqlError::new(e.to_string()))?;
        self.typed(frame, sql, &words)
    }

    fn collect(&self, sql: &str, mentions: &Mentions, ordered: bool) -> PolarsResult<DataFrame> {
        let mut context = SQLContext::new();
        for (name, table) in &self.tables {
            context.register(name, with_helpers(table, mentions)?);
        }
        let frame = LazyFrame::from(order::steady(context.execute(sql)?.logical_plan)).collect()?;
        if ordered || frame.width() == 0 {
            return Ok(frame);
        }
        let sortable = |t: &DataType| !matches!(t, DataType::List(_) | DataType::Struct(_) | DataType::Array(..));
        let by: Vec<PlSmallStr> = frame.columns().iter().filter(|c| sortable(c.dtype())).map(|c| c.name().clone()).collect();
        match by.is_empty() {
            true => Ok(frame),
            false => frame.sort(by, SortMultipleOptions::default().with_maintain_order(true)),
        }
    }

    /// Gives the answer's columns the kinds their types and their origin allow.
    fn typed(&self, frame: DataFrame, sql: &str, words: &[Token]) -> Result<Table, SqlError> {
        let sources: Vec<&Table> = self.tables_mentioned(sql).iter().map(|name| &self.tables[name]).collect();
        let origins = super::lineage::origins(words);
        let (mut columns, mut series) = (Vec::new(), Vec::new());
        for answer in frame.columns() {
            let name: &str = answer.name();
            let source = |name: &str| -> Option<Column> {
                let own = sources.iter().find_map(|t| t.column(name).cloned());
                own.or_else(|| sources.iter().flat_map(|t| t.columns()).flat_map(helpers).find(|h| &*h.name == name))
            };
            let same = source(name);
            let kind = same
                .clone()
                .or_else(|| origins.get(name).and_then(|from| agreed(from.iter().map(|n| source(n)))))
                .map(|c| c.kind);
            let plain = plain(answer.as_materialized_series()).ok_or_else(|| {
                SqlError::own("list", format!("column `{name}` is a list: group by it or put it into an aggregate function"))
            })?;
            let (kind, values) = match kind.and_then(|kind| Some((kind, as_kind(&plain, kind)?))) {
                Some(found) => found,
                None => (natural(plain.dtype()), plain),
            };
            columns.push(Column { name: name.into(), title: same.and_then(|c| c.title), kind });
            series.push(values.into());
        }
        let frame = DataFrame::new(frame.height(), series).map_err(|e| SqlError::new(e.to_string()))?;
        Ok(Table { frame, columns: columns.into() })
    }
}

/// The kind all columns agree on.
fn agreed(mut columns: impl Iterator<Item = Option<Column>>) -> Option<Column> {
    let first = columns.next()??;
    columns.all(|c| c.is_some_and(|c| c.kind == first.kind)).then_some(first)
}

fn name_in_sql(name: &str) -> String {
    name.replace('-', "_").to_ascii_lowercase()
}

/// The columns that SQL offers beside a column of days.
fn helpers(column: &Column) -> Vec<Column> {
    match column.kind {
        Kind::Date | Kind::DateTime => {
            vec![
                Column::new(format!("{}_ay", column.name), Kind::Month),
                Column::new(format!("{}_yil", column.name), Kind::Integer),
            ]
        }
        _ => Vec::new(),
    }
}

pub(super) fn with_helpers(table: &Table, mentions: &Mentions) -> PolarsResult<LazyFrame> {
    let mut frame = table.frame.clone();
    for column in table.columns() {
        for helper in helpers(column) {
            if mentions.names(&helper.name) && table.position(&helper.name).is_none() {
                let helper = helper_of(frame.column(&column.name)?.as_materialized_series(), &helper)?;
                frame.with_column(helper.into())?;
            }
        }
    }
    Ok(frame.lazy())
}

/// Months and years of days and times. Words are looked up in a list of the months that occur, so a row costs a number.
fn helper_of(times: &Series, helper: &Column) -> PolarsResult<Series> {
    let physical = times.to_physical_repr();
    if let Ok(days) = physical.i32() {
        return helper_of_days(helper, days.iter(), days.min().zip(days.max()), days.null_count());
    }
    let millis = physical.i64()?;
    let [first, last] = [millis.min(), millis.max()].map(|end| end.map(calendar::day_of));
    helper_of_days(helper, millis.iter().map(|at| at.map(calendar::day_of)), first.zip(last), millis.null_count())
}

fn helper_of_days(
    helper: &Column,
    days: impl Iterator<Item = Option<i32>>,
    ends: Option<(i32, i32)>,
    gaps: usize,
) -> PolarsResult<Series> {
    let name = PlSmallStr::from_str(&helper.name);
    if helper.kind == Kind::Integer {
        let years = days.map(|day| day.map(|day| i64::from(calendar::year_month_of(day).0)));
        return Ok(Int64Chunked::from_iter_options(name, years).into_series());
    }
    let number = |day: i32| {
        let (year, month) = calendar::year_month_of(day);
        year * 12 + month as i32 - 1
    };
    let (first, last) = ends.map_or((0, -1), |(first, last)| (number(first), number(last)));
    let words = (first..=last).map(|m| format!("{:04}-{:02}", m.div_euclid(12), m.rem_euclid(12) + 1));
    let words = StringChunked::from_iter_values(name, words);
    let places = days.map(|day| day.map(|day| (number(day) - first) as u32));
    let places = match gaps {
        0 => {
            let mut all = Vec::with_capacity(places.size_hint().0);
            all.extend(places.flatten());
            IdxCa::from_vec(PlSmallStr::EMPTY, all)
        }
        _ => IdxCa::from_iter_options(PlSmallStr::EMPTY, places),
    };
    Ok(words.take(&places)?.into_series())
}

/// The values in one of the types a [`Table`] holds; `None` for lists and structures.
fn plain(series: &Series) -> Option<Series> {
    const MILLIS: DataType = DataType::Datetime(TimeUnit::Milliseconds, None);
    match series.dtype() {
        DataType::String | DataType::Int64 | DataType::Float64 | DataType::Boolean | DataType::Date => Some(series.clone()),
        t if t.is_integer() => series.cast(&DataType::Int64).ok(),
        DataType::Float32 | DataType::Decimal(..) => series.cast(&DataType::Float64).ok(),
        DataType::Datetime(..) => series.cast(&MILLIS).ok(),
        DataType::Duration(_) => {
            let millis = series.cast(&DataType::Duration(TimeUnit::Milliseconds)).ok()?.cast(&DataType::Int64).ok()?;
            let days = millis.cast(&DataType::Float64).ok()?;
            Some((&days / calendar::DAY_MILLIS as f64).with_name(series.name().clone()))
        }
        DataType::Null => series.cast(&DataType::String).ok(),
        _ => None,
    }
}

/// The values as `kind`, where their type allows it.
pub(super) fn as_kind(series: &Series, kind: Kind) -> Option<Series> {
    match (kind, series.dtype()) {
        (Kind::Text | Kind::Month, DataType::String)
        | (Kind::Integer | Kind::Money, DataType::Int64)
        | (Kind::Decimal, DataType::Float64)
        | (Kind::Date, DataType::Date)
        | (Kind::DateTime, DataType::Datetime(..))
        | (Kind::Boolean, DataType::Boolean) => Some(series.clone()),
        (Kind::Decimal, DataType::Int64) => series.cast(&DataType::Float64).ok(),
        // Half a kuruş is rounded away from zero, as bills do it.
        (Kind::Money, DataType::Float64) => {
            let whole = series.f64().ok()?.iter().map(|v| v.filter(|v| v.is_finite()).map(|v| v.round() as i64));
            Some(Int64Chunked::from_iter_options(series.name().clone(), whole).into_series())
        }
        _ => None,
    }
}

/// A frame as a table whose columns are what their types say; `None` for lists and structures.
pub(super) fn natural_table(frame: DataFrame) -> Option<Table> {
    let (mut columns, mut series) = (Vec::new(), Vec::new());
    for column in frame.columns() {
        let plain = plain(column.as_materialized_series())?;
        columns.push(Column::new(column.name().as_str(), natural(plain.dtype())));
        series.push(plain.into());
    }
    let frame = DataFrame::new(frame.height(), series).ok()?;
    Some(Table { frame, columns: columns.into() })
}

fn natural(data_type: &DataType) -> Kind {
    match data_type {
        DataType::Int64 => Kind::Integer,
        DataType::Float64 => Kind::Decimal,
        DataType::Date => Kind::Date,
        DataType::Datetime(..) => Kind::DateTime,
        DataType::Boolean => Kind::Boolean,
        _ => Kind::Text,
    }
}

/// True when the outermost statement says `ORDER BY`.
fn is_ordered(words: &[Token]) -> bool {
    let mut depth = 0;
    words.windows(2).any(|pair| {
        match pair[0] {
            Token::Sign('(') => depth += 1,
            Token::Sign(')') => depth -= 1,
            _ => {}
        }
        depth == 0 && matches!(pair, [Token::Name(a), Token::Name(b)] if a == "order" && b == "by")
    })
}

/// Reads `Line: 1, Column: 10` in the words of the SQL parser.
fn position_in(message: &str) -> Option<(u32, u32)> {
    let number = |after: &str| -> Option<u32> {
        let rest = &message[message.rfind(after)? + after.len()..];
        rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
    };
    Some((number("Line: ")?, number("Column: ")?))
}

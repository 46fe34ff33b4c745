//! Whole columns as numbers, for computations that would drown in cells: times, amounts, groups. Columns of a million rows
//! cost a few passes. Not a reader of words: those stay cells.

use std::cmp::Ordering;
use std::hash::Hash;

use indexmap::IndexMap;
use jiff::civil::Date;
use polars::prelude::{AnyValue, ChunkAgg, DataType, TimeUnit};

use super::{Cell, Cells, Kind, calendar};

/// Rows by what some columns say (kümeler).
#[derive(Clone, Debug, Default)]
pub struct Groups {
    /// The group of every row: a place in `keys`.
    pub of: Vec<u32>,
    /// What each group's columns say, in rising order; a place without a value comes first.
    pub keys: Vec<Vec<Cell>>,
}

impl Cells<'_> {
    /// The times of a column of days or moments, in milliseconds since 1970; a day counts from its beginning. `None` when
    /// there is no such column or it holds no times.
    pub fn times(self, name: &str) -> Option<Vec<Option<i64>>> {
        const MILLIS: DataType = DataType::Datetime(TimeUnit::Milliseconds, None);
        let (series, kind) = self.series(name)?;
        match kind {
            Kind::Date => {
                let days = series.to_physical_repr();
                let days = days.i32().ok()?;
                Some(days.iter().map(|d| d.map(|d| i64::from(d) * calendar::DAY_MILLIS)).collect())
            }
            Kind::DateTime => {
                let millis = series.cast(&MILLIS).ok()?.to_physical_repr().into_owned();
                Some(millis.i64().ok()?.iter().collect())
            }
            _ => None,
        }
    }

    /// The first and the last day of a column of days or moments; `None` when no cell has one.
    pub fn first_and_last_day(self, name: &str) -> Option<(Date, Date)> {
        let (series, kind) = self.series(name)?;
        let numbers = series.to_physical_repr();
        match kind {
            Kind::Date => {
                let days = numbers.i32().ok()?;
                Some((calendar::date_of(days.min()?)?, calendar::date_of(days.max()?)?))
            }
            Kind::DateTime => {
                let millis = numbers.i64().ok()?;
                Some((calendar::date_time_of(millis.min()?)?.date(), calendar::date_time_of(millis.max()?)?.date()))
            }
            _ => None,
        }
    }

    /// The numbers of a column; money in kuruş. `None` when there is no such column or it holds none.
    pub fn numbers(self, name: &str) -> Option<Vec<Option<f64>>> {
        let (series, _) = self.series(name)?;
        match series.dtype() {
            DataType::Int64 => Some(series.i64().ok()?.iter().map(|v| v.map(|v| v as f64)).collect()),
            DataType::Float64 => Some(series.f64().ok()?.iter().map(|v| v.filter(|v| v.is_finite())).collect()),
            _ => None,
        }
    }

    /// Rows that say the same in all of these columns; without columns all rows are one group. `None` when a column does
    /// not exist.
    pub fn groups(self, names: &[&str]) -> Option<Groups> {
        let height = self.height();
        if names.is_empty() {
            return Some(Groups { of: vec![0; height], keys: vec![Vec::new()] });
        }
        let mut codes: Vec<u32> = vec![0; height];
        for name in names {
            let own = self.codes(name)?;
            let pairs = codes.iter().zip(&own).map(|(so_far, own)| (*so_far, *own));
            codes = numbered(pairs);
        }
        let mut firsts: Vec<usize> = Vec::new();
        for (row, code) in codes.iter().enumerate() {
            if *code as usize == firsts.len() {
                firsts.push(row);
            }
        }
        let places: Vec<usize> = names.iter().map(|name| self.position(name)).collect::<Option<_>>()?;
        let key = |row: &usize| -> Vec<Cell> { places.iter().map(|place| self.cell(*row, *place)).collect() };
        let mut keys: Vec<(Vec<Cell>, usize)> = firsts.iter().map(key).zip(0..).collect();
        keys.sort_by(|(a, _), (b, _)| compare(a, b));
        let mut rank = vec![0; keys.len()];
        for (place, (_, code)) in keys.iter().enumerate() {
            rank[*code] = place as u32;
        }
        Some(Groups {
            of: codes.into_iter().map(|code| rank[code as usize]).collect(),
            keys: keys.into_iter().map(|(key, _)| key).collect(),
        })
    }

    /// A number for every distinct value of a column, in the order of their first rows.
    pub fn codes(self, name: &str) -> Option<Vec<u32>> {
        let (series, _) = self.series(name)?;
        Some(match series.dtype() {
            DataType::String => numbered(series.str().ok()?.iter()),
            DataType::Int64 => numbered(series.i64().ok()?.iter()),
            _ => numbered((0..series.len()).map(|row| match series.get(row) {
                Ok(AnyValue::Null) | Err(_) => None,
                Ok(value) => Some(value.to_string()),
            })),
        })
    }
}

fn numbered<T: Hash + Eq>(values: impl Iterator<Item = T>) -> Vec<u32> {
    let mut seen: IndexMap<T, ()> = IndexMap::new();
    values.map(|value| seen.insert_full(value, ()).0 as u32).collect()
}

/// The order of keys: cells of one column are of one kind.
fn compare(a: &[Cell], b: &[Cell]) -> Ordering {
    let one = |(a, b): (&Cell, &Cell)| match (a, b) {
        (Cell::Null, Cell::Null) => Ordering::Equal,
        (Cell::Null, _) => Ordering::Less,
        (_, Cell::Null) => Ordering::Greater,
        (Cell::Text(a), Cell::Text(b)) => a.cmp(b),
        (Cell::Date(a), Cell::Date(b)) => a.cmp(b),
        (Cell::DateTime(a), Cell::DateTime(b)) => a.cmp(b),
        (Cell::Boolean(a), Cell::Boolean(b)) => a.cmp(b),
        _ => a.as_number().unwrap_or(0.0).total_cmp(&b.as_number().unwrap_or(0.0)),
    };
    a.iter().zip(b).map(one).find(|o| o.is_ne()).unwrap_or(Ordering::Equal)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::table::{Cell, Column, Kind, Table, TableBuilder, Values};

    fn table() -> Table {
        let (mut unit, mut on, mut n) = (Values::new(Kind::Text), Values::new(Kind::Date), Values::new(Kind::Integer));
        for (u, d, i) in [("zabita", 2, 1), ("fen", 1, 2), ("zabita", 2, 3)] {
            unit.push_text(u);
            on.push_date(date(1970, 1, d));
            n.push_integer(i);
        }
        unit.push_null();
        on.push_null();
        n.push_null();
        let mut builder = TableBuilder::new();
        builder.column(Column::new("birim", Kind::Text), unit).column(Column::new("gun", Kind::Date), on);
        builder.column(Column::new("n", Kind::Integer), n);
        builder.finish()
    }

    #[test]
    fn groups_come_in_the_order_of_their_keys() {
        let table = table();
        let cells = table.reveal("a test");
        let groups = cells.groups(&["birim", "gun"]).expect("both are there");
        assert_eq!(groups.of, [2, 1, 2, 0]);
        assert!(groups.keys[1][0] == Cell::Text("fen".into()) && groups.keys[0][0].is_null());
        assert_eq!(cells.groups(&[]).expect("one").of, [0; 4]);
        assert!(cells.groups(&["yok"]).is_none());
        assert_eq!(cells.codes("birim"), Some(vec![0, 1, 0, 2]));
    }

    #[test]
    fn times_and_numbers_are_read_at_once() {
        let table = table();
        let cells = table.reveal("a test");
        assert_eq!(cells.times("gun"), Some(vec![Some(86_400_000), Some(0), Some(86_400_000), None]));
        assert_eq!(cells.numbers("n"), Some(vec![Some(1.0), Some(2.0), Some(3.0), None]));
        assert_eq!((cells.times("n"), cells.numbers("birim")), (None, None));
    }
    #[test]
    fn the_first_and_the_last_day_pass_over_empty_cells() {
        let table = table();
        let ends = |column| table.reveal("a test").first_and_last_day(column);
        assert_eq!(ends("gun"), Some((date(1970, 1, 1), date(1970, 1, 2))));
        let mut times = Values::new(Kind::DateTime);
        times.push_null();
        times.push_date_time(date(2026, 3, 1).at(23, 59, 0, 0));
        let mut builder = TableBuilder::new();
        builder.column(Column::new("an", Kind::DateTime), times);
        let moments = builder.finish();
        let ends_of_moments = moments.reveal("a test").first_and_last_day("an");
        assert_eq!(ends_of_moments, Some((date(2026, 3, 1), date(2026, 3, 1))));
        assert_eq!((ends("n"), ends("yok")), (None, None));
    }
}

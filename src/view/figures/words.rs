//! One value as Turkish words and as a machine reads it.

use std::sync::Arc;

use crate::disclose::{Cell, Labels, Shape};
use crate::turkish::{self, date, number};
use crate::view::ColumnKind;

/// What stands for a group nobody named.
const NAMELESS: &str = "Belirtilmemiş";

/// A value in its three forms.
#[derive(Clone, Debug)]
pub(super) struct Said {
    /// As read: `Temmuz 2026`.
    pub text: Arc<str>,
    /// As computed: `2026-07`; equals `text` for words.
    pub value: Arc<str>,
    /// What a slice names: the code of a reference, otherwise as `value`.
    pub raw: Arc<str>,
}

impl Said {
    fn new(text: impl Into<Arc<str>>, value: impl Into<Arc<str>>) -> Said {
        let value = value.into();
        Said { text: text.into(), raw: Arc::clone(&value), value }
    }

    /// Words in the place of a value.
    pub(super) fn words(text: &str) -> Said {
        Said::new(text, "")
    }

    /// A group nobody named.
    pub(super) fn nameless() -> Said {
        Said::new(NAMELESS, "")
    }
}

/// The words of `cell`, which is written as `shape` asks; a cell of another kind is written as what it is.
pub(super) fn say(cell: &Cell, shape: &Shape, labels: &Labels) -> Said {
    match (shape, cell) {
        (_, Cell::Null) => Said::nameless(),
        (Shape::Reference(registry), code) => {
            let raw = machine(code);
            let name = labels.get(registry).and_then(|names| names.get(&raw)).unwrap_or(&raw);
            Said { text: Arc::clone(name), value: Arc::clone(name), raw }
        }
        (Shape::Month, Cell::Text(month)) => Said::new(month_words(month), Arc::clone(month)),
        (Shape::Integer, Cell::Decimal(value)) => whole(value.round() as i64),
        (Shape::Decimal(places), Cell::Integer(value)) => decimal(*value as f64, *places),
        (Shape::Decimal(places), Cell::Decimal(value)) => decimal(*value, *places),
        (Shape::Text | Shape::Year, Cell::Integer(value)) => {
            let text: Arc<str> = value.to_string().into();
            Said::new(Arc::clone(&text), text)
        }
        (Shape::Date, Cell::DateTime(at)) => Said::new(date::short(at.date()), at.date().to_string()),
        (_, Cell::Text(text)) => Said::new(Arc::clone(text), Arc::clone(text)),
        (_, Cell::Integer(value)) => whole(*value),
        (_, Cell::Decimal(value)) => decimal(*value, 1),
        (_, Cell::Money(kurus)) => Said::new(turkish::money::format(*kurus), machine(cell)),
        (_, Cell::Date(day)) => Said::new(date::short(*day), day.to_string()),
        (_, Cell::DateTime(at)) => {
            let words = format!("{} {:02}.{:02}", date::short(at.date()), at.hour(), at.minute());
            Said::new(words, at.to_string())
        }
        (_, Cell::Boolean(yes)) => Said::new(if *yes { "Evet" } else { "Hayır" }, yes.to_string()),
    }
}

/// The kind of column a shape becomes.
pub(super) fn kind(shape: &Shape) -> ColumnKind {
    match shape {
        Shape::Integer => ColumnKind::Integer,
        Shape::Decimal(places) => ColumnKind::Decimal(*places),
        Shape::Money => ColumnKind::Money,
        Shape::Date => ColumnKind::Date,
        Shape::Month => ColumnKind::Month,
        Shape::Year => ColumnKind::Year,
        Shape::Text | Shape::DateTime | Shape::Boolean | Shape::Reference(_) => ColumnKind::Text,
    }
}

/// `2026-07` → `Temmuz 2026`; other text as it is.
pub(in crate::view) fn month_words(month: &str) -> String {
    let read = || {
        if let (2, Ok(number @ 1..=12)) = (month.len(), month.parse()) {
            // A month of no year: figures that lay years side by side.
            return Some(date::month(number).to_owned());
        }
        let (year, number) = month.split_once('-')?;
        let (year, number): (i16, i8) = (year.parse().ok()?, number.parse().ok()?);
        (1..=12).contains(&number).then(|| date::month_year(year, number))
    };
    read().unwrap_or_else(|| month.to_owned())
}

fn whole(value: i64) -> Said {
    Said::new(number::integer(value), value.to_string())
}

fn decimal(value: f64, places: u8) -> Said {
    Said::new(number::decimal(value, places), plain_decimal(value))
}

/// At most six decimals: what comes after depends on the order in which numbers were added.
fn plain_decimal(value: f64) -> String {
    let text = format!("{value:.6}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

fn machine(cell: &Cell) -> Arc<str> {
    match cell {
        Cell::Text(text) => Arc::clone(text),
        Cell::Money(kurus) => {
            let sign = if *kurus < 0 { "-" } else { "" };
            format!("{sign}{}.{:02}", kurus.unsigned_abs() / 100, kurus.unsigned_abs() % 100).into()
        }
        Cell::Integer(value) => value.to_string().into(),
        Cell::Decimal(value) => plain_decimal(*value).into(),
        Cell::Date(day) => day.to_string().into(),
        Cell::DateTime(at) => at.to_string().into(),
        Cell::Boolean(yes) => yes.to_string().into(),
        Cell::Null => "".into(),
    }
}

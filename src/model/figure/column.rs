//! What a figure's column holds, as far as its words go. Not a value of it.

use std::sync::Arc;

/// A column of an answered figure (gösterge sütunu).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureColumn {
    /// Machine name, ASCII.
    pub name: Arc<str>,
    /// Title in words, with the unit.
    pub title: String,
    /// What it counts or measures, where its declaration says it.
    pub unit: Option<String>,
    /// How its values are written.
    pub shape: Shape,
    /// What is said where there is no value, if that means more than "not known".
    pub missing: Option<String>,
    /// How many of the last months are expected to change.
    pub provisional: Option<u32>,
}

/// How a column's values are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Words as they are.
    Text,
    /// Whole numbers: `1.234`.
    Integer,
    /// Numbers with this many decimals: `1.234,5`.
    Decimal(u8),
    /// Turkish lira from whole kuruş: `1.234,50 TL`.
    Money,
    /// A day: `22 Kasım 2026`.
    Date,
    /// A day with its time.
    DateTime,
    /// A month: `Kasım 2026`, from `2026-11`.
    Month,
    /// A year: `2026`, without a point.
    Year,
    /// `Evet` or `Hayır`.
    Boolean,
    /// A code of this registry, written as its name.
    Reference(Arc<str>),
}

impl Shape {
    /// True for amounts: numbers one may add, compare and draw.
    pub fn is_amount(&self) -> bool {
        matches!(self, Shape::Integer | Shape::Decimal(_) | Shape::Money)
    }
}

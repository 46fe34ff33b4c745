//! What a chart is asked to show. Not geometry: no position, no colour.

use std::sync::Arc;

/// Which chart, and the words around it.
#[derive(Clone, Copy)]
pub struct ChartSpec<'a> {
    /// The kind of chart.
    pub kind: ChartKind,
    /// What it shows.
    pub title: &'a str,
    /// What is counted or measured (`başvuru`, `gün`, `%`, `₺`); may be empty.
    pub unit: &'a str,
    /// True when made of synthetic data: the drawing says "örnek veri".
    pub synthetic: bool,
    /// Writes a number of an axis, as short as it is exact: `1.500`, `0,5`.
    pub number: &'a dyn Fn(f64) -> String,
}

/// The kinds of chart (grafik türü).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChartKind {
    /// Upright bars (sütun); several series stand side by side.
    Bar,
    /// Upright bars side by side (gruplu sütun).
    GroupedBar,
    /// Upright bars on top of each other (yığılmış sütun).
    StackedBar,
    /// Lying bars (yatay çubuk).
    HorizontalBar,
    /// Lines (çizgi).
    Line,
    /// One word-sized line without axes (mini çizgi); one series.
    Sparkline,
    /// A table of coloured cells (ısı tablosu): categories are columns, series are rows.
    Heat,
    /// Areas in their places (harita): categories are areas; one series.
    Map,
}

impl ChartKind {
    /// The names of all kinds in `figures.yaml`.
    pub const NAMES: [(&'static str, ChartKind); 8] = [
        ("bar", ChartKind::Bar),
        ("grouped", ChartKind::GroupedBar),
        ("stacked", ChartKind::StackedBar),
        ("horizontal", ChartKind::HorizontalBar),
        ("line", ChartKind::Line),
        ("sparkline", ChartKind::Sparkline),
        ("heat", ChartKind::Heat),
        ("map", ChartKind::Map),
    ];

    /// The kind with this name in `figures.yaml`.
    pub fn named(name: &str) -> Option<ChartKind> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
    }
}

/// The numbers of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartData {
    /// Names of the places on the category axis, in order.
    pub categories: Vec<String>,
    /// What those names are.
    pub category_kind: CategoryKind,
    /// The series, each with one value per category.
    pub series: Vec<Series>,
    /// The outline of each category on a map; empty for other charts.
    pub areas: Vec<Area>,
}

/// The closed lines of an area, in degrees of longitude and latitude; empty where its outline is not known.
pub type Area = Vec<Vec<[f64; 2]>>;

/// What the categories are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CategoryKind {
    /// Months, written `2026-01` or `Ocak 2026`.
    Month,
    /// Any words.
    Text,
}

/// Values that belong together (dizi).
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Its name in words.
    pub name: String,
    /// One value per category.
    pub values: Vec<ChartValue>,
}

/// A value of a chart.
#[derive(Clone, Debug, PartialEq)]
pub enum ChartValue {
    /// A number and its words, without the unit.
    Number {
        /// The number.
        value: f64,
        /// Its words: `1.905`.
        text: Arc<str>,
    },
    /// Known, but not said (gizlilik).
    Withheld,
    /// Not known (veri yok).
    Missing,
}

impl ChartValue {
    /// The number, when there is a finite one.
    pub fn number(&self) -> Option<f64> {
        match self {
            ChartValue::Number { value, .. } if value.is_finite() => Some(*value),
            _ => None,
        }
    }

    /// The words of the number, when there is a finite one.
    pub fn words(&self) -> Option<&str> {
        match self {
            ChartValue::Number { value, text } if value.is_finite() => Some(text),
            _ => None,
        }
    }

    /// True when the value is known but not said.
    pub fn is_withheld(&self) -> bool {
        matches!(self, ChartValue::Withheld)
    }
}

/// Why there is no chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoChart {
    /// Every value is missing or withheld, or there is none.
    NoNumber,
    /// More series than can be told apart.
    TooManySeries {
        /// How many there are.
        given: usize,
        /// How many can be drawn.
        limit: usize,
    },
    /// More categories than can be named.
    TooManyCategories {
        /// How many there are.
        given: usize,
        /// How many can be drawn.
        limit: usize,
    },
}

//! What is drawn, ready to be asked: months recognised, and the words of every mark. No geometry.

use super::data::{Area, CategoryKind, ChartData, ChartSpec, ChartValue, Series};
use super::month::Month;

/// The sign of a withheld value.
pub const WITHHELD_SIGN: &str = "[c]";
/// What that sign means.
pub const WITHHELD_WORDS: &str = "gizlilik nedeniyle verilmedi";
/// What an empty place means.
pub const MISSING_WORDS: &str = "veri yok";

/// The spec and the data of a chart with what every kind needs to know about them.
pub struct Subject<'a> {
    /// Which chart.
    pub spec: &'a ChartSpec<'a>,
    /// The series.
    pub series: &'a [Series],
    /// The outlines of the categories on a map.
    pub areas: &'a [Area],
    /// Names of the categories as read out: `Ocak 2026`.
    pub categories: Vec<String>,
    /// The months, when the categories are months.
    pub months: Option<Vec<Month>>,
}

impl<'a> Subject<'a> {
    /// Recognises the months; a category that is none makes all of them plain words.
    pub fn new(spec: &'a ChartSpec<'a>, data: &'a ChartData) -> Subject<'a> {
        let months: Option<Vec<Month>> = match data.category_kind {
            CategoryKind::Month => data.categories.iter().map(|text| Month::read(text)).collect(),
            CategoryKind::Text => None,
        };
        let categories = match &months {
            Some(months) => months.iter().map(|month| month.long()).collect(),
            None => data.categories.clone(),
        };
        Subject { spec, series: &data.series, areas: &data.areas, categories, months }
    }

    /// All finite numbers, series after series.
    pub fn numbers(&self) -> impl Iterator<Item = f64> + Clone {
        self.series.iter().flat_map(|series| series.values.iter().filter_map(ChartValue::number))
    }

    /// How many values are withheld.
    pub fn withheld(&self) -> usize {
        self.series.iter().flat_map(|series| &series.values).filter(|value| value.is_withheld()).count()
    }

    /// How many values are missing.
    pub fn missing(&self) -> usize {
        let all = self.series.len() * self.categories.len();
        all - self.withheld() - self.numbers().count()
    }

    /// "Ocak 2026: 1.905 başvuru", with the series' name before it when there are several.
    pub fn mark_title(&self, series: usize, category: usize) -> String {
        let value = &self.series[series].values[category];
        let said = match value.words() {
            Some(words) => self.with_unit(words),
            None if value.is_withheld() => format!("{WITHHELD_SIGN} {WITHHELD_WORDS}"),
            None => MISSING_WORDS.to_owned(),
        };
        match self.series.len() {
            1 => format!("{}: {said}", self.categories[category]),
            _ => format!("{}, {}: {said}", self.series[series].name, self.categories[category]),
        }
    }

    /// The words of a number with the unit where Turkish puts it: `1.905 başvuru`, `%45,3`, `₺340`.
    pub fn with_unit(&self, words: &str) -> String {
        match self.spec.unit {
            "" => words.to_owned(),
            unit if words.contains(unit) => words.to_owned(),
            unit @ ("%" | "₺") => format!("{unit}{words}"),
            unit => format!("{words} {unit}"),
        }
    }
}

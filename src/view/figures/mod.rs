//! What pages may ask about figures: whole, sliced, one number, or the rows that become pages.
//!
//! [`Figures`] has one implementation over the open record (citizens) and one over the exact answers (staff, reports).

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{FigureDoc, SourceDoc};

/// The figures of one audience (göstergeler).
pub trait Figures: Sync {
    /// The rows of a figure as names for placeholders, in the figure's order; `None` when there is no such figure.
    fn rows(&self, id: &str) -> Option<Vec<Row>>;

    /// The figure, sliced to the rows where each column has the value: codes for references, raw values otherwise.
    fn figure(&self, id: &str, slice: &[(&str, &str)]) -> Result<Arc<FigureDoc>, FigureTrouble>;

    /// One number of it; of the first number column when `column` is not given.
    fn number(&self, id: &str, slice: &[(&str, &str)], column: Option<&str>) -> Result<NumberDoc, FigureTrouble>;

    /// The files its numbers come from, and whether they are made up.
    fn sources(&self, id: &str) -> Vec<SourceDoc>;
}

/// A row of a figure, as the words that placeholders stand for (satır).
///
/// Names: `kod` and `ay` are raw values, `ay.ad` the same in words, `birim.kod`, `birim.ad` and `birim.slug` those of a
/// reference, `slug` that of the row's first column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    names: BTreeMap<String, String>,
}

impl Row {
    /// A row with these names.
    pub fn new(names: impl IntoIterator<Item = (String, String)>) -> Row {
        Row { names: names.into_iter().collect() }
    }

    /// The words behind a name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.names.get(name).map(String::as_str)
    }

    /// All names, for hints.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }
}

/// One number in two forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberDoc {
    /// As read: `4.620`, `[c]`.
    pub text: Arc<str>,
    /// As computed: `4620`; empty when withheld.
    pub value: Arc<str>,
}

/// Why a figure cannot be shown as asked (the page's fault, not the figure's).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FigureTrouble {
    /// No figure of that name for this audience.
    NoSuchFigure,
    /// It has no such column; the nearest one, if any is near.
    UnknownColumn {
        /// What was asked for.
        column: String,
        /// The nearest column.
        nearest: Option<String>,
    },
    /// No row has the values of the slice.
    NoSuchRow,
    /// The slice has several rows, or the figure no number.
    NotOneNumber {
        /// How many rows the slice has.
        rows: usize,
    },
}

//! What pages may ask about figures, and the answers in words. One set of answers is made from the open record for
//! citizens, another from exact answers for the staff; a page cannot tell them apart, but the compiler can. Figures are
//! Turkish on pages in any language: so are the names of their columns and rows.
//!
//! `public` sees the open record and nothing before it; only `internal` knows exact answers.

mod chart;
mod finding;
mod internal;
mod public;
mod row;
mod sheet;
mod sheets;
mod signs;
mod trouble;
mod words;

#[cfg(test)]
mod tests;

pub(in crate::view) use finding::{change, top};
pub use internal::InternalFigures;
pub use public::PublicFigures;
pub use row::Row;
pub use trouble::FigureTrouble;
pub(in crate::view) use words::month_words;

use std::sync::Arc;

use super::{FigureDoc, SourceDoc};

/// What a page may ask about figures.
pub trait Figures: Sync {
    /// The rows of a figure as names for placeholders, in the figure's order; `None` when there is no such figure.
    fn rows(&self, id: &str) -> Option<Vec<Row>>;

    /// True when it may well have no row yet with `slug` in a placeholder like `birim.slug`: a unit, a month.
    fn may_come(&self, id: &str, placeholder: &str, slug: &str) -> bool;

    /// True when it has rows and none is shown.
    fn is_closed(&self, id: &str) -> bool;

    /// The figure, cut down to the rows where each column has the value (codes for references, raw values otherwise).
    fn figure(&self, id: &str, slice: &[(&str, &str)]) -> Result<Arc<FigureDoc>, FigureTrouble>;

    /// One number of it: of `column`, else of its first count, else of its first column of amounts.
    fn number(&self, id: &str, slice: &[(&str, &str)], column: Option<&str>) -> Result<NumberDoc, FigureTrouble>;

    /// The tables it is made from; empty when there is no such figure.
    fn sources(&self, id: &str) -> Vec<SourceDoc>;
}

/// One number of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberDoc {
    /// As read: `4.620`, `[c]`.
    pub text: Arc<str>,
    /// As computed: `4620`; empty where there is no value.
    pub value: Arc<str>,
}

/// The folder of a figure's data files below `/veri/`: that of its first dataset, of its first registry where it has none.
pub fn package_of<'s>(files: impl Iterator<Item = &'s str> + Clone) -> &'s str {
    let folder = |file: &'s str| file.strip_prefix("data/").and_then(|rest| rest.split_once('/')).map(|(folder, _)| folder);
    let datasets = files.clone().filter(|file| !file.ends_with(".yaml")).find_map(folder);
    datasets.or_else(|| files.clone().find_map(folder)).unwrap_or("gosterge")
}

//! All sheets of one audience, asked by id. What both audiences share; which of the two it is, the types around it say.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::sheet::Sheet;
use super::{FigureTrouble, Figures, NumberDoc, Row};
use crate::view::{FigureDoc, SourceDoc};

/// Sheets by id.
#[derive(Default)]
pub(super) struct Sheets(BTreeMap<Arc<str>, Sheet>);

impl Sheets {
    fn get(&self, id: &str) -> Result<&Sheet, FigureTrouble> {
        self.0.get(id).ok_or_else(|| FigureTrouble::NoSuchFigure { id: id.to_owned() })
    }

    /// Changes every sheet before the first is asked.
    pub(super) fn each(&mut self, change: impl Fn(&mut Sheet)) {
        self.0.values_mut().for_each(change);
    }

    /// The ids, sorted.
    pub(super) fn ids(&self) -> impl Iterator<Item = &Arc<str>> {
        self.0.keys()
    }
}

impl FromIterator<Sheet> for Sheets {
    fn from_iter<T: IntoIterator<Item = Sheet>>(sheets: T) -> Self {
        Sheets(sheets.into_iter().map(|sheet| (Arc::clone(&sheet.facts.id), sheet)).collect())
    }
}

impl Figures for Sheets {
    fn rows(&self, id: &str) -> Option<Vec<Row>> {
        self.0.get(id).map(Sheet::named_rows)
    }

    fn may_come(&self, id: &str, placeholder: &str, slug: &str) -> bool {
        self.0.get(id).is_some_and(|sheet| sheet.may_come(placeholder, slug))
    }

    fn is_closed(&self, id: &str) -> bool {
        self.0.get(id).is_some_and(|sheet| sheet.closed)
    }

    fn figure(&self, id: &str, slice: &[(&str, &str)]) -> Result<Arc<FigureDoc>, FigureTrouble> {
        self.get(id)?.figure(slice)
    }

    fn number(&self, id: &str, slice: &[(&str, &str)], column: Option<&str>) -> Result<NumberDoc, FigureTrouble> {
        self.get(id)?.number(slice, column)
    }

    fn sources(&self, id: &str) -> Vec<SourceDoc> {
        self.0.get(id).map(Sheet::sources).unwrap_or_default()
    }
}

//! Figures for the staff and their reports: exact.

use std::sync::Arc;

use rayon::prelude::*;

use super::sheet::{Entry, Sheet};
use super::sheets::Sheets;
use super::{FigureTrouble, Figures, NumberDoc, Row};
use crate::query::{Answer, Answers, Labels};
use crate::turkish::number;
use crate::view::{FigureDoc, SourceDoc};

/// The figures staff see (kesin göstergeler).
pub struct InternalFigures(Sheets);

impl InternalFigures {
    /// The exact answers in words.
    pub fn new(answers: &Answers) -> InternalFigures {
        let labels = Arc::new(answers.labels().clone());
        let answers: Vec<&Answer> = answers.iter().collect();
        let sheets: Vec<Sheet> = answers.into_par_iter().with_max_len(1).map(|answer| sheet(answer, &labels)).collect();
        InternalFigures(sheets.into_iter().collect())
    }

    /// The same for reports, which are sent away: their numbers travel in their own workbook, not in files beside them.
    pub fn for_reports(answers: &Answers) -> InternalFigures {
        let mut figures = InternalFigures::new(answers);
        figures.0.each(|sheet| sheet.has_files = false);
        figures
    }

    /// Ids of all figures, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &Arc<str>> {
        self.0.ids()
    }
}

impl Figures for InternalFigures {
    fn rows(&self, id: &str) -> Option<Vec<Row>> {
        self.0.rows(id)
    }

    fn may_come(&self, id: &str, placeholder: &str, slug: &str) -> bool {
        self.0.may_come(id, placeholder, slug)
    }

    fn is_closed(&self, id: &str) -> bool {
        self.0.is_closed(id)
    }

    fn figure(&self, id: &str, slice: &[(&str, &str)]) -> Result<Arc<FigureDoc>, FigureTrouble> {
        self.0.figure(id, slice)
    }

    fn number(&self, id: &str, slice: &[(&str, &str)], column: Option<&str>) -> Result<NumberDoc, FigureTrouble> {
        self.0.number(id, slice, column)
    }

    fn sources(&self, id: &str) -> Vec<SourceDoc> {
        self.0.sources(id)
    }
}

fn sheet(answer: &Answer, labels: &Arc<Labels>) -> Sheet {
    let columns = &answer.facts.columns;
    let cells = answer.table.reveal("internal: staff see exact figures");
    let say = |row: Vec<_>| row.iter().zip(columns).map(|(cell, column)| Entry::of(cell, column, labels)).collect();
    let rows = cells.rows().take(answer.top.unwrap_or(usize::MAX));
    let mut sheet = Sheet::new(&answer.facts, rows.map(say).collect(), labels);
    sheet.n = answer.n.map(|n| format!("{} kayıt", number::integer(n as i64)));
    sheet
}

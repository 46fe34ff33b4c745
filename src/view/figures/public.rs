//! Figures for citizens, made from the open record alone. Nothing here can reach an exact table: none is given.

use std::sync::Arc;

use super::sheet::{Entry, Sheet};
use super::sheets::Sheets;
use super::signs::{self, Sign};
use super::{FigureTrouble, Figures, NumberDoc, Row};
use crate::disclose::{Cell, FigureColumn, Labels, OpenCell, OpenRecord, OpenTable};
use crate::turkish::number;
use crate::view::{FigureDoc, SourceDoc};

/// The figures citizens see (açık göstergeler).
pub struct PublicFigures(Sheets);

impl PublicFigures {
    /// The open record in words.
    pub fn new(record: &OpenRecord) -> PublicFigures {
        let labels = Arc::new(record.labels().clone());
        PublicFigures(record.iter().map(|table| sheet(table, &labels)).collect())
    }

    /// Ids of all figures, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &Arc<str>> {
        self.0.ids()
    }
}

impl Figures for PublicFigures {
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

fn sheet(table: &OpenTable, labels: &Arc<Labels>) -> Sheet {
    let facts = table.facts();
    let say = |row: &Vec<OpenCell>| row.iter().zip(&facts.columns).map(|(cell, column)| entry(cell, column, labels)).collect();
    let mut sheet = Sheet::new(facts, table.rows().iter().map(say).collect(), labels);
    let statistics = facts.columns.iter().filter(|c| c.shape.is_amount()).count() > facts.counts.len();
    sheet.disclosure = table.rule().map(|policy| signs::rule_in_words(policy, statistics));
    sheet.closed = table.is_closed();
    sheet.marks = table.marks().clone();
    sheet.ranges = table.ranges().clone();
    sheet.rounded = table.rule().is_some_and(|policy| policy.round > 1);
    sheet.n = match (table.n(), sheet.rounded) {
        (OpenCell::Value(Cell::Integer(n)), true) => Some(format!("Yaklaşık {} kayıt", number::integer(*n))),
        (OpenCell::Value(Cell::Integer(n)), false) => Some(format!("{} kayıt", number::integer(*n))),
        _ => None,
    };
    sheet
}

fn entry(cell: &OpenCell, column: &FigureColumn, labels: &Labels) -> Entry {
    match cell {
        OpenCell::Value(cell) => Entry::of(cell, column, labels),
        OpenCell::Withheld => Entry::Sign(Sign::Withheld),
        OpenCell::NotApplicable => Entry::Sign(Sign::NotApplicable),
        OpenCell::Missing => Entry::of(&Cell::Null, column, labels),
    }
}

//! Where a cell stands while its column is read, and how to complain about it. Not the cell: its bytes are in the row.

use std::sync::Arc;

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::parse::capped::Capped;
use crate::parse::csv::Row;
use crate::parse::schema::Field;

/// The cells of one column in some rows that follow each other.
pub(super) struct Rows<'a, 'r> {
    pub(super) diag: &'a mut Diagnostics,
    pub(super) capped: &'a mut Capped,
    pub(super) rows: &'a [Row<'r>],
    /// The place of the column in the file.
    pub(super) column: usize,
    /// The number of the first of them in the dataset.
    pub(super) first: u32,
}

/// Where a cell stands and what to complain to.
pub(super) struct At<'a, 'r> {
    pub(super) diag: &'a mut Diagnostics,
    pub(super) capped: &'a mut Capped,
    pub(super) row: &'a Row<'r>,
    pub(super) column: usize,
    /// The row's place among those that are taken together, of which the first has this number in the dataset.
    pub(super) place: usize,
    pub(super) first: u32,
}

impl At<'_, '_> {
    /// The row's number in the dataset.
    pub(super) fn row_number(&self) -> u32 {
        self.first + self.place as u32
    }

    /// Complains about this cell, unless there were too many such complaints already.
    pub(super) fn complain(&mut self, code: Code, field: &Field, words: impl FnOnce(Diagnostic) -> Diagnostic) {
        if self.capped.is_full(code, Some(&field.name), self.row.line) {
            return;
        }
        let place = Place::cell(Arc::clone(self.capped.file()), self.row.line, Arc::clone(&field.name));
        self.capped.push(self.diag, words(Diagnostic::new(code, place)));
    }
}

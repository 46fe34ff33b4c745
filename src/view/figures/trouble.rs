//! Why a figure could not give what a page asked, as a complaint at the page's line.

use crate::diag::{Code, Diagnostic, Place};
use crate::parse::nearest;

/// Why a figure could not give what was asked (gösterge sorunu).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FigureTrouble {
    /// There is no such figure, or not for this audience.
    NoSuchFigure {
        /// Its id.
        id: String,
    },
    /// The figure has no such column.
    UnknownColumn {
        /// Id of the figure.
        id: String,
        /// The column asked for.
        column: String,
        /// The columns there are.
        known: Vec<String>,
    },
    /// The value never occurs in the column.
    NoSuchRow {
        /// Id of the figure.
        id: String,
        /// The column.
        column: String,
        /// The value asked for.
        value: String,
    },
    /// One number was asked for, and there is not exactly one.
    NotOneNumber {
        /// Id of the figure.
        id: String,
        /// How many rows the slice leaves.
        rows: usize,
        /// How many columns of amounts there are.
        columns: usize,
    },
}

impl FigureTrouble {
    /// The complaint at the `place` of the mention.
    pub fn complaint(&self, place: Place) -> Diagnostic {
        match self {
            FigureTrouble::NoSuchFigure { id } => Diagnostic::new(Code::UNKNOWN_FIGURE, place).with("id", id.clone()),
            FigureTrouble::UnknownColumn { id, column, known } => {
                let complaint = Diagnostic::new(Code::UNKNOWN_COLUMN, place).with("id", id.clone());
                let complaint = complaint.with("column", column.clone()).with("known", known.join(", "));
                match nearest(column, known.iter().map(String::as_str)) {
                    Some(near) => complaint.with("nearest", near.to_owned()).hint("nearest"),
                    None => complaint,
                }
            }
            FigureTrouble::NoSuchRow { id, column, value } => {
                let complaint = Diagnostic::new(Code::NO_SUCH_ROW, place).with("id", id.clone());
                complaint.with("column", column.clone()).with("value", value.clone())
            }
            FigureTrouble::NotOneNumber { id, rows, columns } => {
                let complaint = Diagnostic::new(Code::NOT_ONE_NUMBER, place).with("id", id.clone());
                complaint.with("rows", rows.to_string()).with("columns", columns.to_string())
            }
        }
    }
}

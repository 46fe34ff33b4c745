//! What an import did, as values: nothing here is worded, and nothing of a citizen's can be in it. The words are the
//! command line's.

use std::sync::Arc;

use jiff::civil::Date;

use super::book::{Conflict, Merged};
use super::header::Drop;
use super::repairs::RepairCounts;

/// What was done with one file (dosya özeti).
#[derive(Clone, Debug, Default)]
pub struct FileReport {
    /// The file, as it was named.
    pub file: Arc<str>,
    /// The profile it was read with; empty for the schema's own headers.
    pub profile: Arc<str>,
    /// How many of its columns became fields.
    pub matched: usize,
    /// How many columns it has.
    pub columns: usize,
    /// Its encoding; none for a workbook.
    pub encoding: Option<&'static str>,
    /// Rows of data.
    pub rows: u64,
    /// Rows that sum up the others.
    pub totals: u64,
    /// Rows below the table.
    pub footers: u64,
    /// Columns that were dropped, with the reason. A column without a header is called by its number: `#7`.
    pub dropped: Vec<(Arc<str>, Drop)>,
    /// What was repaired.
    pub repairs: RepairCounts,
    /// Rows that were refused.
    pub refused: u64,
    /// The day of the export: the latest it tells of, unless it was given.
    pub as_of: Option<Date>,
    /// What became of its records, by dataset.
    pub merged: Vec<(Arc<str>, Merged)>,
    /// Versions that contradict each other, by dataset.
    pub conflicts: Vec<(Arc<str>, Conflict)>,
}

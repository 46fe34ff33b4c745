//! Columns in memory (tablo): a typed frame and SQL over frames. The only door to Polars.
//!
//! A [`Table`] is exact and therefore cannot show itself: it has no `Serialize` and no `Display`, and its `Debug`
//! prints only its shape. Cells are read through [`Table::reveal`], which asks for a written reason, so that every
//! place where exact values leave a table can be found and judged. This room reads no file and knows no dataset.

mod build;
mod calendar;
mod cell;
mod expression;
mod grouping;
mod groups;
mod lineage;
mod made;
mod members;
mod mention;
mod order;
mod plain;
mod slice;
mod sql;
mod vectors;
mod weight;

#[cfg(test)]
mod tests;

pub use build::{TableBuilder, Values, Word};
pub use cell::{Cell, Cells, Column, Kind};
pub use made::Made;
pub use members::Members;
pub use mention::Mentions;
pub use sql::{Sql, SqlError};
pub use vectors::Groups;
pub use weight::{Carried, Weight, Weights};

use std::fmt;
use std::sync::Arc;

use polars::prelude::DataFrame;

/// An exact, typed table (kesin tablo). Cheap to clone: columns are shared.
#[derive(Clone)]
pub struct Table {
    frame: DataFrame,
    columns: Arc<[Column]>,
}

impl Table {
    /// A table without rows and columns.
    pub fn empty() -> Table {
        Table { frame: DataFrame::empty(), columns: Arc::new([]) }
    }

    /// The columns' names, titles and kinds, in order.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The place of the column called `name`.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|c| &*c.name == name)
    }

    /// The column called `name`.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|c| &*c.name == name)
    }

    /// How many rows.
    pub fn height(&self) -> usize {
        self.frame.height()
    }

    /// Bytes of memory the columns take, roughly (shared text counted once a column).
    pub fn estimated_bytes(&self) -> usize {
        self.frame.estimated_size()
    }

    /// The cells, for a written reason: `table.reveal("disclose: decides what is withheld")`.
    ///
    /// The reason is for the reader of the code. An empty one is our own bug.
    pub fn reveal(&self, reason: &'static str) -> Cells<'_> {
        assert!(!reason.is_empty(), "cells of an exact table are read for a written reason");
        Cells::of(self)
    }
}

impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Table({} rows × {} columns)", self.height(), self.columns.len())
    }
}

impl Default for Table {
    fn default() -> Self {
        Self::empty()
    }
}

//! A row of a figure as names for placeholders: `{birim.slug}`, `{ay.ad}`.

use std::sync::Arc;

use crate::disclose::Shape;
use crate::turkish;

/// A row of a figure, as far as addresses and titles may use it (gösterge satırı).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub(super) columns: Arc<[Arc<str>]>,
    pub(super) cells: Vec<Named>,
}

/// A cell in its three forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// Code or machine form.
    pub raw: Arc<str>,
    /// As read.
    pub text: Arc<str>,
    /// For an address.
    pub slug: Arc<str>,
}

impl Row {
    /// The name under a key; `None` when the figure has no such column.
    ///
    /// `ay` and `ay.kod` are the raw value or code, `ay.ad` is as read, `ay.slug` is for an address. `kod`, `ad` and
    /// `slug` alone mean the first column, unless the figure has a column of that name.
    pub fn get(&self, key: &str) -> Option<&str> {
        if let Some(cell) = self.cell(key) {
            return Some(&cell.raw);
        }
        let (cell, form) = match key.split_once('.') {
            Some((column, form)) => (self.cell(column)?, form),
            None => (self.cells.first()?, key),
        };
        match form {
            "kod" => Some(&cell.raw),
            "ad" => Some(&cell.text),
            "slug" => Some(&cell.slug),
            _ => None,
        }
    }

    /// The columns, for hints.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|c| &**c)
    }

    fn cell(&self, column: &str) -> Option<&Named> {
        self.columns.iter().position(|c| **c == *column).map(|i| &self.cells[i])
    }
}

/// The slug of a cell. Codes with letters are addresses already and never change; numbers say nothing to a reader.
pub(super) fn slug(shape: &Shape, raw: &str, text: &str) -> Arc<str> {
    let telling = matches!(shape, Shape::Reference(_)) && raw.bytes().any(|b| b.is_ascii_alphabetic());
    let raw_form = telling || !matches!(shape, Shape::Reference(_) | Shape::Text);
    turkish::slug(if raw_form { raw } else { text }).into()
}

//! Where something stands: file, line, column, field. Lines and columns count from 1, columns in characters.

use std::sync::Arc;

/// A place in the input (yer). `line == 0` means the whole file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Path from the root of the repository, with `/`.
    pub file: Arc<str>,
    /// Line from 1; 0 when the whole file is meant.
    pub line: u32,
    /// Column from 1, in characters; 0 when the whole line is meant.
    pub column: u32,
    /// How many characters are meant from `column` on; 0 when unknown.
    pub width: u32,
    /// Column name of a table or key path of a YAML file.
    pub field: Option<Arc<str>>,
    /// True for a row of data: its text is never shown, because it may hold a person's data.
    pub private_text: bool,
}

impl Place {
    /// The whole of `file`.
    pub fn file(file: impl Into<Arc<str>>) -> Self {
        Place { file: file.into(), line: 0, column: 0, width: 0, field: None, private_text: false }
    }

    /// A line and column (from 1) of `file`; column 0 means the whole line.
    pub fn at(file: impl Into<Arc<str>>, line: u32, column: u32) -> Self {
        Place { file: file.into(), line, column, width: 0, field: None, private_text: false }
    }

    /// A cell of a data file: the line is that of the record, the text of which is never shown.
    pub fn cell(file: impl Into<Arc<str>>, line: u32, field: impl Into<Arc<str>>) -> Self {
        Place { file: file.into(), line, column: 0, width: 0, field: Some(field.into()), private_text: true }
    }

    /// A row of a data file, without a column.
    pub fn row(file: impl Into<Arc<str>>, line: u32) -> Self {
        Place { file: file.into(), line, column: 0, width: 0, field: None, private_text: true }
    }

    /// The same place, `width` characters wide.
    #[must_use]
    pub fn width(mut self, width: u32) -> Self {
        self.width = width;
        self
    }

    /// The same place under the key or column `field`.
    #[must_use]
    pub fn field(mut self, field: impl Into<Arc<str>>) -> Self {
        self.field = Some(field.into());
        self
    }
}

/// Line starts of a text, to turn byte offsets into lines and columns in O(log lines).
pub struct LineIndex<'t> {
    text: &'t str,
    starts: Vec<u32>,
}

impl<'t> LineIndex<'t> {
    /// Reads `text` once. A text of 4 GiB or more is beyond it: callers stream such files.
    pub fn new(text: &'t str) -> Self {
        let mut starts = Vec::with_capacity(text.len() / 40 + 1);
        starts.push(0);
        starts.extend(text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i as u32 + 1));
        LineIndex { text, starts }
    }

    /// Line and column (from 1; the column in characters) of a byte offset; past the end means the end.
    pub fn line_column(&self, offset: usize) -> (u32, u32) {
        let offset = offset.min(self.text.len());
        let line = self.starts.partition_point(|s| *s as usize <= offset) - 1;
        let start = self.starts[line] as usize;
        let column = self.text.get(start..offset).map_or(offset - start, |t| t.chars().count());
        (line as u32 + 1, column as u32 + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let index = LineIndex::new("ab\nşğ x\n");
        assert_eq!(index.line_column(0), (1, 1));
        assert_eq!(index.line_column(3), (2, 1));
        assert_eq!(index.line_column(8), (2, 4), "two letters of two bytes and a space stand before the x");
        assert_eq!(index.line_column(999), (3, 1));
    }
}

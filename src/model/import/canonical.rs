//! A dataset's canonical files: UTF-8 without a mark, `,`, one line feed a row, the machine names of the fields as header,
//! ISO dates, decimals as the field has them, rows in the order of the key. One file a month where the schema has a period.

use std::io::{self, Write};
use std::sync::Arc;

use super::book::Book;

/// A file to be written: nothing of it is held but the numbers of its rows (aylık dosya).
pub struct CanonicalFile<'b> {
    book: &'b Book,
    /// The folder of its dataset, from the root of the repository, with a slash at the end.
    pub folder: Arc<str>,
    /// Its name.
    pub name: String,
    /// How many lines of data it has.
    pub lines: u64,
    rows: Vec<u32>,
}

const BLOCK: usize = 256 << 10;

impl CanonicalFile<'_> {
    /// Writes the whole file.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut block = Vec::with_capacity(BLOCK + 4096);
        let names: Vec<&str> = (0..self.book.width()).map(|place| &*self.book.field(place).name).collect();
        block.extend_from_slice(names.join(",").as_bytes());
        block.push(b'\n');
        for row in &self.rows {
            self.book.write_row(*row, &mut block);
            if block.len() >= BLOCK {
                out.write_all(&block)?;
                block.clear();
            }
        }
        out.write_all(&block)
    }
}

/// The files of a book that changed.
pub(super) fn files(book: &Book) -> Vec<CanonicalFile<'_>> {
    let folder: Arc<str> = book.schema.file.trim_end_matches("dataset.yaml").into();
    let changed = book.changed().into_iter();
    let file =
        |(month, rows, lines)| CanonicalFile { book, folder: Arc::clone(&folder), name: book.file_name(month), lines, rows };
    changed.map(file).collect()
}

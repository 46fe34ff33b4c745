//! The texts of a schema that mean "no value", ready to be asked about a million cells. Not the empty cell.

use crate::parse::csv::Row;
use crate::turkish::fold;

/// A cell longer than this is folded for no such text.
const LONGEST_FOLDED: usize = 24;

/// The texts that mean "no value", folded (eksik değerler).
pub(super) struct Missing<'s> {
    texts: &'s [String],
    /// Which lengths they have, a bit each; the last one stands for all longer ones.
    lengths: u32,
}

impl<'s> Missing<'s> {
    /// The texts of a schema.
    pub(super) fn new(texts: &'s [String]) -> Self {
        Missing { texts, lengths: texts.iter().fold(0, |lengths, text| lengths | length_bit(text.len())) }
    }

    /// True for one of the texts, in any case and with any accents.
    #[inline]
    pub(super) fn contains<'r>(&self, row: &Row<'r>, cell: &'r [u8]) -> bool {
        // ASCII keeps its length when folded; other letters may not.
        let may_be = self.lengths & length_bit(cell.len()) != 0 || (cell.len() <= LONGEST_FOLDED && !cell.is_ascii());
        may_be && self.lengths != 0 && self.compare(row, cell)
    }

    fn compare<'r>(&self, row: &Row<'r>, cell: &'r [u8]) -> bool {
        if self.texts.iter().any(|text| text.as_bytes().eq_ignore_ascii_case(cell)) {
            return true;
        }
        if cell.is_ascii() || cell.len() > LONGEST_FOLDED {
            return false;
        }
        self.texts.contains(&fold(&row.decode(cell).0))
    }
}

fn length_bit(length: usize) -> u32 {
    1 << length.min(31)
}

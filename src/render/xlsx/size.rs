//! How wide columns and how tall rows are: as much as their words need, counted in letters.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::view::{ColumnDoc, FigureDoc};

/// Column widths, in letters.
const NARROWEST: usize = 9;
const WIDEST: usize = 48;

/// Height of a line and of the tallest row, in points (Excel's own).
const LINE_HEIGHT: f64 = 15.0;
const TALLEST: f64 = 409.0;

/// Sets the widths of the first columns, in letters.
pub(super) fn set_widths(sheet: &mut Worksheet, widths: &[u16]) -> Result<(), XlsxError> {
    for (column, width) in (0u16..).zip(widths) {
        sheet.set_column_width(column, *width)?;
    }
    Ok(())
}

/// Makes a row as tall as its wrapped cells need, given with the widths of their columns: LibreOffice does not measure them
/// when it opens a workbook, and the lines of one row would stand over those of the next.
pub(super) fn fit<'c>(sheet: &mut Worksheet, row: u32, cells: impl IntoIterator<Item = (&'c str, f64)>) -> Result<(), XlsxError> {
    let lines = cells.into_iter().map(|(words, width)| lines(words, width as usize)).max().unwrap_or(1);
    if lines > 1 {
        sheet.set_row_height(row, (lines as f64 * LINE_HEIGHT).min(TALLEST))?;
    }
    Ok(())
}

/// How many lines of `width` letters a text takes, cut between words.
fn lines(text: &str, width: usize) -> usize {
    let wrapped = |line: &str| {
        let (mut lines, mut used) = (1, 0);
        for word in line.split(' ') {
            let letters = word.chars().count();
            if used > 0 && used + 1 + letters > width {
                (lines, used) = (lines + 1, 0);
            }
            lines += letters.saturating_sub(1) / width;
            used += letters + usize::from(used > 0);
        }
        lines
    };
    text.split('\n').map(wrapped).sum()
}

/// The width of a figure's column: of its longest line, within bounds.
pub(super) fn column_width(figure: &FigureDoc, index: usize, column: &ColumnDoc) -> f64 {
    let lines = figure.table.rows.iter().filter_map(|row| row.get(index)).flat_map(|row| row.text.split('\n'));
    let cells = lines.map(|line| line.chars().count());
    let widest = cells.chain([column.title.chars().count()]).max().unwrap_or(0);
    (widest + 3).clamp(NARROWEST, WIDEST) as f64
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn lines_are_cut_between_words_and_where_a_word_is_too_long() {
        let cases =
            [("", 1), ("on harfli", 1), ("iki sözcük ve", 2), ("a\nb", 2), ("onikiharflik", 2), ("dört beş altı yedi", 2)];
        for (text, expected) in cases {
            assert_eq!(lines(text, 10), expected, "{text}");
        }
    }
}

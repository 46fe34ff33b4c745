//! How large a table is set, and on which side of the paper, judged by counting letters: a table must fit, and
//! Typst sets what it is told even where columns run into each other. An estimate, on the wide side.

use super::nodes::Column;

/// Letter size and paper of a table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setting {
    /// Letter size in points.
    pub size: f32,
    /// True for paper turned sideways.
    pub landscape: bool,
}

/// Width of the text on upright and on sideways A4 paper with the template's margins, in points.
const PORTRAIT: f32 = 459.0;
const LANDSCAPE: f32 = 705.0;

/// Width of an average letter, and of the space beside a column, in letter sizes.
const LETTER: f32 = 0.53;
const COLUMN_SPACE: f32 = 0.84;

/// Words longer than this are hyphenated.
const LONGEST_WORD: usize = 18;

/// A column of words is not made wider than this many letters for comfort.
const COMFORT: usize = 26;

/// The settings to try, in order of preference; the last is taken when none is wide enough.
const TRIED: [Setting; 7] = [
    Setting { size: 9.5, landscape: false },
    Setting { size: 8.5, landscape: false },
    Setting { size: 7.5, landscape: false },
    Setting { size: 9.0, landscape: true },
    Setting { size: 8.0, landscape: true },
    Setting { size: 7.0, landscape: true },
    Setting { size: 6.0, landscape: true },
];

/// The first setting in which the table fits.
pub fn setting(columns: &[Column], rows: &[Vec<String>]) -> Setting {
    let em: f32 = columns.iter().enumerate().map(|(i, column)| column_width(i, column, rows)).sum();
    let fits = |s: &&Setting| em * s.size <= if s.landscape { LANDSCAPE } else { PORTRAIT };
    TRIED.iter().find(fits).copied().unwrap_or(TRIED[TRIED.len() - 1])
}

/// Width a column needs, in letter sizes.
fn column_width(index: usize, column: &Column, rows: &[Vec<String>]) -> f32 {
    let cells = || rows.iter().filter_map(|row| row.get(index)).map(String::as_str);
    let widest_cell = cells().map(letters).max().unwrap_or(0);
    let body = if column.end {
        widest_cell
    } else {
        cells().map(longest_word).max().unwrap_or(0).min(LONGEST_WORD).max(widest_cell.min(COMFORT))
    };
    let needed = body.max(longest_word(&column.title).min(LONGEST_WORD)).max(1);
    needed as f32 * LETTER + COLUMN_SPACE
}

fn letters(text: &str) -> usize {
    text.chars().count()
}

fn longest_word(text: &str) -> usize {
    text.split(|c: char| c.is_whitespace() || c == '\u{200B}').map(letters).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(columns: usize, cell: &str) -> Setting {
        let columns: Vec<Column> = (0..columns).map(|i| Column { title: "Ocak".to_owned(), end: i > 0 }).collect();
        let rows = vec![columns.iter().map(|_| cell.to_owned()).collect()];
        setting(&columns, &rows)
    }

    #[test]
    fn a_narrow_table_is_set_large_and_upright() {
        assert_eq!(table(4, "1.234"), Setting { size: 9.5, landscape: false });
    }

    #[test]
    fn a_wide_table_is_set_smaller_then_sideways() {
        assert_eq!(table(14, "1.234"), Setting { size: 8.5, landscape: false });
        assert_eq!(table(20, "1.234"), Setting { size: 9.0, landscape: true });
        assert_eq!(table(200, "1.234"), Setting { size: 6.0, landscape: true }, "nothing fits: the smallest");
    }
}

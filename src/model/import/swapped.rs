//! Days whose day and month a spreadsheet has changed about.
//!
//! A spreadsheet that is opened with an export in the form of another country makes days of what it can read that way and
//! leaves the rest as words: `7/3/2023` becomes 7 March, `7/14/2023` stays as it is. Such a column shows itself: what the
//! spreadsheet made are days up to the twelfth only, what was left are days after it only. Which days were meant can no
//! longer be told from the file.

use crate::parse::csv::Row;
use crate::turkish::date::Moment;

/// So few cells of a kind may be alike by chance.
const FEWEST_MADE: u32 = 5;
const FEWEST_LEFT: u32 = 3;

/// The last day of a month that may also be a month.
const LAST_MONTH: i8 = 12;

/// What a workbook's column of days has shown so far (gün sütunu).
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Days {
    made: u32,
    left: u32,
    contradicted: bool,
    line: u32,
}

impl Days {
    /// Takes notice of the day in a cell of `row`.
    #[inline]
    pub(super) fn see(&mut self, row: &Row<'_>, column: usize, day: Moment) {
        if !row.is_of_workbook() || self.contradicted {
            return;
        }
        let made = row.is_exact(column);
        let may_be_month = day.date().day() <= LAST_MONTH;
        self.contradicted = made != may_be_month;
        if made {
            self.made += 1;
            self.line = if self.line == 0 { row.line } else { self.line };
        } else {
            self.left += 1;
        }
    }

    /// The line of the first day that was changed about; `None` where all is well.
    pub(super) fn first(&self) -> Option<u32> {
        (!self.contradicted && self.made >= FEWEST_MADE && self.left >= FEWEST_LEFT).then_some(self.line)
    }
}

//! The order of opened rows. The exact answer's order would tell which of two withheld numbers is greater; this one
//! follows the opened cells alone.

use std::cmp::Ordering;

use super::{Cell, OpenCell};

/// Sorts by the columns the statement asks for, then by the groups.
pub(super) fn sort(rows: &mut [Vec<OpenCell>], order: &[(usize, bool)], groups: &[usize]) {
    rows.sort_by(|a, b| {
        let asked = order.iter().map(|(column, greatest_first)| {
            let ordering = compare(&a[*column], &b[*column]);
            if *greatest_first { ordering.reverse() } else { ordering }
        });
        let groups = groups.iter().map(|column| compare(&a[*column], &b[*column]));
        asked.chain(groups).find(|o| o.is_ne()).unwrap_or(Ordering::Equal)
    });
}

/// Signs stand below every number, and a place without a value below all.
fn compare(a: &OpenCell, b: &OpenCell) -> Ordering {
    match (a, b) {
        (OpenCell::Value(a), OpenCell::Value(b)) => compare_values(a, b),
        _ => rank(a).cmp(&rank(b)),
    }
}

fn rank(cell: &OpenCell) -> u8 {
    match cell {
        OpenCell::Missing => 0,
        OpenCell::NotApplicable => 1,
        OpenCell::Withheld => 2,
        OpenCell::Value(_) => 3,
    }
}

fn compare_values(a: &Cell, b: &Cell) -> Ordering {
    match (a, b) {
        (Cell::Text(a), Cell::Text(b)) => a.cmp(b),
        (Cell::Date(a), Cell::Date(b)) => a.cmp(b),
        (Cell::DateTime(a), Cell::DateTime(b)) => a.cmp(b),
        (Cell::Boolean(a), Cell::Boolean(b)) => a.cmp(b),
        _ => match (a.as_number(), b.as_number()) {
            (Some(a), Some(b)) => a.total_cmp(&b),
            // Cells of one column are of one kind; others keep their places.
            _ => Ordering::Equal,
        },
    }
}

//! Columns that add up (özdeşlik): a ledger's `devreden + gelen − kapanan = açık` ties the counts of a row to each other
//! although no record is in all of them. Found in the numbers: a sum that holds in every row counts as known to whoever
//! reads the headings. Not what tables have in common (`links`).

use std::collections::BTreeMap;

use super::draft::{Draft, Spot};
use super::links::{CellOf, Link};
use super::population::Division;

/// More columns than this would be too many combinations, and no reader would see through them either.
const COLUMNS: usize = 8;
/// In fewer rows a sum may hold by chance.
const ROWS: usize = 3;

/// The links between the counts of each row.
pub(super) fn within_rows(drafts: &[Draft], divisions: &[Division]) -> Vec<Link> {
    let mut cell_of: BTreeMap<Spot, CellOf> = BTreeMap::new();
    for (number, division) in divisions.iter().enumerate() {
        for (cell, published) in division.cells.iter().enumerate() {
            cell_of.extend(published.spots.iter().map(|spot| (*spot, (number, cell))));
        }
    }
    let mut links = Vec::new();
    for (number, draft) in drafts.iter().enumerate() {
        let columns: Vec<usize> = draft.counts().map(|(column, _)| column).collect();
        let whole = |row: &Vec<super::Cell>| columns.iter().map(|c| row[*c].as_integer()).collect::<Option<Vec<i64>>>();
        let Some(rows) = draft.exact.iter().map(whole).collect::<Option<Vec<_>>>() else { continue };
        for signs in identities(&rows, columns.len()) {
            for row in 0..rows.len() {
                let side = |wanted: i64| -> Option<Vec<CellOf>> {
                    let places = columns.iter().zip(&signs).filter(|(_, sign)| **sign == wanted);
                    places.map(|(c, _)| cell_of.get(&Spot { draft: number, cell: Some((row, *c)) }).copied()).collect()
                };
                if let (Some(left), Some(right)) = (side(1), side(-1)) {
                    links.push(Link { left, right, rest: 0 });
                }
            }
        }
    }
    links
}

/// The signs of the columns of every sum that is nought in all rows, the shortest sums first; none that holds a shorter one.
fn identities(rows: &[Vec<i64>], columns: usize) -> Vec<Vec<i64>> {
    if !(2..=COLUMNS).contains(&columns) || rows.len() < ROWS {
        return Vec::new();
    }
    let mut all: Vec<Vec<i64>> = (0..3usize.pow(columns as u32)).map(|number| signs(number, columns)).collect();
    // Each sum once, and none of one side alone: counts are not negative.
    all.retain(|signs| signs.iter().find(|s| **s != 0) == Some(&1) && signs.contains(&-1));
    all.sort_by_key(|signs| signs.iter().filter(|s| **s != 0).count());
    let mut found: Vec<Vec<i64>> = Vec::new();
    for signs in all {
        let longer = found.iter().any(|short| short.iter().zip(&signs).all(|(s, l)| *s == 0 || *l != 0));
        let telling = rows.iter().filter(|row| row.iter().zip(&signs).any(|(n, s)| n * s != 0)).count();
        if !longer && telling >= ROWS && rows.iter().all(|row| row.iter().zip(&signs).map(|(n, s)| n * s).sum::<i64>() == 0) {
            found.push(signs);
        }
    }
    found
}

/// The digits of `number` in base three, as −1, 0, 1.
fn signs(mut number: usize, columns: usize) -> Vec<i64> {
    let mut next = || {
        let digit = number % 3;
        number /= 3;
        [0, 1, -1][digit]
    };
    (0..columns).map(|_| next()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ledger_adds_up_and_chance_does_not() {
        let ledger = vec![vec![5, 20, 18, 7], vec![7, 11, 9, 9], vec![9, 30, 12, 27]];
        assert_eq!(identities(&ledger, 4), [[1, 1, -1, -1]], "carried + received = closed + open");
        assert_eq!(identities(&ledger[..2], 4), [[0; 4]; 0], "two rows prove nothing");
        assert_eq!(identities(&[vec![1, 2], vec![3, 4], vec![5, 7]], 2), [[0; 2]; 0]);
    }
}

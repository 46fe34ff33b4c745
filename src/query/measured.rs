//! What the measures of a figure are of (ölçülen): for each record the row whose measure it is part of. So the wall can see
//! where the same was measured of nearly the same people. The values themselves stay here: two measures can only be asked
//! whether they are of the same.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::NOT_COUNTED;
use super::behind::Key;
use crate::table::{Carried, Cell};

/// Which records a measure is made of, row by row.
#[derive(Clone)]
pub struct Measured {
    /// The columns that show it.
    pub columns: Vec<Arc<str>>,
    /// The dataset of its records.
    pub dataset: Arc<str>,
    /// For each record of the dataset the row of the answer it is measured in, or [`NOT_COUNTED`].
    pub rows: Arc<[u32]>,
    /// True where the measure of a whole follows from those of its parts: sums and means.
    pub adds_up: bool,
    /// How it is made: `sums`, `median 0.5`, …
    manner: String,
    /// What each record brings; `None` where the manner says it.
    values: Option<Arc<[f64]>>,
}

impl Measured {
    /// The measures of a statement's column: `row_of` says which row a group is. Sums twice, once of what is not nought: a
    /// `CASE … ELSE 0` leaves people out, and of whom nought is counted that may be told, too.
    pub(super) fn of_column(column: &Arc<str>, dataset: &Arc<str>, carried: Vec<Carried>, row_of: &[u32]) -> Vec<Measured> {
        let row = |group: &u32| row_of.get(*group as usize).copied().unwrap_or(NOT_COUNTED);
        let mut measured = Vec::new();
        for one in carried {
            let all: Vec<u32> = one.of_record.iter().map(row).collect();
            let values: Arc<[f64]> = one.values.into();
            let columns = vec![Arc::clone(column)];
            let of = |manner: &str, rows: Vec<u32>| Measured {
                columns: columns.clone(),
                dataset: Arc::clone(dataset),
                rows: rows.into(),
                adds_up: one.adds_up,
                manner: format!("{} {manner}", one.manner),
                values: Some(Arc::clone(&values)),
            };
            if one.adds_up {
                let brings = |(row, value): (&u32, &f64)| if *value == 0.0 { NOT_COUNTED } else { *row };
                measured.push(of("not nought", all.iter().zip(values.iter()).map(brings).collect()));
            }
            measured.push(of("all", all));
        }
        measured
    }

    /// What the program itself measures of the records `rows`, in a manner that names what it is of.
    pub(super) fn of_estimate(columns: Vec<Arc<str>>, dataset: &Arc<str>, rows: &Arc<[u32]>, manner: String) -> Measured {
        let (dataset, rows) = (Arc::clone(dataset), Arc::clone(rows));
        Measured { columns, dataset, rows, adds_up: false, manner, values: None }
    }

    /// True where both are made in the same way of what is the same for every record that both are of; of no record in common
    /// nothing is said.
    pub fn is_of_the_same(&self, other: &Measured) -> bool {
        if self.dataset != other.dataset || self.manner != other.manner {
            return false;
        }
        let (Some(ours), Some(theirs)) = (&self.values, &other.values) else { return true };
        let mut both = self.rows.iter().zip(other.rows.iter()).zip(ours.iter().zip(theirs.iter()));
        let mut common = false;
        let same = both.all(|((own, other), (a, b))| {
            let shared = *own != NOT_COUNTED && *other != NOT_COUNTED;
            common |= shared;
            !shared || a == b
        });
        same && common
    }
}

/// Values are nobody's to print.
impl std::fmt::Debug for Measured {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Measured").field("columns", &self.columns).field("manner", &self.manner).finish_non_exhaustive()
    }
}

/// The row of each group, in the groups' order.
pub(super) fn rows_of_groups(groups: impl Iterator<Item = Vec<Cell>>, rows: &BTreeMap<Vec<Key>, u32>) -> Option<Vec<u32>> {
    groups.map(|group| rows.get(&group.iter().map(Key::of).collect::<Vec<_>>()).copied()).collect()
}

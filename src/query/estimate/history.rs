//! What happened to the cases of a ledger (geçmiş), month by month, so that its counts can be followed: cases of one history
//! are counted alike in every month, and each number of the ledger is a sum over histories. Counts nothing that `ledger`
//! shows.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::Followed;
use super::ledger::Activity;

/// What happened to a case, and in which group it is.
type History = (u32, Vec<(i32, Activity)>);

/// The histories of all cases.
#[derive(Default)]
pub(super) struct Histories {
    known: BTreeMap<History, u32>,
    /// A row of each case, and its history.
    cases: Vec<(u32, u32)>,
}

impl Histories {
    /// A case with its row, its group and the months of what happened to it.
    pub fn add(&mut self, row: u32, group: u32, steps: Vec<(i32, Activity)>) {
        let next = self.known.len() as u32;
        let history = *self.known.entry((group, steps)).or_insert(next);
        self.cases.push((row, history));
    }

    /// The rows of the cases.
    pub fn cases(&self) -> impl Iterator<Item = u32> + '_ {
        self.cases.iter().map(|(row, _)| *row)
    }

    /// The counts of a ledger over these months, case by case.
    pub fn counts(&self, months: RangeInclusive<i32>, groups: usize) -> Vec<Followed> {
        let (first, last) = (*months.start(), *months.end());
        let width = (last - first + 1).max(0) as usize;
        let rows: Vec<u32> = self.cases.iter().map(|(_, history)| *history).collect();
        let mut parts = [const { Vec::new() }; 6];
        parts.iter_mut().for_each(|parts: &mut Vec<Vec<u32>>| parts.resize(groups * width, Vec::new()));
        for ((group, steps), history) in &self.known {
            let place = |month: i32| *group as usize * width + (month - first) as usize;
            for (month, activity) in steps.iter().filter(|(month, _)| months.contains(month)) {
                if let Some(count) = flow(*activity) {
                    parts[count][place(*month)].push(*history);
                }
            }
            for month in months.clone() {
                let open_by = |month: i32| steps.iter().filter(|(m, _)| *m <= month).map(|(_, a)| a.step()).sum::<i32>() > 0;
                if open_by(month - 1) {
                    parts[CARRIED][place(month)].push(*history);
                }
                if open_by(month) {
                    parts[OPEN][place(month)].push(*history);
                }
            }
        }
        let names = ["alinan", "yeniden_acilan", "sonuclanan", "geri_cekilen", "devreden", "acik"];
        let count =
            |(name, parts): (&str, Vec<Vec<u32>>)| Followed { name: name.to_owned(), rows: rows.clone(), parts: Some(parts) };
        names.into_iter().zip(parts).map(count).collect()
    }
}

const CARRIED: usize = 4;
const OPEN: usize = 5;

/// Which of the counts an activity belongs to.
fn flow(activity: Activity) -> Option<usize> {
    match activity {
        Activity::Received => Some(0),
        Activity::Reopened => Some(1),
        Activity::Closed => Some(2),
        Activity::Withdrawn => Some(3),
        Activity::SaidOpen => None,
    }
}

//! Earlier releases beside today's records: which records a released count must have counted. Not which sums follow from
//! it: that is the wall's.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::behind::{Behind, NOT_COUNTED};
use super::period::day;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::figure::{Policy, Source, SourceKind, Sources};
use crate::model::release::{FOLDER, Release, Released};
use crate::table::{Cell, Members};

/// A count of an earlier release (eski yayın).
#[derive(Clone, Debug)]
pub struct Earlier {
    /// The release's period.
    pub release: Arc<str>,
    /// The rule it was published under.
    pub policy: Policy,
    /// Its cells as published, with the records that count today for the same groups.
    pub cells: Vec<(String, u64)>,
    /// The records behind the cells.
    pub behind: Behind,
}

/// Finds the records behind every released count. Counts that today's records contradict are left out: late entries and
/// corrections changed what was counted. So are statements nobody can follow; both are said.
pub fn earlier(diag: &mut Diagnostics, releases: &[Release], sources: &Sources) -> Vec<Earlier> {
    let mut found = Vec::new();
    for release in releases {
        let mut lost = Vec::new();
        for (id, figure) in &release.figures {
            let datasets: Vec<&Source> = sources
                .touched(&figure.sql)
                .into_iter()
                .map(|(source, _)| source)
                .filter(|source| source.kind == SourceKind::Dataset)
                .collect();
            let counts = match datasets.as_slice() {
                [dataset] => follow(release, figure, dataset, sources),
                _ => Vec::new(),
            };
            if counts.len() < figure.counts.len() {
                lost.push(&**id);
            }
            found.extend(counts);
        }
        if !lost.is_empty() {
            let place = Place::file(format!("{FOLDER}/{}/yayin.yaml", release.period));
            diag.push(Diagnostic::new(Code::RELEASE_NOT_FOLLOWED, place).with("ids", lost.join(", ")));
        }
    }
    found
}

fn follow(release: &Release, figure: &Released, dataset: &Source, sources: &Sources) -> Vec<Earlier> {
    let Some(days) = days(dataset) else { return Vec::new() };
    let Some(through) = release.through.get(&dataset.name) else { return Vec::new() };
    let by: Vec<&str> = figure.by.iter().map(|c| &**c).collect();
    let place = |name: &str| figure.columns.iter().position(|c| c == name);
    let Some(groups) = by.iter().map(|c| place(c)).collect::<Option<Vec<usize>>>() else { return Vec::new() };
    let row_of: BTreeMap<Vec<&str>, u32> =
        figure.rows.iter().zip(0..).map(|(row, number)| (groups.iter().map(|g| row[*g].as_str()).collect(), number)).collect();
    let mut counts = Vec::new();
    for count in &figure.counts {
        let Some(column) = place(count) else { continue };
        let Some(members) = sources.guarded().members(&figure.sql, &dataset.name, &by, &[count]) else { continue };
        let keys = members.groups("earlier: finds the released row of each group").rows();
        let rows: Vec<u32> = keys
            .map(|key| {
                let words: Vec<String> = key.iter().map(Cell::word).collect();
                let words: Vec<&str> = words.iter().map(String::as_str).collect();
                row_of.get(&words).copied().unwrap_or(NOT_COUNTED)
            })
            .collect();
        let then = |(group, day): (&u32, &Option<Date>)| {
            let counted = *group != Members::NONE && day.is_some_and(|day| day <= *through);
            if counted { rows[*group as usize] } else { NOT_COUNTED }
        };
        let of_record: Vec<u32> = members.counted.first().into_iter().flatten().zip(&days).map(then).collect();
        let mut truth = vec![0u64; figure.rows.len()];
        of_record.iter().filter(|row| **row != NOT_COUNTED).for_each(|row| truth[*row as usize] += 1);
        let policy = Policy { min: figure.min, round: figure.round };
        let cells = figure.rows.iter().map(|row| row[column].clone()).zip(truth).collect();
        let behind = Behind { dataset: Arc::clone(&dataset.name), rows: of_record.into() };
        counts.push(Earlier { release: Arc::clone(&release.period), policy, cells, behind });
    }
    counts
}

/// The day of each record; `None` for a dataset that has none.
fn days(dataset: &Source) -> Option<Vec<Option<Date>>> {
    let cells = dataset.table.reveal("earlier: which records there were at a release");
    Some(cells.column(dataset.date.as_deref()?)?.map(|cell| day(&cell)).collect())
}

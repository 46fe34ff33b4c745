//! Earlier releases beside today's records: which records a released count must have counted. Not which sums follow from
//! it: that is the wall's.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::behind::{Behind, NOT_COUNTED, placed};
use super::estimate::Followed;
use super::period::day;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::figure::{Figure, Figures, Policy, Source, SourceKind, Sources};
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
pub fn earlier(diag: &mut Diagnostics, releases: &[Release], figures: &Figures, sources: &Sources) -> Vec<Earlier> {
    let mut found = Vec::new();
    let mut days: BTreeMap<Arc<str>, Days> = BTreeMap::new();
    for release in releases {
        let mut lost = Vec::new();
        for (id, figure) in &release.figures {
            let touched = sources.touched(&figure.sql).into_iter().map(|(source, _)| source);
            let datasets: Vec<&Source> = touched.filter(|source| source.kind == SourceKind::Dataset).collect();
            for dataset in &datasets {
                days.entry(Arc::clone(&dataset.name)).or_insert_with(|| days_of(dataset));
            }
            // What kind of estimate it was, only today's figure of that name says.
            let today = figures.get(id).filter(|today| today.syntax.sql == figure.sql && today.syntax.estimate.is_some());
            let then = Then::new(release, figure);
            let mut counts = then.iter().zip(today).flat_map(|(then, today)| then.estimate(today, &datasets, sources)).collect();
            if let (Some(then), true) = (&then, Vec::is_empty(&counts)) {
                counts = then.counts(&datasets, &days, sources);
            }
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

/// The day of each record; `None` for a dataset that has none.
type Days = Option<Vec<Option<Date>>>;

fn days_of(dataset: &Source) -> Days {
    let cells = dataset.table.reveal("earlier: which records there were at a release");
    Some(cells.column(dataset.date.as_deref()?)?.map(|cell| day(&cell)).collect())
}

/// A figure as it was released.
struct Then<'r> {
    release: &'r Release,
    figure: &'r Released,
    by: Vec<&'r str>,
    row_of: BTreeMap<Vec<&'r str>, u32>,
}

impl<'r> Then<'r> {
    fn new(release: &'r Release, figure: &'r Released) -> Option<Then<'r>> {
        let place = |name: &str| figure.columns.iter().position(|c| c == name);
        let groups = figure.by.iter().map(|c| place(c)).collect::<Option<Vec<usize>>>()?;
        let key = |row: &'r Vec<String>| groups.iter().map(|g| row[*g].as_str()).collect();
        let row_of = figure.rows.iter().zip(0..).map(|(row, number)| (key(row), number)).collect();
        Some(Then { release, figure, by: figure.by.iter().map(|c| &**c).collect(), row_of })
    }

    /// The released row of each group.
    fn rows<'k>(&self, keys: impl Iterator<Item = Vec<Cell>> + 'k) -> Vec<u32> {
        let row = |key: Vec<Cell>| {
            let words: Vec<String> = key.iter().map(Cell::word).collect();
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            self.row_of.get(&words).copied().unwrap_or(NOT_COUNTED)
        };
        keys.map(row).collect()
    }

    /// The counts of a statement, each over the records there were.
    fn counts(&self, datasets: &[&Source], days: &BTreeMap<Arc<str>, Days>, sources: &Sources) -> Vec<Earlier> {
        let one = |count: &Arc<str>| {
            datasets.iter().find_map(|dataset| {
                let (days, through) = (days.get(&dataset.name)?.as_ref()?, self.release.through.get(&dataset.name)?);
                let members = sources.guarded().members(&self.figure.sql, &dataset.name, &self.by, &[count])?;
                let rows = self.rows(members.groups("earlier: finds the released row of each group").rows());
                let then = |(group, day): (&u32, &Option<Date>)| {
                    let counted = *group != Members::NONE && day.is_some_and(|day| day <= *through);
                    if counted { rows[*group as usize] } else { NOT_COUNTED }
                };
                let of_record = members.counted.first().into_iter().flatten().zip(days).map(then).collect();
                self.count(count, dataset, of_record)
            })
        };
        self.figure.counts.iter().filter_map(one).collect()
    }

    /// The counts of an estimate, made again with the release's last day for its own.
    fn estimate(&self, today: &Figure, datasets: &[&Source], sources: &Sources) -> Vec<Earlier> {
        let sql = &self.figure.sql;
        let mut listed = datasets.iter().filter_map(|dataset| Some((*dataset, sources.guarded().listed(sql, &dataset.name)?)));
        let Some((dataset, places)) = listed.next() else { return Vec::new() };
        let (Some(through), Ok(records)) = (self.release.through.get(&dataset.name), sources.guarded().run(sql)) else {
            return Vec::new();
        };
        let Some(estimate) = &today.syntax.estimate else { return Vec::new() };
        let from: Vec<&Source> = today.sources.iter().filter_map(|name| sources.get(name)).collect();
        // What is wrong with the records has been said of today's figure.
        let mut quiet = Diagnostics::new();
        let given = super::given(&today.syntax, estimate, sources, &from, Some(*through));
        let Some(made) = super::estimate::make(&mut quiet, &given, &records) else { return Vec::new() };
        let Some(columns) = self.by.iter().map(|c| made.table.position(c)).collect::<Option<Vec<usize>>>() else {
            return Vec::new();
        };
        let cells = made.table.reveal("earlier: finds the released row of each group");
        let rows = self.rows(cells.rows().map(|row| columns.iter().map(|c| row[*c].clone()).collect()));
        let count = |followed: Followed| {
            // A sum of parts is no set of records.
            followed.parts.is_none().then_some(())?;
            let row = |row: &u32| if *row == NOT_COUNTED { NOT_COUNTED } else { rows[*row as usize] };
            let of_listed: Vec<u32> = followed.rows.iter().map(row).collect();
            self.count(&followed.name, dataset, placed(&places, &of_listed, dataset.table.height())?)
        };
        let counts = made.traced.into_iter().filter(|traced| traced.named.is_none()).flat_map(|traced| traced.counts);
        counts.filter_map(count).collect()
    }

    fn count(&self, name: &str, dataset: &Source, of_record: Vec<u32>) -> Option<Earlier> {
        self.figure.counts.iter().any(|count| **count == *name).then_some(())?;
        let column = self.figure.columns.iter().position(|c| c == name)?;
        let mut truth = vec![0u64; self.figure.rows.len()];
        of_record.iter().filter(|row| **row != NOT_COUNTED).for_each(|row| truth[*row as usize] += 1);
        let policy = Policy { min: self.figure.min, round: self.figure.round, ..Policy::new(0, 0) };
        let cells = self.figure.rows.iter().map(|row| row[column].clone()).zip(truth).collect();
        let behind = Behind { dataset: Arc::clone(&dataset.name), rows: of_record.into(), parts: None };
        Some(Earlier { release: Arc::clone(&self.release.period), policy, cells, behind })
    }
}

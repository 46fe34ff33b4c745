//! Whether what citizens may see of a figure is made of many (kanıt): every column is a group's name, a number of records,
//! or a measure that enough records carry. What cannot be seen to be that stops the build. How much is enough the wall
//! decides; here no value is compared with a threshold.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::behind::{Key, rows_of};
use super::{Answer, Weight};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::figure::{Estimate, Figure, Guard, Opening, Reach, Source, Sources};
use crate::table::{Kind, Made, Mentions};

/// Complains about the columns of a guarded figure that are not what their declaration says; what its measures rest on.
pub(super) fn judge(
    diag: &mut Diagnostics,
    figure: &Figure,
    answer: &Answer,
    sources: &Sources,
) -> BTreeMap<Arc<str>, Vec<Weight>> {
    let Opening::Guarded(guard) = &figure.opening else { return BTreeMap::new() };
    // What is declared wrongly comes first, and who chooses rows has been told so.
    if diag.has_errors() || Mentions::choosing_clause(&answer.sql).is_some() {
        return BTreeMap::new();
    }
    let is_given = |table: &str, column: &str| sources.get(table).is_some_and(|source| anybody_may_see(source, column));
    let made = sources.guarded().made(&answer.sql, &is_given);
    let judge = Judge { figure, answer, guard, sources, made };
    match &figure.syntax.estimate {
        Some(_) => judge.estimate(diag),
        None => judge.statement(diag),
    }
}

fn anybody_may_see(source: &Source, column: &str) -> bool {
    let own = column.strip_suffix("_ay").or_else(|| column.strip_suffix("_yil")).unwrap_or(column);
    !source.about_people && [column, own].iter().any(|name| source.reach(name) == Reach::Everyone)
}

struct Judge<'j> {
    figure: &'j Figure,
    answer: &'j Answer,
    guard: &'j Guard,
    sources: &'j Sources,
    made: BTreeMap<String, Made>,
}

impl Judge<'_> {
    /// What a statement answers is shown as it is.
    fn statement(&self, diag: &mut Diagnostics) -> BTreeMap<Arc<str>, Vec<Weight>> {
        let is_followed = |count: &Arc<str>| self.answer.behind.contains_key(count);
        for count in self.guard.counts.iter().filter(|count| !is_followed(count)) {
            match self.of(count) {
                Made::Count | Made::Given => {}
                // Records that are numbers of people already, day by day.
                Made::Whole if self.may_be_tallies(count) => {}
                other => self.complain(diag, count, &other, "count"),
            }
        }
        let all_followed = self.guard.counts.iter().all(is_followed);
        for group in &self.guard.by {
            match self.of(group) {
                Made::Key | Made::Given => {}
                // The recount has found it to be one in each group.
                Made::One(taken) if all_followed && matches!(taken.as_str(), "first" | "last") => {}
                other => self.complain(diag, group, &other, "group"),
            }
        }
        let mut rests = BTreeMap::new();
        for (stat, counts) in &self.guard.stats {
            match self.of(stat) {
                Made::Given => {}
                Made::Whole => match counts.iter().all(is_followed).then(|| self.weights(stat)).flatten() {
                    Some(weights) => drop(rests.insert(Arc::clone(stat), weights)),
                    None => self.complain(diag, stat, &Made::Whole, "weight"),
                },
                other => self.complain(diag, stat, &other, "share"),
            }
        }
        rests
    }

    /// Of an estimate the statement gives the records, and the groups. Its numbers are made elsewhere.
    fn estimate(&self, diag: &mut Diagnostics) -> BTreeMap<Arc<str>, Vec<Weight>> {
        let Some(estimate) = &self.figure.syntax.estimate else { return BTreeMap::new() };
        // A list of single records, whatever is said of its columns.
        if let (Estimate::Overdue { .. }, Some(count)) = (&estimate.kind, self.guard.counts.first()) {
            self.complain(diag, count, &Made::One("overdue".to_owned()), "count");
            return BTreeMap::new();
        }
        let value = if let Estimate::Xmr { value, .. } = &estimate.kind { value.as_str() } else { "" };
        for column in estimate.columns() {
            match self.of(column) {
                Made::Given | Made::Key | Made::Record | Made::Count => {}
                other => self.complain(diag, column, &other, if column == value { "count" } else { "group" }),
            }
        }
        let is_share = |stat: &str| matches!(estimate.kind, Estimate::SurvivalCurve(..)) && stat.starts_with("acik_yuzde");
        let shares = self.guard.stats.iter().filter(|(stat, _)| is_share(stat));
        shares.map(|(stat, _)| (Arc::clone(stat), vec![Weight::SHARE; self.answer.table.height()])).collect()
    }

    /// True of whole numbers from tables whose records are no people.
    fn may_be_tallies(&self, column: &str) -> bool {
        let whole = self.answer.table.column(column).is_some_and(|c| c.kind == Kind::Integer);
        whole && self.sources.touched(&self.answer.sql).iter().all(|(source, _)| !source.about_people)
    }

    fn of(&self, column: &str) -> Made {
        self.made.get(column).cloned().unwrap_or_else(|| Made::Unknown(column.to_owned()))
    }

    /// What the measure rests on, row by row; `None` where its records cannot be told. A second table of records could
    /// bring the value of one of them to all records of the first.
    fn weights(&self, stat: &str) -> Option<Vec<Weight>> {
        let touched = self.sources.touched(&self.answer.sql).into_iter();
        let records: Vec<&Source> = touched
            .filter(|(source, columns)| columns.is_empty() || columns.iter().any(|c| !anybody_may_see(source, c)))
            .map(|(source, _)| source)
            .collect();
        let [records] = records.as_slice() else { return None };
        let by: Vec<&str> = self.guard.by.iter().map(|c| &**c).collect();
        let rows = rows_of(self.answer, &by)?;
        let weights = self.sources.guarded().weights(&self.answer.sql, &records.name, &by, stat)?;
        let groups = weights.groups("made: finds the row of each group").rows();
        let mut of_rows = vec![Weight::NONE; self.answer.table.height()];
        for (group, weight) in groups.zip(&weights.of_groups) {
            let row = rows.get(&group.iter().map(Key::of).collect::<Vec<_>>())?;
            of_rows[*row as usize] = *weight;
        }
        Some(of_rows)
    }

    fn complain(&self, diag: &mut Diagnostics, column: &str, made: &Made, role: &'static str) {
        let about = |code| {
            let complaint = Diagnostic::new(code, self.answer.place.clone()).with("id", self.figure.syntax.id.to_string());
            complaint.with("column", column.to_owned())
        };
        diag.push(match (made, role) {
            (Made::One(function), _) => about(Code::STATISTIC_OF_ONE).with("function", function.clone()),
            (Made::Unknown(what), _) => about(Code::COLUMN_NOT_UNDERSTOOD).with("kind", "other").with("function", what.clone()),
            (_, "weight") => about(Code::COLUMN_NOT_UNDERSTOOD).with("kind", "weight"),
            (_, role) => about(Code::COLUMN_NOT_UNDERSTOOD).with("kind", role).hint(role),
        });
    }
}

//! Whether what citizens may see of a figure is made of many (kanıt): every column is a group's name, a number of records,
//! or a measure that enough records carry. What cannot be seen to be that stops the build. How much is enough the wall
//! decides; here no value is compared with a threshold.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::behind::rows_of;
use super::measured::{self, Measured};
use super::{Answer, Weight};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::figure::{Estimate, Figure, Guard, Opening, Reach, Source, Sources};
use crate::table::{Kind, Made, Mentions};

/// What measures rest on, by the name of the measure and row by row, and which records they are made of.
type Rests = (BTreeMap<Arc<str>, Vec<Weight>>, Vec<Measured>);

/// Complains about the columns of a guarded figure that are not what their declaration says; what its measures rest on.
pub(super) fn judge(diag: &mut Diagnostics, figure: &Figure, answer: &Answer, sources: &Sources) -> Rests {
    let Opening::Guarded(guard) = &figure.opening else { return Rests::default() };
    // What is declared wrongly comes first, and who chooses rows has been told so.
    if diag.has_errors() || Mentions::choosing_clause(&answer.sql).is_some() {
        return Rests::default();
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
    fn statement(&self, diag: &mut Diagnostics) -> Rests {
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
        let (mut rests, mut measured) = Rests::default();
        for (stat, counts) in &self.guard.stats {
            match self.of(stat) {
                Made::Given => {}
                Made::Whole => match counts.iter().all(is_followed).then(|| self.weights(stat)).flatten() {
                    Some((weights, of)) => {
                        rests.insert(Arc::clone(stat), weights);
                        measured.extend(of);
                    }
                    None => self.complain(diag, stat, &Made::Whole, "weight"),
                },
                other => self.complain(diag, stat, &other, "share"),
            }
        }
        (rests, measured)
    }

    /// Of an estimate the statement gives the records, and the groups. Its numbers are made elsewhere.
    fn estimate(&self, diag: &mut Diagnostics) -> Rests {
        let Some(estimate) = &self.figure.syntax.estimate else { return Rests::default() };
        // A list of single records, whatever is said of its columns.
        if let (Estimate::Overdue { .. }, Some(count)) = (&estimate.kind, self.guard.counts.first()) {
            self.complain(diag, count, &Made::One("overdue".to_owned()), "count");
            return Rests::default();
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
        let shares = shares.map(|(stat, _)| (Arc::clone(stat), vec![Weight::SHARE; self.answer.table.height()]));
        (shares.collect(), self.times(&estimate.kind).into_iter().collect())
    }

    /// Of whom the times of a survival estimate are.
    fn times(&self, estimate: &Estimate) -> Option<Measured> {
        let Estimate::Survival(times) = estimate else { return None };
        let all = self.answer.behind.get("n").filter(|behind| behind.parts.is_none())?;
        let columns = self.guard.stats.iter().map(|(stat, _)| Arc::clone(stat)).collect();
        let manner = format!("survival {} {}", times.start, times.end);
        Some(Measured::of_estimate(columns, &all.dataset, &all.rows, manner))
    }

    /// True of whole numbers from tables whose records are no people.
    fn may_be_tallies(&self, column: &str) -> bool {
        let whole = self.answer.table.column(column).is_some_and(|c| c.kind == Kind::Integer);
        whole && self.sources.touched(&self.answer.sql).iter().all(|(source, _)| !source.about_people)
    }

    fn of(&self, column: &str) -> Made {
        self.made.get(column).cloned().unwrap_or_else(|| Made::Unknown(column.to_owned()))
    }

    /// What the measure rests on, row by row, and of which records it is made; `None` where its records cannot be told. A
    /// second table of records could bring the value of one of them to all records of the first.
    fn weights(&self, stat: &Arc<str>) -> Option<(Vec<Weight>, Vec<Measured>)> {
        let touched = self.sources.touched(&self.answer.sql).into_iter();
        let records: Vec<&Source> = touched
            .filter(|(source, columns)| columns.is_empty() || columns.iter().any(|c| !anybody_may_see(source, c)))
            .map(|(source, _)| source)
            .collect();
        let [records] = records.as_slice() else { return None };
        let by: Vec<&str> = self.guard.by.iter().map(|c| &**c).collect();
        let rows = rows_of(self.answer, &by)?;
        let weights = self.sources.guarded().weights(&self.answer.sql, &records.name, &by, stat)?;
        let row_of = measured::rows_of_groups(weights.groups("made: finds the row of each group").rows(), &rows)?;
        let mut of_rows = vec![Weight::NONE; self.answer.table.height()];
        for (row, weight) in row_of.iter().zip(&weights.of_groups) {
            of_rows[*row as usize] = *weight;
        }
        Some((of_rows, Measured::of_column(stat, &records.name, weights.carried, &row_of)))
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

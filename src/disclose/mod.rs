//! The wall (gizlilik duvarı): exact answers in, what citizens may see out. Whoever holds an [`OpenTable`] holds numbers
//! that passed the rule; there is no other way to one.
//!
//! The default rule for counts about people: 1 to `min − 1` is withheld `[c]`, nought stays nought, everything else is
//! rounded to the nearest multiple of `round`, totals too, each for itself. A statistic is shown where at least `min`
//! records stand behind it. Rows are never dropped, and their order follows what is shown, not what is known.
//!
//! An open table cannot be put together by hand, and an exact answer is none:
//!
//! ```compile_fail,E0451
//! # use tellal::disclose::{Facts, OpenCell, OpenTable};
//! # fn forge(facts: std::sync::Arc<Facts>, rows: Vec<Vec<OpenCell>>) -> OpenTable {
//! OpenTable { facts, rows, n: OpenCell::Withheld, rule: None }
//! # }
//! ```
//!
//! ```compile_fail,E0308
//! # fn show(answers: &tellal::query::Answers) {
//! tellal::view::figures::PublicFigures::new(answers);
//! # }
//! ```
//!
//! ```
//! # fn show(record: &tellal::disclose::OpenRecord) {
//! tellal::view::figures::PublicFigures::new(record);
//! # }
//! ```

mod rule;
mod sequence;

#[cfg(test)]
mod tests;

pub use crate::model::figure::{Chart, FigureColumn, Policy, Shape};
pub use crate::query::{Facts, Labels, Origin};
pub use crate::table::Cell;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::figure::{Guard, Opening};
use crate::query::{Answer, Answers};

/// One cell citizens may see (açık hücre).
#[derive(Clone, Debug, PartialEq)]
pub enum OpenCell {
    /// A value that may be shown.
    Value(Cell),
    /// `[c]`: known, but not said.
    Withheld,
    /// `[z]`: there is nothing to measure.
    NotApplicable,
    /// `[x]`: not known.
    Missing,
}

/// A figure citizens may see (açık tablo).
#[derive(Clone, Debug, PartialEq)]
pub struct OpenTable {
    facts: Arc<Facts>,
    rows: Vec<Vec<OpenCell>>,
    n: OpenCell,
    rule: Option<Policy>,
}

impl OpenTable {
    /// What may be said about it.
    pub fn facts(&self) -> &Arc<Facts> {
        &self.facts
    }

    /// The rows, each as long as the columns of [`OpenTable::facts`].
    pub fn rows(&self) -> &[Vec<OpenCell>] {
        &self.rows
    }

    /// How many records stand behind it, under the same rule; missing where that is no question.
    pub fn n(&self) -> &OpenCell {
        &self.n
    }

    /// The rule that was applied; `None` where the rows are public as they are.
    pub fn rule(&self) -> Option<Policy> {
        self.rule
    }
}

/// Everything citizens may see of all figures (açık kayıt).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OpenRecord {
    tables: BTreeMap<Arc<str>, OpenTable>,
    labels: Labels,
}

impl OpenRecord {
    /// The open figures in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = &OpenTable> {
        self.tables.values()
    }

    /// The open figure with this id.
    pub fn get(&self, id: &str) -> Option<&OpenTable> {
        self.tables.get(id)
    }

    /// The names of the codes in them; registries are public.
    pub fn labels(&self) -> &Labels {
        &self.labels
    }
}

/// Opens what may be opened of all figures at once, under `policy` or a figure's own stricter rule.
///
/// All at once, because what one table withholds another may give away.
pub fn open(answers: &Answers, policy: Policy) -> OpenRecord {
    let tables = answers.iter().filter_map(|answer| open_one(answer, policy)).map(|t| (Arc::clone(&t.facts.id), t));
    OpenRecord { tables: tables.collect(), labels: answers.labels().clone() }
}

fn open_one(answer: &Answer, policy: Policy) -> Option<OpenTable> {
    match &answer.opening {
        Opening::Closed => None,
        Opening::AsItIs => Some(as_it_is(answer)),
        Opening::Guarded(guard) => Some(guarded(answer, guard, policy)),
    }
}

fn as_it_is(answer: &Answer) -> OpenTable {
    let cells = answer.table.reveal("disclose: every column behind this figure is public row by row");
    let rows =
        cells.rows().take(answer.top.unwrap_or(usize::MAX)).map(|row| row.into_iter().map(rule::plain).collect()).collect();
    let n = answer.n.map_or(OpenCell::Missing, |n| OpenCell::Value(Cell::Integer(n as i64)));
    OpenTable { facts: Arc::clone(&answer.facts), rows, n, rule: None }
}

fn guarded(answer: &Answer, guard: &Guard, policy: Policy) -> OpenTable {
    let policy = Policy::new(guard.policy.min.max(policy.min), guard.policy.round.max(policy.round));
    let n = answer.n.map_or(OpenCell::Missing, |n| rule::count(&Cell::Integer(n as i64), policy));
    let rule = rule::Rule::of(guard, policy, &answer.facts.columns, &n);
    let cells = answer.table.reveal("disclose: decides what is withheld");
    let mut rows: Vec<Vec<OpenCell>> = cells.rows().map(|row| rule.open(row)).collect();
    sequence::sort(&mut rows, &answer.order, &rule.groups());
    // The first of what is shown, not of what is known.
    rows.truncate(answer.top.unwrap_or(rows.len()));
    OpenTable { facts: Arc::clone(&answer.facts), rows, n, rule: Some(policy) }
}

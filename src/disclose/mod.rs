//! The wall (gizlilik duvarı): exact answers in, what citizens may see out. Whoever holds an [`OpenTable`] holds numbers
//! that passed the rule; there is no other way to one.
//!
//! The default rule for counts about people: 1 to `min − 1` is withheld `[c]`, nought stays nought, everything else is
//! rounded to the nearest multiple of `round`, totals too, each for itself. A statistic is shown where at least `min`
//! records stand behind it. Rows are not dropped, and their order follows what is shown, not what is known; only where few
//! people are spread over so many groups that nothing is left to withhold does a table give no rows at all.
//!
//! What one table withholds another must not give away. The attacker reads every page, file and earlier release (all of
//! them show this one record: pages, CSV, XLSX and PDF are made from an [`OpenRecord`] and are given nothing else), knows
//! the rules, and knows which counts are sums of which: he is taken to know every such sum that holds between the records
//! behind two tables, by whatever names (`links`), and every sum of columns that holds in all rows (`identity`). Where the
//! records of a count cannot be followed, names and numbers decide (`named`), and the build says which counts those are
//! (`figure-not-followed`). Shares and rates are computed from the numbers shown beside them and add nothing. Each withheld
//! count must then lie in an interval at least `min` wide where counts are exact, and three wide (5429 art. 13) where they
//! are rounded and the rule itself tells that it is below `min`; people between a whole and its part likewise. Otherwise
//! further counts are withheld (`protect`), and where that does not help the build stops (`audit`).
//!
//! In the sums of counts measures have no place, so each must be unable to say more than the counts beside it. A column is only shown where the
//! plan of its statement proves it a group, a count, or a measure of all records of a group (`query::made`), and a measure
//! only where as many records carry it as `min` asks, no two bring nearly all of it (`rule`), and three lie beyond a
//! quantile. It is no finer than its count: a mean of whole numbers to d decimals fits every count of 10^d and more, so a
//! mean excludes no count that its rounding allows; sums and shares are rounded as coarsely as the count they are of, so
//! that one divided by the other gives the rounded count again. What is made of all rows together (the limits of a series
//! of months) is withheld as soon as one of those rows is.
//!
//! Two measures of the same whose people differ by fewer than `min` are not both shown, and sums and means of a whole and of
//! its parts are a system of their own, in which nothing may follow for a group of fewer than `min` (`measures`).
//!
//! He is not taken to know: that a full cross table must exist behind tables that only share margins; what different
//! functions of the same say together, and medians of a whole and of all its parts; what a median says of the single number
//! in the middle; which measures earlier releases held, and limits of series that share months; partitions of a whole into
//! three or more tables of their own; and released numbers that later corrections changed.
//!
//! An open table cannot be put together by hand, and an exact answer is none:
//!
//! ```compile_fail,E0451
//! # use tellal::disclose::{Facts, OpenCell, OpenTable};
//! # fn forge(facts: std::sync::Arc<Facts>, rows: Vec<Vec<OpenCell>>) -> OpenTable {
//! OpenTable { facts, rows, n: OpenCell::Withheld, rule: None, marks: Default::default(), ranges: Default::default(), closed: false }
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

mod audit;
mod certainty;
mod draft;
mod identity;
mod interval;
mod links;
mod marks;
mod measures;
mod named;
mod parts;
mod population;
mod protect;
mod release;
mod rule;
mod sequence;
mod system;
mod web;

#[cfg(test)]
mod crossed;
#[cfg(test)]
mod linked;
#[cfg(test)]
mod means;
#[cfg(test)]
mod oracle;
#[cfg(test)]
mod tests;

pub use crate::model::figure::{Chart, FigureColumn, Policy, Shape};
pub use crate::query::{Facts, Labels, Origin};
pub use crate::table::Cell;
pub use certainty::Ranges;
pub use marks::{Marked, Marks};
pub use release::release;

use std::collections::BTreeMap;
use std::sync::Arc;

use draft::Draft;
use protect::Protect;

use crate::diag::Diagnostics;
use crate::model::figure::Opening;
use crate::model::release::Release;
use crate::query::{Answer, Answers, Earlier};

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
    marks: Marked,
    ranges: Ranges,
    closed: bool,
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

    /// The 95 % intervals of its uncertain shares and rates.
    pub fn ranges(&self) -> &Ranges {
        &self.ranges
    }

    /// True when its rows are withheld: it has some, and none is shown.
    pub fn is_closed(&self) -> bool {
        self.closed
    }

    /// What is marked beside its numbers.
    pub fn marks(&self) -> &Marked {
        &self.marks
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

    /// With marks beside numbers that are provisional, or that one of these releases (oldest first) said otherwise.
    pub fn marked(mut self, releases: &[Release]) -> OpenRecord {
        self.tables.values_mut().for_each(|table| marks::mark(table, releases));
        self
    }
}

/// Opens what may be opened of all figures at once, under `policy` or a figure's own stricter rule. What is withheld and
/// could still be worked out from all tables together is an error.
///
/// All at once, because what one table withholds another may give away.
pub fn open(diag: &mut Diagnostics, answers: &Answers, policy: Policy, earlier: &[Earlier]) -> OpenRecord {
    open_with(diag, answers, policy, earlier, protect::least_of_the_tightest)
}

/// As [`open`], with the given way to withhold beside; the judge is the same for all.
fn open_with(diag: &mut Diagnostics, answers: &Answers, policy: Policy, earlier: &[Earlier], protect: Protect) -> OpenRecord {
    let guarded = answers.iter().filter_map(|answer| match &answer.opening {
        Opening::Guarded(guard) => Some(Draft::new(answer, guard, policy)),
        _ => None,
    });
    let mut drafts: Vec<Draft> = guarded.collect();
    if !drafts.is_empty() {
        audit::settle(diag, &mut drafts, earlier, answers.labels(), protect);
    }
    let as_they_are = answers.iter().filter(|answer| answer.opening == Opening::AsItIs).map(as_it_is);
    let tables = drafts.into_iter().map(Draft::finish).chain(as_they_are).map(|t| (Arc::clone(&t.facts.id), t));
    OpenRecord { tables: tables.collect(), labels: answers.labels().clone() }
}

fn as_it_is(answer: &Answer) -> OpenTable {
    let cells = answer.table.reveal("disclose: every column behind this figure is public row by row");
    let rows =
        cells.rows().take(answer.top.unwrap_or(usize::MAX)).map(|row| row.into_iter().map(rule::plain).collect()).collect();
    let n = answer.n.map_or(OpenCell::Missing, |n| OpenCell::Value(Cell::Integer(n as i64)));
    OpenTable {
        facts: Arc::clone(&answer.facts),
        rows,
        n,
        rule: None,
        marks: Marked::new(),
        ranges: Ranges::new(),
        closed: false,
    }
}

//! Whether citizens may see a figure, and under which rule. Decides from declarations alone: no number is looked at.

use std::sync::Arc;

use super::{Reach, Sources};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::parse::figures::{DiscloseSyntax, FigureSyntax, Wanted};
use crate::parse::site::Disclosure;
use crate::table::Mentions;

/// The site's rule for figures about people (gizlilik kuralı).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Counts from 1 to `min − 1` are withheld; statistics need at least `min` records.
    pub min: u32,
    /// Other counts are rounded to the nearest multiple.
    pub round: u32,
    /// Measures are withheld where the weightiest record could be guessed to within so many per cent of itself.
    pub p: u32,
}

impl Policy {
    /// The lowest `min` any site may have: 5429 art. 13 calls a cell of fewer than three units confidential.
    pub const FLOOR: u32 = 3;

    /// A rule; what is below the floor is raised to it.
    pub fn new(min: u32, round: u32) -> Policy {
        Policy { min: min.max(Policy::FLOOR), round: round.max(1), p: Disclosure::usual_p() }
    }

    /// The same with another limit of dominance, in per cent; what is below the least is raised to it.
    pub fn with_p(self, p: u32) -> Policy {
        Policy { p: p.max(Disclosure::LEAST_P), ..self }
    }
}

impl From<Disclosure> for Policy {
    fn from(disclosure: Disclosure) -> Policy {
        Policy::new(disclosure.min, disclosure.round).with_p(disclosure.p)
    }
}

/// Whether and how citizens may see a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opening {
    /// Staff only.
    Closed,
    /// As it is: everything it touches may be published row by row.
    AsItIs,
    /// Under the disclosure rule.
    Guarded(Guard),
}

impl Opening {
    /// True when citizens may see something of it.
    pub fn is_public(&self) -> bool {
        *self != Opening::Closed
    }
}

/// Which part each column of a guarded figure plays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guard {
    /// Columns that count people.
    pub counts: Vec<Arc<str>>,
    /// Columns that say which group.
    pub by: Vec<Arc<str>>,
    /// Columns of statistics, each with the columns that count its records: all of them must reach `min`.
    pub stats: Vec<(Arc<str>, Vec<Arc<str>>)>,
    /// Columns that are one column in relation to another.
    pub ratios: Vec<Ratio>,
    /// The rule: the site's, or a stricter one.
    pub policy: Policy,
    /// True when counts are published unrounded, and more cells are withheld for it.
    pub exact: bool,
}

/// A column that citizens see computed from what they see of two others, so that it gives nothing away (oran).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ratio {
    /// The column.
    pub name: Arc<str>,
    /// The count above the line.
    pub of: Arc<str>,
    /// The count or group number below it; `None` for all records behind the figure.
    pub within: Option<Arc<str>>,
    /// 100 for per cent.
    pub per: u32,
}

/// Below the line of a ratio: all records behind the figure.
const ALL: &str = "*";

/// Decides, and complains where a declaration wants what may not be.
pub(super) fn decide(diag: &mut Diagnostics, figure: &FigureSyntax, sources: &Sources, policy: Policy) -> Opening {
    let wanted = figure.audience.as_ref().map(|(wanted, _)| *wanted);
    if wanted == Some(Wanted::Internal) {
        return Opening::Closed;
    }
    let touched = sources.touched(&figure.sql);
    let columns = || touched.iter().flat_map(|(source, columns)| columns.iter().map(move |c| (*source, c)));
    let private = columns().find(|(source, column)| source.reach(column) == Reach::Staff);
    match (&figure.disclose, private) {
        (Some(disclose), Some((source, column))) => {
            diag.push(touches_private(disclose.place.clone(), figure, &source.name, column));
            Opening::Closed
        }
        (Some(disclose), None) => {
            if let Some(clause) = Mentions::choosing_clause(&figure.sql) {
                let complaint = Diagnostic::new(Code::FIGURE_CHOOSES_ROWS, figure.sql_place.clone());
                diag.push(complaint.with("id", figure.id.to_string()).with("word", clause.to_ascii_uppercase()));
            }
            guard(diag, disclose, policy).map_or(Opening::Closed, Opening::Guarded)
        }
        (None, _) => {
            let column = columns().find(|(source, column)| source.about_people || source.reach(column) != Reach::Everyone);
            let people = touched.iter().find(|(source, _)| source.about_people);
            // `count(*)` touches no column, but its records are about people all the same.
            let closed = column.map(|(s, c)| (s, &**c)).or(people.map(|(s, _)| (*s, "*")));
            if let (Some((_, place)), Some((source, column))) = (&figure.audience, closed) {
                diag.push(touches_private(place.clone(), figure, &source.name, column).hint("disclose"));
            }
            if closed.is_none() && !touched.is_empty() { Opening::AsItIs } else { Opening::Closed }
        }
    }
}

fn touches_private(place: Place, figure: &FigureSyntax, source: &str, column: &str) -> Diagnostic {
    let complaint = Diagnostic::new(Code::FIGURE_TOUCHES_PRIVATE, place).with("id", figure.id.to_string());
    complaint.with("dataset", source.to_owned()).with("column", column.to_owned())
}

fn guard(diag: &mut Diagnostics, disclose: &DiscloseSyntax, policy: Policy) -> Option<Guard> {
    let before = diag.len();
    let mut complain = |key: &str, value: String, expected: String| {
        let complaint = Diagnostic::new(Code::BAD_VALUE, disclose.place.clone()).with("key", key.to_owned());
        diag.push(complaint.with("value", value).with("expected", expected));
    };
    let (min, round) = (disclose.min.unwrap_or(policy.min), disclose.round.unwrap_or(policy.round));
    if min < policy.min {
        complain("disclose.min", min.to_string(), format!("≥ {}", policy.min));
    }
    if round < policy.round && !disclose.exact {
        complain("disclose.round", round.to_string(), format!("≥ {}", policy.round));
    }
    for n in disclose.stats.iter().filter_map(|(_, n)| n.as_ref()).filter(|n| !disclose.counts.contains(n)) {
        complain("disclose.stats", n.clone(), format!("counts: {}", disclose.counts.join(", ")));
    }
    for ratio in &disclose.ratios {
        let of = disclose.counts.contains(&ratio.of);
        let within = ratio.within == ALL || [&disclose.counts, &disclose.by].iter().any(|names| names.contains(&ratio.within));
        if !of || !within {
            let wrong = if of { &ratio.within } else { &ratio.of };
            complain("disclose.ratios", wrong.clone(), format!("counts: {}", disclose.counts.join(", ")));
        }
    }
    if disclose.counts.is_empty() {
        complain("disclose.counts", "[]".to_owned(), "[basvuru]".to_owned());
    }
    let shared = |names: &[String]| names.iter().map(|n| Arc::from(n.as_str())).collect::<Vec<Arc<str>>>();
    let counts = shared(&disclose.counts);
    let stats = disclose.stats.iter().map(|(stat, n)| {
        let n = n.as_ref().map_or_else(|| counts.clone(), |n| vec![n.as_str().into()]);
        (stat.as_str().into(), n)
    });
    let ratios = disclose.ratios.iter().map(|ratio| Ratio {
        name: ratio.name.as_str().into(),
        of: ratio.of.as_str().into(),
        within: (ratio.within != ALL).then(|| ratio.within.as_str().into()),
        per: ratio.per,
    });
    let policy = Policy::new(min, round).with_p(policy.p);
    let guard = Guard {
        stats: stats.collect(),
        ratios: ratios.collect(),
        by: shared(&disclose.by),
        counts,
        policy,
        exact: disclose.exact,
    };
    (diag.len() == before).then_some(guard)
}

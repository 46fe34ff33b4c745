//! The lints, one a file, each with the criterion of WCAG 2.2 it watches over.

mod case;
mod empty;
mod graphic;
mod heading;
mod ids;
mod language;
mod same_words;
mod sign;
mod table;
mod title;
mod vague;

use super::{Findings, Page};
use crate::diag::Code;

/// What is looked for on every page (denetim maddesi).
pub struct Lint {
    /// What it complains of.
    pub code: Code,
    /// The success criteria of WCAG 2.2 it watches over.
    pub criteria: &'static [&'static str],
    /// Looks.
    pub find: fn(&Page<'_>, &mut Findings<'_, '_>),
}

/// All lints.
pub const LINTS: &[Lint] = &[
    language::LINT,
    title::LINT,
    heading::LINT,
    same_words::LINT,
    vague::LINT,
    empty::LINT,
    graphic::LINT,
    table::HEADERS,
    table::CAPTION,
    case::LINT,
    sign::LINT,
    ids::LINT,
];

//! The staff's site and the directorates' reports, from exact answers.

use std::collections::BTreeMap;

use super::figures::InternalFigures;
use super::site::{self, Duties, Input};
use super::{Document, Internal, Reports};
use crate::diag::Diagnostics;
use crate::model::content::Content;
use crate::model::duty::FullDuties;
use crate::model::regulation::Regulations;
use crate::parse::site::Site;
use crate::query::Answers;

/// All documents for the staff.
pub fn documents(
    diag: &mut Diagnostics,
    site: &Site,
    units: &BTreeMap<String, String>,
    content: &Content,
    regulations: &Regulations,
    duties: &FullDuties,
    answers: &Answers,
) -> Vec<Document<Internal>> {
    let figures = InternalFigures::new(answers);
    site::compose(
        diag,
        &Input { site, content, units, nav: &site.nav.internal, figures: &figures, regulations, duties: Duties::Full(duties) },
    )
}

/// All reports for distribution.
pub fn reports(
    diag: &mut Diagnostics,
    site: &Site,
    units: &BTreeMap<String, String>,
    content: &Content,
    regulations: &Regulations,
    duties: &FullDuties,
    answers: &Answers,
) -> Vec<Document<Reports>> {
    let figures = InternalFigures::new(answers);
    site::compose(
        diag,
        &Input { site, content, units, nav: &site.nav.reports, figures: &figures, regulations, duties: Duties::Full(duties) },
    )
}

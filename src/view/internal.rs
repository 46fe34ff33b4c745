//! The staff's site and the directorates' reports, from exact answers.

use std::collections::BTreeMap;

use super::figures::InternalFigures;
use super::site::{self, Input};
use super::{Document, Internal, Reports};
use crate::diag::Diagnostics;
use crate::model::content::Content;
use crate::parse::site::Site;
use crate::query::Answers;

/// All documents for the staff.
pub fn documents(
    diag: &mut Diagnostics,
    site: &Site,
    units: &BTreeMap<String, String>,
    content: &Content,
    answers: &Answers,
) -> Vec<Document<Internal>> {
    let figures = InternalFigures::new(answers);
    site::compose(diag, &Input { site, content, units, nav: &site.nav.internal, figures: &figures })
}

/// All reports for distribution.
pub fn reports(
    diag: &mut Diagnostics,
    site: &Site,
    units: &BTreeMap<String, String>,
    content: &Content,
    answers: &Answers,
) -> Vec<Document<Reports>> {
    let figures = InternalFigures::for_reports(answers);
    site::compose(diag, &Input { site, content, units, nav: &site.nav.reports, figures: &figures })
}

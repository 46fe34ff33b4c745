//! The staff's site and the directorates' reports, from exact answers.

use super::figures::InternalFigures;
use super::services::WithTables;
use super::site::{self, Duties, Setting};
use super::{Document, Internal, Reports};
use crate::diag::Diagnostics;
use crate::model::content::Content;
use crate::model::duty::FullDuties;
use crate::query::Answers;

/// All documents for the staff.
pub fn documents(
    diag: &mut Diagnostics,
    setting: &Setting<'_>,
    content: &Content,
    duties: &FullDuties,
    answers: &Answers,
) -> Vec<Document<Internal>> {
    let figures = InternalFigures::new(answers);
    let figures = WithTables::new(&figures, setting.services, true);
    site::compose(diag, &setting.input(content, &setting.site.nav.internal, &figures, Duties::Full(duties)))
}

/// All reports for distribution.
pub fn reports(
    diag: &mut Diagnostics,
    setting: &Setting<'_>,
    content: &Content,
    duties: &FullDuties,
    answers: &Answers,
) -> Vec<Document<Reports>> {
    let figures = InternalFigures::for_reports(answers);
    let figures = WithTables::new(&figures, setting.services, false);
    site::compose(diag, &setting.input(content, &setting.site.nav.reports, &figures, Duties::Full(duties)))
}

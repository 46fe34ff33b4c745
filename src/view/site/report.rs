//! A page as a report: the same text and figures, with the head of official paper.

use std::sync::Arc;

use super::Desk;
use super::instance::Instance;
use crate::view::{PageDoc, ReportDoc, ReportKind};

/// The report that a page with `formats` is.
pub(super) fn of(desk: &Desk<'_>, instance: &Instance<'_>, page: &PageDoc) -> Arc<ReportDoc> {
    Arc::new(ReportDoc {
        kind: ReportKind::Report,
        letterhead: letterhead(desk, page),
        title: page.title.clone(),
        summary: page.summary.clone(),
        url: instance.address.to_string(),
        date: page.updated.clone().or_else(|| page.date.clone()),
        synthetic: page.synthetic,
        prose: page.prose.clone(),
        sources: page.sources.clone(),
    })
}

/// Official paper names the state, the administration in capitals and the unit (Karar 2646, RG 10/6/2020-31151).
pub(super) fn letterhead(desk: &Desk<'_>, page: &PageDoc) -> Vec<String> {
    let municipality = &desk.input.site.municipality;
    let mut letterhead = vec!["T.C.".to_owned(), crate::turkish::case::upper(&municipality.name)];
    letterhead.extend(page.unit.iter().map(|u| u.title.clone()));
    letterhead
}

/// The file's name: the last part of the address, so that a file taken away still says what it is.
pub(super) fn file_name(address: &str, format: &str) -> String {
    let parts: Vec<&str> = address.split('/').filter(|p| !p.is_empty()).collect();
    let stem = if parts.is_empty() { "rapor".to_owned() } else { parts.join("-") };
    format!("{stem}.{}", format.to_ascii_lowercase())
}

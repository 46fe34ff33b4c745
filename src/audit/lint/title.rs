//! A page without a title, or without exactly one heading of the first level: nobody can tell where they are (WCAG 2.4.2,
//! 1.3.1).

use super::{Findings, Lint, Page};
use crate::diag::Code;

pub(super) const LINT: Lint = Lint { code: Code::PAGE_WITHOUT_TITLE, criteria: &["2.4.2", "1.3.1"], find };

fn find(page: &Page<'_>, findings: &mut Findings<'_, '_>) {
    // The title of a drawing is its name, not the page's.
    let titles = page.all(&["title"]).filter(|title| !page.lies_in(*title, &["svg"]));
    if !titles.into_iter().any(|title| !page.spoken(title).is_empty()) {
        findings.push(0, &[("element", "title")]);
    }
    let headings: Vec<_> = page.all(&["h1"]).filter(|h1| !page.is_silent(*h1)).collect();
    match &headings[..] {
        [] => findings.push(0, &[("element", "h1")]),
        [one] if page.spoken(*one).is_empty() => findings.push(page.at(*one), &[("element", "h1")]),
        [_] => {}
        [_, second, ..] => findings.push(page.at(*second), &[("element", "h1 × 2")]),
    }
}

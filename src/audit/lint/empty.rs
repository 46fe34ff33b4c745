//! Links and buttons without a name: a screen reader says "link" and nothing else (WCAG 2.4.4, 4.1.2).

use super::{Findings, Lint, Page};
use crate::diag::Code;

pub(super) const LINT: Lint = Lint { code: Code::NAMELESS_CONTROL, criteria: &["2.4.4", "4.1.2"], find };

fn find(page: &Page<'_>, findings: &mut Findings<'_, '_>) {
    for control in page.all(&["a", "button", "summary"]).filter(|control| !page.is_silent(*control)) {
        let is_link = page.name(control) != "a" || page.attribute(control, "href").is_some();
        if is_link && page.spoken(control).is_empty() {
            findings.push(page.at(control), &[("element", page.name(control))]);
        }
    }
}

//! Two elements with one id: labels, descriptions and links to it reach the first, whichever was meant (WCAG 1.3.1, 4.1.2).

use std::collections::BTreeSet;

use super::{Findings, Lint, Page};
use crate::diag::Code;

pub(super) const LINT: Lint = Lint { code: Code::REPEATED_ID, criteria: &["1.3.1", "4.1.2"], find };

fn find(page: &Page<'_>, findings: &mut Findings<'_, '_>) {
    let mut seen = BTreeSet::new();
    for element in page.elements() {
        if let Some(id) = page.attribute(element, "id").filter(|id| !seen.insert(*id)) {
            findings.push(page.at(element), &[("id", id)]);
        }
    }
}

//! Tables whose cells have no headers, and tables without a name: heard cell by cell, they are loose numbers (WCAG 1.3.1).

use super::{Findings, Lint, Page};
use crate::audit::page::Element;
use crate::diag::Code;

pub(super) const HEADERS: Lint = Lint { code: Code::TABLE_WITHOUT_HEADERS, criteria: &["1.3.1"], find: headers };
pub(super) const CAPTION: Lint = Lint { code: Code::TABLE_WITHOUT_CAPTION, criteria: &["1.3.1"], find: caption };

fn tables<'p>(page: &'p Page<'_>) -> impl Iterator<Item = Element> + 'p {
    let is_data = |table: &Element| !matches!(page.attribute(*table, "role"), Some("presentation" | "none"));
    page.all(&["table"]).filter(move |table| is_data(table) && !page.is_silent(*table))
}

fn headers(page: &Page<'_>, findings: &mut Findings<'_, '_>) {
    for table in tables(page) {
        let named = page.below(table).into_iter().any(|cell| page.name(cell) == "th" && !page.words(cell).is_empty());
        if !named {
            findings.push(page.at(table), &[("text", &page.words(table))]);
        }
    }
}

fn caption(page: &Page<'_>, findings: &mut Findings<'_, '_>) {
    for table in tables(page) {
        let caption = page.below(table).into_iter().any(|e| page.name(e) == "caption" && !page.words(e).is_empty());
        let label = ["aria-label", "aria-labelledby"].iter().any(|a| page.attribute(table, a).is_some());
        if !(caption || label && !page.spoken(table).is_empty()) {
            findings.push(page.at(table), &[("text", &page.words(table))]);
        }
    }
}

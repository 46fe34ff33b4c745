//! A heading that skips a level: who goes from heading to heading takes it for a part of something that is not there
//! (WCAG 1.3.1, 2.4.6).

use super::{Findings, Lint, Page};
use crate::diag::Code;

pub(super) const LINT: Lint = Lint { code: Code::SKIPPED_HEADING, criteria: &["1.3.1", "2.4.6"], find };

fn find(page: &Page<'_>, findings: &mut Findings<'_, '_>) {
    let mut before = 0;
    for heading in page.all(&["h1", "h2", "h3", "h4", "h5", "h6"]).filter(|heading| !page.is_silent(*heading)) {
        let level = page.name(heading).bytes().last().map_or(1, |digit| digit - b'0');
        if before > 0 && level > before + 1 {
            let [from, to] = [before, level].map(|level| format!("h{level}"));
            findings.push(page.at(heading), &[("text", &page.spoken(heading)), ("from", &from), ("to", &to)]);
        }
        before = level;
    }
}

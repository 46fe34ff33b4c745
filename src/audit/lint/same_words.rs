//! Links that say the same and lead to different places: in a list of links nobody can tell them apart (WCAG 2.4.4, 2.4.9).

use std::collections::BTreeMap;

use super::{Findings, Lint, Page};
use crate::diag::Code;
use crate::turkish::case;

pub(super) const LINT: Lint = Lint { code: Code::SAME_LINK_WORDS, criteria: &["2.4.4"], find };

fn find(page: &Page<'_>, findings: &mut Findings<'_, '_>) {
    // By words, and by whether they lead to another place of this page: a contents list repeats the names of a menu.
    let mut places: BTreeMap<(bool, String), (&str, Vec<&str>)> = BTreeMap::new();
    for link in page.all(&["a"]).filter(|link| !page.is_silent(*link)) {
        let Some(target) = page.attribute(link, "href") else { continue };
        let spoken = page.spoken(link);
        if spoken.is_empty() {
            continue;
        }
        let (first, others) = places.entry((target.starts_with('#'), case::lower(&spoken))).or_insert((target, Vec::new()));
        if *first != target && !others.contains(&target) {
            others.push(target);
            findings.push(page.at(link), &[("text", &spoken), ("target", target), ("other", first)]);
        }
    }
}

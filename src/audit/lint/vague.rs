//! Links that say nothing out of their sentence: "tıklayın", "buraya", "click here" (WCAG 2.4.4).

use super::{Findings, Lint, Page};
use crate::diag::Code;
use crate::turkish;

pub(super) const LINT: Lint = Lint { code: Code::VAGUE_LINK, criteria: &["2.4.4"], find };

/// Folded.
const VAGUE: [&str; 24] = [
    "tikla",
    "tiklayin",
    "tiklayiniz",
    "buraya tikla",
    "buraya tiklayin",
    "buraya tiklayiniz",
    "burayi tiklayin",
    "icin tiklayin",
    "icin tiklayiniz",
    "buradan",
    "burada",
    "buraya",
    "bu link",
    "bu baglanti",
    "link",
    "baglanti",
    "devami",
    "devamini oku",
    "detay",
    "detaylar",
    "click here",
    "here",
    "read more",
    "more",
];

fn find(page: &Page<'_>, findings: &mut Findings<'_, '_>) {
    for link in page.all(&["a"]).filter(|link| page.attribute(*link, "href").is_some() && !page.is_silent(*link)) {
        let spoken = page.spoken(link);
        let folded = turkish::fold(&spoken);
        if VAGUE.contains(&folded.trim_matches(|c: char| !c.is_alphanumeric())) {
            findings.push(page.at(link), &[("text", &spoken)]);
        }
    }
}

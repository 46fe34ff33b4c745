//! Pictures and drawings without an alternative, or with one that says nothing: "grafik", "resim", a file's name (WCAG 1.1.1).

use super::{Findings, Lint, Page};
use crate::audit::page::Element;
use crate::diag::Code;
use crate::turkish;

pub(super) const LINT: Lint = Lint { code: Code::GRAPHIC_WITHOUT_ALTERNATIVE, criteria: &["1.1.1"], find };

/// Alternatives that say nothing, folded.
const EMPTY: [&str; 20] = [
    "grafik", "resim", "gorsel", "fotograf", "foto", "tablo", "sekil", "harita", "logo", "ikon", "simge", "sema", "image", "img",
    "picture", "photo", "chart", "graph", "graphic", "icon",
];
const FILES: [&str; 7] = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif"];

fn find(page: &Page<'_>, findings: &mut Findings<'_, '_>) {
    for graphic in page.all(&["img", "svg", "canvas", "object"]).filter(|graphic| !page.is_silent(*graphic)) {
        if page.lies_in(graphic, &["svg"]) && page.name(graphic) != "svg" || is_decoration(page, graphic) {
            continue;
        }
        let spoken = page.spoken(graphic);
        let folded = turkish::fold(&spoken);
        let says_nothing = EMPTY.contains(&folded.trim()) || FILES.iter().any(|ending| folded.trim().ends_with(ending));
        if spoken.is_empty() || says_nothing {
            findings.push(page.at(graphic), &[("element", page.name(graphic)), ("text", &spoken)]);
        }
    }
}

/// True for what is said to be decoration, and for a drawing that stands beside words in a link or a button.
fn is_decoration(page: &Page<'_>, graphic: Element) -> bool {
    let role = page.attribute(graphic, "role");
    let empty_alt = page.name(graphic) == "img" && page.attribute(graphic, "alt") == Some("");
    matches!(role, Some("presentation" | "none")) || empty_alt
}

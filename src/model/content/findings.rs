//! The main findings of a release (ana bulgular): at most six, one sentence each (Office for National Statistics, release
//! style). More of them are read by nobody.

use std::sync::Arc;

use super::Page;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::prose::{Block, plain_text};
use crate::turkish::fold;

/// As many as a reader takes in.
const MOST: usize = 6;

const HEADING: &str = "ana bulgular";

/// Complains about releases that begin with too many findings.
pub(super) fn check(diag: &mut Diagnostics, pages: &[Page]) {
    for page in pages.iter().filter(|page| page.syntax.front.release.is_some()) {
        for pair in page.syntax.body.blocks.windows(2) {
            let [Block::Heading(heading), Block::List { items, .. }] = pair else { continue };
            if items.len() > MOST && fold(&plain_text(&heading.content)) == HEADING {
                let place = Place::at(Arc::clone(&page.syntax.file), heading.line, 1);
                let complaint = Diagnostic::new(Code::TOO_MANY_FINDINGS, place);
                diag.push(complaint.with("count", items.len().to_string()).with("most", MOST.to_string()));
            }
        }
    }
}

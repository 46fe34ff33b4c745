//! Finished pages, looked at for what keeps people out and no browser's checker sees: text in the wrong language, links that
//! all say the same, Turkish in the wrong case, signs nobody explains. One lint is one file below `lint/`.
//!
//! Reads HTML that anyone made, and complains; mends nothing. Contrast, focus and what scripts do need a browser
//! (`tests/browser`); whether a text is understood needs people.

mod lint;
mod page;
mod reader;

use std::sync::Arc;

use rayon::prelude::*;

pub use lint::{LINTS, Lint};
pub use page::Page;

use crate::diag::{Code, Diagnostic, Diagnostics, Place, Severity};

/// What one lint found on one page, in the order of the page.
pub struct Findings<'p, 't> {
    page: &'p Page<'t>,
    code: Code,
    found: Vec<Diagnostic>,
}

impl Findings<'_, '_> {
    /// Complains about what begins at byte `at`; `what` are the words' arguments.
    fn push(&mut self, at: usize, what: &[(&'static str, &str)]) {
        let complaint = Diagnostic::new(self.code, self.page.place(at)).severity_is(Severity::Error);
        self.found.push(what.iter().fold(complaint, |complaint, (name, value)| complaint.with(name, short(value))));
    }
}

/// Looks at the page `html`, called `file` in complaints.
pub fn page(diag: &mut Diagnostics, file: &Arc<str>, html: &str) {
    let page = Page::read(file, html);
    if page.sends_on() {
        return;
    }
    for lint in LINTS {
        let mut findings = Findings { page: &page, code: lint.code, found: Vec::new() };
        (lint.find)(&page, &mut findings);
        diag.extend(findings.found);
    }
}

/// Looks at all `pages`, on every thread, and gives how many they were.
pub fn tree(diag: &mut Diagnostics, pages: &[(Arc<str>, Arc<[u8]>)]) -> usize {
    let html: Vec<_> = pages.iter().filter(|(file, _)| file.ends_with(".html") || file.ends_with(".htm")).collect();
    let one = |(file, bytes): &&(Arc<str>, Arc<[u8]>)| {
        let mut diag = Diagnostics::new();
        match std::str::from_utf8(bytes) {
            Ok(text) => page(&mut diag, file, text),
            Err(_) => diag.push(Diagnostic::new(Code::NOT_UTF8, Place::file(Arc::clone(file)))),
        }
        diag
    };
    let complaints: Vec<Diagnostics> = html.par_iter().with_max_len(crate::AT_ONCE).map(one).collect();
    complaints.into_iter().for_each(|complaints| diag.extend(complaints));
    html.len()
}

/// Enough of a text to know it by.
fn short(text: &str) -> String {
    const LONGEST: usize = 80;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
        None => text,
    }
}

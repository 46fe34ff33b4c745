//! This repository's own content and data build without an error. Nothing is compared: they change every day.

mod support;

use std::sync::Arc;

use tellal::diag::{Diagnostics, Severity};
use tellal::pipeline::Sites;
use tellal::source::Disk;

#[test]
fn this_repository_builds() {
    let world = Disk::new(".");
    let outcome = support::build(&world);
    let told = support::told(&outcome.diagnostics, &world);
    assert!(!outcome.diagnostics.has_errors(), "\n{told}");
    // Of all counts citizens see the disclosure audit knows the records.
    let not_followed: Vec<String> = outcome
        .diagnostics
        .iter()
        .filter(|d| d.code == tellal::diag::Code::FIGURE_NOT_FOLLOWED)
        .map(|d| format!("{d:?}"))
        .collect();
    assert!(not_followed.is_empty(), "{not_followed:?}");
    let warnings = outcome.diagnostics.iter().filter(|d| d.severity() == Severity::Warning).count();
    assert_eq!(warnings, 0, "\n{told}");
    let sites = outcome.sites.expect("without errors there are trees");
    assert!(sites.public.get("index.html").is_some() && sites.public.get("sitemap.xml").is_some(), "the citizens' site");
    assert!(sites.internal.get("index.html").is_some(), "the staff's site");
    assert!(sites.reports.iter().any(|a| a.path.ends_with(".pdf")) && sites.reports.iter().any(|a| a.path.ends_with(".xlsx")));
    keep_nobody_out(&sites);
    support::linked::pages_say_what_they_are(&sites, "https://www.caycuma.bel.tr");
}

/// What `tellal audit` would say about the pages: nothing.
fn keep_nobody_out(sites: &Sites) {
    let mut findings = Diagnostics::new();
    let mut pages = 0;
    for tree in ["public", "internal", "reports"] {
        let files: Vec<(Arc<str>, Arc<[u8]>)> = match tree {
            "public" => sites.public.iter().map(|a| (format!("{tree}/{}", a.path).into(), Arc::clone(&a.bytes))).collect(),
            "internal" => sites.internal.iter().map(|a| (format!("{tree}/{}", a.path).into(), Arc::clone(&a.bytes))).collect(),
            _ => sites.reports.iter().map(|a| (format!("{tree}/{}", a.path).into(), Arc::clone(&a.bytes))).collect(),
        };
        pages += tellal::audit::tree(&mut findings, &files);
    }
    let words = tellal::diag::Words::new(tellal::diag::Lang::Tr);
    let told: Vec<String> =
        findings.iter().take(40).map(|f| format!("{}:{} {}", f.place.file, f.place.line, words.message(f))).collect();
    assert!(findings.is_empty(), "{} findings on {pages} pages\n{}", findings.len(), told.join("\n"));
    assert!(pages > 100, "only {pages} pages were looked at");
}

//! This repository's own content and data build without an error. Nothing is compared: they change every day.

mod support;

use tellal::diag::Severity;
use tellal::source::Disk;

#[test]
fn this_repository_builds() {
    let world = Disk::new(".");
    let outcome = support::build(&world);
    let told = support::told(&outcome.diagnostics, &world);
    assert!(!outcome.diagnostics.has_errors(), "\n{told}");
    let warnings = outcome.diagnostics.iter().filter(|d| d.severity() == Severity::Warning).count();
    assert_eq!(warnings, 0, "\n{told}");
    let sites = outcome.sites.expect("without errors there are trees");
    assert!(sites.public.get("index.html").is_some() && sites.public.get("sitemap.xml").is_some(), "the citizens' site");
    assert!(sites.internal.get("index.html").is_some(), "the staff's site");
    assert!(sites.reports.iter().any(|a| a.path.ends_with(".pdf")) && sites.reports.iter().any(|a| a.path.ends_with(".xlsx")));
}

//! The files a regulation's page offers beside itself: PDF, Akoma Ntoso, JSON-LD, Markdown.

use std::sync::Arc;

use super::instance::Instance;
use super::{Desk, inside, report};
use crate::view::regulation::{self, FileDoc, Frame};
use crate::view::{Audience, Body, Document, DownloadDoc, PageDoc, RegulationForm};

/// The files of the regulation that `page` shows, which from here on offers them; none where it shows none.
pub(super) fn files<A: Audience>(desk: &Desk<'_>, instance: &Instance<'_>, page: &mut PageDoc) -> Vec<Document<A>> {
    let regulations = desk.input.regulations;
    let name = instance.page.syntax.front.regulation.as_deref();
    let Some(regulation) = name.and_then(|name| regulations.by_name.get(name)) else { return Vec::new() };
    let site = desk.input.site;
    let frame = Frame { site: Some(site), address: Some(&instance.address) };
    let mut document = regulation::document(regulation, regulations, &frame);
    let stem = instance.address.trim_end_matches('/').rsplit('/').next().filter(|s| !s.is_empty()).unwrap_or("metin");
    let formats = [
        ("PDF", "application/pdf", "pdf"),
        ("Akoma Ntoso (XML)", "application/akn+xml", "akn.xml"),
        ("JSON-LD", "application/ld+json", "jsonld"),
        ("Markdown", "text/markdown", "md"),
    ];
    page.regulation = true;
    for (format, mime, ending) in formats {
        let url = format!("{}{stem}.{ending}", instance.address);
        document.files.push(FileDoc { mime, url: format!("{}{url}", site.base_url) });
        page.downloads.retain(|d| d.format != format);
        page.downloads.push(DownloadDoc { format, mime, url });
    }
    // Paper says which text it is by the day it is in force from, not by the day the page was touched.
    let date = document.in_force.clone().or_else(|| page.date.clone());
    let paper = Arc::new(regulation::report(&document, report::letterhead(desk, page), date));
    let document = Arc::new(document);
    let form = |form| Body::Regulation(form, Arc::clone(&document));
    let bodies = [Body::Pdf(paper), form(RegulationForm::Akn), form(RegulationForm::JsonLd), form(RegulationForm::Markdown)];
    let paths = formats.map(|(_, _, ending)| format!("{}{stem}.{ending}", inside(&instance.address)));
    paths.into_iter().zip(bodies).map(|(path, body)| Document::new(path, body)).collect()
}

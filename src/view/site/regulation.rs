//! The files a regulation's page offers beside itself: PDF, Akoma Ntoso, JSON-LD, Markdown.

use std::sync::Arc;

use super::instance::Instance;
use super::{Desk, inside, report};
use crate::model::regulation::{FORMATS, file_address};
use crate::view::regulation::{self, FileDoc, Frame};
use crate::view::{Audience, Body, Document, DownloadDoc, PageDoc, RegulationForm};

/// The files of the regulation, or of the one of its texts, that `page` shows, which from here on offers them; none where it shows none.
pub(super) fn files<A: Audience>(desk: &Desk<'_>, instance: &Instance<'_>, page: &mut PageDoc) -> Vec<Document<A>> {
    let regulations = desk.input.regulations;
    let front = &instance.page.syntax.front;
    let (name, number) = match (&front.regulation, front.expression.as_deref()) {
        (Some(name), _) => (name, None),
        (None, Some((name, number))) => (name, Some(*number)),
        (None, None) => return Vec::new(),
    };
    let Some(regulation) = regulations.by_name.get(name.as_str()) else { return Vec::new() };
    let site = desk.input.site;
    let frame = Frame { site: Some(site), address: Some(&instance.address) };
    let mut document = match number {
        Some(number) => regulation::version(regulation, number, regulations, &frame),
        None => regulation::document(regulation, regulations, &frame),
    };
    let names = [
        ("PDF", "application/pdf"),
        ("Akoma Ntoso (XML)", "application/akn+xml"),
        ("JSON-LD", "application/ld+json"),
        ("Markdown", "text/markdown"),
    ];
    page.regulation = true;
    let urls = FORMATS.map(|ending| file_address(&instance.address, ending));
    for ((format, mime), url) in names.into_iter().zip(urls.clone()) {
        document.files.push(FileDoc { mime, url: format!("{}{url}", site.base_url) });
        page.downloads.retain(|d| d.format != format);
        page.downloads.push(DownloadDoc { format, mime, url, size: None });
    }
    // Paper says which text it is by the day it is in force from, not by the day the page was touched.
    let date = document.in_force.clone().or_else(|| page.date.clone());
    let paper = Arc::new(regulation::report(&document, report::letterhead(desk, page), date));
    let document = Arc::new(document);
    let form = |form| Body::Regulation(form, Arc::clone(&document));
    let bodies = [Body::Pdf(paper), form(RegulationForm::Akn), form(RegulationForm::JsonLd), form(RegulationForm::Markdown)];
    urls.into_iter().zip(bodies).map(|(url, body)| Document::new(inside(&url), body)).collect()
}

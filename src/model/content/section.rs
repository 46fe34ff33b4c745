//! Sections: folders with an index page. A page belongs to the nearest one above it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Folder, Page};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::language::Language;
use crate::parse::page::Sort;
use crate::parse::site::Site;
use crate::turkish::collate::Order;

/// A folder with an index page (bölüm).
#[derive(Debug)]
pub struct Section {
    /// Its index page, as an index into the pages.
    pub page: usize,
    /// Address of the index page.
    pub url: Arc<str>,
    /// The section around it.
    pub parent: Option<usize>,
    /// Its pages and the index pages of the sections directly in it, in the order of its list.
    pub members: Vec<usize>,
    /// Entries on a page of its list; 0 for no list.
    pub per_page: usize,
    /// Whether it has a feed.
    pub feed: bool,
}

/// Finds the sections of `pages`, and tells every page its section and kind. `ranks` are the pages' from the newest on.
pub(super) fn find(diag: &mut Diagnostics, site: &Site, folder: Folder, pages: &mut [Page], ranks: &[u32]) -> Vec<Section> {
    let mut by_language: BTreeMap<Language, BTreeMap<String, usize>> = BTreeMap::from([(site.language, BTreeMap::new())]);
    let mut sections = Vec::new();
    for (i, page) in pages.iter().enumerate() {
        let (Some(url), Some(around)) = (page.address.fixed(), folder_of_index(site, page)) else { continue };
        by_language.entry(page.language).or_default().insert(around.to_owned(), sections.len());
        let front = page.syntax.front.section.as_ref();
        sections.push(Section {
            page: i,
            url: Arc::clone(url),
            parent: None,
            members: Vec::new(),
            per_page: front.map_or(0, |f| f.per_page.unwrap_or(site.paging)),
            feed: front.is_some_and(|f| f.feed),
        });
    }
    for s in 0..sections.len() {
        let page = &pages[sections[s].page];
        let around = parent_folder(&page.syntax.file).to_owned();
        sections[s].parent = nearest(&by_language[&page.language], parent_folder(&around));
    }
    // Pages of one folder follow each other.
    let mut last: (Arc<str>, Option<usize>) = ("".into(), None);
    for i in 0..pages.len() {
        let file = Arc::clone(&pages[i].syntax.file);
        if i == 0 || parent_folder(&last.0) != parent_folder(&file) {
            last = (Arc::clone(&file), nearest(&by_language[&site.language], parent_folder(&file)));
        }
        let around = last.1;
        pages[i].around = around;
        let own = match pages[i].language {
            language if language == site.language => around,
            language => by_language.get(&language).and_then(|by_folder| nearest(by_folder, parent_folder(&file))),
        };
        if let Some(around) = around.filter(|_| pages[i].language != site.language) {
            pages[i].kind = pages[i].syntax.front.kind.clone().or_else(|| inherited_kind(&sections, pages, around));
        }
        let Some(section) = own else {
            if folder != Folder::Reports && around.is_none() {
                let name = parent_folder(&file).to_owned();
                diag.push(Diagnostic::new(Code::UNKNOWN_SECTION, Place::file(file)).with("section", name));
            }
            continue;
        };
        pages[i].section = Some(section);
        let is_index = sections[section].page == i;
        let lists_in = if is_index { sections[section].parent } else { Some(section) };
        // A page per row is listed by its rows, which are not known yet.
        if let Some(list) = lists_in
            && pages[i].address.fixed().is_some()
            && !pages[i].syntax.front.unlisted
        {
            sections[list].members.push(i);
        }
        if pages[i].language == site.language {
            pages[i].kind = pages[i].syntax.front.kind.clone().or_else(|| inherited_kind(&sections, pages, section));
        }
    }
    sort_members(&mut sections, pages, ranks);
    sections
}

/// The folder whose index page this is: `a/index.md`, `a/index.en.md`.
fn folder_of_index<'p>(site: &Site, page: &'p Page) -> Option<&'p str> {
    let (folder, name) = page.syntax.file.rsplit_once('/')?;
    let tag = name.strip_prefix("index.")?.strip_suffix("md")?;
    let is_index = tag.is_empty() || (page.language != site.language && tag.trim_end_matches('.') == page.language.as_str());
    is_index.then_some(folder)
}

fn parent_folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn nearest(by_folder: &BTreeMap<String, usize>, folder: &str) -> Option<usize> {
    let mut folder = folder;
    loop {
        if let Some(section) = by_folder.get(folder) {
            return Some(*section);
        }
        folder = folder.rsplit_once('/')?.0;
    }
}

fn inherited_kind(sections: &[Section], pages: &[Page], section: usize) -> Option<String> {
    let mut next = Some(section);
    while let Some(s) = next {
        let front = pages[sections[s].page].syntax.front.section.as_ref();
        if let Some(kind) = front.and_then(|f| f.kind.clone()) {
            return Some(kind);
        }
        next = sections[s].parent;
    }
    None
}

fn sort_members(sections: &mut [Section], pages: &[Page], ranks: &[u32]) {
    let order = Order::new();
    for section in sections {
        let sort = pages[section.page].syntax.front.section.as_ref().map_or(Sort::Title, |f| f.sort);
        let title = |i: usize| &pages[i].syntax.front.title;
        let file = |i: usize| &pages[i].syntax.file;
        match sort {
            Sort::Date => section.members.sort_unstable_by_key(|page| ranks[*page]),
            Sort::Title => {
                section.members.sort_by(|a, b| order.compare(title(*a), title(*b)).then_with(|| file(*a).cmp(file(*b))));
            }
            Sort::Weight => section.members.sort_by(|a, b| {
                let weight = |i: usize| pages[i].syntax.front.weight.unwrap_or(i32::MAX);
                weight(*a).cmp(&weight(*b)).then_with(|| order.compare(title(*a), title(*b)))
            }),
        }
    }
}

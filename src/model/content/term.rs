//! Terms: lists of pages across sections, by unit, kind, tag and year.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Folder, Names, Page};
use crate::parse::site::Site;
use crate::turkish;

/// What a term groups by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TermKind {
    /// Responsible unit (birim).
    Unit,
    /// Kind of page (tür).
    Kind,
    /// Tag (etiket).
    Tag,
    /// Year of the date (yıl).
    Year,
}

impl TermKind {
    /// The first part of its addresses.
    pub fn folder(self) -> &'static str {
        match self {
            TermKind::Unit => "birim",
            TermKind::Kind => "tur",
            TermKind::Tag => "etiket",
            TermKind::Year => "yil",
        }
    }
}

/// A list of pages that have something in common (terim).
#[derive(Debug)]
pub struct Term {
    /// What they have in common.
    pub kind: TermKind,
    /// The unit's name, the kind, the tag, the year.
    pub title: String,
    /// Address of its list.
    pub url: Arc<str>,
    /// Its pages, newest first.
    pub members: Vec<usize>,
}

impl Term {
    /// Address of the list of all terms of its kind.
    pub fn index_url(&self) -> String {
        format!("/{}/", self.kind.folder())
    }
}

/// All terms that `site.yaml` asks for; citizens' and staff's pages only.
pub(super) fn collect(site: &Site, names: &Names<'_>, folder: Folder, pages: &[Page]) -> Vec<Term> {
    if folder == Folder::Reports {
        return Vec::new();
    }
    let mut all = Vec::new();
    for kind in super::term_kinds(site) {
        let mut terms: BTreeMap<String, (String, Vec<usize>)> = BTreeMap::new();
        for (i, page) in pages.iter().enumerate().filter(|(_, p)| listed(site, p)) {
            for (slug, title) in terms_of(kind, names, page) {
                terms.entry(slug).or_insert_with(|| (title, Vec::new())).1.push(i);
            }
        }
        for (slug, (title, mut members)) in terms {
            members.sort_by(|a, b| {
                let date = |i: usize| pages[i].syntax.front.date;
                date(*b).cmp(&date(*a)).then_with(|| pages[*a].syntax.file.cmp(&pages[*b].syntax.file))
            });
            all.push(Term { kind, title, url: format!("/{}/{slug}/", kind.folder()).into(), members });
        }
    }
    all
}

/// Terms list pages in the site's own language: those in others have lists of their own.
fn listed(site: &Site, page: &Page) -> bool {
    page.address.fixed().is_some() && !page.syntax.front.unlisted && page.language == site.language
}

fn terms_of(kind: TermKind, names: &Names<'_>, page: &Page) -> Vec<(String, String)> {
    let front = &page.syntax.front;
    let named = |title: &str| (turkish::slug(title), title.to_owned());
    match kind {
        TermKind::Unit => {
            front.unit.iter().filter_map(|code| names.units.get(code).map(|name| (turkish::slug(code), name.clone()))).collect()
        }
        TermKind::Kind => page.kind.iter().map(|k| (turkish::slug(k), super::super::kind_title(k))).collect(),
        TermKind::Tag => front.tags.iter().map(|t| named(t)).collect(),
        TermKind::Year => front.date.iter().map(|d| named(&d.0.year().to_string())).collect(),
    }
}

//! Terms: lists of pages across sections, by unit, kind, tag and year.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use foldhash::fast::FixedState;
use indexmap::IndexMap;

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

/// All terms that `site.yaml` asks for; citizens' and staff's pages only. `ranks` are the pages' from the newest on.
pub(super) fn collect(site: &Site, names: &Names<'_>, folder: Folder, pages: &[Page], ranks: &[u32]) -> Vec<Term> {
    if folder == Folder::Reports {
        return Vec::new();
    }
    let mut all = Vec::new();
    for kind in super::term_kinds(site) {
        let mut terms: BTreeMap<String, (String, Vec<usize>)> = BTreeMap::new();
        // Thousands of pages have the same few terms, which are put into words once.
        let mut written: IndexMap<Cow<'_, str>, Vec<usize>, FixedState> = IndexMap::default();
        for (i, page) in pages.iter().enumerate().filter(|(_, p)| listed(site, p)) {
            each_of(kind, page, |word| written.entry(word).or_default().push(i));
        }
        // Of two spellings of one address the first page's is shown.
        for (word, members) in written {
            if let Some((slug, title)) = worded(kind, names, &word) {
                terms.entry(slug).or_insert_with(|| (title, Vec::new())).1.extend(members);
            }
        }
        for (slug, (title, mut members)) in terms {
            members.sort_unstable_by_key(|page| ranks[*page]);
            all.push(Term { kind, title, url: format!("/{}/{slug}/", kind.folder()).into(), members });
        }
    }
    all
}

/// Terms list pages in the site's own language: those in others have lists of their own.
fn listed(site: &Site, page: &Page) -> bool {
    page.address.fixed().is_some() && !page.syntax.front.unlisted && page.language == site.language
}

/// What a page says of itself that is a term of this kind.
fn each_of<'p>(kind: TermKind, page: &'p Page, mut take: impl FnMut(Cow<'p, str>)) {
    let front = &page.syntax.front;
    match kind {
        TermKind::Unit => front.unit.iter().for_each(|code| take(code.as_str().into())),
        TermKind::Kind => page.kind.iter().for_each(|kind| take(kind.as_str().into())),
        TermKind::Tag => front.tags.iter().for_each(|tag| take(tag.as_str().into())),
        TermKind::Year => front.date.iter().for_each(|date| take(date.0.year().to_string().into())),
    }
}

/// The term's part of an address, and its title; `None` for a unit that is not known.
fn worded(kind: TermKind, names: &Names<'_>, word: &str) -> Option<(String, String)> {
    let title = match kind {
        TermKind::Unit => names.units.get(word)?.clone(),
        TermKind::Kind => super::super::kind_title(word),
        TermKind::Tag | TermKind::Year => word.to_owned(),
    };
    Some((turkish::slug(word), title))
}

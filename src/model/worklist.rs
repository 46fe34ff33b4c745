//! What editors have to look at (yapılacaklar): drafts, pages that wait or are over, pages past their review, pages that no
//! page leads to, and the addresses elsewhere that pages lead to. For those who write; no part of any site.

use std::cell::LazyCell;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;

use super::content::{Content, Contents, Link, Page};
use crate::parse::page::PageSyntax;
use crate::parse::site::{NavLink, Site};

/// All of it. Each list stands in the order in which one would work through it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worklist {
    /// Pages marked as drafts, by file.
    pub drafts: Vec<Entry>,
    /// Pages that come out later, the next one first.
    pub scheduled: Vec<Entry>,
    /// Pages that are no longer published, the newest first.
    pub expired: Vec<Entry>,
    /// Pages to be looked at again until a month from now, the most overdue first.
    pub review: Vec<Entry>,
    /// Published pages that no menu, no list of a section and no other page's text leads to.
    pub orphans: Vec<Entry>,
    /// Addresses of other sites, by page.
    pub elsewhere: Vec<Elsewhere>,
}

/// A page to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its file.
    pub file: Arc<str>,
    /// Its title.
    pub title: String,
    /// Its address, when it is built and has just one.
    pub url: Option<Arc<str>>,
    /// The day it is about.
    pub day: Option<Date>,
}

/// A mention of another site (dış bağlantı).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Elsewhere {
    /// The address, without what follows `#`.
    pub url: Box<str>,
    /// The page that mentions it.
    pub file: Arc<str>,
    /// In which line.
    pub line: u32,
}

/// The list for `today`. `pages` are all pages as written, `contents` those of them that are built.
pub fn of(pages: &[Arc<PageSyntax>], contents: &Contents, site: &Site, today: Date) -> Worklist {
    let all = [&contents.public, &contents.internal, &contents.reports];
    // Made at every edit while somebody watches, and most pages are neither waiting nor over.
    let built: LazyCell<HashMap<&str, &Page>, _> =
        LazyCell::new(|| all.iter().flat_map(|content| &content.pages).map(|page| (&*page.syntax.file, page)).collect());
    let entry = |page: &PageSyntax, day: Option<Date>| Entry {
        file: Arc::clone(&page.file),
        title: page.front.title.clone(),
        url: built.get(&*page.file).and_then(|page| page.address.fixed().cloned()),
        day,
    };
    let mut list = Worklist::default();
    let soon = today.saturating_add(30.days());
    for page in pages.iter().filter(|page| !page.front.unlisted) {
        let front = &page.front;
        let [publish, expires, review] = [front.publish, front.expires, front.review_by].map(|day| day.map(|day| day.0));
        if front.draft {
            list.drafts.push(entry(page, front.date.map(|day| day.0)));
        } else if publish.is_some_and(|day| day > today) {
            list.scheduled.push(entry(page, publish));
        } else if expires.is_some_and(|day| day < today) {
            list.expired.push(entry(page, expires));
        } else if review.is_some_and(|day| day <= soon) {
            list.review.push(entry(page, review));
        }
    }
    list.scheduled.sort_by(|a, b| (a.day, &a.file).cmp(&(b.day, &b.file)));
    list.expired.sort_by(|a, b| (b.day, &a.file).cmp(&(a.day, &b.file)));
    list.review.sort_by(|a, b| (a.day, &a.file).cmp(&(b.day, &b.file)));
    let nav = &site.nav;
    // Reports are handed out; nobody comes upon one by following links.
    for (content, menus) in all.into_iter().zip([vec![&nav.public, &nav.footer], vec![&nav.internal]]) {
        list.orphans.extend(orphans(content, &menus).map(|page| entry(&page.syntax, None)));
    }
    list.elsewhere = elsewhere(pages);
    list
}

/// The addresses of other sites that `pages` mention, by page and line.
pub fn elsewhere(pages: &[Arc<PageSyntax>]) -> Vec<Elsewhere> {
    let mut found = Vec::new();
    for page in pages {
        let is_elsewhere = |target: &str| {
            // Nearly all addresses are of this site, and begin otherwise.
            target.as_bytes().first() == Some(&b'h') && (target.starts_with("http://") || target.starts_with("https://"))
        };
        for link in page.body.links.iter().filter(|link| is_elsewhere(&link.target)) {
            let url = link.target.split('#').next().unwrap_or_default();
            found.push(Elsewhere { url: url.into(), file: Arc::clone(&page.file), line: link.line });
        }
    }
    found
}

/// The pages of `content` that nothing leads to. Lists by unit, kind and year and the list from A to Z do not count: they
/// hold every page, and nobody comes upon one there.
fn orphans<'c>(content: &'c Content, menus: &[&Vec<NavLink>]) -> impl Iterator<Item = &'c Page> {
    let mut listed = vec![false; content.pages.len()];
    content.sections.iter().filter(|s| s.per_page > 0).flat_map(|s| &s.members).for_each(|number| listed[*number] = true);
    // Few pages stand in no list; only their addresses are looked for among the very many links.
    let mut alone: BTreeMap<&str, &Page> = BTreeMap::new();
    for (page, _) in content.pages.iter().zip(listed).filter(|(_, listed)| !listed) {
        let name = page.syntax.file.rsplit('/').next().unwrap_or_default().trim_end_matches(".md");
        let is_error = name.len() == 3 && name.bytes().all(|b| b.is_ascii_digit());
        // The home page is where one begins, and pages of errors come by themselves.
        if let Some(address) = page.address.fixed().filter(|address| ***address != *"/" && !is_error)
            && !page.syntax.front.unlisted
        {
            alone.insert(bare(address), page);
        }
    }
    for link in menus.iter().flat_map(|menu| menu.iter()) {
        alone.remove(bare(&link.url));
    }
    for page in &content.pages {
        for link in page.body.links.iter() {
            if let Link::Here(to) = link
                && let Some(found) = alone.get(bare(to))
                && !std::ptr::eq(*found, page)
            {
                alone.remove(bare(to));
            }
        }
    }
    let mut alone: Vec<&Page> = alone.into_values().collect();
    alone.sort_by(|a, b| a.syntax.file.cmp(&b.syntax.file));
    alone.into_iter()
}

/// An address without its anchor and the slash at its end.
fn bare(address: &str) -> &str {
    address.split(['#', '?']).next().unwrap_or_default().trim_end_matches('/')
}

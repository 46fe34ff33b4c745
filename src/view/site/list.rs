//! Lists of pages: sections and terms, page by page.
//! Lists carry titles and summaries only, never texts: their cost stays linear in the number of pages.

use std::sync::Arc;

use rayon::prelude::*;

use super::instance::Instance;
use super::{Desk, file_of, language, meta};
use crate::model::content::{Section, Term, TermKind};
use crate::prose::Prose;
use crate::view::{Audience, Body, Document, FindingDoc, GroupDoc, ItemDoc, LinkDoc, ListDoc, PageDoc};

/// Address of page `number` of a list.
pub(super) fn page_url(url: &str, number: usize) -> String {
    if number <= 1 { url.to_owned() } else { format!("{url}sayfa/{number}/") }
}

/// The section whose index page this is.
pub(super) fn section_of<'v>(desk: &Desk<'v>, instance: &Instance<'_>) -> Option<&'v Section> {
    let section = &desk.input.content.sections[instance.page.section?];
    (section.page == instance.index).then_some(section)
}

/// Page one of a section's list; `None` for sections without one.
pub(super) fn first_page(desk: &Desk<'_>, section: &Section) -> Option<Box<ListDoc>> {
    (section.per_page > 0).then(|| list_page(desk, &section.url, &section.members, section.per_page, 1))
}

fn list_page(desk: &Desk<'_>, url: &str, members: &[usize], per_page: usize, number: usize) -> Box<ListDoc> {
    let pages = members.len().div_ceil(per_page).max(1);
    let shown = members.iter().skip((number - 1) * per_page).take(per_page);
    Box::new(ListDoc {
        items: shown.map(|i| desk.item(*i)).collect(),
        total: members.len(),
        page: number,
        pages,
        previous: (number > 1).then(|| page_url(url, number - 1)),
        next: (number < pages).then(|| page_url(url, number + 1)),
    })
}

/// Pages two and on of a section's list.
pub(super) fn further_pages<A: Audience>(desk: &Desk<'_>, instance: &Instance<'_>, first: &PageDoc) -> Vec<Document<A>> {
    let Some(section) =
        section_of(desk, instance).filter(|s| s.per_page > 0 && desk.homes.iter().all(|(_, home)| **home != *s.url))
    else {
        return Vec::new();
    };
    let pages = section.members.len().div_ceil(section.per_page);
    (2..=pages)
        .map(|number| {
            let list = list_page(desk, &section.url, &section.members, section.per_page, number);
            let mut page = bare("section", first.title.clone(), page_url(&section.url, number), desk, Some(list));
            page.language = language::without_siblings(desk, first.language.code);
            page.breadcrumbs = first.breadcrumbs.clone();
            page.breadcrumbs.push(LinkDoc { title: first.title.clone(), url: section.url.to_string() });
            page.kind = first.kind.clone();
            page.feed = first.feed.clone();
            Document::new(file_of(&page.url), Body::Page(Box::new(page)))
        })
        .collect()
}

/// The pages made from rows, on the page of the section they lie in.
pub(super) fn row_groups(desk: &Desk<'_>, section: &Section) -> Vec<GroupDoc> {
    let sections = &desk.input.content.sections;
    let mut groups = Vec::new();
    for instances in desk.made_from.values() {
        let Some(first) = instances.first() else { continue };
        let lies_here = first.page.section.is_some_and(|s| sections[s].page == section.page);
        if let Some(title) = first.page.syntax.front.group.as_ref().filter(|_| lies_here) {
            let items = instances.iter().map(|i| Arc::new(meta::row_item(i))).collect();
            groups.push(GroupDoc { title: title.clone(), url: None, summary: None, feed: false, items });
        }
    }
    groups
}

/// The lists of all terms, and the list of terms of each kind.
pub(super) fn terms<'v, A: Audience>(desk: &Desk<'v>) -> Vec<Document<A>> {
    let terms = &desk.input.content.terms;
    let pages = |term: &'v Term| (1..=term.members.len().div_ceil(desk.input.site.paging)).map(move |number| (term, number));
    let all: Vec<(&Term, usize)> = terms.iter().flat_map(pages).collect();
    let mut documents: Vec<Document<A>> =
        all.into_par_iter().with_max_len(1).map(|(term, number)| term_page(desk, term, number)).collect();
    for of_kind in terms.chunk_by(|a, b| a.kind == b.kind) {
        documents.push(term_index(desk, of_kind));
    }
    documents
}

fn term_page<A: Audience>(desk: &Desk<'_>, term: &Term, number: usize) -> Document<A> {
    let list = list_page(desk, &term.url, &term.members, desk.input.site.paging, number);
    let mut page = bare("list", term.title.clone(), page_url(&term.url, number), desk, Some(list));
    page.breadcrumbs = vec![home(desk), LinkDoc { title: kind_words(desk, term.kind), url: term.index_url() }];
    page.kind = Some(kind_words(desk, term.kind));
    Document::new(file_of(&page.url), Body::Page(Box::new(page)))
}

fn term_index<A: Audience>(desk: &Desk<'_>, terms: &[Term]) -> Document<A> {
    let kind = terms[0].kind;
    let mut items: Vec<Arc<ItemDoc>> = terms
        .iter()
        .map(|t| {
            let kind = Some(t.members.len().to_string());
            let (title, url) = (t.title.clone(), t.url.to_string());
            Arc::new(ItemDoc { title, url, summary: None, date: None, unit: None, kind })
        })
        .collect();
    let order = crate::turkish::collate::Order::new();
    items.sort_by(|a, b| order.compare(&a.title, &b.title));
    if kind == TermKind::Year {
        items.reverse();
    }
    let mut page = bare("terms", kind_words(desk, kind), terms[0].index_url(), desk, None);
    page.breadcrumbs = vec![home(desk)];
    page.groups = vec![GroupDoc { title: String::new(), url: None, summary: None, feed: false, items }];
    Document::new(file_of(&page.url), Body::Page(Box::new(page)))
}

fn home(desk: &Desk<'_>) -> LinkDoc {
    language::to_home(desk, desk.input.site.language)
}

pub(super) fn kind_words(desk: &Desk<'_>, kind: TermKind) -> String {
    let key = match kind {
        TermKind::Unit => "by_unit",
        TermKind::Kind => "by_kind",
        TermKind::Tag => "by_tag",
        TermKind::Year => "by_year",
    };
    desk.input.tongue.say(desk.input.site.language, key)
}

/// A page that no file was written for.
pub(super) fn bare(template: &'static str, title: String, url: String, desk: &Desk<'_>, list: Option<Box<ListDoc>>) -> PageDoc {
    PageDoc {
        template,
        title,
        summary: None,
        language: language::without_siblings(desk, desk.input.site.language),
        audience: desk.audience,
        kind: None,
        breadcrumbs: Vec::new(),
        date: None,
        updated: None,
        unit: None,
        sources: Vec::new(),
        tags: Vec::new(),
        contents: None,
        list,
        groups: Vec::new(),
        tasks: Vec::new(),
        latest: Vec::new(),
        upcoming: Vec::new(),
        downloads: Vec::new(),
        regulation: false,
        event: None,
        diary: None,
        data: None,
        service: None,
        feed: None,
        synthetic: false,
        card: None,
        schema: None,
        indexed: false,
        finding: FindingDoc::default(),
        nav_active: meta::nav_active(desk, &url),
        url,
        prose: Prose::default(),
    }
}

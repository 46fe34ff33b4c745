//! What stands around a page's text: the way to it, who answers for it, how fresh it is, where its facts come from.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::instance::Instance;
use super::{Desk, language};
use crate::model::content::{Link, Page};
use crate::prose::Prose;
use crate::turkish;
use crate::view::{DateDoc, ItemDoc, LinkDoc, Shown, SourceDoc};

/// Fewer headings than this need no contents list.
const CONTENTS_FROM: usize = 4;

pub(super) fn date(date: Date) -> DateDoc {
    DateDoc::of(date)
}

/// The sections above the page, from the home page down; the page itself is not among them.
pub(super) fn breadcrumbs(desk: &Desk<'_>, page: &Page, index: usize) -> Vec<LinkDoc> {
    let sections = &desk.input.content.sections;
    let original = page.original.unwrap_or(index);
    let mut crumbs = Vec::new();
    let mut next = page.around;
    while let Some(s) = next {
        let section = &sections[s];
        // The home page's title is the municipality's name; on the way it is called what everyone calls it.
        match &*section.url {
            _ if section.page == original => {}
            "/" => crumbs.push(language::to_home(desk, page.language)),
            _ => crumbs.push(language::link(desk, section.page, page.language)),
        }
        next = section.parent;
    }
    crumbs.reverse();
    // Every page has some, and all pages are held at once.
    crumbs.shrink_to_fit();
    crumbs
}

/// The unit that answers for the page, with the address of its own page where there is one.
pub(super) fn unit(desk: &Desk<'_>, page: &Page) -> Option<LinkDoc> {
    let code = page.syntax.front.unit.as_ref()?;
    let title = desk.input.tongue.turkish(page.language, desk.input.units.get(code)?);
    let own = format!("/mudurlukler/{}/", turkish::slug(code));
    let url = if desk.addresses.contains(own.as_str()) { own } else { String::new() };
    Some(LinkDoc { title, url })
}

/// The sources of the page's figures, each once; the page's own file where it has no figures.
pub(super) fn sources(desk: &Desk<'_>, page: &Page) -> Vec<SourceDoc> {
    let say = |key| desk.input.tongue.say(page.language, key);
    let mut found: BTreeMap<String, SourceDoc> = BTreeMap::new();
    let mentions = page.body.links.iter().filter_map(|l| match l {
        Link::Figure(mention) => Some(&*mention.id),
        _ => None,
    });
    let each = page.syntax.front.each.as_ref().map(|e| e.figure.as_str());
    for id in mentions.chain(each) {
        for source in desk.input.figures.sources(id) {
            found.insert(source.file.clone(), source);
        }
    }
    let mut sources: Vec<SourceDoc> = found.into_values().collect();
    if sources.is_empty() && page.syntax.front.source.is_none() {
        let file = page.syntax.file.to_string();
        sources = vec![SourceDoc { title: say("own_text"), file, synthetic: false }];
    }
    if let Some(name) = &page.syntax.front.regulation {
        let file = format!("{}/{name}.txt", crate::model::regulation::FOLDER);
        sources.push(SourceDoc { title: say("text_source"), file, synthetic: false });
    }
    if page.syntax.front.duties.is_some() {
        let file = crate::model::duty::FILE.to_owned();
        sources.push(SourceDoc { title: say("duty_map"), file, synthetic: false });
    }
    if let Some(service) = page.syntax.front.service.as_deref().and_then(|code| desk.input.services.get(code)) {
        sources.push(SourceDoc { title: say("service_note"), file: service.place.file.to_string(), synthetic: false });
    }
    if page.syntax.front.directory {
        let file = crate::model::directory::FILE.to_owned();
        sources.push(SourceDoc { title: say("directory_note"), file, synthetic: false });
    }
    if let Some(words) = &page.syntax.front.source {
        sources.insert(0, SourceDoc { title: words.clone(), file: String::new(), synthetic: false });
    }
    sources
}

/// How deep the contents list of a long page goes.
pub(super) fn depth(prose: &Prose<Shown>) -> Option<u8> {
    (headings(prose, 2) >= CONTENTS_FROM).then_some(2)
}

/// The same of a regulation: down to its divisions or articles; nobody looks for less than a few of them.
pub(super) fn depth_of_regulation(prose: &Prose<Shown>) -> u8 {
    (2..=4).find(|deepest| headings(prose, *deepest) >= CONTENTS_FROM).unwrap_or(4)
}

fn headings(prose: &Prose<Shown>, deepest: u8) -> usize {
    prose.headings().filter(|h| h.level <= deepest).count()
}

/// The menu entry that is this page or holds it; the longest address wins.
pub(super) fn nav_active(desk: &Desk<'_>, url: &str) -> Option<usize> {
    let held = desk.input.nav.iter().enumerate().filter(|(_, n)| url.starts_with(&n.url) && (n.url != "/" || url == "/"));
    held.max_by_key(|(_, n)| n.url.len()).map(|(i, _)| i)
}

/// A page as an entry of a list.
pub(super) fn item(desk: &Desk<'_>, index: usize) -> ItemDoc {
    let page = desk.page(index);
    let front = &page.syntax.front;
    ItemDoc {
        title: front.title.clone(),
        url: page.address.fixed().map(|a| a.to_string()).unwrap_or_default(),
        summary: front.summary.clone(),
        date: front.date.map(|d| desk.input.tongue.date(page.language, d.0)),
        unit: front.unit.as_ref().and_then(|code| Some(desk.input.tongue.turkish(page.language, desk.input.units.get(code)?))),
        kind: page.kind.as_deref().map(|kind| desk.input.tongue.kind(page.language, kind)),
    }
}

/// A row's page as an entry of a list.
pub(super) fn row_item(instance: &Instance<'_>) -> ItemDoc {
    let front = &instance.page.syntax.front;
    ItemDoc {
        title: instance.filled(&front.title),
        url: instance.address.to_string(),
        summary: None,
        date: None,
        unit: None,
        kind: None,
    }
}

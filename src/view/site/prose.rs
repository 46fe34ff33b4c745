//! A page's text for its reader: placeholders filled, links final, figures in their place.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::instance::Instance;
use super::{Desk, picture};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::content::{Address, FigureMention, Link, Page, Show};
use crate::prose::{Block, Inline, Item, LinkId, Prose};
use crate::view::figures;
use crate::view::{FigureDoc, Mention, NumberDoc, Shown};

/// The text of one page.
pub(super) fn shown(diag: &mut Diagnostics, desk: &Desk<'_>, instance: &Instance<'_>) -> Prose<Shown> {
    let body = &instance.page.body;
    let filled = match instance.row {
        Some(_) => body.map_words(&|text| instance.fill(text)),
        None => body.clone(),
    };
    let raw = &instance.page.syntax.body.links;
    let mut number = 0;
    let shown = filled.map_links(|link| {
        let file = raw[number].file.as_ref().unwrap_or(&instance.page.syntax.file);
        let place = || Place::at(Arc::clone(file), raw[number].line, raw[number].column);
        let shown = show(diag, desk, instance, link, &place);
        number += 1;
        shown
    });
    without_the_unsayable(shown)
}

fn show(diag: &mut Diagnostics, desk: &Desk<'_>, instance: &Instance<'_>, link: &Link, place: &dyn Fn() -> Place) -> Shown {
    match link {
        Link::Here(url) => Shown::Href { url: Arc::clone(url), external: false },
        // A telephone number and a mail box are no other site.
        Link::Elsewhere(url) => Shown::Href { url: Arc::clone(url), external: url.starts_with("http") },
        Link::PerRow(target) => per_row(diag, desk, instance, target, place),
        Link::Figure(mention) => figure(diag, desk, instance, mention, place),
        Link::Picture(source) => Shown::Picture(picture::shown(desk, source)),
        // The complaint has been made and nothing will be published.
        Link::Broken => Shown::Href { url: "".into(), external: false },
    }
}

fn per_row(diag: &mut Diagnostics, desk: &Desk<'_>, instance: &Instance<'_>, target: &str, place: &dyn Fn() -> Place) -> Shown {
    let target = instance.filled(target);
    let path = target.split_once('#').map_or(target.as_str(), |(path, _)| path);
    if !path.is_empty() && !desk.addresses.contains(path) {
        if desk.input.content.pages.iter().any(|page| page.address.could_be(path) && may_come(desk, page, path)) {
            return Shown::Words;
        }
        diag.push(Diagnostic::new(Code::BROKEN_LINK, place()).with("target", target.clone()));
    }
    Shown::Href { url: target.into(), external: false }
}

/// True of a page at `path` that may well be made some day: of a unit that nobody has written to yet, or of rows of which
/// none is shown.
fn may_come(desk: &Desk<'_>, page: &Page, path: &str) -> bool {
    let (Some(each), Address::PerRow(pattern)) = (&page.syntax.front.each, &page.address) else { return false };
    let figures = desk.input.figures;
    let placeholder = |part: &str| Some(part.strip_prefix('{')?.strip_suffix('}')?.strip_prefix(each.name.as_str())?.to_owned());
    let known = |(part, slug): (&str, &str)| {
        let name = placeholder(part).map(|name| name.trim_start_matches('.').to_owned());
        part == slug || name.is_some_and(|name| figures.may_come(&each.figure, &name, slug))
    };
    figures.rows(&each.figure).is_some_and(|rows| rows.is_empty()) || pattern.split('/').zip(path.split('/')).all(known)
}

/// The table of a section's own page whose rows have pages there: the names of its rows lead to them, unless cards do.
fn linked(desk: &Desk<'_>, instance: &Instance<'_>, mention: &FigureMention, figure: Arc<FigureDoc>) -> Arc<FigureDoc> {
    let Some(section) = instance.page.section.filter(|s| desk.input.content.sections[*s].page == instance.index) else {
        return figure;
    };
    let is_made_from = |page: &Page| {
        let front = &page.syntax.front;
        front.group.is_none() && front.each.as_ref().is_some_and(|each| *each.figure == *mention.id)
    };
    let pages = desk.made_from.values().flatten().filter(|made| made.page.section == Some(section));
    let named = pages.filter(|made| is_made_from(made.page)).filter_map(|made| Some((made.row.as_ref()?.1.get("ad")?, made)));
    let urls: BTreeMap<&str, &Arc<str>> = named.map(|(name, made)| (name, &made.address)).collect();
    if urls.is_empty() || !mention.slice.is_empty() {
        return figure;
    }
    let mut figure = Arc::unwrap_or_clone(figure);
    let header = figure.table.header;
    for cell in figure.table.rows.iter_mut().filter_map(|row| row.get_mut(header)) {
        cell.url = urls.get(&*cell.text).map(|url| Arc::clone(url));
    }
    Arc::new(figure)
}

/// The words of a finding; without words where nothing can be said, which takes its list item away.
fn finding(words: Option<String>) -> Shown {
    Shown::Number(Box::new(NumberDoc { text: words.unwrap_or_default().into(), value: "".into() }))
}

fn is_month(value: &str) -> bool {
    value.len() == 7 && value.as_bytes()[4] == b'-' && value.bytes().enumerate().all(|(i, b)| i == 4 || b.is_ascii_digit())
}

/// `prose` without the items of lists that hold a finding nothing can be said of.
fn without_the_unsayable(prose: Prose<Shown>) -> Prose<Shown> {
    let unsayable = |link: &LinkId| matches!(prose.link(*link), Shown::Number(number) if number.text.is_empty());
    if !(0..prose.links.len()).any(|i| unsayable(&LinkId(i as u32))) {
        return prose;
    }
    let holds = |content: &[Inline]| content.iter().any(|i| matches!(i, Inline::Link { link, .. } if unsayable(link)));
    let says_nothing = |block: &Block| matches!(block, Block::Plain(content) | Block::Paragraph(content) if holds(content));
    let mut blocks = Vec::with_capacity(prose.blocks.len());
    for block in prose.blocks.iter() {
        match block {
            Block::List { start, items } => {
                let items: Vec<Item> = items.iter().filter(|item| !item.blocks.iter().any(says_nothing)).cloned().collect();
                if !items.is_empty() {
                    blocks.push(Block::List { start: *start, items });
                }
            }
            block if says_nothing(block) => {}
            block => blocks.push(block.clone()),
        }
    }
    Prose { blocks: blocks.into(), links: Arc::clone(&prose.links) }
}

fn figure(
    diag: &mut Diagnostics,
    desk: &Desk<'_>,
    instance: &Instance<'_>,
    mention: &FigureMention,
    place: &dyn Fn() -> Place,
) -> Shown {
    let slice: Vec<(String, String)> = mention.slice.iter().map(|(c, v)| (c.to_string(), instance.filled(v))).collect();
    let slice: Vec<(&str, &str)> = slice.iter().map(|(c, v)| (c.as_str(), v.as_str())).collect();
    let figures = desk.input.figures;
    let shown = match mention.show {
        Show::Chart => figures.figure(&mention.id, &slice).map(|f| Shown::Figure(Mention::Chart, f)),
        Show::Table => {
            figures.figure(&mention.id, &slice).map(|f| Shown::Figure(Mention::Table, linked(desk, instance, mention, f)))
        }
        Show::Number => {
            let in_language = |text: &str, value: &str| desk.input.tongue.number(instance.page.language, text, value);
            let number = figures.number(&mention.id, &slice, mention.column.as_deref());
            number.map(|n| Shown::Number(Box::new(NumberDoc { text: in_language(&n.text, &n.value).into(), value: n.value })))
        }
        Show::Top => figures.figure(&mention.id, &slice).map(|f| finding(figures::top(&f, mention.column.as_deref()))),
        Show::Change => {
            // The month is compared with another row, so that only the rest of the slice cuts the figure down.
            let month = slice.iter().find(|(_, value)| is_month(value)).map(|(_, value)| *value);
            let rest: Vec<(&str, &str)> = slice.iter().copied().filter(|(_, value)| !is_month(value)).collect();
            figures.figure(&mention.id, &rest).map(|f| finding(figures::change(&f, month, mention.column.as_deref())))
        }
    };
    shown.unwrap_or_else(|trouble| {
        diag.push(trouble.complaint(place()));
        Shown::Href { url: "".into(), external: false }
    })
}

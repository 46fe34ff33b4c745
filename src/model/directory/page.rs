//! The directory as a text: on the page that asks for it, a table for each group, matters in alphabetical order; and on a unit's
//! own page what it does for citizens and how it is reached for it. Part of the page before links are looked up.

use std::sync::Arc;

use super::{Directory, Entry};
use crate::language::{Language, Voice, Words};
use crate::model::content::{Folder, tagged};
use crate::model::sections::{Sections, heading, inlines, list};
use crate::model::service::Services;
use crate::parse::markdown::{LinkSyntax, RawLink};
use crate::parse::page::PageSyntax;
use crate::prose::{Align, Block, Inline, LinkId, Prose, TextTable};
use crate::turkish::collate::Order;

/// The heading of a unit's page under which one reads how to reach it.
const CONTACT: &str = "İletişim";

/// The pages, with the directory on those that ask for it and on the units' own.
pub fn with_pages(
    directory: &Directory,
    services: &Services,
    words: &Words,
    pages: Vec<Arc<PageSyntax>>,
) -> Vec<Arc<PageSyntax>> {
    if directory.entries.is_empty() && services.all.is_empty() {
        return pages;
    }
    let units = Units::of(&pages);
    let page = |page: Arc<PageSyntax>| match (page.front.directory, is_of_a_unit(&page)) {
        (true, _) => whole(directory, services, words, &units, page),
        (false, true) => of_a_unit(directory, services, words, page),
        (false, false) => page,
    };
    pages.into_iter().map(page).collect()
}

/// The pages of the units, by code.
struct Units(Vec<(String, String)>);

impl Units {
    fn of(pages: &[Arc<PageSyntax>]) -> Units {
        let own = pages.iter().filter(|page| is_of_a_unit(page) && page.front.path.is_none() && !page.front.draft);
        let address = |page: &Arc<PageSyntax>| {
            let inside = page.file.strip_prefix(Folder::Public.path())?.strip_suffix(".md")?;
            Some((page.front.unit.clone()?, format!("{inside}/")))
        };
        Units(own.filter_map(address).collect())
    }

    fn url(&self, code: &str) -> Option<&str> {
        self.0.iter().find(|(unit, _)| unit == code).map(|(_, url)| url.as_str())
    }
}

/// True for a citizens' page that bears the code of its unit: `mudurlukler/zabita.md`.
fn is_of_a_unit(page: &PageSyntax) -> bool {
    let stem = page.file.rsplit('/').next().and_then(|name| name.strip_suffix(".md"));
    Folder::of(&page.file) == Some(Folder::Public) && page.front.unit.is_some() && page.front.unit.as_deref() == stem
}

fn whole(directory: &Directory, services: &Services, words: &Words, units: &Units, page: Arc<PageSyntax>) -> Arc<PageSyntax> {
    let mut page = Arc::unwrap_or_clone(page);
    let language = tagged(&page.file).map_or(Language::TURKISH, |(language, _)| language);
    let voice = Voice::new(words, language);
    let mut writer = Writer { directory, services, voice, links: page.body.links.to_vec() };
    let mut blocks = page.body.blocks.to_vec();
    let mut groups: Vec<&str> = Vec::new();
    for entry in &directory.entries {
        if !groups.contains(&entry.group.as_str()) {
            groups.push(&entry.group);
        }
    }
    let order = Order::new();
    for group in groups {
        let mut entries: Vec<&Entry> = directory.entries.iter().filter(|entry| entry.group == group).collect();
        order.sort_by_key(&mut entries, |entry| &entry.task);
        blocks.push(heading(&voice.turkish(group)));
        blocks.push(writer.table(&entries, Some(units)));
    }
    page.body = Prose { blocks: blocks.into(), links: writer.links.into() };
    Arc::new(page)
}

fn of_a_unit(directory: &Directory, services: &Services, words: &Words, page: Arc<PageSyntax>) -> Arc<PageSyntax> {
    let code = page.front.unit.clone().unwrap_or_default();
    let theirs: Vec<_> = services.all.iter().filter(|service| *service.unit == *code).collect();
    let mut entries: Vec<&Entry> = directory.entries.iter().filter(|entry| entry.unit.as_deref() == Some(&code)).collect();
    if theirs.is_empty() && entries.is_empty() {
        return page;
    }
    let mut page = Arc::unwrap_or_clone(page);
    // Only the Turkish page of a unit bears the unit's code as its name.
    let voice = Voice::new(words, Language::TURKISH);
    let mut writer = Writer { directory, services, voice, links: page.body.links.to_vec() };
    let text = Sections::of(&page.body.blocks);
    let contact = text.position(CONTACT);
    let mut blocks = text.before;
    let mut offered = Vec::new();
    if !theirs.is_empty() {
        let items = theirs.iter().map(|service| vec![writer.link(&service.name, service.url.as_deref())]).collect();
        offered = vec![heading("Hizmetler"), list(items)];
    }
    let mut reached = Vec::new();
    if !entries.is_empty() {
        Order::new().sort_by_key(&mut entries, |entry| &entry.task);
        reached = vec![writer.table(&entries, None)];
    }
    for (place, section) in text.rest.into_iter().enumerate() {
        if Some(place) == contact {
            blocks.append(&mut offered);
            blocks.extend(section);
            blocks.append(&mut reached);
        } else {
            blocks.extend(section);
        }
    }
    blocks.append(&mut offered);
    if !reached.is_empty() {
        blocks.push(heading(CONTACT));
        blocks.append(&mut reached);
    }
    page.body = Prose { blocks: blocks.into(), links: writer.links.into() };
    Arc::new(page)
}

struct Writer<'w> {
    directory: &'w Directory,
    services: &'w Services,
    voice: Voice<'w>,
    links: Vec<RawLink>,
}

impl Writer<'_> {
    fn link(&mut self, text: &str, target: Option<&str>) -> Inline {
        let Some(target) = target else { return Inline::Text(text.into()) };
        let file = Some(super::FILE.into());
        self.links.push(RawLink { target: target.into(), line: 0, column: 0, syntax: LinkSyntax::Link, title: None, file });
        Inline::Link { link: LinkId(self.links.len() as u32 - 1), content: inlines(text) }
    }

    /// A row for each matter; with `units`, who answers for it.
    fn table(&mut self, entries: &[&Entry], units: Option<&Units>) -> Block {
        let voice = self.voice;
        let mut head = vec![inlines(&voice.word("directory_matter"))];
        head.extend(units.map(|_| inlines(&voice.word("directory_office"))));
        head.push(inlines(&voice.word("directory_ways")));
        let rows = entries.iter().map(|entry| {
            let example = if entry.sample { voice.word("sample_in_brackets") } else { String::new() };
            let mut row = vec![inlines(&format!("{}{example}", voice.turkish(&entry.task)))];
            if let Some(units) = units {
                let own = entry.unit.as_deref().and_then(|code| units.url(code));
                row.push(vec![self.link(&voice.turkish(&entry.office), own)]);
            }
            row.push(self.ways(entry));
            row
        });
        let rows: Vec<_> = rows.collect();
        Block::Table(Box::new(TextTable { align: vec![Align::Start; head.len()], head, rows, stacked: true }))
    }

    /// Every way to reach them, a line each.
    fn ways(&mut self, entry: &Entry) -> Vec<Inline> {
        let voice = self.voice;
        let mut lines: Vec<Vec<Inline>> = Vec::new();
        let behind = entry.extension.as_ref().and(self.directory.switchboard.as_ref());
        if let Some(phone) = entry.phone.as_ref().or(behind) {
            let mut line = vec![self.link(&phone.words, Some(&format!("tel:{}", phone.number)))];
            let extension = |number: &String| voice.filled("directory_extension", &[("number", number.as_str().into())]);
            line.extend(entry.extension.as_ref().map(|number| Inline::Text(extension(number).into())));
            lines.push(line);
        }
        for (label, address) in [("", &entry.email), ("KEP: ", &entry.kep)] {
            if let Some(address) = address {
                lines.push(vec![Inline::Text(label.into()), self.link(address, Some(&format!("mailto:{address}")))]);
            }
        }
        lines.extend(entry.hours.as_deref().map(|hours| inlines(&voice.turkish(hours))));
        if let Some(service) = entry.service.as_deref().and_then(|code| self.services.get(code)) {
            let (name, url) = (service.name.clone(), service.url.clone());
            lines.push(vec![self.link(&voice.turkish(&name), url.as_deref())]);
        }
        lines.extend(entry.note.as_deref().map(|note| inlines(&voice.turkish(note))));
        lines.join(&Inline::HardBreak)
    }
}

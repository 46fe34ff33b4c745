//! A service as the text of its page, in the one pattern that all services share; and the two legal tables on the pages that
//! ask for them. Like the text of a regulation it becomes part of the page before links are looked up. What an editor wrote
//! under a heading of the pattern stands below what the registry says there; the rest of the editor's text stays in its order.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Appeal, Channel, Link, STANDARDS_FOOT, Service, Services, Table, say};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::language::{Language, Voice, Words};
use crate::model::content::{Folder, tagged};
use crate::model::sections::{Sections, heading, inlines, list, paragraph};
use crate::parse;
use crate::parse::markdown::{LinkSyntax, RawLink};
use crate::parse::page::{FrontMatter, LegalTable, PageSyntax};
use crate::prose::{Alert, Block, Inline, LinkId, Prose};

/// The kind of a section whose pages are services.
const KIND: &str = "hizmet";

/// What is said below the legal table, which is Turkish on any page, where nobody has said anything yet.
const UNKNOWN: &str = "Bu bilgi henüz girilmedi; belediyeye sorun.";

/// The pages, those of services with what the registry says of them, and a page for every service that has none.
/// A page in another language that names its service says the same in that language, in the `words` of the theme.
pub fn with_pages(
    diag: &mut Diagnostics,
    services: &mut Services,
    words: &Words,
    pages: Vec<Arc<PageSyntax>>,
) -> Vec<Arc<PageSyntax>> {
    let asks = |page: &PageSyntax| page.front.service.is_some() || page.front.services.is_some();
    if services.all.is_empty() && !pages.iter().any(|page| asks(page)) {
        return pages;
    }
    let folder =
        pages.iter().find(|page| is_section_of_services(page)).map(|page| page.file.trim_end_matches("index.md").to_owned());
    let mut shown: BTreeMap<Arc<str>, Arc<str>> = BTreeMap::new();
    let mut all = Vec::with_capacity(pages.len() + services.all.len());
    let mut theirs = Vec::new();
    for page in pages {
        let registered = page.front.service.is_some() || page.front.kind.as_deref().is_some_and(|kind| kind != KIND);
        // A page in another language is its original's, which is asked.
        let own = tagged(&page.file).is_none();
        if own && !registered && folder.as_deref().is_some_and(|folder| lies_in(&page, folder)) && !services.all.is_empty() {
            diag.push(Diagnostic::new(Code::SERVICE_UNREGISTERED, Place::file(Arc::clone(&page.file))));
        }
        match page.front.service.as_deref() {
            Some(code) => match services.get(code).map(|service| Arc::clone(&service.code)) {
                Some(code) => {
                    if own {
                        shown.entry(code).or_insert_with(|| Arc::clone(&page.file));
                    }
                    theirs.push(page);
                }
                None => {
                    diag.push(unknown(services, &page, code));
                    all.push(page);
                }
            },
            None => all.push(page),
        }
    }
    for service in services.all.iter().filter(|service| !shown.contains_key(&service.code)) {
        match &folder {
            Some(folder) => theirs.push(Arc::new(made(service, folder))),
            None => {
                let complaint = Diagnostic::new(Code::SERVICE_WITHOUT_PAGE, service.place.clone());
                diag.push(complaint.with("code", service.code.to_string()));
            }
        }
    }
    for page in theirs.iter().filter(|page| tagged(&page.file).is_none()) {
        let url = address(page);
        let service = services.all.iter_mut().find(|service| Some(&*service.code) == page.front.service.as_deref());
        if let Some(service) = service.filter(|service| service.url.is_none()) {
            service.url = url;
        }
    }
    let theirs = theirs.into_iter().map(|page| with_facts(services, words, page));
    let mut all: Vec<Arc<PageSyntax>> = theirs.chain(all.into_iter().map(|page| with_table(services, words, page))).collect();
    all.sort_by(|a, b| a.file.cmp(&b.file));
    all
}

fn is_section_of_services(page: &PageSyntax) -> bool {
    let kind = page.front.section.as_ref().and_then(|section| section.kind.as_deref());
    Folder::of(&page.file) == Some(Folder::Public) && page.file.ends_with("/index.md") && kind == Some(KIND)
}

/// True for the pages right in `folder`, its index page excepted.
fn lies_in(page: &PageSyntax, folder: &str) -> bool {
    page.file.strip_prefix(folder).is_some_and(|name| !name.contains('/') && name != "index.md")
}

fn unknown(services: &Services, page: &PageSyntax, code: &str) -> Diagnostic {
    let complaint = Diagnostic::new(Code::UNKNOWN_SERVICE, page.key_place("service")).with("code", code.to_owned());
    match parse::nearest(code, services.all.iter().map(|service| &*service.code)) {
        Some(near) => complaint.with("nearest", near.to_owned()).hint("nearest"),
        None => complaint,
    }
}

/// A page for a service that nobody wrote one for.
fn made(service: &Service, folder: &str) -> PageSyntax {
    let front = FrontMatter {
        title: service.name.clone(),
        summary: service.description.clone(),
        unit: Some(service.unit.to_string()),
        service: Some(service.code.to_string()),
        ..FrontMatter::default()
    };
    PageSyntax::made(format!("{folder}{}.md", service.code).into(), front, Prose::default())
}

/// Where the page of a file stands on its site.
fn address(page: &PageSyntax) -> Option<Arc<str>> {
    if let Some(path) = &page.front.path {
        return Some(path.as_str().into());
    }
    let inside = page.file.strip_prefix(Folder::of(&page.file)?.path())?.strip_suffix(".md")?;
    Some(format!("{}/", inside.strip_suffix("/index").unwrap_or(inside)).into())
}

/// The parts of the pattern, by the names of their words in the theme: the heading, and what is said of a part that nobody has
/// filled. The last two stand at the end of the page.
const PATTERN: [(&str, &str); 7] = [
    ("service_who", "service_unknown_who"),
    ("service_papers", "service_unknown_papers"),
    ("service_fee", "service_unknown_fee"),
    ("service_time", "service_unknown_time"),
    ("service_channels", "service_unknown_channels"),
    ("service_basis", "service_unknown_basis"),
    ("service_appeals", "service_unknown_appeals"),
];
const LAST: usize = 2;

/// The page of a service: the editor's first words, the pattern, and what else the editor wrote.
fn with_facts(services: &Services, words: &Words, page: Arc<PageSyntax>) -> Arc<PageSyntax> {
    let mut page = Arc::unwrap_or_clone(page);
    let Some(service) = page.front.service.as_deref().and_then(|code| services.get(code)) else { return Arc::new(page) };
    let language = tagged(&page.file).map_or(Language::TURKISH, |(language, _)| language);
    let voice = Voice::new(words, language);
    if language.is_turkish() {
        page.front.summary = page.front.summary.or_else(|| service.description.clone());
    }
    page.front.unit.get_or_insert_with(|| service.unit.to_string());
    let mut writer = Writer { voice, links: page.body.links.to_vec() };
    let mut text = Sections::of(&page.body.blocks);
    let mut blocks = Vec::new();
    if service.sample {
        let said = paragraph(&voice.word("service_sample"));
        blocks.push(Block::Quote { alert: Some(Alert::Note), blocks: vec![said] });
    }
    blocks.append(&mut text.before);
    let facts = [
        writer.who(service),
        writer.papers(service),
        writer.fee(service),
        writer.time(service),
        writer.channels(service),
        writer.basis(service),
        writer.appeals(services, service),
    ];
    let mut unknown = Vec::new();
    let parts = PATTERN.into_iter().zip(facts).map(|((title, name), facts)| {
        let title = voice.word(title);
        let own = text.take(&title);
        section(&mut unknown, &title, name, facts, own)
    });
    let mut parts: Vec<Vec<Block>> = parts.collect();
    let last = parts.split_off(PATTERN.len() - LAST);
    blocks.extend(parts.into_iter().chain(text.rest).chain(last).flatten());
    blocks.extend(told_unknown(voice, &unknown));
    page.body = Prose { blocks: blocks.into(), links: writer.links.into() };
    Arc::new(page)
}

/// A part of the pattern: what the registry says and what the editor wrote. A part of which neither says anything would be a
/// heading over nothing; its name is told with the others that are `unknown`.
fn section(unknown: &mut Vec<&'static str>, title: &str, name: &'static str, facts: Facts, own: Vec<Block>) -> Vec<Block> {
    if !facts.known && own.is_empty() {
        unknown.push(name);
    }
    let said = if facts.replaceable && !own.is_empty() { Vec::new() } else { facts.blocks };
    if said.is_empty() && own.is_empty() {
        return Vec::new();
    }
    [heading(title)].into_iter().chain(said).chain(own).collect()
}

/// What nobody has said yet, once for all of it.
fn told_unknown(voice: Voice<'_>, unknown: &[&'static str]) -> Option<Block> {
    if unknown.is_empty() {
        return None;
    }
    let which = unknown.iter().map(|name| voice.word(name)).collect::<Vec<_>>().join(", ");
    let said = voice.filled("service_unknown", &[("which", which.as_str().into())]);
    Some(Block::Quote { alert: Some(Alert::Note), blocks: vec![paragraph(&said)] })
}

/// What the registry says for a part of the pattern.
struct Facts {
    blocks: Vec<Block>,
    /// False where the registry does not say what the part is for.
    known: bool,
    /// True where they are Turkish words on a page in another language: what an editor wrote in that language stands in their
    /// place and not below them.
    replaceable: bool,
}

impl Facts {
    const NONE: Facts = Facts { blocks: Vec::new(), known: false, replaceable: false };

    fn of(blocks: Vec<Block>) -> Facts {
        Facts { blocks, known: true, replaceable: false }
    }

    fn turkish(voice: Voice<'_>, blocks: Vec<Block>) -> Facts {
        Facts { replaceable: !voice.language.is_turkish(), ..Facts::of(blocks) }
    }
}

/// The page of a legal table: the editor's words, the table, and below it what the annex wants to stand there.
fn with_table(services: &Services, words: &Words, page: Arc<PageSyntax>) -> Arc<PageSyntax> {
    let Some(wanted) = page.front.services else { return page };
    let table = match wanted {
        LegalTable::Standards => Table::Standards,
        LegalTable::Inventory => Table::Inventory,
    };
    let mut page = Arc::unwrap_or_clone(page);
    // The table and what stands below it are the annex's words, and Turkish in every language.
    let mut writer = Writer { voice: Voice::new(words, Language::TURKISH), links: page.body.links.to_vec() };
    let mut blocks = page.body.blocks.to_vec();
    writer.links.push(RawLink {
        target: format!("table:{}", table.id()).into(),
        line: 0,
        column: 0,
        syntax: LinkSyntax::Image,
        title: None,
        file: None,
    });
    blocks.push(Block::Figure { link: LinkId(writer.links.len() as u32 - 1), caption: Vec::new() });
    if table == Table::Standards {
        blocks.push(paragraph(STANDARDS_FOOT));
        for (title, appeal) in [("service_first", &services.first), ("service_second", &services.second)] {
            blocks.push(heading(&writer.voice.word(title)));
            blocks.push(appeal.as_ref().map_or_else(|| paragraph(UNKNOWN), |appeal| writer.appeal(appeal, true)));
        }
    }
    page.body = Prose { blocks: blocks.into(), links: writer.links.into() };
    Arc::new(page)
}

struct Writer<'w> {
    voice: Voice<'w>,
    links: Vec<RawLink>,
}

impl Writer<'_> {
    fn link(&mut self, words: &str, link: &Link) -> Inline {
        let Link { url, place } = link;
        self.links.push(RawLink {
            target: url.as_str().into(),
            line: place.line,
            column: place.column,
            syntax: LinkSyntax::Link,
            title: None,
            file: Some(Arc::clone(&place.file)),
        });
        Inline::Link { link: LinkId(self.links.len() as u32 - 1), content: inlines(words) }
    }

    fn who(&self, service: &Service) -> Facts {
        let said = |who: &str| Facts::turkish(self.voice, vec![paragraph(&self.voice.turkish(who))]);
        service.who.as_deref().map_or(Facts::NONE, said)
    }

    fn papers(&mut self, service: &Service) -> Facts {
        let Some(papers) = &service.papers else { return Facts::NONE };
        if papers.is_empty() {
            return Facts::of(vec![paragraph(&self.voice.word("service_no_papers"))]);
        }
        let items = papers.iter().map(|paper| {
            let name = self.voice.turkish(&paper.name);
            match &paper.form {
                Some(form) => vec![self.link(&name, form)],
                None => inlines(&name),
            }
        });
        let items = list(items.collect());
        Facts::turkish(self.voice, vec![items])
    }

    fn fee(&self, service: &Service) -> Facts {
        match service.fee.as_ref().map(|fee| say::fee(self.voice, fee)) {
            None => Facts::NONE,
            Some(sentences) if sentences.len() == 1 => Facts::of(vec![paragraph(&sentences[0])]),
            Some(sentences) => Facts::of(vec![list(sentences.iter().map(|s| inlines(s)).collect())]),
        }
    }

    fn time(&self, service: &Service) -> Facts {
        service.time.as_ref().map_or(Facts::NONE, |time| Facts::of(vec![paragraph(&say::time(self.voice, time))]))
    }

    /// The unit that answers is always known.
    fn channels(&mut self, service: &Service) -> Facts {
        let unit = self.voice.turkish(&service.unit_name);
        let mut blocks = vec![paragraph(&self.voice.filled("service_unit", &[("unit", unit.as_str().into())]))];
        let items: Vec<Vec<Inline>> = service.channels.iter().map(|channel| self.channel(channel)).collect();
        let known = !items.is_empty();
        if known {
            blocks.push(list(items));
        }
        Facts { known, ..Facts::of(blocks) }
    }

    fn channel(&mut self, channel: &Channel) -> Vec<Inline> {
        let kind = self.voice.word(channel.kind.key());
        let mut content = match (&channel.link, &channel.words) {
            (Some(link), Some(words)) => {
                let mut content = inlines(&format!("{kind}: "));
                content.push(self.link(words, link));
                content
            }
            (Some(link), None) => vec![self.link(&kind, link)],
            (None, Some(words)) => inlines(&format!("{kind}: {}", self.voice.turkish(words))),
            (None, None) => inlines(&kind),
        };
        if let Some(note) = &channel.note {
            content.push(Inline::Text(format!(". {}", self.voice.turkish(note)).into()));
        }
        content
    }

    fn basis(&mut self, service: &Service) -> Facts {
        if service.basis.is_empty() {
            return Facts::NONE;
        }
        let place = &service.place;
        let items = service.basis.iter().map(|basis| {
            let words = self.voice.turkish(&basis.words);
            match &basis.url {
                Some(url) => vec![self.link(&words, &Link { url: url.clone(), place: place.clone() })],
                None => inlines(&words),
            }
        });
        Facts::of(vec![list(items.collect())])
    }

    fn appeals(&mut self, services: &Services, service: &Service) -> Facts {
        let first = service.first.as_ref().or(services.first.as_ref());
        let second = service.second.as_ref().or(services.second.as_ref());
        let offices = [("service_first", first), ("service_second", second)];
        let entries = offices
            .into_iter()
            .filter_map(|(title, appeal)| Some((inlines(&self.voice.word(title)), vec![vec![self.appeal(appeal?, true)]])));
        let entries: Vec<_> = entries.collect();
        let known = entries.len() == offices.len();
        // To be sent on to offices that nobody names helps nobody.
        if entries.is_empty() {
            return Facts::NONE;
        }
        let blocks = vec![paragraph(&self.voice.word("service_complain")), Block::Definitions(entries)];
        Facts { known, ..Facts::of(blocks) }
    }

    /// An office with what is known of it, a line each.
    fn appeal(&mut self, appeal: &Appeal, office: bool) -> Block {
        let voice = self.voice;
        let mut lines: Vec<Vec<Inline>> = Vec::new();
        let titled = [&appeal.person, &appeal.title].into_iter().flatten().cloned().collect::<Vec<_>>().join(", ");
        lines.extend(office.then(|| inlines(&voice.turkish(&appeal.office))));
        lines.extend((!titled.is_empty()).then(|| inlines(&voice.turkish(&titled))));
        lines.extend(appeal.address.as_deref().map(|address| inlines(&voice.turkish(address))));
        let file: Arc<str> = super::FOLDER.into();
        let linked = |writer: &mut Self, label: &'static str, words: &str, url: String| {
            let link = Link { url, place: Place::file(Arc::clone(&file)) };
            vec![Inline::Text(format!("{}: ", voice.word(label)).into()), writer.link(words, &link)]
        };
        if let Some(phone) = &appeal.phone {
            lines.push(linked(self, "phone", &phone.words, format!("tel:{}", phone.number)));
        }
        if let Some(fax) = &appeal.fax {
            lines.push(inlines(&format!("{}: {}", voice.word("fax"), fax.words)));
        }
        if let Some(email) = &appeal.email {
            lines.push(linked(self, "email", email, format!("mailto:{email}")));
        }
        Block::Paragraph(lines.join(&Inline::HardBreak))
    }
}

//! A service as the text of its page, in the one pattern that all services share; and the two legal tables on the pages that
//! ask for them. Like the text of a regulation it becomes part of the page before links are looked up. What an editor wrote
//! under a heading of the pattern stands below what the registry says there; the rest of the editor's text stays in its order.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Appeal, Channel, Link, STANDARDS_FOOT, Service, Services, Table};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::content::{Folder, tagged};
use crate::model::sections::{Sections, heading, inlines, list, paragraph};
use crate::parse;
use crate::parse::markdown::{LinkSyntax, RawLink};
use crate::parse::page::{FrontMatter, LegalTable, PageSyntax};
use crate::prose::{Alert, Block, Inline, LinkId, Prose};

/// The kind of a section whose pages are services.
const KIND: &str = "hizmet";

/// What is said where nobody has said anything yet.
const UNKNOWN: &str = "Bu bilgi henüz girilmedi; belediyeye sorun.";

/// The pages, those of services with what the registry says of them, and a page for every service that has none.
pub fn with_pages(diag: &mut Diagnostics, services: &mut Services, pages: Vec<Arc<PageSyntax>>) -> Vec<Arc<PageSyntax>> {
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
                    shown.entry(code).or_insert_with(|| Arc::clone(&page.file));
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
    for page in &theirs {
        let url = address(page);
        let service = services.all.iter_mut().find(|service| Some(&*service.code) == page.front.service.as_deref());
        if let Some(service) = service.filter(|service| service.url.is_none()) {
            service.url = url;
        }
    }
    let theirs = theirs.into_iter().map(|page| with_facts(services, page));
    let mut all: Vec<Arc<PageSyntax>> = theirs.chain(all.into_iter().map(|page| with_table(services, page))).collect();
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

/// The page of a service: the editor's first words, the pattern, and what else the editor wrote.
fn with_facts(services: &Services, page: Arc<PageSyntax>) -> Arc<PageSyntax> {
    let mut page = Arc::unwrap_or_clone(page);
    let Some(service) = page.front.service.as_deref().and_then(|code| services.get(code)) else { return Arc::new(page) };
    page.front.summary = page.front.summary.or_else(|| service.description.clone());
    page.front.unit.get_or_insert_with(|| service.unit.to_string());
    let mut writer = Writer { links: page.body.links.to_vec() };
    let mut text = Sections::of(&page.body.blocks);
    let mut blocks = Vec::new();
    if service.sample {
        let said = "Örnek: bu hizmet gösterim içindir; bilgileri belediye tarafından doğrulanmadı.";
        blocks.push(Block::Quote { alert: Some(Alert::Note), blocks: vec![paragraph(said)] });
    }
    blocks.append(&mut text.before);
    let mut unknown = Vec::new();
    let pattern = [
        ("Kim başvurabilir?", "kimlerin başvurabileceği", who(service)),
        ("Ne gerekir?", "gereken belgeler", writer.papers(service)),
        ("Ücret", "ücret", fee(service)),
        ("Süre", "süre", time(service)),
        ("Nereye, nasıl başvurulur?", "başvuru yolları", writer.channels(service)),
    ];
    for (title, name, facts) in pattern {
        let own = text.take(title);
        blocks.extend(section(&mut unknown, title, name, facts, own));
    }
    let last = [
        ("Dayanak", "dayanak", writer.basis(service)),
        ("Sonuç alamazsanız", "müracaat yerleri", writer.appeals(services, service)),
    ];
    let last: Vec<Vec<Block>> = last
        .into_iter()
        .map(|(title, name, facts)| {
            let own = text.take(title);
            section(&mut unknown, title, name, facts, own)
        })
        .collect();
    blocks.extend(text.rest.into_iter().flatten());
    blocks.extend(last.into_iter().flatten());
    blocks.extend(told_unknown(&unknown));
    page.body = Prose { blocks: blocks.into(), links: writer.links.into() };
    Arc::new(page)
}

/// A part of the pattern: what the registry says and what the editor wrote. A part of which neither says anything would be a
/// heading over nothing; its name is told with the others that are `unknown`.
fn section(unknown: &mut Vec<&'static str>, title: &str, name: &'static str, facts: Facts, own: Vec<Block>) -> Vec<Block> {
    if !facts.known && own.is_empty() {
        unknown.push(name);
    }
    if facts.blocks.is_empty() && own.is_empty() {
        return Vec::new();
    }
    [heading(title)].into_iter().chain(facts.blocks).chain(own).collect()
}

/// What nobody has said yet, once for all of it.
fn told_unknown(unknown: &[&str]) -> Option<Block> {
    if unknown.is_empty() {
        return None;
    }
    let said = format!("Bu hizmetin şu bilgileri henüz girilmedi; sorumlu birime sorun: {}.", unknown.join(", "));
    Some(Block::Quote { alert: Some(Alert::Note), blocks: vec![paragraph(&said)] })
}

/// What the registry says for a part of the pattern.
struct Facts {
    blocks: Vec<Block>,
    /// False where the registry does not say what the part is for.
    known: bool,
}

impl Facts {
    const NONE: Facts = Facts { blocks: Vec::new(), known: false };

    fn of(blocks: Vec<Block>) -> Facts {
        Facts { blocks, known: true }
    }
}

/// The page of a legal table: the editor's words, the table, and below it what the annex wants to stand there.
fn with_table(services: &Services, page: Arc<PageSyntax>) -> Arc<PageSyntax> {
    let Some(wanted) = page.front.services else { return page };
    let table = match wanted {
        LegalTable::Standards => Table::Standards,
        LegalTable::Inventory => Table::Inventory,
    };
    let mut page = Arc::unwrap_or_clone(page);
    let mut writer = Writer { links: page.body.links.to_vec() };
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
        for (title, appeal) in [("İlk müracaat yeri", &services.first), ("İkinci müracaat yeri", &services.second)] {
            blocks.push(heading(title));
            blocks.push(appeal.as_ref().map_or_else(|| paragraph(UNKNOWN), |appeal| writer.appeal(appeal, true)));
        }
    }
    page.body = Prose { blocks: blocks.into(), links: writer.links.into() };
    Arc::new(page)
}

struct Writer {
    links: Vec<RawLink>,
}

impl Writer {
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

    fn papers(&mut self, service: &Service) -> Facts {
        let Some(papers) = &service.papers else { return Facts::NONE };
        if papers.is_empty() {
            return Facts::of(vec![paragraph("Belge istenmez.")]);
        }
        let items = papers.iter().map(|paper| match &paper.form {
            Some(form) => vec![self.link(&paper.name, form)],
            None => inlines(&paper.name),
        });
        Facts::of(vec![list(items.collect())])
    }

    /// The unit that answers is always known.
    fn channels(&mut self, service: &Service) -> Facts {
        let mut blocks = vec![paragraph(&format!("Sorumlu birim: {}.", service.unit_name))];
        let items: Vec<Vec<Inline>> = service.channels.iter().map(|channel| self.channel(channel)).collect();
        let known = !items.is_empty();
        if known {
            blocks.push(list(items));
        }
        Facts { blocks, known }
    }

    fn channel(&mut self, channel: &Channel) -> Vec<Inline> {
        let kind = channel.kind.words();
        let mut content = match (&channel.link, &channel.words) {
            (Some(link), Some(words)) => {
                let mut content = inlines(&format!("{kind}: "));
                content.push(self.link(words, link));
                content
            }
            (Some(link), None) => vec![self.link(kind, link)],
            (None, Some(words)) => inlines(&format!("{kind}: {words}")),
            (None, None) => inlines(kind),
        };
        if let Some(note) = &channel.note {
            content.push(Inline::Text(format!(". {note}").into()));
        }
        content
    }

    fn basis(&mut self, service: &Service) -> Facts {
        if service.basis.is_empty() {
            return Facts::NONE;
        }
        let place = &service.place;
        let items = service.basis.iter().map(|basis| match &basis.url {
            Some(url) => vec![self.link(&basis.words, &Link { url: url.clone(), place: place.clone() })],
            None => inlines(&basis.words),
        });
        Facts::of(vec![list(items.collect())])
    }

    fn appeals(&mut self, services: &Services, service: &Service) -> Facts {
        let said = "İstenenden başka belge istenirse, belgeleriniz tam olduğu hâlde iş süresinde bitmezse önce ilk, sonra ikinci \
                    müracaat yerine başvurun.";
        let first = service.first.as_ref().or(services.first.as_ref());
        let second = service.second.as_ref().or(services.second.as_ref());
        let offices = [("İlk müracaat yeri", first), ("İkinci müracaat yeri", second)];
        let entries =
            offices.into_iter().filter_map(|(title, appeal)| Some((inlines(title), vec![vec![self.appeal(appeal?, true)]])));
        let entries: Vec<_> = entries.collect();
        let known = entries.len() == offices.len();
        let mut blocks = vec![paragraph(said)];
        blocks.extend((!entries.is_empty()).then_some(Block::Definitions(entries)));
        Facts { blocks, known }
    }

    /// An office with what is known of it, a line each.
    fn appeal(&mut self, appeal: &Appeal, office: bool) -> Block {
        let mut lines: Vec<Vec<Inline>> = Vec::new();
        let titled = [&appeal.person, &appeal.title].into_iter().flatten().cloned().collect::<Vec<_>>().join(", ");
        lines.extend(office.then(|| inlines(&appeal.office)));
        lines.extend((!titled.is_empty()).then(|| inlines(&titled)));
        lines.extend(appeal.address.as_deref().map(inlines));
        let file: Arc<str> = super::FOLDER.into();
        let linked = |writer: &mut Writer, label: &str, words: &str, url: String| {
            let link = Link { url, place: Place::file(Arc::clone(&file)) };
            vec![Inline::Text(format!("{label}: ").into()), writer.link(words, &link)]
        };
        if let Some(phone) = &appeal.phone {
            lines.push(linked(self, "Telefon", &phone.words, format!("tel:{}", phone.number)));
        }
        if let Some(fax) = &appeal.fax {
            lines.push(inlines(&format!("Faks: {}", fax.words)));
        }
        if let Some(email) = &appeal.email {
            lines.push(linked(self, "E-posta", email, format!("mailto:{email}")));
        }
        Block::Paragraph(lines.join(&Inline::HardBreak))
    }
}

fn who(service: &Service) -> Facts {
    service.who.as_deref().map_or(Facts::NONE, |who| Facts::of(vec![paragraph(who)]))
}

fn fee(service: &Service) -> Facts {
    match service.fee.as_ref().map(super::Fee::sentences) {
        None => Facts::NONE,
        Some(sentences) if sentences.len() == 1 => Facts::of(vec![paragraph(&sentences[0])]),
        Some(sentences) => Facts::of(vec![list(sentences.iter().map(|s| inlines(s)).collect())]),
    }
}

fn time(service: &Service) -> Facts {
    service.time.as_ref().map_or(Facts::NONE, |time| Facts::of(vec![paragraph(&time.sentence())]))
}

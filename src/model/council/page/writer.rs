//! Puts the prose of one page of the council together: words, links by file, tables, and the front matter of made pages.

use std::sync::Arc;

use super::super::{Attachment, Sitting};
use crate::parse::markdown::{LinkSyntax, RawLink};
use crate::parse::page::{FrontMatter, PageSyntax};
use crate::prose::{Alert, Align, Block, Heading, Inline, Item, LinkId, Prose, TextTable};

/// A page that is being written.
pub(super) struct Writer {
    file: Arc<str>,
    blocks: Vec<Block>,
    links: Vec<RawLink>,
}

impl Writer {
    /// An empty page, as if it lay in `file`.
    pub fn new(file: Arc<str>) -> Writer {
        Writer { file, blocks: Vec::new(), links: Vec::new() }
    }

    /// The text of a page that was begun by hand, up to its first heading; the rest is given back for the end.
    pub fn within(page: &PageSyntax) -> (Writer, Vec<Block>) {
        let mut writer = Writer::after(page);
        let first = writer.blocks.iter().position(|b| matches!(b, Block::Heading(_))).unwrap_or(writer.blocks.len());
        let rest = writer.blocks.split_off(first);
        (writer, rest)
    }

    /// What was given back by [`Writer::within`].
    pub fn rest(&mut self, rest: Vec<Block>) {
        self.blocks.extend(rest);
    }

    /// A page that was begun by hand.
    pub fn after(page: &PageSyntax) -> Writer {
        Writer { file: Arc::clone(&page.file), blocks: page.body.blocks.to_vec(), links: page.body.links.to_vec() }
    }

    /// The page with the front matter `front`.
    pub fn made(self, front: FrontMatter) -> PageSyntax {
        PageSyntax::made(self.file, front, Prose { blocks: self.blocks.into(), links: self.links.into() })
    }

    /// The page that was begun by hand, with what was added.
    pub fn finished(self, page: Arc<PageSyntax>) -> PageSyntax {
        let mut page = Arc::unwrap_or_clone(page);
        page.body = Prose { blocks: self.blocks.into(), links: self.links.into() };
        page
    }

    /// Words that lead to another page by its file.
    pub fn page(&mut self, text: &str, file: &str) -> Inline {
        let up = "../".repeat(self.file.matches('/').count());
        self.link(text, format!("{up}{file}"))
    }

    /// Words that lead to an address.
    pub fn link(&mut self, text: &str, target: String) -> Inline {
        self.links.push(RawLink { target: target.into(), line: 0, column: 0, syntax: LinkSyntax::Link });
        Inline::Link { link: LinkId(self.links.len() as u32 - 1), content: words(text) }
    }

    pub fn heading(&mut self, id: &str, text: &str) {
        self.blocks.push(Block::Heading(Heading { level: 2, id: id.into(), content: words(text), line: 0 }));
    }

    pub fn paragraph(&mut self, content: Vec<Inline>) {
        self.blocks.push(Block::Paragraph(content));
    }

    pub fn say(&mut self, text: &str) {
        self.paragraph(words(text));
    }

    pub fn alert(&mut self, kind: Alert, text: &str) {
        self.blocks.push(Block::Quote { alert: Some(kind), blocks: vec![Block::Paragraph(words(text))] });
    }

    pub fn numbered(&mut self, items: Vec<Vec<Inline>>) {
        self.list(Some(1), items);
    }

    pub fn bullets(&mut self, items: Vec<Vec<Inline>>) {
        self.list(None, items);
    }

    fn list(&mut self, start: Option<u64>, items: Vec<Vec<Inline>>) {
        let items = items.into_iter().map(|content| Item::from(vec![Block::Plain(content)])).collect();
        self.blocks.push(Block::List { start, items });
    }

    /// Entries of a register: a line that leads to each, and below it what tells it from the others.
    pub fn register(&mut self, entries: Vec<(Vec<Inline>, String)>) {
        let items = entries.into_iter().map(|(mut line, about)| {
            line.extend([Inline::HardBreak, Inline::Text(about.into())]);
            line
        });
        self.bullets(items.collect());
    }

    /// What is known of one thing, name by name.
    pub fn facts(&mut self, rows: Vec<(&str, Vec<Inline>)>) {
        let rows = rows.into_iter().map(|(name, value)| vec![words(name), value]).collect();
        let head = vec![words("Künye"), words("Bilgi")];
        self.blocks.push(Block::Table(Box::new(TextTable { align: vec![Align::Start; 2], head, rows, stacked: false })));
    }

    /// The files to take away.
    pub fn files(&mut self, files: &[Attachment]) {
        if files.is_empty() {
            return;
        }
        self.heading("ekler", "Ekler");
        let items = files.iter().map(|file| {
            let name = file.url.rsplit('/').next().unwrap_or_default().to_owned();
            vec![self.link(&name, file.url.to_string())]
        });
        let items = items.collect();
        self.bullets(items);
    }

    /// That a thing is made up.
    pub fn example(&mut self, example: bool, what: &str) {
        if example {
            let said = format!("Örnek veri. {what} gösterim için yazılmıştır; gerçek değildir ve alıntılanamaz.");
            self.alert(Alert::Important, &said);
        }
    }
}

/// The front matter of a page made below `page`.
pub(super) fn front(page: &PageSyntax, title: String, summary: String, source: &str, name: &str) -> FrontMatter {
    FrontMatter {
        title,
        summary: Some(summary),
        unit: page.front.unit.clone(),
        draft: page.front.draft,
        publish: page.front.publish,
        expires: page.front.expires,
        path: page.front.path.as_ref().map(|base| format!("{base}{name}/")),
        source: Some(format!("Meclis kaydı: {source}")),
        entry: true,
        ..FrontMatter::default()
    }
}

/// `Örnek: …` before what is made up.
pub(super) fn titled(example: bool, title: &str) -> String {
    if example { format!("Örnek: {title}") } else { title.to_owned() }
}

/// `2. birleşim, 1. oturum`
pub(super) fn sitting(sitting: Sitting) -> Option<String> {
    let session = sitting.session.map(|n| format!("{n}. birleşim"));
    let number = sitting.sitting.map(|n| format!("{n}. oturum"));
    let parts: Vec<String> = session.into_iter().chain(number).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

pub(super) fn words(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.into())]
}

//! Puts the prose of a page together that is made of facts and not of an author's words: of the council, of events, of
//! duties. Links by file, so that they are looked up like any author's; no HTML, and no facts.

use std::sync::Arc;

use crate::parse::markdown::{LinkSyntax, RawLink};
use crate::parse::page::{FrontMatter, PageSyntax};
use crate::prose::{Alert, Align, Block, Heading, Inline, Item, LinkId, Prose, TextTable};

/// A page that is being written.
pub(in crate::model) struct Writer {
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
        self.links.push(RawLink { target: target.into(), line: 0, column: 0, syntax: LinkSyntax::Link, title: None, file: None });
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

    /// A table whose first cell names its row.
    pub fn table(&mut self, head: &[&str], rows: Vec<Vec<Vec<Inline>>>) {
        let head: Vec<_> = head.iter().map(|text| words(text)).collect();
        self.blocks.push(Block::Table(Box::new(TextTable { align: vec![Align::Start; head.len()], head, rows, stacked: true })));
    }

    /// What is known of one thing, name by name.
    pub fn facts(&mut self, rows: Vec<(&str, Vec<Inline>)>) {
        let rows = rows.into_iter().map(|(name, value)| vec![words(name), value]).collect();
        let head = vec![words("Künye"), words("Bilgi")];
        self.blocks.push(Block::Table(Box::new(TextTable { align: vec![Align::Start; 2], head, rows, stacked: false })));
    }

    /// That a thing is made up.
    pub fn example(&mut self, example: bool, what: &str) {
        if example {
            let said = format!("Örnek veri. {what} gösterim için yazılmıştır; gerçek değildir ve alıntılanamaz.");
            self.alert(Alert::Important, &said);
        }
    }
}

/// `Örnek: …` before what is made up.
pub(in crate::model) fn titled(example: bool, title: &str) -> String {
    if example { format!("Örnek: {title}") } else { title.to_owned() }
}

pub(in crate::model) fn words(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.into())]
}

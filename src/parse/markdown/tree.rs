//! From the parser's flat events to our tree: a stack of open containers, closed one by one.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, CowStr, Event, LinkType, Tag, TagEnd};

use super::html;
use super::nest::{Lines, Nest};
use super::{LinkSyntax, RawLink};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::prose::{Alert, Align, Block, Heading, Inline, Item, LinkId, TextTable, plain_text};
use crate::turkish;

/// Texts of links that say nothing out of their sentence (WCAG 2.2, 2.4.4), folded.
const VAGUE: &[&str] =
    &["tikla", "tiklayin", "tiklayiniz", "buraya tiklayin", "buraya tiklayiniz", "buradan", "burada", "buraya", "link", "devami"];

/// The text alternative of a picture that tells nothing (WCAG 2.2, 1.1.1): `![-](line.png)`. Nothing at all is a mistake.
pub(super) const DECORATION: &str = "-";

pub(super) struct Builder<'t, 'd> {
    diag: &'d mut Diagnostics,
    file: &'d Arc<str>,
    text: &'t str,
    /// Line and column of `counted`, kept by counting forward: events come in order of place.
    line: u32,
    column: u32,
    counted: usize,
    /// Open block containers; the first is the document.
    blocks: Nest<Block>,
    /// Open inline containers.
    inlines: Lines,
    links: Vec<RawLink>,
    open_links: Vec<LinkId>,
    lists: Vec<(Option<u64>, Vec<Item>)>,
    table: Option<TextTable>,
    row: Vec<Vec<Inline>>,
    code: Option<String>,
    html: Option<(String, usize)>,
    definitions: Vec<Vec<(Vec<Inline>, Vec<Vec<Block>>)>>,
    notes: BTreeMap<String, Vec<Block>>,
    /// Labels of footnotes in order of first reference, with how often each was referred to.
    referred: Vec<(String, u32)>,
    ids: BTreeMap<String, u32>,
    heading_id: Option<String>,
}

impl<'t, 'd> Builder<'t, 'd> {
    pub(super) fn new(diag: &'d mut Diagnostics, file: &'d Arc<str>, text: &'t str, first_line: u32) -> Self {
        let mut blocks = Nest::new();
        blocks.open();
        Builder {
            diag,
            file,
            text,
            line: first_line,
            counted: 0,
            column: 1,
            blocks,
            inlines: Lines::new(),
            links: Vec::new(),
            open_links: Vec::new(),
            lists: Vec::new(),
            table: None,
            row: Vec::new(),
            code: None,
            html: None,
            definitions: Vec::new(),
            notes: BTreeMap::new(),
            referred: Vec::new(),
            ids: BTreeMap::new(),
            heading_id: None,
        }
    }

    pub(super) fn event(&mut self, event: Event<'t>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range.start),
            Event::End(tag) => self.end(tag, range.start),
            Event::Text(text) => self.words(&text),
            Event::Code(text) => self.inline(Inline::Code(text.into_string().into())),
            Event::SoftBreak => self.inline(Inline::SoftBreak),
            Event::HardBreak => self.inline(Inline::HardBreak),
            Event::Rule => self.block(Block::Rule),
            Event::TaskListMarker(done) => self.inline(Inline::Task(done)),
            Event::FootnoteReference(label) => self.footnote_reference(&label),
            Event::Html(text) => self.html.get_or_insert_with(|| (String::new(), range.start)).0.push_str(&text),
            Event::InlineHtml(text) => self.inline_html(&text, range.start),
            // Mathematics is not switched on; if it ever comes, its words are kept.
            Event::InlineMath(text) | Event::DisplayMath(text) => self.words(&text),
        }
    }

    pub(super) fn finish(mut self) -> (Vec<Block>, Vec<RawLink>) {
        let mut blocks = self.blocks.close();
        let notes: Vec<Vec<Block>> =
            self.referred.iter().map(|(label, _)| self.notes.remove(label).unwrap_or_default()).collect();
        if !notes.is_empty() {
            blocks.push(Block::Footnotes(notes));
        }
        (blocks, self.links)
    }

    fn start(&mut self, tag: Tag<'t>, at: usize) {
        match tag {
            Tag::Paragraph
            | Tag::TableCell
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript => {
                self.inlines.open();
            }
            Tag::DefinitionListTitle => self.inlines.open(),
            Tag::Heading { id, .. } => {
                self.heading_id = id.map(CowStr::into_string);
                self.inlines.open();
            }
            Tag::BlockQuote(_) | Tag::FootnoteDefinition(_) | Tag::Item | Tag::DefinitionListDefinition => {
                self.close_tight_text();
                self.blocks.open();
                if let Tag::FootnoteDefinition(label) = tag {
                    // Kept until the end tag, which does not repeat it.
                    self.blocks.open();
                    self.block(Block::Plain(vec![Inline::Text(label.into_string().into())]));
                }
            }
            Tag::CodeBlock(kind) => {
                let language = match &kind {
                    CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or_default().to_owned(),
                    CodeBlockKind::Indented => String::new(),
                };
                self.code = Some(String::new());
                self.close_tight_text();
                self.block(Block::Code { language: language.into(), text: "".into() });
            }
            Tag::List(start) => {
                self.close_tight_text();
                self.lists.push((start, Vec::new()));
            }
            Tag::Table(align) => {
                let align = align.iter().map(|a| match a {
                    Alignment::Right => Align::End,
                    Alignment::Center => Align::Center,
                    Alignment::Left | Alignment::None => Align::Start,
                });
                self.table = Some(TextTable { align: align.collect(), head: Vec::new(), rows: Vec::new(), stacked: false });
            }
            Tag::TableHead | Tag::TableRow => self.row = Vec::new(),
            Tag::DefinitionList => self.definitions.push(Vec::new()),
            Tag::Link { link_type, dest_url, title, .. } => {
                let syntax = match link_type {
                    LinkType::Autolink | LinkType::Email => LinkSyntax::Auto,
                    _ => LinkSyntax::Link,
                };
                let target = if link_type == LinkType::Email { format!("mailto:{dest_url}") } else { dest_url.into_string() };
                self.open_link(target, &title, syntax, at);
            }
            Tag::Image { dest_url, title, .. } => self.open_link(dest_url.into_string(), &title, LinkSyntax::Image, at),
            Tag::HtmlBlock => self.html = Some((String::new(), at)),
            Tag::MetadataBlock(_) => self.inlines.open(),
        }
    }

    fn end(&mut self, tag: TagEnd, at: usize) {
        match tag {
            TagEnd::Paragraph => {
                let content = self.inlines.close();
                self.block(Block::Paragraph(content));
            }
            TagEnd::Heading(level) => self.end_heading(level as u8, at),
            TagEnd::BlockQuote(kind) => {
                let blocks = self.blocks.close();
                self.block(Block::Quote { alert: kind.map(alert), blocks });
            }
            TagEnd::CodeBlock => {
                let code = self.code.take().unwrap_or_default();
                if let Some(Block::Code { text, .. }) = self.blocks.last_mut() {
                    *text = code.into();
                }
            }
            TagEnd::HtmlBlock => self.end_html(),
            TagEnd::List(_) => {
                if let Some((start, items)) = self.lists.pop() {
                    self.block(Block::List { start, items });
                }
            }
            TagEnd::Item => {
                self.close_tight_text();
                let blocks = self.blocks.close();
                if let Some((_, items)) = self.lists.last_mut() {
                    items.push(blocks.into());
                }
            }
            TagEnd::FootnoteDefinition => self.end_footnote(),
            TagEnd::DefinitionList => {
                if let Some(list) = self.definitions.pop() {
                    self.block(Block::Definitions(list));
                }
            }
            TagEnd::DefinitionListTitle => {
                let term = self.inlines.close();
                if let Some(list) = self.definitions.last_mut() {
                    list.push((term, Vec::new()));
                }
            }
            TagEnd::DefinitionListDefinition => {
                self.close_tight_text();
                let blocks = self.blocks.close();
                if let Some((_, meanings)) = self.definitions.last_mut().and_then(|l| l.last_mut()) {
                    meanings.push(blocks);
                }
            }
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    self.block(Block::Table(Box::new(table)));
                }
            }
            TagEnd::TableHead => {
                let row = std::mem::take(&mut self.row);
                if let Some(table) = &mut self.table {
                    table.head = row;
                }
            }
            TagEnd::TableRow => {
                let row = std::mem::take(&mut self.row);
                if let Some(table) = &mut self.table {
                    table.rows.push(row);
                }
            }
            TagEnd::TableCell => {
                let cell = self.inlines.close();
                self.row.push(cell);
            }
            TagEnd::Emphasis => self.wrap(Inline::Emphasis),
            TagEnd::Strong => self.wrap(Inline::Strong),
            TagEnd::Strikethrough => self.wrap(Inline::Strike),
            TagEnd::Superscript | TagEnd::Subscript => {
                for inline in self.inlines.close() {
                    self.inline(inline);
                }
            }
            TagEnd::Link => self.end_link(),
            TagEnd::Image => self.end_image(),
            TagEnd::MetadataBlock(_) => drop(self.inlines.close()),
        }
    }

    fn block(&mut self, block: Block) {
        self.blocks.push(block);
    }

    fn inline(&mut self, inline: Inline) {
        self.open_tight_text();
        self.inlines.push(inline);
    }

    fn words(&mut self, text: &str) {
        if let Some(code) = &mut self.code {
            code.push_str(text);
            return;
        }
        self.open_tight_text();
        self.inlines.words(text);
    }

    /// Words straight inside an item: a tight list. They are closed when the item or another block begins.
    fn open_tight_text(&mut self) {
        if self.inlines.depth() == 0 {
            self.inlines.open();
        }
    }

    /// Ends the open words of a tight item, if there are any.
    fn close_tight_text(&mut self) {
        if self.inlines.depth() == 1 && self.open_links.is_empty() {
            let content = self.inlines.close();
            self.block(Block::Plain(content));
        }
    }

    fn wrap(&mut self, make: fn(Vec<Inline>) -> Inline) {
        let content = self.inlines.close();
        self.inline(make(content));
    }

    fn end_heading(&mut self, level: u8, at: usize) {
        let content = self.inlines.close();
        let wanted = self.heading_id.take().unwrap_or_else(|| turkish::slug(&plain_text(&content)));
        let wanted = if wanted.is_empty() { "bolum".to_owned() } else { wanted };
        let id = self.unique_id(wanted);
        let line = self.line_at(at);
        self.block(Block::Heading(Heading { level, id: id.into(), content, line }));
    }

    fn unique_id(&mut self, wanted: String) -> String {
        let mut id = wanted.clone();
        while self.ids.contains_key(&id) {
            let next = self.ids.entry(wanted.clone()).or_insert(1);
            *next += 1;
            id = format!("{wanted}-{next}");
        }
        self.ids.insert(id.clone(), 1);
        id
    }

    fn open_link(&mut self, target: String, title: &str, syntax: LinkSyntax, at: usize) {
        let (line, column) = self.place_at(at);
        self.open_links.push(LinkId(self.links.len() as u32));
        let title = (!title.trim().is_empty()).then(|| title.trim().into());
        self.links.push(RawLink { target: target.into(), line, column, syntax, title, file: None });
        self.inlines.open();
    }

    fn end_link(&mut self) {
        let content = self.inlines.close();
        let Some(link) = self.open_links.pop() else { return };
        let words = turkish::fold(&plain_text(&content));
        let raw = &self.links[link.0 as usize];
        let number = raw.target.starts_with("number:");
        if !number && VAGUE.contains(&words.trim_end_matches(['.', '…', '!'])) {
            let place = Place::at(Arc::clone(self.file), raw.line, raw.column);
            self.diag.push(Diagnostic::new(Code::VAGUE_LINK, place).with("text", plain_text(&content)));
        }
        self.inline(Inline::Link { link, content });
    }

    fn end_image(&mut self) {
        let content = self.inlines.close();
        let Some(link) = self.open_links.pop() else { return };
        let alt = plain_text(&content);
        let raw = &self.links[link.0 as usize];
        if alt.trim().is_empty() && !super::figures::is_mention(&raw.target) {
            let place = Place::at(Arc::clone(self.file), raw.line, raw.column);
            self.diag.push(Diagnostic::new(Code::MISSING_ALT, place));
        }
        if super::figures::is_mention(&raw.target) {
            // Kept as words until `figures::lift` makes a block of it: a caption may hold emphasis.
            self.inline(Inline::Link { link, content });
        } else {
            let alt = if alt.trim() == DECORATION { String::new() } else { alt };
            self.inline(Inline::Image { link, alt: alt.into() });
        }
    }

    fn footnote_reference(&mut self, label: &str) {
        let place = match self.referred.iter().position(|(l, _)| l == label) {
            Some(place) => place,
            None => {
                self.referred.push((label.to_owned(), 0));
                self.referred.len() - 1
            }
        };
        self.referred[place].1 += 1;
        let nth = self.referred[place].1;
        self.inline(Inline::Footnote { number: place as u32 + 1, nth });
    }

    fn end_footnote(&mut self) {
        self.close_tight_text();
        let mut content = self.blocks.close();
        self.blocks.close();
        let label = match content.first() {
            Some(Block::Plain(words)) => plain_text(words),
            _ => String::new(),
        };
        content.remove(0);
        self.notes.insert(label, content);
    }

    fn end_html(&mut self) {
        let Some((raw, at)) = self.html.take() else { return };
        let clean = html::clean(&raw);
        if clean.removed {
            self.complain_html(at, &raw);
        }
        if !clean.html.trim().is_empty() {
            self.block(Block::Html(clean.html.into()));
        }
    }

    fn inline_html(&mut self, tag: &str, at: usize) {
        match html::inline(tag) {
            html::InlineTag::Break => self.inline(Inline::HardBreak),
            html::InlineTag::Nothing => {}
            html::InlineTag::Removed => self.complain_html(at, tag),
        }
    }

    fn complain_html(&mut self, at: usize, raw: &str) {
        let (line, column) = self.place_at(at);
        let what: String = raw.chars().take_while(|c| *c != '\n').take(60).collect();
        self.diag.push(Diagnostic::new(Code::HTML_REMOVED, Place::at(Arc::clone(self.file), line, column)).with("what", what));
    }

    /// Line and column; looked for backwards, the column is left out in a line of many thousand characters, or reading it
    /// would be quadratic.
    fn place_at(&mut self, at: usize) -> (u32, u32) {
        const LONG: usize = 4_000;
        let line = self.line_at(at);
        if at == self.counted {
            return (line, self.column);
        }
        let near = self.text.floor_char_boundary(at.saturating_sub(LONG));
        let start = self.text[near..at].rfind('\n').map(|i| near + i + 1).or((near == 0).then_some(0));
        (line, start.map_or(0, |start| characters(&self.text[start..at]) + 1))
    }

    fn line_at(&mut self, offset: usize) -> u32 {
        if offset < self.counted {
            // Ends of containers name their start again; recount from there backwards.
            return self.line - lines(&self.text[offset..self.counted]);
        }
        let passed = &self.text[self.counted..offset];
        match passed.rfind('\n') {
            Some(end) => {
                self.line += lines(passed);
                self.column = characters(&passed[end + 1..]) + 1;
            }
            None => self.column += characters(passed),
        }
        self.counted = offset;
        self.line
    }
}

/// Line ends in `text`, counted a byte each for as long as a byte holds them, which the compiler makes many at once of.
fn lines(text: &str) -> u32 {
    let ends = |chunk: &[u8]| chunk.iter().map(|b| u8::from(*b == b'\n')).sum::<u8>();
    text.as_bytes().chunks(usize::from(u8::MAX)).map(|chunk| u32::from(ends(chunk))).sum()
}

fn characters(text: &str) -> u32 {
    text.chars().count() as u32
}

fn alert(kind: BlockQuoteKind) -> Alert {
    match kind {
        BlockQuoteKind::Note => Alert::Note,
        BlockQuoteKind::Tip => Alert::Tip,
        BlockQuoteKind::Important => Alert::Important,
        BlockQuoteKind::Warning => Alert::Warning,
        BlockQuoteKind::Caution => Alert::Caution,
    }
}

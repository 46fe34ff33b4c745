//! Clauses as headings and lists, with their anchors, citations and what happened to them in a few words.

use std::collections::BTreeMap;

use super::super::backlinks::{self, Citing};
use super::super::{Cause, ChangeKind, Cited, Decision, Entry, histories};
use super::shelf::{Beside, Shelf};
use super::{facts, words};
use crate::parse::markdown::{LinkSyntax, RawLink};
use crate::parse::regulation::{Kind, Node, Reference, RegulationText, Target, lines_of_quotation};
use crate::prose::{Block, Heading, Inline, Item, LinkId, Prose};
use crate::turkish;

/// Writes one page of a regulation.
pub(super) struct Writer<'s> {
    pub shelf: &'s Shelf<'s>,
    /// The file of the page.
    file: String,
    links: Vec<RawLink>,
    references: Vec<Reference>,
    /// Who cites each clause; empty where the page does not say.
    citing: BTreeMap<Box<str>, Vec<Citing>>,
    /// What happened to the clauses, in a few words; empty where the page does not say.
    marks: BTreeMap<Box<str>, String>,
    /// Former names of clauses that lead to these.
    former: BTreeMap<Box<str>, Vec<Box<str>>>,
}

impl<'s> Writer<'s> {
    pub fn new(shelf: &'s Shelf<'s>, file: &str, links: Vec<RawLink>) -> Writer<'s> {
        Writer {
            shelf,
            file: file.to_owned(),
            links,
            references: Vec::new(),
            citing: BTreeMap::new(),
            marks: BTreeMap::new(),
            former: BTreeMap::new(),
        }
    }

    pub fn finish(self, blocks: Vec<Block>) -> Prose<RawLink> {
        Prose { blocks: blocks.into(), links: self.links.into() }
    }

    pub fn into_links(self) -> Vec<RawLink> {
        self.links
    }

    /// The clauses of today, with their marks, their former names and who cites them.
    pub fn today(&mut self, blocks: &mut Vec<Block>) {
        let regulation = self.shelf.regulation;
        self.citing = backlinks::of(self.shelf.regulations, self.shelf.name);
        blocks.extend(self.cited_by("", "Bu düzenlemeye atıf yapanlar: "));
        self.references.clone_from(&regulation.references);
        for (old, new) in &regulation.redirects {
            self.former.entry(new.clone()).or_default().push(old.clone());
        }
        if regulation.expressions.len() > 1 {
            let until = regulation.expressions.iter().position(|e| std::ptr::eq(e, self.shelf.today())).unwrap_or(0);
            let past = histories(&regulation.expressions[..=until]);
            self.marks = past.iter().filter_map(|(id, entries)| Some((id.clone(), mark(entries)?))).collect();
        }
        self.clauses(blocks, &regulation.text.nodes, 2);
    }

    /// The clauses of another day.
    pub fn other(&mut self, blocks: &mut Vec<Block>, text: &RegulationText, references: Vec<Reference>) {
        self.references = references;
        self.clauses(blocks, &text.nodes, 2);
    }

    /// A link to a page or a place; plain words without one.
    pub fn link(&mut self, text: &str, target: Option<String>, line: u32) -> Inline {
        let Some(target) = target else { return Inline::Text(text.into()) };
        let syntax = LinkSyntax::Link;
        self.links.push(RawLink { target: target.into(), line, column: 0, syntax, title: None, file: None });
        Inline::Link { link: LinkId(self.links.len() as u32 - 1), content: words(text) }
    }

    /// A link to one of the regulation's own pages.
    pub fn beside(&mut self, text: &str, page: Beside, anchor: Option<&str>) -> Inline {
        let target = self.shelf.link(&self.file, &self.shelf.file_of(page), anchor);
        self.link(text, Some(target), 0)
    }

    /// A link to the regulation's page.
    pub fn main(&mut self, text: &str, anchor: Option<&str>) -> Inline {
        let target = self.shelf.link(&self.file, self.shelf.file, anchor);
        self.link(text, Some(target), 0)
    }

    /// A regulation's title, leading to its page where there is one.
    pub fn titled(&mut self, title: &str, name: Option<&str>) -> Inline {
        let page = name.and_then(|name| self.shelf.page_of(name));
        let target = page.map(|page| self.shelf.link(&self.file, page, None));
        self.link(title, target, 0)
    }

    /// A decision of an authority in words, leading to its page where there is one.
    pub fn decided(&mut self, decision: &Decision) -> Inline {
        let target = self.shelf.decision(decision).map(|page| self.shelf.link(&self.file, page, None));
        self.link(&facts::decision(decision), target, 0)
    }

    /// Words that lead to what they cite; plain words where nobody knows the way.
    pub fn cited(&mut self, text: &str, target: &Target, line: u32) -> Inline {
        let target = match self.shelf.regulations.cited(target) {
            Some(Cited::Law(_, law)) => Some(law.url.clone()),
            Some(Cited::Here(id)) => Some(format!("#{id}")),
            Some(Cited::Regulation(name, clause)) => {
                self.shelf.page_of(name).map(|page| self.shelf.link(&self.file, page, clause.as_deref()))
            }
            None => match target {
                Target::Decision { body, date: Some(date), number } => {
                    let page = self.shelf.decided(body.as_deref(), *date, number);
                    page.map(|page| self.shelf.link(&self.file, page, None))
                }
                _ => None,
            },
        };
        self.link(text, target, line)
    }

    /// A clause's own words with its citations as links, and its mark.
    fn text(&mut self, node: &Node) -> Vec<Inline> {
        let mut out = Vec::new();
        let mut done = 0;
        let references: Vec<Reference> =
            self.references.iter().filter(|r| r.from == node.id && r.at.0 < r.at.1).cloned().collect();
        for reference in references {
            if reference.at.0 > done {
                out.push(Inline::Text(node.text[done..reference.at.0].into()));
            }
            out.push(self.cited(&reference.text, &reference.target, reference.line));
            done = reference.at.1;
        }
        if done < node.text.len() {
            out.push(Inline::Text(node.text[done..].into()));
        }
        if let Some(mark) = self.marks.remove(&node.id) {
            if !out.is_empty() {
                out.push(Inline::Text(" ".into()));
            }
            out.push(self.beside(&format!("({mark})"), Beside::Past, Some(&node.id)));
        }
        out
    }

    /// The clauses as headings, and those below headings as lists with their printed labels.
    fn clauses(&mut self, blocks: &mut Vec<Block>, nodes: &[Node], level: u8) {
        let mut list: Vec<Item> = Vec::new();
        for node in nodes {
            if let Kind::Paragraph | Kind::Point | Kind::Subpoint = node.kind {
                list.push(self.item(node));
                continue;
            }
            close(blocks, &mut list);
            if node.kind == Kind::Quote {
                // The clauses of another text have no place of their own on this page.
                let lines = lines_of_quotation(node).into_iter().map(|line| Block::Paragraph(words(&line)));
                blocks.push(Block::Quote { alert: None, blocks: lines.collect() });
                continue;
            }
            if node.kind != Kind::Text {
                blocks.extend(self.former.remove(&node.id).into_iter().flatten().map(Block::Anchor));
                blocks.push(Block::Heading(heading(node, level)));
            }
            let own = self.text(node);
            if !own.is_empty() {
                blocks.push(Block::Paragraph(own));
            }
            self.clauses(blocks, &node.children, (level + 1).min(6));
            blocks.extend(self.cited_by(&node.id, lead(node.kind)));
        }
        close(blocks, &mut list);
    }

    /// The ways to the clauses that cite this one.
    fn cited_by(&mut self, id: &str, lead: &str) -> Option<Block> {
        let citing = self.citing.remove(id)?;
        let mut content = vec![Inline::Emphasis(words(lead))];
        for (place, citing) in citing.iter().enumerate() {
            if place > 0 {
                content.push(Inline::Text(", ".into()));
            }
            let target = match &citing.regulation {
                Some(other) => self.shelf.page_of(other).map(|page| self.shelf.link(&self.file, page, Some(&citing.id))),
                None => Some(format!("#{}", citing.id)),
            };
            content.push(self.link(&citing.name, target, 0));
        }
        Some(Block::Paragraph(content))
    }

    fn item(&mut self, node: &Node) -> Item {
        let mut blocks: Vec<Block> = self.former.remove(&node.id).into_iter().flatten().map(Block::Anchor).collect();
        let own = self.text(node);
        if !own.is_empty() {
            blocks.push(Block::Plain(own));
        }
        self.clauses(&mut blocks, &node.children, 6);
        blocks.extend(self.cited_by(&node.id, lead(node.kind)));
        Item { anchor: Some(node.id.clone()), label: node.printed.clone(), blocks }
    }
}

/// `Değişik: 1.6.2022; Değişik ibare: 1.1.2024`, in the words of official texts.
fn mark(entries: &[Entry]) -> Option<String> {
    let of_repository = entries.iter().filter_map(|entry| match &entry.cause {
        Cause::Act { kind, .. } => Some((kind, entry.date?)),
        Cause::Note { .. } => None,
    });
    let words: Vec<String> = of_repository
        .map(|(kind, date)| {
            let kind = match kind {
                ChangeKind::Replaced => "Değişik",
                ChangeKind::Phrase => "Değişik ibare",
                ChangeKind::Heading => "Değişik başlık",
                ChangeKind::Inserted => "Ek",
                // The text says it itself, with the decision.
                ChangeKind::Repealed | ChangeKind::Removed => return "geçmişi".to_owned(),
                ChangeKind::Renumbered => "Numarası değişti",
                ChangeKind::Moved => "Yeri değişti",
            };
            format!("{kind}: {}", turkish::date::short(date))
        })
        .collect();
    (!words.is_empty()).then(|| words.join("; "))
}

fn lead(kind: Kind) -> &'static str {
    match kind {
        Kind::Article => "Bu maddeye atıf yapanlar: ",
        Kind::Paragraph => "Bu fıkraya atıf yapanlar: ",
        Kind::Point | Kind::Subpoint => "Bu bende atıf yapanlar: ",
        _ => "Bu hükme atıf yapanlar: ",
    }
}

fn close(blocks: &mut Vec<Block>, list: &mut Vec<Item>) {
    if !list.is_empty() {
        blocks.push(Block::List { start: None, items: std::mem::take(list) });
    }
}

/// `1.1. KAPSAM`, `MADDE 4- Tanımlar`: label and heading in the order most texts print them.
fn heading(node: &Node, level: u8) -> Heading {
    let parts = [node.printed.as_deref(), node.heading.as_deref()];
    let text = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    Heading { level, id: node.id.clone(), content: words(&text), line: node.line }
}

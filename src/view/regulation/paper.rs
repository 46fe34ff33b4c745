//! A regulation on paper: the document as prose for the PDF. Says what the page says, but for what only a screen can do.

use std::sync::Arc;

use super::{Cited, ClauseDoc, ClauseKind, RegulationDoc};
use crate::prose::{Alert, Align, Block, Heading, Inline, Item, LinkId, Prose, TextTable};
use crate::view::{DateDoc, ReportDoc, ReportKind, Shown, SourceDoc};

/// The report that `regulation` is printed as.
pub fn report(regulation: &RegulationDoc, letterhead: Vec<String>, date: Option<DateDoc>) -> ReportDoc {
    let source = SourceDoc { title: "Metin".to_owned(), file: regulation.file.to_string(), synthetic: false };
    ReportDoc {
        kind: ReportKind::Regulation,
        letterhead,
        title: regulation.title.clone(),
        summary: None,
        url: regulation.url.clone().unwrap_or_default(),
        date,
        synthetic: false,
        prose: prose(regulation),
        sources: vec![source],
    }
}

fn prose(regulation: &RegulationDoc) -> Prose<Shown> {
    let mut writer = Writer::default();
    let mut blocks = vec![writer.facts(regulation)];
    blocks.extend(regulation.notes.iter().map(|note| Block::Paragraph(words(note))));
    let unofficial =
        "Bu metin bilgi içindir, resmî metin değildir. Yazım yanlışları düzeltilmemiş, yalnız satırlar birleştirilmiştir.";
    blocks.push(Block::Quote { alert: Some(Alert::Note), blocks: vec![Block::Paragraph(words(unofficial))] });
    if let Some(day) = &regulation.until {
        let past = format!("Bu metin {} tarihine kadar geçerlidir; o günden başlayarak yerine başka bir metin geçer.", day.long);
        blocks.push(Block::Quote { alert: Some(Alert::Warning), blocks: vec![Block::Paragraph(words(&past))] });
    }
    writer.clauses(&mut blocks, &regulation.clauses, 2);
    Prose { blocks: blocks.into(), links: writer.links.into() }
}

#[derive(Default)]
struct Writer {
    links: Vec<Shown>,
}

impl Writer {
    fn facts(&mut self, regulation: &RegulationDoc) -> Block {
        let mut rows: Vec<Vec<Vec<Inline>>> = Vec::new();
        let mut row = |name: &str, value: Vec<Inline>| rows.push(vec![words(name), value]);
        for event in &regulation.events {
            let number = event.number.as_ref().map(|n| format!("sayı {n}"));
            let parts: Vec<String> = event.body.iter().cloned().chain([event.date.long.clone()]).chain(number).collect();
            row(event.kind.title(), words(&parts.join(", ")));
        }
        if let Some((day, number)) = &regulation.gazette {
            let number = number.as_ref().map(|n| format!(", sayı {n}")).unwrap_or_default();
            row("Resmî Gazete", words(&format!("{}{number}", day.long)));
        }
        for repeal in &regulation.repeals {
            let number = repeal.number.as_ref().map(|n| format!("sayı {n}"));
            let date = repeal.date.as_ref().map(|d| d.long.clone());
            let parts: Vec<String> =
                [&repeal.title, &repeal.body].into_iter().flatten().cloned().chain(date).chain(number).collect();
            row("Yürürlükten kaldırdığı", words(&parts.join(", ")));
        }
        for (text, url) in &regulation.basis {
            row("Dayanak", self.linked(text, url.as_deref()));
        }
        if let Some(name) = &regulation.executed_by {
            row("Yürütme", words(name));
        }
        Block::Table(Box::new(TextTable {
            align: vec![Align::Start, Align::Start],
            head: vec![words("Künye"), words("Bilgi")],
            rows,
            stacked: false,
        }))
    }

    fn linked(&mut self, text: &str, url: Option<&str>) -> Vec<Inline> {
        let Some(url) = url else { return words(text) };
        self.links.push(Shown::Href { url: Arc::from(url), external: true });
        vec![Inline::Link { link: LinkId(self.links.len() as u32 - 1), content: words(text) }]
    }

    fn text(&mut self, clause: &ClauseDoc) -> Vec<Inline> {
        let mut out = Vec::new();
        for piece in &clause.words {
            let url = match &piece.cites {
                Some(Cited::Law { url, .. }) => url.as_deref(),
                Some(Cited::Clause(_) | Cited::Regulation { .. }) | None => None,
            };
            out.extend(self.linked(&piece.words, url));
        }
        out
    }

    fn clauses(&mut self, blocks: &mut Vec<Block>, clauses: &[ClauseDoc], level: u8) {
        let mut list: Vec<Item> = Vec::new();
        for clause in clauses {
            let in_list = matches!(clause.kind, ClauseKind::Paragraph | ClauseKind::Point | ClauseKind::Subpoint);
            if in_list && clause.printed.is_some() {
                let mut inner = Vec::new();
                if !clause.words.is_empty() {
                    inner.push(Block::Plain(self.text(clause)));
                }
                self.clauses(&mut inner, &clause.children, level);
                list.push(Item { anchor: Some(clause.id.clone()), label: clause.printed.clone(), blocks: inner });
                continue;
            }
            close(blocks, &mut list);
            if clause.kind == ClauseKind::Quote {
                let lines = clause.lines.iter().map(|line| Block::Paragraph(words(line)));
                blocks.push(Block::Quote { alert: None, blocks: lines.collect() });
                continue;
            }
            if !in_list && clause.kind != ClauseKind::Text {
                let parts = [clause.printed.as_deref(), clause.heading.as_deref()];
                let title = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
                blocks.push(Block::Heading(Heading { level, id: clause.id.clone(), content: words(&title), line: 0 }));
            }
            if !clause.words.is_empty() {
                blocks.push(Block::Paragraph(self.text(clause)));
            }
            self.clauses(blocks, &clause.children, (level + 1).min(6));
        }
        close(blocks, &mut list);
    }
}

fn close(blocks: &mut Vec<Block>, list: &mut Vec<Item>) {
    if !list.is_empty() {
        blocks.push(Block::List { start: None, items: std::mem::take(list) });
    }
}

fn words(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.into())]
}

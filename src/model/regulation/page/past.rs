//! The history of each clause that has one (hükümlerin geçmişi): what happened, by which decision, and what the clause
//! said in each time.

use jiff::civil::Date;

use super::super::{Cause, ChangeKind, Entry, Expression, Regulation, histories, name};
use super::shelf::{Beside, Shelf};
use super::text::Writer;
use super::{facts, words};
use crate::parse::page::PageSyntax;
use crate::parse::regulation::{Node, NoteKind, RegulationText};
use crate::prose::{Block, Heading, Inline};
use crate::turkish::date::long;

/// True when anything is known of how a clause came to be as it is: decisions of the repository, or notes in the text.
pub(super) fn is_known(regulation: &Regulation) -> bool {
    !histories(&regulation.expressions).is_empty()
}

pub(super) fn page(shelf: &Shelf<'_>) -> PageSyntax {
    let expressions = &shelf.regulation.expressions;
    let last = &expressions[expressions.len() - 1];
    let past = histories(expressions);
    let mut writer = Writer::new(shelf, &shelf.file_of(Beside::Past), Vec::new());
    let mut back = words("Değişen hükümler, metindeki sırasıyla. Bugünkü metin: ");
    back.push(writer.main(&shelf.regulation.title, None));
    back.extend(words(". Metinler bilgilendirme amaçlıdır."));
    let mut blocks = vec![Block::Paragraph(back)];
    blocks.extend(facts::example(shelf.regulation));
    let mut order: Vec<Box<str>> = Vec::new();
    last.text.each(&mut |node| order.push(node.id.clone()));
    let gone: Vec<Box<str>> = past.keys().filter(|id| !order.contains(id)).cloned().collect();
    for id in order.iter().chain(&gone).filter(|id| past.contains_key(*id)) {
        let lives = lives(expressions, id);
        let Some((_, named, _)) = lives.last() else { continue };
        let heading = Heading { level: 2, id: id.clone(), content: words(named), line: 0 };
        blocks.push(Block::Heading(heading));
        let items = past[id].iter().map(|entry| vec![Block::Plain(told(&mut writer, entry, expressions))].into()).collect();
        blocks.push(Block::List { start: None, items });
        let entries = lives.into_iter().map(|((from, until), _, text)| {
            (words(&span(from, until, shelf.regulations.today)), vec![vec![Block::Plain(words(&text))]])
        });
        blocks.push(Block::Definitions(entries.collect()));
    }
    let title = format!("{}: hükümlerin geçmişi", shelf.regulation.title);
    let summary = "Hangi hüküm, ne zaman, hangi kararla değişti.".to_owned();
    shelf.page(Beside::Past, title, summary, blocks, writer.into_links())
}

type Days = (Option<Date>, Option<Date>);

/// What a clause said from when to when, and what it was called; times with the same words are one.
fn lives(expressions: &[Expression], id: &str) -> Vec<(Days, String, String)> {
    let Some(last) = expressions.iter().rposition(|e| find(&e.text, id).is_some()) else { return Vec::new() };
    let mut lives: Vec<(Days, String, String)> = Vec::new();
    let mut id: Box<str> = id.into();
    for expression in expressions[..=last].iter().rev() {
        let Some(node) = find(&expression.text, &id) else { break };
        let text = whole(node);
        match lives.last_mut() {
            Some((days, _, later)) if *later == text => days.0 = expression.from,
            _ => lives.push(((expression.from, expression.until), name::of_clause(&expression.text, &id), text)),
        }
        match expression.origins.get(&id) {
            Some(was) => id = was.clone(),
            None => break,
        }
    }
    lives.reverse();
    lives
}

fn find<'t>(text: &'t RegulationText, id: &str) -> Option<&'t Node> {
    let mut found = None;
    text.each(&mut |node| {
        if &*node.id == id {
            found = Some(node);
        }
    });
    found
}

fn whole(node: &Node) -> String {
    let own = [node.printed.as_deref(), node.heading.as_deref(), Some(&*node.text)];
    let children = node.children.iter().map(whole);
    own.into_iter().flatten().filter(|p| !p.is_empty()).map(str::to_owned).chain(children).collect::<Vec<_>>().join(" ")
}

fn span(from: Option<Date>, until: Option<Date>, today: Date) -> String {
    let last = until.and_then(|day| day.yesterday().ok());
    match (from, last) {
        (Some(from), Some(last)) => format!("{} – {}", long(from), long(last)),
        (Some(from), None) if from > today => format!("{} tarihinden başlayarak", long(from)),
        (Some(from), None) => format!("{} tarihinden beri", long(from)),
        (None, Some(last)) => format!("{} tarihine kadar", long(last)),
        (None, None) => "Kabul edilen metin".to_owned(),
    }
}

/// `1 Haziran 2022: değiştirildi. Örnek Yönetmeliği (Belediye Meclisi, 4 Mayıs 2022, sayı 45), madde 1.`
fn told(writer: &mut Writer<'_>, entry: &Entry, expressions: &[Expression]) -> Vec<Inline> {
    let day = entry.date.map_or_else(|| "Tarihi yazılmamış".to_owned(), long);
    match &entry.cause {
        Cause::Act { kind, act, article } => {
            let mut what = name::of_kind(*kind).to_owned();
            if let Some(was) = entry.was.as_ref().filter(|_| matches!(kind, ChangeKind::Renumbered | ChangeKind::Moved)) {
                let before = expressions.iter().take_while(|e| e.from != entry.date).last();
                let before = before.map_or_else(|| was.to_string(), |e| name::of_clause(&e.text, was));
                what = format!("{what} (önceki yeri: {before})");
            }
            let mut out = words(&format!("{day}: {what}. "));
            let record = writer.shelf.regulations.by_name.get(act);
            out.push(writer.titled(record.map_or(act, |r| &r.title), Some(act)));
            let adoption = record.and_then(|r| r.adoption.as_ref()).map(|d| format!(" ({})", facts::decision(d)));
            let article = article.as_ref().map(|a| format!(", madde {a}"));
            out.push(Inline::Text(format!("{}{}.", adoption.unwrap_or_default(), article.unwrap_or_default()).into()));
            out
        }
        Cause::Note { kind, part, act } => {
            let what = match kind {
                NoteKind::Changed => "değişik",
                NoteKind::Added => "ek",
                NoteKind::Repealed => "mülga",
                NoteKind::Annulled => "iptal",
            };
            let part = if part.is_empty() { String::new() } else { format!(" {part}") };
            words(&format!("{day}: {what}{part} ({act}). Metindeki nottan."))
        }
    }
}

//! The list of a regulation's texts (Sürümler) on its page, and a page for each text at an address that stays.

use jiff::civil::Date;

use super::super::{Expression, Standing};
use super::shelf::{Beside, Shelf};
use super::text::Writer;
use super::{alert, facts, past, words};
use crate::parse::page::PageSyntax;
use crate::parse::regulation;
use crate::prose::{Alert, Align, Block, Heading, Inline, TextTable};
use crate::turkish::date::long;

/// Appends the list: this regulation's texts, newest first, what amends it without being in force, and what it replaced.
pub(super) fn list(writer: &mut Writer<'_>, blocks: &mut Vec<Block>) {
    let shelf = writer.shelf;
    let regulation = shelf.regulation;
    let several = regulation.expressions.len() > 1;
    let told = !several && past::is_known(regulation);
    if regulation.amends.is_some() || regulation.standing == Standing::Unknown && !several && !told {
        return;
    }
    let mut rows = Vec::new();
    for (number, expression) in regulation.expressions.iter().enumerate().rev() {
        let mut what = Vec::new();
        if number == 0 {
            what.extend(words("Kabul edilen metin"));
            if let Some(adoption) = &regulation.adoption {
                what.push(Inline::Text(format!(" ({})", facts::decision(adoption)).into()));
            }
        } else {
            acts(writer, expression, &mut what);
        }
        let mut ways = Vec::new();
        if let (Some(from), true) = (expression.from, several) {
            ways.push(writer.beside("metin", Beside::Version(from), None));
            if number > 0 {
                ways.push(Inline::Text(", ".into()));
                ways.push(writer.beside("karşılaştırma", Beside::Comparison(from), None));
            }
        } else {
            ways.extend(words("bu sayfa"));
        }
        rows.push(vec![words(&period(expression, shelf.regulations.today)), what, ways]);
    }
    for name in &regulation.amended_by {
        let Some(act) = shelf.regulations.by_name.get(name) else { continue };
        if let Standing::Adopted | Standing::Sent = act.standing {
            let what = vec![writer.titled(&act.title, Some(name))];
            rows.insert(0, vec![words("Yürürlükte değil; metne işlenmedi"), what, Vec::new()]);
        }
    }
    for repeal in &regulation.repeals {
        let title = writer.titled(&repeal.title, repeal.name.as_deref());
        let what = vec![
            Inline::Text("Önceki düzenleme: ".into()),
            title,
            Inline::Text(format!(" ({})", facts::decision(&repeal.decision)).into()),
        ];
        let shown = repeal.name.as_deref().is_some_and(|name| shelf.page_of(name).is_some());
        let until = regulation
            .in_force
            .map_or_else(|| "Yürürlükten kalktı".to_owned(), |day| format!("{} tarihinde yürürlükten kalktı", long(day)));
        rows.push(vec![words(&until), what, words(if shown { "kendi sayfası" } else { "metni bu sitede yok" })]);
    }
    let heading = |text: &str, id: &str| Block::Heading(Heading { level: 2, id: id.into(), content: words(text), line: 0 });
    blocks.push(heading("Sürümler", "surum_listesi"));
    if told {
        let mut line = words("Metindeki notların her hüküm için anlattıkları ");
        line.push(writer.beside("hükümlerin geçmişinde", Beside::Past, None));
        line.extend(words(" toplanmıştır."));
        blocks.push(Block::Paragraph(line));
    }
    if several {
        let mut line = words("Her hükmün nasıl değiştiği ");
        line.push(writer.beside("hükümlerin geçmişinde", Beside::Past, None));
        line.extend(words(", ilk metinle bugünkü arasındaki bütün farklar "));
        line.push(writer.beside("karşılaştırma cetvelinde", Beside::Whole, None));
        line.extend(words(" gösterilir."));
        blocks.push(Block::Paragraph(line));
    }
    blocks.push(Block::Table(Box::new(TextTable {
        align: vec![Align::Start; 3],
        head: vec![words("Yürürlük"), words("Ne oldu?"), words("Metin")],
        rows,
        stacked: true,
    })));
}

/// The decisions that made a text, each with its number.
pub(super) fn acts(writer: &mut Writer<'_>, expression: &Expression, out: &mut Vec<Inline>) {
    let mut named: Vec<&str> = Vec::new();
    for change in &expression.changes {
        if !named.contains(&&*change.act) {
            named.push(&change.act);
        }
    }
    for name in named {
        if !out.is_empty() {
            out.push(Inline::Text("; ".into()));
        }
        let act = writer.shelf.regulations.by_name.get(name);
        out.push(writer.titled(act.map_or(name, |a| &a.title), Some(name)));
        if let Some(adoption) = act.and_then(|a| a.adoption.as_ref()) {
            out.push(Inline::Text(format!(" ({})", facts::decision(adoption)).into()));
        }
    }
}

/// `1 Haziran 2022 – 31 Aralık 2023`, `1 Ocak 2024 tarihinden beri`.
pub(super) fn period(expression: &Expression, today: Date) -> String {
    let Some(from) = expression.from else { return "Yürürlükte değil".to_owned() };
    let last = expression.until.and_then(|day| day.yesterday().ok());
    match last {
        Some(last) if last < from => format!("{} (aynı gün değişti)", long(from)),
        Some(last) => format!("{} – {}", long(from), long(last)),
        None if from > today => format!("{} tarihinde yürürlüğe girecek", long(from)),
        None => format!("{} tarihinden beri", long(from)),
    }
}

/// One page for each text.
pub(super) fn pages(shelf: &Shelf<'_>) -> Vec<PageSyntax> {
    let regulation = shelf.regulation;
    let mut pages = Vec::new();
    for (number, expression) in regulation.expressions.iter().enumerate() {
        let Some(from) = expression.from else { continue };
        let page = Beside::Version(from);
        let file = shelf.file_of(page);
        let mut writer = Writer::new(shelf, &file, Vec::new());
        let mut blocks = Vec::new();
        let is_today = std::ptr::eq(expression, shelf.today());
        let mut say = Vec::new();
        say.extend(words(&match is_today {
            true => format!(
                "Bu metin {}. Değişse de bu adreste kalır. Düzenlemenin sayfası: ",
                lower(&period(expression, shelf.regulations.today))
            ),
            false => format!(
                "Bu metin bugün yürürlükte olan metin değildir. Yürürlük: {}. Bugünkü metin: ",
                period(expression, shelf.regulations.today)
            ),
        }));
        say.push(writer.main(&regulation.title, None));
        say.extend(words("."));
        blocks.push(alert(if is_today { Alert::Note } else { Alert::Warning }, vec![say]));
        let standing = if number == 0 {
            "Bu, kabul edilen metindir. Burada bilgi içindir; resmî metin, kabul edilen karardır."
        } else {
            "Bu metin, değişiklikler işlenerek birleştirilmiştir; bilgilendirme amaçlıdır, resmî metin değildir."
        };
        blocks.push(Block::Paragraph(words(standing)));
        if number > 0 {
            let mut line = words("Bu tarihte değiştiren: ");
            let mut named = Vec::new();
            acts(&mut writer, expression, &mut named);
            line.append(&mut named);
            line.extend(words(". "));
            line.push(writer.beside("Önceki metinle karşılaştırma", Beside::Comparison(from), None));
            line.extend(words("."));
            blocks.push(Block::Paragraph(line));
        }
        blocks.extend(facts::example(regulation));
        writer.other(&mut blocks, &expression.text, regulation::references(&expression.text));
        let title = format!("{}, {} metni", regulation.title, long(from));
        let summary = format!("Düzenlemenin {} tarihinde yürürlüğe giren metni.", long(from));
        let mut made = shelf.page(page, title, summary, blocks, writer.into_links());
        made.front.expression = Some(Box::new((shelf.name.to_owned(), number)));
        pages.push(made);
    }
    pages
}

fn lower(period: &str) -> String {
    if period.ends_with("beri") { format!("{period} yürürlüktedir") } else { format!("yürürlüktedir: {period}") }
}

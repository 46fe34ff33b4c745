//! Comparison tables (karşılaştırma cetveli): of each text with the one before, and of the first one with today's.

use super::super::{Mark, Origins, Row, RowKind, Side, compare};
use super::shelf::{Beside, Shelf};
use super::text::Writer;
use super::{alert, facts, versions, words};
use crate::parse::page::PageSyntax;
use crate::prose::{Alert, Align, Block, Inline, TextTable};
use crate::turkish::date::long;

pub(super) fn pages(shelf: &Shelf<'_>) -> Vec<PageSyntax> {
    let expressions = &shelf.regulation.expressions;
    let mut pages = Vec::new();
    for pair in expressions.windows(2) {
        let [old, new] = pair else { continue };
        let Some(day) = new.from else { continue };
        let rows = compare(&old.text, &new.text, &new.origins);
        let mut writer = Writer::new(shelf, &shelf.file_of(Beside::Comparison(day)), Vec::new());
        let mut line = words("Değiştiren: ");
        let mut acts = Vec::new();
        versions::acts(&mut writer, new, &mut acts);
        line.append(&mut acts);
        line.extend(words("."));
        let ways = (old.from.map(Beside::Version), Some(Beside::Version(day)));
        let blocks = blocks(&mut writer, line, &rows, ways);
        let title = format!("{}, {} değişikliği: karşılaştırma cetveli", shelf.regulation.title, long(day));
        let summary = format!("{} tarihinde yürürlüğe giren değişikliklerin eski ve yeni metinle karşılaştırması.", long(day));
        pages.push(shelf.page(Beside::Comparison(day), title, summary, blocks, writer.into_links()));
    }
    pages.push(whole(shelf));
    pages
}

/// The first text beside today's.
fn whole(shelf: &Shelf<'_>) -> PageSyntax {
    let expressions = &shelf.regulation.expressions;
    let today = expressions.iter().position(|e| std::ptr::eq(e, shelf.today())).unwrap_or(0);
    let mut origins: Option<Origins> = None;
    for expression in &expressions[1..=today.max(1).min(expressions.len() - 1)] {
        origins = Some(match origins {
            None => expression.origins.clone(),
            Some(before) => {
                expression.origins.iter().filter_map(|(now, was)| Some((now.clone(), before.get(was)?.clone()))).collect()
            }
        });
    }
    let (old, new) = (&expressions[0], &expressions[today]);
    let rows = if today == 0 { Vec::new() } else { compare(&old.text, &new.text, &origins.unwrap_or_default()) };
    let mut writer = Writer::new(shelf, &shelf.file_of(Beside::Whole), Vec::new());
    let line = words("Kabul edilen ilk metin ile bugün yürürlükte olan metin arasındaki bütün farklar.");
    let ways = (old.from.map(Beside::Version), new.from.map(Beside::Version));
    let blocks = blocks(&mut writer, line, &rows, ways);
    let title = format!("{}: ilk metinle karşılaştırma cetveli", shelf.regulation.title);
    let summary = "Kabul edilen ilk metin ile bugünkü metnin karşılaştırması.".to_owned();
    shelf.page(Beside::Whole, title, summary, blocks, writer.into_links())
}

fn blocks(writer: &mut Writer<'_>, first: Vec<Inline>, rows: &[Row], ways: (Option<Beside>, Option<Beside>)) -> Vec<Block> {
    let mut back = words("Düzenlemenin sayfası: ");
    back.push(writer.main(&writer.shelf.regulation.title, None));
    back.extend(words("."));
    let mut blocks = vec![Block::Paragraph(first), Block::Paragraph(back)];
    let note = "Bu cetvel bilgilendirme amaçlıdır. Yalnız değişen hükümler gösterilir; çıkarılan sözlerin üstü, eklenen \
                sözlerin altı çizilidir.";
    blocks.push(alert(Alert::Note, vec![words(note)]));
    blocks.extend(facts::example(writer.shelf.regulation));
    if rows.is_empty() {
        blocks.push(Block::Paragraph(words("İki metin arasında fark yoktur.")));
        return blocks;
    }
    let table = rows
        .iter()
        .map(|row| vec![name(row), cell(writer, row, row.old.as_ref(), ways.0), cell(writer, row, row.new.as_ref(), ways.1)]);
    let rows = table.collect();
    blocks.push(Block::Table(Box::new(TextTable {
        align: vec![Align::Start; 3],
        head: vec![words("Hüküm"), words("Eski metin"), words("Yeni metin")],
        rows,
        stacked: true,
    })));
    blocks
}

/// The clause's name, and what became of it.
fn name(row: &Row) -> Vec<Inline> {
    let what = match row.kind {
        RowKind::Changed => "değişti",
        RowKind::Moved => "yeri ya da numarası değişti",
        RowKind::MovedAndChanged => "yeri ve metni değişti",
        RowKind::Repealed => "yürürlükten kaldırıldı",
        RowKind::Added => "eklendi",
        RowKind::Removed => "çıkarıldı",
    };
    let named = match (&row.old, &row.new) {
        (Some(old), Some(new)) if old.name != new.name => format!("{} → {}", old.name, new.name),
        (_, Some(side)) | (Some(side), None) => side.name.clone(),
        (None, None) => String::new(),
    };
    vec![Inline::Text(named.into()), Inline::Text(format!(" ({what})").into())]
}

fn cell(writer: &mut Writer<'_>, row: &Row, side: Option<&Side>, page: Option<Beside>) -> Vec<Inline> {
    let Some(side) = side else {
        return words(if row.kind == RowKind::Added { "(yoktu)" } else { "(metinden çıktı)" });
    };
    let is_new = row.new.as_ref().is_some_and(|new| std::ptr::eq(new, side));
    let mut out = Vec::new();
    for (mark, text) in &side.words {
        if !out.is_empty() {
            out.push(Inline::Text(" ".into()));
        }
        out.push(match (mark, is_new) {
            (Mark::Same, _) => Inline::Text(text.as_str().into()),
            (Mark::Only, true) => Inline::Inserted(words(text)),
            (Mark::Only, false) => Inline::Deleted(words(text)),
        });
    }
    if let Some(page) = page {
        out.push(Inline::Text(" ".into()));
        let name = if is_new { "(yeni metinde yeri)" } else { "(eski metinde yeri)" };
        out.push(writer.beside(name, page, Some(&side.id)));
    }
    out
}

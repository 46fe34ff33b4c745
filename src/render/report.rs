//! What every form of a report says alike: who publishes it, which figures it shows, what stands beside them.
//! Words and order only; the PDF and the workbook set them each in their own way.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::prose::{Block, LinkId, Prose};
use crate::view::{FigureDoc, ReportDoc, Shown};

/// The words "T.C." at the top of official paper, which name the state and not the publisher.
const STATE: &str = "T.C.";

/// The publisher in one line, for document properties: `Çaycuma Belediyesi`.
pub fn publisher(report: &ReportDoc) -> &str {
    report.letterhead.iter().find(|line| *line != STATE).map_or("", String::as_str)
}

/// The publisher with its unit: `Çaycuma Belediyesi, Bilgi İşlem Müdürlüğü`.
pub fn publisher_in_full(report: &ReportDoc) -> String {
    let lines: Vec<&str> = report.letterhead.iter().map(String::as_str).filter(|line| *line != STATE).collect();
    lines.join(", ")
}

/// The title, or a plain word where the author gave none: a PDF without a title breaks PDF/UA-1.
pub fn title(report: &ReportDoc) -> &str {
    if report.title.trim().is_empty() { "Rapor" } else { &report.title }
}

/// The day both files say they were made on: the report's own. PDF/A and XLSX insist on one, so a report without a
/// date gets a fixed one; the clock would make every build another file.
pub fn created(report: &ReportDoc) -> jiff::civil::Date {
    const UNDATED: jiff::civil::Date = jiff::civil::date(2000, 1, 1);
    report.date.as_ref().and_then(|date| date.iso.parse().ok()).unwrap_or(UNDATED)
}

/// Every figure the report shows, once each, in order of appearance.
pub fn figures(report: &ReportDoc) -> Vec<&Arc<FigureDoc>> {
    let mut seen = BTreeSet::new();
    let mut figures = Vec::new();
    each_figure(&report.prose.blocks, &mut |link| {
        if let Some(Shown::Figure(_, figure)) = shown(&report.prose, link)
            && seen.insert(Arc::clone(&figure.id))
        {
            figures.push(figure);
        }
    });
    figures
}

/// The link behind `id`, or `None` where a number leads nowhere.
pub fn shown(prose: &Prose<Shown>, id: LinkId) -> Option<&Shown> {
    prose.links.get(id.0 as usize)
}

/// Calls `visit` for every figure mentioned in `blocks`, at any depth, in reading order.
pub fn each_figure(blocks: &[Block], visit: &mut impl FnMut(LinkId)) {
    for block in blocks {
        match block {
            Block::Figure { link, .. } => visit(*link),
            Block::List { items, .. } => items.iter().for_each(|item| each_figure(&item.blocks, visit)),
            Block::Footnotes(notes) => notes.iter().for_each(|note| each_figure(note, visit)),
            Block::Quote { blocks, .. } => each_figure(blocks, visit),
            Block::Definitions(entries) => {
                entries.iter().flat_map(|(_, texts)| texts).for_each(|text| each_figure(text, visit));
            }
            Block::Heading(_)
            | Block::Paragraph(_)
            | Block::Plain(_)
            | Block::Picture { .. }
            | Block::Code { .. }
            | Block::Table(_)
            | Block::Rule
            | Block::Html(_)
            | Block::Anchor(_) => {}
        }
    }
}

/// What a reader must know beside a figure: label and words, in the order they are printed.
pub fn remarks(figure: &FigureDoc) -> Vec<(&'static str, String)> {
    let mut remarks = Vec::new();
    if !figure.method.is_empty() {
        remarks.push(("Yöntem", figure.method.clone()));
    }
    remarks.extend(figure.period.clone().map(|period| ("Dönem", period)));
    remarks.extend(figure.n.clone().map(|n| ("Kayıt", n)));
    remarks.extend(figure.disclosure.clone().map(|rule| ("Gizlilik kuralı", rule)));
    if figure.signs().next().is_some() {
        let signs: Vec<String> = figure.signs().map(|(sign, meaning)| format!("{sign} {meaning}")).collect();
        remarks.push(("İşaretler", signs.join("; ")));
    }
    if !figure.sources.is_empty() {
        remarks.push(("Kaynak", figure.sources.join(", ")));
    }
    remarks
}

/// The signs of all figures, once each, in order of appearance.
pub fn legend(report: &ReportDoc) -> Vec<(String, String)> {
    let mut legend = Vec::new();
    for entry in figures(report).iter().flat_map(|figure| figure.signs()) {
        if !legend.contains(entry) {
            legend.push(entry.clone());
        }
    }
    legend
}

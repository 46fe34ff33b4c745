//! A regulation as the text of a page: its facts in a table, the word that the text is unofficial, its clauses with
//! their anchors. Not HTML: it is prose like any other page's, and its links are looked up like any other's.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Basis, Decision, Regulation, Regulations};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::parse;
use crate::parse::markdown::RawLink;
use crate::parse::page::PageSyntax;
use crate::parse::regulation::{Kind, Node};
use crate::prose::{Alert, Align, Block, Heading, Inline, Item, Prose, TextTable};
use crate::turkish;

/// The pages, those with `regulation:` followed by its text.
pub fn with_texts(diag: &mut Diagnostics, regulations: &Regulations, pages: Vec<Arc<PageSyntax>>) -> Vec<Arc<PageSyntax>> {
    pages
        .into_iter()
        .map(|page| if page.front.regulation.is_some() { with_text(diag, regulations, page) } else { page })
        .collect()
}

fn with_text(diag: &mut Diagnostics, regulations: &Regulations, page: Arc<PageSyntax>) -> Arc<PageSyntax> {
    let name = page.front.regulation.as_deref().unwrap_or_default();
    let Some(regulation) = regulations.get(name) else {
        let complaint = Diagnostic::new(Code::UNKNOWN_REGULATION, page.key_place("regulation")).with("name", name.to_owned());
        diag.push(match parse::nearest(name, regulations.keys().map(|k| &**k)) {
            Some(near) => complaint.with("nearest", near.to_owned()).hint("nearest"),
            None => complaint,
        });
        return page;
    };
    let mut page = Arc::unwrap_or_clone(page);
    page.body = prose(&page.body, regulation);
    Arc::new(page)
}

fn prose(introduction: &Prose<RawLink>, regulation: &Regulation) -> Prose<RawLink> {
    let mut blocks = introduction.blocks.to_vec();
    blocks.push(facts(regulation));
    blocks.extend(regulation.notes.iter().map(|note| Block::Paragraph(words(note))));
    let unofficial = "Bu metin bilgi içindir, resmî metin değildir. Yazım yanlışları düzeltilmemiş, yalnız satırlar birleştirilmiştir. \
                      Bir hükme bağlantı vermek için yanındaki # işaretini kullanın.";
    blocks.push(Block::Quote { alert: Some(Alert::Note), blocks: vec![Block::Paragraph(words(unofficial))] });
    clauses(&mut blocks, &regulation.text.nodes, 2);
    Prose { blocks: blocks.into(), links: Arc::clone(&introduction.links) }
}

/// The table of dates, numbers and authorities (künye).
fn facts(regulation: &Regulation) -> Block {
    let mut rows: Vec<[String; 2]> = Vec::new();
    let mut row = |name: &str, value: Option<String>| rows.extend(value.map(|v| [name.to_owned(), v]));
    row("Kabul", regulation.adoption.as_ref().map(decision));
    let governor = match regulation.governor.as_ref().and_then(|g| g.kind.as_deref()) {
        Some("gonderim") => "Mülki amire gönderim",
        _ => "Mülki amir onayı",
    };
    row(governor, regulation.governor.as_ref().map(decision));
    row("Yürürlük", regulation.in_force.map(turkish::date::long));
    row("Dayanak", join(regulation.basis.iter().map(basis)));
    let repeals = regulation.repeals.iter().map(|r| format!("{} ({})", r.title, decision(&r.decision)));
    row("Yürürlükten kaldırdığı", join(repeals));
    row("Yürütme", regulation.executed_by.clone());
    row("Metnin dosyası", Some(regulation.file.to_string()));
    let cell = |text: &str| words(text);
    Block::Table(TextTable {
        align: vec![Align::Start, Align::Start],
        head: vec![cell("Künye"), cell("Bilgi")],
        rows: rows.iter().map(|[name, value]| vec![cell(name), cell(value)]).collect(),
    })
}

fn join(parts: impl Iterator<Item = String>) -> Option<String> {
    let parts: Vec<String> = parts.collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

fn decision(decision: &Decision) -> String {
    let date = decision.date.map(|d: Date| turkish::date::long(d));
    let number = decision.number.as_ref().map(|n| format!("sayı {n}"));
    std::iter::once(decision.body.clone()).chain(date).chain(number).collect::<Vec<_>>().join(", ")
}

fn basis(basis: &Basis) -> String {
    let point = basis.point.as_ref().map_or(String::new(), |p| format!("/{p}"));
    match &basis.article {
        Some(article) => format!("{} sayılı Kanun, madde {article}{point}", basis.law),
        None => format!("{} sayılı Kanun", basis.law),
    }
}

/// The clauses as headings, and those below headings as lists with their printed labels.
fn clauses(blocks: &mut Vec<Block>, nodes: &[Node], level: u8) {
    let mut list: Vec<Item> = Vec::new();
    for node in nodes {
        if let Kind::Paragraph | Kind::Point | Kind::Subpoint = node.kind {
            list.push(item(node));
            continue;
        }
        close(blocks, &mut list);
        if node.kind != Kind::Text {
            blocks.push(Block::Heading(heading(node, level)));
        }
        if !node.text.is_empty() {
            blocks.push(Block::Paragraph(words(&node.text)));
        }
        clauses(blocks, &node.children, (level + 1).min(6));
    }
    close(blocks, &mut list);
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

fn item(node: &Node) -> Item {
    let mut blocks = Vec::new();
    if !node.text.is_empty() {
        blocks.push(Block::Plain(words(&node.text)));
    }
    clauses(&mut blocks, &node.children, 6);
    Item { anchor: Some(node.id.clone()), label: node.printed.clone(), blocks }
}

fn words(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.into())]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::regulation::load;
    use crate::source::Memory;

    const TEXT: &str =
        "ÖRNEK YÖNERGESİ\n\nAmaç\nMADDE 1- (1) Bu yönerge;\na) Bilgi,\nb) İşlem,\nişlerini düzenler.\n(2) Yürürlüktedir.\n";
    const RECORD: &str = "baslik: Örnek Yönergesi\ntur: yonerge\nkabul: {organ: Belediye Meclisi, tarih: 2021-04-03, sayi: 38}\n\
                          yururluk: 2021-04-30\ndayanak:\n  - {kanun: 5393, madde: 18, bent: m}\n";

    fn page(front: &str, record: &str) -> (Arc<PageSyntax>, Vec<&'static str>) {
        let world = Memory::new().with("data/mevzuat/ornek.yaml", record).with("data/mevzuat/ornek.txt", TEXT);
        let mut diag = Diagnostics::new();
        let regulations = load(&mut diag, &world);
        let page = parse::page::parse(&mut diag, &"content/public/mevzuat/ornek.md".into(), front.as_bytes()).unwrap();
        let page = with_texts(&mut diag, &regulations, vec![Arc::new(page)]).remove(0);
        let codes = diag.iter().map(|d| d.code.id()).collect();
        (page, codes)
    }

    #[test]
    fn a_page_with_a_regulation_ends_with_its_text() {
        let (page, codes) = page("---\ntitle: Örnek\nregulation: ornek\n---\nGiriş.\n", RECORD);
        assert_eq!(codes, [""; 0]);
        assert_eq!(page.body.anchors(), ["madde-1", "madde-1-f1", "madde-1-f1-b-a", "madde-1-f1-b-b", "madde-1-f2"]);
        let all = format!("{:?}", page.body.blocks);
        let order = [
            "Giriş.",
            "Belediye Meclisi, 3 Nisan 2021, sayı 38",
            "5393 sayılı Kanun, madde 18/m",
            "resmî metin değildir",
            "MADDE 1- Amaç",
            "Bu yönerge;",
            "Bilgi,",
            "işlerini düzenler.",
            "Yürürlüktedir.",
        ];
        let places: Vec<Option<usize>> = order.iter().map(|w| all.find(w)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}\n{all}");
    }

    #[test]
    fn a_regulation_nobody_knows_and_a_slip_in_its_record_are_said() {
        assert_eq!(page("---\ntitle: A\nregulation: ornk\n---\n", RECORD).1, ["unknown-regulation"]);
        assert_eq!(page("---\ntitle: A\nregulation: ornek\n---\n", "baslik: A\nyururlk: 2021-04-30\n").1, ["unknown-key"]);
    }
}

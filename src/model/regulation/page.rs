//! A regulation as the text of a page: its facts in a table, the word that the text is unofficial, its clauses with
//! their anchors. Not HTML: it is prose like any other page's, and its links are looked up like any other's.

use std::sync::Arc;

use super::{Cited, Decision, Regulation, Regulations};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::parse;
use crate::parse::markdown::{LinkSyntax, RawLink};
use crate::parse::page::PageSyntax;
use crate::parse::regulation::{Kind, Node, Target};
use crate::prose::{Alert, Align, Block, Heading, Inline, Item, LinkId, Prose, TextTable};
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
    let Some(regulation) = regulations.by_name.get(name) else {
        let complaint = Diagnostic::new(Code::UNKNOWN_REGULATION, page.key_place("regulation")).with("name", name.to_owned());
        diag.push(match parse::nearest(name, regulations.by_name.keys().map(|k| &**k)) {
            Some(near) => complaint.with("nearest", near.to_owned()).hint("nearest"),
            None => complaint,
        });
        return page;
    };
    let mut page = Arc::unwrap_or_clone(page);
    page.body = prose(&page.body, regulation, regulations);
    Arc::new(page)
}

fn prose(introduction: &Prose<RawLink>, regulation: &Regulation, regulations: &Regulations) -> Prose<RawLink> {
    let mut writer = Writer { regulation, regulations, links: introduction.links.to_vec() };
    let mut blocks = introduction.blocks.to_vec();
    blocks.push(writer.facts());
    blocks.extend(regulation.notes.iter().map(|note| Block::Paragraph(words(note))));
    let unofficial = "Bu metin bilgi içindir, resmî metin değildir. Yazım yanlışları düzeltilmemiş, yalnız satırlar birleştirilmiştir. \
                      Bir hükme bağlantı vermek için yanındaki # işaretini kullanın.";
    blocks.push(Block::Quote { alert: Some(Alert::Note), blocks: vec![Block::Paragraph(words(unofficial))] });
    writer.clauses(&mut blocks, &regulation.text.nodes, 2);
    Prose { blocks: blocks.into(), links: writer.links.into() }
}

struct Writer<'r> {
    regulation: &'r Regulation,
    regulations: &'r Regulations,
    links: Vec<RawLink>,
}

impl Writer<'_> {
    /// The table of dates, numbers and authorities (künye).
    fn facts(&mut self) -> Block {
        let regulation = self.regulation;
        let mut rows: Vec<(&str, Vec<Inline>)> = Vec::new();
        let mut row = |name, value: Option<String>| rows.extend(value.map(|v| (name, words(&v))));
        row("Kabul", regulation.adoption.as_ref().map(decision));
        let governor = match regulation.governor.as_ref().and_then(|g| g.kind.as_deref()) {
            Some("gonderim") => "Mülki amire gönderim",
            _ => "Mülki amir onayı",
        };
        row(governor, regulation.governor.as_ref().map(decision));
        row("Yürürlük", regulation.in_force.map(turkish::date::long));
        let repeals: Vec<String> =
            regulation.repeals.iter().map(|r| format!("{} ({})", r.title, decision(&r.decision))).collect();
        row("Yürürlükten kaldırdığı", (!repeals.is_empty()).then(|| repeals.join("; ")));
        row("Yürütme", regulation.executed_by.clone());
        row("Metnin dosyası", Some(regulation.file.to_string()));
        if !regulation.basis.is_empty() {
            rows.push(("Dayanak", self.bases()));
        }
        Block::Table(TextTable {
            align: vec![Align::Start, Align::Start],
            head: vec![words("Künye"), words("Bilgi")],
            rows: rows.into_iter().map(|(name, value)| vec![words(name), value]).collect(),
        })
    }

    fn bases(&mut self) -> Vec<Inline> {
        let mut out = Vec::new();
        for basis in &self.regulation.basis {
            if !out.is_empty() {
                out.push(Inline::Text("; ".into()));
            }
            let title = self.regulations.laws.get(&basis.law).map_or("Kanun", |law| &law.title);
            let point = basis.point.as_ref().map_or(String::new(), |p| format!("/{p}"));
            let article = basis.article.as_ref().map_or(String::new(), |a| format!(", madde {a}{point}"));
            let text = format!("{} sayılı {title}{article}", basis.law);
            out.push(self.linked(&text, &Target::Law { law: basis.law, provision: None }, 0));
        }
        out
    }

    /// Words that lead to what they cite; plain words where nobody knows the way.
    fn linked(&mut self, text: &str, target: &Target, line: u32) -> Inline {
        let target: Box<str> = match self.regulations.cited(target) {
            Some(Cited::Law(_, law)) => law.url.as_str().into(),
            Some(Cited::Here(id)) => format!("#{id}").into(),
            Some(Cited::Regulation(..)) | None => return Inline::Text(text.into()),
        };
        self.links.push(RawLink { target, line, column: 0, syntax: LinkSyntax::Link });
        Inline::Link { link: LinkId(self.links.len() as u32 - 1), title: "".into(), content: words(text) }
    }

    /// A clause's own words with its citations as links.
    fn text(&mut self, node: &Node) -> Vec<Inline> {
        let mut out = Vec::new();
        let mut done = 0;
        let regulation = self.regulation;
        for reference in regulation.references.iter().filter(|r| r.from == node.id && r.at.0 < r.at.1) {
            if reference.at.0 > done {
                out.push(Inline::Text(node.text[done..reference.at.0].into()));
            }
            out.push(self.linked(&reference.text, &reference.target, reference.line));
            done = reference.at.1;
        }
        if done < node.text.len() {
            out.push(Inline::Text(node.text[done..].into()));
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
            if node.kind != Kind::Text {
                blocks.push(Block::Heading(heading(node, level)));
            }
            if !node.text.is_empty() {
                blocks.push(Block::Paragraph(self.text(node)));
            }
            self.clauses(blocks, &node.children, (level + 1).min(6));
        }
        close(blocks, &mut list);
    }

    fn item(&mut self, node: &Node) -> Item {
        let mut blocks = Vec::new();
        if !node.text.is_empty() {
            blocks.push(Block::Plain(self.text(node)));
        }
        self.clauses(&mut blocks, &node.children, 6);
        Item { anchor: Some(node.id.clone()), label: node.printed.clone(), blocks }
    }
}

fn decision(decision: &Decision) -> String {
    let date = decision.date.map(turkish::date::long);
    let number = decision.number.as_ref().map(|n| format!("sayı {n}"));
    std::iter::once(decision.body.clone()).chain(date).chain(number).collect::<Vec<_>>().join(", ")
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

fn words(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.into())]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::regulation::load;
    use crate::source::Memory;

    const TEXT: &str = "ÖRNEK YÖNERGESİ\n\nAmaç\nMADDE 1- (1) Bu yönerge;\na) Bilgi,\nb) İşlem,\nişlerini düzenler.\n(2) 5393 sayılı Kanunun 18 inci maddesi ve bu Yönergenin 1 inci maddesi uygulanır.\n";
    const RECORD: &str = "baslik: Örnek Yönergesi\ntur: yonerge\nkabul: {organ: Belediye Meclisi, tarih: 2021-04-02, sayi: 38}\nmulki_amir: {makam: Kaymakamlık, tarih: 2021-04-30}\n\
                          yururluk: 2021-04-30\ndayanak:\n  - {kanun: 5393, madde: 18, bent: m}\n";

    fn page(front: &str, record: &str) -> (Arc<PageSyntax>, Vec<&'static str>) {
        let law = "- {sayi: 5393, ad: Belediye Kanunu, adres: 'https://ornek.tr/5393'}\n";
        let world = Memory::new()
            .with("data/kanunlar.yaml", law)
            .with("data/mevzuat/ornek.yaml", record)
            .with("data/mevzuat/ornek.txt", TEXT);
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
            "Belediye Meclisi, 2 Nisan 2021, sayı 38",
            "5393 sayılı Belediye Kanunu, madde 18/m",
            "resmî metin değildir",
            "MADDE 1- Amaç",
            "Bu yönerge;",
            "Bilgi,",
            "işlerini düzenler.",
            "18 inci maddesi",
            " uygulanır.",
        ];
        let places: Vec<Option<usize>> = order.iter().map(|w| all.find(w)).collect();
        let targets: Vec<&str> = page.body.links.iter().map(|l| &*l.target).collect();
        assert_eq!(targets, ["https://ornek.tr/5393", "https://ornek.tr/5393", "#madde-1"]);
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}\n{all}");
    }

    #[test]
    fn a_regulation_nobody_knows_and_a_slip_in_its_record_are_said() {
        assert_eq!(page("---\ntitle: A\nregulation: ornk\n---\n", RECORD).1, ["unknown-regulation"]);
        assert_eq!(page("---\ntitle: A\nregulation: ornek\n---\n", "baslik: A\nyururlk: 2021-04-30\n").1, ["unknown-key"]);
    }
}

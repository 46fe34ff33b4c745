//! A regulation as the text of a page: its facts in a table, the word that the text is unofficial, its clauses with
//! their anchors, its versions. Not HTML: it is prose like any other page's, and its links are looked up like any other's.
//!
//! A regulation that was amended gets further pages beside its own: each text it had, what changed from one to the next,
//! and the history of its clauses. A text that came with notes of its amendments gets the history alone.
//!
//! A law's text is Turkish and no translation of it is published: the words around it are Turkish too, and in no theme.

mod comparison;
mod facts;
mod past;
mod shelf;
mod text;
mod versions;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Regulations;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::content::Folder;
use crate::model::council::Book;
use crate::parse;
use crate::parse::page::{Day, PageSyntax};
use crate::prose::{Alert, Block, Inline};
use shelf::Shelf;
pub(super) use shelf::VERSIONS;
use text::Writer;

/// Where each regulation has a page: the audience's folder and the regulation's name → the page's file.
type Shown = BTreeMap<(String, String), Arc<str>>;

/// The pages, those with `regulation:` followed by its text, and the pages that such a page brings with it. `decisions` are
/// the council's, to which citations of them lead.
pub fn with_texts(
    diag: &mut Diagnostics,
    regulations: &Regulations,
    decisions: &Book,
    pages: Vec<Arc<PageSyntax>>,
) -> Vec<Arc<PageSyntax>> {
    let mut shown = Shown::new();
    for page in &pages {
        if let Some(name) = &page.front.regulation {
            shown.entry((audience(&page.file).to_owned(), name.clone())).or_insert_with(|| Arc::clone(&page.file));
        }
    }
    if shown.is_empty() && pages.iter().all(|page| page.front.duties.is_none()) {
        return pages;
    }
    let mut all = Vec::with_capacity(pages.len() + shown.len());
    for page in pages {
        match (&page.front.regulation, &page.front.duties) {
            (Some(_), _) => all.extend(with_text(diag, regulations, decisions, &shown, page)),
            (None, Some(_)) => all.push(with_duties(diag, regulations, decisions, &shown, page)),
            (None, None) => all.push(page),
        }
    }
    all.sort_by(|a, b| a.file.cmp(&b.file));
    all
}

/// `content/public` of `content/public/mevzuat/a.md`.
fn audience(file: &str) -> &str {
    file.match_indices('/').nth(1).map_or(file, |(at, _)| &file[..at])
}

fn with_text(
    diag: &mut Diagnostics,
    regulations: &Regulations,
    decisions: &Book,
    shown: &Shown,
    page: Arc<PageSyntax>,
) -> Vec<Arc<PageSyntax>> {
    let name = page.front.regulation.clone().unwrap_or_default();
    let Some(regulation) = regulations.by_name.get(name.as_str()) else {
        diag.push(unknown(regulations, &page, "regulation", &name));
        return vec![page];
    };
    let mut page = Arc::unwrap_or_clone(page);
    let shelf = Shelf { regulations, regulation, decisions, name: &name, shown, front: &page.front, file: &page.file };
    let mut writer = Writer::new(&shelf, &page.file, page.body.links.to_vec());
    let mut blocks = page.body.blocks.to_vec();
    blocks.push(facts::table(&mut writer));
    blocks.extend(facts::alerts(regulation));
    blocks.extend(regulation.notes.iter().map(|note| Block::Paragraph(words(note))));
    blocks.push(alert(Alert::Note, vec![words(facts::unofficial(regulation))]));
    writer.today(&mut blocks);
    versions::list(&mut writer, &mut blocks);
    let body = writer.finish(blocks);
    let mut pages = Vec::new();
    // The pages of a page that is made from rows would need rows, too.
    if page.front.each.is_none() {
        let amended = regulation.expressions.len() > 1;
        if amended {
            pages.extend(versions::pages(&shelf));
            pages.extend(comparison::pages(&shelf));
        }
        if amended || past::is_known(regulation) {
            pages.push(past::page(&shelf));
        }
    }
    // The text that is in force was published when it came into force, whatever the page says of itself.
    let since = regulation.current(regulations.today).from.filter(|day| *day <= regulations.today).map(Day);
    let said = page.front.updated.or(page.front.date);
    if said.is_some() && regulation.expressions.len() > 1 {
        page.front.updated = said.max(since);
    }
    page.body = body;
    pages.push(page);
    pages.into_iter().map(Arc::new).collect()
}

/// A page of duties: citizens read them in the words of the text, to which the view adds what is published; the staff gets
/// a table, for which no words are needed.
fn with_duties(
    diag: &mut Diagnostics,
    regulations: &Regulations,
    decisions: &Book,
    shown: &Shown,
    page: Arc<PageSyntax>,
) -> Arc<PageSyntax> {
    let name = page.front.duties.clone().unwrap_or_default();
    let Some(regulation) = regulations.by_name.get(name.as_str()) else {
        diag.push(unknown(regulations, &page, "duties", &name));
        return page;
    };
    if Folder::of(&page.file) != Some(Folder::Public) {
        return page;
    }
    let shelf = Shelf { regulations, regulation, decisions, name: &name, shown, front: &page.front, file: &page.file };
    let mut writer = Writer::new(&shelf, &page.file, page.body.links.to_vec());
    let mut blocks = page.body.blocks.to_vec();
    writer.other(&mut blocks, &regulation.text, regulation.references.clone());
    let body = writer.finish(blocks);
    let mut page = Arc::unwrap_or_clone(page);
    page.body = body;
    Arc::new(page)
}

fn unknown(regulations: &Regulations, page: &PageSyntax, key: &'static str, name: &str) -> Diagnostic {
    let complaint = Diagnostic::new(Code::UNKNOWN_REGULATION, page.key_place(key)).with("name", name.to_owned());
    match parse::nearest(name, regulations.by_name.keys().map(|k| &**k)) {
        Some(near) => complaint.with("nearest", near.to_owned()).hint("nearest"),
        None => complaint,
    }
}

fn words(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.into())]
}

fn alert(kind: Alert, paragraphs: Vec<Vec<Inline>>) -> Block {
    Block::Quote { alert: Some(kind), blocks: paragraphs.into_iter().map(Block::Paragraph).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::registry::Registries;
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
        let regulations = load(&mut diag, &world, &Registries::default());
        let page = parse::page::parse(&mut diag, &"content/public/mevzuat/ornek.md".into(), front.as_bytes()).unwrap();
        let page = with_texts(&mut diag, &regulations, &Book::default(), vec![Arc::new(page)]).remove(0);
        let codes = diag.iter().map(|d| d.code.id()).collect();
        (page, codes)
    }

    #[test]
    fn a_page_with_a_regulation_ends_with_its_text() {
        let (page, codes) = page("---\ntitle: Örnek\nregulation: ornek\n---\nGiriş.\n", RECORD);
        assert_eq!(codes, [""; 0]);
        assert_eq!(
            page.body.anchors(),
            ["madde-1", "madde-1-f1", "madde-1-f1-b-a", "madde-1-f1-b-b", "madde-1-f2", "surum_listesi"]
        );
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
        assert_eq!(targets, ["https://ornek.tr/5393", "https://ornek.tr/5393", "#madde-1", "#madde-1-f2"]);
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}\n{all}");
    }

    #[test]
    fn a_regulation_nobody_knows_and_a_slip_in_its_record_are_said() {
        assert_eq!(page("---\ntitle: A\nregulation: ornk\n---\n", RECORD).1, ["unknown-regulation"]);
        assert_eq!(page("---\ntitle: A\nregulation: ornek\n---\n", "baslik: A\nyururlk: 2021-04-30\n").1, ["unknown-key"]);
    }
}

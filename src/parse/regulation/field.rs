//! Real texts of another municipality and of the state, with the articles, numbered paragraphs and lettered points that
//! stand in each at the start of a line. The texts lie beside the project; without them these tests only say so.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests look at the disk themselves, and end where something is wrong"
)]

use std::path::Path;

use super::*;

fn read(file: &str) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/fixtures/regulations").join(file);
    if path.exists() {
        return Some(std::fs::read_to_string(path).unwrap());
    }
    assert!(std::env::var("TELLAL_FIXTURES").as_deref() != Ok("required"), "{} is required but absent", path.display());
    eprintln!("skipped: {} is absent", path.display());
    None
}

/// True for `a)`; the texts also have `a.` and `a-`, which are counted less surely.
fn bracket(node: &Node) -> bool {
    node.printed.as_deref().is_some_and(|p| p.ends_with(')'))
}

/// Articles, paragraphs with a number, points with a letter and a bracket.
fn counts(text: &RegulationText) -> (usize, usize, usize) {
    let (mut articles, mut paragraphs, mut points) = (0, 0, 0);
    text.each(&mut |node| {
        let label = node.label.as_deref().unwrap_or_default();
        match node.kind {
            Kind::Article => articles += 1,
            Kind::Paragraph if !label.is_empty() => paragraphs += 1,
            Kind::Point | Kind::Subpoint if label.starts_with(char::is_lowercase) && bracket(node) => points += 1,
            _ => {}
        }
    });
    (articles, paragraphs, points)
}

const COUNTED: &[(&str, (usize, usize, usize))] = &[
    ("laws/1324-genelkurmay-baskaninin-gorev-ve-yetkilerine-ait-kanun.md", (11, 2, 2)),
    ("laws/298-secimlerin-temel-hukumleri-ve-secmen-kutukleri-hakkinda-kanun.md", (241, 0, 30)),
    ("laws/3071-dilekce-hakkinin-kullanilmasina-dair-kanun.md", (12, 0, 3)),
    ("laws/3091-tasinmaz-mal-zilyedligine-yapilan-tecavuzlerin-onlenmesi-hakkinda-kanun.md", (24, 0, 3)),
    ("laws/3218-serbest-bolgeler-kanunu.md", (39, 0, 13)),
    ("laws/3423-milli-egitim-bakanligina-bagli-mesleki-ve-teknik-ogretim-okullari-doner-sermayesi-hakkinda-kanun.md", (10, 0, 0)),
    ("laws/3704-koy-egitmen-kurslariyle-ilk-ogretmen-okullarinin-idaresine-dair-kanun.md", (6, 0, 0)),
    ("laws/4044-4-aralik-1994-gunu-milletvekili-ve-mahalli-idareler-ara-secimi-yapilmasi-hakkinda-kanun.md", (15, 0, 0)),
    ("laws/4109-asker-ailelerinden-muhtac-olanlara-yardim-hakkinda-kanun.md", (18, 0, 4)),
    ("laws/4760-toprak-bayrami-kanunu.md", (3, 0, 0)),
    ("laws/4982-bilgi-edinme-hakki-kanunu.md", (33, 0, 22)),
    ("laws/5199-hayvanlari-koruma-kanunu.md", (40, 0, 74)),
    ("laws/5355-mahalli-idare-birlikleri-kanunu.md", (30, 1, 64)),
    ("laws/5449-kalkinma-ajanslarinin-hizmetlerine-iliskin-kanun.md", (38, 0, 7)),
    (
        "laws/5779-il-ozel-idarelerine-ve-belediyelere-genel-butce-vergi-gelirlerinden-pay-verilmesi-hakkinda-kanun.md",
        (14, 37, 10),
    ),
    ("laws/6098-turk-borclar-kanunu.md", (654, 0, 0)),
    ("laws/634-kat-mulkiyeti-kanunu.md", (90, 0, 41)),
    ("laws/6581-azinlik-okullari-turkce-ve-turkce-kultur-dersleri-ogretmenlikleri-hakkinda-kanun.md", (7, 0, 0)),
    ("laws/7181-tapu-kanunu-ve-bazi-kanunlarda-degisiklik-yapilmasina-dair-kanun.md", (12, 3, 2)),
    ("laws/7223-urun-guvenligi-ve-teknik-duzenlemeler-kanunu.md", (28, 100, 86)),
    ("laws/7545-siber-guvenlik-kanunu.md", (23, 70, 64)),
    ("laws/86-yatirimlar-holding-anonim-sirketine-bazi-istisna-ve-muafliklar-verilmesine-dair-kanun.md", (5, 0, 0)),
    ("municipal/destek-hizmetleri-mudurlugu.txt", (45, 45, 21)),
    ("municipal/genclik-ve-spor-hizmetleri-mudurlugu.txt", (22, 0, 3)),
    ("municipal/hukuk-isleri-mudurlugu.txt", (26, 0, 10)),
    ("municipal/isletme-ve-istirakler-mudurlugu.txt", (19, 14, 82)),
    ("municipal/kadin-ve-aile-hizmetleri-mudurlugu.txt", (19, 2, 101)),
    ("municipal/kultur-isleri-mudurlugu.txt", (26, 12, 7)),
    ("municipal/mezarliklar-mudurlugu.txt", (19, 3, 36)),
    ("municipal/park-ve-bahceler-mudurlugu.txt", (27, 21, 9)),
    ("municipal/plan-ve-proje-mudurlugu.txt", (10, 14, 207)),
    ("municipal/ruhsat-ve-denetim-mudurlugu.txt", (17, 0, 6)),
    ("municipal/sosyal-destek-hizmetleri-mudurlugu.txt", (28, 62, 41)),
];

#[test]
fn the_texts_have_as_many_clauses_as_were_counted_by_other_means() {
    let mut wrong = Vec::new();
    for &(file, counted) in COUNTED {
        let Some(source) = read(file) else { return };
        let text = parse(&mut Diagnostics::new(), &file.into(), &source);
        assert_eq!(text.to_source(), source, "{file}");
        if counts(&text) != counted {
            wrong.push(format!("{file}: {:?}, counted {counted:?}", counts(&text)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

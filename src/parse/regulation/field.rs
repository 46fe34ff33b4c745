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

/// The text whose name begins so: `laws/5393`.
pub(in crate::parse::regulation) fn beginning_with(name: &str) -> Option<String> {
    COUNTED.iter().find(|(file, _)| file.starts_with(name)).and_then(|(file, _)| read(file))
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

/// Counted with plain regular expressions over the lines before the appendix; every place where the parser disagreed was
/// read by a person: wrapped citations (`(2) numaralı bendi`), footnotes with their marks, amounts and the ends of lists of
/// articles in brackets (`Geçici⏎Madde 4)`) at line starts are no clauses. The three collections of repealed provisions
/// number no paragraph; in 657 three `(1)` are marks of footnotes that stand before their paragraph's words.
const COUNTED: &[(&str, (usize, usize, usize))] = &[
    ("laws/1324-genelkurmay-baskaninin-gorev-ve-yetkilerine-ait-kanun.md", (11, 0, 2)),
    (
        "laws/1608-umuru-belediyeye-muteallik-ahkami-cezaiye-hakkinda-16-nisan-1340-tarih-ve-486-numarali-kanunun-bazi-maddelerini-muaddil-kanun.md",
        (15, 0, 0),
    ),
    ("laws/193-gelir-vergisi-kanununun-yururlukten-kaldirilmis-hukumleri.md", (463, 0, 158)),
    ("laws/213-vergi-usul-kanununun-yururlukten-kaldirilmis-hukumleri.md", (418, 0, 51)),
    ("laws/2464-belediye-gelirleri-kanunu.md", (108, 0, 68)),
    ("laws/2577-idari-yargilama-usulu-kanunu.md", (85, 0, 137)),
    ("laws/2709-turkiye-cumhuriyeti-anayasasi-nin-yururlukten-kaldirilmis-hukumleri.md", (88, 0, 2)),
    ("laws/2821-sendikalar-kanunu.md", (72, 0, 4)),
    ("laws/2886-devlet-ihale-kanunu.md", (101, 0, 83)),
    ("laws/298-secimlerin-temel-hukumleri-ve-secmen-kutukleri-hakkinda-kanun.md", (239, 0, 30)),
    ("laws/3065-katma-deger-vergisi-kanunu.md", (115, 7, 154)),
    ("laws/3071-dilekce-hakkinin-kullanilmasina-dair-kanun.md", (12, 0, 3)),
    ("laws/3091-tasinmaz-mal-zilyedligine-yapilan-tecavuzlerin-onlenmesi-hakkinda-kanun.md", (24, 0, 3)),
    ("laws/3218-serbest-bolgeler-kanunu.md", (27, 0, 13)),
    ("laws/3423-milli-egitim-bakanligina-bagli-mesleki-ve-teknik-ogretim-okullari-doner-sermayesi-hakkinda-kanun.md", (10, 0, 0)),
    ("laws/3578-4-il-ve-5-ilce-kurulmasi-hakkinda-kanun.md", (10, 0, 0)),
    ("laws/3704-koy-egitmen-kurslariyle-ilk-ogretmen-okullarinin-idaresine-dair-kanun.md", (6, 0, 0)),
    ("laws/4044-4-aralik-1994-gunu-milletvekili-ve-mahalli-idareler-ara-secimi-yapilmasi-hakkinda-kanun.md", (15, 0, 0)),
    ("laws/4109-asker-ailelerinden-muhtac-olanlara-yardim-hakkinda-kanun.md", (18, 0, 4)),
    ("laws/442-koy-kanunu.md", (111, 0, 10)),
    ("laws/4708-yapi-denetimi-hakkinda-kanun.md", (23, 0, 62)),
    ("laws/4734-kamu-ihale-kanunu.md", (115, 2, 193)),
    ("laws/4735-kamu-ihale-sozlesmeleri-kanunu.md", (51, 0, 61)),
    ("laws/4760-toprak-bayrami-kanunu.md", (3, 0, 0)),
    ("laws/4875-dogrudan-yabanci-yatirimlar-kanunu.md", (9, 0, 19)),
    ("laws/4982-bilgi-edinme-hakki-kanunu.md", (33, 0, 22)),
    ("laws/5018-kamu-mali-yonetimi-ve-kontrol-kanunu.md", (117, 0, 163)),
    ("laws/5199-hayvanlari-koruma-kanunu.md", (40, 0, 74)),
    ("laws/5237-turk-ceza-kanunun-yururlukten-kaldirilan-hukumleri.md", (7, 12, 5)),
    ("laws/5355-mahalli-idare-birlikleri-kanunu.md", (30, 1, 64)),
    ("laws/5393-belediye-kanunu.md", (103, 1, 143)),
    ("laws/5449-kalkinma-ajanslarinin-hizmetlerine-iliskin-kanun.md", (37, 0, 7)),
    ("laws/555-cografi-isaretlerin-korunmasi-hakkinda-kanun-hukmunde-kararname.md", (41, 0, 57)),
    ("laws/5615-gelir-vergisi-kanunu-ve-bazi-kanunlarda-degisiklik-yapilmasina-dair-kanun.md", (26, 0, 6)),
    (
        "laws/5651-internet-ortaminda-yapilan-yayinlarin-duzenlenmesi-ve-bu-yayinlar-yoluyla-islenen-suclarla-mucadele-edilmesi-hakkinda-kanun.md",
        (27, 125, 53),
    ),
    (
        "laws/5779-il-ozel-idarelerine-ve-belediyelere-genel-butce-vergi-gelirlerinden-pay-verilmesi-hakkinda-kanun.md",
        (13, 37, 10),
    ),
    ("laws/6098-turk-borclar-kanunu.md", (652, 0, 0)),
    (
        "laws/6327-bireysel-emeklilik-tasarruf-ve-yatirim-sistemi-kanunu-ile-bazi-kanun-ve-kanun-hukmunde-kararnamelerde-degisiklik-yapilmasina-dair-kanun.md",
        (22, 4, 6),
    ),
    ("laws/634-kat-mulkiyeti-kanunu.md", (89, 0, 41)),
    ("laws/6458-yabancilar-ve-uluslararasi-koruma-kanunu.md", (134, 317, 270)),
    ("laws/657-devlet-memurlari-kanununun-yururlukten-kaldirilmis-hukumleri.md", (671, 0, 506)),
    ("laws/6581-azinlik-okullari-turkce-ve-turkce-kultur-dersleri-ogretmenlikleri-hakkinda-kanun.md", (7, 0, 0)),
    ("laws/6698-kisisel-verilerin-korunmasi-kanunu.md", (36, 123, 155)),
    (
        "laws/6756-olaganustu-hal-kapsaminda-bazi-tedbirler-alinmasi-ve-milli-savunma-universitesi-kurulmasi-ile-bazi-kanunlarda-degisiklik-yapilmasina-104161.md",
        (34, 51, 18),
    ),
    ("laws/7181-tapu-kanunu-ve-bazi-kanunlarda-degisiklik-yapilmasina-dair-kanun.md", (12, 3, 2)),
    ("laws/7223-urun-guvenligi-ve-teknik-duzenlemeler-kanunu.md", (28, 100, 86)),
    ("laws/7545-siber-guvenlik-kanunu.md", (23, 70, 64)),
    ("laws/86-yatirimlar-holding-anonim-sirketine-bazi-istisna-ve-muafliklar-verilmesine-dair-kanun.md", (5, 0, 0)),
    ("municipal/afet-isleri-mudurlugu.txt", (17, 0, 124)),
    ("municipal/basin-yayin-ve-halkla-isleri-mudurlugu.txt", (23, 33, 159)),
    ("municipal/destek-hizmetleri-mudurlugu.txt", (45, 45, 21)),
    ("municipal/emlak-ve-istimlak-mudurlugu.txt", (32, 0, 19)),
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
    ("municipal/veteriner-isleri-mudurlugu.txt", (23, 15, 117)),
];

/// Items without a letter or number that a person found in each text: bullets, definitions; none in the texts that are not
/// listed. In the collections of repealed provisions, dashes that belong to dates and to the cells of tables are none.
const UNNUMBERED: &[(&str, (usize, usize))] = &[
    ("laws/193-gelir-vergisi-kanununun-yururlukten-kaldirilmis-hukumleri.md", (46, 0)),
    ("laws/213-vergi-usul-kanununun-yururlukten-kaldirilmis-hukumleri.md", (0, 2)),
    ("laws/2709-turkiye-cumhuriyeti-anayasasi-nin-yururlukten-kaldirilmis-hukumleri.md", (7, 0)),
    ("laws/2886-devlet-ihale-kanunu.md", (0, 12)),
    ("laws/4734-kamu-ihale-kanunu.md", (0, 35)),
    ("laws/4875-dogrudan-yabanci-yatirimlar-kanunu.md", (5, 0)),
    ("laws/5199-hayvanlari-koruma-kanunu.md", (0, 1)),
    (
        "laws/5651-internet-ortaminda-yapilan-yayinlarin-duzenlenmesi-ve-bu-yayinlar-yoluyla-islenen-suclarla-mucadele-edilmesi-hakkinda-kanun.md",
        (0, 1),
    ),
    ("laws/657-devlet-memurlari-kanununun-yururlukten-kaldirilmis-hukumleri.md", (27, 0)),
    ("municipal/emlak-ve-istimlak-mudurlugu.txt", (30, 0)),
    ("municipal/hukuk-isleri-mudurlugu.txt", (0, 7)),
];

/// Numbered items (`1.`, `1)`, `1-`) at line starts of the municipal texts, counted with a plain regular expression; in
/// `plan-ve-proje` one of them is a heading. In `ruhsat-ve-denetim` a web page's list has numbered the articles, too.
const NUMBERED: &[(&str, usize)] = &[
    ("municipal/afet-isleri-mudurlugu.txt", 13),
    ("municipal/basin-yayin-ve-halkla-isleri-mudurlugu.txt", 43),
    ("municipal/destek-hizmetleri-mudurlugu.txt", 216),
    ("municipal/emlak-ve-istimlak-mudurlugu.txt", 157),
    ("municipal/genclik-ve-spor-hizmetleri-mudurlugu.txt", 116),
    ("municipal/hukuk-isleri-mudurlugu.txt", 0),
    ("municipal/isletme-ve-istirakler-mudurlugu.txt", 1),
    ("municipal/kadin-ve-aile-hizmetleri-mudurlugu.txt", 1),
    ("municipal/kultur-isleri-mudurlugu.txt", 129),
    ("municipal/mezarliklar-mudurlugu.txt", 0),
    ("municipal/park-ve-bahceler-mudurlugu.txt", 200),
    ("municipal/plan-ve-proje-mudurlugu.txt", 177),
    ("municipal/ruhsat-ve-denetim-mudurlugu.txt", 83),
    ("municipal/sosyal-destek-hizmetleri-mudurlugu.txt", 0),
    ("municipal/veteriner-isleri-mudurlugu.txt", 0),
];

#[test]
fn items_without_a_number_and_numbered_ones_are_as_many_as_were_counted() {
    let mut wrong = Vec::new();
    for &(file, _) in COUNTED {
        let Some(source) = read(file) else { return };
        let text = parse(&mut Diagnostics::new(), &file.into(), &source);
        let (mut bullets, mut terms, mut numbers) = (0, 0, 0);
        text.each(&mut |node| {
            if matches!(node.kind, Kind::Point | Kind::Subpoint) {
                match (&node.label, &node.printed) {
                    (Some(label), _) => numbers += usize::from(label.starts_with(|c: char| c.is_ascii_digit())),
                    (None, Some(_)) => bullets += 1,
                    (None, None) => terms += 1,
                }
            }
        });
        let counted = UNNUMBERED.iter().find(|(name, _)| *name == file).map_or((0, 0), |(_, counted)| *counted);
        if (bullets, terms) != counted {
            wrong.push(format!("{file}: {bullets} bullets, {terms} definitions; counted {counted:?}"));
        }
        if let Some((_, counted)) = NUMBERED.iter().find(|(name, counted)| *name == file && *counted != numbers) {
            wrong.push(format!("{file}: {numbers} numbered, counted {counted}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

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

/// The texts of at most so many bytes: the long ones take seconds where the program is built to be looked into.
fn texts(most: usize) -> impl Iterator<Item = (&'static str, String)> {
    COUNTED.iter().filter_map(|(file, _)| Some((*file, read(file)?))).filter(move |(_, source)| source.len() <= most)
}

#[test]
fn the_canonical_layout_of_real_texts_stays_as_it_is() {
    for (file, source) in texts(60_000) {
        let once = canonical(&parse(&mut Diagnostics::new(), &file.into(), &source));
        let twice = canonical(&parse(&mut Diagnostics::new(), &file.into(), &once));
        assert_eq!(once, twice, "{file}");
    }
}

#[test]
fn real_texts_with_pieces_torn_out_and_doubled_come_back() {
    let mut dice: u64 = 67;
    let mut roll = |below: usize| {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (dice >> 33) as usize % below.max(1)
    };
    for (file, source) in texts(40_000) {
        for _ in 0..4 {
            let mut torn = source.clone();
            for _ in 0..12 {
                let from = torn.floor_char_boundary(roll(torn.len()));
                let to = torn.floor_char_boundary((from + roll(200)).min(torn.len()));
                let piece = torn[from..to].to_owned();
                match roll(3) {
                    0 => torn.replace_range(from..to, ""),
                    1 => torn.insert_str(from, &piece),
                    _ => torn.insert_str(torn.floor_char_boundary(roll(torn.len())), &piece),
                }
            }
            let text = parse(&mut Diagnostics::new(), &file.into(), &torn);
            assert_eq!(text.to_source(), torn, "{file}");
            assert!(references(&text).iter().all(|r| r.at.0 < r.at.1), "{file}");
            events(&text);
        }
    }
}

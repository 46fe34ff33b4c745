//! The seed regulation, fact by fact, and what must hold of any text.

use proptest::prelude::*;

use super::*;

const SEED: &str = include_str!("../../../tests/regulation/bilgi-islem-2021.txt");

fn read(source: &str) -> (RegulationText, Vec<String>) {
    let mut diag = Diagnostics::new();
    let text = parse(&mut diag, &"metin.txt".into(), source);
    (text, diag.iter().map(|d| format!("{} {}", d.place.line, d.code.id())).collect())
}

fn nodes(text: &RegulationText) -> Vec<&Node> {
    let mut all = Vec::new();
    text.each(&mut |n| all.push(n));
    all
}

/// The tree in short: `kind label "heading" text`, two spaces a level.
fn outline(source: &str) -> String {
    fn walk(nodes: &[Node], depth: usize, out: &mut String) {
        for node in nodes {
            let label = node.label.as_deref().map_or(String::new(), |l| format!(" {l}"));
            let heading = node.heading.as_deref().map_or(String::new(), |h| format!(" <{h}>"));
            let text = if node.text.is_empty() { String::new() } else { format!(": {}", node.text) };
            out.push_str(&format!("{}{}{label}{heading}{text}\n", "  ".repeat(depth), node.kind.as_str()));
            walk(&node.children, depth + 1, out);
        }
    }
    let mut out = String::new();
    walk(&read(source).0.nodes, 0, &mut out);
    out
}

#[test]
fn the_seed_has_its_eleven_headings_in_order() {
    let (text, complaints) = read(SEED);
    assert_eq!(complaints, [""; 0]);
    assert_eq!(text.title, "ÇAYCUMA BELEDİYE BAŞKANLIĞI BİLGİ İŞLEM MÜDÜRLÜĞÜ (İÇ HİZMET YÖNETMELİĞİ)");
    let headings: Vec<(&str, &str, &str)> = nodes(&text)
        .iter()
        .filter(|n| n.kind == Kind::Heading)
        .map(|n| (&*n.id, n.printed.as_deref().unwrap_or(""), n.heading.as_deref().unwrap_or("")))
        .collect();
    assert_eq!(
        headings,
        [
            ("1", "1.", "GENEL HÜKÜMLER"),
            ("1-1", "1.1.", "KAPSAM"),
            ("1-2", "1.2.", "BİLGİ İŞLEM MÜDÜRLÜĞÜ TEŞKİLATI"),
            ("1-2-1", "1.2.1", ""),
            ("1-2-2", "1.2.2.", ""),
            ("1-3", "1.3.", "Temel İlkeler"),
            ("2", "2.", "GÖREV YETKİ VE SORUMLULUKLAR"),
            ("sorumluluklar", "", "SORUMLULUKLAR"),
            ("is-iliskileri", "", "İŞ İLİŞKİLERİ"),
            ("3", "3.", "İÇ YÖNETMELİĞİN KABULU"),
            ("3-1", "3.1.", "İÇ YÖNETMELİĞİN YÜRÜTÜLMESİ"),
        ]
    );
}

#[test]
fn the_seed_has_45_points_in_four_lists_with_the_letters_it_printed() {
    let (text, _) = read(SEED);
    let all = nodes(&text);
    let points = |parent: &str| -> Vec<String> {
        let parent = all.iter().find(|n| &*n.id == parent).unwrap();
        parent.children.iter().filter(|n| n.kind == Kind::Point).map(|n| n.label.as_deref().unwrap().to_owned()).collect()
    };
    assert_eq!(points("1-2-1"), ["a", "b", "c"]);
    assert_eq!(points("1-2-2"), ["a", "b", "c"]);
    assert_eq!(points("1-3"), ["a", "b", "c", "d", "e", "f", "g"]);
    let duties = points("2");
    let latin: Vec<String> = ('a'..='z').map(String::from).chain(('a'..='f').map(|l| format!("{l}{l}"))).collect();
    assert_eq!(duties, latin);
    assert_eq!(all.iter().filter(|n| n.kind == Kind::Point).count(), 45);
    assert_eq!(text.alphabet, Some(Alphabet::Latin));
}

#[test]
fn the_seeds_wrapped_words_come_together_and_stay_as_they_are() {
    let (text, _) = read(SEED);
    let all = nodes(&text);
    let words = |id: &str| all.iter().find(|n| &*n.id == id).unwrap_or_else(|| panic!("no {id}")).text.to_string();
    assert_eq!(
        words("1-1"),
        "Bu iç yönetmelik, Çaycuma Belediyesi Bilgi İşlem Müdürlüğünün Görev ve Yönetimine ilişkin esasları kapsar."
    );
    assert!(words("2").contains("katkının bilinciyle, kurum bünyesinde ihtiyaç"), "a page break falls inside the sentence");
    assert!(words("2-k").ends_with("çalışma planları yapak ve uygulamak"), "the slip stays");
    assert!(words("2-o").ends_with("yerine getirmek.;") && words("2-p").starts_with("Birimin kırtasiye"));
    assert_eq!(words("1-3-g"), "Hizmetlerde geçici çözümler ve anlık kararlar yerine sürdürülebilirlik,");
    assert_eq!(words("1-3-m1"), "temel ilkeleri esas alır.", "the tail ends the whole list, not its last point");
    assert_eq!(words("is-iliskileri"), "Diğer birimlerin, Müdürlüğünü ilgilendiren bölümleri ile iş ilişkisi kurar.");
    assert!(words("3").contains("2015 tarih ve 97 sayılı meclis"), "a number at a line start is no label");
    assert_eq!(words("3-1"), "Bu İç Yönetmelik hükümlerini Çaycuma Belediye Başkanı yürütür.");
    let duty = all.iter().find(|n| &*n.id == "2-ff").unwrap();
    assert_eq!((duty.line, duty.printed.as_deref()), (198, Some("ff)")));
}

#[test]
fn a_regulation_with_articles_has_chapters_paragraphs_points_and_a_tail() {
    let text = "T.C.\nÖRNEK BELEDİYESİ\n\nBİRİNCİ BÖLÜM\nAmaç ve Kapsam\nAmaç\nMADDE 1- (1) Bu yönetmelik düzenler.\n(2) Sonra da uygular.\nTanımlar\nMADDE 2 – Bu Yönetmelikte geçen;\na) Belediye: Örneği,\nb) Meclis: Meclisi,\nc) Başkan: Başkanı,\nç) Birim: Müdürlüğü,\nifade eder.\nİKİNCİ BÖLÜM\nGörevler\nMADDE 3- a) Gelen evrakı kaydetmek.\n1) Gelen,\n2) Giden.\nb) Saklamak.\nGEÇİCİ MADDE 1- Bu kadar.\n";
    assert_eq!(
        outline(text),
        "chapter BİRİNCİ <Amaç ve Kapsam>\n  article 1 <Amaç>\n    paragraph 1: Bu yönetmelik düzenler.\n    paragraph 2: Sonra da uygular.\n  \
         article 2 <Tanımlar>\n    paragraph: Bu Yönetmelikte geçen;\n      point a: Belediye: Örneği,\n      point b: Meclis: Meclisi,\n      \
         point c: Başkan: Başkanı,\n      point ç: Birim: Müdürlüğü,\n      text: ifade eder.\n\
         chapter İKİNCİ <Görevler>\n  article 3\n    point a: Gelen evrakı kaydetmek.\n      subpoint 1: Gelen,\n      subpoint 2: Giden.\n    \
         point b: Saklamak.\n  article GEÇİCİ 1\n    paragraph: Bu kadar.\n"
    );
    let (read, _) = read(text);
    let ids: Vec<&str> = nodes(&read).iter().map(|n| &*n.id).collect();
    assert_eq!(
        ids,
        [
            "bolum-1",
            "madde-1",
            "madde-1-f1",
            "madde-1-f2",
            "madde-2",
            "madde-2-f1",
            "madde-2-f1-b-a",
            "madde-2-f1-b-b",
            "madde-2-f1-b-c",
            "madde-2-f1-b-ç",
            "madde-2-f1-m1",
            "bolum-2",
            "madde-3",
            "madde-3-b-a",
            "madde-3-b-a-1",
            "madde-3-b-a-2",
            "madde-3-b-b",
            "gecici-madde-1",
            "gecici-madde-1-f1"
        ]
    );
    assert_eq!(read.alphabet, Some(Alphabet::Turkish));
}

#[test]
fn an_article_with_a_heading_above_keeps_what_stands_below_it() {
    assert_eq!(
        outline("MADDE 1- Bu.\nKapsam\nMADDE 2-\nGörev alanı\n(1) Şu.\n"),
        "article 1\n  paragraph: Bu.\narticle 2 <Kapsam>\n  paragraph: Görev alanı\n  paragraph 1: Şu.\n"
    );
}

/// Letters and digits, in order of neither.
fn letters(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
    letters.sort_unstable();
    letters
}

/// Laying a text out in the canonical layout a second time changes nothing, and no letter is lost on the way.
fn check_layout(source: &str) {
    let once = canonical(&read(source).0);
    assert_eq!(canonical(&read(&once).0), once);
    let (text, _) = read(source);
    assert_eq!(letters(&once), letters(text.read()));
}

/// The tree gives the text back, every clause's words are its own bytes, and no name stands twice.
fn check(source: &str) {
    let (text, _) = read(source);
    assert_eq!(text.to_source(), source);
    let mut ids: Vec<&str> = nodes(&text).iter().map(|n| &*n.id).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "a name stands twice");
    for node in nodes(&text) {
        let part = |p: &Option<Box<str>>| p.as_deref().unwrap_or_default().to_owned();
        let said = part(&node.heading) + &part(&node.printed) + &node.text;
        assert_eq!(letters(&said), letters(text.source_of(node)), "{}", node.id);
    }
}

#[test]
fn a_note_behind_a_fixed_space_is_read() {
    check("Madde\n5 -\u{a0}(Değişik: 30/7/2003-4964/9 md.) (1) Hakkında.");
}

#[test]
fn a_page_number_on_an_articles_line_is_laid_out_where_it_stood() {
    check_layout("Madde 5 - Sayfa 2 / 10\n\nMadde 5 - Üç.\n\nSayfa 2 / 10\n\nAmaç ");
    check_layout("BİRİNCİ\nKISIM\u{a0}Sayfa 2 / 10\nMadde 3 – düzenlemektir.\nSayfa 2 / 10 ");
}

#[test]
fn every_word_of_the_seed_is_in_its_tree() {
    check(SEED);
    assert_eq!(
        letters(&read(SEED).0.title).len(),
        "ÇAYCUMABELEDİYEBAŞKANLIĞIBİLGİİŞLEMMÜDÜRLÜĞÜİÇHİZMETYÖNETMELİĞİ".chars().count()
    );
}

/// Words that a law is made of, wrapped and spaced at random.
fn law() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "Madde 3 –",
        "MADDE 4- (1)",
        "Madde\n5 -",
        "Ek Madde 1 –",
        "Geçici\nMadde 2 –",
        "Madde 7 fıkra üç –",
        "MADDE 8 ila 10 –",
        "BİRİNCİ\nKISIM",
        "İKİNCİ BÖLÜM",
        "Amaç",
        "Yürürlük",
        "Tanımlar",
        "(1)",
        "(2)",
        "a)",
        "b)",
        "ç)",
        "1)",
        "2.",
        "•",
        "Bu Kanunun amacı,",
        "belediyenin görevlerini",
        "5393 sayılı Kanunun 18 inci maddesi",
        "düzenlemektir.",
        "ifade eder.",
        "Belediye: Örnek Belediyesini,",
        "aşağıdaki gibidir:",
        "uyarınca",
        "(Değişik: 30/7/2003-4964/9 md.)",
        "(Mülga: 2/7/2018-KHK-703/71 md.)",
        "[1]",
        "5393 SAYILI KANUNA EK VE DEĞİŞİKLİK GETİREN MEVZUATIN LİSTESİ",
        "Sayfa 2 / 10",
        "952-64",
        "bilgi iþlem",
        "Çalıģma",
        "“Madde 2 –",
        "”",
    ]);
    let gap = prop::sample::select(vec![" ", "\n", "\n", "\n\n", "\n\n\n\n", "\u{a0}", "\r\n", " \n\n"]);
    prop::collection::vec((piece, gap), 0..60).prop_map(|pieces| pieces.into_iter().flat_map(|(p, g)| [p, g]).collect())
}

/// Where something is put in: the article, its paragraph, its point.
type Place = (usize, usize, usize);

/// A text of numbered clauses, each with words of its own: how many paragraphs and points each article has; and what is
/// put in, as lawmakers do it: an article 3/A, a chapter, a last paragraph, a point with a letter of its own.
fn numbered(articles: &[(usize, usize)], insert: Option<(Place, usize)>) -> String {
    let mut text = "ÖRNEK YÖNETMELİĞİ\n\n".to_owned();
    for (n, (paragraphs, points)) in articles.iter().enumerate() {
        let here = insert.filter(|((article, ..), _)| *article == n);
        if let Some((_, 0)) = here {
            text.push_str("ON BİRİNCİ BÖLÜM\nYeni Bölüm\n\n");
        }
        text.push_str(&format!("MADDE {}- (1) Hüküm {n} birinci:\n", n + 1));
        for (at, letter) in ["a", "b", "c", "ç", "d"].iter().take(*points).enumerate() {
            text.push_str(&format!("{letter}) Hüküm {n} bent {at},\n"));
        }
        if let Some((_, 1)) = here {
            text.push_str("z) Yeni bent,\n");
        }
        for at in 0..*paragraphs {
            text.push_str(&format!("({}) Hüküm {n} fıkra {at}.\n", at + 2));
        }
        if let Some((_, 2)) = here {
            text.push_str(&format!("({}) Yeni fıkra.\n", paragraphs + 2));
        }
        if let Some((_, 3)) = here {
            text.push_str(&format!("MADDE {}/A- (1) Yeni madde:\na) Yeni bent.\n", n + 1));
        }
        text.push('\n');
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_text_comes_back_byte_for_byte(source in "\\PC{0,80}|[\\x00-\\x7f\u{c}\u{feff}\u{200b}çı’\u{307}\r\n]{0,120}") {
        check(&source);
    }

    #[test]
    fn texts_made_of_labels_lose_nothing(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "MADDE 1- ", "Madde\n2-", "EK MADDE 1 –", "BİRİNCİ BÖLÜM", "İKİNCİ\nKISIM", "a) ", "b) ", "ç)", "aa) ", "1) ", "1. ", "1.1. ",
                "2.1 ", "(1) ", "(2)", "• ", "- ", "Amaç", "Amaç :", "GENEL HÜKÜMLER", "ve", "Bu esas,", "temel ilkeleri esas alır.", "kapsar.",
                "(Değişik: 1/1/2020-1/1 md.)", " ", "\n", "\n\n", "\n\n\n\n", "\u{c}", "A) ", "IV. ", "T.C.",
            ]),
            0..40,
        )
    ) {
        check(&pieces.concat());
        check_layout(&pieces.concat());
    }

    #[test]
    fn texts_like_laws_lose_nothing(source in law()) {
        check(&source);
        check_layout(&source);
    }

    #[test]
    fn a_clause_put_in_changes_no_other_name(
        articles in prop::collection::vec((0..4usize, 0..5usize), 1..8),
        place in (0..8usize, 0..4usize, 0..5usize),
        what in 0..4usize,
    ) {
        let before = numbered(&articles, None);
        let place = (place.0 % articles.len(), place.1, place.2);
        let after = numbered(&articles, Some((place, what)));
        let names = |source: &str| -> std::collections::BTreeMap<String, String> {
            let (text, _) = read(source);
            nodes(&text).into_iter().filter(|n| n.text.starts_with("Hüküm")).map(|n| (n.text.to_string(), n.id.to_string())).collect()
        };
        let (before, after) = (names(&before), names(&after));
        prop_assert!(!before.is_empty());
        for (clause, name) in &before {
            prop_assert_eq!(after.get(clause), Some(name));
        }
    }
}

#[test]
fn footnotes_and_their_marks_are_no_paragraphs() {
    let text = "1- 19/2/1963 tarihli Kanunla kaldırılan hükümler: (Madde numaraları: 3, Ek\nMadde 4)\n\n\
                Madde 3 – (31/12/1960 tarih ve 193 sayılı Kanunun hükmüdür.)\n(1)\n\nBu yerlerden\nher yıl yeniden vergi\nalınır.\n(2)\n\nHarç alınmaz.\n\n\
                ––––––––––\n\n(1)\n9/4/2003 tarihli Kanunla değiştirilmiştir.\n\n(2) Bu fıkra eklenmiştir.\n\n\
                Madde 5 – (1) Bir.\n\n(2) İki.\n";
    let read = parse(&mut Diagnostics::new(), &"a.txt".into(), text);
    assert_eq!(read.to_source(), text);
    let mut seen = Vec::new();
    read.each(&mut |node| {
        if matches!(node.kind, Kind::Article | Kind::Paragraph) {
            seen.push((node.id.to_string(), node.text.to_string()));
        }
    });
    let seen: Vec<(&str, &str)> = seen.iter().map(|(id, text)| (&**id, &**text)).collect();
    assert_eq!(
        seen,
        [
            ("madde-3", ""),
            ("madde-3-f1", "Bu yerlerden her yıl yeniden vergi alınır. (2)"),
            ("madde-3-f2", "Harç alınmaz."),
            ("madde-5", ""),
            ("madde-5-f1", "Bir."),
            ("madde-5-f2", "İki."),
        ]
    );
}

#[test]
fn marks_of_footnotes_in_a_text_that_counts_no_paragraphs() {
    let law = |second: &str| {
        format!(
            "Madde 1 – Bu Kanun\ndevlet memurlarını kapsar.\n\n(1) Aylıklar bu cetvele\ngöre ödenir.\n\n{second}Bu cetvel\nher yıl yenilenir.\n\n______\n(1) Bu fıkra\nsonradan eklenmiştir.\n"
        )
    };
    assert!(outline(&law("")).contains("\n  paragraph: (1) Aylıklar bu cetvele göre ödenir.\n"), "{}", outline(&law("")));
    assert!(outline(&law("(2) ")).contains("\n  paragraph 1: Aylıklar bu cetvele göre ödenir.\n"), "{}", outline(&law("(2) ")));
}

#[test]
fn what_amendments_did_to_a_point_stays_with_it() {
    let law = "Madde 14- Belediye, şu\nişleri yapar;\n\na) İmar hizmetlerini\nyürütür.\n\n(Mülga son cümle: 12/11/2012-6360/17 md.) (…) (Ek cümleler: 12/11/2012-6360/17 md.)\nBüyükşehirler konukevi açar.\n\nb) (…)\n[12]\n\nOkulları onarır. (Değişik\nikinci cümle:\n\n12/11/2012-6360/17 md.)\nGıda bankacılığı yapabilir.\n[13]\n\n(Ek fıkra: 12/11/2012-6360/17 md.)\nYardımı sınırlıdır.\n";
    assert_eq!(
        outline(law),
        "article 14
  paragraph: Belediye, şu işleri yapar;
    point a: İmar hizmetlerini yürütür. (Mülga son cümle: 12/11/2012-6360/17 md.) (…) (Ek cümleler: 12/11/2012-6360/17 md.) Büyükşehirler konukevi açar.
    point b: (…) [12] Okulları onarır. (Değişik ikinci cümle: 12/11/2012-6360/17 md.) Gıda bankacılığı yapabilir. [13]
  paragraph: (Ek fıkra: 12/11/2012-6360/17 md.) Yardımı sınırlıdır.
"
    );
}

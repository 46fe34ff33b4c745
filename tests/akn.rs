//! The formats of a regulation for machines, of every text there is: Akoma Ntoso at level 2, Markdown that reads back,
//! JSON-LD that resolves. Nothing is compared with a snapshot; each format is held against the standard and the text.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests look at the disk themselves, and end where something is wrong"
)]

#[path = "akn/level2.rs"]
mod level2;
mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, OnceLock};

use regex::Regex;

use tellal::diag::Diagnostics;
use tellal::model::registry::Registries;
use tellal::model::regulation as model;
use tellal::parse::regulation::{self, Kind, Node, RegulationText};
use tellal::render::regulation as render;
use tellal::source::{Disk, Memory, World};
use tellal::view::regulation::{Frame, RegulationDoc, document, version};

const SEED: &str = "tests/regulation/bilgi-islem-2021.txt";
const TEXTS: &str = "../shared/fixtures/regulations";

fn parsed(name: &str, source: &str) -> RegulationText {
    regulation::parse(&mut Diagnostics::new(), &name.into(), source)
}

/// A text as `tellal regulation` reads it.
fn read(name: &str, text: RegulationText) -> RegulationDoc {
    let references = regulation::references(&text);
    let laws = model::laws(&mut Diagnostics::new(), &Disk::new("."));
    let known = model::Regulations { laws, ..Default::default() };
    document(&model::bare(name.into(), text, references), &known, &Frame::default())
}

struct Text {
    name: String,
    text: RegulationText,
    document: RegulationDoc,
}

/// The seed and every text beside the repository, read once.
fn all() -> &'static [Text] {
    static ALL: OnceLock<Vec<Text>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut paths = vec![Path::new(SEED).to_path_buf()];
        if Path::new(TEXTS).exists() {
            paths.extend(support::files(Path::new(TEXTS)));
        } else {
            support::skipped("the formats of real regulations: the texts are not here");
        }
        let one = |path: &PathBuf| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let text = parsed(&name, &fs::read_to_string(path).unwrap());
            Text { document: read(&name, text.clone()), name, text }
        };
        paths.iter().map(one).collect()
    })
}

/// The regulation of this repository, as its page has it.
fn of_this_repository() -> RegulationDoc {
    let mut diag = Diagnostics::new();
    let world = Disk::new(".");
    let site = tellal::parse::site::load(&mut diag, &world).unwrap();
    let regulations = model::load(&mut diag, &world, &Registries::default());
    let regulation = &regulations.by_name["bilgi-islem-ic-hizmet-yonetmeligi"];
    let frame = Frame { site: Some(&site), address: Some("/mevzuat/bilgi-islem-ic-hizmet-yonetmeligi/") };
    document(regulation, &regulations, &frame)
}

fn akn(document: &RegulationDoc) -> String {
    String::from_utf8(render::akn(document)).unwrap()
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

#[test]
fn every_text_is_akoma_ntoso_at_level_two_and_loses_no_word() {
    for Text { name, text, document } in all() {
        let root = level2::read(&akn(document));
        assert_eq!(level2::complaints(&root), [""; 0], "{name}");
        let mut expected = text.title.clone();
        text.each(&mut |node| {
            for part in [node.printed.as_deref(), node.heading.as_deref(), Some(&node.text)].into_iter().flatten() {
                expected.push(' ');
                expected.push_str(part);
            }
        });
        let act = root.find("act").unwrap();
        let told: String = ["preface", "body"].iter().filter_map(|n| act.find(n)).map(|e| format!("{} ", e.text)).collect();
        let clean: String = expected.chars().filter(|c| !c.is_control() || c.is_whitespace()).collect();
        assert_eq!(words(&told), words(&clean), "{name}");
    }
}

#[test]
fn this_repositorys_regulation_has_its_own_address_and_its_references_resolve() {
    let xml = akn(&of_this_repository());
    assert_eq!(level2::complaints(&level2::read(&xml)), [""; 0]);
    for part in [
        "<FRBRuri value=\"/akn/tr-67-caycuma/act/yonetmelik/2021-04-03/38\"/>",
        "<FRBRuri value=\"/akn/tr-67-caycuma/act/yonetmelik/2021-04-03/38/tur@2021-04-30\"/>",
        "eId=\"chp_2__list_1__point_ff\"",
        "href=\"/akn/tr/act/kanun/2005-07-03/5393/!main~art_18\">5393 sayılı yasanın 18/m maddesi</ref>",
        "href=\"/akn/tr/act/kanun/2005-07-03/5393/!main~art_23\">23. Maddesi</ref>",
        "<destination eId=\"am_1__destination_1\" href=\"/akn/tr-67-caycuma/act/yonetmelik/2015-11-04/97\"/>",
        "<source eId=\"am_1__source_1\" href=\"#chp_3\"/>",
    ] {
        assert!(xml.contains(part), "{part}\n{xml}");
    }
    assert_eq!(xml.matches("<point ").count(), 45);
}

#[test]
fn an_amended_text_tells_who_amended_it_and_since_when() {
    let text =
        "ÖRNEK YÖNETMELİĞİ\n\nMADDE 1- (1) Süre on gündür.\n\nMADDE 2- (1) Bu Yönetmelik gönderildiği gün yürürlüğe girer.\n";
    let act = "MADDE 1- Örnek Yönetmeliğinin 1 inci maddesinin birinci fıkrasında yer alan “on gündür” ibaresi “on beş gündür” \
               şeklinde değiştirilmiştir.\n\nMADDE 2- Bu Yönetmelik gönderildiği gün yürürlüğe girer.\n";
    let record = |day: u8, number: u8, more: &str| {
        format!(
            "baslik: Örnek Yönetmeliği\ntur: yonetmelik\nkabul: {{organ: Belediye Meclisi, tarih: 2021-04-{day:02}, sayi: {number}}}\n\
             mulki_amir: {{makam: Kaymakamlık, tarih: 2021-04-{day:02}, sayi: {number}, tur: gonderim}}\nyururluk: 2021-04-{day:02}\n{more}"
        )
    };
    let world = Memory::new()
        .on("2021-05-01".parse().unwrap())
        .with("data/mevzuat/ornek.yaml", record(5, 38, ""))
        .with("data/mevzuat/ornek.txt", text)
        .with("data/mevzuat/degisiklik.yaml", record(20, 41, "degistirdigi: ornek\n"))
        .with("data/mevzuat/degisiklik.txt", act);
    let mut diag = Diagnostics::new();
    let regulations = model::load(&mut diag, &world, &Registries::default());
    let told: Vec<&str> = diag.iter().map(|d| d.code.id()).collect();
    let xml = akn(&document(&regulations.by_name["ornek"], &regulations, &Frame::default()));
    assert_eq!(level2::complaints(&level2::read(&xml)), [""; 0]);
    for part in [
        "Süre on beş gündür.",
        "/akn/tr/act/yonetmelik/2021-04-05/38/tur@2021-04-20\"",
        "date=\"2021-04-20\" type=\"amendment\"",
        "<textualMod type=\"substitution\" eId=\"pm_1\">",
        "href=\"/akn/tr/act/yonetmelik/2021-04-20/41/!main~art_1\"",
        "href=\"#art_1__para_1\"",
    ] {
        assert!(xml.contains(part), "{part}\n{told:?}\n{xml}");
    }
}

#[test]
fn each_text_of_an_amended_regulation_is_an_expression_of_its_own() {
    let mut diag = Diagnostics::new();
    let world = Disk::new("tests/golden/kucukova");
    let site = tellal::parse::site::load(&mut diag, &world).unwrap();
    let regulations = model::load(&mut diag, &world, &Registries::default());
    let regulation = &regulations.by_name["kutuphane"];
    let days = ["2018-03-14", "2020-02-12", "2024-06-01"];
    assert_eq!(regulation.expressions.len(), days.len());
    for (number, day) in days.into_iter().enumerate() {
        let address = format!("/mevzuat/kutuphane/surum/{day}/");
        let frame = Frame { site: Some(&site), address: Some(&address) };
        let document = version(regulation, number, &regulations, &frame);
        let xml = akn(&document);
        assert_eq!(level2::complaints(&level2::read(&xml)), [""; 0], "{day}");
        for part in [
            format!("<FRBRuri value=\"/akn/tr-kucukova/act/yonetmelik/2018-03-06/12/tur@{day}\"/>"),
            "<FRBRalias value=\"https://www.kucukova.example/mevzuat/kutuphane/\" name=\"web\"/>".to_owned(),
            format!("<FRBRalias value=\"https://www.kucukova.example{address}\" name=\"web\"/>"),
        ] {
            assert!(xml.contains(&part), "{part}\n{xml}");
        }
        // Later amendments are none of an earlier text's.
        assert_eq!(xml.matches("type=\"amendment\"").count(), number, "{day}");
        assert_eq!(document.until.as_ref().map(|d| d.iso.as_str()), days.get(number + 1).copied(), "{day}");
        assert_eq!(document.force, Some(number == 2), "{day}");
        let value: serde_json::Value = serde_json::from_slice(&render::json_ld(&document)).unwrap();
        assert_eq!(value["legislationDateVersion"], *day);
        assert_eq!(value["exampleOfWork"]["@id"], "https://www.kucukova.example/mevzuat/kutuphane/");
    }
}

/// The checker itself: every kind of harm is seen.
#[test]
fn harm_is_seen() {
    let good = akn(&of_this_repository());
    let harms = [
        ("eId=\"chp_2__list_1__point_ff\"", "eId=\"chp_2__list_1__point_gg\""),
        ("<num>ff)</num>", "<num>fg)</num>"),
        ("eId=\"art_1-3\"", "eId=\"chp_1__art_1-3\""),
        ("href=\"#chp_3\"", "href=\"#chp_9\""),
        ("href=\"/akn/tr/act/kanun/2005-07-03/5393/!main~art_18\"", "href=\"https://www.mevzuat.gov.tr/5393\""),
        ("date=\"2021-04-03\" name=\"kabul\"", "date=\"2021-04-04\" name=\"kabul\""),
        ("/tur@2021-04-30\"/>", "/tur@2021-05-01\"/>"),
        ("/tur@2021-04-30.xml\"/>", "/tur@2021-04-30.html\"/>"),
        ("<FRBRauthor href=\"#caycuma-belediye-meclisi\"/>\n<FRBRcountry", "<FRBRcountry"),
        ("start=\"#eref_3\"", "start=\"#eref_4\""),
    ];
    for (part, harmed) in harms {
        assert!(good.contains(part), "{part} is not there to be harmed\n{good}");
        let bad = good.replacen(part, harmed, 1);
        assert!(!level2::complaints(&level2::read(&bad)).is_empty(), "{part} → {harmed} was not seen");
    }
}

/// A line of Markdown without its marks: heading signs, list signs, anchors, backslashes.
fn plain(line: &str) -> String {
    static ANCHOR: LazyLock<Regex> = LazyLock::new(|| Regex::new(r#"<a id="[^"]*"></a>"#).unwrap());
    let line = line.trim_start();
    let line = line.strip_prefix("- ").unwrap_or(line);
    let line = if line.starts_with('#') { line.trim_start_matches('#').trim_start() } else { line };
    unescaped(&ANCHOR.replace_all(line, ""))
}

/// Words without the backslashes of Markdown (CommonMark 0.31.2, 2.4).
fn unescaped(line: &str) -> String {
    static ESCAPED: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\\([[:punct:]])").unwrap());
    ESCAPED.replace_all(line, "$1").into_owned()
}

/// Markdown without its front matter.
fn body(markdown: &str) -> &str {
    markdown.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).map_or(markdown, |(_, body)| body)
}

#[test]
fn markdown_gives_every_clause_back_at_its_anchor() {
    for Text { name, text, document } in all() {
        let markdown = render::markdown(document);
        let told: Vec<(String, String)> = body(&markdown)
            .split("<a id=\"")
            .skip(1)
            .map(|part| {
                let (id, rest) = part.split_once("\"></a>").unwrap();
                // The signs of the next clause's line belong to it.
                let rest = rest
                    .rsplit_once('\n')
                    .filter(|(_, last)| last.trim_matches(['#', '-', ' ']).is_empty())
                    .map_or(rest, |(r, _)| r);
                let words: Vec<String> = rest.lines().map(|line| unescaped(line.trim_start().trim_start_matches('>'))).collect();
                (id.to_owned(), words.join(" ").split_whitespace().collect::<Vec<_>>().join(" "))
            })
            .collect();
        let mut expected = Vec::new();
        text.each_own(&mut |n: &Node| {
            // A quotation is one thing, whatever is in it.
            if n.kind == Kind::Quote {
                let lines = regulation::lines_of_quotation(n).join(" ");
                return expected.push((n.id.to_string(), lines.split_whitespace().collect::<Vec<_>>().join(" ")));
            }
            let (printed, heading) = (n.printed.as_deref(), n.heading.as_deref());
            let parts = if n.kind == Kind::Article { [heading, printed] } else { [printed, heading] };
            let all: Vec<&str> = parts.into_iter().flatten().chain([&*n.text]).flat_map(str::split_whitespace).collect();
            expected.push((n.id.to_string(), all.join(" ")));
        });
        for (told, expected) in told.iter().zip(&expected) {
            assert_eq!(told, expected, "{name}");
        }
        assert_eq!(told.len(), expected.len(), "{name}");
    }
}

#[test]
fn markdown_of_a_regular_text_reads_back_as_the_same_tree() {
    let outline = |text: &RegulationText| {
        let mut lines = Vec::new();
        text.each(&mut |n: &Node| lines.push(format!("{} {} {:?} {}", n.kind.as_str(), n.id, n.heading, n.text)));
        lines
    };
    let articles = "ÖRNEK YÖNERGESİ\n\nBİRİNCİ BÖLÜM\nAmaç ve Kapsam\n\nAmaç\nMADDE 1- (1) Bu yönerge;\na) Bilgi,\nb) * İşlem_x,\n\
                    işlerini düzenler.\n(2) İkinci fıkra.\n\nKapsam\nMADDE 2- (1) Tümü.\n";
    for source in [fs::read_to_string(SEED).unwrap(), articles.to_owned()] {
        let text = parsed("m.txt", &source);
        let markdown = render::markdown(&read("m.txt", text.clone()));
        let again = body(&markdown).lines().map(plain).collect::<Vec<_>>().join("\n");
        assert_eq!(outline(&parsed("m.txt", &again)), outline(&text), "{markdown}");
    }
}

#[test]
fn markdown_is_read_as_markdown_with_every_anchor() {
    let text = "MADDE 1- (1) Bir_iki * üç <b> [x](y) & `z`:\na) 1. bent # değil\nb) İki\n";
    let document = read("m.txt", parsed("m.txt", text));
    let markdown = render::markdown(&document);
    let world = Memory::new().with("m.md", format!("---\ntitle: M\n---\n{markdown}").into_bytes());
    let mut diag = Diagnostics::new();
    let page = tellal::parse::page::parse(&mut diag, &"content/public/m.md".into(), &world.read("m.md").unwrap()).unwrap();
    let html: String = format!("{:?}", page.body.blocks);
    for part in ["Bir_iki * üç <b> [x](y) & `z`:", "1. bent # değil", "MADDE 1-"] {
        assert!(html.contains(part), "{part}\n{html}");
    }
    assert!(page.body.links.is_empty(), "{html}");
}

#[test]
fn json_ld_names_every_clause_once_at_its_anchor() {
    let document = of_this_repository();
    let value: serde_json::Value = serde_json::from_slice(&render::json_ld(&document)).unwrap();
    assert_eq!(value["@type"], "Legislation");
    assert_eq!(value["legislationDate"], "2021-04-03");
    assert_eq!(value["legislationPassedBy"]["name"], "Çaycuma Belediye Meclisi");
    assert_eq!(value["legislationDateVersion"], "2021-04-30");
    assert_eq!(value["legislationRepeals"][0]["legislationDate"], "2015-11-04");
    let mut parts = Vec::new();
    collect(&value, &mut parts);
    let mut expected = Vec::new();
    let text = parsed("m.txt", &fs::read_to_string("data/mevzuat/bilgi-islem-ic-hizmet-yonetmeligi.txt").unwrap());
    text.each(&mut |n| {
        if n.kind != Kind::Text {
            expected.push(format!("https://www.caycuma.bel.tr/mevzuat/bilgi-islem-ic-hizmet-yonetmeligi/#{}", n.id));
        }
    });
    assert_eq!(parts.len(), parts.iter().collect::<BTreeSet<_>>().len(), "an anchor stands twice");
    assert_eq!(parts, expected);
}

fn collect(value: &serde_json::Value, parts: &mut Vec<String>) {
    for part in value["hasPart"].as_array().into_iter().flatten() {
        parts.push(part["@id"].as_str().unwrap().to_owned());
        collect(part, parts);
    }
}

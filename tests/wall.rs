//! The wall, tried from outside: whatever private cells hold, citizens get the same bytes, and nothing planted in them is
//! ever found on the citizens' side, while staff find it. The types that keep the wall are tried where they are written
//! (`compile_fail` beside a passing twin in `src/view/audience.rs` and `src/disclose`).

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests look at the disk themselves, and end where something is wrong"
)]

#[path = "wall/scan.rs"]
mod scan;
mod support;

use std::collections::BTreeMap;
use std::path::Path;

use proptest::prelude::*;
use scan::Files;
use tellal::pipeline::Sites;
use tellal::source::Memory;

const GOLDEN: &str = "tests/golden/kucukova";
const REQUESTS: &str = "data/basvurular/2026.csv";
const DEVICES: &str = "data/envanter/envanter.csv";

/// The golden municipality in memory.
fn municipality() -> Memory {
    let world = support::folder(Memory::new(), Path::new(GOLDEN), "");
    support::folder(world, Path::new(support::SMALL_THEME), "themes/sade")
}

fn built(world: &Memory) -> Sites {
    let outcome = support::build(world);
    outcome.sites.unwrap_or_else(|| panic!("\n{}", support::told(&outcome.diagnostics, world)))
}

fn public(sites: &Sites) -> BTreeMap<String, Vec<u8>> {
    sites.public.iter().map(|a| (a.path.to_string(), a.bytes.to_vec())).collect()
}

/// The requests: `(no, day, month, unit)` feed public figures, `private` gives the other cells of a row.
fn requests(private: &dyn Fn(usize) -> [String; 4]) -> String {
    let mut text = "Başvuru No;Tarih;Birim;Konu;Not;Görevli\n".to_owned();
    for i in 0..40 {
        let unit = if i % 3 == 0 { "Zabıta Müdürlüğü" } else { "Fen İşleri Müdürlüğü" };
        let [no, subject, note, clerk] = private(i);
        text += &format!(
            "{};{:02}.{:02}.2026;{unit};{};{};{}\n",
            cell(&no),
            1 + i % 28,
            1 + i % 3,
            cell(&subject),
            cell(&note),
            cell(&clerk)
        );
    }
    text
}

fn devices(private: &dyn Fn(usize) -> [String; 5]) -> String {
    let rows = (0..6).map(|i| private(i).map(|value| cell(&value)).join(",") + "\n");
    "Sicil,IP,Seri No,Zimmetli,Yer\n".to_owned() + &rows.collect::<String>()
}

fn cell(value: &str) -> String {
    format!("\"{}\"", value.replace('"', "\"\""))
}

/// Anything an office could have typed, and some things it could not.
fn private() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-ZçğıöşüÇĞİÖŞÜ0-9 .,'\"<>&=+@#:/-]{1,24}",
        Just("=HYPERLINK(\"https://x.example\")".to_owned()),
        Just("<script>alert(1)</script>".to_owned()),
        Just("10000000146".to_owned()),
        Just("0".to_owned()),
    ]
    .prop_map(|value| format!("x{value}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every private value, and every internal one that feeds no public figure, is another; so is what staff read.
    #[test]
    fn citizens_get_the_same_bytes_whatever_private_cells_hold(
        values in proptest::collection::vec(private(), 160),
        hidden in proptest::collection::vec(private(), 30),
        staff_page in "[a-zçğıöşü ]{1,80}",
    ) {
        let world = municipality();
        let plain = world.clone().with(REQUESTS, requests(&|i| [format!("{i}"), "Yol".into(), "Not".into(), "P1".into()]));
        let plain = plain.with(DEVICES, devices(&|i| [format!("{i}"), "10.0.0.1".into(), "SN".into(), "P1".into(), "Kat".into()]));
        let other = world.with(REQUESTS, requests(&|i| {
            let value = |k: usize| values[4 * i + k].clone();
            [format!("{}-{i}", value(0)), value(1), value(2), value(3)]
        }));
        let other = other.with(DEVICES, devices(&|i| {
            let value = |k: usize| hidden[5 * i + k].clone();
            [format!("{}-{i}", value(0)), value(1), value(2), value(3), value(4)]
        }));
        let other = other.with("content/internal/gizli.md", format!("---\ntitle: Gizli\n---\n\n{staff_page}\n"));
        prop_assert_eq!(public(&built(&plain)), public(&built(&other)));
    }
}

/// What is planted: a word for every private column, in the alphabet that gets lost most easily, and numbers that look
/// like people's.
struct Canary {
    column: &'static str,
    word: String,
}

fn canaries() -> Vec<Canary> {
    let columns = ["no", "konu", "not", "gorevli", "sicil", "ip", "seri", "zimmetli", "yer"];
    let numbered = columns.into_iter().zip(1_u64..);
    numbered
        .map(|(column, i)| Canary {
            column, word: format!("Kanarya-{column}-ĞÜŞİÖÇ-{}", national_number(700_000_000 + 7 * i))
        })
        .collect()
}

/// A national number (TCKN) with right check digits, out of its first nine.
fn national_number(nine: u64) -> String {
    let digits: Vec<u64> = nine.to_string().bytes().map(|b| u64::from(b - b'0')).collect();
    let (odd, even): (u64, u64) = (digits.iter().step_by(2).sum(), digits.iter().skip(1).step_by(2).sum());
    let tenth = (odd * 7 + 100 - even) % 10;
    let eleventh = (odd + even + tenth) % 10;
    format!("{nine}{tenth}{eleventh}")
}

fn planted() -> Memory {
    let canaries = canaries();
    let word = |column: &str| canaries.iter().find(|c| c.column == column).unwrap().word.clone();
    let world = municipality();
    let world = world.with(REQUESTS, requests(&|i| [format!("{}-{i}", word("no")), word("konu"), word("not"), word("gorevli")]));
    let world = world
        .with(DEVICES, devices(&|i| [format!("{}-{i}", word("sicil")), word("ip"), word("seri"), word("zimmetli"), word("yer")]));
    // The report shows rows too, so that its workbook and its PDF hold what must not come out elsewhere.
    world.with(
        "content/reports/kayitlar.md",
        "---\ntitle: Kayıtlar\npath: /kayitlar/\nformats: [html, pdf, xlsx]\n---\n\n![Kayıtlar](table:kayitlar)\n",
    )
}

#[test]
fn what_is_planted_in_private_cells_is_found_by_staff_and_never_by_citizens() {
    let sites = built(&planted());
    let internal = Files::new(sites.internal.iter().map(|a| (&*a.path, &*a.bytes)));
    let citizens = Files::new(sites.public.iter().map(|a| (&*a.path, &*a.bytes)));
    for canary in canaries() {
        assert!(!internal.with(&canary.word).is_empty(), "staff may see `{}`, and do not", canary.column);
        let number = canary.word.rsplit('-').next().unwrap();
        assert_eq!(citizens.with(&canary.word), [""; 0], "`{}` came out", canary.column);
        assert_eq!(citizens.with(number), [""; 0], "the number of `{}` came out", canary.column);
    }
}

/// The tests above can fail: what citizens may see does change their bytes, and a word on their side is found.
#[test]
fn what_is_let_out_is_seen() {
    let canary = canaries().remove(0).word;
    let open = municipality().with("content/public/a.md", format!("---\ntitle: A\n---\n\nBu hafta: {canary}\n"));
    let sites = built(&open);
    let citizens = Files::new(sites.public.iter().map(|a| (&*a.path, &*a.bytes)));
    // On the page and, as the beginning of its text, in the index that is searched.
    let found = citizens.with(&canary);
    assert!(found.len() == 2 && found[0] == "a/index.html" && found[1].starts_with("arama/"), "{found:?}");
    let fewer = support::build(&municipality().with(
        REQUESTS,
        requests(&|i| [format!("{i}"), "Yol".into(), "Not".into(), "P1".into()]).replace("Zabıta", "Fen İşleri"),
    ));
    let unlike = built(&municipality().with(REQUESTS, requests(&|i| [format!("{i}"), "Yol".into(), "Not".into(), "P1".into()])));
    assert!(public(&fewer.sites.unwrap()) != public(&unlike), "the unit of a request feeds public figures");
}

#[test]
fn the_scanner_sees_into_workbooks_and_papers() {
    let sites = built(&planted());
    let word = canaries().into_iter().find(|c| c.column == "gorevli").unwrap().word;
    let number = word.rsplit('-').next().unwrap();
    let seen = |ending: &str| {
        let files: Vec<_> =
            sites.reports.iter().filter(|a| a.path.starts_with("kayitlar/") && a.path.ends_with(ending)).collect();
        assert_eq!(files.len(), 1, "the report is made as {ending}");
        !Files::new(files.iter().map(|a| (&*a.path, &*a.bytes))).with(number).is_empty()
    };
    assert!(seen(".xlsx"), "a workbook is opened");
    if scan::reads_pdf() {
        assert!(seen(".pdf"), "a PDF is read");
    } else {
        support::skipped("text of PDF files: pdftotext is not here");
    }
}

/// A picture of the staff's has copies on their side alone, whatever citizens' pages show.
#[test]
fn pictures_stay_on_their_side() {
    // A white dot, 1 × 1.
    let dot: &[u8] = b"GIF89a\x01\0\x01\0\x80\0\0\xff\xff\xff\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";
    let world = municipality()
        .with("content/internal/plan.gif", dot)
        .with("content/internal/oda.md", "---\ntitle: Oda\n---\n\n![Odanın planı](plan.gif) ![Nokta](../public/nokta.gif)\n")
        .with("content/public/nokta.gif", dot)
        .with("content/public/a.md", "---\ntitle: A\n---\n\n![Nokta](nokta.gif)\n");
    let sites = built(&world);
    let shown = |paths: &mut dyn Iterator<Item = String>| -> Vec<String> {
        let name = |path: String| path.strip_prefix("varlik/resim/").and_then(|n| n.split('.').next()).map(str::to_owned);
        let mut names: Vec<String> = paths.filter_map(name).collect();
        names.dedup();
        names
    };
    assert_eq!(shown(&mut sites.public.iter().map(|a| a.path.to_string())), ["nokta"]);
    assert_eq!(shown(&mut sites.internal.iter().map(|a| a.path.to_string())), ["nokta", "plan"]);
    assert!(sites.public.iter().all(|a| !a.path.ends_with(".gif")), "no source is published");
}

/// A personal column is refused at its header: the build stops, and not even the complaint shows a cell.
#[test]
fn a_personal_column_stops_the_build_and_no_cell_of_it_is_told() {
    let text =
        "Başvuru No;Tarih;Birim;Konu;Not;Görevli;Ad Soyad;TC\n1;01.01.2026;Zabıta Müdürlüğü;Yol;Not;P1;Kanarya Kuş;10000000146\n";
    let world = municipality().with(REQUESTS, text);
    let outcome = support::build(&world);
    assert!(outcome.sites.is_none());
    let told = support::told(&outcome.diagnostics, &world);
    assert!(told.contains("personal-column") && told.contains("undeclared-column"), "{told}");
    assert!(!told.contains("Kanarya") && !told.contains("10000000146"), "{told}");
}

#[test]
fn national_numbers_have_right_check_digits() {
    assert_eq!(national_number(100_000_001), "10000000146");
}

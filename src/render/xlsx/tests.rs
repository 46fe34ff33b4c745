//! The workbook, read back with calamine.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};

use super::*;
use crate::render::sample::{self, cell, column, word};

fn place() -> Place {
    Place::file("content/reports/aylik.md")
}

fn xlsx(report: &ReportDoc) -> Vec<u8> {
    let mut diags = Diagnostics::new();
    let bytes = write(&mut diags, report, &place());
    assert!(diags.is_empty(), "{diags:?}");
    bytes.expect("a report without complaints is a file")
}

fn open(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    open_workbook_from_rs(Cursor::new(bytes)).expect("what was written can be read")
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a workbook is a zip file");
    std::io::read_to_string(zip.by_name(name).expect("the part is there")).expect("parts are UTF-8")
}

#[test]
fn cover_notes_then_one_table_a_sheet() {
    let book = open(xlsx(&sample::whole()));
    assert_eq!(book.sheet_names(), ["Kapak", "Notlar", "Aylık başvuru sayısı", "Müdürlüklere göre başvuru"]);
}

#[test]
fn values_are_values_and_words_are_words() {
    let mut book = open(xlsx(&sample::tables(vec![sample::by_unit()])));
    let range = book.worksheet_range("Müdürlüklere göre başvuru").unwrap();
    let row = |i: usize| range.rows().nth(i).unwrap().to_vec();
    assert_eq!(row(0)[0], Data::String("Tablo 1. Müdürlüklere göre başvuru (örnek veri)".to_owned()));
    assert_eq!(row(2)[1], Data::String("Başvuru".to_owned()));
    assert_eq!(row(3)[1], Data::Float(1905.0));
    assert_eq!(row(3)[2], Data::Float(6.5));
    assert_eq!(row(3)[3], Data::Float(340_391.0));
    assert!(matches!(&row(3)[4], Data::DateTime(day) if day.as_f64() == 46_203.0), "30.06.2026: {:?}", row(3)[4]);
    assert_eq!(row(4)[0], Data::String("=HYPERLINK(\"x\")".to_owned()));
    assert_eq!(row(4)[1], Data::String("[c]".to_owned()));
    assert_eq!(row(4)[3], Data::Float(-5.25));
    assert_eq!(row(5)[3], Data::Empty);
    assert!(range.rows().all(|row| row.iter().any(|cell| *cell != Data::Empty)), "no row is blank");
}

#[test]
fn nothing_is_a_formula_and_nothing_is_merged() {
    let bytes = xlsx(&sample::tables(vec![sample::by_unit()]));
    let sheet = part(&bytes, "xl/worksheets/sheet3.xml");
    assert!(!sheet.contains("<f>") && !sheet.contains("mergeCell"));
    assert!(sheet.contains("<pane xSplit=\"1\" ySplit=\"3\""));
    assert!(part(&bytes, "xl/styles.xml").contains("quotePrefix=\"1\""));
    assert!(part(&bytes, "xl/tables/table2.xml").contains("name=\"Tablo_1\""));
}

#[test]
fn properties_come_from_the_report() {
    let bytes = xlsx(&sample::whole());
    let core = part(&bytes, "docProps/core.xml");
    for words in ["Halk Masası aylık raporu: Haziran 2026", "Çaycuma Belediyesi", "2026-06-30T00:00:00Z"] {
        assert!(core.contains(words), "{words} is missing in {core}");
    }
    assert_eq!(bytes, xlsx(&sample::whole()), "same report, same bytes");
}

#[test]
fn every_sheet_says_that_the_data_are_made_up() {
    let bytes = xlsx(&sample::whole());
    for sheet in 1..=4 {
        assert!(part(&bytes, &format!("xl/worksheets/sheet{sheet}.xml")).contains("ÖRNEK VERİ"), "sheet {sheet}");
    }
}

#[test]
fn names_of_sheets_are_allowed_short_and_unique() {
    let titles = ["A/B [c]: 'x'?", "notlar", "", "", &"ş".repeat(40), &"Ş".repeat(40), "History", "///"];
    let names = sheet_names(titles.into_iter());
    assert_eq!(
        names,
        [
            "A B c x",
            "notlar (2)",
            "Tablo",
            "Tablo (2)",
            &"ş".repeat(31),
            &format!("{} (2)", "Ş".repeat(27)),
            "History (2)",
            "Tablo (3)"
        ]
    );
}

#[test]
fn odd_tables_are_written() {
    let rows = |n: usize| (0..n).map(|i| vec![word(&i.to_string()), cell("1", "1")]).collect::<Vec<_>>();
    let columns = |a: &str, b: &str| vec![column("a", a, ColumnKind::Text), column("b", b, ColumnKind::Integer)];
    let mut report = sample::tables(vec![
        sample::figure("a", "Boş", columns("Gün", "Sayı"), Vec::new()),
        sample::figure("b", "Sütunsuz", Vec::new(), Vec::new()),
        sample::figure("c", "Aynı", columns("ŞUBE", "şube"), rows(500)),
        sample::figure("d", "Adsız", columns("", ""), vec![vec![word("a\0b\u{1b}🌳")], Vec::new()]),
        sample::figure("e", &"uzun ".repeat(20_000), columns(&"x".repeat(400), "y"), vec![vec![word(&"z".repeat(40_000))]]),
        sample::figure("f", "=1+1", columns("=a", "+b"), vec![vec![word("@a"), cell("NaN", "NaN")]]),
    ]);
    report.title = "a & b \0".to_owned();
    let book = open(xlsx(&report));
    assert_eq!(book.sheet_names().len(), 8);
}

#[test]
fn a_report_that_says_nothing_is_a_workbook() {
    let mut report = sample::report(Vec::new(), Vec::new());
    (report.title, report.summary, report.date, report.synthetic) = (String::new(), None, None, false);
    report.letterhead.clear();
    report.sources.clear();
    assert_eq!(open(xlsx(&report)).sheet_names(), ["Kapak", "Notlar"]);
}

#[test]
fn a_number_is_taken_only_where_no_digit_is_lost() {
    assert_eq!(number("-12.5"), Some(-12.5));
    for text in ["", "-", ".", "[c]", "inf", "NaN", "1e5", "12345678901234567", "1-2"] {
        assert_eq!(number(text), None, "{text}");
    }
}

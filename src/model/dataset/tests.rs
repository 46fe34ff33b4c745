//! Each mistake in a data file as a tiny case: the file, and what is said about it where.

use jiff::civil::Date;

use super::*;
use crate::diag::{Lang, Severity, Words};
use crate::model::{registry, sources};
use crate::source::{FileEntry, Memory};
use crate::table::{Cell, Sql};

mod workbook;

const SCHEMA: &str = "
name: istek
title: İstekler
files: ['*.csv', '*.xlsx']
primaryKey: [no]
missingValues: ['-', yok]
fields:
  - {name: no, type: string, class: internal, headers: [Başvuru No], constraints: {required: true}}
  - {name: tarih, type: date, class: internal, headers: [Tarih]}
  - {name: birim, type: reference, to: birimler, class: internal, headers: [Birim], validOn: tarih}
  - {name: gun, type: integer, class: public, headers: [Gün], constraints: {minimum: 0, maximum: 99999}}
  - {name: tutar, type: money, class: public, headers: [Tutar]}
  - {name: durum, type: enum, class: public, headers: [Durum], constraints: {enum: [Açık, Kapandı]}, values: {Kapandı: [Bitti]}}
  - {name: ip, type: string, class: secret, headers: [IP], constraints: {pattern: '[0-9.]+'}}
  - {name: ad_soyad, type: string, class: personal, headers: [Ad Soyad]}
  - {name: not, type: string, headers: [Not]}
";
const UNITS: &str = "
- {kod: fen-isleri, ad: Fen İşleri Müdürlüğü, kisa_ad: Fen İşleri}
- {kod: zabita, ad: Zabıta Müdürlüğü, kisa_ad: Zabıta, baslangic: 2026-02-01}
";
const HEADER: &str = "Başvuru No;Tarih;Birim;Gün;Tutar;Durum;IP";

fn world(files: &[(&str, &[u8])]) -> Memory {
    let base = Memory::new().with("data/istek/dataset.yaml", SCHEMA).with("data/birimler/birimler.yaml", UNITS);
    files.iter().fold(base, |world, (name, bytes)| world.with(&format!("data/istek/{name}"), bytes))
}

fn load_world(world: &Memory) -> (Datasets, Diagnostics) {
    let mut diag = Diagnostics::new();
    let registries = registry::load(&mut diag, world);
    let datasets = load(&mut diag, world, &registries, &Wanted::All);
    diag.sort();
    (datasets, diag)
}

/// `code:line:field` of every complaint about one file with these rows under the usual header.
fn said(rows: &str) -> Vec<String> {
    said_of(format!("{HEADER}\n{rows}").as_bytes())
}

fn said_of(file: &[u8]) -> Vec<String> {
    let (_, diag) = load_world(&world(&[("a.csv", file)]));
    words_are_there(&diag);
    diag.iter().map(|d| format!("{}:{}:{}", d.code.id(), d.place.line, d.place.field.as_deref().unwrap_or(""))).collect()
}

/// Every complaint has words without open variables in both languages.
fn words_are_there(diag: &Diagnostics) {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for d in diag.iter() {
            for text in [Some(words.message(d)), words.hint(d)].into_iter().flatten() {
                assert!(!text.contains("{$") && !text.contains("{ $"), "{text}");
            }
        }
    }
}

fn rows_of(file: &[u8]) -> usize {
    load_world(&world(&[("a.csv", file)])).0.get("istek").expect("was loaded").rows
}

#[test]
fn good_rows_are_typed() {
    let file = format!("{HEADER}\n2026/1;01.07.2026;FEN İŞLERİ;5;1.250,50 TL;bitti;192.0.2.1\n2026/2;-;;yok;;;\n");
    let (datasets, diag) = load_world(&world(&[("a.csv", file.as_bytes())]));
    assert!(diag.is_empty(), "{diag:?}");
    let table = datasets.get("istek").expect("was loaded").exact().clone();
    let row = table.reveal("test: looks at a row").row(0);
    assert!(row[2] == Cell::Text("fen-isleri".into()) && row[3] == Cell::Integer(5));
    assert!(row[4] == Cell::Money(125_050) && row[5] == Cell::Text("Kapandı".into()));
    let row = table.reveal("test: looks at a row").row(1);
    assert!(row[1..].iter().all(Cell::is_null));
}

#[test]
fn a_windows_1254_file_with_sep_line_titles_and_totals_is_read() {
    let (text, _, _) = encoding_rs::WINDOWS_1254.encode(
        "sep=;\r\nÇaycuma Belediyesi;;;;;;\r\n\r\nBaşvuru No;Tarih;Birim;Gün;Tutar;Durum;IP;\r\n1;1.7.2026;Zabıta Müdürlüğü;3;;Açık;;\r\nTOPLAM;;;3;;;;\r\n",
    );
    assert_eq!(said_of(&text), ["sep-line:1:", "total-row:6:"]);
    assert_eq!(rows_of(&text), 1);
}

#[test]
fn byte_order_marks_are_no_letters() {
    let text = format!("{HEADER}\n1;1.7.2026;Zabıta;3;;Açık;\n");
    assert_eq!(said_of(format!("\u{feff}{text}").as_bytes()), [""; 0]);
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(text.replace(';', "\t").encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(said_of(&utf16), [""; 0]);
    assert_eq!(rows_of(&utf16), 1);
}

#[test]
fn a_ragged_row_is_said_and_left_out() {
    assert_eq!(
        said("1;1.7.2026;Zabıta;3;;Açık\n2;1.7.2026;Zabıta;3;;Açık;;;x\n3;;;;;;\n4;;;;;;;;\n"),
        ["ragged-row:2:", "ragged-row:3:"]
    );
}

#[test]
fn an_unclosed_quote_is_said_where_it_opens() {
    assert_eq!(said("1;;;;;;\n2;;\"Zabıta;;;;\n3;;;;;;\n4;;;;;;"), ["unclosed-quote:3:"]);
}

#[test]
fn line_breaks_within_cells_and_blank_lines_keep_line_numbers() {
    assert_eq!(said("\"1\n2\n3\";;;;;;\n\n\n4;31.02.2026;;;;;\n"), ["bad-date:7:tarih"]);
    assert_eq!(said("\"1\r\n2\";;;;;;\r\n\r\n4;31.02.2026;;;;;\r\n"), ["bad-date:5:tarih"]);
    assert_eq!(said("1;;;;;;\r4;31.02.2026;;;;;\r"), ["bad-date:3:tarih"]);
}

#[test]
fn nul_bytes_and_mixed_encodings_are_said_with_their_line() {
    assert_eq!(said("1;;;;;;\n2\0;;;;;;\n"), ["nul-byte:3:"]);
    let mut mixed = format!("{HEADER}\n1;;Zabıta;;;Açık;\n2;;").into_bytes();
    mixed.extend_from_slice(b"Zab\xFDta;;;;\n");
    assert_eq!(said_of(&mixed), ["mixed-encoding:3:birim"]);
}

#[test]
fn damaged_letters_are_said_with_their_repair() {
    let (_, diag) = load_world(&world(&[("a.csv", format!("{HEADER}\n\u{c5}\u{17e}1;;;;;;\n").as_bytes())]));
    assert_eq!(diag.iter().map(|d| d.code.id()).collect::<Vec<_>>(), ["damaged-text"]);
}

#[test]
fn cells_that_are_not_what_they_should_be() {
    assert_eq!(said("1;31.02.2026;;;;;\n"), ["bad-date:2:tarih"]);
    assert_eq!(said("1;;;1.234;;;\n"), ["ambiguous-number:2:gun"]);
    assert_eq!(said("1;;;beş;;;\n"), ["bad-number:2:gun"]);
    assert_eq!(said("1;;;-1;;;\n"), ["out-of-range:2:gun"]);
    assert_eq!(said("1;;;;;Belki;\n"), ["unknown-value:2:durum"]);
    assert_eq!(said(";;;5;;;\n"), ["empty-cell:2:no"]);
}

#[test]
fn an_unknown_unit_gets_the_nearest_one_as_a_hint() {
    let (_, diag) = load_world(&world(&[("a.csv", format!("{HEADER}\n1;;Fen isleri md;;;;\n").as_bytes())]));
    let complaint = diag.iter().next().expect("is said");
    assert_eq!(complaint.code.id(), "unknown-unit");
    let hint = Words::new(Lang::Tr).hint(complaint).expect("has a hint");
    assert!(hint.starts_with("`Fen İşleri"), "{hint}");
}

#[test]
fn a_unit_is_held_against_the_day_of_the_record() {
    assert_eq!(said("1;31.01.2026;Zabıta;;;;\n2;01.02.2026;Zabıta;;;;\n"), ["not-valid-then:2:birim"]);
}

#[test]
fn a_key_that_stands_twice_names_both_lines_across_files() {
    let (a, b) = (format!("{HEADER}\n7;;;;;;\n8;;;;;;\n"), format!("{HEADER}\n9;;;;;;\n8;;;;;;\n"));
    let (_, diag) = load_world(&world(&[("a.csv", a.as_bytes()), ("b.csv", b.as_bytes())]));
    let d = diag.iter().next().expect("is said");
    assert_eq!((d.code.id(), &*d.place.file, d.place.line), ("duplicate-key", "data/istek/b.csv", 3));
    assert!(d.args.contains(&("first", "data/istek/a.csv:3".into())), "{d:?}");
}

#[test]
fn personal_undeclared_and_classless_columns_are_errors_and_never_read() {
    let file = "Başvuru No;Tarih;Birim;Gün;Tutar;Durum;IP;Ad Soyad;Telefon;Not;\n1;;;;;;;Gizli Kişi;0555;Gizli not;gizli\n";
    let (datasets, diag) = load_world(&world(&[("a.csv", file.as_bytes())]));
    let said: Vec<_> = diag.iter().map(|d| format!("{}:{}", d.code.id(), d.place.field.as_deref().unwrap_or(""))).collect();
    assert_eq!(said, ["personal-column:Ad Soyad", "personal-column:Not", "undeclared-column:Telefon", "undeclared-column:#11"]);
    assert!(diag.has_errors());
    assert!(!format!("{diag:?}").contains("Gizli") && !format!("{diag:?}").contains("0555"));
    let names: Vec<_> = datasets.get("istek").expect("was loaded").exact().columns().iter().map(|c| c.name.to_string()).collect();
    assert_eq!(names, ["no", "tarih", "birim", "gun", "tutar", "durum", "ip"]);
}

#[test]
fn a_secret_value_is_never_shown_and_no_figure_for_citizens_is_made_of_it() {
    let file = format!("{HEADER}\n1;;;;;;gizli-adres\n");
    let world = world(&[("a.csv", file.as_bytes())]);
    let (datasets, diag) = load_world(&world);
    assert_eq!(diag.iter().map(|d| d.code.id()).collect::<Vec<_>>(), ["out-of-range"]);
    assert!(!format!("{diag:?}").contains("gizli-adres"));
    let sources = sources::of(&datasets, &registry::load(&mut Diagnostics::new(), &world), world.today());
    let has_ip = |sql: &Sql| sql.table("istek").map(|table| table.column("ip").is_some());
    assert_eq!(has_ip(sources.exact()), Some(true));
    assert_eq!(has_ip(sources.guarded()), Some(false));
    assert_eq!(has_ip(sources.open()), None, "no row of a table about people is published");
}

#[test]
fn ten_thousand_mistakes_become_twenty_and_a_number() {
    let rows: String = (0..1_000).map(|i| format!("{i};x;;;;;\n")).collect();
    let (_, diag) = load_world(&world(&[("a.csv", format!("{HEADER}\n{rows}").as_bytes())]));
    assert_eq!(diag.len(), 21);
    let last = diag.iter().find(|d| d.code.id() == "more-of-the-same").expect("there is a summary");
    assert!(last.args.contains(&("count", "980".into())) && last.severity() == Severity::Error, "{last:?}");
}

#[test]
fn columns_nobody_wants_are_checked_but_not_kept() {
    let world = world(&[("a.csv", format!("{HEADER}\n1;31.02.2026;Zabıta;;;;\n").as_bytes())]);
    let mut diag = Diagnostics::new();
    let registries = registry::load(&mut diag, &world);
    let wanted = Wanted::by(["SELECT birim, count(*) AS n FROM istek GROUP BY birim"]);
    let datasets = load(&mut diag, &world, &registries, &wanted);
    assert_eq!(diag.iter().map(|d| d.code.id()).collect::<Vec<_>>(), ["bad-date"]);
    assert_eq!(datasets.get("istek").expect("was loaded").exact().columns().len(), 1);
    let table = sources::of(&datasets, &registries, world.today())
        .guarded()
        .run("SELECT b.ad AS ad, count(*) AS n FROM istek i JOIN birimler b ON b.kod = i.birim GROUP BY b.ad");
    assert_eq!(table.map(|t| t.height()), Ok(1));
}

#[test]
fn a_schema_that_contradicts_itself_is_said() {
    let schema = "name: x\ntitle: X\nprimaryKey: [yok]\nfields:\n  - {name: a, type: text, class: public}\n  - {name: a, clas: internal, type: sayi}\n";
    let (_, diag) = load_world(&Memory::new().with("data/x/dataset.yaml", schema).with("data/x/a.csv", "a\n1\n"));
    words_are_there(&diag);
    let mut codes: Vec<_> = diag.iter().map(|d| d.code.id()).collect();
    codes.dedup();
    assert!(["bad-schema", "bad-value", "unknown-key"].iter().all(|c| codes.contains(c)), "{codes:?}");
}

#[test]
fn keys_into_another_dataset_must_be_there() {
    let assets = "name: demirbas\ntitle: D\nprimaryKey: [sicil]\nfields:\n  - {name: sicil, type: string, class: internal}\n";
    let moves = "name: zimmet\ntitle: Z\nforeignKeys:\n  - {fields: [sicil], reference: {resource: demirbas, fields: [sicil]}}\nfields:\n  - {name: sicil, type: string, class: internal}\n";
    let world = Memory::new()
        .with("data/demirbas/dataset.yaml", assets)
        .with("data/demirbas/d.csv", "sicil\nA1\n")
        .with("data/zimmet/dataset.yaml", moves)
        .with("data/zimmet/z.csv", "sicil\nA1\nA2\n");
    let (_, diag) = load_world(&world);
    assert_eq!(diag.iter().map(|d| (d.code.id(), d.place.line)).collect::<Vec<_>>(), [("broken-reference", 3)]);
}

/// A world that notes which files were opened for reading rows.
struct Watched<'w> {
    world: &'w Memory,
    opened: std::sync::Mutex<Vec<String>>,
}

impl World for Watched<'_> {
    fn list(&self, diag: &mut Diagnostics, folder: &str) -> Vec<FileEntry> {
        self.world.list(diag, folder)
    }
    fn read(&self, path: &str) -> std::io::Result<Arc<[u8]>> {
        self.world.read(path)
    }
    fn open(&self, path: &str) -> std::io::Result<Box<dyn std::io::Read + Send>> {
        self.opened.lock().expect("nobody panicked").push(path.to_owned());
        self.world.open(path)
    }
    fn hash(&self, path: &str) -> std::io::Result<blake3::Hash> {
        self.world.hash(path)
    }
    fn today(&self) -> Date {
        self.world.today()
    }
}

#[test]
fn what_did_not_change_is_not_read_again_and_says_the_same() {
    let other = "name: diger\ntitle: D\nfields:\n  - {name: a, type: integer, class: internal}\n";
    let world = world(&[("a.csv", format!("{HEADER}\n1;31.02.2026;Zabıta;;;;\n").as_bytes())])
        .with("data/diger/dataset.yaml", other)
        .with("data/diger/d.csv", "a\n1\n");
    let memo = Memo::default();
    let expect = |world: &Memory, wanted: &Wanted, opened: &[&str], said: &[&str]| {
        let watched = Watched { world, opened: Default::default() };
        let mut diag = Diagnostics::new();
        let registries = registry::load(&mut diag, &watched);
        let datasets = load_changed(&mut diag, &watched, &registries, wanted, &memo);
        assert_eq!(*watched.opened.lock().expect("nobody panicked"), opened);
        assert_eq!(diag.iter().map(|d| d.code.id()).collect::<Vec<_>>(), said);
        assert_eq!(datasets.iter().map(|d| d.rows).collect::<Vec<_>>(), [1, 1]);
    };
    let (others, mine, few) = ("data/diger/d.csv", "data/istek/a.csv", Wanted::by(["SELECT a FROM diger"]));
    expect(&world, &Wanted::All, &[others, mine], &["bad-date"]);
    expect(&world, &Wanted::All, &[], &["bad-date"]);
    let edited = world.clone().with("content/a.md", "# A").with("data/istek/figures.yaml", "");
    expect(&edited, &Wanted::All, &[], &["bad-date"]);
    let rows = world.clone().with(others, "a\nx\n");
    expect(&rows, &Wanted::All, &[others], &["bad-number", "bad-date"]);
    expect(&rows, &few, &[mine], &["bad-number", "bad-date"]);
    let units = rows.clone().with("data/birimler/birimler.yaml", UNITS.replace("zabita", "zabitalar"));
    expect(&units, &few, &[others, mine], &["bad-number", "bad-date"]);
}

#[test]
fn a_personal_key_is_refused_and_a_protected_one_is_noted() {
    let said = |class: &str| -> Vec<String> {
        let fields = format!("  - {{name: a, type: string, class: {class}}}\n  - {{name: b, type: string, class: public}}\n");
        let schema = format!("name: x\ntitle: X\nprimaryKey: [a]\nfields:\n{fields}");
        let rows = if class == "personal" { "b\n1\n" } else { "a;b\n1;1\n" };
        let (_, diag) = load_world(&Memory::new().with("data/x/dataset.yaml", schema).with("data/x/a.csv", rows));
        words_are_there(&diag);
        diag.iter().map(|d| format!("{}:{}", d.code.id(), d.place.line)).collect()
    };
    assert_eq!(said("personal"), ["bad-schema:5"]);
    assert_eq!(said("staff"), ["protected-key:5"]);
    assert_eq!(said("secret"), ["protected-key:5"]);
    assert_eq!(said("internal"), [""; 0]);
}

#[test]
fn a_workbook_is_read_like_a_delimited_file() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Çaycuma Belediyesi").expect("is written");
    for (i, name) in HEADER.split(';').enumerate() {
        sheet.write(2, i as u16, name).expect("is written");
    }
    let day = rust_xlsxwriter::Format::new().set_num_format("dd.mm.yyyy");
    sheet.write(3, 0, 1234.0).expect("is written");
    sheet.write_with_format(3, 1, 46_204, &day).expect("is written");
    sheet.write(3, 2, "Fen İşleri").expect("is written");
    sheet.write(3, 4, 1234.5).expect("is written");
    sheet.write(4, 0, "Genel Toplam").expect("is written");
    let bytes = book.save_to_buffer().expect("is written");
    let (datasets, diag) = load_world(&world(&[("a.xlsx", &bytes)]));
    assert_eq!(diag.iter().map(|d| (d.code.id(), d.place.line)).collect::<Vec<_>>(), [("total-row", 5)]);
    let row = datasets.get("istek").expect("was loaded").exact().reveal("test: looks at a row").row(0);
    assert!(row[0] == Cell::Text("1234".into()) && row[4] == Cell::Money(123_450));
    assert!(row[1] == Cell::Date(jiff::civil::date(2026, 7, 1)), "{:?}", row[1]);
    let (_, diag) = load_world(&world(&[("a.xlsx", b"PK no workbook")]));
    assert_eq!(diag.iter().map(|d| d.code.id()).collect::<Vec<_>>(), ["bad-workbook"]);
}

#[test]
fn the_files_of_a_pattern_are_found() {
    assert!(matches("*.csv", "2026-07.csv") && matches("a*b*c", "aXbYc") && matches("x", "x"));
    assert!(!matches("*.csv", "2026-07.xlsx") && !matches("a*b", "ab.c"));
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..400)) {
        load_world(&world(&[("a.csv", &bytes), ("b.xlsx", &bytes)]));
    }

    #[test]
    fn any_rows_are_read_without_panic(rows in "([0-9a-zşİ\";\n\r,. ]{0,30}\n){0,8}") {
        let (_, diag) = load_world(&world(&[("a.csv", format!("{HEADER}\n{rows}").as_bytes())]));
        words_are_there(&diag);
    }
}

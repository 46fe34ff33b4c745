//! `import` from outside: what a raw export comes to, whatever it suffered, and that nothing of a citizen's comes through.
//! The data is the made-up one of `sample`, the schemas and profiles are this repository's own.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests look at the disk themselves, and end where something is wrong"
)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use proptest::prelude::*;
use tellal::cli::sample::raw::{Damage, Raw, System, write_raw};
use tellal::cli::sample::{Kind, write};
use tellal::diag::Diagnostics;
use tellal::model::import::{self, Import, Options};
use tellal::source::Memory;

type Files = BTreeMap<String, String>;

/// This repository's registries, schemas and profiles, without its data.
fn repository() -> Memory {
    static REPOSITORY: OnceLock<Memory> = OnceLock::new();
    REPOSITORY.get_or_init(read_repository).clone()
}

fn read_repository() -> Memory {
    let mut world = Memory::new();
    for folder in ["birimler", "mahalleler", "halk-masasi", "halk-masasi-sevk"] {
        world = support::folder(world, &Path::new("data").join(folder), &format!("data/{folder}"));
    }
    // The folder's own months would be merged with what is imported.
    let kept = Memory::new();
    let mut diag = Diagnostics::new();
    let files = tellal::source::World::list(&world, &mut diag, "data");
    files
        .iter()
        .filter(|file| file.path.ends_with(".yaml"))
        .fold(kept, |kept, file| kept.with(&file.path, tellal::source::World::read(&world, &file.path).unwrap()))
}

struct Done {
    diagnostics: Diagnostics,
    told: String,
    import: Import,
    files: Files,
}

fn imported(world: &Memory, dataset: &str, exports: &[(&str, Vec<u8>)], options: &Options) -> Done {
    let inputs = exports.iter().fold(Memory::new(), |inputs, (path, bytes)| inputs.with(path, bytes));
    let paths: Vec<Arc<str>> = exports.iter().map(|(path, _)| (*path).into()).collect();
    let mut diagnostics = Diagnostics::new();
    let import = import::run(&mut diagnostics, (world, &inputs), dataset, &paths, options).expect("the dataset is there");
    let told = support::told(&diagnostics, world);
    let mut files = Files::new();
    for file in import.files() {
        let mut bytes = Vec::new();
        file.write(&mut bytes).expect("memory takes everything");
        files.insert(format!("{}{}", file.folder, file.name), String::from_utf8(bytes).expect("canonical files are UTF-8"));
    }
    Done { diagnostics, told, import, files }
}

/// The canonical files of the clean sample: of the requests, and of their referrals.
fn clean(rows: u64, seed: u64) -> Files {
    let mut files = Files::new();
    for kind in [Kind::HalkMasasi, Kind::HalkMasasiSevk] {
        let mut bytes = Vec::new();
        write(kind, &mut bytes, rows, seed).expect("memory takes everything");
        let done = imported(&repository(), kind.name(), &[("temiz.csv", bytes)], &Options::default());
        assert!(!done.diagnostics.has_errors(), "{}", done.told);
        files.extend(done.files);
    }
    files
}

fn raw(system: System, damages: &[Damage], rows: u64, seed: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    let raw = Raw { system, personal: true, damages: damages.to_vec() };
    write_raw(&mut bytes, &raw, rows, seed, None).expect("memory takes everything");
    bytes
}

/// Lines of data of the files of a dataset, without regard to which file they are in.
fn lines(files: &Files, folder: &str) -> Vec<String> {
    let own = files.iter().filter(|(path, _)| path.starts_with(folder));
    let mut lines: Vec<String> = own.flat_map(|(_, text)| text.lines().skip(1).map(str::to_owned)).collect();
    lines.sort();
    lines
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever mendable thing happened to a file of whichever system, the clean data comes back to the last byte.
    #[test]
    fn a_mendable_export_gives_the_clean_data_back(
        seed in 0_u64..1_000_000,
        rows in 0_u64..150,
        system in proptest::sample::select(System::ALL.to_vec()),
        damages in proptest::sample::subsequence(
            Damage::ALL.into_iter().filter(|d| d.is_repairable() && !d.is_encoding()).collect::<Vec<_>>(), 0..=3),
        encoding in proptest::option::of(proptest::sample::select(
            Damage::ALL.into_iter().filter(|d| d.is_encoding()).collect::<Vec<_>>())),
    ) {
        let letters = [Damage::Latin1, Damage::DoubleUtf8, Damage::GlyphMap, Damage::Decomposed];
        let misread = damages.iter().filter(|d| letters.contains(d)).count();
        // One misreading at a time, and only where a file can hold its letters.
        prop_assume!(misread <= 1 && (misread == 0 || matches!(encoding, None | Some(Damage::Utf8 | Damage::Utf8Bom | Damage::Utf16))));
        prop_assume!(misread == 0 || !damages.contains(&Damage::Mixed));
        // Rows of two encodings are told apart where neither is the DOS one, in which every byte is a letter.
        prop_assume!(!damages.contains(&Damage::Mixed) || encoding != Some(Damage::Cp857));
        // In a file of few letters nothing tells the DOS code page from the Windows one.
        prop_assume!(encoding != Some(Damage::Cp857) || rows > 20);
        let all: Vec<Damage> = damages.iter().copied().chain(encoding).collect();
        let names: Vec<&str> = all.iter().map(|d| d.name()).collect();
        let done = imported(&repository(), "halk-masasi", &[("ham.csv", raw(system, &all, rows, seed))], &Options::default());
        prop_assert!(!done.diagnostics.has_errors(), "{} {names:?}\n{}", system.name(), done.told);
        let expected = clean(rows, seed);
        let mut requests = lines(&expected, "data/halk-masasi/");
        if system == System::Cagri {
            // This system does not tell of extensions, the last column: they are taken not to have been given.
            requests.iter_mut().for_each(|line| line.truncate(line.rfind(',').map_or(0, |comma| comma + 1)));
            requests.sort();
        }
        prop_assert_eq!(lines(&done.files, "data/halk-masasi/"), requests, "{} {:?}", system.name(), names);
        if system != System::Masa {
            let sevk = "data/halk-masasi-sevk/";
            prop_assert_eq!(lines(&done.files, sevk), lines(&expected, sevk), "{} {:?}", system.name(), names);
        }
        let profile = done.import.reports[0].profile.to_string();
        prop_assert_eq!(profile, system.name());
    }

    /// What cannot be mended stops the import; with a list, every row is either written or named in it.
    #[test]
    fn what_cannot_be_mended_is_refused_row_by_row(
        seed in 0_u64..1_000_000,
        system in proptest::sample::select(vec![System::Masa, System::Cozum]),
        damage in proptest::sample::select(Damage::ALL.into_iter().filter(|d| !d.is_repairable()).collect::<Vec<_>>()),
    ) {
        refuses_row_by_row(seed, system, damage)?;
    }

    /// Every personal cell is another: the files, the complaints and the report are the same to the last byte.
    #[test]
    fn what_citizens_wrote_changes_nothing(words in proptest::collection::vec("[a-zA-ZçğıöşüÇĞİÖŞÜ0-9 .,;'\"@\n+=-]{0,40}", 24)) {
        let plain = imported(&repository(), "halk-masasi", &[("ham.csv", with_people(&|_, _| "x".to_owned()))], &Options::default());
        let other = with_people(&|row, column| words[(row * 8 + column) % words.len()].clone());
        let other = imported(&repository(), "halk-masasi", &[("ham.csv", other)], &Options::default());
        prop_assert!(!plain.diagnostics.has_errors(), "{}", plain.told);
        prop_assert_eq!(&plain.files, &other.files);
        prop_assert_eq!(plain.told, other.told);
        prop_assert_eq!(format!("{:?}", plain.import.reports), format!("{:?}", other.import.reports));
    }
}

/// The promise for one file.
fn refuses_row_by_row(seed: u64, system: System, damage: Damage) -> Result<(), TestCaseError> {
    const ROWS: u64 = 200;
    let bytes = raw(system, &[damage], ROWS, seed);
    let strict = imported(&repository(), "halk-masasi", &[("ham.csv", bytes.clone())], &Options::default());
    prop_assert!(strict.diagnostics.has_errors(), "{} {}", system.name(), damage.name());
    let rest = Options { rest: true, ..Options::default() };
    let done = imported(&repository(), "halk-masasi", &[("ham.csv", bytes)], &rest);
    prop_assert!(!done.diagnostics.has_errors(), "{}", done.told);
    let report = &done.import.reports[0];
    let named: std::collections::BTreeSet<u32> = done.import.refused.iter().map(|r| r.line).collect();
    prop_assert_eq!(named.len() as u64, report.refused, "every refused row is named");
    let written = lines(&done.files, "data/halk-masasi/").len() as u64;
    prop_assert_eq!((report.rows, written + report.refused), (ROWS, ROWS), "{} {}", system.name(), damage.name());
    prop_assert!(report.refused > 0);
    Ok(())
}

/// Files that once went wrong.
#[test]
fn what_cannot_be_mended_is_refused_row_by_row_in_these_too() {
    for seed in [481_918, 195_566] {
        refuses_row_by_row(seed, System::Cozum, Damage::Ragged).unwrap();
    }
}

/// A small export with personal columns, the cells of which are given.
fn with_people(cell: &dyn Fn(usize, usize) -> String) -> Vec<u8> {
    let mut text =
        "Talep No;Başvuru Tarihi;Kanal;Başvuru Türü;Konu;Birim;Durum;Ad Soyad;TC Kimlik No;Cep Telefonu;E-posta;Adres;\
                    Talep Metni;Yapılan İşlem;Ek Bilgi\n"
            .to_owned();
    for row in 0..20 {
        let personal = (0..8).map(|column| format!("\"{}\"", cell(row, column).replace('"', "\"\""))).collect::<Vec<_>>();
        let (day, minute) = (1 + row, 10 + row);
        text += &format!("2026/{row:03};{day:02}.07.2026 10:{minute};Telefon;Talep;Yol;Fen İşleri;Yeni;{}\n", personal.join(";"));
    }
    text.into_bytes()
}

/// Planted words are in no file, no complaint and no report, even where rows are ragged, shifted or unreadable.
#[test]
fn nothing_planted_in_a_citizens_cell_is_ever_told() {
    let canary = |row: usize, column: usize| format!("Kanarya{row}x{column} 1000000014{column} Öztürk");
    let good = String::from_utf8(with_people(&canary)).unwrap();
    let mut damaged = good.clone();
    for line in good.lines().skip(1).take(8).enumerate() {
        let (i, line) = line;
        damaged += &match i % 4 {
            // A cell too many: an unquoted separator in a text.
            0 => format!("{line};fazla\n"),
            // One column off, the width kept: names stand where words of lists belong.
            1 => {
                let mut cells: Vec<&str> = line.split(';').collect();
                cells.rotate_right(3);
                format!("{}\n", cells.join(";"))
            }
            // A telephone number where the subject belongs.
            2 => line.replacen("Yol", "Kanarya 0532 000 00 00", 1) + "\n",
            _ => line.replacen("10:", "10:9", 1) + "\n",
        };
    }
    for options in [Options::default(), Options { rest: true, ..Options::default() }] {
        let done = imported(&repository(), "halk-masasi", &[("ham.csv", damaged.clone().into_bytes())], &options);
        assert!(done.told.contains("unmapped"), "{}", done.told);
        let all = format!("{}{:?}{:?}{:?}", done.told, done.import.reports, done.import.refused, done.files);
        for word in ["Kanarya", "10000000", "Öztürk", "0532"] {
            assert!(!all.contains(word), "`{word}` came out:\n{all}");
        }
    }
}

/// The test above can fail: what stands in a column that is no citizen's does come out.
#[test]
fn what_is_no_citizens_is_told() {
    let text = String::from_utf8(with_people(&|_, _| "x".to_owned())).unwrap().replace("Yol;", "Kanarya;");
    let done = imported(&repository(), "halk-masasi", &[("ham.csv", text.into_bytes())], &Options::default());
    assert!(format!("{:?}", done.files).contains("Kanarya"));
}

/// A shipped profile may not give a schema's personal column back.
#[test]
fn a_profile_cannot_uncover_a_citizens_column() {
    let profile = "title: Kötü\nheaders: {konu: [Ad Soyad]}\n";
    let world = repository().with("data/halk-masasi/profiller/kotu.yaml", profile);
    let export = with_people(&|_, _| "Kanarya".to_owned());
    let done =
        imported(&world, "halk-masasi", &[("ham.csv", export)], &Options { profile: Some("kotu".into()), ..Options::default() });
    assert!(done.told.contains("profile-uncovers") && !format!("{:?}", done.files).contains("Kanarya"), "{}", done.told);
}

/// Same exports again → nothing changes; two exports that overlap → the later one holds; the order of files does not matter.
#[test]
fn importing_again_changes_nothing() {
    let exports = [("a.csv", raw(System::Cagri, &[], 200, 5)), ("b.csv", raw(System::Cozum, &[Damage::Upper], 200, 5))];
    let first = imported(&repository(), "halk-masasi", &exports, &Options::default());
    assert!(!first.diagnostics.has_errors(), "{}", first.told);
    let with = first.files.iter().fold(repository(), |world, (path, text)| world.with(path, text));
    let again = imported(&with, "halk-masasi", &exports, &Options::default());
    assert!(!again.diagnostics.has_errors(), "{}", again.told);
    assert_eq!(again.files, Files::new());
    assert_eq!(again.import.reports[0].merged[0].1.same, 200);
    let [a, b] = exports;
    assert_eq!(imported(&repository(), "halk-masasi", &[b, a], &Options::default()).files, first.files);
}

/// The same rows as a workbook: days and numbers as Excel keeps them, a title above and a sum below.
#[test]
fn a_workbook_says_the_same_as_a_text_file() {
    use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
    let text = "Başvuru No;Kayıt Tarihi;Kanal;Başvuru Türü;Konu;Birim;Durum;Hedef Süre (Gün);Ad Soyad\n\
                2026/01;01.07.2026 10:24;Telefon;Talep;Yol;Fen İşleri;Yeni;5;Kanarya\n\
                2026/02;02.07.2026;Web;Şikâyet;Çöp;Zabıta;Yeni;15;Kanarya\n";
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, "Başvuru listesi").unwrap();
    let day = Format::new().set_num_format("dd.mm.yyyy hh:mm");
    for (row, line) in text.lines().enumerate() {
        for (column, cell) in line.split(';').enumerate() {
            let at = (row as u32 + 2, column as u16);
            let moment = match cell {
                "01.07.2026 10:24" => Some(ExcelDateTime::from_ymd(2026, 7, 1).unwrap().and_hms(10, 24, 0).unwrap()),
                "02.07.2026" => Some(ExcelDateTime::from_ymd(2026, 7, 2).unwrap()),
                _ => None,
            };
            match (moment, cell.parse::<f64>()) {
                (Some(moment), _) => sheet.write_with_format(at.0, at.1, &moment, &day).unwrap(),
                (_, Ok(number)) => sheet.write(at.0, at.1, number).unwrap(),
                _ => sheet.write(at.0, at.1, cell).unwrap(),
            };
        }
    }
    sheet.write(5, 0, "TOPLAM").unwrap();
    sheet.write(5, 7, 20.0).unwrap();
    let book = workbook.save_to_buffer().unwrap();
    let of_text = imported(&repository(), "halk-masasi", &[("a.csv", text.as_bytes().to_vec())], &Options::default());
    let of_book = imported(&repository(), "halk-masasi", &[("a.xlsx", book)], &Options::default());
    assert_eq!((of_book.told.as_str(), of_book.import.reports[0].totals), ("", 1));
    assert_eq!(of_book.files, of_text.files);
    assert!(!format!("{:?}", of_book.files).contains("Kanarya"));
}

/// An export with the month first, opened in a spreadsheet that reads the day first, and saved.
#[test]
fn days_that_a_spreadsheet_has_changed_about_are_not_guessed() {
    use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
    let book = |swaps: bool| {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        let day = Format::new().set_num_format("dd.mm.yyyy");
        for (column, name) in (0..).zip(["Başvuru No", "Kayıt Tarihi", "Kanal", "Başvuru Türü", "Konu", "Birim", "Durum"]) {
            sheet.write(0, column, name).unwrap();
        }
        for number in 1..=20_u8 {
            let row = u32::from(number);
            sheet.write(row, 0, format!("2026/{number}")).unwrap();
            match number {
                // 7/4/2026 was meant as 4 July.
                1..=12 if swaps => {
                    sheet.write_with_format(row, 1, ExcelDateTime::from_ymd(2026, number, 7).unwrap(), &day).unwrap()
                }
                1..=12 => sheet.write_with_format(row, 1, ExcelDateTime::from_ymd(2026, 7, number).unwrap(), &day).unwrap(),
                13.. if swaps => sheet.write(row, 1, format!("{number}.07.2026")).unwrap(),
                _ => sheet.write_with_format(row, 1, ExcelDateTime::from_ymd(2026, 7, number).unwrap(), &day).unwrap(),
            };
            for (column, word) in (2..).zip(["Telefon", "Talep", "Yol", "Fen İşleri", "Yeni"]) {
                sheet.write(row, column, word).unwrap();
            }
        }
        workbook.save_to_buffer().unwrap()
    };
    let swapped = imported(&repository(), "halk-masasi", &[("a.xlsx", book(true))], &Options::default());
    assert!(swapped.told.contains("days-swapped") && swapped.told.contains("a.xlsx:2"), "{}", swapped.told);
    let rest = Options { rest: true, ..Options::default() };
    let swapped = imported(&repository(), "halk-masasi", &[("a.xlsx", book(true))], &rest);
    assert!(swapped.diagnostics.has_errors(), "no row of it can be trusted: {}", swapped.told);
    let whole = imported(&repository(), "halk-masasi", &[("a.xlsx", book(false))], &Options::default());
    assert_eq!(whole.told, "");
}

/// A time of day is a part of a day to a spreadsheet: 0.35 is 08:24, though people write 00:35 like that.
#[test]
fn a_time_of_day_of_a_workbook_is_a_part_of_a_day() {
    use rust_xlsxwriter::{Format, Workbook};
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let [day, time] = ["dd.mm.yyyy", "hh:mm"].map(|form| Format::new().set_num_format(form));
    let heads =
        ["Talep No", "Geliş Tarihi", "Geliş Saati", "Geliş Şekli", "Talep Tipi", "Ana Konu", "İlgili Birim", "Sonuç Durumu"];
    for (column, name) in (0..).zip(heads) {
        sheet.write(0, column, name).unwrap();
    }
    for (row, part) in (1..).zip([0.35, 0.5, 0.3541666666666667]) {
        sheet.write(row, 0, format!("2026/{row}")).unwrap();
        sheet.write_with_format(row, 1, 46204.0, &day).unwrap();
        sheet.write_with_format(row, 2, part, &time).unwrap();
        for (column, word) in (3..).zip(["Telefon", "Talep", "Yol", "Fen İşleri Müdürlüğü", "Yeni"]) {
            sheet.write(row, column, word).unwrap();
        }
    }
    let book = workbook.save_to_buffer().unwrap();
    let read = imported(&repository(), "halk-masasi", &[("a.xlsx", book)], &Options::default());
    let files = format!("{:?}", read.files);
    for expected in ["2026-07-01T08:24:00", "2026-07-01T12:00:00", "2026-07-01T08:30:00"] {
        assert!(files.contains(expected), "{expected}: {files} {}", read.told);
    }
}

/// A repository on disk, and what one command line there says: exit code, standard output, standard error.
fn on_disk() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("site.yaml"), "municipality: {name: Örnek}\ntitle: Örnek\nbase_url: https://ornek.bel.tr\n")
        .unwrap();
    let world = repository();
    let mut diag = Diagnostics::new();
    for file in tellal::source::World::list(&world, &mut diag, "data") {
        let path = dir.path().join(&*file.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, tellal::source::World::read(&world, &file.path).unwrap()).unwrap();
    }
    dir
}

fn run(folder: &Path, line: &str) -> (i32, String, String) {
    let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_tellal"));
    command.current_dir(folder).env_clear().env("SOURCE_DATE_EPOCH", "1788000000");
    let output = command.args(line.split_whitespace()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn months(folder: &Path) -> usize {
    let own = fs::read_dir(folder.join("data/halk-masasi")).unwrap();
    own.filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().ends_with(".csv")).count()
}

#[test]
fn the_command_writes_and_says_what_it_did() {
    let dir = on_disk();
    let root = dir.path();
    let sample = "sample --kind halk-masasi --raw sistem-masa --personal --rows 80 --seed 4 --out .";
    assert_eq!(run(root, sample).0, 0);
    let (code, said, _) = run(root, "import halk-masasi sistem-masa.csv --dry-run");
    assert_eq!((code, months(root)), (0, 0), "{said}");
    assert!(said.contains("yazılacak"), "{said}");
    let (code, said, complained) = run(root, "aktar halk-masasi sistem-masa.csv");
    assert_eq!((code, complained.as_str()), (0, ""), "{said}");
    for words in [
        "sistem-masa: 27 sütunun 19 tanesi",
        "okundu     80 satır; 1 TOPLAM satırı atlandı",
        "TC Kimlik No",
        "80 yeni",
        "yazıldı",
    ] {
        assert!(said.contains(words), "`{words}` is missing:\n{said}");
    }
    assert!(months(root) > 20);
    let (code, said, _) = run(root, "import halk-masasi sistem-masa.csv --lang en");
    assert_eq!(code, 0);
    assert!(said.contains("80 the same") && said.contains("nothing changed"), "{said}");
}

#[test]
fn the_command_writes_nothing_until_everything_is_understood() {
    let dir = on_disk();
    let root = dir.path();
    assert_eq!(run(root, "sample --kind halk-masasi --raw sistem-masa --damage unknown-words --rows 200 --out .").0, 0);
    let (code, _, complained) = run(root, "import halk-masasi sistem-masa.csv");
    assert_eq!((code, months(root)), (1, 0));
    assert!(complained.contains("hata[unmapped]") && complained.contains("Hiçbir şey yazılmadı"), "{complained}");
    assert!(complained.contains("profiller/sistem-masa.yaml") && complained.contains("--refused"), "{complained}");
    let (code, said, _) = run(root, "import halk-masasi sistem-masa.csv --refused liste.csv");
    assert_eq!(code, 0, "{said}");
    let list = fs::read_to_string(root.join("liste.csv")).unwrap();
    assert!(list.starts_with("\u{feff}dosya;satır;kayıt;alan;neden;değer\r\n") && list.contains("tanınmayan sözcük"), "{list}");
    assert!(months(root) > 0);

    assert_eq!(run(root, "import halk-masasi yok.csv").0, 1);
    assert_eq!(run(root, "import halk-masasi sistem-masa.csv --exported dün").0, 2);
    let (code, _, complained) = run(root, "import halkmasasi sistem-masa.csv");
    assert!(code == 1 && complained.contains("Şunu yazın: `halk-masasi`"), "{complained}");
    let (code, _, complained) = run(root, "import halk-masasi sistem-masa.csv --profile sistem-mas");
    assert!(code == 1 && complained.contains("Şunu yazın: `sistem-masa`"), "{complained}");
}

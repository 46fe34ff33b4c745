//! Imports in memory: what each rule does to a handful of rows.

use std::sync::Arc;

use super::*;
use crate::source::Memory;

const SCHEMA: &str = "name: istek
title: İstekler
primaryKey: [no]
period: tarih
missingValues: ['', '-']
fields:
  - {name: no, type: string, class: internal, headers: [Başvuru No], constraints: {required: true}}
  - {name: tarih, type: datetime, class: internal, headers: [Tarih], constraints: {required: true}}
  - {name: birim, type: reference, to: birimler, class: internal, headers: [Birim]}
  - {name: durum, type: enum, class: internal, headers: [Durum], constraints: {enum: [Açık, Kapalı]}}
  - {name: kapanis, type: datetime, class: internal, headers: [Kapanış]}
  - {name: ucret, type: money, class: internal, headers: [Ücret]}
  - {name: sure, type: decimal, class: internal, headers: [Süre]}
  - {name: adet, type: integer, class: internal, headers: [Adet], constraints: {minimum: 1}}
  - {name: acil, type: boolean, class: internal, headers: [Acil]}
  - {name: ad, type: string, class: personal, headers: [Ad Soyad]}
  - {name: not, type: text, class: internal, headers: [Not]}
";
const UNITS: &str =
    "- {kod: fen, ad: Fen İşleri Müdürlüğü, kisa_ad: Fen İşleri}\n- {kod: zabita, ad: Zabıta Müdürlüğü, kisa_ad: Zabıta}\n";

fn world() -> Memory {
    let world = Memory::new().on(jiff::civil::date(2026, 9, 1));
    world.with("data/birimler/birimler.yaml", UNITS).with("data/istek/dataset.yaml", SCHEMA)
}

struct Done {
    said: Vec<String>,
    import: Import,
    files: Vec<(String, String)>,
}

fn import_with(world: &Memory, exports: &[&str], options: &Options) -> Done {
    let mut inputs = Memory::new();
    let mut paths: Vec<Arc<str>> = Vec::new();
    for (i, text) in exports.iter().enumerate() {
        let path = format!("{i}.csv");
        inputs = inputs.with(&path, text);
        paths.push(path.into());
    }
    let mut diag = Diagnostics::new();
    let import = run(&mut diag, (world, &inputs), "istek", &paths, options).expect("the dataset is there");
    let said = diag.iter().map(|d| {
        let why = d.args.iter().find(|(name, _)| *name == "why").map(|(_, why)| format!(" {why}")).unwrap_or_default();
        let field = d.place.field.as_deref().unwrap_or_default();
        format!("{}{why} {}:{} {field}", d.code.id(), d.place.file, d.place.line)
    });
    let text = |file: &CanonicalFile<'_>| {
        let mut bytes = Vec::new();
        file.write(&mut bytes).expect("memory takes everything");
        (file.name.clone(), String::from_utf8(bytes).expect("canonical files are UTF-8"))
    };
    Done { said: said.collect(), files: import.files().iter().map(text).collect(), import }
}

fn import(exports: &[&str]) -> Done {
    import_with(&world(), exports, &Options::default())
}

/// The world with what an import wrote in it.
fn after(done: &Done) -> Memory {
    done.files.iter().fold(world(), |world, (name, text)| world.with(&format!("data/istek/{name}"), text))
}

/// The lines of data of all files.
fn lines(done: &Done) -> Vec<&str> {
    done.files.iter().flat_map(|(_, text)| text.lines().skip(1)).collect()
}

#[test]
fn every_type_has_one_canonical_form() {
    let done = import(&["Başvuru No;Tarih;Birim;Durum;Kapanış;Ücret;Süre;Adet;Acil\n\
        7;01.07.2026 10:24;FEN İŞLERİ;açık;2.7.2026;1.234,50 TL;1,50;3;Evet\n\
        5;2026-07-03;Zabıta;Kapalı;-;;1.234,567;;H\n"]);
    assert_eq!(done.said, [""; 0]);
    let expected = "no,tarih,birim,durum,kapanis,ucret,sure,adet,acil,not\n\
        5,2026-07-03,zabita,Kapalı,,,1234.5670,,false,\n\
        7,2026-07-01T10:24:00,fen,Açık,2026-07-02,1234.50,1.5,3,true,\n";
    assert_eq!(done.files, [("2026-07.csv".to_owned(), expected.to_owned())]);
}

#[test]
fn an_ambiguous_number_is_no_number_until_the_profile_says_whose_it_is() {
    let export = "Başvuru No;Tarih;Süre\n1;01.07.2026;1.234\n";
    let done = import(&[export]);
    assert_eq!(done.said, ["unmapped ambiguous-number 0.csv:2 sure"]);
    let world = world().with("data/istek/profiller/tr.yaml", "numbers: tr\nheaders: {sure: [Süre]}\n");
    let done = import_with(&world, &[export], &Options { profile: Some("tr".into()), ..Options::default() });
    assert_eq!((done.said.len(), lines(&done)), (0, vec!["1,2026-07-01,,,,,1234,,,"]));
}

#[test]
fn months_have_files_of_their_own_in_the_order_of_the_key() {
    let done = import(&["Başvuru No;Tarih\n2026/12;01.08.2026\n2026/02;03.07.2026\n2026/01;09.07.2026\n"]);
    let names: Vec<&str> = done.files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["2026-07.csv", "2026-08.csv"]);
    assert!(lines(&done)[0].starts_with("2026/01,") && lines(&done)[1].starts_with("2026/02,"));
}

#[test]
fn a_later_export_holds_and_what_it_does_not_have_stays() {
    let june = import(&["Başvuru No;Tarih;Durum;Adet\n1;05.06.2026;Açık;4\n2;29.06.2026;Açık;5\n"]);
    let july = import_with(
        &after(&june),
        &["Başvuru No;Tarih;Durum;Kapanış\n1;05.06.2026;Kapalı;07.07.2026\n3;08.07.2026;Açık;\n"],
        &Options::default(),
    );
    assert_eq!(july.said, [""; 0]);
    let merged = july.import.reports[0].merged[0].1;
    assert_eq!((merged.new, merged.updated, merged.same, merged.kept), (1, 1, 0, 0));
    assert_eq!(lines(&july), ["1,2026-06-05,,Kapalı,2026-07-07,,,4,,", "2,2026-06-29,,Açık,,,,5,,", "3,2026-07-08,,Açık,,,,,,"]);
}

#[test]
fn an_older_export_takes_nothing_back() {
    let july = import(&["Başvuru No;Tarih;Durum;Kapanış\n1;05.06.2026;Kapalı;07.07.2026\n"]);
    let june = import_with(
        &after(&july),
        &["Başvuru No;Tarih;Durum;Kapanış\n1;05.06.2026;Açık;\n2;06.06.2026;Açık;\n"],
        &Options::default(),
    );
    assert_eq!(
        june.import.reports[0].conflicts.iter().map(|(_, c)| (&*c.key, c.kind)).collect::<Vec<_>>(),
        [("1", ConflictKind::Kept)]
    );
    assert_eq!(lines(&june), ["1,2026-06-05,,Kapalı,2026-07-07,,,,,", "2,2026-06-06,,Açık,,,,,,"]);
}

#[test]
fn a_reopened_request_is_taken_and_told() {
    let july = import(&["Başvuru No;Tarih;Durum;Kapanış\n1;05.06.2026;Kapalı;07.06.2026\n"]);
    let options = Options { exported: Some(jiff::civil::date(2026, 6, 20)), ..Options::default() };
    let later = import_with(&after(&july), &["Başvuru No;Tarih;Durum;Kapanış\n1;05.06.2026;Açık;\n"], &options);
    assert_eq!(later.import.reports[0].conflicts[0].1.kind, ConflictKind::DayGone);
    assert_eq!(lines(&later), ["1,2026-06-05,,Açık,,,,,,"]);
}

#[test]
fn one_number_twice_in_a_file_is_refused_unless_both_rows_say_the_same() {
    let done = import(&["Başvuru No;Tarih;Durum\n1;05.06.2026;Açık\n1;05.06.2026;Açık\n"]);
    assert_eq!((done.said.len(), done.import.reports[0].merged[0].1.repeated), (0, 1));
    let done = import(&["Başvuru No;Tarih;Durum\n1;05.06.2026;Açık\n1;05.06.2026;Kapalı\n"]);
    assert_eq!(done.said, ["unmapped repeated 0.csv:3 no"]);
}

#[test]
fn a_file_of_another_name_is_not_written_beside() {
    let world = world().with("data/istek/eski.csv", "Başvuru No;Tarih\n1;05.06.2026\n2;01.05.2026\n");
    let done = import_with(&world, &["Başvuru No;Tarih\n3;06.06.2026\n"], &Options::default());
    assert_eq!(done.said, ["misplaced-rows data/istek/eski.csv:0 "]);
    let done = import_with(&world, &["Başvuru No;Tarih\n3;06.07.2026\n"], &Options::default());
    assert_eq!((done.said.len(), done.files.len()), (0, 1));
}

#[test]
fn without_a_key_as_many_equal_rows_stay_as_the_export_with_most_has() {
    let schema = SCHEMA.replace("primaryKey: [no]\n", "");
    let world = Memory::new().with("data/birimler/birimler.yaml", UNITS).with("data/istek/dataset.yaml", schema);
    let export = "Başvuru No;Tarih\n1;05.06.2026\n1;05.06.2026\n2;05.06.2026\n";
    let done = import_with(&world, &[export, export], &Options::default());
    assert_eq!(lines(&done).len(), 3);
    let again = done.files.iter().fold(world, |world, (name, text)| world.with(&format!("data/istek/{name}"), text));
    assert!(import_with(&again, &[export], &Options::default()).files.is_empty());
    let more = import_with(&again, &["Başvuru No;Tarih\n1;05.06.2026\n1;05.06.2026\n1;05.06.2026\n"], &Options::default());
    assert_eq!(lines(&more).len(), 4);
}

#[test]
fn day_and_time_of_two_columns_are_one_moment() {
    let profile = "headers: {no: [Talep], tarih: [Gün]}\ntimes: {tarih: [Saat]}\n";
    let world = world().with("data/istek/profiller/a.yaml", profile);
    let done = import_with(
        &world,
        &["Saat;Talep;Gün\n10.24;1;01.07.2026\n;2;01.07.2026\n0,5;3;01.07.2026 00:00:00\n25:00;4;01.07.2026\n"],
        &Options { rest: true, ..Options::default() },
    );
    assert_eq!(done.said, ["unmapped date 0.csv:5 tarih"]);
    let days: Vec<&str> = lines(&done).iter().filter_map(|line| line.split(',').nth(1)).collect();
    assert_eq!(days, ["2026-07-01T10:24:00", "2026-07-01", "2026-07-01T12:00:00"]);
    assert_eq!(&*done.import.reports[0].profile, "a");
}

#[test]
fn an_unknown_header_is_dropped_and_a_missing_one_is_asked_for() {
    let done = import(&["Başvuru No;Tarih;Ek Bilgi;Not\n1;05.06.2026;x;y\n"]);
    assert_eq!(done.import.reports[0].dropped, [("Ek Bilgi".into(), Drop::Unknown), ("Not".into(), Drop::FreeText)]);
    let done = import(&["Başvuru No;Tarıh Saati\n1;05.06.2026\n"]);
    assert_eq!(done.said, ["profile-lacks-field 0.csv:1 tarih"]);
}

#[test]
fn free_text_of_things_stays_in_the_folder() {
    let world = world().with("data/istek/2026-06.csv", "no,tarih,not\n1,2026-06-05,elle yazıldı\n");
    let done = import_with(&world, &["Başvuru No;Tarih;Durum;Not\n1;06.06.2026;Açık;dökümden\n"], &Options::default());
    assert_eq!(lines(&done), ["1,2026-06-06,,Açık,,,,,,elle yazıldı"]);
}

#[test]
fn what_a_profile_says_of_fields_that_are_not_there_is_said() {
    let world = world()
        .with("data/istek/profiller/a.yaml", "headers: {numara: [Talep]}\nvalues:\n  durum: {Kapali: [Bitti], Bekliyor: [x]}\n");
    let done = import_with(
        &world,
        &["Başvuru No;Tarih;Durum\n1;05.06.2026;Bitti\n"],
        &Options { profile: Some("a".into()), ..Options::default() },
    );
    assert_eq!(done.said, ["unknown-key data/istek/profiller/a.yaml:1 ", "unknown-value data/istek/profiller/a.yaml:3 durum"]);
    assert_eq!(lines(&done), ["1,2026-06-05,,Kapalı,,,,,,"], "`Kapali` folds to `Kapalı`");
}

#[test]
fn nearest_names_are_offered_and_never_taken() {
    let done = import(&["Başvuru No;Tarih;Birim\n1;05.06.2026;Fen Isleri Mudurlugu\n2;05.06.2026;Fen İşlerı Mdürlüğü\n"]);
    assert_eq!(done.said, ["unmapped unknown 0.csv:3 birim"]);
    assert_eq!(done.import.reports[0].refused, 1);
}

const EVENTS: &str = "name: olay
title: Olaylar
primaryKey: [no, sira]
period: gun
fields:
  - {name: no, type: string, class: internal, constraints: {required: true}}
  - {name: sira, type: integer, class: internal, constraints: {required: true}}
  - {name: olay, type: enum, class: internal, constraints: {required: true, enum: [Kapandı, Yeniden açıldı, İade]}}
  - {name: gun, type: datetime, class: internal, constraints: {required: true}}
  - {name: birim, type: reference, to: birimler, class: internal}
";

const EVENT_PROFILE: &str = "also:
  - dataset: olay
    number: sira
    records:
      - {headers: {gun: [İade Tarihi], birim: [İade Eden]}, fixed: {olay: iade}}
      - {headers: {gun: [İlk Kapanış]}, fixed: {olay: Kapandı}}
      - {headers: {gun: [Açılış]}, fixed: {olay: Yeniden açıldı}}
";

#[test]
fn days_beside_each_other_are_events_in_their_order() {
    let world = world().with("data/olay/dataset.yaml", EVENTS).with("data/istek/profiller/p.yaml", EVENT_PROFILE);
    let options = Options { profile: Some("p".into()), ..Options::default() };
    let export = "Başvuru No;Tarih;İlk Kapanış;Açılış;İade Tarihi;İade Eden\n\
        1;01.07.2026;03.07.2026;09.07.2026;02.07.2026;Zabıta\n\
        2;02.07.2026;;;;\n\
        3;02.07.2026;04.07.2026;;;\n";
    let done = import_with(&world, &[export], &options);
    assert_eq!(done.said, [""; 0]);
    let events = done.files.iter().find(|(_, text)| text.starts_with("no,sira")).map(|(_, text)| text.as_str());
    let expected = "no,sira,olay,gun,birim\n1,1,İade,2026-07-02,zabita\n1,2,Kapandı,2026-07-03,\n1,3,Yeniden açıldı,2026-07-09,\n\
        3,1,Kapandı,2026-07-04,\n";
    assert_eq!(events, Some(expected), "a request without such a day has no event");
    let wrong =
        world.with("data/istek/profiller/p.yaml", EVENT_PROFILE.replace("fixed: {olay: Kapandı}", "fixed: {olay: Kapndı}"));
    let done = import_with(&wrong, &[export], &options);
    assert!(done.said.contains(&"unknown-value data/istek/profiller/p.yaml:6 olay".to_owned()), "{:?}", done.said);
}

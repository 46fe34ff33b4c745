//! What the descriptors say is true of the files they describe. That standards' own tools accept them, `tests/run` shows.

use std::sync::Arc;

use serde_json::Value;

use super::*;
use crate::render::csv_out;
use crate::render::sample::{self, cell, column, word};
use crate::view::open_data::{CatalogueDoc, DatasetDoc, LicenceDoc, PackageDoc};

fn catalogue_of(figure: FigureDoc, licence: Option<LicenceDoc>) -> CatalogueDoc {
    let figure = Arc::new(FigureDoc { data: Some(format!("/veri/halk-masasi/{}", figure.id)), ..figure });
    let table = DatasetDoc { figure, updated: None, page: None };
    let package = PackageDoc {
        name: "halk-masasi".to_owned(),
        title: "Halk Masası".to_owned(),
        sources: Vec::new(),
        synthetic: true,
        tables: vec![table],
    };
    CatalogueDoc {
        publisher: "Örnek Belediyesi".to_owned(),
        base_url: "https://ornek.bel.tr".to_owned(),
        lang: "tr".to_owned(),
        licence,
        page: "/acik-veri/".to_owned(),
        packages: vec![package],
        ..CatalogueDoc::default()
    }
}

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).expect("it is JSON")
}

#[test]
fn a_package_knows_the_bytes_and_types_of_its_tables() {
    let doc = catalogue_of(sample::by_unit(), None);
    let package = &doc.packages[0];
    let csv = csv_out::write(&package.tables[0].figure);
    let made = |url: &str| (url == "/veri/halk-masasi/birim-basvuru.csv").then(|| Arc::new(Weight::of(&csv)));
    let package = json(&data_package(&doc, package, &made));
    let resource = &package["resources"][0];
    assert_eq!(resource["bytes"], csv.len());
    assert_eq!(resource["hash"], format!("sha256:{}", sha256(&csv)));
    assert_eq!(resource["path"], "birim-basvuru.csv");
    let types: Vec<&str> = resource["schema"]["fields"].as_array().unwrap().iter().map(|f| f["type"].as_str().unwrap()).collect();
    assert_eq!(types, ["string", "integer", "number", "number", "date"]);
    assert_eq!(resource["schema"]["missingValues"][1]["value"], "[c]");
    assert_eq!(resource["schema"]["primaryKey"][0], "birim");
    assert!(package.get("licenses").is_none(), "what nobody has decided is not said");
}

#[test]
fn a_licence_is_said_everywhere_once_it_is_decided() {
    let licence = LicenceDoc { name: "CC-BY-4.0".into(), title: "Atıf 4.0".into(), url: "https://ornek.org/lisans".into() };
    let nothing = |_: &str| None;
    let (open, closed) = (catalogue_of(sample::by_unit(), Some(licence)), catalogue_of(sample::by_unit(), None));
    let said = |doc: &CatalogueDoc| {
        let dcat = String::from_utf8(catalogue(doc, &nothing)).unwrap();
        let package = String::from_utf8(data_package(doc, &doc.packages[0], &nothing)).unwrap();
        let csvw = String::from_utf8(csv_metadata(doc, &doc.packages[0].tables[0])).unwrap();
        [dcat, package, csvw].map(|text| text.contains("https://ornek.org/lisans"))
    };
    assert_eq!(said(&open), [true; 3]);
    assert_eq!(said(&closed), [false; 3]);
    assert!(String::from_utf8(catalogue(&closed, &nothing)).unwrap().contains("henüz belirlenmedi"));
}

#[test]
fn a_withheld_number_is_null_with_its_sign_beside_it() {
    let table = json(&table_json(&sample::by_unit()));
    let row = &table["satirlar"][1];
    assert_eq!((&row["basvuru"], &row["isaretler"]["basvuru"]), (&Value::Null, &Value::from("[c]")));
    assert_eq!(table["satirlar"][0]["basvuru"], 1905);
    assert!(table["satirlar"][0].get("isaretler").is_none());
}

#[test]
fn months_say_which_days_they_cover() {
    let columns = [column("ay", "Ay", ColumnKind::Month), column("n", "N", ColumnKind::Integer)];
    let month = |text: &str| vec![word(text), cell("1", "1")];
    let figure = |rows| sample::figure("f", "F", columns.iter().map(|c| column(&c.name, &c.title, c.kind)).collect(), rows);
    let days = days_of(&figure(vec![month("2026-02"), month("2024-12")]));
    assert_eq!(days, Some(("2024-12-01".to_owned(), "2026-02-28".to_owned())));
    assert_eq!(days_of(&figure(Vec::new())), None);
}

#[test]
fn a_key_tells_rows_apart_or_is_none() {
    let columns = || vec![column("a", "A", ColumnKind::Text), column("n", "N", ColumnKind::Integer)];
    let row = |a: &str| vec![cell(a, a), cell("1", "1")];
    assert_eq!(key_of(&sample::figure("f", "F", columns(), vec![row("x"), row("y")])), ["a"]);
    assert_eq!(key_of(&sample::figure("f", "F", columns(), vec![row("x"), row("x")])), [""; 0]);
    assert_eq!(key_of(&sample::figure("f", "F", columns(), vec![row("x"), row("")])), [""; 0]);
}

#[test]
fn subjects_are_services_each_once() {
    let columns = vec![column("konu", "Konu", ColumnKind::Text), column("alt_konu", "Alt konu", ColumnKind::Text)];
    let rows = vec![vec![word("Su"), word("Su arızası")], vec![word("Çöp"), word("Moloz")], vec![word("Su"), word("Su arızası")]];
    let list = json(&services(&sample::figure("konu-agaci", "Konular", columns, rows)));
    let codes: Vec<&str> = list.as_array().unwrap().iter().map(|s| s["service_code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["cop-moloz", "su-su-arizasi"]);
    assert_eq!(
        (&list[0]["service_name"], &list[0]["group"], &list[0]["metadata"]),
        (&"Moloz".into(), &"Çöp".into(), &false.into())
    );
}

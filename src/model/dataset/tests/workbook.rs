//! Workbooks, as people make them.

use super::*;

#[test]
fn a_formula_whose_value_is_not_in_the_file_is_no_empty_cell() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (i, name) in HEADER.split(';').enumerate() {
        sheet.write(0, i as u16, name).expect("is written");
    }
    sheet.write(1, 0, "1").expect("is written");
    sheet.write(1, 1, "01.07.2026").expect("is written");
    sheet.write(1, 2, "Fen İşleri").expect("is written");
    sheet.write_formula(1, 4, rust_xlsxwriter::Formula::new("=1+1").set_result("77777")).expect("is written");
    let bytes = book.save_to_buffer().expect("is written");
    let bytes = rewritten(&bytes, "xl/worksheets/sheet1.xml", "<v>77777</v>", "");
    let (_, diag) = load_world(&world(&[("a.xlsx", &bytes)]));
    let told: Vec<_> = diag.iter().map(|d| (d.code.id(), d.hint, d.place.line)).collect();
    assert_eq!(told, [("cell-error", Some("uncomputed"), 2)]);
}

/// The same workbook, said to count its days from 1904.
fn of_1904(book: &[u8]) -> Vec<u8> {
    rewritten(book, "xl/workbook.xml", "<workbookPr ", "<workbookPr date1904=\"1\" ")
}

/// The same workbook with other words in one of its parts.
fn rewritten(book: &[u8], of: &str, from: &str, to: &str) -> Vec<u8> {
    use std::io::{Cursor, Read, Write};
    let mut parts = zip::ZipArchive::new(Cursor::new(book)).expect("is a workbook");
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..parts.len() {
        let mut part = parts.by_index(number).expect("has its parts");
        let (name, mut text) = (part.name().expect("has a name").into_owned(), String::new());
        part.read_to_string(&mut text).expect("is XML");
        let text = if name == of { text.replace(from, to) } else { text };
        out.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).expect("is written");
        out.write_all(text.as_bytes()).expect("is written");
    }
    out.finish().expect("is written").into_inner()
}

#[test]
fn a_workbook_that_counts_from_1904_names_the_same_days() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (i, name) in HEADER.split(';').enumerate() {
        sheet.write(0, i as u16, name).expect("is written");
    }
    let day = rust_xlsxwriter::Format::new().set_num_format("dd.mm.yyyy");
    // Shown as a day, and as the bare number that a format taken away leaves.
    for (row, number) in [(1, "a"), (2, "b")] {
        sheet.write(row, 0, number).expect("is written");
    }
    sheet.write_with_format(1, 1, 46_204 - 1_462, &day).expect("is written");
    sheet.write(2, 1, 46_204 - 1_462).expect("is written");
    // Not a day: it stays as it is.
    sheet.write(1, 3, 44_742).expect("is written");
    let from_1900 = book.save_to_buffer().expect("is written");
    let days = |bytes: &[u8]| -> Vec<Cell> {
        let (datasets, diag) = load_world(&world(&[("a.xlsx", bytes)]));
        assert!(diag.is_empty(), "{:?}", diag.iter().map(|d| d.code.id()).collect::<Vec<_>>());
        let cells = datasets.get("istek").expect("was loaded").exact().reveal("test: looks at days");
        assert!(cells.cell(0, 3) == Cell::Integer(44_742));
        vec![cells.cell(0, 1), cells.cell(1, 1)]
    };
    let of = |year, month, day| Cell::Date(jiff::civil::date(year, month, day));
    assert!(days(&from_1900) == [of(2022, 6, 30), of(2022, 6, 30)]);
    assert!(days(&of_1904(&from_1900)) == [of(2026, 7, 1), of(2026, 7, 1)]);
}

/// A workbook of the header and two rows.
fn small(fill: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> rust_xlsxwriter::Workbook {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (i, name) in HEADER.split(';').enumerate() {
        sheet.write(0, i as u16, name).expect("is written");
    }
    for (row, number) in [(1, "a"), (2, "b")] {
        sheet.write(row, 0, number).expect("is written");
        sheet.write(row, 1, "01.07.2026").expect("is written");
    }
    fill(sheet);
    book
}

#[test]
fn a_merged_cell_holds_its_value_in_its_first_row_alone_and_that_is_said() {
    let plain = rust_xlsxwriter::Format::new();
    let mut book = small(|sheet| {
        sheet.merge_range(1, 2, 2, 2, "Fen İşleri", &plain).expect("is written");
    });
    let (_, diag) = load_world(&world(&[("a.xlsx", &book.save_to_buffer().expect("is written"))]));
    let told: Vec<_> = diag.iter().map(|d| (d.code.id(), d.place.line, d.place.field.as_deref())).collect();
    assert_eq!(told, [("merged-cells", 2, HEADER.split(';').nth(2))]);
    words_are_there(&diag);
}

#[test]
fn a_title_over_several_columns_is_no_merged_value() {
    let plain = rust_xlsxwriter::Format::new();
    let mut book = small(|sheet| {
        sheet.merge_range(1, 5, 1, 6, "", &plain).expect("is written");
    });
    let (_, diag) = load_world(&world(&[("a.xlsx", &book.save_to_buffer().expect("is written"))]));
    assert!(diag.iter().all(|d| d.code.id() != "merged-cells"));
}

#[test]
fn the_first_sheet_that_people_see_is_the_one_that_is_read() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().set_name("Eski").expect("is a name").set_hidden(true).write(0, 0, "x").expect("is written");
    let seen = book.add_worksheet();
    for (i, name) in HEADER.split(';').enumerate() {
        seen.write(0, i as u16, name).expect("is written");
    }
    seen.write(1, 0, "a").expect("is written").write(1, 1, "01.07.2026").expect("is written");
    seen.set_active(true);
    let (datasets, diag) = load_world(&world(&[("a.xlsx", &book.save_to_buffer().expect("is written"))]));
    assert!(diag.is_empty(), "{:?}", diag.iter().map(|d| d.code.id()).collect::<Vec<_>>());
    assert_eq!(datasets.get("istek").expect("was loaded").exact().height(), 1);
}

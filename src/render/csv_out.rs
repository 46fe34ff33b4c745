//! A figure's table as CSV for machines: RFC 4180, UTF-8 without BOM, CRLF, `.` decimals, ISO dates, machine names; and
//! a second one that a spreadsheet in Turkish opens as it is.
//! Not a table to look at, and not a reader: `parse` owns reading CSV.

use crate::view::{CellDoc, ColumnKind, FigureDoc};

/// The CSV of `figure`'s table. A withheld cell keeps its sign (`[c]`), as the figure's legend explains it; a cell
/// without value is empty.
pub fn write(figure: &FigureDoc) -> Vec<u8> {
    let mut out = String::new();
    line(&mut out, ',', figure.table.columns.iter().map(|column| neutral(&column.name)));
    for row in &figure.table.rows {
        let cells = figure.table.columns.iter().enumerate();
        line(&mut out, ',', cells.map(|(i, column)| row.get(i).map(|cell| value(figure, cell, column.kind)).unwrap_or_default()));
    }
    out.into_bytes()
}

/// The same for a spreadsheet in Turkish, which takes `,` for the decimal sign and UTF-8 for something else unless a byte
/// order mark says so: `;` between cells, titles in words, dates and months as read.
pub fn write_for_excel(figure: &FigureDoc) -> Vec<u8> {
    let mut out = String::from('\u{FEFF}');
    line(&mut out, ';', figure.table.columns.iter().map(|column| neutral(&column.title)));
    for row in &figure.table.rows {
        let cells = figure.table.columns.iter().zip(row);
        line(&mut out, ';', cells.map(|(column, cell)| words(cell, column.kind)));
    }
    out.into_bytes()
}

/// What a spreadsheet in Turkish should read in `cell`.
fn words(cell: &CellDoc, kind: ColumnKind) -> String {
    if kind.is_amount() && is_number(&cell.value) { cell.value.replace('.', ",") } else { neutral(&cell.text) }
}

/// What a machine should read in `cell`.
fn value(figure: &FigureDoc, cell: &CellDoc, kind: ColumnKind) -> String {
    if !cell.value.is_empty() {
        return match kind {
            ColumnKind::Text | ColumnKind::Month | ColumnKind::Year => neutral(&cell.value),
            _ if is_number(&cell.value) => cell.value.to_string(),
            _ => neutral(&cell.value),
        };
    }
    if figure.legend.iter().any(|(sign, _)| **sign == *cell.text) { neutral(&cell.text) } else { String::new() }
}

/// `text`, with an apostrophe before it where a spreadsheet would run it as a formula.
pub fn neutral(text: &str) -> String {
    if !is_number(text) && text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

/// True for `-12` and `3.5`, which are harmless.
fn is_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, fraction)| (whole, Some(fraction)));
    digits(whole.strip_prefix('-').unwrap_or(whole)) && fraction.is_none_or(digits)
}

/// Adds one record to `out`, its cells parted by `separator`.
pub fn line(out: &mut String, separator: char, cells: impl Iterator<Item = String>) {
    for (i, cell) in cells.enumerate() {
        if i > 0 {
            out.push(separator);
        }
        // Quoted too where spaces at the ends or a byte order mark could be taken for something else.
        if cell.contains([separator, '"', '\r', '\n', '\u{FEFF}']) || cell.trim() != cell {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::render::sample::{self, cell, column, word};

    fn csv(figure: &FigureDoc) -> String {
        String::from_utf8(write(figure)).expect("CSV is UTF-8")
    }

    #[test]
    fn machine_values_stand_under_machine_names() {
        assert_eq!(
            csv(&sample::by_unit()),
            "birim,basvuru,medyan,tutar,son\r\n\
             Fen İşleri Müdürlüğü,1905,6.5,340391.00,2026-06-30\r\n\
             \"'=HYPERLINK(\"\"x\"\")\",[c],6.5,-5.25,2026-06-30\r\n\
             \"'@birim, \"\"tırnaklı\"\"\",0,6.5,,2026-06-30\r\n"
        );
    }

    #[test]
    fn what_a_spreadsheet_would_run_is_neutralised_and_numbers_are_not() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("+90 372", "'+90 372"),
            ("-cmd", "'-cmd"),
            ("@x", "'@x"),
            ("\t=1", "'\t=1"),
            ("\r=1", "\"'\r=1\""),
            ("-5", "-5"),
            ("-5.25", "-5.25"),
            ("-", "'-"),
            ("-5.", "'-5."),
            ("a=1", "a=1"),
        ] {
            let figure = sample::figure("f", "F", vec![column("a", "A", ColumnKind::Text)], vec![vec![word(text)]]);
            assert_eq!(csv(&figure), format!("a\r\n{expected}\r\n"), "{text:?}");
        }
    }

    #[test]
    fn a_spreadsheet_in_turkish_reads_numbers_as_numbers_and_nothing_as_a_formula() {
        let text = String::from_utf8(write_for_excel(&sample::by_unit())).expect("CSV is UTF-8");
        assert_eq!(
            text,
            "\u{FEFF}Müdürlük;Başvuru;Medyan (gün);Tutar (₺);Son kayıt\r\n\
             Fen İşleri Müdürlüğü;1905;6,5;340391,00;30.06.2026\r\n\
             \"'=HYPERLINK(\"\"x\"\")\";[c];6,5;-5,25;30.06.2026\r\n\
             \"'@birim, \"\"tırnaklı\"\"\";0;6,5;;30.06.2026\r\n"
        );
    }

    #[test]
    fn a_sign_without_legend_is_no_value() {
        let columns = vec![column("a", "A", ColumnKind::Integer)];
        assert_eq!(csv(&sample::figure("f", "F", columns, vec![vec![cell("–", "")], Vec::new()])), "a\r\n\r\n\r\n");
    }

    proptest! {
        #[test]
        fn every_text_comes_back_as_it_was(texts in prop::collection::vec(".{0,12}|[\"\r\n,= ]{0,6}", 1..8)) {
            let rows = texts.iter().map(|text| vec![word(text), word("son")]).collect();
            let columns = vec![column("a", "A", ColumnKind::Text), column("b", "B", ColumnKind::Text)];
            let bytes = write(&sample::figure("f", "F", columns, rows));
            let mut reader = csv::Reader::from_reader(&bytes[..]);
            let read: Vec<String> = reader.records().map(|record| record.unwrap()[0].to_owned()).collect();
            let expected: Vec<String> = texts.iter().map(|text| neutral(text)).collect();
            prop_assert_eq!(read, expected);
        }
    }
}

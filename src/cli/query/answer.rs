//! An answer written down: for eyes, for spreadsheets, for programs. Exact values, so only for the person who asked.

use serde_json::{Map, Value};

use crate::render::csv_out;
use crate::table::{Cell, Kind, Table};
use crate::turkish::{date, money, number};

/// Why cells are read here.
const REASON: &str = "query: shown on the terminal of the person who asked, never published";

/// Columns side by side, numbers to the right, in Turkish notation.
pub(super) fn text(table: &Table) -> String {
    let header: Vec<String> = table.columns().iter().map(|c| c.name.to_string()).collect();
    let rows: Vec<Vec<String>> = table.reveal(REASON).rows().map(|row| row.iter().map(words).collect()).collect();
    let width = |column: usize| rows.iter().chain([&header]).map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..header.len()).map(width).collect();
    let right: Vec<bool> =
        table.columns().iter().map(|c| matches!(c.kind, Kind::Integer | Kind::Decimal | Kind::Money)).collect();
    let line = |row: &[String]| {
        let cells = row
            .iter()
            .zip(&widths)
            .zip(&right)
            .map(|((cell, width), right)| if *right { format!("{cell:>width$}") } else { format!("{cell:width$}") });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    let rule: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
    let mut out = line(&header) + &line(&rule);
    rows.iter().for_each(|row| out.push_str(&line(row)));
    out
}

/// RFC 4180 with a header; numbers and dates as programs write them, a text that a spreadsheet would take for a
/// formula made harmless.
pub(super) fn csv(table: &Table) -> String {
    let mut out = String::new();
    csv_out::line(&mut out, ',', table.columns().iter().map(|c| c.name.to_string()));
    for row in table.reveal(REASON).rows() {
        csv_out::line(
            &mut out,
            ',',
            row.iter().map(|cell| match machine(cell) {
                Value::String(text) => csv_out::neutral(&text),
                Value::Null => String::new(),
                other => other.to_string(),
            }),
        );
    }
    out
}

/// One JSON object a line.
pub(super) fn json(table: &Table) -> String {
    let names: Vec<String> = table.columns().iter().map(|c| c.name.to_string()).collect();
    let object = |row: Vec<Cell>| names.iter().cloned().zip(row.iter().map(machine)).collect::<Map<String, Value>>();
    table.reveal(REASON).rows().map(|row| format!("{}\n", Value::Object(object(row)))).collect()
}

fn words(cell: &Cell) -> String {
    match cell {
        Cell::Null => String::new(),
        // Cells are other people's text: nothing in them may steer the terminal.
        Cell::Text(text) => text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect(),
        Cell::Integer(value) => number::integer(*value),
        Cell::Decimal(value) => number::decimal(*value, 2),
        Cell::Money(kurus) => money::format(*kurus),
        Cell::Date(day) => date::short(*day),
        Cell::DateTime(moment) => format!("{} {:02}:{:02}", date::short(moment.date()), moment.hour(), moment.minute()),
        Cell::Boolean(value) => value.to_string(),
    }
}

/// The value as JSON; money in lira, exact, as text.
fn machine(cell: &Cell) -> Value {
    match cell {
        Cell::Null => Value::Null,
        Cell::Text(text) => Value::from(&**text),
        Cell::Integer(value) => Value::from(*value),
        Cell::Decimal(value) => Value::from(*value),
        Cell::Money(kurus) => {
            let sign = if *kurus < 0 { "-" } else { "" };
            Value::from(format!("{sign}{}.{:02}", kurus.unsigned_abs() / 100, kurus.unsigned_abs() % 100))
        }
        Cell::Date(day) => Value::from(day.to_string()),
        Cell::DateTime(moment) => Value::from(moment.to_string()),
        Cell::Boolean(value) => Value::from(*value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Column, TableBuilder, Values};
    use jiff::civil::date;

    fn table() -> Table {
        let mut unit = Values::new(Kind::Text);
        let mut count = Values::new(Kind::Integer);
        let mut cost = Values::new(Kind::Money);
        let mut day = Values::new(Kind::Date);
        for (u, n, k, d) in [("Fen İşleri", 12_345, 1_050, 1), ("=SUM(A1)", -7, -5, 22)] {
            unit.push_text(u);
            count.push_integer(n);
            cost.push_integer(k);
            day.push_date(date(2026, 11, d));
        }
        let mut builder = TableBuilder::new();
        builder.column(Column::new("birim", Kind::Text), unit);
        builder.column(Column::new("sayi", Kind::Integer), count);
        builder.column(Column::new("tutar", Kind::Money), cost);
        builder.column(Column::new("gun", Kind::Date), day);
        builder.finish()
    }

    #[test]
    fn eyes_get_columns_in_turkish_notation() {
        insta::assert_snapshot!(text(&table()), @r#"
        birim         sayi     tutar  gun
        ──────────  ──────  ────────  ──────────
        Fen İşleri  12.345  10,50 TL  01.11.2026
        =SUM(A1)        -7  -0,05 TL  22.11.2026
        "#);
    }

    #[test]
    fn programs_get_exact_values() {
        assert_eq!(
            csv(&table()),
            "birim,sayi,tutar,gun\r\nFen İşleri,12345,10.50,2026-11-01\r\n'=SUM(A1),-7,-0.05,2026-11-22\r\n"
        );
        insta::assert_snapshot!(json(&table()), @r#"
        {"birim":"Fen İşleri","sayi":12345,"tutar":"10.50","gun":"2026-11-01"}
        {"birim":"=SUM(A1)","sayi":-7,"tutar":"-0.05","gun":"2026-11-22"}
        "#);
    }
}

//! A table as JSON: its notes, its columns with their types, and a row an object. A withheld number is `null`, and its
//! sign stands beside it under `isaretler` (as do words that stand in a number's place, and marks beside a number), so that
//! a column keeps one type.

use serde_json::{Map, Number, Value, json};

use super::pretty;
use crate::view::{CellDoc, ColumnKind, FigureDoc};

/// The JSON of a figure's table.
pub fn table_json(figure: &FigureDoc) -> Vec<u8> {
    let columns = figure.table.columns.iter().map(|c| json!({"ad": c.name, "baslik": c.title, "tur": kind(c.kind)}));
    let signs: Map<String, Value> = figure.signs().map(|(sign, meaning)| (sign.clone(), meaning.clone().into())).collect();
    pretty(&json!({
        "kimlik": &*figure.id,
        "baslik": figure.title,
        "yontem": figure.method.trim(),
        "donem": figure.period,
        "kayit": figure.n,
        "gizlilik_kurali": figure.disclosure,
        "isaretler": signs,
        "kaynaklar": figure.sources,
        "ornek_veri": figure.synthetic,
        "sutunlar": columns.collect::<Vec<_>>(),
        "satirlar": figure.table.rows.iter().map(|row| object(figure, row)).collect::<Vec<_>>(),
    }))
}

fn kind(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Text => "metin",
        ColumnKind::Integer => "tam sayı",
        ColumnKind::Decimal(_) => "ondalık sayı",
        ColumnKind::Money => "Türk lirası",
        ColumnKind::Date => "tarih",
        ColumnKind::Month => "ay",
        ColumnKind::Year => "yıl",
    }
}

fn object(figure: &FigureDoc, row: &[CellDoc]) -> Value {
    let mut object = Map::new();
    let (mut signs, mut ranges) = (Map::new(), Map::new());
    for (column, cell) in figure.table.columns.iter().zip(row) {
        object.insert(column.name.clone(), value(cell, column.kind));
        // A sign, or words that say why there is no number ("yarısı henüz kapanmadı").
        if cell.value.is_empty() && !cell.text.is_empty() && column.kind.is_amount() {
            signs.insert(column.name.clone(), cell.text.to_string().into());
        } else if !cell.marks.is_empty() {
            signs.insert(column.name.clone(), cell.marks.into());
        }
        if let Some(range) = &cell.range {
            ranges.insert(column.name.clone(), range.ends.iter().map(|end| parsed(end, column.kind)).collect());
        }
    }
    if !signs.is_empty() {
        object.insert("isaretler".to_owned(), signs.into());
    }
    if !ranges.is_empty() {
        object.insert("guven_araliklari".to_owned(), ranges.into());
    }
    object.into()
}

fn value(cell: &CellDoc, kind: ColumnKind) -> Value {
    if cell.value.is_empty() {
        return Value::Null;
    }
    parsed(&cell.value, kind)
}

fn parsed(value: &str, kind: ColumnKind) -> Value {
    let words = || Value::from(value);
    match kind {
        ColumnKind::Integer => value.parse::<i64>().map_or_else(|_| words(), Value::from),
        ColumnKind::Decimal(_) | ColumnKind::Money => {
            value.parse().ok().and_then(Number::from_f64).map_or_else(words, Value::Number)
        }
        _ => words(),
    }
}

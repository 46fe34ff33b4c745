//! A table as JSON: its notes, its columns with their types, and a row an object. A withheld number is `null`, and its
//! sign stands beside it under `isaretler` (as do words that stand in a number's place, and marks beside a number), so that
//! a column keeps one type.

use indexmap::IndexMap;
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::pretty;
use crate::view::{CellDoc, ColumnDoc, ColumnKind, FigureDoc};

/// The name under which the signs of a table, and those of a row, stand.
const SIGNS: &str = "isaretler";

/// The JSON of a figure's table.
pub fn table_json(figure: &FigureDoc) -> Vec<u8> {
    pretty(&Document(figure))
}

/// Written as it is read: a tree of values would be many times as large as the table.
struct Document<'f>(&'f FigureDoc);

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Document(figure) = self;
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("kimlik", &*figure.id)?;
        object.serialize_entry("baslik", &figure.title)?;
        object.serialize_entry("yontem", figure.method.trim())?;
        object.serialize_entry("donem", &figure.period)?;
        object.serialize_entry("kayit", &figure.n)?;
        object.serialize_entry("gizlilik_kurali", &figure.disclosure)?;
        object.serialize_entry(SIGNS, &figure.signs().map(|(sign, meaning)| (sign, meaning)).collect::<IndexMap<_, _>>())?;
        object.serialize_entry("kaynaklar", &figure.sources)?;
        object.serialize_entry("ornek_veri", &figure.synthetic)?;
        object.serialize_entry("sutunlar", &figure.table.columns.iter().map(Described).collect::<Vec<_>>())?;
        object.serialize_entry("satirlar", &figure.table.rows.iter().map(|row| Row(figure, row)).collect::<Vec<_>>())?;
        object.end()
    }
}

/// A column and what it holds.
struct Described<'f>(&'f ColumnDoc);

impl Serialize for Described<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(Some(3))?;
        object.serialize_entry("ad", &self.0.name)?;
        object.serialize_entry("baslik", &self.0.title)?;
        object.serialize_entry("tur", kind(self.0.kind))?;
        object.end()
    }
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

/// A row by the names of its columns.
struct Row<'f>(&'f FigureDoc, &'f [CellDoc]);

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let cells = || self.0.table.columns.iter().zip(self.1);
        let mut object = serializer.serialize_map(None)?;
        for (column, cell) in cells() {
            object.serialize_entry(&column.name, &Amount(&cell.value, column.kind))?;
        }
        let signs: IndexMap<_, _> = cells().filter_map(|(column, cell)| Some((&column.name, sign(column, cell)?))).collect();
        if !signs.is_empty() {
            object.serialize_entry(SIGNS, &signs)?;
        }
        let ranges: IndexMap<_, _> = cells().filter_map(|(column, cell)| Some((&column.name, ends(column, cell)?))).collect();
        if !ranges.is_empty() {
            object.serialize_entry("guven_araliklari", &ranges)?;
        }
        object.end()
    }
}

/// The two ends of the interval beside an uncertain number.
fn ends<'f>(column: &ColumnDoc, cell: &'f CellDoc) -> Option<Vec<Amount<'f>>> {
    Some(cell.range.as_ref()?.ends.iter().map(|end| Amount(end, column.kind)).collect())
}

/// A sign, or words that say why there is no number ("yarısı henüz kapanmadı").
fn sign<'f>(column: &ColumnDoc, cell: &'f CellDoc) -> Option<&'f str> {
    if cell.value.is_empty() && !cell.text.is_empty() && column.kind.is_amount() {
        return Some(&cell.text);
    }
    Some(cell.marks).filter(|marks| !marks.is_empty())
}

/// A cell in the type of its column.
struct Amount<'f>(&'f str, ColumnKind);

impl Serialize for Amount<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let words = self.0;
        match self.1 {
            _ if words.is_empty() => serializer.serialize_none(),
            ColumnKind::Integer => match words.parse() {
                Ok(number) => serializer.serialize_i64(number),
                Err(_) => serializer.serialize_str(words),
            },
            ColumnKind::Decimal(_) | ColumnKind::Money => match words.parse::<f64>() {
                Ok(number) if number.is_finite() => serializer.serialize_f64(number),
                _ => serializer.serialize_str(words),
            },
            _ => serializer.serialize_str(words),
        }
    }
}

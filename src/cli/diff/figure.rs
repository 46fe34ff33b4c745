//! Two editions of a figure's JSON → the cells that moved. Rows are the same when the columns that name groups are.

use std::collections::BTreeMap;

use serde_json::Value;

/// A figure that is not as it was (değişen gösterge).
#[derive(Debug, PartialEq)]
pub(super) struct Moved {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What happened to it.
    pub change: Change,
}

/// What happened to a figure.
#[derive(Debug, PartialEq)]
pub(super) enum Change {
    /// It is new.
    New,
    /// It is no longer there.
    Gone,
    /// Its numbers moved.
    Cells {
        /// Rows that are new, by their groups.
        added: Vec<String>,
        /// Rows that are gone.
        gone: Vec<String>,
        /// Cells that say something else now.
        cells: Vec<Cell>,
    },
}

/// A cell that says something else now.
#[derive(Debug, PartialEq)]
pub(super) struct Cell {
    /// The groups of its row: `2026-06, Fen İşleri Müdürlüğü`.
    pub row: String,
    /// The title of its column.
    pub column: String,
    /// What it said.
    pub from: Value,
    /// What it says.
    pub to: Value,
}

/// The figure in `bytes` when it is new; `None` when it is no figure.
pub(super) fn appeared(path: &str, bytes: &[u8]) -> Option<Moved> {
    read(path, bytes).map(|figure| of(&figure, Change::New))
}

/// The same when it is gone.
pub(super) fn gone(path: &str, bytes: &[u8]) -> Option<Moved> {
    read(path, bytes).map(|figure| of(&figure, Change::Gone))
}

/// The cells that moved; `None` when none did or it is no figure.
pub(super) fn moved(path: &str, before: &[u8], after: &[u8]) -> Option<Moved> {
    let (old, new) = (read(path, before)?, read(path, after)?);
    let (old_rows, new_rows) = (rows(&old), rows(&new));
    let missing = |from: &BTreeMap<String, &Value>, to: &BTreeMap<String, &Value>| {
        from.keys().filter(|key| !to.contains_key(*key)).cloned().collect::<Vec<_>>()
    };
    let (added, gone) = (missing(&new_rows, &old_rows), missing(&old_rows, &new_rows));
    let mut cells = Vec::new();
    for (key, row) in &new_rows {
        let Some(before) = old_rows.get(key) else { continue };
        for column in columns(&new).filter(|column| is_amount(column)) {
            let name = column["ad"].as_str().unwrap_or_default();
            let (from, to) = (cell(before, name), cell(row, name));
            if from != to {
                let column = column["baslik"].as_str().unwrap_or(name).to_owned();
                cells.push(Cell { row: key.clone(), column, from, to });
            }
        }
    }
    let same = added.is_empty() && gone.is_empty() && cells.is_empty();
    (!same).then(|| of(&new, Change::Cells { added, gone, cells }))
}

fn read(path: &str, bytes: &[u8]) -> Option<Value> {
    let json: Value = serde_json::from_slice(path.ends_with(".json").then_some(bytes)?).ok()?;
    (json["kimlik"].is_string() && json["satirlar"].is_array()).then_some(json)
}

fn of(figure: &Value, change: Change) -> Moved {
    let text = |key: &str| figure[key].as_str().unwrap_or_default().to_owned();
    Moved { id: text("kimlik"), title: text("baslik"), change }
}

fn columns(figure: &Value) -> impl Iterator<Item = &Value> {
    figure["sutunlar"].as_array().into_iter().flatten()
}

/// True for a column of numbers; the others name the row.
fn is_amount(column: &Value) -> bool {
    matches!(column["tur"].as_str(), Some("tam sayı" | "ondalık sayı" | "Türk lirası"))
}

/// The rows by the words of their groups; a second row of the same groups is told apart by its number.
fn rows(figure: &Value) -> BTreeMap<String, &Value> {
    let names: Vec<&str> = columns(figure).filter(|c| !is_amount(c)).filter_map(|c| c["ad"].as_str()).collect();
    let mut rows = BTreeMap::new();
    for row in figure["satirlar"].as_array().into_iter().flatten() {
        let words: Vec<String> = names.iter().map(|name| words(&row[*name])).filter(|words| !words.is_empty()).collect();
        let key = words.join(", ");
        let number = (2..).map(|n| format!("{key} ({n})"));
        let key = std::iter::once(key.clone()).chain(number).find(|key| !rows.contains_key(key)).expect("numbers never end");
        rows.insert(key, row);
    }
    rows
}

/// What a cell says: its number, or the sign in its place.
fn cell(row: &Value, name: &str) -> Value {
    let sign = || row.get("isaretler").and_then(|signs| signs.get(name)).cloned();
    match &row[name] {
        Value::Null => sign().unwrap_or(Value::Null),
        value => value.clone(),
    }
}

fn words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn edition(rows: Value) -> Vec<u8> {
        let columns = json!([{"ad": "ay", "baslik": "Ay", "tur": "ay"}, {"ad": "n", "baslik": "Başvuru", "tur": "tam sayı"}]);
        json!({"kimlik": "aylik", "baslik": "Aylık", "sutunlar": columns, "satirlar": rows}).to_string().into_bytes()
    }

    #[test]
    fn a_number_that_moved_is_told_with_its_row() {
        let before = edition(json!([{"ay": "2026-05", "n": 40}, {"ay": "2026-06", "n": null, "isaretler": {"n": "[c]"}}]));
        let after = edition(json!([{"ay": "2026-06", "n": 15}, {"ay": "2026-05", "n": 40}, {"ay": "2026-07", "n": 20}]));
        let Some(Moved { change: Change::Cells { added, gone, cells }, .. }) = moved("veri/a.json", &before, &after) else {
            panic!("numbers moved")
        };
        assert_eq!((added, gone), (vec!["2026-07".to_owned()], Vec::new()));
        let cell = Cell { row: "2026-06".into(), column: "Başvuru".into(), from: json!("[c]"), to: json!(15) };
        assert_eq!(cells, [cell], "the order of rows is no change");
    }

    #[test]
    fn what_is_no_figure_is_none() {
        assert_eq!(moved("a.json", b"{}", b"{\"a\": 1}"), None);
        assert_eq!(appeared("a.json", b"not json"), None);
    }
}

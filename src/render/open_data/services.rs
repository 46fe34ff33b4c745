//! Subjects as services of Open311 GeoReport v2 (wiki.open311.org), the vocabulary in which cities name what people ask
//! for. A list to compare and translate with; nothing here takes requests, so `metadata` is always false.

use serde_json::json;

use super::pretty;
use crate::turkish;
use crate::view::FigureDoc;

/// `services.json`: one service a subject, in the group it stands in. The code is made from the words, and stays while they do.
pub fn services(figure: &FigureDoc) -> Vec<u8> {
    let place = |name: &str| figure.table.columns.iter().position(|c| c.name == name);
    let (group, subject) = (place("konu"), place("alt_konu"));
    let mut list: Vec<(String, serde_json::Value)> = Vec::new();
    for row in &figure.table.rows {
        let words = |column: Option<usize>| column.map_or("", |c| &*row[c].value);
        let (group, subject) = (words(group), words(subject));
        let name = if subject.is_empty() { group } else { subject };
        if name.is_empty() {
            continue;
        }
        let code = turkish::slug(&format!("{group} {subject}"));
        let service = json!({
            "service_code": code,
            "service_name": name,
            "description": if subject.is_empty() { String::new() } else { format!("{group}: {subject}") },
            "metadata": false,
            "type": "batch",
            "keywords": "",
            "group": group,
        });
        list.push((code, service));
    }
    list.sort_by(|a, b| a.0.cmp(&b.0));
    list.dedup_by(|a, b| a.0 == b.0);
    pretty(&list.into_iter().map(|(_, service)| service).collect::<Vec<_>>())
}

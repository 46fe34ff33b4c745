//! The data of a site in the forms that machines know: JSON, Frictionless Data Package, CSVW, DCAT-AP, Open311.
//! The tables themselves as CSV and XLSX are written by `csv_out` and `xlsx`.

mod dcat;
mod descriptor;
mod distribution;
mod services;
mod table_json;

#[cfg(test)]
mod tests;

pub use dcat::catalogue;
pub use descriptor::{csv_metadata, data_package};
pub use distribution::{distribution_json, distribution_yaml};
pub use services::services;
pub use table_json::table_json;

use std::sync::Arc;

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::view::{ColumnKind, FigureDoc};

/// How large a file is, and its sum (dosya ağırlığı).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    /// Its length.
    pub bytes: usize,
    /// Its SHA-256 in hexadecimal digits.
    pub sha256: String,
}

impl Weight {
    /// The weight of `bytes`.
    pub fn of(bytes: &[u8]) -> Weight {
        Weight { bytes: bytes.len(), sha256: sha256(bytes) }
    }
}

/// What was made, by its address from the root of the site: `None` for a file that could not be.
pub type Made<'m> = &'m (dyn Fn(&str) -> Option<Arc<Weight>> + Sync);

/// JSON as people may read it too, with a line's end at its end.
fn pretty(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).expect("strings, numbers and lists are always JSON");
    bytes.push(b'\n');
    bytes
}

fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write;
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        write!(hex, "{byte:02x}").expect("writing into a string does not fail");
        hex
    })
}

/// The key of a table: its columns that name groups, where together they tell all rows apart and none is empty.
fn key_of(figure: &FigureDoc) -> Vec<&str> {
    let groups: Vec<usize> = (0..figure.table.columns.len()).filter(|i| !figure.table.columns[*i].kind.is_amount()).collect();
    let mut seen = std::collections::BTreeSet::new();
    let tells_apart = figure.table.rows.iter().all(|row| {
        let key: Vec<&str> = groups.iter().map(|i| &*row[*i].value).collect();
        key.iter().all(|part| !part.is_empty()) && seen.insert(key)
    });
    if tells_apart && !groups.is_empty() { groups.iter().map(|i| &*figure.table.columns[*i].name).collect() } else { Vec::new() }
}

/// The first and last day a table's own dates, months or years cover; `None` where it has none.
fn days_of(figure: &FigureDoc) -> Option<(String, String)> {
    let column =
        figure.table.columns.iter().position(|c| matches!(c.kind, ColumnKind::Month | ColumnKind::Date | ColumnKind::Year))?;
    let values = || figure.table.rows.iter().map(|row| &*row[column].value).filter(|value| !value.is_empty());
    let (first, last) = (values().min()?, values().max()?);
    let days = match figure.table.columns[column].kind {
        ColumnKind::Month => {
            let day: jiff::civil::Date = format!("{last}-01").parse().ok()?;
            (format!("{first}-01"), day.last_of_month().to_string())
        }
        ColumnKind::Year => (format!("{first}-01-01"), format!("{last}-12-31")),
        _ => (first.to_owned(), last.to_owned()),
    };
    Some(days)
}

/// How the numbers are made and what they cover, in one paragraph.
fn description(figure: &FigureDoc) -> String {
    let mut parts = vec![figure.method.trim().replace('\n', " ")];
    parts.extend(figure.period.iter().map(|period| format!("Dönem: {period}.")));
    parts.extend(figure.n.iter().map(|n| format!("{n}.")));
    parts.extend(figure.disclosure.clone());
    if figure.synthetic {
        parts.insert(0, "Örnek veri: gerçek kayıtlara dayanmaz.".to_owned());
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

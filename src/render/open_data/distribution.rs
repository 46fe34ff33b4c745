//! The distribution list of reports: which folder goes to which units, with the size and sum of every file. As YAML for
//! people and as JSON for programs; both say the same.

use std::fmt::Write;

use serde_json::{Value, json};

use super::{Made, pretty};
use crate::view::ParcelDoc;

/// `dagitim.json`.
pub fn distribution_json(parcels: &[ParcelDoc], made: Made<'_>) -> Vec<u8> {
    pretty(&parcels.iter().map(|parcel| one(parcel, made)).collect::<Vec<_>>())
}

/// `dagitim.yaml`. Texts are written as JSON texts, which YAML 1.2 reads alike.
pub fn distribution_yaml(parcels: &[ParcelDoc], made: Made<'_>) -> Vec<u8> {
    let mut out = String::from("# Hangi rapor klasörü hangi birimlere gider. Her derlemede yeniden yazılır.\n");
    if parcels.is_empty() {
        out.push_str("[]\n");
    }
    for parcel in parcels {
        let Value::Object(parcel) = one(parcel, made) else { unreachable!("a parcel is an object") };
        for (number, (key, value)) in parcel.iter().enumerate() {
            out.push_str(if number == 0 { "- " } else { "  " });
            match value {
                Value::Array(items) if items.iter().any(Value::is_object) => {
                    writeln!(out, "{key}:").expect("writing into a string does not fail");
                    for item in items {
                        writeln!(out, "    - {item}").expect("writing into a string does not fail");
                    }
                }
                value => writeln!(out, "{key}: {value}").expect("writing into a string does not fail"),
            }
        }
    }
    out.into_bytes()
}

fn one(parcel: &ParcelDoc, made: Made<'_>) -> Value {
    let file = |name: &String| {
        let weight = made(&format!("{}{name}", parcel.url)).unwrap_or_default();
        json!({"ad": name, "bayt": weight.bytes, "sha256": weight.sha256})
    };
    json!({
        "klasor": parcel.url.trim_matches('/'),
        "baslik": parcel.title,
        "birim": parcel.unit,
        "donem": parcel.period,
        "alicilar": parcel.recipients,
        "yayim": parcel.released,
        "ornek_veri": parcel.synthetic,
        "dosyalar": parcel.files.iter().map(file).collect::<Vec<_>>(),
    })
}

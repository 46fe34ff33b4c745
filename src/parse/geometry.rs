//! `data/mahalleler/sinirlar.geojson` → outlines with their codes (GeoJSON, RFC 7946). Whether a code is known is asked
//! later.

use std::io::ErrorKind;
use std::sync::Arc;

use serde::Deserialize;

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::source::World;

/// Where the outlines of neighbourhoods are kept.
pub const FILE: &str = "data/mahalleler/sinirlar.geojson";

/// The closed lines of an area, outer ones and holes alike: what lies within an odd number of them is inside. Each point
/// is a longitude and a latitude in degrees (WGS 84).
pub type Rings = Vec<Vec<[f64; 2]>>;

#[derive(Deserialize)]
struct Collection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    properties: Properties,
    geometry: Geometry,
}

#[derive(Deserialize)]
struct Properties {
    kod: Word,
}

/// National codes are written as numbers by some programs.
#[derive(Deserialize)]
#[serde(untagged)]
enum Word {
    Text(String),
    Number(u64),
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    Polygon(Vec<Vec<Vec<f64>>>),
    MultiPolygon(Vec<Vec<Vec<Vec<f64>>>>),
}

/// Reads the outlines with their codes; none where there is no such file.
pub fn load(diag: &mut Diagnostics, world: &dyn World) -> Vec<(Arc<str>, Rings)> {
    match world.read(FILE) {
        Ok(bytes) => read(diag, &bytes),
        Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
        Err(error) => {
            diag.push(Diagnostic::unreadable(Place::file(FILE), &error));
            Vec::new()
        }
    }
}

fn read(diag: &mut Diagnostics, bytes: &[u8]) -> Vec<(Arc<str>, Rings)> {
    let collection: Collection = match serde_json::from_slice(bytes) {
        Ok(collection) => collection,
        Err(error) => {
            let place = Place::at(FILE, error.line() as u32, error.column().max(1) as u32);
            diag.push(
                Diagnostic::new(Code::BAD_GEOMETRY, place)
                    .with("cause", if error.is_data() { "cause-geojson" } else { "cause-json" }),
            );
            return Vec::new();
        }
    };
    let mut outlines = Vec::new();
    for feature in collection.features {
        let code: Arc<str> = match feature.properties.kod {
            Word::Text(text) => text.into(),
            Word::Number(number) => number.to_string().into(),
        };
        let rings = match feature.geometry {
            Geometry::Polygon(rings) => rings,
            Geometry::MultiPolygon(areas) => areas.into_iter().flatten().collect(),
        };
        let rings: Option<Rings> = rings.iter().map(|ring| ring.iter().map(|point| degrees(point)).collect()).collect();
        match rings {
            Some(rings) => outlines.push((code, rings)),
            None => {
                let complaint = Diagnostic::new(Code::BAD_GEOMETRY, Place::file(FILE).field(&*code)).hint("projected");
                diag.push(complaint.with("cause", "|x| ≤ 180, |y| ≤ 90"));
            }
        }
    }
    outlines
}

/// The point, if it can be one on the globe: coordinates in metres cannot.
fn degrees(point: &[f64]) -> Option<[f64; 2]> {
    match point {
        [x, y, ..] if x.abs() <= 180.0 && y.abs() <= 90.0 => Some([*x, *y]),
        _ => None,
    }
}

//! The addresses of Akoma Ntoso (naming convention, chapter 4): work, expression, manifestation.

use crate::turkish;
use crate::view::regulation::{EventDoc, EventKind, RegulationDoc};

/// What stands for a date that nobody has told.
pub const UNDATED: &str = "9999-01-01";

/// The addresses of one regulation.
pub struct Iris {
    /// The regulation, whatever its version: `/akn/tr-67-caycuma/act/yonetmelik/2021-04-03/38`.
    pub work: String,
    /// This version of it: `…/tur@2021-04-30`.
    pub expression: String,
    /// The day of the work.
    pub adopted: String,
    /// The day of this version.
    pub version: String,
    /// The number in the work's address.
    pub number: Option<String>,
}

impl Iris {
    /// The addresses of `regulation`.
    pub fn of(regulation: &RegulationDoc) -> Iris {
        let adoption = regulation.events.iter().find(|e| e.kind == EventKind::Adopted);
        let adopted = adoption.map_or(UNDATED, |e| &e.date.iso).to_owned();
        let number = adoption.and_then(|e| e.number.clone());
        let version = regulation.in_force.as_ref().map_or_else(|| adopted.clone(), |d| d.iso.clone());
        let name = number.as_deref().unwrap_or(&regulation.title);
        let work = work(regulation, &adopted, name);
        let expression = format!("{work}/tur@{version}");
        Iris { work, expression, adopted, version, number }
    }
}

/// The address of a regulation of the same kind and place, adopted on `date` under `number`.
pub fn work(regulation: &RegulationDoc, date: &str, number: &str) -> String {
    address(regulation, regulation.kind.as_deref(), date, number)
}

/// The address of a regulation of the same place.
pub fn address(regulation: &RegulationDoc, kind: Option<&str>, date: &str, number: &str) -> String {
    let kind = kind.map(|kind| format!("/{}", turkish::slug(kind))).unwrap_or_default();
    let number = Some(turkish::slug(number)).filter(|n| !n.is_empty()).unwrap_or_else(|| "adsiz".to_owned());
    format!("/akn/{}/act{kind}/{date}/{number}", regulation.jurisdiction)
}

/// The address of the decision behind an event that amended `regulation`.
pub fn act(regulation: &RegulationDoc, event: &EventDoc) -> String {
    let (date, kind) = event.act.as_ref().map_or((event.date.iso.as_str(), None), |(day, kind)| (&day.iso, kind.as_deref()));
    address(regulation, kind.or(regulation.kind.as_deref()), date, event.number.as_deref().unwrap_or_default())
}

/// The address of a law of the state; its article, where one is meant. Paragraphs and points are not named: their names
/// depend on how the law's own document is built.
pub fn law(number: u32, adopted: &str, article: Option<&str>) -> String {
    // `ek 1` is printed `Ek Madde 1`, and names keep the letters as printed.
    let printed = |article: &str| match article.split_once(' ') {
        Some((series, number)) => format!("{}{number}", turkish::case::capitalize(series)),
        None => article.to_owned(),
    };
    let portion = article.map(|a| format!("/!main~art_{}", printed(a).replace('/', "-"))).unwrap_or_default();
    format!("/akn/tr/act/kanun/{adopted}/{number}{portion}")
}

/// A name for a person or body that no text names.
pub const NOBODY: &str = "belirtilmemis";

/// The name of an organisation within a document.
pub fn organisation(name: &str) -> String {
    Some(turkish::slug(name)).filter(|s| !s.is_empty()).unwrap_or_else(|| NOBODY.to_owned())
}

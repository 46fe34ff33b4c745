//! `data/uyari.yaml` → what every citizen must be told first (uyarı bandı). Needs no other file, so that it can be published
//! while everything else is in error.

use jiff::civil::Date;

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::registry;
use crate::parse::shape::Shape;
use crate::parse::tree::Keys;
use crate::source::World;
use crate::turkish;

/// Where the alerts stand.
pub const FILE: &str = "data/uyari.yaml";

/// More than this nobody reads on a telephone before going on; the rest belongs on the page it leads to.
const LONGEST: usize = 280;

/// How urgent an alert is, by the word for it.
const LEVELS: &[(&str, Level)] =
    &[("acil", Level::Emergency), ("uyari", Level::Warning), ("uyarı", Level::Warning), ("bilgi", Level::Notice)];

/// An alert (uyarı).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alert {
    /// How urgent it is.
    pub level: Level,
    /// What it says.
    pub text: String,
    /// Where more is said: an address of the site or elsewhere.
    pub url: Option<String>,
    /// First and last day it is shown.
    pub days: (Date, Date),
    /// Where it is written.
    pub place: Place,
}

/// How urgent an alert is (düzey).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Life or health is in danger (acil).
    Emergency,
    /// A service is not what people count on (uyarı).
    Warning,
    /// Good to know (bilgi).
    Notice,
}

impl Alert {
    /// True on the days it is shown.
    pub fn is_shown_on(&self, day: Date) -> bool {
        (self.days.0..=self.days.1).contains(&day)
    }
}

/// Reads the alerts, the most urgent first; without a file there are none.
pub fn load(diag: &mut Diagnostics, world: &dyn World) -> Vec<Alert> {
    let mut alerts = Vec::new();
    registry::each(diag, world, FILE, |diag, keys| {
        alerts.extend(alert(diag, keys));
        Some(())
    });
    alerts.sort_by_key(|alert| (alert.level, alert.days.0));
    alerts
}

/// What the file may hold.
pub fn shape() -> Shape {
    Shape::list_of(alert)
}

fn alert(diag: &mut Diagnostics, keys: &mut Keys<'_>) -> Option<Alert> {
    let place = keys.place();
    let level = keys.chosen(diag, "duzey", LEVELS).unwrap_or(Level::Warning);
    let text = keys.required(diag, "metin");
    let url =
        keys.parsed(diag, "baglanti", "/duyurular/su-kesintisi/ | https://…", |url| is_address(url).then(|| url.to_owned()));
    for key in ["baslangic", "bitis"] {
        keys.demand(diag, key);
    }
    let mut day = |key| keys.parsed(diag, key, "2026-11-22", |text| turkish::date::parse(text).ok().map(|moment| moment.date()));
    let days = (day("baslangic"), day("bitis"));
    let (text, first, last) = (text?, days.0?, days.1?);
    let bad = |key: &'static str, value: String, expected: String| {
        let complaint = Diagnostic::new(Code::BAD_VALUE, place.clone().field(key)).with("key", key);
        complaint.with("value", value).with("expected", expected)
    };
    if last < first {
        diag.push(bad("bitis", last.to_string(), format!("{first} …")));
        return None;
    }
    if text.chars().count() > LONGEST {
        diag.push(bad("metin", format!("{} harf", text.chars().count()), format!("… {LONGEST}")));
        return None;
    }
    Some(Alert { level, text, url, days: (first, last), place })
}

/// An address of this site from its root, of another site, or of a telephone.
fn is_address(url: &str) -> bool {
    let plain = !url.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\'));
    let kind =
        (url.starts_with('/') && !url.starts_with("//")) || ["https://", "http://", "tel:"].iter().any(|k| url.starts_with(k));
    plain && kind
}

/// The complaint about an alert that leads to a page nobody can find.
pub fn broken(alert: &Alert) -> Diagnostic {
    let url = alert.url.clone().unwrap_or_default();
    Diagnostic::new(Code::BROKEN_LINK, alert.place.clone().field("baglanti")).with("target", url)
}

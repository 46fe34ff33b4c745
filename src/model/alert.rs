//! `data/uyari.yaml` → what every citizen must be told first (uyarı bandı). Needs no other file, so that it can be published
//! while everything else is in error.

mod entries;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::diag::{Code, Diagnostic, Diagnostics, Place, Severity};
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

/// How many days more than its first an alert is shown whose end nobody wrote: a week bridges every holiday, and an alert
/// that was forgotten goes by itself.
const DAYS: i64 = 6;

/// An alert (uyarı).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alert {
    /// How urgent it is.
    pub level: Level,
    /// What it says.
    pub text: String,
    /// Where more is said: an address of the site or elsewhere.
    pub url: Option<String>,
    /// The first day it is shown.
    pub first: Date,
    /// The last day it is shown; none where it is shown for as long as it is written.
    pub last: Option<Date>,
    /// Where its link is written.
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
    /// The address of this site that it leads to, without what comes after the page.
    pub fn page(&self) -> Option<&str> {
        self.url.as_deref()?.split(['#', '?']).next().filter(|page| page.starts_with('/'))
    }

    /// True on the days it is shown.
    pub fn is_shown_on(&self, day: Date) -> bool {
        self.first <= day && self.last.is_none_or(|last| day <= last)
    }
}

/// Reads the alerts, the most urgent first; without a file there are none. A warning says what was not understood and how
/// the alert is shown all the same; only an error means that one is not shown.
pub fn load(diag: &mut Diagnostics, world: &dyn World) -> Vec<Alert> {
    let (file, entries) = entries::read(diag, world);
    let mut alerts = Vec::new();
    for entry in entries {
        let Some(mut keys) = Keys::of(diag, &file, &entry, "-") else { continue };
        alerts.extend(alert(diag, &mut keys, world.today()));
        // A key nobody knows is no reason to say nothing.
        let mut unknown = Diagnostics::new();
        keys.finish(&mut unknown);
        diag.extend(unknown.into_iter().map(|complaint| complaint.severity_is(Severity::Warning)));
    }
    alerts.sort_by_key(|alert| (alert.level, alert.first));
    alerts
}

/// What the file may hold.
pub fn shape() -> Shape {
    Shape::list_of(|diag, keys| alert(diag, keys, Date::MIN))
}

fn alert(diag: &mut Diagnostics, keys: &mut Keys<'_>, today: Date) -> Option<Alert> {
    let entry = keys.place();
    let text = keys.required(diag, "metin");
    // Who writes a word that nobody knows takes it seriously.
    let level = match read(keys, "duzey", Shape::Choice(LEVELS.iter().map(|(word, _)| *word).collect()), level) {
        Read::Absent => Level::Warning,
        Read::As(level, _) => level,
        Read::Unclear(written, place) => {
            diag.push(unclear(place, "level").with("value", written));
            Level::Emergency
        }
    };
    let (url, place) = match read(keys, "baglanti", Shape::Written("/duyurular/su-kesintisi/ | https://…"), |url| {
        is_address(url).then(|| url.to_owned())
    }) {
        Read::Absent => (None, entry.clone()),
        Read::As(url, place) => (Some(url), place),
        Read::Unclear(written, place) => {
            diag.push(unclear(place, "link").with("value", written));
            (None, entry.clone())
        }
    };
    let (first, last) = days(diag, keys, today);
    let text = text?;
    if text.chars().count() > LONGEST {
        let complaint = unclear(entry, "long").with("value", text.chars().count().to_string());
        diag.push(complaint.with("most", LONGEST.to_string()));
    }
    Some(Alert { level, text, url, first, last, place })
}

/// The first and the last day. What is not written or cannot be read holds nothing back: an alert that is shown too long can
/// be taken away, one that nobody sees helps nobody.
fn days(diag: &mut Diagnostics, keys: &mut Keys<'_>, today: Date) -> (Date, Option<Date>) {
    let entry = keys.place();
    let mut day =
        |key| read(keys, key, Shape::Written("2026-11-22"), |text| turkish::date::parse(text).ok().map(|moment| moment.date()));
    let (first, last) = (day("baslangic"), day("bitis"));
    match (first, last) {
        (Read::As(first, _), Read::As(last, place)) if last < first => {
            // One of the two was mistyped: the one that would hide the alert.
            let kind = if last < today { "end-before" } else { "start-after" };
            diag.push(unclear(place, kind).with("value", last.to_string()).with("day", first.to_string()));
            if last < today { (first, None) } else { (today, Some(last)) }
        }
        (first, Read::As(last, _)) => (begun(diag, first, &entry, today, last >= today), Some(last)),
        (Read::As(first, _), Read::Absent) => {
            let last = first.saturating_add(DAYS.days());
            diag.push(unclear(entry, "no-end").with("day", last.to_string()));
            (first, Some(last))
        }
        (first, last) => {
            let (complaint, place) = match last {
                Read::Unclear(written, place) => (Some(written), place),
                _ => (None, entry.clone()),
            };
            let kind = if complaint.is_some() { "end" } else { "open-end" };
            diag.push(unclear(place, kind).with("value", complaint.unwrap_or_default()));
            (begun(diag, first, &entry, today, true), None)
        }
    }
}

/// The first day, which is today where none can be read. Of an alert that is over nothing is said.
fn begun(diag: &mut Diagnostics, first: Read<Date>, entry: &Place, today: Date, counts: bool) -> Date {
    let complaint = match first {
        Read::As(first, _) => return first,
        Read::Absent => unclear(entry.clone(), "no-start"),
        Read::Unclear(written, place) => unclear(place, "start").with("value", written),
    };
    if counts {
        diag.push(complaint);
    }
    today
}

/// What came of an optional value (okunan değer).
enum Read<T> {
    Absent,
    As(T, Place),
    Unclear(String, Place),
}

/// The value of `key` as `parse` understands it.
fn read<T>(keys: &mut Keys<'_>, key: &'static str, shape: Shape, parse: impl Fn(&str) -> Option<T>) -> Read<T> {
    let place = keys.place();
    let Some(tree) = keys.get_as(key, shape) else { return Read::Absent };
    let place = Place::at(place.file, tree.line, tree.column);
    match tree.scalar().and_then(parse) {
        Some(value) => Read::As(value, place),
        None => Read::Unclear(tree.scalar().unwrap_or("[…]").to_owned(), place),
    }
}

/// The complaint about something that was not understood, and what is done instead.
fn unclear(place: Place, kind: &'static str) -> Diagnostic {
    let hint = match kind {
        "no-start" | "start" | "start-after" => "start",
        "no-end" | "open-end" | "end" | "end-before" => "end",
        other => other,
    };
    Diagnostic::new(Code::ALERT_UNCLEAR, place).with("kind", kind).hint(hint)
}

/// `ACİL` is as urgent as `acil`.
fn level(text: &str) -> Option<Level> {
    LEVELS.iter().find(|(word, _)| turkish::fold(word) == turkish::fold(text)).map(|(_, level)| *level)
}

/// An address of this site from its root, of another site, or of a telephone.
fn is_address(url: &str) -> bool {
    let plain = !url.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\'));
    let kind =
        (url.starts_with('/') && !url.starts_with("//")) || ["https://", "http://", "tel:"].iter().any(|k| url.starts_with(k));
    plain && kind
}

/// Takes the link away that leads to a page nobody can find, and says so with the nearest one: the page can wait, the alert
/// cannot.
pub fn lose_link(diag: &mut Diagnostics, alert: &mut Alert, nearest: Option<String>) {
    let Some(url) = alert.url.take() else { return };
    let complaint = unclear(alert.place.clone(), "lost-link").with("value", url);
    diag.push(match nearest {
        Some(near) => complaint.with("nearest", near).hint("nearest"),
        None => complaint,
    });
}

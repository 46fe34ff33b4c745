//! `data/yayin-takvimi.yaml` → the calendar. A day that was not kept needs a reason, a correction the edition it corrects.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Calendar, Correction, Release, Series};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::registry::{self, Registries};
use crate::parse;
use crate::parse::shape::Shape;
use crate::parse::tree::{Keys, Tree};
use crate::source::World;

/// Where the calendar stands.
pub const FILE: &str = "data/yayin-takvimi.yaml";
/// Where corrected editions are kept: `<series>/<period>/<number>/`, the first edition being number 1.
pub const EDITIONS: &str = "data/surumler";

/// Reads the calendar; without a file there is none. `registries` says which units there are.
pub fn load(diag: &mut Diagnostics, world: &dyn World, registries: &Registries) -> Calendar {
    let mut calendar = Calendar::default();
    let mut kept: BTreeMap<String, Vec<Arc<str>>> = BTreeMap::new();
    for file in world.list(diag, EDITIONS) {
        if let Some((folder, _)) = file.path.rsplit_once('/') {
            kept.entry(folder.to_owned()).or_default().push(Arc::clone(&file.path));
        }
    }
    registry::each(diag, world, FILE, |diag, keys| {
        let series = series(diag, keys, registries, &kept)?;
        if let Some(other) = calendar.series.insert(Arc::clone(&series.code), series) {
            let complaint = Diagnostic::new(Code::DUPLICATE_KEY, keys.place().field("kod"));
            diag.push(complaint.with("key", other.code.to_string()).with("first", FILE));
        }
        Some(())
    });
    calendar
}

/// What the calendar's file may hold.
pub fn shape() -> Shape {
    Shape::list_of(|diag, keys| series(diag, keys, &Registries::default(), &BTreeMap::new()))
}

fn series(
    diag: &mut Diagnostics,
    keys: &mut Keys<'_>,
    registries: &Registries,
    kept: &BTreeMap<String, Vec<Arc<str>>>,
) -> Option<Series> {
    let (code, title) = (keys.required(diag, "kod"), keys.required(diag, "ad"));
    let unit = keys.text(diag, "birim");
    if let Some(unit) = unit.as_ref().filter(|unit| registries.unit(unit).is_none()) {
        let complaint = Diagnostic::new(Code::UNKNOWN_UNIT, keys.place().field("birim")).with("value", unit.clone());
        diag.push(match parse::nearest(unit, registries.units.iter().map(|u| &*u.code)) {
            Some(near) => complaint.with("nearest", near.to_owned()).hint("nearest"),
            None => complaint,
        });
    }
    let every = keys.text(diag, "siklik");
    let internal = keys.flag(diag, "ic");
    let first = keys.parsed(diag, "ilk_donem", PERIOD, period);
    let entries = keys.list(diag, "yayinlar");
    let code: Arc<str> = code?.into();
    let mut releases: Vec<Release> = Vec::with_capacity(entries.len());
    for entry in entries {
        let Some(mut keys) = Keys::of(diag, file(), entry, "yayinlar") else { continue };
        if let Some(release) = release(diag, &mut keys, &code, kept) {
            if releases.iter().any(|r| r.period == release.period) {
                let complaint = Diagnostic::new(Code::DUPLICATE_KEY, release.place.clone().field("donem"));
                diag.push(complaint.with("key", release.period.clone()).with("first", FILE));
                continue;
            }
            releases.push(release);
        }
        keys.finish(diag);
    }
    releases.sort_by(|a, b| a.period.cmp(&b.period));
    Some(Series { code, title: title?, unit, every, internal, first, releases })
}

fn release(diag: &mut Diagnostics, keys: &mut Keys<'_>, series: &str, kept: &BTreeMap<String, Vec<Arc<str>>>) -> Option<Release> {
    let place = keys.place();
    keys.demand(diag, "donem");
    keys.demand(diag, "tarih");
    let period = keys.parsed(diag, "donem", PERIOD, period);
    let planned = day(diag, keys, "tarih");
    let moved = day(diag, keys, "yayim");
    let reason = keys.text(diag, "neden");
    let entries = keys.list(diag, "duzeltmeler");
    let (period, planned) = (period?, planned?);
    if let Some(moved) = moved.filter(|moved| *moved < planned) {
        diag.push(days(Code::EARLY_RELEASE, &place, planned, moved).with("period", period.clone()));
        return None;
    }
    if let (Some(moved), None) = (moved.filter(|moved| *moved > planned), &reason) {
        diag.push(days(Code::LATE_WITHOUT_REASON, &place, planned, moved).with("period", period.clone()));
    }
    let mut release = Release { period, planned, moved, reason, corrections: Vec::new(), place };
    for (number, entry) in entries.iter().enumerate() {
        if let Some(correction) = correction(diag, entry, number + 1, series, &release, kept) {
            release.corrections.push(correction);
        }
    }
    Some(release)
}

/// The `number`th correction, which keeps the `number`th edition.
fn correction(
    diag: &mut Diagnostics,
    entry: &Tree,
    number: usize,
    series: &str,
    release: &Release,
    kept: &BTreeMap<String, Vec<Arc<str>>>,
) -> Option<Correction> {
    let mut keys = Keys::of(diag, file(), entry, "duzeltmeler")?;
    let place = keys.place();
    let reason = keys.required(diag, "neden");
    keys.demand(diag, "tarih");
    let date = day(diag, &mut keys, "tarih");
    keys.finish(diag);
    let (date, reason) = (date?, reason?);
    let before = release.corrections.last().map_or(release.day(), |c| c.date);
    if date < before {
        diag.push(days(Code::EARLY_RELEASE, &place, before, date).with("period", release.period.clone()).hint("correction"));
        return None;
    }
    let folder = format!("{EDITIONS}/{series}/{}/{number}", release.period);
    let Some(files) = kept.get(&folder) else {
        diag.push(Diagnostic::new(Code::MISSING_EDITION, place).with("folder", folder).with("period", release.period.clone()));
        return None;
    };
    Some(Correction { date, reason, kept: files.clone() })
}

fn days(code: Code, place: &Place, planned: Date, moved: Date) -> Diagnostic {
    Diagnostic::new(code, place.clone()).with("planned", planned.to_string()).with("date", moved.to_string())
}

fn file() -> &'static Arc<str> {
    static NAME: std::sync::LazyLock<Arc<str>> = std::sync::LazyLock::new(|| FILE.into());
    &NAME
}

const PERIOD: &str = "2026-06 | 2026";

/// A month or a year.
fn period(text: &str) -> Option<String> {
    let (year, month) = text.split_once('-').map_or((text, None), |(year, month)| (year, Some(month)));
    let digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
    let month_is_one = month.is_none_or(|m| digits(m, 2) && ("01"..="12").contains(&m));
    (digits(year, 4) && month_is_one).then(|| text.to_owned())
}

fn day(diag: &mut Diagnostics, keys: &mut Keys<'_>, key: &'static str) -> Option<Date> {
    keys.day(diag, key, "2026-07-15")
}

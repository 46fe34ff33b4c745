//! `data/yayin-odevleri.yaml` → the duties. A duty that makes no sense is left out; why is said at its line.

use super::{CouncilPart, Evidence, FILE, Publication, Rhythm};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::registry::{self, Registries};
use crate::parse;
use crate::parse::shape::Shape;
use crate::parse::tree::Keys;
use crate::source::World;

/// Reads the duties. No file, no duties.
pub fn load(diag: &mut Diagnostics, world: &dyn World, registries: &Registries) -> Vec<Publication> {
    let mut duties: Vec<Publication> = Vec::new();
    registry::each(diag, world, FILE, |diag, keys| {
        let duty = duty(diag, keys, registries)?;
        if duties.iter().any(|other| other.code == duty.code) {
            let complaint = Diagnostic::new(Code::DUPLICATE_KEY, keys.place().field("kod"));
            diag.push(complaint.with("key", duty.code).with("first", FILE));
            return Some(());
        }
        duties.push(duty);
        Some(())
    });
    duties
}

/// What the file may hold.
pub fn shape() -> Shape {
    let registries = Registries::default();
    Shape::list_of(|diag, keys| duty(diag, keys, &registries))
}

fn duty(diag: &mut Diagnostics, keys: &mut Keys<'_>, registries: &Registries) -> Option<Publication> {
    let place = keys.place();
    let (code, title) = (keys.required(diag, "kod"), keys.required(diag, "ad"));
    let basis = keys.required(diag, "dayanak");
    let unit = keys.text(diag, "birim");
    if let Some(unit) = unit.as_ref().filter(|unit| registries.unit(unit).is_none()) {
        let complaint = Diagnostic::new(Code::UNKNOWN_UNIT, place.clone().field("birim")).with("value", unit.clone());
        diag.push(match parse::nearest(unit, registries.units.iter().map(|u| &*u.code)) {
            Some(near) => complaint.with("nearest", near.to_owned()).hint("nearest"),
            None => complaint,
        });
    }
    let rhythm = rhythm(diag, keys);
    let evidence = evidence(diag, keys);
    let mandatory = keys.unless_denied(diag, "zorunlu");
    let confirmed = keys.unless_denied(diag, "dogrulandi");
    let note = keys.text(diag, "not");
    Some(Publication {
        code: code?,
        title: title?,
        basis: basis?,
        unit,
        rhythm: rhythm?,
        evidence,
        mandatory,
        confirmed,
        note,
        place,
    })
}

/// The kinds of rhythm, of which each has keys of its own.
#[derive(Clone, Copy)]
enum Kind {
    Yearly,
    Always,
    AsNeeded,
}

fn rhythm(diag: &mut Diagnostics, keys: &mut Keys<'_>) -> Option<Rhythm> {
    keys.demand(diag, "siklik");
    let kind =
        keys.chosen(diag, "siklik", &[("yillik", Kind::Yearly), ("surekli", Kind::Always), ("gerektikce", Kind::AsNeeded)])?;
    match kind {
        Kind::Yearly => {
            keys.required(diag, "son_gun")?;
            let last = keys.form(diag, "son_gun", r"^\d{1,2}-\d{1,2}$", "04-30", month_and_day);
            let about = keys.chosen(diag, "yil", &[("onceki", -1), ("ayni", 0), ("sonraki", 1)]);
            let (month, day) = last?;
            Some(Rhythm::Yearly { month, day, about: about.unwrap_or(-1) })
        }
        Kind::Always => Some(Rhythm::Always {
            review: keys.parsed(diag, "gozden_gecirme", "365", |text| text.parse().ok().filter(|d| *d > 0)),
        }),
        Kind::AsNeeded => Some(Rhythm::AsNeeded),
    }
}

fn evidence(diag: &mut Diagnostics, keys: &mut Keys<'_>) -> Evidence {
    let page = keys.form(diag, "sayfa", "^/(.*/)?$", "/raporlar/faaliyet-raporu/{yil}/", |text| {
        (text.starts_with('/') && text.ends_with('/')).then(|| text.to_owned())
    });
    let series = keys.text(diag, "dizi");
    let parts = &[("gundem", CouncilPart::Agendas), ("karar", CouncilPart::Decisions), ("rapor", CouncilPart::Reports)];
    let council = keys.chosen(diag, "meclis", parts);
    match (page, series, council) {
        (Some(page), ..) => Evidence::Page(page),
        (None, Some(series), _) => Evidence::Series(series),
        (None, None, Some(part)) => Evidence::Council(part),
        (None, None, None) => Evidence::Nowhere,
    }
}

/// `04-30`; the day may be 31 in any month and then means its last.
fn month_and_day(text: &str) -> Option<(i8, i8)> {
    let (month, day) = text.split_once('-')?;
    let (month, day): (i8, i8) = (month.parse().ok()?, day.parse().ok()?);
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((month, day))
}

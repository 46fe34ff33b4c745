//! `data/yayin-odevleri.yaml` → the duties. A duty that makes no sense is left out; why is said at its line.

use super::{CouncilPart, Evidence, FILE, Publication, Rhythm};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::registry::{self, Registries};
use crate::parse;
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
    let mandatory = keys.get("zorunlu").is_none() || keys.flag(diag, "zorunlu");
    let confirmed = keys.get("dogrulandi").is_none() || keys.flag(diag, "dogrulandi");
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

fn rhythm(diag: &mut Diagnostics, keys: &mut Keys<'_>) -> Option<Rhythm> {
    let kind = keys.required(diag, "siklik")?;
    match kind.as_str() {
        "yillik" => {
            keys.required(diag, "son_gun")?;
            let last = keys.parsed(diag, "son_gun", "04-30", month_and_day);
            let about = keys.parsed(diag, "yil", "onceki | ayni | sonraki", |text| match text {
                "onceki" => Some(-1),
                "ayni" => Some(0),
                "sonraki" => Some(1),
                _ => None,
            });
            let (month, day) = last?;
            Some(Rhythm::Yearly { month, day, about: about.unwrap_or(-1) })
        }
        "surekli" => Some(Rhythm::Always {
            review: keys.parsed(diag, "gozden_gecirme", "365", |text| text.parse().ok().filter(|d| *d > 0)),
        }),
        "gerektikce" => Some(Rhythm::AsNeeded),
        _ => {
            let tree = keys.get("siklik")?;
            keys.bad(diag, "siklik", tree, "yillik | surekli | gerektikce")
        }
    }
}

fn evidence(diag: &mut Diagnostics, keys: &mut Keys<'_>) -> Evidence {
    let page = keys.parsed(diag, "sayfa", "/raporlar/faaliyet-raporu/{yil}/", |text| {
        (text.starts_with('/') && text.ends_with('/')).then(|| text.to_owned())
    });
    let series = keys.text(diag, "dizi");
    let council = keys.parsed(diag, "meclis", "gundem | karar | rapor", |text| match text {
        "gundem" => Some(CouncilPart::Agendas),
        "karar" => Some(CouncilPart::Decisions),
        "rapor" => Some(CouncilPart::Reports),
        _ => None,
    });
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

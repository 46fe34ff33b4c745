//! YAML → registries. Every mistake is said at its line; an entry that makes no sense is left out.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Limit, Names, Neighbourhood, Outlines, Population, Registries, Unit, Validity};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::parse;
use crate::parse::geometry;
use crate::parse::shape::Shape;
use crate::parse::tree::{self, Keys, Node, Tree};
use crate::source::World;
use crate::turkish::workdays::Holiday;

const UNITS: &str = "data/birimler/birimler.yaml";
const UNIT_NAMES: &str = "data/birimler/birim-adlari.yaml";
const NEIGHBOURHOODS: &str = "data/mahalleler/mahalleler.yaml";
const NEIGHBOURHOOD_NAMES: &str = "data/mahalleler/mahalle-adlari.yaml";
const HOLIDAYS: &str = "data/tatiller.yaml";
const LIMITS: &str = "data/parasal-limitler.yaml";

/// Reads all registries of a repository. A file that is not there is an empty registry.
pub fn load(diag: &mut Diagnostics, world: &dyn World) -> Registries {
    let mut registries = Registries::default();
    let mut seen = Seen::new();
    each(diag, world, UNITS, |diag, keys| {
        let unit = unit(diag, keys)?;
        once(diag, &mut seen, keys.place(), &unit.code);
        registries.units.push(unit);
        Some(())
    });
    let mut seen = Seen::new();
    each(diag, world, NEIGHBOURHOODS, |diag, keys| {
        let neighbourhood = neighbourhood(diag, keys)?;
        once(diag, &mut seen, keys.place(), &neighbourhood.code);
        registries.neighbourhoods.push(neighbourhood);
        Some(())
    });
    each(diag, world, HOLIDAYS, |diag, keys| {
        let holiday = holiday(diag, keys)?;
        registries.holidays.push(holiday);
        Some(())
    });
    each(diag, world, LIMITS, |diag, keys| {
        let limit = limit(diag, keys)?;
        registries.limits.push(limit);
        Some(())
    });
    registries.holidays.sort_by_key(|holiday| holiday.date);
    for unit in &registries.units {
        for spelling in [&unit.code, &unit.name, &unit.short_name] {
            registries.unit_names.add(spelling, &unit.code);
        }
    }
    for n in &registries.neighbourhoods {
        registries.neighbourhood_names.add(&n.code, &n.code);
        registries.neighbourhood_names.add(&n.name, &n.code);
        registries.neighbourhood_names.add(&format!("{} Mahallesi", n.name), &n.code);
        registries.neighbourhood_names.add(&format!("{} Mah.", n.name), &n.code);
    }
    let units: Vec<Arc<str>> = registries.units.iter().map(|unit| Arc::clone(&unit.code)).collect();
    aliases(diag, world, UNIT_NAMES, &mut registries.unit_names, &units);
    let neighbourhoods: Vec<Arc<str>> = registries.neighbourhoods.iter().map(|n| Arc::clone(&n.code)).collect();
    aliases(diag, world, NEIGHBOURHOOD_NAMES, &mut registries.neighbourhood_names, &neighbourhoods);
    registries.outlines = Arc::new(outlines(diag, world, &neighbourhoods));
    registries
}

fn outlines(diag: &mut Diagnostics, world: &dyn World, codes: &[Arc<str>]) -> Outlines {
    let (known, unknown): (Vec<_>, Vec<_>) = geometry::load(diag, world).into_iter().partition(|(code, _)| codes.contains(code));
    for (code, _) in unknown {
        let complaint = Diagnostic::new(Code::BAD_GEOMETRY, Place::file(geometry::FILE).field(Arc::clone(&code))).hint("unknown");
        diag.push(complaint.with("cause", format!("`kod: {code}`")));
    }
    known.into_iter().collect()
}

/// What the registries' files may hold, by path.
pub fn shapes() -> Vec<(&'static str, Shape)> {
    vec![
        (UNITS, Shape::list_of(unit)),
        (NEIGHBOURHOODS, Shape::list_of(neighbourhood)),
        (HOLIDAYS, Shape::list_of(holiday)),
        (LIMITS, Shape::list_of(limit)),
        (UNIT_NAMES, Shape::Named(Box::new(Shape::Text))),
        (NEIGHBOURHOOD_NAMES, Shape::Named(Box::new(Shape::Text))),
    ]
}

/// Adds the spellings of an alias file (`yazım: kod`) to `names`. Nothing happens where there is no such file.
pub(crate) fn aliases(diag: &mut Diagnostics, world: &dyn World, path: &str, names: &mut Names, codes: &[Arc<str>]) {
    let Some((file, tree)) = file_tree(diag, world, path) else { return };
    let entries = match &tree.node {
        Node::Map(entries) => entries,
        Node::Null => return,
        _ => {
            let place = Place::at(file, tree.line, tree.column);
            return diag.push(
                Diagnostic::new(Code::BAD_VALUE, place)
                    .with("key", path.to_owned())
                    .with("value", "[…]")
                    .with("expected", "expected-map"),
            );
        }
    };
    for (spelling, code) in entries {
        let (written, wanted) = (spelling.scalar().unwrap_or_default(), code.scalar().unwrap_or_default());
        match codes.iter().find(|known| &***known == wanted) {
            Some(code) => names.settle(written, code),
            None => {
                let near = parse::nearest(wanted, codes.iter().map(|c| &**c));
                let complaint =
                    Diagnostic::new(Code::UNKNOWN_VALUE, Place::at(Arc::clone(&file), code.line, code.column).field(written));
                let complaint = complaint.with("value", wanted.to_owned());
                diag.push(match near {
                    Some(near) => complaint.with("nearest", near.to_owned()).hint("nearest"),
                    None => complaint,
                });
            }
        }
    }
}

/// Reads a file that is a list of maps, one entry after another.
pub(in crate::model) fn each(
    diag: &mut Diagnostics,
    world: &dyn World,
    path: &str,
    mut entry: impl FnMut(&mut Diagnostics, &mut Keys<'_>) -> Option<()>,
) {
    let Some((file, tree)) = file_tree(diag, world, path) else { return };
    if matches!(tree.node, Node::Map(_) | Node::Scalar(_)) {
        let place = Place::at(Arc::clone(&file), tree.line, tree.column);
        diag.push(
            Diagnostic::new(Code::BAD_VALUE, place)
                .with("key", path.to_owned())
                .with("value", "{…}")
                .with("expected", "- kod: …"),
        );
        return;
    }
    for item in tree.items() {
        let Some(mut keys) = Keys::of(diag, &file, item, "-") else { continue };
        if entry(diag, &mut keys).is_some() {
            keys.finish(diag);
        }
    }
}

fn file_tree(diag: &mut Diagnostics, world: &dyn World, path: &str) -> Option<(Arc<str>, Tree)> {
    let file: Arc<str> = path.into();
    let bytes = match world.read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return None,
        Err(error) => {
            diag.push(Diagnostic::unreadable(Place::file(file), &error));
            return None;
        }
    };
    let text = parse::utf8(diag, &file, &bytes)?;
    let tree = tree::read(diag, &file, text)?;
    Some((file, tree))
}

fn unit(diag: &mut Diagnostics, keys: &mut Keys<'_>) -> Option<Unit> {
    let (code, name) = (keys.required(diag, "kod"), keys.required(diag, "ad"));
    let short_name = keys.text(diag, "kisa_ad").map(Into::into);
    let validity = validity(diag, keys);
    let parent = keys.text(diag, "ust").map(Into::into);
    let source = keys.text(diag, "kaynak");
    let sample = keys.flag(diag, "ornek");
    let name: Arc<str> = name?.into();
    Some(Unit {
        code: code?.into(),
        short_name: short_name.unwrap_or_else(|| Arc::clone(&name)),
        name,
        validity,
        parent,
        source,
        sample,
    })
}

fn neighbourhood(diag: &mut Diagnostics, keys: &mut Keys<'_>) -> Option<Neighbourhood> {
    let (code, name) = (keys.required(diag, "kod"), keys.required(diag, "ad"));
    let validity = validity(diag, keys);
    keys.text(diag, "kaynak");
    let population = keys.sub(diag, "nufus").and_then(|mut keys| {
        let people = keys.parsed(diag, "kisi", "32000", |text| text.parse().ok());
        let year = keys.parsed(diag, "yil", "2025", |text| text.parse().ok());
        let source = keys.text(diag, "kaynak");
        keys.finish(diag);
        Some(Population { people: people?, year, source })
    });
    Some(Neighbourhood { code: code?.into(), name: name?.into(), validity, population })
}

fn holiday(diag: &mut Diagnostics, keys: &mut Keys<'_>) -> Option<Holiday> {
    let date = day(diag, keys, "tarih");
    let (name, half_day) = (keys.required(diag, "ad")?, keys.flag(diag, "yarim_gun"));
    keys.text(diag, "kaynak");
    Some(Holiday { date: date?, name, half_day })
}

fn limit(diag: &mut Diagnostics, keys: &mut Keys<'_>) -> Option<Limit> {
    let (article, class) = (keys.required(diag, "madde"), keys.required(diag, "sinif"));
    let validity = validity(diag, keys);
    let source = keys.text(diag, "kaynak");
    let kurus = keys.parsed(diag, "tutar", "1250000", |text| text.parse::<i64>().ok()?.checked_mul(100));
    Some(Limit { article: article?.into(), class: class?.into(), validity, kurus: kurus?, source })
}

fn validity(diag: &mut Diagnostics, keys: &mut Keys<'_>) -> Validity {
    Validity { from: day(diag, keys, "baslangic"), to: day(diag, keys, "bitis") }
}

fn day(diag: &mut Diagnostics, keys: &mut Keys<'_>, key: &'static str) -> Option<Date> {
    keys.day(diag, key, "2026-07-01")
}

/// The codes of a registry with the places of their entries.
type Seen = std::collections::BTreeMap<Arc<str>, Place>;

/// Complains about a code that another entry has.
fn once(diag: &mut Diagnostics, seen: &mut Seen, place: Place, code: &Arc<str>) {
    let place = place.field("kod");
    if let Some(first) = seen.get(code) {
        let complaint = Diagnostic::new(Code::DUPLICATE_KEY, place).hint("entry");
        return diag.push(complaint.with("key", code.to_string()).with("first", format!("{}:{}", first.file, first.line)));
    }
    seen.insert(Arc::clone(code), place);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Memory;
    use jiff::civil::date;

    #[test]
    fn entries_with_validity_and_population_are_read() {
        let world = Memory::new()
            .with(
                NEIGHBOURHOODS,
                "- kod: \"81012\"\n  ad: Çay\n  baslangic: 2022-04-03\n  nufus: {yil: null, kisi: 5296, kaynak: x}\n",
            )
            .with(UNITS, "- kod: fen-isleri\n  ad: Fen İşleri Müdürlüğü\n- kod: fen-isleri\n  ad: x\n  ornek: true\n")
            .with(UNIT_NAMES, "Fen İşl. Müd.: fen-isleri\nZabıta: fen-islri\n")
            .with(LIMITS, "- {madde: 22/d, sinif: diger, baslangic: 2026-02-01, bitis: 2027-01-31, tutar: 340641}\n");
        let mut diag = Diagnostics::new();
        let r = load(&mut diag, &world);
        let çay = r.neighbourhood("81012").expect("is read");
        assert!(!çay.validity.holds_on(date(2022, 4, 2)) && çay.validity.holds_on(date(2026, 1, 1)));
        assert_eq!(çay.population.as_ref().map(|p| (p.people, p.year)), Some((5296, None)));
        assert_eq!(r.unit_names.find("FEN İŞL. MÜD."), Match::Code("fen-isleri".into()));
        assert_eq!(r.limit("22/d", "diger", date(2026, 7, 1)).map(|l| l.kurus), Some(34_064_100));
        assert_eq!(r.neighbourhoods_table().height(), 1);
        let said: Vec<_> = diag.iter().map(|d| (d.code.id(), d.place.line)).collect();
        assert_eq!(said, [("duplicate-key", 3), ("unknown-value", 2)]);
    }

    use super::super::Match;
}

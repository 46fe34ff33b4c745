//! `data/telefonlar.yaml` → the directory. Every mistake is said at its line; an entry that names nobody is left out.

use std::sync::Arc;

use super::{Directory, Entry, FILE};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::contact::{self, Phone};
use crate::model::registry::{self, Registries};
use crate::model::service::Services;
use crate::parse;
use crate::parse::shape::Shape;
use crate::parse::site::Municipality;
use crate::parse::tree::Keys;
use crate::source::World;

/// Reads the directory. No file, no entries.
pub fn load(
    diag: &mut Diagnostics,
    world: &dyn World,
    municipality: &Municipality,
    registries: &Registries,
    services: &Services,
) -> Directory {
    let words = municipality.phone.clone();
    let switchboard = words.and_then(|words| Some(Phone { number: contact::dialled(&words)?, words }));
    let mut directory = Directory { entries: Vec::new(), switchboard };
    let file: Arc<str> = FILE.into();
    registry::each(diag, world, FILE, |diag, keys| {
        let ways = ["telefon", "eposta", "kep", "hizmet"].into_iter().any(|key| keys.get(key).is_some());
        let entry = entry(diag, keys, &file, registries, services)?;
        // Where a way is written and refused, that has been said.
        if !ways && (entry.extension.is_none() || directory.switchboard.is_none()) {
            diag.push(Diagnostic::new(Code::UNREACHABLE_CONTACT, entry.place.clone()).with("task", entry.task.clone()));
        }
        if let Some(other) = directory.entries.iter().find(|other| other.task == entry.task) {
            let complaint = Diagnostic::new(Code::DUPLICATE_KEY, entry.place.clone().field("is"));
            let first = format!("{}:{}", other.place.file, other.place.line);
            diag.push(complaint.with("key", entry.task.clone()).with("first", first));
        }
        directory.entries.push(entry);
        Some(())
    });
    directory
}

/// What the file may hold.
pub fn shape() -> Shape {
    let (file, registries, services) = (FILE.into(), Registries::default(), Services::default());
    Shape::list_of(|diag, keys| entry(diag, keys, &file, &registries, &services))
}

fn entry(
    diag: &mut Diagnostics,
    keys: &mut Keys<'_>,
    file: &Arc<str>,
    registries: &Registries,
    services: &Services,
) -> Option<Entry> {
    let (task, group) = (keys.required(diag, "is"), keys.required(diag, "grup"));
    let unit = unit(diag, keys, file, registries);
    let office = match keys.text(diag, "kurum") {
        Some(office) => office,
        None => unit.as_ref().map(|(_, name)| name.clone()).unwrap_or_default(),
    };
    if office.is_empty() && keys.get("birim").is_none() {
        diag.push(Diagnostic::new(Code::MISSING_KEY, keys.place()).with("key", "birim"));
    }
    let about = format!("{office} {}", task.as_deref().unwrap_or_default());
    let entry = Entry {
        phone: contact::phone(diag, keys, file, "telefon"),
        extension: keys.parsed(diag, "dahili", "1461", |text| is_extension(text).then(|| text.to_owned())),
        email: contact::email(diag, keys, file, "eposta", &about),
        kep: contact::email(diag, keys, file, "kep", &about),
        hours: keys.text(diag, "saat"),
        service: service(diag, keys, file, services),
        note: keys.text(diag, "not"),
        sample: keys.flag(diag, "ornek"),
        place: keys.place(),
        unit: unit.map(|(code, _)| code),
        task: task?,
        group: group?,
        office,
    };
    keys.text(diag, "kaynak");
    (!entry.office.is_empty()).then_some(entry)
}

fn is_extension(text: &str) -> bool {
    (1..=5).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The unit under `birim` with its name.
fn unit(diag: &mut Diagnostics, keys: &mut Keys<'_>, file: &Arc<str>, registries: &Registries) -> Option<(Arc<str>, String)> {
    let tree = keys.get("birim")?;
    let wanted = keys.text(diag, "birim")?;
    if let Some(unit) = registries.unit(&wanted) {
        return Some((Arc::clone(&unit.code), unit.name.to_string()));
    }
    let place = Place::at(Arc::clone(file), tree.line, tree.column).field("birim");
    let complaint = Diagnostic::new(Code::UNKNOWN_UNIT, place).with("value", wanted.clone());
    diag.push(match parse::nearest(&wanted, registries.units.iter().map(|unit| &*unit.code)) {
        Some(near) => complaint.with("nearest", near.to_owned()).hint("nearest"),
        None => complaint,
    });
    None
}

/// The service under `hizmet`, if the registry holds it.
fn service(diag: &mut Diagnostics, keys: &mut Keys<'_>, file: &Arc<str>, services: &Services) -> Option<String> {
    let tree = keys.get("hizmet")?;
    let wanted = keys.text(diag, "hizmet")?;
    if services.get(&wanted).is_some() {
        return Some(wanted);
    }
    let place = Place::at(Arc::clone(file), tree.line, tree.column).field("hizmet");
    let complaint = Diagnostic::new(Code::UNKNOWN_SERVICE, place).with("code", wanted.clone());
    diag.push(match parse::nearest(&wanted, services.all.iter().map(|service| &*service.code)) {
        Some(near) => complaint.with("nearest", near.to_owned()).hint("nearest"),
        None => complaint,
    });
    None
}

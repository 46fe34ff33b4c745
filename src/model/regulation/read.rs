//! `data/mevzuat/*.yaml` and the texts beside them → regulations. The text's own structure is read by `parse`.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Basis, Decision, FOLDER, Law, Regulation, Regulations, Repeal};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::parse::regulation::{Reference, RegulationText};
use crate::parse::tree::{self, Keys, Tree};
use crate::parse::{self, regulation};
use crate::source::World;

const LAWS: &str = "data/kanunlar.yaml";

/// Reads all regulations of a repository. One that cannot be read is left out; why has been said.
pub fn load(diag: &mut Diagnostics, world: &dyn World) -> Regulations {
    let mut regulations = Regulations { laws: laws(diag, world), ..Regulations::default() };
    for entry in world.list(diag, FOLDER) {
        let Some(name) = entry.path.strip_prefix(FOLDER).and_then(|p| p[1..].strip_suffix(".yaml")) else { continue };
        if let Some(regulation) = one(diag, world, &entry.path, name) {
            regulations.by_name.insert(name.into(), regulation);
        }
    }
    regulations
}

/// The laws that texts cite by number. No file, no laws: then citations stay words.
pub fn laws(diag: &mut Diagnostics, world: &dyn World) -> BTreeMap<u32, Law> {
    let file: Arc<str> = LAWS.into();
    let mut laws = BTreeMap::new();
    let Ok(bytes) = world.read(LAWS) else { return laws };
    let Some(text) = parse::utf8(diag, &file, &bytes) else { return laws };
    let Some(tree) = tree::read(diag, &file, text) else { return laws };
    for item in tree.items() {
        let Some(mut keys) = Keys::of(diag, &file, item, "{sayi: 5393, ad: …, adres: …}") else { continue };
        let number = keys.parsed(diag, "sayi", "5393", |text| text.parse().ok());
        let (title, url) = (keys.required(diag, "ad"), keys.required(diag, "adres"));
        let adopted = day(diag, &mut keys, "kabul");
        keys.finish(diag);
        if let (Some(number), Some(title), Some(url)) = (number, title, url) {
            laws.insert(number, Law { title, url, adopted });
        }
    }
    laws
}

fn one(diag: &mut Diagnostics, world: &dyn World, file: &Arc<str>, name: &str) -> Option<Regulation> {
    let bytes = bytes(diag, world, file)?;
    let record = parse::utf8(diag, file, &bytes)?;
    let tree = tree::read(diag, file, record)?;
    let mut keys = Keys::of(diag, file, &tree, "baslik: …")?;
    let title = keys.required(diag, "baslik");
    let text_file: Arc<str> = format!("{FOLDER}/{}", keys.text(diag, "metin").unwrap_or_else(|| format!("{name}.txt"))).into();
    let source = self::bytes(diag, world, &text_file)?;
    if source.len() > regulation::LIMIT {
        let complaint = Diagnostic::new(Code::FILE_TOO_LARGE, Place::file(text_file));
        let size = |bytes: usize| format!("{} MB", bytes >> 20);
        diag.push(complaint.with("size", size(source.len())).with("limit", size(regulation::LIMIT)));
        return None;
    }
    let source = parse::utf8(diag, &text_file, &source)?;
    let text = regulation::parse(diag, &text_file, source);
    let references = regulation::references(&text);
    regulation::check_references(diag, &text_file, &references);
    let regulation = Regulation {
        text,
        references,
        title: title?,
        kind: keys.text(diag, "tur"),
        unit: keys.text(diag, "birim"),
        adoption: keys.sub(diag, "kabul").and_then(|keys| decision(diag, keys, "organ")),
        governor: keys.sub(diag, "mulki_amir").and_then(|keys| decision(diag, keys, "makam")),
        in_force: day(diag, &mut keys, "yururluk"),
        repeals: keys.list(diag, "kaldirdigi").iter().filter_map(|item| repeal(diag, file, item)).collect(),
        basis: keys.list(diag, "dayanak").iter().filter_map(|item| basis(diag, file, item)).collect(),
        executed_by: keys.text(diag, "yurutme"),
        notes: keys.texts(diag, "notlar"),
        file: text_file,
    };
    keys.finish(diag);
    Some(regulation)
}

/// A text without a record beside it, as any file is: all that is known of it is what its own words say.
pub fn bare(file: Arc<str>, text: RegulationText, references: Vec<Reference>) -> Regulation {
    let name = file.rsplit('/').next().unwrap_or_default();
    let stem = name.split_once('.').map_or(name, |(stem, _)| stem);
    let title = if text.title.is_empty() { stem.to_owned() } else { text.title.clone() };
    Regulation {
        file,
        text,
        references,
        title,
        kind: None,
        unit: None,
        adoption: None,
        governor: None,
        in_force: None,
        repeals: Vec::new(),
        basis: Vec::new(),
        executed_by: None,
        notes: Vec::new(),
    }
}

fn bytes(diag: &mut Diagnostics, world: &dyn World, file: &Arc<str>) -> Option<Arc<[u8]>> {
    world
        .read(file)
        .map_err(|error| {
            diag.push(Diagnostic::new(Code::UNREADABLE_FILE, Place::file(Arc::clone(file))).with("cause", error.to_string()));
        })
        .ok()
}

fn decision(diag: &mut Diagnostics, mut keys: Keys<'_>, who: &'static str) -> Option<Decision> {
    let body = keys.required(diag, who);
    let (date, number, kind) = (day(diag, &mut keys, "tarih"), keys.text(diag, "sayi"), keys.text(diag, "tur"));
    keys.finish(diag);
    Some(Decision { body: body?, date, number, kind })
}

fn repeal(diag: &mut Diagnostics, file: &Arc<str>, item: &Tree) -> Option<Repeal> {
    let mut keys = Keys::of(diag, file, item, "{baslik: …, organ: …, tarih: …, sayi: …}")?;
    let title = keys.required(diag, "baslik");
    let decision = decision(diag, keys, "organ")?;
    Some(Repeal { title: title?, decision })
}

fn basis(diag: &mut Diagnostics, file: &Arc<str>, item: &Tree) -> Option<Basis> {
    let mut keys = Keys::of(diag, file, item, "{kanun: 5393, madde: 18, bent: m}")?;
    let law = keys.parsed(diag, "kanun", "5393", |text| text.parse().ok());
    let (article, point) = (keys.text(diag, "madde"), keys.text(diag, "bent"));
    keys.finish(diag);
    Some(Basis { law: law?, article, point })
}

fn day(diag: &mut Diagnostics, keys: &mut Keys<'_>, key: &'static str) -> Option<Date> {
    keys.parsed(diag, key, "2021-04-03", |text| text.parse().ok())
}

//! `data/mevzuat/*.yaml` and the texts beside them → regulations. The text's own structure is read by `parse`.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::operation::{self, Operation};
use super::{
    Basis, Decision, Expression, FOLDER, Law, Origins, Regulation, Regulations, Repeal, Standing, anchor, resolve, version,
};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::registry::Registries;
use crate::parse::regulation::{Reference, RegulationText};
use crate::parse::shape::Shape;
use crate::parse::tree::{self, Keys, Node, Tree};
use crate::parse::{self, regulation};
use crate::source::{FileEntry, World};

/// Where the laws are listed that texts cite by number.
pub const LAWS: &str = "data/kanunlar.yaml";

/// A regulation with what only its making needs: where its record says what, and what it orders.
pub(super) struct Record {
    /// The record's file.
    pub file: Arc<str>,
    /// What it is a record of.
    pub regulation: Regulation,
    /// The list `islemler`, in place of what the text's sentences say.
    pub operations: Option<Vec<Operation>>,
    /// Lines of the keys that complaints point to.
    lines: BTreeMap<&'static str, u32>,
}

impl Record {
    /// The place of a key; the file when the key is not written.
    pub fn place(&self, key: &'static str) -> Place {
        match self.lines.get(key) {
            Some(line) => Place::at(Arc::clone(&self.file), *line, 0).field(key),
            None => Place::file(Arc::clone(&self.file)).field(key),
        }
    }
}

/// Reads all regulations of a repository. One that cannot be read is left out; why has been said. Of the registries it asks
/// for the holidays.
pub fn load(diag: &mut Diagnostics, world: &dyn World, registries: &Registries) -> Regulations {
    let mut records = BTreeMap::new();
    let files = world.list(diag, FOLDER);
    for entry in &files {
        let Some(name) = entry.path.strip_prefix(FOLDER).and_then(|p| p[1..].strip_suffix(".yaml")) else { continue };
        if let Some(record) = one(diag, world, &entry.path, name) {
            records.insert(name.into(), record);
        }
    }
    without_record(diag, &files, &records);
    let records = version::link(diag, world.today(), registries, records);
    for (name, record) in &records {
        anchor::check(diag, world, name, record);
    }
    let by_name = records.into_iter().map(|(name, record)| (name, record.regulation)).collect();
    let regulations = Regulations { laws: laws(diag, world), by_name, today: world.today() };
    resolve::check(diag, &regulations);
    regulations
}

/// Complains about texts that nobody wrote a record for: no page shows them. A record that cannot be read has its own complaint.
fn without_record(diag: &mut Diagnostics, files: &[FileEntry], records: &BTreeMap<Arc<str>, Record>) {
    for text in files.iter().filter_map(|entry| entry.path.strip_suffix(".txt")) {
        let beside = format!("{text}.yaml");
        let is_known = files.iter().any(|entry| *entry.path == *beside)
            || records.values().any(|record| record.regulation.file.strip_suffix(".txt") == Some(text));
        if !is_known {
            let place = Place::file(format!("{text}.txt"));
            diag.push(Diagnostic::new(Code::REGULATION_WITHOUT_RECORD, place).with("record", beside));
        }
    }
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
        laws.extend(law(diag, &mut keys));
        keys.finish(diag);
    }
    laws
}

/// What the list of laws may hold.
pub fn shape_of_laws() -> Shape {
    Shape::list_of(law)
}

fn law(diag: &mut Diagnostics, keys: &mut Keys<'_>) -> Option<(u32, Law)> {
    let number = keys.parsed(diag, "sayi", "5393", |text| text.parse().ok());
    let (title, url) = (keys.required(diag, "ad"), keys.required(diag, "adres"));
    let adopted = day(diag, keys, "kabul");
    Some((number?, Law { title: title?, url: url?, adopted }))
}

fn one(diag: &mut Diagnostics, world: &dyn World, file: &Arc<str>, name: &str) -> Option<Record> {
    let bytes = bytes(diag, world, file)?;
    let record = parse::utf8(diag, file, &bytes)?;
    let tree = tree::read(diag, file, record)?;
    of_tree(diag, file, name, &tree, &|diag, text_file| self::bytes(diag, world, text_file))
}

/// What a record may hold.
pub fn shape() -> Shape {
    Shape::of(|diag, file, tree| drop(of_tree(diag, file, "", tree, &|_, _| Some(Arc::from(*b"")))))
}

/// What gives the bytes of the text beside a record.
type TextFile<'f> = &'f dyn Fn(&mut Diagnostics, &Arc<str>) -> Option<Arc<[u8]>>;

fn of_tree(diag: &mut Diagnostics, file: &Arc<str>, name: &str, tree: &Tree, text_of: TextFile<'_>) -> Option<Record> {
    let mut keys = Keys::of(diag, file, tree, "baslik: …")?;
    let title = keys.required(diag, "baslik");
    let text_file: Arc<str> = format!("{FOLDER}/{}", keys.text(diag, "metin").unwrap_or_else(|| format!("{name}.txt"))).into();
    let source = text_of(diag, &text_file)?;
    if source.len() > regulation::LIMIT {
        let complaint = Diagnostic::new(Code::FILE_TOO_LARGE, Place::file(text_file));
        let size = |bytes: usize| format!("{} MB", bytes >> 20);
        diag.push(complaint.with("size", size(source.len())).with("limit", size(regulation::LIMIT)));
        return None;
    }
    let source = parse::utf8(diag, &text_file, &source)?;
    let amends: Option<Arc<str>> = keys.text(diag, "degistirdigi").map(Into::into);
    // An amending decision quotes clauses of another text: what looks odd in it is odd there.
    let mut unheard = Diagnostics::new();
    let heard = if amends.is_some() { &mut unheard } else { &mut *diag };
    let text = regulation::parse(heard, &text_file, source);
    let references = regulation::references(&text);
    regulation::check_references(heard, &text_file, &references);
    let dated = ["kabul", "kesinlesme", "mulki_amir", "yururluk", "degistirdigi", "kaldirdigi", "yonlendirme"];
    let lines = dated.into_iter().filter_map(|key| Some((key, keys.get(key)?.line))).collect();
    let operations = operation::listed(diag, file, &mut keys);
    let regulation = Regulation {
        text,
        references,
        title: title?,
        kind: keys.text(diag, "tur"),
        unit: keys.text(diag, "birim"),
        adoption: keys.sub(diag, "kabul").and_then(|keys| decision(diag, keys, "organ")),
        finalised: day(diag, &mut keys, "kesinlesme"),
        governor: keys.sub(diag, "mulki_amir").and_then(|keys| decision(diag, keys, "makam")),
        in_force: day(diag, &mut keys, "yururluk"),
        repeals: keys.list(diag, "kaldirdigi").iter().filter_map(|item| repeal(diag, file, item)).collect(),
        basis: keys.list(diag, "dayanak").iter().filter_map(|item| basis(diag, file, item)).collect(),
        executed_by: keys.text(diag, "yurutme"),
        notes: keys.texts(diag, "notlar"),
        example: keys.flag(diag, "ornek"),
        redirects: redirects(diag, &mut keys),
        standing: Standing::default(),
        amends,
        expressions: Vec::new(),
        amended_by: Vec::new(),
        file: text_file,
    };
    keys.finish(diag);
    Some(Record { file: Arc::clone(file), regulation, operations, lines })
}

/// A text without a record beside it, as any file is: all that is known of it is what its own words say.
pub fn bare(file: Arc<str>, text: RegulationText, references: Vec<Reference>) -> Regulation {
    let name = file.rsplit('/').next().unwrap_or_default();
    let stem = name.split_once('.').map_or(name, |(stem, _)| stem);
    let title = if text.title.is_empty() { stem.to_owned() } else { text.title.clone() };
    let only = Expression { from: None, until: None, text: text.clone(), changes: Vec::new(), origins: Origins::default() };
    Regulation {
        file,
        text,
        references,
        title,
        kind: None,
        unit: None,
        adoption: None,
        finalised: None,
        governor: None,
        in_force: None,
        standing: Standing::default(),
        amends: None,
        expressions: vec![only],
        amended_by: Vec::new(),
        redirects: BTreeMap::new(),
        example: false,
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
            diag.push(Diagnostic::unreadable(Place::file(Arc::clone(file)), &error));
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
    let name = keys.text(diag, "ad").map(Into::into);
    let decision = decision(diag, keys, "organ")?;
    Some(Repeal { title: title?, decision, name })
}

/// `yonlendirme: {madde-4-f1-b-c: madde-5}`
fn redirects(diag: &mut Diagnostics, keys: &mut Keys<'_>) -> BTreeMap<Box<str>, Box<str>> {
    let Some(tree) = keys.get_as("yonlendirme", Shape::Named(Box::new(Shape::Text))) else { return BTreeMap::new() };
    let Node::Map(entries) = &tree.node else {
        return keys.bad(diag, "yonlendirme", tree, "{eski: yeni}").unwrap_or_default();
    };
    entries.iter().filter_map(|(old, new)| Some((old.scalar()?.into(), new.scalar()?.into()))).collect()
}

fn basis(diag: &mut Diagnostics, file: &Arc<str>, item: &Tree) -> Option<Basis> {
    let mut keys = Keys::of(diag, file, item, "{kanun: 5393, madde: 18, bent: m}")?;
    let law = keys.parsed(diag, "kanun", "5393", |text| text.parse().ok());
    let (article, point) = (keys.text(diag, "madde"), keys.text(diag, "bent"));
    keys.finish(diag);
    Some(Basis { law: law?, article, point })
}

pub(super) fn day(diag: &mut Diagnostics, keys: &mut Keys<'_>, key: &'static str) -> Option<Date> {
    keys.day(diag, key, "2021-04-03")
}

//! `data/gorevler.yaml` → the duties as declared, each name with its place. Whether the names mean anything is for `check`.

use std::sync::Arc;

use super::FILE;
use crate::diag::{Diagnostics, Place};
use crate::parse;
use crate::parse::shape::Shape;
use crate::parse::tree::{self, Keys, Node};
use crate::source::World;

/// The duties of one regulation.
pub(super) struct Declared {
    /// The regulation.
    pub regulation: Named,
    /// Its duties.
    pub duties: Vec<Duty>,
}

/// A duty as declared.
pub(super) struct Duty {
    pub clause: Named,
    pub topic: Option<String>,
    pub open_pages: Vec<Named>,
    pub open_figures: Vec<Named>,
    pub datasets: Vec<Named>,
    pub figures: Vec<Named>,
    pub pages: Vec<Named>,
    pub reports: Vec<Named>,
    pub note: Option<String>,
}

/// A name at its place.
pub(super) struct Named {
    pub text: String,
    pub place: Place,
}

/// Reads the map. No file, no duties.
pub(super) fn declared(diag: &mut Diagnostics, world: &dyn World) -> Vec<Declared> {
    let file: Arc<str> = FILE.into();
    let Ok(bytes) = world.read(FILE) else { return Vec::new() };
    let Some(text) = parse::utf8(diag, &file, &bytes) else { return Vec::new() };
    let Some(tree) = tree::read(diag, &file, text) else { return Vec::new() };
    let mut all = Vec::new();
    for item in tree.items() {
        let Some(mut keys) = Keys::of(diag, &file, item, "{duzenleme: …, gorevler: […]}") else { continue };
        all.extend(of_regulation(diag, &mut keys, &file));
        keys.finish(diag);
    }
    all
}

/// What the map of duties may hold.
pub fn shape() -> Shape {
    Shape::list_of(|diag, keys| of_regulation(diag, keys, &FILE.into()))
}

fn of_regulation(diag: &mut Diagnostics, keys: &mut Keys<'_>, file: &Arc<str>) -> Option<Declared> {
    let regulation = required(diag, keys, "duzenleme", file);
    let duties = keys.list(diag, "gorevler").iter().filter_map(|item| {
        let keys = Keys::of(diag, file, item, "{hukum: 2-ff, acik: {…}, ic: {…}}")?;
        duty(diag, keys, file)
    });
    let duties = duties.collect();
    regulation.map(|regulation| Declared { regulation, duties })
}

fn duty(diag: &mut Diagnostics, mut keys: Keys<'_>, file: &Arc<str>) -> Option<Duty> {
    let clause = required(diag, &mut keys, "hukum", file);
    let mut open = keys.sub(diag, "acik");
    let mut inner = keys.sub(diag, "ic");
    let duty = clause.map(|clause| Duty {
        clause,
        topic: keys.text(diag, "konu"),
        open_pages: names(diag, open.as_mut(), "sayfalar", file),
        open_figures: names(diag, open.as_mut(), "gostergeler", file),
        datasets: names(diag, inner.as_mut(), "veri", file),
        figures: names(diag, inner.as_mut(), "gostergeler", file),
        pages: names(diag, inner.as_mut(), "sayfalar", file),
        reports: names(diag, inner.as_mut(), "raporlar", file),
        note: keys.text(diag, "not"),
    });
    for keys in [Some(keys), open, inner].into_iter().flatten() {
        keys.finish(diag);
    }
    duty
}

fn required(diag: &mut Diagnostics, keys: &mut Keys<'_>, key: &'static str, file: &Arc<str>) -> Option<Named> {
    let text = keys.required(diag, key)?;
    let place = keys.get(key).map_or_else(|| keys.place(), |tree| Place::at(Arc::clone(file), tree.line, tree.column));
    Some(Named { text, place })
}

fn names(diag: &mut Diagnostics, keys: Option<&mut Keys<'_>>, key: &'static str, file: &Arc<str>) -> Vec<Named> {
    let Some(keys) = keys else { return Vec::new() };
    let Some(tree) = keys.get_as(key, Shape::Texts) else { return Vec::new() };
    if matches!(tree.node, Node::Map(_)) {
        return keys.bad(diag, key, tree, "[a, b]").unwrap_or_default();
    }
    let mut names = Vec::new();
    for item in tree.items() {
        match item.scalar() {
            Some(text) => names.push(Named { text: text.to_owned(), place: Place::at(Arc::clone(file), item.line, item.column) }),
            None => names.extend(keys.bad::<Named>(diag, key, item, "metin")),
        }
    }
    names
}

//! Who cites a clause (atıf yapanlar): the citations of all texts, turned around. Not the citations themselves.

use std::collections::BTreeMap;

use super::{Cited, Regulation, Regulations};

/// A clause that cites another.
pub(super) struct Citing {
    /// Name of the regulation it stands in; `None` for the same one.
    pub regulation: Option<Box<str>>,
    /// Its anchor.
    pub id: Box<str>,
    /// What it is called: `Madde 4, 1. fıkra`.
    pub name: String,
}

/// The clauses that cite each clause of the regulation `name`, by the anchor of the cited one, once each: first its own in
/// reading order, then those of the others. Under no anchor are those that cite the whole of it.
pub(super) fn of(all: &Regulations, name: &str) -> BTreeMap<Box<str>, Vec<Citing>> {
    let mut found: BTreeMap<Box<str>, Vec<Citing>> = BTreeMap::new();
    let own = all.by_name.get_key_value(name);
    // What a decision did to this text, the marks and the history say.
    let amends = |r: &Regulation| r.amends.as_deref() == Some(name);
    let others = all.by_name.iter().filter(|(other, r)| &***other != name && !amends(r));
    for (other, regulation) in own.into_iter().chain(others) {
        for reference in &regulation.references {
            let (cited, same) = match all.cited(&reference.target) {
                Some(Cited::Here(id)) if &**other == name => (Box::from(id), true),
                Some(Cited::Regulation(cited, clause)) if cited == name && &**other != name => {
                    (clause.unwrap_or_default(), false)
                }
                _ => continue,
            };
            // A clause that speaks of itself needs no way to itself.
            if same && reference.from == cited {
                continue;
            }
            let citing = found.entry(cited).or_default();
            let within = (!same).then(|| Box::from(&**other));
            if citing.iter().all(|c| c.id != reference.from || c.regulation != within) {
                let clause = super::of_clause(&regulation.text, &reference.from);
                let name = if same { clause } else { format!("{}, {clause}", regulation.title) };
                citing.push(Citing { regulation: within, id: reference.from.clone(), name });
            }
        }
    }
    found
}

//! Who cites a clause (atıf yapanlar): the citations of a text, turned around. Not the citations themselves.

use std::collections::BTreeMap;

use super::Regulation;
use crate::parse::regulation::Target;

/// A clause that cites another.
pub(super) struct Citing {
    /// Its anchor.
    pub id: Box<str>,
    /// What it is called: `Madde 4, 1. fıkra`.
    pub name: String,
}

/// The clauses of `regulation` that cite each clause of it, by the anchor of the cited one, in reading order, once each.
pub(super) fn of(regulation: &Regulation) -> BTreeMap<&str, Vec<Citing>> {
    let mut found: BTreeMap<&str, Vec<Citing>> = BTreeMap::new();
    for reference in &regulation.references {
        let Target::Here(cited) = &reference.target else { continue };
        let citing = found.entry(cited).or_default();
        // A clause that speaks of itself needs no way to itself.
        if reference.from != *cited && citing.iter().all(|c| c.id != reference.from) {
            let name = super::of_clause(&regulation.text, &reference.from);
            citing.push(Citing { id: reference.from.clone(), name });
        }
    }
    found.retain(|_, citing| !citing.is_empty());
    found
}

//! Who cites a clause (atıf yapanlar): the citations of a text, turned around. Not the citations themselves.

use std::collections::BTreeMap;

use super::Regulation;
use crate::parse::regulation::{Kind, Node, Target};

/// A clause that cites another.
pub(super) struct Citing {
    /// Its anchor.
    pub id: Box<str>,
    /// What it is called: `2/ff`, `MADDE 4 fıkra 1`.
    pub name: String,
}

/// The clauses of `regulation` that cite each clause of it, by the anchor of the cited one, in reading order, once each.
pub(super) fn of(regulation: &Regulation) -> BTreeMap<&str, Vec<Citing>> {
    let mut names: BTreeMap<&str, String> = BTreeMap::new();
    for node in &regulation.text.nodes {
        name(&mut names, node, "");
    }
    let mut found: BTreeMap<&str, Vec<Citing>> = BTreeMap::new();
    for reference in &regulation.references {
        let Target::Here(cited) = &reference.target else { continue };
        let citing = found.entry(cited).or_default();
        // A clause that speaks of itself needs no way to itself.
        if reference.from != *cited && citing.iter().all(|c| c.id != reference.from) {
            let name = names.get(&*reference.from).cloned().unwrap_or_else(|| reference.from.to_string());
            citing.push(Citing { id: reference.from.clone(), name });
        }
    }
    found.retain(|_, citing| !citing.is_empty());
    found
}

/// What each clause is called, from the words above it and its own label.
fn name<'n>(names: &mut BTreeMap<&'n str, String>, node: &'n Node, above: &str) {
    let label = node.label.as_deref();
    let own = match (node.kind, label) {
        (Kind::Article, Some(label)) => format!("Madde {label}"),
        (Kind::Paragraph, Some(label)) => format!("{above}, fıkra {label}"),
        (Kind::Point | Kind::Subpoint, Some(label)) if above.is_empty() => label.to_owned(),
        (Kind::Point | Kind::Subpoint, Some(label)) => format!("{above}, bent {label}"),
        (Kind::Heading, Some(label)) => label.to_owned(),
        (Kind::Heading, None) => node.heading.as_deref().unwrap_or_default().to_owned(),
        _ => above.to_owned(),
    };
    names.insert(&node.id, if own.is_empty() { node.id.to_string() } else { own.clone() });
    for child in &node.children {
        name(names, child, &own);
    }
}

//! A path of an instruction → the clause of a text.

use super::Obstacle;
use crate::parse::regulation::amendment::{Path, Rank, Step};
use crate::parse::regulation::{Kind, Node, RegulationText};
use crate::turkish;

/// A clause, and which of its sentences is meant.
#[derive(Clone, Copy)]
pub(super) struct Found<'t> {
    pub node: &'t Node,
    pub sentence: Option<&'t str>,
}

pub(super) fn find<'t>(text: &'t RegulationText, path: &'t Path) -> Result<Found<'t>, Obstacle> {
    let missing = || Obstacle::NoTarget(spoken(path));
    if let Some(id) = &path.id {
        let node = by_id(text, id).ok_or_else(missing)?;
        return Ok(Found { node, sentence: None });
    }
    let mut found: Option<&Node> = None;
    let mut sentence = None;
    for step in &path.steps {
        found = match (step.rank, found) {
            (Rank::Article, _) => article(text, &step.label),
            (Rank::Sentence, found) => {
                sentence = Some(&*step.label);
                found
            }
            (_, Some(node)) => within(node, step, path)?,
            (_, None) => None,
        };
        if found.is_none() {
            return Err(missing());
        }
    }
    Ok(Found { node: found.ok_or_else(missing)?, sentence })
}

/// The clause of this name.
pub(super) fn by_id<'t>(text: &'t RegulationText, id: &str) -> Option<&'t Node> {
    let mut found = None;
    text.each(&mut |node| {
        if &*node.id == id {
            found = Some(node);
        }
    });
    found
}

/// `4`, `26/A`, `Geçici 1`; in a text without articles the clause of that number: `2`, `1.2.1`.
fn article<'t>(text: &'t RegulationText, label: &str) -> Option<&'t Node> {
    let id = match label.split_once(' ') {
        Some((prefix, number)) => format!("{}-madde-{}", turkish::slug(prefix), number.replace('/', "-")),
        None => format!("madde-{}", label.replace('/', "-")),
    };
    by_id(text, &id).or_else(|| {
        let mut found = None;
        text.each(&mut |node| {
            if node.kind == Kind::Heading && node.label.as_deref() == Some(label) && found.is_none() {
                found = Some(node);
            }
        });
        found
    })
}

fn within<'t>(node: &'t Node, step: &Step, path: &Path) -> Result<Option<&'t Node>, Obstacle> {
    let mut all = Vec::new();
    below(node, &mut all);
    let kind = |n: &&Node| match step.rank {
        Rank::Paragraph => n.kind == Kind::Paragraph,
        Rank::Point => n.kind == Kind::Point,
        _ => n.kind == Kind::Subpoint || n.kind == Kind::Point,
    };
    let all: Vec<&Node> = all.into_iter().filter(kind).collect();
    if &*step.label == "son" {
        return Ok(all.last().copied());
    }
    let named: Vec<&Node> = all.iter().copied().filter(|n| n.label.as_deref() == Some(&*step.label)).collect();
    match named[..] {
        [] if step.rank == Rank::Paragraph && all.iter().all(|n| n.label.is_none()) => {
            // Paragraphs without numbers are counted.
            let number: Option<usize> = step.label.parse().ok();
            Ok(number.and_then(|n| all.get(n.checked_sub(1)?)).copied())
        }
        [] => Ok(None),
        [one] => Ok(Some(one)),
        _ => {
            let names: Vec<&str> = named.iter().map(|n| &*n.id).collect();
            Err(Obstacle::ManyTargets(spoken(path), names.join(", ")))
        }
    }
}

/// All clauses within one, in reading order.
pub(super) fn below<'t>(node: &'t Node, all: &mut Vec<&'t Node>) {
    for child in &node.children {
        all.push(child);
        below(child, all);
    }
}

/// The clauses beside a clause, itself included.
pub(super) fn siblings<'t>(text: &'t RegulationText, node: &Node) -> &'t [Node] {
    fn search<'t>(nodes: &'t [Node], id: &str) -> Option<&'t [Node]> {
        if nodes.iter().any(|n| &*n.id == id) {
            return Some(nodes);
        }
        nodes.iter().find_map(|n| search(&n.children, id))
    }
    search(&text.nodes, &node.id).unwrap_or_default()
}

/// `4. madde 1. fıkra (c) bendi`.
fn spoken(path: &Path) -> String {
    if let Some(id) = &path.id {
        return id.to_string();
    }
    let step = |step: &Step| {
        let label = &step.label;
        let number = label.chars().all(|c| c.is_ascii_digit());
        match (step.rank, number) {
            (Rank::Article, _) => format!("madde {label}"),
            (Rank::Paragraph, true) => format!("{label}. fıkra"),
            (Rank::Paragraph, false) => format!("{label} fıkra"),
            (Rank::Point, _) => format!("({label}) bendi"),
            (Rank::Subpoint, _) => format!("({label}) alt bendi"),
            (Rank::Sentence, true) => format!("{label}. cümle"),
            (Rank::Sentence, false) => format!("{label} cümle"),
        }
    };
    path.steps.iter().map(step).collect::<Vec<_>>().join(", ")
}

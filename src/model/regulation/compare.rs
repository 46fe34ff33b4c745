//! Two texts side by side (karşılaştırma cetveli), clause by clause: what was put in, taken out, moved, and which words
//! differ. Not a page: `page` makes a table of it.

use std::collections::{BTreeMap, BTreeSet};

use similar::{Algorithm, ChangeTag};

use super::{Origins, name};
use crate::parse::regulation::{Node, RegulationText};

/// A clause that differs (satır).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// How it differs.
    pub kind: RowKind,
    /// The clause in the older text.
    pub old: Option<Side>,
    /// The clause in the newer text.
    pub new: Option<Side>,
}

/// One side of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The clause's name in links.
    pub id: Box<str>,
    /// Its name in words.
    pub name: String,
    /// Its words, label and heading included, in stretches.
    pub words: Vec<(Mark, String)>,
}

/// How a clause differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowKind {
    /// Other words in the same place.
    Changed,
    /// The same words in another place, or under another label.
    Moved,
    /// Other words in another place.
    MovedAndChanged,
    /// In the newer text a note says that it is out of force.
    Repealed,
    /// Only in the newer text.
    Added,
    /// Only in the older text.
    Removed,
}

/// What became of a stretch of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// It is in both texts.
    Same,
    /// It is only here.
    Only,
}

/// The clauses that differ, in the order of the newer text. `origins` tells which clause of `new` was which one of `old`;
/// a clause it does not know is sought by its words among those that are left over.
pub fn compare(old: &RegulationText, new: &RegulationText, origins: &Origins) -> Vec<Row> {
    let (before, after) = (clauses(old), clauses(new));
    let mut was: BTreeMap<&str, &str> = origins.iter().map(|(now, was)| (&**now, &**was)).collect();
    let mut taken: BTreeSet<&str> = was.values().copied().collect();
    for (_, node) in after.iter().filter(|(_, n)| !n.text.is_empty()) {
        if was.contains_key(&*node.id) {
            continue;
        }
        let same = before.iter().find(|(_, b)| b.text == node.text && b.kind == node.kind && !taken.contains(&*b.id));
        if let Some((_, same)) = same {
            was.insert(&node.id, &same.id);
            taken.insert(&same.id);
        }
    }
    let old_nodes: BTreeMap<&str, &Node> = before.iter().map(|(_, n)| (&*n.id, *n)).collect();
    let sides = Sides { old, new };
    let mut rows: Vec<((usize, usize), Row)> = Vec::new();
    let mut place: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, (parent, node)) in after.iter().enumerate() {
        let Some(before) = was.get(&*node.id).and_then(|id| old_nodes.get(id)) else {
            // What was put in with its parent is shown there.
            if parent.is_none_or(|p| was.contains_key(&*p.id)) {
                rows.push(((at, 0), sides.added(node)));
            }
            continue;
        };
        place.insert(&before.id, at);
        let carried = parent.is_some_and(|p| carried(p, node, before, &was));
        let moved = node.id != before.id && !carried;
        if let Some(row) = sides.pair(before, node, moved) {
            rows.push(((at, 0), row));
        }
    }
    let mut at = 0;
    for (order, (parent, node)) in before.iter().enumerate() {
        match place.get(&*node.id) {
            Some(there) => at = *there,
            None if parent.is_none_or(|p| place.contains_key(&*p.id)) => rows.push(((at, order + 1), sides.removed(node))),
            None => {}
        }
    }
    rows.sort_by_key(|(place, _)| *place);
    rows.into_iter().map(|(_, row)| row).collect()
}

/// True when a clause's new name only follows its parent's.
fn carried(parent: &Node, node: &Node, before: &Node, was: &BTreeMap<&str, &str>) -> bool {
    let Some(old_parent) = was.get(&*parent.id) else { return false };
    match (node.id.strip_prefix(&*parent.id), before.id.strip_prefix(old_parent)) {
        (Some(now), Some(then)) => now == then,
        _ => false,
    }
}

/// Every clause with its parent, in reading order.
fn clauses(text: &RegulationText) -> Vec<(Option<&Node>, &Node)> {
    fn walk<'t>(parent: Option<&'t Node>, nodes: &'t [Node], all: &mut Vec<(Option<&'t Node>, &'t Node)>) {
        for node in nodes {
            all.push((parent, node));
            walk(Some(node), &node.children, all);
        }
    }
    let mut all = Vec::new();
    walk(None, &text.nodes, &mut all);
    all
}

/// A clause's own words: label, heading, text.
fn own(node: &Node) -> String {
    let parts = [node.printed.as_deref(), node.heading.as_deref(), Some(&*node.text)];
    parts.into_iter().flatten().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The words of a clause and of all within it.
fn whole(node: &Node) -> String {
    let mut words = own(node);
    for child in &node.children {
        words.push(' ');
        words.push_str(&whole(child));
    }
    words
}

struct Sides<'t> {
    old: &'t RegulationText,
    new: &'t RegulationText,
}

impl Sides<'_> {
    fn added(&self, node: &Node) -> Row {
        let side =
            Side { id: node.id.clone(), name: name::of_clause(self.new, &node.id), words: vec![(Mark::Only, whole(node))] };
        Row { kind: RowKind::Added, old: None, new: Some(side) }
    }

    fn removed(&self, node: &Node) -> Row {
        let side =
            Side { id: node.id.clone(), name: name::of_clause(self.old, &node.id), words: vec![(Mark::Only, whole(node))] };
        Row { kind: RowKind::Removed, old: Some(side), new: None }
    }

    fn pair(&self, old: &Node, new: &Node, moved: bool) -> Option<Row> {
        let (left, right) = (own(old), own(new));
        // A label that changed with the place is the move itself.
        let changed = if moved { (&old.heading, &old.text) != (&new.heading, &new.text) } else { left != right };
        let kind = match (changed, moved) {
            (false, false) => return None,
            (true, _) if new.text.starts_with("(Mülga") && !old.text.starts_with("(Mülga") => RowKind::Repealed,
            (true, false) => RowKind::Changed,
            (false, true) => RowKind::Moved,
            (true, true) => RowKind::MovedAndChanged,
        };
        let (left, right) = marked(&left, &right);
        let side = |text, node: &Node, words| Side { id: node.id.clone(), name: name::of_clause(text, &node.id), words };
        Some(Row { kind, old: Some(side(self.old, old, left)), new: Some(side(self.new, new, right)) })
    }
}

type Words = Vec<(Mark, String)>;

/// Two texts word by word.
fn marked(old: &str, new: &str) -> (Words, Words) {
    let (left, right): (Vec<&str>, Vec<&str>) = (old.split(' ').collect(), new.split(' ').collect());
    let (mut before, mut after) = (Words::new(), Words::new());
    for op in similar::capture_diff_slices(Algorithm::Myers, &left, &right) {
        for change in op.iter_changes(&left, &right) {
            match change.tag() {
                ChangeTag::Equal => {
                    push(&mut before, Mark::Same, change.value());
                    push(&mut after, Mark::Same, change.value());
                }
                ChangeTag::Delete => push(&mut before, Mark::Only, change.value()),
                ChangeTag::Insert => push(&mut after, Mark::Only, change.value()),
            }
        }
    }
    (before, after)
}

fn push(words: &mut Words, mark: Mark, word: &str) {
    match words.last_mut() {
        Some((last, text)) if *last == mark => {
            text.push(' ');
            text.push_str(word);
        }
        _ => words.push((mark, word.to_owned())),
    }
}

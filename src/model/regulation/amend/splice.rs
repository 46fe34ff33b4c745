//! A source cut up and put together again, in a way that each clause can be followed from the old text into the new one.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::{Obstacle, Origins};
use crate::diag::Diagnostics;
use crate::parse::regulation::{self, Node, RegulationText};

/// A stretch of the new source.
pub(super) enum Piece {
    /// Bytes of the old source.
    Kept(Range<usize>),
    /// New words.
    New {
        text: String,
        /// The clause of the old text (by its first byte) that the first one of these words stands for.
        stands_for: Option<usize>,
        /// True when the words must begin a clause of their own.
        clause: bool,
    },
}

/// One cut: what stood in `at` gives way to `put`.
pub(super) struct Edit {
    pub at: Range<usize>,
    pub put: Vec<Piece>,
}

impl Edit {
    /// New words within a clause.
    pub fn words(at: Range<usize>, text: &str) -> Edit {
        Edit { at, put: vec![Piece::New { text: text.to_owned(), stands_for: None, clause: false }] }
    }
}

/// Carries the edits out and reads the result.
pub(super) fn splice(old: &RegulationText, mut edits: Vec<Edit>) -> Result<(RegulationText, Origins), Obstacle> {
    edits.sort_by_key(|e| (e.at.start, e.at.end));
    let source = old.read();
    let mut pieces = Vec::new();
    let mut done = 0;
    for edit in edits {
        // Two orders about the same words: the second finds them gone.
        if edit.at.start < done {
            let words = source[edit.at].split_whitespace().take(6).collect::<Vec<_>>().join(" ");
            return Err(Obstacle::NoPhrase(words.into()));
        }
        pieces.push(Piece::Kept(done..edit.at.start));
        pieces.extend(edit.put);
        done = edit.at.end;
    }
    pieces.push(Piece::Kept(done..source.len()));

    let mut new = String::with_capacity(source.len() + 256);
    // Where clauses of the old text stand now, by their first bytes; and where a clause must begin.
    let mut moved: BTreeMap<usize, usize> = BTreeMap::new();
    let mut begins: BTreeMap<usize, Box<str>> = BTreeMap::new();
    let starts = starts(old);
    for piece in pieces {
        let at = new.len();
        match piece {
            Piece::Kept(range) => {
                moved.extend(starts.range(range.clone()).map(|(start, _)| (at + start - range.start, *start)));
                new.push_str(&source[range]);
            }
            Piece::New { text, stands_for, clause } => {
                let first = at + text.len() - text.trim_start().len();
                moved.extend(stands_for.map(|start| (first, start)));
                if clause || stands_for.is_some() {
                    begins.insert(first, text.split_whitespace().take(4).collect::<Vec<_>>().join(" ").into());
                }
                new.push_str(&text);
            }
        }
    }
    let text = regulation::parse(&mut Diagnostics::new(), &Arc::from(""), &new);
    let origins = follow(&starts, &text, &moved, &begins)?;
    Ok((text, origins))
}

/// Every clause by its first byte. A clause that begins where one within it begins is the outer one.
fn starts(text: &RegulationText) -> BTreeMap<usize, &Node> {
    let mut starts = BTreeMap::new();
    text.each(&mut |node| {
        starts.entry(text.span(node).start).or_insert(node);
    });
    starts
}

fn follow(
    old: &BTreeMap<usize, &Node>,
    text: &RegulationText,
    moved: &BTreeMap<usize, usize>,
    begins: &BTreeMap<usize, Box<str>>,
) -> Result<Origins, Obstacle> {
    let new = starts(text);
    for (at, was) in moved {
        let was = old[was];
        if new.get(at).is_none_or(|now| now.kind != was.kind) {
            return Err(Obstacle::Misread(was.id.clone()));
        }
    }
    if let Some((_, words)) = begins.iter().find(|(at, _)| !new.contains_key(at)) {
        return Err(Obstacle::Misread(words.clone()));
    }
    let mut origins = Origins::new();
    for (at, was) in moved {
        origins.insert(new[at].id.clone(), old[was].id.clone());
    }
    // What was written anew under the same name is the same clause, unless that one is known to be elsewhere.
    let taken: BTreeSet<Box<str>> = origins.values().cloned().collect();
    let names: BTreeSet<&str> = old.values().map(|n| &*n.id).collect();
    text.each(&mut |node| {
        if !origins.contains_key(&node.id) && names.contains(&*node.id) && !taken.contains(&node.id) {
            origins.insert(node.id.clone(), node.id.clone());
        }
    });
    Ok(origins)
}

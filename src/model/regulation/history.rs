//! What happened to each clause (hüküm geçmişi): what decisions of the repository did to it, and what notes in its text
//! tell of the time before.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::{ChangeKind, Expression};
use crate::parse::regulation::{NoteKind, notes};

/// Something that happened to a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Since when; `None` where a note does not say.
    pub date: Option<Date>,
    /// What it was.
    pub cause: Cause,
    /// The clause's name before, where it was another one.
    pub was: Option<Box<str>>,
}

/// What brought a change about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A decision of the repository.
    Act {
        /// What it did.
        kind: ChangeKind,
        /// Name of its record.
        act: Arc<str>,
        /// Number of its article.
        article: Option<Box<str>>,
    },
    /// A note in the text.
    Note {
        /// What it tells.
        kind: NoteKind,
        /// What of the clause is meant.
        part: Box<str>,
        /// The act as written.
        act: Box<str>,
    },
}

/// The history of every clause of the last of `expressions` that has one, oldest first; clauses that are gone keep theirs
/// under their last names.
pub fn histories(expressions: &[Expression]) -> BTreeMap<Box<str>, Vec<Entry>> {
    let mut all: BTreeMap<Box<str>, Vec<Entry>> = BTreeMap::new();
    let Some((first, later)) = expressions.split_first() else { return all };
    for note in notes(&first.text) {
        let cause = Cause::Note { kind: note.kind, part: note.part, act: note.act };
        all.entry(note.from).or_default().push(Entry { date: note.date, cause, was: None });
    }
    for expression in later {
        let mut next: BTreeMap<Box<str>, Vec<Entry>> = BTreeMap::new();
        let mut before = std::mem::take(&mut all);
        for (now, was) in &expression.origins {
            if let Some(entries) = before.remove(was) {
                next.insert(now.clone(), entries);
            }
        }
        // What is left belongs to clauses that went; a newer clause may have taken the name.
        for (id, entries) in before {
            next.entry(id).or_insert(entries);
        }
        for change in &expression.changes {
            let was = expression.origins.get(&change.clause).filter(|was| **was != change.clause).cloned();
            let cause = Cause::Act { kind: change.kind, act: Arc::clone(&change.act), article: change.article.clone() };
            next.entry(change.clause.clone()).or_default().push(Entry { date: expression.from, cause, was });
        }
        all = next;
    }
    all
}

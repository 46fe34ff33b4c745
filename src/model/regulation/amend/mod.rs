//! One instruction of an amending decision, carried out on a text: the clauses it names are found, the source is cut and
//! put together again, and what comes of it is read anew and compared with what was meant. Not when it takes effect.

mod apply;
mod locate;
mod phrase;
mod splice;

use std::collections::BTreeMap;

pub(super) use apply::apply;

use crate::parse::regulation::RegulationText;

/// What a text became by one instruction.
pub(super) struct Applied {
    /// The text now.
    pub text: RegulationText,
    /// Each clause's name now → its name before; a clause that was put in is absent.
    pub origins: Origins,
    /// What was done to which clauses, by their names now.
    pub changes: Vec<(Box<str>, ChangeKind)>,
}

/// Clauses' names in a later text → the same clauses' names in an earlier one.
pub type Origins = BTreeMap<Box<str>, Box<str>>;

/// What an act did to a clause (işlem türü).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// New words as a whole (değişik).
    Replaced,
    /// Some words exchanged (ibare değişikliği).
    Phrase,
    /// A new heading (başlık).
    Heading,
    /// Put in (ek).
    Inserted,
    /// Put out of force; its name stays (mülga).
    Repealed,
    /// Taken out, because the labels after it moved up.
    Removed,
    /// It got another label, because something was put in or taken out before it (teselsül).
    Renumbered,
    /// It went elsewhere.
    Moved,
}

impl ChangeKind {
    /// The machine name.
    pub fn as_str(self) -> &'static str {
        match self {
            ChangeKind::Replaced => "replaced",
            ChangeKind::Phrase => "phrase",
            ChangeKind::Heading => "heading",
            ChangeKind::Inserted => "inserted",
            ChangeKind::Repealed => "repealed",
            ChangeKind::Removed => "removed",
            ChangeKind::Renumbered => "renumbered",
            ChangeKind::Moved => "moved",
        }
    }
}

/// Why an instruction cannot be carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Obstacle {
    /// The clause is not there.
    NoTarget(String),
    /// More than one clause answers to the path.
    ManyTargets(String, String),
    /// The quoted words are not there.
    NoPhrase(Box<str>),
    /// The quoted words stand there more than once.
    ManyPhrases(Box<str>, usize),
    /// With the new words the text would be read differently from what was meant.
    Misread(Box<str>),
}

#[cfg(test)]
mod tests;

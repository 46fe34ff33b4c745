//! The instructions of an amending decision (değişiklik hükümleri): which clause becomes what, read from sentences as
//! Turkish law writes them. Not their effect: the model finds the clauses and changes the text.
//!
//! A sentence that amends is either understood whole or handed back as [`Unclear`]; none is passed over in silence.

mod path;
mod sentence;
mod token;

use std::fmt;

pub use path::{Path, Rank, Step};

/// What one amending sentence, or one part of it, orders (değişiklik talimatı).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instruction {
    /// Line of the decision it stands at, from 1.
    pub line: u32,
    /// Number of the decision's own article it stands in: `2` of `MADDE 2-`.
    pub article: Option<Box<str>>,
    /// What is to be done.
    pub action: Action,
    /// True where the labels after the place move on: `diğer bentler buna göre teselsül ettirilmiştir`.
    pub renumber: bool,
}

/// What is to be done to a text (işlem).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Clauses get new words: `aşağıdaki şekilde değiştirilmiştir`.
    Replace {
        /// Which ones.
        targets: Vec<Path>,
        /// Their new words, labels included.
        text: Box<str>,
    },
    /// A heading gets new words: `başlığı “…” şeklinde değiştirilmiştir`.
    Heading {
        /// Whose.
        target: Path,
        /// The new heading.
        text: Box<str>,
    },
    /// New clauses are put in: `aşağıdaki bent eklenmiştir`.
    Insert {
        /// Where.
        spot: Spot,
        /// Of what rank they are.
        rank: Rank,
        /// Their words, labels included.
        text: Box<str>,
    },
    /// Clauses are put out of force: `yürürlükten kaldırılmıştır`.
    Repeal {
        /// Which ones.
        targets: Vec<Path>,
    },
    /// Words are exchanged: `“…” ibaresi “…” şeklinde değiştirilmiştir`.
    Phrase {
        /// Where.
        targets: Vec<Path>,
        /// The old words and the new ones; none where they are only taken out.
        change: (Box<str>, Option<Box<str>>),
        /// True when every occurrence is meant: `ibareleri`.
        all: bool,
    },
    /// A clause goes elsewhere. No sentence is read as this; a record says it.
    Move {
        /// Which one.
        target: Path,
        /// Where to.
        spot: Spot,
        /// Its label there, when it gets another one.
        label: Option<Box<str>>,
    },
}

/// A place for new clauses (yer).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// As the last of their kind in a clause, or in the text.
    EndOf(Path),
    /// Right after a clause.
    After(Path),
    /// Right before a clause.
    Before(Path),
}

/// A sentence that amends something and was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unclear {
    /// Line it begins at, from 1.
    pub line: u32,
    /// What is missing.
    pub why: Why,
    /// Its first words.
    pub words: Box<str>,
}

/// Why a sentence was not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// No clause is named that could be amended.
    NoTarget,
    /// The new words, or the old ones, do not stand in quotation marks where they belong.
    NoText,
    /// Quoted words that no sentence asks for.
    LooseQuote,
    /// A quotation mark that is never closed.
    OpenQuote,
}

impl Why {
    /// The machine name.
    pub fn as_str(self) -> &'static str {
        match self {
            Why::NoTarget => "no-target",
            Why::NoText => "no-text",
            Why::LooseQuote => "loose-quote",
            Why::OpenQuote => "open-quote",
        }
    }
}

/// Reads the instructions of a decision, in reading order.
pub fn instructions(source: &str) -> (Vec<Instruction>, Vec<Unclear>) {
    let (tokens, open) = token::split(source);
    let (found, mut unclear) = sentence::read(&tokens);
    if let Some(line) = open {
        unclear.push(Unclear { line, why: Why::OpenQuote, words: "“".into() });
    }
    (found, unclear)
}

/// `replace 4/f1/b-c: “…”`, for tests and messages to developers.
impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |targets: &[Path]| targets.iter().map(ToString::to_string).collect::<Vec<_>>().join(" + ");
        let spot = |spot: &Spot| match spot {
            Spot::EndOf(path) => format!("at the end of {path}"),
            Spot::After(path) => format!("after {path}"),
            Spot::Before(path) => format!("before {path}"),
        };
        match self {
            Action::Replace { targets, text } => write!(f, "replace {}: {text}", list(targets)),
            Action::Heading { target, text } => write!(f, "heading of {target}: {text}"),
            Action::Insert { spot: place, rank, text } => write!(f, "insert {rank:?} {}: {text}", spot(place)),
            Action::Repeal { targets } => write!(f, "repeal {}", list(targets)),
            Action::Phrase { targets, change: (old, new), all } => {
                let all = if *all { "all " } else { "" };
                write!(f, "phrase in {}: {all}{old} → {}", list(targets), new.as_deref().unwrap_or("nothing"))
            }
            Action::Move { target, spot: place, label } => {
                write!(f, "move {target} {} as {}", spot(place), label.as_deref().unwrap_or("it is"))
            }
        }
    }
}

#[cfg(test)]
mod tests;

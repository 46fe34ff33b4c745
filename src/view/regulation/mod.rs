//! A regulation as a finished document: its clauses with their citations, its dates and who decided. What every format of
//! it is written from; not a page, whose text is prose.

mod of;
mod paper;

use std::sync::Arc;

use super::DateDoc;

pub use crate::parse::regulation::Kind as ClauseKind;
pub use of::{Frame, document, version};
pub(super) use paper::report;

/// A regulation ready to be written in any format (düzenleme).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RegulationDoc {
    /// What it is called.
    pub title: String,
    /// The words above its first clause, as printed.
    pub printed_title: Option<String>,
    /// What it is, as a machine name: `yonetmelik`.
    pub kind: Option<String>,
    /// Code of its jurisdiction in addresses: `tr-67-caycuma`, or `tr` where nobody said more.
    pub jurisdiction: String,
    /// The place it is in force in: `Çaycuma`.
    pub place: Option<String>,
    /// Who publishes this text; nobody outside a repository.
    pub publisher: Option<String>,
    /// Absolute address of its page, where it has one.
    pub url: Option<String>,
    /// Absolute address of the regulation's own page, where this is the page of one of its texts.
    pub work_url: Option<String>,
    /// The file of the text.
    pub file: Arc<str>,
    /// What happened to it, oldest first.
    pub events: Vec<EventDoc>,
    /// The issue of the Official Gazette it was printed in: its day and number.
    pub gazette: Option<(DateDoc, Option<String>)>,
    /// The day this text is in force from.
    pub in_force: Option<DateDoc>,
    /// The day from which another text is in force in its place.
    pub until: Option<DateDoc>,
    /// Whether it is in force today; `None` where nobody has told.
    pub force: Option<bool>,
    /// What amendments did to its clauses, in the order they took effect.
    pub amendments: Vec<AmendmentDoc>,
    /// What it put out of force.
    pub repeals: Vec<RepealDoc>,
    /// The provisions it rests on, in words, with the address of the law.
    pub basis: Vec<(String, Option<String>)>,
    /// Who carries it out.
    pub executed_by: Option<String>,
    /// Remarks for readers.
    pub notes: Vec<String>,
    /// The clauses, in reading order.
    pub clauses: Vec<ClauseDoc>,
    /// The files it is published as.
    pub files: Vec<FileDoc>,
}

/// A file that a regulation is published as.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FileDoc {
    /// Media type (RFC 6838).
    pub mime: &'static str,
    /// Absolute address.
    pub url: String,
}

/// Something that happened to a regulation (olay).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EventDoc {
    /// What happened.
    pub kind: EventKind,
    /// The day.
    pub date: DateDoc,
    /// Under which number.
    pub number: Option<String>,
    /// Who.
    pub body: Option<String>,
    /// The day and the kind of the decision itself, where it took effect on another day and is a text of its own.
    pub act: Option<(DateDoc, Option<String>)>,
}

/// What an amendment did to a clause (değişiklik).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AmendmentDoc {
    /// What it did, as the convention of Akoma Ntoso calls it: `substitution`, `insertion`, `repeal`, `renumbering`.
    pub kind: &'static str,
    /// Place among the events of the one that took effect with it.
    pub event: usize,
    /// Anchor of the clause.
    pub clause: Box<str>,
    /// Number of the amending decision's article.
    pub article: Option<Box<str>>,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EventKind {
    /// Adopted by the council (kabul).
    Adopted,
    /// Approved by the governor or district governor (onay).
    Approved,
    /// Sent to the governor or district governor (gönderim).
    Sent,
    /// In force (yürürlük).
    InForce,
    /// Amended by another decision, which takes effect on that day (değişiklik).
    Amended,
    /// Put out of force (yürürlükten kaldırılma).
    Repealed,
}

impl EventKind {
    /// As a label in a table.
    pub fn title(self) -> &'static str {
        match self {
            EventKind::Adopted => "Kabul",
            EventKind::Approved => "Mülki amir onayı",
            EventKind::Sent => "Mülki amire gönderim",
            EventKind::InForce => "Yürürlük",
            EventKind::Amended => "Değişiklik",
            EventKind::Repealed => "Yürürlükten kaldırılma",
        }
    }
}

/// A regulation that was put out of force.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RepealDoc {
    /// What it was called.
    pub title: Option<String>,
    /// The day it had been adopted.
    pub date: Option<DateDoc>,
    /// Under which number.
    pub number: Option<String>,
    /// By whom.
    pub body: Option<String>,
    /// The clause that says so.
    pub clause: Option<Box<str>>,
}

/// A clause (hüküm).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ClauseDoc {
    /// What it is.
    pub kind: ClauseKind,
    /// Its anchor on the page: `2-ff`.
    pub id: Box<str>,
    /// Its label without keyword and punctuation: `26/A`, `ff`.
    pub label: Option<Box<str>>,
    /// The label as printed: `MADDE 26/A –`, `ff)`.
    pub printed: Option<Box<str>>,
    /// Its heading.
    pub heading: Option<Box<str>>,
    /// Its own words.
    pub words: Vec<Piece>,
    /// Clauses within it.
    pub children: Vec<ClauseDoc>,
    /// Of a quotation: all it says, a line for every clause, for formats that do not show its clauses.
    pub lines: Vec<String>,
}

impl ClauseDoc {
    /// Its own words without marks.
    pub fn text(&self) -> String {
        self.words.iter().map(|piece| &*piece.words).collect()
    }
}

/// Words of a clause, all of one citation or of none.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Piece {
    /// The words.
    pub words: String,
    /// What they cite, where somebody knows.
    pub cites: Option<Cited>,
}

/// What a citation means.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Cited {
    /// A clause of the same text, by anchor.
    Clause(Box<str>),
    /// A law of the state.
    Law {
        /// Its number.
        number: u32,
        /// The day it was adopted, ISO, where `data/kanunlar.yaml` says.
        adopted: Option<String>,
        /// Where its official text is.
        url: Option<String>,
        /// The article: `18`, `26/A`, `ek 1`.
        article: Option<Box<str>>,
    },
    /// Another regulation of the same municipality.
    Regulation {
        /// What it is called.
        title: String,
        /// What it is, as a machine name.
        kind: Option<String>,
        /// The day it was adopted, ISO.
        adopted: Option<String>,
        /// Under which number.
        number: Option<String>,
    },
}

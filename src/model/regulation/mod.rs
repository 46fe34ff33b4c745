//! The municipality's regulations (mevzuat) as facts: the text's tree and what its YAML says of it: who adopted it, when,
//! what it repeals, what amends it. A page of `content/` shows one with `regulation: <name>` in its front matter.
//!
//! A record that `amends` another one is an amending decision: `version` carries its instructions (`amend`) out and gives
//! the text of every day, which `compare` and `history` look at. `lifecycle` asks whether a decision may be in force at all.

mod amend;
mod anchor;
mod backlinks;
mod compare;
mod history;
mod lifecycle;
mod name;
mod operation;
mod page;
mod read;
mod resolve;
mod version;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

pub use amend::{ChangeKind, Origins};
pub use anchor::anchors;
pub use compare::{Mark, Row, RowKind, Side, compare};
pub use history::{Cause, Entry, histories};
pub use name::{of_clause, of_kind};
pub use page::with_texts;
pub use read::{LAWS, bare, laws, load, shape, shape_of_laws};
pub use resolve::Cited;
pub use version::{Change, Expression};

use crate::parse::regulation::{Reference, RegulationText, references};

/// Where the texts lie, each with its YAML beside it.
pub const FOLDER: &str = "data/mevzuat";

/// The endings of the files that a regulation's page offers.
pub const FORMATS: [&str; 4] = ["pdf", "akn.xml", "jsonld", "md"];

/// Address of a file that the page at `address` offers: `/mevzuat/x/` has `/mevzuat/x/x.pdf`, and the text of a day,
/// `/mevzuat/x/surum/2021-04-30/`, has `x-2021-04-30.pdf`, so that a file taken away still says what it is.
pub fn file_address(address: &str, ending: &str) -> String {
    let mut parts = address.trim_end_matches('/').rsplit('/');
    let last = parts.next().filter(|part| !part.is_empty()).unwrap_or("metin");
    match (parts.next(), parts.next()) {
        (Some(page::VERSIONS), Some(name)) if !name.is_empty() => format!("{address}{name}-{last}.{ending}"),
        _ => format!("{address}{last}.{ending}"),
    }
}

/// All regulations, and the laws they cite (mevzuat).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Regulations {
    /// The regulations by name (the file's, without its ending).
    pub by_name: BTreeMap<Arc<str>, Regulation>,
    /// The laws by number, from `data/kanunlar.yaml`.
    pub laws: BTreeMap<u32, Law>,
    /// The day that says which text is in force.
    pub today: Date,
}

/// A law of the state (kanun).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Law {
    /// Its name.
    pub title: String,
    /// Where its official text is.
    pub url: String,
    /// The day it was adopted (kabul), which its address in Akoma Ntoso needs.
    pub adopted: Option<Date>,
}

/// A regulation (düzenleme).
#[derive(Clone, Debug, PartialEq)]
pub struct Regulation {
    /// The file of the text.
    pub file: Arc<str>,
    /// The text as it is today: the adopted one with all amendments that are in force.
    pub text: RegulationText,
    /// What it cites.
    pub references: Vec<Reference>,
    /// What it is called.
    pub title: String,
    /// What it is: `yonetmelik`, `yonerge`, `kanun`.
    pub kind: Option<String>,
    /// Code of the unit it is about.
    pub unit: Option<String>,
    /// Adoption by the council (kabul).
    pub adoption: Option<Decision>,
    /// The day the decision became final (kesinleşme).
    pub finalised: Option<Date>,
    /// What the governor or district governor did with it (mülki amir); its `kind` says whether it was approved or sent.
    pub governor: Option<Decision>,
    /// In force from (yürürlük).
    pub in_force: Option<Date>,
    /// Where it stands today.
    pub standing: Standing,
    /// Name of the regulation that it amends (değiştirdiği).
    pub amends: Option<Arc<str>>,
    /// Its text from day to day, the adopted one first; never empty. A text that never came into force has one without days.
    pub expressions: Vec<Expression>,
    /// Names of the decisions that amend it, in the order they take effect; those that never will come last.
    pub amended_by: Vec<Arc<str>>,
    /// Names of clauses that were published once → the clauses that took their place (yönlendirme).
    pub redirects: BTreeMap<Box<str>, Box<str>>,
    /// True for a text that was made up to show something (örnek).
    pub example: bool,
    /// What it puts out of force (kaldırdığı).
    pub repeals: Vec<Repeal>,
    /// The provisions of laws it rests on (dayanak).
    pub basis: Vec<Basis>,
    /// Who carries it out (yürütme).
    pub executed_by: Option<String>,
    /// Remarks for readers.
    pub notes: Vec<String>,
}

/// An act of an authority with its date and number (karar).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Who.
    pub body: String,
    /// When.
    pub date: Option<Date>,
    /// Under which number.
    pub number: Option<String>,
    /// What it was, where that is not clear: `onay`, `gonderim`.
    pub kind: Option<String>,
}

/// A regulation that was put out of force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeal {
    /// What it was called.
    pub title: String,
    /// The decision that had adopted it.
    pub decision: Decision,
    /// Its name in the repository, where its text is there.
    pub name: Option<Arc<str>>,
}

/// Where a regulation stands on its way from adoption to repeal (aşama). Law 5393, article 23: a decision that was not
/// sent to the governor does not come into force.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// Its record says too little to tell.
    #[default]
    Unknown,
    /// Adopted, and not sent to the governor: not in force.
    Adopted,
    /// Sent, with no day of coming into force in its record.
    Sent,
    /// In force from a day to come.
    Upcoming(Date),
    /// In force since.
    InForce(Date),
    /// Out of force since.
    Repealed(Date),
}

impl Regulation {
    /// The text in force on a day; `None` before the first one.
    pub fn on(&self, day: Date) -> Option<&Expression> {
        self.expressions.iter().rev().find(|e| e.from.is_some_and(|from| from <= day))
    }

    /// The regulation with one of its texts, and without those that came after it.
    pub fn as_of(&self, number: usize) -> Regulation {
        let expressions = self.expressions[..=number].to_vec();
        let text = expressions[number].text.clone();
        let references = references(&text);
        Regulation { text, references, expressions, ..self.clone() }
    }

    /// The text of today: the one in force, or the adopted one where none is.
    pub fn current(&self, today: Date) -> &Expression {
        self.on(today).unwrap_or(&self.expressions[0])
    }
}

/// A provision of a law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// The law's number.
    pub law: u32,
    /// The article: `18`, `26/A`.
    pub article: Option<String>,
    /// The point: `m`.
    pub point: Option<String>,
}

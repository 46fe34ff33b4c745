//! The municipality's regulations (mevzuat) as facts: the text's tree and what its YAML says of it: who adopted it, when,
//! what it repeals. A page of `content/` shows one with `regulation: <name>` in its front matter.

mod page;
mod read;
mod resolve;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

pub use page::with_texts;
pub use read::load;
pub use resolve::Cited;

use crate::parse::regulation::{Reference, RegulationText};

/// Where the texts lie, each with its YAML beside it.
pub const FOLDER: &str = "data/mevzuat";

/// All regulations, and the laws they cite (mevzuat).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Regulations {
    /// The regulations by name (the file's, without its ending).
    pub by_name: BTreeMap<Arc<str>, Regulation>,
    /// The laws by number, from `data/kanunlar.yaml`.
    pub laws: BTreeMap<u32, Law>,
}

/// A law of the state (kanun).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Law {
    /// Its name.
    pub title: String,
    /// Where its official text is.
    pub url: String,
}

/// A regulation (düzenleme).
#[derive(Clone, Debug, PartialEq)]
pub struct Regulation {
    /// The file of the text.
    pub file: Arc<str>,
    /// The text.
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
    /// What the governor or district governor did with it (mülki amir); its `kind` says whether it was approved or sent.
    pub governor: Option<Decision>,
    /// In force from (yürürlük).
    pub in_force: Option<Date>,
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

//! The duty map (görev haritası): which clause of a regulation is fulfilled with which data, figures, pages and reports.
//! What citizens may be told stands in a type of its own. Not how it looks, and no number of any figure.

mod check;
mod read;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use check::{Known, resolve};
pub use read::shape;

/// Where the map lies.
pub const FILE: &str = "data/gorevler.yaml";

/// The duties of every regulation that the map names, in the order of its clauses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Duties {
    /// What citizens may be told, by the regulation's name.
    pub open: OpenDuties,
    /// All of it, for the staff.
    pub full: FullDuties,
}

/// Duties with what citizens may be told.
pub type OpenDuties = BTreeMap<Arc<str>, Vec<OpenDuty>>;

/// Duties with all that fulfils them.
pub type FullDuties = BTreeMap<Arc<str>, Vec<FullDuty>>;

/// A duty as citizens may see it (görev).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenDuty {
    /// Anchor of its clause: `2-ff`.
    pub clause: Box<str>,
    /// What is published about it.
    pub evidence: Vec<Open>,
}

/// Something on the citizens' site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Open {
    /// A page.
    Page {
        /// Its title.
        title: String,
        /// Its address from the root of the citizens' site.
        url: Arc<str>,
    },
    /// A figure.
    Figure {
        /// Its id.
        id: Arc<str>,
        /// Its title.
        title: String,
        /// Where a page shows it, from the root of the citizens' site.
        url: Option<Arc<str>>,
    },
}

/// A duty with all that fulfils it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FullDuty {
    /// Anchor of its clause: `2-ff`.
    pub clause: Box<str>,
    /// What it is about, in a few words.
    pub topic: Option<String>,
    /// False for a clause beside listed ones that the map leaves out.
    pub listed: bool,
    /// What citizens see of it.
    pub open: Vec<Open>,
    /// What only the staff sees of it.
    pub inner: Vec<Inner>,
    /// A remark.
    pub note: Option<String>,
    /// Where its words stand on the citizens' site, from its root.
    pub url: Option<Arc<str>>,
}

/// Something on the staff's side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inner {
    /// A dataset.
    Dataset {
        /// Its title.
        title: String,
        /// How many rows were read.
        rows: usize,
    },
    /// A figure.
    Figure {
        /// Its id.
        id: Arc<str>,
        /// Its title.
        title: String,
        /// Where a page shows it, from the root of the staff's site.
        url: Option<Arc<str>>,
    },
    /// A page.
    Page {
        /// Its title.
        title: String,
        /// Its address from the root of the staff's site.
        url: Arc<str>,
    },
    /// A report for distribution.
    Report {
        /// Its title.
        title: String,
    },
}

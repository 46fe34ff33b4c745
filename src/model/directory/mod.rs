//! The telephone directory by task (kimi aramalıyım?): for which matter one reaches whom, and how. Offices only; no entry can
//! hold a person's name, and `contact` refuses a person's number or mail box.

mod page;
mod read;

use std::sync::Arc;

pub use page::with_pages;
pub use read::{load, shape};

use super::contact::Phone;
use crate::diag::Place;

/// Where the directory lies.
pub const FILE: &str = "data/telefonlar.yaml";

/// The telephone directory (telefon rehberi).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directory {
    /// The entries, in the order of their file.
    pub entries: Vec<Entry>,
    /// The municipality's switchboard, where it is known.
    pub switchboard: Option<Phone>,
}

/// Whom one reaches for what (rehber kaydı).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The matter, in a citizen's words: `Su kesildi`.
    pub task: String,
    /// The heading it stands under.
    pub group: String,
    /// Code of the unit that answers, where it is the municipality's.
    pub unit: Option<Arc<str>>,
    /// Who answers, in words.
    pub office: String,
    /// The telephone number.
    pub phone: Option<Phone>,
    /// The extension behind the switchboard (dahili).
    pub extension: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The registered e-mail address (KEP).
    pub kep: Option<String>,
    /// When someone answers.
    pub hours: Option<String>,
    /// Code of the service it is about.
    pub service: Option<String>,
    /// What else is to be known.
    pub note: Option<String>,
    /// True where it is made up to show something (örnek).
    pub sample: bool,
    /// Where it is written.
    pub place: Place,
}

//! The duties of publication (yayın ödevleri): what the municipality must publish by law, when, and whether it is there.
//! Evidence is what the repository publishes, by its day: a page, a release of the calendar, the council's record. Not the
//! duties of a directorate by its regulation: those are `duty`.
//!
//! Laws are data (`data/yayin-odevleri.yaml`): an article, a day and a remark stand there and nowhere in the program. What
//! is missing here may well have been done elsewhere, so that the words are "not on this site" and never "not done".

mod evidence;
mod page;
mod read;
mod standing;

use jiff::civil::Date;

pub use evidence::Sources;
pub use page::with_pages;
pub use read::{load, shape};

use crate::diag::Place;

/// Where the duties are written.
pub const FILE: &str = "data/yayin-odevleri.yaml";

/// A duty of publication (yayın ödevi).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// Its code: ASCII, never changes.
    pub code: String,
    /// What is published.
    pub title: String,
    /// The provisions it rests on: `5393 sayılı Kanun, madde 56`.
    pub basis: String,
    /// Code of the unit that answers for it.
    pub unit: Option<String>,
    /// When.
    pub rhythm: Rhythm,
    /// What shows on this site that it was done.
    pub evidence: Evidence,
    /// False where the law leaves it open, as a strategic plan of a small municipality: then it is never late.
    pub mandatory: bool,
    /// False where nobody has confirmed the basis in the text of the law.
    pub confirmed: bool,
    /// A remark.
    pub note: Option<String>,
    /// Where it is written.
    pub place: Place,
}

/// How often something is published (sıklık).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rhythm {
    /// Every year until a day.
    Yearly {
        /// Month of the last day, 1 to 12.
        month: i8,
        /// The last day; the month's last where it is longer than the month.
        day: i8,
        /// Which year it is about, seen from the year of the last day: −1 for the year before.
        about: i16,
    },
    /// Always there, and looked through at least every so many days where somebody decided so.
    Always {
        /// The days.
        review: Option<i32>,
    },
    /// When something happens.
    AsNeeded,
}

/// What shows that something was published (kanıt).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// A page of the citizens' site by its address; `{yil}` is the year it is about.
    Page(String),
    /// The releases of a series of the calendar.
    Series(String),
    /// What the council's record has newest.
    Council(CouncilPart),
    /// Nothing on this site can show it.
    Nowhere,
}

/// A part of the council's record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CouncilPart {
    /// Agendas.
    Agendas,
    /// Decisions.
    Decisions,
    /// Commissions' reports.
    Reports,
}

/// Where a duty stands on a day (durum).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// There; since the day, where it is known. The next day is that of the next year's.
    Done {
        /// Since.
        on: Option<Date>,
        /// The next last day.
        next: Option<Date>,
    },
    /// Not there yet, and there is time until the day.
    Due(Date),
    /// Not there, and its day has passed.
    Late(Date),
    /// There, and not looked through since the day.
    Stale(Date),
    /// Not there, and it should always be.
    Missing,
    /// There is no day for it; what is newest is of the day.
    AsNeeded(Option<Date>),
    /// Nothing here can show it; the next last day, where there is one.
    Unseen(Option<Date>),
}

//! The council (meclis): its meetings with their agendas, its decisions, its commissions' reports, and the legal periods
//! that they keep. Nobody is named: a vote is a count, and a text that names who voted how is refused.
//!
//! Source: law 5393, articles 20 to 24. The periods themselves are data (`data/meclis/sureler.yaml`), because laws change.

mod clock;
mod named;
mod page;
mod read;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, Time};

pub use page::{Book, with_pages};
pub use read::{load, shape, shape_of_periods};

use crate::diag::Place;
use crate::model::registry::Validity;
use crate::parse::tree::KeyPlaces;
use crate::turkish;

/// Where meetings, decisions and reports are written, in any number of files.
pub const FOLDER: &str = "data/meclis";
/// Where the legal periods are written.
pub const PERIODS: &str = "data/meclis/sureler.yaml";

/// All that is known of the council (meclis).
#[derive(Clone, Debug, Default)]
pub struct Council {
    /// The meetings by day.
    pub meetings: Vec<Meeting>,
    /// The decisions, by day and number.
    pub decisions: Vec<Decision>,
    /// The commissions' reports, by day.
    pub reports: Vec<Report>,
    /// The legal periods.
    pub periods: Vec<Period>,
    /// The day of the build.
    pub today: Date,
}

/// One sitting (birleşim, oturum) with its agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// The day.
    pub date: Date,
    /// When it begins.
    pub time: Option<Time>,
    /// Ordinary or extraordinary.
    pub kind: MeetingKind,
    /// Number of the session (birleşim) and of the sitting in it (oturum).
    pub sitting: Sitting,
    /// Where.
    pub venue: Option<String>,
    /// The day its agenda was announced to the public (ilan).
    pub announced: Option<Date>,
    /// Why the agenda came late.
    pub reason: Option<String>,
    /// What will be spoken of.
    pub agenda: Vec<Item>,
    /// Files for citizens.
    pub files: Vec<Attachment>,
    /// True for one that was made up to show something.
    pub example: bool,
    /// Where it is written.
    pub place: Place,
    /// Where its keys stand.
    pub keys: KeyPlaces,
}

/// What kind of meeting (toplantı türü).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeetingKind {
    /// In the first week of a month (olağan).
    Ordinary,
    /// Called for a matter that cannot wait (olağanüstü).
    Extraordinary,
}

/// Numbers of a session and a sitting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sitting {
    /// Birleşim.
    pub session: Option<u16>,
    /// Oturum.
    pub sitting: Option<u16>,
}

/// An item of an agenda (gündem maddesi).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is about.
    pub subject: String,
    /// The commission whose report is read, or to which it may go.
    pub commission: Option<String>,
}

/// A decision (meclis kararı).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Its number within its year, as written: `38`, `1-8/172`.
    pub number: Arc<str>,
    /// The day it was taken.
    pub date: Date,
    /// In which sitting.
    pub sitting: Sitting,
    /// What it is about.
    pub subject: String,
    /// What was decided, in a few sentences.
    pub summary: Option<String>,
    /// What became of the matter.
    pub outcome: Option<Outcome>,
    /// How many voted how.
    pub vote: Option<Vote>,
    /// The commission that had looked at it, or to which it went.
    pub commission: Option<String>,
    /// The day it became final (kesinleşme).
    pub finalised: Option<Date>,
    /// The day it was sent to the governor (mülki idare amirine gönderim), and under which number.
    pub sent: Option<Sent>,
    /// The day its summary came out on this site (yayım).
    pub published: Option<Date>,
    /// Why the summary or the sending came late.
    pub reason: Option<String>,
    /// The regulation that it adopts or amends, by its name in `data/mevzuat`.
    pub regulation: Option<Arc<str>>,
    /// Files for citizens.
    pub files: Vec<Attachment>,
    /// Where this is known from.
    pub source: Option<String>,
    /// True for one that was made up to show something.
    pub example: bool,
    /// Where it is written.
    pub place: Place,
    /// Where its keys stand.
    pub keys: KeyPlaces,
}

/// What became of a matter (sonuç).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Kabul.
    Accepted,
    /// Ret.
    Rejected,
    /// Komisyona havale.
    Referred,
    /// Geri çekildi.
    Withdrawn,
}

/// The counts of a vote (oylama). No names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Vote {
    /// True for oybirliği, false for oyçokluğu.
    pub unanimous: bool,
    /// For.
    pub yes: Option<u16>,
    /// Against.
    pub no: Option<u16>,
    /// Abstaining.
    pub abstained: Option<u16>,
}

/// The sending of a decision to the governor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// When.
    pub date: Date,
    /// Under which number.
    pub number: Option<String>,
}

/// A commission's report (ihtisas komisyonu raporu).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Which commission.
    pub commission: String,
    /// True for the commission of plans (imar komisyonu), which has more time.
    pub planning: bool,
    /// What it is about.
    pub subject: String,
    /// What it says, in a few sentences.
    pub summary: Option<String>,
    /// The day the council sent the matter to it (havale).
    pub referred: Option<Date>,
    /// The day of the report.
    pub date: Date,
    /// The day it came out on this site (yayım).
    pub published: Option<Date>,
    /// Why it came late.
    pub reason: Option<String>,
    /// Files for citizens.
    pub files: Vec<Attachment>,
    /// True for one that was made up to show something.
    pub example: bool,
    /// Where it is written.
    pub place: Place,
    /// Where its keys stand.
    pub keys: KeyPlaces,
}

/// A file for citizens, by its address on their site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// `/meclis/ekler/2026-12-07-gundem.pdf`
    pub url: Arc<str>,
    /// Where it is written.
    pub place: Place,
}

/// A period that the law sets (yasal süre), as it holds between two days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// Which.
    pub rule: Rule,
    /// How many days.
    pub days: u16,
    /// The article: `5393 sayılı Kanun, madde 23`.
    pub basis: String,
    /// When it holds.
    pub validity: Validity,
}

/// The periods that are watched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Days from the announcement of an agenda to the meeting, at least (gündem duyurusu).
    Agenda,
    /// Days from becoming final to the publication of the summary, at most (karar özeti).
    Summary,
    /// Days from becoming final to the sending to the governor, at most (gönderim).
    Sending,
    /// Working days a commission has (komisyon).
    Commission,
    /// Working days the commission of plans has (imar komisyonu).
    PlanningCommission,
}

impl Council {
    /// The period of a rule on a day; `None` where nobody wrote it, and nothing is checked.
    pub fn period(&self, rule: Rule, day: Date) -> Option<&Period> {
        self.periods.iter().find(|p| p.rule == rule && p.validity.holds_on(day))
    }

    /// The meetings that are still to come, soonest first.
    pub fn coming(&self) -> impl Iterator<Item = &Meeting> {
        self.meetings.iter().filter(|m| m.date >= self.today)
    }

    /// The meeting of a day, of which a decision was taken.
    pub fn meeting(&self, day: Date, example: bool) -> Option<&Meeting> {
        self.meetings.iter().find(|m| m.date == day && m.example == example)
    }

    /// The decisions that may be read today, by year, newest year last.
    pub fn by_year(&self) -> BTreeMap<i16, Vec<&Decision>> {
        let mut years: BTreeMap<i16, Vec<&Decision>> = BTreeMap::new();
        for decision in self.decisions.iter().filter(|d| d.is_out(self.today)) {
            years.entry(decision.date.year()).or_default().push(decision);
        }
        years
    }
}

impl Meeting {
    /// True when its agenda may be read: it has one, and the day of its announcement has come.
    pub fn is_announced(&self, today: Date) -> bool {
        !self.agenda.is_empty() && self.announced.is_none_or(|day| day <= today)
    }

    /// The last part of its page's address: `2026-12-07`, and the sitting where a day has several.
    pub fn slug(&self) -> String {
        let sitting = self.sitting.sitting.filter(|number| *number > 1).map_or(String::new(), |n| format!("-{n}"));
        example(self.example, format!("{}{sitting}", self.date))
    }
}

impl Decision {
    /// True when its summary may be read: it is final, and its day of publication has come.
    pub fn is_out(&self, today: Date) -> bool {
        self.date <= today && self.finalised.is_none_or(|day| day <= today) && self.published.is_none_or(|day| day <= today)
    }

    /// The last part of its page's address: `38`.
    pub fn slug(&self) -> String {
        example(self.example, turkish::slug(&self.number))
    }

    /// True for a decision that the law keeps out of force: accepted and final, the time for sending it over, not sent.
    pub fn is_unsent(&self, council: &Council) -> bool {
        let Some(finalised) = self.finalised.filter(|_| self.outcome == Some(Outcome::Accepted) && self.sent.is_none()) else {
            return false;
        };
        council.period(Rule::Sending, finalised).is_some_and(|p| clock::between(finalised, council.today) > i32::from(p.days))
    }
}

impl Report {
    /// True when it may be read.
    pub fn is_out(&self, today: Date) -> bool {
        self.date <= today && self.published.is_none_or(|day| day <= today)
    }

    /// The last part of its page's address: `2026-12-01-imar-komisyonu`.
    pub fn slug(&self) -> String {
        example(self.example, format!("{}-{}", self.date, turkish::slug(&self.commission)))
    }
}

/// What was made up never takes the address of what is real.
fn example(example: bool, slug: String) -> String {
    if example { format!("ornek-{slug}") } else { slug }
}

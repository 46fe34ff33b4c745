//! What of a page can be put into one's own calendar (ajanda): events, meetings, releases, last days. Days and words only;
//! how a calendar file is written is `render`'s.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, DateTime};

use crate::parse::page::PageSyntax;

/// What the names of calendar files end with.
pub const ENDING: &str = "ics";

/// The diaries of pages, by the page's file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diaries(BTreeMap<Arc<str>, Diary>);

impl Diaries {
    /// Gives `page` a diary; one without entries is none.
    pub fn insert(&mut self, page: &PageSyntax, diary: Diary) {
        if !diary.entries.is_empty() {
            self.0.insert(Arc::clone(&page.file), diary);
        }
    }

    /// The diary of the page that lies in `file`.
    pub fn of(&self, file: &str) -> Option<&Diary> {
        self.0.get(file)
    }

    /// True for a page with a diary.
    pub fn has(&self, file: &str) -> bool {
        self.0.contains_key(file)
    }
}

/// The days of one page (ajanda).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diary {
    /// What the calendar is called.
    pub title: String,
    /// Its entries.
    pub entries: Vec<Entry>,
}

/// A day or an hour with what happens then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is known by for ever within the site: `meclis-2026-12-07`.
    pub id: String,
    /// When.
    pub when: When,
    /// What.
    pub title: String,
    /// A sentence or two.
    pub about: Option<String>,
    /// Where.
    pub venue: Option<String>,
    /// The file of the page that says more.
    pub page: Option<Arc<str>>,
    /// The day this was last said: from the data, never from the clock.
    pub stamp: Date,
    /// True where it will not take place.
    pub cancelled: bool,
}

/// A whole day, or hours in Türkiye's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// All day.
    Day(Date),
    /// From one day to another, both included.
    Days(Date, Date),
    /// From an hour; to another, where it is known.
    Hours(DateTime, Option<DateTime>),
}

impl When {
    /// In words, those of a day and of an hour being the language's own.
    pub fn words(self, day: impl Fn(Date) -> String, hour: impl Fn(DateTime) -> String) -> String {
        match self {
            When::Day(only) => day(only),
            When::Days(first, last) => format!("{} – {}", day(first), day(last)),
            When::Hours(from, None) => format!("{}, {}", day(from.date()), hour(from)),
            When::Hours(from, Some(to)) if from.date() == to.date() => {
                format!("{}, {}–{}", day(from.date()), hour(from), hour(to))
            }
            When::Hours(from, Some(to)) => {
                format!("{}, {} – {}, {}", day(from.date()), hour(from), day(to.date()), hour(to))
            }
        }
    }
}

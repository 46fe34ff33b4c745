//! What a page of an event says of it in one place: when, where, for how much, for whom. And its calendar file.

use schemars::JsonSchema;
use serde::Serialize;

use jiff::civil::{Date, DateTime};

use super::Tongue;
use crate::language::Language;
use crate::model::diary::{Diary, When};
use crate::model::event;
use crate::parse::event::{EventFront, EventState};
use crate::parse::site::Site;
use crate::turkish;

/// An event on its page (etkinlik). Field names are the template's variables.
#[derive(Clone, Debug, Hash, JsonSchema, Serialize)]
pub struct EventDoc {
    /// `5 Aralık 2026 Cumartesi, 19.00–21.00`
    pub when: String,
    /// When it begins, in ISO 8601.
    pub start: String,
    /// When it ends, in ISO 8601.
    pub end: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// The address of the place.
    pub address: Option<String>,
    /// What it costs, in words.
    pub fee: Option<String>,
    /// True when it costs nothing.
    pub free: bool,
    /// What people with disabilities can count on.
    pub accessibility: Option<String>,
    /// Where to register.
    pub registration: Option<String>,
    /// `Ertelendi`, `İptal edildi`; nothing for one that takes place.
    pub state: Option<String>,
    /// The same as schema.org calls it: `EventScheduled`.
    pub status: &'static str,
}

impl EventDoc {
    /// The event of a page in `language`; `None` for one whose days cannot be.
    pub fn of(front: &EventFront, tongue: Tongue<'_>, language: Language) -> Option<EventDoc> {
        let when = event::when(front)?;
        let hour = |at: DateTime| format!("{}T{:02}:{:02}+03:00", at.date(), at.hour(), at.minute());
        let (start, end) = match when {
            When::Day(day) => (day.to_string(), None),
            When::Days(first, last) => (first.to_string(), Some(last.to_string())),
            When::Hours(from, to) => (hour(from), to.map(hour)),
        };
        Some(EventDoc {
            when: if language.is_turkish() { event::when_words(when) } else { when_words(tongue, language, when) },
            start,
            end,
            place: front.place.clone(),
            address: front.address.clone(),
            fee: front.fee.clone(),
            free: front.fee.as_deref().is_some_and(|fee| turkish::fold(fee) == "ucretsiz"),
            accessibility: front.accessibility.clone(),
            registration: front.registration.clone(),
            state: match front.state {
                EventState::Planned => None,
                EventState::Postponed => Some(tongue.say(language, "event_postponed")),
                EventState::Cancelled => Some(tongue.say(language, "event_cancelled")),
            },
            status: match front.state {
                EventState::Planned => "EventScheduled",
                EventState::Postponed => "EventPostponed",
                EventState::Cancelled => "EventCancelled",
            },
        })
    }
}

/// `Saturday, 5 December 2026, 19:00–21:00`
fn when_words(tongue: Tongue<'_>, language: Language, when: When) -> String {
    let day = |day: Date| {
        let (date, weekday) = (tongue.date(language, day).long, i64::from(day.weekday().to_monday_one_offset()));
        tongue.fill(language, "event_day", &[("date", date.as_str().into()), ("weekday", weekday.into())])
    };
    let hour = |at: DateTime| {
        let (hour, minute) = (format!("{:02}", at.hour()), format!("{:02}", at.minute()));
        tongue.fill(language, "event_hour", &[("hour", hour.as_str().into()), ("minute", minute.as_str().into())])
    };
    when.words(day, hour)
}

/// A calendar file (takvim dosyası), RFC 5545.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DiaryDoc {
    /// What it is called.
    pub title: String,
    /// Its entries.
    pub entries: Vec<DiaryEntry>,
}

/// An entry of a calendar file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DiaryEntry {
    /// Known by it for ever, everywhere: `meclis-2026-12-07@www.ornek.bel.tr`.
    pub uid: String,
    /// The day this was last said.
    pub stamp: Date,
    /// The first day, or the hour it begins.
    pub start: DiaryTime,
    /// The day after the last one, or the hour it ends.
    pub end: Option<DiaryTime>,
    /// What.
    pub title: String,
    /// More words.
    pub about: Option<String>,
    /// Where.
    pub venue: Option<String>,
    /// Absolute address of its page, where the site has one.
    pub url: Option<String>,
    /// True where it will not take place.
    pub cancelled: bool,
}

/// A day or an hour of Türkiye.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DiaryTime {
    /// A day.
    Day(Date),
    /// An hour.
    Hour(DateTime),
}

impl DiaryDoc {
    /// `diary` as a file of `site`; `url` gives the absolute address of the page in a file of the repository.
    pub fn of(diary: &Diary, site: &Site, url: &dyn Fn(&str) -> Option<String>) -> DiaryDoc {
        let host = site.base_url.split("://").last().unwrap_or_default();
        let entries = diary.entries.iter().map(|entry| {
            let after = |day: Date| day.tomorrow().ok().map(DiaryTime::Day);
            let (start, end) = match entry.when {
                When::Day(day) => (DiaryTime::Day(day), after(day)),
                When::Days(first, last) => (DiaryTime::Day(first), after(last)),
                When::Hours(from, to) => (DiaryTime::Hour(from), to.map(DiaryTime::Hour)),
            };
            DiaryEntry {
                uid: format!("{}@{host}", entry.id),
                stamp: entry.stamp,
                start,
                end,
                title: entry.title.clone(),
                about: entry.about.clone(),
                venue: entry.venue.clone(),
                url: entry.page.as_deref().and_then(url),
                cancelled: entry.cancelled,
            }
        });
        DiaryDoc { title: format!("{} – {}", diary.title, site.title), entries: entries.collect() }
    }
}

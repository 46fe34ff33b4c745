//! The release calendar (yayın takvimi): which numbers come out on which day, why one came late, what was corrected since.
//! Days and reasons only; which page a release is, the pages say themselves.
//!
//! Source: European Statistics Code of Practice 13 and the UK Code of Practice for Statistics T3: released on a day
//! announced before, the same for everyone, late only with its reason, corrected openly.

mod read;

pub use read::{EDITIONS, FILE, load, shape};

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::diag::Place;
use crate::model::content::Folder;
use crate::model::diary::{Diaries, Diary, Entry, When};
use crate::parse::page::PageSyntax;

/// All releases (yayın takvimi).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calendar {
    /// The series by code.
    pub series: BTreeMap<Arc<str>, Series>,
}

/// Releases of one kind, period after period (yayın dizisi).
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Its code: `halk-masasi-aylik`.
    pub code: Arc<str>,
    /// What it is called.
    pub title: String,
    /// Code of the unit that answers for it.
    pub unit: Option<String>,
    /// How often, in words: `her ay`.
    pub every: Option<String>,
    /// Only for the staff: not on the citizens' calendar.
    pub internal: bool,
    /// The first period the calendar covers: earlier ones came out before there was a calendar.
    pub first: Option<String>,
    /// The releases in the order of their periods.
    pub releases: Vec<Release>,
}

/// One release (yayın).
#[derive(Clone, Debug, PartialEq)]
pub struct Release {
    /// What it covers: `2026-06` or `2026`.
    pub period: String,
    /// The day announced for it.
    pub planned: Date,
    /// The later day it came or comes out on, when the announced one is not kept.
    pub moved: Option<Date>,
    /// Why it is late.
    pub reason: Option<String>,
    /// What was corrected since, first correction first.
    pub corrections: Vec<Correction>,
    /// Where it is written.
    pub place: Place,
}

impl Release {
    /// The day from which it may be read.
    pub fn day(&self) -> Date {
        self.moved.unwrap_or(self.planned)
    }

    /// The corrections that are out on `today`.
    pub fn corrections_on(&self, today: Date) -> impl Iterator<Item = &Correction> {
        self.corrections.iter().filter(move |c| c.date <= today)
    }
}

/// A correction (düzeltme): what came out before stays where it was, and says that it was corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// When it came out.
    pub date: Date,
    /// What was wrong.
    pub reason: String,
    /// The files of the edition before, as they were published.
    pub kept: Vec<Arc<str>>,
}

/// Whether a page may be read.
#[derive(Clone, Debug, PartialEq)]
pub enum Gate<'c> {
    /// It is out.
    Out(&'c Release),
    /// Its day has not come.
    Early(&'c Release),
    /// It is older than the calendar.
    BeforeCalendar,
    /// It is no release itself: it follows the whole series.
    Follows,
    /// The calendar does not know the period.
    Unscheduled,
    /// The calendar does not know the series.
    UnknownSeries,
}

impl Calendar {
    /// Whether the release of `period` in a series may be read on `today`.
    pub fn gate(&self, series: &str, period: &str, today: Date) -> Gate<'_> {
        let Some(series) = self.series.get(series) else { return Gate::UnknownSeries };
        if period.is_empty() {
            return Gate::Follows;
        }
        match series.releases.iter().find(|r| r.period == period) {
            Some(release) if release.day() <= today => Gate::Out(release),
            Some(release) => Gate::Early(release),
            None if series.first.as_deref().is_some_and(|first| period < first) => Gate::BeforeCalendar,
            None => Gate::Unscheduled,
        }
    }

    /// The releases that are still to come, soonest first, each with its series.
    pub fn next(&self, today: Date) -> Vec<(&Series, &Release)> {
        let mut next: Vec<_> = self.series.values().flat_map(|s| s.releases.iter().map(move |r| (s, r))).collect();
        next.retain(|(_, r)| r.day() > today);
        next.sort_by_key(|(s, r)| (r.day(), Arc::clone(&s.code)));
        next
    }
}

/// Puts the releases into the diaries of the pages that list them; those for the staff alone only into the staff's.
pub fn into_diaries(calendar: &Calendar, pages: &[Arc<PageSyntax>], diaries: &mut Diaries) {
    for page in pages.iter().filter(|page| page.front.calendar) {
        let shown = |series: &&Series| !series.internal || Folder::of(&page.file) != Some(Folder::Public);
        let entries = calendar.series.values().filter(shown).flat_map(|series| {
            series.releases.iter().map(|release| Entry {
                id: format!("yayin-{}-{}", series.code, release.period),
                when: When::Day(release.day()),
                title: format!("Yayın: {} ({})", series.title, release.period),
                about: release.reason.clone().filter(|_| release.moved.is_some()),
                venue: None,
                page: Some(Arc::clone(&page.file)),
                stamp: release.planned,
                cancelled: false,
            })
        });
        diaries.insert(page, Diary { title: page.front.title.clone(), entries: entries.collect() });
    }
}

impl Series {
    /// The next release after `today`.
    pub fn next(&self, today: Date) -> Option<&Release> {
        self.releases.iter().filter(|r| r.day() > today).min_by_key(|r| r.day())
    }
}

#[cfg(test)]
mod tests;

//! What the home page gathers: the newest of every section, in groups and as one list, and the days that come.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Desk;
use crate::language::Language;
use crate::model::content::{Page, Section};
use crate::model::diary::{Entry, When};
use crate::model::event;
use crate::view::{GroupDoc, ItemDoc, UpcomingDoc};

/// How many entries of a section the home page shows.
const HOME_ITEMS: usize = 4;
/// How many of all sections together.
const LATEST: usize = 6;
/// How many days that come.
const UPCOMING: usize = 4;

/// The home page: newest entries of the sections that have a feed and days, then the ways into the others.
pub(super) fn groups(desk: &Desk<'_>, home: &Section) -> Vec<GroupDoc> {
    let sections = &desk.input.content.sections;
    let own = |page: &usize| sections.iter().find(|s| s.page == *page);
    let mut groups = Vec::new();
    let mut others = Vec::new();
    for index in &home.members {
        // What has no days is not news.
        let is_news = |s: &&Section| s.feed && s.members.iter().all(|i| desk.page(*i).syntax.front.date.is_some());
        match own(index).filter(is_news) {
            Some(section) => {
                let front = &desk.page(*index).syntax.front;
                groups.push(GroupDoc {
                    title: front.title.clone(),
                    url: Some(section.url.to_string()),
                    summary: front.summary.clone(),
                    feed: true,
                    items: section.members.iter().take(HOME_ITEMS).map(|i| desk.item(*i)).collect(),
                });
            }
            None => others.push(desk.item(*index)),
        }
    }
    others.retain(|item| super::error::file_of(&item.url).is_none());
    if !others.is_empty() {
        groups.push(GroupDoc { title: String::new(), url: None, summary: None, feed: false, items: others });
    }
    groups
}

/// The newest entries of `groups` as one list, the newest first.
pub(super) fn latest(groups: &[GroupDoc]) -> Vec<Arc<ItemDoc>> {
    let mut items: Vec<_> = groups.iter().filter(|group| group.feed).flat_map(|group| &group.items).map(Arc::clone).collect();
    let day = |item: &ItemDoc| item.date.as_ref().map(|date| date.iso.clone());
    items.sort_by_key(|item| std::cmp::Reverse(day(item)));
    items.truncate(LATEST);
    items
}

/// The events and meetings that come or go on, the soonest first. On the home page of the site's own language: pages say their
/// days in it.
pub(super) fn upcoming(desk: &Desk<'_>, language: Language) -> Vec<UpcomingDoc> {
    if language != desk.input.site.language {
        return Vec::new();
    }
    let pages = &desk.input.content.pages;
    let mut coming: BTreeMap<(String, &str), (&Entry, &Page)> = BTreeMap::new();
    // Days of releases have a calendar of their own.
    for page in pages.iter().filter(|page| !page.syntax.front.calendar) {
        let entries = desk.input.diaries.of(&page.syntax.file).into_iter().flat_map(|diary| &diary.entries);
        for entry in entries.filter(|entry| !entry.cancelled && last_day(entry.when) >= desk.input.today) {
            coming.entry((first_moment(entry.when), &entry.id)).or_insert((entry, page));
        }
    }
    let shown = coming.into_values().filter_map(|(entry, listed)| {
        let own = entry.page.as_ref().and_then(|file| pages.iter().find(|page| page.syntax.file == *file));
        let url = own.unwrap_or(listed).address.fixed()?.to_string();
        let (start, when) = (first_moment(entry.when), event::when_words(entry.when));
        Some(UpcomingDoc { title: entry.title.clone(), url, start, when, place: entry.venue.clone() })
    });
    shown.take(UPCOMING).collect()
}

fn first_moment(when: When) -> String {
    match when {
        When::Day(day) | When::Days(day, _) => day.to_string(),
        When::Hours(from, _) => format!("{}T{:02}:{:02}", from.date(), from.hour(), from.minute()),
    }
}

fn last_day(when: When) -> jiff::civil::Date {
    match when {
        When::Day(day) | When::Days(_, day) => day,
        When::Hours(from, to) => to.unwrap_or(from).date(),
    }
}

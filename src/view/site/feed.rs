//! Feeds of the sections that have one, as Atom and as JSON; a section below without one is told of in the feed above
//! it. Ids are addresses, which never change (RFC 4287 §4.2.6).

use std::sync::Arc;

use super::Desk;
use crate::model::content::Section;
use crate::view::{Audience, Body, Document, FeedDoc, FeedEntry};

/// How many entries a feed holds.
const ENTRIES: usize = 20;

pub(super) fn feeds<A: Audience>(desk: &Desk<'_>) -> Vec<Document<A>> {
    desk.input
        .content
        .sections
        .iter()
        .filter(|s| s.feed)
        .flat_map(|section| {
            let base = if desk.audience == "public" { desk.input.site.base_url.as_str() } else { "" };
            let dated = members(desk, section).into_iter().map(|i| desk.page(i)).filter(|p| p.syntax.front.date.is_some());
            let mut entries: Vec<FeedEntry> = dated
                .filter_map(|page| {
                    let front = &page.syntax.front;
                    let published = front.date?.0;
                    let updated = front.updated.map_or(published, |d| d.0).max(published);
                    Some(FeedEntry {
                        title: front.title.clone(),
                        url: format!("{base}{}", page.address.fixed()?),
                        summary: front.summary.clone().unwrap_or_default(),
                        published: published.to_string(),
                        updated: updated.to_string(),
                    })
                })
                .collect();
            entries.sort_by(|a, b| b.published.cmp(&a.published).then_with(|| a.url.cmp(&b.url)));
            entries.truncate(ENTRIES);
            let address = format!("{}atom.xml", section.url);
            let json = format!("{}feed.json", section.url);
            let feed = FeedDoc {
                title: format!("{} – {}", desk.page(section.page).syntax.front.title, desk.input.site.title),
                self_url: format!("{base}{address}"),
                json_url: format!("{base}{json}"),
                page_url: format!("{base}{}", section.url),
                author: desk.input.site.municipality.name.clone(),
                entries,
            };
            let feed = Arc::new(feed);
            [
                Document::new(super::inside(&address), Body::Feed(Arc::clone(&feed))),
                Document::new(super::inside(&json), Body::JsonFeed(feed)),
            ]
        })
        .collect()
}

/// The pages of a section and of those below it that have no feed of their own.
fn members(desk: &Desk<'_>, section: &Section) -> Vec<usize> {
    let mut all = section.members.clone();
    for below in &section.members {
        let own = desk.page(*below).section.map(|s| &desk.input.content.sections[s]);
        if let Some(own) = own.filter(|own| own.page == *below && own.page != section.page && !own.feed) {
            all.extend(members(desk, own));
        }
    }
    all
}

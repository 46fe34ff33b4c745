//! Atom feeds of the sections that have one. Ids are addresses, which never change (RFC 4287 §4.2.6).

use super::Desk;
use crate::view::{Audience, Body, Document, FeedDoc, FeedEntry};

/// How many entries a feed holds.
const ENTRIES: usize = 20;

pub(super) fn feeds<A: Audience>(desk: &Desk<'_>) -> Vec<Document<A>> {
    desk.input
        .content
        .sections
        .iter()
        .filter(|s| s.feed)
        .map(|section| {
            let base = if desk.audience == "public" { desk.input.site.base_url.as_str() } else { "" };
            let dated = section.members.iter().map(|i| desk.page(*i)).filter(|p| p.syntax.front.date.is_some());
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
            let feed = FeedDoc {
                title: format!("{} – {}", desk.page(section.page).syntax.front.title, desk.input.site.title),
                language: desk.page(section.page).language,
                self_url: format!("{base}{address}"),
                page_url: format!("{base}{}", section.url),
                author: desk.input.site.municipality.name.clone(),
                entries,
            };
            Document::new(super::inside(&address), Body::Feed(Box::new(feed)))
        })
        .collect()
}

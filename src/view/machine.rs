//! Documents that programs read: feeds, the site map, what a browser keeps. Their bytes are `render`'s.

use super::AlternateDoc;
use crate::language::Language;

/// What a browser shows of a site that someone keeps (web uygulaması bildirimi).
#[derive(Debug)]
pub struct ManifestDoc {
    /// The site's name.
    pub name: String,
    /// The same in the width of an icon.
    pub short_name: String,
    /// BCP 47 tag of its language.
    pub lang: String,
}

/// How a browser may search the site (arama tanımı).
#[derive(Debug)]
pub struct FinderDoc {
    /// At most 16 letters.
    pub name: String,
    /// The site's name.
    pub title: String,
    /// BCP 47 tag of its language.
    pub lang: String,
    /// Absolute address of the results, with `{searchTerms}` in it.
    pub url: String,
    /// Absolute address of the description itself.
    pub self_url: String,
}

/// A feed.
#[derive(Debug)]
pub struct FeedDoc {
    /// Title of the feed.
    pub title: String,
    /// Language of its entries.
    pub language: Language,
    /// Absolute address of the Atom feed; also its id, which never changes.
    pub self_url: String,
    /// Absolute address of the same feed as JSON.
    pub json_url: String,
    /// Absolute address of the page it follows.
    pub page_url: String,
    /// Who publishes.
    pub author: String,
    /// The newest entries, newest first.
    pub entries: Vec<FeedEntry>,
}

/// An entry of a feed.
#[derive(Debug)]
pub struct FeedEntry {
    /// Title.
    pub title: String,
    /// Absolute address, also the id.
    pub url: String,
    /// Summary, or empty.
    pub summary: String,
    /// First published, ISO date.
    pub published: String,
    /// Last changed, ISO date.
    pub updated: String,
}

/// A line of the sitemap.
#[derive(Debug)]
pub struct SitemapEntry {
    /// Absolute address.
    pub url: String,
    /// Last change, ISO date, where it is known.
    pub modified: Option<String>,
    /// The page in all its languages, absolute; empty when it has only one.
    pub alternates: Vec<AlternateDoc>,
}

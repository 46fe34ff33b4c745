//! Small files for browsers and readers of news, as JSON: a feed (JSON Feed 1.1) and a web app manifest (W3C).

use serde_json::{Value, json};

use crate::view::{FeedDoc, ManifestDoc};

/// Midnight in Türkiye: dates of pages are days, a feed wants instants (RFC 3339).
const MIDNIGHT: &str = "T00:00:00+03:00";

/// The feed that `feed.xml` is too, as JSON.
pub fn feed(feed: &FeedDoc) -> Vec<u8> {
    let items = feed.entries.iter().map(|entry| {
        // An item must have content; where nobody wrote a summary its title is all that is known.
        let text = if entry.summary.is_empty() { &entry.title } else { &entry.summary };
        json!({
            "id": entry.url,
            "url": entry.url,
            "title": entry.title,
            "content_text": text,
            "date_published": format!("{}{MIDNIGHT}", entry.published),
            "date_modified": format!("{}{MIDNIGHT}", entry.updated),
        })
    });
    bytes(&json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page_url,
        "feed_url": feed.json_url,
        "language": feed.language,
        "authors": [{"name": feed.author}],
        "items": items.collect::<Vec<_>>(),
    }))
}

/// What a browser shows of a site that is put on a telephone's first screen. `icon` is the theme's drawing, if it has one;
/// `ground` and `top` are its colours of a page and of a page's head.
pub fn manifest(doc: &ManifestDoc, icon: Option<&str>, [ground, top]: [Option<&str>; 2]) -> Vec<u8> {
    let icons = icon.map(|icon| json!({"src": icon, "type": "image/svg+xml", "sizes": "any", "purpose": "any"}));
    let mut manifest = json!({
        "name": doc.name,
        "short_name": doc.short_name,
        "lang": doc.lang,
        "dir": "ltr",
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "browser",
    });
    for (name, colour) in [("background_color", ground), ("theme_color", top)] {
        if let Some(colour) = colour {
            manifest[name] = colour.into();
        }
    }
    manifest["icons"] = icons.into_iter().collect();
    bytes(&manifest)
}

fn bytes(value: &Value) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).expect("strings and lists are always JSON");
    bytes.push(b'\n');
    bytes
}

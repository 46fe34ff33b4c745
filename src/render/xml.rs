//! Atom feeds (RFC 4287), site maps (sitemaps.org 0.9) and the description of the search (OpenSearch 1.1) as XML. The only door to `quick-xml`.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::view::{FeedDoc, FinderDoc, SitemapEntry};

/// Midnight in Türkiye: dates of pages are days, Atom wants instants.
const MIDNIGHT: &str = "T00:00:00+03:00";

/// A feed as bytes.
pub fn feed(feed: &FeedDoc) -> Vec<u8> {
    document(|w| {
        w.create_element("feed")
            .with_attributes([("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", "tr")])
            .write_inner_content(|w| {
                text(w, "title", &feed.title)?;
                text(w, "id", &feed.self_url)?;
                w.create_element("link")
                    .with_attributes([("rel", "self"), ("type", "application/atom+xml"), ("href", &feed.self_url)])
                    .write_empty()?;
                w.create_element("link")
                    .with_attributes([("rel", "alternate"), ("type", "text/html"), ("href", &feed.page_url)])
                    .write_empty()?;
                let newest = feed.entries.iter().map(|e| e.updated.as_str()).max().unwrap_or("1970-01-01");
                text(w, "updated", &format!("{newest}{MIDNIGHT}"))?;
                w.create_element("author").write_inner_content(|w| text(w, "name", &feed.author))?;
                for entry in &feed.entries {
                    w.create_element("entry").write_inner_content(|w| {
                        text(w, "title", &entry.title)?;
                        text(w, "id", &entry.url)?;
                        w.create_element("link")
                            .with_attributes([("rel", "alternate"), ("type", "text/html"), ("href", &entry.url)])
                            .write_empty()?;
                        text(w, "published", &format!("{}{MIDNIGHT}", entry.published))?;
                        text(w, "updated", &format!("{}{MIDNIGHT}", entry.updated))?;
                        text(w, "summary", &entry.summary)
                    })?;
                }
                Ok(())
            })?;
        Ok(())
    })
}

/// A site map, or a part of one, as bytes; at most 50,000 addresses.
pub fn sitemap(entries: &[SitemapEntry]) -> Vec<u8> {
    addresses("urlset", "url", entries)
}

/// The list of a site map's parts as bytes.
pub fn sitemap_index(parts: &[SitemapEntry]) -> Vec<u8> {
    addresses("sitemapindex", "sitemap", parts)
}

fn addresses(root: &str, each: &str, entries: &[SitemapEntry]) -> Vec<u8> {
    document(|w| {
        w.create_element(root).with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")).write_inner_content(
            |w| {
                for entry in entries {
                    w.create_element(each).write_inner_content(|w| {
                        text(w, "loc", &entry.url)?;
                        entry.modified.as_ref().map_or(Ok(()), |day| text(w, "lastmod", day))
                    })?;
                }
                Ok(())
            },
        )?;
        Ok(())
    })
}

/// A description of the search as bytes. `icon` is the theme's drawing, if it has one.
pub fn finder(doc: &FinderDoc, icon: Option<&str>) -> Vec<u8> {
    document(|w| {
        w.create_element("OpenSearchDescription")
            .with_attribute(("xmlns", "http://a9.com/-/spec/opensearch/1.1/"))
            .write_inner_content(|w| {
                text(w, "ShortName", &doc.name.chars().take(16).collect::<String>())?;
                text(w, "Description", &doc.title)?;
                text(w, "Language", &doc.lang)?;
                text(w, "InputEncoding", "UTF-8")?;
                let base = doc.url.split("/arama/").next().unwrap_or_default();
                if let Some(icon) = icon {
                    w.create_element("Image")
                        .with_attribute(("type", "image/svg+xml"))
                        .write_text_content(BytesText::new(&format!("{base}{icon}")))?;
                }
                for (kind, rel, template) in
                    [("text/html", "results", &doc.url), ("application/opensearchdescription+xml", "self", &doc.self_url)]
                {
                    w.create_element("Url")
                        .with_attributes([("type", kind), ("rel", rel), ("template", template.as_str())])
                        .write_empty()?;
                }
                Ok(())
            })?;
        Ok(())
    })
}

type XmlWriter = Writer<Vec<u8>>;

fn document(write: impl FnOnce(&mut XmlWriter) -> io::Result<()>) -> Vec<u8> {
    let mut writer = Writer::new(Vec::new());
    let written = writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None))).and_then(|()| write(&mut writer));
    written.expect("writing into memory cannot fail");
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    bytes
}

fn text(writer: &mut XmlWriter, name: &str, content: &str) -> io::Result<()> {
    // XML 1.0 knows no control characters but these; a page's title may hold any.
    let clean: String = content.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    writer.create_element(name).write_text_content(BytesText::new(&clean))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::FeedEntry;

    #[test]
    fn a_feed_escapes_what_titles_hold() {
        let entry = FeedEntry {
            title: "Su & <kanal>\u{1}".into(),
            url: "https://x.bel.tr/a/".into(),
            summary: String::new(),
            published: "2026-01-02".into(),
            updated: "2026-02-03".into(),
        };
        let doc = FeedDoc {
            title: "Duyurular".into(),
            self_url: "https://x.bel.tr/atom.xml".into(),
            json_url: "https://x.bel.tr/feed.json".into(),
            page_url: "https://x.bel.tr/".into(),
            author: "X".into(),
            entries: vec![entry],
        };
        let xml = String::from_utf8(feed(&doc)).unwrap();
        assert!(xml.contains("<title>Su &amp; &lt;kanal&gt;</title>"), "{xml}");
        assert!(xml.contains("<updated>2026-02-03T00:00:00+03:00</updated>"), "{xml}");
    }
}

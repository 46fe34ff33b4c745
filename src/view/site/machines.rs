//! The small files that programs ask a site for: the site map, the word to robots, to finders of weak spots, to browsers.

use jiff::civil::Date;
use rayon::prelude::*;

use super::Desk;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::parse::site::{Security, Site};
use crate::view::{AlternateDoc, Audience, Body, Document, FinderDoc, ManifestDoc, SitemapEntry, search};

/// Most addresses in one file of a site map (sitemaps.org 0.9).
const MOST_ADDRESSES: usize = 50_000;

/// RFC 9116 advises less than a year; renewed on the first of every month, so that a site that is built once a quarter is
/// never out of date.
const SECURITY_MONTHS: i32 = 7;

/// How many days before its end a written date is complained about.
const SECURITY_DAYS: i32 = 30;

/// All of them. Only the citizens' site is looked for from outside.
pub(super) fn documents<A: Audience>(diag: &mut Diagnostics, desk: &Desk<'_>, documents: &[Document<A>]) -> Vec<Document<A>> {
    let site = desk.input.site;
    if desk.audience != "public" {
        return vec![Document::new("robots.txt", Body::Text("User-agent: *\nDisallow: /\n".to_owned()))];
    }
    let robots = format!("User-agent: *\nAllow: /\n\nSitemap: {}/sitemap.xml\n", site.base_url);
    let mut files = vec![Document::new("robots.txt", Body::Text(robots))];
    files.extend(sitemap(site, documents));
    files.push(Document::new("site.webmanifest", Body::Manifest(Box::new(manifest(site)))));
    if site.search {
        files.push(Document::new("arama/opensearch.xml", Body::Finder(Box::new(finder(site)))));
    }
    if let Some(security) = &site.security {
        let text = security_txt(diag, site, security, desk.input.today);
        files.push(Document::new(".well-known/security.txt", Body::Text(text)));
    }
    files
}

/// One file, or an index of several where there are too many addresses for one.
fn sitemap<A: Audience>(site: &Site, documents: &[Document<A>]) -> Vec<Document<A>> {
    let mut entries: Vec<SitemapEntry> = documents
        .par_iter()
        .with_max_len(crate::AT_ONCE)
        .filter_map(|d| match &d.body {
            Body::Page(page) if page.indexed => {
                let modified = page.updated.as_ref().or(page.date.as_ref()).map(|d| d.iso.clone());
                let absolute = |a: &AlternateDoc| AlternateDoc { url: format!("{}{}", site.base_url, a.url), ..a.clone() };
                let alternates = page.language.alternates.iter().map(absolute).collect();
                Some(SitemapEntry { url: format!("{}{}", site.base_url, page.url), modified, alternates })
            }
            _ => None,
        })
        .collect();
    entries.par_sort_by(|a, b| a.url.cmp(&b.url));
    if entries.len() <= MOST_ADDRESSES {
        return vec![Document::new("sitemap.xml", Body::Sitemap(entries))];
    }
    let mut files = Vec::new();
    let mut parts = Vec::new();
    while !entries.is_empty() {
        let rest = entries.split_off(entries.len().min(MOST_ADDRESSES));
        let name = format!("sitemap-{}.xml", files.len() + 1);
        let modified = entries.iter().filter_map(|entry| entry.modified.clone()).max();
        parts.push(SitemapEntry { url: format!("{}/{name}", site.base_url), modified, alternates: Vec::new() });
        files.push(Document::new(name, Body::Sitemap(std::mem::replace(&mut entries, rest))));
    }
    files.push(Document::new("sitemap.xml", Body::SitemapIndex(parts)));
    files
}

fn manifest(site: &Site) -> ManifestDoc {
    let short = site.municipality.district.clone().unwrap_or_else(|| site.title.clone());
    ManifestDoc { name: site.title.clone(), short_name: short, lang: site.language.to_string() }
}

fn finder(site: &Site) -> FinderDoc {
    FinderDoc {
        name: site.municipality.district.clone().unwrap_or_else(|| site.title.clone()),
        title: site.title.clone(),
        lang: site.language.to_string(),
        url: format!("{}{}?q={{searchTerms}}", site.base_url, search::PAGE),
        self_url: format!("{}/arama/opensearch.xml", site.base_url),
    }
}

/// Whom to tell of a weak spot (RFC 9116).
fn security_txt(diag: &mut Diagnostics, site: &Site, security: &Security, today: Date) -> String {
    let expires = security.expires.map_or_else(|| renewed(today), |day| day.0);
    let days = today.until(expires).map_or(0, |span| span.get_days());
    if days < SECURITY_DAYS {
        let complaint = Diagnostic::new(Code::SECURITY_EXPIRES, security.place());
        diag.push(complaint.with("day", crate::turkish::date::long(expires)).with("days", days.to_string()));
    }
    let mut text = String::new();
    let mut field = |name: &str, value: &str| text.extend([name, ": ", value, "\n"]);
    for contact in &security.contact {
        field("Contact", contact);
    }
    // The end of the day in Türkiye.
    field("Expires", &format!("{expires}T20:59:59Z"));
    if let Some(policy) = &security.policy {
        field("Policy", policy);
    }
    field("Preferred-Languages", "tr, en");
    field("Canonical", &format!("{}/.well-known/security.txt", site.base_url));
    text
}

/// The day until which a file made `today` holds good: the same for every day of a month.
fn renewed(today: Date) -> Date {
    let months = jiff::Span::new().months(SECURITY_MONTHS);
    today.first_of_month().checked_add(months).unwrap_or(Date::MAX)
}

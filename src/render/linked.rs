//! What a page of citizens tells programs about itself: schema.org in JSON-LD 1.1, one block in the head of the page. Only what
//! the page says to people too, in their order: whose it is, the way to it, what it is about. Not the catalogue of all data
//! (`open_data::dcat`), nor the text of a regulation (`regulation::json_ld`).
//!
//! Search engines read these of the vocabulary: <https://schema.org/GovernmentOrganization>, `GovernmentService`, `Event`,
//! `NewsArticle`, `Dataset`, `BreadcrumbList`; on the home page `WebSite`, which says where the search is.

use serde_json::{Map, Value, json};

use super::words::Words;
use crate::view::{DataGroupDoc, DataItemDoc, DownloadDoc, EventDoc, PageDoc, ServiceDoc, SiteDoc};

/// The block of `page` for a `<script type="application/ld+json">`; nothing for a page that search engines are not to list.
/// Made-up data says so, as it does wherever it shows.
pub fn block(page: &PageDoc, site: &SiteDoc, words: &Words) -> Option<String> {
    if !page.indexed || site.audience != "public" {
        return None;
    }
    let about = About { page, site, words };
    let mut graph = Vec::new();
    if page.url == site.home {
        graph.extend([about.organisation(), about.website()]);
    }
    graph.extend(about.trail());
    graph.extend(page.schema.map(|kind| about.news(kind)));
    graph.extend(page.event.as_deref().map(|event| about.event(event)));
    graph.extend(page.service.as_deref().map(|service| about.service(service)));
    let packages = page.data.iter().flat_map(|data| &data.packages);
    graph.extend(packages.map(|package| about.dataset(package)));
    (!graph.is_empty()).then(|| inside_a_script(&json!({"@context": "https://schema.org", "@graph": graph})))
}

/// No `<`, so that no text can end the element it stands in (HTML, 4.12.1.3).
fn inside_a_script(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

struct About<'a> {
    page: &'a PageDoc,
    site: &'a SiteDoc,
    words: &'a Words,
}

impl About<'_> {
    /// An address of this site or of another, as one that can be followed from anywhere.
    fn absolute(&self, url: &str) -> String {
        if url.starts_with('/') { format!("{}{url}", self.site.base_url) } else { url.to_owned() }
    }

    fn url(&self) -> String {
        self.absolute(&self.page.url)
    }

    /// The municipality where another thing names it; the home page says more under the same name.
    fn publisher(&self) -> Value {
        json!({
            "@type": "GovernmentOrganization",
            "@id": self.absolute("/#belediye"),
            "name": self.site.name,
            "url": self.absolute("/"),
        })
    }

    fn organisation(&self) -> Value {
        let known = &self.site.organisation;
        let place = known.place.as_ref().map(|name| json!({"@type": "AdministrativeArea", "name": name}));
        let more = [
            ("address", known.address.clone().map(Value::from)),
            ("telephone", known.phone.clone().map(Value::from)),
            ("email", known.email.clone().map(Value::from)),
            ("areaServed", place),
            ("slogan", self.site.motto.clone().map(Value::from)),
        ];
        with(self.publisher(), more)
    }

    fn website(&self) -> Value {
        let search = self.site.search.as_ref().map(|search| {
            let target = json!({"@type": "EntryPoint", "urlTemplate": self.absolute(&format!("{search}?q={{q}}"))});
            json!({"@type": "SearchAction", "target": target, "query-input": "required name=q"})
        });
        let site = json!({
            "@type": "WebSite",
            "name": self.site.name,
            "url": self.absolute(&self.site.home),
            "inLanguage": self.site.lang.as_str(),
            "publisher": {"@id": self.absolute("/#belediye")},
        });
        with(site, [("potentialAction", search)])
    }

    /// The way to the page, the page itself at its end; the home page has none.
    fn trail(&self) -> Option<Value> {
        let above = self.page.breadcrumbs.iter().map(|link| (link.title.as_str(), link.url.as_str()));
        let steps = above
            .chain([(self.page.title.as_str(), self.page.url.as_str())])
            .zip(1..)
            .map(|((title, url), n)| json!({"@type": "ListItem", "position": n, "name": title, "item": self.absolute(url)}));
        let steps: Vec<Value> = steps.collect();
        (steps.len() > 1).then(|| json!({"@type": "BreadcrumbList", "itemListElement": steps}))
    }

    fn news(&self, kind: &str) -> Value {
        let PageDoc { date, updated, .. } = self.page;
        let published = date.as_ref().map(|day| day.iso.clone());
        let changed = updated.as_ref().map(|day| day.iso.clone()).or_else(|| published.clone());
        let article = json!({
            "@type": kind,
            "headline": self.page.title,
            "mainEntityOfPage": self.url(),
            "inLanguage": self.site.lang.as_str(),
            "author": self.publisher(),
            "publisher": self.publisher(),
        });
        let more = [
            ("description", self.description(self.page.summary.as_deref(), self.page.synthetic)),
            ("datePublished", published.map(Value::from)),
            ("dateModified", changed.map(Value::from)),
            ("image", self.page.card.as_ref().map(|card| self.absolute(card).into())),
        ];
        with(article, more)
    }

    fn event(&self, event: &EventDoc) -> Value {
        let place = event
            .place
            .as_ref()
            .map(|name| with(json!({"@type": "Place", "name": name}), [("address", event.address.clone().map(Value::from))]));
        let about = json!({
            "@type": "Event",
            "name": self.page.title,
            "url": self.url(),
            "startDate": event.start,
            "eventStatus": format!("https://schema.org/{}", event.status),
            "organizer": self.publisher(),
        });
        let more = [
            ("endDate", event.end.clone().map(Value::from)),
            ("description", self.description(self.page.summary.as_deref(), self.page.synthetic)),
            ("location", place),
            ("isAccessibleForFree", event.free.then_some(Value::Bool(true))),
            ("image", self.page.card.as_ref().map(|card| self.absolute(card).into())),
        ];
        with(about, more)
    }

    fn service(&self, service: &ServiceDoc) -> Value {
        let channels = service.channels.iter().map(|channel| {
            let phone = channel.url.strip_prefix("tel:").map(|number| json!({"@type": "ContactPoint", "telephone": number}));
            let page = (phone.is_none() && !channel.url.is_empty()).then(|| self.absolute(&channel.url).into());
            let time = service.time.clone().map(Value::from);
            let more = [("servicePhone", phone), ("serviceUrl", page), ("processingTime", time)];
            with(json!({"@type": "ServiceChannel", "name": channel.title}), more)
        });
        let channels: Vec<Value> = channels.collect();
        let audience = service.who.as_ref().map(|who| json!({"@type": "Audience", "audienceType": who}));
        let place = self.site.organisation.place.as_ref().map(|name| json!({"@type": "AdministrativeArea", "name": name}));
        // The registry knows its name in Turkish.
        let name = if self.site.lang.is_turkish() { &service.name } else { &self.page.title };
        let about = json!({
            "@type": "GovernmentService",
            "name": name,
            "url": self.url(),
            "provider": self.publisher(),
            "serviceOperator": {"@type": "GovernmentOrganization", "name": service.unit},
        });
        let more = [
            ("description", self.description(self.page.summary.as_deref(), self.page.synthetic)),
            ("areaServed", place),
            ("audience", audience),
            ("offers", service.free.then(|| json!({"@type": "Offer", "price": "0", "priceCurrency": "TRY"}))),
            ("availableChannel", (!channels.is_empty()).then(|| channels.into())),
        ];
        with(about, more)
    }

    /// A package of tables, each of them a part.
    fn dataset(&self, package: &DataGroupDoc) -> Value {
        let titles: Vec<&str> = package.tables.iter().map(|table| table.title.as_str()).collect();
        let text = format!("{}: {}", package.title, titles.join("; "));
        let tables = package.tables.iter().map(|table| self.table(package, table));
        let about = json!({
            "@type": "Dataset",
            "name": package.title,
            "url": format!("{}#{}", self.url(), package.id),
            "creator": self.publisher(),
            "isAccessibleForFree": true,
            "distribution": self.files(&package.files),
            "hasPart": tables.collect::<Vec<_>>(),
        });
        with(about, [("description", self.description(Some(&text), package.synthetic)), ("license", self.licence())])
    }

    fn table(&self, package: &DataGroupDoc, table: &DataItemDoc) -> Value {
        let text = [Some(package.title.as_str()), Some(&table.title), table.period.as_deref()];
        let text = text.into_iter().flatten().collect::<Vec<_>>().join(" – ");
        let about = json!({
            "@type": "Dataset",
            "name": table.title,
            "creator": self.publisher(),
            "distribution": self.files(&table.files),
        });
        let more = [
            ("description", self.description(Some(&text), package.synthetic)),
            ("license", self.licence()),
            ("url", table.page.as_ref().map(|page| self.absolute(page).into())),
            ("dateModified", table.updated.as_ref().map(|day| day.iso.clone().into())),
        ];
        with(about, more)
    }

    fn licence(&self) -> Option<Value> {
        Some(self.page.data.as_ref()?.licence.as_ref()?.url.clone().into())
    }

    fn files(&self, files: &[DownloadDoc]) -> Value {
        let download = |file: &DownloadDoc| json!({"@type": "DataDownload", "encodingFormat": file.mime, "contentUrl": self.absolute(&file.url)});
        files.iter().map(download).collect()
    }

    /// A text about the thing; of a made-up thing it says that first.
    fn description(&self, text: Option<&str>, made_up: bool) -> Option<Value> {
        match (text, made_up) {
            (text, false) => text.map(Value::from),
            (None, true) => Some(self.words.synthetic_badge.clone().into()),
            (Some(text), true) => Some(format!("{} – {text}", self.words.synthetic_badge).into()),
        }
    }
}

/// `object` with what is known of `more`.
fn with<const N: usize>(mut object: Value, more: [(&str, Option<Value>); N]) -> Value {
    let fields = object.as_object_mut().map_or_else(Map::new, std::mem::take);
    let more = more.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    fields.into_iter().chain(more).collect::<Map<_, _>>().into()
}

//! The `meta` of an Akoma Ntoso document: who made it, its addresses, what happened to it, what it refers to. Not its text.

use std::collections::BTreeMap;

use super::element::Element;
use super::iri::{self, Iris, UNDATED};
use crate::view::DateDoc;
use crate::view::regulation::{EventDoc, EventKind, RegulationDoc};

/// The block `meta`. `clauses` are the names of the clauses by anchor.
pub fn meta(regulation: &RegulationDoc, clauses: &BTreeMap<&str, String>) -> Element<'static> {
    let iris = Iris::of(regulation);
    let mut references = References::default();
    let adopter = regulation.events.iter().find(|e| e.kind == EventKind::Adopted).and_then(|e| e.body.as_deref());
    let publisher = regulation.publisher.as_deref().or(adopter);
    let source = references.organisation(publisher);
    let author = references.organisation(adopter.or(publisher));
    let lifecycle = lifecycle(regulation, &iris, &source, &mut references);
    let mut meta = Element::new("meta").holding(identification(regulation, &iris, &source, &author));
    if let Some((day, number)) = &regulation.gazette {
        let named = |element: Element<'static>, name| element.with(name, "Resmî Gazete");
        let publication = named(named(Element::new("publication").with("date", day.iso.as_str()), "name"), "showAs");
        meta.push(number.iter().fold(publication, |element, number| element.with("number", number.as_str())));
    }
    if let Some(lifecycle) = lifecycle {
        meta.push(lifecycle);
    }
    let repeals = repeals(regulation, clauses, &mut references);
    let amendments = amendments(regulation, clauses);
    if !repeals.is_empty() || !amendments.is_empty() {
        let mut analysis = Element::new("analysis").with("source", source.as_str());
        for (name, modifications) in [("activeModifications", repeals), ("passiveModifications", amendments)] {
            if !modifications.is_empty() {
                analysis.push(modifications.into_iter().fold(Element::new(name), Element::holding));
            }
        }
        meta.push(analysis);
    }
    if let Some(event) = regulation.events.iter().rposition(|e| matches!(e.kind, EventKind::InForce | EventKind::Amended)) {
        let interval = Element::new("timeInterval")
            .with("start", format!("#eref_{}", event + 1))
            .with("refersTo", references.concept("in_force", "inForce", "yürürlükte"));
        let group = Element::new("temporalGroup").with("eId", "tmpg_1").holding(interval);
        meta.push(Element::new("temporalData").with("source", source.as_str()).holding(group));
    }
    let mut block = Element::new("references").with("source", source.as_str());
    references.0.into_iter().for_each(|reference| block.push(reference));
    meta.push(block);
    meta
}

fn identification(regulation: &RegulationDoc, iris: &Iris, source: &str, author: &str) -> Element<'static> {
    let value = |name: &'static str, value: &str| Element::new(name).with("value", value);
    let date = |day: &str, name: &str| {
        let name = if day == UNDATED { "bilinmiyor" } else { name };
        Element::new("FRBRdate").with("date", day).with("name", name)
    };
    let by = |author: &str| Element::new("FRBRauthor").with("href", author);
    let mut work = Element::new("FRBRWork")
        .holding(value("FRBRthis", &format!("{}/!main", iris.work)))
        .holding(value("FRBRuri", &iris.work));
    if let Some(url) = regulation.work_url.as_ref().or(regulation.url.as_ref()) {
        work.push(Element::new("FRBRalias").with("value", url.as_str()).with("name", "web"));
    }
    work.push(date(&iris.adopted, "kabul"));
    work.push(by(author));
    work.push(value("FRBRcountry", "tr"));
    if let Some(kind) = &regulation.kind {
        work.push(value("FRBRsubtype", kind));
    }
    if let Some(number) = &iris.number {
        work.push(value("FRBRnumber", number));
    }
    work.push(value("FRBRname", &regulation.title));
    // Without a day of coming into force the version is that of the day it was adopted.
    let version = if regulation.in_force.is_some() { "yururluk" } else { "kabul" };
    let mut expression = Element::new("FRBRExpression")
        .holding(value("FRBRthis", &format!("{}/!main", iris.expression)))
        .holding(value("FRBRuri", &iris.expression));
    if let (Some(url), Some(_)) = (&regulation.url, &regulation.work_url) {
        expression.push(Element::new("FRBRalias").with("value", url.as_str()).with("name", "web"));
    }
    let expression = expression
        .holding(date(&iris.version, version))
        .holding(by(author))
        .holding(Element::new("FRBRauthoritative").with("value", "false"))
        .holding(Element::new("FRBRlanguage").with("language", "tur"));
    let manifestation = Element::new("FRBRManifestation")
        .holding(value("FRBRthis", &format!("{}/!main.xml", iris.expression)))
        .holding(value("FRBRuri", &format!("{}.xml", iris.expression)))
        .holding(date(&iris.version, version))
        .holding(by(source))
        .holding(value("FRBRformat", "application/akn+xml"));
    Element::new("identification").with("source", source).holding(work).holding(expression).holding(manifestation)
}

/// The events, each with the document that it comes from.
fn lifecycle(regulation: &RegulationDoc, iris: &Iris, source: &str, references: &mut References) -> Option<Element<'static>> {
    if regulation.events.is_empty() {
        return None;
    }
    let mut lifecycle = Element::new("lifecycle").with("source", source);
    for (place, event) in regulation.events.iter().enumerate() {
        let document = references.document(regulation, iris, event);
        lifecycle.push(
            Element::new("eventRef")
                .with("eId", format!("eref_{}", place + 1))
                .with("date", event.date.iso.as_str())
                .with(
                    "type",
                    match event.kind {
                        EventKind::Amended => "amendment",
                        EventKind::Repealed => "repeal",
                        _ => "generation",
                    },
                )
                .with("source", document)
                .with("refersTo", references.event(event.kind)),
        );
    }
    Some(lifecycle)
}

/// What other decisions did to this text: `source` is their article, `destination` the clause as it is called today.
fn amendments(regulation: &RegulationDoc, clauses: &BTreeMap<&str, String>) -> Vec<Element<'static>> {
    let mut amendments = Vec::new();
    for amendment in &regulation.amendments {
        let Some(event) = regulation.events.get(amendment.event) else { continue };
        let number = amendments.len() + 1;
        let portion = amendment.article.as_ref().map(|a| format!("/!main~art_{}", a.replace('/', "-"))).unwrap_or_default();
        let source = format!("{}{portion}", iri::act(regulation, event));
        // A clause that was taken out is no longer there to be pointed to.
        let clause = clauses.get(&*amendment.clause).map_or("body", String::as_str);
        amendments.push(
            Element::new("textualMod")
                .with("type", amendment.kind)
                .with("eId", format!("pm_{number}"))
                .holding(Element::new("source").with("eId", format!("pm_{number}__source_1")).with("href", source))
                .holding(
                    Element::new("destination")
                        .with("eId", format!("pm_{number}__destination_1"))
                        .with("href", format!("#{clause}")),
                ),
        );
    }
    amendments
}

fn repeals(regulation: &RegulationDoc, clauses: &BTreeMap<&str, String>, references: &mut References) -> Vec<Element<'static>> {
    let mut repeals = Vec::new();
    for repeal in &regulation.repeals {
        let date = repeal.date.as_ref().map_or(UNDATED, |d: &DateDoc| &d.iso);
        let name = repeal.number.as_deref().or(repeal.title.as_deref()).unwrap_or_default();
        let destination = iri::work(regulation, date, name);
        let shown: Vec<&str> = [repeal.title.as_deref(), repeal.date.as_ref().map(|d| d.long.as_str()), repeal.number.as_deref()]
            .into_iter()
            .flatten()
            .collect();
        references.active(&destination, &shown.join(", "));
        let clause = repeal.clause.as_deref().and_then(|c| clauses.get(c)).map_or("body", String::as_str);
        let number = repeals.len() + 1;
        let mut modification = Element::new("textualMod")
            .with("type", "repeal")
            .with("eId", format!("am_{number}"))
            .holding(Element::new("source").with("eId", format!("am_{number}__source_1")).with("href", format!("#{clause}")))
            .holding(Element::new("destination").with("eId", format!("am_{number}__destination_1")).with("href", destination));
        if regulation.events.iter().any(|e| e.kind == EventKind::InForce) {
            modification.push(Element::new("force").with("period", "#tmpg_1"));
        }
        repeals.push(modification);
    }
    repeals
}

/// What the block `references` holds, each once.
#[derive(Default)]
struct References(Vec<Element<'static>>);

impl References {
    /// `#name` of an organisation.
    fn organisation(&mut self, name: Option<&str>) -> String {
        let shown = name.unwrap_or("Belirtilmemiş");
        let id = name.map_or_else(|| iri::NOBODY.to_owned(), iri::organisation);
        let href = format!("/akn/ontology/organization/tr/{id}");
        self.add("TLCOrganization", &id, href, shown)
    }

    fn concept(&mut self, id: &str, name: &str, shown: &str) -> String {
        self.add("TLCConcept", id, format!("/akn/ontology/concept/tr/{name}"), shown)
    }

    fn event(&mut self, kind: EventKind) -> String {
        let name = match kind {
            EventKind::Adopted => "kabul",
            EventKind::Approved => "onay",
            EventKind::Sent => "gonderim",
            EventKind::InForce => "yururluk",
            EventKind::Amended => "degisiklik",
            EventKind::Repealed => "kaldirilma",
        };
        self.add("TLCEvent", name, format!("/akn/ontology/event/tr/{name}"), kind.title())
    }

    /// The document an event comes from: the regulation as adopted, or the paper of the district governor.
    fn document(&mut self, regulation: &RegulationDoc, iris: &Iris, event: &EventDoc) -> String {
        let shown: Vec<&str> =
            event.body.as_deref().into_iter().chain([event.date.long.as_str()]).chain(event.number.as_deref()).collect();
        match (event.kind, &event.number) {
            (EventKind::Approved | EventKind::Sent, Some(number)) => {
                let kind = if event.kind == EventKind::Sent { "gonderim" } else { "onay" };
                let (date, number) = (&event.date.iso, crate::turkish::slug(number));
                let href = format!("/akn/{}/doc/{kind}/{date}/{number}", regulation.jurisdiction);
                self.add("passiveRef", &format!("{kind}_{number}"), href, &shown.join(", "))
            }
            (EventKind::Amended, number) => {
                let id = format!("degisiklik_{}_{}", event.date.iso, iri::organisation(number.as_deref().unwrap_or_default()));
                self.add("passiveRef", &id, iri::act(regulation, event), &shown.join(", "))
            }
            _ => self.add("original", "ro_1", format!("{}/tur@{}", iris.work, iris.adopted), &regulation.title),
        }
    }

    fn active(&mut self, href: &str, shown: &str) {
        let number = self.0.iter().filter(|r| r.name == "activeRef").count() + 1;
        self.add("activeRef", &format!("ra_{number}"), href.to_owned(), shown);
    }

    fn add(&mut self, name: &'static str, id: &str, href: String, shown: &str) -> String {
        let known = self.0.iter().any(|r| r.attributes.iter().any(|(key, value)| *key == "eId" && value == id));
        if !known {
            let shown = if shown.is_empty() { id } else { shown };
            self.0.push(Element::new(name).with("eId", id).with("href", href).with("showAs", shown));
        }
        format!("#{id}")
    }
}

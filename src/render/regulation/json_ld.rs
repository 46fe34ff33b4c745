//! A regulation as schema.org `Legislation` in JSON-LD, for search engines and the linked-data world. Facts and addresses
//! only: the words are in the other formats.

use serde_json::{Map, Value, json};

use super::iri::Iris;
use crate::view::regulation::{ClauseDoc, ClauseKind, EventKind, RegulationDoc};

/// The document as bytes.
pub fn write(regulation: &RegulationDoc) -> Vec<u8> {
    let iris = Iris::of(regulation);
    let adoption = regulation.events.iter().find(|e| e.kind == EventKind::Adopted);
    let mut object = Map::new();
    let mut put = |name: &str, value: Option<Value>| object.extend(value.map(|value| (name.to_owned(), value)));
    let id = regulation.url.clone().unwrap_or_else(|| iris.expression.clone());
    put("@context", Some(json!("https://schema.org")));
    put("@type", Some(json!("Legislation")));
    put("@id", Some(json!(id)));
    put("url", regulation.url.as_ref().map(|url| json!(url)));
    put("name", Some(json!(regulation.title)));
    put("exampleOfWork", regulation.work_url.as_ref().map(|url| json!({"@type": "Legislation", "@id": url})));
    put("alternateName", regulation.printed_title.as_ref().map(|title| json!(title)));
    put("inLanguage", Some(json!("tr")));
    put("legislationIdentifier", Some(json!(iris.work)));
    put("legislationType", regulation.kind.as_ref().map(|kind| json!(kind)));
    put("legislationDate", adoption.map(|e| json!(e.date.iso)));
    put("datePublished", regulation.gazette.as_ref().map(|(day, _)| json!(day.iso)));
    put("legislationPassedBy", adoption.and_then(|e| e.body.as_ref()).map(|body| organisation(body)));
    put("legislationDateVersion", regulation.in_force.as_ref().map(|d| json!(d.iso)));
    let applicable = regulation.events.iter().find(|e| e.kind == EventKind::InForce);
    put("legislationDateOfApplicability", applicable.map(|e| json!(e.date.iso)));
    let force = |in_force: bool| if in_force { "InForce" } else { "NotInForce" };
    put("legislationLegalForce", regulation.force.map(|f| json!(format!("https://schema.org/{}", force(f)))));
    put("legislationResponsible", regulation.executed_by.as_ref().map(|name| json!({"@type": "Person", "jobTitle": name})));
    put("legislationJurisdiction", regulation.place.as_ref().map(|name| json!({"@type": "AdministrativeArea", "name": name})));
    put("publisher", regulation.publisher.as_ref().map(|name| organisation(name)));
    put("legislationRepeals", some(regulation.repeals.iter().map(repealed)));
    put(
        "isBasedOn",
        some(regulation.basis.iter().map(|(words, url)| match url {
            Some(url) => json!({"@type": "Legislation", "name": words, "url": url}),
            None => json!({"@type": "Legislation", "name": words}),
        })),
    );
    put("hasPart", some(parts(&regulation.clauses, &id)));
    put(
        "encoding",
        some(regulation.files.iter().map(|file| {
            json!({
                "@type": "LegislationObject",
                "encodingFormat": file.mime,
                "contentUrl": file.url,
                "legislationLegalValue": "https://schema.org/UnofficialLegalValue",
            })
        })),
    );
    let mut text = format!("{:#}", Value::Object(object));
    text.push('\n');
    text.into_bytes()
}

fn organisation(name: &str) -> Value {
    json!({"@type": "GovernmentOrganization", "name": name})
}

fn repealed(repeal: &crate::view::regulation::RepealDoc) -> Value {
    let mut object = json!({"@type": "Legislation"});
    for (name, value) in [
        ("name", repeal.title.as_deref()),
        ("legislationIdentifier", repeal.number.as_deref()),
        ("legislationDate", repeal.date.as_ref().map(|d| d.iso.as_str())),
    ] {
        if let Some(value) = value {
            object[name] = json!(value);
        }
    }
    if let Some(body) = &repeal.body {
        object["legislationPassedBy"] = organisation(body);
    }
    object
}

/// Every clause with a label or a heading, at its anchor; those within it within it.
fn parts<'c>(clauses: &'c [ClauseDoc], page: &'c str) -> impl Iterator<Item = Value> + 'c {
    clauses.iter().filter(|c| !matches!(c.kind, ClauseKind::Text | ClauseKind::Quote)).map(move |clause| {
        let mut object = json!({
            "@type": "Legislation",
            "@id": format!("{page}#{}", clause.id),
            "legislationIdentifier": clause.id,
        });
        let names = [clause.printed.as_deref(), clause.heading.as_deref()];
        let name = names.into_iter().flatten().collect::<Vec<_>>().join(" ");
        if !name.is_empty() {
            object["name"] = json!(name);
        }
        let within: Vec<Value> = parts(&clause.children, page).collect();
        if !within.is_empty() {
            object["hasPart"] = Value::Array(within);
        }
        object
    })
}

/// A list, or nothing where it would be empty.
fn some(values: impl Iterator<Item = Value>) -> Option<Value> {
    let values: Vec<Value> = values.collect();
    (!values.is_empty()).then_some(Value::Array(values))
}

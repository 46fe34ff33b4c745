//! What finished pages of citizens tell programs about themselves (schema.org in JSON-LD), held against what the readers of
//! each type ask for: <https://developers.google.com/search/docs/appearance/structured-data>. Not against the writer.

use std::collections::BTreeMap;

use serde_json::Value;
use tellal::pipeline::Sites;

const OPEN: &str = "<script type=\"application/ld+json\">";

/// What each type must say, as paths of keys.
const NEEDED: &[(&str, &[&str])] = &[
    ("BreadcrumbList", &["itemListElement"]),
    ("Dataset", &["name", "description", "distribution", "creator"]),
    ("Event", &["name", "startDate", "eventStatus", "url", "organizer"]),
    ("GovernmentOrganization", &["name", "url"]),
    ("GovernmentService", &["name", "url", "provider", "serviceOperator"]),
    ("NewsArticle", &["headline", "datePublished", "dateModified", "publisher", "mainEntityOfPage", "image"]),
    ("WebSite", &["name", "url", "potentialAction"]),
];

/// Checks every block of the citizens' site, and that each type is there at all.
pub fn pages_say_what_they_are(sites: &Sites, base_url: &str) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for file in sites.public.iter().filter(|file| file.path.ends_with(".html")) {
        let html = std::str::from_utf8(&file.bytes).expect("pages are UTF-8");
        let Some(block) = block(html) else { continue };
        let graph = block["@graph"].as_array().unwrap_or_else(|| panic!("{}: no graph", file.path));
        for thing in graph {
            let kind = thing["@type"].as_str().unwrap_or_default();
            let (_, needed) = NEEDED.iter().find(|(name, _)| *name == kind).unwrap_or_else(|| panic!("{}: {kind}?", file.path));
            for key in *needed {
                assert!(is_said(&thing[key]), "{}: {kind} has no {key}: {thing}", file.path);
            }
            *seen.entry(kind.to_owned()).or_default() += 1;
        }
        let way = graph.iter().find(|thing| thing["@type"] == "BreadcrumbList").map(|way| &way["itemListElement"]);
        for (step, number) in way.and_then(Value::as_array).into_iter().flatten().zip(1..) {
            assert_eq!(step["position"], number, "{}: {step}", file.path);
            assert!(is_said(&step["name"]), "{}: {step}", file.path);
        }
        let mut addresses = Vec::new();
        collect(&block, &mut addresses);
        for address in addresses {
            assert!(address.contains(':'), "{}: `{address}` leads nowhere from elsewhere", file.path);
            let Some(own) = address.strip_prefix(base_url) else { continue };
            let path = own.trim_start_matches('/').split(['#', '?']).next().unwrap_or_default();
            let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
            assert!(sites.public.get(&path).is_some(), "{}: `{address}` is not of this site", file.path);
        }
    }
    let missing: Vec<&str> = NEEDED.iter().map(|(name, _)| *name).filter(|name| !seen.contains_key(*name)).collect();
    assert!(missing.is_empty(), "nothing says it is one of {missing:?}: {seen:?}");
}

fn block(html: &str) -> Option<Value> {
    let (_, rest) = html.split_once(OPEN)?;
    let (text, rest) = rest.split_once("</script>").expect("the element ends");
    assert!(!rest.contains(OPEN), "one block a page");
    Some(serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}")))
}

fn is_said(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(list) => !list.is_empty(),
        _ => true,
    }
}

/// Everything that stands under a key that holds an address.
fn collect<'v>(value: &'v Value, addresses: &mut Vec<&'v str>) {
    const KEYS: [&str; 6] = ["url", "item", "contentUrl", "image", "mainEntityOfPage", "serviceUrl"];
    match value {
        Value::Array(list) => list.iter().for_each(|value| collect(value, addresses)),
        Value::Object(map) => {
            for (key, value) in map {
                addresses.extend(value.as_str().filter(|_| KEYS.contains(&key.as_str())));
                collect(value, addresses);
            }
        }
        _ => {}
    }
}

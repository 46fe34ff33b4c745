//! From the model's regulation to the finished document. Decides what every format says; writes none.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::{AmendmentDoc, Cited, ClauseDoc, ClauseKind, EventDoc, EventKind, Piece, RegulationDoc, RepealDoc};
use crate::model::regulation::{ChangeKind, Cited as Known, Decision, Law, Regulation, Regulations, Standing};
use crate::parse::regulation::{Event, EventKind as Told, Node, Reference, Target, events, is_law, lines_of_quotation};
use crate::parse::site::Site;
use crate::turkish;
use crate::view::DateDoc;

/// Where and by whom a regulation is published.
#[derive(Clone, Debug, Default)]
pub struct Frame<'f> {
    /// The site; none for a file outside a repository.
    pub site: Option<&'f Site>,
    /// Address of its page from the root of the site.
    pub address: Option<&'f str>,
}

/// The document of `regulation`, one of `all` or none of them. What its record does not say is taken from the events its
/// own words tell.
pub fn document(regulation: &Regulation, all: &Regulations, frame: &Frame<'_>) -> RegulationDoc {
    let text = &regulation.text;
    let told = events(text);
    let mut cites = ByClause::new();
    for reference in &regulation.references {
        cites.entry(&reference.from).or_default().push(reference);
    }
    let municipality = frame.site.map(|site| &site.municipality);
    let place = municipality.and_then(|m| m.district.clone().or_else(|| m.province.clone()));
    let in_force = regulation.in_force.or_else(|| told.iter().find(|e| e.kind == Told::InForce).and_then(|e| e.date));
    let mut events = lifecycle(regulation, &told, in_force);
    let amendments = amendments(regulation, all, &mut events);
    if let Standing::Repealed(day) = regulation.standing {
        events.push(EventDoc { kind: EventKind::Repealed, date: DateDoc::of(day), number: None, body: None, act: None });
    }
    let version = events.iter().rfind(|e| matches!(e.kind, EventKind::InForce | EventKind::Amended)).map(|e| e.date.clone());
    RegulationDoc {
        title: regulation.title.clone(),
        printed_title: Some(text.title.clone()).filter(|t| !t.is_empty()),
        kind: regulation.kind.clone().or_else(|| is_law(text).then(|| "kanun".to_owned())),
        jurisdiction: jurisdiction(municipality.and_then(|m| m.plate), place.as_deref()),
        place,
        publisher: municipality.map(|m| m.name.clone()),
        url: frame.site.zip(frame.address).map(|(site, address)| format!("{}{address}", site.base_url)),
        work_url: None,
        file: Arc::clone(&regulation.file),
        events,
        gazette: told.iter().find(|e| e.kind == Told::Publication).and_then(gazette),
        in_force: version,
        until: None,
        force: match regulation.standing {
            Standing::InForce(_) => Some(true),
            Standing::Adopted | Standing::Sent | Standing::Upcoming(_) | Standing::Repealed(_) => Some(false),
            Standing::Unknown => None,
        },
        amendments,
        repeals: repeals(regulation, &told),
        basis: basis(regulation, &all.laws),
        executed_by: regulation.executed_by.clone(),
        notes: regulation.notes.clone(),
        clauses: text.nodes.iter().map(|node| clause(node, &cites, all)).collect(),
        files: Vec::new(),
    }
}

/// The document of the text with this number among those that `regulation` had, at its own address.
pub fn version(regulation: &Regulation, number: usize, all: &Regulations, frame: &Frame<'_>) -> RegulationDoc {
    let mut document = document(&regulation.as_of(number), all, frame);
    let expression = &regulation.expressions[number];
    if let Some(day) = expression.until {
        // A repeal that came after a later text is none of this one's.
        if number + 1 < regulation.expressions.len() {
            document.events.retain(|event| event.kind != EventKind::Repealed);
        }
        document.until = Some(DateDoc::of(day));
        document.force = document.force.map(|_| day > all.today && expression.from.is_some_and(|from| from <= all.today));
    }
    document.work_url =
        document.url.as_ref().map(|url| url.rsplitn(4, '/').last().map_or_else(String::new, |page| format!("{page}/")));
    document
}

/// ISO 3166-2 with the district behind it, as the naming convention of Akoma Ntoso (4.4) allows: `tr-67-caycuma`.
fn jurisdiction(plate: Option<u8>, place: Option<&str>) -> String {
    let plate = plate.map(|plate| format!("-{plate:02}")).unwrap_or_default();
    let place = place.map(|place| format!("-{}", turkish::slug(place))).unwrap_or_default();
    format!("tr{plate}{place}")
}

fn lifecycle(regulation: &Regulation, told: &[Event], in_force: Option<Date>) -> Vec<EventDoc> {
    let governor = match regulation.governor.as_ref().and_then(|g| g.kind.as_deref()) {
        Some("gonderim") => EventKind::Sent,
        _ => EventKind::Approved,
    };
    let mut events = Vec::new();
    for (kind, record, told_kind) in
        [(EventKind::Adopted, &regulation.adoption, Told::Adoption), (governor, &regulation.governor, Told::Approval)]
    {
        let event = match record {
            Some(decision) => from_record(kind, decision),
            None => told.iter().find(|e| e.kind == told_kind).and_then(|e| from_words(kind, e)),
        };
        events.extend(event);
    }
    let in_force = in_force.map(DateDoc::of);
    events.extend(in_force.map(|date| EventDoc { kind: EventKind::InForce, date, number: None, body: None, act: None }));
    events
}

/// What was done to the text of today since it was adopted; the days on which it happened go to `events`.
fn amendments(regulation: &Regulation, all: &Regulations, events: &mut Vec<EventDoc>) -> Vec<AmendmentDoc> {
    let current = regulation.expressions.iter().rposition(|e| e.text == regulation.text).unwrap_or(0);
    let mut amendments = Vec::new();
    for expression in regulation.expressions.iter().take(current + 1) {
        let Some(from) = expression.from else { continue };
        let mut acts: BTreeMap<&str, usize> = BTreeMap::new();
        for change in &expression.changes {
            let event = *acts.entry(&change.act).or_insert_with(|| {
                let act = all.by_name.get(&change.act);
                let decision = act.and_then(|act| act.adoption.as_ref());
                events.push(EventDoc {
                    kind: EventKind::Amended,
                    date: DateDoc::of(from),
                    number: decision.and_then(|d| d.number.clone()),
                    body: decision.map(|d| d.body.clone()),
                    act: decision.and_then(|d| d.date).map(|day| (DateDoc::of(day), act.and_then(|act| act.kind.clone()))),
                });
                events.len() - 1
            });
            let kind = match change.kind {
                ChangeKind::Replaced | ChangeKind::Phrase | ChangeKind::Heading => "substitution",
                ChangeKind::Inserted => "insertion",
                ChangeKind::Repealed | ChangeKind::Removed => "repeal",
                ChangeKind::Renumbered | ChangeKind::Moved => "renumbering",
            };
            let (clause, article) = (change.clause.clone(), change.article.clone());
            amendments.push(AmendmentDoc { kind, event, clause, article });
        }
    }
    amendments
}

fn from_record(kind: EventKind, decision: &Decision) -> Option<EventDoc> {
    let (number, body) = (decision.number.clone(), Some(decision.body.clone()));
    Some(EventDoc { kind, date: DateDoc::of(decision.date?), number, body, act: None })
}

fn from_words(kind: EventKind, event: &Event) -> Option<EventDoc> {
    let text = |text: &Option<Box<str>>| text.as_deref().map(str::to_owned);
    Some(EventDoc { kind, date: DateDoc::of(event.date?), number: text(&event.number), body: text(&event.body), act: None })
}

fn gazette(event: &Event) -> Option<(DateDoc, Option<String>)> {
    Some((DateDoc::of(event.date?), event.number.as_deref().map(str::to_owned)))
}

/// The record's repeals with the clause that tells of them; else those the text tells of.
fn repeals(regulation: &Regulation, told: &[Event]) -> Vec<RepealDoc> {
    let told: Vec<&Event> = told.iter().filter(|e| e.kind == Told::Repeal).collect();
    if regulation.repeals.is_empty() {
        let text = |text: &Option<Box<str>>| text.as_deref().map(str::to_owned);
        let repeals = told.iter().map(|e| RepealDoc {
            title: None,
            date: e.date.map(DateDoc::of),
            number: text(&e.number),
            body: text(&e.body),
            clause: Some(e.from.clone()),
        });
        return repeals.collect();
    }
    let repeals = regulation.repeals.iter().map(|repeal| {
        let decision = &repeal.decision;
        let same = |e: &&&Event| e.date == decision.date && e.number.as_deref() == decision.number.as_deref();
        RepealDoc {
            title: Some(repeal.title.clone()),
            date: decision.date.map(DateDoc::of),
            number: decision.number.clone(),
            body: Some(decision.body.clone()),
            clause: told.iter().find(same).map(|e| e.from.clone()),
        }
    });
    repeals.collect()
}

fn basis(regulation: &Regulation, laws: &BTreeMap<u32, Law>) -> Vec<(String, Option<String>)> {
    let words = regulation.basis.iter().map(|basis| {
        let law = laws.get(&basis.law);
        let title = law.map_or("Kanun", |law| &law.title);
        let point = basis.point.as_ref().map_or(String::new(), |p| format!("/{p}"));
        let article = basis.article.as_ref().map_or(String::new(), |a| format!(", madde {a}{point}"));
        (format!("{} sayılı {title}{article}", basis.law), law.map(|law| law.url.clone()))
    });
    words.collect()
}

/// The citations of each clause, in the order of its words.
type ByClause<'r> = BTreeMap<&'r str, Vec<&'r Reference>>;

fn clause(node: &Node, references: &ByClause<'_>, all: &Regulations) -> ClauseDoc {
    ClauseDoc {
        kind: node.kind,
        id: node.id.clone(),
        label: node.label.clone(),
        printed: node.printed.clone(),
        heading: node.heading.clone(),
        words: pieces(node, references, all),
        children: node.children.iter().map(|child| clause(child, references, all)).collect(),
        lines: if node.kind == ClauseKind::Quote { lines_of_quotation(node) } else { Vec::new() },
    }
}

fn pieces(node: &Node, references: &ByClause<'_>, all: &Regulations) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut done = 0;
    let plain = |words: &str, pieces: &mut Vec<Piece>| {
        if !words.is_empty() {
            pieces.push(Piece { words: words.to_owned(), cites: None });
        }
    };
    let own = references.get(&*node.id).into_iter().flatten();
    for reference in own.filter(|r| r.at.0 < r.at.1) {
        if reference.at.0 < done {
            continue;
        }
        plain(&node.text[done..reference.at.0], &mut pieces);
        pieces.push(Piece { words: reference.text.to_string(), cites: cited(&reference.target, all) });
        done = reference.at.1;
    }
    plain(&node.text[done..], &mut pieces);
    pieces
}

fn cited(target: &Target, all: &Regulations) -> Option<Cited> {
    let article = match target {
        Target::Law { provision, .. } | Target::Named { provision, .. } => provision.as_ref().map(|p| p.article.clone()),
        _ => None,
    };
    Some(match (all.cited(target), target) {
        (Some(Known::Here(id)), _) => Cited::Clause(id.into()),
        (Some(Known::Law(number, law)), _) => {
            let adopted = law.adopted.map(|date| date.to_string());
            Cited::Law { number, adopted, url: Some(law.url.clone()), article }
        }
        (Some(Known::Regulation(name, _)), _) => {
            let regulation = all.by_name.get(name)?;
            let adoption = regulation.adoption.as_ref();
            Cited::Regulation {
                title: regulation.title.clone(),
                kind: regulation.kind.clone(),
                adopted: adoption.and_then(|a| a.date).map(|date| date.to_string()),
                number: adoption.and_then(|a| a.number.clone()),
            }
        }
        (None, Target::Law { law, .. }) => Cited::Law { number: *law, adopted: None, url: None, article },
        (None, _) => return None,
    })
}

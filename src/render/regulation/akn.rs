//! Akoma Ntoso 3.0 (OASIS LegalDocML) of a regulation, at conformance level 2: names by the naming convention, references
//! that resolve, addresses of work, expression and manifestation.
//!
//! How Turkish text maps: kısım `part`, bölüm `chapter`, madde `article`, fıkra `paragraph`, bentler `list` with `point`.
//! A decimal text has no articles: its `1.` is a `chapter`, `1.2.` an `article`, `1.2.1.` a `paragraph`. A heading without
//! a number is an `hcontainer`. Words before a list are its `intro`, words after it its `wrapUp`.

use std::collections::BTreeMap;

use super::element::{self, Content, Element, Named};
use super::{iri, meta};
use crate::view::regulation::{Cited, ClauseDoc, ClauseKind, Piece, RegulationDoc};

/// The document as bytes.
pub fn write(regulation: &RegulationDoc) -> Vec<u8> {
    let has_articles = any_article(&regulation.clauses);
    let mut body = Element::new("body").named(Named::Once);
    let builder = Builder { regulation, has_articles };
    builder.children(&mut body, &[], &regulation.clauses, Level::Top);
    if body.content.is_empty() {
        body.push(container("metin").holding(content(vec![Element::new("p").named(Named::ByPlace)])));
    }
    let mut act = Element::new("act").with("name", regulation.kind.as_deref().unwrap_or("act")).with("contains", "singleVersion");
    if let Some(title) = &regulation.printed_title {
        let title = Element::new("docTitle").named(Named::ByPlace).text(title);
        act.push(Element::new("preface").named(Named::Once).holding(Element::new("p").named(Named::ByPlace).holding(title)));
    }
    act.push(body);
    let clauses = element::name(&mut act);
    resolve(&mut act, &clauses);
    act.content.insert(0, Content::Element(meta::meta(regulation, &clauses)));
    let root = Element::new("akomaNtoso").with("xmlns", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0").holding(act);
    element::write(&root)
}

fn any_article(clauses: &[ClauseDoc]) -> bool {
    clauses.iter().any(|c| c.kind == ClauseKind::Article || any_article(&c.children))
}

/// Gives the references to clauses of this text their names.
fn resolve(element: &mut Element<'_>, clauses: &BTreeMap<&str, String>) {
    if let Some(name) = element.leads_to.and_then(|clause| clauses.get(clause)) {
        element.attributes.push(("href", format!("#{name}")));
    }
    for content in &mut element.content {
        if let Content::Element(child) = content {
            resolve(child, clauses);
        }
    }
}

/// Where in the text a clause stands, which decides what a decimal is called.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Top,
    InArticle,
    InParagraph,
}

struct Builder<'r> {
    regulation: &'r RegulationDoc,
    has_articles: bool,
}

impl Builder<'_> {
    /// Fills `parent` with its own words and the clauses within it.
    fn children<'d>(&self, parent: &mut Element<'d>, own: &'d [Piece], clauses: &'d [ClauseDoc], level: Level) {
        let mut words = Words::default();
        if !own.is_empty() {
            words.0.push(paragraph(self.regulation, None, own));
        }
        let mut rest = clauses;
        while let Some((first, after)) = rest.split_first() {
            if is_words(first) {
                words.0.push(self.words(first));
                rest = after;
                continue;
            }
            if !is_point(first) {
                words.before(parent);
                parent.push(self.clause(first, level));
                rest = after;
                continue;
            }
            let points = rest.iter().take_while(|c| is_point(c)).count();
            let mut list = Element::new("list").named(Named::ByPlace);
            // Only what stands right before the first list introduces it.
            if parent.content.iter().all(is_head) {
                words.lead(&mut list, "intro");
            } else {
                words.before(parent);
            }
            for point in &rest[..points] {
                list.push(self.clause(point, level));
            }
            rest = &rest[points..];
            let tail = rest.iter().take_while(|c| is_words(c)).count();
            let mut end = Words(rest[..tail].iter().map(|c| self.words(c)).collect());
            end.lead(&mut list, "wrapUp");
            rest = &rest[tail..];
            parent.push(list);
        }
        words.after(parent);
    }

    /// Words between clauses, or new wording of another text with its clauses.
    fn words<'d>(&self, clause: &'d ClauseDoc) -> Element<'d> {
        if clause.kind != ClauseKind::Quote || clause.children.is_empty() {
            return paragraph(self.regulation, Some(&clause.id), &clause.words);
        }
        let mut structure = Element::new("quotedStructure").named(Named::ByPlace);
        // No `startQuote`: the marks are left in the text, as the schema has it.
        self.children(&mut structure, &clause.words, &clause.children, Level::Top);
        let modification = Element::new("mod").named(Named::ByPlace).holding(structure);
        let mut p = Element::new("p").named(Named::ByPlace).holding(modification);
        p.clause = Some(&clause.id);
        p
    }

    fn clause<'d>(&self, clause: &'d ClauseDoc, level: Level) -> Element<'d> {
        let number = clause.printed.as_deref().and_then(element::number);
        let (name, named, deeper) = self.element(clause, number, level);
        let mut element = Element::new(name).named(named);
        element.clause = Some(&clause.id);
        if name == "hcontainer" {
            element = element.with("name", if clause.kind == ClauseKind::Text { "metin" } else { "baslik" });
        }
        if let Some(printed) = &clause.printed {
            element.push(Element::new("num").text(printed));
        }
        if let Some(heading) = &clause.heading {
            element.push(Element::new("heading").named(Named::ByPlace).text(heading));
        }
        self.children(&mut element, &clause.words, &clause.children, deeper);
        if element.content.iter().all(is_head) {
            element.push(content(vec![Element::new("p").named(Named::ByPlace)]));
        }
        element
    }

    /// What a clause is called, how it is named, and where what is in it stands.
    fn element(&self, clause: &ClauseDoc, number: Option<String>, level: Level) -> (&'static str, Named, Level) {
        match clause.kind {
            ClauseKind::Part => ("part", Named::ByNumber(number), level),
            ClauseKind::Chapter => ("chapter", Named::ByNumber(number), level),
            ClauseKind::Article => ("article", Named::Counted(number), Level::InArticle),
            ClauseKind::Paragraph => ("paragraph", Named::ByNumber(number), Level::InParagraph),
            ClauseKind::Point | ClauseKind::Subpoint => ("point", Named::ByNumber(number), Level::InParagraph),
            ClauseKind::Heading if clause.label.is_none() => ("hcontainer", Named::ByPlace, level),
            ClauseKind::Heading => match level {
                Level::Top if self.has_articles => ("section", Named::ByNumber(number), level),
                Level::Top if parts(clause) < 2 => ("chapter", Named::ByNumber(number), level),
                Level::Top => ("article", Named::Counted(number), Level::InArticle),
                Level::InArticle => ("paragraph", Named::ByNumber(number), Level::InParagraph),
                Level::InParagraph => ("subparagraph", Named::ByNumber(number), Level::InParagraph),
            },
            ClauseKind::Text | ClauseKind::Quote => ("hcontainer", Named::ByPlace, level),
        }
    }
}

/// How many numbers a decimal label has.
fn parts(clause: &ClauseDoc) -> usize {
    clause.label.as_deref().map_or(0, |label| label.split(['.', '-']).filter(|part| !part.is_empty()).count())
}

fn is_point(clause: &ClauseDoc) -> bool {
    matches!(clause.kind, ClauseKind::Point | ClauseKind::Subpoint)
}

/// True for words between clauses that hold nothing themselves.
fn is_words(clause: &ClauseDoc) -> bool {
    clause.kind == ClauseKind::Quote
        || clause.kind == ClauseKind::Text && clause.children.is_empty() && clause.heading.is_none() && clause.printed.is_none()
}

/// True for what may stand before an element's intro.
fn is_head(content: &Content<'_>) -> bool {
    matches!(content, Content::Element(element) if element.name == "num" || element.name == "heading")
}

/// Paragraphs of words that wait for their place.
#[derive(Default)]
struct Words<'d>(Vec<Element<'d>>);

impl<'d> Words<'d> {
    /// Before a clause: the intro of `parent` where nothing stands yet, a container of its own else.
    fn before(&mut self, parent: &mut Element<'d>) {
        if parent.name != "body" && parent.content.iter().all(is_head) {
            self.lead(parent, "intro");
        } else if !self.0.is_empty() {
            parent.push(container("metin").holding(content(std::mem::take(&mut self.0))));
        }
    }

    /// At the end: the whole content where there is nothing else, what wraps up else.
    fn after(&mut self, parent: &mut Element<'d>) {
        if self.0.is_empty() {
            return;
        }
        if parent.name == "body" {
            self.before(parent);
        } else if parent.content.iter().all(is_head) {
            parent.push(content(std::mem::take(&mut self.0)));
        } else {
            self.lead(parent, "wrapUp");
        }
    }

    fn lead(&mut self, parent: &mut Element<'d>, name: &'static str) {
        if !self.0.is_empty() {
            let mut block = Element::new(name).named(Named::ByPlace);
            std::mem::take(&mut self.0).into_iter().for_each(|p| block.push(p));
            parent.push(block);
        }
    }
}

fn container<'d>(name: &str) -> Element<'d> {
    Element::new("hcontainer").named(Named::ByPlace).with("name", name)
}

fn content<'d>(paragraphs: Vec<Element<'d>>) -> Element<'d> {
    paragraphs.into_iter().fold(Element::new("content").named(Named::ByPlace), Element::holding)
}

fn paragraph<'d>(regulation: &RegulationDoc, clause: Option<&'d str>, pieces: &'d [Piece]) -> Element<'d> {
    let mut p = Element::new("p").named(Named::ByPlace);
    p.clause = clause;
    for piece in pieces {
        match &piece.cites {
            Some(cited) => match citation(regulation, &piece.words, cited) {
                Some(element) => p.push(element),
                None => p = p.text(&piece.words),
            },
            None => p = p.text(&piece.words),
        }
    }
    p
}

/// A citation as `ref` where its address is known, as a link to the web where only that is.
fn citation<'d>(regulation: &RegulationDoc, words: &str, cited: &'d Cited) -> Option<Element<'d>> {
    match cited {
        Cited::Clause(clause) => {
            let mut reference = Element::new("ref").named(Named::ByPlace).text(words);
            reference.leads_to = Some(clause);
            Some(reference)
        }
        Cited::Law { number, adopted: Some(adopted), article, .. } => {
            let href = iri::law(*number, adopted, article.as_deref());
            Some(Element::new("ref").named(Named::ByPlace).with("href", href).text(words))
        }
        Cited::Law { url: Some(url), .. } => Some(Element::new("a").with("href", url.as_str()).text(words)),
        Cited::Regulation { title, kind, adopted: Some(adopted), number } => {
            let href = iri::address(regulation, kind.as_deref(), adopted, number.as_deref().unwrap_or(title));
            Some(Element::new("ref").named(Named::ByPlace).with("href", href).text(words))
        }
        Cited::Law { .. } | Cited::Regulation { .. } => None,
    }
}

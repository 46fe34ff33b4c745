//! The duties as declared, held against what there is: clauses, datasets, figures, pages. What is gone is a warning at its
//! line; what is the staff's and was declared for citizens is an error, and reaches no type of theirs.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::read::{self, Declared, Named};
use super::{Duties, FullDuty, Inner, Open, OpenDuty};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::content::{Address, Content, Contents, Link, Show};
use crate::model::dataset::Datasets;
use crate::model::figure::Figures;
use crate::model::regulation::{Regulation, Regulations};
use crate::parse;
use crate::parse::regulation::{Kind, Node};
use crate::source::World;

/// What duties may name.
pub struct Known<'m> {
    /// The regulations.
    pub regulations: &'m Regulations,
    /// The datasets.
    pub datasets: &'m Datasets,
    /// The figures.
    pub figures: &'m Figures,
    /// The pages.
    pub contents: &'m Contents,
}

/// The duty map of the repository.
pub fn resolve(diag: &mut Diagnostics, world: &dyn World, known: &Known<'_>) -> Duties {
    let declared = read::declared(diag, world);
    let mut duties = Duties::default();
    if declared.is_empty() {
        return duties;
    }
    let judge = Judge { known, public: Book::of(&known.contents.public), internal: Book::of(&known.contents.internal) };
    for declared in declared {
        let Some((name, regulation)) = known.regulations.by_name.get_key_value(declared.regulation.text.as_str()) else {
            let complaint = Diagnostic::new(Code::UNKNOWN_REGULATION, declared.regulation.place.clone());
            let names = known.regulations.by_name.keys().map(|k| &**k);
            diag.push(nearest(complaint.with("name", declared.regulation.text.clone()), &declared.regulation.text, names));
            continue;
        };
        let shown = known.contents.public.pages.iter().find(|p| p.syntax.front.regulation.as_deref() == Some(&**name));
        let mut full = judge.duties(diag, declared, regulation);
        if let Some(address) = shown.and_then(|page| page.address.fixed()) {
            full.iter_mut().for_each(|duty| duty.url = Some(format!("{address}#{}", duty.clause).into()));
        }
        let open = full.iter().map(|d| OpenDuty { clause: d.clause.clone(), evidence: d.open.clone() }).collect();
        duties.open.insert(Arc::clone(name), open);
        duties.full.insert(Arc::clone(name), full);
    }
    duties
}

fn nearest<'n>(complaint: Diagnostic, wanted: &str, names: impl Iterator<Item = &'n str>) -> Diagnostic {
    match parse::nearest(wanted, names) {
        Some(near) => complaint.with("nearest", near.to_owned()).hint("nearest"),
        None => complaint,
    }
}

struct Judge<'m> {
    known: &'m Known<'m>,
    public: Book<'m>,
    internal: Book<'m>,
}

impl Judge<'_> {
    fn duties(&self, diag: &mut Diagnostics, declared: Declared, regulation: &Regulation) -> Vec<FullDuty> {
        let mut clauses: Vec<&str> = Vec::new();
        regulation.text.each(&mut |node| clauses.push(&node.id));
        let mut found: BTreeMap<Box<str>, FullDuty> = BTreeMap::new();
        for duty in declared.duties {
            let (id, place) = (duty.clause.text.as_str(), duty.clause.place.clone());
            if !clauses.contains(&id) {
                let complaint = Diagnostic::new(Code::UNKNOWN_CLAUSE, place).with("clause", id.to_owned());
                diag.push(nearest(complaint, id, clauses.iter().copied()));
                continue;
            }
            if found.contains_key(id) {
                diag.push(Diagnostic::new(Code::REPEATED_DUTY, place).with("clause", id.to_owned()));
                continue;
            }
            let mut open = Vec::new();
            open.extend(duty.open_pages.iter().filter_map(|name| self.open_page(diag, name)));
            open.extend(duty.open_figures.iter().filter_map(|name| self.open_figure(diag, name)));
            let mut inner = Vec::new();
            inner.extend(duty.datasets.iter().filter_map(|name| self.dataset(diag, name)));
            inner.extend(duty.figures.iter().filter_map(|name| self.figure(diag, name)));
            inner.extend(duty.pages.iter().filter_map(|name| self.page(diag, name)));
            inner.extend(duty.reports.iter().filter_map(|name| self.report(diag, name)));
            let clause: Box<str> = id.into();
            let duty =
                FullDuty { clause: clause.clone(), topic: duty.topic, listed: true, open, inner, note: duty.note, url: None };
            found.insert(clause, duty);
        }
        let mut beside = Vec::new();
        forgotten(&regulation.text.nodes, &found, &mut beside);
        for clause in beside {
            let (open, inner) = (Vec::new(), Vec::new());
            found.insert(clause.clone(), FullDuty { clause, topic: None, listed: false, open, inner, note: None, url: None });
        }
        clauses.into_iter().filter_map(|id| found.remove(id)).collect()
    }

    fn open_page(&self, diag: &mut Diagnostics, name: &Named) -> Option<Open> {
        if let Some((url, title)) = self.public.page(&name.text) {
            return Some(Open::Page { title, url });
        }
        let reports = &self.known.contents.reports;
        let staffs = self.internal.page(&name.text).is_some() || Book::of(reports).page(&name.text).is_some();
        self.closed(diag, name, staffs)
    }

    fn open_figure(&self, diag: &mut Diagnostics, name: &Named) -> Option<Open> {
        let figure = self.known.figures.get(&name.text);
        match figure.filter(|f| f.opening.is_public()) {
            Some(figure) => {
                let (id, title) = (Arc::clone(&figure.syntax.id), figure.syntax.title.clone());
                Some(Open::Figure { url: self.public.figure(&id), id, title })
            }
            None => self.closed(diag, name, figure.is_some()),
        }
    }

    /// Complains about what citizens cannot see: because it is the staff's, or because it is gone.
    fn closed(&self, diag: &mut Diagnostics, name: &Named, staffs: bool) -> Option<Open> {
        let code = if staffs { Code::INTERNAL_EVIDENCE } else { Code::LOST_EVIDENCE };
        diag.push(Diagnostic::new(code, name.place.clone()).with("name", name.text.clone()));
        None
    }

    fn dataset(&self, diag: &mut Diagnostics, name: &Named) -> Option<Inner> {
        let found =
            self.known.datasets.get(&name.text).map(|d| Inner::Dataset { title: d.schema.title.to_string(), rows: d.rows });
        found.or_else(|| lost(diag, name))
    }

    fn figure(&self, diag: &mut Diagnostics, name: &Named) -> Option<Inner> {
        let figure = self.known.figures.get(&name.text);
        let found = figure.map(|f| Inner::Figure {
            id: Arc::clone(&f.syntax.id),
            title: f.syntax.title.clone(),
            url: self.internal.figure(&f.syntax.id),
        });
        found.or_else(|| lost(diag, name))
    }

    fn page(&self, diag: &mut Diagnostics, name: &Named) -> Option<Inner> {
        let found = self.internal.page(&name.text).map(|(url, title)| Inner::Page { title, url });
        found.or_else(|| lost(diag, name))
    }

    /// A report by the name of its file, because those made from rows stand at many addresses.
    fn report(&self, diag: &mut Diagnostics, name: &Named) -> Option<Inner> {
        let file = format!("content/reports/{}.md", name.text);
        let page = self.known.contents.reports.pages.iter().find(|p| *p.syntax.file == *file);
        let found = page.map(|p| Inner::Report { title: without_placeholders(&p.syntax.front.title) });
        found.or_else(|| lost(diag, name))
    }
}

fn lost(diag: &mut Diagnostics, name: &Named) -> Option<Inner> {
    diag.push(Diagnostic::new(Code::LOST_EVIDENCE, name.place.clone()).with("name", name.text.clone()));
    None
}

/// `{satir.birim.ad}, Halk Masası raporu, {satir.ay.ad}` → `Halk Masası raporu`: one name for all the rows' reports.
fn without_placeholders(title: &str) -> String {
    let parts = title.split(", ").filter(|part| !part.contains('{'));
    parts.collect::<Vec<_>>().join(", ")
}

/// The clauses that stand in one list with a duty and are not in the map.
fn forgotten(nodes: &[Node], found: &BTreeMap<Box<str>, FullDuty>, beside: &mut Vec<Box<str>>) {
    let is_point = |n: &&Node| matches!(n.kind, Kind::Point | Kind::Subpoint);
    if nodes.iter().filter(is_point).any(|n| found.contains_key(&n.id)) {
        beside.extend(nodes.iter().filter(is_point).filter(|n| !found.contains_key(&n.id)).map(|n| n.id.clone()));
    }
    nodes.iter().for_each(|n| forgotten(&n.children, found, beside));
}

/// The pages of one audience by address, and where they show which figure.
struct Book<'c> {
    content: &'c Content,
    figures: BTreeMap<&'c str, Arc<str>>,
}

impl<'c> Book<'c> {
    fn of(content: &'c Content) -> Book<'c> {
        let mut figures = BTreeMap::new();
        // The home page shows many and explains none, so it comes last.
        let order = |home: bool| content.pages.iter().filter(move |p| (p.address.fixed().is_some_and(|a| &**a == "/")) == home);
        for page in order(false).chain(order(true)) {
            let Address::Fixed(address) = &page.address else { continue };
            for link in page.body.links.iter() {
                if let Link::Figure(mention) = link
                    && mention.slice.is_empty()
                    && mention.show != Show::Number
                {
                    figures.entry(&*mention.id).or_insert_with(|| format!("{address}#sekil_{}", mention.id).into());
                }
            }
        }
        Book { content, figures }
    }

    fn page(&self, address: &str) -> Option<(Arc<str>, String)> {
        let page = self.content.pages.iter().find(|p| p.address.fixed().is_some_and(|a| **a == *address))?;
        Some((Arc::clone(page.address.fixed()?), page.syntax.front.title.clone()))
    }

    fn figure(&self, id: &str) -> Option<Arc<str>> {
        self.figures.get(id).cloned()
    }
}

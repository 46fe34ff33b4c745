//! The council as pages: a page of `content/public` that says `council: decisions` gets the list, and every decision a page
//! below it that stays. Prose like any other page's: no HTML, and its links are looked up like any others. Only Turkish pages
//! do, so that the words here are Turkish and in no theme.

mod agenda;
mod below;
mod decision;
mod next;
mod report;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Attachment, Council, Decision, Meeting, Report};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::content::{Folder, tagged};
use crate::model::diary::Diaries;
use crate::model::regulation::Regulations;
use crate::parse;
use crate::parse::page::{CouncilFront, PageSyntax};
use crate::source::FileEntry;

/// Which file each page of the council would lie in, were it written by hand (meclis rafı).
#[derive(Clone, Debug, Default)]
pub struct Book {
    /// The pages that show something of the council.
    shown: BTreeMap<CouncilFront, Arc<str>>,
    /// The decisions that have a page, by day and number: `(2021-04-03, 38)`.
    decisions: BTreeMap<(Date, Arc<str>), Arc<str>>,
}

impl Book {
    /// The page of the decision with a number, taken on a day.
    pub fn decision(&self, date: Date, number: &str) -> Option<&Arc<str>> {
        self.decisions.get(&(date, Arc::from(number)))
    }

    fn of(council: &Council, pages: &[Arc<PageSyntax>]) -> Book {
        let mut book = Book::default();
        // What the council says is Turkish: a page in another language tells of it in its own words and links to these.
        let is_turkish = |page: &&Arc<PageSyntax>| tagged(&page.file).is_none();
        let of_citizens = |page: &&Arc<PageSyntax>| Folder::of(&page.file) == Some(Folder::Public);
        for page in pages.iter().filter(of_citizens).filter(is_turkish) {
            if let Some(what) = page.front.council {
                book.shown.entry(what).or_insert_with(|| Arc::clone(&page.file));
            }
        }
        for decision in council.decisions.iter().filter(|d| d.is_out(council.today)) {
            if let Some(file) = book.file_of_decision(decision) {
                book.decisions.entry((decision.date, Arc::clone(&decision.number))).or_insert(file);
            }
        }
        book
    }

    fn file_of_decision(&self, decision: &Decision) -> Option<Arc<str>> {
        self.below(CouncilFront::Decisions, &format!("{}/{}", decision.date.year(), decision.slug()))
    }

    fn file_of_meeting(&self, meeting: &Meeting) -> Option<Arc<str>> {
        self.below(CouncilFront::Agendas, &meeting.slug())
    }

    fn file_of_report(&self, report: &Report) -> Option<Arc<str>> {
        self.below(CouncilFront::Reports, &report.slug())
    }

    fn file_of_year(&self, year: i16) -> Option<Arc<str>> {
        self.below(CouncilFront::Decisions, &format!("{year}/index"))
    }

    fn below(&self, what: CouncilFront, name: &str) -> Option<Arc<str>> {
        let file = self.shown.get(&what)?;
        let stem = file.strip_suffix(".md").unwrap_or(file);
        let stem = stem.strip_suffix("/index").unwrap_or(stem);
        Some(format!("{stem}/{name}.md").into())
    }
}

/// The pages, those with `council:` followed by what they ask for, and the pages that these bring with them. `files` are
/// those of `content/`, among which attachments must be; the meetings go into `diaries`.
pub fn with_pages(
    diag: &mut Diagnostics,
    council: &Council,
    regulations: &Regulations,
    pages: Vec<Arc<PageSyntax>>,
    files: &[FileEntry],
    diaries: &mut Diaries,
) -> (Vec<Arc<PageSyntax>>, Book) {
    let book = Book::of(council, &pages);
    check(diag, council, regulations, files);
    if book.shown.is_empty() {
        return (pages, book);
    }
    let of_citizens = |page: &&Arc<PageSyntax>| Folder::of(&page.file) == Some(Folder::Public);
    let regulation_pages =
        pages.iter().filter(of_citizens).filter_map(|p| Some((p.front.regulation.clone()?, Arc::clone(&p.file)))).collect();
    let desk = Desk { council, book: &book, regulation_pages };
    let mut all = Vec::with_capacity(pages.len() + council.decisions.len() + council.meetings.len());
    for page in pages {
        let first = page.front.council.filter(|what| book.shown.get(what) == Some(&page.file));
        let Some(what) = first else {
            all.push(page);
            continue;
        };
        let beside = match what {
            CouncilFront::Next => next::pages(&desk, page),
            CouncilFront::Agendas => agenda::pages(&desk, page, diaries),
            CouncilFront::Decisions => decision::pages(&desk, page),
            CouncilFront::Reports => report::pages(&desk, page),
        };
        all.extend(beside.into_iter().map(Arc::new));
    }
    all.sort_by(|a, b| a.file.cmp(&b.file));
    (all, book)
}

/// What the pages of the council are made from.
struct Desk<'d> {
    council: &'d Council,
    book: &'d Book,
    /// The pages that show regulations, by the regulation's name.
    regulation_pages: BTreeMap<String, Arc<str>>,
}

/// Regulations and attachments that are not there.
fn check(diag: &mut Diagnostics, council: &Council, regulations: &Regulations, files: &[FileEntry]) {
    for decision in &council.decisions {
        let Some(name) = decision.regulation.as_deref().filter(|name| !regulations.by_name.contains_key(*name)) else { continue };
        let place = decision.place.clone().field("mevzuat");
        let complaint = Diagnostic::new(Code::UNKNOWN_REGULATION, place).with("name", name.to_owned());
        diag.push(match parse::nearest(name, regulations.by_name.keys().map(|k| &**k)) {
            Some(near) => complaint.with("nearest", near.to_owned()).hint("nearest"),
            None => complaint,
        });
    }
    let attachments = (council.meetings.iter().flat_map(|m| &m.files))
        .chain(council.decisions.iter().flat_map(|d| &d.files))
        .chain(council.reports.iter().flat_map(|r| &r.files));
    for Attachment { url, place } in attachments {
        let file = format!("{}{url}", Folder::Public.path());
        if !files.iter().any(|entry| *entry.path == *file) {
            diag.push(Diagnostic::new(Code::BROKEN_LINK, place.clone()).with("target", url.to_string()));
        }
    }
}

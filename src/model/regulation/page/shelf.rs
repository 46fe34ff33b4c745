//! The pages that belong to one regulation: what each is called, in which file it would lie, and how one leads to another.

use std::sync::Arc;

use jiff::civil::Date;

use super::super::{Decision, Expression, Regulation, Regulations};
use super::Shown;
use crate::model::content::Folder;
use crate::model::council::Book;
use crate::parse::markdown::RawLink;
use crate::parse::page::{Day, Format, FrontMatter, PageSyntax};
use crate::prose::{Block, Prose};
use crate::turkish;

/// The folder of a regulation's texts from day to day.
pub const VERSIONS: &str = "surum";

/// One regulation with its page.
pub(super) struct Shelf<'r> {
    pub regulations: &'r Regulations,
    pub regulation: &'r Regulation,
    /// The council's decisions that have pages.
    pub decisions: &'r Book,
    /// Its name in the repository.
    pub name: &'r str,
    pub shown: &'r Shown,
    /// What stands above the regulation's page.
    pub front: &'r FrontMatter,
    /// The file of that page.
    pub file: &'r Arc<str>,
}

/// A page beside the regulation's own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    /// The text from a day on.
    Version(Date),
    /// What changed on a day.
    Comparison(Date),
    /// What changed from the first text to today's.
    Whole,
    /// What happened to each clause.
    Past,
}

impl Shelf<'_> {
    /// The file a page would lie in, were it written by hand.
    pub fn file_of(&self, page: Beside) -> Arc<str> {
        let stem = self.file.strip_suffix(".md").unwrap_or(self.file);
        let stem = stem.strip_suffix("/index").unwrap_or(stem);
        format!("{stem}/{}.md", path(page)).into()
    }

    /// `to` as a link in `from`, with the name of a clause.
    pub fn link(&self, from: &str, to: &str, anchor: Option<&str>) -> String {
        let up = "../".repeat(from.matches('/').count());
        let anchor = anchor.map(|a| format!("#{a}")).unwrap_or_default();
        format!("{up}{to}{anchor}")
    }

    /// The page that shows a regulation to the same readers.
    pub fn page_of(&self, name: &str) -> Option<&Arc<str>> {
        self.shown.get(&(super::audience(self.file).to_owned(), name.to_owned()))
    }

    /// The page of a decision of the council, for citizens only: theirs is the site it stands on.
    pub fn decision(&self, decision: &Decision) -> Option<&Arc<str>> {
        self.decided(Some(&decision.body), decision.date?, decision.number.as_deref()?)
    }

    /// The same by the day and the number of a decision of `body`.
    pub fn decided(&self, body: Option<&str>, date: Date, number: &str) -> Option<&Arc<str>> {
        let councils = body.is_none_or(|body| turkish::case::lower(body).contains("meclis"));
        let of_citizens = Folder::of(self.file) == Some(Folder::Public);
        self.decisions.decision(date, number).filter(|_| councils && of_citizens)
    }

    /// The text of today.
    pub fn today(&self) -> &Expression {
        self.regulation.current(self.regulations.today)
    }

    /// A page as if somebody had written it.
    pub fn page(&self, page: Beside, title: String, summary: String, blocks: Vec<Block>, links: Vec<RawLink>) -> PageSyntax {
        let date = match page {
            Beside::Version(day) | Beside::Comparison(day) => Some(Day(day)),
            Beside::Whole | Beside::Past => None,
        };
        let front = FrontMatter {
            title,
            summary: Some(summary),
            date,
            updated: self.front.updated,
            unit: self.front.unit.clone(),
            draft: self.front.draft,
            publish: self.front.publish,
            expires: self.front.expires,
            path: self.front.path.as_ref().map(|base| format!("{base}{}/", path(page))),
            source: Some(format!("Düzenlemenin kaydı: {}", self.regulation.file)),
            unlisted: true,
            // A comparison is taken to a meeting on paper.
            formats: match page {
                Beside::Comparison(_) | Beside::Whole => vec![Format::Pdf],
                Beside::Version(_) | Beside::Past => Vec::new(),
            },
            ..FrontMatter::default()
        };
        PageSyntax::made(self.file_of(page), front, Prose { blocks: blocks.into(), links: links.into() })
    }
}

fn path(page: Beside) -> String {
    match page {
        Beside::Version(day) => format!("{VERSIONS}/{day}"),
        Beside::Comparison(day) => format!("karsilastirma/{day}"),
        Beside::Whole => "karsilastirma/ilk-metin".to_owned(),
        Beside::Past => "gecmis".to_owned(),
    }
}

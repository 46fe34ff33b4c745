//! What the repository publishes, looked up as evidence: the day of a page, a release, the council's newest.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::{CouncilPart, Evidence, Publication};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::calendar::Calendar;
use crate::model::content::Folder;
use crate::model::council::Council;
use crate::parse;
use crate::parse::page::PageSyntax;

/// Where evidence is looked for.
#[derive(Clone, Copy)]
pub struct Sources<'s> {
    /// The release calendar.
    pub calendar: &'s Calendar,
    /// The council's record.
    pub council: &'s Council,
    /// The day of the build.
    pub today: Date,
}

/// Something that was found.
pub(super) struct Found {
    /// Since when, where it is known.
    pub on: Option<Date>,
    /// The file of the citizens' page that shows it.
    pub page: Option<Arc<str>>,
}

/// The evidence of one repository.
pub(super) struct Archive<'a> {
    sources: Sources<'a>,
    /// The citizens' pages that may be read today, by address.
    pages: BTreeMap<String, &'a PageSyntax>,
}

impl<'a> Archive<'a> {
    pub fn of(sources: Sources<'a>, pages: &'a [Arc<PageSyntax>]) -> Archive<'a> {
        let out = |page: &&Arc<PageSyntax>| {
            let front = &page.front;
            let early = front.publish.is_some_and(|day| day.0 > sources.today);
            let late = front.expires.is_some_and(|day| day.0 < sources.today);
            Folder::of(&page.file) == Some(Folder::Public) && !front.draft && !early && !late && front.each.is_none()
        };
        let pages = pages.iter().filter(out).map(|page| (address(page), &**page)).collect();
        Archive { sources, pages }
    }

    /// The evidence of a duty; for one of every year, that of the year it is `about`.
    pub fn find(&self, duty: &Publication, about: Option<i16>) -> Option<Found> {
        match &duty.evidence {
            Evidence::Page(address) => {
                let address = about.map_or_else(|| address.clone(), |year| address.replace("{yil}", &year.to_string()));
                let page = self.pages.get(&address)?;
                let day = page.front.updated.max(page.front.date).map(|day| day.0);
                Some(Found { on: day, page: Some(Arc::clone(&page.file)) })
            }
            Evidence::Series(code) => {
                let series = self.sources.calendar.series.get(code.as_str())?;
                let out = series.releases.iter().filter(|r| r.day() <= self.sources.today);
                let of_year = out.filter(|r| about.is_none_or(|year| r.period == year.to_string()));
                of_year.max_by_key(|r| r.day()).map(|r| Found { on: Some(r.day()), page: None })
            }
            Evidence::Council(part) => self.council(*part),
            Evidence::Nowhere => None,
        }
    }

    fn council(&self, part: CouncilPart) -> Option<Found> {
        let (council, today) = (self.sources.council, self.sources.today);
        // What was made up is no evidence.
        let newest = match part {
            CouncilPart::Agendas => {
                let real = council.meetings.iter().filter(|m| !m.example && m.is_announced(today));
                real.map(|m| m.announced.unwrap_or(m.date)).max()
            }
            CouncilPart::Decisions => {
                let real = council.decisions.iter().filter(|d| !d.example && d.is_out(today));
                real.map(|d| d.published.unwrap_or(d.date)).max()
            }
            CouncilPart::Reports => {
                let real = council.reports.iter().filter(|r| !r.example && r.is_out(today));
                real.map(|r| r.published.unwrap_or(r.date)).max()
            }
        };
        newest.map(|day| Found { on: Some(day), page: None })
    }
}

/// Series that nobody knows.
pub(super) fn check(diag: &mut Diagnostics, duties: &[Publication], calendar: &Calendar) {
    for duty in duties {
        let Evidence::Series(code) = &duty.evidence else { continue };
        if !calendar.series.contains_key(code.as_str()) {
            let place = duty.place.clone().field("dizi");
            let complaint = Diagnostic::new(Code::UNKNOWN_RELEASE, place).with("series", code.clone()).with("period", "–");
            diag.push(match parse::nearest(code, calendar.series.keys().map(|k| &**k)) {
                Some(near) => complaint.with("nearest", near.to_owned()).hint("series"),
                None => complaint,
            });
        }
    }
}

/// The address a page will have.
fn address(page: &PageSyntax) -> String {
    if let Some(path) = &page.front.path {
        return path.clone();
    }
    let inside = page.file.strip_prefix(Folder::Public.path()).unwrap_or(&page.file);
    let stem = inside.strip_suffix(".md").unwrap_or(inside);
    match stem.strip_suffix("/index") {
        Some(folder) => format!("{folder}/"),
        None => format!("{stem}/"),
    }
}

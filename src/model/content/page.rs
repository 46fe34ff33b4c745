//! One page as a fact: where it stands and which rules of publishing it passed.

use std::cmp::Reverse;
use std::sync::Arc;

use foldhash::{HashMap, HashMapExt};
use rayon::prelude::*;

use super::sibling::{self, Draft};
use super::{Content, Folder, Link, Names, Settings, Standing, address};
use crate::diag::{Code, Diagnostic, Diagnostics, Place, Severity};
use crate::language::Language;
use crate::model::calendar::Gate;
use crate::parse::page::PageSyntax;
use crate::parse::picture::ENDINGS;
use crate::parse::site::Site;
use crate::parse::{self};
use crate::prose::Prose;
use crate::source::FileEntry;

/// A page that is published today (sayfa).
#[derive(Debug)]
pub struct Page {
    /// As written.
    pub syntax: Arc<PageSyntax>,
    /// Its language.
    pub language: Language,
    /// For a page in another language than the site's: the index of the page it is the sibling of.
    pub original: Option<usize>,
    /// The same page in other languages, as indices.
    pub siblings: Vec<(Language, usize)>,
    /// Where it stands.
    pub address: Address,
    /// The section of its language that it belongs to, as an index into [`Content::sections`]; its own for an index page.
    pub section: Option<usize>,
    /// The section of the site's language that its folder belongs to.
    pub around: Option<usize>,
    /// Its kind, its own or its section's.
    pub kind: Option<String>,
    /// The text with resolved links; the links are empty until they are.
    pub body: Prose<Link>,
}

/// Where a page stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// At one address.
    Fixed(Arc<str>),
    /// At one address per row of a figure: `/halk-masasi/{birim.slug}/`.
    PerRow(Arc<str>),
}

impl Address {
    /// The address, when there is just one.
    pub fn fixed(&self) -> Option<&Arc<str>> {
        match self {
            Address::Fixed(address) => Some(address),
            Address::PerRow(_) => None,
        }
    }

    /// True when `path` could be a page made at this address, whatever its row.
    pub fn could_be(&self, path: &str) -> bool {
        matches!(self, Address::PerRow(pattern) if super::address::could_be(pattern, path))
    }
}

/// A file published as it is (ek dosya).
#[derive(Clone, Debug)]
pub struct Asset {
    /// Path in the repository.
    pub file: Arc<str>,
    /// Address.
    pub url: Arc<str>,
}

/// An old address that sends on.
#[derive(Clone, Debug)]
pub struct Redirect {
    /// The old address.
    pub from: Arc<str>,
    /// The page's address now.
    pub to: Arc<str>,
    /// Where it is written.
    pub place: Place,
}

/// Files that may be published as they are; anything else in `content/` but pages and pictures is a mistake.
const ASSETS: &[&str] = &["pdf", "csv", "txt", "xlsx", "ods", "odt", "docx", "zip", "ics"];

/// The pages of `folder` that are published on the day of the build.
pub(super) fn read(
    diag: &mut Diagnostics,
    settings: &Settings<'_>,
    names: &Names<'_>,
    folder: Folder,
    drafts: Vec<Draft>,
) -> Vec<Page> {
    let read: Vec<(Option<Page>, Diagnostics)> = drafts
        .into_par_iter()
        .with_max_len(crate::AT_ONCE)
        .map(|draft| {
            let mut diag = Diagnostics::new();
            (read_one(&mut diag, settings, names, folder, draft), diag)
        })
        .collect();
    let mut pages = Vec::with_capacity(read.len());
    for (page, complaints) in read {
        diag.extend(complaints);
        pages.extend(page);
    }
    pages
}

/// The page of a draft; `None` where it is not published today.
fn read_one(
    diag: &mut Diagnostics,
    settings: &Settings<'_>,
    names: &Names<'_>,
    folder: Folder,
    Draft { syntax, language }: Draft,
) -> Option<Page> {
    let front = &syntax.front;
    let early = front.publish.is_some_and(|day| day.0 > settings.today);
    let late = front.expires.is_some_and(|day| day.0 < settings.today);
    let held = syntax.front.each.is_none() && is_held(&syntax, settings);
    if (front.draft || early || late || held) && !settings.drafts {
        if !late {
            // A name that no address can be made of is better known before the day it would stop a build.
            let mut coming = Diagnostics::new();
            address_of(&mut coming, settings.site, folder, language, &syntax);
            diag.extend(coming.into_iter().map(|complaint| complaint.severity_is(Severity::Warning)));
        }
        return None;
    }
    if let Some(day) = front.review_by.filter(|day| day.0 < settings.today) {
        diag.push(Diagnostic::new(Code::REVIEW_DUE, syntax.key_place("review_by")).with("date", day.0.to_string()));
    }
    if let Some(unit) = &front.unit
        && !names.units.contains_key(unit)
    {
        diag.push(unknown_unit(&syntax, unit, names));
    }
    for task in front.tasks.iter().filter(|task| !names.icons.contains(&task.icon.value)) {
        let icon = &task.icon;
        let complaint = Diagnostic::new(Code::UNKNOWN_ICON, syntax.value_place(icon)).with("name", icon.value.clone());
        diag.push(match parse::nearest(&icon.value, names.icons.iter().map(String::as_str)) {
            Some(near) => complaint.with("nearest", near.to_owned()).hint("nearest"),
            None => complaint,
        });
    }
    let address = address_of(diag, settings.site, folder, language, &syntax)?;
    let (original, siblings) = (None, Vec::new());
    let body = Prose { blocks: Arc::clone(&syntax.body.blocks), links: Arc::default() };
    Some(Page { address, language, original, siblings, section: None, around: None, kind: None, body, syntax })
}

/// The place of each page among all, the newest first; the file path settles days with several pages, so that the order
/// never depends on the disk.
pub(super) fn ranks(pages: &[Page]) -> Vec<u32> {
    let mut order: Vec<(Reverse<Option<jiff::civil::Date>>, &str, u32)> = pages
        .iter()
        .zip(0..)
        .map(|(page, number)| (Reverse(page.syntax.front.date.map(|day| day.0)), &*page.syntax.file, number))
        .collect();
    order.par_sort_unstable();
    let mut ranks = vec![0; pages.len()];
    for ((.., number), rank) in order.into_iter().zip(0..) {
        ranks[number as usize] = rank;
    }
    ranks
}

/// True for a release whose day has not come. What the calendar does not know is complained about where rows are known too.
fn is_held(syntax: &PageSyntax, settings: &Settings<'_>) -> bool {
    let gate = syntax.front.release.as_ref().map(|r| settings.calendar.gate(&r.series, &r.period, settings.today));
    matches!(gate, Some(Gate::Early(_)))
}

fn unknown_unit(syntax: &PageSyntax, unit: &str, names: &Names<'_>) -> Diagnostic {
    let complaint = Diagnostic::new(Code::UNKNOWN_UNIT, syntax.key_place("unit")).with("value", unit.to_owned());
    match parse::nearest(unit, names.units.keys().map(String::as_str)) {
        Some(near) => complaint.with("nearest", near.to_owned()).hint("nearest"),
        None => complaint,
    }
}

fn address_of(diag: &mut Diagnostics, site: &Site, folder: Folder, language: Language, syntax: &PageSyntax) -> Option<Address> {
    let per_row = syntax.front.each.is_some();
    if let Some(path) = &syntax.front.path {
        if !address::is_address(path, per_row) {
            diag.push(Diagnostic::new(Code::BAD_ADDRESS, syntax.key_place("path")).with("address", path.clone()));
            return None;
        }
        let address: Arc<str> = path.as_str().into();
        return Some(if per_row { Address::PerRow(address) } else { Address::Fixed(address) });
    }
    let inside = syntax.file.strip_prefix(folder.path()).unwrap_or(&syntax.file).trim_start_matches('/');
    let found = match sibling::tagged(inside).filter(|_| language != site.language) {
        Some((_, original)) => address::of_file(&original).map(|address| format!("/{language}{address}")),
        None => address::of_file(inside),
    };
    match found {
        Ok(address) if per_row => {
            let name = &syntax.front.each.as_ref().expect("per_row says so").name;
            Some(Address::PerRow(format!("{address}{{{name}.slug}}/").into()))
        }
        Ok(address) => Some(Address::Fixed(address.into())),
        Err(better) => {
            let complaint = Diagnostic::new(Code::BAD_ADDRESS, Place::file(Arc::clone(&syntax.file)));
            diag.push(complaint.with("address", inside.to_owned()).with("better", better).hint("rename"));
            None
        }
    }
}

/// The files of `folder` that are neither pages nor pictures.
pub(super) fn assets(diag: &mut Diagnostics, folder: Folder, files: &[FileEntry]) -> Vec<Asset> {
    let mut assets = Vec::new();
    for entry in files {
        let Some(inside) = entry.path.strip_prefix(folder.path()).and_then(|p| p.strip_prefix('/')) else { continue };
        if inside.ends_with(".md") {
            continue;
        }
        let ending = inside.rsplit_once('.').map_or("", |(_, e)| e);
        if ENDINGS.contains(&ending) && inside.split('/').all(address::is_plain) {
            continue;
        }
        if !inside.split('/').all(address::is_plain) || !ASSETS.contains(&ending) {
            let complaint = Diagnostic::new(Code::BAD_ADDRESS, Place::file(Arc::clone(&entry.path))).hint("asset");
            let endings = [&ENDINGS, ASSETS].concat().join(", ");
            diag.push(complaint.with("address", inside.to_owned()).with("endings", endings));
            continue;
        }
        assets.push(Asset { file: Arc::clone(&entry.path), url: format!("/{inside}").into() });
    }
    assets
}

/// The old addresses that pages want to keep alive.
pub(super) fn redirects(diag: &mut Diagnostics, pages: &[Page]) -> Vec<Redirect> {
    let mut redirects = Vec::new();
    for page in pages {
        let Some(to) = page.address.fixed() else { continue };
        for from in &page.syntax.front.redirects {
            let place = page.syntax.key_place("redirects");
            if address::is_old_address(from) {
                redirects.push(Redirect { from: from.as_str().into(), to: Arc::clone(to), place });
            } else {
                diag.push(Diagnostic::new(Code::BAD_ADDRESS, place).with("address", from.clone()));
            }
        }
    }
    redirects
}

/// Two things at one address: an error naming both.
pub(super) fn complain_about_duplicates(diag: &mut Diagnostics, content: &Content) {
    let mut seen: HashMap<&str, Standing<'_>> = HashMap::with_capacity(content.pages.len());
    for (address, standing) in content.addresses() {
        // `/a` and `/a/` and `/a/index.html` are one file on a server.
        let file = address.trim_end_matches("index.html").trim_end_matches('/');
        if let Some(other) = seen.get(file) {
            let complaint = Diagnostic::new(Code::DUPLICATE_ADDRESS, standing.place());
            diag.push(complaint.with("address", address.to_string()).with("other", other.place().file.to_string()));
        } else {
            seen.insert(file, standing);
        }
    }
}

//! The search index of one site (arama dizini), in files small enough to be asked for one by one. Decides what is found
//! for which word and how strongly; how the files are written is `render::search`.
//!
//! A word is kept under its folded form (`Müdürlüğü` → `mudurlugu`) together with the dictionary form it stands for
//! (`mudurluk`), both in one alphabetical order that is cut into [`SearchFile::Words`] of a few kilobytes. A browser
//! finds the right file by the table in [`SearchFile::Map`], so that it needs no stemmer and reads a hundredth of the index.
//! Built from the finished pages of one audience alone: nothing internal can be in the citizens' index.

mod index;
mod letters;
mod words;

use std::collections::BTreeMap;

use super::{Audience, Body, Document, PageDoc};
use crate::language::{Language, borrowed};
pub use index::Strength;

/// Address of the page that searches.
pub const PAGE: &str = "/arama/";
/// Address of the list of all pages from A to Z.
pub const LETTERS: &str = "/dizin/";
/// Where the map of the index lies, from the root of the site.
pub const MAP: &str = "arama/dizin.json";

/// Pages described in one file: a result list of ten reads ten of these at worst.
const ENTRIES_A_FILE: usize = 8;
/// Postings in one file of words, about two bytes each; a single word may go over it.
const POSTINGS_A_FILE: usize = 4_000;

/// A file of the index.
#[derive(Debug, Hash)]
pub enum SearchFile {
    /// Where everything is.
    Map(SearchMap),
    /// A stretch of the alphabet.
    Words(Vec<RootDoc>),
    /// What some pages are called.
    Entries(Vec<SearchEntry>),
    /// Of every page, in their order: the numbers of its section, unit and year in the map.
    Facets(Vec<[u16; 3]>),
}

/// Where everything is (harita).
#[derive(Debug, Default, Hash)]
pub struct SearchMap {
    /// Folder of the other files, from the root of the site; changes with the index.
    pub folder: String,
    /// How many pages are in the index.
    pub pages: usize,
    /// How many pages one file of entries describes.
    pub entries_a_file: usize,
    /// First key of each file of words.
    pub words: Vec<String>,
    /// Names of the sections, units and years, each sorted; number 0 is none.
    pub facets: [Vec<String>; 3],
    /// Folded words that say nothing.
    pub ignored: Vec<String>,
}

/// A dictionary form with the forms that stand for it (kök).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RootDoc {
    /// The folded dictionary form, or a folded form that does not begin with it, or two roots side by side in a title.
    pub key: String,
    /// The root meant, when `key` is only another way to it.
    pub see: Option<String>,
    /// Folded forms with the pages they are on, sorted.
    pub forms: Vec<(String, Vec<Posting>)>,
}

/// A page a form is on, and how much the page is about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Posting {
    /// Number of the page in the index, from 0.
    pub page: u32,
    /// From 1 to 63.
    pub strength: Strength,
}

/// What a page is called in a result list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SearchEntry {
    /// Its address.
    pub url: String,
    /// Its title.
    pub title: String,
    /// Its summary, or the beginning of its text.
    pub summary: String,
    /// Its section.
    pub section: String,
    /// Its date, as read.
    pub date: String,
    /// Its language.
    pub language: Language,
}

/// The pages to find things by, in one language: nothing on them yet.
pub(super) struct Finders {
    /// Which language.
    pub language: Language,
    /// The page that searches.
    pub search: PageDoc,
    /// The list from A to Z.
    pub letters: PageDoc,
}

/// The index of the pages among `documents`, and in each language the two pages to find things by. There is one index for all
/// languages: who looks for `marriage` on a Turkish page means the English one.
pub(super) fn documents<A: Audience>(documents: &[Document<A>], finders: Vec<Finders>) -> Vec<Document<A>> {
    let mut pages: Vec<&PageDoc> = documents.iter().filter_map(|d| findable::<A>(&d.body)).collect();
    pages.sort_by(|a, b| a.url.cmp(&b.url));
    let titles = titles(&pages);
    let index = index::build(&pages);
    let folder = format!("arama/{}/", &index.hash()[..10]);

    let mut made = Vec::new();
    for Finders { language, search, mut letters } in finders {
        let own: Vec<&PageDoc> = pages.iter().copied().filter(|page| page.language.code == language).collect();
        letters.groups = letters::groups(&own);
        let page = |page: PageDoc| Document::new(super::site::file_of(&page.url), Body::Page(Box::new(page)));
        made.extend([page(search), page(letters)]);
    }

    let facets = [titles.section, titles.unit, titles.year];
    let number = |names: &[String], name: &str| names.binary_search_by(|n| n.as_str().cmp(name)).map_or(0, |i| i as u16);
    let of_page = |p: &&PageDoc| {
        let [section, unit, year] = &facets;
        [number(section, &section_of(p)), number(unit, &unit_of(p)), number(year, &year_of(p))]
    };
    made.push(file(format!("{folder}suzgec.txt"), SearchFile::Facets(pages.iter().map(of_page).collect())));
    for (number, pages) in pages.chunks(ENTRIES_A_FILE).enumerate() {
        made.push(file(format!("{folder}s{number}.json"), SearchFile::Entries(pages.iter().map(|p| entry(p)).collect())));
    }
    let mut map = SearchMap {
        folder: format!("/{folder}"),
        pages: pages.len(),
        entries_a_file: ENTRIES_A_FILE,
        words: Vec::new(),
        facets,
        ignored: words::IGNORED.iter().map(|w| (*w).to_owned()).collect(),
    };
    for (number, roots) in index.into_stretches(POSTINGS_A_FILE).into_iter().enumerate() {
        map.words.push(roots[0].key.clone());
        made.push(file(format!("{folder}k{number}.txt"), SearchFile::Words(roots)));
    }
    made.push(file(MAP.to_owned(), SearchFile::Map(map)));
    made
}

fn file<A: Audience>(path: String, file: SearchFile) -> Document<A> {
    Document::new(path, Body::Search(Box::new(file)))
}

/// Pages somebody wrote or rows made; not lists, not the page for missing pages.
fn findable<A: Audience>(body: &Body) -> Option<&PageDoc> {
    match body {
        Body::Page(page) if matches!(page.template, "page" | "section") && (page.indexed || A::NAME != "public") => {
            let first = page.list.as_ref().is_none_or(|list| list.page == 1);
            first.then_some(&**page)
        }
        _ => None,
    }
}

/// The names of the facets, each sorted, with nothing before them: number 0 is none.
struct Titles {
    section: Vec<String>,
    unit: Vec<String>,
    year: Vec<String>,
}

fn titles(pages: &[&PageDoc]) -> Titles {
    let sorted = |of: &dyn Fn(&PageDoc) -> String| {
        let names: BTreeMap<String, ()> = pages.iter().map(|p| (of(p), ())).chain([(String::new(), ())]).collect();
        names.into_keys().collect()
    };
    Titles { section: sorted(&section_of), unit: sorted(&unit_of), year: sorted(&year_of) }
}

/// The section right below the home page.
fn section_of(page: &PageDoc) -> String {
    borrowed::bare(page.breadcrumbs.iter().map(|c| &c.title).nth(1).unwrap_or(&page.title))
}

fn unit_of(page: &PageDoc) -> String {
    page.unit.as_ref().map(|u| borrowed::bare(&u.title)).unwrap_or_default()
}

fn year_of(page: &PageDoc) -> String {
    page.date.as_ref().map(|d| d.iso[..4].to_owned()).unwrap_or_default()
}

fn entry(page: &PageDoc) -> SearchEntry {
    SearchEntry {
        url: page.url.clone(),
        title: page.title.clone(),
        summary: page.summary.clone().unwrap_or_else(|| borrowed::bare(&words::beginning(&page.prose))),
        section: section_of(page),
        date: page.date.as_ref().map(|d| borrowed::bare(&d.long)).unwrap_or_default(),
        language: page.language.code,
    }
}

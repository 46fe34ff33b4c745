//! A finished document: everything a template or a PDF may show, already in words and in order.
//!
//! No spans, no queries, no raw numbers: a cell is text with its machine value beside it. Renderers read these
//! types and nothing else.

use std::marker::PhantomData;
use std::sync::Arc;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::audience::Audience;
use super::card::CardDoc;
use super::editing::EditingDoc;
use super::event::{DiaryDoc, EventDoc};
use super::figure::FigureDoc;
use super::machine::{FeedDoc, FinderDoc, ManifestDoc, SitemapEntry};
use super::open_data::{CatalogueDoc, DataListDoc};
use super::picture::PictureDoc;
use super::regulation::RegulationDoc;
use super::search::SearchFile;
use super::services::ServiceDoc;
use super::tongue::LanguageDoc;
use crate::prose::Prose;
use crate::turkish;

/// A document of audience `A` and the file it becomes (belge).
#[derive(Debug)]
pub struct Document<A: Audience> {
    /// Path in the audience's tree, with `/`, e.g. `duyurular/su-kesintisi/index.html`.
    pub path: Arc<str>,
    /// What it says.
    pub body: Body,
    audience: PhantomData<A>,
}

impl<A: Audience> Document<A> {
    /// A document for `A` at `path`.
    pub fn new(path: impl Into<Arc<str>>, body: Body) -> Self {
        Document { path: path.into(), body, audience: PhantomData }
    }
}

/// What kind of file a document becomes.
#[derive(Debug)]
pub enum Body {
    /// An HTML page through a template.
    Page(Box<PageDoc>),
    /// A page that only sends on to `url`.
    Redirect {
        /// The new address from the root of the site.
        url: String,
    },
    /// An Atom feed (RFC 4287).
    Feed(Arc<FeedDoc>),
    /// The same as JSON Feed 1.1.
    JsonFeed(Arc<FeedDoc>),
    /// `sitemap.xml` (sitemaps.org 0.9), or a part of it.
    Sitemap(Vec<SitemapEntry>),
    /// The list of its parts.
    SitemapIndex(Vec<SitemapEntry>),
    /// `site.webmanifest` (W3C Web Application Manifest).
    Manifest(Box<ManifestDoc>),
    /// A description of the search for browsers (OpenSearch 1.1).
    Finder(Box<FinderDoc>),
    /// Text as it is: robots.txt, JSON.
    Text(String),
    /// A file of the repository as it is: attachments. The path in the repository.
    Asset(Arc<str>),
    /// The picture that a page is announced with elsewhere.
    Card(Arc<CardDoc>),
    /// The copies of a picture: several files.
    Picture(Arc<PictureDoc>),
    /// The machine-readable CSV of a figure's table.
    Csv(Arc<FigureDoc>),
    /// The same for a spreadsheet in Turkish.
    ExcelCsv(Arc<FigureDoc>),
    /// The same as JSON, with its notes.
    TableJson(Arc<FigureDoc>),
    /// The descriptor of a package of tables (Frictionless Data Package 2.0): which package of the catalogue.
    DataPackage(Arc<CatalogueDoc>, usize),
    /// What is said about one CSV (W3C CSVW): which package, and which of its tables.
    CsvMetadata(Arc<CatalogueDoc>, usize, usize),
    /// The catalogue of all data (DCAT-AP 3).
    Catalogue(Arc<CatalogueDoc>),
    /// Which report goes to whom, as YAML or, when `json`, as JSON.
    Distribution {
        /// The reports.
        parcels: Arc<[ParcelDoc]>,
        /// JSON instead of YAML.
        json: bool,
    },
    /// Subjects as services (Open311 GeoReport v2).
    Services(Arc<FigureDoc>),
    /// A tagged PDF of a report.
    Pdf(Arc<ReportDoc>),
    /// A workbook of a report: cover, notes, one table a sheet.
    Xlsx(Arc<ReportDoc>),
    /// Days for one's own calendar (RFC 5545).
    Diary(Box<DiaryDoc>),
    /// The settings of the content manager for editors (`config.yml`).
    EditingConfig(Arc<EditingDoc>),
    /// The page that starts it.
    EditingPage(Arc<EditingDoc>),
    /// A file of the search index.
    Search(Box<SearchFile>),
    /// A regulation in a format for machines.
    Regulation(RegulationForm, Arc<RegulationDoc>),
}

/// The formats of a regulation besides its page and its PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegulationForm {
    /// Akoma Ntoso 3.0.
    Akn,
    /// schema.org Legislation.
    JsonLd,
    /// Markdown with anchors.
    Markdown,
}

/// What a link of a finished document is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Shown {
    /// An address: of this site from its root (`/x/#y`), or elsewhere.
    Href {
        /// The address.
        url: Arc<str>,
        /// True when it leaves the site.
        external: bool,
    },
    /// A figure shown as its mention asks.
    Figure(Mention, Arc<FigureDoc>),
    /// A picture.
    Picture(Arc<PictureDoc>),
    /// One number of a figure inside a line.
    Number(Box<NumberDoc>),
    /// No link any more: it led to the page of a row that is not shown. Its words stay.
    Words,
}

/// One number of a figure (sayı).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NumberDoc {
    /// As read, in the page's language: `4.620`.
    pub text: Arc<str>,
    /// As computed: `4620`.
    pub value: Arc<str>,
}

/// How a figure is shown at one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mention {
    /// The chart, with its table folded away beside it.
    Chart,
    /// The table.
    Table,
}

/// Everything a page template may show (sayfa). Field names are the template's variables.
#[derive(Debug, Hash, JsonSchema, Serialize)]
pub struct PageDoc {
    /// Which template: `page`, `section`, `home`, `list`, `terms`, `search`, `error`.
    pub template: &'static str,
    /// `<h1>` and `<title>`.
    pub title: String,
    /// One or two sentences.
    pub summary: Option<String>,
    /// Address from the root of the site, with a slash at the end.
    pub url: String,
    /// Its language, and where it is in others.
    pub language: LanguageDoc,
    /// The audience's name.
    pub audience: &'static str,
    /// The page's kind in words ("Duyuru"), if its section has one.
    pub kind: Option<String>,
    /// The way here from the home page, this page excluded.
    pub breadcrumbs: Vec<LinkDoc>,
    /// First published.
    pub date: Option<DateDoc>,
    /// Last changed.
    pub updated: Option<DateDoc>,
    /// The unit that answers for it (sorumlu birim).
    pub unit: Option<LinkDoc>,
    /// Where its facts come from (kaynak): data files behind its figures, or its own file in the repository.
    pub sources: Vec<SourceDoc>,
    /// Tags with the addresses of their lists.
    pub tags: Vec<LinkDoc>,
    /// How deep the contents list goes into its headings, when there are enough of them for one. The template is given the
    /// list as `contents`.
    #[serde(skip)]
    pub contents: Option<u8>,
    /// The list below the text, for sections and taxonomies.
    pub list: Option<Box<ListDoc>>,
    /// Groups of links, for the home page and term indexes.
    pub groups: Vec<GroupDoc>,
    /// What most people come for, on the home page.
    pub tasks: Vec<TaskDoc>,
    /// The newest entries of all sections that have a feed, on the home page.
    pub latest: Vec<Arc<ItemDoc>>,
    /// Events and meetings that come, on the home page.
    pub upcoming: Vec<UpcomingDoc>,
    /// The same report or regulation in other formats.
    pub downloads: Vec<DownloadDoc>,
    /// True when `downloads` are those of a regulation's text.
    pub regulation: bool,
    /// What takes place, on the page of an event.
    pub event: Option<Box<EventDoc>>,
    /// Its days as a calendar file, where it has some.
    pub diary: Option<LinkDoc>,
    /// The list of all data, on the page that asks for it.
    pub data: Option<Box<DataListDoc>>,
    /// The service that the page is about, for programs.
    pub service: Option<Box<ServiceDoc>>,
    /// The section's feed.
    pub feed: Option<LinkDoc>,
    /// True when anything on it is made of synthetic data: the page says "örnek veri".
    pub synthetic: bool,
    /// Address of the picture it is announced with elsewhere.
    pub card: Option<String>,
    /// The type of schema.org that the page is about, where it is one: `NewsArticle`.
    pub schema: Option<&'static str>,
    /// False for pages search engines should not list.
    pub indexed: bool,
    /// How people find it.
    #[serde(skip)]
    pub finding: FindingDoc,
    /// Number of the first `nav` entry that is this page or holds it.
    pub nav_active: Option<usize>,
    /// The text; rendered to HTML and given to the template as `content`.
    #[serde(skip)]
    pub prose: Prose<Shown>,
}

/// How a page is found by the search and in the list from A to Z (bulunma).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct FindingDoc {
    /// Words it is looked for by and does not say.
    pub keywords: Vec<String>,
    /// True for one of many pages of its kind: it is found after the pages that explain a matter.
    pub entry: bool,
    /// True for a page whose text is a list of other pages: it is found by its title alone.
    pub by_title: bool,
    /// True for a page that the list from A to Z leaves out.
    pub no_letter: bool,
}

/// A link with its words.
#[derive(Clone, Debug, PartialEq, Eq, Hash, JsonSchema, Serialize)]
pub struct LinkDoc {
    /// The words.
    pub title: String,
    /// The address.
    pub url: String,
}

/// A date in three forms.
#[derive(Clone, Debug, PartialEq, Eq, Hash, JsonSchema, Serialize)]
pub struct DateDoc {
    /// `2026-11-22`.
    pub iso: String,
    /// `22 Kasım 2026`.
    pub long: String,
    /// `22.11.2026`.
    pub short: String,
}

impl DateDoc {
    /// A day in its three forms.
    pub fn of(date: Date) -> DateDoc {
        DateDoc { iso: date.to_string(), long: turkish::date::long(date), short: turkish::date::short(date) }
    }
}

/// A source of facts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, JsonSchema, Serialize)]
pub struct SourceDoc {
    /// What it is called.
    pub title: String,
    /// The file in the repository.
    pub file: String,
    /// True for made-up data.
    pub synthetic: bool,
}

/// A page of a list.
#[derive(Debug, Hash, JsonSchema, Serialize)]
pub struct ListDoc {
    /// Its entries.
    pub items: Vec<Arc<ItemDoc>>,
    /// How many entries all its pages have together.
    pub total: usize,
    /// Number of this page, from 1.
    pub page: usize,
    /// Number of pages.
    pub pages: usize,
    /// Address of the page before.
    pub previous: Option<String>,
    /// Address of the page after.
    pub next: Option<String>,
}

/// An entry of a list.
#[derive(Clone, Debug, Hash, JsonSchema, Serialize)]
pub struct ItemDoc {
    /// The page's title.
    pub title: String,
    /// The page's address.
    pub url: String,
    /// The page's summary.
    pub summary: Option<String>,
    /// The page's date.
    pub date: Option<DateDoc>,
    /// The page's unit, in words.
    pub unit: Option<String>,
    /// The page's kind, in words.
    pub kind: Option<String>,
}

/// Links under one heading.
#[derive(Debug, Hash, JsonSchema, Serialize)]
pub struct GroupDoc {
    /// The heading.
    pub title: String,
    /// Where all of them are.
    pub url: Option<String>,
    /// What the group is about.
    pub summary: Option<String>,
    /// True for the newest entries of a section that has a feed.
    pub feed: bool,
    /// The entries.
    pub items: Vec<Arc<ItemDoc>>,
}

/// A way that most people take (sık aranan iş).
#[derive(Clone, Debug, PartialEq, Eq, Hash, JsonSchema, Serialize)]
pub struct TaskDoc {
    /// Its words.
    pub title: String,
    /// A few words more.
    pub note: Option<String>,
    /// The address.
    pub url: Arc<str>,
    /// True when it leaves the site.
    pub external: bool,
    /// Name of its drawing in the theme.
    pub icon: String,
}

/// An event or a meeting that comes (yaklaşan).
#[derive(Clone, Debug, PartialEq, Eq, Hash, JsonSchema, Serialize)]
pub struct UpcomingDoc {
    /// Its name.
    pub title: String,
    /// The address of its page, or of the page that lists it.
    pub url: String,
    /// `2026-12-07T14:00`, `2026-12-07`.
    pub start: String,
    /// When, in words.
    pub when: String,
    /// Where.
    pub place: Option<String>,
}

/// A file to take away.
#[derive(Clone, Debug, PartialEq, Eq, Hash, JsonSchema, Serialize)]
pub struct DownloadDoc {
    /// `PDF`, `XLSX`.
    pub format: &'static str,
    /// Media type (RFC 6838).
    pub mime: &'static str,
    /// The address.
    pub url: String,
    /// How large it is, in words; known when the file is made.
    pub size: Option<String>,
}

/// What a [`ReportDoc`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReportKind {
    /// A report (rapor).
    Report,
    /// The text of a regulation (düzenleme metni).
    Regulation,
}

/// A report as it is sent to units (dağıtım kalemi). Units by code only: no person is named.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ParcelDoc {
    /// Address of its folder from the root of the reports, with slashes around.
    pub url: String,
    /// What it is called.
    pub title: String,
    /// The unit it is about: the first part of its address.
    pub unit: String,
    /// The period it is about: the second part of its address.
    pub period: String,
    /// Codes of the units it goes to.
    pub recipients: Vec<String>,
    /// Names of its files, the page first.
    pub files: Vec<String>,
    /// The day it came out, ISO.
    pub released: Option<String>,
    /// True when made of synthetic data.
    pub synthetic: bool,
}

/// A report that is laid out as PDF and XLSX (rapor).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ReportDoc {
    /// What is printed.
    pub kind: ReportKind,
    /// The publisher, as on official paper: line 1 "T.C.", line 2 the municipality, line 3 the unit.
    pub letterhead: Vec<String>,
    /// What it is about.
    pub title: String,
    /// One or two sentences.
    pub summary: Option<String>,
    /// The page's address on its own site, printed on the cover.
    pub url: String,
    /// Date of the report: the newest of its sources, never the clock.
    pub date: Option<DateDoc>,
    /// True when anything in it is made of synthetic data: every page and sheet says "örnek veri".
    pub synthetic: bool,
    /// The text, figures included.
    pub prose: Prose<Shown>,
    /// Where its facts come from.
    pub sources: Vec<SourceDoc>,
}

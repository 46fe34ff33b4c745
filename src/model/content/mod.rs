//! The pages of one audience as facts: addresses, sections, terms, resolved links. Not what they look like.

mod address;
mod findings;
mod links;
mod near;
mod page;
mod picture;
mod section;
mod sibling;
mod term;

pub use links::{FigureMention, Link, Show};
pub use page::{Address, Asset, Page, Redirect};
pub use picture::Picture;
pub use section::Section;
pub use sibling::{home, tagged};
pub use term::{Term, TermKind};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use foldhash::{HashMap, HashMapExt};
use jiff::civil::Date;
use rayon::prelude::*;

use crate::diag::{Diagnostics, Place};
use crate::model::alert::Alert;
use crate::model::calendar::Calendar;
use crate::model::diary::{Diaries, ENDING as DIARY};
use crate::model::regulation::{FORMATS, file_address};
use crate::parse::page::{FrontMatter, PageSyntax};
use crate::parse::picture::Head;
use crate::parse::site::{Site, Taxonomy};
use crate::source::FileEntry;

/// A folder of `content/`, and so an audience (hedef kitle klasörü).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Folder {
    /// `content/public`
    Public,
    /// `content/internal`
    Internal,
    /// `content/reports`
    Reports,
}

impl Folder {
    /// All three.
    pub const ALL: [Folder; 3] = [Folder::Public, Folder::Internal, Folder::Reports];

    /// Its path from the root of the repository.
    pub fn path(self) -> &'static str {
        match self {
            Folder::Public => "content/public",
            Folder::Internal => "content/internal",
            Folder::Reports => "content/reports",
        }
    }

    /// The folder a file of `content/` lies in.
    pub fn of(file: &str) -> Option<Folder> {
        Folder::ALL.into_iter().find(|f| file.strip_prefix(f.path()).is_some_and(|rest| rest.starts_with('/')))
    }
}

/// The pages and files of one audience (içerik).
#[derive(Debug)]
pub struct Content {
    /// Whose.
    pub folder: Folder,
    /// The pages, by file path.
    pub pages: Vec<Page>,
    /// The folders that have an index page, by address.
    pub sections: Vec<Section>,
    /// Lists of pages across sections.
    pub terms: Vec<Term>,
    /// Files published as they are.
    pub assets: Vec<Asset>,
    /// Pictures, by the address that pages name them by.
    pictures: picture::Pictures,
    /// Old addresses.
    pub redirects: Vec<Redirect>,
}

/// The three audiences' content, links resolved against each other.
#[derive(Debug)]
pub struct Contents {
    /// Citizens' pages.
    pub public: Content,
    /// Staff's pages.
    pub internal: Content,
    /// Reports.
    pub reports: Content,
}

/// What pages may name besides other pages.
pub struct Names<'m> {
    /// Codes of the units with their names.
    pub units: &'m BTreeMap<String, String>,
    /// Ids of the figures, with whether citizens may see them.
    pub figures: &'m BTreeMap<String, bool>,
    /// Which pages have a calendar file beside them.
    pub diaries: &'m Diaries,
    /// Names of the theme's drawings.
    pub icons: &'m [String],
}

/// Whose turn it is, and which pages count today.
pub struct Settings<'m> {
    /// The site's settings.
    pub site: &'m Site,
    /// The day of the build.
    pub today: Date,
    /// Whether drafts count.
    pub drafts: bool,
    /// When what comes out.
    pub calendar: &'m Calendar,
}

/// Builds all content from the parsed pages and the other `files` of `content/`, of which the pictures' `heads` are known.
/// `alerts` lose the links that lead nowhere.
pub fn resolve(
    diag: &mut Diagnostics,
    settings: &Settings<'_>,
    names: &Names<'_>,
    pages: Vec<Arc<PageSyntax>>,
    files: &[FileEntry],
    heads: &[(Arc<str>, Head)],
    alerts: &mut [Alert],
) -> Contents {
    let mut drafts: BTreeMap<Folder, Vec<Arc<PageSyntax>>> = BTreeMap::new();
    for page in pages {
        if let Some(folder) = Folder::of(&page.file) {
            drafts.entry(folder).or_default().push(page);
        }
    }
    let mut make = |folder: Folder| {
        let content = unlinked(diag, settings, names, folder, drafts.remove(&folder).unwrap_or_default(), files);
        Content { pictures: picture::of(folder, heads), ..content }
    };
    let (public, internal, reports) = (make(Folder::Public), make(Folder::Internal), make(Folder::Reports));
    let books = [&public, &internal, &reports].map(|content| Book::of(content, names.diaries));
    let resolve = |diag: &mut Diagnostics, content: &Content| links::resolve(diag, content, &books, settings.site, names);
    let linked = [&public, &internal, &reports].map(|c| resolve(diag, c));
    links::check_menus(diag, &books, settings.site, names);
    links::check_rows(diag, &public, names);
    links::check_alerts(diag, &books, settings.site, names, alerts);
    picture::complain_about_hidden(diag, heads, linked.iter().flatten().flat_map(|links| links.iter()));
    let [public_links, internal_links, report_links] = linked;
    drop(books);
    Contents {
        public: public.linked(public_links),
        internal: internal.linked(internal_links),
        reports: reports.linked(report_links),
    }
}

/// Everything of one audience but its links, which need the other audiences' addresses.
fn unlinked(
    diag: &mut Diagnostics,
    settings: &Settings<'_>,
    names: &Names<'_>,
    folder: Folder,
    drafts: Vec<Arc<PageSyntax>>,
    files: &[FileEntry],
) -> Content {
    let drafts = sibling::sorted(diag, settings.site, drafts);
    let mut pages = page::read(diag, settings, names, folder, drafts);
    sibling::tie(settings.site, &mut pages);
    let ranks = page::ranks(&pages);
    let sections = section::find(diag, settings.site, folder, &mut pages, &ranks);
    let terms = term::collect(settings.site, names, folder, &pages, &ranks);
    let assets = page::assets(diag, folder, files);
    let pictures = picture::Pictures::new();
    let mut content = Content { folder, pages, sections, terms, assets, pictures, redirects: Vec::new() };
    content.redirects = page::redirects(diag, &content.pages);
    page::complain_about_duplicates(diag, &content);
    findings::check(diag, &content.pages);
    content
}

impl Content {
    fn linked(mut self, links: Vec<Arc<[Link]>>) -> Content {
        self.pages.par_iter_mut().with_max_len(crate::AT_ONCE).zip(links).for_each(|(page, links)| page.body.links = links);
        self
    }

    /// The addresses that exist before any figure is computed, generated ones included, each with what stands there.
    fn addresses(&self) -> impl Iterator<Item = (&Arc<str>, Standing<'_>)> {
        let pages = self.pages.iter().filter_map(|p| Some((p.address.fixed()?, Standing::File(&p.syntax.file))));
        let redirects = self.redirects.iter().map(|r| (&r.from, Standing::Redirect(r)));
        let assets = self.assets.iter().map(|a| (&a.url, Standing::File(&a.file)));
        let terms = self.terms.iter().map(|t| (&t.url, Standing::Term));
        pages.chain(redirects).chain(assets).chain(terms)
    }
}

/// What stands at an address (adresteki).
#[derive(Clone, Copy)]
enum Standing<'c> {
    File(&'c Arc<str>),
    Redirect(&'c Redirect),
    Term,
}

impl Standing<'_> {
    /// Where that is written.
    fn place(self) -> Place {
        match self {
            Standing::File(file) => Place::file(Arc::clone(file)),
            Standing::Redirect(redirect) => redirect.place.clone(),
            Standing::Term => Place::file("site.yaml").field("taxonomies"),
        }
    }
}

/// The addresses of one audience, for looking links up.
pub(super) struct Book<'c> {
    content: &'c Content,
    /// Page by address.
    pages: HashMap<Arc<str>, usize>,
    /// Page by file.
    files: HashMap<Arc<str>, usize>,
    /// Everything else that has an address.
    others: BTreeSet<Arc<str>>,
}

impl<'c> Book<'c> {
    fn of(content: &'c Content, diaries: &Diaries) -> Book<'c> {
        let mut pages = HashMap::with_capacity(content.pages.len());
        let mut files = HashMap::with_capacity(content.pages.len());
        for (i, page) in content.pages.iter().enumerate() {
            files.insert(Arc::clone(&page.syntax.file), i);
            if let Some(address) = page.address.fixed() {
                pages.insert(Arc::clone(address), i);
            }
        }
        let mut others: BTreeSet<Arc<str>> = content.assets.iter().map(|a| Arc::clone(&a.url)).collect();
        others.extend(content.terms.iter().flat_map(|t| [Arc::clone(&t.url), t.index_url().into()]));
        let feeds = content.sections.iter().filter(|s| s.feed);
        others.extend(feeds.flat_map(|s| ["atom.xml", "feed.json"].map(|name| format!("{}{name}", s.url).into())));
        others.extend(["/sitemap.xml", "/robots.txt"].map(Arc::from));
        let is_text = |front: &FrontMatter| front.regulation.is_some() || front.expression.is_some();
        let texts = content.pages.iter().filter(|p| is_text(&p.syntax.front)).filter_map(|p| p.address.fixed());
        others.extend(texts.flat_map(|a| FORMATS.map(|ending| file_address(a, ending).into())));
        let diaries = content.pages.iter().filter(|p| diaries.has(&p.syntax.file)).filter_map(|p| p.address.fixed());
        others.extend(diaries.map(|address| file_address(address, DIARY).into()));
        others.extend(["/dagitim.yaml", "/dagitim.json", "/veri/katalog.jsonld"].map(Arc::from));
        others.extend(content.redirects.iter().map(|r| Arc::clone(&r.from)));
        Book { content, pages, files, others }
    }
}

/// The taxonomies in the order of `site.yaml`, as kinds of terms.
fn term_kinds(site: &Site) -> impl Iterator<Item = TermKind> {
    site.taxonomies.iter().map(|t| match t {
        Taxonomy::Birim => TermKind::Unit,
        Taxonomy::Tur => TermKind::Kind,
        Taxonomy::Etiket => TermKind::Tag,
        Taxonomy::Yil => TermKind::Year,
    })
}

//! The river as one function: outside → source → parse → model → query → disclose → view → render → publish.
//!
//! One direction, one stage a line; each takes what the one before gave. Wrong input is collected on the way, and
//! there is one gate: nothing is rendered while anything is an error.

use std::sync::Arc;

use crate::diag::{Code, Diagnostic, Diagnostics, Lang, Place};
use crate::disclose;
use crate::model::content::{self, Names};
use crate::model::dataset::{self, Wanted};
use crate::model::figure::{self, Policy};
use crate::model::{registry, sources};
use crate::parse::content::SyntaxMemo;
use crate::parse::figures::FigureSyntax;
use crate::parse::site::{self, NavLink, Site};
use crate::parse;
use crate::query;
use crate::render::press::{PageMemo, Press};
use crate::render::theme::Theme;
use crate::render::{ContactDoc, FooterDoc, SiteDoc};
use crate::source::World;
use crate::table::Sql;
use crate::view::{self, Audience, Internal, LinkDoc, Public, Reports};

pub use crate::publish::{Sites, Tree};

/// What a build was asked for.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Pages marked as drafts are built too.
    pub drafts: bool,
    /// The site's address, in place of the one in site.yaml.
    pub base_url: Option<String>,
}

/// What came of a build.
pub struct Outcome {
    /// Everything to complain about, sorted.
    pub diagnostics: Diagnostics,
    /// The three trees; `None` when anything was an error.
    pub sites: Option<Sites>,
    /// The site's own language.
    pub lang: Lang,
}

/// What one build leaves for the next one in the same process; empty and unused for a single build.
#[derive(Default)]
pub struct Memo {
    keep: bool,
    syntax: SyntaxMemo,
    datasets: dataset::Memo,
    pages: [PageMemo; 3],
}

impl Memo {
    /// A memo that is kept from build to build, for `serve`.
    pub fn kept() -> Memo {
        Memo { keep: true, ..Memo::default() }
    }
}

/// Builds the three trees from what `world` holds.
pub fn build(world: &dyn World, memo: &Memo, options: &Options) -> Outcome {
    let mut diag = Diagnostics::new();
    let mut lang = Lang::default();
    let sites = river(&mut diag, world, memo, options, &mut lang);
    let sites = sites.filter(|_| !diag.has_errors());
    diag.sort();
    Outcome { diagnostics: diag, sites, lang }
}

/// The datasets as tables for SQL, for `query`. Exact: what comes of them is never published.
pub fn tables(diag: &mut Diagnostics, world: &dyn World) -> Sql {
    let registries = registry::load(diag, world);
    let datasets = dataset::load(diag, world, &registries, &Wanted::All);
    sources::of(&datasets, &registries).into_exact()
}

fn river(diag: &mut Diagnostics, world: &dyn World, memo: &Memo, options: &Options, lang: &mut Lang) -> Option<Sites> {
    let site = read_site(diag, world, options)?;
    *lang = Lang::parse(&site.language).unwrap_or_default();
    let theme = read_theme(diag, world, &site);
    let files = world.list(diag, "content");
    let pages = parse::content::pages(diag, world, &files, memo.keep.then_some(&memo.syntax));
    let declared = read_figures(diag, world);

    let registries = registry::load(diag, world);
    let wanted = Wanted::by(declared.iter().map(|f| &*f.sql));
    let datasets = match memo.keep {
        true => dataset::load_changed(diag, world, &registries, &wanted, &memo.datasets),
        false => dataset::load(diag, world, &registries, &wanted),
    };
    let sources = sources::of(&datasets, &registries);
    let units = registries.titles_of_units();
    let policy = Policy::new(site.disclosure.min, site.disclosure.round);
    let figures = figure::resolve(diag, declared, &sources, policy);
    let names = Names { units: &units, figures: &figures.names() };
    let settings = content::Settings { site: &site, today: world.today(), drafts: options.drafts };
    let contents = content::resolve(diag, &settings, &names, pages, &files);

    let answers = query::answer(diag, &figures, &sources);
    let record = disclose::open(&answers, policy);

    let public = view::public::documents(diag, &site, &units, &contents.public, &record);
    let internal = view::internal::documents(diag, &site, &units, &contents.internal, &answers);
    let reports = view::internal::reports(diag, &site, &units, &contents.reports, &answers);
    if diag.has_errors() {
        return None;
    }
    // From here on a page is held by its documents alone, and goes with the last of them.
    drop(contents);

    let asset = |file: &str| world.read(file).ok();
    let press = |number: usize, frame: &SiteDoc| Press::new(&theme, frame, &asset, memo.keep.then_some(&memo.pages[number]));
    Some(Sites {
        public: tree(press(0, &frame::<Public>(&site, &site.nav.public)).print(diag, public)),
        internal: tree(press(1, &frame::<Internal>(&site, &site.nav.internal)).print(diag, internal)),
        reports: tree(press(2, &frame::<Reports>(&site, &site.nav.reports)).print(diag, reports)),
    })
}

fn read_figures(diag: &mut Diagnostics, world: &dyn World) -> Vec<FigureSyntax> {
    let files = world.list(diag, "data").into_iter().filter(|f| f.path.ends_with("/figures.yaml"));
    let mut declared = Vec::new();
    for file in files {
        match world.read(&file.path) {
            Ok(bytes) => declared.extend(parse::figures::parse(diag, &file.path, &bytes)),
            Err(error) => {
                diag.push(Diagnostic::new(Code::UNREADABLE_FILE, Place::file(file.path)).with("cause", error.to_string()));
            }
        }
    }
    declared
}

fn tree<A: Audience>(artifacts: Vec<crate::render::Artifact<A>>) -> Tree<A> {
    let mut tree = Tree::new();
    artifacts.into_iter().for_each(|a| tree.insert(a));
    tree
}

fn read_site(diag: &mut Diagnostics, world: &dyn World, options: &Options) -> Option<Site> {
    let mut site = match world.read(site::FILE) {
        Ok(bytes) => site::parse(diag, &bytes)?,
        Err(error) => {
            diag.push(Diagnostic::new(Code::UNREADABLE_FILE, Place::file(site::FILE)).with("cause", error.to_string()));
            return None;
        }
    };
    if let Some(base_url) = &options.base_url {
        site.base_url = base_url.trim_end_matches('/').to_owned();
    }
    Some(site)
}

fn read_theme(diag: &mut Diagnostics, world: &dyn World, site: &Site) -> Theme {
    let folder = format!("themes/{}", site.theme);
    let files: Vec<(Arc<str>, Arc<[u8]>)> =
        world.list(diag, &folder).into_iter().filter_map(|f| Some((Arc::clone(&f.path), world.read(&f.path).ok()?))).collect();
    let strings: Arc<str> = format!("{folder}/strings.yaml").into();
    let words = files
        .iter()
        .find(|(path, _)| *path == strings)
        .and_then(|(path, bytes)| parse::yaml::read(diag, path, parse::utf8(&mut Diagnostics::new(), path, bytes)?, 1))
        .unwrap_or_default();
    Theme::load(diag, &folder, &files, &words)
}

/// What all pages of one site share.
fn frame<A: Audience>(site: &Site, nav: &[NavLink]) -> SiteDoc {
    let links = |nav: &[NavLink]| nav.iter().map(|n| LinkDoc { title: n.title.clone(), url: n.url.clone() }).collect();
    let municipality = &site.municipality;
    let mut contact = Vec::new();
    let mut reach = |label: &str, text: &Option<String>, url: Option<String>| {
        contact.extend(text.iter().map(|t| ContactDoc { label: label.to_owned(), text: t.clone(), url: url.clone() }));
    };
    reach("Adres", &municipality.address, None);
    let digits = |phone: &str| phone.chars().filter(char::is_ascii_digit).collect::<String>();
    reach("Telefon", &municipality.phone, municipality.phone.as_deref().map(|p| format!("tel:{}", digits(p))));
    reach("E-posta", &municipality.email, municipality.email.as_deref().map(|e| format!("mailto:{e}")));
    let footer = if A::NAME == "public" && !site.nav.footer.is_empty() {
        vec![FooterDoc { title: "Kurumsal".to_owned(), links: links(&site.nav.footer) }]
    } else {
        Vec::new()
    };
    SiteDoc {
        name: site.title.clone(),
        motto: None,
        audience: A::NAME,
        lang: site.language.clone(),
        base_url: site.base_url.clone(),
        nav: links(nav),
        footer,
        contact,
    }
}

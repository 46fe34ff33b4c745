//! The river as one function: outside → source → parse → model → query → disclose → view → render → publish.
//!
//! One direction, one stage a line; each takes what the one before gave. Wrong input is collected on the way, and
//! there is one gate: nothing is rendered while anything is an error.

use crate::diag::{Diagnostics, Lang};
use crate::disclose;
use crate::model::content::{self, Names};
use crate::model::dataset::{self, Wanted};
use crate::model::figure::{self, Policy};
use crate::model::{registry, regulation, release, sources};
use crate::parse;
use crate::parse::content::SyntaxMemo;
use crate::parse::site;
use crate::query;
use crate::render::press::{PageMemo, Press};
use crate::render::theme::Theme;
use crate::source::World;
use crate::table::Sql;
use crate::view::{self, Internal, Public, Reports, Setting, SiteDoc};

pub use crate::publish::Sites;

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

/// The datasets as tables for SQL, for `query`: with the columns that `sql` may touch, or with all of them without it.
/// Exact: what comes of them is never published.
pub fn tables(diag: &mut Diagnostics, world: &dyn World, sql: Option<&str>) -> Sql {
    let registries = registry::load(diag, world);
    let wanted = sql.map_or(Wanted::All, |sql| Wanted::by([sql]));
    let datasets = dataset::load(diag, world, &registries, &wanted);
    sources::of(&datasets, &registries, world.today()).into_exact()
}

fn river(diag: &mut Diagnostics, world: &dyn World, memo: &Memo, options: &Options, lang: &mut Lang) -> Option<Sites> {
    let mut site = site::load(diag, world)?;
    if let Some(base_url) = &options.base_url {
        site.base_url = base_url.trim_end_matches('/').to_owned();
    }
    *lang = Lang::parse(&site.language).unwrap_or_default();
    let theme = parse::theme::load(diag, world, &site.theme);
    let theme = Theme::load(diag, &theme.folder, &theme.files, &theme.strings);
    let files = world.list(diag, "content");
    let pages = parse::content::pages(diag, world, &files, memo.keep.then_some(&memo.syntax));
    let regulations = regulation::load(diag, world);
    let pages = regulation::with_texts(diag, &regulations, pages);
    let declared = parse::figures::load(diag, world);

    let registries = registry::load(diag, world);
    let wanted = Wanted::by(declared.iter().map(|f| &*f.sql));
    let datasets = match memo.keep {
        true => dataset::load_changed(diag, world, &registries, &wanted, &memo.datasets),
        false => dataset::load(diag, world, &registries, &wanted),
    };
    let sources = sources::of(&datasets, &registries, world.today());
    let units = registries.titles_of_units();
    let policy = Policy::new(site.disclosure.min, site.disclosure.round);
    let figures = figure::resolve(diag, declared, &sources, policy);
    let names = Names { units: &units, figures: &figures.names() };
    let calendar = release::load(diag, world, &registries);
    let settings = content::Settings { site: &site, today: world.today(), drafts: options.drafts, calendar: &calendar };
    let contents = content::resolve(diag, &settings, &names, pages, &files);

    let answers = query::answer(diag, &figures, &sources);
    let record = disclose::open(&answers, policy);

    let setting = Setting { site: &site, units: &units, calendar: &calendar, today: world.today(), drafts: options.drafts };
    let public = view::public::documents(diag, &setting, &contents.public, &record);
    let internal = view::internal::documents(diag, &setting, &contents.internal, &answers);
    let reports = view::internal::reports(diag, &setting, &contents.reports, &answers);
    if diag.has_errors() {
        return None;
    }
    // From here on a page is held by its documents alone, and goes with the last of them.
    drop(contents);

    let asset = |file: &str| world.read(file).ok();
    let press = |number: usize, frame: &SiteDoc| Press::new(&theme, frame, &asset, memo.keep.then_some(&memo.pages[number]));
    Some(Sites {
        public: press(0, &SiteDoc::of::<Public>(&site, &site.nav.public)).print(diag, public).into_iter().collect(),
        internal: press(1, &SiteDoc::of::<Internal>(&site, &site.nav.internal)).print(diag, internal).into_iter().collect(),
        reports: press(2, &SiteDoc::of::<Reports>(&site, &site.nav.reports)).print(diag, reports).into_iter().collect(),
    })
}

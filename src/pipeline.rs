//! The river as one function: outside → source → parse → model → query → disclose → view → render → publish.
//!
//! One direction, one stage a line; each takes what the one before gave. Wrong input is collected on the way, and
//! there is one gate: nothing is rendered while anything is an error.

use std::sync::Arc;

use jiff::civil::Date;

use crate::diag::Diagnostics;
use crate::disclose;
use crate::model::alert::Alert;
use crate::model::content::{self, Names};
use crate::model::dataset::{self, Wanted};
use crate::model::diary::Diaries;
use crate::model::figure::{self, FigureSyntax, Policy};
use crate::model::release::{self, Release};
use crate::model::worklist::{self, Worklist};
use crate::model::{alert, calendar, council, directory, duty, event, publication, registry, regulation, service, sources};
use crate::parse;
use crate::parse::content::SyntaxMemo;
use crate::parse::picture::HeadMemo;
use crate::parse::site;
use crate::query;
use crate::render;
use crate::render::press::{PageMemo, Press};
use crate::render::theme::Theme;
use crate::source::World;
use crate::table::Sql;
use crate::view::{self, Internal, Public, Reports, Setting, SiteDoc, Tongue};

pub use crate::publish::{Collected, Nowhere, Shelves, Sites};

/// What a build was asked for.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Pages marked as drafts are built too.
    pub drafts: bool,
    /// The site's address, in place of the one in site.yaml.
    pub base_url: Option<String>,
    /// The trees are only looked at on this machine: pictures have one copy each, and nothing is compressed.
    pub preview: bool,
}

/// What came of a build.
pub struct Outcome {
    /// Everything to complain about, sorted.
    pub diagnostics: Diagnostics,
    /// The three trees; `None` when anything was an error.
    pub sites: Option<Sites>,
    /// What editors have to look at; only with a memo that is kept, for whoever shows it to them.
    pub worklist: Option<Worklist>,
}

/// What one build leaves for the next one in the same process; empty and unused for a single build.
#[derive(Default)]
pub struct Memo {
    keep: bool,
    syntax: SyntaxMemo,
    pictures: HeadMemo,
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
    let shelves = Collected::default();
    let mut diagnostics = Diagnostics::new();
    let worklist = river(&mut diagnostics, world, memo, options, &shelves);
    diagnostics.sort();
    let sites = (!diagnostics.has_errors()).then(|| shelves.into_sites());
    Outcome { diagnostics, sites, worklist }
}

/// Builds the three trees and hands each file to `shelves` as soon as it is finished. They hold good only when no
/// diagnostic is an error. Gives everything to complain about, sorted.
pub fn build_onto(world: &dyn World, memo: &Memo, options: &Options, shelves: &dyn Shelves) -> Diagnostics {
    let mut diag = Diagnostics::new();
    let _ = river(&mut diag, world, memo, options, shelves);
    diag.sort();
    diag
}

/// The datasets as tables for SQL, for `query`: with the columns that `sql` may touch, or with all of them without it.
/// Exact: what comes of them is never published.
pub fn tables(diag: &mut Diagnostics, world: &dyn World, sql: Option<&str>) -> Sql {
    let registries = registry::load(diag, world);
    let wanted = sql.map_or(Wanted::All, |sql| Wanted::by([sql]));
    let datasets = dataset::load(diag, world, &registries, &wanted);
    sources::of(&datasets, &registries, world.today()).into_exact()
}

/// What would be published today, as a record for later audits.
pub fn release(diag: &mut Diagnostics, world: &dyn World, period: &str, published: Date) -> Option<Release> {
    let site = site::load(diag, world)?;
    let declared = parse::figures::load(diag, world);
    let releases = release::load(diag, world);
    let registries = registry::load(diag, world);
    let datasets = dataset::load(diag, world, &registries, &Wanted::by(statements(&declared, &releases)));
    let sources = sources::of(&datasets, &registries, world.today());
    let policy = Policy::new(site.disclosure.min, site.disclosure.round);
    let figures = figure::resolve(diag, declared, &sources, policy);
    let answers = query::answer(diag, &figures, &sources);
    let earlier = query::earlier(diag, &releases, &figures, &sources);
    let record = disclose::open(diag, &answers, policy, &earlier);
    Some(disclose::release(period, published, &answers, &record))
}

/// The alerts of today as the banner of every citizens' page, and the addresses of the site that they lead to. Reads
/// `data/uyari.yaml` alone: whatever else is wrong, this can be told.
pub fn banner(diag: &mut Diagnostics, world: &dyn World) -> (String, Vec<Alert>) {
    let mut alerts = alert::load(diag, world);
    alerts.retain(|alert| alert.is_shown_on(world.today()));
    (render::alert::banner(&view::alerts(&alerts, world.today())), alerts)
}

/// Every statement that reads the data: of today's figures and of those that were released.
fn statements<'a>(declared: &'a [FigureSyntax], releases: &'a [Release]) -> impl Iterator<Item = &'a str> {
    let released = releases.iter().flat_map(|release| release.figures.values()).map(|figure| figure.sql.as_str());
    declared.iter().map(|figure| figure.sql.as_str()).chain(released)
}

/// Two parts of the river that do not meet, side by side.
fn both<A: Send, B: Send>(
    diag: &mut Diagnostics,
    a: impl FnOnce(&mut Diagnostics) -> A + Send,
    b: impl FnOnce(&mut Diagnostics) -> B + Send,
) -> (A, B) {
    let mut complaints = Diagnostics::new();
    let both = rayon::join(|| a(diag), || b(&mut complaints));
    diag.extend(complaints);
    both
}

fn river(diag: &mut Diagnostics, world: &dyn World, memo: &Memo, options: &Options, shelves: &dyn Shelves) -> Option<Worklist> {
    let mut site = site::load(diag, world)?;
    if let Some(base_url) = &options.base_url {
        site.base_url = base_url.trim_end_matches('/').to_owned();
    }
    // What was written and what was counted know nothing of each other yet, and a large dataset is read by one thread.
    let ((theme, icons, words, files, pages), (registries, declared, releases, datasets)) = both(
        diag,
        |diag| {
            let theme_files = parse::theme::load(diag, world, &site.theme, &site.languages());
            let icons: Vec<String> = theme_files.icons.keys().cloned().collect();
            let words = Arc::clone(&theme_files.words);
            let theme = Theme::load(diag, theme_files, &site.languages());
            let files = world.list(diag, "content");
            let pages = parse::content::pages(diag, world, &files, memo.keep.then_some(&memo.syntax));
            (theme, icons, words, files, pages)
        },
        |diag| {
            let registries = registry::load(diag, world);
            let declared = parse::figures::load(diag, world);
            let releases = release::load(diag, world);
            let wanted = Wanted::by(statements(&declared, &releases));
            let datasets = match memo.keep {
                true => dataset::load_changed(diag, world, &registries, &wanted, &memo.datasets),
                false => dataset::load(diag, world, &registries, &wanted),
            };
            (registries, declared, releases, datasets)
        },
    );
    let regulations = regulation::load(diag, world, &registries);
    let council = council::load(diag, world, &registries);
    let calendar = calendar::load(diag, world, &registries);
    let publications = publication::load(diag, world, &registries);
    let mut diaries = Diaries::default();
    let (pages, decisions) = council::with_pages(diag, &council, &regulations, pages, &files, &mut diaries);
    let pages = regulation::with_texts(diag, &regulations, &decisions, pages);
    let mut services = service::load(diag, world, &registries, &regulations);
    let pages = service::with_pages(diag, &mut services, pages);
    let directory = directory::load(diag, world, &site.municipality, &registries, &services);
    let pages = directory::with_pages(&directory, &services, pages);
    let pages = event::with_pages(diag, world.today(), &mut diaries, pages);
    calendar::into_diaries(&calendar, &pages, &mut diaries);
    let evidence = publication::Sources { calendar: &calendar, council: &council, today: world.today() };
    let pages = publication::with_pages(diag, &publications, evidence, &registries, &mut diaries, pages);

    let sources = sources::of(&datasets, &registries, world.today());
    let units = registries.titles_of_units();
    let policy = Policy::new(site.disclosure.min, site.disclosure.round);
    let figures = figure::resolve(diag, declared, &sources, policy);
    let mut named = figures.names();
    named.extend(services.tables());
    let names = Names { units: &units, figures: &named, icons: &icons, diaries: &diaries };
    let alerts = alert::load(diag, world);
    let settings =
        content::Settings { site: &site, today: world.today(), drafts: options.drafts, calendar: &calendar, alerts: &alerts };
    let pictures = parse::picture::heads(world, &files, &memo.pictures);
    let written = memo.keep.then(|| pages.clone());
    let contents = content::resolve(diag, &settings, &names, pages, &files, &pictures);

    let known = duty::Known { regulations: &regulations, datasets: &datasets, figures: &figures, contents: &contents };
    let duties = duty::resolve(diag, world, &known);

    let answers = query::answer(diag, &figures, &sources);
    let earlier = query::earlier(diag, &releases, &figures, &sources);
    let record = disclose::open(diag, &answers, policy, &earlier).marked(&releases);

    let setting = Setting {
        site: &site,
        tongue: Tongue(&words),
        units: &units,
        calendar: &calendar,
        regulations: &regulations,
        diaries: &diaries,
        services: &services,
        today: world.today(),
        drafts: options.drafts,
        preview: options.preview,
    };
    let (public, (internal, reports, worklist)) = both(
        diag,
        |diag| view::public::documents(diag, &setting, &contents.public, &duties.open, &record),
        |diag| {
            let mut internal = view::internal::documents(diag, &setting, &contents.internal, &duties.full, &answers);
            let all = [&contents.public, &contents.internal, &contents.reports];
            internal.extend(view::editing::documents(&site, &units, all, &files));
            let reports = view::internal::reports(diag, &setting, &contents.reports, &duties.full, &answers);
            let worklist = written.map(|pages| worklist::of(&pages, &contents, &site, world.today()));
            (internal, reports, worklist)
        },
    );
    if diag.has_errors() {
        return worklist;
    }
    let nav = &site.nav;
    let public_frames = SiteDoc::in_all_languages::<Public>(&site, &nav.public, &contents.public, setting.tongue);
    let with_alerts = |frame: SiteDoc| frame.with_alerts(&alerts, world.today());
    let public_frames: Vec<SiteDoc> = public_frames.into_iter().map(with_alerts).collect();
    let internal_frames = SiteDoc::in_all_languages::<Internal>(&site, &nav.internal, &contents.internal, setting.tongue);
    let report_frames = SiteDoc::in_all_languages::<Reports>(&site, &nav.reports, &contents.reports, setting.tongue);
    // From here on a page is held by its documents alone, and goes with the last of them. Letting go of what else there is
    // takes a while, for which nothing need wait.
    rayon::spawn(move || drop(contents));

    shelves.compress(site.compress);
    let asset = |file: &str| world.read(file).ok();
    let press = |number: usize, frames: &[SiteDoc]| Press::new(&theme, frames, &asset, memo.keep.then_some(&memo.pages[number]));
    press(0, &public_frames).print(diag, public, &|file| shelves.public(file), &|path| shelves.keeps_public(path));
    press(1, &internal_frames).print(diag, internal, &|file| shelves.internal(file), &|path| shelves.keeps_internal(path));
    press(2, &report_frames).print(diag, reports, &|file| shelves.reports(file), &|path| shelves.keeps_reports(path));
    worklist
}

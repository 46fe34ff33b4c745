//! The river as one function: outside → source → parse → model → query → disclose → view → render → publish.
//!
//! One direction, one stage a line; each takes what the one before gave. Wrong input is collected on the way, and
//! there is one gate: nothing is rendered while anything is an error.

use std::sync::Arc;

use jiff::civil::Date;

use crate::diag::{Code, Diagnostics};
use crate::disclose;
use crate::model::alert::{self, Alert};
use crate::model::content::Contents;
use crate::model::data::Data;
use crate::model::dataset::{self, Wanted};
use crate::model::figure::{self, Policy};
use crate::model::release::Release;
use crate::model::town::{Look, Town, Written};
use crate::model::worklist::{self, Worklist};
use crate::model::{registry, sources};
use crate::parse;
use crate::parse::content::SyntaxMemo;
use crate::parse::picture::HeadMemo;
use crate::parse::site::{self, Site};
use crate::query;
use crate::render::press::{PageMemo, Press};
use crate::render::theme::Theme;
use crate::source::World;
use crate::table::Sql;
use crate::view::{self, AlertDoc, CardLook, Setting, SiteDoc, Tongue};

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
    /// What was known, for whoever shows editors what they have to look at; only with a memo that is kept.
    pub known: Option<Known>,
}

/// What a build knew of the municipality (bilinen).
pub struct Known {
    site: Site,
    town: Town,
    today: Date,
}

impl Known {
    /// Without anybody to ask, a page is held by its documents alone from here on, and goes with the last of them. Letting
    /// go of what else there is takes a while, for which nothing need wait.
    fn kept(keep: bool, site: Site, town: Town, today: Date) -> Option<Known> {
        let known = Known { site, town, today };
        if keep {
            return Some(known);
        }
        rayon::spawn(move || drop(known));
        None
    }

    /// What editors have to look at.
    pub fn worklist(&self) -> Worklist {
        let pages = self.town.pages.as_deref().unwrap_or_default();
        worklist::of(pages, &self.town.contents, &self.site, self.today)
    }
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
    let known = river(&mut diagnostics, world, memo, options, &shelves);
    diagnostics.sort();
    let sites = (!diagnostics.has_errors()).then(|| shelves.into_sites());
    Outcome { diagnostics, sites, known }
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
    let data = Data::load(diag, world, None);
    let sources = data.sources(world.today());
    let policy = Policy::from(site.disclosure);
    let figures = figure::resolve(diag, data.figures, &sources, policy);
    let answers = query::answer(diag, &figures, &sources);
    let earlier = query::earlier(diag, &data.releases, &figures, &sources);
    let record = disclose::open(diag, &answers, policy, &earlier);
    Some(disclose::release(period, published, &answers, &record))
}

/// The alerts of today. Reads `data/uyari.yaml` alone: whatever else is wrong, this can be told.
pub fn alerts(diag: &mut Diagnostics, world: &dyn World) -> Vec<Alert> {
    let mut alerts = alert::load(diag, world);
    alerts.retain(|alert| alert.is_shown_on(world.today()));
    alerts
}

/// What the banner of every citizens' page says of `alerts`.
pub fn banner(alerts: &[Alert], world: &dyn World) -> Vec<AlertDoc> {
    view::alerts(alerts, world.today())
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

fn river(diag: &mut Diagnostics, world: &dyn World, memo: &Memo, options: &Options, shelves: &dyn Shelves) -> Option<Known> {
    let site = site::load(diag, world)?.at(options.base_url.as_deref());
    let (languages, compress, today) = (site.languages(), site.compress, world.today());

    let files = parse::theme::load(diag, world, &site.theme, &languages);
    let icons: Vec<String> = files.icons.keys().cloned().collect();
    let (words, card) = (Arc::clone(&files.words), Arc::new(CardLook::of(&files, &site.theme)));
    // What was written, how it looks and what was counted know nothing of each other yet; the last two are work for one
    // thread each.
    let ((theme, data), written) = both(
        diag,
        |diag| {
            let theme = |diag: &mut Diagnostics| Theme::load(diag, files, &languages);
            both(diag, theme, |diag| Data::load(diag, world, memo.keep.then_some(&memo.datasets)))
        },
        |diag| Written::load(diag, world, memo.keep.then_some(&memo.syntax)),
    );

    let sources = data.sources(today);
    let look = Look {
        site: &site,
        icons: &icons,
        words: &words,
        drafts: options.drafts,
        keeps_pages: memo.keep,
        pictures: &memo.pictures,
    };
    let town = Town::resolve(diag, world, &look, written, &data, &sources);

    let answers = query::answer(diag, &town.figures, &sources);
    let earlier = query::earlier(diag, &data.releases, &town.figures, &sources);

    let record = disclose::open(diag, &answers, site.disclosure.into(), &earlier).marked(&data.releases);

    let setting = Setting {
        site: &site,
        tongue: Tongue(&words),
        card: &card,
        units: &town.units,
        calendar: &town.calendar,
        regulations: &town.regulations,
        diaries: &town.diaries,
        services: &town.services,
        today,
        drafts: options.drafts,
        preview: options.preview,
    };
    let (public, (internal, reports)) = both(
        diag,
        |diag| view::public::documents(diag, &setting, &town.contents.public, &town.duties.open, &record),
        |diag| {
            let Contents { public, internal, reports } = &town.contents;
            let mut staff = view::internal::documents(diag, &setting, internal, &town.duties.full, &answers);
            staff.extend(view::editing::documents(&site, &town.units, [public, internal, reports], &town.files));
            let sent = view::internal::reports(diag, &setting, reports, &town.duties.full, &answers);
            (staff, sent)
        },
    );
    // A declared figure that a page does not get has been complained about where it is declared.
    let declared = |id: &str| town.figures.get(id).is_some();
    diag.without(|d| d.code == Code::UNKNOWN_FIGURE && d.args.iter().any(|(name, id)| *name == "id" && declared(id)));
    let frames = SiteDoc::of_all_sites(&site, &town.contents, setting.tongue, &town.alerts, today);
    let known = Known::kept(memo.keep, site, town, today);
    if diag.has_errors() {
        return known;
    }
    shelves.compress(compress);
    let asset = |file: &str| world.read(file).ok();
    let press = |number: usize| Press::new(&theme, &frames[number], &asset, memo.keep.then_some(&memo.pages[number]));
    press(0).print(diag, public, &|file| shelves.public(file), &|path| shelves.keeps_public(path));
    press(1).print(diag, internal, &|file| shelves.internal(file), &|path| shelves.keeps_internal(path));
    press(2).print(diag, reports, &|file| shelves.reports(file), &|path| shelves.keeps_reports(path));
    known
}

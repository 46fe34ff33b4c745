//! All documents of one audience's site: pages, lists, feeds, redirects. Decides what each says and where it stands.
//!
//! The same composing serves citizens and staff; what differs is the [`Figures`] it is given, and a citizens' site is
//! only ever given those of the open record (`view::public`).

mod collide;
mod diary;
mod distribution;
mod duties;
mod error;
mod feed;
mod home;
mod instance;
mod language;
mod list;
mod machines;
mod map;
mod meta;
mod open_data;
mod page;
mod picture;
mod prose;
mod regulation;
mod release;
mod report;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use foldhash::{HashSet, HashSetExt};
use rayon::prelude::*;

use super::card;
use super::figures::Figures;
use super::{Audience, Body, CardLook, CatalogueDoc, Document, ItemDoc, Tongue, search};
use crate::diag::Diagnostics;
use crate::language::Language;
use crate::model::calendar::Calendar;
use crate::model::content::{Content, Page};
use crate::model::diary::Diaries;
use crate::model::regulation::Regulations;
use crate::model::service::Services;
use crate::parse::site::{NavLink, Site};
pub use duties::Duties;
use instance::Instance;

/// What all three sites share.
pub struct Setting<'v> {
    /// The settings.
    pub site: &'v Site,
    /// The words of the theme.
    pub tongue: Tongue<'v>,
    /// What the pictures look like that pages are announced with.
    pub card: &'v Arc<CardLook>,
    /// Names of the units by code.
    pub units: &'v BTreeMap<String, String>,
    /// When what comes out.
    pub calendar: &'v Calendar,
    /// The regulations that pages show.
    pub regulations: &'v Regulations,
    /// What pages offer for one's own calendar.
    pub diaries: &'v Diaries,
    /// The services that pages are about.
    pub services: &'v Services,
    /// The day of the build.
    pub today: jiff::civil::Date,
    /// Whether pages are shown before their day.
    pub drafts: bool,
    /// Whether it is only looked at on this machine: what takes long is left out.
    pub preview: bool,
}

impl<'v> Setting<'v> {
    /// With what one site has of its own.
    pub(super) fn input(
        &self,
        content: &'v Content,
        nav: &'v [NavLink],
        figures: &'v dyn Figures,
        duties: Duties<'v>,
    ) -> Input<'v> {
        let Setting { site, tongue, card, units, calendar, regulations, diaries, services, today, drafts, preview } = *self;
        Input {
            site,
            tongue,
            card,
            content,
            units,
            nav,
            figures,
            calendar,
            regulations,
            diaries,
            services,
            duties,
            today,
            drafts,
            preview,
        }
    }
}

/// What a site is composed of.
pub struct Input<'v> {
    /// The settings.
    pub site: &'v Site,
    /// The words of the theme.
    pub tongue: Tongue<'v>,
    /// What the pictures look like that pages are announced with.
    pub card: &'v Arc<CardLook>,
    /// The pages.
    pub content: &'v Content,
    /// Names of the units by code.
    pub units: &'v BTreeMap<String, String>,
    /// When what comes out.
    pub calendar: &'v Calendar,
    /// The day of the build.
    pub today: jiff::civil::Date,
    /// Whether pages are shown before their day.
    pub drafts: bool,
    /// Whether it is only looked at on this machine: what takes long is left out.
    pub preview: bool,
    /// The main menu.
    pub nav: &'v [NavLink],
    /// What may be shown of the figures.
    pub figures: &'v dyn Figures,
    /// The duties that pages show.
    pub duties: Duties<'v>,
    /// The regulations that pages show.
    pub regulations: &'v Regulations,
    /// What pages offer for one's own calendar.
    pub diaries: &'v Diaries,
    /// The services that pages are about.
    pub services: &'v Services,
}

/// The documents of audience `A`, by path.
pub fn compose<A: Audience>(diag: &mut Diagnostics, input: &Input<'_>) -> Vec<Document<A>> {
    let instances = instance::expand(diag, input);
    let mut desk = Desk::new(input, &instances, A::NAME);
    desk.calendar_page = instances.iter().find(|i| i.page.syntax.front.calendar).map(|i| Arc::clone(&i.address));
    desk.catalogue = open_data::catalogue(diag, &desk, &instances);
    let made: Vec<(Vec<Document<A>>, Diagnostics)> = instances
        .par_iter()
        .with_max_len(crate::AT_ONCE)
        .map(|instance| {
            let mut diag = Diagnostics::new();
            (page::documents(&mut diag, &desk, &instances, instance), diag)
        })
        .collect();
    let mut documents = Vec::with_capacity(made.len() + 64);
    for (made, complaints) in made {
        documents.extend(made);
        diag.extend(complaints);
    }
    documents.extend(error::unwritten(&desk));
    documents.extend(list::terms(&desk));
    documents.extend(feed::feeds(&desk));
    if input.site.search && A::NAME != "reports" {
        documents.extend(search::documents(&documents, language::finders(&desk)));
    }
    if A::NAME == "reports" {
        documents.extend(distribution::lists(diag, &desk, &instances));
    }
    documents.extend(open_data::documents(&desk, &desk.catalogue));
    documents.extend(input.content.assets.iter().map(|a| Document::new(inside(&a.url), Body::Asset(Arc::clone(&a.file)))));
    documents.extend(picture::copies(&documents));
    if input.site.social && !input.preview {
        let cards = card::announced(&mut documents, &input.site.title, input.card);
        documents.extend(cards);
    }
    documents.extend(
        input.content.redirects.iter().map(|r| Document::new(redirect_path(&r.from), Body::Redirect { url: r.to.to_string() })),
    );
    documents.extend(machines::documents(diag, &desk, &documents));
    if A::NAME == "public" {
        release::complain_about_late(diag, input, &instances);
    }
    collide::complain(diag, input, &instances, &documents);
    documents
}

/// What composing one page needs to know of all the others.
struct Desk<'v> {
    input: &'v Input<'v>,
    audience: &'static str,
    /// Every address a link may lead to.
    addresses: HashSet<Arc<str>>,
    /// The pages made from rows, by their page's index.
    made_from: BTreeMap<usize, Vec<&'v Instance<'v>>>,
    /// Where the release calendar is listed.
    calendar_page: Option<Arc<str>>,
    /// The data given away.
    catalogue: Arc<CatalogueDoc>,
    /// The languages that have a home page, with its address.
    homes: Vec<(Language, String)>,
    /// Each page as an entry of lists, once it stands in one: it stands in several.
    items: Vec<OnceLock<Arc<ItemDoc>>>,
}

impl<'v> Desk<'v> {
    fn new(input: &'v Input<'v>, instances: &'v [Instance<'v>], audience: &'static str) -> Self {
        let mut made_from: BTreeMap<usize, Vec<&Instance<'_>>> = BTreeMap::new();
        let mut addresses = HashSet::with_capacity(instances.len());
        for instance in instances {
            addresses.insert(Arc::clone(&instance.address));
            if instance.corrections > 0 {
                addresses.insert(instance.first_address());
            }
            if instance.row.is_some() {
                made_from.entry(instance.index).or_default().push(instance);
            }
        }
        let content = input.content;
        for section in content.sections.iter().filter(|s| s.per_page > 0) {
            addresses
                .extend((2..=section.members.len().div_ceil(section.per_page)).map(|n| list::page_url(&section.url, n).into()));
        }
        for term in &content.terms {
            addresses.extend((2..=term.members.len().div_ceil(input.site.paging)).map(|n| list::page_url(&term.url, n).into()));
        }
        Desk {
            input,
            audience,
            addresses,
            made_from,
            calendar_page: None,
            catalogue: Arc::default(),
            homes: language::homes(input),
            items: std::iter::repeat_with(OnceLock::new).take(content.pages.len()).collect(),
        }
    }

    fn page(&self, index: usize) -> &'v Page {
        &self.input.content.pages[index]
    }

    fn item(&self, index: usize) -> Arc<ItemDoc> {
        Arc::clone(self.items[index].get_or_init(|| Arc::new(meta::item(self, index))))
    }
}

/// The file behind an address: `/a/` is `a/index.html`.
pub(in crate::view) fn file_of(address: &str) -> String {
    let inside = inside(address);
    if inside.is_empty() || inside.ends_with('/') { format!("{inside}index.html") } else { inside.to_owned() }
}

fn inside(address: &str) -> &str {
    address.trim_start_matches('/')
}

/// The file an old address is asked for at: `/x` and `/x/` are served from `x/index.html`, `/x.html` from itself.
fn redirect_path(address: &str) -> String {
    let last = address.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let is_file = last.ends_with(".html") || last.ends_with(".htm");
    if is_file { inside(address).to_owned() } else { file_of(&format!("{}/", address.trim_end_matches('/'))) }
}

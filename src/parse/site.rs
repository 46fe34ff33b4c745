//! `site.yaml` → who the municipality is, its addresses and its policies.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::editing::Editing;
use super::page::Day;
use super::theme::ThemeSettings;
use super::{schemas, yaml};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::language::Language;
use crate::source::World;

/// Where the site file stands.
pub const FILE: &str = "site.yaml";

/// What `site.yaml` says (site ayarları).
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// Who publishes.
    pub municipality: Municipality,
    /// Name of the site, shown on every page.
    pub title: String,
    /// Absolute address of the public site, without a slash at the end.
    pub base_url: String,
    /// Language of the site's own messages and pages: `tr`.
    #[serde(default, deserialize_with = "language")]
    #[schemars(schema_with = "schemas::language")]
    pub language: Language,
    /// All languages pages may be in, that of the site among them.
    #[serde(default, deserialize_with = "languages")]
    #[schemars(with = "Vec<String>")]
    languages: Vec<Language>,
    /// How it looks.
    #[serde(default = "default_theme")]
    pub theme: ThemeSettings,
    /// How public figures about people are protected.
    #[serde(default)]
    pub disclosure: Disclosure,
    /// Which lists of pages are made.
    #[serde(default)]
    pub taxonomies: Vec<Taxonomy>,
    /// Entries on a page of a list.
    #[serde(default = "default_paging")]
    pub paging: usize,
    /// Whether pages can be searched: a search page, its index and a list from A to Z.
    #[serde(default)]
    pub search: bool,
    /// Whether text files get compressed sisters (`.br`, `.gz`) for servers that send what lies there.
    #[serde(default)]
    pub compress: bool,
    /// Whether each page has a picture to be announced with elsewhere.
    #[serde(default)]
    pub social: bool,
    /// Menus.
    #[serde(default)]
    pub nav: Nav,
    /// Terms and vocabulary of the open data.
    #[serde(default)]
    pub open_data: OpenData,
    /// Whom to tell of a weak spot; nothing is published where nobody is named.
    pub security: Option<Security>,
    /// Where editors work in the browser; nothing is made for it where this is missing.
    pub editing: Option<Editing>,
}

/// What `security.txt` says (RFC 9116).
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Security {
    /// Addresses that begin with `mailto:`, `tel:` or `https:`; the one to try first comes first.
    pub contact: Vec<String>,
    /// What a finder may and may not do: an address.
    pub policy: Option<String>,
    /// The day until which this holds good; renewed by every build when it is not written.
    pub expires: Option<Day>,
    /// Its line in `site.yaml`; 0 when it is not known.
    #[serde(skip)]
    pub line: u32,
}

impl Security {
    /// Where it is written.
    pub fn place(&self) -> Place {
        Place::at(FILE, self.line, u32::from(self.line > 0)).field("security")
    }
}

/// What is said about all open data (açık veri ayarları).
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct OpenData {
    /// The licence; nothing while nobody has decided.
    pub licence: Option<Licence>,
    /// The public figure whose rows are the tree of subjects: columns `konu` and `alt_konu`.
    pub services: Option<String>,
}

/// A licence (kullanım koşulu).
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    /// Short name: `CC-BY-4.0`.
    pub name: String,
    /// Name in words.
    pub title: Option<String>,
    /// Where its text is.
    pub url: String,
}

/// The municipality (belediye).
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Municipality {
    /// Full name.
    pub name: String,
    /// `belediye`, `büyükşehir belediyesi`, …
    pub kind: Option<String>,
    /// Province (il).
    pub province: Option<String>,
    /// District (ilçe).
    pub district: Option<String>,
    /// Number plate of the province.
    pub plate: Option<u8>,
    /// Telephone code of the province.
    pub phone_code: Option<String>,
    /// Host name of the website.
    pub website: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Telephone of the switchboard.
    pub phone: Option<String>,
    /// E-mail of the institution.
    pub email: Option<String>,
}

impl Municipality {
    /// Where it is: `Çaycuma, Zonguldak`.
    pub fn place(&self) -> Option<String> {
        let parts: Vec<&str> = [&self.district, &self.province].into_iter().flatten().map(String::as_str).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

/// The default rule for public counts about people (gizlilik kuralı).
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Disclosure {
    /// Counts from 1 to `min − 1` are withheld; statistics need at least `min` records.
    pub min: u32,
    /// Other counts are rounded to the nearest multiple.
    pub round: u32,
    /// A sum or mean is withheld where who knows the second weightiest record could guess the weightiest to within this
    /// part of it, in per cent (p % rule).
    #[serde(default = "Disclosure::usual_p")]
    #[schemars(range(min = Disclosure::LEAST_P, max = Disclosure::MOST_P))]
    pub p: u32,
}

impl Disclosure {
    /// Below a tenth the weightiest record would be as good as told: no site may go below it.
    pub const LEAST_P: u32 = 10;
    /// Then all others together must bring as much as the weightiest alone; more would ask for what no table of a town has.
    pub const MOST_P: u32 = 100;

    /// Stricter than what 5429 art. 13 is read as (one or two units that dominate): where one record brings 80 % or two bring
    /// 90 %, the rest is never more than a quarter of the weightiest.
    pub const fn usual_p() -> u32 {
        25
    }
}

impl Default for Disclosure {
    fn default() -> Self {
        Disclosure { min: 10, round: 5, p: Disclosure::usual_p() }
    }
}

/// A way to sort pages into lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Taxonomy {
    /// By responsible unit.
    Birim,
    /// By kind.
    Tur,
    /// By tag.
    Etiket,
    /// By year of the date.
    Yil,
}

/// The menus (gezinme).
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Nav {
    /// Main menu of the public site.
    pub public: Vec<NavLink>,
    /// Main menu of the internal site.
    pub internal: Vec<NavLink>,
    /// Main menu of the reports.
    pub reports: Vec<NavLink>,
    /// Foot of the public site.
    pub footer: Vec<NavLink>,
}

/// An entry of a menu.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NavLink {
    /// Its words.
    pub title: String,
    /// Its address from the root of the site.
    pub url: String,
    /// Its line in `site.yaml`; 0 when it is not known.
    #[serde(skip)]
    pub line: u32,
}

/// Finds and reads `site.yaml`.
pub fn load(diag: &mut Diagnostics, world: &dyn World) -> Option<Site> {
    match world.read(FILE) {
        Ok(bytes) => parse(diag, &bytes),
        Err(error) => {
            diag.push(Diagnostic::unreadable(Place::file(FILE), &error));
            None
        }
    }
}

/// Reads `site.yaml`; without a readable one there is nothing to build, and why has been said.
pub fn parse(diag: &mut Diagnostics, bytes: &[u8]) -> Option<Site> {
    let file: Arc<str> = FILE.into();
    let text = super::utf8(diag, &file, bytes)?;
    let mut site: Site = yaml::read(diag, &file, text, 1)?;
    site.base_url.truncate(site.base_url.trim_end_matches('/').len());
    let line = |key: &str| text.lines().zip(1..).find(|(l, _)| l.trim_start().starts_with(key)).map_or(0, |(_, n)| n);
    let mut complain = |key: &'static str, value: String, expected: &str| {
        let place = Place::at(Arc::clone(&file), line(key), 1).field(key);
        diag.push(
            Diagnostic::new(Code::BAD_VALUE, place).with("key", key).with("value", value).with("expected", expected.to_owned()),
        );
    };
    let host = site.base_url.strip_prefix("https://").or_else(|| site.base_url.strip_prefix("http://"));
    if !host.is_some_and(|h| !h.is_empty() && !h.contains(['/', ' ', '"', '<', '?', '#'])) {
        complain("base_url", site.base_url.clone(), "https://www.ornek.bel.tr");
    }
    // 5429 art. 13 calls a cell of fewer than three units confidential: no site may go below it.
    if site.disclosure.min < 3 {
        complain("disclosure", site.disclosure.min.to_string(), "min: 3 …");
    }
    if site.disclosure.round == 0 {
        complain("disclosure", "0".to_owned(), "round: 1 …");
    }
    let (least_p, most_p) = (Disclosure::LEAST_P, Disclosure::MOST_P);
    if !(least_p..=most_p).contains(&site.disclosure.p) {
        complain("disclosure", site.disclosure.p.to_string(), &format!("p: {least_p} – {most_p}"));
    }
    if site.paging == 0 {
        complain("paging", "0".to_owned(), "1 …");
        site.paging = default_paging();
    }
    if !plain_name(&site.theme.name) {
        complain("theme", site.theme.name.clone(), "varsayilan");
    }
    if let Some(security) = &mut site.security {
        security.line = line("security:");
        let known = |contact: &&String| !["mailto:", "tel:", "https:"].iter().any(|scheme| contact.starts_with(scheme));
        let wrong = security.contact.iter().find(known).cloned();
        if let Some(value) = wrong.or_else(|| security.contact.is_empty().then(String::new)) {
            complain("security", value, "contact: [\"mailto:…\"]");
        }
    }
    if let Some(editing) = &site.editing {
        if editing.repo.split('/').count() < 2 || editing.repo.split('/').any(str::is_empty) {
            complain("repo", editing.repo.clone(), "belediye/site");
        }
        if editing.script.contains('/') && !editing.script.starts_with("https://") {
            complain("script", editing.script.clone(), "sveltia-cms.js, https://…");
        }
        if let Some(server) = editing.server.clone().filter(|server| !server.starts_with("https://")) {
            complain("server", server, "https://git.ornek.bel.tr");
        }
    }
    let menus = [&mut site.nav.public, &mut site.nav.internal, &mut site.nav.reports, &mut site.nav.footer];
    for link in menus.into_iter().flatten() {
        let written = format!("url: {}", link.url);
        link.line = text.lines().zip(1..).find(|(l, _)| l.contains(&written)).map_or(0, |(_, n)| n);
    }
    Some(site)
}

fn plain_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

impl Site {
    /// The same site at another address, where one is given.
    pub fn at(self, base_url: Option<&str>) -> Site {
        match base_url {
            Some(url) => Site { base_url: url.trim_end_matches('/').to_owned(), ..self },
            None => self,
        }
    }

    /// All languages pages may be in, the site's own first.
    pub fn languages(&self) -> Vec<Language> {
        let others = self.languages.iter().copied().filter(|language| *language != self.language);
        [self.language].into_iter().chain(others).collect()
    }
}

fn languages<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Language>, D::Error> {
    Vec::<String>::deserialize(deserializer)?.iter().map(|tag| read_language(tag)).collect()
}

fn language<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Language, D::Error> {
    read_language(&String::deserialize(deserializer)?)
}

fn read_language<E: Error>(tag: &str) -> Result<Language, E> {
    Language::parse(tag).ok_or_else(|| E::custom(format!("{tag}{}tr, en, ar, …", yaml::NOT_A)))
}

fn default_theme() -> ThemeSettings {
    ThemeSettings::named(super::theme::DEFAULT)
}

fn default_paging() -> usize {
    20
}

//! A Markdown file of `content/` → front matter and prose. Not the page itself: its address, section and links are the
//! model's to decide.

mod front;

use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{Deserializer, Error as _};

use super::event::EventFront;
use super::markdown::{self, LinkSyntax, RawLink};
use super::schemas;
use super::yaml::{self, Spanned};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::prose::{LinkId, Prose};
use crate::turkish;

/// Largest page read; a longer text is almost surely a mistake (a picture saved under the wrong name).
const LIMIT: usize = 4 << 20;

/// A page as written (sayfa sözdizimi).
#[derive(Clone, Debug)]
pub struct PageSyntax {
    /// Path from the root of the repository.
    pub file: Arc<str>,
    /// What stands between the `---` lines.
    pub front: FrontMatter,
    /// Line of each front matter key, for complaints about its value.
    key_lines: Box<[(Box<str>, u32)]>,
    /// The text below.
    pub body: Prose<RawLink>,
}

impl PageSyntax {
    /// A page that nobody wrote, as if it lay in `file`.
    pub fn made(file: Arc<str>, front: FrontMatter, body: Prose<RawLink>) -> PageSyntax {
        PageSyntax { file, front, key_lines: Box::default(), body }
    }

    /// The page in another language than `original`'s: what it does not say of its day, unit and place is the original's.
    pub fn inheriting(&self, original: &FrontMatter) -> PageSyntax {
        let mut page = self.clone();
        let (own, of) = (&mut page.front, original.clone());
        own.date = own.date.or(of.date);
        own.unit = own.unit.take().or(of.unit);
        own.kind = own.kind.take().or(of.kind);
        own.weight = own.weight.or(of.weight);
        own.publish = own.publish.max(of.publish);
        own.expires = own.expires.into_iter().chain(of.expires).min();
        own.draft |= of.draft;
        own.section = own.section.take().or(of.section);
        page
    }

    /// The place of a value inside the front matter.
    pub fn value_place(&self, value: &Spanned<String>) -> Place {
        let (line, column) = at(value);
        Place::at(Arc::clone(&self.file), line, column)
    }

    /// The place of a front matter key; the file when the key is not written.
    pub fn key_place(&self, key: &str) -> Place {
        let line = self.key_lines.iter().find(|(k, _)| &**k == key).map_or(0, |(_, line)| *line);
        Place::at(Arc::clone(&self.file), line, u32::from(line > 0)).field(key)
    }
}

/// The keys a page may have (ön bilgi). Dates are days in Türkiye.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
// What nobody knows is complained about beside everything else that is wrong, and not by the reader of YAML.
#[schemars(deny_unknown_fields)]
pub struct FrontMatter {
    /// The page's heading and its words in lists.
    pub title: String,
    /// First published.
    pub date: Option<Day>,
    /// Last changed in substance.
    pub updated: Option<Day>,
    /// One or two sentences for lists, feeds and search engines.
    pub summary: Option<String>,
    /// Code of the unit that answers for the page (sorumlu birim).
    pub unit: Option<String>,
    /// Kind, where it differs from the section's.
    pub kind: Option<String>,
    /// Tags (etiketler).
    #[serde(default)]
    pub tags: Vec<String>,
    /// Words that people look for the page by and that it does not say itself: `evlilik` for the page of weddings.
    #[serde(default)]
    pub keywords: Vec<String>,
    /// False for a page that the list from A to Z leaves out: one of many of nearly the same name.
    pub letters: Option<bool>,
    /// Not published unless `--drafts`.
    #[serde(default)]
    pub draft: bool,
    /// Not published before this day.
    pub publish: Option<Day>,
    /// Not published after this day.
    pub expires: Option<Day>,
    /// By this day someone should have looked at the page again; told to editors only.
    pub review_by: Option<Day>,
    /// Older addresses that send on to this page.
    #[serde(default)]
    pub redirects: Vec<String>,
    /// One page per row of a figure.
    pub each: Option<Box<Each>>,
    /// The address, where it is not the file's; with placeholders when `each` is set.
    pub path: Option<String>,
    /// Formats beside HTML: a page with `pdf` or `xlsx` is a report.
    #[serde(default)]
    pub formats: Vec<Format>,
    /// On a section's `index.md`: how the section behaves.
    pub section: Option<Box<SectionFront>>,
    /// The picture above the text.
    pub image: Option<Box<ImageFront>>,
    /// Place in lists sorted by weight; lighter first.
    pub weight: Option<i32>,
    /// Where the page's facts come from, in words.
    pub source: Option<String>,
    /// The heading under which the pages of `each` are listed on their section's page; not listed without it.
    pub group: Option<String>,
    /// Name of the regulation of `data/mevzuat` whose text follows the page's own.
    pub regulation: Option<String>,
    /// Name of the regulation of `data/mevzuat` whose duties the page shows with what fulfils them.
    pub duties: Option<String>,
    /// The page that lists all data of the site.
    #[serde(default)]
    pub catalogue: bool,
    /// The release of the calendar that this page is; it is not published before its day.
    pub release: Option<Box<ReleaseFront>>,
    /// Codes of the units a report goes to, with placeholders when `each` is set.
    #[serde(default)]
    pub recipients: Vec<String>,
    /// The page that lists the release calendar.
    #[serde(default)]
    pub calendar: bool,
    /// The page of the staff that lists the duties of publication and where they stand.
    #[serde(default)]
    pub publications: bool,
    /// What takes place, when and where: the page is an event's.
    pub event: Option<Box<EventFront>>,
    /// What of the council the page shows after its own text; pages of its entries stand below it.
    pub council: Option<CouncilFront>,
    /// Code of the service of `data/hizmetler` that the page is about.
    pub service: Option<String>,
    /// The page that shows the telephone directory.
    #[serde(default)]
    pub directory: bool,
    /// The page that shows a map of the site.
    #[serde(default)]
    pub sitemap: bool,
    /// The legal table of all services that the page shows.
    pub services: Option<LegalTable>,
    /// What most people come for, on the home page.
    #[serde(default)]
    pub tasks: Vec<Task>,
    /// True for a page that the program made beside another one: it stands in no list, and search engines are sent to the
    /// other one. No key says this.
    #[serde(skip)]
    pub unlisted: bool,
    /// The regulation, and the place among its texts of the one that a page the program made shows. No key says this.
    #[serde(skip)]
    pub expression: Option<Box<(String, usize)>>,
    /// True for an entry of a register, one of very many pages of its kind: who searches finds it after the page that
    /// explains the matter. No key says this.
    #[serde(skip)]
    pub entry: bool,
}

/// `image: {file: park.jpg, alt: "Yeni parkın girişi", caption: "…"}`
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImageFront {
    /// The picture's file, beside the page, or its address.
    pub file: String,
    /// Its text alternative; `-` for a picture that only decorates.
    #[serde(default)]
    pub alt: String,
    /// The line below it.
    pub caption: Option<String>,
}

/// `release: {series: halk-masasi-aylik, period: "{satir.ay}"}`
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReleaseFront {
    /// Code of the series in the release calendar.
    pub series: String,
    /// The period, with placeholders when `each` is set; without one the page follows the series and is no release itself.
    #[serde(default)]
    pub period: String,
}

/// `council: decisions`
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum CouncilFront {
    /// What is next, and what was last (meclis).
    Next,
    /// Agendas (gündemler).
    Agendas,
    /// Decisions (kararlar).
    Decisions,
    /// Commissions' reports (komisyon raporları).
    Reports,
}

/// `{title: Borç ödemek, url: /hizmetler/borc-odeme/, icon: odeme, note: Emlak, su}`
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Its words.
    pub title: String,
    /// Where it leads, as a link in the text would.
    #[schemars(with = "String")]
    pub url: Spanned<String>,
    /// Name of a drawing of the theme.
    #[schemars(with = "String")]
    pub icon: Spanned<String>,
    /// A few words more.
    pub note: Option<String>,
    /// Its link among those of the page's text.
    #[serde(skip, default = "no_link")]
    pub link: LinkId,
}

fn no_link() -> LinkId {
    LinkId(u32::MAX)
}

/// Names of all front matter keys, for hints.
static KEYS: LazyLock<Vec<&str>> = LazyLock::new(schemas::keys_of::<FrontMatter>);

/// A table of all services that the law asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LegalTable {
    /// The standards of services (hizmet standartları tablosu, Ek-2).
    Standards,
    /// The inventory of services (hizmet envanteri, Ek-1).
    Inventory,
}

/// `each: {figure: birimler, as: birim}`
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Each {
    /// The figure whose rows become pages.
    pub figure: String,
    /// The name of the row in placeholders: `{birim.slug}`.
    #[serde(rename = "as")]
    pub name: String,
}

/// A format of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// The page itself; always made.
    Html,
    /// A tagged PDF.
    Pdf,
    /// A workbook.
    Xlsx,
}

/// How a section behaves (bölüm).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SectionFront {
    /// Kind of its pages.
    pub kind: Option<String>,
    /// Whether it has an Atom feed.
    #[serde(default)]
    pub feed: bool,
    /// Entries on a page of its list; 0 for no list. The site's `paging` when not given.
    pub per_page: Option<usize>,
    /// Order of its list.
    #[serde(default)]
    pub sort: Sort,
}

/// Order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// Newest first.
    #[default]
    Date,
    /// Turkish alphabetical order.
    Title,
    /// By `weight`, then title.
    Weight,
}

/// A day as editors write it: `2026-11-22` or `22.11.2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub Date);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        turkish::date::parse(&text)
            .map(|moment| Day(moment.date()))
            .map_err(|_| D::Error::custom(format!("{text}{}expected-date", yaml::NOT_A)))
    }
}

impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "pattern": "^[0-9]", "examples": ["2026-11-22", "22.11.2026"]})
    }
}

/// Reads one file. `None` when there is nothing to publish; why has been said.
pub fn parse(diag: &mut Diagnostics, file: &Arc<str>, bytes: &[u8]) -> Option<PageSyntax> {
    if bytes.len() > LIMIT {
        let (size, limit) = (bytes.len() / 1024, LIMIT / 1024);
        let complaint = Diagnostic::new(Code::FILE_TOO_LARGE, Place::file(Arc::clone(file)));
        diag.push(complaint.with("size", format!("{size} kB")).with("limit", format!("{limit} kB")));
        return None;
    }
    let text = super::utf8(diag, file, bytes)?;
    let Some((yaml_text, body, body_line)) = split(text) else {
        let complaint = Diagnostic::new(Code::NO_FRONT_MATTER, Place::at(Arc::clone(file), 1, 1));
        diag.push(match opened(text) {
            Some(_) => complaint.with("kind", "open").hint("open"),
            None => complaint.with("kind", "none"),
        });
        return None;
    };
    let key_lines = key_lines(yaml_text);
    complain_about_keys(diag, file, &key_lines);
    let front = front::read(diag, file, yaml_text);
    // CommonMark 2.3: a NUL is not shown, and nobody should take it for nothing.
    let body = if body.contains('\0') { Cow::Owned(body.replace('\0', "\u{fffd}")) } else { Cow::Borrowed(body) };
    let mut body = markdown::parse(diag, file, &body, body_line);
    let mut front = front?;
    link_tasks(&mut front.tasks, &mut body);
    if front.title.trim().is_empty() {
        diag.push(Diagnostic::new(Code::MISSING_KEY, Place::at(Arc::clone(file), 1, 1)).with("key", "title"));
    }
    let mut page = PageSyntax { file: Arc::clone(file), front, key_lines, body };
    if let Some(image) = &page.front.image {
        let place = page.key_place("image");
        page.body = markdown::with_picture(diag, &place, &page.body, &image.file, &image.alt, image.caption.as_deref());
    }
    Some(page)
}

/// Puts the links of the tasks behind those of the text, so that they are looked up and complained about alike.
fn link_tasks(tasks: &mut [Task], body: &mut Prose<RawLink>) {
    if tasks.is_empty() {
        return;
    }
    let mut links = body.links.to_vec();
    for task in tasks {
        task.link = LinkId(links.len() as u32);
        let (line, column) = at(&task.url);
        let target = task.url.value.as_str().into();
        links.push(RawLink { target, line, column, syntax: LinkSyntax::Link, title: None, file: None });
    }
    body.links = links.into();
}

/// Line and column of a value in the front matter, which begins in the second line of its file.
fn at(value: &Spanned<String>) -> (u32, u32) {
    let location = value.referenced;
    (location.line() as u32 + 1, location.column() as u32)
}

/// Front matter, text, and the line the text begins at.
fn split(text: &str) -> Option<(&str, &str, u32)> {
    let rest = opened(text)?;
    let mut at = 0;
    for (raw, line) in rest.split_inclusive('\n').zip(2..) {
        if raw.trim_end() == "---" {
            return Some((&rest[..at], &rest[at + raw.len()..], line + 1));
        }
        at += raw.len();
    }
    None
}

/// What comes after the line that opens the front matter.
fn opened(text: &str) -> Option<&str> {
    let (first, rest) = text.split_once('\n')?;
    (first.trim_end() == "---").then_some(rest)
}

fn key_lines(yaml_text: &str) -> Box<[(Box<str>, u32)]> {
    let keys = yaml_text.lines().zip(2..).filter_map(|(line, number)| {
        let (key, _) = line.split_once(':')?;
        let plain = !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
        plain.then(|| (key.into(), number))
    });
    keys.collect()
}

fn complain_about_keys(diag: &mut Diagnostics, file: &Arc<str>, keys: &[(Box<str>, u32)]) {
    for (key, line) in keys.iter().filter(|(key, _)| !KEYS.contains(&&**key)) {
        let place = Place::at(Arc::clone(file), *line, 1).width(key.chars().count() as u32).field(&**key);
        diag.push(super::unknown_key(place, key, &KEYS));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<PageSyntax>, Vec<String>) {
        let mut diag = Diagnostics::new();
        let page = parse(&mut diag, &"content/public/a.md".into(), text.as_bytes());
        (page, diag.iter().map(|d| format!("{}:{} {}", d.place.line, d.place.column, d.code.id())).collect())
    }

    #[test]
    fn a_page_has_front_matter_and_a_body_that_knows_its_line() {
        let (page, codes) = read("---\ntitle: Su kesintisi\ndate: 22.11.2026\nunit: fen-isleri\n---\n\nBugün [su](/su/) yok.\n");
        assert!(codes.is_empty(), "{codes:?}");
        let page = page.unwrap();
        assert_eq!(page.front.title, "Su kesintisi");
        assert_eq!(page.front.date.unwrap().0.to_string(), "2026-11-22");
        assert_eq!(page.body.links[0].line, 7);
        assert_eq!(page.key_place("unit").line, 4);
    }

    #[test]
    fn a_slip_of_the_pen_is_shown_at_its_line() {
        assert_eq!(read("---\ntitle: A\ntarih: 2026-01-01\n---\n").1, ["3:1 unknown-key"]);
        assert_eq!(read("title: A\n").1, ["1:1 no-front-matter"]);
        assert_eq!(read("---\ntitle: A\n").1, ["1:1 no-front-matter"], "front matter that never ends");
        assert_eq!(read("---\ntitle: ''\n---\n").1, ["1:1 missing-key"]);
    }

    #[test]
    fn windows_line_ends_and_a_byte_order_mark_are_no_trouble() {
        let (page, codes) = read("\u{feff}---\r\ntitle: A\r\n---\r\nx\r\n");
        assert!(codes.is_empty() && page.is_some(), "{codes:?}");
    }
}

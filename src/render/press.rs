//! All documents of one audience become bytes, on every thread, with a memo from build to build.
//!
//! The memo is complete because a template sees only its document: same document, same theme, same program, same bytes.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{BuildHasher, Hash, Hasher};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};

use foldhash::quality::FixedState;
use rayon::prelude::*;

use super::open_data::Weight;
use super::theme::{Dressed, Theme, lacking_field};
use super::{
    Artifact, card, csv_out, editing, html, ics, open_data, pdf, picture, regulation, relative, search, small, xlsx, xml,
};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::language::Language;
use crate::prose::{Prose, plain_text};
use crate::turkish::number;
use crate::view::editing::{self as forms, EditingDoc};
use crate::view::{Audience, Body, Document, LinkDoc, PageDoc, PictureDoc, RegulationForm, Reports, Shown, SiteDoc};

/// What a build renders with (baskı).
pub struct Press<'p> {
    theme: &'p Theme,
    /// The frame in each language, the site's own first.
    dressed: Vec<Dressed<'p>>,
    /// Hash of the theme and of what all pages share.
    frame: u64,
    /// The bytes of a file of the repository that is published as it is.
    asset: &'p (dyn Fn(&str) -> Option<Arc<[u8]>> + Sync),
    memo: Option<&'p PageMemo>,
}

/// Files of the last build by path, with what they were made of (sayfa belleği).
///
/// The hash has 64 bits and is only ever compared with the one before at the same path, so that two documents meet by
/// chance once in 2⁶⁴ edits.
#[derive(Default)]
pub struct PageMemo(RwLock<HashMap<Arc<str>, Known>>);

/// What is left of a document that was printed: its weight where other files tell it, and what there was to complain about.
type Printed = (Option<(Arc<str>, Weight)>, Diagnostics);

struct Known {
    /// Hash of the document without its text.
    hash: u64,
    /// The text of a page. Kept, not hashed: the parser's memo hands out the same tree again, and seeing that two
    /// trees are one takes no reading.
    text: Prose<Shown>,
    bytes: Arc<[u8]>,
}

/// Where templates stopped: what stops one page stops thousands, and is said once with their number.
#[derive(Default)]
struct Stopped(BTreeMap<Place, (Diagnostic, usize)>);

impl Stopped {
    fn take(&mut self, diag: &mut Diagnostics, complaint: Diagnostic) {
        if complaint.code != Code::TEMPLATE_ERROR {
            return diag.push(complaint);
        }
        self.0.entry(complaint.place.clone()).or_insert_with(|| (complaint, 0)).1 += 1;
    }

    /// A field that the template was told not to have is one mistake, however many pages and sites it stopped.
    fn tell(self, diag: &mut Diagnostics) {
        for (complaint, pages) in self.0.into_values() {
            if lacking_field(&complaint).is_some_and(|field| diag.worsen(Code::UNKNOWN_FIELD, &complaint.place.file, field)) {
                continue;
            }
            diag.push(match pages {
                1 => complaint,
                _ => complaint.with("more", (pages - 1).to_string()).hint("many"),
            });
        }
    }
}

impl<'p> Press<'p> {
    /// A press for one site, whose pages are set in `frames`, one a language. Without a memo every page is made anew: a single build gains nothing from hashing.
    pub fn new(
        theme: &'p Theme,
        frames: &[SiteDoc],
        asset: &'p (dyn Fn(&str) -> Option<Arc<[u8]>> + Sync),
        memo: Option<&'p PageMemo>,
    ) -> Press<'p> {
        let mut hasher = FixedState::default().build_hasher();
        theme.hash().as_bytes().hash(&mut hasher);
        frames.hash(&mut hasher);
        Press { theme, dressed: frames.iter().map(|site| theme.dress(site)).collect(), frame: hasher.finish(), asset, memo }
    }

    /// Makes the files of `documents` and of the theme, and hands each to `shelf` as soon as it is finished, from many
    /// threads: neither a document nor a file is held longer than it must be. What says how large other files of its tree
    /// are comes after them. A file that is named by all that decides its bytes is not made when it is `kept` from before.
    pub fn print<A: Audience>(
        &self,
        diag: &mut Diagnostics,
        documents: Vec<Document<A>>,
        shelf: &(dyn Fn(Artifact<A>) + Sync),
        kept: &(dyn Fn(&Arc<str>) -> bool + Sync),
    ) {
        let mut homes = BTreeSet::from([String::new()]);
        let mut rounds: [Vec<Document<A>>; 3] = Default::default();
        for document in documents {
            // A directorate's folder is sent as it is: the looks of its pages go with it.
            let has_looks = A::NAME == Reports::NAME && !matches!(document.body, Body::Picture(_));
            homes.extend(home(&document.path).filter(|_| has_looks).map(|home| format!("{home}/")));
            rounds[round(&document.body)].push(document);
        }
        for (home, asset) in homes.iter().flat_map(|home| self.theme.assets().iter().map(move |asset| (home, asset))) {
            shelf(Artifact::new(format!("{home}{}", asset.path), Arc::clone(&asset.bytes)));
        }
        let mut weights: HashMap<Arc<str>, Arc<Weight>> = HashMap::new();
        let mut stopped = Stopped::default();
        for documents in rounds {
            let known = |url: &str| weights.get(url.trim_start_matches('/')).cloned();
            let print = |document: Document<A>| {
                let mut diag = Diagnostics::new();
                match &document.body {
                    Body::Picture(picture) => {
                        self.copies(&mut diag, &document.path, picture, shelf, kept);
                        return (None, diag);
                    }
                    Body::Card(_) if kept(&document.path) => return (None, diag),
                    _ => {}
                }
                let spoken_of = is_spoken_of::<A>(&document.body);
                let Some(bytes) = self.bytes(&mut diag, &document.path, document.body, &known) else { return (None, diag) };
                let weight = spoken_of.then(|| (Arc::clone(&document.path), Weight::of(&bytes)));
                shelf(Artifact::new(document.path, bytes));
                (weight, diag)
            };
            let told = |(weight, complaints): &Printed| weight.is_some() || !complaints.is_empty();
            let all = |documents: Vec<Document<A>>, at_once| {
                documents.into_par_iter().with_max_len(at_once).map(print).filter(told).collect::<Vec<_>>()
            };
            // A workbook takes as long as hundreds of pages: begun last, it would keep all other threads waiting at the end.
            let (slow, quick) = documents.into_iter().partition(|document| is_slow(&document.body));
            let (slow, quick) = rayon::join(|| all(slow, 1), || all(quick, crate::AT_ONCE));
            for (weight, complaints) in slow.into_iter().chain(quick) {
                weights.extend(weight.map(|(path, weight)| (path, Arc::new(weight))));
                complaints.into_iter().for_each(|complaint| stopped.take(diag, complaint));
            }
        }
        stopped.tell(diag);
    }

    fn bytes(&self, diag: &mut Diagnostics, path: &Arc<str>, body: Body, made: open_data::Made<'_>) -> Option<Arc<[u8]>> {
        match body {
            Body::Page(mut page) => {
                let text = std::mem::take(&mut page.prose);
                let listed = page.data.iter_mut().flat_map(|data| data.files_mut());
                for file in page.downloads.iter_mut().chain(listed) {
                    file.size = made(&file.url).map(|weight| size(page.language.code, weight.bytes));
                }
                self.remembered(path, &*page, &text, || match self.page(&page, &text) {
                    Ok(html) if page.audience == Reports::NAME => Some(standing_alone(html, path)),
                    Ok(html) => Some(html),
                    Err(complaint) => {
                        diag.push(complaint);
                        None
                    }
                })
            }
            Body::Pdf(report) => {
                let seen = |picture: &PictureDoc| self.printed(picture);
                self.remembered(path, &*report, &Prose::default(), || {
                    pdf::write(diag, &report, &seen, &Place::file(Arc::clone(path)))
                })
            }
            Body::Xlsx(report) => {
                self.remembered(path, &*report, &Prose::default(), || xlsx::write(diag, &report, &Place::file(Arc::clone(path))))
            }
            Body::Regulation(form, text) => self.remembered(path, &*text, &Prose::default(), || {
                Some(match form {
                    RegulationForm::Akn => regulation::akn(&text),
                    RegulationForm::JsonLd => regulation::json_ld(&text),
                    RegulationForm::Markdown => regulation::markdown(&text).into_bytes(),
                })
            }),
            Body::Redirect { url } => match self.dressed[0].redirect(&url) {
                Ok(html) => Some(html.into()),
                Err(complaint) => {
                    diag.push(complaint);
                    None
                }
            },
            Body::Csv(figure) => Some(csv_out::write(&figure).into()),
            Body::ExcelCsv(figure) => Some(csv_out::write_for_excel(&figure).into()),
            Body::TableJson(figure) => Some(open_data::table_json(&figure).into()),
            Body::Services(figure) => Some(open_data::services(&figure).into()),
            Body::DataPackage(catalogue, package) => {
                Some(open_data::data_package(&catalogue, &catalogue.packages[package], made).into())
            }
            Body::CsvMetadata(catalogue, package, table) => {
                Some(open_data::csv_metadata(&catalogue, &catalogue.packages[package].tables[table]).into())
            }
            Body::Distribution { parcels, json: true } => Some(open_data::distribution_json(&parcels, made).into()),
            Body::Distribution { parcels, json: false } => Some(open_data::distribution_yaml(&parcels, made).into()),
            Body::Catalogue(catalogue) => Some(open_data::catalogue(&catalogue, made).into()),
            Body::Feed(feed) => Some(xml::feed(&feed).into()),
            Body::JsonFeed(feed) => Some(small::feed(&feed).into()),
            Body::Sitemap(entries) => Some(xml::sitemap(&entries).into()),
            Body::Diary(diary) => Some(ics::write(&diary).as_bytes().into()),
            Body::SitemapIndex(parts) => Some(xml::sitemap_index(&parts).into()),
            Body::Manifest(doc) => Some(
                small::manifest(&doc, self.theme.address("simge.svg"), ["zemin", "ust"].map(|name| self.theme.colour(name)))
                    .into(),
            ),
            Body::Finder(doc) => Some(xml::finder(&doc, self.theme.address("simge.svg")).into()),
            Body::Search(file) => Some(search::write(&file).as_bytes().into()),
            Body::EditingConfig(doc) => Some(editing::config(&doc).into()),
            Body::EditingPage(doc) => self.editing(diag, &doc),
            Body::Text(text) => Some(text.as_bytes().into()),
            Body::Asset(file) => self.file(diag, &file),
            Body::Picture(_) => None,
            Body::Card(card) => self.remembered(path, &*card, &Prose::default(), || {
                let refused = |cause: String| {
                    let place = Place::file(Arc::clone(path));
                    diag.push(Diagnostic::new(Code::REPORT_NOT_RENDERED, place).with("cause", cause));
                };
                card::draw(&card).map_err(refused).ok()
            }),
        }
    }

    /// The bytes of a file of the repository.
    fn file(&self, diag: &mut Diagnostics, file: &Arc<str>) -> Option<Arc<[u8]>> {
        let bytes = (self.asset)(file);
        if bytes.is_none() {
            let complaint = Diagnostic::new(Code::UNREADABLE_FILE, Place::file(Arc::clone(file)));
            diag.push(complaint.with("cause", "cause-gone"));
        }
        bytes
    }

    /// A picture as it is printed. What is wrong with its file is said where its copies are made.
    fn printed(&self, picture: &PictureDoc) -> Option<Vec<u8>> {
        let source = (self.asset)(&picture.file)?;
        picture::copies(&source, &[(picture.last, picture.width())]).ok()?.pop()
    }

    /// Makes the copies of a picture that are not there yet; all stand at `base`, each with its width and ending.
    fn copies<A: Audience>(
        &self,
        diag: &mut Diagnostics,
        base: &str,
        picture: &PictureDoc,
        shelf: &(dyn Fn(Artifact<A>) + Sync),
        kept: &(dyn Fn(&Arc<str>) -> bool + Sync),
    ) {
        let mut paths = Vec::new();
        let mut wanted = Vec::new();
        for (format, width) in picture.copies() {
            let path: Arc<str> = PictureDoc::copy_at(base, format, width).into();
            let known = self.memo.and_then(|memo| memo.known().get(&path).map(|known| Arc::clone(&known.bytes)));
            match known {
                Some(bytes) => shelf(Artifact::new(path, bytes)),
                None if kept(&path) => {}
                None => {
                    paths.push(path);
                    wanted.push((format, width));
                }
            }
        }
        if wanted.is_empty() {
            return;
        }
        let Some(source) = self.file(diag, &picture.file) else { return };
        match picture::copies(&source, &wanted) {
            Ok(made) => {
                for (path, bytes) in paths.into_iter().zip(made) {
                    let bytes: Arc<[u8]> = bytes.into();
                    if let Some(memo) = self.memo {
                        memo.remember(&path, Known { hash: 0, text: Prose::default(), bytes: Arc::clone(&bytes) });
                    }
                    shelf(Artifact::new(path, bytes));
                }
            }
            Err(cause) => {
                let complaint = Diagnostic::new(Code::BAD_PICTURE, Place::file(Arc::clone(&picture.file)));
                diag.push(complaint.with("target", picture.file.to_string()).with("cause", cause));
            }
        }
    }

    /// The bytes of the last build when `document` and `text` are the same as then, else what `make` makes.
    fn remembered(
        &self,
        path: &Arc<str>,
        document: &impl Hash,
        text: &Prose<Shown>,
        make: impl FnOnce() -> Option<Vec<u8>>,
    ) -> Option<Arc<[u8]>> {
        let Some(memo) = self.memo else {
            return make().map(Arc::from);
        };
        let mut hasher = FixedState::default().build_hasher();
        self.frame.hash(&mut hasher);
        document.hash(&mut hasher);
        let hash = hasher.finish();
        if let Some(known) = memo.known().get(path).filter(|known| known.hash == hash && same(&known.text, text)) {
            return Some(Arc::clone(&known.bytes));
        }
        let bytes: Arc<[u8]> = make()?.into();
        memo.remember(path, Known { hash, text: text.clone(), bytes: Arc::clone(&bytes) });
        Some(bytes)
    }

    /// The page for editors, with a script out of the theme or from elsewhere.
    fn editing(&self, diag: &mut Diagnostics, doc: &EditingDoc) -> Option<Arc<[u8]>> {
        let script = &doc.settings.script;
        let address = if script.starts_with("https://") { Some(script.as_str()) } else { self.theme.address(script) };
        if address.is_none() {
            let complaint = Diagnostic::new(Code::BAD_VALUE, Place::file(forms::SETTINGS).field("script"));
            let expected = "themes/*/assets/sveltia-cms.js, https://…";
            diag.push(complaint.with("key", "script").with("value", script.clone()).with("expected", expected));
        }
        Some(editing::page(doc, address?).into())
    }

    fn page(&self, page: &PageDoc, text: &Prose<Shown>) -> Result<Vec<u8>, Diagnostic> {
        let mut content = String::with_capacity(8 * 1024);
        let dressed = self.dressed.iter().find(|frame| frame.language == page.language.code).unwrap_or(&self.dressed[0]);
        let [words, turkish] = [page.language.code, Language::TURKISH].map(|language| self.theme.words(language));
        let mut needs = html::prose(&mut content, words, turkish, text);
        needs.figures |= page.data.is_some();
        needs.regulation |= page.regulation;
        needs.rich |= page.synthetic || !page.downloads.is_empty() || page.contents.is_some();
        let contents = page.contents.map_or_else(Vec::new, |deepest| contents(text, deepest));
        dressed.page(page, &content, &contents, needs)
    }
}

/// The contents list of a page: its headings down to level `deepest`.
fn contents(text: &Prose<Shown>, deepest: u8) -> Vec<LinkDoc> {
    let headings = text.headings().filter(|heading| heading.level <= deepest);
    headings.map(|h| LinkDoc { title: plain_text(&h.content), url: format!("#{}", h.id) }).collect()
}

/// When a document is printed: what says how large other files of its tree are comes after them.
fn round(body: &Body) -> usize {
    match body {
        Body::Distribution { .. } => 2,
        Body::Page(page) if page.data.is_some() => 2,
        Body::Page(page) if !page.downloads.is_empty() => 1,
        Body::DataPackage(..) | Body::Catalogue(_) => 1,
        _ => 0,
    }
}

/// True for what takes long to make.
fn is_slow(body: &Body) -> bool {
    matches!(body, Body::Pdf(_) | Body::Xlsx(_) | Body::Picture(_) | Body::Card(_))
}

/// True for files whose size other files of the tree tell.
fn is_spoken_of<A: Audience>(body: &Body) -> bool {
    match body {
        Body::Csv(_) | Body::ExcelCsv(_) | Body::TableJson(_) | Body::Xlsx(_) | Body::Pdf(_) => true,
        Body::DataPackage(..) | Body::Catalogue(_) | Body::Services(_) => true,
        Body::Page(_) => A::NAME == Reports::NAME,
        _ => false,
    }
}

/// The topmost folder of a file that lies in one.
fn home(path: &str) -> Option<&str> {
    path.split_once('/').map(|(folder, _)| folder)
}

/// A page of the reports, which is opened from a folder.
fn standing_alone(html: Vec<u8>, path: &str) -> Vec<u8> {
    let html = String::from_utf8(html).expect("templates and pages are UTF-8");
    relative::relative(&html, path, home(path).unwrap_or_default()).into_bytes()
}

/// A size in words, as people weigh files: `12 kB`, `1,4 MB`.
fn size(language: Language, bytes: usize) -> String {
    match bytes {
        0..1_000 if language.is_turkish() => format!("{bytes} bayt"),
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ if language.is_turkish() => format!("{} MB", number::decimal(bytes as f64 / 1e6, 1)),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

fn same(a: &Prose<Shown>, b: &Prose<Shown>) -> bool {
    (Arc::ptr_eq(&a.blocks, &b.blocks) || a.blocks == b.blocks) && a.links == b.links
}

// A panic elsewhere leaves the map whole: nothing but the map's own calls happens under the lock for writing.
impl PageMemo {
    fn known(&self) -> RwLockReadGuard<'_, HashMap<Arc<str>, Known>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn remember(&self, path: &Arc<str>, known: Known) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(Arc::clone(path), known);
    }
}

//! A theme's folder → its files, words and icons. What is in the templates is `render`'s to understand.
//!
//! A theme of the municipality's own holds only what it does differently: every other file is the default theme's.

mod cause;
mod colours;
mod icons;
mod settings;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use colours::{Colours, Measures};
pub use icons::Icon;
pub use settings::{Corners, ThemeSettings};

use super::{unknown_key, utf8};
use crate::diag::{Code, Diagnostic, Diagnostics, LineIndex, Place};
use crate::language::{Book, Fault, Language, Slip, Words};
use crate::source::World;

/// The theme behind every other one.
pub const DEFAULT: &str = "varsayilan";

/// The folder of that theme, whose files and words are those of every other theme that has none of its own for them.
const FIRST: &str = "themes/varsayilan";

/// The default theme's words as this program knows them: what it puts on pages it can say on the ground of any theme, of an older
/// one too.
const GROUND: [(&str, &[u8]); 2] = [
    ("themes/varsayilan/en.ftl", include_bytes!("../../themes/varsayilan/en.ftl")),
    ("themes/varsayilan/tr.ftl", include_bytes!("../../themes/varsayilan/tr.ftl")),
];

/// The municipality's own words, which stand before those of any theme.
const LOCAL: &str = "themes/yerel";

/// How many of the words a language lacks are named.
const SHOWN: usize = 5;

/// The files of a theme (tema dosyaları).
#[derive(Default)]
pub struct ThemeFiles {
    /// `themes/<name>`.
    pub folder: String,
    /// All files by their path inside a theme's folder: the theme's own, and the default theme's where it has none.
    pub files: BTreeMap<String, ThemeFile>,
    /// The default theme's files that the theme's own stand in place of, by their path inside the folder.
    pub replaced: BTreeMap<String, ThemeFile>,
    /// The words of its `tr.ftl`, `en.ftl` and so on.
    pub words: Arc<Words>,
    /// The drawings of `simgeler.svg`, by name.
    pub icons: BTreeMap<String, Icon>,
    /// The colours of `renkler.yaml` with those of the municipality.
    pub colours: Colours,
    /// The sizes of letters and gaps, which stand in the style sheets by their names.
    pub measures: Measures,
    /// The colours as CSS, to stand behind `stil.css`; empty for a theme that names none.
    pub style: String,
}

/// A file of a theme.
#[derive(Clone, Debug)]
pub struct ThemeFile {
    /// Its path from the root of the repository.
    pub path: Arc<str>,
    /// What is in it.
    pub bytes: Arc<[u8]>,
}

/// Reads a theme as `settings` ask for it, on the ground of the default one, with its words in every language it has. The
/// site's pages are in `languages`: what a theme cannot say in them is complained about.
pub fn load(diag: &mut Diagnostics, world: &dyn World, settings: &ThemeSettings, languages: &[Language]) -> ThemeFiles {
    let name = settings.name.as_str();
    let mut theme = ThemeFiles { folder: format!("themes/{name}"), ..ThemeFiles::default() };
    let own = read(diag, world, &theme.folder, |_| true);
    if own.is_empty() {
        diag.push(
            Diagnostic::new(Code::UNKNOWN_THEME, Place::file(super::site::FILE).field("theme")).with("name", name.to_owned()),
        );
    } else {
        let first = if name == DEFAULT { Vec::new() } else { read(diag, world, FIRST, |_| true) };
        let local = read(diag, world, LOCAL, |path| language_of(LOCAL, path).is_some());
        theme.take(FIRST, &first);
        theme.take(&theme.folder.clone(), &own);
        theme.take("", &local);
        let lacking = |(path, bytes): &&(&str, &[u8])| {
            let same = |(of, read): &(Arc<str>, Arc<[u8]>)| **of == **path && **read == **bytes;
            !first.iter().chain(&own).any(same)
        };
        let ground = GROUND.iter().filter(lacking).map(|(path, bytes)| (Arc::from(*path), Arc::from(*bytes))).collect();
        theme.words = Arc::new(words(diag, &theme.folder, &[ground, first, own, local].concat()));
        theme.settle(diag, settings);
    }
    theme.complain_about_words(diag, languages);
    theme
}

/// The files below `folder` whose path `wanted` lets in.
fn read(diag: &mut Diagnostics, world: &dyn World, folder: &str, wanted: fn(&str) -> bool) -> Vec<(Arc<str>, Arc<[u8]>)> {
    let mut files = Vec::new();
    for entry in world.list(diag, folder).into_iter().filter(|entry| wanted(&entry.path)) {
        match world.read(&entry.path) {
            Ok(bytes) => files.push((entry.path, bytes)),
            Err(error) => {
                diag.push(Diagnostic::unreadable(Place::file(entry.path), &error));
            }
        }
    }
    files
}

impl ThemeFiles {
    /// Takes the files of `folder`, which stand in place of those that were taken before.
    fn take(&mut self, folder: &str, files: &[(Arc<str>, Arc<[u8]>)]) {
        for (path, bytes) in files {
            let inside = path[folder.len()..].trim_start_matches('/').to_owned();
            if inside == "simgeler.svg" {
                self.icons.extend(icons::read(&String::from_utf8_lossy(bytes)));
            }
            let file = ThemeFile { path: Arc::clone(path), bytes: Arc::clone(bytes) };
            if let Some(other) = self.files.insert(inside.clone(), file) {
                self.replaced.insert(inside, other);
            }
        }
    }

    /// Takes what the municipality makes its own.
    fn settle(&mut self, diag: &mut Diagnostics, settings: &ThemeSettings) {
        if let Some(file) = self.files.get(colours::FILE)
            && let Some(text) = utf8(diag, &file.path, &file.bytes)
        {
            (self.colours, self.measures) = colours::read(diag, &file.path, text, settings);
            self.style = colours::css(&self.colours, settings);
        }
        let marks = || self.icons.keys().filter_map(|name| name.strip_prefix("arma-"));
        if let Some(mark) = settings.mark.as_ref().filter(|mark| !marks().any(|known| known == mark.value)) {
            let place = Place::at(super::site::FILE, mark.referenced.line() as u32, mark.referenced.column() as u32);
            let complaint = Diagnostic::new(Code::UNKNOWN_ICON, place).with("name", format!("arma-{}", mark.value));
            diag.push(match super::nearest(&mark.value, marks()) {
                Some(near) => complaint.with("nearest", near.to_owned()).hint("nearest"),
                None => complaint,
            });
        }
    }

    fn complain_about_words(&self, diag: &mut Diagnostics, languages: &[Language]) {
        let ThemeFiles { folder, words, .. } = self;
        for language in languages.iter().filter(|language| !words.lacking(**language).is_empty()) {
            let lacking = words.lacking(*language);
            let mut keys = lacking.iter().take(SHOWN).copied().collect::<Vec<_>>().join(", ");
            if lacking.len() > SHOWN {
                keys.push_str(", …");
            }
            let place = Place::file(format!("{folder}/{language}.ftl"));
            diag.push(
                Diagnostic::new(Code::UNTRANSLATED_WORDS, place)
                    .with("language", language.to_string())
                    .with("number", lacking.len().to_string())
                    .with("keys", keys),
            );
        }
    }
}

/// The language whose words a file of the theme in `folder` holds: `themes/varsayilan/en.ftl`.
fn language_of(folder: &str, path: &str) -> Option<Language> {
    Language::parse(path.strip_prefix(folder)?.strip_prefix('/')?.strip_suffix(".ftl")?)
}

fn words(diag: &mut Diagnostics, folder: &str, files: &[(Arc<str>, Arc<[u8]>)]) -> Words {
    let mut texts: BTreeMap<Language, Vec<(&Arc<str>, &str)>> = BTreeMap::new();
    for (path, bytes) in files {
        let Some(language) = [folder, FIRST, LOCAL].iter().find_map(|of| language_of(of, path)) else { continue };
        if let Some(text) = utf8(diag, path, bytes) {
            texts.entry(language).or_default().push((path, text));
        }
    }
    let mut books = BTreeMap::new();
    for (language, texts) in &texts {
        let sources: Vec<&str> = texts.iter().map(|(_, text)| *text).collect();
        let (book, faults) = Book::read(*language, &sources);
        diag.extend(faults.into_iter().map(|fault| complaint(texts, fault)));
        books.insert(*language, book);
    }
    if let Some(of_themes) = texts.get(&Language::TURKISH) {
        let of_themes: Vec<&str> =
            of_themes.iter().filter(|(path, _)| language_of(LOCAL, path).is_none()).map(|(_, text)| *text).collect();
        let (turkish, _) = Book::read(Language::TURKISH, &of_themes);
        let known: Vec<&str> = turkish.keys().collect();
        for (language, texts) in &texts {
            let book = &books[language];
            for key in book.keys().filter(|key| !turkish.has(key)) {
                let (text, at) = book.place(key).expect("the book has this word");
                diag.push(unknown_key(place(texts[text], at.start), key, &known));
            }
        }
    }
    Words::new(books)
}

fn place((path, text): (&Arc<str>, &str), at: usize) -> Place {
    let (line, column) = LineIndex::new(text).line_column(at.min(text.len()));
    Place::at(Arc::clone(path), line, column)
}

fn complaint(texts: &[(&Arc<str>, &str)], fault: Fault) -> Diagnostic {
    let place = place(texts[fault.text], fault.at.start);
    match fault.slip {
        Slip::Syntax(words) | Slip::Reference(words) => cause::said(Diagnostic::new(Code::BAD_WORDS, place), &words),
        Slip::Repeated(key) => Diagnostic::new(Code::REPEATED_KEY, place).with("key", key),
    }
}

//! A theme's folder → its files, words and icons. What is in the templates is `render`'s to understand.
//!
//! A theme of the municipality's own holds only what it does differently: every other file is the default theme's.

mod icons;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use icons::Icon;

use super::yaml;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::source::World;

/// The theme behind every other one.
pub const DEFAULT: &str = "varsayilan";

/// The files of a theme (tema dosyaları).
#[derive(Clone, Debug, Default)]
pub struct ThemeFiles {
    /// `themes/<name>`.
    pub folder: String,
    /// All files, by their path inside a theme's folder: the theme's own, and the default theme's where it has none.
    pub files: BTreeMap<String, ThemeFile>,
    /// The default theme's files that the theme's own stand in place of, by their path inside the folder.
    pub replaced: BTreeMap<String, ThemeFile>,
    /// The words of `strings.yaml`.
    pub strings: BTreeMap<String, String>,
    /// The drawings of `simgeler.svg`, by name.
    pub icons: BTreeMap<String, Icon>,
}

/// A file of a theme.
#[derive(Clone, Debug)]
pub struct ThemeFile {
    /// Its path from the root of the repository.
    pub path: Arc<str>,
    /// What is in it.
    pub bytes: Arc<[u8]>,
}

/// Reads the theme `name`, on the ground of the default one.
pub fn load(diag: &mut Diagnostics, world: &dyn World, name: &str) -> ThemeFiles {
    let mut theme = ThemeFiles { folder: format!("themes/{name}"), ..ThemeFiles::default() };
    if name != DEFAULT {
        theme.files = folder(diag, world, DEFAULT);
    }
    theme.words_and_icons(diag);
    let own = folder(diag, world, name);
    if own.is_empty() {
        let place = Place::file(super::site::FILE).field("theme");
        diag.push(Diagnostic::new(Code::UNKNOWN_THEME, place).with("name", name.to_owned()));
        return ThemeFiles { folder: theme.folder, ..ThemeFiles::default() };
    }
    for (inside, file) in own {
        if let Some(other) = theme.files.insert(inside.clone(), file) {
            theme.replaced.insert(inside, other);
        }
    }
    theme.words_and_icons(diag);
    theme
}

fn folder(diag: &mut Diagnostics, world: &dyn World, name: &str) -> BTreeMap<String, ThemeFile> {
    let folder = format!("themes/{name}");
    let mut files = BTreeMap::new();
    for entry in world.list(diag, &folder) {
        let inside = entry.path[folder.len()..].trim_start_matches('/').to_owned();
        match world.read(&entry.path) {
            Ok(bytes) => drop(files.insert(inside, ThemeFile { path: entry.path, bytes })),
            Err(error) => {
                diag.push(Diagnostic::new(Code::UNREADABLE_FILE, Place::file(entry.path)).with("cause", error.to_string()));
            }
        }
    }
    files
}

impl ThemeFiles {
    /// Takes the words and drawings of the files as they are now; what was known under other names stays.
    fn words_and_icons(&mut self, diag: &mut Diagnostics) {
        if let Some((file, text)) = text(diag, &self.files, "strings.yaml") {
            self.strings.extend(yaml::read::<BTreeMap<String, String>>(diag, file, text, 1).unwrap_or_default());
        }
        if let Some((_, text)) = text(diag, &self.files, "simgeler.svg") {
            self.icons.extend(icons::read(text));
        }
    }
}

fn text<'f>(diag: &mut Diagnostics, files: &'f BTreeMap<String, ThemeFile>, name: &str) -> Option<(&'f Arc<str>, &'f str)> {
    let file = files.get(name)?;
    Some((&file.path, super::utf8(diag, &file.path, &file.bytes)?))
}

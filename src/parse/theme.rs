//! A theme's folder → its files and words. What is in the templates is `render`'s to understand.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::yaml;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::source::World;

/// The files of a theme (tema dosyaları).
#[derive(Clone, Debug, Default)]
pub struct ThemeFiles {
    /// `themes/<name>`.
    pub folder: String,
    /// All files below it, by path from the root of the repository.
    pub files: Vec<(Arc<str>, Arc<[u8]>)>,
    /// The words of its `strings.yaml`.
    pub strings: BTreeMap<String, String>,
}

/// Reads the theme `name`.
pub fn load(diag: &mut Diagnostics, world: &dyn World, name: &str) -> ThemeFiles {
    let folder = format!("themes/{name}");
    let mut files = Vec::new();
    for entry in world.list(diag, &folder) {
        match world.read(&entry.path) {
            Ok(bytes) => files.push((entry.path, bytes)),
            Err(error) => {
                diag.push(Diagnostic::new(Code::UNREADABLE_FILE, Place::file(entry.path)).with("cause", error.to_string()));
            }
        }
    }
    if files.is_empty() {
        diag.push(
            Diagnostic::new(Code::UNKNOWN_THEME, Place::file(super::site::FILE).field("theme")).with("name", name.to_owned()),
        );
    }
    let path = format!("{folder}/strings.yaml");
    let written = files.iter().find(|(file, _)| **file == *path);
    let text = written.and_then(|(file, bytes)| Some((file, super::utf8(diag, file, bytes)?)));
    let strings = text.and_then(|(file, text)| yaml::read(diag, file, text, 1)).unwrap_or_default();
    ThemeFiles { folder, files, strings }
}

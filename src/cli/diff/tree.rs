//! A built tree on disk: which files it has, and their bytes when asked for. Files that are equal are never read.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::publish::{self, Trouble};

/// A tree (site ağacı).
pub(super) struct Tree {
    folder: PathBuf,
    /// Path → sum.
    pub sums: BTreeMap<String, String>,
}

impl Tree {
    /// Reads the list of the tree's files.
    pub fn open(folder: &Path) -> Result<Tree, Trouble> {
        Ok(Tree { folder: folder.to_owned(), sums: publish::sums(folder)? })
    }

    /// The bytes of a file.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, Trouble> {
        let full = self.folder.join(path);
        fs::read(&full).map_err(|e| Trouble::outside("publish-cannot-read", &full, &e))
    }

    /// True for a file that stands beside the JSON of the same figure: its change is told as numbers.
    pub fn is_of_figure(&self, path: &str) -> bool {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let stem = name.split('.').next().unwrap_or(name);
        folder.starts_with("veri/") && self.sums.contains_key(&format!("{folder}/{stem}.json"))
    }
}

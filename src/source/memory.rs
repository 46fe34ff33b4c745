//! A world in memory, for tests and for `tellal regulation` on one file.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::sync::Arc;

use jiff::civil::{Date, date};

use super::{FileEntry, World};
use crate::diag::Diagnostics;

/// Files by path, and a fixed today (bellekteki dünya).
#[derive(Clone, Debug)]
pub struct Memory {
    files: BTreeMap<Arc<str>, Arc<[u8]>>,
    today: Date,
}

impl Memory {
    /// An empty world on 1 July 2026.
    pub fn new() -> Self {
        Memory { files: BTreeMap::new(), today: date(2026, 7, 1) }
    }

    /// The same world with one more file, or with other bytes at that path.
    #[must_use]
    pub fn with(mut self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.files.insert(path.into(), bytes.as_ref().into());
        self
    }

    /// The same world on another day.
    #[must_use]
    pub fn on(mut self, today: Date) -> Self {
        self.today = today;
        self
    }
}

impl Default for Memory {
    fn default() -> Self {
        Self::new()
    }
}

impl World for Memory {
    fn list(&self, _diag: &mut Diagnostics, folder: &str) -> Vec<FileEntry> {
        let prefix = format!("{folder}/");
        self.files
            .iter()
            .filter(|(path, _)| folder.is_empty() || path.starts_with(&prefix))
            .map(|(path, bytes)| FileEntry { path: Arc::clone(path), size: bytes.len() as u64 })
            .collect()
    }

    fn read(&self, path: &str) -> io::Result<Arc<[u8]>> {
        self.files.get(path).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn open(&self, path: &str) -> io::Result<Box<dyn Read + Send>> {
        Ok(Box::new(io::Cursor::new(self.read(path)?)))
    }

    fn today(&self) -> Date {
        self.today
    }
}

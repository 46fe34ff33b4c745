//! What the outside gave: the files of a repository, today's date, the program's settings from the environment.
//!
//! The only room that reads files and clocks. Everything else takes a [`World`], so a test is a world in memory.
//! Not a parser: it hands out bytes and never looks into them.

#![allow(clippy::disallowed_methods, reason = "this room is the door to files and the clock")]

mod disk;
mod held;
mod memory;
mod watch;

pub use disk::Disk;
pub use held::{Held, INPUT_FOLDERS, SITE_FILE};
pub use memory::Memory;
pub use watch::Watcher;

use std::io::Read;
use std::sync::Arc;

use jiff::civil::Date;

use crate::diag::Diagnostics;

/// Everything outside that a build may look at (dünya).
///
/// A world does not change while a build reads it; who watches files makes a new view between two builds.
pub trait World: Sync {
    /// All files under `folder` (a path from the root, without a slash at the end), sorted by path bytes.
    /// Hidden files, editors' backups and links out of the repository are left out, the last with a complaint.
    fn list(&self, diag: &mut Diagnostics, folder: &str) -> Vec<FileEntry>;

    /// The bytes of a file.
    fn read(&self, path: &str) -> std::io::Result<Arc<[u8]>>;

    /// The bytes of a file that will not be asked for again, or only to show a line of it: a world that holds them lets
    /// them go.
    fn take(&self, path: &str) -> std::io::Result<Arc<[u8]>> {
        self.read(path)
    }

    /// A stream over a file too large to hold.
    fn open(&self, path: &str) -> std::io::Result<Box<dyn Read + Send>>;

    /// The hash of a file's bytes: equal hashes are equal files.
    fn hash(&self, path: &str) -> std::io::Result<blake3::Hash> {
        let mut hasher = blake3::Hasher::new();
        hasher.update_reader(self.open(path)?)?;
        Ok(hasher.finalize())
    }

    /// Today, read once: `SOURCE_DATE_EPOCH` when set, else the clock, in Türkiye's time (UTC+3 all year).
    fn today(&self) -> Date;
}

/// A file of the repository (dosya).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileEntry {
    /// Path from the root, with `/`.
    pub path: Arc<str>,
    /// Bytes.
    pub size: u64,
}

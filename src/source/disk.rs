//! The repository on disk: walked without following links out of it, never written to.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use walkdir::WalkDir;

use super::{FileEntry, World};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};

/// A repository's folder and the day of this build (diskteki dünya).
#[derive(Clone, Debug)]
pub struct Disk {
    root: PathBuf,
    today: Date,
}

impl Disk {
    /// The repository at `root`. Reads the clock once, or `SOURCE_DATE_EPOCH` (seconds since 1970) when it is set:
    /// <https://reproducible-builds.org/specs/source-date-epoch/>.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        let fixed = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|s| s.trim().parse().ok());
        let now = fixed.and_then(|s| jiff::Timestamp::from_second(s).ok()).unwrap_or_else(jiff::Timestamp::now);
        // Türkiye has kept UTC+3 all year since 2016, so no time zone database is needed.
        let today = now.to_zoned(TimeZone::fixed(Offset::constant(3))).date();
        Disk { root: root.into(), today }
    }

    /// The repository's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The size of a plain file; `None` for anything else, links included.
    pub(super) fn size(&self, path: &str) -> Option<u64> {
        fs::symlink_metadata(self.full(path)).ok().filter(fs::Metadata::is_file).map(|m| m.len())
    }

    /// The file itself, to be read.
    pub(super) fn file(&self, path: &str) -> io::Result<fs::File> {
        fs::File::open(self.full(path))
    }

    fn full(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }
}

impl World for Disk {
    fn list(&self, diag: &mut Diagnostics, folder: &str) -> Vec<FileEntry> {
        let mut files = Vec::new();
        for path in self.paths(diag, folder) {
            match fs::symlink_metadata(self.full(&path)) {
                Ok(m) => files.push(FileEntry { path, size: m.len() }),
                Err(e) => diag.push(Diagnostic::unreadable(Place::file(path), &e)),
            }
        }
        files
    }

    fn read(&self, path: &str) -> io::Result<Arc<[u8]>> {
        fs::read(self.full(path)).map(Arc::from)
    }

    fn open(&self, path: &str) -> io::Result<Box<dyn Read + Send>> {
        Ok(Box::new(self.file(path)?))
    }

    fn today(&self) -> Date {
        self.today
    }
}

impl Disk {
    /// The paths of all files under `folder`, sorted: a list without sizes, which would cost a question to the system for each.
    pub(super) fn paths(&self, diag: &mut Diagnostics, folder: &str) -> Vec<Arc<str>> {
        let start = self.full(folder);
        let mut paths = Vec::new();
        let walk =
            WalkDir::new(&start).follow_links(false).into_iter().filter_entry(|e| e.depth() == 0 || !hidden(e.file_name()));
        for entry in walk {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) if error.depth() == 0 && error.io_error().is_some_and(|e| e.kind() == io::ErrorKind::NotFound) => {
                    break;
                }
                Err(error) => {
                    let path = error.path().unwrap_or(&start);
                    let place = Place::file(self.relative(path));
                    diag.push(match error.io_error() {
                        Some(cause) => Diagnostic::unreadable(place, cause),
                        None => Diagnostic::new(Code::UNREADABLE_FILE, place).with("cause", error.to_string()),
                    });
                    continue;
                }
            };
            if entry.file_type().is_symlink() {
                diag.push(Diagnostic::new(Code::BAD_SYMLINK, Place::file(self.relative(entry.path()))));
            } else if entry.file_type().is_file() {
                paths.push(self.relative(entry.path()));
            }
        }
        paths.sort();
        paths
    }

    /// The path from the root with `/`; bytes that are not UTF-8 become U+FFFD, which no address can hold.
    fn relative(&self, path: &Path) -> Arc<str> {
        let relative = path.strip_prefix(&self.root).unwrap_or(path);
        match relative.to_str() {
            Some(text) if std::path::MAIN_SEPARATOR == '/' => text.into(),
            _ => {
                let parts: Vec<_> = relative.components().map(|c| c.as_os_str().to_string_lossy()).collect();
                parts.join("/").into()
            }
        }
    }
}

/// Dot-files and what editors and office programs leave behind while a file is open.
pub(super) fn hidden(name: &std::ffi::OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with('.') || name.starts_with("~$") || name.ends_with('~') || name.ends_with(".swp")
}

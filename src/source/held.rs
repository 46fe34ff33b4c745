//! A repository held in memory: read once for a build, and only its changes read again while someone edits it.
//!
//! Both uses need the same thing: a view that does not change under a build's feet. Not a cache of results:
//! only bytes, as they were read.

use std::collections::BTreeMap;
use std::io::{self, Read, Seek};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::civil::Date;
use rayon::prelude::*;

use super::{Disk, FileEntry, World};
use crate::diag::Diagnostics;

/// The folders that are input; everything else in a repository is none of the build's business.
pub const INPUT_FOLDERS: [&str; 3] = ["content", "data", "themes"];

/// The file that is input.
pub const SITE_FILE: &str = "site.yaml";

/// Smaller files are read through a room that is used again for the next one; for a larger one it would have to grow, and
/// every step of that is memory the system must clear first.
const ROOM: usize = 64 << 10;

/// Larger files are streamed when they are needed: data, mostly, of which a build keeps columns, not bytes.
const LARGEST_HELD: u64 = 4 << 20;

/// A repository's input, held in memory (elde tutulan dünya).
pub struct Held {
    disk: Disk,
    folders: BTreeMap<&'static str, Folder>,
    site: io::Result<HeldFile>,
}

#[derive(Default)]
struct Folder {
    files: BTreeMap<Arc<str>, HeldFile>,
    complaints: Diagnostics,
}

struct HeldFile {
    size: u64,
    hash: Option<blake3::Hash>,
    /// `None` when they are too many to hold, cannot be read, or have been let go.
    bytes: Mutex<Option<Arc<[u8]>>>,
}

impl HeldFile {
    fn bytes(&self) -> MutexGuard<'_, Option<Arc<[u8]>>> {
        // Nothing but a take or a clone happens under the lock.
        self.bytes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Held {
    /// Reads all input below `disk`'s root, on every thread.
    pub fn new(disk: Disk) -> Held {
        let folders = INPUT_FOLDERS.iter().map(|name| (*name, Folder::read(&disk, name, BTreeMap::new(), &|_| true))).collect();
        let site = read(&disk, SITE_FILE, &mut Vec::new());
        Held { disk, folders, site }
    }

    /// The same repository after the files at `paths` (from the root, with `/`) changed, came or went. A path may
    /// name a folder. Only these are read again; a folder is walked again when something in it came or went.
    pub fn refresh(&mut self, paths: &[String]) {
        self.disk = Disk::new(self.disk.root());
        for name in INPUT_FOLDERS {
            let prefix = format!("{name}/");
            let here: Vec<&str> = paths.iter().map(String::as_str).filter(|p| *p == name || p.starts_with(&prefix)).collect();
            let old = self.folders.remove(name).unwrap_or_default();
            let new = if here.is_empty() { old } else { old.refreshed(&self.disk, name, &here) };
            self.folders.insert(name, new);
        }
        if paths.iter().any(|p| p == SITE_FILE) {
            self.site = read(&self.disk, SITE_FILE, &mut Vec::new());
        }
    }

    /// One hash of all input and the day, or `None` when something of it cannot be read.
    pub fn fingerprint(&self) -> Option<blake3::Hash> {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.today().to_string().as_bytes());
        hasher.update(self.site.as_ref().ok()?.hash?.as_bytes());
        for folder in self.folders.values() {
            if !folder.complaints.is_empty() {
                return None;
            }
            for (path, file) in &folder.files {
                hasher.update(&(path.len() as u64).to_le_bytes());
                hasher.update(path.as_bytes());
                hasher.update(file.hash?.as_bytes());
            }
        }
        Some(hasher.finalize())
    }

    fn file(&self, path: &str) -> Option<&HeldFile> {
        if path == SITE_FILE {
            return self.site.as_ref().ok();
        }
        let (folder, _) = path.split_once('/')?;
        self.folders.get(folder)?.files.get(path)
    }
}

impl Folder {
    /// The folder after `paths` in it changed. When all of them were files and still are, as after most edits, the
    /// folder need not be walked.
    fn refreshed(mut self, disk: &Disk, name: &str, paths: &[&str]) -> Folder {
        let is_edited = |path: &&str| self.files.contains_key(*path) && disk.size(path).is_some();
        if !paths.iter().all(is_edited) {
            let below =
                |path: &str, folder: &str| path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
            return Folder::read(disk, name, self.files, &|path| paths.iter().any(|changed| below(path, changed)));
        }
        for path in paths {
            self.files.insert((*path).into(), read_or_note(disk, path, &mut Vec::new()));
        }
        self
    }

    /// Lists `name` and reads its files, apart from those in `old` that did not change.
    fn read(disk: &Disk, name: &str, mut old: BTreeMap<Arc<str>, HeldFile>, changed: &(dyn Fn(&str) -> bool + Sync)) -> Folder {
        let mut complaints = Diagnostics::new();
        let paths: Vec<(Arc<str>, Option<HeldFile>)> =
            disk.paths(&mut complaints, name).into_iter().map(|path| (Arc::clone(&path), old.remove(&path))).collect();
        let held: Vec<(Arc<str>, HeldFile)> = paths
            .into_par_iter()
            .with_max_len(crate::AT_ONCE)
            .map_init(Vec::new, |room, (path, known)| {
                let known = known.filter(|file| !changed(&path) && disk.size(&path) == Some(file.size));
                let file = known.unwrap_or_else(|| read_or_note(disk, &path, room));
                (path, file)
            })
            .collect();
        Folder { files: held.into_iter().collect(), complaints }
    }
}

/// Who asks for an unreadable file is told why; here it only has no bytes.
fn read_or_note(disk: &Disk, path: &str, room: &mut Vec<u8>) -> HeldFile {
    read(disk, path, room).unwrap_or_else(|_| HeldFile {
        size: disk.size(path).unwrap_or(0),
        hash: None,
        bytes: Mutex::default(),
    })
}

/// Reads a file, a small one through `room`: its bytes are copied once, to a place of their size.
fn read(disk: &Disk, path: &str, room: &mut Vec<u8>) -> io::Result<HeldFile> {
    let mut file = disk.file(path)?;
    room.clear();
    room.reserve_exact(ROOM);
    (&mut file).take(ROOM as u64).read_to_end(room)?;
    if room.len() < ROOM {
        return Ok(held(room.as_slice().into()));
    }
    let size = disk.size(path).unwrap_or(u64::MAX);
    if size <= LARGEST_HELD {
        // At once the place where they stay.
        let mut bytes: Arc<[u8]> = std::iter::repeat_n(0, size as usize).collect();
        let places = Arc::get_mut(&mut bytes).and_then(|bytes| bytes.split_at_mut_checked(ROOM));
        if let Some((start, rest)) = places {
            start.copy_from_slice(room);
            if file.read_exact(rest).is_ok() && file.read(&mut [0])? == 0 {
                return Ok(held(bytes));
            }
        }
        // It became longer or shorter while it was read: it is looked at once more, and held by nobody.
        file.rewind()?;
        room.clear();
    }
    let mut hasher = blake3::Hasher::new();
    hasher.update(room).update_reader(&mut file)?;
    Ok(HeldFile { size: hasher.count(), hash: Some(hasher.finalize()), bytes: Mutex::default() })
}

fn held(bytes: Arc<[u8]>) -> HeldFile {
    HeldFile { size: bytes.len() as u64, hash: Some(blake3::hash(&bytes)), bytes: Mutex::new(Some(bytes)) }
}

impl World for Held {
    fn list(&self, diag: &mut Diagnostics, folder: &str) -> Vec<FileEntry> {
        let top = folder.split('/').next().unwrap_or_default();
        let Some(held) = self.folders.get(top) else { return self.disk.list(diag, folder) };
        let prefix = format!("{folder}/");
        let below = |path: &str| path.starts_with(&prefix);
        diag.extend(held.complaints.iter().filter(|d| &*d.place.file == folder || below(&d.place.file)).cloned());
        let files = held.files.range::<str, _>((std::ops::Bound::Included(prefix.as_str()), std::ops::Bound::Unbounded));
        files.take_while(|(p, _)| below(p)).map(|(path, f)| FileEntry { path: Arc::clone(path), size: f.size }).collect()
    }

    fn read(&self, path: &str) -> io::Result<Arc<[u8]>> {
        match self.file(path).and_then(|f| f.bytes().clone()) {
            Some(bytes) => Ok(bytes),
            None => self.disk.read(path),
        }
    }

    fn take(&self, path: &str) -> io::Result<Arc<[u8]>> {
        match self.file(path).and_then(|f| f.bytes().take()) {
            Some(bytes) => Ok(bytes),
            None => self.disk.read(path),
        }
    }

    fn open(&self, path: &str) -> io::Result<Box<dyn Read + Send>> {
        match self.file(path).and_then(|f| f.bytes().clone()) {
            Some(bytes) => Ok(Box::new(io::Cursor::new(bytes))),
            None => self.disk.open(path),
        }
    }

    fn hash(&self, path: &str) -> io::Result<blake3::Hash> {
        self.file(path).and_then(|f| f.hash).map_or_else(|| self.disk.hash(path), Ok)
    }

    fn today(&self) -> Date {
        self.disk.today()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn listed(world: &dyn World, folder: &str) -> Vec<String> {
        let mut diag = Diagnostics::new();
        world.list(&mut diag, folder).iter().map(|e| format!("{} {}", e.path, e.size)).collect()
    }

    fn repository() -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for (path, text) in
            [("site.yaml", "title: x"), ("content/a/b.md", "bir"), ("content/ab.md", "iki"), ("data/x.csv", "n\n1\n")]
        {
            let path = root.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        root
    }

    #[test]
    fn it_shows_what_the_disk_shows() {
        let root = repository();
        let (disk, held) = (Disk::new(root.path()), Held::new(Disk::new(root.path())));
        for folder in ["content", "content/a", "data", "themes", "content/yok"] {
            assert_eq!(listed(&held, folder), listed(&disk, folder), "{folder}");
        }
        assert_eq!(*held.read("content/a/b.md").unwrap(), *b"bir");
        assert_eq!(*held.read("site.yaml").unwrap(), *b"title: x");
        assert_eq!(held.read("content/yok.md").unwrap_err().kind(), io::ErrorKind::NotFound);
    }

    #[test]
    fn files_of_every_size_are_whole_and_hashed() {
        let root = repository();
        for size in [0, 1, ROOM - 1, ROOM, ROOM + 1, 3 * ROOM + 7, LARGEST_HELD as usize, LARGEST_HELD as usize + 1] {
            let bytes: Vec<u8> = (0..size).map(|place| (place % 251) as u8).collect();
            fs::write(root.path().join("data/x.csv"), &bytes).unwrap();
            let held = Held::new(Disk::new(root.path()));
            assert!(*held.read("data/x.csv").unwrap() == *bytes, "{size}");
            assert_eq!(held.hash("data/x.csv").unwrap(), blake3::hash(&bytes), "{size}");
            assert_eq!(listed(&held, "data"), [format!("data/x.csv {size}")]);
        }
    }

    #[test]
    fn only_what_is_named_is_read_again() {
        let root = repository();
        let mut held = Held::new(Disk::new(root.path()));
        let before = held.fingerprint().unwrap();
        fs::write(root.path().join("content/ab.md"), "two").unwrap();
        fs::write(root.path().join("content/a/b.md"), "one").unwrap();
        fs::write(root.path().join("content/new.md"), "new").unwrap();
        assert_eq!(*held.read("content/ab.md").unwrap(), *b"iki", "a build sees one state of the world");
        held.refresh(&["content/ab.md".to_owned()]);
        assert_eq!(*held.read("content/ab.md").unwrap(), *b"two");
        assert_eq!(*held.read("content/a/b.md").unwrap(), *b"bir", "not named, of the same size");
        held.refresh(&["content/new.md".to_owned()]);
        assert!(listed(&held, "content").contains(&"content/new.md 3".to_owned()));
        assert_eq!(*held.read("content/a/b.md").unwrap(), *b"bir", "walking the folder reads only what is named");
        held.refresh(&["content/a".to_owned()]);
        assert_eq!(*held.read("content/a/b.md").unwrap(), *b"one", "a folder names what is in it");
        assert_ne!(held.fingerprint().unwrap(), before);
    }

    #[test]
    fn the_fingerprint_follows_names_bytes_and_nothing_else() {
        let root = repository();
        let fingerprint = || Held::new(Disk::new(root.path())).fingerprint();
        let first = fingerprint();
        assert!(first.is_some());
        fs::write(root.path().join("README.md"), "x").unwrap();
        assert_eq!(fingerprint(), first, "not input");
        fs::rename(root.path().join("content/ab.md"), root.path().join("content/ba.md")).unwrap();
        assert_ne!(fingerprint(), first);
        fs::rename(root.path().join("content/ba.md"), root.path().join("content/ab.md")).unwrap();
        assert_eq!(fingerprint(), first);
        fs::write(root.path().join("data/x.csv"), "n\n2\n").unwrap();
        assert_ne!(fingerprint(), first);
    }

    #[test]
    #[cfg(unix)]
    fn what_cannot_be_told_has_no_fingerprint() {
        let root = repository();
        std::os::unix::fs::symlink("/etc/passwd", root.path().join("content/link.md")).unwrap();
        let held = Held::new(Disk::new(root.path()));
        assert_eq!(held.fingerprint(), None);
        let mut diag = Diagnostics::new();
        held.list(&mut diag, "content");
        assert_eq!(diag.len(), 1, "the complaint of the disk is passed on");
    }
}

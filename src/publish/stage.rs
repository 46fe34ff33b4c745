//! Puts the next version of one tree together beside the current one, file by file as they are finished: new bytes are
//! written, unchanged files get a second name at the end, so that they keep their bytes, their times and their place on
//! the disk. Touches no reader, and holds no bytes: what is written is let go.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use rayon::prelude::*;

use super::compress::{self, Coding};
use super::effects::Effects;
use super::manifest::{self, Sum};
use super::record::{self, Stamp};
use super::swap::MARK;
use super::tree::stays_inside;
use super::{Published, Trouble};

/// A tree that is being put together (aşama).
#[derive(Debug)]
pub(super) struct Stage {
    /// The tree's name.
    name: &'static str,
    /// What readers see now.
    current: PathBuf,
    /// Where the next version stands.
    next: PathBuf,
    /// Whether there is a current version at all.
    there: bool,
    files: Mutex<Vec<File>>,
    /// The folders of `next` that someone has set out to make.
    folders: Mutex<HashSet<String>>,
    /// What the current version is said to hold; read when it is first asked for.
    listed: OnceLock<HashMap<String, Sum>>,
}

/// A file of the next version.
#[derive(Debug)]
struct File {
    path: Arc<str>,
    sum: Sum,
    stamp: Option<Stamp>,
    /// Whether the current version has it, byte for byte.
    same: bool,
}

/// A tree compared with what readers saw when it was finished.
#[derive(Debug)]
pub(super) struct Staged {
    /// The tree's name.
    pub name: &'static str,
    /// Whether a next version stands ready; false when readers see it already.
    pub ready: bool,
    /// What was done.
    pub counts: Published,
    /// The list of sums, and sizes and times of what it lists; `None` when one of them could not be told.
    pub stamps: Option<record::Stamps>,
}

impl Stage {
    /// The tree `name`, seen by readers in `current` and put together in `next`.
    pub(super) fn new(name: &'static str, current: PathBuf, next: PathBuf) -> Stage {
        let there = current.is_dir();
        Stage { name, current, next, there, files: Mutex::default(), folders: Mutex::default(), listed: OnceLock::new() }
    }

    /// Takes a finished file. Two files at one path, or a path that leaves the tree, are faults of ours: the model
    /// refuses both with a diagnostic long before. When asked to, makes the compressed sisters of a text file; those of a
    /// file that did not change are taken over.
    pub(super) fn put(&self, effects: &dyn Effects, path: &Arc<str>, bytes: &[u8], compress: bool) -> Result<(), Trouble> {
        let same = self.put_one(effects, path, bytes)?;
        if !compress || !compress::is_text(path, bytes) {
            return Ok(());
        }
        for coding in Coding::ALL {
            let sister: Arc<str> = coding.sister(path).into();
            if !(same && self.take_over(&sister))
                && let Some(packed) = coding.pack(bytes)
            {
                self.put_one(effects, &sister, &packed)?;
            }
        }
        Ok(())
    }

    /// Takes one file, and gives whether the current version has it, byte for byte.
    fn put_one(&self, effects: &dyn Effects, path: &Arc<str>, bytes: &[u8]) -> Result<bool, Trouble> {
        assert!(stays_inside(path), "the path `{path}` would leave the {} tree", self.name);
        let sum = manifest::sum(bytes);
        let kept = if self.there { same(&self.current.join(&**path), bytes) } else { None };
        let (same, metadata) = match kept {
            Some(metadata) => (true, metadata),
            None => (false, self.write(effects, path, bytes)?),
        };
        locked(&self.files).push(File { path: Arc::clone(path), sum, stamp: record::stamp(&metadata), same });
        Ok(same)
    }

    /// Takes the file at `path` over from the current version, and gives whether it could: it must be listed there, and have
    /// the sum it is listed with. What is not as it was left is made again.
    pub(super) fn take_over(&self, path: &Arc<str>) -> bool {
        let read =
            || fs::read_to_string(self.current.join(manifest::NAME)).map_or_else(|_| HashMap::new(), |l| manifest::sums(&l));
        let Some(sum) = self.listed.get_or_init(read).get(&**path) else { return false };
        let file = self.current.join(&**path);
        let Ok(metadata) = fs::symlink_metadata(&file) else { return false };
        let whole = metadata.is_file() && fs::read(&file).is_ok_and(|bytes| manifest::sum(&bytes) == *sum);
        if whole {
            locked(&self.files).push(File { path: Arc::clone(path), sum: *sum, stamp: record::stamp(&metadata), same: true });
        }
        whole
    }

    /// Writes a file of the next version, and makes its folder when nobody has.
    fn write(&self, effects: &dyn Effects, path: &str, bytes: &[u8]) -> Result<fs::Metadata, Trouble> {
        let (to, folder) = (self.next.join(path), folder_of(path));
        let make_folder = || {
            let made = self.next.join(folder);
            effects.create_folder(&made).map_err(cannot_write(&made))
        };
        let is_first = !locked(&self.folders).contains(folder) && locked(&self.folders).insert(folder.to_owned());
        if is_first {
            make_folder()?;
        }
        match effects.write(&to, bytes) {
            // Another thread has set out to make the folder, and has not made it yet.
            Err(e) if e.kind() == io::ErrorKind::NotFound && !is_first => {
                make_folder()?;
                effects.write(&to, bytes)
            }
            other => other,
        }
        .map_err(cannot_write(&to))
    }

    /// Compares the tree with what readers see and, when they differ, makes the next version whole. A file in the current
    /// version that tellal did not make is refused, because putting the new version in its place would take it away.
    pub(super) fn finish(self, effects: &dyn Effects) -> Result<Staged, Trouble> {
        let mut files = self.files.into_inner().unwrap_or_else(PoisonError::into_inner);
        files.par_sort_unstable_by(|a, b| a.path.cmp(&b.path));
        let twice = files.windows(2).find(|pair| pair[0].path == pair[1].path).map(|pair| &pair[0].path);
        assert!(twice.is_none(), "two files of the {} tree stand at `{}`", self.name, twice.map_or("", |path| path));
        let list = manifest::write(files.iter().map(|file| (&*file.path, file.sum)));

        let removed = if self.there { removed(&files, &self.current)? } else { 0 };
        let kept = files.iter().filter(|file| file.same).count();
        let counts = Published { written: files.len() - kept, kept, removed };
        let ready = counts.written > 0 || removed > 0 || same(&self.current.join(manifest::NAME), list.as_bytes()).is_none();
        if ready {
            effects.create_folder(&self.next).map_err(cannot_write(&self.next))?;
            link(effects, files.iter().filter(|file| file.same), &self.current, &self.next)?;
            for (name, text) in [(manifest::NAME, &*list), (MARK, "")] {
                let path = self.next.join(name);
                effects.write(&path, text.as_bytes()).map_err(cannot_write(&path))?;
            }
        }
        let stamps = files.iter().map(|file| file.stamp).collect::<Option<_>>();
        Ok(Staged { name: self.name, ready, counts, stamps: stamps.map(|stamps| record::Stamps { list, stamps }) })
    }
}

/// Gives `files` of the current version a second name in the next one, one folder after another on every thread.
fn link<'f>(effects: &dyn Effects, files: impl Iterator<Item = &'f File>, current: &Path, next: &Path) -> Result<(), Trouble> {
    let mut folders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for file in files {
        folders.entry(folder_of(&file.path)).or_default().push(&file.path);
    }
    folders.par_iter().try_for_each(|(folder, paths)| {
        let folder = next.join(folder);
        effects.create_folder(&folder).map_err(cannot_write(&folder))?;
        for path in paths {
            let to = next.join(path);
            effects.link(&current.join(path), &to).map_err(cannot_write(&to))?;
        }
        Ok(())
    })
}

/// How many files of the current version the new one, `files` by path, no longer has.
fn removed(files: &[File], current: &Path) -> Result<usize, Trouble> {
    let unreadable = |e: io::Error| Trouble::outside("publish-cannot-read", current, &e);
    let list = match fs::read_to_string(current.join(manifest::NAME)) {
        Ok(text) => text,
        Err(e) if e.kind() == io::ErrorKind::NotFound => String::new(),
        Err(e) => return Err(unreadable(e)),
    };
    let ours = manifest::paths(&list);
    let mut on_disk = BTreeSet::new();
    walk(current, "", &mut on_disk).map_err(unreadable)?;
    on_disk.remove(manifest::NAME);
    let gone = |path: &&String| files.binary_search_by(|file| (*file.path).cmp(path)).is_err();
    match on_disk.iter().filter(gone).find(|path| !ours.contains(path.as_str())) {
        Some(foreign) => Err(Trouble::refused("publish-foreign-file", &current.join(foreign))),
        None => Ok(on_disk.iter().filter(gone).count()),
    }
}

/// The paths of everything under `folder` that is not a folder.
fn walk(folder: &Path, prefix: &str, found: &mut BTreeSet<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            walk(&entry.path(), &format!("{path}/"), found)?;
        } else {
            found.insert(path);
        }
    }
    Ok(())
}

/// The plain file at `path`, when it holds exactly `bytes`.
fn same(path: &Path, bytes: &[u8]) -> Option<fs::Metadata> {
    let metadata = fs::symlink_metadata(path).ok().filter(|m| m.is_file() && m.len() == bytes.len() as u64)?;
    fs::read(path).is_ok_and(|b| b == bytes).then_some(metadata)
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn cannot_write(path: &Path) -> impl Fn(io::Error) -> Trouble {
    move |e| Trouble::outside("publish-cannot-write", path, &e)
}

/// What a panic elsewhere left is whole: only the collections' own calls happen under their locks.
fn locked<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

//! Puts the next version of one tree together beside the current one: new bytes are written, unchanged files get
//! a second name, so that they keep their bytes, their times and their place on the disk. Touches no reader.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::effects::Effects;
use super::manifest::{self, Sum};
use super::swap::MARK;
use super::tree::Tree;
use super::{Published, Trouble};
use crate::view::Audience;

/// A tree compared with what readers see now (aşama).
#[derive(Debug)]
pub(super) struct Staged {
    /// The tree's name.
    pub name: &'static str,
    /// Whether a next version stands ready; false when readers see it already.
    pub ready: bool,
    /// What was done.
    pub counts: Published,
}

/// Compares `tree` with the folder `current` and, when they differ, puts the whole new version together in `next`.
/// A file in `current` that tellal did not make is refused, because putting the new version in its place would
/// take it away.
pub(super) fn stage<A: Audience>(effects: &dyn Effects, tree: &Tree<A>, current: &Path, next: &Path) -> Result<Staged, Trouble> {
    let there = current.is_dir();
    let artifacts: Vec<(&str, &[u8])> = tree.iter().map(|a| (&*a.path, &*a.bytes)).collect();
    let looked: Vec<(Sum, bool)> =
        artifacts.par_iter().map(|(path, bytes)| (manifest::sum(bytes), there && holds(&current.join(path), bytes))).collect();
    let list = manifest::write(artifacts.iter().zip(&looked).map(|((path, _), (sum, _))| (*path, *sum)));

    let removed = if there { removed(tree, current)? } else { 0 };
    let kept = looked.iter().filter(|(_, same)| *same).count();
    let counts = Published { written: artifacts.len() - kept, kept, removed };
    let ready = counts.written > 0 || removed > 0 || !holds(&current.join(manifest::NAME), list.as_bytes());
    if ready {
        let files = artifacts.iter().zip(&looked).map(|((path, bytes), (_, same))| File { path, bytes, same: *same });
        assemble(effects, files, current, next)?;
        for (name, text) in [(manifest::NAME, &*list), (MARK, "")] {
            let path = next.join(name);
            effects.write(&path, text.as_bytes()).map_err(|e| Trouble::outside("publish-cannot-write", &path, &e))?;
        }
    }
    Ok(Staged { name: A::NAME, ready, counts })
}

struct File<'t> {
    path: &'t str,
    bytes: &'t [u8],
    same: bool,
}

/// Makes the folder `next` with all files, one folder after another on every thread.
fn assemble<'t>(
    effects: &dyn Effects,
    files: impl Iterator<Item = File<'t>>,
    current: &Path,
    next: &Path,
) -> Result<(), Trouble> {
    let mut folders: BTreeMap<&str, Vec<File<'_>>> = BTreeMap::new();
    for file in files {
        folders.entry(file.path.rsplit_once('/').map_or("", |(folder, _)| folder)).or_default().push(file);
    }
    let failed = |path: &Path, e: io::Error| Trouble::outside("publish-cannot-write", path, &e);
    effects.create_folder(next).map_err(|e| failed(next, e))?;
    folders.par_iter().try_for_each(|(folder, files)| {
        let folder = next.join(folder);
        effects.create_folder(&folder).map_err(|e| failed(&folder, e))?;
        for file in files {
            let to = next.join(file.path);
            let done = if file.same { effects.link(&current.join(file.path), &to) } else { effects.write(&to, file.bytes) };
            done.map_err(|e| failed(&to, e))?;
        }
        Ok(())
    })
}

/// How many files of the current version the new one no longer has.
fn removed<A: Audience>(tree: &Tree<A>, current: &Path) -> Result<usize, Trouble> {
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
    match on_disk.iter().find(|path| tree.get(path).is_none() && !ours.contains(path.as_str())) {
        Some(foreign) => Err(Trouble::refused("publish-foreign-file", &current.join(foreign))),
        None => Ok(on_disk.iter().filter(|path| tree.get(path).is_none()).count()),
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

/// True when the plain file at `path` holds exactly `bytes`.
fn holds(path: &Path, bytes: &[u8]) -> bool {
    fs::symlink_metadata(path).is_ok_and(|m| m.is_file() && m.len() == bytes.len() as u64)
        && fs::read(path).is_ok_and(|b| b == bytes)
}

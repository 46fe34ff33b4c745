//! Changes single files of the tree that readers see, without building it anew: the rest of the input may be in error, and
//! something must be told now. The tree is exchanged as a whole, as by a build: a reader finds it before or after.

use std::fs;
use std::path::Path;

use rayon::prelude::*;

use super::effects::{self, Effects};
use super::folder::Folder;
use super::stage::Stage;
use super::{Trouble, give_back, manifest, record, swap};

/// What changing a published tree did (düzeltme).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amended {
    /// Files that changed.
    pub changed: usize,
    /// Files that the change had a say in, changed or not.
    pub matched: usize,
}

/// What a change makes of one file, by its path in the tree: the new bytes, or nothing where it has no say.
pub type Change<'c> = &'c (dyn Fn(&str, &[u8]) -> Option<Vec<u8>> + Sync);

/// Changes the files of the tree `name` in the output folder `out`. The compressed copies of a file that changed go: a server
/// that finds none sends the file itself.
///
/// Fails with a [`Trouble`] when nothing was ever published there, another build is busy, or the disk failed; readers then
/// see what they saw before.
pub fn amend(out: &Path, name: &'static str, change: Change<'_>) -> Result<Amended, Trouble> {
    with(&effects::Disk, out, name, change)
}

fn with(effects: &dyn Effects, out: &Path, name: &'static str, change: Change<'_>) -> Result<Amended, Trouble> {
    if !out.join(name).join(manifest::NAME).is_file() {
        return Err(Trouble::refused("publish-nothing-there", &out.join(name)));
    }
    // Its list of sums says that the tree is ours, wherever it was fetched from.
    let folder = Folder::adopt(effects, out)?;
    swap::recover(effects, &folder)?;
    let current = folder.current(name);
    let unreadable = |path: &Path| {
        let path = path.to_owned();
        move |e| Trouble::outside("publish-cannot-read", &path, &e)
    };
    let list = current.join(manifest::NAME);
    let list = fs::read_to_string(&list).map_err(unreadable(&list))?;
    let paths: Vec<&str> = manifest::paths(&list).into_iter().collect();
    let read = |path: &str| fs::read(current.join(path)).map_err(unreadable(&current.join(path)));
    let new: Vec<Option<(bool, Vec<u8>)>> = paths
        .par_iter()
        .map(|path| {
            let bytes = read(path)?;
            Ok(change(path, &bytes).map(|new| (new != bytes, new)))
        })
        .collect::<Result<_, Trouble>>()?;
    let amended =
        Amended { changed: new.iter().flatten().filter(|(changed, _)| *changed).count(), matched: new.iter().flatten().count() };
    if amended.changed == 0 {
        return Ok(amended);
    }
    let changed = |path: &str| paths.binary_search(&path).is_ok_and(|at| matches!(new[at], Some((true, _))));
    let stale = |path: &str| [".br", ".gz"].iter().any(|ending| path.strip_suffix(ending).is_some_and(changed));
    let is_packed = |path: &str| paths.binary_search(&format!("{path}.br").as_str()).is_ok();
    let stage = Stage::new(name, current.clone(), folder.next().join(name));
    let done = paths.par_iter().zip(&new).filter(|(path, _)| !stale(path)).try_for_each(|(path, new)| match new {
        Some((_, bytes)) => stage.put(effects, &(*path).into(), bytes, changed(path) && is_packed(path)),
        None => stage.put(effects, &(*path).into(), &read(path)?, false),
    });
    done.and_then(|()| stage.finish(effects)).inspect_err(|_| give_back(effects, &folder))?;
    swap::swap(effects, &folder, &[name])?;
    // What stands there is not what the last build made: the next one looks at everything.
    record::remove(effects, &folder)?;
    Ok(amended)
}

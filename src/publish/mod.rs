//! Finished trees → folders that web servers point to. Decides nothing about what is in them.
//!
//! ```text
//! dist/public  dist/internal  dist/reports      what readers see: plain folders of plain files
//! dist/.tellal/next/…                           the new trees while they are put together
//! dist/.tellal/previous/…                       the trees that the last publication replaced
//! dist/.tellal/{commit,record.json,lock}        see `swap`, `record`, `folder`
//! ```
//!
//! All trees are first put together beside the current ones on the same file system: changed files are written,
//! unchanged ones get a second name (a hard link) and so keep their bytes and times. Only then each changed tree is
//! *exchanged* with the current one, which Linux and macOS do in one step: a reader finds the old tree or the new
//! one, never a mixture and never nothing. A symbolic link renamed over another would be atomic everywhere, but
//! `cp -r`, archives and some hosts treat a link as a link; a folder is a folder to all of them. On systems without
//! exchange there are two renames and a moment between them.
//!
//! Nothing is flushed to the disk (`fsync`) on the way: 10,000 flushes would cost more than the whole build. A killed
//! build is harmless; after a power cut the newest files may be empty, which the next build sees (it compares the
//! bytes, or at least sizes and times) and mends from the repository, the only place where anything is kept.

#![allow(clippy::disallowed_methods, reason = "this room is the door to the disk")]

mod amend;
mod compress;
mod data;
mod effects;
mod folder;
mod manifest;
mod record;
mod stage;
mod sums;
mod swap;
mod tree;
mod trouble;

pub use amend::{Amended, amend};
pub use data::{DataFile, replace};
pub use folder::check_destination;
pub use record::{Record, unchanged};
pub use sums::sums;
pub use tree::{Collected, Nowhere, Shelves, Sites, Tree};
pub use trouble::Trouble;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use effects::Effects;
use folder::Folder;
use stage::{Stage, Staged};

use crate::render::Artifact;
use crate::view::{Audience, Internal, Public, Reports};

/// The names of the three trees, which are their folders' names.
pub const TREES: [&str; 3] = [Public::NAME, Internal::NAME, Reports::NAME];

/// What a publication did, in files, the lists of sums not counted (yayım).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// New or changed files.
    pub written: usize,
    /// Files that stayed as they were, times included.
    pub kept: usize,
    /// Files that are no longer there.
    pub removed: usize,
}

/// A publication under way (yayım işi): the files of a build are put beside the current trees as they are finished, and
/// readers see none of them until [`Publication::finish`]. Dropped before that, it takes back what it wrote.
///
/// Nothing is touched before the first file: a build that stops at an error in its input leaves no trace.
pub struct Publication<'e> {
    effects: &'e dyn Effects,
    out: PathBuf,
    work: OnceLock<Result<Work, ()>>,
    /// Whether text files get compressed sisters.
    compress: AtomicBool,
    /// The first thing that went wrong; the files after it are let go.
    trouble: Mutex<Option<Trouble>>,
}

/// The output folder, locked, and the next version of each tree.
struct Work {
    folder: Folder,
    public: Stage,
    internal: Stage,
    reports: Stage,
}

impl Publication<'static> {
    /// A publication to the folder `out`.
    pub fn new(out: &Path) -> Self {
        Publication::with(&effects::Disk, out)
    }
}

impl<'e> Publication<'e> {
    fn with(effects: &'e dyn Effects, out: &Path) -> Self {
        Publication {
            effects,
            out: out.to_owned(),
            work: OnceLock::new(),
            compress: AtomicBool::new(false),
            trouble: Mutex::default(),
        }
    }

    /// Shows the new trees to readers: all three, or none of them. `input` identifies what they were made from and
    /// `warnings` is how many the build gave: both are remembered for [`unchanged`].
    ///
    /// Fails with a [`Trouble`] when the folder is not ours, another build is busy there, or the disk failed at any
    /// time; readers then see what they saw before.
    pub fn finish(mut self, input: &str, warnings: usize) -> anyhow::Result<Published> {
        // A build without a single file publishes three empty trees.
        self.work();
        let work = self.work.take().and_then(Result::ok);
        let trouble = self.trouble.lock().unwrap_or_else(PoisonError::into_inner).take();
        match (work, trouble) {
            (Some(work), None) => Ok(finish(self.effects, work, input, warnings)?),
            (work, trouble) => {
                work.iter().for_each(|work| give_back(self.effects, &work.folder));
                Err(trouble.expect("without trouble there is an open folder").into())
            }
        }
    }

    /// The folder and the stages, opened by whoever comes first; `None` when they cannot be.
    fn work(&self) -> Option<&Work> {
        let open = || {
            let folder = Folder::open(self.effects, &self.out)?;
            swap::recover(self.effects, &folder)?;
            let stage = |name: &'static str| Stage::new(name, folder.current(name), folder.next().join(name));
            Ok(Work { public: stage(Public::NAME), internal: stage(Internal::NAME), reports: stage(Reports::NAME), folder })
        };
        self.work.get_or_init(|| open().map_err(|trouble| self.remember(trouble))).as_ref().ok()
    }

    fn put<A: Audience>(&self, stage: fn(&Work) -> &Stage, file: &Artifact<A>) {
        // Reports are opened from a folder, where nothing unpacks.
        let compress = A::NAME != Reports::NAME && self.compress.load(Ordering::Relaxed);
        if self.trouble.lock().unwrap_or_else(PoisonError::into_inner).is_some() {
            return;
        }
        if let Some(work) = self.work()
            && let Err(trouble) = stage(work).put(self.effects, &file.path, &file.bytes, compress)
        {
            self.remember(trouble);
        }
    }

    fn remember(&self, trouble: Trouble) {
        self.trouble.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(trouble);
    }
}

impl Shelves for Publication<'_> {
    fn public(&self, file: Artifact<Public>) {
        self.put(|work| &work.public, &file);
    }
    fn internal(&self, file: Artifact<Internal>) {
        self.put(|work| &work.internal, &file);
    }
    fn reports(&self, file: Artifact<Reports>) {
        self.put(|work| &work.reports, &file);
    }
    fn compress(&self, wanted: bool) {
        self.compress.store(wanted, Ordering::Relaxed);
    }
    fn keeps_public(&self, path: &Arc<str>) -> bool {
        self.work().is_some_and(|work| work.public.take_over(path))
    }
    fn keeps_internal(&self, path: &Arc<str>) -> bool {
        self.work().is_some_and(|work| work.internal.take_over(path))
    }
    fn keeps_reports(&self, path: &Arc<str>) -> bool {
        self.work().is_some_and(|work| work.reports.take_over(path))
    }
}

impl Drop for Publication<'_> {
    fn drop(&mut self) {
        if let Some(Ok(work)) = self.work.take() {
            give_back(self.effects, &work.folder);
        }
    }
}

/// Gives back what an unfinished version took: the disk may be full. The first trouble is the one to tell.
fn give_back(effects: &dyn Effects, folder: &Folder) {
    let _ = effects.remove_folder(&folder.next());
}

fn finish(effects: &dyn Effects, work: Work, input: &str, warnings: usize) -> Result<Published, Trouble> {
    let Work { folder, public, internal, reports } = work;
    let staged: Result<Vec<Staged>, Trouble> =
        [public, internal, reports].into_iter().map(|stage| stage.finish(effects)).collect();
    let staged = staged.inspect_err(|_| give_back(effects, &folder))?;
    let ready: Vec<_> = staged.iter().filter(|s| s.ready).map(|s| s.name).collect();
    if !ready.is_empty() {
        swap::swap(effects, &folder, &ready)?;
    }
    let stamps: Option<Vec<_>> = staged.iter().map(|s| Some((s.name, s.stamps.as_ref()?))).collect();
    match stamps {
        Some(stamps) => record::write(effects, &folder, stamps.into_iter(), input, warnings)?,
        None => record::remove(effects, &folder)?,
    }
    Ok(staged.iter().fold(Published::default(), |sum, s| Published {
        written: sum.written + s.counts.written,
        kept: sum.kept + s.counts.kept,
        removed: sum.removed + s.counts.removed,
    }))
}

#[cfg(test)]
mod tests;

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

mod data;
mod effects;
mod folder;
mod manifest;
mod record;
mod stage;
mod swap;
mod tree;
mod trouble;

pub use data::{DataFile, replace};
pub use folder::check_destination;
pub use record::{Record, unchanged};
pub use tree::{Sites, Tree};
pub use trouble::Trouble;

use std::path::Path;

use effects::Effects;
use folder::Folder;

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

/// Publishes all three trees to the folder `out`, or none of them. `input` identifies what they were made from and
/// `warnings` is how many the build gave: both are remembered for [`unchanged`].
///
/// Fails with a [`Trouble`] when `out` is not ours, another build is busy there, or the disk fails; readers then see
/// what they saw before.
pub fn publish(out: &Path, sites: &Sites, input: &str, warnings: usize) -> anyhow::Result<Published> {
    Ok(publish_with(&effects::Disk, out, sites, input, warnings)?)
}

fn publish_with(effects: &dyn Effects, out: &Path, sites: &Sites, input: &str, warnings: usize) -> Result<Published, Trouble> {
    let folder = Folder::open(effects, out)?;
    swap::recover(effects, &folder)?;
    let staged = match stage_all(effects, &folder, sites) {
        Ok(staged) => staged,
        Err(trouble) => {
            // The disk may be full: give back what the unfinished version took. The first trouble is the one to tell.
            let _ = effects.remove_folder(&folder.next());
            return Err(trouble);
        }
    };
    let ready: Vec<_> = staged.iter().filter(|s| s.ready).map(|s| s.name).collect();
    if !ready.is_empty() {
        swap::swap(effects, &folder, &ready)?;
    }
    record::write(effects, &folder, out, &TREES, input, warnings)?;
    Ok(staged.iter().fold(Published::default(), |sum, s| Published {
        written: sum.written + s.counts.written,
        kept: sum.kept + s.counts.kept,
        removed: sum.removed + s.counts.removed,
    }))
}

fn stage_all(effects: &dyn Effects, folder: &Folder, sites: &Sites) -> Result<[stage::Staged; 3], Trouble> {
    fn one<A: Audience>(effects: &dyn Effects, folder: &Folder, tree: &Tree<A>) -> Result<stage::Staged, Trouble> {
        stage::stage(effects, tree, &folder.current(A::NAME), &folder.next().join(A::NAME))
    }
    Ok([one(effects, folder, &sites.public)?, one(effects, folder, &sites.internal)?, one(effects, folder, &sites.reports)?])
}

#[cfg(test)]
mod tests;

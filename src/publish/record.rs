//! What the last publication was made from, so that a build in which nothing changed can stop at once.
//! Not a cache: it holds no content, and without it everything is merely built again.

use std::fs;
use std::path::Path;
use std::time::UNIX_EPOCH;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::Trouble;
use super::effects::Effects;
use super::folder::{self, Folder};
use super::manifest;

/// A publication and its input (kayıt).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Everything the trees depend on, as one fingerprint: program, options, day and all input bytes.
    pub input: String,
    /// How many warnings the build gave.
    pub warnings: usize,
    /// Path, size and time of every published file, as one fingerprint: a change by hand is seen without reading.
    stamp: String,
}

/// Size and time of a file.
pub(super) type Stamp = [u8; 24];

/// The list of a tree's files, with the stamp of each in its order.
#[derive(Debug)]
pub(super) struct Stamps {
    /// As in the manifest.
    pub list: String,
    /// In the order of the list.
    pub stamps: Vec<Stamp>,
}

/// The record of the last publication to `out`, when its input was `input` and the trees are as it left them.
pub fn unchanged(out: &Path, names: &[&str], input: &str) -> Option<Record> {
    let record: Record = serde_json::from_slice(&fs::read(folder::record(out)).ok()?).ok()?;
    if record.input != input {
        return None;
    }
    let seen: Vec<Stamps> = names.iter().map(|name| seen(&out.join(name))).collect::<Option<_>>()?;
    (record.stamp == fingerprint(names.iter().copied().zip(&seen))).then_some(record)
}

/// Writes the record of a publication of `trees`, by name.
pub(super) fn write<'s>(
    effects: &dyn Effects,
    folder: &Folder,
    trees: impl Iterator<Item = (&'s str, &'s Stamps)>,
    input: &str,
    warnings: usize,
) -> Result<(), Trouble> {
    let path = folder.record();
    let failed = |e| Trouble::outside("publish-cannot-write", &path, &e);
    let record = Record { input: input.to_owned(), warnings, stamp: fingerprint(trees) };
    let text = serde_json::to_vec_pretty(&record).expect("strings and numbers are always JSON");
    let draft = path.with_extension("draft");
    effects.write(&draft, &text).and_then(|_| effects.rename(&draft, &path)).map_err(failed)
}

/// Takes away a record that no longer says what stands there.
pub(super) fn remove(effects: &dyn Effects, folder: &Folder) -> Result<(), Trouble> {
    let path = folder.record();
    effects.remove_file(&path).map_err(|e| Trouble::outside("publish-cannot-write", &path, &e))
}

fn fingerprint<'s>(trees: impl Iterator<Item = (&'s str, &'s Stamps)>) -> String {
    let mut hasher = blake3::Hasher::new();
    for (name, tree) in trees {
        hasher.update(name.as_bytes());
        hasher.update(tree.list.as_bytes());
        tree.stamps.iter().for_each(|stamp| {
            hasher.update(stamp);
        });
    }
    hasher.finalize().to_hex().to_string()
}

/// What readers see in the folder `tree` now; `None` when it or one of its files is missing.
fn seen(tree: &Path) -> Option<Stamps> {
    let list = fs::read_to_string(tree.join(manifest::NAME)).ok()?;
    let paths: Vec<&str> = manifest::paths(&list).into_iter().collect();
    let stamps = paths.par_iter().map(|path| stamp(&fs::symlink_metadata(tree.join(path)).ok()?)).collect::<Option<_>>()?;
    Some(Stamps { list, stamps })
}

/// `None` for anything but a plain file.
pub(super) fn stamp(metadata: &fs::Metadata) -> Option<Stamp> {
    let modified = metadata.modified().ok().filter(|_| metadata.is_file())?.duration_since(UNIX_EPOCH).ok()?;
    let mut bytes = [0; 24];
    bytes[..8].copy_from_slice(&metadata.len().to_le_bytes());
    bytes[8..].copy_from_slice(&modified.as_nanos().to_le_bytes());
    Some(bytes)
}

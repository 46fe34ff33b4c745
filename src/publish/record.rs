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

/// The record of the last publication to `out`, when its input was `input` and the trees are as it left them.
pub fn unchanged(out: &Path, names: &[&str], input: &str) -> Option<Record> {
    let record: Record = serde_json::from_slice(&fs::read(folder::record(out)).ok()?).ok()?;
    (record.input == input && record.stamp == stamp(out, names)?).then_some(record)
}

/// Writes the record of what stands in the folder now.
pub(super) fn write(
    effects: &dyn Effects,
    folder: &Folder,
    out: &Path,
    names: &[&str],
    input: &str,
    warnings: usize,
) -> Result<(), Trouble> {
    let path = folder.record();
    let failed = |e| Trouble::outside("publish-cannot-write", &path, &e);
    let Some(stamp) = stamp(out, names) else { return effects.remove_file(&path).map_err(failed) };
    let record = Record { input: input.to_owned(), warnings, stamp };
    let text = serde_json::to_vec_pretty(&record).expect("strings and numbers are always JSON");
    let draft = path.with_extension("draft");
    effects.write(&draft, &text).and_then(|()| effects.rename(&draft, &path)).map_err(failed)
}

/// `None` when a tree or one of its files is missing.
fn stamp(out: &Path, names: &[&str]) -> Option<String> {
    let mut hasher = blake3::Hasher::new();
    for name in names {
        let tree = out.join(name);
        let list = fs::read_to_string(tree.join(manifest::NAME)).ok()?;
        hasher.update(name.as_bytes());
        hasher.update(list.as_bytes());
        let paths: Vec<&str> = manifest::paths(&list).into_iter().collect();
        let stamps: Vec<[u8; 24]> = paths.par_iter().map(|path| file_stamp(&tree.join(path))).collect::<Option<_>>()?;
        stamps.iter().for_each(|s| {
            hasher.update(s);
        });
    }
    Some(hasher.finalize().to_hex().to_string())
}

/// Size and time of a plain file.
fn file_stamp(path: &Path) -> Option<[u8; 24]> {
    let metadata = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file)?;
    let modified = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    let mut bytes = [0; 24];
    bytes[..8].copy_from_slice(&metadata.len().to_le_bytes());
    bytes[8..].copy_from_slice(&modified.as_nanos().to_le_bytes());
    Some(bytes)
}

//! What the last build of this process read, by dataset, so that an edit elsewhere reads no million rows again. Content
//! is compared, not times. Never on disk: a memo ends with its process.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};

use super::intake::Read;
use crate::diag::Diagnostics;
use crate::parse::schema::Schema;
use crate::source::{FileEntry, World};

/// The datasets of the last load (veri belleği).
#[derive(Default)]
pub struct Memo(Mutex<HashMap<Arc<str>, Known>>);

/// A dataset as it was read, what was said about it, and from what.
#[derive(Clone)]
pub(super) struct Known {
    /// Of everything the reading depended on; `None` when something could not be read, and nothing is reused.
    pub(super) origin: Option<blake3::Hash>,
    pub(super) read: Arc<Read>,
    pub(super) complaints: Diagnostics,
}

impl Memo {
    /// Takes out what is remembered; what is still good is put back by [`Memo::keep`].
    pub(super) fn take(&self) -> HashMap<Arc<str>, Known> {
        std::mem::take(&mut *self.lock())
    }

    /// Remembers a dataset.
    pub(super) fn keep(&self, name: &Arc<str>, known: Known) {
        self.lock().insert(Arc::clone(name), known);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Arc<str>, Known>> {
        self.0.lock().expect("nothing panics while the memo is held")
    }
}

/// The hash of everything under `data/` that says how rows are read: schemas, registries, alias files. Figures only
/// choose columns, and rows of any dataset are told apart by [`origin`].
pub(super) fn surroundings(world: &dyn World, files: &[FileEntry], rows: &[&Arc<str>]) -> Option<blake3::Hash> {
    let others = files.iter().filter(|file| !file.path.ends_with("/figures.yaml") && !rows.contains(&&file.path));
    hash_of(world, blake3::Hasher::new(), others.map(|file| &file.path))
}

/// The hash of everything one dataset is read from, and of which columns are kept.
pub(super) fn origin(
    world: &dyn World,
    surroundings: Option<blake3::Hash>,
    schema: &Schema,
    files: &[FileEntry],
    keeps: &dyn Fn(&str) -> bool,
) -> Option<blake3::Hash> {
    let mut hasher = blake3::Hasher::new();
    hasher.update(surroundings?.as_bytes());
    hasher.update(schema.file.as_bytes());
    hasher.update(&schema.fields.iter().map(|field| u8::from(keeps(&field.name))).collect::<Vec<_>>());
    hash_of(world, hasher, files.iter().map(|entry| &entry.path))
}

fn hash_of<'f>(world: &dyn World, mut hasher: blake3::Hasher, files: impl Iterator<Item = &'f Arc<str>>) -> Option<blake3::Hash> {
    for file in files {
        hasher.update(&(file.len() as u64).to_le_bytes());
        hasher.update(file.as_bytes());
        hasher.update(world.hash(file).ok()?.as_bytes());
    }
    Some(hasher.finalize())
}

//! All Markdown of `content/` → syntax, on every thread, with a memo by content from build to build.

use std::io;
use std::sync::{Arc, Mutex};

use foldhash::HashMap;
use rayon::prelude::*;

use super::page::{self, PageSyntax};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::source::{FileEntry, World};

/// Pages of the last build by path, with the bytes they were read from (ayrıştırma belleği).
///
/// The bytes themselves are compared, not their times and not a hash: equal bytes are cheaper to see than to hash.
#[derive(Default)]
pub struct SyntaxMemo(Mutex<HashMap<Arc<str>, Known>>);

struct Known {
    bytes: Arc<[u8]>,
    read: Read,
}

/// What came of one file.
#[derive(Clone)]
struct Read {
    page: Option<Arc<PageSyntax>>,
    complaints: Diagnostics,
}

/// Reads every page among `files`, in their order. Without a memo a page's bytes are let go as soon as it is read.
pub fn pages(diag: &mut Diagnostics, world: &dyn World, files: &[FileEntry], memo: Option<&SyntaxMemo>) -> Vec<Arc<PageSyntax>> {
    let paths: Vec<&Arc<str>> = files.iter().map(|entry| &entry.path).filter(|path| path.ends_with(".md")).collect();
    let found: Vec<io::Result<Read>> = match memo {
        Some(memo) => memo.read(world, &paths),
        None => paths.par_iter().with_max_len(crate::AT_ONCE).map(|path| Ok(read(path, &world.take(path)?))).collect(),
    };
    let mut pages = Vec::with_capacity(found.len());
    for (path, found) in paths.into_iter().zip(found) {
        match found {
            Ok(read) => {
                diag.extend(read.complaints);
                pages.extend(read.page);
            }
            Err(error) => diag.push(Diagnostic::unreadable(Place::file(Arc::clone(path)), &error)),
        }
    }
    pages
}

fn read(path: &Arc<str>, bytes: &[u8]) -> Read {
    let mut complaints = Diagnostics::new();
    let page = page::parse(&mut complaints, path, bytes).map(Arc::new);
    Read { page, complaints }
}

impl SyntaxMemo {
    /// Reads the files at `paths` that are not as they were, and remembers all of them and no others.
    fn read(&self, world: &dyn World, paths: &[&Arc<str>]) -> Vec<io::Result<Read>> {
        let mut memo = self.0.lock().expect("nothing panics while the memo is held");
        let old = &*memo;
        // What is new comes with the bytes it was read from.
        let one = |path: &&Arc<str>| {
            let bytes = world.read(path)?;
            let known = old.get(*path).filter(|known| Arc::ptr_eq(&known.bytes, &bytes) || known.bytes == bytes);
            Ok(known.map_or_else(|| (read(path, &bytes), Some(bytes)), |known| (known.read.clone(), None)))
        };
        let found: Vec<io::Result<(Read, Option<Arc<[u8]>>)>> = paths.par_iter().with_max_len(crate::AT_ONCE).map(one).collect();
        let mut reads = Vec::with_capacity(found.len());
        for (path, found) in paths.iter().zip(found) {
            reads.push(found.map(|(read, new)| {
                if let Some(bytes) = new {
                    memo.insert(Arc::clone(path), Known { bytes, read: read.clone() });
                }
                read
            }));
        }
        // A file that cannot be read now is read whenever it can be.
        if memo.len() > reads.iter().flatten().count() {
            let still: foldhash::HashSet<&Arc<str>> =
                paths.iter().zip(&reads).filter(|(_, read)| read.is_ok()).map(|(path, _)| *path).collect();
            memo.retain(|path, _| still.contains(path));
        }
        reads
    }
}

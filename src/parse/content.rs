//! All Markdown of `content/` → syntax, on every thread, with a memo by content from build to build.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use super::page::{self, PageSyntax};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
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
    let read: Vec<Option<Read>> = match memo {
        Some(memo) => memo.read(world, &paths),
        None => paths.par_iter().map(|path| Some(read(path, &world.take(path).ok()?))).collect(),
    };
    let mut pages = Vec::with_capacity(read.len());
    for (path, read) in paths.into_iter().zip(read) {
        let Some(read) = read else {
            diag.push(
                Diagnostic::new(Code::UNREADABLE_FILE, Place::file(Arc::clone(path))).with("cause", "okunamadı / not readable"),
            );
            continue;
        };
        diag.extend(read.complaints);
        pages.extend(read.page);
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
    fn read(&self, world: &dyn World, paths: &[&Arc<str>]) -> Vec<Option<Read>> {
        let mut memo = self.0.lock().expect("nothing panics while the memo is held");
        let old = &*memo;
        let one = |path: &&Arc<str>| {
            let bytes = world.read(path).ok()?;
            let known = old.get(*path).filter(|known| Arc::ptr_eq(&known.bytes, &bytes) || known.bytes == bytes);
            let read = known.map_or_else(|| read(path, &bytes), |known| known.read.clone());
            Some(Known { bytes, read })
        };
        let new: Vec<Option<Known>> = paths.par_iter().map(one).collect();
        let read = new.iter().map(|known| known.as_ref().map(|known| known.read.clone())).collect();
        *memo = paths.iter().zip(new).filter_map(|(path, known)| Some((Arc::clone(path), known?))).collect();
        read
    }
}

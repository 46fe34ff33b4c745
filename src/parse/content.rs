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

#[derive(Clone)]
struct Known {
    bytes: Arc<[u8]>,
    page: Option<Arc<PageSyntax>>,
    complaints: Diagnostics,
}

/// Reads every page among `files`, in their order.
pub fn pages(diag: &mut Diagnostics, world: &dyn World, files: &[FileEntry], memo: Option<&SyntaxMemo>) -> Vec<Arc<PageSyntax>> {
    let known = memo.map(|m| std::mem::take(&mut *m.lock())).unwrap_or_default();
    let read: Vec<Option<Known>> = files
        .par_iter()
        .filter(|entry| entry.path.ends_with(".md"))
        .map(|entry| one(world, &entry.path, known.get(&entry.path)))
        .collect::<Vec<_>>();
    let mut pages = Vec::with_capacity(read.len());
    let mut next = HashMap::with_capacity(if memo.is_some() { read.len() } else { 0 });
    let paths = files.iter().filter(|entry| entry.path.ends_with(".md")).map(|entry| &entry.path);
    for (path, page) in paths.zip(read) {
        let Some(page) = page else {
            diag.push(
                Diagnostic::new(Code::UNREADABLE_FILE, Place::file(Arc::clone(path))).with("cause", "okunamadı / not readable"),
            );
            continue;
        };
        diag.extend(page.complaints.iter().cloned());
        pages.extend(page.page.clone());
        if memo.is_some() {
            next.insert(Arc::clone(path), page);
        }
    }
    if let Some(memo) = memo {
        *memo.lock() = next;
    }
    pages
}

fn one(world: &dyn World, path: &Arc<str>, known: Option<&Known>) -> Option<Known> {
    let bytes = world.read(path).ok()?;
    if let Some(known) = known.filter(|k| Arc::ptr_eq(&k.bytes, &bytes) || k.bytes == bytes) {
        return Some(known.clone());
    }
    let mut complaints = Diagnostics::new();
    let page = page::parse(&mut complaints, path, &bytes).map(Arc::new);
    Some(Known { bytes, page, complaints })
}

impl SyntaxMemo {
    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<Arc<str>, Known>> {
        self.0.lock().expect("nothing panics while the memo is held")
    }
}

//! Two files at one path, found when everything has its place: a page where a list, a feed or a data file is made.
//! Not about two things that were written at one address: the model has said that.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use foldhash::{HashSet, HashSetExt};

use super::instance::Instance;
use super::{Input, file_of, inside, redirect_path};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::view::{Audience, Document};

/// Complains about every path that more than one of `documents` wants.
pub(super) fn complain<A: Audience>(
    diag: &mut Diagnostics,
    input: &Input<'_>,
    instances: &[Instance<'_>],
    documents: &[Document<A>],
) {
    let mut seen = HashSet::with_capacity(documents.len());
    let twice: BTreeSet<&str> = documents.iter().map(|d| &*d.path).filter(|path| !seen.insert(*path)).collect();
    if twice.is_empty() {
        return;
    }
    let written = written(input, instances);
    for path in twice {
        let places = written.get(path).map_or(&[][..], Vec::as_slice);
        if places.len() > 1 {
            continue;
        }
        let place = places.first().cloned().unwrap_or_else(|| Place::file(input.content.folder.path()));
        let complaint = Diagnostic::new(Code::DUPLICATE_ADDRESS, place).hint("made");
        diag.push(complaint.with("address", format!("/{path}")).with("other", format!("dist/{}/{path}", A::NAME)));
    }
}

/// What was written by someone, by the path it becomes.
fn written(input: &Input<'_>, instances: &[Instance<'_>]) -> BTreeMap<String, Vec<Place>> {
    let mut written: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    let mut add = |path: String, place: Place| written.entry(path).or_default().push(place);
    for instance in instances {
        add(file_of(&instance.address), Place::file(Arc::clone(&instance.page.syntax.file)));
    }
    for asset in &input.content.assets {
        add(inside(&asset.url).to_owned(), Place::file(Arc::clone(&asset.file)));
    }
    for redirect in &input.content.redirects {
        add(redirect_path(&redirect.from), redirect.place.clone());
    }
    written
}

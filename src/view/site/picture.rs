//! The pictures that pages show, and the copies that must stand beside them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Desk;
use crate::model::content::Picture;
use crate::view::picture::Copies;
use crate::view::{Audience, Body, Document, PictureDoc, Reports, Shown};

/// A picture as this site's pages show it. What is opened from a folder is sent away: one copy, not seven.
pub(super) fn shown(desk: &Desk<'_>, source: &Picture) -> Arc<PictureDoc> {
    let one = desk.input.preview || desk.audience == Reports::NAME;
    let syntax = &source.syntax;
    let size = (syntax.width, syntax.height);
    if syntax.drawing {
        return Arc::new(PictureDoc::drawing(&source.file, &syntax.hash, size));
    }
    let copies = if one { Copies::One } else { Copies::All };
    Arc::new(PictureDoc::new(&source.file, &syntax.hash, size, syntax.alpha, copies))
}

/// The copies of every picture that one of `documents` shows, each once; in the reports once for each directorate's folder,
/// which is sent as it is.
pub(super) fn copies<A: Audience>(documents: &[Document<A>]) -> Vec<Document<A>> {
    let mut found: BTreeMap<String, Arc<PictureDoc>> = BTreeMap::new();
    for document in documents {
        let Body::Page(page) = &document.body else { continue };
        let home = document.path.split_once('/').filter(|_| A::NAME == Reports::NAME).map(|(home, _)| home);
        for link in page.prose.links.iter() {
            if let Shown::Picture(picture) = link {
                let path = home.map_or_else(|| picture.path.to_string(), |home| format!("{home}/{}", picture.path));
                found.entry(path).or_insert_with(|| Arc::clone(picture));
            }
        }
    }
    found.into_iter().map(|(path, picture)| Document::new(path, Body::Picture(picture))).collect()
}

//! The pictures of one audience: known by their heads, published only where a page shows them, and never as they are.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Folder, Link, address};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::parse::picture::{Head, LONGEST_SIDE, MOST_PIXELS, PictureFault, PictureSyntax};

/// A picture of the repository (resim).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Path in the repository.
    pub file: Arc<str>,
    /// What its head says.
    pub syntax: PictureSyntax,
}

/// The pictures of one audience by the address a page names them by: the path below its folder.
pub(super) type Pictures = BTreeMap<Arc<str>, Result<Arc<Picture>, PictureFault>>;

/// The pictures of `folder` among all.
pub(super) fn of(folder: Folder, heads: &[(Arc<str>, Head)]) -> Pictures {
    let inside = |file: &Arc<str>| file.strip_prefix(folder.path()).filter(|p| p.starts_with('/')).map(Arc::from);
    let here = heads.iter().filter_map(|(file, head)| Some((inside(file)?, file, head)));
    // Of a file with a name that no address can hold is complained elsewhere.
    let named = here.filter(|(url, ..): &(Arc<str>, _, _)| url[1..].split('/').all(address::is_plain));
    named
        .map(|(url, file, head)| (url, head.clone().map(|syntax| Arc::new(Picture { file: Arc::clone(file), syntax }))))
        .collect()
}

/// The picture as a link to it; nowhere, and a complaint, when it cannot be shown.
pub(super) fn link(diag: &mut Diagnostics, place: Place, target: &str, picture: &Result<Arc<Picture>, PictureFault>) -> Link {
    let complaint = |code: Code| Diagnostic::new(code, place.clone()).with("target", target.to_owned());
    diag.push(match picture {
        Ok(picture) if picture.syntax.moving => complaint(Code::PICTURE_MOVES),
        Ok(picture) => return Link::Picture(Arc::clone(picture)),
        Err(PictureFault::Unreadable(cause)) => complaint(Code::BAD_PICTURE).with("cause", cause.clone()),
        Err(PictureFault::WrongEnding(is)) => complaint(Code::PICTURE_ENDING).with("is", *is),
        Err(PictureFault::CutOff) => complaint(Code::PICTURE_CUT_OFF),
        Err(PictureFault::Unsafe(what)) => complaint(Code::PICTURE_UNSAFE).with("what", what.clone()),
        Err(PictureFault::TooLarge(width, height)) => complaint(Code::PICTURE_TOO_LARGE)
            .with("width", width.to_string())
            .with("height", height.to_string())
            .with("side", LONGEST_SIDE.to_string())
            .with("millions", (MOST_PIXELS / 1_000_000).to_string()),
    });
    picture.as_ref().map_or(Link::Broken, |picture| Link::Picture(Arc::clone(picture)))
}

/// Complains about the pictures of `folder` that none of all the audiences' pages shows.
pub(super) fn complain_about_hidden<'l>(
    diag: &mut Diagnostics,
    heads: &[(Arc<str>, Head)],
    links: impl Iterator<Item = &'l Link>,
) {
    if heads.is_empty() {
        return;
    }
    let mut shown: Vec<&str> = links
        .filter_map(|link| match link {
            Link::Picture(picture) => Some(&*picture.file),
            _ => None,
        })
        .collect();
    shown.sort_unstable();
    // A picture with a fault that a page names has been complained about there.
    for (file, head) in heads.iter().filter(|(file, _)| shown.binary_search(&&**file).is_err()) {
        if head.is_ok() && Folder::of(file).is_some() {
            let name = file.rsplit('/').next().unwrap_or(file).to_owned();
            let complaint = Diagnostic::new(Code::PICTURE_NOT_SHOWN, Place::file(Arc::clone(file)));
            diag.push(complaint.with("file", file.to_string()).with("name", name));
        }
    }
}

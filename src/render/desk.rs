//! The world as Typst sees it while it sets one document: a template of the program's, the virtual files given with it, the
//! fonts that come with the program. No file of the machine, no clock, no network: the same document gives the same bytes
//! everywhere. Not a document: `pdf` and `card` say what is set.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use super::pdf::letters;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    // Row headers of tables are behind a feature flag of Typst.
    LazyHash::new(Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build())
});

/// What lies before the typesetter (dizgi masası).
pub(super) struct Desk {
    template: &'static Source,
    files: BTreeMap<String, Bytes>,
}

impl Desk {
    /// `template` with the files it may read, by their paths from `/`.
    pub fn new(template: &'static Source, files: impl IntoIterator<Item = (String, Bytes)>) -> Desk {
        Desk { template, files: files.into_iter().collect() }
    }
}

/// A template of the program's. Ids of files are 16 bits wide in all of a process: the few names are used again by every
/// document.
pub(super) fn template(path: &str, text: &str) -> Source {
    let path = VirtualPath::new(path).expect("our own names are well formed");
    Source::new(RootedPath::new(VirtualRoot::Project, path).intern(), text.to_owned())
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &letters::BOOK
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(id.vpath().get_with_slash()).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        letters::FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

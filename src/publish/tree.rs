//! The files of one audience by path. Not on disk yet: a finished value.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use crate::render::Artifact;
use crate::view::{Audience, Internal, Public, Reports};

/// The finished files of audience `A`, by path (ağaç).
#[derive(Clone, Debug)]
pub struct Tree<A: Audience>(BTreeMap<Arc<str>, Artifact<A>>);

impl<A: Audience> Default for Tree<A> {
    fn default() -> Self {
        Tree(BTreeMap::new())
    }
}

impl<A: Audience> Tree<A> {
    /// An empty tree.
    pub fn new() -> Self {
        Self::default()
    }

    /// The file at `path`.
    pub fn get(&self, path: &str) -> Option<&Artifact<A>> {
        self.0.get(path)
    }

    /// All files, sorted by path bytes.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Artifact<A>> {
        self.0.values()
    }

    /// How many files.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True when there is no file.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Two files at one path, or a path that leaves the tree, are faults of ours: the model refuses both with a diagnostic
/// long before.
impl<A: Audience> FromIterator<Artifact<A>> for Tree<A> {
    fn from_iter<I: IntoIterator<Item = Artifact<A>>>(artifacts: I) -> Self {
        let mut files: Vec<Artifact<A>> = artifacts.into_iter().collect();
        files.par_sort_unstable_by(|a, b| a.path.cmp(&b.path));
        files.par_windows(2).for_each(|pair| {
            assert!(pair[0].path != pair[1].path, "two files of the {} tree stand at `{}`", A::NAME, pair[0].path);
        });
        files.par_iter().for_each(|file| {
            assert!(stays_inside(&file.path), "the path `{}` would leave the {} tree", file.path, A::NAME);
        });
        Tree(files.into_iter().map(|file| (Arc::clone(&file.path), file)).collect())
    }
}

/// Takes the files of the three trees, from many threads and in any order, as soon as each is finished (raflar).
pub trait Shelves: Sync {
    /// A file for citizens.
    fn public(&self, file: Artifact<Public>);
    /// A file for staff.
    fn internal(&self, file: Artifact<Internal>);
    /// A file for distribution.
    fn reports(&self, file: Artifact<Reports>);

    /// Says before the first file whether text files get compressed sisters.
    fn compress(&self, _wanted: bool) {}

    /// Takes over the citizens' file at `path` from the version before, where it is there and whole; gives whether it did.
    /// Only for files that are named by all that decides their bytes.
    fn keeps_public(&self, _path: &Arc<str>) -> bool {
        false
    }
    /// The same for a file of the staff's.
    fn keeps_internal(&self, _path: &Arc<str>) -> bool {
        false
    }
    /// The same for a file for distribution.
    fn keeps_reports(&self, _path: &Arc<str>) -> bool {
        false
    }
}

/// Shelves in memory: a preview and a test look at whole trees and publish nothing.
#[derive(Debug, Default)]
pub struct Collected {
    public: Mutex<Vec<Artifact<Public>>>,
    internal: Mutex<Vec<Artifact<Internal>>>,
    reports: Mutex<Vec<Artifact<Reports>>>,
}

impl Collected {
    /// The trees.
    pub fn into_sites(self) -> Sites {
        fn tree<A: Audience>(files: Mutex<Vec<Artifact<A>>>) -> Tree<A> {
            files.into_inner().unwrap_or_else(PoisonError::into_inner).into_iter().collect()
        }
        Sites { public: tree(self.public), internal: tree(self.internal), reports: tree(self.reports) }
    }
}

fn push<A: Audience>(files: &Mutex<Vec<Artifact<A>>>, file: Artifact<A>) {
    files.lock().unwrap_or_else(PoisonError::into_inner).push(file);
}

impl Shelves for Collected {
    fn public(&self, file: Artifact<Public>) {
        push(&self.public, file);
    }
    fn internal(&self, file: Artifact<Internal>) {
        push(&self.internal, file);
    }
    fn reports(&self, file: Artifact<Reports>) {
        push(&self.reports, file);
    }
}

/// Shelves that let everything go: who only wants to hear what is wrong needs no file, and no picture made.
#[derive(Clone, Copy, Debug)]
pub struct Nowhere;

impl Shelves for Nowhere {
    fn public(&self, _: Artifact<Public>) {}
    fn internal(&self, _: Artifact<Internal>) {}
    fn reports(&self, _: Artifact<Reports>) {}
    fn keeps_public(&self, _: &Arc<str>) -> bool {
        true
    }
    fn keeps_internal(&self, _: &Arc<str>) -> bool {
        true
    }
    fn keeps_reports(&self, _: &Arc<str>) -> bool {
        true
    }
}

/// The three trees of one build: published together or not at all.
#[derive(Clone, Debug, Default)]
pub struct Sites {
    /// For citizens.
    pub public: Tree<Public>,
    /// For staff.
    pub internal: Tree<Internal>,
    /// For distribution.
    pub reports: Tree<Reports>,
}

/// True for a relative path of plain parts: none empty, `.` or `..`, no backslash, no control character, and not the
/// name that publishing itself needs.
pub(super) fn stays_inside(path: &str) -> bool {
    !matches!(path, super::manifest::NAME | super::swap::MARK)
        && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
        && !path.chars().any(|c| c == '\\' || c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_leave_the_tree_are_refused() {
        for bad in ["", "/etc/passwd", "../x", "a/../../x", "a//b", "a/./b", "a\\b", "a\nb", "manifest-sha256.txt"] {
            assert!(!stays_inside(bad), "{bad:?}");
        }
        for good in ["index.html", "duyurular/su-kesintisi/index.html", "..a", ".nojekyll"] {
            assert!(stays_inside(good), "{good:?}");
        }
    }

    #[test]
    #[should_panic(expected = "two files of the public tree stand at `index.html`")]
    fn two_files_at_one_path_are_a_fault_of_ours() {
        let page = || Artifact::<Public>::new("index.html", *b"x");
        let _ = Tree::from_iter([page(), page()]);
    }
}

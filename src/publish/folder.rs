//! The output folder: is it ours, where do things stand in it, and is another build busy there.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Component, Path, PathBuf};

use super::Trouble;
use super::effects::Effects;

/// An output folder that is ours and locked for as long as this value lives (çıktı klasörü).
#[derive(Debug)]
pub(super) struct Folder {
    out: PathBuf,
    _lock: File,
}

/// The folder with our own things in the output folder; its presence says that the rest is ours.
const OWN: &str = ".tellal";

impl Folder {
    /// Makes `out` ours, or takes it when it is. A folder with anything in it that tellal did not make is refused.
    pub(super) fn open(effects: &dyn Effects, out: &Path) -> Result<Folder, Trouble> {
        let failed = |e: io::Error| Trouble::outside("publish-cannot-write", out, &e);
        let own = out.join(OWN);
        if !own.is_dir() {
            match fs::read_dir(out).map(Iterator::count) {
                Ok(0) => {}
                Err(e) if e.kind() == io::ErrorKind::NotFound => {}
                Err(e) if e.kind() != io::ErrorKind::NotADirectory => return Err(failed(e)),
                _ => return Err(Trouble::refused("publish-not-ours", out)),
            }
            effects.create_folder(&own).map_err(failed)?;
        }
        let lock = File::options().create(true).truncate(false).write(true).open(own.join("lock")).map_err(failed)?;
        match lock.try_lock() {
            Ok(()) => Ok(Folder { out: out.to_owned(), _lock: lock }),
            Err(TryLockError::WouldBlock) => Err(Trouble { refused: false, ..Trouble::refused("publish-busy", out) }),
            Err(TryLockError::Error(e)) => Err(failed(e)),
        }
    }

    /// Makes `out` ours where a tree of ours stands in it that was fetched from a server: our own folder stayed behind.
    pub(super) fn adopt(effects: &dyn Effects, out: &Path) -> Result<Folder, Trouble> {
        let own = out.join(OWN);
        if !own.is_dir() {
            effects.create_folder(&own).map_err(|e| Trouble::outside("publish-cannot-write", out, &e))?;
        }
        Folder::open(effects, out)
    }

    /// Where readers find the tree `name`.
    pub(super) fn current(&self, name: &str) -> PathBuf {
        self.out.join(name)
    }

    /// Where the next version is put together.
    pub(super) fn next(&self) -> PathBuf {
        self.out.join(OWN).join("next")
    }

    /// Where the version before this one is kept: the trees that the last publication replaced.
    pub(super) fn previous(&self) -> PathBuf {
        self.out.join(OWN).join("previous")
    }

    /// Where a tree waits for a moment on systems that cannot exchange folders.
    pub(super) fn aside(&self, name: &str) -> PathBuf {
        self.out.join(OWN).join(format!("aside-{name}"))
    }

    /// The note that a version is whole and is being put in place.
    pub(super) fn commit(&self) -> PathBuf {
        self.out.join(OWN).join("commit")
    }

    /// What the last publication was made from.
    pub(super) fn record(&self) -> PathBuf {
        record(&self.out)
    }
}

/// What the last publication to `out` was made from.
pub(super) fn record(out: &Path) -> PathBuf {
    out.join(OWN).join("record.json")
}

/// Refuses an output folder that would bury the repository: the root itself, a folder above it, or one in which
/// input stands. Fails only when the current folder cannot be told.
pub fn check_destination(root: &Path, out: &Path, input: &[&str]) -> Result<(), Trouble> {
    let resolved = |path: &Path| resolve(path).map_err(|e| Trouble::outside("publish-cannot-write", path, &e));
    let (root, target) = (resolved(root)?, resolved(out)?);
    if root.starts_with(&target) {
        return Err(Trouble::refused("publish-over-root", out));
    }
    if input.iter().any(|folder| target.starts_with(root.join(folder))) {
        return Err(Trouble::refused("publish-into-input", out));
    }
    Ok(())
}

/// The path without links and dots, also where its end does not exist yet.
fn resolve(path: &Path) -> io::Result<PathBuf> {
    let absolute = std::path::absolute(path)?;
    let mut resolved = PathBuf::new();
    for part in absolute.components() {
        match part {
            Component::ParentDir => {
                resolved.pop();
            }
            Component::CurDir => {}
            part => {
                resolved.push(part);
                if let Ok(real) = resolved.canonicalize() {
                    resolved = real;
                }
            }
        }
    }
    Ok(resolved)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::effects::Disk;

    #[test]
    fn a_folder_with_other_peoples_things_is_refused_and_left_alone() {
        let out = tempfile::tempdir().unwrap();
        fs::write(out.path().join("tez.odt"), "on yıllık emek").unwrap();
        let trouble = Folder::open(&Disk, out.path()).unwrap_err();
        assert_eq!((trouble.id, trouble.refused), ("publish-not-ours", true));
        assert_eq!(fs::read_dir(out.path()).unwrap().count(), 1);
    }

    #[test]
    fn an_empty_or_absent_folder_becomes_ours_and_stays_so() {
        let out = tempfile::tempdir().unwrap();
        drop(Folder::open(&Disk, out.path()).unwrap());
        fs::write(out.path().join("CNAME"), "ornek.bel.tr").unwrap();
        drop(Folder::open(&Disk, out.path()).unwrap());
        drop(Folder::open(&Disk, &out.path().join("a/b")).unwrap());
    }

    #[test]
    fn two_builds_do_not_write_at_once() {
        let out = tempfile::tempdir().unwrap();
        let first = Folder::open(&Disk, out.path()).unwrap();
        assert_eq!(Folder::open(&Disk, out.path()).unwrap_err().id, "publish-busy");
        drop(first);
        assert!(Folder::open(&Disk, out.path()).is_ok());
    }

    #[test]
    fn the_repository_is_not_an_output_folder() {
        let root = tempfile::tempdir().unwrap();
        let root = root.path();
        fs::create_dir(root.join("content")).unwrap();
        let check = |out: &str| check_destination(root, &root.join(out), &["content", "data"]).map_err(|t| t.id);
        assert_eq!(check(""), Err("publish-over-root"));
        assert_eq!(check(".."), Err("publish-over-root"));
        assert_eq!(check("content"), Err("publish-into-input"));
        assert_eq!(check("dist/../content/yeni"), Err("publish-into-input"));
        assert_eq!(check("data/x"), Err("publish-into-input"), "data/ does not exist yet");
        assert_eq!(check("dist"), Ok(()));
        assert_eq!(check("../elsewhere"), Ok(()));
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(root.join("content"), root.join("link")).unwrap();
            assert_eq!(check("link/x"), Err("publish-into-input"));
        }
    }
}

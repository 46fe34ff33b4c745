//! Everything publishing does to the disk, behind one trait, so that tests can stop it at any step.
//! Not a file system: reading goes straight to `std::fs`.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// The writes that publishing needs (etkiler). Each is one step at which a build may be killed or a disk may be full.
pub(super) trait Effects: Sync {
    /// Makes the folder and those above it.
    fn create_folder(&self, path: &Path) -> io::Result<()>;
    /// Writes a new file, and gives what the system then knows of it.
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<fs::Metadata>;
    /// Gives the file `from` a second name, keeping its bytes and times.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Renames within one file system; a file at `to` is replaced in one step.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Exchanges two folders in one step. `Unsupported` where the system cannot.
    fn exchange(&self, a: &Path, b: &Path) -> io::Result<()>;
    /// Removes a folder and all in it; it is no error when it is not there.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
    /// Removes a file; it is no error when it is not there.
    fn remove_file(&self, path: &Path) -> io::Result<()>;
}

/// The disk itself.
pub(super) struct Disk;

impl Effects for Disk {
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        // Nearly always the folder above is there already: one call instead of three.
        match fs::create_dir(path) {
            Err(e) if e.kind() == io::ErrorKind::NotFound || e.kind() == io::ErrorKind::AlreadyExists => fs::create_dir_all(path),
            other => other,
        }
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<fs::Metadata> {
        let mut file = fs::File::create(path)?;
        file.write_all(bytes)?;
        file.metadata()
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        // Some file systems know no second names, and all limit how many; a copy with the same time serves as well.
        fs::hard_link(from, to).or_else(|_| {
            fs::copy(from, to)?;
            let modified = fs::metadata(from)?.modified()?;
            fs::File::options().write(true).open(to)?.set_modified(modified)
        })
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    #[cfg(any(target_os = "linux", target_vendor = "apple"))]
    fn exchange(&self, a: &Path, b: &Path) -> io::Result<()> {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;
        renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE).map_err(|e| match e {
            Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP => io::ErrorKind::Unsupported.into(),
            other => other.into(),
        })
    }

    #[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
    fn exchange(&self, _: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        absent_is_fine(fs::remove_dir_all(path))
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        absent_is_fine(fs::remove_file(path))
    }
}

fn absent_is_fine(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

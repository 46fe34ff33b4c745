//! Files of the repository's own data, replaced whole: every new file is put together beside the old one, and only when all
//! are whole they take their places. Only `import` writes into the repository. Not the trees: readers never see this folder.

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use super::Trouble;

/// A file to be put in place.
pub struct DataFile<'f> {
    /// Where it goes.
    pub path: PathBuf,
    /// Writes it from its first byte to its last.
    pub write: &'f dyn Fn(&mut dyn Write) -> io::Result<()>,
}

/// Puts all files in place, or none of them when one cannot be written. Says of each whether its bytes are new; a file that
/// already holds them is not touched.
///
/// Files take their places one after another, each in one step. What a power cut leaves between two of them the same import
/// mends: it gives the same files again.
pub fn replace(files: &[DataFile<'_>]) -> Result<Vec<bool>, Trouble> {
    let mut staged = Vec::new();
    for file in files {
        match stage(file) {
            Ok(one) => staged.push(one),
            Err(trouble) => {
                // The first trouble is the one to tell.
                staged.iter().flatten().for_each(|path: &PathBuf| drop(fs::remove_file(path)));
                return Err(trouble);
            }
        }
    }
    for (file, next) in files.iter().zip(&staged) {
        if let Some(next) = next {
            fs::rename(next, &file.path).map_err(|e| Trouble::outside("publish-cannot-write", &file.path, &e))?;
        }
    }
    Ok(staged.iter().map(Option::is_some).collect())
}

/// The new file beside the old one; `None` when the old one holds the same bytes.
fn stage(file: &DataFile<'_>) -> Result<Option<PathBuf>, Trouble> {
    let name = file.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let next = file.path.with_file_name(format!(".{name}.yeni"));
    let failed = |e: io::Error| Trouble::outside("publish-cannot-write", &file.path, &e);
    let written = write(&next, file).and_then(|()| same(&next, &file.path));
    match written {
        Ok(false) => Ok(Some(next)),
        Ok(true) => fs::remove_file(&next).map(|()| None).map_err(failed),
        Err(error) => {
            drop(fs::remove_file(&next));
            Err(failed(error))
        }
    }
}

fn write(next: &Path, file: &DataFile<'_>) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 20, File::create(next)?);
    (file.write)(&mut out)?;
    out.into_inner().map_err(io::IntoInnerError::into_error)?.sync_data()
}

/// Whether two files hold the same bytes; an absent one holds none like it.
fn same(a: &Path, b: &Path) -> io::Result<bool> {
    let old = match File::open(b) {
        Ok(old) => old,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(e) => return Err(e),
    };
    let new = File::open(a)?;
    if old.metadata()?.len() != new.metadata()?.len() {
        return Ok(false);
    }
    let (mut old, mut new) = (BufReader::with_capacity(1 << 18, old), BufReader::with_capacity(1 << 18, new));
    let (mut ours, mut theirs) = ([0; 1 << 14], [0; 1 << 14]);
    loop {
        let read = new.read(&mut ours)?;
        if read == 0 {
            return Ok(true);
        }
        old.read_exact(&mut theirs[..read])?;
        if ours[..read] != theirs[..read] {
            return Ok(false);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file<'f>(path: &Path, write: &'f dyn Fn(&mut dyn Write) -> io::Result<()>) -> DataFile<'f> {
        DataFile { path: path.to_owned(), write }
    }

    #[test]
    fn all_files_or_none_and_the_same_bytes_are_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        let (a, b) = (dir.path().join("a.csv"), dir.path().join("b.csv"));
        let (one, two) = (|out: &mut dyn Write| out.write_all(b"1"), |out: &mut dyn Write| out.write_all(b"2"));
        assert_eq!(replace(&[file(&a, &one), file(&b, &two)]).unwrap(), [true, true]);
        assert_eq!(replace(&[file(&a, &one), file(&b, &one)]).unwrap(), [false, true]);
        let broken = |_: &mut dyn Write| Err(io::ErrorKind::StorageFull.into());
        assert_eq!(replace(&[file(&a, &two), file(&b, &broken)]).unwrap_err().id, "publish-cannot-write");
        assert_eq!((fs::read(&a).unwrap(), fs::read(&b).unwrap()), (b"1".to_vec(), b"1".to_vec()));
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 2, "nothing else is left behind");
    }
}

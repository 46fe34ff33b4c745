//! What stands in a finished tree: each file's path and sum, from the tree's own list, or from its bytes where it has none.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use super::{Trouble, manifest};

/// The files of the tree in `folder`, the list of sums itself left out: path below the folder → SHA-256 in hexadecimal.
pub fn sums(folder: &Path) -> Result<BTreeMap<String, String>, Trouble> {
    let failed = |e: io::Error| Trouble::outside("publish-cannot-read", folder, &e);
    match fs::read_to_string(folder.join(manifest::NAME)) {
        Ok(list) => Ok(manifest::entries(&list).map(|(path, sum)| (path.to_owned(), sum.to_owned())).collect()),
        Err(e) if e.kind() == io::ErrorKind::NotFound => {
            let mut found = BTreeMap::new();
            walk(folder, "", &mut found).map_err(failed)?;
            Ok(found)
        }
        Err(e) => Err(failed(e)),
    }
}

fn walk(folder: &Path, inside: &str, found: &mut BTreeMap<String, String>) -> io::Result<()> {
    for entry in fs::read_dir(folder.join(inside))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if inside.is_empty() { name } else { format!("{inside}/{name}") };
        let kind = entry.file_type()?;
        if kind.is_dir() {
            walk(folder, &path, found)?;
        } else if kind.is_file() {
            let sum = manifest::hex(&manifest::sum(&fs::read(entry.path())?));
            found.insert(path, sum);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_and_the_bytes_say_the_same() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("a")).unwrap();
        fs::write(dir.path().join("a/b.txt"), "abc").unwrap();
        let walked = sums(dir.path()).unwrap();
        assert_eq!(walked.keys().collect::<Vec<_>>(), ["a/b.txt"]);
        let list = manifest::write([("a/b.txt", manifest::sum(b"abc"))].into_iter());
        fs::write(dir.path().join(manifest::NAME), list).unwrap();
        assert_eq!(sums(dir.path()).unwrap(), walked);
        assert!(sums(&dir.path().join("yok")).is_err());
    }
}

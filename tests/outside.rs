//! What the outside can do to a build: links that lead in circles or out of the repository, files that cannot be read,
//! a line that never ends. Each is said at its place; nothing panics and nothing is followed.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests look at the disk themselves, and end where something is wrong"
)]

mod support;

use std::fs;
use std::io::{self, Cursor, Read};
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;
use tellal::diag::Diagnostics;
use tellal::source::{Disk, FileEntry, Memory, World};

const SITE: &str = "municipality: {name: Örnek}\ntitle: Örnek\nbase_url: https://ornek.bel.tr\n";
const PAGE: &str = "---\ntitle: Ana sayfa\n---\n";
const LONG: &str = "data/a/uzun.csv";

/// `code place` of every complaint.
fn codes(diagnostics: &Diagnostics) -> Vec<String> {
    diagnostics.iter().map(|d| format!("{} {}:{}", d.code.id(), d.place.file, d.place.line)).collect()
}

fn repository(folder: &Path) {
    for path in support::files(Path::new("themes/varsayilan")) {
        let target = folder.join(&path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(path, target).unwrap();
    }
    fs::create_dir_all(folder.join("content/public/duyurular")).unwrap();
    fs::create_dir_all(folder.join("data")).unwrap();
    fs::write(folder.join("site.yaml"), SITE).unwrap();
    fs::write(folder.join("content/public/index.md"), PAGE).unwrap();
}

#[cfg(unix)]
#[test]
fn links_in_circles_and_out_of_the_repository_are_not_followed() {
    use std::os::unix::fs::symlink;
    let dir = tempfile::tempdir().unwrap();
    repository(dir.path());
    symlink("..", dir.path().join("content/public/duyurular/daire")).unwrap();
    symlink("kendisi", dir.path().join("content/public/kendisi")).unwrap();
    symlink("/etc", dir.path().join("content/public/etc")).unwrap();
    symlink("/etc/hostname", dir.path().join("data/makine.csv")).unwrap();
    let outcome = support::build(&Disk::new(dir.path()));
    let expected = [
        "bad-symlink content/public/duyurular/daire:0",
        "bad-symlink content/public/etc:0",
        "bad-symlink content/public/kendisi:0",
        "bad-symlink data/makine.csv:0",
    ];
    assert_eq!(codes(&outcome.diagnostics), expected);
    assert!(outcome.sites.is_none());
}

/// A world in memory of which some files cannot be read, and one is a line without an end.
struct Hostile {
    memory: Memory,
    unreadable: &'static [&'static str],
    long: u64,
}

impl World for Hostile {
    fn list(&self, diag: &mut Diagnostics, folder: &str) -> Vec<FileEntry> {
        let mut files = self.memory.list(diag, folder);
        files.iter_mut().filter(|f| &*f.path == LONG).for_each(|f| f.size = self.long);
        files
    }

    fn read(&self, path: &str) -> io::Result<Arc<[u8]>> {
        assert!(path != LONG, "a file of {} bytes must be streamed", self.long);
        if self.unreadable.contains(&path) { Err(io::ErrorKind::PermissionDenied.into()) } else { self.memory.read(path) }
    }

    fn open(&self, path: &str) -> io::Result<Box<dyn Read + Send>> {
        if path == LONG {
            return Ok(Box::new(Cursor::new(b"no\n1\n").chain(io::repeat(b'x').take(self.long - 5))));
        }
        Ok(Box::new(Cursor::new(self.read(path)?)))
    }

    fn today(&self) -> Date {
        self.memory.today()
    }
}

fn hostile(unreadable: &'static [&'static str]) -> Hostile {
    let memory = support::themed().with("site.yaml", SITE).with("content/public/index.md", PAGE);
    Hostile { memory, unreadable, long: 0 }
}

#[test]
fn what_cannot_be_read_is_said_and_stops_the_build() {
    let mut world =
        hostile(&["content/public/a.md", "content/public/bina.png", "data/a/1.csv", "data/b/dataset.yaml", "data/figures.yaml"]);
    let schema = "name: a\ntitle: A\nfiles: \"*.csv\"\nfields: [{name: no, type: string, class: public}]\n";
    world.memory = world.memory.with("content/public/a.md", PAGE).with("content/public/bina.png", "x");
    world.memory = world.memory.with("data/a/dataset.yaml", schema).with("data/a/1.csv", "no\n1\n");
    world.memory = world.memory.with("data/b/dataset.yaml", schema).with("data/figures.yaml", "");
    let outcome = support::build(&world);
    let told = codes(&outcome.diagnostics);
    for path in ["content/public/a.md", "data/a/1.csv", "data/b/dataset.yaml", "data/figures.yaml"] {
        assert!(told.contains(&format!("unreadable-file {path}:0")), "{path}: {told:?}");
    }
    assert!(outcome.sites.is_none());
}

#[test]
fn settings_that_cannot_be_read_stop_the_build() {
    let outcome = support::build(&hostile(&["site.yaml"]));
    assert_eq!(codes(&outcome.diagnostics), ["unreadable-file site.yaml:0"]);
}

/// One line of a gigabyte: streamed, cut off and said, never held.
#[test]
fn a_line_of_a_gigabyte_is_cut_off() {
    let mut world = hostile(&[]);
    world.long = 1 << 30;
    let schema = "name: a\ntitle: A\nfiles: \"*.csv\"\nfields: [{name: no, type: string, class: public}]\n";
    world.memory = world.memory.with("data/a/dataset.yaml", schema).with(LONG, "");
    world.memory = world.memory.with(
        "data/a/figures.yaml",
        "f:\n  title: F\n  unit: kayıt\n  method: Yok.\n  sql: SELECT no FROM a\n  audience: internal\n",
    );
    let before = resident();
    let outcome = support::build(&world);
    assert_eq!(codes(&outcome.diagnostics), [format!("record-too-long {LONG}:3")]);
    assert!(outcome.sites.is_none());
    if let (Some(before), Some(after)) = (before, resident()) {
        assert!(after < before + (256 << 10), "{} MB were held", (after - before) >> 10);
    }
}

/// The most this process has held, in kB; where the system tells.
fn resident() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.trim().strip_suffix("kB")?.trim().parse().ok()
}

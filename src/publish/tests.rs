//! Publishing as readers see it: whole trees, last good ones, untouched files; and killed at every single step.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, SystemTime};

use rayon::prelude::*;

use super::effects::{Disk, Effects};
use super::*;
use crate::render::Artifact;

/// A disk that fails for good after `left` steps: a kill, a full disk and a pulled plug look like this.
struct Failing {
    left: AtomicUsize,
    kind: io::ErrorKind,
    exchange: bool,
}

impl Failing {
    fn after(steps: usize) -> Failing {
        Failing { left: AtomicUsize::new(steps), kind: io::ErrorKind::StorageFull, exchange: true }
    }

    fn step(&self) -> io::Result<()> {
        self.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |n| n.checked_sub(1)).map(drop).map_err(|_| self.kind.into())
    }
}

impl Effects for Failing {
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        Disk.create_folder(path)
    }
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<fs::Metadata> {
        let step = self.step();
        // What a full disk leaves of a file: its beginning.
        let written = Disk.write(path, if step.is_ok() { bytes } else { &bytes[..bytes.len() / 2] })?;
        step.map(|()| written)
    }
    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        Disk.link(from, to)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        Disk.rename(from, to)
    }
    fn exchange(&self, a: &Path, b: &Path) -> io::Result<()> {
        if !self.exchange {
            return Err(io::ErrorKind::Unsupported.into());
        }
        self.step()?;
        Disk.exchange(a, b)
    }
    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        Disk.remove_folder(path)
    }
    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        Disk.remove_file(path)
    }
}

/// Three small trees whose every changing file says `version`.
fn sites(version: &str) -> Sites {
    let page = |v: &str| format!("<p>{v}</p>").into_bytes();
    let only = format!("only-{version}.html");
    Sites {
        public: [
            ("index.html", page(version)),
            ("a/b/index.html", page(version)),
            ("a/style.css", b"p {}".to_vec()),
            (&only, page(version)),
        ]
        .map(|(path, bytes)| Artifact::new(path, bytes))
        .into_iter()
        .collect(),
        internal: [Artifact::new("index.html", page(version))].into_iter().collect(),
        reports: [Artifact::new("2026-07/rapor.html", page(version))].into_iter().collect(),
    }
}

fn publish(out: &Path, sites: &Sites, input: &str, warnings: usize) -> Result<Published, Trouble> {
    publish_with(&Disk, out, sites, input, warnings)
}

/// A whole publication: the files come from many threads at once.
fn publish_with(effects: &dyn Effects, out: &Path, sites: &Sites, input: &str, warnings: usize) -> Result<Published, Trouble> {
    let publication = Publication::with(effects, out);
    sites.public.iter().par_bridge().for_each(|file| publication.public(file.clone()));
    sites.internal.iter().par_bridge().for_each(|file| publication.internal(file.clone()));
    sites.reports.iter().par_bridge().for_each(|file| publication.reports(file.clone()));
    publication.finish(input, warnings).map_err(|e| e.downcast().expect("all trouble of publishing is told as such"))
}

/// Every file under `folder` with its text.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                open.push(entry.path());
            } else {
                let path = entry.path().strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                found.insert(path, String::from_utf8_lossy(&fs::read(entry.path()).unwrap()).into_owned());
            }
        }
    }
    found
}

fn modified(path: &Path) -> SystemTime {
    fs::metadata(path).unwrap().modified().unwrap()
}

/// The one version that all three trees show; panics on a mixture.
fn version_seen(out: &Path) -> Option<String> {
    let mut seen: Vec<String> = Vec::new();
    for tree in TREES {
        if !out.join(tree).exists() {
            seen.push(String::new());
            continue;
        }
        for (path, text) in files(&out.join(tree)) {
            if let Some(version) = text.strip_prefix("<p>").and_then(|t| t.strip_suffix("</p>")) {
                assert!(!path.starts_with("only-") || path == format!("only-{version}.html"), "{path} says {version}");
                seen.push(version.to_owned());
            }
        }
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 1, "a mixture: {seen:?}");
    seen.pop().filter(|v| !v.is_empty())
}

#[test]
fn the_trees_are_plain_folders_with_their_sums() {
    let dir = tempfile::tempdir().unwrap();
    let done = publish(dir.path(), &sites("one"), "i", 0).unwrap();
    assert_eq!(done, Published { written: 6, kept: 0, removed: 0 });
    let public = files(&dir.path().join("public"));
    assert_eq!(
        public.keys().collect::<Vec<_>>(),
        ["a/b/index.html", "a/style.css", "index.html", "manifest-sha256.txt", "only-one.html"]
    );
    assert_eq!(public["manifest-sha256.txt"].lines().count(), 4);
    assert!(!dir.path().join("public").is_symlink());
}

#[test]
fn an_unchanged_file_keeps_its_bytes_and_its_time() {
    let dir = tempfile::tempdir().unwrap();
    let style = dir.path().join("public/a/style.css");
    publish(dir.path(), &sites("one"), "i", 0).unwrap();
    let old = SystemTime::now() - Duration::from_secs(3600);
    fs::File::options().write(true).open(&style).unwrap().set_modified(old).unwrap();

    let done = publish(dir.path(), &sites("two"), "i", 0).unwrap();
    assert_eq!(done, Published { written: 5, kept: 1, removed: 1 });
    assert_eq!(modified(&style), old);
    assert_eq!(version_seen(dir.path()).as_deref(), Some("two"));
    assert!(!dir.path().join("public/only-one.html").exists());
    assert!(dir.path().join(".tellal/previous/public/only-one.html").exists(), "the version before is kept");
}

#[test]
fn publishing_the_same_again_touches_no_tree() {
    let dir = tempfile::tempdir().unwrap();
    publish(dir.path(), &sites("one"), "i", 0).unwrap();
    let folder_time = modified(&dir.path().join("public"));
    let manifest_time = modified(&dir.path().join("public/manifest-sha256.txt"));
    let done = publish(dir.path(), &sites("one"), "i", 0).unwrap();
    assert_eq!(done, Published { written: 0, kept: 6, removed: 0 });
    assert_eq!(modified(&dir.path().join("public")), folder_time);
    assert_eq!(modified(&dir.path().join("public/manifest-sha256.txt")), manifest_time);
}

#[test]
fn a_file_changed_by_hand_is_mended_and_a_foreign_one_is_never_taken_away() {
    let dir = tempfile::tempdir().unwrap();
    publish(dir.path(), &sites("one"), "i", 0).unwrap();
    fs::write(dir.path().join("public/index.html"), "<p>xne</p>").unwrap();
    assert_eq!(unchanged(dir.path(), &TREES, "i"), None, "the same size, but another time");
    publish(dir.path(), &sites("one"), "i", 0).unwrap();
    assert_eq!(version_seen(dir.path()).as_deref(), Some("one"));

    fs::write(dir.path().join("public/notlarim.txt"), "benim").unwrap();
    let trouble = publish(dir.path(), &sites("two"), "i", 0).unwrap_err();
    assert_eq!((trouble.id, trouble.refused), ("publish-foreign-file", true));
    assert_eq!(version_seen(dir.path()).as_deref(), Some("one"));
}

#[test]
fn the_record_knows_the_input_and_the_trees() {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(unchanged(dir.path(), &TREES, "i"), None);
    publish(dir.path(), &sites("one"), "i", 7).unwrap();
    assert_eq!(unchanged(dir.path(), &TREES, "i").map(|r| r.warnings), Some(7));
    assert_eq!(unchanged(dir.path(), &TREES, "other"), None);
    fs::remove_file(dir.path().join("internal/index.html")).unwrap();
    assert_eq!(unchanged(dir.path(), &TREES, "i"), None);
}

#[test]
fn stopped_at_any_step_readers_see_one_whole_version_and_the_next_build_succeeds() {
    for exchange in [true, false] {
        for first in [true, false] {
            let mut steps = 0;
            loop {
                let dir = tempfile::tempdir().unwrap();
                if !first {
                    publish(dir.path(), &sites("one"), "i", 0).unwrap();
                }
                let result = publish_with(&Failing { exchange, ..Failing::after(steps) }, dir.path(), &sites("two"), "i", 0);
                let before_next_build: Vec<bool> = TREES.iter().map(|t| dir.path().join(t).is_dir()).collect();
                if !dir.path().join(".tellal/commit").exists() {
                    let seen = version_seen(dir.path());
                    let good = [Some("two"), if first { None } else { Some("one") }];
                    assert!(good.contains(&seen.as_deref()), "after {steps} steps: {seen:?} {before_next_build:?}");
                }
                for tree in TREES.iter().filter(|t| dir.path().join(t).is_dir()) {
                    // Whole: every sum of the list is the sum of a file.
                    let found = files(&dir.path().join(tree));
                    for line in found["manifest-sha256.txt"].lines() {
                        let path = line.split_once("  ").unwrap().1;
                        let expected = manifest::write([(path, manifest::sum(found[path].as_bytes()))].into_iter());
                        assert_eq!(expected, format!("{line}\n"), "{tree}/{path} after {steps} steps");
                    }
                }
                assert!(first || !exchange || before_next_build.iter().all(|t| *t), "a tree is missing after {steps} steps");
                publish(dir.path(), &sites("two"), "i", 0).unwrap();
                assert_eq!(version_seen(dir.path()).as_deref(), Some("two"));
                let own: Vec<_> = fs::read_dir(dir.path().join(".tellal")).unwrap().map(|e| e.unwrap().file_name()).collect();
                assert!(!own.iter().any(|n| n == "next" || n == "commit"), "left behind after {steps} steps: {own:?}");
                if result.is_ok() {
                    assert!(steps > 10, "the test must have stopped somewhere");
                    break;
                }
                steps += 1;
            }
        }
    }
}

#[test]
fn a_full_disk_is_told_and_its_space_is_given_back() {
    let dir = tempfile::tempdir().unwrap();
    publish(dir.path(), &sites("one"), "i", 0).unwrap();
    // The folder for all, then for public, then its first file; giving back is itself a step that must work.
    struct Full;
    impl Effects for Full {
        fn create_folder(&self, path: &Path) -> io::Result<()> {
            Disk.create_folder(path)
        }
        fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<fs::Metadata> {
            Disk.write(path, &bytes[..1])?;
            Err(io::ErrorKind::StorageFull.into())
        }
        fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
            Disk.link(from, to)
        }
        fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
            Disk.rename(from, to)
        }
        fn exchange(&self, a: &Path, b: &Path) -> io::Result<()> {
            Disk.exchange(a, b)
        }
        fn remove_folder(&self, path: &Path) -> io::Result<()> {
            Disk.remove_folder(path)
        }
        fn remove_file(&self, path: &Path) -> io::Result<()> {
            Disk.remove_file(path)
        }
    }
    let trouble = publish_with(&Full, dir.path(), &sites("two"), "i", 0).unwrap_err();
    assert_eq!((trouble.id, trouble.refused), ("publish-cannot-write", false));
    assert_eq!(version_seen(dir.path()).as_deref(), Some("one"));
    assert!(!dir.path().join(".tellal/next").exists());
}

#[test]
fn a_reader_in_parallel_never_meets_a_mixed_or_missing_tree() {
    let dir = tempfile::tempdir().unwrap();
    publish(dir.path(), &sites("one"), "i", 0).unwrap();
    if Disk.exchange(&dir.path().join("internal"), &dir.path().join("reports")).is_err() {
        eprintln!("skipped: this file system cannot exchange folders");
        return;
    }
    Disk.exchange(&dir.path().join("internal"), &dir.path().join("reports")).unwrap();
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut reads = 0_u32;
            while !done.load(Ordering::SeqCst) {
                // A reader that opened the folder keeps the tree it opened, as a copying program does.
                let folder = fs::File::open(dir.path().join("public")).expect("the tree is always there");
                let page = |name: &str| {
                    let fd = rustix::fs::openat(&folder, name, rustix::fs::OFlags::RDONLY, rustix::fs::Mode::empty()).ok()?;
                    io::read_to_string(fs::File::from(fd)).ok()
                };
                // A tree two versions old is taken away while it is read; one that answers at all answers alike.
                if let (Some(a), Some(b)) = (page("index.html"), page("a/b/index.html")) {
                    assert_eq!(a, b);
                    reads += 1;
                }
            }
            reads
        });
        for round in 0..60 {
            publish(dir.path(), &sites(if round % 2 == 0 { "two" } else { "one" }), "i", 0).unwrap();
        }
        done.store(true, Ordering::SeqCst);
        assert!(reader.join().unwrap() > 10);
    });
}

/// Publishes `pages` for citizens, compressed, taking over `wanted` where it can; gives which of these it could.
fn compressed(out: &Path, pages: &[(&str, &str)], wanted: &[&str]) -> Vec<String> {
    let publication = Publication::new(out);
    publication.compress(true);
    for (path, text) in pages {
        publication.public(Artifact::new(*path, text.as_bytes()));
    }
    let taken = wanted.iter().filter(|path| publication.keeps_public(&Arc::from(**path)));
    let taken = taken.map(|path| (*path).to_owned()).collect();
    publication.finish("", 0).unwrap();
    taken
}

#[test]
fn text_has_compressed_sisters_that_stay_while_it_does() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path();
    let (page, other) = ("<p>Su kesintisi</p>\n".repeat(200), "<p>Yol</p>\n".repeat(200));
    compressed(out, &[("a.html", &page), ("b.html", &page), ("c.html", "kısa"), ("d.png", &page)], &[]);
    let names: Vec<String> = files(&out.join("public")).into_keys().collect();
    assert_eq!(
        names,
        ["a.html", "a.html.br", "a.html.gz", "b.html", "b.html.br", "b.html.gz", "c.html", "d.png", "manifest-sha256.txt"]
    );
    let before = modified(&out.join("public/a.html.br"));
    thread::sleep(Duration::from_millis(20));
    compressed(out, &[("a.html", &page), ("b.html", &other)], &[]);
    assert_eq!(modified(&out.join("public/a.html.br")), before, "not made again");
    assert_ne!(modified(&out.join("public/b.html.br")), before);
    assert!(fs::read_to_string(out.join("public/manifest-sha256.txt")).unwrap().contains("  b.html.gz\n"));
}

#[test]
fn a_file_is_taken_over_only_when_it_is_as_it_was_left() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path();
    let names = ["r/a.avif", "r/b.avif", "r/c.avif"];
    compressed(out, &names.map(|name| (name, "bir resim")), &[]);
    let taken = compressed(out, &[("r/b.avif", "bir resim")], &["r/a.avif", "r/yok.avif"]);
    assert_eq!(taken, ["r/a.avif"], "not what nobody listed");
    assert_eq!(files(&out.join("public")).len(), 3, "a, b and the list of sums; c has gone");
    fs::write(out.join("public/r/a.avif"), "bir re").unwrap();
    assert_eq!(compressed(out, &[("r/b.avif", "bir resim")], &["r/a.avif"]), [""; 0], "not what is not whole");
}

//! A whole tiny municipality through the command, against the trees it must become, and the same bytes whatever stands
//! around the build. `BLESS=1` writes the trees anew. Never the repository's own content: see `repository.rs`.
//!
//! Text is compared as it is; of PDF and XLSX only that they are there (their bytes change with every improvement of the
//! layout, and their meaning is tested beside their writers), but two builds must give the same bytes of these too.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests look at the disk themselves, and end where something is wrong"
)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

const GOLDEN: &str = "tests/golden/kucukova";
const EXPECTED: &str = "tests/golden/kucukova.beklenen";

/// 1 July 2026, noon in Türkiye.
const DAY: &str = "1782896400";

#[test]
fn the_trees_are_as_expected() {
    let dir = tempfile::tempdir().unwrap();
    copy(dir.path(), false);
    let built = build(dir.path(), &dir.path().join("dist"), &[]);
    if std::env::var_os("BLESS").is_some() {
        bless(&built);
    }
    let expected = read(Path::new(EXPECTED));
    let shown: BTreeMap<PathBuf, Vec<u8>> = built.into_iter().map(|(path, bytes)| (path.clone(), kept(&path, bytes))).collect();
    let (now, then): (Vec<_>, Vec<_>) = (shown.keys().collect(), expected.keys().collect());
    assert_eq!(now, then, "the files of the trees");
    for (path, bytes) in &shown {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert_eq!(text(bytes), text(&expected[path]), "{}", path.display());
    }
}

#[test]
fn the_same_input_gives_the_same_bytes_anywhere() {
    let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    copy(here.path(), false);
    let deep = there.path().join("başka bir yer/ve daha derin");
    copy(&deep, true);
    let one = build(here.path(), &here.path().join("dist"), &[]);
    let other = build(
        &deep,
        &there.path().join("çıktı"),
        &[
            ("RAYON_NUM_THREADS", "1"),
            ("POLARS_MAX_THREADS", "1"),
            ("LC_ALL", "tr_TR.UTF-8"),
            ("TZ", "Pacific/Kiritimati"),
            ("HOME", "/nonexistent"),
        ],
    );
    assert!(one.keys().eq(other.keys()), "the files of the trees");
    for (path, bytes) in &one {
        assert!(*bytes == other[path], "{} is not the same", path.display());
    }
    assert!(one.keys().any(|p| p.extension().is_some_and(|e| e == "pdf")), "a PDF is among them");
    assert!(one.keys().any(|p| p.extension().is_some_and(|e| e == "xlsx")), "a workbook is among them");
}

/// The golden municipality and its theme, in a folder of their own; backwards in another order of writing, which many
/// file systems list files in.
fn copy(to: &Path, backwards: bool) {
    let golden =
        support::files(Path::new(GOLDEN)).into_iter().map(|path| (path.clone(), path.strip_prefix(GOLDEN).unwrap().to_owned()));
    let theme = support::files(Path::new(support::SMALL_THEME))
        .into_iter()
        .map(|path| (path.clone(), Path::new("themes/sade").join(path.strip_prefix(support::SMALL_THEME).unwrap())));
    let mut files: Vec<(PathBuf, PathBuf)> = golden.chain(theme).collect();
    if backwards {
        files.reverse();
    }
    for (from, inside) in files {
        let target = to.join(inside);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(from, target).unwrap();
    }
}

/// What a build writes for readers.
fn build(root: &Path, out: &Path, environment: &[(&str, &str)]) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tellal"));
    command.args(["build", "--lang", "tr", "--root"]).arg(root).arg("--out").arg(out).env("SOURCE_DATE_EPOCH", DAY);
    command.envs(environment.iter().copied());
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    read(out)
}

fn read(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    support::files(folder)
        .into_iter()
        .map(|path| (path.strip_prefix(folder).unwrap().to_owned(), fs::read(&path).unwrap()))
        .collect()
}

/// What is kept of a file: text as it is, of anything else that it is there. The list of sums names those others too.
fn kept(path: &Path, bytes: Vec<u8>) -> Vec<u8> {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let binary = |path: &str| path.ends_with(".pdf") || path.ends_with(".xlsx");
    if binary(&name) {
        return Vec::new();
    }
    if name == "manifest-sha256.txt" {
        let text = String::from_utf8(bytes).unwrap();
        return text
            .lines()
            .map(|line| if binary(line) { format!("… {}\n", &line[66..]) } else { format!("{line}\n") })
            .collect::<String>()
            .into_bytes();
    }
    bytes
}

fn bless(built: &BTreeMap<PathBuf, Vec<u8>>) {
    let _ = fs::remove_dir_all(EXPECTED);
    for (path, bytes) in built {
        let target = Path::new(EXPECTED).join(path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, kept(path, bytes.clone())).unwrap();
    }
}

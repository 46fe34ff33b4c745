//! What several tests share: the real theme as files in memory, and what people are told as text. Not a test.

#![allow(clippy::disallowed_methods, reason = "tests look at the disk themselves")]
#![allow(dead_code, reason = "every test is a program of its own and takes what it needs")]

pub mod linked;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use tellal::diag::{Diagnostics, Format, Lang, Words, report};
use tellal::pipeline::{self, Memo, Options, Outcome};
use tellal::source::{Memory, World};

/// A theme of a few lines, so that what is compared does not change with the looks of the other.
pub const SMALL_THEME: &str = "benches/tema-sade";

/// A world that holds nothing but the theme that comes with the program.
pub fn themed() -> Memory {
    static THEMED: OnceLock<Memory> = OnceLock::new();
    THEMED.get_or_init(|| folder(Memory::new(), Path::new("themes/varsayilan"), "themes/varsayilan")).clone()
}

/// `world` with every file below the folder `from`, at paths below `to`.
pub fn folder(world: Memory, from: &Path, to: &str) -> Memory {
    files(from).into_iter().fold(world, |world, path| {
        let inside = path.strip_prefix(from).expect("it lies below the folder").to_string_lossy().replace('\\', "/");
        let inside = if to.is_empty() { inside } else { format!("{to}/{inside}") };
        world.with(&inside, fs::read(&path).expect("the file can be read"))
    })
}

/// All files below `folder`, sorted; dot-files left out.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut entries: Vec<PathBuf> = entries.map(|e| e.expect("an entry can be read").path()).collect();
    entries.sort();
    entries.retain(|path| !path.file_name().expect("an entry has a name").to_string_lossy().starts_with('.'));
    entries.into_iter().flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// One build of `world`.
pub fn build(world: &dyn World) -> Outcome {
    pipeline::build(world, &Memo::default(), &Options::default())
}

/// What `check` would show, in Turkish.
pub fn told(diagnostics: &Diagnostics, world: &dyn World) -> String {
    let line_of = |file: &str, line: u32| {
        let bytes = world.read(file).ok()?;
        let line = bytes.split(|b| *b == b'\n').nth(line as usize - 1)?;
        std::str::from_utf8(line).ok().map(|l| l.trim_end_matches('\r').to_owned())
    };
    report(diagnostics, &Words::new(Lang::Tr), Format::Text, &line_of)
}

/// True when tests that need what lies beside the repository must not be skipped.
pub fn fixtures_required() -> bool {
    std::env::var_os("TELLAL_FIXTURES").is_some_and(|v| v == "required")
}

/// Says that something is not tested here, or fails where everything must be.
pub fn skipped(what: &str) {
    assert!(!fixtures_required(), "{what}, and TELLAL_FIXTURES=required");
    // Past the test harness, which would keep it to itself.
    let _ = writeln!(std::io::stderr(), "not tested: {what}");
}

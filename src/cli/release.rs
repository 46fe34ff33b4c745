//! `tellal release` (yayin): keeps what is published today, so that later tables cannot be subtracted from it. Never
//! writes over a record: what was published stays published.

use std::fs;
use std::path::{Path, PathBuf};

use super::progress::Progress;
use super::session::{Exit, Session, colour_on_stderr};
use crate::diag::Diagnostics;
use crate::parse::release;
use crate::pipeline;
use crate::publish::Trouble;
use crate::source::{Disk, World};

/// Arguments of `release`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The period, the name of its folder.
    #[arg(value_name = "PERIOD")]
    period: String,
    /// The repository.
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
}

/// Writes the record and says where it is.
pub(super) fn run(args: &Args, session: &Session) -> anyhow::Result<Exit> {
    session.require_site(&args.root)?;
    let folder = args.root.join(release::FOLDER).join(&args.period);
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if args.period.is_empty() || !args.period.bytes().all(plain) {
        return Err(Trouble::refused("cli-release-bad-period", Path::new(&args.period)).into());
    }
    if folder.exists() {
        return Err(Trouble::refused("cli-release-exists", &folder).into());
    }
    let progress = Progress::start(session.words.say("cli-checking", &[]));
    let world = Disk::new(&args.root);
    let mut diagnostics = Diagnostics::new();
    let made = pipeline::release(&mut diagnostics, &world, &args.period, world.today());
    diagnostics.sort();
    drop(progress);
    session.complain(&session.diagnostics(&diagnostics, &world, colour_on_stderr()));
    let Some(made) = made.filter(|_| !diagnostics.has_errors()) else { return Ok(Exit::Errors) };
    let files = release::files(&made);
    fs::create_dir_all(&folder).map_err(|e| Trouble::outside("publish-cannot-write", &folder, &e))?;
    for (path, text) in &files {
        let path = args.root.join(path);
        fs::write(&path, text).map_err(|e| Trouble::outside("publish-cannot-write", &path, &e))?;
    }
    let count = (files.len() - 1).to_string();
    session.print(&session.line("cli-released", &[("folder", &folder.display().to_string()), ("n", &count)]))?;
    Ok(Exit::Good)
}

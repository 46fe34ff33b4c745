//! `tellal audit` (incele): looks at finished pages, ours or anyone's, and writes nothing.

use std::path::PathBuf;
use std::sync::Arc;

use super::check::ReportFormat;
use super::progress::Progress;
use super::session::{Exit, Session, source_line};
use crate::audit;
use crate::diag::{Diagnostics, report};
use crate::publish::Trouble;
use crate::source::{Disk, World};

/// Arguments of `audit`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The folder of a finished site.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// How the findings are written.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: ReportFormat,
}

/// Shows what is found on the pages below the folder.
pub(super) fn run(args: &Args, session: &Session) -> anyhow::Result<Exit> {
    if !args.folder.is_dir() {
        return Err(Trouble::refused("cli-audit-no-folder", &args.folder).into());
    }
    let progress = Progress::start(session.words.say("cli-auditing", &[]));
    let world = Disk::new(&args.folder);
    let mut diagnostics = Diagnostics::new();
    let entries = world.list(&mut diagnostics, "");
    let mut pages: Vec<(Arc<str>, Arc<[u8]>)> = Vec::new();
    for entry in entries.into_iter().filter(|entry| entry.path.ends_with(".html")) {
        pages.push((Arc::clone(&entry.path), world.read(&entry.path)?));
    }
    let number = audit::tree(&mut diagnostics, &pages);
    diagnostics.sort();
    drop(progress);

    let format = args.format.of_report();
    session.print(&report(&diagnostics, &session.words, format, &|file, line| source_line(&world, file, line)))?;
    if matches!(args.format, ReportFormat::Text) {
        let (counts, pages) = (session.counts(&diagnostics), number.to_string());
        let line = match counts.is_empty() {
            true => session.line("cli-audited-good", &[("pages", &pages)]),
            false => session.line("cli-audited", &[("pages", &pages), ("counts", &counts)]),
        };
        session.complain(&line);
    }
    Ok(if diagnostics.has_errors() { Exit::Errors } else { Exit::Good })
}

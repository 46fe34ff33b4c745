//! `tellal check` (denetle): every diagnostic, nothing written.

use std::path::PathBuf;

use clap::ValueEnum;

use super::progress::Progress;
use super::session::{Exit, Session, colour_on_stdout, source_line};
use crate::diag::{Format, report};
use crate::pipeline::{self, Memo, Nowhere, Options};
use crate::source::{Disk, Held};

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The repository.
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// Checks drafts too.
    #[arg(long)]
    drafts: bool,
    /// How the diagnostics are written.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: ReportFormat,
}

/// The values of `--format`.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum ReportFormat {
    Text,
    Json,
    Github,
    Gitlab,
    Sarif,
}

/// Shows every diagnostic of the repository on standard output.
pub(super) fn run(args: &Args, session: &Session) -> anyhow::Result<Exit> {
    session.require_site(&args.root)?;
    let progress = Progress::start(session.words.say("cli-checking", &[]));
    let world = Held::new(Disk::new(&args.root));
    let options = Options { drafts: args.drafts, preview: true, ..Options::default() };
    let diagnostics = pipeline::build_onto(&world, &Memo::default(), &options, &Nowhere);
    drop(progress);

    let format = match args.format {
        ReportFormat::Text if colour_on_stdout() => Format::Colour,
        ReportFormat::Text => Format::Text,
        ReportFormat::Json => Format::Json,
        ReportFormat::Github => Format::Github,
        ReportFormat::Gitlab => Format::Gitlab,
        ReportFormat::Sarif => Format::Sarif,
    };
    session.print(&report(&diagnostics, &session.words, format, &|file, line| source_line(&world, file, line)))?;
    if matches!(args.format, ReportFormat::Text) {
        let counts = session.counts(&diagnostics);
        let line = if counts.is_empty() {
            session.line("cli-checked-good", &[])
        } else {
            session.line("cli-checked", &[("counts", &counts)])
        };
        session.complain(&line);
    }
    Ok(if diagnostics.has_errors() { Exit::Errors } else { Exit::Good })
}

//! `tellal import` (aktar): a raw export → clean files in the dataset's folder. The mapping is `model::import`'s, the writing
//! `publish`'s; here they meet, and people are told.

mod list;
mod summary;

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use super::progress::Progress;
use super::session::{Exit, Session, colour_on_stderr};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::import::{self, CanonicalFile, ConflictKind, FileReport, Import, Options};
use crate::parse::capped::Capped;
use crate::publish::{DataFile, Trouble, replace};
use crate::source::Disk;

/// Arguments of `import`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Which dataset.
    #[arg(value_name = "DATASET")]
    dataset: String,
    /// The exports.
    #[arg(value_name = "FILE", required = true, num_args = 1..)]
    files: Vec<PathBuf>,
    /// The repository.
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// Which profile.
    #[arg(long, value_name = "PROFILE")]
    profile: Option<String>,
    /// The day of the exports.
    #[arg(long, value_name = "DATE")]
    exported: Option<String>,
    /// Where refused rows are listed; the others are then written.
    #[arg(long, value_name = "FILE")]
    refused: Option<PathBuf>,
    /// Writes nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Reads the exports, says what was done, and writes the files.
pub(super) fn run(args: &Args, session: &Session) -> anyhow::Result<Exit> {
    session.require_site(&args.root)?;
    let exported = args.exported.as_deref().map(day).transpose()?;
    let options = Options { profile: args.profile.clone(), exported, rest: args.refused.is_some() };
    let progress = Progress::start(session.words.say("cli-importing", &[]));
    let (world, inputs) = (Disk::new(&args.root), Disk::new("."));
    let paths: Vec<Arc<str>> = args.files.iter().map(|path| path.to_string_lossy().into()).collect();
    let mut diagnostics = Diagnostics::new();
    let import = import::run(&mut diagnostics, (&world, &inputs), &args.dataset, &paths, &options);
    drop(progress);
    if let Some(import) = &import {
        conflicts(&mut diagnostics, import);
    }
    diagnostics.sort();
    session.complain(&session.diagnostics(&diagnostics, &world, colour_on_stderr()));
    let Some(import) = import else { return Ok(Exit::Errors) };
    session.print(&summary::of(&session.words, &import.reports))?;
    if diagnostics.has_errors() {
        session.complain(&session.line("import-blocked", &[("counts", &session.counts(&diagnostics))]));
        if import.reports.iter().any(|report| report.refused > 0) {
            session.complain(&session.line("import-blocked-rows", &[]));
        }
        return Ok(Exit::Errors);
    }
    write(args, session, &import)?;
    Ok(Exit::Good)
}

fn write(args: &Args, session: &Session, import: &Import) -> anyhow::Result<()> {
    let files = import.files();
    if args.dry_run {
        let changed = vec![true; files.len()];
        return session.print(&summary::files(&session.words, "import-label-planned", &files, &changed));
    }
    let writers: Vec<_> = files.iter().map(|file| move |out: &mut dyn std::io::Write| file.write(out)).collect();
    let path = |file: &CanonicalFile<'_>| args.root.join(&*file.folder).join(&file.name);
    let staged: Vec<DataFile<'_>> =
        files.iter().zip(&writers).map(|(file, write)| DataFile { path: path(file), write }).collect();
    let changed = replace(&staged)?;
    session.print(&summary::files(&session.words, "import-label-written", &files, &changed))?;
    if let Some(path) = &args.refused {
        let (text, rows) = list::of(&session.words, import);
        replace(&[DataFile { path: path.clone(), write: &|out| out.write_all(text.as_bytes()) }])?;
        let rows = summary::number(&session.words, rows);
        session.print(&session.line("import-refused-list", &[("n", &rows), ("path", &path.display().to_string())]))?;
    }
    Ok(())
}

/// Says the conflicts, the first twenty of each file one by one.
fn conflicts(diagnostics: &mut Diagnostics, import: &Import) {
    for FileReport { file, conflicts, .. } in &import.reports {
        let mut capped = Capped::new(Arc::clone(file));
        for (dataset, conflict) in conflicts {
            let kind = match conflict.kind {
                ConflictKind::Kept => "kept",
                ConflictKind::DayGone => "day-gone",
            };
            let place = Place::file(Arc::clone(file)).field(Arc::clone(dataset));
            let complaint = Diagnostic::new(Code::IMPORT_CONFLICT, place);
            capped.push(diagnostics, complaint.with("kind", kind).with("key", conflict.key.to_string()));
        }
        capped.finish(diagnostics);
    }
}

fn day(text: &str) -> Result<Date, Trouble> {
    text.parse().map_err(|_| Trouble::refused("cli-import-bad-date", text.as_ref()))
}

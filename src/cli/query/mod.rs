//! `tellal query` (sorgu): looks at the data with SQL. For staff at their own machine: answers are exact, and nothing of
//! them is published.

mod answer;

use std::path::PathBuf;

use clap::ValueEnum;

use super::progress::Progress;
use super::session::{Exit, Session, colour_on_stderr};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::pipeline;
use crate::publish::Trouble;
use crate::query;
use crate::source::Disk;

/// Arguments of `query`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// One SELECT; without it, the tables and their columns.
    #[arg(value_name = "SQL")]
    sql: Option<String>,
    /// How the answer is written.
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: AnswerFormat,
    /// The repository.
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
}

/// The values of `--format`.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum AnswerFormat {
    Table,
    Csv,
    Json,
}

/// Prints the answer, after the complaints about the data it came from.
pub(super) fn run(args: &Args, session: &Session) -> anyhow::Result<Exit> {
    session.require_site(&args.root)?;
    let progress = Progress::start(session.words.say("cli-querying", &[]));
    let world = Disk::new(&args.root);
    let mut diagnostics = Diagnostics::new();
    let tables = pipeline::tables(&mut diagnostics, &world, args.sql.as_deref());
    diagnostics.sort();

    let Some(sql) = &args.sql else {
        drop(progress);
        let columns =
            |table: &crate::table::Table| table.columns().iter().map(|c| c.name.to_string()).collect::<Vec<_>>().join(", ");
        let list: String = tables.tables().map(|(name, table)| format!("{name}({})\n", columns(table))).collect();
        session.print(&list)?;
        return Ok(Exit::Good);
    };
    // Only mentioned columns were kept; a slip is answered with all the names there are.
    let answer = tables.run(sql).or_else(|_| pipeline::tables(&mut Diagnostics::new(), &world, None).run(sql));
    drop(progress);
    session.complain(&session.diagnostics(&diagnostics, &world, colour_on_stderr()));
    let table = answer.map_err(|error| {
        let names: Vec<&str> = tables.tables().map(|(name, _)| name).collect();
        let (kind, name) = query::cause(&error);
        let slip = Diagnostic::new(Code::BAD_SQL, Place::file("")).with("kind", kind).with("name", name);
        let args = vec![("cause", session.words.message(&slip)), ("tables", names.join(", "))];
        Trouble { id: "cli-query-failed", args, cause: None, refused: true }
    })?;
    session.print(&match args.format {
        AnswerFormat::Table => answer::text(&table),
        AnswerFormat::Csv => answer::csv(&table),
        AnswerFormat::Json => answer::json(&table),
    })?;
    Ok(if diagnostics.has_errors() { Exit::Errors } else { Exit::Good })
}

//! The command line: arguments, exit codes, and what people are told. Does no work of its own.
//!
//! One command is one file. Names and aliases stand here; every word of help stands in the catalogues (`cli.ftl`)
//! and is put in by [`help`] at run time, in the language of [`language`].

#![allow(clippy::disallowed_methods, reason = "the command line has settings, a stopwatch and threads that outlive nothing")]

mod alert;
mod audit;
mod build;
mod check;
mod completions;
mod diff;
mod explain;
mod help;
mod import;
mod init;
mod language;
mod links;
mod make_sample;
mod new;
mod progress;
mod query;
mod regulation;
mod release;
pub mod sample;
mod schema;
mod serve;
mod session;
mod trees;
mod usage;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{ArgAction, FromArgMatches, Parser, Subcommand};

use crate::diag::Words;
use session::Session;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "tellal", version, disable_help_flag = true, disable_version_flag = true, disable_help_subcommand = true)]
#[command(arg_required_else_help = true)]
struct Cli {
    /// Language of messages; read before everything else by [`language::choose`].
    #[arg(long, global = true, value_name = "LANG", value_parser = ["tr", "en"])]
    lang: Option<String>,
    /// Shows help.
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    /// Shows the version.
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
    #[command(subcommand)]
    command: Command,
}

/// The commands, in the order of the help.
#[derive(Debug, Subcommand)]
enum Command {
    /// Builds the three trees.
    #[command(alias = "derle")]
    Build(build::Args),
    /// Exchanges the banner of alerts.
    #[command(alias = "uyar")]
    Alert(alert::Args),
    /// Shows every diagnostic.
    #[command(alias = "denetle")]
    Check(check::Args),
    /// Looks at finished pages.
    #[command(alias = "incele")]
    Audit(audit::Args),
    /// A preview that follows every edit.
    #[command(alias = "sun")]
    Serve(serve::Args),
    /// A new page.
    #[command(alias = "yeni")]
    New(new::Args),
    /// A new municipality.
    #[command(alias = "kur")]
    Init(init::Args),
    /// A raw export becomes clean files.
    #[command(alias = "aktar")]
    Import(import::Args),
    /// Answers about the data.
    #[command(alias = "sorgu")]
    Query(query::Args),
    /// Reads a regulation text.
    #[command(alias = "mevzuat")]
    Regulation(regulation::Args),
    /// Keeps what is published.
    #[command(alias = "yayin")]
    Release(release::Args),
    /// Made-up data.
    #[command(alias = "ornek")]
    Sample(make_sample::Args),
    /// What files may hold.
    #[command(alias = "sema")]
    Schema(schema::Args),
    /// What changed between two built sites.
    #[command(alias = "fark")]
    Diff(diff::Args),
    /// Addresses of other sites.
    #[command(alias = "baglantilar")]
    Links(links::Args),
    /// Explains a code.
    #[command(alias = "acikla")]
    Explain(explain::Args),
    /// Completions for a shell.
    #[command(alias = "tamamla")]
    Completions(completions::Args),
}

/// The same arguments, with help and what is wrong with them in `words`.
fn worded(arguments: &[OsString], words: &Words) -> Result<Cli, clap::Error> {
    help::command(words).try_get_matches_from(arguments).and_then(|matches| Cli::from_arg_matches(&matches))
}

/// Runs one command line, the program's name first. Exit codes: 0 good, 1 the input has errors, 2 wrong usage, 3 the
/// outside failed.
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    let words = Words::new(language::choose(&arguments));
    // Words are put into the command line only for whoever will read them: there are more than a short run needs.
    let cli = match Cli::try_parse_from(&arguments).or_else(|_| worded(&arguments, &words)) {
        Ok(cli) => cli,
        Err(error) => return usage::show(&error, &words).into(),
    };
    let session = Session::new(words);
    let done = match &cli.command {
        Command::Build(args) => build::run(args, &session),
        Command::Alert(args) => alert::run(args, &session),
        Command::Check(args) => check::run(args, &session),
        Command::Audit(args) => audit::run(args, &session),
        Command::Serve(args) => serve::run(args, &session),
        Command::New(args) => new::run(args, &session),
        Command::Init(args) => init::run(args, &session),
        Command::Import(args) => import::run(args, &session),
        Command::Query(args) => query::run(args, &session),
        Command::Regulation(args) => regulation::run(args, &session),
        Command::Release(args) => release::run(args, &session),
        Command::Sample(args) => make_sample::run(args, &session),
        Command::Schema(args) => schema::run(args, &session),
        Command::Diff(args) => diff::run(args, &session),
        Command::Links(args) => links::run(args, &session),
        Command::Explain(args) => explain::run(args, &session),
        Command::Completions(args) => completions::run(args, &session),
    };
    done.unwrap_or_else(|error| session.trouble(&error)).into()
}

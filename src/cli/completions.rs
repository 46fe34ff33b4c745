//! `tellal completions` (tamamla): the script with which a shell completes commands and options.

use clap_complete::Shell;

use super::session::{Exit, Session};

/// Arguments of `completions`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Which shell.
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Prints the script, with the descriptions in the language of this run.
pub(super) fn run(args: &Args, session: &Session) -> anyhow::Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut super::help::command(&session.words), "tellal", &mut script);
    session.print(&String::from_utf8(script)?)?;
    Ok(Exit::Good)
}

//! `tellal alert` (uyar): the banner of alerts is exchanged in the citizens' site as it stands, whatever else is in error.

use std::path::PathBuf;

use super::session::{Exit, Session, colour_on_stderr};
use crate::diag::Diagnostics;
use crate::model::alert;
use crate::pipeline;
use crate::publish::{self, TREES};
use crate::render;
use crate::source::{Disk, INPUT_FOLDERS};

/// Arguments of `alert`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The repository.
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// Where the trees are; `dist` in the repository unless given.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Exchanges the banner, or says what is wrong with the alerts.
pub(super) fn run(args: &Args, session: &Session) -> anyhow::Result<Exit> {
    session.require_site(&args.root)?;
    let out = args.out.clone().unwrap_or_else(|| args.root.join("dist"));
    publish::check_destination(&args.root, &out, &INPUT_FOLDERS)?;
    let world = Disk::new(&args.root);
    let mut diag = Diagnostics::new();
    let (banner, alerts) = pipeline::banner(&mut diag, &world);
    // The pages that the alerts may lead to are those that readers see.
    let public = out.join(TREES[0]);
    for alert in &alerts {
        let own = alert.url.as_deref().and_then(|url| url.split('#').next()).filter(|url| url.starts_with('/'));
        if public.is_dir() && own.is_some_and(|url| !public.join(url.trim_start_matches('/')).exists()) {
            diag.push(alert::broken(alert));
        }
    }
    session.complain(&session.diagnostics(&diag, &world, colour_on_stderr()));
    if diag.has_errors() {
        session.complain(&session.line("cli-alert-not-shown", &[("counts", &session.counts(&diag))]));
        return Ok(Exit::Errors);
    }
    let amended = publish::amend(&out, TREES[0], &|path, bytes| {
        path.ends_with(".html").then(|| render::alert::exchanged(bytes, &banner)).flatten()
    })?;
    if amended.matched == 0 {
        session.complain(&session.line("cli-alert-no-place", &[]));
        return Ok(Exit::Errors);
    }
    let [changed, matched] = [amended.changed, amended.matched].map(|n| n.to_string());
    let id = if alerts.is_empty() { "cli-alert-none" } else { "cli-alert-shown" };
    session.print(&session.line(id, &[("alerts", &alerts.len().to_string()), ("changed", &changed), ("pages", &matched)]))?;
    Ok(Exit::Good)
}

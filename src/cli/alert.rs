//! `tellal alert` (uyar): the banner of alerts is exchanged in the citizens' site as it stands, whatever else is in error.

use super::session::{Exit, Session, colour_on_stderr};
use super::trees::Trees;
use crate::diag::Diagnostics;
use crate::model::alert;
use crate::pipeline;
use crate::publish::{self, TREES};
use crate::render;
use crate::source::Disk;

/// Arguments of `alert`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    trees: Trees,
}

/// Exchanges the banner, or says what is wrong with the alerts.
pub(super) fn run(args: &Args, session: &Session) -> anyhow::Result<Exit> {
    let out = args.trees.place(session)?;
    let world = Disk::new(&args.trees.root);
    let mut diag = Diagnostics::new();
    let (told, alerts) = pipeline::alerts(&mut diag, &world);
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
        path.ends_with(".html").then(|| render::alert::exchanged(bytes, &told)).flatten()
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

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

/// Exchanges the banner, and says what is wrong with the alerts.
pub(super) fn run(args: &Args, session: &Session) -> anyhow::Result<Exit> {
    let out = args.trees.place(session)?;
    let world = Disk::new(&args.trees.root);
    let mut diag = Diagnostics::new();
    let mut alerts = pipeline::alerts(&mut diag, &world);
    // The pages that the alerts may lead to are those that readers see.
    let public = out.join(TREES[0]);
    for alert in &mut alerts {
        if public.is_dir() && alert.page().is_some_and(|page| !public.join(page.trim_start_matches('/')).exists()) {
            alert::lose_link(&mut diag, alert, None);
        }
    }
    session.complain(&session.diagnostics(&diag, &world, colour_on_stderr()));
    // One that cannot be read does not hold back the others, but with none of them there is nothing new to tell.
    let refused = diag.has_errors();
    if refused && alerts.is_empty() {
        session.complain(&session.line("cli-alert-not-shown", &[("counts", &session.counts(&diag))]));
        return Ok(Exit::Errors);
    }
    let banner = pipeline::banner(&alerts, &world);
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
    if refused {
        session.complain(&session.line("cli-alert-some-not-shown", &[("counts", &session.counts(&diag))]));
        return Ok(Exit::Errors);
    }
    Ok(Exit::Good)
}

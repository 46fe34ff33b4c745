//! `tellal build` (derle): the repository becomes three trees; the old ones stay until the new are whole.

use std::path::Path;
use std::time::{Instant, UNIX_EPOCH};

use super::progress::Progress;
use super::session::{Exit, Session, colour_on_stderr, seconds};
use super::trees::Trees;
use crate::diag::Summary;
use crate::pipeline::{self, Memo, Options};
use crate::publish::{self, Publication, Trouble};
use crate::source::{Disk, Held};

/// Arguments of `build`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    trees: Trees,
    /// Builds drafts too.
    #[arg(long)]
    drafts: bool,
    /// The site's address, in place of the one in site.yaml.
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
}

/// Builds and publishes, or says why not.
pub(super) fn run(args: &Args, session: &Session) -> anyhow::Result<Exit> {
    let start = Instant::now();
    let out = args.trees.place(session)?;
    if let Some(url) = args.base_url.as_deref().filter(|url| !is_site_address(url)) {
        return Err(Trouble::refused("cli-build-bad-url", Path::new(url)).into());
    }
    let options = Options { drafts: args.drafts, base_url: args.base_url.clone(), preview: false };

    let progress = Progress::start(session.words.say("cli-building", &[]));
    let world = Held::new(Disk::new(&args.trees.root));
    let input = fingerprint(&world, &options);
    if let Some(record) = input.as_deref().and_then(|input| publish::unchanged(&out, &publish::TREES, input)) {
        drop(progress);
        session.print(&session.line("cli-unchanged", &[("out", &shown(&out)), ("seconds", &seconds(start, session))]))?;
        if record.warnings > 0 {
            session.print(&session.line("cli-unchanged-warnings", &[("n", &record.warnings.to_string())]))?;
        }
        return Ok(Exit::Good);
    }
    let publication = Publication::new(&out);
    let diagnostics = pipeline::build_onto(&world, &Memo::default(), &options, &publication);
    let warnings = Summary::of(&diagnostics).warnings;
    let published = (!diagnostics.has_errors()).then(|| publication.finish(input.as_deref().unwrap_or_default(), warnings));
    drop(progress);

    session.complain(&session.diagnostics_in_brief(&diagnostics, &world, colour_on_stderr()));
    let counts = session.counts(&diagnostics);
    let Some(published) = published.transpose()? else {
        session.complain(&session.line("cli-not-built", &[("counts", &counts)]));
        return Ok(Exit::Errors);
    };
    let [written, kept, removed] = [published.written, published.kept, published.removed].map(|n| n.to_string());
    let line = session.line(
        "cli-built",
        &[
            ("out", &shown(&out)),
            ("written", &written),
            ("kept", &kept),
            ("removed", &removed),
            ("seconds", &seconds(start, session)),
        ],
    );
    session.print(&if counts.is_empty() { line } else { format!("{}; {counts}\n", line.trim_end()) })?;
    Ok(Exit::Good)
}

/// Everything the trees depend on: the input, the day, the options and this very program. `None` when something of
/// it cannot be told, and then everything is built.
fn fingerprint(world: &Held, options: &Options) -> Option<String> {
    let program = std::env::current_exe().and_then(std::fs::metadata).ok()?;
    let built = program.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    let mut hasher = blake3::Hasher::new();
    // Reading the program itself would take longer than reading a small site: its size and time tell it apart.
    hasher.update(format!("{} {} {}", env!("CARGO_PKG_VERSION"), program.len(), built.as_nanos()).as_bytes());
    hasher.update(format!("{options:?}").as_bytes());
    hasher.update(world.fingerprint()?.as_bytes());
    Some(hasher.finalize().to_hex().to_string())
}

/// A scheme and a host, as `base_url` in the site file must be.
fn is_site_address(url: &str) -> bool {
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or_default().trim_end_matches('/');
    !host.is_empty() && !host.contains(['/', ' ', '"', '<', '?', '#'])
}

fn shown(path: &Path) -> String {
    let shown = path.strip_prefix(".").unwrap_or(path).display().to_string();
    if shown.is_empty() { ".".to_owned() } else { shown }
}

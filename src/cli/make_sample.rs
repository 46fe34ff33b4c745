//! `tellal sample` (ornek): made-up data of any size into a folder. The data itself is made in [`super::sample`].

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use super::progress::Progress;
use super::sample::{self, Kind};
use super::session::{Exit, Session};
use crate::publish::Trouble;

/// Arguments of `sample`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Which dataset.
    #[arg(long, value_name = "KIND", value_parser = clap::builder::PossibleValuesParser::new(Kind::ALL.map(Kind::name)))]
    kind: String,
    /// How many rows.
    #[arg(long, value_name = "N", default_value_t = 1000)]
    rows: u64,
    /// The same seed gives the same bytes.
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Where the file goes.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// One file a month, where the kind has months.
    #[arg(long)]
    monthly: bool,
}

/// Writes the files and names them.
pub(super) fn run(args: &Args, session: &Session) -> anyhow::Result<Exit> {
    let kind = Kind::ALL.into_iter().find(|k| k.name() == args.kind).expect("only these kinds pass the argument's check");
    let _progress = Progress::start(session.words.say("cli-sampling", &[]));
    fs::create_dir_all(&args.out).map_err(|e| Trouble::outside("publish-cannot-write", &args.out, &e))?;
    if args.monthly && kind.has_months() {
        for (index, month) in sample::months() {
            write(args, session, &format!("{month}.csv"), |out| {
                sample::write_halk_masasi_month(kind, out, args.rows, args.seed, index)
            })?;
        }
    } else {
        write(args, session, &format!("{}.csv", kind.name()), |out| sample::write(kind, out, args.rows, args.seed))?;
    }
    Ok(Exit::Good)
}

fn write(
    args: &Args,
    session: &Session,
    name: &str,
    content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<()> {
    let path = args.out.join(name);
    // Never over a file that may hold a municipality's own data.
    let file = File::create_new(&path).map_err(|e| match e.kind() {
        io::ErrorKind::AlreadyExists => Trouble::refused("cli-new-exists", &path),
        _ => Trouble::outside("publish-cannot-write", &path, &e),
    })?;
    let mut out = BufWriter::with_capacity(1 << 20, file);
    content(&mut out).and_then(|()| out.flush()).map_err(|e| Trouble::outside("publish-cannot-write", &path, &e))?;
    session.print(&session.line("cli-new-written", &[("path", &path.display().to_string())]))
}

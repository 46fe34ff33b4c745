//! `tellal sample` (ornek): made-up data of any size into a folder. The data itself is made in [`super::sample`].

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use super::progress::Progress;
use super::sample::raw::{Damage, Raw, System, write_raw};
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
    /// The requests as another system exports them.
    #[arg(long, value_name = "SYSTEM", value_parser = clap::builder::PossibleValuesParser::new(System::ALL.map(System::name)))]
    raw: Option<String>,
    /// With columns about citizens, in a raw export.
    #[arg(long, requires = "raw")]
    personal: bool,
    /// What a raw export suffered; may be given again.
    #[arg(long, value_name = "DAMAGE", requires = "raw", value_parser = clap::builder::PossibleValuesParser::new(Damage::ALL.map(Damage::name)))]
    damage: Vec<String>,
}

/// Writes the files and names them.
pub(super) fn run(args: &Args, session: &Session) -> anyhow::Result<Exit> {
    let kind = Kind::ALL.into_iter().find(|k| k.name() == args.kind).expect("only these kinds pass the argument's check");
    let _progress = Progress::start(session.words.say("cli-sampling", &[]));
    fs::create_dir_all(&args.out).map_err(|e| Trouble::outside("publish-cannot-write", &args.out, &e))?;
    if let Some(system) = args.raw.as_deref().filter(|_| kind == Kind::HalkMasasi) {
        let system = System::ALL.into_iter().find(|s| s.name() == system).expect("only these systems pass the argument's check");
        let damages = Damage::ALL.into_iter().filter(|damage| args.damage.iter().any(|name| name == damage.name()));
        let raw = Raw { system, personal: args.personal, damages: damages.collect() };
        if args.monthly {
            for (index, month) in sample::months() {
                write(args, session, &format!("{}-{month}.csv", system.name()), |out| {
                    write_raw(out, &raw, args.rows, args.seed, Some(index))
                })?;
            }
        } else {
            write(args, session, &format!("{}.csv", system.name()), |out| write_raw(out, &raw, args.rows, args.seed, None))?;
        }
        return Ok(Exit::Good);
    }
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

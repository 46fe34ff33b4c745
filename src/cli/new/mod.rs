//! `tellal new` (yeni): a page with the right front matter, in the right folder, or an entry in the right registry. Asks
//! nothing that can be inferred, says what it inferred, and never writes over anything.

mod entry;
mod kind;
mod record;
mod unit;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use jiff::ToSpan;
use jiff::civil::Date;

use super::session::{Exit, Session};
use crate::parse;
use crate::publish::Trouble;
use crate::source::{Disk, World};
use crate::turkish;
use kind::{Form, Kind};
use record::Record;
use unit::Unit;

/// Arguments of `new`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// What kind of page or entry.
    #[arg(value_name = "KIND")]
    kind: String,
    /// Its title; several words need no quotes.
    #[arg(value_name = "TITLE", required = true, num_args = 1..)]
    title: Vec<String>,
    /// The repository.
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// The unit that answers for the page.
    #[arg(long, value_name = "UNIT")]
    unit: Option<String>,
}

/// Writes the page, says where it is, what was inferred and what comes next.
pub(super) fn run(args: &Args, session: &Session) -> anyhow::Result<Exit> {
    session.require_site(&args.root)?;
    let title = args.title.join(" ");
    let slug = turkish::slug(&title);
    if slug.is_empty() {
        return Err(Trouble::refused("cli-new-no-slug", Path::new(&title)).into());
    }
    let world = Disk::new(&args.root);
    let kinds = kind::all(&world);
    let kind = kind::find(&kinds, &args.kind).ok_or_else(|| unknown_kind(&kinds, &args.kind))?;
    let today = world.today();
    match kind.form {
        Form::Meeting | Form::Decision | Form::Report => {
            write_record(session, &args.root, &record::of_council(&world, kind.form, &title, today)?)
        }
        Form::Alert => write_record(session, &args.root, &record::of_alert(&world, &title, today)?),
        Form::Service => {
            let unit = unit::of(&world, &args.root, &kind.folder, args.unit.as_deref())?;
            let unit = unit.ok_or_else(|| unit::untold(&world))?;
            let record = record::of_service(&world, &unit.code, &title)?;
            write_section(session, &args.root, kind)?;
            write_record(session, &args.root, &record)?;
            session.print(&session.line(unit.message(), &[("unit", &unit.code), ("name", &unit.name)]))?;
            Ok(Exit::Good)
        }
        Form::News | Form::Lasting | Form::Page => {
            let unit = unit::of(&world, &args.root, &kind.folder, args.unit.as_deref())?;
            write_section(session, &args.root, kind)?;
            let path = path(&args.root, kind, &slug, today);
            write_new(&args.root, &path, &page(session, kind, &title, today, unit.as_ref()))?;
            session.print(&session.line("cli-new-written", &[("path", &path)]))?;
            if let Some(unit) = unit {
                session.print(&session.line(unit.message(), &[("unit", &unit.code), ("name", &unit.name)]))?;
            }
            session.print(&session.line("cli-new-next", &[("path", &path)]))?;
            Ok(Exit::Good)
        }
    }
}

fn unknown_kind(kinds: &[Kind], word: &str) -> Trouble {
    let names: Vec<(String, &Kind)> =
        kinds.iter().flat_map(|kind| kind::names(kind).into_iter().map(move |name| (name, kind))).collect();
    let near = parse::nearest(&turkish::slug(word), names.iter().map(|(name, _)| name.as_str()));
    let near = near.and_then(|near| names.iter().find(|(name, _)| name == near)).map(|(_, kind)| kind.name.clone());
    let id = if near.is_some() { "cli-new-unknown-kind-near" } else { "cli-new-unknown-kind" };
    let mut trouble = Trouble::refused(id, Path::new(word));
    let all = kinds.iter().map(|kind| kind.name.as_str()).collect::<Vec<_>>().join(", ");
    trouble.args.extend([("near", near.unwrap_or_default()), ("known", all)]);
    trouble
}

/// Pages of a section without an index page could not be reached.
fn write_section(session: &Session, root: &Path, kind: &Kind) -> anyhow::Result<()> {
    let section = format!("{}/index.md", kind.folder);
    if kind.folder != "content/reports" && !root.join(&section).exists() {
        write_new(root, &section, &section_page(kind))?;
        session.print(&session.line("cli-new-written", &[("path", &section)]))?;
    }
    Ok(())
}

/// Writes the file with the new entry in the place of the old one.
fn write_record(session: &Session, root: &Path, record: &Record) -> anyhow::Result<Exit> {
    let full = root.join(&record.path);
    let failed = |e: io::Error| Trouble::outside("publish-cannot-write", Path::new(&record.path), &e);
    fs::create_dir_all(full.parent().expect("every file lies in a folder")).map_err(failed)?;
    fs::write(&full, &record.text).map_err(failed)?;
    let line = record.line.to_string();
    session.print(&session.line("cli-new-entry-written", &[("path", &record.path), ("line", &line)]))?;
    session.print(&session.line(record.next, &[]))?;
    Ok(Exit::Good)
}

/// Where the page goes. A second announcement of one title is another one, of another day.
fn path(root: &Path, kind: &Kind, slug: &str, today: Date) -> String {
    let plain = format!("{}/{slug}.md", kind.folder);
    if kind.form == Form::News && root.join(&plain).exists() { format!("{}/{slug}-{today}.md", kind.folder) } else { plain }
}

fn page(session: &Session, kind: &Kind, title: &str, today: Date, unit: Option<&Unit>) -> String {
    let comment = |id: &str| session.words.say(id, &[]);
    let mut text = format!("---\ntitle: {}\ndate: {today}\n", quoted(title));
    text.push_str(&match unit {
        Some(unit) => format!("unit: {}\n", unit.code),
        None => format!("# unit: fen-isleri  # {}\n", comment("cli-new-comment-unit")),
    });
    text.push_str(&format!("# summary: …  # {}\n", comment("cli-new-comment-summary")));
    if matches!(kind.name.as_str(), "duyuru" | "kesinti" | "aski" | "vefat") {
        text.push_str(&format!("# expires: {}  # {}\n", today.saturating_add(1.month()), comment("cli-new-comment-expires")));
    }
    if kind.form == Form::Lasting {
        text.push_str(&format!("review_by: {}  # {}\n", today.saturating_add(1.year()), comment("cli-new-comment-review")));
    }
    if kind.name == "etkinlik" {
        text.push_str(&format!("event:\n  start: {today} 19:00\n  # place: …\n  # fee: …\n  # accessibility: …\n"));
    }
    if kind.name == "rapor" {
        text.push_str("formats: [html, pdf, xlsx]\n");
    }
    text.push_str(&format!("draft: true  # {}\n---\n\n", comment("cli-new-comment-draft")));
    text
}

fn section_page(kind: &Kind) -> String {
    let feed = match kind.name.as_str() {
        // Its page lists what is to come by itself.
        "etkinlik" => ", per_page: 0",
        _ if kind.form == Form::News => ", feed: true",
        _ => "",
    };
    format!("---\ntitle: {}\nsection: {{kind: {}{feed}}}\n---\n", quoted(&kind.title), kind.name)
}

/// A YAML string that means exactly `text`: every JSON string is one.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn write_new(root: &Path, path: &str, text: &str) -> Result<(), Trouble> {
    let full = root.join(path);
    let failed = |e: io::Error| match e.kind() {
        io::ErrorKind::AlreadyExists => Trouble::refused("cli-new-exists", Path::new(path)),
        _ => Trouble::outside("publish-cannot-write", Path::new(path), &e),
    };
    fs::create_dir_all(full.parent().expect("every page lies in a folder")).map_err(failed)?;
    let mut file = fs::File::create_new(&full).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_stays_what_it_is() {
        for title in ["Su: kesintisi #1", "\"Tırnak\" 'içinde'", "no", "- tire", "ı\\İ"] {
            let yaml: String = serde_yaml::from_str(&quoted(title)).unwrap();
            assert_eq!(yaml, title);
        }
    }

    #[test]
    fn a_second_announcement_of_one_title_gets_its_day() {
        let root = tempfile::tempdir().unwrap();
        let (news, today) = (&kind::all(&crate::source::Memory::new())[0], jiff::civil::date(2026, 11, 22));
        let first = path(root.path(), news, "su-kesintisi", today);
        assert_eq!(first, "content/public/duyurular/su-kesintisi.md");
        write_new(root.path(), &first, "").unwrap();
        assert_eq!(path(root.path(), news, "su-kesintisi", today), "content/public/duyurular/su-kesintisi-2026-11-22.md");
    }
}

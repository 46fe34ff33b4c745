//! `tellal new` (yeni): a page with the right front matter, in the right folder. Asks nothing that can be inferred, says
//! what it inferred, and never writes over anything.

mod unit;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use jiff::ToSpan;
use jiff::civil::Date;

use super::session::{Exit, Session};
use crate::model::kind_title;
use crate::publish::Trouble;
use crate::source::{Disk, World};
use crate::turkish;
use unit::Unit;

/// A kind of page that can be begun with a command (sayfa türü).
pub(super) struct Kind {
    /// Its name.
    pub name: &'static str,
    /// The folder of its pages.
    pub folder: &'static str,
    /// Many pages of one title come over the years, and the day tells them apart.
    pub dated: bool,
    /// What it says ages: someone has to look at it again after a year.
    pub ages: bool,
}

impl Kind {
    const fn news(name: &'static str, folder: &'static str) -> Kind {
        Kind { name, folder, dated: true, ages: false }
    }

    const fn lasting(name: &'static str, folder: &'static str) -> Kind {
        Kind { name, folder, dated: false, ages: true }
    }

    const fn other(name: &'static str, folder: &'static str) -> Kind {
        Kind { name, folder, dated: false, ages: false }
    }
}

/// The kinds, in the order of the help.
pub(super) const KINDS: &[Kind] = &[
    Kind::news("duyuru", "content/public/duyurular"),
    Kind::news("haber", "content/public/haberler"),
    Kind::news("etkinlik", "content/public/etkinlikler"),
    Kind::news("ihale", "content/public/ihaleler"),
    Kind::lasting("hizmet", "content/public/hizmetler"),
    Kind::lasting("kurumsal", "content/public/kurumsal"),
    Kind::lasting("mudurluk", "content/public/mudurlukler"),
    Kind::other("mevzuat", "content/public/mevzuat"),
    Kind::other("meclis", "content/public/meclis"),
    Kind::other("istatistik", "content/public/istatistik"),
    Kind::other("rapor", "content/reports"),
    Kind::other("acik-veri", "content/public/acik-veri"),
    Kind::lasting("bilgi-edinme", "content/public/bilgi-edinme"),
    Kind::lasting("el-kitabi", "content/internal/el-kitabi"),
];

/// Arguments of `new`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// What kind of page.
    #[arg(value_name = "KIND", value_parser = clap::builder::PossibleValuesParser::new(KINDS.iter().map(|kind| kind.name)))]
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
    let kind = KINDS.iter().find(|kind| kind.name == args.kind).expect("only these kinds pass the argument's check");
    let world = Disk::new(&args.root);
    let unit = unit::of(&world, &args.root, kind.folder, args.unit.as_deref())?;

    // Pages of a section without an index page could not be reached.
    let section = format!("{}/index.md", kind.folder);
    if kind.folder != "content/reports" && !args.root.join(&section).exists() {
        write_new(&args.root, &section, &section_page(kind))?;
        session.print(&session.line("cli-new-written", &[("path", &section)]))?;
    }
    let today = world.today();
    let path = path(&args.root, kind, &slug, today);
    write_new(&args.root, &path, &page(session, kind, &title, today, unit.as_ref()))?;
    session.print(&session.line("cli-new-written", &[("path", &path)]))?;
    if let Some(unit) = unit {
        session.print(&session.line(unit.message(), &[("unit", &unit.code), ("name", &unit.name)]))?;
    }
    session.print(&session.line("cli-new-next", &[("path", &path)]))?;
    Ok(Exit::Good)
}

/// Where the page goes. A second announcement of one title is another one, of another day.
fn path(root: &Path, kind: &Kind, slug: &str, today: Date) -> String {
    let plain = format!("{}/{slug}.md", kind.folder);
    if kind.dated && root.join(&plain).exists() { format!("{}/{slug}-{today}.md", kind.folder) } else { plain }
}

fn page(session: &Session, kind: &Kind, title: &str, today: Date, unit: Option<&Unit>) -> String {
    let comment = |id: &str| session.words.say(id, &[]);
    let mut text = format!("---\ntitle: {}\ndate: {today}\n", quoted(title));
    text.push_str(&match unit {
        Some(unit) => format!("unit: {}\n", unit.code),
        None => format!("# unit: fen-isleri  # {}\n", comment("cli-new-comment-unit")),
    });
    text.push_str(&format!("# summary: …  # {}\n", comment("cli-new-comment-summary")));
    if kind.name == "duyuru" {
        text.push_str(&format!("# expires: {}  # {}\n", today.saturating_add(1.month()), comment("cli-new-comment-expires")));
    }
    if kind.ages {
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
    let feed = match kind.name {
        // Its page lists what is to come by itself.
        "etkinlik" => ", per_page: 0",
        _ if kind.dated => ", feed: true",
        _ => "",
    };
    format!("---\ntitle: {}\nsection: {{kind: {}{feed}}}\n---\n", quoted(&kind_title(kind.name)), kind.name)
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
    fn every_kind_is_one_that_pages_know() {
        for kind in KINDS {
            assert_ne!(kind_title(kind.name), kind.name, "the model has no words for `{}`", kind.name);
            assert!(kind.folder.starts_with("content/"), "{}", kind.folder);
        }
    }

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
        let (news, today) = (&KINDS[0], jiff::civil::date(2026, 11, 22));
        let first = path(root.path(), news, "su-kesintisi", today);
        assert_eq!(first, "content/public/duyurular/su-kesintisi.md");
        write_new(root.path(), &first, "").unwrap();
        assert_eq!(path(root.path(), news, "su-kesintisi", today), "content/public/duyurular/su-kesintisi-2026-11-22.md");
    }
}

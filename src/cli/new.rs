//! `tellal new` (yeni): a page with the right front matter, in the right folder. Never writes over anything.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::session::{Exit, Session};
use crate::model::kind_title;
use crate::publish::Trouble;
use crate::source::{Disk, World};
use crate::turkish;

/// The kinds that can be begun with a command, and the folders of their pages.
const KINDS: &[(&str, &str)] = &[
    ("duyuru", "content/public/duyurular"),
    ("haber", "content/public/haberler"),
    ("etkinlik", "content/public/etkinlikler"),
    ("hizmet", "content/public/hizmetler"),
    ("kurumsal", "content/public/kurumsal"),
    ("mudurluk", "content/public/mudurlukler"),
    ("mevzuat", "content/public/mevzuat"),
    ("meclis", "content/public/meclis"),
    ("ihale", "content/public/ihaleler"),
    ("istatistik", "content/public/istatistik"),
    ("rapor", "content/reports"),
    ("acik-veri", "content/public/acik-veri"),
    ("bilgi-edinme", "content/public/bilgi-edinme"),
    ("el-kitabi", "content/internal/el-kitabi"),
];

/// Arguments of `new`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// What kind of page.
    #[arg(value_name = "KIND", value_parser = clap::builder::PossibleValuesParser::new(KINDS.iter().map(|(kind, _)| *kind)))]
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

/// Writes the page and says where it is.
pub(super) fn run(args: &Args, session: &Session) -> anyhow::Result<Exit> {
    session.require_site(&args.root)?;
    let title = args.title.join(" ");
    let slug = turkish::slug(&title);
    if slug.is_empty() {
        return Err(Trouble::refused("cli-new-no-slug", Path::new(&title)).into());
    }
    let (_, folder) = KINDS.iter().find(|(kind, _)| *kind == args.kind).expect("only these kinds pass the argument's check");
    let today = Disk::new(&args.root).today();

    // Pages of a section without an index page could not be reached.
    let section = format!("{folder}/index.md");
    if *folder != "content/reports" && !args.root.join(&section).exists() {
        write_new(&args.root, &section, &section_page(&args.kind))?;
        session.print(&session.line("cli-new-written", &[("path", &section)]))?;
    }
    let path = format!("{folder}/{slug}.md");
    write_new(&args.root, &path, &page(args, session, &title, &today.to_string()))?;
    session.print(&session.line("cli-new-written", &[("path", &path)]))?;
    Ok(Exit::Good)
}

fn page(args: &Args, session: &Session, title: &str, today: &str) -> String {
    let comment = |id: &str| session.words.say(id, &[]);
    let mut text = format!("---\ntitle: {}\ndate: {today}\n", quoted(title));
    text.push_str(&match &args.unit {
        Some(unit) => format!("unit: {}\n", quoted(unit)),
        None => format!("# unit: fen-isleri  # {}\n", comment("cli-new-comment-unit")),
    });
    text.push_str(&format!("# summary: …  # {}\n", comment("cli-new-comment-summary")));
    if args.kind == "etkinlik" {
        text.push_str(&format!("event:\n  start: {today} 19:00\n  # place: …\n  # fee: …\n  # accessibility: …\n"));
    }
    if args.kind == "rapor" {
        text.push_str("formats: [html, pdf, xlsx]\n");
    }
    text.push_str(&format!("draft: true  # {}\n---\n\n", comment("cli-new-comment-draft")));
    text
}

fn section_page(kind: &str) -> String {
    let feed = match kind {
        "duyuru" | "haber" | "ihale" => ", feed: true",
        // Its page lists what is to come by itself.
        "etkinlik" => ", per_page: 0",
        _ => "",
    };
    format!("---\ntitle: {}\nsection: {{kind: {kind}{feed}}}\n---\n", quoted(&kind_title(kind)))
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
        for (kind, folder) in KINDS {
            assert_ne!(kind_title(kind), *kind, "the model has no words for `{kind}`");
            assert!(folder.starts_with("content/"), "{folder}");
        }
    }

    #[test]
    fn a_title_stays_what_it_is() {
        for title in ["Su: kesintisi #1", "\"Tırnak\" 'içinde'", "no", "- tire", "ı\\İ"] {
            let yaml: String = serde_yaml::from_str(&quoted(title)).unwrap();
            assert_eq!(yaml, title);
        }
    }
}

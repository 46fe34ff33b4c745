//! `tellal links` (baglantilar): the addresses of other sites that pages mention, and what a check of them said. Opens no
//! connection: any program that writes a status and an address a line can do that, and its words are kept in a file of this
//! working copy. A site of somebody else that is down must never stop an announcement of ours.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::session::{Exit, Session};
use crate::diag::{Diagnostics, Words};
use crate::model::worklist::{self, Elsewhere};
use crate::parse;
use crate::publish::Trouble;
use crate::source::{Disk, World};

/// Arguments of `links`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The repository.
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// What a check said: a status and an address a line; `-` for standard input.
    #[arg(long, value_name = "FILE")]
    results: Option<PathBuf>,
}

/// Where the last results are kept, below the root of the working copy. Not for the repository.
const FILE: &str = ".tellal/baglantilar.txt";

/// What a check said of an address (bağlantı sonucu).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Checked {
    /// When.
    pub day: Date,
    /// The HTTP status; 0 where nobody answered.
    pub status: u16,
}

impl Checked {
    /// True when a reader would find nothing there. A server that refuses machines (401, 403, 429) may still answer people.
    pub fn is_broken(&self) -> bool {
        matches!(self.status, 0 | 404 | 410 | 500..)
    }

    /// What was found, in words.
    pub fn words(&self, words: &Words) -> String {
        match self.status {
            0 => words.say("cli-links-no-answer", &[]),
            status => words.say("cli-links-status", &[("status", &status.to_string())]),
        }
    }
}

/// Lists the addresses, or takes in what a check said of them.
pub(super) fn run(args: &Args, session: &Session) -> anyhow::Result<Exit> {
    session.require_site(&args.root)?;
    let world = Disk::new(&args.root);
    let mut diag = Diagnostics::new();
    let files = world.list(&mut diag, "content");
    let mentions = worklist::elsewhere(&parse::content::pages(&mut diag, &world, &files, None));
    let Some(results) = &args.results else {
        let mut urls: Vec<&str> = mentions.iter().map(|mention| &*mention.url).collect();
        urls.sort_unstable();
        urls.dedup();
        session.print(&urls.iter().map(|url| format!("{url}\n")).collect::<String>())?;
        return Ok(Exit::Good);
    };
    let mut known = load(&args.root);
    known.retain(|url, _| mentions.iter().any(|mention| *mention.url == **url));
    known.extend(read(&text(results)?, world.today()));
    keep(&args.root, &known)?;
    session.print(&told(&mentions, &known, session))?;
    Ok(Exit::Good)
}

/// What the last checks said, by address; nothing where there was none.
pub(super) fn load(root: &Path) -> BTreeMap<String, Checked> {
    let text = fs::read_to_string(root.join(FILE)).unwrap_or_default();
    let line = |line: &str| {
        let (day, rest) = line.split_once(' ')?;
        let (status, url) = rest.split_once(' ')?;
        Some((url.to_owned(), Checked { day: day.parse().ok()?, status: status.parse().ok()? }))
    };
    text.lines().filter_map(line).collect()
}

fn keep(root: &Path, known: &BTreeMap<String, Checked>) -> Result<(), Trouble> {
    let path = root.join(FILE);
    let text: String = known.iter().map(|(url, checked)| format!("{} {} {url}\n", checked.day, checked.status)).collect();
    let folder = path.parent().expect("the file lies in a folder");
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&path, text))
        .map_err(|e| Trouble::outside("publish-cannot-write", &path, &e))
}

fn text(path: &Path) -> Result<String, Trouble> {
    let mut text = String::new();
    let read = match path.to_str() {
        Some("-") => std::io::stdin().read_to_string(&mut text).map(|_| text),
        _ => fs::read_to_string(path),
    };
    read.map_err(|e| Trouble::outside("publish-cannot-read", path, &e))
}

/// `404 https://…` a line; anything else on a line is not for us.
fn read(text: &str, day: Date) -> BTreeMap<String, Checked> {
    let line = |line: &str| {
        let (status, url) = line.trim().split_once(' ')?;
        Some((url.trim().to_owned(), Checked { day, status: status.parse().ok()? }))
    };
    text.lines().filter_map(line).collect()
}

fn told(mentions: &[Elsewhere], known: &BTreeMap<String, Checked>, session: &Session) -> String {
    let mut out = String::new();
    let mut broken = 0;
    for mention in mentions {
        if let Some(checked) = known.get(&*mention.url).filter(|checked| checked.is_broken()) {
            broken += 1;
            out.push_str(&format!("{}:{}: {} ({})\n", mention.file, mention.line, mention.url, checked.words(&session.words)));
        }
    }
    let [checked, broken] = [known.len(), broken].map(|n| n.to_string());
    out + &session.line("cli-links-checked", &[("n", &checked), ("broken", &broken)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_check_said_is_kept_and_read_again() {
        let root = tempfile::tempdir().unwrap();
        assert!(load(root.path()).is_empty());
        let day = jiff::civil::date(2026, 11, 22);
        let known = read("404 https://a.example/x\n200 https://b.example/\nnoise\n000 https://c.example/\n", day);
        keep(root.path(), &known).unwrap();
        assert_eq!(load(root.path()), known);
        let broken: Vec<&str> = known.iter().filter(|(_, c)| c.is_broken()).map(|(url, _)| url.as_str()).collect();
        assert_eq!(broken, ["https://a.example/x", "https://c.example/"]);
    }
}

//! `tellal diff` (fark): what a citizen would see change between two built sites: pages, numbers, files. Made to be read
//! before a merge request is accepted, and so fit for a comment under it. Not a comparison of bytes.

mod figure;
mod page;
mod report;
mod tree;

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::session::{Exit, Session};
use crate::publish::{TREES, Trouble};
use crate::view::CARDS;
use tree::Tree;

/// Arguments of `diff`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The site as it was: `dist`, or one tree of it.
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The site as it is.
    #[arg(value_name = "NEW")]
    new: PathBuf,
    /// Whose tree, where a folder holds several.
    #[arg(long, value_name = "AUDIENCE", default_value = "public", value_parser = clap::builder::PossibleValuesParser::new(TREES))]
    audience: String,
    /// How the summary is written.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: SummaryFormat,
}

/// The values of `--format`.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum SummaryFormat {
    Text,
    Markdown,
    Json,
}

/// What changed (fark).
#[derive(Debug, Default)]
struct Diff {
    /// Addresses that are new, with the pages' titles.
    added: Vec<(String, String)>,
    /// Pages whose own text changed.
    changed: Vec<(String, String)>,
    /// Addresses where there is nothing any more.
    gone: Vec<(String, String)>,
    /// How many pages changed only around their text: menus, styles.
    reframed: usize,
    /// Figures whose numbers moved.
    figures: Vec<figure::Moved>,
    /// Files for readers, which stand beside no figure: new, changed, gone.
    files: [Vec<String>; 3],
}

/// Compares and prints. Always good: a change is no mistake.
pub(super) fn run(args: &Args, session: &Session) -> anyhow::Result<Exit> {
    let (old, new) = (folder(&args.old, &args.audience)?, folder(&args.new, &args.audience)?);
    let diff = compare(&Tree::open(&old)?, &Tree::open(&new)?)?;
    session.print(&match args.format {
        SummaryFormat::Text => report::text(&diff, &session.words),
        SummaryFormat::Markdown => report::markdown(&diff, &session.words),
        SummaryFormat::Json => report::json(&diff),
    })?;
    Ok(Exit::Good)
}

/// The tree of `audience` in `folder`, or `folder` itself where it is a tree.
fn folder(folder: &Path, audience: &str) -> Result<PathBuf, Trouble> {
    let inside = folder.join(audience);
    match (folder.is_dir(), inside.is_dir() && TREES.iter().any(|name| folder.join(name).is_dir())) {
        (false, _) => Err(Trouble::refused("cli-diff-no-tree", folder)),
        (true, true) => Ok(inside),
        (true, false) => Ok(folder.to_owned()),
    }
}

fn compare(old: &Tree, new: &Tree) -> Result<Diff, Trouble> {
    let mut diff = Diff::default();
    for (path, sum) in &new.sums {
        match old.sums.get(path) {
            Some(before) if before == sum => {}
            Some(_) => changed(&mut diff, path, &old.read(path)?, &new.read(path)?),
            None => appeared(&mut diff, path, &new.read(path)?),
        }
    }
    for path in old.sums.keys().filter(|path| !new.sums.contains_key(*path)) {
        match page::address(path) {
            Some(address) => diff.gone.push((address, page::title(&old.read(path)?))),
            None if is_for_readers(path) && !old.is_of_figure(path) => diff.files[2].push(path.clone()),
            None => diff.figures.extend(figure::gone(path, &old.read(path)?)),
        }
    }
    for file in 0..2 {
        diff.files[file].retain(|path| !new.is_of_figure(path));
    }
    Ok(diff)
}

fn appeared(diff: &mut Diff, path: &str, bytes: &[u8]) {
    match page::address(path) {
        Some(address) => diff.added.push((address, page::title(bytes))),
        None if is_for_readers(path) => diff.files[0].push(path.to_owned()),
        None => diff.figures.extend(figure::appeared(path, bytes)),
    }
}

fn changed(diff: &mut Diff, path: &str, before: &[u8], after: &[u8]) {
    match page::address(path) {
        Some(_) if page::text(before) == page::text(after) => diff.reframed += 1,
        Some(address) => diff.changed.push((address, page::title(after))),
        None if is_for_readers(path) => diff.files[1].push(path.to_owned()),
        None => diff.figures.extend(figure::moved(path, before, after)),
    }
}

/// Files that people open; the others are for machines and follow from the pages, as the pictures that announce them do.
fn is_for_readers(path: &str) -> bool {
    if path.starts_with(CARDS) {
        return false;
    }
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    matches!(ending, "pdf" | "xlsx" | "ods" | "odt" | "docx" | "csv" | "zip" | "ics" | "png" | "jpg" | "jpeg" | "webp" | "gif")
}

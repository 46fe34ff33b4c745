//! `tellal regulation` (mevzuat): reads any regulation text, inside a repository or not, and shows what was understood.

mod record;

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use jiff::civil::Date;
use serde_json::{Value, json};

use super::session::{Exit, Session, colour_on_stderr};
use crate::diag::{Diagnostics, Format, report};
use crate::model::regulation as regulations;
use crate::parse::encoding::Encoding;
use crate::parse::regulation::{self, Node, RegulationText};
use crate::publish::Trouble;
use crate::render::regulation as render;
use crate::source::{Disk, World};
use crate::view::regulation as view;

/// Arguments of `regulation`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The text.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// What to make of it.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    to: Form,
    /// The day whose text is wanted, with all amendments in force then; for a record of a repository.
    #[arg(long, value_name = "DATE")]
    at: Option<Date>,
}

/// The values of `--to`.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    /// The tree with all that was found, as one JSON object.
    Json,
    /// Akoma Ntoso 3.0.
    Akn,
    /// Markdown with an anchor before every clause.
    Md,
    /// The tree in the canonical layout.
    Text,
    /// The names of its clauses in links, one a line.
    Anchors,
}

/// Prints the tree; complaints go to standard error, and into the object with `--to json`.
pub(super) fn run(args: &Args, session: &Session) -> anyhow::Result<Exit> {
    let is_record = args.file.extension().is_some_and(|e| e == "yaml");
    if let Some((root, name)) = record::place(&args.file).filter(|_| is_record || args.at.is_some()) {
        return of_record(args, session, record::read(&root, &name, args.at));
    }
    let folder = args.file.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = args.file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let world = Disk::new(folder);
    let bytes = world.read(&name).map_err(|error| Trouble::outside("publish-cannot-read", &args.file, &error))?;

    let mut diagnostics = Diagnostics::new();
    let source = Encoding::text(&bytes);
    let file = name.as_str().into();
    let text = regulation::parse(&mut diagnostics, &file, &source);
    let references = regulation::references(&text);
    regulation::check_references(&mut diagnostics, &file, &references);
    diagnostics.sort();
    match args.to {
        Form::Anchors => {
            session.print(&anchors(&text))?;
            session.complain(&session.diagnostics(&diagnostics, &world, colour_on_stderr()));
        }
        Form::Text => {
            session.print(&regulation::canonical(&text))?;
            session.complain(&session.diagnostics(&diagnostics, &world, colour_on_stderr()));
        }
        Form::Akn | Form::Md => {
            // Laws cited by number are known where the command is given: in the folder of a repository.
            let laws = regulations::laws(&mut Diagnostics::new(), &Disk::new(Path::new(".")));
            let known = regulations::Regulations { laws, ..Default::default() };
            let regulation = regulations::bare(file, text, references);
            session.print(&formatted(args.to, &regulation, &known))?;
            session.complain(&session.diagnostics(&diagnostics, &world, colour_on_stderr()));
        }
        Form::Json => {
            let mut object = object(&text, &references, &args.file);
            object["diagnostics"] = complaints(&diagnostics, session);
            session.print(&format!("{object:#}\n"))?;
        }
    }
    Ok(if diagnostics.has_errors() { Exit::Errors } else { Exit::Good })
}

/// The text of a record in the wanted form. What the record's repository is complained about goes to standard error.
fn of_record(args: &Args, session: &Session, found: record::Found) -> anyhow::Result<Exit> {
    if let Some(text) = &found.text {
        session.print(&match args.to {
            Form::Anchors => anchors(text),
            Form::Json => {
                let mut object = object(text, &regulation::references(text), &args.file);
                object["diagnostics"] = complaints(&found.diagnostics, session);
                format!("{object:#}\n")
            }
            Form::Text => regulation::canonical(text),
            Form::Akn | Form::Md => {
                found.regulation.as_ref().map_or(String::new(), |regulation| formatted(args.to, regulation, &found.all))
            }
        })?;
    }
    session.complain(&session.diagnostics(&found.diagnostics, &found.world, colour_on_stderr()));
    Ok(if found.diagnostics.has_errors() { Exit::Errors } else { Exit::Good })
}

/// A regulation in a format that is written from its finished document.
fn formatted(form: Form, regulation: &regulations::Regulation, all: &regulations::Regulations) -> String {
    let document = view::document(regulation, all, &view::Frame::default());
    match form {
        Form::Md => render::markdown(&document),
        _ => String::from_utf8_lossy(&render::akn(&document)).into_owned(),
    }
}

/// The names of the clauses, one a line: what `<ad>.adresler` holds.
fn anchors(text: &RegulationText) -> String {
    crate::model::regulation::anchors(text).iter().map(|id| format!("{id}\n")).collect()
}

fn complaints(diagnostics: &Diagnostics, session: &Session) -> Value {
    let lines = report(diagnostics, &session.words, Format::Json, &|_, _| None);
    Value::Array(lines.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()).collect())
}

/// `{"title", "source", "alphabet", "nodes", "events", "references"}`.
fn object(text: &RegulationText, references: &[regulation::Reference], file: &Path) -> Value {
    let events = regulation::events(text);
    json!({
        "title": text.title,
        "source": file.display().to_string(),
        "alphabet": text.alphabet.map(regulation::Alphabet::as_str),
        "nodes": text.nodes.iter().map(node).collect::<Vec<_>>(),
        "events": events.iter().map(|e| json!({
            "kind": e.kind.as_str(), "date": e.date.map(|d| d.to_string()), "number": e.number, "body": e.body, "line": e.line,
        })).collect::<Vec<_>>(),
        "references": references.iter().map(|r| json!({
            "from": r.from, "text": r.text, "target": r.target.to_string(), "line": r.line,
        })).collect::<Vec<_>>(),
    })
}

fn node(node: &Node) -> Value {
    json!({
        "id": node.id, "kind": node.kind.as_str(), "label": node.label, "heading": node.heading, "text": node.text, "line": node.line,
        "children": node.children.iter().map(self::node).collect::<Vec<_>>(),
    })
}

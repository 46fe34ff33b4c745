//! `tellal schema` (sema): JSON Schemas of the files that editors write, from the code that reads them, with words in the
//! language of the run. Editors of text complete and check by them.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::session::{Exit, Session};
use crate::diag::Words;
use crate::model::schema::{self as files, File, described};
use crate::publish::Trouble;

/// Arguments of `schema`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Which one; the list of all without it.
    #[arg(value_name = "FILE_KIND")]
    name: Option<String>,
    /// Writes all of them there, and how editors find them.
    #[arg(long, value_name = "DIR", conflicts_with = "name")]
    out: Option<PathBuf>,
}

/// Where a repository keeps them, and where Visual Studio Code looks for its settings.
pub(super) const FOLDER: &str = ".vscode/schemas";

/// Prints one, lists them, or writes all.
pub(super) fn run(args: &Args, session: &Session) -> anyhow::Result<Exit> {
    if let Some(folder) = &args.out {
        for (name, text) in all(&session.words) {
            let to = folder.join(name);
            fs::create_dir_all(folder)
                .and_then(|()| fs::write(&to, text))
                .map_err(|e| Trouble::outside("publish-cannot-write", &to, &e))?;
        }
        session.print(&session.line("cli-schema-written", &[("path", &folder.display().to_string())]))?;
        return Ok(Exit::Good);
    }
    let files = files::all();
    let Some(name) = &args.name else {
        let width = files.iter().map(|file| file.name.len()).max().unwrap_or(0);
        let rows = files.iter().map(|file| format!("{:width$}  {}\n", file.name, file.paths.join(", ")));
        session.print(&rows.collect::<String>())?;
        return Ok(Exit::Good);
    };
    let Some(file) = files.into_iter().find(|file| file.name == *name) else {
        return Err(Trouble::refused("cli-unknown-schema", Path::new(name)).into());
    };
    session.print(&format!("{:#}\n", described(file.name, file.schema, &session.words)))?;
    Ok(Exit::Good)
}

/// All schemas, as files by name.
pub(super) fn all(words: &Words) -> Vec<(String, String)> {
    let text = |file: File| format!("{:#}\n", described(file.name, file.schema, words));
    files::all().into_iter().map(|file| (file_name(file.name), text(file))).collect()
}

/// Settings for Visual Studio Code and whatever else reads them: which schema counts for which file.
pub(super) fn editor_settings() -> String {
    // Front matter stands inside Markdown, where such editors do not look for YAML.
    let yaml = files::all().into_iter().filter(|file| file.paths.iter().any(|path| path.ends_with(".yaml")));
    let schemas: serde_json::Map<String, Value> =
        yaml.map(|file| (format!("{FOLDER}/{}", file_name(file.name)), json!(file.paths))).collect();
    format!("{:#}\n", json!({"yaml.schemas": schemas, "files.eol": "\n", "files.insertFinalNewline": true}))
}

fn file_name(name: &str) -> String {
    format!("{name}.schema.json")
}

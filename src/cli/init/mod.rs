//! `tellal init` (kur): a new municipality's repository that builds at once. Its files are part of the program and
//! hold nothing about any real municipality.

use std::fs;
use std::path::{Path, PathBuf};

use super::schema;
use super::session::{Exit, Session};
use crate::publish::Trouble;

macro_rules! files {
    ($($path:literal from $source:literal),* $(,)?) => { &[$(($path, include_bytes!($source))),*] };
}

/// The files of a new repository: the theme as this program knows it, and the first pages.
const FILES: &[(&str, &[u8])] = files! {
    ".github/workflows/site.yml" from "ci/github.yml",
    ".gitignore" from "gitignore",
    ".gitlab-ci.yml" from "ci/gitlab.yml",
    "README.md" from "README.md",
    "site.yaml" from "site.yaml",
    "content/internal/index.md" from "content/internal/index.md",
    "content/public/duyurular/ilk-duyuru.md" from "content/public/duyurular/ilk-duyuru.md",
    "content/public/duyurular/index.md" from "content/public/duyurular/index.md",
    "content/public/hizmetler/index.md" from "content/public/hizmetler/index.md",
    "content/public/iletisim.md" from "content/public/iletisim.md",
    "content/public/index.md" from "content/public/index.md",
    "data/birimler/birimler.yaml" from "data/birimler/birimler.yaml",
    "themes/varsayilan/assets/ana.css" from "../../../themes/varsayilan/assets/ana.css",
    "themes/varsayilan/assets/ara.js" from "../../../themes/varsayilan/assets/ara.js",
    "themes/varsayilan/assets/baski.css" from "../../../themes/varsayilan/assets/baski.css",
    "themes/varsayilan/assets/liste.css" from "../../../themes/varsayilan/assets/liste.css",
    "themes/varsayilan/assets/metin.css" from "../../../themes/varsayilan/assets/metin.css",
    "themes/varsayilan/assets/sekil.css" from "../../../themes/varsayilan/assets/sekil.css",
    "themes/varsayilan/assets/simge.svg" from "../../../themes/varsayilan/assets/simge.svg",
    "themes/varsayilan/assets/stil.css" from "../../../themes/varsayilan/assets/stil.css",
    "themes/varsayilan/assets/yazi.css" from "../../../themes/varsayilan/assets/yazi.css",
    "themes/varsayilan/renkler.yaml" from "../../../themes/varsayilan/renkler.yaml",
    "themes/varsayilan/simgeler.svg" from "../../../themes/varsayilan/simgeler.svg",
    "themes/varsayilan/en.ftl" from "../../../themes/varsayilan/en.ftl",
    "themes/varsayilan/templates/base.html" from "../../../themes/varsayilan/templates/base.html",
    "themes/varsayilan/templates/error.html" from "../../../themes/varsayilan/templates/error.html",
    "themes/varsayilan/templates/etkinlik.html" from "../../../themes/varsayilan/templates/etkinlik.html",
    "themes/varsayilan/templates/frame.html" from "../../../themes/varsayilan/templates/frame.html",
    "themes/varsayilan/templates/home.html" from "../../../themes/varsayilan/templates/home.html",
    "themes/varsayilan/templates/list.html" from "../../../themes/varsayilan/templates/list.html",
    "themes/varsayilan/templates/manzara.html" from "../../../themes/varsayilan/templates/manzara.html",
    "themes/varsayilan/templates/page.html" from "../../../themes/varsayilan/templates/page.html",
    "themes/varsayilan/templates/parts.html" from "../../../themes/varsayilan/templates/parts.html",
    "themes/varsayilan/templates/redirect.html" from "../../../themes/varsayilan/templates/redirect.html",
    "themes/varsayilan/templates/search.html" from "../../../themes/varsayilan/templates/search.html",
    "themes/varsayilan/templates/section.html" from "../../../themes/varsayilan/templates/section.html",
    "themes/varsayilan/templates/terms.html" from "../../../themes/varsayilan/templates/terms.html",
    "themes/varsayilan/tr.ftl" from "../../../themes/varsayilan/tr.ftl",
};

/// What stands for the municipality's name in the files.
const NAME: &str = "Örnek Belediyesi";

/// Arguments of `init`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The new folder.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// The municipality's name.
    #[arg(long, value_name = "NAME", default_value = NAME)]
    name: String,
}

/// Writes the repository and says what to do next.
pub(super) fn run(args: &Args, session: &Session) -> anyhow::Result<Exit> {
    let folder = &args.folder;
    if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) || folder.is_file() {
        return Err(Trouble::refused("cli-init-not-empty", folder).into());
    }
    for (path, bytes) in FILES {
        write(folder, path, &named(bytes, &args.name))?;
    }
    let schemas = schema::all(&session.words).into_iter().map(|(name, text)| (format!("{}/{name}", schema::FOLDER), text));
    for (path, text) in schemas.chain([(".vscode/settings.json".to_owned(), schema::editor_settings())]) {
        write(folder, &path, text.as_bytes())?;
    }
    let shown = folder.display().to_string();
    session.print(&session.line("cli-init-done", &[("path", &shown)]))?;
    session.print(&session.line("cli-init-next", &[("command", &format!("tellal serve --root {shown}"))]))?;
    Ok(Exit::Good)
}

fn write(folder: &Path, path: &str, bytes: &[u8]) -> Result<(), Trouble> {
    let to = folder.join(path);
    let parent = to.parent().expect("every file lies in a folder");
    fs::create_dir_all(parent).and_then(|()| fs::write(&to, bytes)).map_err(|e| Trouble::outside("publish-cannot-write", &to, &e))
}

/// The file with the municipality's name in it. Names go into YAML strings and Markdown text, so what would end
/// either is left out.
fn named(bytes: &[u8], name: &str) -> Vec<u8> {
    let plain: String = name.chars().filter(|c| !c.is_control() && !matches!(c, '"' | '\\' | '<' | '>')).collect();
    match std::str::from_utf8(bytes) {
        Ok(text) if name != NAME => text.replace(NAME, &plain).into_bytes(),
        _ => bytes.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Diagnostics;
    use crate::pipeline::{Memo, Options, build};
    use crate::source::{Disk, World};

    #[test]
    fn the_list_names_every_file_of_the_default_theme() {
        let here = Disk::new(env!("CARGO_MANIFEST_DIR"));
        let mut diag = Diagnostics::new();
        let listed: Vec<&str> = FILES.iter().map(|(path, _)| *path).collect();
        for entry in here.list(&mut diag, "themes/varsayilan") {
            assert!(listed.contains(&&*entry.path), "{} is not in the list of `init`", entry.path);
        }
        for entry in here.list(&mut diag, "src/cli/init/content") {
            assert!(listed.contains(&&entry.path["src/cli/init/".len()..]), "{} is not in the list of `init`", entry.path);
        }
    }

    #[test]
    fn a_new_municipality_builds_without_a_complaint() {
        let root = tempfile::tempdir().unwrap();
        for (path, bytes) in FILES {
            let to = root.path().join(path);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::write(to, named(bytes, "Ova \"Kent\" Belediyesi")).unwrap();
        }
        let outcome = build(&Disk::new(root.path()), &Memo::default(), &Options::default());
        let complaints: Vec<String> = outcome.diagnostics.iter().map(|d| format!("{d:?}")).collect();
        assert!(complaints.is_empty(), "{complaints:#?}");
        assert!(outcome.sites.is_some());
    }

    /// Every text in a YAML value.
    fn texts(value: &serde_json::Value, out: &mut Vec<String>) {
        match value {
            serde_json::Value::String(text) => out.push(text.clone()),
            serde_json::Value::Array(items) => items.iter().for_each(|item| texts(item, out)),
            serde_json::Value::Object(map) => map.values().for_each(|item| texts(item, out)),
            _ => {}
        }
    }

    #[test]
    fn the_recipes_are_yaml_and_their_commands_exist() {
        let words = crate::diag::Words::new(crate::diag::Lang::Tr);
        for recipe in [".github/workflows/site.yml", ".gitlab-ci.yml"] {
            let (_, bytes) = FILES.iter().find(|(path, _)| *path == recipe).unwrap();
            let recipe: serde_json::Value = serde_yaml::from_str(std::str::from_utf8(bytes).unwrap()).unwrap();
            let mut scripts = Vec::new();
            texts(&recipe, &mut scripts);
            let lines = scripts.iter().flat_map(|script| script.lines()).flat_map(|line| line.split("||"));
            let commands: Vec<&str> =
                lines.map(|c| c.trim().trim_start_matches('(')).filter(|c| c.starts_with("tellal ")).collect();
            assert!(commands.len() >= 5, "{commands:?}");
            assert!(commands.iter().any(|command| command.starts_with("tellal alert ")), "an alert goes out when a build fails");
            for command in commands {
                let only = command.split(['>', ';', '|']).next().unwrap();
                let arguments = only.split_whitespace().map(|word| word.trim_matches('"'));
                let parsed = crate::cli::help::command(&words).try_get_matches_from(arguments);
                assert!(parsed.is_ok(), "{command}: {}", parsed.err().unwrap());
            }
        }
    }
}

//! The templates of a theme as text: found, compiled together, and complained about at their place in their file.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{ErrorKind, Tera};

use super::{TEMPLATES, cause};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::parse::theme::{DEFAULT, ThemeFile, ThemeFiles};

/// The texts of the templates by the names that Tera knows them by: the path below `templates/`.
pub(super) struct Sources {
    folder: String,
    texts: BTreeMap<String, (Arc<str>, String)>,
}

impl Sources {
    /// The templates of `theme`, and those of the default theme that they extend.
    pub(super) fn of(diag: &mut Diagnostics, theme: &ThemeFiles) -> Sources {
        let mut sources = Sources { folder: format!("{}/templates/", theme.folder), texts: BTreeMap::new() };
        for (inside, file) in &theme.files {
            let Some(name) = inside.strip_prefix("templates/").filter(|name| name.ends_with(".html")) else { continue };
            sources.take(diag, name.to_owned(), file);
        }
        // Only what is extended: two templates that define one component would be one too many.
        for (inside, file) in &theme.replaced {
            let Some(name) = inside.strip_prefix("templates/") else { continue };
            let name = format!("{DEFAULT}/{name}");
            if sources.texts.values().any(|(_, text)| text.contains(&format!("\"{name}\""))) {
                sources.take(diag, name, file);
            }
        }
        // A theme without any file has been complained about as a whole.
        for name in TEMPLATES.into_iter().filter(|_| !theme.files.is_empty()) {
            let file = format!("{name}.html");
            if !sources.texts.contains_key(&file) {
                diag.push(Diagnostic::new(Code::MISSING_TEMPLATE, Place::file(sources.path(&file))).with("template", name));
            }
        }
        sources
    }

    /// The path and the text of each.
    pub(super) fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.values().map(|(path, text)| (&**path, text.as_str()))
    }

    fn take(&mut self, diag: &mut Diagnostics, name: String, file: &ThemeFile) {
        match std::str::from_utf8(&file.bytes) {
            Ok(text) => drop(self.texts.insert(name, (Arc::clone(&file.path), text.to_owned()))),
            Err(_) => diag.push(Diagnostic::new(Code::NOT_UTF8, Place::file(Arc::clone(&file.path)))),
        }
    }

    /// The file of a template from the root of the repository; for one that is not there, where it would be.
    fn path(&self, name: &str) -> String {
        self.texts.get(name).map_or_else(|| format!("{}{name}", self.folder), |(path, _)| path.to_string())
    }
}

/// Compiles all templates together. Tera stops at the first that cannot be parsed; taking that one out and trying again
/// finds the others, so that an author sees all slips at once. True when there is none.
pub(super) fn compile(diag: &mut Diagnostics, tera: &mut Tera, sources: &Sources) -> bool {
    let mut texts: Vec<(&str, &str)> = sources.texts.iter().map(|(name, (_, text))| (name.as_str(), text.as_str())).collect();
    let mut slips = 0;
    while let Err(error) = tera.add_raw_templates(texts.iter().copied()) {
        match error.kind() {
            ErrorKind::SyntaxError(report) => {
                slips += 1;
                diag.push(complaint(Code::BAD_TEMPLATE, sources, report.filename(), &error));
                texts.retain(|(name, _)| *name != report.filename());
            }
            // What is left may only lack a template that was taken out.
            _ if slips > 0 => return false,
            _ => {
                diag.extend(complaints(sources, &error));
                return false;
            }
        }
    }
    slips == 0
}

/// One complaint about a template, at the place the error names, or at `template` where it names none.
pub(super) fn complaint(code: Code, sources: &Sources, template: &str, error: &tera::Error) -> Diagnostic {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let span = report.span();
            let place = Place::at(sources.path(report.filename()), span.start_line as u32, span.start_col as u32 + 1);
            cause::said(Diagnostic::new(code, place), report.message())
        }
        ErrorKind::MissingParent { current, .. } => {
            Diagnostic::new(code, Place::file(sources.path(current))).with("cause", error.to_string())
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            Diagnostic::new(code, Place::file(sources.path(tpl))).with("cause", error.to_string())
        }
        _ => cause::said(Diagnostic::new(code, Place::file(sources.path(template))), &error.to_string()),
    }
}

/// The complaints in an error about how templates fit together: Tera gives these only as text, a report a paragraph,
/// each with a line `--> file:line:column`.
fn complaints(sources: &Sources, error: &tera::Error) -> Vec<Diagnostic> {
    let ErrorKind::Msg(reports) = error.kind() else { return vec![complaint(Code::BAD_TEMPLATE, sources, "", error)] };
    reports.split("\n\n").map(|report| placed(sources, report)).collect()
}

fn placed(sources: &Sources, report: &str) -> Diagnostic {
    let mut lines = report.lines();
    let cause = lines.next().unwrap_or_default().trim_start_matches("error: ");
    let place = lines.find_map(|line| {
        let (file, position) = line.trim_start().strip_prefix("--> ")?.split_once(':')?;
        let (line, column) = position.split_once(':')?;
        Some(Place::at(sources.path(file), line.parse().ok()?, column.parse().ok()?))
    });
    let place = place.unwrap_or_else(|| Place::file(sources.folder.trim_end_matches('/').to_owned()));
    cause::said(Diagnostic::new(Code::BAD_TEMPLATE, place), cause)
}

//! A regulation by its record: the text of a day, with what amends it worked in. Not one file alone: that is read as text.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::registry;
use crate::model::regulation::{self, FOLDER, Regulation, Regulations};
use crate::parse::regulation::{RegulationText, references};
use crate::source::{Disk, World};

/// The text that a record gives on a day, and what there was to complain about.
pub(super) struct Found {
    pub world: Disk,
    pub diagnostics: Diagnostics,
    /// `None` where the repository holds no such regulation, or none was in force on that day.
    pub text: Option<RegulationText>,
    /// The record with that text, as the formats want it.
    pub regulation: Option<Regulation>,
    /// All regulations beside it.
    pub all: Regulations,
}

/// The repository that `file` is a record of, and the record's name: `data/mevzuat/ad.yaml` at any depth of folders.
pub(super) fn place(file: &Path) -> Option<(PathBuf, String)> {
    let written = file.to_string_lossy().replace('\\', "/");
    let at = written.rfind(&format!("{FOLDER}/"))?;
    let name = written[at + FOLDER.len() + 1..].rsplit_once('.').map(|(name, _)| name.to_owned())?;
    let root = if at == 0 { PathBuf::from(".") } else { PathBuf::from(&written[..at]) };
    Some((root, name))
}

/// Reads the repository's regulations and takes one of them. `day` is today where it is not given.
pub(super) fn read(root: &Path, name: &str, day: Option<Date>) -> Found {
    let world = Disk::new(root);
    let mut diagnostics = Diagnostics::new();
    let registries = registry::load(&mut diagnostics, &world);
    let regulations = regulation::load(&mut diagnostics, &world, &registries);
    let place = || Place::file(format!("{FOLDER}/{name}.yaml"));
    let text = match regulations.by_name.get(name) {
        None if diagnostics.has_errors() => None,
        None => {
            diagnostics.push(Diagnostic::new(Code::UNKNOWN_REGULATION, place()).with("name", name.to_owned()));
            None
        }
        Some(regulation) => {
            let expression = match day {
                None => Some(regulation.current(world.today())),
                Some(day) => regulation.on(day).filter(|e| e.until.is_none_or(|until| day < until)),
            };
            if expression.is_none() {
                let day = day.map(|d| d.to_string()).unwrap_or_default();
                diagnostics.push(Diagnostic::new(Code::REGULATION_NOT_THEN, place()).with("date", day));
            }
            expression.map(|e| e.text.clone())
        }
    };
    diagnostics.sort();
    let regulation = text.clone().and_then(|text| {
        let references = references(&text);
        Some(Regulation { text, references, ..regulations.by_name.get(name)?.clone() })
    });
    Found { world, diagnostics, text, regulation, all: regulations }
}

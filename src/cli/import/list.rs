//! The list of refused rows and of conflicts, as a Turkish Excel opens it: UTF-8 with a mark, `;`. Values of citizens' columns
//! are in none of them.

use std::fmt::Write;

use crate::diag::Words;
use crate::model::import::{ConflictKind, Import};

/// The list, and how many rows were refused.
pub(super) fn of(words: &Words, import: &Import) -> (String, u64) {
    let mut out = format!("\u{feff}{}\r\n", words.say("import-list-header", &[]));
    let mut row = |cells: [&str; 6]| {
        let cells = cells.map(quoted);
        let _ = write!(out, "{}\r\n", cells.join(";"));
    };
    for refused in &import.refused {
        let why = words.say(&format!("import-why-{}", refused.fault.why()), &[]);
        let key = refused.key.as_deref().unwrap_or_default();
        row([&refused.file, &refused.line.to_string(), key, &refused.field, &why, &refused.value]);
    }
    for report in &import.reports {
        for (dataset, conflict) in &report.conflicts {
            let why = match conflict.kind {
                ConflictKind::Kept => words.say("import-why-kept", &[]),
                ConflictKind::DayGone => words.say("import-why-day-gone", &[]),
            };
            row([&report.file, "", &conflict.key, dataset, &why, ""]);
        }
    }
    (out, import.reports.iter().map(|report| report.refused).sum())
}

/// A cell that a spreadsheet neither splits nor runs.
fn quoted(cell: &str) -> String {
    let runs = cell.starts_with(['=', '+', '-', '@', '\t']);
    let safe = if runs { format!("'{cell}") } else { cell.to_owned() };
    if safe.contains([';', '"', '\n', '\r']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}

//! YAML → typed values. The only door to `serde_yaml`; its errors become complaints with a line and a column.

use std::sync::Arc;

use serde::de::DeserializeOwned;
/// A value with its line and column.
pub use serde_yaml::Spanned;

use crate::diag::{Code, Diagnostic, Diagnostics, Place};

/// Reads `text`, which starts at line `first_line` of `file`. `None` when it cannot be read; why has been said.
///
/// Nothing is guessed: `no`, `06` and `1_000` stay the text they are unless the type asks for a number or a truth value.
/// Budgets bound what an alias bomb can cost; registries of more than 50,000 entries belong into CSV.
pub fn read<T: DeserializeOwned>(diag: &mut Diagnostics, file: &Arc<str>, text: &str, first_line: u32) -> Option<T> {
    let options = serde_yaml::options! {
        budget: serde_yaml::budget! { max_nodes: 2_000_000, max_events: 4_000_000, max_total_scalar_bytes: 64_000_000 },
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        with_snippet: false,
    };
    match serde_yaml::from_str_with_options(text, options) {
        Ok(value) => Some(value),
        Err(error) => {
            diag.push(complaint(file, text, &error, first_line));
            None
        }
    }
}

/// The reader's words are English and about its own types; what they come down to has codes of its own.
fn complaint(file: &Arc<str>, text: &str, error: &serde_yaml::Error, first_line: u32) -> Diagnostic {
    let (line, column) = error.location().map_or((0, 0), |at| (at.line() as u32, at.column() as u32));
    let place = if line > 0 {
        Place::at(Arc::clone(file), first_line + line - 1, column)
    } else {
        Place::at(Arc::clone(file), first_line, 0)
    };
    let message = error.to_string();
    let message = message.lines().next().unwrap_or_default();
    let cause = message.rsplit_once(" at line ").map_or(message, |(cause, _)| cause);
    if let Some((key, known)) = cause.strip_prefix("unknown field `").and_then(|rest| rest.split_once('`')) {
        let known = known.trim_start_matches(", expected one of ").trim_start_matches(", expected ");
        let known: Vec<&str> = known.split(", ").map(|name| name.trim_matches('`')).collect();
        return super::unknown_key(place.field(key), key, &known);
    }
    if let Some(key) = cause.strip_prefix("missing field `").and_then(|rest| rest.strip_suffix('`')) {
        // The reader names the beginning of the map that lacks it; of the whole file that is the first line.
        let place = if column > 1 { place } else { Place::at(Arc::clone(file), first_line, 1) };
        return Diagnostic::new(Code::MISSING_KEY, place).with("key", key.to_owned());
    }
    if cause.contains("quoted scalar") {
        return unreadable(place, cause);
    }
    if let Some(rest) = cause.strip_prefix("duplicate mapping key: ") {
        let key = rest.split(',').next().unwrap_or(rest);
        return Diagnostic::new(Code::REPEATED_KEY, place.field(key)).with("key", key.to_owned());
    }
    if cause.contains("mapping start") && is_without_space(text, line) {
        return unreadable(place, "no space");
    }
    if cause.contains("tab") {
        // The reader may be one line behind, at the value that it takes to go on.
        let behind = line.saturating_sub(1) as usize;
        let at = text.lines().skip(behind).position(|line| line.trim_start_matches(' ').starts_with('\t'));
        let line = first_line + (behind + at.unwrap_or_default()) as u32;
        return unreadable(at.map_or(place, |_| Place::at(Arc::clone(file), line, 1)), cause);
    }
    match (expected(cause), line_of(text, line).filter(|(_, value)| !value.is_empty())) {
        (Some(expected), Some((key, value))) => {
            let complaint = Diagnostic::new(Code::BAD_VALUE, place.field(key)).with("key", key.to_owned());
            complaint.with("value", value.to_owned()).with("expected", expected)
        }
        _ => unreadable(place, cause),
    }
}

/// The complaint about what is no YAML, or not of the form that is asked for: in our words where we know the reader's.
fn unreadable(place: Place, cause: &str) -> Diagnostic {
    let known = CAUSES.iter().find(|(words, _)| cause.contains(words)).map(|(_, id)| *id);
    let complaint = Diagnostic::new(Code::BAD_YAML, place).with("cause", known.unwrap_or(cause).to_owned());
    match known {
        Some("cause-yaml-colon") => complaint.hint("colon"),
        Some("cause-yaml-tab") => complaint.hint("tab"),
        Some("cause-yaml-quote" | "cause-yaml-bracket") => complaint.hint("close"),
        Some("cause-yaml-mark") => complaint.hint("mark"),
        Some("cause-yaml-space") => complaint.hint("space"),
        Some("cause-yaml-empty") => complaint.hint("empty"),
        Some("cause-yaml-escape") => complaint.hint("escape"),
        _ => complaint,
    }
}

/// The reader's words, or some of them, and the message that says the same in the catalogues; the first that fits counts.
const CAUSES: &[(&str, &str)] = &[
    ("no space", "cause-yaml-space"),
    ("null", "cause-yaml-empty"),
    ("quoted scalar", "cause-yaml-escape"),
    ("mapping values are not allowed", "cause-yaml-colon"),
    ("illegal placement of ':'", "cause-yaml-colon"),
    ("':' must be followed", "cause-yaml-colon"),
    ("simple key", "cause-yaml-key"),
    ("tab", "cause-yaml-tab"),
    ("unclosed quote", "cause-yaml-quote"),
    ("unexpected document indicator", "cause-yaml-quote"),
    ("invalid trailing content after", "cause-yaml-after-quote"),
    ("escape", "cause-yaml-escape"),
    ("unclosed bracket", "cause-yaml-bracket"),
    ("EOF while parsing a flow", "cause-yaml-bracket"),
    ("bracket", "cause-yaml-brackets"),
    ("expected ',' or", "cause-yaml-brackets"),
    ("anchor", "cause-yaml-mark"),
    ("alphabetic or numeric", "cause-yaml-mark"),
    ("unexpected character", "cause-yaml-mark"),
    ("did not find expected node content", "cause-yaml-mark"),
    ("plain scalar cannot start", "cause-yaml-mark"),
    ("indent", "cause-yaml-indentation"),
    ("did not find expected key", "cause-yaml-indentation"),
    ("expected '-' indicator", "cause-yaml-indentation"),
    ("block sequence entries", "cause-yaml-indentation"),
    ("inside a block", "cause-yaml-indentation"),
    ("mapping keys are not allowed", "cause-yaml-indentation"),
    ("recursive", "cause-yaml-recursive"),
    ("recursion limit", "cause-yaml-deep"),
    ("depth", "cause-yaml-deep"),
    ("alias", "cause-yaml-too-much"),
    ("budget", "cause-yaml-too-much"),
    ("limit", "cause-yaml-too-much"),
    ("unexpected end of input", "cause-yaml-end"),
    ("unexpected eof", "cause-yaml-end"),
    ("multiple YAML documents", "cause-yaml-documents"),
    ("multiple documents", "cause-yaml-documents"),
    ("expected string", "cause-yaml-text"),
    ("expected sequence", "cause-yaml-list"),
    ("expected mapping", "cause-yaml-map"),
    ("finite", "cause-yaml-number"),
];

/// What should stand in place of a value of the wrong type; `None` when the complaint is about the YAML itself.
fn expected(cause: &str) -> Option<String> {
    if let Some((_, variants)) = cause.strip_prefix("unknown variant `").and_then(|rest| rest.split_once("expected ")) {
        return Some(variants.trim_start_matches("one of ").replace('`', ""));
    }
    if let Some(own) = cause.split_once(NOT_A).map(|(_, expected)| expected) {
        return Some(own.to_owned());
    }
    let known = [
        ("string scalar", "expected-text"),
        ("sequence start", "expected-list"),
        ("mapping start", "expected-map"),
        ("boolean", "true / false"),
    ];
    let numbers = ["integer", "number", "digit", "invalid i", "invalid u", "invalid f"].iter().any(|word| cause.contains(word));
    let found = known.iter().find(|(word, _)| cause.contains(word)).map(|(_, expected)| *expected);
    found
        .or(numbers.then_some("expected-number"))
        .filter(|_| cause.contains("expected") || cause.contains("invalid"))
        .map(str::to_owned)
}

/// Stands between a value and what was expected in the messages of our own types.
pub(super) const NOT_A: &str = " ≠ ";

/// Whether a line is a key and its value with no space between: `title:Notice`, which YAML takes for one text.
fn is_without_space(text: &str, line: u32) -> bool {
    let line = text.lines().nth(line.saturating_sub(1) as usize).unwrap_or_default();
    let parts = line.trim_start_matches(['-', ' ']).split_once(':');
    parts.is_some_and(|(key, value)| {
        key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') && !value.starts_with(' ') && !value.is_empty()
    })
}

/// The key and the value written in a line of `text`, where it has this plain form.
fn line_of(text: &str, line: u32) -> Option<(&str, &str)> {
    let line = text.lines().nth(line.checked_sub(1)? as usize)?;
    let (key, value) = line.trim_start_matches(['-', ' ']).split_once(':')?;
    let plain = !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    plain.then_some((key, value.trim()))
}

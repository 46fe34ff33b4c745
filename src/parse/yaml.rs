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
            diag.push(complaint(file, &error, first_line));
            None
        }
    }
}

fn complaint(file: &Arc<str>, error: &serde_yaml::Error, first_line: u32) -> Diagnostic {
    let place = match error.location() {
        Some(at) if at.line() > 0 => Place::at(Arc::clone(file), first_line + at.line() as u32 - 1, at.column() as u32),
        _ => Place::at(Arc::clone(file), first_line, 0),
    };
    let cause = error.to_string();
    let cause = cause.lines().next().unwrap_or_default().to_owned();
    Diagnostic::new(Code::BAD_YAML, place).with("cause", cause)
}

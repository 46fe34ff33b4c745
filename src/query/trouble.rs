//! Why a statement could not be run, as a complaint at its line with the nearest name that exists.

use crate::diag::{Code, Diagnostic};
use crate::model::figure::{FigureSyntax, nearest};
use crate::table::{Sql, SqlError};

/// The complaint about `error` of the figure's statement.
pub(super) fn complaint(figure: &FigureSyntax, tables: &Sql, error: &SqlError) -> Diagnostic {
    let mut place = figure.sql_place.clone();
    if let Some((line, _)) = error.position.filter(|(line, _)| *line > 1) {
        // A statement of several lines begins below its key.
        place.line += line - 1;
        place.column = 0;
    }
    let complaint = Diagnostic::new(Code::BAD_SQL, place);
    let (kind, name) = cause(error);
    let names: Vec<&str> = match kind {
        "table" => tables.tables().map(|(name, _)| name).collect(),
        "column" => {
            let mentioned = tables.tables_mentioned(&figure.sql);
            let those = tables.tables().filter(|(name, _)| mentioned.contains(*name));
            those.flat_map(|(_, table)| table.columns().iter().map(|c| &*c.name)).collect()
        }
        _ => Vec::new(),
    };
    let complaint = complaint.with("kind", kind).with("name", name.clone());
    match nearest(&name, names.into_iter()) {
        Some(near) => complaint.with("nearest", near.to_owned()).hint("nearest"),
        None if kind == "list" => complaint.hint("list"),
        None => complaint,
    }
}

/// What is wrong, read from the engine's words: the kind of slip that [`Code::BAD_SQL`] has words for, and the name it is about;
/// what we have no words for is said in the engine's own.
pub fn cause(error: &SqlError) -> (&'static str, String) {
    let message = error.message.as_str();
    let quoted = |text: &str| -> Option<String> {
        let start = text.find(['\'', '"', '`'])?;
        let mark = text[start..].chars().next()?;
        let rest = &text[start + 1..];
        Some(rest[..rest.find(mark)?].rsplit('.').next()?.to_owned())
    };
    let first = message.lines().next().unwrap_or_default();
    if let Some(name) = quoted(first).filter(|_| first.contains("relation")) {
        return ("table", name);
    }
    if let Some(name) = quoted(first).filter(|_| first.contains("find column") || first.contains("no column")) {
        return ("column", name);
    }
    if let Some(own) = error.own {
        return (own, quoted(first).unwrap_or_default());
    }
    if let Some(name) = quoted(first).filter(|_| first.contains("unsupported function")) {
        return ("function", name);
    }
    if first.contains("conversion from") {
        // The engine goes on with the cells it could not convert: those are nobody's business who reads a log.
        let column = first.split_once("in column '").and_then(|(_, rest)| rest.split_once('\''));
        return ("conversion", column.map(|(name, _)| name.to_owned()).unwrap_or_default());
    }
    if let Some((_, found)) = first.split_once("found: ") {
        return ("syntax", found.split(" at Line").next().unwrap_or(found).to_owned());
    }
    // Lists of columns would bury the cause, and lists of cells are not for a log.
    ("other", first.split([';', '[', '{']).next().unwrap_or(first).trim_end().to_owned())
}

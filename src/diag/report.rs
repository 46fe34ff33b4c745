//! Diagnostics as people and programs read them: text with the place, JSON lines, GitHub commands, SARIF.
//! Pure: gives the text back, prints nothing.

use serde_json::{Value, json};

use super::{Diagnostic, Diagnostics, Severity, Words};

/// A way to write diagnostics down (`check --format`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people, with the line of the source where it may be shown.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
    /// GitHub workflow commands (annotations on a merge request).
    Github,
    /// SARIF 2.1.0, one document.
    Sarif,
}

/// How many of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Complaints that stop publishing.
    pub errors: usize,
    /// Complaints that do not.
    pub warnings: usize,
    /// Things worth knowing.
    pub notes: usize,
}

impl Summary {
    /// Counts `diagnostics`.
    pub fn of(diagnostics: &Diagnostics) -> Summary {
        let count = |s| diagnostics.iter().filter(|d| d.severity() == s).count();
        Summary { errors: count(Severity::Error), warnings: count(Severity::Warning), notes: count(Severity::Note) }
    }
}

/// Writes all diagnostics in `format`. `line_of(file, line)` gives a line of the source, for the text format.
pub fn report(diagnostics: &Diagnostics, words: &Words, format: Format, line_of: &dyn Fn(&str, u32) -> Option<String>) -> String {
    match format {
        Format::Text => diagnostics.iter().map(|d| text(d, words, line_of)).collect::<Vec<_>>().join("\n"),
        Format::Json => diagnostics.iter().map(|d| json_line(d, words)).collect(),
        Format::Github => diagnostics.iter().map(|d| github(d, words)).collect(),
        Format::Sarif => sarif(diagnostics, words),
    }
}

fn text(d: &Diagnostic, words: &Words, line_of: &dyn Fn(&str, u32) -> Option<String>) -> String {
    let mut out = format!("{}[{}]: {}\n  --> {}", words.severity(d.severity()), d.code.id(), words.message(d), d.place.file);
    if d.place.line > 0 {
        out.push_str(&format!(":{}", d.place.line));
        if d.place.column > 0 {
            out.push_str(&format!(":{}", d.place.column));
        }
    }
    if let Some(field) = &d.place.field {
        let word = if d.place.private_text { "report-column" } else { "report-key" };
        out.push_str(&format!(", {}", words.say(word, &[("name", field)])));
    }
    out.push('\n');
    // A row of data is never shown: it may hold a person's data (design: the cell's place, never the row).
    if !d.place.private_text
        && d.place.line > 0
        && let Some(line) = line_of(&d.place.file, d.place.line)
    {
        out.push_str(&snippet(d, &line));
    }
    if let Some(hint) = words.hint(d) {
        out.push_str(&format!("  = {}: {hint}\n", words.say("report-hint", &[])));
    }
    out
}

/// The line of the source with a mark under the place; a long line is cut around it.
fn snippet(d: &Diagnostic, line: &str) -> String {
    const WIDTH: usize = 100;
    let chars: Vec<char> = line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let at = (d.place.column.max(1) as usize - 1).min(chars.len());
    let from = if chars.len() <= WIDTH { 0 } else { at.saturating_sub(WIDTH / 2) };
    let to = (from + WIDTH).min(chars.len());
    let shown: String = chars[from..to].iter().collect();
    let number = d.place.line.to_string();
    let gutter = " ".repeat(number.len());
    let mut out = format!("{gutter} |\n{number} | {}\n", shown.trim_end());
    if d.place.column > 0 {
        let width = (d.place.width.max(1) as usize).min(to.saturating_sub(at).max(1));
        out.push_str(&format!("{gutter} | {}{}\n", " ".repeat(at - from), "^".repeat(width)));
    }
    out
}

fn positive(n: u32) -> Value {
    if n == 0 { Value::Null } else { json!(n) }
}

fn json_line(d: &Diagnostic, words: &Words) -> String {
    let line = json!({
        "code": d.code.id(), "severity": d.severity().as_str(), "file": d.place.file, "line": positive(d.place.line),
        "column": positive(d.place.column), "field": d.place.field, "message": words.message(d), "hint": words.hint(d),
    });
    format!("{line}\n")
}

/// <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>
fn github(d: &Diagnostic, words: &Words) -> String {
    let command = match d.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let data = |s: &str| s.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |s: &str| data(s).replace(':', "%3A").replace(',', "%2C");
    let mut place = format!("file={}", property(&d.place.file));
    if d.place.line > 0 {
        place.push_str(&format!(",line={}", d.place.line));
    }
    if d.place.column > 0 {
        place.push_str(&format!(",col={}", d.place.column));
    }
    let mut message = words.message(d);
    if let Some(field) = &d.place.field {
        message.push_str(&format!(" ({field})"));
    }
    if let Some(hint) = words.hint(d) {
        message.push_str(&format!("\n{hint}"));
    }
    format!("::{command} {place},title={}::{}\n", property(d.code.id()), data(&message))
}

/// SARIF 2.1.0: the smallest document that code hosts accept.
fn sarif(diagnostics: &Diagnostics, words: &Words) -> String {
    let mut rules: Vec<&str> = diagnostics.iter().map(|d| d.code.id()).collect();
    rules.sort_unstable();
    rules.dedup();
    let results: Vec<Value> = diagnostics
        .iter()
        .map(|d| {
            let mut location = json!({"artifactLocation": {"uri": uri(&d.place.file)}});
            if d.place.line > 0 {
                location["region"] = json!({"startLine": d.place.line});
                if d.place.column > 0 {
                    location["region"]["startColumn"] = json!(d.place.column);
                }
            }
            let message = match words.hint(d) {
                Some(hint) => format!("{} — {hint}", words.message(d)),
                None => words.message(d),
            };
            json!({"ruleId": d.code.id(), "level": d.severity().as_str(), "message": {"text": message},
                   "locations": [{"physicalLocation": location}]})
        })
        .collect();
    let rules: Vec<Value> = rules
        .iter()
        .map(|id| {
            let explanation = super::Code::find(id).and_then(|c| words.explanation(c)).unwrap_or_default();
            json!({"id": id, "fullDescription": {"text": explanation}})
        })
        .collect();
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
        "runs": [{"tool": {"driver": {"name": "tellal", "version": env!("CARGO_PKG_VERSION"), "rules": rules}}, "results": results}],
    });
    format!("{document:#}\n")
}

/// Percent-encodes what a URI may not hold; `/` stays.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for b in path.bytes() {
        if b.is_ascii_alphanumeric() || b"-._~/".contains(&b) {
            out.push(b as char);
        } else {
            out.push_str(&format!("%{b:02X}"));
        }
    }
    out
}

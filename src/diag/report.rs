//! Diagnostics as people and programs read them: text with the place, JSON lines, GitHub commands, SARIF.
//! Pure: gives the text back, prints nothing.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet, normalize_untrusted_str};
use serde_json::{Value, json};

use super::{Diagnostic, Diagnostics, Severity, Words};

/// A way to write diagnostics down (`check --format`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people, with the line of the source where it may be shown.
    #[default]
    Text,
    /// The same with colours, for a terminal.
    Colour,
    /// One JSON object a line.
    Json,
    /// GitHub workflow commands (annotations on a merge request).
    Github,
    /// A GitLab code quality report, one document.
    Gitlab,
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
        Format::Text => texts(diagnostics, words, line_of, &Renderer::plain()),
        Format::Colour => texts(diagnostics, words, line_of, &Renderer::styled()),
        Format::Json => diagnostics.iter().map(|d| json_line(d, words)).collect(),
        Format::Github => diagnostics.iter().map(|d| github(d, words)).collect(),
        Format::Gitlab => gitlab(diagnostics, words),
        Format::Sarif => sarif(diagnostics, words),
    }
}

/// The notes, a line each: for those who came for something else, and are told where to read on.
pub fn notes(diagnostics: &Diagnostics, words: &Words) -> String {
    let notes = diagnostics.iter().filter(|d| d.severity() == Severity::Note);
    let line = |d: &Diagnostic| {
        let at = [d.place.line, d.place.column].map(|n| if n == 0 { String::new() } else { format!(":{n}") }).concat();
        let (file, message) = (normalize_untrusted_str(&d.place.file), normalize_untrusted_str(&words.message(d)));
        format!("{}[{}]: {file}{at}: {message}\n", words.severity(d.severity()), d.code.id())
    };
    notes.map(line).collect()
}

fn texts(diagnostics: &Diagnostics, words: &Words, line_of: &dyn Fn(&str, u32) -> Option<String>, renderer: &Renderer) -> String {
    diagnostics.iter().map(|d| text(d, words, line_of, renderer)).collect::<Vec<_>>().join("\n")
}

/// The frame is drawn by annotate-snippets where a line of the source may be shown, else by hand in the same shape.
fn text(d: &Diagnostic, words: &Words, line_of: &dyn Fn(&str, u32) -> Option<String>, renderer: &Renderer) -> String {
    // A row of data is never shown: it may hold a person's data (design: the cell's place, never the row).
    let line = if d.place.private_text || d.place.line == 0 { None } else { line_of(&d.place.file, d.place.line) };
    match line {
        Some(line) => with_snippet(d, words, &line, renderer),
        None => without_snippet(d, words),
    }
}

fn with_snippet(d: &Diagnostic, words: &Words, line: &str, renderer: &Renderer) -> String {
    let level = match d.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let mark = AnnotationKind::Primary
        .span(span(d, line))
        .label(d.place.field.as_ref().map(|f| words.say("report-key", &[("name", f)])));
    let snippet = Snippet::source(line).line_start(d.place.line as usize).path(d.place.file.to_string()).annotation(mark);
    let title = level.with_name(words.severity(d.severity())).primary_title(words.message(d)).id(d.code.id());
    let mut group = title.element(snippet);
    if let Some(hint) = words.hint(d) {
        group = group.element(Level::HELP.with_name(words.say("report-hint", &[])).message(hint));
    }
    format!("{}\n", renderer.render(&[group]))
}

/// The bytes of `line` that are meant: from the place's column on, or all of it.
fn span(d: &Diagnostic, line: &str) -> Range<usize> {
    let byte = |column: usize| line.char_indices().nth(column).map_or(line.len(), |(i, _)| i);
    if d.place.column == 0 {
        let start = line.len() - line.trim_start().len();
        return start..line.trim_end().len().max(start);
    }
    let first = d.place.column as usize - 1;
    byte(first)..byte(first + d.place.width.max(1) as usize)
}

fn without_snippet(d: &Diagnostic, words: &Words) -> String {
    let clean = |text: &str| normalize_untrusted_str(text);
    let mut out = format!(
        "{}[{}]: {}\n  --> {}",
        words.severity(d.severity()),
        d.code.id(),
        clean(&words.message(d)),
        clean(&d.place.file)
    );
    if d.place.line > 0 {
        out.push_str(&format!(":{}", d.place.line));
        if d.place.column > 0 {
            out.push_str(&format!(":{}", d.place.column));
        }
    }
    if let Some(field) = &d.place.field {
        let word = if d.place.private_text { "report-column" } else { "report-key" };
        out.push_str(&format!(", {}", words.say(word, &[("name", &clean(field))])));
    }
    out.push('\n');
    if let Some(hint) = words.hint(d) {
        out.push_str(&format!("  = {}: {}\n", words.say("report-hint", &[]), clean(&hint)));
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

/// <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>
fn gitlab(diagnostics: &Diagnostics, words: &Words) -> String {
    let mut seen = std::collections::BTreeMap::<String, usize>::new();
    let issues = diagnostics.iter().map(|d| {
        let severity = match d.severity() {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Note => "info",
        };
        // A complaint is the same one when lines above it come and go; several of a kind are told apart by their number.
        let same = format!("{}\0{}\0{:?}\0{:?}", d.code.id(), d.place.file, d.place.field, d.args);
        let number = seen.entry(same.clone()).and_modify(|n| *n += 1).or_insert(1);
        let fingerprint = blake3::hash(format!("{same}\0{number}").as_bytes()).to_hex();
        let description = match words.hint(d) {
            Some(hint) => format!("{} — {hint}", words.message(d)),
            None => words.message(d),
        };
        json!({"description": description, "check_name": d.code.id(), "fingerprint": fingerprint.as_str(), "severity": severity,
               "location": {"path": d.place.file, "lines": {"begin": d.place.line.max(1)}}})
    });
    format!("{:#}\n", Value::Array(issues.collect()))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Code, Lang, Place};

    const PAGE: &str = "---\ntitle: Su kesintisi\n---\n\nAyrıntılar için [şu sayfaya](/hizmetlr/) bakın.\n";

    fn shown(diagnostic: Diagnostic, lang: Lang, format: Format) -> String {
        let mut diagnostics = Diagnostics::new();
        diagnostics.push(diagnostic);
        let line_of = |_: &str, line: u32| PAGE.lines().nth(line as usize - 1).map(str::to_owned);
        report(&diagnostics, &Words::new(lang), format, &line_of)
    }

    fn broken_link() -> Diagnostic {
        let place = Place::at("content/public/duyurular/su.md", 5, 29).width(10);
        Diagnostic::new(Code::BROKEN_LINK, place).with("target", "/hizmetlr/").with("nearest", "/hizmetler/").hint("nearest")
    }

    fn unknown_unit() -> Diagnostic {
        let place = Place::cell("data/halk-masasi/2026-07.csv", 4, "birim");
        Diagnostic::new(Code::UNKNOWN_UNIT, place)
            .with("value", "Fen isleri md")
            .with("nearest", "Fen İşleri Müdürlüğü")
            .hint("nearest")
    }

    #[test]
    fn a_page_shows_its_line_and_what_to_do() {
        insta::assert_snapshot!(shown(broken_link(), Lang::Tr, Format::Text), @r"
        hata[broken-link]: bağlantının hedefi yok: `/hizmetlr/`
         --> content/public/duyurular/su.md:5:29
          |
        5 | Ayrıntılar için [şu sayfaya](/hizmetlr/) bakın.
          |                             ^^^^^^^^^^
          |
          = öneri: `/hizmetler/` yazın ya da bağlantıyı kaldırın
        ");
    }

    #[test]
    fn notes_in_brief_are_a_line_each_and_nothing_else() {
        let mut diagnostics = Diagnostics::new();
        let note = |diagnostic: Diagnostic| diagnostic.severity_is(Severity::Note);
        diagnostics.extend([broken_link(), note(broken_link()), note(unknown_unit())]);
        insta::assert_snapshot!(notes(&diagnostics, &Words::new(Lang::Tr)), @r"
        not[broken-link]: content/public/duyurular/su.md:5:29: bağlantının hedefi yok: `/hizmetlr/`
        not[unknown-unit]: data/halk-masasi/2026-07.csv:4: birim kayıtlı değil: `Fen isleri md`
        ");
    }

    #[test]
    fn a_row_of_data_shows_its_place_and_never_itself() {
        insta::assert_snapshot!(shown(unknown_unit(), Lang::Tr, Format::Text), @r"
        hata[unknown-unit]: birim kayıtlı değil: `Fen isleri md`
          --> data/halk-masasi/2026-07.csv:4, sütun `birim`
          = öneri: `Fen İşleri Müdürlüğü` yazın ya da bu yazım için bir takma ad ekleyin
        ");
    }

    #[test]
    fn a_key_is_named_beside_its_mark() {
        let place = Place::at("content/public/a.md", 2, 8).width(13).field("title");
        let diagnostic = Diagnostic::new(Code::MISSING_KEY, place).with("key", "summary");
        insta::assert_snapshot!(shown(diagnostic, Lang::En, Format::Text), @r"
        error[missing-key]: required key missing: `summary`
         --> content/public/a.md:2:8
          |
        2 | title: Su kesintisi
          |        ^^^^^^^^^^^^ key `title`
          |
          = help: Add the key `summary`
        ");
    }

    #[test]
    fn a_whole_file_has_no_line_and_no_escape_reaches_the_terminal() {
        let diagnostic =
            Diagnostic::new(Code::UNREADABLE_FILE, Place::file("data/\u{1b}[2Jx.csv")).with("cause", "\u{1b}]0;x\u{7}");
        let text = shown(diagnostic, Lang::En, Format::Text);
        assert!(!text.contains('\u{1b}') && !text.contains('\u{7}'), "{text:?}");
    }

    #[test]
    fn places_past_the_end_of_a_line_do_no_harm() {
        for (column, width) in [(1, 0), (999, 1), (47, 999), (0, 0), (40, u32::MAX)] {
            let diagnostic = Diagnostic { place: Place::at("a.md", 5, column).width(width), ..broken_link() };
            assert!(shown(diagnostic, Lang::Tr, Format::Text).contains("a.md:5"), "{column} {width}");
        }
    }

    #[test]
    fn programs_read_one_object_a_line_with_every_key() {
        let line = shown(unknown_unit(), Lang::En, Format::Json);
        let object: Value = serde_json::from_str(&line).unwrap();
        let keys: Vec<&str> = object.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(keys, ["code", "severity", "file", "line", "column", "field", "message", "hint"]);
        assert_eq!((&object["line"], &object["column"], &object["field"]), (&json!(4), &Value::Null, &json!("birim")));
        assert_eq!(line.matches('\n').count(), 1);
    }

    #[test]
    fn code_hosts_get_their_own_forms() {
        let line = shown(broken_link(), Lang::En, Format::Github);
        assert!(line.starts_with("::error file=content/public/duyurular/su.md,line=5,col=29,title=broken-link::"), "{line}");
        let report: Value = serde_json::from_str(&shown(broken_link(), Lang::En, Format::Gitlab)).unwrap();
        let (name, place) = (&report[0]["check_name"], &report[0]["location"]);
        assert_eq!((name, &place["lines"]["begin"]), (&json!("broken-link"), &json!(5)));
        assert_eq!(report[0]["fingerprint"].as_str().map(str::len), Some(64));
        let sarif: Value = serde_json::from_str(&shown(broken_link(), Lang::En, Format::Sarif)).unwrap();
        let result = &sarif["runs"][0]["results"][0];
        assert_eq!((&result["ruleId"], &result["level"]), (&json!("broken-link"), &json!("error")));
        assert_eq!(result["locations"][0]["physicalLocation"]["region"]["startColumn"], json!(29));
    }
}

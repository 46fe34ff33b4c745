//! Diagnostics as HTML for the preview: what is wrong, where, the line itself, what to do. Escaped throughout: a file being
//! edited may hold anything.

use crate::diag::{Diagnostic, Diagnostics, Severity, Words};

/// How many are shown; who sees so many mends the first ones first.
const SHOWN: usize = 50;

/// A list of `diagnostics` that are at least as bad as `least`, the worst first; empty where there is none.
pub(super) fn list(
    diagnostics: &Diagnostics,
    least: Severity,
    words: &Words,
    line_of: &dyn Fn(&str, u32) -> Option<String>,
) -> String {
    let mut chosen: Vec<&Diagnostic> = diagnostics.iter().filter(|d| d.severity() >= least).collect();
    chosen.sort_by_key(|d| std::cmp::Reverse(d.severity()));
    if chosen.is_empty() {
        return String::new();
    }
    let items: String = chosen.iter().take(SHOWN).map(|d| item(d, words, line_of)).collect();
    let more = match chosen.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!("<p>{}</p>\n", escape(&words.say("cli-diff-more", &[("n", &more.to_string())]))),
    };
    format!("<ol class=\"tanilar\">\n{items}</ol>\n{more}")
}

fn item(d: &Diagnostic, words: &Words, line_of: &dyn Fn(&str, u32) -> Option<String>) -> String {
    let mut out = format!(
        "<li class=\"{}\"><p><b>{}</b> {} <code>{}</code></p>\n",
        d.severity().as_str(),
        escape(&words.severity(d.severity())),
        code(&words.message(d)),
        d.code.id()
    );
    out.push_str(&format!("<p class=\"yer\">{}", escape(&d.place.file)));
    if d.place.line > 0 {
        out.push_str(&format!(":{}", d.place.line));
    }
    if let Some(field) = &d.place.field {
        let word = if d.place.private_text { "report-column" } else { "report-key" };
        out.push_str(&format!(" · {}", escape(&words.say(word, &[("name", field)]).replace('`', ""))));
    }
    out.push_str("</p>\n");
    // A row of data is never shown: it may hold a person's data.
    let line = (!d.place.private_text && d.place.line > 0).then(|| line_of(&d.place.file, d.place.line)).flatten();
    if let Some(line) = line.filter(|line| !line.trim().is_empty()) {
        out.push_str(&format!("<pre><span>{}</span> {}</pre>\n", d.place.line, marked(&line, d)));
    }
    if let Some(hint) = words.hint(d) {
        out.push_str(&format!("<p class=\"oneri\">{}: {}</p>\n", escape(&words.say("report-hint", &[])), code(&hint)));
    }
    out + "</li>\n"
}

/// The line with the part that is meant marked.
fn marked(line: &str, d: &Diagnostic) -> String {
    let letters: Vec<char> = line.chars().collect();
    let from = (d.place.column.saturating_sub(1) as usize).min(letters.len());
    let to = (from + d.place.width as usize).min(letters.len());
    let part = |range: &[char]| escape(&range.iter().collect::<String>());
    if d.place.column == 0 || from == to {
        return escape(line);
    }
    format!("{}<mark>{}</mark>{}", part(&letters[..from]), part(&letters[from..to]), part(&letters[to..]))
}

/// Words in which backquotes are code.
fn code(text: &str) -> String {
    let mut out = String::new();
    for (number, part) in text.split('`').enumerate() {
        out.push_str(&if number % 2 == 1 { format!("<code>{}</code>", escape(part)) } else { escape(part) });
    }
    out
}

/// Text as HTML shows it.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Code, Lang, Place};

    #[test]
    fn a_complaint_has_its_line_marked_and_nothing_in_it_is_markup() {
        let mut diagnostics = Diagnostics::new();
        let place = Place::at("content/public/<a>.md", 5, 3).width(4);
        diagnostics.push(Diagnostic::new(Code::BROKEN_LINK, place).with("target", "/<b>/"));
        let html = list(&diagnostics, Severity::Note, &Words::new(Lang::Tr), &|_, _| Some("[a](/<b>/)".to_owned()));
        assert!(html.contains("content/public/&lt;a&gt;.md:5"), "{html}");
        assert!(html.contains("[a<mark>](/&lt;</mark>b&gt;/)"), "{html}");
        assert!(html.contains("class=\"oneri\"") && html.contains("<code>/&lt;b&gt;/</code>"), "{html}");
        assert_eq!(list(&diagnostics, Severity::Note, &Words::new(Lang::En), &|_, _| None).matches("<pre>").count(), 0);
    }

    #[test]
    fn a_row_of_data_is_never_shown() {
        let mut diagnostics = Diagnostics::new();
        diagnostics.push(Diagnostic::new(Code::BAD_DATE, Place::cell("data/a.csv", 2, "gun")).with("value", "x"));
        let html = list(&diagnostics, Severity::Error, &Words::new(Lang::Tr), &|_, _| Some("gizli".to_owned()));
        assert!(!html.contains("gizli"), "{html}");
    }
}

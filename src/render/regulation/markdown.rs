//! A regulation as Markdown that people read and programs read back: front matter with its facts, an anchor before every
//! clause, labels as printed. Taking the marks away gives a text that reads as the same tree (`parse::regulation`).

use crate::view::regulation::{ClauseDoc, ClauseKind, EventKind, RegulationDoc};

/// The document as text. A file outside a repository has no facts and so no front matter.
pub fn write(regulation: &RegulationDoc) -> String {
    let mut out = front_matter(regulation);
    if let Some(title) = &regulation.printed_title {
        out.push_str("# ");
        escape(&mut out, title);
        out.push_str("\n\n");
    }
    clauses(&mut out, &regulation.clauses, 2, 0);
    let end = out.trim_end().len();
    out.truncate(end);
    out.push('\n');
    out
}

/// The facts, under the keys that `data/mevzuat/*.yaml` has. A JSON string is a YAML string.
fn front_matter(regulation: &RegulationDoc) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let mut lines = vec![format!("baslik: {}", quoted(&regulation.title))];
    lines.extend(regulation.kind.as_ref().map(|kind| format!("tur: {}", quoted(kind))));
    for event in &regulation.events {
        let (key, who) = match event.kind {
            EventKind::Adopted => ("kabul", "organ"),
            EventKind::Approved | EventKind::Sent => ("mulki_amir", "makam"),
            EventKind::InForce => {
                lines.push(format!("yururluk: {}", event.date.iso));
                continue;
            }
            // What made this text of the adopted one is in the decisions, not in its record.
            EventKind::Amended | EventKind::Repealed => continue,
        };
        let body = event.body.iter().map(|body| format!("{who}: {}", quoted(body)));
        let number = event.number.iter().map(|number| format!("sayi: {}", quoted(number)));
        let sent = (event.kind == EventKind::Sent).then(|| "tur: gonderim".to_owned());
        let all: Vec<String> = body.chain([format!("tarih: {}", event.date.iso)]).chain(number).chain(sent).collect();
        lines.push(format!("{key}: {{{}}}", all.join(", ")));
    }
    lines.extend(regulation.executed_by.as_ref().map(|name| format!("yurutme: {}", quoted(name))));
    if let Some((day, number)) = &regulation.gazette {
        let number = number.iter().map(|number| format!(", sayi: {}", quoted(number))).collect::<String>();
        lines.push(format!("resmi_gazete: {{tarih: {}{number}}}", day.iso));
    }
    lines.extend(regulation.until.as_ref().map(|day| format!("bitis: {}", day.iso)));
    lines.extend(regulation.url.as_ref().map(|url| format!("adres: {}", quoted(url))));
    if lines.len() == 1 {
        return String::new();
    }
    format!("---\n{}\n---\n\n", lines.join("\n"))
}

/// `depth` is how far a list is indented.
fn clauses(out: &mut String, clauses: &[ClauseDoc], level: usize, depth: usize) {
    for clause in clauses {
        if clause.kind == ClauseKind::Quote {
            quotation(out, clause, depth);
            continue;
        }
        let item = matches!(clause.kind, ClauseKind::Point | ClauseKind::Subpoint);
        let heading = matches!(clause.kind, ClauseKind::Part | ClauseKind::Chapter | ClauseKind::Heading | ClauseKind::Article);
        out.push_str(&" ".repeat(depth));
        if heading {
            out.push_str(&"#".repeat(level.min(6)));
            out.push(' ');
        } else if item {
            out.push_str("- ");
        }
        out.push_str("<a id=\"");
        // Anchors hold letters, digits, hyphens and underscores.
        out.push_str(&clause.id);
        out.push_str("\"></a>");
        let inner = depth + if item { 2 } else { 0 };
        own(out, clause, inner);
        self::clauses(out, &clause.children, if heading { level + 1 } else { level }, inner);
    }
}

/// New wording of another text: a block quotation, a paragraph for every clause, with an anchor for the whole.
fn quotation(out: &mut String, clause: &ClauseDoc, depth: usize) {
    let indent = " ".repeat(depth);
    out.push_str(&format!("{indent}<a id=\"{}\"></a>\n\n", clause.id));
    for (nth, line) in clause.lines.iter().enumerate() {
        if nth > 0 {
            out.push_str(&format!("{indent}>\n"));
        }
        out.push_str(&format!("{indent}> "));
        escape_line(out, line);
        out.push('\n');
    }
    out.push('\n');
}

/// Label, heading and words. An article's heading stands above its label, as texts print it; what a division is called
/// below.
fn own(out: &mut String, clause: &ClauseDoc, depth: usize) {
    let text = clause.text();
    let line = |out: &mut String, text: &str| {
        out.push_str("\n\n");
        out.push_str(&" ".repeat(depth));
        escape_line(out, text);
    };
    let printed = clause.printed.as_deref();
    let heading = clause.heading.as_deref();
    let joined = |parts: &[Option<&str>]| parts.iter().flatten().copied().collect::<Vec<_>>().join(" ");
    let words = Some(text.as_str()).filter(|t| !t.is_empty());
    match clause.kind {
        ClauseKind::Article if heading.is_some() => {
            escape(out, heading.unwrap_or_default());
            line(out, &joined(&[printed, words]));
        }
        ClauseKind::Part | ClauseKind::Chapter => {
            escape(out, printed.unwrap_or_default());
            heading.iter().for_each(|heading| line(out, heading));
            words.iter().for_each(|words| line(out, words));
        }
        ClauseKind::Heading if heading.is_some() => {
            escape(out, &joined(&[printed, heading]));
            words.iter().for_each(|words| line(out, words));
        }
        _ => escape(out, &joined(&[printed, heading, words])),
    }
    out.push_str("\n\n");
}

/// What would begin a list, a rule or a heading at the start of a line is escaped, too.
fn escape_line(out: &mut String, text: &str) {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = text.split_at(digits);
    out.push_str(number);
    let begins = if number.is_empty() { ['-', '+', '='].as_slice() } else { &['.', ')'] };
    if rest.starts_with(begins) {
        out.push('\\');
    }
    escape(out, rest);
}

/// What means something in a line of Markdown is written with a backslash before it (CommonMark 0.31.2, 2.4).
fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '~' | '|') {
            out.push('\\');
        }
        out.push(c);
    }
}

//! A difference as people and programs read it. Pure.

use serde_json::{Value, json};

use super::Diff;
use super::figure::{Cell, Change, Moved};
use crate::diag::{Lang, Words};
use crate::turkish::number;

/// How many lines a list of a comment has at most; who wants all of them asks for JSON.
const SHOWN: usize = 25;

/// For a terminal.
pub(super) fn text(diff: &Diff, words: &Words) -> String {
    write(diff, words, &Style { heading: "", item: "  ", code: "", bold: "" })
}

/// For a comment under a merge request.
pub(super) fn markdown(diff: &Diff, words: &Words) -> String {
    write(diff, words, &Style { heading: "### ", item: "- ", code: "`", bold: "**" })
}

/// For programs: everything, nothing cut.
pub(super) fn json(diff: &Diff) -> String {
    let pages = |list: &[(String, String)]| {
        list.iter().map(|(address, title)| json!({"address": address, "title": title})).collect::<Vec<Value>>()
    };
    let figure = |moved: &Moved| {
        let change = match &moved.change {
            Change::New => json!("added"),
            Change::Gone => json!("gone"),
            Change::Cells { .. } => json!("changed"),
        };
        let mut value = json!({"id": moved.id, "title": moved.title, "change": change});
        if let Change::Cells { added, gone, cells } = &moved.change {
            let cell = |c: &Cell| json!({"row": c.row, "column": c.column, "from": c.from, "to": c.to});
            value["rows_added"] = json!(added);
            value["rows_gone"] = json!(gone);
            value["cells"] = cells.iter().map(cell).collect();
        }
        value
    };
    let value = json!({
        "pages": {"added": pages(&diff.added), "changed": pages(&diff.changed), "gone": pages(&diff.gone), "reframed": diff.reframed},
        "figures": diff.figures.iter().map(figure).collect::<Vec<_>>(),
        "files": {"added": diff.files[0], "changed": diff.files[1], "gone": diff.files[2]},
    });
    format!("{value:#}\n")
}

/// The marks around headings, items, addresses and what matters.
struct Style {
    heading: &'static str,
    item: &'static str,
    code: &'static str,
    bold: &'static str,
}

fn write(diff: &Diff, words: &Words, style: &Style) -> String {
    let mut out = Out { text: String::new(), words, style };
    let page = |(address, title): &(String, String)| {
        let code = style.code;
        format!("{code}{address}{code} {}", safe(title, style))
    };
    let pages: [(&str, &[(String, String)]); 3] =
        [("cli-diff-added", &diff.added), ("cli-diff-changed", &diff.changed), ("cli-diff-gone", &diff.gone)];
    for (id, list) in pages {
        out.list(id, list.iter().map(page));
    }
    for moved in &diff.figures {
        out.figure(moved);
    }
    let file = |path: &String| format!("{0}/{path}{0}", style.code);
    for (id, list) in ["cli-diff-files-added", "cli-diff-files-changed", "cli-diff-files-gone"].iter().zip(&diff.files) {
        out.list(id, list.iter().map(file));
    }
    if diff.reframed > 0 {
        out.paragraph(&words.say("cli-diff-reframed", &[("n", &diff.reframed.to_string())]));
    }
    if out.text.is_empty() {
        out.paragraph(&words.say("cli-diff-nothing", &[]));
    }
    out.text
}

struct Out<'w> {
    text: String,
    words: &'w Words,
    style: &'w Style,
}

impl Out<'_> {
    fn paragraph(&mut self, words: &str) {
        let gap = if self.text.is_empty() { "" } else { "\n" };
        self.text.push_str(&format!("{gap}{words}\n"));
    }

    /// A heading that counts, and the items below; nothing where there are none.
    fn list(&mut self, id: &str, items: impl ExactSizeIterator<Item = String>) {
        let count = items.len();
        if count == 0 {
            return;
        }
        self.paragraph(&format!("{}{}", self.style.heading, self.words.say(id, &[("n", &count.to_string())])));
        self.items(count, items);
    }

    fn items(&mut self, count: usize, items: impl Iterator<Item = String>) {
        if !self.style.heading.is_empty() {
            self.text.push('\n');
        }
        for item in items.take(SHOWN) {
            self.text.push_str(&format!("{}{item}\n", self.style.item));
        }
        if count > SHOWN {
            let more = self.words.say("cli-diff-more", &[("n", &(count - SHOWN).to_string())]);
            self.text.push_str(&format!("{}{more}\n", self.style.item));
        }
    }

    fn figure(&mut self, moved: &Moved) {
        let Style { heading, code, bold, .. } = self.style;
        let id = match moved.change {
            Change::New => "cli-diff-figure-added",
            Change::Gone => "cli-diff-figure-gone",
            Change::Cells { .. } => "cli-diff-figure-changed",
        };
        let title = safe(&moved.title, self.style);
        self.paragraph(&format!("{heading}{} ({code}{}{code})", self.words.say(id, &[("title", &title)]), moved.id));
        let Change::Cells { added, gone, cells } = &moved.change else { return };
        let rows = |id: &str, rows: &[String]| {
            rows.iter().map(|row| self.words.say(id, &[("row", &safe(row, self.style))])).collect::<Vec<_>>()
        };
        let mut lines: Vec<String> = Vec::new();
        for cell in cells {
            let place = [&cell.row, &cell.column].map(|words| safe(words, self.style));
            let place = place.iter().filter(|words| !words.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" · ");
            let [from, to] = [&cell.from, &cell.to].map(|value| shown(value, self.words));
            lines.push(format!("{place}: {from} → {bold}{to}{bold}"));
        }
        lines.extend(rows("cli-diff-row-added", added));
        lines.extend(rows("cli-diff-row-gone", gone));
        self.items(lines.len(), lines.into_iter());
    }
}

/// A number as the language writes it; other values as they are.
fn shown(value: &Value, words: &Words) -> String {
    match (value, words.lang()) {
        (Value::Null, _) => "–".to_owned(),
        (Value::String(text), _) => text.clone(),
        (Value::Number(n), Lang::Tr) => match (n.as_i64(), n.as_f64()) {
            (Some(whole), _) => number::integer(whole),
            (None, Some(value)) => number::decimal(value, places(value)),
            (None, None) => n.to_string(),
        },
        (other, _) => other.to_string(),
    }
}

/// How many decimals a number has when it is written with as few as it needs.
fn places(value: f64) -> u8 {
    let digits = value.to_string();
    digits.split_once('.').map_or(0, |(_, decimals)| u8::try_from(decimals.len()).unwrap_or(u8::MAX).min(6))
}

/// Words that Markdown leaves alone.
fn safe(text: &str, style: &Style) -> String {
    if style.heading.is_empty() {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '@') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

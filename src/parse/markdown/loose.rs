//! What Markdown lets pass in silence and readers stumble over: footnotes without words, words without a footnote, code that
//! never ends, rows of tables that lack a cell, numbers that are persons. Not a second parser: looks at the events on their way to the tree.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::diag::{Code, Diagnostic, Diagnostics, LineIndex, Place};
use crate::turkish::ids::is_tckn;

/// Looks at events one after another (gevşek uçlar).
pub(super) struct Loose<'t> {
    text: &'t str,
    /// Most pages have no footnote and need not be searched for one.
    has_notes: bool,
    in_code: bool,
    written: BTreeMap<String, usize>,
    referred: Vec<String>,
    /// How many columns the table has whose rows are looked at.
    columns: usize,
    complaints: Vec<(usize, Diagnostic)>,
}

impl<'t> Loose<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let (written, referred) = Default::default();
        Loose { text, has_notes: text.contains("[^"), in_code: false, written, referred, columns: 0, complaints: Vec::new() }
    }

    pub(super) fn look_at(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => self.in_code = true,
            Event::End(TagEnd::CodeBlock) => {
                self.in_code = false;
                self.look_at_fence(range);
            }
            Event::Start(Tag::FootnoteDefinition(label)) => {
                self.written.entry(label.to_string()).or_insert(range.start);
            }
            Event::Start(Tag::Table(columns)) => self.columns = columns.len(),
            Event::Start(Tag::TableRow) => self.look_at_row(range),
            Event::FootnoteReference(label) => self.referred.push(label.to_string()),
            Event::Text(words) if self.has_notes && !self.in_code && words.contains('^') => self.look_for_reference(range),
            _ => {}
        }
    }

    /// The reader of Markdown fills rows up and cuts them off.
    fn look_at_row(&mut self, range: &Range<usize>) {
        let cells = self.text.get(range.clone()).map_or(self.columns, cells);
        if cells != self.columns {
            let complaint = Diagnostic::new(Code::TABLE_ROW, Place::file("")).with("cells", cells.to_string());
            let complaint = complaint.with("columns", self.columns.to_string());
            self.complaints.push((range.start, if cells > self.columns { complaint.hint("more") } else { complaint }));
        }
    }

    fn complain(&mut self, at: usize, code: Code, name: String) {
        self.complaints.push((at, Diagnostic::new(code, Place::file("")).with("name", name)));
    }

    /// A fence that nobody closed takes the rest of the page.
    fn look_at_fence(&mut self, range: &Range<usize>) {
        let Some(block) = self.text.get(range.clone()) else { return };
        for fence in ["```", "~~~"] {
            let is_closed = block.trim_end().lines().skip(1).last().is_some_and(|line| line.trim_end().ends_with(fence));
            if block.starts_with(fence) && !is_closed {
                self.complain(range.start, Code::UNCLOSED_FENCE, fence.to_owned());
            }
        }
    }

    /// A reference to a footnote that is not there is left in the text as it was written.
    fn look_for_reference(&mut self, range: &Range<usize>) {
        let start = range.start.saturating_sub(1);
        let Some(around) = self.text.get(start..).or_else(|| self.text.get(range.start..)) else { return };
        let offset = self.text.len() - around.len();
        for (at, _) in around[..(range.end - offset).min(around.len())].match_indices("[^") {
            let label: String = around[at + 2..].chars().take_while(|c| !matches!(c, ']' | '[' | '\n')).collect();
            if !label.is_empty() && around[at + 2 + label.len()..].starts_with(']') {
                self.complain(offset + at, Code::MISSING_FOOTNOTE, label);
            }
        }
    }

    /// Complains about a text that starts at line `first_line` of `file`.
    pub(super) fn finish(mut self, diag: &mut Diagnostics, file: &Arc<str>, first_line: u32) {
        for (label, at) in std::mem::take(&mut self.written) {
            if !self.referred.contains(&label) {
                self.complain(at, Code::UNUSED_FOOTNOTE, label);
            }
        }
        let persons = if file.starts_with("content/public/") { numbers_of_persons(self.text) } else { Vec::new() };
        if self.complaints.is_empty() && persons.is_empty() {
            return;
        }
        let index = LineIndex::new(self.text);
        for (at, mut complaint) in self.complaints {
            let (line, column) = index.line_column(at);
            complaint.place = Place::at(Arc::clone(file), first_line + line - 1, column);
            diag.push(complaint);
        }
        for at in persons {
            let (line, column) = index.line_column(at);
            // The line is not shown either: it holds the number.
            let place = Place { private_text: true, ..Place::at(Arc::clone(file), first_line + line - 1, column) };
            diag.push(Diagnostic::new(Code::PERSONAL_NUMBER, place));
        }
    }
}

/// How many cells a row of a table has as it is written.
fn cells(row: &str) -> usize {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let mut bars = 0;
    let (mut escaped, mut last) = (false, false);
    for c in row.chars() {
        last = c == '|' && !escaped;
        bars += usize::from(last);
        escaped = c == '\\' && !escaped;
    }
    // A bar at the end closes the last cell.
    if last { bars } else { bars + 1 }
}

/// Where runs of eleven digits stand that are well formed as identity numbers.
fn numbers_of_persons(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, byte) in text.bytes().chain([b' ']).enumerate() {
        match (start, byte.is_ascii_digit()) {
            (None, true) => start = Some(at),
            (Some(first), false) => {
                start = None;
                if at - first == 11 && is_tckn(&text[first..at]) {
                    found.push(first);
                }
            }
            _ => {}
        }
    }
    found
}

//! Complaints about labels: gaps, repeats, text that stands outside every clause. Nothing is mended.

use std::sync::Arc;

use super::alphabet;
use super::identity::Repeats;
use super::tree::{Kind, Node, RegulationText};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};

/// Complains about what a careful reader would stumble over.
pub(super) fn check(diag: &mut Diagnostics, file: &Arc<str>, text: &RegulationText) {
    if !text.nodes.iter().any(|n| !matches!(n.kind, Kind::Text | Kind::Quote)) {
        diag.push(Diagnostic::new(Code::REGULATION_WITHOUT_CLAUSES, Place::file(Arc::clone(file))));
        return;
    }
    siblings(diag, file, &text.nodes);
    loose(diag, file, &text.nodes);
}

/// Says that some labels stand twice: their clauses are told apart by `_2`, in the order they stand in.
pub(super) fn say_repeats(diag: &mut Diagnostics, file: &Arc<str>, repeats: &Repeats) {
    if let Some((line, label, name)) = &repeats.first {
        let complaint = Diagnostic::new(Code::REGULATION_REPEATED, Place::at(Arc::clone(file), *line, 0));
        let complaint = complaint.with("label", label.to_string()).with("name", name.to_string());
        diag.push(complaint.with("count", repeats.count.to_string()));
    }
}

fn siblings(diag: &mut Diagnostics, file: &Arc<str>, nodes: &[Node]) {
    let mut before: Option<&Node> = None;
    // What is quoted is numbered elsewhere.
    for node in nodes.iter().filter(|n| n.kind != Kind::Quote) {
        siblings(diag, file, &node.children);
        let numbered = matches!(node.kind, Kind::Point | Kind::Subpoint | Kind::Paragraph) && node.label.is_some();
        if !numbered {
            continue;
        }
        if let Some(before) = before.filter(|b| b.kind == node.kind && !fits(b, node)) {
            let label = |n: &Node| n.printed.as_deref().unwrap_or_default().to_owned();
            let place = Place::at(Arc::clone(file), node.line, 0);
            diag.push(
                Diagnostic::new(Code::REGULATION_NUMBERING, place).with("label", label(node)).with("before", label(before)),
            );
        }
        before = Some(node);
    }
}

fn fits(before: &Node, node: &Node) -> bool {
    let (was, is) = (before.label.as_deref().unwrap_or_default(), node.label.as_deref().unwrap_or_default());
    let letter = |label: &str| label.starts_with(char::is_lowercase);
    match (letter(was), letter(is)) {
        (true, true) => alphabet::follows(was, is) || alphabet::begins(is),
        (false, false) if is.starts_with(|c: char| c.is_ascii_digit()) => node.value == before.value + 1 || node.value == 1,
        _ => true,
    }
}

/// Words at the top level after the first clause belong to nobody.
fn loose(diag: &mut Diagnostics, file: &Arc<str>, nodes: &[Node]) {
    for node in nodes.iter().filter(|n| n.kind == Kind::Text && n.label.is_none()) {
        let words: String = node.text.chars().take(60).collect();
        diag.push(Diagnostic::new(Code::REGULATION_LOOSE_TEXT, Place::at(Arc::clone(file), node.line, 1)).with("text", words));
    }
}

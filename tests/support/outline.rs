//! What was understood of a regulation text, a clause a line. Not the page it becomes.

use tellal::diag::Diagnostics;
use tellal::parse::regulation::{self, Node};

/// `= title`, then `kind label <heading> words  #id` with two spaces a level, then `! line:column code` of complaints.
pub fn of(file: &str, text: &str) -> String {
    let mut diagnostics = Diagnostics::new();
    let read = regulation::parse(&mut diagnostics, &file.into(), text);
    assert_eq!(read.to_source(), text, "the tree gives the text back");
    let references = regulation::references(&read);
    regulation::check_references(&mut diagnostics, &file.into(), &references);
    diagnostics.sort();
    let mut out = String::new();
    if !read.title.is_empty() {
        out.push_str(&format!("= {}\n", read.title));
    }
    clauses(&mut out, &read.nodes, 0);
    for complaint in diagnostics.iter() {
        out.push_str(&format!("! {}:{} {}\n", complaint.place.line, complaint.place.column, complaint.code.id()));
    }
    out
}

fn clauses(out: &mut String, nodes: &[Node], depth: usize) {
    for node in nodes {
        let label = node.label.as_deref().map(str::to_owned);
        let heading = node.heading.as_deref().map(|h| format!("<{h}>"));
        let text = (!node.text.is_empty()).then(|| node.text.to_string());
        let parts: Vec<String> = [Some(node.kind.as_str().to_owned()), label, heading, text].into_iter().flatten().collect();
        out.push_str(&format!("{}{}  #{}\n", "  ".repeat(depth), parts.join(" "), node.id));
        clauses(out, &node.children, depth + 1);
    }
}

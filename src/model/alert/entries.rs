//! The entries of `data/uyari.yaml`, one by one: one that cannot be read does not hold the others back. Not what they mean.

use std::sync::Arc;

use super::FILE;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::parse;
use crate::parse::tree::{self, Node, Tree};
use crate::source::World;
use crate::turkish;

/// The entries as maps, with their file.
pub fn read(diag: &mut Diagnostics, world: &dyn World) -> (Arc<str>, Vec<Tree>) {
    let file: Arc<str> = FILE.into();
    let entries = match world.read(FILE) {
        Ok(bytes) => parse::utf8(diag, &file, &bytes).map_or_else(Vec::new, |text| all(diag, &file, text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Vec::new(),
        Err(error) => {
            diag.push(Diagnostic::unreadable(Place::file(Arc::clone(&file)), &error));
            Vec::new()
        }
    };
    (file, entries)
}

/// The entries of a text; where YAML cannot read it as a whole, those that it can read alone.
fn all(diag: &mut Diagnostics, file: &Arc<str>, text: &str) -> Vec<Tree> {
    if let Some(tree) = tree::read(&mut Diagnostics::new(), file, text) {
        return entries(tree);
    }
    // An entry begins with a dash at the edge. The lines before it stay empty, so that complaints name the right line.
    let lines: Vec<&str> = text.lines().collect();
    let mut starts: Vec<usize> = (1..lines.len()).filter(|&i| lines[i].starts_with('-')).collect();
    starts.insert(0, 0);
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    let alone = starts.iter().zip(ends).map(|(&start, end)| "\n".repeat(start) + &lines[start..end].join("\n"));
    alone.filter_map(|entry| tree::read(diag, file, &entry)).flat_map(entries).collect()
}

/// The entries of a list. One whose dash was forgotten counts as a list of itself, a plain text as an alert that says it.
fn entries(tree: Tree) -> Vec<Tree> {
    let items = match tree.node {
        Node::Null => Vec::new(),
        Node::List(items) => items,
        _ => vec![tree],
    };
    items.into_iter().map(entry).collect()
}

/// An entry whose keys may be written with Turkish letters and capitals: nobody has time to look them up.
fn entry(tree: Tree) -> Tree {
    let node = match tree.node {
        Node::Map(entries) => Node::Map(entries.into_iter().map(|(key, value)| (folded(key), value)).collect()),
        Node::Scalar(text) => {
            let at = |node| Tree { node, line: tree.line, column: tree.column };
            Node::Map(vec![(at(Node::Scalar("metin".to_owned())), at(Node::Scalar(text)))])
        }
        other => other,
    };
    Tree { node, ..tree }
}

fn folded(key: Tree) -> Tree {
    match key.scalar().map(turkish::fold) {
        Some(name) => Tree { node: Node::Scalar(name), ..key },
        None => key,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> (Vec<String>, Vec<(&'static str, u32)>) {
        let mut diag = Diagnostics::new();
        let entries = all(&mut diag, &FILE.into(), text);
        let metin = |entry: &Tree| match &entry.node {
            Node::Map(keys) => keys.iter().find(|(key, _)| key.scalar() == Some("metin"))?.1.scalar().map(str::to_owned),
            _ => None,
        };
        (entries.iter().filter_map(metin).collect(), diag.iter().map(|d| (d.code.id(), d.place.line)).collect())
    }

    #[test]
    fn an_entry_that_cannot_be_read_does_not_hold_back_the_others() {
        let text = "# gece\n- metin: Sel.\n- metin: Köprü: kapalı\n- metin: \"Su\n- metin: Yol.\n";
        let (shown, said) = texts(text);
        assert_eq!(shown, ["Sel.", "Yol."]);
        assert_eq!(said.iter().map(|(_, line)| *line).collect::<Vec<_>>(), [3, 4], "{said:?}");
    }

    #[test]
    fn what_is_meant_is_taken_however_it_is_written() {
        for text in ["metin: Sel.\nbitiş: 2026-01-02\n", "- Sel.\n", "Sel.\n", "- {METİN: Sel.}\n"] {
            assert_eq!(texts(text), (vec!["Sel.".to_owned()], vec![]), "{text}");
        }
        assert_eq!(texts("# yok\n"), (vec![], vec![]));
    }
}

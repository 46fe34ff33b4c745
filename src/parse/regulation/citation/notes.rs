//! Which article a footnote is about: `[14]` stands in the article's words or heading, and before the footnote. Not what
//! the footnote says.

use std::collections::BTreeMap;

use super::super::tree::{Kind, Node, RegulationText};

/// The mark of a footnote at the end of a text; `None` for any other clause, and for marks that begin anew.
pub(super) fn mark(node: &Node) -> Option<&str> {
    let label = node.label.as_deref().filter(|_| node.kind == Kind::Text)?;
    (node.id.strip_prefix("dipnot-") == Some(label)).then_some(label)
}

/// The articles in which each mark stands.
pub(super) fn marked(text: &RegulationText) -> BTreeMap<&str, &str> {
    fn walk<'t>(nodes: &'t [Node], article: Option<&'t str>, found: &mut BTreeMap<&'t str, &'t str>) {
        for node in nodes {
            let article = if node.kind == Kind::Article { Some(&*node.id) } else { article };
            if let Some(article) = article.filter(|_| mark(node).is_none()) {
                let said = [node.heading.as_deref(), Some(&*node.text)];
                for mark in said.into_iter().flatten().flat_map(marks) {
                    found.entry(mark).or_insert(article);
                }
            }
            walk(&node.children, article, found);
        }
    }
    let mut found = BTreeMap::new();
    walk(&text.nodes, None, &mut found);
    found
}

/// `14` in `Hayvanların ticareti [14]`.
fn marks(words: &str) -> impl Iterator<Item = &str> {
    words.split('[').skip(1).filter_map(|rest| rest.split_once(']')).map(|(mark, _)| mark)
}

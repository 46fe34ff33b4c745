//! What clauses are called in words: `Madde 4, 1. fıkra, (c) bendi`. Not their names in links.

use super::ChangeKind;
use crate::parse::regulation::{Kind, Node, RegulationText};

/// A clause's name for readers; its name in links where the text does not have it.
pub fn of_clause(text: &RegulationText, id: &str) -> String {
    let mut path = Vec::new();
    if !walk(&text.nodes, id, &mut path) {
        return id.to_owned();
    }
    let named: Vec<String> = path.iter().filter_map(|node| part(node)).collect();
    // A decimal label holds those above it, and an article stands by itself.
    let begin = path.iter().filter(|n| part(n).is_some()).collect::<Vec<_>>();
    let first = begin.iter().rposition(|n| matches!(n.kind, Kind::Article | Kind::Heading)).unwrap_or(0);
    if named.is_empty() { id.to_owned() } else { named[first..].join(", ") }
}

fn walk<'t>(nodes: &'t [Node], id: &str, path: &mut Vec<&'t Node>) -> bool {
    for node in nodes {
        path.push(node);
        if &*node.id == id || walk(&node.children, id, path) {
            return true;
        }
        path.pop();
    }
    false
}

fn part(node: &Node) -> Option<String> {
    let label = node.label.as_deref();
    Some(match (node.kind, label) {
        (Kind::Article, Some(label)) => match label.split_once(' ') {
            Some((series, number)) => format!("{series} madde {number}"),
            None => format!("Madde {label}"),
        },
        (Kind::Article, None) => "Madde".to_owned(),
        (Kind::Paragraph, Some(label)) => format!("{label}. fıkra"),
        (Kind::Paragraph, None) => match node.id.rsplit_once("-f") {
            // The only paragraph of an article is the article.
            Some((_, "1")) | None => return None,
            Some((_, number)) => format!("{number}. fıkra"),
        },
        (Kind::Point, Some(label)) => format!("({label}) bendi"),
        (Kind::Subpoint, Some(label)) => format!("({label}) alt bendi"),
        (Kind::Point | Kind::Subpoint, None) => format!("{}. bent", node.id.rsplit('n').next().unwrap_or_default()),
        (Kind::Heading | Kind::Part | Kind::Chapter, label) => match (label, node.heading.as_deref()) {
            (Some(label), Some(heading)) if node.kind == Kind::Heading => format!("{label} {heading}"),
            (Some(label), None) => label.to_owned(),
            (_, Some(heading)) => heading.to_owned(),
            (None, None) => return None,
        },
        (Kind::Quote, _) => "alıntı".to_owned(),
        (Kind::Text, _) => "ara metin".to_owned(),
    })
}

/// What was done, in a word or two.
pub fn of_kind(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Replaced => "değiştirildi",
        ChangeKind::Phrase => "sözleri değiştirildi",
        ChangeKind::Heading => "başlığı değiştirildi",
        ChangeKind::Inserted => "eklendi",
        ChangeKind::Repealed => "yürürlükten kaldırıldı",
        ChangeKind::Removed => "metinden çıkarıldı",
        ChangeKind::Renumbered => "numarası değişti",
        ChangeKind::Moved => "yeri değişti",
    }
}

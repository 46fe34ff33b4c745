//! Names of clauses in links. A name is made of labels, not of positions, so that it stays when a clause is put in
//! before it; and letters are never folded: `ı` and `i` are two points.

use std::collections::BTreeMap;

use super::tree::{Kind, Node};
use crate::turkish;

/// Labelled clauses whose name was taken (mükerrer ad): the later ones of two articles 5.
#[derive(Debug, Default)]
pub(super) struct Repeats {
    /// How many.
    pub count: u32,
    /// The line of the first, its label and the name it got.
    pub first: Option<(u32, Box<str>, Box<str>)>,
}

/// Names every clause.
pub(super) fn name(nodes: &mut [Node]) -> Repeats {
    let mut names = Names::default();
    names.children(nodes, "", "", None);
    names.repeats
}

#[derive(Default)]
struct Names {
    /// How often each name was wanted.
    wanted: BTreeMap<Box<str>, u32>,
    repeats: Repeats,
}

impl Names {
    /// `quote` is the name of the quotation that all of them stand in.
    fn children(&mut self, nodes: &mut [Node], parent: &str, quote: &str, within: Option<Kind>) {
        let mut count = Count::default();
        for node in nodes {
            let wanted = wanted(node, parent, quote, within, &mut count);
            node.id = self.unique(wanted, node);
            // Articles are counted through the whole text and headings named by their words.
            let (kind, id) = (node.kind, node.id.clone());
            let quote = if kind == Kind::Quote { &id } else { quote };
            self.children(&mut node.children, &id, quote, Some(kind));
        }
    }

    /// The underscore stands in no name that is made of labels, so a second `a)` meets nothing else.
    fn unique(&mut self, wanted: String, node: &Node) -> Box<str> {
        let times = match self.wanted.get_mut(wanted.as_str()) {
            Some(times) => {
                *times += 1;
                *times
            }
            None => {
                self.wanted.insert(wanted.as_str().into(), 1);
                return wanted.into();
            }
        };
        let name: Box<str> = format!("{wanted}_{times}").into();
        if let Some(label) = node.printed.clone() {
            self.repeats.count += 1;
            self.repeats.first.get_or_insert((node.line, label, name.clone()));
        }
        name
    }
}

/// How many clauses without a label there were under one parent.
#[derive(Default)]
struct Count {
    paragraph: u32,
    bullet: u32,
    text: u32,
    quote: u32,
}

fn wanted(node: &Node, parent: &str, quote: &str, within: Option<Kind>, count: &mut Count) -> String {
    let label = node.label.as_deref().map(plain);
    let joined = |above: &str, name: String| if above.is_empty() { name } else { format!("{above}-{name}") };
    let under = |name: String| joined(parent, name);
    // What is counted through the whole text is counted through the quotation.
    let through = |name: String| joined(quote, name);
    match (node.kind, label) {
        (Kind::Part, _) => under(format!("kisim-{}", node.value)),
        (Kind::Chapter, _) => under(format!("bolum-{}", node.value)),
        (Kind::Article, Some(_)) => through(of_article(node.label.as_deref().unwrap_or_default())),
        (Kind::Article, None) => through("madde".to_owned()),
        // A decimal label holds the labels above it.
        (Kind::Heading, Some(label)) => through(label),
        (Kind::Heading, None) => match turkish::slug(node.heading.as_deref().unwrap_or_default()) {
            slug if slug.is_empty() => under("baslik".to_owned()),
            slug => through(slug),
        },
        (Kind::Paragraph, Some(label)) => {
            count.paragraph = node.value;
            under(format!("f{label}"))
        }
        (Kind::Paragraph, None) => {
            count.paragraph += 1;
            under(format!("f{}", count.paragraph))
        }
        (Kind::Point, Some(label)) if matches!(within, Some(Kind::Article | Kind::Paragraph)) => under(format!("b-{label}")),
        (Kind::Point | Kind::Subpoint, Some(label)) => under(label),
        (Kind::Point | Kind::Subpoint, None) => {
            count.bullet += 1;
            under(format!("n{}", count.bullet))
        }
        (Kind::Text | Kind::Quote, Some(label)) => through(format!("dipnot-{label}")),
        (Kind::Quote, None) => {
            count.quote += 1;
            under(format!("a{}", count.quote))
        }
        (Kind::Text, None) => {
            count.text += 1;
            under(format!("m{}", count.text))
        }
    }
}

/// `26/A` → `madde-26-A`, `Geçici 1` → `gecici-madde-1`: the name in links of the article that a label or a citation
/// names.
pub fn of_article(label: &str) -> String {
    let (prefix, number) = label.split_at(label.find(|c: char| c.is_ascii_digit()).unwrap_or(label.len()));
    let prefix = turkish::slug(prefix);
    match (prefix.is_empty(), number.is_empty()) {
        (true, true) => "madde".to_owned(),
        (true, false) => format!("madde-{}", plain(number)),
        (false, true) => format!("{prefix}-madde"),
        (false, false) => format!("{prefix}-madde-{}", plain(number)),
    }
}

/// Inner punctuation becomes a hyphen, gaps go; letters stay as they are.
fn plain(label: &str) -> String {
    let mut out = String::with_capacity(label.len());
    for c in label.chars().filter(|c| !super::characters::is_gap(*c)) {
        out.push(if c.is_alphanumeric() { c } else { '-' });
    }
    out
}

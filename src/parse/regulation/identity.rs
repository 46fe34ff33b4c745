//! Names of clauses in links. A name is made of labels, not of positions, so that it stays when a clause is put in
//! before it; and letters are never folded: `ı` and `i` are two points.

use std::collections::HashMap;

use foldhash::fast::RandomState;

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
    wanted: HashMap<Box<str>, u32, RandomState>,
    repeats: Repeats,
    /// The name that is being made.
    name: String,
}

impl Names {
    /// `quote` is the name of the quotation that all of them stand in.
    fn children(&mut self, nodes: &mut [Node], parent: &str, quote: &str, within: Option<Kind>) {
        let mut count = Count::default();
        for node in nodes {
            self.name.clear();
            want(&mut self.name, node, parent, quote, within, &mut count);
            node.id = self.unique(node);
            // Articles are counted through the whole text and headings named by their words.
            let quote = if node.kind == Kind::Quote { &node.id } else { quote };
            self.children(&mut node.children, &node.id, quote, Some(node.kind));
        }
    }

    /// The underscore stands in no name that is made of labels, so a second `a)` meets nothing else.
    fn unique(&mut self, node: &Node) -> Box<str> {
        let times = match self.wanted.get_mut(self.name.as_str()) {
            Some(times) => {
                *times += 1;
                *times
            }
            None => {
                self.wanted.insert(self.name.as_str().into(), 1);
                return self.name.as_str().into();
            }
        };
        let name: Box<str> = format!("{}_{times}", self.name).into();
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

/// Writes the name that a clause should have.
fn want(out: &mut String, node: &Node, parent: &str, quote: &str, within: Option<Kind>, count: &mut Count) {
    let label = node.label.as_deref();
    let slug = match (node.kind, label) {
        (Kind::Heading, None) => turkish::slug(node.heading.as_deref().unwrap_or_default()),
        _ => String::new(),
    };
    // What is counted through the whole text is counted through the quotation.
    let through = match node.kind {
        Kind::Article => true,
        Kind::Heading => label.is_some() || !slug.is_empty(),
        Kind::Text | Kind::Quote => label.is_some(),
        _ => false,
    };
    let above = if through { quote } else { parent };
    out.push_str(above);
    if !above.is_empty() {
        out.push('-');
    }
    let counted = |out: &mut String, sign: char, count: &mut u32| {
        *count += 1;
        out.push(sign);
        push_number(out, *count);
    };
    match (node.kind, label) {
        (Kind::Part, _) => {
            out.push_str("kisim-");
            push_number(out, node.value);
        }
        (Kind::Chapter, _) => {
            out.push_str("bolum-");
            push_number(out, node.value);
        }
        (Kind::Article, label) => push_article(out, label.unwrap_or_default()),
        // A decimal label holds the labels above it.
        (Kind::Heading, Some(label)) => push_plain(out, label),
        (Kind::Heading, None) => out.push_str(if through { &slug } else { "baslik" }),
        (Kind::Paragraph, Some(label)) => {
            count.paragraph = node.value;
            out.push('f');
            push_plain(out, label);
        }
        (Kind::Paragraph, None) => counted(out, 'f', &mut count.paragraph),
        (Kind::Point | Kind::Subpoint, Some(label)) => {
            if node.kind == Kind::Point && matches!(within, Some(Kind::Article | Kind::Paragraph)) {
                out.push_str("b-");
            }
            push_plain(out, label);
        }
        (Kind::Point | Kind::Subpoint, None) => counted(out, 'n', &mut count.bullet),
        (Kind::Text | Kind::Quote, Some(label)) => {
            out.push_str("dipnot-");
            push_plain(out, label);
        }
        (Kind::Quote, None) => counted(out, 'a', &mut count.quote),
        (Kind::Text, None) => counted(out, 'm', &mut count.text),
    }
}

/// `26/A` → `madde-26-A`, `Geçici 1` → `gecici-madde-1`: the name in links of the article that a label or a citation
/// names.
pub fn of_article(label: &str) -> String {
    let mut name = String::with_capacity("gecici-madde-".len() + label.len());
    push_article(&mut name, label);
    name
}

fn push_article(out: &mut String, label: &str) {
    let (prefix, number) = label.split_at(label.find(|c: char| c.is_ascii_digit()).unwrap_or(label.len()));
    let prefix = if prefix.is_empty() { String::new() } else { turkish::slug(prefix) };
    out.push_str(&prefix);
    out.push_str(if prefix.is_empty() { "madde" } else { "-madde" });
    if !number.is_empty() {
        out.push('-');
        push_plain(out, number);
    }
}

/// Inner punctuation becomes a hyphen, gaps go; letters stay as they are.
fn push_plain(out: &mut String, label: &str) {
    for c in label.chars().filter(|c| !super::characters::is_gap(*c)) {
        out.push(if c.is_alphanumeric() { c } else { '-' });
    }
}

fn push_number(out: &mut String, number: u32) {
    if number >= 10 {
        push_number(out, number / 10);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

//! The tree of a regulation: clauses with their words, and every byte of the source in its place. Not prose: the model
//! makes a page of it.

use std::ops::Range;

use super::Alphabet;
use super::characters::{trimmed, unwrapped_length};
use super::damage::{self, Repair};

/// A regulation as read (mevzuat metni).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegulationText {
    /// The words above the first clause that name it; empty when there are none.
    pub title: String,
    /// The letters its lists use.
    pub alphabet: Option<Alphabet>,
    /// The clauses, in reading order.
    pub nodes: Vec<Node>,
    /// The text as it was read: as it came, but for repairs.
    source: Box<str>,
    /// What was repaired, in order.
    repairs: Vec<Repair>,
    /// The bytes before the first clause.
    front: u32,
}

/// A clause (hüküm): a part, a heading, an article, a point, or text between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// Its name in links, unique in the text: `madde-4-f1-b-c`, `2-ff`.
    pub id: Box<str>,
    /// The label without keyword and punctuation: `26/A`, `ç`, `1.2.1`, `Geçici 1`.
    pub label: Option<Box<str>>,
    /// The label as printed: `MADDE 26/A –`, `ç)`, `1.2.1`.
    pub printed: Option<Box<str>>,
    /// The heading.
    pub heading: Option<Box<str>>,
    /// Its own words, wrapped lines joined; empty when all it says is in its children.
    pub text: Box<str>,
    /// Line it begins at, from 1.
    pub line: u32,
    /// Its number, or its letter's code; 0 without one.
    pub(super) value: u32,
    /// The source from its first byte to the next clause's, its children excluded.
    pub(super) own: Range<u32>,
    /// Clauses within it.
    pub children: Vec<Node>,
}

/// What a clause is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// KİTAP, KISIM.
    Part,
    /// BÖLÜM, AYIRIM.
    Chapter,
    /// A decimal clause (`1.2.1`) or a heading without a number.
    Heading,
    /// MADDE.
    Article,
    /// Fıkra.
    Paragraph,
    /// Bent.
    Point,
    /// Alt bent.
    Subpoint,
    /// Words between clauses: the tail of a list, a note, a line nobody numbered.
    Text,
    /// New wording of another text, quoted (alıntı). The clauses in it are not this text's.
    Quote,
}

impl Kind {
    /// The machine name.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Part => "part",
            Kind::Chapter => "chapter",
            Kind::Heading => "heading",
            Kind::Article => "article",
            Kind::Paragraph => "paragraph",
            Kind::Point => "point",
            Kind::Subpoint => "subpoint",
            Kind::Text | Kind::Quote => "text",
        }
    }
}

impl RegulationText {
    pub(super) fn new(source: &str, repairs: Vec<Repair>, title: String, alphabet: Option<Alphabet>, nodes: Vec<Node>) -> Self {
        let front = nodes.first().map_or(source.len() as u32, |n| n.own.start);
        RegulationText { title, alphabet, nodes, source: source.into(), repairs, front }
    }

    /// The text as it came, put together from the tree.
    pub fn to_source(&self) -> String {
        let mut out = String::with_capacity(self.source.len());
        out.push_str(&self.source[..self.front as usize]);
        self.each(&mut |node| out.push_str(self.source_of(node)));
        if self.repairs.is_empty() { out } else { damage::undone(&out, &self.repairs) }
    }

    /// The text as it was read: as it came, but for repairs. [`span`](Self::span) and [`words`](Self::words) are places in it.
    pub fn read(&self) -> &str {
        &self.source
    }

    /// The bytes of [`read`](Self::read) that a clause and all within it take, the gap after them excluded.
    pub fn span(&self, node: &Node) -> Range<usize> {
        let start = node.own.start as usize;
        let mut last = node;
        while let Some(child) = last.children.last() {
            last = child;
        }
        let all = &self.source[start..last.own.end as usize];
        start..start + all.trim_end_matches(super::characters::is_gap).len()
    }

    /// The words of a clause itself (label, heading and text), each with its place in [`read`](Self::read).
    pub fn words(&self, node: &Node) -> Vec<(usize, &str)> {
        let (start, own) = (node.own.start as usize, self.source_of(node));
        let words = own.split(super::characters::is_gap).filter(|w| !w.is_empty());
        // Words are pieces of `own`, so their distance is their place.
        words.map(|word| (start + (word.as_ptr() as usize - own.as_ptr() as usize), word)).collect()
    }

    /// Where a clause's label begins in [`read`](Self::read); its heading may stand above it.
    pub fn label_start(&self, node: &Node) -> usize {
        let start = node.own.start as usize;
        let own = self.source_of(node);
        let above = (node.line - self.first_line(node)) as usize;
        let below = own.split_inclusive('\n').take(above).map(str::len).sum::<usize>();
        let gap = own[below..].len() - own[below..].trim_start_matches(super::characters::is_gap).len();
        start + below + gap
    }

    fn first_line(&self, node: &Node) -> u32 {
        self.source[..node.own.start as usize].matches('\n').count() as u32 + 1
    }

    /// What stands in the source between a clause's first byte and the next clause.
    pub fn source_of(&self, node: &Node) -> &str {
        &self.source[node.own.start as usize..node.own.end as usize]
    }

    /// The line of the file that byte `place` of a clause's own text stands at.
    pub(super) fn line_of(&self, node: &Node, place: usize) -> u32 {
        self.lines_of(node, std::iter::once(place)).pop().unwrap_or(node.line)
    }

    /// The lines of the file that `places` in a clause's own text stand at, which are bytes of it and ascend.
    pub(super) fn lines_of(&self, node: &Node, places: impl Iterator<Item = usize>) -> Vec<u32> {
        let mut places = places.peekable();
        let Some(first) = places.peek().copied() else { return Vec::new() };
        let own = self.source_of(node);
        // The text is what the clause ends with, so its lines are measured from the end.
        let mut line = node.line + own.bytes().filter(|b| *b == b'\n').count() as u32;
        let mut begin = node.text.len();
        let mut begins = Vec::new();
        for words in own.rsplit('\n').map(trimmed) {
            if !words.is_empty() {
                begin = begin.saturating_sub(unwrapped_length(words));
                begins.push((begin, line));
                if begin <= first {
                    break;
                }
                // The space between two lines.
                begin -= 1;
            }
            line -= 1;
        }
        let mut line = node.line;
        let line_of = |place| {
            while let Some((_, next)) = begins.pop_if(|(begin, _)| *begin <= place) {
                line = next;
            }
            line
        };
        places.map(line_of).collect()
    }

    /// Calls `visit` with every clause of the text's own, in reading order; of a quotation only with the whole.
    pub fn each_own<'n>(&'n self, visit: &mut impl FnMut(&'n Node)) {
        fn walk<'n>(nodes: &'n [Node], visit: &mut impl FnMut(&'n Node)) {
            for node in nodes {
                visit(node);
                if node.kind != Kind::Quote {
                    walk(&node.children, visit);
                }
            }
        }
        walk(&self.nodes, visit);
    }

    /// Calls `visit` with every clause, in reading order, those that are quoted as well.
    pub fn each<'n>(&'n self, visit: &mut impl FnMut(&'n Node)) {
        fn walk<'n>(nodes: &'n [Node], visit: &mut impl FnMut(&'n Node)) {
            for node in nodes {
                visit(node);
                walk(&node.children, visit);
            }
        }
        walk(&self.nodes, visit);
    }
}

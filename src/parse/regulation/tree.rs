//! The tree of a regulation: clauses with their words, and every byte of the source in its place. Not prose: the model
//! makes a page of it.

use std::ops::Range;

use super::Alphabet;
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

    /// The line of the file that word `number` (from 0) of a clause's own text stands at.
    pub(super) fn line_of(&self, node: &Node, number: usize) -> u32 {
        self.lines_of(node, std::iter::once(number)).pop().unwrap_or(node.line)
    }

    /// The lines of the file that words of a clause's own text stand at; `numbers` (from 0) ascend.
    pub(super) fn lines_of(&self, node: &Node, numbers: impl Iterator<Item = usize>) -> Vec<u32> {
        let mut numbers = numbers.peekable();
        if numbers.peek().is_none() {
            return Vec::new();
        }
        let own = self.source_of(node);
        if !own.trim_end().contains('\n') {
            return numbers.map(|_| node.line).collect();
        }
        // The text is what the clause ends with, so its words count from the end.
        let starts = starts_of_words(own);
        let skipped = starts.len().saturating_sub(node.text.bytes().filter(|b| *b == b' ').count() + 1);
        let (mut line, mut done) = (node.line, 0);
        let mut lines = Vec::new();
        for number in numbers {
            if let Some(at) = starts.get(skipped + number).copied().filter(|at| *at >= done) {
                line += own[done..at].bytes().filter(|b| *b == b'\n').count() as u32;
                done = at;
            }
            lines.push(line);
        }
        lines
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

/// Where the words between gaps begin. Letters of Turkish have none of the bytes that gaps other than ASCII's begin with, so
/// most gaps are found without decoding.
fn starts_of_words(text: &str) -> Vec<usize> {
    let plain = text.bytes().fold(true, |plain, b| plain & !matches!(b, 0xC2 | 0xE1..=0xE3 | 0xEF));
    if !plain {
        let words = text.split(super::characters::is_gap).filter(|word| !word.is_empty());
        // Words are pieces of the text, so their distance is their place.
        return words.map(|word| word.as_ptr() as usize - text.as_ptr() as usize).collect();
    }
    let mut starts = Vec::with_capacity(text.len() / 6 + 1);
    let mut after_gap = true;
    for (at, byte) in text.bytes().enumerate() {
        let gap = matches!(byte, b'\t'..=b'\r' | b' ');
        if after_gap && !gap {
            starts.push(at);
        }
        after_gap = gap;
    }
    starts
}

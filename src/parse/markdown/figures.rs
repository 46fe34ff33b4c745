//! Figure mentions (`![…](chart:id)`, `![…](table:id)`): written as pictures, read as blocks of their own.

use super::{LinkSyntax, RawLink};
use crate::prose::{Block, Inline};

/// True for the targets of figures shown as blocks.
pub(super) fn is_mention(target: &str) -> bool {
    target.starts_with("chart:") || target.starts_with("table:")
}

/// Makes a block of every mention, splitting the paragraph it stands in.
pub(super) fn lift(blocks: Vec<Block>, links: &[RawLink]) -> Vec<Block> {
    if !links.iter().any(|l| is_mention(&l.target)) {
        return blocks;
    }
    let mut out = Vec::with_capacity(blocks.len());
    for block in blocks {
        match block {
            Block::Paragraph(content) => split(content, links, Block::Paragraph, &mut out),
            Block::Plain(content) => split(content, links, Block::Plain, &mut out),
            Block::Quote { alert, blocks } => out.push(Block::Quote { alert, blocks: lift(blocks, links) }),
            Block::List { start, items } => {
                out.push(Block::List { start, items: items.into_iter().map(|i| lift(i.blocks, links).into()).collect() });
            }
            other => out.push(other),
        }
    }
    out
}

fn split(content: Vec<Inline>, links: &[RawLink], wrap: fn(Vec<Inline>) -> Block, out: &mut Vec<Block>) {
    let mut words = Vec::new();
    for inline in content {
        match inline {
            // Other pictures are not links any more: the builder keeps only a mention as one, with its caption.
            Inline::Link { link, content } if links[link.0 as usize].syntax == LinkSyntax::Image => {
                push_words(&mut words, wrap, out);
                out.push(Block::Figure { link, caption: content });
            }
            other => words.push(other),
        }
    }
    push_words(&mut words, wrap, out);
}

fn push_words(words: &mut Vec<Inline>, wrap: fn(Vec<Inline>) -> Block, out: &mut Vec<Block>) {
    let content = std::mem::take(words);
    let says_something = content.iter().any(|i| match i {
        Inline::SoftBreak | Inline::HardBreak => false,
        Inline::Text(t) => !t.trim().is_empty(),
        _ => true,
    });
    if says_something {
        out.push(wrap(content));
    }
}

//! Figure mentions (`![…](chart:id)`, `![…](table:id)`), written as pictures and read as blocks of their own; and pictures that
//! stand alone or have a line below them, which are blocks too.

use super::{LinkSyntax, RawLink};
use crate::prose::{Block, Inline};

/// True for the targets of figures shown as blocks.
pub(super) fn is_mention(target: &str) -> bool {
    target.starts_with("chart:") || target.starts_with("table:")
}

/// Makes a block of every mention, splitting the paragraph it stands in, and of pictures that are no part of a line.
pub(super) fn lift(blocks: Vec<Block>, links: &[RawLink]) -> Vec<Block> {
    if !links.iter().any(|l| l.syntax == LinkSyntax::Image) {
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
    let alone = !content.iter().any(|i| !matches!(i, Inline::Image { .. }) && says_something(i));
    for inline in content {
        match inline {
            // Other pictures are not links any more: the builder keeps only a mention as one, with its caption.
            Inline::Link { link, content } if links[link.0 as usize].syntax == LinkSyntax::Image => {
                push_words(&mut words, wrap, out);
                out.push(Block::Figure { link, caption: content });
            }
            Inline::Image { link, alt } if alone || links[link.0 as usize].title.is_some() => {
                push_words(&mut words, wrap, out);
                out.push(Block::Picture { link, alt, caption: links[link.0 as usize].title.clone() });
            }
            other => words.push(other),
        }
    }
    push_words(&mut words, wrap, out);
}

fn push_words(words: &mut Vec<Inline>, wrap: fn(Vec<Inline>) -> Block, out: &mut Vec<Block>) {
    let content = std::mem::take(words);
    if content.iter().any(says_something) {
        out.push(wrap(content));
    }
}

fn says_something(inline: &Inline) -> bool {
    match inline {
        Inline::SoftBreak | Inline::HardBreak => false,
        Inline::Text(t) => !t.trim().is_empty(),
        _ => true,
    }
}

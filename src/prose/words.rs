//! Rewriting the words of a tree in place, for pages that are made from rows of data.

use super::{Block, Inline};

/// Rewrites every word that is shown as words.
pub(super) fn rewrite(block: &mut Block, f: &dyn Fn(&str) -> Option<String>) {
    match block {
        Block::Heading(heading) => inlines(&mut heading.content, f),
        Block::Paragraph(content) | Block::Plain(content) | Block::Figure { caption: content, .. } => inlines(content, f),
        Block::List { items, .. } => items.iter_mut().flat_map(|i| &mut i.blocks).for_each(|b| rewrite(b, f)),
        Block::Quote { blocks, .. } => blocks.iter_mut().for_each(|b| rewrite(b, f)),
        Block::Table(table) => {
            table.head.iter_mut().for_each(|cell| inlines(cell, f));
            table.rows.iter_mut().flatten().for_each(|cell| inlines(cell, f));
        }
        Block::Definitions(list) => {
            for (term, meanings) in list {
                inlines(term, f);
                meanings.iter_mut().flatten().for_each(|b| rewrite(b, f));
            }
        }
        Block::Footnotes(notes) => notes.iter_mut().flatten().for_each(|b| rewrite(b, f)),
        Block::Picture { alt, caption, .. } => {
            for words in [Some(alt), caption.as_mut()].into_iter().flatten() {
                if let Some(new) = f(words) {
                    *words = new.into();
                }
            }
        }
        Block::Code { .. } | Block::Rule | Block::Html(_) | Block::Anchor(_) => {}
    }
}

fn inlines(content: &mut [Inline], f: &dyn Fn(&str) -> Option<String>) {
    for inline in content {
        match inline {
            Inline::Text(text) => {
                if let Some(new) = f(text) {
                    *text = new.into();
                }
            }
            Inline::Emphasis(c)
            | Inline::Strong(c)
            | Inline::Strike(c)
            | Inline::Inserted(c)
            | Inline::Deleted(c)
            | Inline::Link { content: c, .. } => inlines(c, f),
            Inline::Image { alt, .. } => {
                if let Some(new) = f(alt) {
                    *alt = new.into();
                }
            }
            Inline::Code(_)
            | Inline::Footnote { .. }
            | Inline::Task(_)
            | Inline::SoftBreak
            | Inline::HardBreak
            | Inline::Html(_) => {}
        }
    }
}

//! An editor's text, cut at its headings of the second level, so that what a registry says can stand among it. The text itself
//! stays as it was written.

use crate::language::borrowed::bare;
use crate::prose::{Block, Heading, Inline, Item};
use crate::turkish::slug;

/// A text in parts (bölümler).
pub(super) struct Sections {
    /// What stands before the first heading.
    pub before: Vec<Block>,
    /// The parts, each with its heading first.
    pub rest: Vec<Vec<Block>>,
}

impl Sections {
    /// The parts of `blocks`.
    pub fn of(blocks: &[Block]) -> Sections {
        let mut sections = Sections { before: Vec::new(), rest: Vec::new() };
        for block in blocks {
            match (block, sections.rest.last_mut()) {
                (Block::Heading(heading), _) if heading.level <= 2 => sections.rest.push(vec![block.clone()]),
                (_, Some(section)) => section.push(block.clone()),
                (_, None) => sections.before.push(block.clone()),
            }
        }
        sections
    }

    /// The number of the part under the heading `title`.
    pub fn position(&self, title: &str) -> Option<usize> {
        let id = slug(&bare(title));
        let is_it = |section: &Vec<Block>| matches!(&section[0], Block::Heading(heading) if *heading.id == *id);
        self.rest.iter().position(is_it)
    }

    /// What the editor wrote under the heading `title`, without it; it is no longer among the rest.
    pub fn take(&mut self, title: &str) -> Vec<Block> {
        self.position(title).map(|at| self.rest.remove(at).split_off(1)).unwrap_or_default()
    }
}

/// A heading of the second level.
pub(super) fn heading(title: &str) -> Block {
    Block::Heading(Heading { level: 2, id: slug(&bare(title)).into(), content: inlines(title), line: 0 })
}

/// A list of lines.
pub(super) fn list(items: Vec<Vec<Inline>>) -> Block {
    Block::List { start: None, items: items.into_iter().map(|content| Item::from(vec![Block::Plain(content)])).collect() }
}

/// A paragraph of words.
pub(super) fn paragraph(text: &str) -> Block {
    Block::Paragraph(inlines(text))
}

/// Words.
pub(super) fn inlines(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.into())]
}

//! Which style sheets a text asks for beyond the one that every page has. Not their contents: those are the theme's.

use crate::prose::Block;

/// The kinds of things in a text that not every page has (gereken biçimler).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// Tables, pictures, boxes, code, quotations, footnotes, definitions: `yazi.css`.
    pub rich: bool,
    /// Figures and lists of data: `sekil.css`.
    pub figures: bool,
    /// Clauses, amendments, comparisons, tables of words: `metin.css`.
    pub regulation: bool,
}

impl Needs {
    /// The names of the theme's sheets, in the order in which they count.
    pub fn sheets(self) -> Vec<&'static str> {
        // The table behind a chart and the tables of a regulation are tables, too.
        let rich = self.rich || self.figures || self.regulation;
        let all = [(rich, "yazi.css"), (self.figures, "sekil.css"), (self.regulation, "metin.css")];
        all.into_iter().filter(|(needed, _)| *needed).map(|(_, sheet)| sheet).collect()
    }

    /// Notes what `block` itself asks for; not what is in it.
    pub(super) fn see(&mut self, block: &Block) {
        match block {
            Block::Table(table) => {
                self.rich = true;
                self.regulation |= table.stacked;
            }
            Block::List { items, .. } => {
                self.regulation |= items.iter().any(|item| item.anchor.is_some());
                self.rich |= super::has_tasks(items);
            }
            Block::Figure { .. } => self.figures = true,
            Block::Picture { .. }
            | Block::Quote { .. }
            | Block::Code { .. }
            | Block::Definitions(_)
            | Block::Footnotes(_)
            | Block::Html(_) => {
                self.rich = true;
            }
            Block::Heading(_) | Block::Paragraph(_) | Block::Plain(_) | Block::Rule | Block::Anchor(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_paragraphs_needs_nothing() {
        let mut needs = Needs::default();
        needs.see(&Block::Rule);
        needs.see(&Block::Paragraph(Vec::new()));
        assert_eq!(needs.sheets(), [""; 0]);
    }

    #[test]
    fn a_figure_brings_the_sheet_of_its_table() {
        assert_eq!(Needs { figures: true, ..Needs::default() }.sheets(), ["yazi.css", "sekil.css"]);
        assert_eq!(Needs { regulation: true, ..Needs::default() }.sheets(), ["yazi.css", "metin.css"]);
    }
}

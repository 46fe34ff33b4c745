//! One document tree for everything that is read: pages, reports, notes, regulation text.
//!
//! [`Prose<L>`] is generic in what a link is: the parser makes `Prose<RawLink>`, the model `Prose<Link>`, the view
//! `Prose<Shown>`. The blocks themselves hold only link numbers ([`LinkId`]) and are shared between the stages, so
//! resolving the links of a page copies no text. Not a renderer: `render` turns prose into HTML, Typst and text.

mod words;

use std::sync::Arc;

/// A text with its links (metin). `links[id]` is what the blocks' [`LinkId`]s point to.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Prose<L> {
    /// The blocks, in reading order; shared by all stages.
    pub blocks: Arc<[Block]>,
    /// What each link number means, in order of appearance.
    pub links: Arc<[L]>,
}

// By hand, because a derived Clone would ask `L: Clone`, which sharing does not need.
impl<L> Clone for Prose<L> {
    fn clone(&self) -> Self {
        Prose { blocks: Arc::clone(&self.blocks), links: Arc::clone(&self.links) }
    }
}

impl<L> Default for Prose<L> {
    fn default() -> Self {
        Prose { blocks: Arc::new([]), links: Arc::new([]) }
    }
}

impl<L> Prose<L> {
    /// The same text with other links: the step from one stage to the next.
    pub fn map_links<M>(&self, f: impl FnMut(&L) -> M) -> Prose<M> {
        Prose { blocks: Arc::clone(&self.blocks), links: self.links.iter().map(f).collect() }
    }

    /// The link behind a number of this prose's own blocks.
    pub fn link(&self, id: LinkId) -> &L {
        &self.links[id.0 as usize]
    }

    /// The headings, in reading order.
    pub fn headings(&self) -> impl Iterator<Item = &Heading> {
        self.blocks.iter().filter_map(|b| match b {
            Block::Heading(h) => Some(h),
            _ => None,
        })
    }

    /// Everything a link may lead to: headings and items with an anchor, in reading order.
    pub fn anchors(&self) -> Vec<&str> {
        let mut anchors = Vec::new();
        push_anchors(&self.blocks, &mut anchors);
        anchors
    }
}

fn push_anchors<'b>(blocks: &'b [Block], anchors: &mut Vec<&'b str>) {
    for block in blocks {
        match block {
            Block::Heading(h) => anchors.push(&h.id),
            Block::Anchor(id) => anchors.push(id),
            Block::List { items, .. } => {
                for item in items {
                    anchors.extend(item.anchor.as_deref());
                    push_anchors(&item.blocks, anchors);
                }
            }
            _ => {}
        }
    }
}

impl<L: Clone> Prose<L> {
    /// The same text with its words rewritten, for pages made from rows: `f` gives the new words, or `None` to keep them.
    /// Anchors, code and HTML stay as they are.
    pub fn map_words(&self, f: &dyn Fn(&str) -> Option<String>) -> Prose<L> {
        let mut blocks = self.blocks.to_vec();
        blocks.iter_mut().for_each(|b| words::rewrite(b, f));
        Prose { blocks: blocks.into(), links: Arc::clone(&self.links) }
    }
}

/// The number of a link within its [`Prose`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkId(pub u32);

/// A block of text (öbek).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Block {
    /// A heading with its anchor.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A bulleted list, or a numbered one from `start`.
    List {
        /// First number; `None` for bullets.
        start: Option<u64>,
        /// The items; tight ones hold [`Block::Plain`].
        items: Vec<Item>,
    },
    /// Text without a paragraph of its own: a tight list item.
    Plain(Vec<Inline>),
    /// A quotation, or an alert when `alert` is set.
    Quote {
        /// Which alert: note, tip, important, warning, caution.
        alert: Option<Alert>,
        /// What is quoted.
        blocks: Vec<Block>,
    },
    /// Code or other text shown as it is.
    Code {
        /// The word after the fence, often a language.
        language: Box<str>,
        /// The text.
        text: Box<str>,
    },
    /// A table written in Markdown.
    Table(Box<TextTable>),
    /// A line across.
    Rule,
    /// A figure at the line where the author mentioned it; the link says which.
    Figure {
        /// The mention.
        link: LinkId,
        /// The author's caption, used in place of the figure's own title.
        caption: Vec<Inline>,
    },
    /// A picture that stands by itself, with the line below it.
    Picture {
        /// Which.
        link: LinkId,
        /// Its text alternative; empty for a picture that only decorates.
        alt: Box<str>,
        /// The line below it.
        caption: Option<Box<str>>,
    },
    /// Terms with their definitions.
    Definitions(Vec<(Vec<Inline>, Vec<Vec<Block>>)>),
    /// The footnotes, at the end, in order of first reference (number = place + 1).
    Footnotes(Vec<Vec<Block>>),
    /// Sanitised HTML.
    Html(Box<str>),
    /// A further name for this place, so that links made long ago still lead here. Shows nothing.
    Anchor(Box<str>),
}

/// An item of a list (liste öğesi).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Item {
    /// The anchor, unique on its page, where a link may lead here.
    pub anchor: Option<Box<str>>,
    /// The label in place of a bullet, as it was printed: `ff)`, `(1)`.
    pub label: Option<Box<str>>,
    /// What it says.
    pub blocks: Vec<Block>,
}

impl From<Vec<Block>> for Item {
    fn from(blocks: Vec<Block>) -> Item {
        Item { blocks, ..Item::default() }
    }
}

/// A heading (başlık).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// The anchor, unique on its page.
    pub id: Box<str>,
    /// What it says.
    pub content: Vec<Inline>,
    /// Line in its file, from 1.
    pub line: u32,
}

/// A table written in Markdown (not one made from data).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TextTable {
    /// How each column is set.
    pub align: Vec<Align>,
    /// Cells of the head row.
    pub head: Vec<Vec<Inline>>,
    /// Cells of the body rows.
    pub rows: Vec<Vec<Vec<Inline>>>,
    /// True where the first cell of a row names it, and a row becomes a block of its own on a narrow screen: for tables
    /// whose cells are paragraphs.
    pub stacked: bool,
}

/// How a column of a [`TextTable`] is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Align {
    /// As the page is.
    Start,
    /// In the middle.
    Center,
    /// As numbers are.
    End,
}

/// Kinds of alert (uyarı kutusu), from Markdown's `> [!NOTE]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Alert {
    /// Bilgi.
    Note,
    /// Öneri.
    Tip,
    /// Önemli.
    Important,
    /// Uyarı.
    Warning,
    /// Dikkat.
    Caution,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Inline {
    /// Words.
    Text(Box<str>),
    /// Words shown as code.
    Code(Box<str>),
    /// Emphasised.
    Emphasis(Vec<Inline>),
    /// Strong.
    Strong(Vec<Inline>),
    /// Struck through.
    Strike(Vec<Inline>),
    /// Words that another version of the text does not have.
    Inserted(Vec<Inline>),
    /// Words that the other version no longer has.
    Deleted(Vec<Inline>),
    /// A link, or an inline number when its target is one.
    Link {
        /// Where to.
        link: LinkId,
        /// What is clicked.
        content: Vec<Inline>,
    },
    /// A picture within a line.
    Image {
        /// Which.
        link: LinkId,
        /// Its text alternative; empty for a picture that only decorates.
        alt: Box<str>,
    },
    /// The reference to footnote `number` (from 1); `nth` counts references to the same note.
    Footnote {
        /// The note's number.
        number: u32,
        /// Which reference to it this is, from 1.
        nth: u32,
    },
    /// The box of a task list.
    Task(bool),
    /// A line end that means nothing.
    SoftBreak,
    /// A line end that the author wants.
    HardBreak,
    /// Sanitised HTML.
    Html(Box<str>),
}

/// The words of a run of inlines, without marks: for anchors, titles, summaries, search.
pub fn plain_text(content: &[Inline]) -> String {
    let mut out = String::new();
    push_plain(content, &mut out);
    out
}

fn push_plain(content: &[Inline], out: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(t) | Inline::Code(t) => out.push_str(t),
            Inline::Emphasis(c)
            | Inline::Strong(c)
            | Inline::Strike(c)
            | Inline::Inserted(c)
            | Inline::Deleted(c)
            | Inline::Link { content: c, .. } => push_plain(c, out),
            Inline::Image { alt, .. } => out.push_str(alt),
            Inline::SoftBreak | Inline::HardBreak => out.push(' '),
            Inline::Footnote { .. } | Inline::Task(_) | Inline::Html(_) => {}
        }
    }
}

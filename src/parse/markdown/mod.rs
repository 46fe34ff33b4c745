//! Markdown → [`Prose<RawLink>`]: CommonMark with tables, footnotes, task lists, alerts and heading anchors.
//!
//! The only door to `pulldown-cmark` and `ammonia`. Total: any text gives a tree. Links are kept as written, each with
//! its place; whether they lead anywhere is the model's question. Turning trees into HTML is `render`'s work.

mod figures;
mod foreign;
mod html;
mod loose;
mod nest;
mod tree;

use std::sync::Arc;

use pulldown_cmark::{Options, Parser};

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::prose::{Block, LinkId, Prose};

/// A link as the author wrote it, with its place (ham bağlantı).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RawLink {
    /// The target, unescaped.
    pub target: Box<str>,
    /// Line in the file, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// What the author made of it.
    pub syntax: LinkSyntax,
    /// The words in quotation marks behind the target; of a picture the line below it.
    pub title: Option<Box<str>>,
    /// The file it is written in, where that is not the page's: a registry's.
    pub file: Option<Arc<str>>,
}

/// What kind of Markdown a link stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LinkSyntax {
    /// `[words](target)`
    Link,
    /// `![words](target)`
    Image,
    /// `<https://…>` or `<a@b>`
    Auto,
}

/// Reads `text`, which starts at line `first_line` of `file`.
pub fn parse(diag: &mut Diagnostics, file: &Arc<str>, text: &str, first_line: u32) -> Prose<RawLink> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM;
    let mut builder = tree::Builder::new(diag, file, text, first_line);
    let mut loose = loose::Loose::new(text);
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        loose.look_at(&event, &range);
        builder.event(event, range);
    }
    let (blocks, links) = builder.finish();
    loose.finish(diag, file, first_line);
    let blocks = figures::lift(blocks, &links);
    check_headings(diag, file, &blocks);
    Prose { blocks: blocks.into(), links: links.into() }
}

/// `prose` below a picture that is named elsewhere, at `place`: in the page's front matter.
pub fn with_picture(
    diag: &mut Diagnostics,
    place: &Place,
    prose: &Prose<RawLink>,
    target: &str,
    alt: &str,
    caption: Option<&str>,
) -> Prose<RawLink> {
    if alt.trim().is_empty() {
        diag.push(Diagnostic::new(Code::MISSING_ALT, place.clone()).hint("front"));
    }
    let alt = if alt.trim() == tree::DECORATION { "" } else { alt };
    let link = LinkId(prose.links.len() as u32);
    let caption: Option<Box<str>> = caption.map(Box::from);
    let raw = RawLink {
        target: target.into(),
        line: place.line,
        column: place.column,
        syntax: LinkSyntax::Image,
        title: caption.clone(),
        file: None,
    };
    let picture = Block::Picture { link, alt: alt.into(), caption };
    Prose {
        blocks: std::iter::once(picture).chain(prose.blocks.iter().cloned()).collect(),
        links: prose.links.iter().cloned().chain([raw]).collect(),
    }
}

/// The page's title is its only first-level heading, and levels go down one at a time (WCAG 2.2, 1.3.1).
fn check_headings(diag: &mut Diagnostics, file: &Arc<str>, blocks: &[Block]) {
    let mut previous = 1;
    for block in blocks {
        let Block::Heading(heading) = block else { continue };
        if heading.level == 1 || heading.level > previous + 1 {
            let hint = if heading.level == 1 { "first" } else { "skipped" };
            diag.push(
                Diagnostic::new(Code::HEADING_LEVEL, Place::at(Arc::clone(file), heading.line, 1))
                    .with("level", heading.level.to_string())
                    .with("previous", previous.to_string())
                    .with("kind", hint)
                    .hint(hint),
            );
        }
        previous = heading.level;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::{Inline, plain_text};

    fn read(text: &str) -> (Prose<RawLink>, Vec<String>) {
        let mut diag = Diagnostics::new();
        let prose = parse(&mut diag, &"a.md".into(), text, 1);
        let codes = diag.iter().map(|d| format!("{}:{} {}", d.place.line, d.place.column, d.code.id())).collect();
        (prose, codes)
    }

    fn ids(text: &str) -> Vec<String> {
        read(text).0.headings().map(|h| h.id.to_string()).collect()
    }

    #[test]
    fn headings_get_turkish_anchors_that_do_not_collide() {
        assert_eq!(
            ids("## İş İlişkileri\n\n## Iş ilişkileri\n\n## Şikâyet {#sikayet}\n"),
            ["is-iliskileri", "is-iliskileri-2", "sikayet"]
        );
        assert_eq!(ids("## ---\n\n## …\n"), ["bolum", "bolum-2"], "a heading without letters still has an anchor");
    }

    #[test]
    fn links_know_their_line_and_column() {
        let (prose, _) = read("bir\n\nşu [sayfa](/a/ \"T\") ve\n[öbür](b.md#c)\n");
        let places: Vec<_> = prose.links.iter().map(|l| (&*l.target, l.line, l.column)).collect();
        assert_eq!(places, [("/a/", 3, 4), ("b.md#c", 4, 1)]);
    }

    #[test]
    fn a_figure_mention_is_a_block_where_the_author_wrote_it() {
        let (prose, codes) = read("önce\n\n![Aylık *başvuru*](chart:aylik?birim=fen)\n\nsonra\n");
        assert!(codes.is_empty(), "{codes:?}");
        let Block::Figure { link, caption } = &prose.blocks[1] else { panic!("{:?}", prose.blocks) };
        assert_eq!(&*prose.link(*link).target, "chart:aylik?birim=fen");
        assert_eq!(plain_text(caption), "Aylık başvuru");
    }

    #[test]
    fn a_figure_inside_a_sentence_splits_the_paragraph() {
        let (prose, _) = read("önce ![x](table:t) sonra\n");
        assert!(
            matches!(&prose.blocks[..], [Block::Paragraph(_), Block::Figure { .. }, Block::Paragraph(_)]),
            "{:?}",
            prose.blocks
        );
    }

    #[test]
    fn footnotes_are_numbered_by_first_reference() {
        let (prose, _) = read("iki[^b] bir[^a] yine[^b]\n\n[^a]: A\n\n[^b]: B\n");
        let Block::Footnotes(notes) = &prose.blocks[1] else { panic!("{:?}", prose.blocks) };
        assert_eq!(notes.len(), 2);
        assert!(matches!(&notes[0][0], Block::Paragraph(p) if plain_text(p) == "B"));
        let Block::Paragraph(line) = &prose.blocks[0] else { panic!() };
        let references: Vec<_> = line
            .iter()
            .filter_map(|i| match i {
                Inline::Footnote { number, nth } => Some((*number, *nth)),
                _ => None,
            })
            .collect();
        assert_eq!(references, [(1, 1), (2, 1), (1, 2)]);
    }

    #[test]
    fn scripts_are_taken_out_with_a_word() {
        let (prose, codes) = read("<div onclick=\"x()\">a<script>alert(1)</script></div>\n\nb <i onmouseover=x>c</i><br>d\n");
        let Block::Html(html) = &prose.blocks[0] else { panic!("{:?}", prose.blocks) };
        assert!(!html.contains("script") && !html.contains("onclick"), "{html}");
        assert_eq!(codes, ["1:1 html-removed", "3:3 html-removed", "3:21 html-removed"]);
        let Block::Paragraph(line) = &prose.blocks[1] else { panic!() };
        assert!(line.contains(&Inline::HardBreak), "<br> is a line end: {line:?}");
    }

    #[test]
    fn pictures_need_words_and_links_too() {
        let (_, codes) = read("![](resim.png)\n\n[tıklayınız](/a/)\n");
        assert_eq!(codes, ["1:1 missing-alt", "3:1 vague-link"]);
    }

    #[test]
    fn skipped_and_first_levels_are_mentioned() {
        let (_, codes) = read("# Bir\n\n## İki\n\n#### Dört\n");
        assert_eq!(codes, ["1:1 heading-level", "5:1 heading-level"]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_gives_a_tree(text in "[\\PC\n\\[\\]()<>#|*_`!~^:-]{0,300}") {
            let _ = read(&text);
        }
    }
}

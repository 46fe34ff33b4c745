//! Prose as nodes of the template's tree. Depth is bounded, because Typst bounds the depth of its calls: what lies
//! deeper is printed as plain words. Nothing is dropped but marks.

use super::data::Reader;
use super::nodes::{Definition, Mark, Node, Word};
use crate::prose::{Alert, Align, Block, Heading, Inline, Item, LinkId, TextTable, plain_text};
use crate::render::report;
use crate::view::Shown;

/// Blocks within blocks, and marks within marks, are followed this deep.
const DEPTH: usize = 6;

/// The blocks of a report, footnotes excepted.
pub fn blocks(reader: &mut Reader, blocks: &[Block]) -> Vec<Node> {
    let nodes = nested(reader, blocks, 0);
    join_landscape(nodes)
}

/// The footnotes, wherever they stand.
pub fn footnotes(reader: &mut Reader, blocks: &[Block]) -> Vec<Vec<Node>> {
    let notes = blocks.iter().filter_map(|block| match block {
        Block::Footnotes(notes) => Some(notes),
        _ => None,
    });
    notes.flatten().map(|note| nested(reader, note, 1)).collect()
}

/// A run of inlines.
pub fn words(reader: &mut Reader, content: &[Inline]) -> Vec<Word> {
    marked(reader, content, 0)
}

fn nested(reader: &mut Reader, blocks: &[Block], depth: usize) -> Vec<Node> {
    blocks.iter().filter_map(|block| node(reader, block, depth)).collect()
}

fn node(reader: &mut Reader, block: &Block, depth: usize) -> Option<Node> {
    if depth > DEPTH {
        let text = reader.letters.breakable(&block_text(block));
        return (!text.trim().is_empty()).then(|| Node::Paragraph { c: vec![Word::Text(text)] });
    }
    Some(match block {
        Block::Heading(h) => heading(reader, h),
        Block::Paragraph(c) => Node::Paragraph { c: words(reader, c) },
        Block::Plain(c) => Node::Plain { c: words(reader, c) },
        Block::List { start, items } => {
            if items.iter().any(|item| item.label.is_some()) {
                return Some(labelled(reader, items, depth));
            }
            let items = items.iter().map(|item| nested(reader, &item.blocks, depth + 1)).collect();
            match start {
                Some(start) => Node::Numbers { start: *start, items },
                None => Node::Bullets { items },
            }
        }
        Block::Quote { alert, blocks } => Node::Quote { title: alert.map(alert_title), c: nested(reader, blocks, depth + 1) },
        Block::Code { text, .. } => Node::Code { text: reader.letters.printable(text) },
        Block::Table(table) if table.align.is_empty() => return None,
        Block::Table(table) => text_table(reader, table),
        Block::Rule => Node::Rule,
        Block::Figure { link, caption } => figure(reader, *link, caption)?,
        Block::Picture { link, alt, caption } => picture(reader, *link, alt, caption.as_deref())?,
        Block::Definitions(entries) => {
            let items = entries.iter().map(|(term, texts)| Definition {
                term: words(reader, term),
                c: texts.iter().flat_map(|text| nested(reader, text, depth + 1)).collect(),
            });
            Node::Definitions { items: items.collect() }
        }
        Block::Footnotes(_) | Block::Anchor(_) => return None,
        Block::Html(html) => {
            let text = reader.letters.breakable(without_tags(html).trim());
            (!text.is_empty()).then(|| Node::Paragraph { c: vec![Word::Text(text)] })?
        }
    })
}

/// A list whose labels are its own: a term list, so that each label is printed as it was.
fn labelled(reader: &mut Reader, items: &[Item], depth: usize) -> Node {
    let mut definitions = Vec::with_capacity(items.len());
    for item in items {
        let label = reader.letters.printable(item.label.as_deref().unwrap_or("•"));
        definitions.push(Definition { term: vec![Word::Text(label)], c: nested(reader, &item.blocks, depth + 1) });
    }
    Node::Definitions { items: definitions }
}

/// A heading of a level that leaves no gap after the one before, or a paragraph where it says nothing: PDF/UA-1 asks both.
fn heading(reader: &mut Reader, heading: &Heading) -> Node {
    let c = words(reader, &heading.content);
    if plain_text(&heading.content).trim().is_empty() {
        return Node::Paragraph { c };
    }
    let level = (heading.level.saturating_sub(reader.heading_base) + 1).min(reader.heading_before + 1);
    reader.heading_before = level;
    Node::Heading { level, c }
}

fn figure(reader: &mut Reader, link: LinkId, caption: &[Inline]) -> Option<Node> {
    let report = reader.report;
    match report::shown(&report.prose, link)? {
        Shown::Figure(mention, figure) => Some(reader.figure(*mention, figure, caption)),
        Shown::Number(number) => {
            let text = reader.letters.printable(&number.text);
            Some(Node::Paragraph { c: vec![Word::Mark(Mark::Number { text })] })
        }
        Shown::Href { .. } | Shown::Picture(_) | Shown::Words => Some(Node::Paragraph { c: words(reader, caption) }),
    }
}

/// A picture with the line below it. One that cannot be printed is told in words: its text alternative stands for it.
fn picture(reader: &mut Reader, link: LinkId, alt: &str, caption: Option<&str>) -> Option<Node> {
    let report = reader.report;
    if let Some(Shown::Picture(doc)) = report::shown(&report.prose, link)
        && let Some(node) = reader.picture(doc, alt, caption)
    {
        return Some(node);
    }
    let words: Vec<&str> = [Some(alt), caption].into_iter().flatten().filter(|words| !words.is_empty()).collect();
    let words = vec![Word::Text(reader.letters.breakable(&words.join(". ")))];
    (!alt.is_empty() || caption.is_some()).then(|| Node::Paragraph { c: vec![Word::Mark(Mark::Emphasis { c: words })] })
}

fn text_table(reader: &mut Reader, table: &TextTable) -> Node {
    let columns = table.align.len();
    // Rows as long as the head, whatever the author left out.
    let mut cells = |row: &Vec<Vec<Inline>>| -> Vec<Vec<Word>> {
        (0..columns).map(|i| row.get(i).map(|cell| words(reader, cell)).unwrap_or_default()).collect()
    };
    Node::Table {
        align: table.align.iter().map(|align| align_name(*align)).collect(),
        head: cells(&table.head),
        cells: table.rows.iter().flat_map(cells).collect(),
    }
}

fn marked(reader: &mut Reader, content: &[Inline], depth: usize) -> Vec<Word> {
    if depth > DEPTH {
        return vec![Word::Text(reader.letters.breakable(&plain_text(content)))];
    }
    let deeper = |reader: &mut Reader, c: &[Inline]| marked(reader, c, depth + 1);
    let mut out = Vec::with_capacity(content.len());
    for inline in content {
        let mark = match inline {
            Inline::Text(text) => {
                out.push(Word::Text(reader.letters.breakable(text)));
                continue;
            }
            Inline::SoftBreak => {
                out.push(Word::Text(" ".to_owned()));
                continue;
            }
            Inline::Code(text) => Mark::Code { text: reader.letters.breakable(text) },
            Inline::Emphasis(c) => Mark::Emphasis { c: deeper(reader, c) },
            Inline::Strong(c) => Mark::Strong { c: deeper(reader, c) },
            Inline::Strike(c) | Inline::Deleted(c) => Mark::Strike { c: deeper(reader, c) },
            Inline::Inserted(c) => Mark::Strong { c: deeper(reader, c) },
            Inline::Foreign { language, content } => Mark::Foreign { language: language.to_string(), c: deeper(reader, content) },
            Inline::Link { link, content } => {
                let report = reader.report;
                match report::shown(&report.prose, *link) {
                    Some(Shown::Number(number)) => Mark::Number { text: reader.letters.printable(&number.text) },
                    Some(Shown::Href { url, .. }) if let Some(url) = absolute(url) => {
                        Mark::Link { url, c: deeper(reader, content) }
                    }
                    _ => {
                        out.extend(deeper(reader, content));
                        continue;
                    }
                }
            }
            Inline::Image { alt, .. } => Mark::Emphasis { c: vec![Word::Text(reader.letters.breakable(alt))] },
            Inline::Footnote { number, .. } => Mark::Note { number: *number },
            Inline::Task(done) => {
                out.push(Word::Text(if *done { "[x] " } else { "[ ] " }.to_owned()));
                continue;
            }
            Inline::HardBreak => Mark::Break,
            Inline::Html(html) if html.starts_with("<br") => Mark::Break,
            Inline::Html(html) => {
                out.push(Word::Text(reader.letters.breakable(&without_tags(html))));
                continue;
            }
        };
        out.push(Word::Mark(mark));
    }
    out
}

/// An address that means something on paper: one that names its host. Letters beyond ASCII are percent-encoded, as a
/// URI in a PDF must be 7-bit (ISO 32000-1, 12.6.4.7).
fn absolute(url: &str) -> Option<String> {
    let known = ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| url.starts_with(scheme));
    if !known || url.len() > 2000 {
        return None;
    }
    let mut out = String::with_capacity(url.len());
    for byte in url.bytes() {
        match byte {
            b'!'..=b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    Some(out)
}

/// The words of sanitised HTML.
fn without_tags(html: &str) -> String {
    let mut text = String::new();
    for (i, part) in html.split('<').enumerate() {
        let words = if i == 0 { part } else { part.split_once('>').map_or("", |(_, words)| words) };
        text.push_str(words);
    }
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", "\u{A0}"), ("&amp;", "&")]
        .iter()
        .fold(text, |text, (from, to)| text.replace(from, to))
}

/// The words of a block, without marks, for what lies too deep to be set.
fn block_text(block: &Block) -> String {
    let inner = |blocks: &[Block]| blocks.iter().map(block_text).collect::<Vec<_>>().join(" ");
    match block {
        Block::Heading(h) => plain_text(&h.content),
        Block::Paragraph(c) | Block::Plain(c) | Block::Figure { caption: c, .. } => plain_text(c),
        Block::List { items, .. } => items.iter().map(|item| inner(&item.blocks)).collect::<Vec<_>>().join(" "),
        Block::Quote { blocks, .. } => inner(blocks),
        Block::Picture { alt, .. } => alt.to_string(),
        Block::Code { text, .. } => text.to_string(),
        Block::Table(t) => t.rows.iter().flatten().map(|cell| plain_text(cell)).collect::<Vec<_>>().join(" "),
        Block::Definitions(entries) => {
            let words = |(term, texts): &(Vec<Inline>, Vec<Vec<Block>>)| {
                texts.iter().fold(plain_text(term), |all, text| format!("{all} {}", inner(text)))
            };
            entries.iter().map(words).collect::<Vec<_>>().join(" ")
        }
        Block::Html(html) => without_tags(html),
        Block::Rule | Block::Footnotes(_) | Block::Anchor(_) => String::new(),
    }
}

/// Puts a sideways table on one sheet with the headings right before it, which would stand alone otherwise.
fn join_landscape(nodes: Vec<Node>) -> Vec<Node> {
    let mut out: Vec<Node> = Vec::with_capacity(nodes.len());
    for node in nodes {
        match node {
            Node::Landscape { mut c } => {
                let headings = out.iter().rev().take_while(|node| matches!(node, Node::Heading { .. })).count();
                let mut sheet = out.split_off(out.len() - headings);
                sheet.append(&mut c);
                out.push(Node::Landscape { c: sheet });
            }
            other => out.push(other),
        }
    }
    out
}

fn alert_title(alert: Alert) -> &'static str {
    match alert {
        Alert::Note => "Bilgi",
        Alert::Tip => "Öneri",
        Alert::Important => "Önemli",
        Alert::Warning => "Uyarı",
        Alert::Caution => "Dikkat",
    }
}

fn align_name(align: Align) -> &'static str {
    match align {
        Align::Start => "start",
        Align::Center => "center",
        Align::End => "end",
    }
}

//! The words of a page by how much they say about it.

use crate::language::borrowed;
use crate::prose::{Block, Inline, Prose, plain_text};
use crate::turkish::case;
use crate::view::{PageDoc, Shown};

/// Folded words that say nothing: they stand on every page, or only make a question of the others.
pub(super) const IGNORED: [&str; 23] = [
    "ve", "veya", "ya", "ile", "bir", "bu", "icin", "de", "da", "mi", "ki", "ne", "her", "olan", "nasil", "nerede", "nereye",
    "nereden", "zaman", "var", "yok", "gerek", "lazim",
];

/// Characters of a text's beginning that stand for a summary.
const BEGINNING: usize = 160;
/// What a word counts that an editor says people look for the page by: as much as one of a short title.
const KEYWORD: u32 = 16;
/// Longer runs of letters are no words.
const LONGEST: usize = 40;

/// A part of a page, with what a word in it counts.
pub(super) struct Field {
    /// How many times a word of the running text one here counts.
    pub weight: u32,
    /// Whether it is the running text.
    pub is_text: bool,
    /// Whether words side by side count as a phrase.
    pub phrases: bool,
    /// The words, in Turkish small letters, in their order.
    pub words: Vec<String>,
}

/// The parts of a page.
pub(super) fn fields(page: &PageDoc) -> Vec<Field> {
    let field = |weight, phrases, text: &str| {
        let mut words = Vec::new();
        push_words(text, &mut words);
        Field { weight, is_text: false, phrases, words }
    };
    let mut title = field(0, true, &page.title);
    // A word that is half of a title says more than one of ten.
    title.weight = 8 + (16 / title.words.len().max(1)) as u32;
    // Who names a whole section wants its first page.
    if page.template == "section" {
        title.weight *= 2;
    }
    let mut fields = vec![title, field(4, true, page.summary.as_deref().unwrap_or_default())];
    for tag in &page.tags {
        fields.push(field(5, false, &tag.title));
    }
    fields.extend(page.finding.keywords.iter().map(|words| field(KEYWORD, true, words)));
    if page.finding.by_title {
        return fields;
    }
    fields.extend(page.prose.headings().map(|h| field(4, true, &borrowed::bare(&plain_text(&h.content)))));
    fields.push(field(1, false, &borrowed::bare(page.kind.as_deref().unwrap_or_default())));
    fields.push(field(1, false, &borrowed::bare(page.unit.as_ref().map(|u| u.title.as_str()).unwrap_or_default())));
    let mut body = Vec::new();
    // Only a page in another language borrows words.
    let borrows = !page.language.code.is_turkish();
    let mut each = |text: &str| match borrows {
        true => push_words(&borrowed::bare(text), &mut body),
        false => push_words(text, &mut body),
    };
    page.prose.blocks.iter().for_each(|block| walk(block, &mut each));
    for link in page.prose.links.iter() {
        if let Shown::Figure(_, figure) = link {
            each(&figure.title);
        }
    }
    fields.push(Field { weight: 1, is_text: true, phrases: false, words: body });
    fields
}

/// The words of `text` in Turkish small letters; what follows an apostrophe is an ending and is left out.
pub(super) fn push_words(text: &str, out: &mut Vec<String>) {
    for run in text.split(|c: char| !(c.is_alphanumeric() || is_apostrophe(c) || c == '\u{307}')) {
        let word = run.trim_start_matches(is_apostrophe).split(is_apostrophe).next().unwrap_or_default();
        if !word.is_empty() && word.chars().count() <= LONGEST {
            out.push(case::lower(word));
        }
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '´')
}

/// The first words of a text, for a result list.
pub(super) fn beginning(prose: &Prose<Shown>) -> String {
    let mut text = String::new();
    for block in prose.blocks.iter() {
        if let Block::Paragraph(content) = block {
            text = plain_text(content);
            break;
        }
    }
    match text.char_indices().nth(BEGINNING) {
        Some((at, _)) => {
            let whole = text[..at].rfind(' ').unwrap_or(at);
            text.truncate(whole);
            text.push('…');
            text
        }
        None => text,
    }
}

/// Gives `each` every run of words but the headings', which count for themselves.
fn walk(block: &Block, each: &mut impl FnMut(&str)) {
    match block {
        Block::Heading(_) | Block::Rule | Block::Html(_) | Block::Anchor(_) => {}
        Block::Paragraph(c) | Block::Plain(c) | Block::Figure { caption: c, .. } => line(c, each),
        Block::Picture { alt, caption, .. } => [Some(alt), caption.as_ref()].into_iter().flatten().for_each(|words| each(words)),
        Block::List { items, .. } => items.iter().flat_map(|i| &i.blocks).for_each(|b| walk(b, each)),
        Block::Quote { blocks, .. } => blocks.iter().for_each(|b| walk(b, each)),
        Block::Code { text, .. } => each(text),
        Block::Table(table) => {
            table.head.iter().for_each(|c| line(c, each));
            table.rows.iter().flatten().for_each(|c| line(c, each));
        }
        Block::Definitions(list) => {
            for (term, meanings) in list {
                line(term, each);
                meanings.iter().flatten().for_each(|b| walk(b, each));
            }
        }
        Block::Footnotes(notes) => notes.iter().flatten().for_each(|b| walk(b, each)),
    }
}

/// The pieces one by one; a word that is half emphasised is rare enough to be found by its halves.
fn line(content: &[Inline], each: &mut impl FnMut(&str)) {
    for inline in content {
        match inline {
            Inline::Text(t) | Inline::Code(t) => each(t),
            Inline::Emphasis(c)
            | Inline::Strong(c)
            | Inline::Strike(c)
            | Inline::Inserted(c)
            | Inline::Deleted(c)
            | Inline::Foreign { content: c, .. }
            | Inline::Link { content: c, .. } => line(c, each),
            Inline::Image { alt, .. } => each(alt),
            Inline::SoftBreak | Inline::HardBreak | Inline::Footnote { .. } | Inline::Task(_) | Inline::Html(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_small_turkish_letters_without_the_endings_of_names() {
        let mut words = Vec::new();
        push_words("Çaycuma’nın IŞIK, 5393 sayılı Kanun'un 14/a; e-devlet 'tırnak'", &mut words);
        assert_eq!(words.join(" "), "çaycuma ışık 5393 sayılı kanun 14 a e devlet tırnak");
    }
}

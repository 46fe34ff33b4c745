//! Which blocks are headings, and of what: their own, of the article below, of the chapter above. Not their nesting.

use super::block::Block;
use super::characters::{is_capitals, is_gap};
use super::label::Form;
use super::page;

/// What a block's words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// What the clause says.
    Body,
    /// The heading of its own label, or a heading without a label.
    Heading,
    /// The heading of the article that follows.
    OfNext,
    /// The heading of the chapter or article before it.
    OfPrevious,
}

/// Most words and bytes of a heading.
const WORDS: usize = 16;
const BYTES: usize = 160;

/// Headings that stand on an article's own line before a colon: `MADDE 1- Amaç : Bu yönetmelik…`.
const COMMON: [&str; 12] = [
    "amaç",
    "kapsam",
    "dayanak",
    "dayanaklar",
    "hukuki dayanak",
    "yasal dayanak",
    "tanımlar",
    "ilkeler",
    "temel ilkeler",
    "yürürlük",
    "yürütme",
    "teşkilat",
];

/// The role of every block.
pub(super) fn roles(text: &str, blocks: &[Block]) -> Vec<Role> {
    let articles = blocks.iter().any(|b| b.form() == Some(Form::Article));
    let mut roles: Vec<Role> = Vec::with_capacity(blocks.len());
    for (i, block) in blocks.iter().enumerate() {
        let before = i.checked_sub(1).map(|b| (&blocks[b], roles[b]));
        let role = match block.label {
            None if block.annex => Role::Heading,
            None if block.quote => Role::Body,
            None => unlabelled(text, block, before, blocks.get(i + 1)),
            Some(label) => match label.form {
                Form::Division(_) => Role::Heading,
                Form::Article => inline(text, block, blocks.get(i + 1)),
                Form::Decimal(_) | Form::Number if !articles => titled(text, block),
                Form::Capital if label.weak => titled(text, block),
                _ => Role::Body,
            },
        };
        roles.push(role);
    }
    roles
}

/// True for words short enough for a heading, that end no clause.
pub(super) fn is_short(words: &str) -> bool {
    words.len() <= BYTES && !words.ends_with(['.', ';', ',']) && words.split(is_gap).filter(|w| !w.is_empty()).count() <= WORDS
}

/// True for a definition without a letter: `Belediye: Örnek Belediyesini,`, at most five words before its colon.
pub(super) fn is_term(words: &str) -> bool {
    if !words.ends_with([',', ';']) || !words.starts_with(char::is_uppercase) {
        return false;
    }
    let Some((term, meaning)) = words.split_once(':') else { return false };
    let short = term.split(is_gap).filter(|w| !w.is_empty()).count() <= 5 && !term.contains(['.', ',', ';', '(']);
    short && !term.starts_with("Bu ") && meaning.starts_with(is_gap)
}

/// A heading's words without the colon after them.
pub(super) fn without_colon(words: &str) -> &str {
    words.trim_end_matches(|c| is_gap(c) || c == ':')
}

/// The length in bytes of a common heading and its colon at the start of an article's words.
pub(super) fn common(words: &str) -> Option<usize> {
    let (head, _) = words.get(..words.floor_char_boundary(40))?.split_once(':')?;
    let folded = crate::turkish::case::lower(head.trim());
    COMMON.contains(&folded.as_str()).then_some(head.len() + 1)
}

fn looks_like_heading(words: &str) -> bool {
    let begins =
        words.chars().find(|c| !matches!(c, '"' | '“' | '(' | '-' | '–')).is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
    begins && is_short(words) && words.chars().any(char::is_alphabetic) && !page::is_number(words)
}

fn unlabelled(text: &str, block: &Block, before: Option<(&Block, Role)>, next: Option<&Block>) -> Role {
    let words = block.body(text);
    if !looks_like_heading(words) {
        return Role::Body;
    }
    let note = words.starts_with('(') && words.ends_with(')');
    match before {
        Some((previous, _)) if matches!(previous.form(), Some(Form::Division(_))) && previous.is_bare() => {
            return Role::OfPrevious;
        }
        Some((previous, _)) if previous.form() == Some(Form::Article) && previous.is_bare() && !note && next.is_some() => {
            return if words.ends_with(':') && !is_capitals(words) { Role::Body } else { Role::OfPrevious };
        }
        _ => {}
    }
    match next.and_then(Block::form) {
        Some(Form::Article) if !note => Role::OfNext,
        Some(Form::Paragraph) if next.and_then(|n| n.label).is_some_and(|l| l.value == 1) && !words.ends_with(':') && !note => {
            Role::Heading
        }
        _ if is_capitals(words) && !note => Role::Heading,
        _ => Role::Body,
    }
}

/// Decimal clauses have a heading or words; only a short line without an end is a heading.
fn titled(text: &str, block: &Block) -> Role {
    let words = block.body(text);
    if looks_like_heading(words) && !words.ends_with(':') || is_capitals(words) && is_short(words) {
        Role::Heading
    } else {
        Role::Body
    }
}

/// An article's own line is its heading when the words come below.
fn inline(text: &str, block: &Block, next: Option<&Block>) -> Role {
    let words = block.body(text);
    let words_below = next.is_some_and(|n| !matches!(n.form(), Some(Form::Article | Form::Division(_))));
    // `MADDE 4- Bu Yönetmelikte geçen` goes on below; a heading is no longer than a few words and has no colon inside.
    let few = || words.split(is_gap).filter(|w| !w.is_empty()).nth(8).is_none();
    if words_below
        && words.len() <= BYTES
        && few()
        && looks_like_heading(words)
        && !words.starts_with("Bu ")
        && !words.starts_with('(')
    {
        Role::Heading
    } else {
        Role::Body
    }
}

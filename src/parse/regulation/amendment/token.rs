//! A decision's text → words and quotations. Not sentences.

use crate::parse::regulation::characters::{ends_clause, is_gap};

/// A word, or a whole quotation without its marks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'t> {
    pub text: &'t str,
    /// Line it begins at, from 1.
    pub line: u32,
    /// True for a quotation.
    pub quoted: bool,
    /// True when nothing stands before it on its line.
    pub first: bool,
}

/// The tokens, and the line of a quotation mark that is never closed.
pub(super) fn split(source: &str) -> (Vec<Token<'_>>, Option<u32>) {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut open = None;
    let (mut at, mut line, mut first) = (0, 1, true);
    while let Some(c) = source[at..].chars().next() {
        let rest = &source[at..];
        if is_gap(c) {
            if c == '\n' {
                line += 1;
                first = true;
            }
            at += c.len_utf8();
            continue;
        }
        if matches!(c, '“' | '"' | '«') {
            let inside = &rest[c.len_utf8()..];
            let block = first && tokens.last().is_none_or(|t| t.quoted || ends_clause(t.text));
            if let Some((length, mark)) = closing(c, inside, block) {
                let text = inside[..length].trim_matches(is_gap);
                tokens.push(Token { text, line, quoted: true, first });
                line += inside[..length].matches('\n').count() as u32;
                at += c.len_utf8() + length + mark;
                first = false;
                continue;
            }
            open = open.or(Some(line));
        }
        let opens = |c: char| matches!(c, '“' | '"' | '«');
        let length = rest.char_indices().find(|(i, c)| *i > 0 && (is_gap(*c) || opens(*c))).map_or(rest.len(), |(i, _)| i);
        tokens.push(Token { text: &rest[..length], line, quoted: false, first });
        at += length;
        first = false;
    }
    (tokens, open)
}

/// Length of the quotation that begins here, and of its closing mark.
fn closing(mark: char, inside: &str, block: bool) -> Option<(usize, usize)> {
    match mark {
        '“' => balanced(inside, '“', '”').or_else(|| inside.find('”')).map(|at| (at, '”'.len_utf8())),
        '«' => balanced(inside, '«', '»').map(|at| (at, '»'.len_utf8())),
        // Straight marks do not say which of them close; a block's last one ends its line.
        _ if block => inside.match_indices('"').map(|(at, _)| at).find(|at| ends_line(&inside[at + 1..])).map(|at| (at, 1)),
        _ => inside.find('"').map(|at| (at, 1)),
    }
}

fn balanced(inside: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 1;
    for (at, c) in inside.char_indices() {
        depth += i32::from(c == open) - i32::from(c == close);
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

fn ends_line(rest: &str) -> bool {
    rest.lines().next().is_none_or(|line| line.trim_matches(|c| is_gap(c) || c == '.').is_empty())
}

//! Words in another language within a line: `[Town Hall]{lang=en}`. Markdown has no sign for this, and readers need one: a
//! screen reader that takes English for Turkish cannot be understood (WCAG 2.2, 3.1.2).

use crate::language::Language;
use crate::prose::Inline;

/// What follows the words.
const SIGN: &str = "]{lang=";

/// True when `words` may hold the end of such a part.
pub(super) fn may_be_in(words: &str) -> bool {
    words.contains(SIGN)
}

/// `line` with its parts in other languages made into what they are. What only looks like one stays as it is written.
pub(super) fn found(line: Vec<Inline>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::with_capacity(line.len() + 2);
    for inline in line {
        let Inline::Text(text) = inline else {
            out.push(inline);
            continue;
        };
        let mut rest: &str = &text;
        while let Some((before, language, after)) = end(rest) {
            push(&mut out, before);
            match opened(&mut out) {
                Some(content) => out.push(Inline::Foreign { language, content }),
                None => push(&mut out, &rest[before.len()..rest.len() - after.len()]),
            }
            rest = after;
        }
        push(&mut out, rest);
    }
    out
}

/// The first end of a part in `text`: what stands before it, its language, what comes after.
fn end(text: &str) -> Option<(&str, Language, &str)> {
    let mut from = 0;
    loop {
        let at = from + text[from..].find(SIGN)?;
        let (tag, after) = text[at + SIGN.len()..].split_once('}')?;
        if let Some(language) = Language::parse(tag) {
            return Some((&text[..at], language, after));
        }
        from = at + SIGN.len();
    }
}

/// Takes what stands after the last `[` that nothing closes off `out`.
fn opened(out: &mut Vec<Inline>) -> Option<Vec<Inline>> {
    let mut closed = 0;
    let mut is_opening = |c: char| match c {
        ']' => {
            closed += 1;
            false
        }
        '[' if closed > 0 => {
            closed -= 1;
            false
        }
        c => c == '[',
    };
    let (index, bracket) = out.iter().enumerate().rev().find_map(|(index, inline)| match inline {
        Inline::Text(text) => Some((index, text.char_indices().rev().find(|(_, c)| is_opening(*c))?.0)),
        _ => None,
    })?;
    let mut content = out.split_off(index);
    if let Inline::Text(first) = content.remove(0) {
        push(out, &first[..bracket]);
        if !first[bracket + 1..].is_empty() {
            content.insert(0, Inline::Text(first[bracket + 1..].into()));
        }
    }
    Some(content)
}

fn push(out: &mut Vec<Inline>, words: &str) {
    match out.last_mut() {
        _ if words.is_empty() => {}
        Some(Inline::Text(text)) => *text = format!("{text}{words}").into(),
        _ => out.push(Inline::Text(words.into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Inline {
        Inline::Text(words.into())
    }

    #[test]
    fn a_part_knows_its_language_and_may_hold_more_than_words() {
        let language = Language::parse("en").expect("it is a tag");
        let foreign = |content| Inline::Foreign { language, content };
        assert_eq!(found(vec![text("a [b]{lang=en} c")]), [text("a "), foreign(vec![text("b")]), text(" c")]);
        let strong = Inline::Strong(vec![text("x")]);
        let line = vec![text("[a "), strong.clone(), text(" b]{lang=en}, [c]{lang=en}")];
        assert_eq!(found(line), [foreign(vec![text("a "), strong, text(" b")]), text(", "), foreign(vec![text("c")])]);
    }

    #[test]
    fn what_only_looks_like_a_part_stays_as_it_is_written() {
        for plain in ["a]{lang=en} b", "[a]{lang=İngilizce} b", "[a]{lang=İngilizce} b]{lang=en}", "[a]{lang=en", "[a] {lang=en}"]
        {
            assert_eq!(found(vec![text(plain)]), [text(plain)], "{plain}");
        }
    }
}

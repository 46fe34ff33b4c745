//! The words and signs between the braces of a template, as far as one must know them to see which fields it names. Not a
//! reader of the template language: Tera has read the template before, and knows what is wrong with it.

/// A word or sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// A name, a keyword among them.
    Name(&'t str),
    /// A text, without its quotes.
    Text(&'t str),
    /// A number.
    Number,
    /// A sign: `.`, `?.`, `==`, `{`.
    Sign(&'t str),
}

/// A token with its place in the template.
pub(super) type Placed<'t> = (Token<'t>, usize);

/// What stands between two pairs of braces.
pub(super) struct Tag<'t> {
    /// True for `{% … %}`, which does something; `{{ … }}` shows something.
    pub statement: bool,
    /// What stands in it.
    pub tokens: Vec<Placed<'t>>,
}

/// Signs of several letters, the longer before the shorter.
const SIGNS: [&str; 12] = ["...", "?.", "?[", "==", "!=", "<=", ">=", "//", "**", "&&", "||", "::"];

/// The tags of a template, in their order.
pub(super) fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find('{') {
        at += found;
        let rest = &text[at..];
        if rest.starts_with("{#") {
            at += rest.find("#}").map_or(rest.len(), |end| end + 2);
        } else if rest.starts_with("{{") || rest.starts_with("{%") {
            let statement = rest.starts_with("{%");
            let (tokens, end) = inside(text, at + 2, statement);
            at = end;
            if statement && matches!(tokens.first(), Some((Token::Name("raw"), _))) {
                at += text[at..].find("endraw").unwrap_or(text.len() - at);
                continue;
            }
            tags.push(Tag { statement, tokens });
        } else {
            at += 1;
        }
    }
    tags
}

/// The tokens from `at` to the end of the tag, and where that is.
fn inside(text: &str, mut at: usize, statement: bool) -> (Vec<Placed<'_>>, usize) {
    let mut tokens = Vec::new();
    let mut depth = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let end = if statement { "%}" } else { "}}" };
        if depth == 0 && rest.starts_with(end) {
            return (tokens, at + end.len());
        }
        let length = match c {
            c if c.is_whitespace() => c.len_utf8(),
            '"' | '\'' | '`' => {
                let length = rest[1..].find(c).map_or(rest.len(), |end| end + 2);
                tokens.push((Token::Text(rest[1..length].trim_end_matches(c)), at));
                length
            }
            c if c.is_ascii_digit() => {
                tokens.push((Token::Number, at));
                rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len())
            }
            c if c.is_alphabetic() || c == '_' => {
                let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
                tokens.push((Token::Name(&rest[..length]), at));
                length
            }
            c => {
                let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign)).map_or(c.len_utf8(), |sign| sign.len());
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    _ => {}
                }
                tokens.push((Token::Sign(&rest[..sign]), at));
                sign
            }
        };
        at += length;
    }
    (tokens, text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_taken_apart_and_comments_left_out() {
        let found = tags("{# {{ a }} #}a{{<b c={d.e} f=\"}}\" />}}{%- if x?.y[\"z\"] == 1 %}{% raw %}{{ g }}{% endraw %}");
        let names = |tag: &Tag<'_>| {
            let name = |(token, _): &Placed<'_>| if let Token::Name(name) = token { Some((*name).to_owned()) } else { None };
            tag.tokens.iter().filter_map(name).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(found.iter().map(names).collect::<Vec<_>>(), ["b c d e f", "if x y"]);
        assert_eq!((found[0].statement, found[1].statement), (false, true));
        let texts: Vec<_> = found.iter().flat_map(|tag| &tag.tokens).filter(|(t, _)| matches!(t, Token::Text(_))).collect();
        assert_eq!(texts.iter().map(|(token, _)| *token).collect::<Vec<_>>(), [Token::Text("}}"), Token::Text("z")]);
    }
}

//! What a statement of SQL mentions, from its words alone. Not a parser of SQL: it errs on the side of more, because the
//! wall asks it which columns a figure *may* touch.

use std::collections::BTreeSet;

/// The names a statement mentions (anılanlar), all of them in lower ASCII case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mentions {
    /// Every bare or quoted name: tables, columns, aliases and functions alike.
    pub names: BTreeSet<String>,
    /// True when the statement may touch every column of its tables: `SELECT *`, `t.*`, `NATURAL JOIN`, column patterns.
    pub everything: bool,
}

impl Mentions {
    /// Reads the words of `sql`.
    pub fn of(sql: &str) -> Mentions {
        let tokens = tokens(sql);
        let mut mentions = Mentions::default();
        for (i, token) in tokens.iter().enumerate() {
            let before = i.checked_sub(1).map(|b| &tokens[b]);
            match token {
                Token::Name(name) => {
                    let next_opens = matches!(tokens.get(i + 1), Some(Token::Sign('(')));
                    let starts = matches!(before, None | Some(Token::Sign('(')));
                    mentions.everything |= name == "natural"
                        || name == "table"
                        || (name == "columns" && next_opens)
                        || (name == "from" && starts)
                        || (name.starts_with('^') && name.ends_with('$'));
                    mentions.names.insert(name.clone());
                }
                Token::Sign('*') => mentions.everything |= !is_product_or_count(before),
                Token::Sign(_) | Token::Number | Token::Words => {}
            }
        }
        mentions
    }

    /// A clause that chooses rows of an answer by the numbers in it, or by their order: `HAVING`, `LIMIT` and the like.
    pub fn choosing_clause(sql: &str) -> Option<&'static str> {
        const CLAUSES: [&str; 5] = ["having", "limit", "offset", "fetch", "qualify"];
        let tokens = tokens(sql);
        CLAUSES.into_iter().find(|clause| tokens.iter().any(|token| matches!(token, Token::Name(name) if name == clause)))
    }

    /// True when the statement names `name`, in any case.
    pub fn names(&self, name: &str) -> bool {
        self.names.contains(&name.to_ascii_lowercase())
    }
}

/// A star after a value multiplies; one that opens a bracket's content is that of `count(*)`.
fn is_product_or_count(before: Option<&Token>) -> bool {
    const BEFORE_ALL_COLUMNS: [&str; 4] = ["select", "distinct", "all", "returning"];
    match before {
        Some(Token::Name(name)) => !BEFORE_ALL_COLUMNS.contains(&name.as_str()),
        Some(Token::Number | Token::Words) => true,
        Some(Token::Sign(sign)) => matches!(sign, ')' | '('),
        None => false,
    }
}

/// A word of SQL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A bare or quoted name or a keyword, in lower ASCII case.
    Name(String),
    /// A number.
    Number,
    /// Text in single quotes.
    Words,
    /// Any other character.
    Sign(char),
}

/// The words of `sql`, comments left out. An unclosed quotation or comment reaches to the end.
pub(super) fn tokens(sql: &str) -> Vec<Token> {
    let mut out = Vec::new();
    let mut rest = sql.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            _ if c.is_whitespace() => {}
            '-' if rest.peek() == Some(&'-') => while rest.next().is_some_and(|c| c != '\n') {},
            '/' if rest.peek() == Some(&'*') => {
                rest.next();
                let mut last = ' ';
                for c in rest.by_ref() {
                    if last == '*' && c == '/' {
                        break;
                    }
                    last = c;
                }
            }
            '\'' => {
                quoted('\'', &mut rest);
                out.push(Token::Words);
            }
            '"' | '`' => out.push(Token::Name(quoted(c, &mut rest).to_ascii_lowercase())),
            _ if c.is_alphabetic() || c == '_' => {
                let mut name = String::from(c);
                while let Some(c) = rest.next_if(|c| c.is_alphanumeric() || *c == '_' || *c == '$') {
                    name.push(c);
                }
                out.push(Token::Name(name.to_ascii_lowercase()));
            }
            _ if c.is_ascii_digit() => {
                while rest.next_if(|c| c.is_ascii_alphanumeric() || *c == '.').is_some() {}
                out.push(Token::Number);
            }
            _ => out.push(Token::Sign(c)),
        }
    }
    out
}

/// The text up to the closing quotation mark; a doubled mark stands for one.
fn quoted(mark: char, rest: &mut std::iter::Peekable<std::str::Chars<'_>>) -> String {
    let mut text = String::new();
    while let Some(c) = rest.next() {
        if c == mark && rest.next_if_eq(&mark).is_none() {
            break;
        }
        text.push(c);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn everything(sql: &str) -> bool {
        Mentions::of(sql).everything
    }

    #[test]
    fn names_are_found_in_any_case_and_any_quotation() {
        let mentions = Mentions::of("SELECT Birim, \"Ay\", count(*) AS n FROM halk_masasi h WHERE h.durum = 'ip' -- seri_no\n");
        for name in ["birim", "ay", "n", "halk_masasi", "durum"] {
            assert!(mentions.names(name), "{name}");
        }
        assert!(!mentions.names("ip"), "text in single quotes is a value");
        assert!(!mentions.names("seri_no"), "a comment mentions nothing");
        assert!(!mentions.everything);
    }

    #[test]
    fn a_star_is_everything_unless_it_multiplies_or_counts() {
        assert!(everything("SELECT * FROM t"));
        assert!(everything("SELECT a, t.* FROM t"));
        assert!(everything("SELECT DISTINCT * FROM t"));
        assert!(!everything("SELECT count(*), 100 * sum(a) * b, (a) * 2 FROM t"));
    }

    #[test]
    fn roundabout_ways_to_all_columns_are_everything() {
        assert!(everything("SELECT COLUMNS('i.*') FROM t"));
        assert!(everything("SELECT \"^.*$\" FROM t"));
        assert!(everything("SELECT a FROM t NATURAL JOIN u"));
        assert!(everything("SELECT a FROM (FROM t)"));
    }
}

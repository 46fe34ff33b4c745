//! Statements of the plainest kind, taken apart: groups of one selection, counted. From their parts follows which record
//! each count counts. Anything else is left alone: whoever asks is told that it is not plain.

use super::mention::{Token, tokens};

/// The parts of `SELECT … FROM … WHERE … GROUP BY …`, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Plain {
    /// The selected expressions, each with the name it goes by.
    items: Vec<(String, String)>,
    /// Tables and joins.
    pub from: String,
    /// The condition, where there is one.
    pub filter: Option<String>,
}

/// Words after which a statement is not of this kind.
const NOT_PLAIN: [&str; 9] = ["with", "union", "intersect", "except", "over", "distinct", "having", "qualify", "window"];

impl Plain {
    /// The parts of `sql`; `None` where it is not plain. A `LIMIT` only leaves groups out and changes no group.
    pub(super) fn of(sql: &str) -> Option<Plain> {
        let words = tokens(sql);
        let selects = words.iter().filter(|w| matches!(w, Token::Name(n) if n == "select")).count();
        let foreign = words.iter().any(|w| matches!(w, Token::Name(n) if NOT_PLAIN.contains(&n.as_str())));
        if selects != 1 || foreign || sql.contains("--") || sql.contains("/*") {
            return None;
        }
        let parts = clauses(sql)?;
        let part = |name: &str| parts.iter().find(|(keyword, _)| keyword == name).map(|(_, text)| text.trim().to_owned());
        let items = split(&part("select")?, ',').into_iter().map(|item| named(&item)).collect::<Option<_>>()?;
        let from = part("from")?;
        (split(&from, ',').len() == 1).then_some(Plain { items, from, filter: part("where") })
    }

    /// The expression behind a column of the answer.
    pub(super) fn expression(&self, column: &str) -> Option<&str> {
        self.items.iter().find(|(_, name)| name.eq_ignore_ascii_case(column)).map(|(expression, _)| expression.as_str())
    }

    /// What a single record adds to a count: `count(*)` → `1`, `sum(e)` → `e`. `None` for what is no sum over records.
    pub(super) fn addend(&self, column: &str) -> Option<String> {
        let expression = self.expression(column)?;
        let (function, argument) = call(expression)?;
        match (function.to_ascii_lowercase().as_str(), argument) {
            ("count", "*" | "") => Some("1".to_owned()),
            ("count", value) => Some(format!("CASE WHEN {value} IS NULL THEN 0 ELSE 1 END")),
            ("sum", value) => Some(value.to_owned()),
            _ => None,
        }
    }
}

/// `f(x)` → `f`, `x`, where the bracket closes at the end.
fn call(expression: &str) -> Option<(&str, &str)> {
    let (function, rest) = expression.trim().split_once('(')?;
    let argument = rest.strip_suffix(')')?;
    let whole = function.trim().bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    (whole && balanced(argument)).then_some((function.trim(), argument.trim()))
}

/// True when every bracket that opens closes, and none closes before it opens.
fn balanced(text: &str) -> bool {
    let mut depth = 0i32;
    let closes = marks(text).all(|(_, c)| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        depth >= 0
    });
    closes && depth == 0
}

/// `e AS n` → `e`, `n`; a bare column goes by its own name.
fn named(item: &str) -> Option<(String, String)> {
    let item = item.trim();
    let cut = words_outside(item).into_iter().rfind(|(_, word)| word.eq_ignore_ascii_case("as"));
    let plain = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_');
    match cut {
        Some((at, _)) => {
            let name = item[at + 2..].trim().trim_matches('"');
            plain(name).then(|| (item[..at].trim().to_owned(), name.to_owned()))
        }
        None => {
            let name = item.rsplit('.').next()?.trim_matches('"');
            plain(name).then(|| (item.to_owned(), name.to_owned()))
        }
    }
}

/// The clauses of a statement with their keywords, in order.
fn clauses(sql: &str) -> Option<Vec<(String, String)>> {
    const KEYWORDS: [&str; 8] = ["select", "from", "where", "group", "order", "limit", "offset", "fetch"];
    let starts: Vec<(usize, &str)> = words_outside(sql)
        .into_iter()
        .filter(|(_, word)| KEYWORDS.iter().any(|keyword| word.eq_ignore_ascii_case(keyword)))
        .collect();
    let mut clauses = Vec::new();
    for (i, (at, word)) in starts.iter().enumerate() {
        let end = starts.get(i + 1).map_or(sql.len(), |(next, _)| *next);
        let keyword = word.to_ascii_lowercase();
        if clauses.iter().any(|(other, _)| *other == keyword) {
            return None;
        }
        clauses.push((keyword, sql[at + word.len()..end].trim_end().trim_end_matches(';').to_owned()));
    }
    Some(clauses)
}

/// The words outside brackets and quotations, each with its place.
fn words_outside(text: &str) -> Vec<(usize, &str)> {
    let (mut depth, mut words, mut start) = (0, Vec::new(), None);
    for (at, c) in marks(text).chain([(text.len(), ' ')]) {
        let inside = c.is_alphanumeric() || c == '_' || c == '.';
        match (inside && depth == 0, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push((from, &text[from..at]));
                start = None;
            }
            _ => {}
        }
        depth += i32::from(c == '(') - i32::from(c == ')');
    }
    words
}

/// The parts between the separators outside brackets and quotations.
fn split(text: &str, separator: char) -> Vec<String> {
    let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
    for (at, c) in marks(text) {
        depth += i32::from(c == '(') - i32::from(c == ')');
        if depth == 0 && c == separator {
            parts.push(text[start..at].to_owned());
            start = at + c.len_utf8();
        }
    }
    parts.push(text[start..].to_owned());
    parts
}

/// The characters outside quotations; a quotation is one mark, so that words on both sides stay apart.
fn marks(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut quote = None;
    text.char_indices().filter_map(move |(at, c)| match quote {
        Some(open) => {
            if c == open {
                quote = None;
            }
            None
        }
        None => {
            if matches!(c, '\'' | '"' | '`') {
                quote = Some(c);
            }
            Some((at, c))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_statement_comes_apart() {
        let sql = "SELECT h.mahalle AS mahalle, birim, count(*) AS n,\n sum(CASE WHEN a IN ('(', 'from') THEN 1 ELSE 0 END) AS x, count(b) AS k, median(g) AS m
                   FROM t AS h JOIN u ON h.k = u.k WHERE ay >= '2025-07' AND (b = ',') GROUP BY 1 ORDER BY n DESC LIMIT 10;";
        let plain = Plain::of(sql).expect("is plain");
        assert_eq!(plain.from, "t AS h JOIN u ON h.k = u.k");
        assert_eq!(plain.filter.as_deref(), Some("ay >= '2025-07' AND (b = ',')"));
        assert_eq!((plain.expression("mahalle"), plain.expression("birim")), (Some("h.mahalle"), Some("birim")));
        assert_eq!(plain.addend("n").as_deref(), Some("1"));
        assert_eq!(plain.addend("x").as_deref(), Some("CASE WHEN a IN ('(', 'from') THEN 1 ELSE 0 END"));
        assert_eq!(plain.addend("k").as_deref(), Some("CASE WHEN b IS NULL THEN 0 ELSE 1 END"));
        assert_eq!((plain.addend("m"), plain.addend("birim")), (None, None));
    }

    #[test]
    fn what_is_not_plain_is_left_alone() {
        for sql in [
            "WITH x AS (SELECT 1) SELECT n FROM x",
            "SELECT n FROM (SELECT count(*) AS n FROM t)",
            "SELECT count(DISTINCT a) AS n FROM t",
            "SELECT sum(n) OVER (ORDER BY a) AS n FROM t",
            "SELECT count(*) AS n FROM t, u",
            "SELECT a FROM t UNION ALL SELECT a FROM u",
            "SELECT count(*) + 1 FROM t",
        ] {
            assert_eq!(Plain::of(sql), None, "{sql}");
        }
        let plain = Plain::of("SELECT sum(a) / sum(b) AS x, count(*) FROM t");
        assert_eq!(plain, None, "a nameless count cannot be found again");
        assert_eq!(Plain::of("SELECT sum(a) / sum(b) AS x FROM t").expect("is plain").addend("x"), None);
    }
}

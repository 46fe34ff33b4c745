//! Statements of the plainest kind, taken apart: groups of one selection, counted. From their parts follows which record
//! each count counts. What stands in brackets behind `FROM` may be any table. Anything else is left alone: whoever asks is
//! told that it is not plain.

use super::mention::{Mentions, Token, tokens};

/// A function over the records of a group, as it is written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Measure {
    /// Its name, in lower case.
    pub function: String,
    /// What it is of, record by record.
    pub of: String,
    /// How far up a quantile lies.
    pub level: Option<f64>,
}

/// Functions over all records of a group.
const MEASURES: [&str; 17] = [
    "avg",
    "mean",
    "median",
    "sum",
    "total",
    "count",
    "quantile_cont",
    "quantile_disc",
    "stddev",
    "stdev",
    "stddev_samp",
    "stdev_samp",
    "std",
    "var",
    "variance",
    "var_samp",
    "quantile",
];

/// The parts of `SELECT … FROM … WHERE … GROUP BY …`, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Plain {
    /// The selected expressions, each with the name it goes by.
    items: Vec<(String, String)>,
    /// Tables and joins.
    pub from: String,
    /// The condition, where there is one.
    pub filter: Option<String>,
    /// True when its rows are no longer those of its tables in their order.
    is_arranged: bool,
}

/// A table in brackets: `(SELECT …) AS t`.
struct Bracket<'p> {
    /// From where to where it stands, its name included.
    open: usize,
    end: usize,
    inner: &'p str,
    name: &'p str,
}

/// Words after which a statement is not of this kind.
const NOT_PLAIN: [&str; 9] = ["with", "union", "intersect", "except", "over", "distinct", "having", "qualify", "window"];

impl Plain {
    /// The parts of `sql`; `None` where it is not plain. A `LIMIT` only leaves groups out and changes no group.
    pub(super) fn of(sql: &str) -> Option<Plain> {
        let foreign = |word: &str| NOT_PLAIN.iter().any(|other| word.eq_ignore_ascii_case(other));
        if words_outside(sql).iter().any(|(_, word)| foreign(word)) || sql.contains("--") || sql.contains("/*") {
            return None;
        }
        let parts = clauses(sql)?;
        let part = |name: &str| parts.iter().find(|(keyword, _)| keyword == name).map(|(_, text)| text.trim().to_owned());
        let selected = part("select")?;
        let counts_no_records = |token: &Token| matches!(token, Token::Name(n) if n == "select" || foreign(n));
        if tokens(&selected).iter().any(counts_no_records) {
            return None;
        }
        let items = split(&selected, ',').into_iter().map(|item| named(&item)).collect::<Option<_>>()?;
        let from = part("from")?;
        let is_arranged = parts.iter().any(|(keyword, _)| !matches!(keyword.as_str(), "select" | "from" | "where"));
        (split(&from, ',').len() == 1).then_some(Plain { items, from, filter: part("where"), is_arranged })
    }

    /// The expression behind a column of the answer.
    pub(super) fn expression(&self, column: &str) -> Option<&str> {
        self.items.iter().find(|(_, name)| name.eq_ignore_ascii_case(column)).map(|(expression, _)| expression.as_str())
    }

    /// What a record's group is told by: the expression behind a column, or what `first` takes of it, which is one in a group.
    pub(super) fn key(&self, column: &str) -> Option<&str> {
        let expression = self.expression(column)?;
        Some(call(expression).filter(|(function, _)| function.eq_ignore_ascii_case("first")).map_or(expression, |(_, of)| of))
    }

    /// True when its rows are those of one table, in their order.
    pub(super) fn is_a_list(&self) -> bool {
        let joins = words_outside(&self.from).into_iter().any(|(_, word)| word.eq_ignore_ascii_case("join"));
        let sums = self.items.iter().any(|(_, name)| self.addend(name).is_some());
        !self.is_arranged && !joins && !sums
    }

    /// The statement and the column behind a column that only hands on what a table in brackets counted: `k.n` of
    /// `FROM … JOIN (SELECT …) AS k`.
    pub(super) fn handed_on(&self, column: &str) -> Option<(&str, &str)> {
        let (table, inner) = self.expression(column)?.split_once('.')?;
        let is_name = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_');
        (is_name(table) && is_name(inner)).then_some(())?;
        self.brackets().into_iter().find(|b| b.name.eq_ignore_ascii_case(table)).map(|b| (b.inner.trim(), inner))
    }

    /// Its tables without those in brackets that stand beside every row (`CROSS JOIN (SELECT count(*) …) AS t`) and that
    /// none of `used` mentions: they change no group, and the engine repeats every row for a table of which it needs nothing.
    pub(super) fn tables_for(&self, used: &[String]) -> String {
        let mut from = self.from.clone();
        let mentioned = |name: &str| used.iter().any(|expression| Mentions::of(expression).names(name));
        for bracket in self.brackets().into_iter().rev() {
            let before = self.from[..bracket.open].trim_end();
            let (joins, word) = before.rsplit_once(char::is_whitespace).unwrap_or_default();
            let crossing = joins.trim_end().len().checked_sub("cross".len()).filter(|_| word.eq_ignore_ascii_case("join"));
            let Some(start) = crossing.filter(|at| joins.is_char_boundary(*at)) else { continue };
            if joins.trim_end()[start..].eq_ignore_ascii_case("cross") && !mentioned(bracket.name) {
                from.replace_range(start..bracket.end, "");
            }
        }
        from
    }

    /// The tables in brackets, with their names.
    fn brackets(&self) -> Vec<Bracket<'_>> {
        let (mut depth, mut open, mut found) = (0, 0, Vec::new());
        for (at, c) in marks(&self.from) {
            match c {
                '(' if depth == 0 => open = at,
                ')' if depth == 1 => {
                    let behind = &self.from[at + 1..];
                    let mut words = words_outside(behind).into_iter();
                    let name = words.next().filter(|(_, word)| !word.eq_ignore_ascii_case("as")).or_else(|| words.next());
                    if let Some((place, name)) = name {
                        let (inner, end) = (&self.from[open + 1..at], at + 1 + place + name.len());
                        found.push(Bracket { open, end, inner, name });
                    }
                }
                _ => {}
            }
            depth += i32::from(c == '(') - i32::from(c == ')');
        }
        found
    }

    /// The functions over many records in a column's expression; `None` where there is none, one within another, or one
    /// that sees only some of its records by its own condition.
    pub(super) fn measures(&self, column: &str) -> Option<Vec<Measure>> {
        let expression = self.expression(column)?;
        let mut found = Vec::new();
        let mut rest = expression;
        while let Some(open) = rest.find('(') {
            let before = rest[..open].trim_end();
            let name = before.rsplit(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.')).next().unwrap_or_default();
            let function = name.to_ascii_lowercase();
            if !MEASURES.contains(&function.as_str()) {
                rest = &rest[open + 1..];
                continue;
            }
            let close = closing(&rest[open..])? + open;
            let parts = split(&rest[open + 1..close], ',');
            let is_measure = |token: &Token| matches!(token, Token::Name(name) if MEASURES.contains(&name.as_str()));
            let level = match parts.as_slice() {
                [_] => None,
                [_, level] => Some(level.trim().parse().ok()?),
                _ => return None,
            };
            if tokens(&parts[0]).iter().any(is_measure) {
                return None;
            }
            found.push(Measure { function, of: parts[0].trim().to_owned(), level });
            rest = &rest[close + 1..];
            if words_outside(rest).first().is_some_and(|(_, word)| word.eq_ignore_ascii_case("filter")) {
                return None;
            }
        }
        (!found.is_empty()).then_some(found)
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

/// Where the bracket closes that opens the text.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0i32;
    marks(text).find_map(|(at, c)| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        (depth == 0).then_some(at)
    })
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
    fn a_table_in_brackets_may_be_anything_and_hands_on_what_it_counts() {
        let sql = "SELECT kanal, count(*) AS n FROM t CROSS JOIN (SELECT count(DISTINCT a) AS hepsi FROM t) AS u GROUP BY kanal";
        let plain = Plain::of(sql).expect("is plain");
        assert_eq!((plain.addend("n").as_deref(), plain.handed_on("n"), plain.is_a_list()), (Some("1"), None, false));
        assert_eq!(plain.tables_for(&["kanal".to_owned()]).trim(), "t", "it stands beside every row and changes none");
        assert_eq!(plain.tables_for(&["u.hepsi".to_owned()]), plain.from);
        let sql = "SELECT a.ay AS ay, a.n AS n, k.m AS m FROM (SELECT ay, count(*) AS n FROM t GROUP BY ay) AS a
                   LEFT JOIN (SELECT ay, count(*) AS m FROM u WHERE x IN (1, 2) GROUP BY ay) k ON a.ay = k.ay ORDER BY ay";
        let plain = Plain::of(sql).expect("is plain");
        assert_eq!(plain.handed_on("n"), Some(("SELECT ay, count(*) AS n FROM t GROUP BY ay", "n")));
        assert_eq!(plain.handed_on("m"), Some(("SELECT ay, count(*) AS m FROM u WHERE x IN (1, 2) GROUP BY ay", "m")));
        let list = |sql| Plain::of(sql).expect("is plain").is_a_list();
        assert!(list("SELECT a, b FROM t WHERE c = 1"));
        assert!(
            !list("SELECT a FROM t ORDER BY a")
                && !list("SELECT a FROM t JOIN u ON t.a = u.a")
                && !list("SELECT count(*) AS n FROM t")
        );
    }

    #[test]
    fn the_measures_of_a_column_are_found_wherever_they_stand() {
        let sql = "SELECT a, round(avg(gun), 1) + sum(CASE WHEN b IN (1, 2) THEN g END) AS x, quantile_cont(f(g), 0.9) AS q, my_avg(g) AS y,
                   avg(g) FILTER (WHERE g > 1) AS z, avg(sum(g)) AS w FROM b GROUP BY a";
        let plain = Plain::of(sql).expect("is plain");
        let found = |column| plain.measures(column).map(|all| all.into_iter().map(|m| (m.function, m.of)).collect::<Vec<_>>());
        let said = |function: &str, of: &str| (function.to_owned(), of.to_owned());
        assert_eq!(found("x"), Some(vec![said("avg", "gun"), said("sum", "CASE WHEN b IN (1, 2) THEN g END")]));
        assert_eq!(found("q"), Some(vec![said("quantile_cont", "f(g)")]));
        assert_eq!((found("y"), found("z"), found("w")), (None, None, None));
    }

    #[test]
    fn what_is_not_plain_is_left_alone() {
        for sql in [
            "WITH x AS (SELECT 1) SELECT n FROM x",
            "SELECT (SELECT count(*) FROM t) AS n FROM t",
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

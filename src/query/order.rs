//! The order a statement asks for, read from its words, so that the wall can put rows in order by what it shows rather
//! than by what it knows. Not a parser of SQL: what it does not understand is no order.

use crate::table::Table;

/// The columns of the outermost `ORDER BY` up to the first that is no column of the answer, each with whether the
/// greatest comes first.
pub(super) fn of(sql: &str, table: &Table) -> Vec<(usize, bool)> {
    let words: Vec<String> = words(sql);
    let starts = words.windows(2).rposition(|pair| pair[0] == "order" && pair[1] == "by");
    let Some(terms) = starts.map(|at| &words[at + 2..]) else { return Vec::new() };
    let end = terms.iter().position(|w| matches!(w.as_str(), "limit" | "offset" | "fetch" | ";" | ")")).unwrap_or(terms.len());
    // A closing bracket after it: the order of a window or a part, not of the answer.
    let terms = if terms.get(end).is_some_and(|w| w == ")") { &[] } else { &terms[..end] };
    let columns = terms.split(|w| w == ",").map(|term| {
        let (name, rest) = match term {
            [name, rest @ ..] if rest.iter().all(|w| matches!(w.as_str(), "asc" | "desc" | "nulls" | "first" | "last")) => {
                (name, rest)
            }
            [_, dot, name, rest @ ..] if dot == "." => (name, rest),
            _ => return None,
        };
        Some((table.position(name)?, rest.iter().any(|w| w == "desc")))
    });
    columns.map_while(|c| c).collect()
}

/// Names, and every other character as a word of its own; quoted text is left out.
fn words(sql: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut rest = sql.chars().peekable();
    while let Some(c) = rest.next() {
        if c == '\'' {
            rest.by_ref().find(|c| *c == '\'');
            words.push("''".to_owned());
        } else if c.is_alphanumeric() || c == '_' {
            let mut name = String::from(c.to_ascii_lowercase());
            while let Some(c) = rest.next_if(|c| c.is_alphanumeric() || *c == '_') {
                name.push(c.to_ascii_lowercase());
            }
            words.push(name);
        } else if !c.is_whitespace() && c != '"' && c != '`' {
            words.push(c.to_string());
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Column, Kind, TableBuilder, Values};

    #[test]
    fn only_the_outermost_order_of_known_columns_counts() {
        let mut builder = TableBuilder::new();
        for name in ["birim", "n"] {
            builder.column(Column::new(name, Kind::Text), Values::new(Kind::Text));
        }
        let table = builder.finish();
        let order = |sql: &str| of(sql, &table);
        assert_eq!(order("SELECT birim, n FROM t ORDER BY n DESC, t.birim LIMIT 3"), [(1, true), (0, false)]);
        assert_eq!(order("SELECT birim, n FROM t ORDER BY \"n\" DESC NULLS LAST;"), [(1, true)]);
        assert_eq!(order("SELECT birim, n FROM t ORDER BY lower(birim), n"), []);
        assert_eq!(order("SELECT birim, row_number() OVER (ORDER BY n) FROM t"), []);
        assert_eq!(order("SELECT birim FROM t WHERE x = 'order by n'"), []);
    }
}

//! From which columns a result column comes, read from the outermost `SELECT` list. Only functions that keep the meaning
//! of their argument are followed: the greatest amount is an amount, a count of amounts is not.

use std::collections::BTreeMap;

use super::mention::Token;

const KEEPERS: [&str; 16] = [
    "sum",
    "total",
    "min",
    "max",
    "avg",
    "mean",
    "median",
    "quantile_cont",
    "quantile_disc",
    "first",
    "last",
    "first_value",
    "last_value",
    "abs",
    "round",
    "coalesce",
];

/// For each `expression AS name` of the outermost list: the columns of an expression that keeps their meaning.
pub(super) fn origins(words: &[Token]) -> BTreeMap<String, Vec<String>> {
    select_list(words).into_iter().filter_map(origin).collect()
}

/// The items between the outermost `SELECT` and its `FROM`.
fn select_list(words: &[Token]) -> Vec<&[Token]> {
    let (mut depth, mut start, mut items) = (0, None, Vec::new());
    for (i, word) in words.iter().enumerate() {
        match word {
            Token::Sign('(') => depth += 1,
            Token::Sign(')') => depth -= 1,
            Token::Name(name) if depth == 0 && name == "select" && start.is_none() => start = Some(i + 1),
            Token::Name(name) if depth == 0 && name == "from" => {
                items.extend(start.map(|from| &words[from..i]));
                break;
            }
            Token::Sign(',') if depth == 0 => {
                items.extend(start.replace(i + 1).map(|from| &words[from..i]).filter(|_| start.is_some()));
            }
            _ => {}
        }
    }
    items
}

fn origin(item: &[Token]) -> Option<(String, Vec<String>)> {
    let [expression @ .., Token::Name(keyword), Token::Name(alias)] = item else { return None };
    if keyword != "as" {
        return None;
    }
    let mut columns = Vec::new();
    for (i, word) in expression.iter().enumerate() {
        let next = expression.get(i + 1);
        match word {
            Token::Name(name) if matches!(next, Some(Token::Sign('('))) => {
                if !KEEPERS.contains(&name.as_str()) {
                    return None;
                }
            }
            // The table's name before a dot.
            Token::Name(_) if matches!(next, Some(Token::Sign('.'))) => {}
            Token::Name(name) => columns.push(name.clone()),
            Token::Sign('(' | ')' | ',' | '.' | '+' | '-') | Token::Number => {}
            Token::Sign(_) | Token::Words => return None,
        }
    }
    Some((alias.clone(), columns)).filter(|(_, columns)| !columns.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::mention::tokens;

    fn of(sql: &str, name: &str) -> Option<Vec<String>> {
        origins(&tokens(sql)).remove(name)
    }

    #[test]
    fn only_what_keeps_the_meaning_is_followed() {
        let sql = "SELECT birim, sum(f.tutar) AS toplam, count(tutar) AS n, sum(tutar) / 2 AS yari, max(a) - b AS fark FROM f";
        assert_eq!(of(sql, "toplam"), Some(vec!["tutar".into()]));
        assert_eq!(of(sql, "fark"), Some(vec!["a".into(), "b".into()]));
        assert_eq!(of(sql, "n"), None);
        assert_eq!(of(sql, "yari"), None);
    }
}

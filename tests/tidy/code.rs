//! Rust source without its comments and texts, and the paths it names. Not a parser: it knows just enough of Rust to
//! tell a path from a word in a sentence.

/// `source` with comments and the insides of texts blanked out, line for line.
pub fn bare(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let length = skipped(rest, out.chars().next_back());
        if length == 0 {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        } else {
            out.extend(rest[..length].chars().filter(|c| *c == '\n'));
            out.push(' ');
            rest = &rest[length..];
        }
    }
    out
}

/// How many bytes at the start of `rest` are a comment or a text; 0 for code.
fn skipped(rest: &str, before: Option<char>) -> usize {
    let until = |end: &str, from: usize| rest[from..].find(end).map_or(rest.len(), |at| from + at + end.len());
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if rest.starts_with("/*") {
        return until("*/", 2);
    }
    let in_a_word = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
    if !in_a_word && let Some(hashes) = rest.strip_prefix('r').or_else(|| rest.strip_prefix("br")) {
        let count = hashes.len() - hashes.trim_start_matches('#').len();
        if hashes[count..].starts_with('"') {
            let start = rest.len() - hashes.len() + count + 1;
            return until(&format!("\"{}", "#".repeat(count)), start);
        }
    }
    if rest.starts_with('"') {
        return quoted(rest, '"');
    }
    // A quote opens a character when one closes it; otherwise it begins a lifetime.
    let character = rest.starts_with("'\\") || rest.strip_prefix('\'').is_some_and(|r| r.chars().nth(1) == Some('\''));
    if character { quoted(rest, '\'') } else { 0 }
}

fn quoted(rest: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == mark => return at + c.len_utf8(),
            _ => {}
        }
    }
    rest.len()
}

/// Every path below `root` (`crate`, or a library's name) that `code` names, with its line: `crate::a::{b, c::d}` gives
/// `a::b` and `a::c::d`; a library itself gives an empty path.
pub fn paths_below(code: &str, root: &str) -> Vec<(usize, String)> {
    let start = format!("{root}::");
    let mut found = Vec::new();
    for (at, _) in code.match_indices(&start) {
        let whole = !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
        if whole {
            let line = code[..at].matches('\n').count() + 1;
            tree(&code[at + start.len()..], String::new(), &mut |path| found.push((line, path)));
        }
    }
    found
}

/// Walks one `a::{b, c::d}` and gives its leaves; returns what follows it.
fn tree<'c>(code: &'c str, prefix: String, leaf: &mut dyn FnMut(String)) -> &'c str {
    let code = code.trim_start();
    if let Some(mut rest) = code.strip_prefix('{') {
        loop {
            rest = tree(rest, prefix.clone(), leaf).trim_start();
            if let Some((_, alias)) = rest.strip_prefix("as ").map(|r| ((), r)) {
                rest = alias.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_' || c == ' ');
            }
            match rest.strip_prefix(',') {
                Some(more) if more.trim_start().starts_with('}') => return &more.trim_start()[1..],
                Some(more) => rest = more,
                None => return rest.strip_prefix('}').unwrap_or(rest),
            }
        }
    }
    let length = code.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '*')).unwrap_or(code.len());
    let (name, rest) = code.split_at(length);
    let path = if prefix.is_empty() { name.to_owned() } else { format!("{prefix}::{name}") };
    if let Some(more) = rest.strip_prefix("::")
        && !more.starts_with('<')
    {
        return tree(more, path, leaf);
    }
    leaf(path);
    rest
}

#[test]
fn comments_and_texts_are_not_code() {
    let source = "//! crate::a\nlet x = \"crate::b // \\\" \"; /* crate::c\n */ f('\"', '\\'', r#\"crate::d\"#); x::<'a>()\n";
    let code = bare(source);
    assert!(!code.contains("crate"), "{code}");
    assert!(code.contains("f(") && code.contains("x::<'a>()"), "{code}");
    assert_eq!(code.matches('\n').count(), source.matches('\n').count());
}

#[test]
fn paths_are_found_wherever_they_stand() {
    let code = "use crate::a::{b, c::{self, D as E}, f::*,};\nfn g(x: crate::h::I) { mycrate::no(); crate::j::k::<u8>() }\n";
    let found: Vec<String> = paths_below(code, "crate").into_iter().map(|(line, path)| format!("{line} {path}")).collect();
    assert_eq!(found, ["1 a::b", "1 a::c::self", "1 a::c::D", "1 a::f::*", "2 h::I", "2 j::k"]);
}

//! Scripts and styles without what only their writers read: indentation, empty lines, and lines that are comments. Not a
//! minifier: what is left is the code as it was written.

/// `bytes` of the file called `name` as they are published. A file in which text runs over lines, or in which a comment ends
/// within a line, is published as it is.
pub fn lean(name: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let is_script = name.ends_with(".js");
    if !is_script && !name.ends_with(".css") {
        return None;
    }
    let text = std::str::from_utf8(bytes).ok()?;
    let mut out = String::with_capacity(text.len());
    let mut in_comment = false;
    for line in text.lines().map(str::trim) {
        if in_comment {
            match line.find("*/") {
                Some(end) if end + 2 == line.len() => in_comment = false,
                Some(_) => return None,
                None => {}
            }
            continue;
        }
        if is_script && line.starts_with("//") {
            continue;
        }
        if let Some(comment) = line.strip_prefix("/*") {
            match comment.find("*/") {
                Some(end) if end + 2 == comment.len() => {}
                Some(_) => return None,
                None => in_comment = true,
            }
            continue;
        }
        // A text in backquotes that goes on in the next line keeps its spaces.
        if line.matches('`').count() % 2 == 1 || line.ends_with('\\') {
            return None;
        }
        if !line.is_empty() {
            out.push_str(line);
            out.push('\n');
        }
    }
    (!in_comment).then(|| out.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaned(name: &str, text: &str) -> Option<String> {
        lean(name, text.as_bytes()).map(|bytes| String::from_utf8(bytes).unwrap())
    }

    #[test]
    fn comments_and_indentation_go_and_the_code_stays() {
        let script = "// What it is.\n\n/** What it does. */\nfunction f() {\n  return `a  ${b}`; // kept\n}\n";
        assert_eq!(leaned("a.js", script).unwrap(), "function f() {\nreturn `a  ${b}`; // kept\n}\n");
        let style = "/* Page\n   and paper */\n@media print {\n  a { color: #000; }\n}\n";
        assert_eq!(leaned("a.css", style).unwrap(), "@media print {\na { color: #000; }\n}\n");
        assert_eq!(leaned("a.css", "//x{}\n").unwrap(), "//x{}\n", "no comment in a style");
    }

    #[test]
    fn what_could_change_its_meaning_is_left_alone() {
        for text in ["let a = `x\n  y`;", "/* a */ let b;", "let c = 'x\\\n  y';", "/* never ends", "/*\n a */ b;"] {
            assert_eq!(leaned("a.js", text), None, "{text}");
        }
        assert_eq!(leaned("a.svg", "  <svg/>"), None);
    }
}

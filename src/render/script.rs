//! Scripts without what only their writers read: indentation, empty lines, and lines that are comments. Not a minifier: what is
//! left is the code as it was written.

/// The script in short. `None` for one in which text runs over lines, or a comment ends within a line: it is published as it is.
pub fn shortened(script: &str) -> Option<String> {
    let mut out = String::with_capacity(script.len());
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        if in_comment {
            match line.find("*/") {
                Some(end) if end + 2 == line.len() => in_comment = false,
                Some(_) => return None,
                None => {}
            }
            continue;
        }
        if line.is_empty() || line.starts_with("//") {
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
        out.push_str(line);
        out.push('\n');
    }
    (!in_comment).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go_and_the_code_stays() {
        let script =
            "// What it is.\n\n/** What it does. */\n/*\n * More.\n */\nfunction f() {\n  return `a  ${b}`; // kept\n}\n";
        assert_eq!(shortened(script).unwrap(), "function f() {\nreturn `a  ${b}`; // kept\n}\n");
    }

    #[test]
    fn what_could_change_its_meaning_is_left_alone() {
        for script in ["let a = `x\n  y`;", "/* a */ let b;", "let c = 'x\\\n  y';", "/* never ends", "/*\n a */ b;"] {
            assert_eq!(shortened(script), None, "{script}");
        }
    }
}

//! Style sheets without what only their authors read: comments, line ends, spaces. Not a parser: every name and value
//! stays as written, so that no browser understands the short sheet differently.

/// The sheet in short (CSS Syntax 3: white space between tokens may be one space; around these signs there need be none).
pub fn shortened(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(c) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
            space(&mut out);
        } else if c == '"' || c == '\'' {
            let length = string(rest, c);
            out.push_str(&rest[..length]);
            rest = &rest[length..];
        } else if c.is_ascii_whitespace() {
            space(&mut out);
            rest = rest.trim_start();
        } else {
            if matches!(c, '{' | '}' | ';' | ',' | '>') && out.ends_with(' ') {
                out.pop();
            }
            if c == '}' && out.ends_with(';') {
                out.pop();
            }
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// One space, where the sign before it needs one.
fn space(out: &mut String) {
    if !matches!(out.chars().next_back(), None | Some(' ' | '{' | '}' | ';' | ',' | '>' | ':')) {
        out.push(' ');
    }
}

/// Bytes of the string that begins `text`, its quotes included.
fn string(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_authors_read_goes() {
        let sheet = "/* Renk */\n\na, b > c {\n  color: red; /* koyu */\n  margin: 0 calc(1px + 2px);\n}\n\n@media screen and (min-width: 40rem) { d :hover { e: f } }\n";
        assert_eq!(
            shortened(sheet),
            "a,b>c{color:red;margin:0 calc(1px + 2px)}@media screen and (min-width:40rem){d :hover{e:f}}"
        );
    }

    #[test]
    fn strings_stay_as_they_are() {
        let sheet = "q::before { content: \" /* » */  \\\" ; \"; }";
        assert_eq!(shortened(sheet), "q::before{content:\" /* » */  \\\" ; \"}");
    }

    #[test]
    fn a_sheet_cut_off_anywhere_is_no_trouble() {
        let sheet = "a { b: \"ş\"; } /* c */ d > e { f: 'g' }";
        for end in (0..=sheet.len()).filter(|end| sheet.is_char_boundary(*end)) {
            assert!(shortened(&sheet[..end]).len() <= end);
        }
    }
}

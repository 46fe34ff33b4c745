//! Text into HTML: the four characters that mean something there. Not a sanitiser: HTML of authors is cleaned when read.

/// Appends `text` with `&`, `<`, `>` and `"` escaped, so that it may stand in text and in a double-quoted attribute.
pub fn escape(out: &mut String, text: &str) {
    let bytes = text.as_bytes();
    let mut copied = 0;
    let mut at = 0;
    while at < bytes.len() {
        // Most text holds none of the four; looking at many bytes at once lets the compiler use wide instructions.
        if is_plain::<32>(bytes, at) {
            at += 32;
            continue;
        }
        if is_plain::<8>(bytes, at) {
            at += 8;
            continue;
        }
        let entity = match bytes[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => {
                at += 1;
                continue;
            }
        };
        out.push_str(&text[copied..at]);
        out.push_str(entity);
        at += 1;
        copied = at;
    }
    out.push_str(&text[copied..]);
}

/// The same as a string of its own.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    escape(&mut out, text);
    out
}

/// True when there are `N` bytes from `at` on and none of them is special.
#[inline]
fn is_plain<const N: usize>(bytes: &[u8], at: usize) -> bool {
    bytes.get(at..at + N).is_some_and(|block| !block.iter().fold(false, |found, b| found | is_special(*b)))
}

fn is_special(byte: u8) -> bool {
    (byte == b'&') | (byte == b'<') | (byte == b'>') | (byte == b'"')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn four_characters_are_escaped_and_nothing_else() {
        assert_eq!(escaped(r#"<a href="x">Ş & 'ğ'</a>"#), "&lt;a href=&quot;x&quot;&gt;Ş &amp; 'ğ'&lt;/a&gt;");
        assert_eq!(escaped(""), "");
    }

    proptest! {
        #[test]
        fn equals_replacing_one_after_another(text in "[a-zşğİ&<>\" ]{0,120}") {
            let plain = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
            prop_assert_eq!(escaped(&text), plain);
        }
    }
}

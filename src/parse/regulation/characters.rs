//! What single characters are in a regulation: gaps, capitals, ends of sentences. Not case mapping; that is `turkish`'.

/// White space and the invisible marks that web pages and word processors leave between words.
#[inline]
pub(super) fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// `text` without the gaps around it. Most lines begin and end with what is plainly none: no byte of these is one of a gap.
#[inline]
pub(super) fn trimmed(text: &str) -> &str {
    let bytes = text.as_bytes();
    let end = bytes.len() - usize::from(bytes.last() == Some(&b'\n'));
    match &bytes[..end] {
        [b'!'..=b'~' | 0xC3..=0xC5, .., b'!'..=b'~'] | [b'!'..=b'~' | 0xC3..=0xC5, .., 0xC3..=0xC5, _] => &text[..end],
        _ => text.trim_matches(is_gap),
    }
}

/// Bytes asked about together.
const BLOCK: usize = 16;

/// The first place from `from` on of whose byte `is` says 1. Asked without branches of a block of bytes at a time, which
/// the compiler makes one question.
#[inline]
pub(super) fn first_byte(bytes: &[u8], from: usize, is: impl Fn(u8) -> u8) -> Option<usize> {
    let mut at = from;
    while let Some(block) = bytes.get(at..).and_then(|rest| rest.first_chunk::<BLOCK>()) {
        if block.iter().fold(0, |any, byte| any | is(*byte)) != 0 {
            break;
        }
        at += BLOCK;
    }
    bytes.get(at..)?.iter().position(|byte| is(*byte) != 0).map(|place| at + place)
}

/// The words of `text` with every run of gaps, line ends included, as one space.
pub(super) fn unwrapped(text: &str) -> String {
    let text = trimmed(text);
    let doubled = text.contains("  ");
    let mut out = String::with_capacity(text.len());
    let (mut start, mut from) = (0, 0);
    // What stands between two gaps other than single spaces is copied at once.
    while let Some(odd) = odd_gap(text, from, doubled) {
        let Some(gap) = text[odd..].chars().next().filter(|c| is_gap(*c)) else {
            from = odd + 1;
            continue;
        };
        out.push_str(text[start..odd].trim_end_matches(' '));
        out.push(' ');
        let rest = &text[odd + gap.len_utf8()..];
        start = text.len() - rest.trim_start_matches(is_gap).len();
        from = start;
    }
    out.push_str(&text[start..]);
    out
}

/// How long [`unwrapped`] makes a text without gaps around it.
pub(super) fn unwrapped_length(text: &str) -> usize {
    let plain = odd_gap(text, 0, false).is_none() && !text.contains("  ");
    if plain { text.len() } else { unwrapped(text).len() }
}

/// The first place from `from` on where a gap other than a single space may begin: only these bytes do, and letters of
/// Turkish have none of them. Where spaces stand `doubled` somewhere, any of them may.
fn odd_gap(text: &str, from: usize, doubled: bool) -> Option<usize> {
    let spaces = if doubled { b' ' + 1 } else { b' ' };
    first_byte(text.as_bytes(), from, |byte| {
        u8::from(byte < spaces) | u8::from(byte == 0xC2) | u8::from(byte.wrapping_sub(0xE1) < 3) | u8::from(byte == 0xEF)
    })
}

/// True where a reader sees a sentence end: closing marks after it do not hide it.
pub(super) fn ends_sentence(words: &str) -> bool {
    words.trim_end_matches(['"', '”', '’', '\'', ')', '»', ' ']).ends_with(['.', '!', '?'])
}

/// True where a clause ends in some way, or promises what follows.
pub(super) fn ends_clause(words: &str) -> bool {
    ends_sentence(words) || words.ends_with([';', ':'])
}

/// True when the first letter is a small one.
#[inline]
pub(super) fn begins_small(words: &str) -> bool {
    words.chars().next().is_some_and(char::is_lowercase)
}

/// True for words all in capitals, with at least two letters.
pub(super) fn is_capitals(words: &str) -> bool {
    let mut capitals = 0;
    for c in words.chars() {
        if c.is_lowercase() {
            return false;
        }
        capitals += usize::from(c.is_uppercase());
    }
    capitals >= 2
}

/// A letter without its marks, small: `İ`, `I`, `ı` and `i` are one. For recognising keywords only, never for names.
#[inline]
pub(super) fn plain(c: char) -> Option<u8> {
    Some(match c {
        'a'..='z' | '0'..='9' => c as u8,
        'A'..='Z' => c as u8 + 32,
        'İ' | 'ı' | 'î' | 'Î' => b'i',
        'Ç' | 'ç' => b'c',
        'Ğ' | 'ğ' => b'g',
        'Ö' | 'ö' => b'o',
        'Ş' | 'ş' => b's',
        'Ü' | 'ü' | 'û' | 'Û' => b'u',
        'â' | 'Â' => b'a',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapped_words_come_together() {
        assert_eq!(
            unwrapped("  Diğer Malzeme  gereksinimini \r\n\n saptamak\u{a0}ve "),
            "Diğer Malzeme gereksinimini saptamak ve"
        );
        for (wrapped, words) in
            [("\u{feff}“a”\u{2003}₺5 €\u{3000}b\u{200b}", "“a” ₺5 € b"), ("\u{1}x", "\u{1}x"), ("…", "…"), ("", "")]
        {
            assert_eq!(unwrapped(wrapped), words, "{wrapped:?}");
        }
    }

    #[test]
    fn a_sentence_ends_inside_its_quotation_marks_too() {
        for (words, sentence, clause) in [
            ("yürütür.", true, true),
            ("denir.”", true, true),
            ("gibidir;", false, true),
            ("sağlamak,", false, false),
            ("", false, false),
        ] {
            assert_eq!((ends_sentence(words), ends_clause(words)), (sentence, clause), "{words}");
        }
    }

    #[test]
    fn capitals_are_capitals_in_turkish_too() {
        assert!(is_capitals("İŞ İLİŞKİLERİ") && is_capitals("1. GÖREV") && !is_capitals("97") && !is_capitals("Ip"));
    }
}

//! What single characters are in a regulation: gaps, capitals, ends of sentences. Not case mapping; that is `turkish`'.

/// White space and the invisible marks that web pages and word processors leave between words.
pub(super) fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// The words of `text` with every run of gaps, line ends included, as one space.
pub(super) fn unwrapped(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len());
    let (mut start, mut at) = (0, 0);
    while at < bytes.len() {
        // Only these bytes begin a gap; letters of Turkish begin with others, so most of the text is copied in runs.
        if !(bytes[at] <= b' ' || matches!(bytes[at], 0xC2 | 0xE1..=0xE3 | 0xEF)) {
            at += 1;
            continue;
        }
        let gap = text[at..].chars().next().filter(|c| is_gap(*c));
        let length = gap.map_or(1, char::len_utf8);
        if gap.is_some() {
            push_word(&mut out, &text[start..at]);
            start = at + length;
        } else {
            // The other bytes of a letter are none that begins a gap.
            while at + 1 < bytes.len() && bytes[at + 1] & 0xC0 == 0x80 {
                at += 1;
            }
        }
        at += length;
    }
    push_word(&mut out, &text[start..]);
    out
}

fn push_word(out: &mut String, word: &str) {
    if word.is_empty() {
        return;
    }
    if !out.is_empty() {
        out.push(' ');
    }
    out.push_str(word);
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

//! One pass over the bytes of a text for signs of damage, so that the healthy ones, which are most, cost little. What the
//! signs mean is for `damage` and `turkish` to say.

/// What was seen.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// Letters that healthy Turkish does not have.
    pub suspicious: bool,
    /// The first word that begins with ğ, as no Turkish word does: the letters before it were lost with a ligature.
    pub lost: Option<usize>,
    /// The first word with a capital between small letters, and how many there are; words of ASCII letters only are
    /// brands and addresses.
    pub mixed: Option<usize>,
    pub mixed_count: u32,
    pub words: u32,
    /// True when a letter is there that only Turkish has.
    pub turkish: bool,
}

/// Looks at every byte once, and at the letters of suspicious words only.
pub(super) fn look(source: &str) -> Look {
    let bytes = source.as_bytes();
    let mut look = Look::default();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] <= b' ' {
            at += 1;
            continue;
        }
        let start = at;
        let (mut ascii, mut bump, mut small) = (true, false, false);
        while at < bytes.len() && bytes[at] > b' ' {
            let byte = bytes[at];
            if byte < 0x80 {
                bump |= small && byte.is_ascii_uppercase();
                small = byte.is_ascii_lowercase();
                at += 1;
                continue;
            }
            ascii = false;
            let pair = (byte, bytes.get(at + 1).copied().unwrap_or(0));
            look.suspicious |= is_suspicious(pair);
            look.turkish |= matches!(pair, (0xC4, 0x9F | 0xB0 | 0xB1) | (0xC5, 0x9E | 0x9F));
            let capital = matches!(pair, (0xC3, 0x80..=0x9E) | (0xC4, 0x9E | 0xB0) | (0xC5, 0x9E));
            bump |= small && capital;
            small = !capital;
            at += if byte < 0xE0 {
                2
            } else if byte < 0xF0 {
                3
            } else {
                4
            };
        }
        look.words += 1;
        if ascii {
            continue;
        }
        let word = &source[start..at];
        if look.lost.is_none() && word.starts_with('ğ') && word.chars().nth(2).is_some() {
            look.lost = Some(start);
        }
        if bump && is_mixed(word) {
            look.mixed_count += 1;
            look.mixed = look.mixed.or(Some(start));
        }
    }
    look
}

/// The first two bytes of letters that healthy Turkish does not have.
fn is_suspicious((first, second): (u8, u8)) -> bool {
    match first {
        0xC3 => matches!(second, 0x83 | 0x84 | 0x85 | 0x9D | 0x9E | 0xBD | 0xBE | 0x90 | 0xB0),
        0xC4 => matches!(second, 0xA0..=0xA2),
        0xC2 => second < 0xA0,
        0xCC => true,
        0xEF => second == 0xBF,
        _ => false,
    }
}

/// A capital between small letters: `KönetÖeliğin`, `HİmnetIerİ`.
fn is_mixed(word: &str) -> bool {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let (mut before, mut last) = (letters.next(), letters.next());
    for next in letters {
        let small = |c: Option<char>| c.is_some_and(char::is_lowercase);
        if small(before) && last.is_some_and(char::is_uppercase) && next.is_lowercase() {
            return true;
        }
        (before, last) = (last, Some(next));
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_look_sees_all_signs() {
        let text = "Bu yap ğını KönetÖeliğin iPhone ve WhatsApp’ın.";
        let seen = look(text);
        assert_eq!((seen.lost, seen.words, seen.turkish, seen.suspicious), (text.find("ğını"), 7, true, false));
        assert_eq!((seen.mixed, seen.mixed_count), (text.find("KönetÖ"), 2));
        for damaged in ["ĠĢ", "Þu", "Ä°", "i\u{307}", "\u{fffd}", "\u{85}"] {
            assert!(look(damaged).suspicious, "{damaged}");
        }
        assert_eq!(look(""), Look::default());
    }
}

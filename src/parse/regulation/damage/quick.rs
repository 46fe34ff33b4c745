//! One look over the bytes of a text for signs of damage, so that the healthy ones, which are most, cost little. What the
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
}

/// Bytes asked about together.
const BLOCK: usize = 128;

/// Asks of every block of bytes whether any sign may be in it, and looks at the words of those few.
pub(super) fn look(source: &str) -> Look {
    let bytes = source.as_bytes();
    let mut look = Look::default();
    let mut done = 0;
    for block in (0..bytes.len()).step_by(BLOCK) {
        let end = bytes.len().min(block + BLOCK);
        if end <= done || !may_show(&Around::of(bytes, block)) {
            continue;
        }
        // Words that began in the block before are looked at whole.
        let begun = bytes[done..block.max(done)].iter().rposition(|byte| *byte <= b' ').map_or(done, |gap| done + gap);
        done = words(source, begun, end, &mut look);
    }
    look
}

/// True for a text of more than 300 words without a letter that only Turkish has.
pub(super) fn is_foreign(source: &str) -> bool {
    let turkish = |pair: &[u8]| matches!(pair, [0xC4, 0x9F | 0xB0 | 0xB1] | [0xC5, 0x9E | 0x9F]);
    let words = || source.as_bytes().split(|byte| *byte <= b' ').filter(|word| !word.is_empty());
    !source.as_bytes().windows(2).any(turkish) && words().nth(300).is_some()
}

/// A block of bytes with the two before it and the one after it; beyond the text stand spaces.
struct Around([u8; BLOCK + 3]);

impl Around {
    fn of(bytes: &[u8], block: usize) -> Self {
        let mut around = [b' '; BLOCK + 3];
        let (start, end) = (block.saturating_sub(2), bytes.len().min(block + BLOCK + 1));
        let before = 2 - (block - start);
        around[before..before + end - start].copy_from_slice(&bytes[start..end]);
        Around(around)
    }
}

/// The cheap question: does any letter of the block look suspicious, any word begin with ğ, any capital stand right behind
/// a small letter? Asked without branches, so that the compiler asks it of many bytes at once.
fn may_show(Around(bytes): &Around) -> bool {
    let is = |byte: u8, other: u8| u8::from(byte == other);
    let within = |byte: u8, first: u8, last: u8| u8::from(byte.wrapping_sub(first) <= last - first);
    let capital = |first: u8, second: u8| {
        is(first, 0xC3) & within(second, 0x80, 0x9E)
            | is(first, 0xC4) & (is(second, 0x9E) | is(second, 0xB0))
            | is(first, 0xC5) & is(second, 0x9E)
    };
    let mut shown = 0;
    for at in 2..BLOCK + 2 {
        let (before, last, byte, next) = (bytes[at - 2], bytes[at - 1], bytes[at], bytes[at + 1]);
        let misread = within(next, 0x83, 0x85) | within(next, 0x9D, 0x9E) | within(next, 0xBD, 0xBE);
        let strange = is(byte, 0xC3) & (misread | is(next, 0x90) | is(next, 0xB0))
            | is(byte, 0xC4) & within(next, 0xA0, 0xA2)
            | is(byte, 0xC2) & within(next, 0, 0x9F)
            | is(byte, 0xCC)
            | is(byte, 0xEF) & is(next, 0xBF);
        let lost = within(last, 0, b' ') & is(byte, 0xC4) & is(next, 0x9F);
        let small = within(last, b'a', b'z') | within(last, 0x80, 0xFF) & (1 - capital(before, last));
        let bump = small & (within(byte, b'A', b'Z') | capital(byte, next));
        shown |= strange | lost | bump;
    }
    shown != 0
}

/// Looks at the words that begin from byte `at` on and before `end`; where the last of them ends.
fn words(source: &str, mut at: usize, end: usize, look: &mut Look) -> usize {
    let bytes = source.as_bytes();
    while at < end {
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
    at
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
        assert_eq!((seen.lost, seen.suspicious), (text.find("ğını"), false));
        assert_eq!((seen.mixed, seen.mixed_count), (text.find("KönetÖ"), 2));
        for damaged in ["ĠĢ", "Þu", "Ä°", "i\u{307}", "\u{fffd}", "\u{85}"] {
            assert!(look(damaged).suspicious, "{damaged}");
        }
        assert_eq!(look(""), Look::default());
    }

    #[test]
    fn signs_are_seen_wherever_a_block_of_bytes_ends() {
        for filler in 0..2 * BLOCK + 4 {
            let text = format!("{} ğını KönetÖeliğin ĠĢ", "a".repeat(filler));
            let seen = look(&text);
            assert_eq!((seen.lost, seen.mixed, seen.mixed_count, seen.suspicious), (text.find("ğı"), text.find("Kö"), 1, true));
            assert_eq!(look(&text.replace("ğını KönetÖeliğin ĠĢ", "şey “Belediye")), Look::default());
        }
    }

    #[test]
    fn a_long_text_without_turkish_letters_is_foreign() {
        assert!(is_foreign(&"Word ".repeat(301)) && !is_foreign(&"Word ".repeat(300)));
        assert!(!is_foreign(&format!("{}ışık", "Kelime ".repeat(301))));
    }
}

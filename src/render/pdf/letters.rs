//! The fonts of reports and the letters they can print. PDF/A-2a and PDF/UA-1 forbid the empty box of a missing letter,
//! so a letter without a shape is replaced before the text is set, and named. Not a shaper: Typst sets the text.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// The family of all text, and of the text in charts.
pub const FAMILY: &str = "Libertinus Serif";

/// Stands where a letter has no shape in any of the fonts.
const MISSING: char = '□';

/// A word longer than this gets places where it may be broken.
const LONG_WORD: usize = 40;

/// How far apart those places are.
const BREAK_EVERY: usize = 20;

/// The fonts that come with the program; those of the machine are never asked.
pub static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| typst_assets::fonts().flat_map(|data| Font::iter(Bytes::new(data))).collect());

/// What is known of the fonts without opening them.
pub static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// Makes text printable and remembers what it had to replace.
#[derive(Default)]
pub struct Letters {
    missing: BTreeSet<char>,
}

impl Letters {
    /// `text` with only letters that have a shape: controls become spaces, direction overrides and joiners vanish,
    /// the rest is replaced by a box.
    pub fn printable(&mut self, text: &str) -> String {
        text.chars().filter_map(|letter| self.letter(letter)).collect()
    }

    /// [`Letters::printable`], with places to break words that are longer than a line of a column.
    pub fn breakable(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for word in self.printable(text).split_inclusive(char::is_whitespace) {
            if word.chars().nth(LONG_WORD).is_none() {
                out.push_str(word);
                continue;
            }
            for (i, letter) in word.chars().enumerate() {
                if i > 0 && i % BREAK_EVERY == 0 {
                    out.push('\u{200B}');
                }
                out.push(letter);
            }
        }
        out
    }

    /// The letters that were replaced, in code point order.
    pub fn missing(&self) -> impl Iterator<Item = char> {
        self.missing.iter().copied()
    }

    fn letter(&mut self, letter: char) -> Option<char> {
        match letter {
            ' '..='~' | '\n' => Some(letter),
            _ if letter.is_control() => Some(' '),
            '\u{2028}' | '\u{2029}' => Some(' '),
            // Joiners and selectors mean nothing to these fonts; overrides make text read other than it is stored.
            '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' => None,
            '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}' => None,
            '\u{AD}' | '\u{A0}' => Some(letter),
            _ if !private(letter) && FONTS.iter().any(|font| font.info().coverage.contains(letter as u32)) => Some(letter),
            _ => {
                self.missing.insert(letter);
                Some(MISSING)
            }
        }
    }
}

/// True for code points to which nobody but their writer gives a meaning: PDF/A-2a refuses them.
fn private(letter: char) -> bool {
    matches!(letter, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turkish_letters_and_signs_have_shapes() {
        let text = "ÇĞİÖŞÜ çğıöşü âîû ₺ § № – — … “ ” ‘ ’ • ≥ ≤ × ½ ° é";
        let mut letters = Letters::default();
        assert_eq!(letters.printable(text), text);
        assert_eq!(letters.missing().count(), 0);
    }

    #[test]
    fn the_box_itself_has_a_shape() {
        assert!(FONTS.iter().any(|font| font.info().coverage.contains(MISSING as u32)));
    }

    #[test]
    fn letters_without_shape_become_a_box_and_are_named() {
        let mut letters = Letters::default();
        assert_eq!(letters.printable("park 🌳 açık"), "park □ açık");
        assert_eq!(letters.missing().collect::<String>(), "🌳");
    }

    #[test]
    fn controls_and_direction_overrides_do_not_reach_the_page() {
        let mut letters = Letters::default();
        assert_eq!(letters.printable("a\0b\tc\u{202E}d\u{FEFF}e\u{7f}"), "a b cde ");
        assert_eq!(letters.missing().count(), 0);
    }

    #[test]
    fn only_overlong_words_get_places_to_break() {
        let mut letters = Letters::default();
        assert_eq!(letters.breakable("değerlendirilemeyenlerden mi"), "değerlendirilemeyenlerden mi");
        assert_eq!(letters.breakable(&"a".repeat(45)), format!("{0}\u{200B}{0}\u{200B}{1}", "a".repeat(20), "a".repeat(5)));
    }
}

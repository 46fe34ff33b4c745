//! What the program itself says on one page, in the page's language: a theme's words, asked for by name. Not what an author or
//! a registry wrote, which is in the language it was written in.

use super::{KEYS, Language, Part, Said, Words, borrowed};

/// The words of a theme as one page says them (ses).
#[derive(Clone, Copy)]
pub struct Voice<'w> {
    words: &'w Words,
    /// The page's language.
    pub language: Language,
}

impl<'w> Voice<'w> {
    /// The words of a page in `language`.
    pub fn new(words: &'w Words, language: Language) -> Voice<'w> {
        Voice { words, language }
    }

    /// A word.
    pub fn say(self, key: &'static str) -> Said {
        debug_assert!(KEYS.contains(&key), "`{key}` is not among the words a theme must have");
        self.words.say(self.language, key)
    }

    /// A word with `parts` in the places of its variables; its own name where the theme's word asks for others.
    pub fn fill(self, key: &'static str, parts: &[(&str, Part<'_>)]) -> Said {
        debug_assert!(KEYS.contains(&key), "`{key}` is not among the words a theme must have");
        let said = self.words.filled(self.language, key, parts);
        said.unwrap_or_else(|| Said { text: key.to_owned(), language: self.language })
    }

    /// A word as it stands on the page: borrowed where the page's language lacks it.
    pub fn word(self, key: &'static str) -> String {
        self.say(key).on(self.language)
    }

    /// The same with `parts` in the places of its variables.
    pub fn filled(self, key: &'static str, parts: &[(&str, Part<'_>)]) -> String {
        self.fill(key, parts).on(self.language)
    }

    /// Turkish words as they stand on the page.
    pub fn turkish(self, text: &str) -> String {
        if self.language.is_turkish() { text.to_owned() } else { borrowed::mark(text, Language::TURKISH) }
    }

    /// A number that is written `text` in Turkish.
    pub fn number(self, text: &str) -> String {
        if self.language.is_turkish() {
            return text.to_owned();
        }
        let [group, decimal] = ["number_group", "number_decimal"].map(|key| self.say(key).text);
        let swapped = text.chars().map(|c| match c {
            '.' => group.clone(),
            ',' => decimal.clone(),
            c => c.to_string(),
        });
        swapped.collect()
    }
}

//! The words of a theme in every language it knows; what a language lacks is said in Turkish, and known to be.

use std::collections::BTreeMap;

use super::{Book, Language, Part, borrowed};

/// The books of all languages (sözler).
#[derive(Default)]
pub struct Words(BTreeMap<Language, Book>);

/// A word in the language it was found in (söz).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The words.
    pub text: String,
    /// Their language: the one asked for, or Turkish.
    pub language: Language,
}

impl Said {
    /// The words as they stand on a page in `page`'s language: borrowed where theirs is another.
    pub fn on(&self, page: Language) -> String {
        match self.language == page {
            true => self.text.clone(),
            false => borrowed::mark(&self.text, self.language),
        }
    }
}

impl Words {
    /// The words in these books.
    pub fn new(books: BTreeMap<Language, Book>) -> Words {
        Words(books)
    }

    /// The book of one language.
    pub fn book(&self, language: Language) -> Option<&Book> {
        self.0.get(&language)
    }

    /// True when no language has a word.
    pub fn is_empty(&self) -> bool {
        self.0.values().all(|book| book.keys().next().is_none())
    }

    /// The Turkish words that `language` lacks.
    pub fn lacking(&self, language: Language) -> Vec<&str> {
        let known = |key: &str| self.book(language).is_some_and(|book| book.has(key));
        self.book(Language::TURKISH).into_iter().flat_map(Book::keys).filter(|key| !known(key)).collect()
    }

    /// Every word for pages in `language` that waits for nothing, by key.
    pub fn all(&self, language: Language) -> BTreeMap<&str, Said> {
        let mut all = BTreeMap::new();
        for of in [Language::TURKISH, language] {
            let book = self.book(of).into_iter();
            let found = book.flat_map(|book| book.keys().filter_map(|key| Some((key, book.word(key)?))));
            all.extend(found.map(|(key, text)| (key, Said { text: text.to_owned(), language: of })));
        }
        all
    }

    /// A word in `language`; its own name when no language has it.
    pub fn say(&self, language: Language, key: &str) -> Said {
        self.find(language, |book| book.word(key).map(str::to_owned)).unwrap_or_else(|| Said { text: key.to_owned(), language })
    }

    /// A word with numbers and words in the places of its variables.
    pub fn filled(&self, language: Language, key: &str, parts: &[(&str, Part<'_>)]) -> Option<Said> {
        self.find(language, |book| book.filled(key, parts))
    }

    fn find(&self, language: Language, word: impl Fn(&Book) -> Option<String>) -> Option<Said> {
        [language, Language::TURKISH].into_iter().find_map(|of| {
            let text = word(self.book(of)?)?;
            Some(Said { text, language: of })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_language_lacks_is_said_in_turkish_and_known_to_be() {
        let english = Language::parse("en").expect("it is a tag");
        let book = |language, text| (language, Book::read(language, &[text]).0);
        let words = Words::new(BTreeMap::from([
            book(Language::TURKISH, "menu = Menü\nhome = Ana sayfa\nkayit = { $count } kayıt\n"),
            book(english, "menu = Menu\n"),
        ]));
        let said = |text: &str, language| Said { text: text.to_owned(), language };
        assert_eq!(words.lacking(english), ["home", "kayit"]);
        assert_eq!(words.lacking(Language::TURKISH), [""; 0]);
        let all = words.all(english);
        assert_eq!((&all["menu"], &all["home"]), (&said("Menu", english), &said("Ana sayfa", Language::TURKISH)));
        assert_eq!(words.filled(english, "kayit", &[("count", 3.into())]), Some(said("3 kayıt", Language::TURKISH)));
    }
}

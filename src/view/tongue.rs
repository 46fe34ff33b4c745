//! What the view itself says on a page, in the page's language: words of the theme, dates, numbers, ways between languages.
//! What a language lacks is said in Turkish and marked as Turkish.

use jiff::civil::Date;
use serde::Serialize;

use super::DateDoc;
use crate::language::{Language, Words, borrowed};
use crate::turkish;

/// The words that every theme has to have for the view, besides those of the HTML writers.
pub const KEYS: &[&str] = &[
    "a_to_z_title",
    "address",
    "by_kind",
    "by_tag",
    "by_unit",
    "by_year",
    "date_long",
    "date_short",
    "duty_map",
    "email",
    "footer_title",
    "home",
    "language_name",
    "number_decimal",
    "number_group",
    "own_text",
    "phone",
    "search",
    "text_source",
];

/// The languages of a page (dil bilgisi).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct LanguageDoc {
    /// The page's own.
    pub code: Language,
    /// The same page in every language it has, its own among them; empty when it has only the one.
    pub alternates: Vec<AlternateDoc>,
    /// The ways to the site's other languages: to the same page, or to their home page where there is no such page.
    pub others: Vec<AlternateDoc>,
}

/// A page in another language.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct AlternateDoc {
    /// The language; `x-default` for readers of any other.
    pub code: String,
    /// The address.
    pub url: String,
}

/// The words of the theme, said where no template is (dil).
#[derive(Clone, Copy)]
pub struct Tongue<'w>(pub &'w Words);

impl Tongue<'_> {
    /// A word on a page in `language`.
    pub fn say(self, language: Language, key: &'static str) -> String {
        debug_assert!(KEYS.contains(&key), "`{key}` is not among the words a theme must have");
        self.0.say(language, key).on(language)
    }

    /// Turkish words on a page in `language`.
    pub fn turkish(self, language: Language, text: &str) -> String {
        if language.is_turkish() { text.to_owned() } else { borrowed::mark(text, Language::TURKISH) }
    }

    /// A day.
    pub fn date(self, language: Language, date: Date) -> DateDoc {
        if language.is_turkish() {
            return DateDoc::of(date);
        }
        let numbers = [("day", date.day().into()), ("month", date.month().into()), ("year", date.year().into())];
        let said = |key: &str, turkish: fn(Date) -> String| match self.0.filled(language, key, &numbers) {
            Some(said) => said.on(language),
            None => self.turkish(language, &turkish(date)),
        };
        DateDoc {
            iso: date.to_string(),
            long: said("date_long", turkish::date::long),
            short: said("date_short", turkish::date::short),
        }
    }

    /// A number that is `text` in Turkish and `value` to a machine.
    pub fn number(self, language: Language, text: &str, value: &str) -> String {
        if language.is_turkish() || value.is_empty() || !value.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-')) {
            return text.to_owned();
        }
        let [group, decimal] = ["number_group", "number_decimal"].map(|key| self.0.say(language, key).text);
        let swapped = text.chars().map(|c| match c {
            '.' => group.clone(),
            ',' => decimal.clone(),
            c => c.to_string(),
        });
        swapped.collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::language::Book;

    #[test]
    fn dates_and_numbers_are_those_of_the_language() {
        let english = Language::parse("en").expect("it is a tag");
        let text = "date_long = { $day } { $month ->\n    [11] November\n   *[12] December\n} { $year }\ndate_short = { $year }/{ $month }\n\
                    number_group = ,\nnumber_decimal = .\n";
        let (book, faults) = Book::read(english, &[text]);
        assert_eq!(faults, []);
        let words = Words::new(BTreeMap::from([(english, book)]));
        let tongue = Tongue(&words);
        let day = Date::constant(2026, 11, 22);
        assert_eq!(tongue.date(english, day).long, "22 November 2026");
        assert_eq!(tongue.date(english, day).short, "2026/11");
        assert_eq!(tongue.date(Language::TURKISH, day).long, "22 Kasım 2026");
        assert_eq!(tongue.number(english, "%4.620,5", "4620.5"), "%4,620.5");
        assert_eq!(tongue.number(Language::TURKISH, "4.620", "4620"), "4.620");
    }
}

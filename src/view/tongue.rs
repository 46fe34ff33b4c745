//! What the view itself says on a page, in the page's language: words of the theme, dates, numbers, ways between languages.
//! What a language lacks is said in Turkish and marked as Turkish.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::DateDoc;
use super::figures::month_words;
use crate::language::{Language, Part, Voice, Words};
use crate::model::kind_title;
use crate::turkish;

/// The languages of a page (dil bilgisi).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, JsonSchema, Serialize)]
pub struct LanguageDoc {
    /// The page's own.
    #[schemars(with = "String")]
    pub code: Language,
    /// The same page in every language it has, its own among them; empty when it has only the one.
    pub alternates: Vec<AlternateDoc>,
    /// The ways to the site's other languages: to the same page, or to their home page where there is no such page.
    pub others: Vec<AlternateDoc>,
}

/// A page in another language.
#[derive(Clone, Debug, PartialEq, Eq, Hash, JsonSchema, Serialize)]
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
        Voice::new(self.0, language).word(key)
    }

    /// A word with `parts` in the places of its variables.
    pub fn fill(self, language: Language, key: &'static str, parts: &[(&str, Part<'_>)]) -> String {
        Voice::new(self.0, language).filled(key, parts)
    }

    /// The words of a kind of page: those of the theme, the model's own for a kind of which the theme has no word.
    pub fn kind(self, language: Language, kind: &str) -> String {
        let own = (!language.is_turkish()).then(|| self.0.book(language)?.word(&format!("kind_{kind}"))).flatten();
        own.map_or_else(|| self.turkish(language, &kind_title(kind)), str::to_owned)
    }

    /// The period of a release: `Haziran 2026`, `2026`.
    pub fn period(self, language: Language, period: &str) -> String {
        let month =
            period.split_once('-').and_then(|(year, month)| Some((year.parse::<i64>().ok()?, month.parse::<i64>().ok()?)));
        match month.filter(|(_, month)| !language.is_turkish() && (1..=12).contains(month)) {
            Some((year, month)) => self.fill(language, "month_year", &[("year", year.into()), ("month", month.into())]),
            None => month_words(period),
        }
    }

    /// Turkish words on a page in `language`.
    pub fn turkish(self, language: Language, text: &str) -> String {
        Voice::new(self.0, language).turkish(text)
    }

    /// A day.
    pub fn date(self, language: Language, date: Date) -> DateDoc {
        if language.is_turkish() {
            return DateDoc::of(date);
        }
        let numbers = [("day", date.day()), ("month", date.month())].map(|(name, number)| (name, i64::from(number).into()));
        let numbers = [numbers[0], numbers[1], ("year", i64::from(date.year()).into())];
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
        Voice::new(self.0, language).number(text)
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

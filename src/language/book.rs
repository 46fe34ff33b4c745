//! One language's words, from Fluent texts: the later text says the last word. Complains to nobody: what is wrong is given
//! back with its place in the text.

use std::collections::BTreeMap;
use std::ops::Range;

use fluent_bundle::resolver::{ResolverError, errors::ReferenceKind};
use fluent_bundle::{FluentArgs, FluentError, FluentResource, concurrent::FluentBundle};

use super::Language;

/// The words of one language (sözlük).
pub struct Book {
    bundle: FluentBundle<FluentResource>,
    words: BTreeMap<String, Word>,
}

struct Word {
    /// Number of the text that says it, and where in it.
    place: (usize, Range<usize>),
    /// What it says; nothing while it waits for a number.
    text: Option<String>,
}

/// What stands in the place of a variable (değer).
#[derive(Clone, Copy, Debug)]
pub enum Part<'p> {
    /// A number, by which a word may choose its form.
    Number(i64),
    /// Words, which stay as they are.
    Text(&'p str),
}

impl From<i64> for Part<'_> {
    fn from(number: i64) -> Self {
        Part::Number(number)
    }
}

impl<'p> From<&'p str> for Part<'p> {
    fn from(text: &'p str) -> Self {
        Part::Text(text)
    }
}

/// What is wrong with a text (kusur).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Number of the text.
    pub text: usize,
    /// Which of its bytes.
    pub at: Range<usize>,
    /// What.
    pub slip: Slip,
}

/// A kind of [`Fault`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slip {
    /// Not Fluent, and why.
    Syntax(String),
    /// The text says this word twice.
    Repeated(String),
    /// A word that mentions what is not there, or itself.
    Reference(String),
}

impl Book {
    /// Reads the texts of `language`, the one with the last word last.
    pub fn read(language: Language, texts: &[&str]) -> (Book, Vec<Fault>) {
        let tag = language.as_str().parse().expect("two or three letters are a well-formed tag");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Isolation marks are invisible characters that break searching in a page.
        bundle.set_use_isolating(false);
        let mut faults = Vec::new();
        let mut words: BTreeMap<String, Word> = BTreeMap::new();
        for (text, source) in texts.iter().enumerate() {
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, errors)| {
                let fault = |at: Range<usize>, cause: String| Fault { text, at, slip: Slip::Syntax(cause) };
                faults.extend(errors.into_iter().map(|error| fault(error.pos.clone(), error.kind.to_string())));
                resource
            });
            bundle.add_resource_overriding(resource);
            for (key, at) in keys(source) {
                let word = Word { place: (text, at.clone()), text: None };
                let earlier = words.insert(key.to_owned(), word);
                if earlier.is_some_and(|word| word.place.0 == text) {
                    faults.push(Fault { text, at, slip: Slip::Repeated(key.to_owned()) });
                }
            }
        }
        words.retain(|key, _| bundle.get_message(key).is_some_and(|message| message.value().is_some()));
        for (key, word) in &mut words {
            match say(&bundle, key, None) {
                Ok(text) => word.text = Some(text),
                Err(None) => {}
                Err(Some(cause)) => {
                    let (text, at) = word.place.clone();
                    faults.push(Fault { text, at, slip: Slip::Reference(cause) });
                }
            }
        }
        (Book { bundle, words }, faults)
    }

    /// The keys of all its words, in the order of their letters.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(String::as_str)
    }

    /// True when it has a word of this name.
    pub fn has(&self, key: &str) -> bool {
        self.words.contains_key(key)
    }

    /// Where a word stands: number of the text, and its bytes.
    pub fn place(&self, key: &str) -> Option<(usize, Range<usize>)> {
        self.words.get(key).map(|word| word.place.clone())
    }

    /// A word that waits for nothing.
    pub fn word(&self, key: &str) -> Option<&str> {
        self.words.get(key)?.text.as_deref()
    }

    /// A word with numbers and words in the places of its variables.
    pub fn filled(&self, key: &str, parts: &[(&str, Part<'_>)]) -> Option<String> {
        let mut args = FluentArgs::new();
        for (name, part) in parts {
            match part {
                Part::Number(number) => args.set(*name, *number),
                Part::Text(text) => args.set(*name, *text),
            }
        }
        self.words.contains_key(key).then(|| say(&self.bundle, key, Some(&args)).ok()).flatten()
    }
}

/// The words of `key`; without arguments, `Err(None)` when it has to have them. Why not, otherwise.
fn say(bundle: &FluentBundle<FluentResource>, key: &str, args: Option<&FluentArgs<'_>>) -> Result<String, Option<String>> {
    let pattern = bundle.get_message(key).and_then(|message| message.value()).ok_or(None)?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, args, &mut errors).into_owned();
    let lacks_argument = |error: &FluentError| {
        matches!(error, FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { .. })))
    };
    match errors.iter().find(|error| args.is_some() || !lacks_argument(error)) {
        Some(error) => Err(Some(error.to_string())),
        None if errors.is_empty() => Ok(text),
        None => Err(None),
    }
}

/// The names of the messages in a text with their places: a name begins a line, and `=` follows.
fn keys(source: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    let mut start = 0;
    source.split_inclusive('\n').filter_map(move |line| {
        let at = start;
        start += line.len();
        let key = line.split_once('=')?.0.trim_end();
        let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-');
        let named = key.bytes().next().is_some_and(|b| b.is_ascii_alphabetic()) && key.bytes().all(plain);
        named.then_some((key, at..at + key.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(texts: &[&str]) -> (Book, Vec<Fault>) {
        Book::read(Language::TURKISH, texts)
    }

    #[test]
    fn the_later_text_has_the_last_word() {
        let (book, faults) = read(&["menu = Menü\nhome = Ana sayfa\n", "home = Giriş\n"]);
        assert_eq!(faults, []);
        assert_eq!((book.word("menu"), book.word("home"), book.word("yok")), (Some("Menü"), Some("Giriş"), None));
        assert_eq!(book.place("home"), Some((1, 0..4)));
    }

    #[test]
    fn a_word_may_count_and_another_may_mention_one() {
        let (book, faults) = read(&[
            "-kurum = Belediye\nad = { -kurum }si\nkayit = { $count ->\n    [one] tek kayıt\n   *[other] { $count } kayıt\n}\n",
        ]);
        assert_eq!(faults, []);
        assert_eq!(book.word("ad"), Some("Belediyesi"));
        assert_eq!(book.word("kayit"), None);
        assert_eq!(book.filled("kayit", &[("count", 1.into())]).as_deref(), Some("tek kayıt"));
        assert_eq!(book.filled("kayit", &[("count", 7.into())]).as_deref(), Some("7 kayıt"));
        assert_eq!(book.keys().collect::<Vec<_>>(), ["ad", "kayit"]);
    }

    #[test]
    fn every_slip_is_found_at_its_place_and_the_other_words_are_kept() {
        let (book, faults) = read(&["bir = Bir\nbir = İki\nuc = { yok }\nbozuk = {\n"]);
        assert_eq!(book.word("bir"), Some("İki"));
        let said: Vec<_> = faults.iter().map(|fault| (fault.at.start, &fault.slip)).collect();
        assert_eq!(said.len(), 3, "{said:?}");
        assert!(matches!(said[0].1, Slip::Syntax(_)) && said[0].0 > 30, "{said:?}");
        assert_eq!(said[1], (10, &Slip::Repeated("bir".into())));
        assert!(matches!(said[2].1, Slip::Reference(cause) if cause.contains("yok")), "{said:?}");
    }
}

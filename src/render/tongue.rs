//! A theme's words in the language of a page, in the forms that writing the page needs.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Kwargs, State, TeraResult, Value};

use super::words::Words;
use crate::language::{self, Language};

/// The words of pages in one language (dil).
pub(super) struct Tongue {
    /// What templates see as `words`.
    pub(super) values: Value,
    /// The words for what is written outside templates.
    pub(super) html: Words,
}

impl Tongue {
    /// The words of pages in `language`, with those it lacks in Turkish.
    pub(super) fn of(words: &language::Words, language: Language) -> Tongue {
        let all = words.all(language);
        let marked = |(key, said): (&str, &language::Said)| (key.to_owned(), said.on(language));
        let mut strings: BTreeMap<String, String> = all.iter().map(|(key, said)| marked((*key, said))).collect();
        let html = Words::from_strings(&strings);
        strings.insert("lang".to_owned(), language.to_string());
        Tongue { values: Value::from_serializable(&strings), html }
    }
}

/// The function `counted(word="records", n=3)` of templates: a word with a number in it, in the language of `words`.
pub(super) fn counted(words: Arc<language::Words>) -> impl Fn(Kwargs, &State<'_>) -> TeraResult<String> + Send + Sync + 'static {
    move |kwargs, state| {
        let (word, n) = (kwargs.must_get::<&str>("word")?, kwargs.must_get::<i64>("n")?);
        let here: Option<Value> = state.get("words")?;
        let tag = here.as_ref().and_then(|words| words.get_from_path("lang")?.as_str());
        let language = tag.and_then(Language::parse).unwrap_or_default();
        let said = words.filled(language, word, &[("count", n.into())]);
        said.map(|said| said.on(language)).ok_or_else(|| tera::Error::message(format!("`{word}` counts nothing in any *.ftl")))
    }
}

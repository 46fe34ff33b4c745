//! The words of a diagnostic and of the command line, from the Fluent catalogues. Not a translator of pages:
//! the words of a site are its theme's (`themes/*/tr.ftl`, read by `language`).

use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

use super::{Code, Diagnostic, Severity, cause};

/// A language of messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Turkish, the first language of every site.
    #[default]
    Tr,
    /// English.
    En,
}

impl Lang {
    /// Both languages.
    pub const ALL: [Lang; 2] = [Lang::Tr, Lang::En];

    /// Reads `tr`, `tr_TR.UTF-8`, `en-US` and the like; `None` for other languages.
    pub fn parse(text: &str) -> Option<Lang> {
        match text.get(..2)? {
            "tr" | "TR" => Some(Lang::Tr),
            "en" | "EN" => Some(Lang::En),
            _ => None,
        }
    }

    fn catalogues(self) -> &'static [(&'static str, &'static str)] {
        macro_rules! catalogues {
            ($lang:literal: $($file:literal),*) => { &[$(($file, include_str!(concat!("catalog/", $lang, "/", $file, ".ftl")))),*] };
        }
        match self {
            Lang::Tr => {
                catalogues!("tr": "cli", "audit", "content", "council", "data", "disclosure", "estimates", "figures", "files", "import", "links", "publish", "regulation", "release", "schema", "services", "theme", "versions")
            }
            Lang::En => {
                catalogues!("en": "cli", "audit", "content", "council", "data", "disclosure", "estimates", "figures", "files", "import", "links", "publish", "regulation", "release", "schema", "services", "theme", "versions")
            }
        }
    }
}

/// One language's catalogue (sözlük). Its files are read one after the other until one has the message: a command that has
/// nothing to complain about needs the first alone, and the reading of all would be a good part of a short run.
pub struct Words {
    lang: Lang,
    files: Vec<File>,
}

/// A file of the catalogue, read when it is first asked.
type File = LazyLock<FluentBundle<FluentResource>, Box<dyn FnOnce() -> FluentBundle<FluentResource> + Send>>;

impl Words {
    /// The catalogue of `lang`. It is part of the program, so a fault in it is our bug.
    pub fn new(lang: Lang) -> Words {
        let files =
            lang.catalogues().iter().map(|(file, text)| -> File { LazyLock::new(Box::new(move || read(lang, file, text))) });
        Words { lang, files: files.collect() }
    }

    /// Its language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The message `id` with its arguments; the id itself where the catalogue has no such message.
    pub fn say(&self, id: &str, args: &[(&str, &str)]) -> String {
        self.lookup(id, None, &mut args.iter().copied()).unwrap_or_else(|| id.to_owned())
    }

    /// The attribute `id.attribute`, if the catalogue has it.
    pub fn attribute(&self, id: &str, attribute: &str, args: &[(&str, &str)]) -> Option<String> {
        self.lookup(id, Some(attribute), &mut args.iter().copied())
    }

    /// The cause of a diagnostic, one line.
    pub fn message(&self, diagnostic: &Diagnostic) -> String {
        self.lookup(diagnostic.code.id(), None, &mut args(diagnostic)).unwrap_or_else(|| diagnostic.code.id().to_owned())
    }

    /// What to do about it, one line that starts with a verb.
    pub fn hint(&self, diagnostic: &Diagnostic) -> Option<String> {
        let variant = diagnostic.hint.map(|v| format!("hint-{v}"));
        variant
            .and_then(|v| self.lookup(diagnostic.code.id(), Some(&v), &mut args(diagnostic)))
            .or_else(|| self.lookup(diagnostic.code.id(), Some("hint"), &mut args(diagnostic)))
    }

    /// Why it matters and how to mend it: a paragraph for `tellal explain`.
    pub fn explanation(&self, code: Code) -> Option<String> {
        self.lookup(code.id(), Some("explain"), &mut std::iter::empty())
    }

    /// The word for a severity: `hata`, `uyarı`, `not`.
    pub fn severity(&self, severity: Severity) -> String {
        self.say(&format!("severity-{}", severity.as_str()), &[])
    }

    fn lookup<'a>(
        &self,
        id: &str,
        attribute: Option<&str>,
        args: &mut dyn Iterator<Item = (&'a str, &'a str)>,
    ) -> Option<String> {
        let (bundle, message) = self.files.iter().find_map(|file| Some((file, file.get_message(id)?)))?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut fluent = FluentArgs::new();
        let args: Vec<(&str, &str)> = args.collect();
        for &(name, value) in &args {
            // What a library or the system says has words here where we know it, in which the other arguments may stand.
            let others = || args.iter().copied().filter(|(other, _)| !matches!(*other, "cause" | "expected"));
            let known = cause::is_message(name, value).then(|| self.lookup(value, None, &mut others())).flatten();
            fluent.set(name.to_owned(), FluentValue::from(known.unwrap_or_else(|| value.to_owned())));
        }
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&fluent), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "message `{id}`: {errors:?}");
        Some(text)
    }
}

fn read(lang: Lang, file: &str, text: &str) -> FluentBundle<FluentResource> {
    let id = match lang {
        Lang::Tr => "tr",
        Lang::En => "en",
    };
    let mut bundle = FluentBundle::new_concurrent(vec![id.parse().expect("a fixed language tag is well formed")]);
    // Isolation marks are invisible characters that break searching in a log.
    bundle.set_use_isolating(false);
    let resource = FluentResource::try_new(text.to_owned())
        .unwrap_or_else(|(_, errors)| panic!("catalogue {id}/{file}.ftl cannot be read: {errors:?}"));
    if let Err(errors) = bundle.add_resource(resource) {
        panic!("catalogue {id}/{file}.ftl says something twice: {errors:?}");
    }
    bundle
}

fn args(diagnostic: &Diagnostic) -> impl Iterator<Item = (&str, &str)> {
    diagnostic.args.iter().map(|(n, v)| (*n, v.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_words_a_hint_and_an_explanation_in_both_languages() {
        let mut missing = Vec::new();
        for lang in Lang::ALL {
            let words = Words::new(lang);
            for code in Code::ALL {
                for attribute in [None, Some("hint"), Some("explain")] {
                    let message = words.files.iter().find_map(|file| file.get_message(code.id()));
                    let found = message.is_some_and(|m| match attribute {
                        None => m.value().is_some(),
                        Some(a) => m.get_attribute(a).is_some(),
                    });
                    if !found {
                        missing.push(format!("{lang:?} {} {}", code.id(), attribute.unwrap_or("message")));
                    }
                }
            }
        }
        assert!(missing.is_empty(), "the catalogues lack:\n{}", missing.join("\n"));
    }

    #[test]
    fn the_two_catalogues_have_the_same_messages() {
        let names = |lang: Lang| -> Vec<String> {
            let mut names: Vec<String> = lang
                .catalogues()
                .iter()
                .flat_map(|(_, text)| text.lines())
                .filter_map(|l| l.split_once(" =").map(|(n, _)| n.to_owned()))
                .filter(|n| n.bytes().next().is_some_and(|b| b.is_ascii_lowercase()))
                .collect();
            names.sort();
            assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{lang:?}: two files say one thing");
            names
        };
        assert_eq!(names(Lang::Tr), names(Lang::En));
    }
}

//! What Tera says of a template, in the words of the catalogues: it speaks English only. Not where it says it.

use crate::diag::Diagnostic;

/// The complaint with its cause: a message of the catalogues and what stands in it, or Tera's own words where there is none.
pub(super) fn said(complaint: Diagnostic, words: &str) -> Diagnostic {
    if let Some((found, wanted)) = words.strip_prefix("Found ").and_then(|rest| rest.split_once(" but expected ")) {
        let wanted = wanted.trim_end_matches('.');
        let id = match wanted {
            "identifier" => "cause-template-name",
            "string" => "cause-template-text",
            signs if signs.split(" or ").all(|sign| !sign.contains(char::is_alphabetic)) => "cause-template-sign",
            signs if signs.starts_with("one of") => "cause-template-value",
            _ => "cause-template-found",
        };
        return complaint.with("cause", id).with("found", found.to_owned()).with("wanted", signs(wanted));
    }
    match KNOWN.iter().find(|(start, _)| words.starts_with(start)) {
        Some((_, id)) => complaint.with("cause", *id).with("name", named(words)),
        None => complaint.with("cause", words.to_owned()),
    }
}

/// Signs in quotation marks, which Tera leaves away at times.
fn signs(wanted: &str) -> String {
    wanted.split(" or ").map(|sign| format!("`{}`", sign.trim_matches('`'))).collect::<Vec<_>>().join(", ")
}

/// The field that was asked for and is not there.
pub(in crate::render) fn lacking_field(complaint: &Diagnostic) -> Option<&str> {
    let arg = |wanted: &str| complaint.args.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.as_str());
    (arg("cause") == Some("cause-template-field")).then(|| arg("name")).flatten()
}

/// How Tera's messages begin, and the messages that say the same.
const KNOWN: [(&str, &str); 18] = [
    ("Field ", "cause-template-field"),
    ("Variable ", "cause-template-field"),
    ("Unknown filter", "cause-template-filter"),
    ("Unknown function", "cause-template-function"),
    ("Unknown component", "cause-template-component"),
    ("Component '", "cause-template-component"),
    ("Unknown template", "cause-template-file"),
    ("Template '", "cause-template-file"),
    ("Unknown argument", "cause-template-argument"),
    ("Unknown tag", "cause-template-tag"),
    ("Block ", "cause-template-block"),
    ("Unexpected end of input", "cause-template-end"),
    ("unexpected end of string", "cause-template-quote"),
    ("unexpected escape", "cause-template-escape"),
    ("unexpected end of raw", "cause-template-raw"),
    ("Closing comment", "cause-template-comment"),
    ("Unexpected character", "cause-template-character"),
    ("Undefined", "cause-template-field"),
];

/// The first name in quotation marks.
fn named(words: &str) -> String {
    words.split(['`', '\'']).nth(1).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Code, Lang, Place, Words};

    #[test]
    fn what_tera_says_is_said_in_the_language_of_the_reader() {
        let told = |words: &str, lang| {
            Words::new(lang).message(&said(Diagnostic::new(Code::BAD_TEMPLATE, Place::file("a.html")), words))
        };
        let turkish = |words: &str| told(words, Lang::Tr);
        assert_eq!(turkish("Found `}}` but expected identifier."), "şablon okunamadı: burada `}}` var, bir ad bekleniyordu");
        assert_eq!(turkish("Field `yok` is not defined. Available fields: a"), "şablon okunamadı: `yok` adında bir alan yok");
        assert_eq!(turkish("Found `}` but expected }}."), "şablon okunamadı: burada `}` var, beklenen: `}}`");
        assert_eq!(turkish("Unknown filter `buyuk`"), "şablon okunamadı: `buyuk` adında bir süzgeç yok");
        for words in KNOWN.iter().map(|(start, _)| *start).chain([
            "Found `%}` but expected }}.",
            "Found `x` but expected string.",
            "Found `=` but expected one of: integer, float, string",
            "Found `=` but expected `...`, a string",
        ]) {
            for lang in Lang::ALL {
                assert!(!told(words, lang).contains("cause-"), "{words} has no words in {lang:?}");
            }
        }
        assert_eq!(turkish("Something new"), "şablon okunamadı: Something new");
    }
}

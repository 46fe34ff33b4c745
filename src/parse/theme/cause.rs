//! What Fluent says of a theme's words, in those of the catalogues: it speaks English only. Not where it says it.

use crate::diag::Diagnostic;

/// The complaint with its cause: a message of the catalogues and what stands in it, or Fluent's own words where there is none.
pub(super) fn said(complaint: Diagnostic, words: &str) -> Diagnostic {
    let quoted = || words.split('"').nth(1).unwrap_or_default().to_owned();
    let last = || words.rsplit(": ").next().unwrap_or_default().to_owned();
    match KNOWN.iter().find(|(part, _)| words.contains(part)) {
        Some((_, id @ "cause-words-reference")) => complaint.with("cause", *id).with("found", last()),
        Some((_, id)) => complaint.with("cause", *id).with("found", quoted()),
        None => complaint.with("cause", words.to_owned()),
    }
}

/// Words of Fluent's messages, and the messages that say the same; the first that fits counts.
const KNOWN: [(&str, &str); 18] = [
    ("Expected a token starting with", "cause-words-sign"),
    ("Expected one of", "cause-words-name"),
    ("Expected a message field", "cause-words-field"),
    ("Expected a term field", "cause-words-field"),
    ("Expected a value", "cause-words-value"),
    ("default variant", "cause-words-default"),
    ("Unterminated string", "cause-words-quote"),
    ("escape sequence", "cause-words-escape"),
    ("Unbalanced closing", "cause-words-brace"),
    ("Expected an inline", "cause-words-expression"),
    ("Expected a simple", "cause-words-expression"),
    ("Expected a string", "cause-words-expression"),
    ("used as a selector", "cause-words-expression"),
    ("Callee", "cause-words-expression"),
    ("Unknown message", "cause-words-reference"),
    ("Unknown term", "cause-words-reference"),
    ("Unknown", "cause-words-reference"),
    ("ycl", "cause-words-circle"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Code, Lang, Place, Words};
    use crate::language::{Book, Language, Slip};

    #[test]
    fn what_fluent_says_is_said_in_the_language_of_the_reader() {
        let told = |text: &str| {
            let (_, faults) = Book::read(Language::TURKISH, &[text]);
            let [fault] = &faults[..] else { panic!("{text}: {faults:?}") };
            let (Slip::Syntax(words) | Slip::Reference(words)) = &fault.slip else { panic!("{faults:?}") };
            let complaint = said(Diagnostic::new(Code::BAD_WORDS, Place::file("tr.ftl")), words);
            Words::new(Lang::Tr).message(&complaint).replace("temanın sözleri okunamadı: ", "")
        };
        for (text, cause) in [
            ("ara Ara\n", "burada `=` bekleniyordu"),
            ("ara =\n", "`ara` sözünün metni yok"),
            ("ara = { yok }\n", "`yok` adında bir söz yok"),
            ("ara = a }\n", "kapanan süslü ayracın açılanı yok"),
            ("ara = { \"a }\n", "açılan tırnak kapanmıyor"),
            ("ara = { }\n", "süslü ayraçların içinde bir ad, sayı ya da tırnak içinde metin bekleniyordu"),
            ("ara = { $n -> \n [one] a\n }\n", "seçeneklerden biri * ile varsayılan olarak işaretlenmeli"),
            ("ara = { ara }\n", "söz kendini anıyor"),
        ] {
            assert_eq!(told(text), cause, "{text}");
        }
    }
}

//! Clauses beside the one that speaks: `bu maddenin ikinci fıkrası`, `birinci fıkrada`, `(a) bendinde`, and those of the
//! article cited before: `aynı maddenin (B) bendi`. Not articles by their numbers.

use super::super::super::words::{self, Word};
use super::super::{Provision, Target, provision, quotes};
use super::{Owner, Reader};

/// True for the words other than numbers and labels with which a clause beside the one that speaks is cited.
pub(super) fn is_beside(core: &str) -> bool {
    ["bu", "son", "bir", "on", "ayni", "anilan", "mezkur"].iter().any(|w| words::is(core, w))
}

impl Reader<'_, '_> {
    /// `bu maddenin ikinci fıkrası`, `birinci fıkrada`, `(a) bendinde`: clauses beside the one that speaks.
    pub(super) fn relative(&mut self, i: usize) -> Option<usize> {
        let word = self.words[i];
        // In a footnote that is the article of the note's mark, too.
        let same = self.footnote && words::is(word.text, "ayni");
        if !same && let Some(last) = self.same_article(i) {
            return Some(last);
        }
        let article = self.place.article?;
        let this = same || words::is(word.text, "bu");
        let from = if this {
            let head = self.words.get(i + 1)?;
            if !words::begins(head.text, "madde") && !words::begins(head.text, "fikra") {
                return None;
            }
            i + 1
        } else {
            // The tail of something that was just left out is not this text's.
            let ended = if self.footnote { &[')', ','][..] } else { &[')'] };
            if self.floor == i && i > 0 && !self.words[i - 1].text.ends_with(ended) {
                return None;
            }
            i
        };
        let mut parts = Vec::new();
        let last = provision::tail(self.words, i, from + usize::from(this), &Provision::default(), &mut parts)?;
        // `(Değişik birinci fıkra: …)` says what happened to the clause it stands in.
        let note =
            |w: &Word<'_>| ["degis", "ek", "mulga", "iptal", "yeniden", "duzenlenen"].iter().any(|s| words::begins(w.text, s));
        if i > 0 && note(&self.words[i - 1]) && !self.words[i - 1].text.ends_with([')', ',']) {
            return None;
        }
        let head = self.words[last].core();
        // `fıkrasının` without `bu maddenin` is of something else; `bendi` always looks so.
        let paragraph = words::begins(head, "fikra");
        if !this && paragraph && provision::owned(head, "fikra", parts.len() > 1) || self.speaks_of_another(i) {
            return Some(last);
        }
        // A footnote says `bu fıkraya “onbeşinci fıkra” ibaresi eklenmiş` and `üçüncü fıkra dördüncü fıkra olmuş`.
        let quoted = |at: usize| quotes::around(self.stretches, self.words[at].start).is_some();
        if self.footnote && (quoted(last) || words::is(head, "fikra") || words::is(head, "bent")) {
            return Some(last);
        }
        let in_paragraph = this && words::begins(self.words[from].text, "fikra");
        for (first, last, provision) in parts {
            let base = if in_paragraph || provision.paragraph.is_none() && !this {
                self.place.paragraph.unwrap_or(article)
            } else {
                article
            };
            // A paragraph without a number may speak of the points of another one.
            match self.own.within(base, &provision).or_else(|| (!this).then(|| self.own.within(article, &provision)).flatten()) {
                Some(id) if *id != *self.node.id => _ = self.push(first, last, Target::Here(id.into())),
                None if this => {
                    if let Some(missing) = self.own.missing(article, base, provision) {
                        self.push(first, last, Target::Nowhere(missing));
                    }
                }
                _ => {}
            }
        }
        self.floor = last + 1;
        Some(last)
    }

    /// `aynı maddenin (B) bendinin`, `mezkûr maddenin 1 ve 2 nci bentlerinde`: of the article cited before.
    fn same_article(&mut self, i: usize) -> Option<usize> {
        let says = |at: usize, known: &[&str]| self.words.get(at).is_some_and(|w| known.iter().any(|k| words::is(w.text, k)));
        let again = says(i, &["ayni", "anilan", "mezkur"]) && says(i + 1, &["maddenin", "maddesinin"]);
        let (owner, article) = self.article.as_ref().filter(|_| again)?.clone();
        let mut parts = Vec::new();
        let whole = Provision { article, ..Provision::default() };
        let last = provision::tail(self.words, i, i + 2, &whole, &mut parts)?;
        for (first, last, provision) in parts {
            let target = match &owner {
                Owner::Act(act) => Some(act.target(Some(provision))),
                Owner::Own => self.own.find(&provision),
            };
            if let Some(target) = target {
                self.push(first, last, target);
            }
        }
        self.floor = last + 1;
        Some(last)
    }

    /// True where `bu fıkra` or `(a) bendi` may be another text's: in quotations and notes on amendments.
    fn speaks_of_another(&self, i: usize) -> bool {
        let amends = |t: &str| {
            ["maddesiyle", "maddesi ile", "ibaresi", "eklenmiş", "değiştiril", "yürürlükten kaldır"].iter().any(|w| t.contains(w))
        };
        // `7332 sayılı Kanunun 4 üncü maddesiyle, ikinci fıkrada …`: a footnote says what became of its article.
        if self.footnote {
            return quotes::around(self.stretches, self.words[i].start).is_some();
        }
        self.spoken.is_some()
            || matches!(self.chain, Some(Owner::Act(_)))
            || quotes::around(self.stretches, self.words[i].start).is_some()
            || amends(&self.node.text)
    }
}

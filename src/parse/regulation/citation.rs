//! Citations in the words of a clause (atıf): laws, articles, paragraphs, points. An article without its law belongs to
//! the law named before it in the same sentence, or else to the text itself.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use super::tree::{Kind, Node, RegulationText};
use super::words::{self, Word};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};

/// A citation at its place (atıf).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The clause it stands in.
    pub from: Box<str>,
    /// Where it stands in that clause's text, in bytes.
    pub at: (usize, usize),
    /// Its words.
    pub text: Box<str>,
    /// What it means.
    pub target: Target,
    /// Line it stands at, from 1.
    pub line: u32,
}

/// What a citation means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A law, or a provision of one.
    Law {
        /// Its number.
        law: u32,
        /// The provision; `None` for the whole law.
        provision: Option<Provision>,
    },
    /// A clause of the same text, by name.
    Here(Box<str>),
    /// An article that the text does not have.
    Nowhere(Provision),
}

/// An article with what is meant of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provision {
    /// The article's number with its letter: `26/A`.
    pub article: Box<str>,
    /// The paragraph (fıkra).
    pub paragraph: Option<u32>,
    /// The point (bent).
    pub point: Option<Box<str>>,
}

/// `18-m`, `15-f2-b`.
impl fmt::Display for Provision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.article)?;
        if let Some(paragraph) = self.paragraph {
            write!(f, "-f{paragraph}")?;
        }
        match &self.point {
            Some(point) => write!(f, "-{point}"),
            None => Ok(()),
        }
    }
}

/// `5393/18-m`, `5393`, `#madde-4-f1`; `?` before what leads nowhere.
impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Target::Law { law, provision: None } => write!(f, "{law}"),
            Target::Law { law, provision: Some(provision) } => write!(f, "{law}/{provision}"),
            Target::Here(id) => write!(f, "#{id}"),
            Target::Nowhere(provision) => write!(f, "?{provision}"),
        }
    }
}

/// All citations of a text, in reading order.
pub fn references(text: &RegulationText) -> Vec<Reference> {
    let mut ids: BTreeSet<&str> = BTreeSet::new();
    text.each(&mut |node| {
        ids.insert(&node.id);
    });
    let mut found = Vec::new();
    text.each(&mut |node| {
        // The cheap question first: most clauses cite nothing.
        if node.text.contains("sayılı") || node.text.contains("adde") || node.text.contains("ADDE") {
            Reader { text, node, ids: &ids, words: words::of(&node.text) }.read(&mut found);
        }
    });
    found
}

/// Complains about citations of articles that the text does not have.
pub fn check(diag: &mut Diagnostics, file: &Arc<str>, references: &[Reference]) {
    for reference in references {
        if let Target::Nowhere(_) = reference.target {
            let place = Place::at(Arc::clone(file), reference.line, 0);
            diag.push(Diagnostic::new(Code::REGULATION_DANGLING, place).with("text", reference.text.to_string()));
        }
    }
}

struct Reader<'t> {
    text: &'t RegulationText,
    node: &'t Node,
    ids: &'t BTreeSet<&'t str>,
    words: Vec<Word<'t>>,
}

/// A law that was named, waiting for its provision.
#[derive(Clone, Copy)]
struct Named {
    law: u32,
    /// The word of its number, and the word of its name's end.
    from: usize,
    to: usize,
    /// True while no provision of it was cited.
    fresh: bool,
}

impl Reader<'_> {
    fn read(&self, found: &mut Vec<Reference>) {
        let mut named: Option<Named> = None;
        let mut i = 0;
        while i < self.words.len() {
            let word = self.words[i];
            if word.opens {
                self.whole_law(found, named.take());
            }
            if let Some(law) = self.law(i) {
                self.whole_law(found, named.replace(law));
                i = law.to + 1;
                // A bare provision needs no word for article: `5393 sayılı Kanunun 15/b`, `18 (m)`.
                if let Some((provision, last)) = self.bare_provision(i) {
                    self.push(found, law.from, last, Target::Law { law: law.law, provision: Some(provision) });
                    named = Some(Named { fresh: false, ..law });
                    i = last + 1;
                }
                continue;
            }
            if begins_article(word.text)
                && let Some((provision, first, last)) = self.provision(i)
            {
                let own = self.names_itself(first);
                match &mut named {
                    Some(law) if !own => {
                        // One citation from the law's number to the provision when they stand side by side.
                        let from = if law.fresh && first <= law.to + 3 { law.from } else { first };
                        law.fresh = false;
                        let law = law.law;
                        self.push(found, from, last, Target::Law { law, provision: Some(provision) });
                    }
                    _ => {
                        let target = self.here(provision);
                        self.push(found, first, last, target);
                    }
                }
                i = last + 1;
                continue;
            }
            i += 1;
        }
        self.whole_law(found, named);
    }

    /// A law that was named without any provision is a citation of the whole.
    fn whole_law(&self, found: &mut Vec<Reference>, named: Option<Named>) {
        if let Some(law) = named.filter(|law| law.fresh) {
            self.push(found, law.from, law.to, Target::Law { law: law.law, provision: None });
        }
    }

    /// `5393 sayılı [Belediye] Kanunun…` at word `i`.
    fn law(&self, i: usize) -> Option<Named> {
        let law = words::bare_number(self.words[i].text)?;
        if !self.words.get(i + 1).is_some_and(|w| words::begins(w.text, "sayili")) {
            return None;
        }
        // The names of some laws are long; a decision or a gazette in between means it is none.
        for (to, word) in self.words.iter().enumerate().take(i + 16).skip(i + 2) {
            let is = |stem| words::begins(word.text, stem);
            if is("kanun") || is("yasa") || is("khk") || is("kararname") {
                // `Kanun Hükmünde Kararnamenin` ends a word or two later.
                let to = if self.words.get(to + 1).is_some_and(|w| words::begins(w.text, "hukmunde")) {
                    (to + 2).min(self.words.len() - 1)
                } else {
                    to
                };
                return Some(Named { law, from: i, to, fresh: true });
            }
            if word.opens || is("karar") || is("gazete") || is("onay") || is("sayili") || is("resmi") {
                return None;
            }
        }
        None
    }

    /// `15/b`, `18/m`, `15 (b)` right after a law, without the word for article.
    fn bare_provision(&self, i: usize) -> Option<(Provision, usize)> {
        let word = self.words.get(i)?;
        let (article, rest) = words::number(word.text)?;
        if self.words.get(i + 1).is_some_and(|w| begins_article(w.text)) {
            return None;
        }
        if let Some(point) = slashed(rest) {
            let provision = Provision { article: article.to_string().into(), paragraph: None, point: Some(point.into()) };
            return Some((provision, i));
        }
        let point = bracketed(self.words.get(i + 1)?.text).filter(|_| rest.is_empty())?;
        // `15 (b) ve 18 (m), 38 ve 48. maddeleri` leaves the others to the word for article.
        let provision = Provision { article: article.to_string().into(), paragraph: None, point: Some(point.into()) };
        Some((provision, i + 1))
    }

    /// The provision around the word for article at `i`, with its first and last word.
    fn provision(&self, i: usize) -> Option<(Provision, usize, usize)> {
        let (article, mut point, first) = self.article_before(i)?;
        let mut last = i;
        let mut paragraph = None;
        if let Some((number, at)) = self.paragraph_after(last + 1) {
            (paragraph, last) = (Some(number), at);
        }
        if let Some((letter, at)) = self.point_after(last + 1) {
            (point, last) = (Some(letter.into()), at);
        }
        Some((Provision { article, paragraph, point }, first, last))
    }

    /// The number before the word for article: `18/m`, `23.`, `15 inci`, `18 (m)`, `26/A`.
    fn article_before(&self, i: usize) -> Option<(Box<str>, Option<Box<str>>, usize)> {
        let mut first = i.checked_sub(1)?;
        let mut point = None;
        if words::number(self.words[first].text).is_none() {
            let word = self.words[first].text;
            if let Some(letter) = bracketed(word) {
                point = Some(letter.into());
            } else if word.is_empty() || !words::is_ordinal_ending(word.trim_start_matches(['\'', '’'])) {
                return None;
            }
            first = first.checked_sub(1)?;
        }
        let (number, rest) = words::number(self.words[first].text)?;
        let rest = rest.trim_end_matches(',');
        if let Some(letter) = slashed(rest) {
            // A capital names an inserted article (26/A), a small letter a point (18/m).
            if letter.starts_with(char::is_uppercase) {
                return Some((format!("{number}/{letter}").into(), point, first));
            }
            return Some((number.to_string().into(), Some(letter.into()), first));
        }
        words::is_ordinal_ending(rest).then(|| (number.to_string().into(), point, first))
    }

    /// `birinci fıkrasının`, `(2) numaralı fıkrası`, `2. fıkra`.
    fn paragraph_after(&self, i: usize) -> Option<(u32, usize)> {
        let word = self.words.get(i)?.text;
        let number = words::ordinal(word).or_else(|| {
            words::number(word.trim_matches(['(', ')', ','])).filter(|(_, rest)| words::is_ordinal_ending(rest)).map(|(n, _)| n)
        })?;
        let is_paragraph = |at: usize| self.words.get(at).is_some_and(|w| words::begins(w.text, "fikra"));
        if is_paragraph(i + 1) {
            return Some((number, i + 1));
        }
        (self.words.get(i + 1).is_some_and(|w| words::begins(w.text, "numarali")) && is_paragraph(i + 2))
            .then_some((number, i + 2))
    }

    /// `(b) bendi`, `b bendinde`.
    fn point_after(&self, i: usize) -> Option<(&str, usize)> {
        let word = self.words.get(i)?.text;
        let letter = bracketed(word).or_else(|| is_letter(word).then_some(word))?;
        let next = self.words.get(i + 1)?.text;
        (words::begins(next, "bend") || words::begins(next, "bent")).then_some((letter, i + 1))
    }

    /// `Bu Yönetmeliğin 5 inci maddesi`, `bu Kanunun 18 inci maddesi`.
    fn names_itself(&self, first: usize) -> bool {
        let before = |back: usize| first.checked_sub(back).map(|at| self.words[at].text);
        let is_text =
            before(1).is_some_and(|w| ["yonetmeli", "kanun", "yonerge", "teblig", "tuzu"].iter().any(|s| words::begins(w, s)));
        is_text && (2..=3).any(|back| before(back).is_some_and(|w| words::begins(w, "bu") && w.len() == 2))
    }

    /// The clause of this text that a provision names, or the nearest one above it.
    fn here(&self, provision: Provision) -> Target {
        let article = format!("madde-{}", provision.article.replace('/', "-"));
        if !self.ids.contains(article.as_str()) {
            return Target::Nowhere(provision);
        }
        let mut id = article;
        if let Some(paragraph) = provision.paragraph {
            let deeper = format!("{id}-f{paragraph}");
            if !self.ids.contains(deeper.as_str()) {
                return Target::Nowhere(provision);
            }
            id = deeper;
        }
        if let Some(point) = &provision.point {
            let candidates = [format!("{id}-b-{point}"), format!("{id}-f1-b-{point}")];
            if let Some(deeper) = candidates.into_iter().find(|c| self.ids.contains(c.as_str())) {
                id = deeper;
            }
        }
        Target::Here(id.into())
    }

    fn push(&self, found: &mut Vec<Reference>, first: usize, last: usize, target: Target) {
        // A text without articles of its own cannot be what an article's number means.
        if matches!(target, Target::Nowhere(_)) && !self.text.nodes.iter().any(has_articles) {
            return;
        }
        let at = (self.words[first].start, self.words[last].end());
        found.push(Reference {
            from: self.node.id.clone(),
            at,
            text: self.node.text[at.0..at.1].into(),
            target,
            line: self.text.line_of(self.node, first),
        });
    }
}

fn has_articles(node: &Node) -> bool {
    node.kind == Kind::Article || node.children.iter().any(has_articles)
}

fn begins_article(word: &str) -> bool {
    words::begins(word, "madde")
}

/// The letter after a slash or a hyphen: `/m`, `/A`, `/b,`.
fn slashed(rest: &str) -> Option<&str> {
    let letter = rest.strip_prefix('/')?.trim_end_matches([',', '.', ';']);
    is_letter(letter).then_some(letter)
}

/// The letter in brackets: `(b)`.
fn bracketed(word: &str) -> Option<&str> {
    let letter = word.trim_end_matches([',', '.', ';']).strip_prefix('(')?.strip_suffix(')')?;
    is_letter(letter).then_some(letter)
}

fn is_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.all(|c| word.starts_with(c)) && word.chars().count() <= 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::regulation::parse;

    fn read(source: &str) -> Vec<(String, String, u32)> {
        let text = parse(&mut Diagnostics::new(), &"m.txt".into(), source);
        references(&text).into_iter().map(|r| (r.text.to_string(), r.target.to_string(), r.line)).collect()
    }

    fn one(words: &str) -> Vec<(String, String)> {
        read(&format!("MADDE 1- (1) {words}\nMADDE 2- (1) Son:\na) Bir.\n")).into_iter().map(|(t, g, _)| (t, g)).collect()
    }

    #[test]
    fn citations_as_regulations_write_them() {
        let table: [(&str, &[(&str, &str)]); 12] = [
            ("5393 sayılı yasanın 18/m maddesi uyarınca", &[("5393 sayılı yasanın 18/m maddesi", "5393/18-m")]),
            (
                "3/7/2005 tarihli ve 5393 sayılı Belediye Kanununun 15 inci maddesinin birinci fıkrasının (b) bendi",
                &[("5393 sayılı Belediye Kanununun 15 inci maddesinin birinci fıkrasının (b) bendi", "5393/15-f1-b")],
            ),
            ("5393 Sayılı Belediye Kanununun 48'inci maddesi", &[("5393 Sayılı Belediye Kanununun 48'inci maddesi", "5393/48")]),
            ("5393 sayılı Belediye Kanununun 15/b maddesi", &[("5393 sayılı Belediye Kanununun 15/b maddesi", "5393/15-b")]),
            (
                "657 sayılı Devlet Memurları Kanunu, 5393 sayılı Kanun.",
                &[("657 sayılı Devlet Memurları Kanunu", "657"), ("5393 sayılı Kanun", "5393")],
            ),
            (
                "1593 sayılı Umumi Hıfzıssıhha Kanununun 222 maddesine istinaden",
                &[("1593 sayılı Umumi Hıfzıssıhha Kanununun 222 maddesine", "1593/222")],
            ),
            (
                "6245 sayılı Kanunun 15nci maddesinin (b) bendinde",
                &[("6245 sayılı Kanunun 15nci maddesinin (b) bendinde", "6245/15-b")],
            ),
            ("4734 sayılı Kanunun 26/A maddesi", &[("4734 sayılı Kanunun 26/A maddesi", "4734/26/A")]),
            ("bu Yönetmeliğin 2 nci maddesinin (a) bendi", &[("2 nci maddesinin (a) bendi", "#madde-2-f1-b-a")]),
            (
                "5393 sayılı Kanun uygulanır. 2 nci maddesine bakılır.",
                &[("5393 sayılı Kanun", "5393"), ("2 nci maddesine", "#madde-2")],
            ),
            ("99 uncu maddesine göre", &[("99 uncu maddesine", "?99")]),
            ("04/11/2015 tarih ve 97 sayılı meclis kararı ile birlikte maddeler", &[]),
        ];
        for (words, outcome) in table {
            let outcome: Vec<(String, String)> = outcome.iter().map(|(t, g)| ((*t).to_owned(), (*g).to_owned())).collect();
            assert_eq!(one(words), outcome, "{words}");
        }
    }

    #[test]
    fn an_article_without_its_law_belongs_to_the_law_before_it() {
        assert_eq!(
            read(
                "1. KABUL\n\nBu Yönetmelik, 5393 sayılı yasanın 18/m\nmaddesi uyarınca kabul edilmiş, 23.\nmaddesi uyarınca yürürlüğe girmiştir.\n"
            ),
            [
                ("5393 sayılı yasanın 18/m maddesi".to_owned(), "5393/18-m".to_owned(), 3),
                ("23. maddesi".to_owned(), "5393/23".to_owned(), 4)
            ]
        );
    }
}

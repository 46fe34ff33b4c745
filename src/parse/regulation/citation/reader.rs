//! Reads the words of every clause once, from left to right, and says whose each cited provision is: of the act named
//! beside it, of the act the sentence spoke of before, or of the text itself.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::super::tree::{Kind, Node, RegulationText};
use super::super::words::{self, Word};
use super::act::{self, Act, Mention};
use super::named::{Named, defined, own_noun};
use super::needles;
use super::notes;
use super::own::Own;
use super::provision::{self, Cited};
use super::quotes::{self, Quotes};
use super::{Provision, Reference, Target, decision};

/// All citations of a text, in reading order.
pub(super) fn read(text: &RegulationText) -> Vec<Reference> {
    let mut found = Vec::new();
    let own = Own::of(text);
    let mut reader = TextReader {
        text,
        own: &own,
        defined: defined(text),
        noun: OnceCell::new(),
        quotes: Quotes::default(),
        marks: OnceCell::new(),
        footnote: false,
        words: Vec::new(),
        quoted: false,
        carried: None,
        found: &mut found,
    };
    reader.nodes(&text.nodes, None, None);
    found
}

struct TextReader<'t> {
    text: &'t RegulationText,
    own: &'t Own<'t>,
    defined: Option<Act>,
    /// What the text calls itself; few citations ask for it.
    noun: OnceCell<Option<&'static str>>,
    quotes: Quotes,
    /// The articles that footnotes are about, by their marks.
    marks: OnceCell<BTreeMap<&'t str, &'t str>>,
    /// True in a footnote whose article is known.
    footnote: bool,
    /// The words of the clause being read; one list serves all clauses.
    words: Vec<Word<'t>>,
    /// True within new wording that is quoted.
    quoted: bool,
    /// The only act that the last clause with any named: what `aynı Yönetmeliğin` in the next means.
    carried: Option<Act>,
    found: &'t mut Vec<Reference>,
}

impl<'t> TextReader<'t> {
    fn nodes(&mut self, nodes: &'t [Node], article: Option<&'t str>, paragraph: Option<&'t str>) {
        for node in nodes {
            if matches!(node.kind, Kind::Article | Kind::Part | Kind::Chapter) {
                self.quotes.close();
            }
            let article = if node.kind == Kind::Article { Some(&*node.id) } else { article };
            let paragraph = if node.kind == Kind::Paragraph { Some(&*node.id) } else { paragraph };
            // A footnote speaks of the article its mark stands in.
            if let Some(mark) = notes::mark(node) {
                let marked = self.marks.get_or_init(|| notes::marked(self.text)).get(mark).copied();
                self.footnote = marked.is_some();
                self.node(node, marked, None);
                self.footnote = false;
                continue;
            }
            if node.kind == Kind::Quote {
                self.quoted = true;
                if node.children.is_empty() {
                    self.node(node, None, None);
                }
                self.nodes(&node.children, None, None);
                self.quoted = false;
                self.quotes.close();
                continue;
            }
            self.node(node, article, paragraph);
            self.nodes(&node.children, article, paragraph);
        }
    }

    fn node(&mut self, node: &'t Node, article: Option<&'t str>, paragraph: Option<&'t str>) {
        let stretches = if self.quoted { vec![(0, node.text.len())] } else { self.quotes.of(&node.text) };
        // The cheap question first: most clauses cite nothing.
        if !needles::may_cite(&node.text) {
            return;
        }
        let mut words = std::mem::take(&mut self.words);
        words::read(&node.text, &mut words);
        let place = Place { article, paragraph };
        let mut reader = Reader {
            own: self.own,
            defined: self.defined.as_ref(),
            noun: &|| *self.noun.get_or_init(|| own_noun(self.text)),
            node,
            words: &words,
            stretches: &stretches,
            footnote: self.footnote,
            place,
            spoken: None,
            remembered: None,
            carried: self.carried.as_ref().filter(|_| !self.quoted),
            named: Named::default(),
            article: None,
            chain: None,
            floor: 0,
            found: Vec::new(),
        };
        reader.read();
        let found = reader.found;
        if !self.quoted {
            reader.named.carry(&mut self.carried);
        }
        let lines = self.text.lines_of(node, found.iter().map(|c| words[c.first].gaps));
        for (cited, line) in found.into_iter().zip(lines) {
            let at = (words[cited.first].begin(), words[cited.last].end());
            if at.0 < at.1 {
                self.found.push(Reference {
                    from: node.id.clone(),
                    at,
                    text: node.text[at.0..at.1].into(),
                    target: cited.target,
                    line,
                });
            }
        }
        self.words = words;
    }
}

/// The article and paragraph a clause stands in.
#[derive(Clone, Copy)]
struct Place<'t> {
    article: Option<&'t str>,
    paragraph: Option<&'t str>,
}

/// A citation between two words.
struct Found {
    first: usize,
    last: usize,
    target: Target,
}

/// Whose a provision is.
#[derive(Clone, PartialEq, Eq)]
enum Owner {
    Act(Act),
    Own,
}

/// An act the sentence named, waiting for its provision.
struct Spoken {
    mention: Mention,
    /// True while no provision of it was cited.
    fresh: bool,
}

struct Reader<'a, 't> {
    own: &'a Own<'t>,
    defined: Option<&'a Act>,
    noun: &'a dyn Fn() -> Option<&'static str>,
    node: &'a Node,
    words: &'a [Word<'a>],
    stretches: &'a [(usize, usize)],
    footnote: bool,
    place: Place<'t>,
    /// The act this sentence named last.
    spoken: Option<Spoken>,
    /// The act this clause named last, in whatever sentence.
    remembered: Option<Act>,
    /// The act that a clause before this one spoke of.
    carried: Option<&'a Act>,
    named: Named,
    /// The article cited last, and whose: `aynı maddenin (B) bendi`.
    article: Option<(Owner, Box<str>)>,
    /// Whose the last provision of this sentence was.
    chain: Option<Owner>,
    /// The first word that belongs to no citation yet.
    floor: usize,
    found: Vec<Found>,
}

/// True for the words other than numbers and labels with which a clause beside the one that speaks is cited.
fn is_beside(core: &str) -> bool {
    ["bu", "son", "bir", "on", "ayni", "anilan", "mezkur"].iter().any(|w| words::is(core, w))
}

impl Reader<'_, '_> {
    fn read(&mut self) {
        let mut i = 0;
        while i < self.words.len() {
            if self.words[i].opens {
                self.whole_act();
                self.chain = None;
            }
            let last = if needles::may_begin(self.words[i].text) { self.step(i) } else { None };
            i = last.unwrap_or(i) + 1;
        }
        self.whole_act();
    }

    /// Reads what begins at word `i`; the last word of it.
    fn step(&mut self, i: usize) -> Option<usize> {
        let word = self.words[i];
        let core = word.core();
        let first = core.chars().next()?;
        let ordinal = words::ordinal(core).is_some();
        // `(Ek:17/10/2019-7188/36 md.)` has lost a gap.
        if (first.is_ascii_digit() || word.text.contains(':') && word.text.contains('/'))
            && let Some((act, provision, last)) = act::note(self.words, i)
        {
            return Some(self.push(i, last, act.target(Some(provision))));
        }
        if first.is_ascii_digit()
            && let Some(mentions) = act::numbered(self.words, i)
        {
            return Some(self.name(mentions));
        }
        if (first.is_ascii_digit() || first == 'R')
            && let Some(record) = decision::read(self.words, i).filter(|r| r.first >= self.floor)
        {
            return Some(self.push(record.first, record.last, record.target));
        }
        if (first.is_ascii_digit() || matches!(first, 'e' | 'E' | 'g' | 'G' | 'm' | 'M') || ordinal)
            && let Some(cited) = provision::read(self.words, i)
        {
            return Some(self.provision(i, cited));
        }
        if matches!(first, 'm' | 'M')
            && let Some(cited) = provision::old_style(self.words, i).filter(|c| c.parts[0].0 >= self.floor)
        {
            return Some(self.old_style(cited));
        }
        let beside = ordinal || first.is_ascii_digit() || word.text.contains(['(', ')']) || core.len() <= 2 || is_beside(core);
        if beside && let Some(last) = self.relative(i) {
            return Some(last);
        }
        let mention = act::named(self.words, i, self.floor).or_else(|| self.of_same_name(i))?;
        // `Belediye kanunu : 5393 sayılı …` says what it means by the name.
        let term = mention.first == 0 && self.words.get(mention.last + 1).is_some_and(|w| w.text == ":");
        if term || self.defines_itself() {
            return Some(mention.last);
        }
        Some(self.name(vec![mention]))
    }

    /// True for `Yönetmelik: … Görev ve Çalışma Yönetmeliğini,` in a Yönetmelik: the text names itself.
    fn defines_itself(&self) -> bool {
        let Some((term, _)) = self.node.text.split_once(':').filter(|(term, _)| term.len() < 16) else { return false };
        (self.noun)().is_some_and(|own| words::begins(term, own)) && !term.trim_end().contains(' ')
    }

    /// `Türk Silahlı Kuvvetleri İçhizmet Kanunu ve Yönetmeliğinin`: the second act has the name of the first.
    fn of_same_name(&self, i: usize) -> Option<Mention> {
        let Act::Named(title) = &self.spoken.as_ref().filter(|s| s.mention.last + 2 == i)?.mention.act else { return None };
        let word = self.words[i];
        let own = self.words[i - 1].text == "ve" && words::begins(word.text, "yonetmeligi");
        let name = title.rsplit_once(' ').filter(|_| own && word.core().starts_with('Y'))?.0;
        let noun: String = word.core().chars().take("Yonetmeligi".len()).collect();
        Some(Mention { act: Act::Named(format!("{name} {noun}").into()), first: i, last: i })
    }

    /// Takes note of acts; a bare provision right after them belongs to the last.
    fn name(&mut self, mut mentions: Vec<Mention>) -> usize {
        self.whole_act();
        let Some(mention) = mentions.pop() else { return self.floor };
        for other in mentions {
            self.push(other.first, other.last, other.act.target(None));
        }
        let last = mention.last;
        self.floor = last + 1;
        if quotes::around(self.stretches, self.words[mention.first].start).is_none() {
            self.named.add(&mention.act);
        }
        self.remembered = Some(mention.act.clone());
        self.chain = Some(Owner::Act(mention.act.clone()));
        let bare = provision::bare(self.words, last + 1).filter(|_| self.words[last].flows());
        // `15 (b), 18 (m) ve 38. maddeleri` is a list that ends with the word for article.
        match bare.filter(|_| provision::read(self.words, last + 1).is_none()) {
            Some(cited) => {
                let act = mention.act.clone();
                self.push(mention.first, cited.last, act.target(Some(cited.parts[0].2.clone())));
                self.spoken = Some(Spoken { mention, fresh: false });
                self.floor - 1
            }
            None => {
                self.spoken = Some(Spoken { mention, fresh: true });
                last
            }
        }
    }

    /// An act that was named without any provision is cited as a whole.
    fn whole_act(&mut self) {
        if let Some(Spoken { mention, fresh: true }) = self.spoken.take() {
            // Named before what was read since: it keeps its place in the order.
            let floor = self.floor;
            let at = self.found.iter().position(|f| f.first > mention.first).unwrap_or(self.found.len());
            self.found.insert(at, Found { first: mention.first, last: mention.last, target: mention.act.target(None) });
            self.floor = floor.max(mention.last + 1);
        }
    }

    fn provision(&mut self, i: usize, cited: Cited) -> usize {
        let last = cited.last;
        let Some(owner) = self.owner(i, &cited) else {
            self.floor = last + 1;
            return last;
        };
        let mut begin = None;
        if let (Owner::Act(act), Some(spoken)) = (&owner, &mut self.spoken)
            && spoken.mention.act == *act
        {
            // One citation from the act to the provision when they stand side by side.
            // `657 sayılı Kanunun değişik 6 ncı maddesi`.
            let gap = &self.words[spoken.mention.last + 1..cited.parts[0].0.max(spoken.mention.last + 1)];
            let altered = gap.iter().any(|w| words::is(w.text, "degisik") || words::is(w.text, "kaldirilan"));
            let beside = gap.is_empty() || altered && gap.len() <= 3 && gap.iter().all(Word::flows);
            if spoken.fresh && beside {
                begin = Some(spoken.mention.first);
                spoken.fresh = false;
            } else if spoken.fresh {
                self.whole_act();
            }
        }
        self.article = cited.parts.last().map(|(.., provision)| (owner.clone(), provision.article.clone()));
        for (n, (first, last, provision)) in cited.parts.into_iter().enumerate() {
            let first = begin.filter(|_| n == 0).unwrap_or(first);
            match &owner {
                Owner::Act(act) => {
                    self.push(first, last, act.target(Some(provision)));
                }
                Owner::Own => {
                    if let Some(target) = self.own.find(&provision) {
                        self.push(first, last, target);
                    }
                }
            }
        }
        self.chain = Some(owner);
        self.floor = last + 1;
        last
    }

    /// Whose the provision at word `i` is; `None` where two acts could be meant.
    fn owner(&self, i: usize, cited: &Cited) -> Option<Owner> {
        let at = self.words[i].start;
        let quoted = quotes::around(self.stretches, at);
        let spoken = self.spoken.as_ref().map(|s| &s.mention);
        let beside = spoken.filter(|m| m.last < i && i - m.last <= 3 && self.close(m.last, i)).map(|m| m.act.clone());
        if let Some((start, _)) = quoted {
            let same = spoken.filter(|m| self.words[m.first].start >= start);
            return same.and(beside).map(Owner::Act);
        }
        if let Some(owner) = self.said_owner(i) {
            return owner;
        }
        let adjacent = spoken.is_some_and(|m| m.last + 1 == i);
        // `3239 sayılı Kanunla değişik 94 üncü maddesi` is an article of what 3239 changed.
        let altered = i > 0 && words::is(self.words[i - 1].text, "degisik");
        if altered && spoken.is_some_and(|m| m.last < i && !self.words[m.last].core().ends_with(['n', 'N'])) {
            return if cited.owned { None } else { Some(Owner::Own) };
        }
        if let Some(act) = beside.filter(|_| cited.owned || adjacent) {
            return Some(Owner::Act(act));
        }
        if !cited.owned {
            return Some(Owner::Own);
        }
        match (&self.chain, &self.remembered) {
            (Some(owner), _) => Some(owner.clone()),
            (None, Some(_)) => None,
            (None, None) => Some(Owner::Own),
        }
    }

    /// True when nothing but a few words of the same phrase stand between an act and its provision.
    fn close(&self, act: usize, i: usize) -> bool {
        self.words[act].flows() && self.words[act + 1..i].iter().all(|w| !w.opens && !w.text.ends_with([';', '.']))
    }

    /// The owner that the word before says: `bu Kanunun`, `aynı Kanunun`, `Kanunun`, `Yönetmeliğin`. Some(None) when it
    /// says one that nobody knows.
    fn said_owner(&self, i: usize) -> Option<Option<Owner>> {
        let before = |back: usize| i.checked_sub(back).map_or("", |at| self.words[at].text);
        let noun = before(1);
        // `… maddedeki yönetmelik, 72 nci maddesi`: of something else.
        if !self.words[i.checked_sub(1)?].flows() {
            return None;
        }
        // `bütçesinin 667 nci faslının birinci maddesi`.
        if words::begins(noun, "faslin") || words::begins(noun, "butce") {
            return Some(None);
        }
        let is_law = words::begins(noun, "kanun") || words::begins(noun, "yasa");
        let other = ["yonetmeli", "yonerge", "teblig", "tuzu", "kararname", "sozlesme", "protokol"]
            .iter()
            .any(|s| words::begins(noun, s));
        if !(is_law || other) {
            return None;
        }
        // The noun of an act that was just read stands for that act.
        if self.spoken.as_ref().is_some_and(|s| s.mention.last + 1 == i) {
            return None;
        }
        let decree = words::begins(noun, "kararname") && words::begins(before(3), "kanun");
        if words::is(before(if decree { 4 } else { 2 }), "bu") {
            return Some(Some(Owner::Own));
        }
        let again = ["ayni", "anilan", "gecen", "edilen", "konusu", "mezkur", "bahsi"].iter().any(|w| words::is(before(2), w));
        let carried = || self.carried.filter(|act| act.is_called(noun));
        let known = if again {
            self.remembered.as_ref().or_else(carried)
        } else {
            self.remembered.as_ref().or(self.defined).filter(|_| is_law)
        };
        let defined = self.defined.filter(|_| is_law && !again && noun.starts_with('K'));
        if let Some(act) = defined.or(known) {
            return Some(Some(Owner::Act(act.clone())));
        }
        // `yönetmeliğin 13/8 maddesinde` in a Yönetmelik that spoke of no other.
        let other = self.remembered.as_ref().or(self.carried).is_some_and(|act| act.is_called(noun));
        let own = !again && !other && (self.noun)().is_some_and(|own| words::begins(noun, own));
        Some(own.then_some(Owner::Own))
    }

    fn old_style(&mut self, cited: Cited) -> usize {
        let (first, last, provision) = cited.parts.into_iter().next().unwrap_or_default();
        self.floor = last + 1;
        // `"Ek geçici madde 2 – …` is the heading of what follows, `(Madde numaraları: Ek madde 1 …)` a table of contents.
        let heading = first == 0 && self.words.get(last + 1).is_some_and(|w| matches!(w.text, "–" | "-" | "—"));
        let listed = self.node.text.find("Madde numara").is_some_and(|at| at < self.words[first].start);
        if heading || listed {
            return last;
        }
        let beside = self.spoken.as_ref().map(|s| &s.mention).filter(|m| m.last + 1 == first && self.words[m.last].flows());
        if let Some(mention) = beside.cloned() {
            let target = mention.act.target(Some(provision));
            self.spoken = Some(Spoken { fresh: false, mention: mention.clone() });
            return self.push(mention.first, last, target);
        }
        let quoted = quotes::around(self.stretches, self.words[first].start).is_some();
        // A heading of an amended clause looks the same; only what is there is cited.
        match self.own.find(&provision) {
            Some(target @ Target::Here(_)) if !quoted && self.spoken.is_none() => self.push(first, last, target),
            _ => last,
        }
    }

    /// `bu maddenin ikinci fıkrası`, `birinci fıkrada`, `(a) bendinde`: clauses beside the one that speaks.
    fn relative(&mut self, i: usize) -> Option<usize> {
        let word = self.words[i];
        // `(Değişik birinci fıkra: …)` says what happened to the clause it stands in.
        let note =
            |w: &Word<'_>| ["degis", "ek", "mulga", "iptal", "yeniden", "duzenlenen"].iter().any(|s| words::begins(w.text, s));
        if i > 0 && note(&self.words[i - 1]) && !self.words[i - 1].text.ends_with([')', ',']) {
            return None;
        }
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
        let (owner, article) = self.article.clone().filter(|_| again)?;
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

    fn push(&mut self, first: usize, last: usize, target: Target) -> usize {
        self.floor = self.floor.max(last + 1);
        self.found.push(Found { first, last, target });
        last
    }
}

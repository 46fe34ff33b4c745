//! Reads the words of every clause once, from left to right, and says whose each cited provision is: of the act named
//! beside it, of the act the sentence spoke of before, or of the text itself.

mod beside;
mod owner;

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
use super::{Reference, Target, decision, title};

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
        let lines = self.text.lines_of(node, found.iter().map(|c| words[c.first].start));
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
        let beside =
            ordinal || first.is_ascii_digit() || word.text.contains(['(', ')']) || core.len() <= 2 || beside::is_beside(core);
        if beside && let Some(last) = self.relative(i) {
            return Some(last);
        }
        let mention = title::named(self.words, i, self.floor).or_else(|| self.of_same_name(i))?;
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

    fn push(&mut self, first: usize, last: usize, target: Target) -> usize {
        self.floor = self.floor.max(last + 1);
        self.found.push(Found { first, last, target });
        last
    }
}

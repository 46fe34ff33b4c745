//! Tokens → instructions, a sentence at a time; a sentence may order several things, each ending with its verb.

use super::path::{self, Group, Path, Rank, Step};
use super::token::Token;
use super::{Action, Instruction, Spot, Unclear, Why};
use crate::parse::regulation::words;

/// What a verb orders.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verb {
    Change,
    Add,
    Repeal,
    Renumber,
}

/// A part of a sentence up to its verb.
struct Order<'t> {
    verb: Verb,
    line: u32,
    /// Its words, and the quotations between them.
    words: Vec<&'t str>,
    quotes: Vec<&'t str>,
}

/// An order whose words stand below the sentence.
struct Waiting {
    line: u32,
    words: Box<str>,
    make: Box<dyn FnOnce(Box<str>) -> Action>,
    renumber: bool,
}

pub(super) fn read(tokens: &[Token<'_>]) -> (Vec<Instruction>, Vec<Unclear>) {
    let mut reader = Reader::default();
    let mut at = 0;
    while at < tokens.len() {
        if let Some((number, next)) = article_label(tokens, at) {
            reader.article = Some(number.into());
            at = next;
            continue;
        }
        if tokens[at].quoted && tokens[at].first {
            reader.unclear(tokens[at].line, Why::LooseQuote, tokens[at].text);
            at += 1;
            continue;
        }
        let last = |i: &usize| ends_sentence(tokens, *i) || article_label(tokens, i + 1).is_some();
        let end = (at..tokens.len()).find(last).map_or(tokens.len(), |i| i + 1);
        let block = |t: &&Token<'_>| t.quoted || !t.text.contains(char::is_alphanumeric);
        let blocks = tokens[end..].iter().take_while(block).count();
        reader.sentence(&tokens[at..end], &tokens[end..end + blocks]);
        at = end + blocks;
    }
    (reader.found, reader.unclear)
}

/// `MADDE 2-` at the start of a line: the number, and the token after it.
fn article_label<'t>(tokens: &[Token<'t>], at: usize) -> Option<(&'t str, usize)> {
    let (word, number) = (tokens.get(at)?, tokens.get(at + 1)?);
    if word.quoted || !word.first || !words::begins(word.text, "madde") {
        return None;
    }
    let digits = number.text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = number.text.split_at(digits);
    let dash = |text: &str| text.starts_with(['-', '–', '—', ':', ')']);
    let apart = rest.is_empty() && tokens.get(at + 2).is_some_and(|t| dash(t.text));
    (!digits.is_empty() && (dash(rest) || apart)).then_some((digits, at + 2 + usize::from(apart)))
}

/// True for the last word of a sentence: a full stop or colon, and then a new line, a capital or a quotation.
fn ends_sentence(tokens: &[Token<'_>], at: usize) -> bool {
    let token = tokens[at];
    if token.quoted || !token.text.ends_with(['.', ':']) {
        return false;
    }
    let before = token.text.trim_end_matches(['.', ':', '”', ')']);
    let abbreviation = before.ends_with(|c: char| c.is_ascii_digit()) || ["md", "vb", "T.C", "no"].contains(&before);
    let Some(next) = tokens.get(at + 1) else { return true };
    !abbreviation && (next.first || next.quoted || next.text.starts_with(|c: char| !c.is_lowercase()))
}

#[derive(Default)]
struct Reader {
    found: Vec<Instruction>,
    unclear: Vec<Unclear>,
    article: Option<Box<str>>,
    /// What `aynı maddenin` goes on with.
    context: Vec<Step>,
}

impl Reader {
    fn unclear(&mut self, line: u32, why: Why, words: &str) {
        let words: String = words.chars().take(60).collect();
        self.unclear.push(Unclear { line, why, words: words.into() });
    }

    fn sentence(&mut self, tokens: &[Token<'_>], blocks: &[Token<'_>]) {
        let mut waiting: Vec<Waiting> = Vec::new();
        let before = self.found.len();
        for (nth, order) in orders(tokens).into_iter().enumerate() {
            if order.verb == Verb::Renumber {
                match (waiting.last_mut(), self.found[before..].last_mut()) {
                    (Some(waiting), _) => waiting.renumber = true,
                    (None, Some(done)) => done.renumber = true,
                    (None, None) => self.unclear(order.line, Why::NoTarget, &order.words.join(" ")),
                }
                continue;
            }
            match self.order(&order, nth > 0) {
                Ok(Made::Done(action)) => self.push(order.line, action),
                Ok(Made::Waits(make)) => {
                    waiting.push(Waiting { line: order.line, words: order.words.join(" ").into(), make, renumber: false });
                }
                Err(why) => self.unclear(order.line, why, &order.words.join(" ")),
            }
        }
        let quotes: Vec<&Token<'_>> = blocks.iter().filter(|t| t.quoted).collect();
        self.give(waiting, &quotes);
    }

    /// Hands the quotations below a sentence to the orders that wait for them.
    fn give(&mut self, waiting: Vec<Waiting>, quotes: &[&Token<'_>]) {
        let several = waiting.len() > 1;
        let text = |nth: usize| match several {
            true => quotes.get(nth).map(|q| q.text.to_owned()),
            // Some decisions quote every paragraph by itself.
            false => (!quotes.is_empty()).then(|| quotes.iter().map(|q| q.text).collect::<Vec<_>>().join("\n")),
        };
        let count = waiting.len();
        for (nth, order) in waiting.into_iter().enumerate() {
            match text(nth) {
                Some(text) => {
                    self.push(order.line, (order.make)(text.into()));
                    self.found.last_mut().expect("it was just put in").renumber = order.renumber;
                }
                None => self.unclear(order.line, Why::NoText, &order.words),
            }
        }
        let used = if several { count } else { quotes.len() * count };
        for quote in quotes.iter().skip(used) {
            self.unclear(quote.line, Why::LooseQuote, quote.text);
        }
    }

    fn push(&mut self, line: u32, action: Action) {
        self.found.push(Instruction { line, article: self.article.clone(), action, renumber: false });
    }

    fn order(&mut self, order: &Order<'_>, goes_on: bool) -> Result<Made, Why> {
        let below = order.words.iter().position(|w| words::begins(w, "asagidaki"));
        let own = &order.words[begin(&order.words)..];
        let same = own.iter().any(|w| words::begins(w, "ayni") || words::begins(w, "anilan") || words::begins(w, "soz"));
        let named = &own[..own.iter().position(|w| words::begins(w, "asagidaki")).unwrap_or(own.len())];
        let groups = path::groups(named);
        let from = if goes_on || same { self.context.clone() } else { Vec::new() };
        let targets = path::paths(&groups, &from);
        if let Some(target) = targets.first() {
            self.context = target.steps.iter().filter(|s| s.rank <= Rank::Paragraph).cloned().collect();
        }
        let phrase = own.iter().any(|w| words::begins(w, "ibare"));
        let rooted = |paths: &[Path]| paths.iter().all(|p| p.steps.first().is_some_and(|s| s.rank == Rank::Article));
        match order.verb {
            Verb::Add if !phrase => insertion(order, named, &groups, &targets, &from, below),
            _ if targets.is_empty() || !rooted(&targets) => Err(Why::NoTarget),
            Verb::Add => {
                let [after, new] = order.quotes[..] else { return Err(Why::NoText) };
                let gap = if new.starts_with([',', ';', '.', ')']) { "" } else { " " };
                let before = own.iter().any(|w| words::begins(w, "once"));
                let both = if before { format!("{new} {after}") } else { format!("{after}{gap}{new}") };
                Ok(Made::Done(Action::Phrase { targets, change: (after.into(), Some(both.into())), all: is_plural(own) }))
            }
            Verb::Repeal if phrase => match order.quotes[..] {
                [old] => Ok(Made::Done(Action::Phrase { targets, change: (old.into(), None), all: is_plural(own) })),
                _ => Err(Why::NoText),
            },
            Verb::Repeal => Ok(Made::Done(Action::Repeal { targets })),
            Verb::Change if phrase => match order.quotes[..] {
                [old, new] => {
                    Ok(Made::Done(Action::Phrase { targets, change: (old.into(), Some(new.into())), all: is_plural(own) }))
                }
                _ => Err(Why::NoText),
            },
            Verb::Change if only_heading(named) => {
                let target = targets.into_iter().next().ok_or(Why::NoTarget)?;
                match order.quotes[..] {
                    [text] => Ok(Made::Done(Action::Heading { target, text: text.into() })),
                    _ => Ok(Made::Waits(Box::new(|text| Action::Heading { target, text }))),
                }
            }
            Verb::Change => match order.quotes[..] {
                [text] => Ok(Made::Done(Action::Replace { targets, text: text.into() })),
                [] => Ok(Made::Waits(Box::new(|text| Action::Replace { targets, text }))),
                _ => Err(Why::NoText),
            },
            Verb::Renumber => Err(Why::NoTarget),
        }
    }
}

/// What came of an order: an action, or one that waits for its words.
enum Made {
    Done(Action),
    Waits(Box<dyn FnOnce(Box<str>) -> Action>),
}

/// `… maddesine (c) bendinden sonra gelmek üzere aşağıdaki bent eklenmiş`.
fn insertion(
    order: &Order<'_>,
    named: &[&str],
    groups: &[Group],
    targets: &[Path],
    from: &[Step],
    below: Option<usize>,
) -> Result<Made, Why> {
    let beside = |stem: &str| {
        let at = named.iter().position(|w| words::begins(w, stem))?;
        let count = groups.iter().filter(|g| g.noun < at).count();
        path::paths(&groups[..count], from).pop()
    };
    let spot = match (beside("sonra"), beside("once")) {
        (Some(path), _) => Spot::After(path),
        (None, Some(path)) => Spot::Before(path),
        (None, None) => Spot::EndOf(targets.last().cloned().unwrap_or_else(|| Path { steps: from.to_vec(), id: None })),
    };
    let (Spot::EndOf(path) | Spot::After(path) | Spot::Before(path)) = &spot;
    // What is put in is said after `aşağıdaki`, or right before the verb: `… “(d) …” bendi eklenmiş`.
    let said = |range: &[&str]| (0..range.len()).find_map(|i| path::rank(range, i));
    let rank = match below {
        Some(at) => said(&order.words[at..]),
        None => (0..order.words.len()).rev().find_map(|i| path::rank(&order.words, i)),
    };
    let rank = rank.ok_or(Why::NoTarget)?;
    let rooted = path.steps.first().is_some_and(|s| s.rank == Rank::Article);
    if !rooted && (rank != Rank::Article || !path.steps.is_empty()) {
        return Err(Why::NoTarget);
    }
    match order.quotes[..] {
        [text] => Ok(Made::Done(Action::Insert { spot, rank, text: text.into() })),
        [] => Ok(Made::Waits(Box::new(move |text| Action::Insert { spot, rank, text }))),
        _ => Err(Why::NoText),
    }
}

/// Where the words about the text itself begin: after its name, and after the law the decision rests on.
fn begin(words: &[&str]) -> usize {
    const NAMES: [&str; 8] = ["yonetmeli", "yonerge", "talimat", "tarife", "uyarinca", "gereg", "istinaden", "dayanilarak"];
    words.iter().rposition(|w| NAMES.iter().any(|n| words::begins(w, n))).map_or(0, |at| at + 1)
}

/// True for the change of a heading alone; `başlığı ile birlikte` means the clause as well.
fn only_heading(words: &[&str]) -> bool {
    let Some(at) = words.iter().position(|w| words::begins(w, "baslig")) else { return false };
    !words[at..].iter().any(|w| words::begins(w, "birlikte") || words::begins(w, "beraber"))
}

fn is_plural(words: &[&str]) -> bool {
    words.iter().any(|w| words::begins(w, "ibareleri"))
}

/// The parts of a sentence that end with a verb of amending.
fn orders<'t>(tokens: &[Token<'t>]) -> Vec<Order<'t>> {
    let mut orders = Vec::new();
    let mut from = 0;
    for at in 0..tokens.len() {
        let Some(verb) = verb(tokens, at) else { continue };
        let part = &tokens[from..at];
        from = at + 1;
        // `… değiştirilmesine dair` names a decision and orders nothing.
        let next = tokens.get(at + 1).map_or("", |t| t.text);
        if ["dair", "iliskin", "hakkinda", "yonelik"].iter().any(|w| words::begins(next, w)) {
            continue;
        }
        let quotes = part.iter().filter(|t| t.quoted).map(|t| t.text).collect();
        // What stands above a sentence without ending like one (a title) is no part of what it orders.
        let plain: Vec<&Token<'_>> = part.iter().filter(|t| !t.quoted && t.text.contains(char::is_alphanumeric)).collect();
        let words: Vec<&str> = plain.iter().map(|t| t.text).collect();
        let first = begin(&words).saturating_sub(2);
        let line = plain.get(first).map_or(tokens[at].line, |t| t.line);
        orders.push(Order { verb, line, words: words[first..].to_vec(), quotes });
    }
    orders
}

/// `değiştirilmiş`, `eklenmiştir`, `yürürlükten kaldırılmasına`: a finite verb or the wish of a council's decision.
fn verb(tokens: &[Token<'_>], at: usize) -> Option<Verb> {
    const STEMS: [(&str, Verb); 8] = [
        ("degistirilm", Verb::Change),
        ("duzenlenm", Verb::Change),
        ("eklenm", Verb::Add),
        ("ilave", Verb::Add),
        ("kaldirilm", Verb::Repeal),
        ("cikarilm", Verb::Repeal),
        ("cikartilm", Verb::Repeal),
        ("teselsul", Verb::Renumber),
    ];
    let word = tokens[at];
    if word.quoted {
        return None;
    }
    let (_, verb) = *STEMS.iter().find(|(stem, _)| words::begins(word.text, stem))?;
    let tail = |w: &str| ["mis", "mesi", "masi"].iter().any(|end| folded(w).contains(end));
    let finite = match verb {
        Verb::Renumber => true,
        _ if words::begins(word.text, "ilave") => tokens.get(at + 1).is_some_and(|next| words::begins(next.text, "edilm")),
        _ => tail(word.text),
    };
    finite.then_some(verb)
}

/// The letters of a word without their marks; for recognising verbs only.
fn folded(word: &str) -> String {
    word.chars().filter_map(crate::parse::regulation::characters::plain).map(char::from).collect()
}

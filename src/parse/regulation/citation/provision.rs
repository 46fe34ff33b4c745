//! The grammar of provisions: `14 ve 15 inci maddeleri`, `18 (m), 38. maddesi`, `ek 1 inci maddesinin birinci fıkrasının
//! (a) ve (b) bentleri`, `Madde 7 fıkra bir bent a`. Whose articles they are is for `reader` to say.

use super::super::words::{self, Word};
use super::{LAST, Provision};

/// Most articles, paragraphs or points of one list.
const LONGEST: usize = 40;

/// Provisions cited together.
#[derive(Debug)]
pub(super) struct Cited {
    /// Each with its first and last word.
    pub parts: Vec<(usize, usize, Provision)>,
    /// True for `maddesi`: the article of something named before; false for `madde`: one of this text.
    pub owned: bool,
    /// The last word.
    pub last: usize,
}

/// One item of a list of articles.
struct Item {
    first: usize,
    last: usize,
    provision: Provision,
}

/// The provisions whose first word is word `i`: articles by number, as most texts write them.
pub(super) fn read(words: &[Word<'_>], i: usize) -> Option<Cited> {
    let (mut items, head) = articles(words, i)?;
    let word = words[head].core();
    let owned = owned(&word[word.find(char::is_alphabetic).unwrap_or(0)..], "madde", items.len() > 1);
    let last = items.pop()?;
    let mut parts: Vec<(usize, usize, Provision)> = items.into_iter().map(|i| (i.first, i.last, i.provision)).collect();
    let more = words[head].flows().then(|| tail(words, last.first, head + 1, &last.provision, &mut parts)).flatten();
    if more.is_none() {
        parts.push((last.first, head, last.provision));
    }
    Some(Cited { parts, owned, last: more.unwrap_or(head) })
}

/// `Madde 7 fıkra bir bent a`, `Ek Madde 3`, at the word for article.
pub(super) fn old_style(words: &[Word<'_>], i: usize) -> Option<Cited> {
    if !words::is(words[i].text, "madde") || !words[i].flows() {
        return None;
    }
    let (name, slash) = article_number(words.get(i + 1)?.core())?;
    let mut first = i;
    let mut prefix = String::new();
    while first > 0
        && let Some(word) = prefix_of(words[first - 1].core())
        && words[first - 1].flows()
    {
        first -= 1;
        prefix.insert_str(0, &format!("{word} "));
    }
    let mut provision = Provision { article: (prefix + &name).into(), point: slash, ..Provision::default() };
    let mut last = i + 1;
    while let (Some(head), Some(value)) = (words.get(last + 1), words.get(last + 2)) {
        let core = value.core();
        if words::is(head.text, "fikra") && provision.paragraph.is_none() && provision.point.is_none() {
            match words::cardinal(core).or_else(|| words::bare_number(core)) {
                Some(number) if number != LAST => provision.paragraph = Some(number),
                _ => break,
            }
        } else if words::is(head.text, "bent") && provision.point.is_none() && is_point(core) {
            provision.point = Some(core.into());
        } else {
            break;
        }
        last += 2;
    }
    Some(Cited { parts: vec![(first, last, provision)], owned: false, last })
}

/// `15/b`, `18 (m), 38` right after an act, without the word for article.
pub(super) fn bare(words: &[Word<'_>], i: usize) -> Option<Cited> {
    let word = words.get(i)?;
    let (article, rest) = words::number(word.core())?;
    // `5393 sayılı Belediye Kanununun 48’nci ve …`: an ordinal that nothing else claims.
    let alone =
        |w: &Word<'_>| rest.starts_with(['\'', '’']) && words::is_ordinal_ending(rest) && (w.text == "ve" || w.text == "ile");
    if words.get(i + 1).is_some_and(alone) && self::piece(words, i).is_none() {
        let provision = Provision { article: article.to_string().into(), ..Provision::default() };
        return Some(Cited { parts: vec![(i, i, provision)], owned: true, last: i });
    }
    let bracketed = || words.get(i + 1).and_then(|w| letter_in_brackets(w.text)).filter(|_| rest.is_empty() && word.flows());
    let (point, last) = match article_number(word.core())?.1 {
        Some(point) => (point, i),
        None => (bracketed()?.into(), i + 1),
    };
    let provision = Provision { article: article.to_string().into(), point: Some(point), ..Provision::default() };
    Some(Cited { parts: vec![(i, last, provision)], owned: true, last })
}

/// A list of articles and the word for article that ends it.
fn articles(words: &[Word<'_>], i: usize) -> Option<(Vec<Item>, usize)> {
    // `% 15, 96 ncı maddede`.
    if i > 0 && (words[i - 1].text.ends_with('%') || words::is(words[i - 1].text, "yuzde")) {
        return None;
    }
    let mut items: Vec<Item> = Vec::new();
    let mut at = i;
    let mut shared = String::new();
    while items.len() < LONGEST {
        let first = at;
        let mut prefix = String::new();
        while let Some(word) = words.get(at).filter(|w| w.flows()).and_then(|w| prefix_of(w.core())) {
            prefix += &format!("{word} ");
            at += 1;
        }
        // `ek geçici 3, 4 ve 18 inci maddeler` says it once; `ek 1 inci ve 5 inci maddeler` does not.
        if prefix.is_empty() {
            prefix.clone_from(&shared);
        }
        let word = words.get(at)?;
        // `82.maddesi`: the number stands close to its word.
        if let Some((number, head)) = word.core().split_once('.')
            && is_article_word(head)
            && let Some((name, slash)) = article_number(number)
        {
            items.push(Item { first, last: at, provision: provision(prefix, name, slash) });
            return Some((items, at));
        }
        // `13/8 maddesinde`: an article and its paragraph.
        if let Some((name, paragraph)) = with_paragraph(word.core())
            && words.get(at + 1).is_some_and(|w| is_article_word(w.core()))
            && word.flows()
        {
            let provision = Provision { article: (prefix + name).into(), paragraph: Some(paragraph), ..Provision::default() };
            items.push(Item { first, last: at, provision });
            return Some((items, at + 1));
        }
        let (name, mut point) = match article_number(word.core()) {
            Some(number) => number,
            // Old laws count in words: `üçüncü maddenin`.
            None => (words::ordinal(word.core())?.to_string(), None),
        };
        let mut last = at;
        let ordinal = |at: usize| {
            let flows = words[at - 1].flows() || words[at - 1].text.ends_with('.');
            words.get(at).is_some_and(|w| flows && is_ordinal_word(w.core()))
        };
        if ordinal(last + 1) {
            last += 1;
        }
        // Only where the list begins with it: `23, ek 2, 47 ve 53 üncü maddeler`.
        let goes_on = last == at && (items.is_empty() || !shared.is_empty()) && !prefix.contains("mükerrer");
        shared = if goes_on { prefix.clone() } else { String::new() };
        if point.is_none()
            && words[last].flows()
            && let Some(letter) = words.get(last + 1).and_then(|w| letter_in_brackets(w.text))
        {
            point = Some(letter.into());
            last += 1;
        }
        items.push(Item { first, last, provision: provision(prefix, name, point) });
        // `125. ve devamı maddeleri`
        let following = |at: usize, stem: &str| words.get(at).is_some_and(|w| words::begins(w.text, stem));
        if words.get(last + 1).is_some_and(|w| w.text == "ve")
            && (following(last + 2, "devami") || following(last + 2, "muteakip"))
            && following(last + 3, "madde")
        {
            return Some((items, last + 3));
        }
        let next = words.get(last + 1)?;
        if is_article_word(next.core()) && !words[last].has_comma() {
            // `23 maddeden oluşur` counts articles.
            let numbered = last > at
                || is_glued(next.core())
                || !words[last].core().ends_with(|c: char| c.is_ascii_digit())
                || words[last].text.ends_with('.');
            let counts = items.len() == 1 && !numbered && prefix_of(words[first].core()).is_none();
            return (!counts || owned(next.core(), "madde", false)).then_some((items, last + 1));
        }
        // `mükerrer 80 111 ve 112` has lost a comma.
        let bare = |at: usize| words.get(at).is_some_and(|w| w.flows() && words::bare_number(w.text).is_some());
        let lost = items.len() > 2 && bare(last) && bare(last + 1);
        at = separated(words, last).or(lost.then_some(last + 1))?;
    }
    None
}

/// `13/8` → article 13, paragraph 8.
fn with_paragraph(core: &str) -> Option<(&str, u32)> {
    let (article, paragraph) = core.split_once('/')?;
    let number = |part: &str, most: u32| words::bare_number(part).filter(|n| (1..=most).contains(n));
    number(article, 999)?;
    Some((article, number(paragraph, 30)?))
}

/// `madde`, `maddesinin`, `mad.`, `md.`; `üncümadde`, which has lost a gap.
fn is_article_word(core: &str) -> bool {
    words::begins(core, "madde") || words::is(core, "mad") || words::is(core, "md") || is_glued(core)
}

fn is_glued(core: &str) -> bool {
    let ordinal = core.starts_with(['i', 'ı', 'u', 'ü', 'n']);
    ordinal && core.find("madde").is_some_and(|at| is_ordinal_word(&core[..at]))
}

fn provision(prefix: String, name: String, point: Option<Box<str>>) -> Provision {
    Provision { article: (prefix + &name).into(), point, ..Provision::default() }
}

/// Where a list goes on after word `last`: behind a comma, a conjunction or a dash.
fn separated(words: &[Word<'_>], last: usize) -> Option<usize> {
    let next = words.get(last + 1)?;
    if matches!(next.text, "ve" | "ile" | "veya" | "ila" | "ilâ" | "-" | "–") {
        return Some(last + 2);
    }
    if next.text == "ya" && words.get(last + 2).is_some_and(|w| w.text == "da") {
        return Some(last + 3);
    }
    // `54. 55. ve 58. maddeleri` has lost a comma.
    let dotted = |w: &Word<'_>| w.text.ends_with('.') && words::bare_number(w.text).is_some();
    (words[last].has_comma() || dotted(&words[last]) && dotted(next)).then_some(last + 1)
}

/// The kind of an article that is none of the main ones, as this project writes it.
fn prefix_of(core: &str) -> Option<&'static str> {
    [("ek", "ek"), ("gecici", "geçici"), ("muvakkat", "geçici"), ("mukerrer", "mükerrer")]
        .into_iter()
        .find(|(folded, _)| words::is(core, folded))
        .map(|(_, name)| name)
}

/// `26/A` → an article of that name; `18/m` → article 18, point m; `15nci` → article 15.
fn article_number(core: &str) -> Option<(String, Option<Box<str>>)> {
    let (number, rest) = words::number(core)?;
    if number == 0 || number > 2999 {
        return None;
    }
    let Some(after) = rest.strip_prefix('/') else {
        return words::is_ordinal_ending(rest).then(|| (number.to_string(), None));
    };
    let letter: String = after.chars().take_while(|c| c.is_alphabetic()).take(2).collect();
    let rest = &after[letter.len()..];
    if letter.is_empty() || letter.chars().count() > 1 && !letter.starts_with(|c: char| letter.ends_with(c)) {
        return None;
    }
    // A capital names an inserted article (26/A), a small letter a point (18/m).
    if letter.starts_with(char::is_uppercase) {
        let ended = rest.is_empty() || words::is_ordinal_ending(rest) || rest.starts_with(['\'', '’']);
        return ended.then(|| (format!("{number}/{letter}"), None));
    }
    rest.trim_start_matches(['.', '\'', '’']).is_empty().then(|| (number.to_string(), Some(letter.into())))
}

fn is_ordinal_word(core: &str) -> bool {
    !core.is_empty() && core.starts_with(char::is_alphabetic) && words::is_ordinal_ending(core)
}

/// The paragraphs and points at word `at`, added to `parts` with the words from `first` on; the last word of all.
pub(super) fn tail(
    words: &[Word<'_>],
    first: usize,
    mut at: usize,
    article: &Provision,
    parts: &mut Vec<(usize, usize, Provision)>,
) -> Option<usize> {
    let (mut from, mut last) = (first, None);
    while let Some(piece) = piece(words, at) {
        let before = parts.last().filter(|_| last.is_some()).map_or(article, |(.., p)| p).clone();
        let count = piece.items.len();
        for (n, (item, end, value)) in piece.items.into_iter().enumerate() {
            let begin = if n == 0 && piece.flows { from } else { item };
            let mut provision = Provision { article: article.article.clone(), ..Provision::default() };
            match (piece.level, value) {
                (Level::Paragraph, Value::Number(number)) => provision.paragraph = Some(number).filter(|n| *n != LAST),
                (Level::Paragraph, Value::Label(label)) => provision.point = Some(label),
                (Level::Paragraph, Value::Last) => provision.paragraph = Some(LAST),
                (Level::Point, value) => {
                    provision.paragraph = before.paragraph;
                    // Points under a paragraph that has a letter: `(A) fıkrasının (1) numaralı bendi`.
                    let lettered = before.paragraph.is_none() && last.is_some() && before.point.is_some() && piece.flows;
                    provision.point = if lettered { before.point.clone() } else { value.label() };
                    provision.subpoint = if lettered { value.label() } else { None };
                }
                (Level::Subpoint, value) => {
                    provision.paragraph = before.paragraph;
                    provision.point = before.point.clone();
                    provision.subpoint = value.label();
                }
            }
            let end = if n + 1 == count { piece.head } else { end };
            // `fıkrasının (b) bendi` says more of the paragraph that was just read.
            if n == 0 && piece.flows && last.is_some() {
                parts.pop();
            }
            parts.push((begin, end, provision));
        }
        last = Some(piece.head);
        let (begin, ..) = parts[parts.len() - 1];
        // What follows belongs to the last item, or begins a further one behind a conjunction.
        match self::piece(words, piece.head + 1) {
            Some(next) if next.flows => (from, at) = (begin, piece.head + 1),
            _ => match separated(words, piece.head).filter(|at| self::piece(words, *at).is_some()) {
                Some(next) => (from, at) = (next, next),
                None => break,
            },
        }
    }
    last
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Paragraph,
    Point,
    Subpoint,
}

enum Value {
    Number(u32),
    Label(Box<str>),
    /// `son fıkrası`: it is counted where the article is.
    Last,
}

impl Value {
    fn label(&self) -> Option<Box<str>> {
        match self {
            Value::Number(number) => Some(number.to_string().into()),
            Value::Label(label) => Some(label.clone()),
            Value::Last => None,
        }
    }
}

/// A list of paragraphs or points with the word that says which.
struct Piece {
    level: Level,
    items: Vec<(usize, usize, Value)>,
    /// The word `fıkrası`, `bendi`.
    head: usize,
    /// True when it follows the word before it without a comma or conjunction.
    flows: bool,
}

/// `birinci ve ikinci fıkraları`, `(b) bendinde`, `(1) numaralı alt bendi` at word `i`.
fn piece(words: &[Word<'_>], i: usize) -> Option<Piece> {
    let flows = i > 0 && words[i - 1].flows() && !["ve", "ile", "veya", "da", "ila"].contains(&words[i - 1].text);
    let mut items = Vec::new();
    let mut at = i;
    while items.len() < LONGEST {
        let word = words.get(at)?;
        let core = word.core();
        let (value, mut last) = if let Some(number) = words::ordinal(core) {
            (Value::Number(number), at)
        } else if words::is(core, "on")
            && let Some(unit) = words.get(at + 1).and_then(|w| words::ordinal(w.core())).filter(|u| *u < 10)
        {
            (Value::Number(10 + unit), at + 1)
        } else if words::is(core, "bir") && words.get(at + 1).is_some_and(|w| w.text == "ve") {
            (Value::Number(1), at)
        } else if words::is(core, "son") {
            (Value::Last, at)
        } else if let Some((number, rest)) = words::number(core) {
            if number > 200 || !words::is_ordinal_ending(rest) {
                return None;
            }
            let ordinal = words.get(at + 1).is_some_and(|w| is_ordinal_word(w.core()));
            (Value::Number(number), at + usize::from(ordinal))
        } else if is_point(core) && (word.text.contains([')', '(']) || core.chars().count() == 1) {
            (Value::Label(core.into()), at)
        } else {
            return None;
        };
        let first = at;
        let counted = words.get(last + 1).filter(|_| !words[last].has_comma()).is_some_and(|w| words::is_counting(w.core()));
        let end = last;
        last += usize::from(counted);
        let level = level(words, last + 1).filter(|_| !words[last].has_comma());
        let next = if level.is_none() { separated(words, last)? } else { last };
        items.push((first, end, value));
        if let Some((level, head)) = level {
            return Some(Piece { level, items, head, flows });
        }
        at = next;
    }
    None
}

/// The word for paragraph, point or point within a point at word `at`.
fn level(words: &[Word<'_>], at: usize) -> Option<(Level, usize)> {
    let is_point = |word: &Word<'_>| words::begins(word.text, "bend") || words::begins(word.text, "bent");
    let word = words.get(at)?;
    if words::begins(word.text, "fikra") {
        return Some((Level::Paragraph, at));
    }
    if is_point(word) {
        return Some((Level::Point, at));
    }
    (words::is(word.text, "alt") && words.get(at + 1).is_some_and(is_point)).then_some((Level::Subpoint, at + 1))
}

/// `b`, `aa`, `A`, `2`: a letter, twice the same, or a number.
fn is_point(core: &str) -> bool {
    let digits = !core.is_empty() && core.len() <= 3 && core.bytes().all(|b| b.is_ascii_digit());
    digits || is_letter(core)
}

/// The letter in brackets: `(b)`.
fn letter_in_brackets(word: &str) -> Option<&str> {
    let letter = word.trim_end_matches([',', '.', ';']).strip_prefix('(')?.strip_suffix(')')?;
    is_letter(letter).then_some(letter)
}

fn is_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.all(|c| word.starts_with(c)) && word.chars().count() <= 2
}

/// True for the possessive, `maddesi`, `maddelerinde`: of something named. `maddeleri` is either; after a list it is
/// taken as the possessive.
pub(super) fn owned(word: &str, stem: &str, list: bool) -> bool {
    let ending = words::ending(word, stem).unwrap_or_default();
    match ending.strip_prefix("ler").or_else(|| ending.strip_prefix("lar")) {
        Some("i") => list,
        Some("in" | "") => false,
        Some(plural) => plural.starts_with("in") || plural.starts_with("iy") || plural.starts_with("im"),
        None => ending.starts_with('s'),
    }
}

//! Acts in the words of a clause: laws and decrees by number (`5393 sayılı Belediye Kanunu`, `3366 ve 3290 sayılı
//! yasalar`), amendment notes (`30/7/2003-4964/9 md.`). Acts by name are `title`'s, provisions `provision`'s.

use super::super::words::{self, Word};
use super::{Provision, Target};

/// What was cited (kanun, kanun hükmünde kararname, adıyla anılan düzenleme).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Act {
    Law(u32),
    Decree(u32),
    Named(Box<str>),
}

impl Act {
    /// True where `noun` may stand for the act: `Yönetmeliğin` for what is called a `Yönetmelik`.
    pub fn is_called(&self, noun: &str) -> bool {
        match self {
            Act::Law(_) => words::begins(noun, "kanun") || words::begins(noun, "yasa"),
            Act::Decree(_) => words::begins(noun, "kararname"),
            Act::Named(title) => {
                let last = title.split(' ').next_back().unwrap_or_default();
                ["kanun", "yonetmeli", "yonerge", "teblig", "tuzu"]
                    .iter()
                    .any(|stem| words::begins(noun, stem) && words::begins(last, stem))
            }
        }
    }

    pub fn target(&self, provision: Option<Provision>) -> Target {
        match self {
            Act::Law(law) => Target::Law { law: *law, provision },
            Act::Decree(decree) => Target::Decree { decree: *decree, provision },
            Act::Named(title) => Target::Named { title: title.clone(), provision },
        }
    }
}

/// An act with its first and last word.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub act: Act,
    pub first: usize,
    pub last: usize,
}

/// Most words between a law's number and the word for law: the longest names have thirty.
pub(super) const LONGEST: usize = 40;

/// `5393 sayılı [Belediye] Kanunun…`, `2981, 3366 ve 3290 sayılı yasalar` at word `i`.
pub(super) fn numbered(words: &[Word<'_>], i: usize) -> Option<Vec<Mention>> {
    let mut numbers = Vec::new();
    let mut at = i;
    loop {
        let word = words.get(at)?;
        let slashed = word.text.ends_with('/');
        let number = words::bare_number(word.core()).filter(|n| *n > 0 && numbers.len() < LONGEST)?;
        let next = words.get(at + 1)?;
        // `2942 Yasa ve değişik 4650 sayılı …`; years stand there too.
        if at == i && matches!(next.core(), "Yasa" | "Kanun") && is_law_number(number) && word.flows() {
            return Some(vec![Mention { act: Act::Law(number), first: i, last: i + 1 }]);
        }
        // `1 numaralı fıkra` is no law, and the laws that are cited without their names have three digits.
        let counted = words::is(next.text, "sayili") || number >= 100 && words::is_counting(next.text);
        let step = match next.text {
            _ if counted && next.flows() => 0,
            "ve" | "ile" => 2,
            _ if word.has_comma() || slashed => 1,
            _ => return None,
        };
        numbers.push((at, number));
        if step == 0 {
            break;
        }
        at += step;
    }
    let (head, decree) = head(words, at + 2)?;
    // `1 sayılı Cumhurbaşkanlığı Kararnamesi` has its own numbers.
    let mention = |n: usize, (first, number): (usize, u32)| {
        let act = match decree {
            Kind::Law => Act::Law(number),
            Kind::Decree => Act::Decree(number),
            Kind::Presidential => Act::Named(format!("{number} sayılı Cumhurbaşkanlığı Kararnamesi").into()),
        };
        Mention { act, first, last: if n + 1 == numbers.len() { head } else { first } }
    };
    Some(numbers.iter().copied().enumerate().map(|(n, number)| mention(n, number)).collect())
}

fn is_law_number(number: u32) -> bool {
    (100..1900).contains(&number) || (2100..10_000).contains(&number)
}

/// Words that stand in no law's name before its word for law.
const NO_PART: [&str; 14] = [
    "karari",
    "kararla",
    "kararin",
    "onay",
    "sayili",
    "cetvel",
    "liste",
    "fikra",
    "bend",
    "bent",
    "madde",
    "tebligi",
    "yonetmelig",
    "genelge",
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Law,
    Decree,
    Presidential,
}

/// The word for law after a number, and what it is.
fn head(words: &[Word<'_>], from: usize) -> Option<(usize, Kind)> {
    let mut last_of_name = None;
    let mut presidential = false;
    for at in from..words.len().min(from + LONGEST) {
        let word = words[at];
        let is = |stem| words::begins(word.text, stem);
        let gazette = is("gazete") && !words.get(at + 1).is_some_and(|w| words::begins(w.text, "yayimlanacak"));
        if word.opens || gazette || NO_PART.into_iter().any(is) {
            break;
        }
        presidential |= is("cumhurbaskanligi");
        let found = if is("khk") || word.text.starts_with("K.H.K") {
            Some((at, Kind::Decree))
        } else if is("kanun") && words.get(at + 1).is_some_and(|w| words::begins(w.text, "hukmunde")) {
            Some(((at + 2).min(words.len() - 1), Kind::Decree))
        } else if is("kararname") {
            Some((at, if presidential { Kind::Presidential } else { Kind::Decree }))
        } else if is_law(word.text) || at == from && is_short_law(words, at) {
            Some((at, Kind::Law))
        } else {
            None
        };
        let Some((end, kind)) = found else { continue };
        // `Bazı Kanunlarda Değişiklik Yapılmasına Dair Kanun`: the first word for law is one of the name's own.
        if words[end].flows() && goes_on(words, end + 1) {
            last_of_name = Some((end, kind));
        } else {
            return Some((end, kind));
        }
    }
    last_of_name
}

/// `4734 sayılı K.İ.K göre`, `657 sayılı DMK`: capitals that end with the K of Kanun; not `KİK kararı`.
fn is_short_law(words: &[Word<'_>], at: usize) -> bool {
    let letters: String = words[at].core().chars().take_while(|c| !matches!(c, '\'' | '’')).filter(|c| *c != '.').collect();
    let count = letters.chars().count();
    (3..=5).contains(&count)
        && letters.ends_with('K')
        && letters.chars().all(char::is_uppercase)
        && !words.get(at + 1).is_some_and(|w| words::begins(w.text, "karar"))
}

/// True when a name goes on to a further word for law: `… Değişiklik Yapılmasına Dair Kanun`, `… Kabulüne Dair Kanun`.
fn goes_on(words: &[Word<'_>], from: usize) -> bool {
    let changes = |w: &Word<'_>| ["degis", "kabul", "yururl"].iter().any(|s| words::begins(w.text, s));
    let near = &words[from.min(words.len())..words.len().min(from + 16)];
    let phrase = near.iter().position(|w| w.opens || !w.flows() || w.text.starts_with(|c: char| c.is_ascii_digit()));
    let near = &near[..phrase.map_or(near.len(), |at| (at + 1).min(near.len()))];
    let linked = |pair: &[Word<'_>]| {
        ["dair", "hakkinda", "iliskin"].iter().any(|s| words::is(pair[0].text, s)) && words::begins(pair[1].text, "kanun")
    };
    near.iter().position(changes).is_some_and(|at| near[at..].windows(2).any(linked))
}

/// `Kanun`, `Kanununun`, `yasaya`; not `kanuni`, `kanunen`, `yasak`.
pub(super) fn is_law(word: &str) -> bool {
    if let Some(ending) = words::ending(word, "kanun") {
        return !["i", "en", "las", "suz"].iter().any(|e| ending.starts_with(e));
    }
    let Some(ending) = words::ending(word, "yasa") else { return false };
    ["", "n", "y", "s", "d", "l"].iter().any(|e| if e.is_empty() { ending.is_empty() } else { ending.starts_with(e) })
        && !["l ", "sa", "di", "ya"].iter().any(|e| ending.starts_with(e) && ending.len() > 4)
}

/// `30/7/2003-4964/9 md.`, `2/7/2018-KHK-703/71 md.`: the law that changed a clause, in a note, at word `i`.
pub(super) fn note(words: &[Word<'_>], i: usize) -> Option<(Act, Provision, usize)> {
    let core = words[i].core();
    // A date has two.
    if !core.contains('/') {
        return None;
    }
    let mut parts = core.split(['-', '–', ':']).skip_while(|p| !is_date(p)).skip(1);
    // Gaps may tear it apart: `30/7/2003 – 4964/9 md.`, `30/5/1997 - KHK - 572/15 md.`, `9/4/1990 - KHK- 418/11 md.`
    let dash = |at: usize| words.get(at).is_some_and(|w| matches!(w.text, "-" | "–"));
    let decree = words.get(i + 2).filter(|w| is_date(core) && dash(i + 1) && words::is(w.text, "khk"));
    if let Some(decree) = decree {
        let at = i + 3 + usize::from(!decree.text.ends_with(['-', '–']) && dash(i + 3));
        let (decree, article) = words.get(at)?.core().split_once('/')?;
        let provision = Provision { article: words::bare_number(article)?.to_string().into(), ..Provision::default() };
        words.get(at + 1).filter(|w| words::is(w.text, "md"))?;
        return Some((Act::Decree(words::bare_number(decree)?), provision, at + 1));
    }
    let (number, last) = match parts.next().filter(|p| !p.is_empty()) {
        Some(part) => (if words::is(part, "khk") { None } else { Some(part) }, i),
        None if is_date(core.trim_start_matches(|c: char| !c.is_ascii_digit()).trim_end_matches(['-', '–'])) => {
            let dash = words.get(i + 1)?;
            if core.ends_with(['-', '–']) {
                (Some(dash.core()), i + 1)
            } else if matches!(dash.text, "-" | "–") {
                (Some(words.get(i + 2)?.core()), i + 2)
            } else {
                return None;
            }
        }
        None => return None,
    };
    let (decree, number) = match number {
        Some(number) => match number.strip_prefix("KHK-").or_else(|| number.strip_prefix("KHK/")) {
            Some(number) => (true, number),
            None => (false, number),
        },
        None => (true, parts.next()?),
    };
    let (law, article) = number.split_once('/')?;
    let law = law.parse().ok()?;
    let md = words.get(last + 1)?;
    let glued = article.trim_end_matches(|c: char| !c.is_ascii_digit());
    if !words::is(md.text, "md") && !article.ends_with("md") || !(1..=4).contains(&glued.len()) || glued.parse::<u32>().is_err() {
        return None;
    }
    let last = last + usize::from(!article.ends_with("md"));
    let provision = Provision { article: glued.into(), ..Provision::default() };
    Some((if decree { Act::Decree(law) } else { Act::Law(law) }, provision, last))
}

fn is_date(word: &str) -> bool {
    let word = word.trim_start_matches(|c: char| !c.is_ascii_digit());
    word.matches('/').count() == 2 && word.bytes().all(|b| b.is_ascii_digit() || b == b'/') && !word.ends_with('/')
}

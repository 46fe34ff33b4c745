//! Acts in the words of a clause: laws and decrees by number (`5393 sayılı Belediye Kanunu`, `3366 ve 3290 sayılı
//! yasalar`), acts by name (`Belediye Kanununun`, `… Dair Yönetmelik`), amendment notes (`30/7/2003-4964/9 md.`).
//! Their provisions are `provision`'s.

use super::super::characters::is_capitals;
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
const LONGEST: usize = 40;

/// `5393 sayılı [Belediye] Kanunun…`, `2981, 3366 ve 3290 sayılı yasalar` at word `i`.
pub(super) fn numbered(words: &[Word<'_>], i: usize) -> Option<Vec<Mention>> {
    let mut numbers = Vec::new();
    let mut at = i;
    loop {
        let word = words.get(at)?;
        let slashed = word.text.ends_with('/');
        let number = words::bare_number(word.core()).filter(|n| *n > 0 && numbers.len() < LONGEST)?;
        numbers.push((at, number));
        let next = words.get(at + 1)?;
        // `2942 Yasa ve değişik 4650 sayılı …`; years stand there too.
        if at == i && matches!(next.core(), "Yasa" | "Kanun") && is_law_number(number) && word.flows() {
            return Some(vec![Mention { act: Act::Law(number), first: i, last: i + 1 }]);
        }
        let counted = words::is_counting(next.text);
        // `1 numaralı fıkra` is no law, and the laws that are cited without their names have three digits.
        if next.flows() && (words::is(next.text, "sayili") || counted && number >= 100) {
            break;
        }
        at += if next.text == "ve" || next.text == "ile" {
            2
        } else if word.has_comma() || slashed {
            1
        } else {
            return None;
        };
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
fn is_law(word: &str) -> bool {
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

/// The nouns that name an act when a name stands before them: the stem, the possessive's ending, and the letters of
/// the nominative without and with it.
const NOUNS: [(&str, &str, usize, usize); 10] = [
    ("kanun", "u", 5, 6),
    ("yonetmeli", "gi", 10, 11),
    ("yonerge", "si", 7, 9),
    ("tuzu", "gu", 5, 6),
    ("teblig", "i", 6, 7),
    ("genelge", "si", 7, 9),
    ("nizamname", "si", 9, 11),
    ("ictuzu", "gu", 7, 8),
    ("esaslar", "i", 7, 8),
    ("yasa", "si", 4, 6),
];
const JOINING: [&str; 11] = ["ve", "ile", "veya", "ya", "da", "hakkinda", "hakkindaki", "dair", "iliskin", "ilgili", "icin"];
/// What makes the noun behind it the last word of a name.
const LINKING: [&str; 4] = ["hakkinda", "hakkindaki", "dair", "iliskin"];
/// Small letters within long names: `Belediye ve bağlı kuruluşlar ile Mahalli İdare Birlikleri … Dair Yönetmelik`.
const WITHIN: [&str; 5] = ["bagli", "kuruluslar", "kuruluslari", "idare", "ilke"];
/// Acts that municipal texts often name in small letters: `Kamu ihale kanununa`. Words before the noun, folded.
const FAMILIAR: [&str; 16] = [
    "kamu ihale",
    "devlet ihale",
    "devlet memurlari",
    "imar affi",
    "imar",
    "is",
    "buyuksehir belediye",
    "kamulastirma",
    "kabahatler",
    "bilgi edinme",
    "disiplin amirleri",
    "kilik kiyafet",
    "tasinir mal",
    "resmi yazisma",
    "arsiv",
    "evlendirme",
];
/// Words that begin a sentence with a capital, and no name.
const NOT_NAMES: [&str; 27] = [
    "bu",
    "ayrica",
    "ancak",
    "ayni",
    "anilan",
    "soz",
    "konusu",
    "ilgili",
    "her",
    "diger",
    "sayili",
    "tarihli",
    "ve",
    "ile",
    "veya",
    "soz",
    "adi",
    "gecen",
    "mezkur",
    "yukaridaki",
    "yururlukteki",
    "asagidaki",
    "guncellenen",
    "yenilenen",
    "yayimlanan",
    "cikarilan",
    "mevcut",
];

/// An act by its name whose noun is word `i`; no word before `floor` belongs to it.
pub(super) fn named(words: &[Word<'_>], i: usize, floor: usize) -> Option<Mention> {
    let word = words[i];
    if !"kKyYtTgGaAnNİE".contains(word.core().chars().next()?) {
        return None;
    }
    if words::begins(word.text, "anayasa") {
        let ending = words::ending(word.text, "anayasa")?;
        let court = words.get(i + 1).is_some_and(|w| words::begins(w.text, "mahkeme"));
        let known = ending.is_empty() || ["n", "y", "d", "s"].iter().any(|e| ending.starts_with(e));
        let capital = word.core().starts_with('A');
        return (capital && known && !court && !is_capitals(word.core())).then(|| Mention {
            act: Act::Named("Anayasa".into()),
            first: i,
            last: i,
        });
    }
    let (ending, letters, bare) = NOUNS.iter().find_map(|(stem, possessive, plain, owned)| {
        if !words::begins(word.text, stem) {
            return None;
        }
        let ending = words::ending(word.text, stem)?;
        // `Kanunun`, `Yönetmeliğin` are the genitive of the noun alone.
        let bare = ending.strip_prefix(possessive).is_none_or(|rest| rest == "n");
        let owns = !bare && !ending.starts_with("ula");
        Some((ending, if owns { *owned } else { *plain }, !owns))
    })?;
    let joins = |at: usize| JOINING.iter().any(|j| words::is(words[at].text, j)) && words[at].flows();
    // Without a possessive it is a name only behind `hakkında`, `dair`, `ilişkin`.
    let links = |at: usize| LINKING.iter().any(|j| words::is(words[at].text, j));
    // `Yazışma Kuralları ile ilgili Yönetmelik`.
    let about = i > floor + 1
        && words::is(words[i - 1].text, "ilgili")
        && words[i - 2].text == "ile"
        && word.core().starts_with(char::is_uppercase);
    let long = i > floor && (links(i - 1) || about);
    // `İçtüzüğün 140 ıncı maddesi`: parliament has one.
    if bare && words::begins(word.text, "ictuzu") && !is_capitals(word.core()) {
        return Some(Mention { act: Act::Named("İçtüzük".into()), first: i, last: i });
    }
    // `çalışma usul ve esasları` names nothing; `Esaslar hakkında 2006/9809 sayılı Kararı` is the decision.
    let title = || long || word.text.contains(['”', '"']);
    let decided = || words.get(i + 1).is_some_and(|w| words::begins(w.text, "hakkinda"));
    if words::begins(word.text, "esaslar") && (!title() || decided()) {
        return None;
    }
    if bare && (!long || ending.starts_with("ler") || ending.starts_with("lar")) {
        return None;
    }
    let quoted = word
        .text
        .contains(['”', '"', 'ˮ'])
        .then(|| (floor..i).rev().take(LONGEST).find(|at| words[*at].text.starts_with(['“', '"'])));
    let mut first = i;
    let mut far = long;
    // `Görev, Yetki ve Çalışma Yönetmeliği`.
    let mut listed = false;
    if let Some(Some(start)) = quoted {
        first = start;
    } else {
        while first > floor && i - first < LONGEST {
            let before = words[first - 1];
            let capital = before.core().starts_with(|c: char| c.is_uppercase());
            let comma = before.has_comma() && (far || listed) && !is_law(before.text) && !words::begins(before.text, "yonetmeli");
            let flows = before.flows() && !before.text.ends_with(['”', '"']) || before.text == "T.C.";
            let within = far && WITHIN.iter().any(|w| words::is(before.text, w)) && before.flows();
            let part = capital && (flows || comma) || joins(first - 1) || within;
            // `bu Kanunun ve Kamu İhale Sözleşmeleri Kanununun`; `No.’lu` ends a number.
            let other = is_genitive_noun(before.text) && JOINING[..3].contains(&words[first].text);
            if other || words::is_counting(before.text) {
                break;
            }
            if words[first].opens || !part || words::is(before.text, "bu") {
                break;
            }
            listed |= before.text == "ve" && words::begins(word.text, "yonetmeli");
            far |= joins(first - 1) && links(first - 1);
            first -= 1;
            if before.text.starts_with(['“', '"']) {
                break;
            }
        }
        let is_name = |at: usize| {
            words[at].core().starts_with(char::is_uppercase) && !NOT_NAMES.iter().any(|n| words::is(words[at].text, n))
        };
        while first < i && !is_name(first) {
            first += 1;
        }
    }
    if first == i {
        first = familiar(words, i, floor).filter(|_| !bare)?;
    }
    let mut title: String = words[first..i].iter().map(|w| format!("{} ", w.text)).collect();
    title.extend(word.core().chars().take(letters));
    // `Yönetmeliğe` is of a `Yönetmelik`.
    if let Some(stem) = title.strip_suffix('ğ') {
        title = format!("{stem}k");
    }
    let mut last = i;
    // `Türk Kanunu Medenisi`.
    if let Some(next) = words.get(i + 1).filter(|w| words::begins(w.text, "medenisi") && word.flows()) {
        title.push(' ');
        title.extend(next.core().chars().take("Medenisi".len()));
        last = i + 1;
    }
    let title = title.trim_start_matches(['“', '"', '(', '‘', '’', '\'']);
    (!is_capitals(title)).then(|| Mention { act: Act::Named(title.into()), first, last })
}

/// The first word of an act's familiar name before the noun at word `i`, in small letters or great ones.
fn familiar(words: &[Word<'_>], i: usize, floor: usize) -> Option<usize> {
    FAMILIAR.iter().find_map(|name| {
        let mut first = i;
        for part in name.rsplit(' ') {
            first = first.checked_sub(1).filter(|at| *at >= floor && words::is(words[*at].text, part) && words[*at].flows())?;
        }
        Some(first)
    })
}

/// `Kanunun`, `Yönetmeliğin`: the genitive of the noun alone.
fn is_genitive_noun(word: &str) -> bool {
    words::is(word, "kanunun") || words::is(word, "yonetmeligin") || words::is(word, "yonergenin")
}

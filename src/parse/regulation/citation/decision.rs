//! Decisions and issues of the Official Gazette in the words of a clause: `03/04/2021 tarih ve 38 sayılı meclis kararı`,
//! `13/7/2005 tarihli ve 25874 sayılı Resmî Gazete`. What a decision did is `event`'s.

use jiff::civil::Date;

use super::super::words::{self, Word};
use super::Target;
use crate::turkish;

/// A decision or a gazette with its first and last word.
pub(super) struct Record {
    pub first: usize,
    pub last: usize,
    pub target: Target,
}

/// Words between a number and what it is the number of.
const NEAR: usize = 8;

/// The record whose date, number or name is word `i`.
pub(super) fn read(words: &[Word<'_>], i: usize) -> Option<Record> {
    if is_gazette(words, i) {
        return gazette_then_numbers(words, i);
    }
    let core = words[i].core();
    if !core.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (date, at) = match date(words, i) {
        Some((date, next)) => (Some(date), dated(words, next)?),
        None => (None, i),
    };
    if date.is_some() && is_gazette(words, at) {
        return Some(Record { first: i, last: at + 1, target: Target::Gazette { date, number: None, repeat: 0 } });
    }
    // Without a date only a number that is counted at once, or the first half of `2006 / 9809`, names anything.
    let next = words.get(at + 1)?.text;
    if date.is_none() && next != "/" && !words::is_counting(next) {
        return None;
    }
    // `E.:2018/117; K.:2023/212 sayılı`: a court's number has two halves.
    let counted = (at..words.len().min(at + 5)).find(|at| words::is_counting(words[*at].text))?;
    // `2006 / 9809` is one number.
    let torn = counted == at + 3 && words[at + 1].text == "/";
    if counted == at || (date.is_none() && counted != at + 1 && !torn) {
        return None;
    }
    let number: String = words[at..counted].iter().map(|w| w.text).collect::<Vec<_>>().join(if torn { "" } else { " " });
    let number = number.trim_matches([',', '.', ';', '(', ' ']).to_owned();
    if !number.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (repeat, after) = repeated(words, counted + 1);
    // `3011 sayılı Resmî Gazetede Yayımlanacak Olan Yönetmelikler Hakkında Kanun` is a law.
    if is_gazette(words, after) && !words.get(after + 2).is_some_and(|w| words::begins(w.text, "yayimlanacak")) {
        // `26040 3. mükerrer sayılı`: which issue may stand before the word too.
        let inner = (at + 1..counted).map(|at| repeated(words, at).0).find(|which| *which > 0);
        let (number, repeat) = (words::bare_number(words[at].core()), inner.unwrap_or(repeat));
        return Some(Record { first: i, last: after + 1, target: Target::Gazette { date, number, repeat } });
    }
    // `Resmî Gazete’nin 13/7/2005 tarihli ve 25874 sayılı nüshası`.
    if words.get(after).is_some_and(|w| words::begins(w.text, "nusha") || words::begins(w.text, "sayisi"))
        && i >= 2
        && is_gazette(words, i - 2)
    {
        let number = words::bare_number(&number);
        return Some(Record { first: i - 2, last: after, target: Target::Gazette { date, number, repeat } });
    }
    decision(words, i, date, number, counted)
}

/// `… sayılı [Gebze Belediye Meclis] kararı`, `… sayılı onayı`.
fn decision(words: &[Word<'_>], i: usize, date: Option<Date>, number: String, counted: usize) -> Option<Record> {
    let mut last = None;
    for (at, word) in words.iter().enumerate().skip(counted + 1).take(NEAR) {
        let says = |stem: &str| words::begins(word.text, stem);
        // `4/10195 sayılı Kararname` is a cabinet's; decrees having the force of law have one number.
        let cabinet = says("kararname") && number.contains('/');
        if word.opens || says("kanun") || says("yasa") || says("yonetmeli") || says("sayili") || says("kararname") && !cabinet {
            return None;
        }
        if says("karar") && !says("kararlas") || says("onay") || words::is(word.text, "oluru") {
            last = Some(at);
            break;
        }
        if !word.flows() {
            break;
        }
    }
    let last = last?;
    let owner = i.checked_sub(1).filter(|_| !words[i].opens).and_then(|at| owner(words, at));
    let between = words[counted + 1..last].iter().any(|w| is_organ(w.core()));
    let body = match owner {
        Some(body) => Some(body),
        None if between => Some(words[counted + 1..last].iter().map(|w| w.core()).collect::<Vec<_>>().join(" ").into()),
        None => None,
    };
    // Without a date, only who decided or the year in the number makes it a decision's: `2006/9809 sayılı kararı`.
    let year = number.split_once('/').is_some_and(|(year, n)| is_year(year) && words::bare_number(n).is_some());
    let cabinet = number.contains('/') && words::begins(words[last].text, "kararname");
    let names = date.is_some() || body.is_some() || cabinet || year && words::begins(words[last].text, "karar");
    names.then(|| Record { first: i, last, target: Target::Decision { body, date, number: number.into() } })
}

fn is_year(number: &str) -> bool {
    number.len() == 4 && (number.starts_with("19") || number.starts_with("20"))
}

/// `Çaycuma Belediye Meclisinin` before a date: the capitalised words up to the genitive.
fn owner(words: &[Word<'_>], last: usize) -> Option<Box<str>> {
    let word = words[last].text;
    let owner = ["nin", "nın", "nun", "nün"].iter().find_map(|suffix| word.strip_suffix(suffix))?.trim_end_matches(['\'', '’']);
    if !is_organ(owner) {
        return None;
    }
    let capital = |w: &Word<'_>| w.text.starts_with(char::is_uppercase) && w.flows();
    let mut first = last;
    while first > 0 && last - first < NEAR && capital(&words[first - 1]) && !words[first].opens {
        first -= 1;
    }
    let mut body: String = words[first..last].iter().map(|w| format!("{} ", w.text)).collect();
    body.push_str(owner);
    Some(body.into())
}

fn is_organ(word: &str) -> bool {
    ["meclis", "encumen", "kaymakam", "valili", "bakanl", "bakanlar", "baskanl", "kurul", "mahkeme", "danistay"]
        .iter()
        .any(|s| words::begins(word, s))
}

/// `13/7/2005`, `22 Şubat 2007` at word `i`; also the word after it.
fn date(words: &[Word<'_>], i: usize) -> Option<(Date, usize)> {
    let core = words[i].core();
    if core.contains(['/', '.']) && core.matches(['/', '.']).count() == 2 {
        return Some((turkish::date::parse(core).ok()?.date(), i + 1));
    }
    let year = words.get(i + 2)?.core();
    if core.len() > 2 || year.len() != 4 || !year.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let spelled = format!("{core} {} {year}", words[i + 1].core());
    Some((turkish::date::parse(&spelled).ok()?.date(), i + 3))
}

/// Past `tarih ve`, `tarihli`, `gün ve`, `günlü`.
fn dated(words: &[Word<'_>], at: usize) -> Option<usize> {
    let word = words.get(at)?;
    let known = ["tarih", "tarihli", "tarihinde", "gun", "gunlu", "gunku"].iter().any(|w| words::is(word.text, w));
    let at = at + usize::from(known);
    Some(at + usize::from(known && words.get(at).is_some_and(|w| w.text == "ve")))
}

/// `Resmî Gazete` at word `at`.
fn is_gazette(words: &[Word<'_>], at: usize) -> bool {
    words.get(at).is_some_and(|w| words::is(w.text, "resmi"))
        && words.get(at + 1).is_some_and(|w| words::begins(w.text, "gazete"))
}

/// `mükerrer`, `2. Mükerrer`, `(ikinci mükerrer)` at word `at`: which issue, and the word after it.
fn repeated(words: &[Word<'_>], at: usize) -> (u8, usize) {
    let mukerrer = |at: usize| words.get(at).is_some_and(|w| words::is(w.text, "mukerrer"));
    let which = |w: &Word<'_>| words::ordinal(w.text).or_else(|| words::bare_number(w.core())).and_then(|n| u8::try_from(n).ok());
    if mukerrer(at) {
        return (1, at + 1);
    }
    match words.get(at).and_then(which) {
        Some(which) if mukerrer(at + 1) => (which, at + 2),
        // `3 üncü mükerrer`.
        Some(which) if mukerrer(at + 2) && words::is_ordinal_ending(words[at + 1].core()) => (which, at + 3),
        _ => (0, at),
    }
}

/// `Resmî Gazete: 13/7/2005-25874`, `Resmî Gazete : Tarih : 13/7/2005 Sayı : 25874`.
fn gazette_then_numbers(words: &[Word<'_>], i: usize) -> Option<Record> {
    if words[i + 1].flows() && !words.get(i + 2).is_some_and(|w| w.text.starts_with(':')) {
        return None;
    }
    let (mut day, mut number, mut last) = (None, None, i + 1);
    for (at, word) in words.iter().enumerate().skip(i + 2).take(NEAR) {
        let core = word.core();
        let (head, tail) = core.split_once(['-', '–']).unwrap_or((core, ""));
        if day.is_none()
            && let Ok(moment) = turkish::date::parse(head)
        {
            (day, last) = (Some(moment.date()), at);
            if let Some(n) = words::bare_number(tail) {
                number = Some(n);
                break;
            }
        } else if let Some(n) = words::bare_number(core).filter(|_| day.is_some()) {
            (number, last) = (Some(n), at);
            break;
        } else if !(core.is_empty() || words::is(core, "tarih") || words::begins(core, "say") || core == "-" || core == "–") {
            break;
        }
    }
    day.map(|date| Record { first: i, last, target: Target::Gazette { date: Some(date), number, repeat: 0 } })
}

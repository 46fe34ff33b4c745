//! What happened to the regulation, as its own words tell it: adopted, approved, in force, and what it repeals.
//! Not the record beside the text; whether the two agree is for the model to ask.

use jiff::civil::Date;

use super::imprint;
use super::tree::{Node, RegulationText};
use super::words::{self, Word};
use crate::turkish;

/// An event with its date (olay).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What happened.
    pub kind: EventKind,
    /// When; for a repeal, the date of the decision that had adopted what is repealed.
    pub date: Option<Date>,
    /// The number of the decision.
    pub number: Option<Box<str>>,
    /// Who: `Çaycuma Belediye Meclisi`.
    pub body: Option<Box<str>>,
    /// The clause that tells it.
    pub from: Box<str>,
    /// Line it stands at, from 1.
    pub line: u32,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventKind {
    /// Adopted (kabul).
    Adoption,
    /// Approved by the governor or district governor (onay).
    Approval,
    /// In force (yürürlük).
    InForce,
    /// Something older was put out of force (kaldırma).
    Repeal,
    /// Printed in the Official Gazette (yayım); the number is the issue's.
    Publication,
}

impl EventKind {
    /// The machine name.
    pub fn as_str(self) -> &'static str {
        match self {
            EventKind::Adoption => "adoption",
            EventKind::Approval => "approval",
            EventKind::InForce => "in-force",
            EventKind::Repeal => "repeal",
            EventKind::Publication => "publication",
        }
    }
}

/// The events of a text, in reading order: those of its imprint, and those that its clauses tell of.
pub fn events(text: &RegulationText) -> Vec<Event> {
    let mut events = imprint::events(text);
    text.each_own(&mut |node| {
        if ["tarih", "gün", "günlü"].iter().any(|w| node.text.contains(w)) && node.text.contains("sayılı") {
            of_clause(&mut events, text, node);
        }
    });
    events
}

fn of_clause(events: &mut Vec<Event>, text: &RegulationText, node: &Node) {
    let words = words::of(&node.text);
    let mut begin = 0;
    while begin < words.len() {
        let end = (begin + 1..words.len()).find(|i| words[*i].opens).unwrap_or(words.len());
        sentence(events, text, node, &words, begin..end);
        begin = end;
    }
}

fn sentence(events: &mut Vec<Event>, text: &RegulationText, node: &Node, words: &[Word<'_>], range: std::ops::Range<usize>) {
    let here = &words[range.clone()];
    let says =
        |stems: &[&str]| here.windows(stems.len()).position(|w| w.iter().zip(stems).all(|(w, s)| words::begins(w.text, s)));
    let repeals = says(&["yururlukten", "kaldir"]).is_some();
    let before = events.len();
    for i in range.clone() {
        let Some((date, number, last)) = decision(words, i, range.end) else { continue };
        let after = &words[last + 1..range.end];
        // The verb that comes first after the decision says what it did.
        let place = |stem: &str| after.iter().position(|w| words::begins(w.text, stem));
        let body = body(words, range.start, i);
        let kind = match (repeals, place("kabul"), place("onay")) {
            (true, ..) => EventKind::Repeal,
            (_, Some(kabul), onay) if onay.is_none_or(|onay| kabul < onay) => EventKind::Adoption,
            (_, _, Some(_)) => EventKind::Approval,
            _ => continue,
        };
        // A law is cited the same way, and adopts nothing here.
        if body.is_none() || after.first().is_some_and(|w| words::begins(w.text, "kanun")) {
            continue;
        }
        let line = text.line_of(node, words[i].start);
        events.push(Event { kind, date: Some(date), number: Some(number.into()), body, from: node.id.clone(), line });
    }
    let same_day = says(&["ayni", "tarihte", "yururluge"]);
    if let (Some(at), Some(last)) = (same_day, events[before..].last()) {
        let date = last.date;
        let line = text.line_of(node, words[range.start + at].start);
        events.push(Event { kind: EventKind::InForce, date, number: None, body: None, from: node.id.clone(), line });
    }
}

/// `03/04/2021 tarih ve 38 sayılı`, `30/04/2021 gün ve 100 sayılı`, `16.02.2017 tarihli 63 nolu` at word `i`; also the
/// last word of it.
fn decision<'t>(words: &[Word<'t>], i: usize, end: usize) -> Option<(Date, &'t str, usize)> {
    let written = words[i].text.trim_start_matches(['(', '“']);
    if !written.starts_with(|c: char| c.is_ascii_digit()) || !written.contains(['/', '.']) {
        return None;
    }
    let date = turkish::date::parse(written).ok()?.date();
    let is = |at: usize, stem: &str| at < end && words::begins(words[at].text, stem);
    if !(is(i + 1, "tarih") || is(i + 1, "gun")) {
        return None;
    }
    let number = if is(i + 2, "ve") { i + 3 } else { i + 2 };
    let written = words.get(number).filter(|_| number < end)?.text;
    let counted = is(number + 1, "sayili") || is(number + 1, "nolu") || is(number + 1, "numarali") || is(number + 1, "no");
    (counted && written.starts_with(|c: char| c.is_ascii_digit())).then_some((date, written, number + 1))
}

/// Who decided: the capitalised words before the date, up to one in the genitive (`Çaycuma Belediye Meclisinin`).
fn body(words: &[Word<'_>], start: usize, date: usize) -> Option<Box<str>> {
    let last = date.checked_sub(1).filter(|last| *last >= start)?;
    let owner = without_genitive(words[last].text)?;
    let organ = ["meclis", "encumen", "kaymakam", "valili", "bakanl", "baskanl", "kurul"].iter().any(|s| words::begins(owner, s));
    if !organ {
        return None;
    }
    let capital = |w: &Word<'_>| w.text.starts_with(char::is_uppercase) && !w.text.ends_with([',', ';', '.']);
    let first = (start..last).rev().take_while(|at| capital(&words[*at])).last().unwrap_or(last);
    let mut body: String = words[first..last].iter().map(|w| format!("{} ", w.text)).collect();
    body.push_str(owner);
    Some(body.into())
}

/// `Meclisinin` → `Meclisi`, `Kaymakamlığı’nın` → `Kaymakamlığı`.
fn without_genitive(word: &str) -> Option<&str> {
    ["nin", "nın", "nun", "nün"].iter().find_map(|suffix| word.strip_suffix(suffix)).map(|w| w.trim_end_matches(['\'', '’']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Diagnostics;
    use crate::parse::regulation::parse;

    #[test]
    fn the_seeds_clause_three_tells_of_three_events_and_a_repeal() {
        let seed = include_str!("../../../tests/regulation/bilgi-islem-2021.txt");
        let text = parse(&mut Diagnostics::new(), &"m.txt".into(), seed);
        let told: Vec<String> = events(&text)
            .iter()
            .map(|e| {
                let date = e.date.map(|d| d.to_string()).unwrap_or_default();
                format!(
                    "{} {date} {} {} {}:{}",
                    e.kind.as_str(),
                    e.number.as_deref().unwrap_or("-"),
                    e.body.as_deref().unwrap_or("-"),
                    e.from,
                    e.line
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                "repeal 2015-11-04 97 Belediye Meclisi 3:234",
                "adoption 2021-04-03 38 Çaycuma Belediye Meclisi 3:240",
                "approval 2021-04-30 100 Çaycuma Kaymakamlığı 3:242",
                "in-force 2021-04-30 - - 3:244",
            ]
        );
    }

    #[test]
    fn laws_and_bare_dates_are_no_events() {
        let source = "MADDE 1- 3/7/2005 tarihli ve 5393 sayılı Belediye Kanunu ile kabul edilen, 13.07.2005 tarihinde onaylanan esaslar.\n";
        let text = parse(&mut Diagnostics::new(), &"m.txt".into(), source);
        assert_eq!(events(&text), []);
    }
}

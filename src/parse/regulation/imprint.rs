//! What stands between the title and the first clause of a law (künye): its number, the day it was adopted, the issue of
//! the Official Gazette. `Kanun Numarası : 5393`, `Kabul Tarihi : 3/7/2005`, `… Tarih : 13/7/2005 Sayı : 25874`.

use jiff::civil::Date;

use super::event::{Event, EventKind};
use super::tree::{Kind, RegulationText};
use super::words;
use crate::turkish;

/// How far into a text an imprint is looked for, in bytes.
const NEAR: usize = 6000;

/// What the imprint says, as events; none where there is no imprint.
pub(super) fn events(text: &RegulationText) -> Vec<Event> {
    let mut first = None;
    text.each_own(&mut |node| {
        if first.is_none() && node.kind == Kind::Article {
            first = Some(text.label_start(node));
        }
    });
    let end = first.unwrap_or(usize::MAX).min(text.read().floor_char_boundary(NEAR));
    let front = &text.read()[..end.min(text.read().len())];
    let tokens = tokens(front);
    let mut events = Vec::new();
    let event = |kind, at: usize, date, number: Option<&str>| Event {
        kind,
        date: Some(date),
        number: number.map(Into::into),
        body: None,
        from: "".into(),
        line: tokens[at].1,
    };
    if let Some((at, date)) = after(&tokens, &["kabul", "tarih"], day) {
        let number = after(&tokens, &["numaras"], number).map(|(_, number)| number);
        events.push(event(EventKind::Adoption, at, date, number));
    } else if let Some((at, date)) = after(&tokens, &["kar", "tarih"], day) {
        // `Kanun Hükmünde Kar.nin Tarihi : 24/6/1995, No : 555`
        let number = after(&tokens[at..], &["no"], number).map(|(_, number)| number);
        events.push(event(EventKind::Adoption, at, date, number));
    }
    // `Resmî Gazete : Tarih : …`; elsewhere the Gazette is only spoken of.
    let is_gazette = |word: &str| word.contains("azete") || word.contains("AZETE");
    let gazette = tokens.windows(2).position(|pair| is_gazette(pair[0].0) && words::begins(pair[1].0, "tarih"));
    if let Some(from) = gazette
        && let Some((at, date)) = after(&tokens[from..], &["tarih"], day)
    {
        let number = after(&tokens[from..], &["sayi"], number).map(|(_, number)| number);
        events.push(event(EventKind::Publication, from + at, date, number));
    }
    events
}

/// True for a text that calls its number a law's (`Kanun Numarası`).
pub fn is_law(text: &RegulationText) -> bool {
    let front = &text.read()[..text.read().floor_char_boundary(NEAR)];
    let tokens = tokens(front);
    tokens.windows(2).any(|pair| words::begins(pair[0].0, "kanun") && words::begins(pair[1].0, "numaras"))
}

/// Words and numbers with their lines; `9/11/1982Sayı:` is two, colons and commas are none.
fn tokens(front: &str) -> Vec<(&str, u32)> {
    let mut tokens = Vec::new();
    for (line, words) in front.lines().zip(1..).map(|(words, line)| (line, words)) {
        for word in words.split(|c: char| super::characters::is_gap(c) || matches!(c, ':' | ',')).filter(|w| !w.is_empty()) {
            let digits = word.find(|c: char| !(c.is_ascii_digit() || matches!(c, '/' | '.'))).unwrap_or(word.len());
            let (number, rest) = word.split_at(if word.contains('/') { digits } else { 0 });
            tokens.extend([number, rest].into_iter().filter(|part| !part.is_empty()).map(|part| (part, line)));
        }
    }
    tokens
}

/// The first place of `stems` that is followed by something `read` understands: its number among the tokens, and the value.
fn after<'t, T>(tokens: &[(&'t str, u32)], stems: &[&str], read: impl Fn(&'t str) -> Option<T>) -> Option<(usize, T)> {
    let here = |window: &[(&str, u32)]| window.iter().zip(stems).all(|((word, _), stem)| words::begins(word, stem));
    let places = tokens.windows(stems.len() + 1).enumerate().filter(|(_, window)| here(window));
    places.filter_map(|(at, window)| Some((at, read(window[stems.len()].0)?))).next()
}

fn day(word: &str) -> Option<Date> {
    turkish::date::parse(word).ok().map(turkish::date::Moment::date)
}

fn number(word: &str) -> Option<&str> {
    let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    (digits > 0 && digits <= 6).then_some(&word[..digits])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Diagnostics;
    use crate::parse::regulation::parse;

    fn told(source: &str) -> Vec<String> {
        let text = parse(&mut Diagnostics::new(), &"m.txt".into(), source);
        events(&text)
            .iter()
            .map(|e| {
                format!("{} {} {} {}", e.kind.as_str(), e.date.unwrap_or_default(), e.number.as_deref().unwrap_or("-"), e.line)
            })
            .collect()
    }

    #[test]
    fn the_imprints_of_laws_and_decrees() {
        assert_eq!(
            told(
                "BELEDİYE KANUNU\n\nKanun\nNumarası : 5393\n\nKabul\nTarihi : 3/7/2005\n\nYayımlandığı\nResmî Gazete : Tarih : 13/7/2005 Sayı : 25874\n\nMadde 1- Bu.\n"
            ),
            ["adoption 2005-07-03 5393 6", "publication 2005-07-13 25874 10"]
        );
        assert_eq!(
            told(
                "Kanun\nNumarası\n: 2709\n\nKabul\nTarihi\n: 18/10/1982\n\nYayımlandığı R.Gazete : Tarih: 9/11/1982Sayı: 17863 (Mükerrer)\n\nMadde 1- Bu.\n"
            ),
            ["adoption 1982-10-18 2709 5", "publication 1982-11-09 17863 9"]
        );
        assert_eq!(
            told(
                "Kanun Hükmünde Kar.nin Tarihi : 24/6/1995, No : 555\n\nYetki Kanununun Tarihi : 8/6/1995, No : 4113\n\nMadde 1- Bu.\n"
            ),
            ["adoption 1995-06-24 555 1"]
        );
    }

    #[test]
    fn a_day_in_the_words_of_an_article_is_no_imprint() {
        assert_eq!(told("MADDE 1- Kabul tarihi 3/7/2005 olan 5393 sayılı Kanun.\n"), [""; 0]);
        assert_eq!(told("Kanun Numarası : 5393\n\nMADDE 1- Bu.\n"), [""; 0]);
    }
}

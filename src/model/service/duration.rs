//! How long a service takes (süre), from the ways offices write it: `15 iş günü`, `Anında`, `15-30 gün`, `15 gün + 5 gün`.
//! The words are kept as written; only what is counted is understood. No clock and no calendar here.

use crate::turkish::fold;

/// A length of time as an office declares it (süre).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duration {
    /// As written, in small letters where it was understood: `15 iş günü`.
    pub words: String,
    /// What is meant; `None` for words that no number can be taken from.
    pub meaning: Option<Meaning>,
}

/// What a length of time means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// While one waits (anında).
    AtOnce,
    /// So many units.
    Exactly(u32, Unit),
    /// From so many units to so many.
    Between(u32, u32, Unit),
    /// One after the other.
    Sum(Vec<(u32, Unit)>),
    /// It depends (değişken).
    Varies,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Saniye.
    Second,
    /// Dakika.
    Minute,
    /// Saat.
    Hour,
    /// Gün: a day of the calendar.
    Day,
    /// İş günü.
    WorkingDay,
    /// Hafta.
    Week,
    /// Ay.
    Month,
    /// Yıl.
    Year,
}

/// Folded spellings of the units.
const UNITS: &[(&str, Unit)] = &[
    ("saniye", Unit::Second),
    ("sn", Unit::Second),
    ("dakika", Unit::Minute),
    ("dk", Unit::Minute),
    ("saat", Unit::Hour),
    ("gun", Unit::Day),
    ("takvim gunu", Unit::Day),
    ("is gunu", Unit::WorkingDay),
    ("isgunu", Unit::WorkingDay),
    ("hafta", Unit::Week),
    ("ay", Unit::Month),
    ("yil", Unit::Year),
];

impl Unit {
    /// The name of its words in the theme: `{ $n } iş günü`.
    pub fn key(self) -> &'static str {
        match self {
            Unit::Second => "time_second",
            Unit::Minute => "time_minute",
            Unit::Hour => "time_hour",
            Unit::Day => "time_day",
            Unit::WorkingDay => "time_working_day",
            Unit::Week => "time_week",
            Unit::Month => "time_month",
            Unit::Year => "time_year",
        }
    }

    /// The unit as the legal tables write it: `iş günü`.
    fn words(self) -> &'static str {
        match self {
            Unit::Second => "saniye",
            Unit::Minute => "dakika",
            Unit::Hour => "saat",
            Unit::Day => "gün",
            Unit::WorkingDay => "iş günü",
            Unit::Week => "hafta",
            Unit::Month => "ay",
            Unit::Year => "yıl",
        }
    }
}

impl Duration {
    /// Reads what an office writes. Never fails: what is not understood stays words.
    pub fn read(text: &str) -> Duration {
        let meaning = meaning(text);
        let words = meaning.as_ref().map_or_else(|| text.trim().to_owned(), words_of);
        Duration { words, meaning }
    }

    /// As ISO 8601 (`PT30M`, `P15D`), where calendars and clocks alone decide: a working day is none of its units.
    pub fn iso(&self) -> Option<String> {
        let Some(Meaning::Exactly(n, unit)) = &self.meaning else { return None };
        Some(match unit {
            Unit::Second => format!("PT{n}S"),
            Unit::Minute => format!("PT{n}M"),
            Unit::Hour => format!("PT{n}H"),
            Unit::Day => format!("P{n}D"),
            Unit::Week => format!("P{n}W"),
            Unit::Month => format!("P{n}M"),
            Unit::Year => format!("P{n}Y"),
            Unit::WorkingDay => return None,
        })
    }
}

fn meaning(text: &str) -> Option<Meaning> {
    let folded = fold(text);
    match folded.as_str() {
        "aninda" | "ayni anda" | "hemen" => return Some(Meaning::AtOnce),
        "degisken" => return Some(Meaning::Varies),
        _ => {}
    }
    if folded.contains('+') {
        return folded.split('+').map(counted).collect::<Option<Vec<_>>>().map(Meaning::Sum);
    }
    if let Some((low, rest)) = folded.split_once(['-', '–'])
        && let (Ok(low), Some((high, unit))) = (low.trim().parse(), counted(rest))
    {
        return (low < high).then_some(Meaning::Between(low, high, unit));
    }
    counted(&folded).map(|(n, unit)| Meaning::Exactly(n, unit))
}

/// `15 is gunu`
fn counted(text: &str) -> Option<(u32, Unit)> {
    let text = text.trim();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let number = text[..digits].parse().ok().filter(|n| *n > 0)?;
    let unit = text[digits..].trim().trim_end_matches('.');
    UNITS.iter().find(|(spelling, _)| *spelling == unit).map(|(_, unit)| (number, *unit))
}

fn words_of(meaning: &Meaning) -> String {
    match meaning {
        Meaning::AtOnce => "anında".to_owned(),
        Meaning::Varies => "değişken".to_owned(),
        Meaning::Exactly(n, unit) => format!("{n} {}", unit.words()),
        Meaning::Between(low, high, unit) => format!("{low}–{high} {}", unit.words()),
        Meaning::Sum(parts) => parts.iter().map(|(n, unit)| format!("{n} {}", unit.words())).collect::<Vec<_>>().join(" + "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_offices_write_is_understood() {
        let seen = [
            ("10 GÜN", "10 gün", Some("P10D")),
            ("1 Saat", "1 saat", Some("PT1H")),
            ("1 Dk", "1 dakika", Some("PT1M")),
            ("20 Sn.", "20 saniye", Some("PT20S")),
            ("5 İş Günü", "5 iş günü", None),
            ("6 işgünü", "6 iş günü", None),
            ("15 Gün + 5 Gün", "15 gün + 5 gün", None),
            ("15-30 gün", "15–30 gün", None),
            ("ANINDA", "anında", None),
            ("Değişken", "değişken", None),
        ];
        for (text, words, iso) in seen {
            let read = Duration::read(text);
            assert!(read.meaning.is_some(), "{text}");
            assert_eq!((&*read.words, read.iso().as_deref()), (words, iso), "{text}");
        }
    }

    #[test]
    fn what_is_not_counted_stays_words() {
        for text in ["Tebligattan itibaren 1 hafta içerisinde", "15", "0 gün", "30-15 gün", "3 kez", "", "gün"] {
            let read = Duration::read(text);
            assert_eq!((read.meaning, &*read.words), (None, text));
        }
    }
}

//! The chart in a few plain Turkish sentences, for those who do not see it. Says only what the drawing shows.

use super::data::{ChartKind, ChartValue};
use super::subject::{Subject, WITHHELD_SIGN};

/// How many series are told one by one.
const SERIES_TOLD: usize = 4;
/// Said of a series without a number.
const NOTHING: &str = "gösterilebilen değer yok";

/// The sentences: the span of the categories, each series, then what is withheld or missing.
pub fn describe(subject: &Subject<'_>) -> String {
    let mut sentences = Vec::new();
    if subject.spec.synthetic {
        sentences.push("Örnek veri.".to_owned());
    }
    let ordered = subject.months.is_some() || matches!(subject.spec.kind, ChartKind::Line | ChartKind::Sparkline);
    if ordered {
        sentences.push(tell_span(subject));
    }
    if subject.series.len() > 1 && !subject.spec.unit.is_empty() {
        sentences.push(format!("Ölçü: {}.", subject.spec.unit));
    }
    for series in 0..subject.series.len().min(SERIES_TOLD) {
        let points = points(subject, series);
        let told = if ordered { tell_course(&points) } else { tell_largest(points) };
        sentences.push(match subject.series.len() {
            1 if ordered => format!("Değerler: {told}."),
            1 => format!("{told}."),
            _ => format!("{}: {told}.", subject.series[series].name),
        });
    }
    if subject.series.len() > SERIES_TOLD {
        sentences.push(format!("Ayrıca {} dizi daha var.", subject.series.len() - SERIES_TOLD));
    }
    if subject.withheld() > 0 {
        sentences.push(format!("{} değer gizlilik nedeniyle verilmedi {WITHHELD_SIGN}.", subject.withheld()));
    }
    if subject.missing() > 0 {
        sentences.push(format!("{} değer için veri yok.", subject.missing()));
    }
    sentences.join(" ")
}

/// "Ocak 2024 – Aralık 2026, 36 ay."
fn tell_span(subject: &Subject<'_>) -> String {
    let names = &subject.categories;
    match (names.first(), names.last()) {
        (Some(first), Some(last)) if names.len() > 1 && subject.months.is_some() => {
            format!("{first} – {last}, {} ay.", names.len())
        }
        (Some(first), Some(last)) if names.len() > 1 => format!("{first} – {last}."),
        _ => format!("{}.", names.concat()),
    }
}

/// A number that is told, and where it stands.
struct Told<'a> {
    category: &'a str,
    value: f64,
    words: String,
}

impl Told<'_> {
    /// "320 başvuru (Ocak 2024)".
    fn say(&self) -> String {
        format!("{} ({})", self.words, self.category)
    }
}

/// The numbers of a series; with several series the unit is said once, in a sentence of its own.
fn points<'a>(subject: &'a Subject<'_>, series: usize) -> Vec<Told<'a>> {
    let several = subject.series.len() > 1;
    let told = |(category, value): (&'a String, &ChartValue)| {
        let words = value.words()?;
        let words = if several { words.to_owned() } else { subject.with_unit(words) };
        Some(Told { category, value: value.number()?, words })
    };
    subject.categories.iter().zip(&subject.series[series].values).filter_map(told).collect()
}

/// "ilk 320 başvuru (Ocak 2024), son …, en yüksek …, en düşük …".
fn tell_course(points: &[Told<'_>]) -> String {
    let highest = points.iter().reduce(|a, b| if b.value > a.value { b } else { a });
    let lowest = points.iter().reduce(|a, b| if b.value < a.value { b } else { a });
    let (Some(first), Some(last), Some(highest), Some(lowest)) = (points.first(), points.last(), highest, lowest) else {
        return NOTHING.to_owned();
    };
    if points.len() == 1 {
        return format!("yalnız {}", first.say());
    }
    if highest.value == lowest.value {
        return format!("hepsi {}", first.words);
    }
    format!("ilk {}, son {}, en yüksek {}, en düşük {}", first.say(), last.say(), highest.say(), lowest.say())
}

/// "en yüksek üç değer 1.905 başvuru (Fen İşleri), …".
fn tell_largest(mut points: Vec<Told<'_>>) -> String {
    // A stable sort, so that equals keep the order of the drawing.
    points.sort_by(|a, b| b.value.total_cmp(&a.value));
    let largest: Vec<String> = points.iter().take(3).map(Told::say).collect();
    match points.len() {
        0 => NOTHING.to_owned(),
        1..=3 => largest.join(", "),
        count => format!("{count} değerin en yüksek üçü {}", largest.join(", ")),
    }
}

//! The chart in a few plain Turkish sentences, for those who do not see it. Says only what the drawing shows.

use super::subject::{Subject, WITHHELD_SIGN};

/// How many series are told one by one.
const SERIES_TOLD: usize = 4;

/// The sentences: the span or the number of categories, each series, then what is withheld or missing.
pub fn describe(subject: &Subject<'_>) -> String {
    let mut sentences = Vec::new();
    if subject.spec.synthetic {
        sentences.push("Örnek veri.".to_owned());
    }
    let ordered = subject.months.is_some();
    let count = subject.categories.len();
    if ordered && let (Some(first), Some(last)) = (subject.categories.first(), subject.categories.last()) {
        sentences.push(if count == 1 { format!("{first}.") } else { format!("{first} – {last}, {count} ay.") });
    }
    for series in 0..subject.series.len().min(SERIES_TOLD) {
        let told = if ordered { tell_course(subject, series) } else { tell_largest(subject, series) };
        sentences.push(match subject.series.len() {
            1 => format!("{told}."),
            _ => format!("{}: {}.", subject.series[series].name, lower_first(&told)),
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

/// A series' numbers with the places they stand at: category, number, words.
fn points<'a>(subject: &'a Subject<'_>, series: usize) -> Vec<(&'a str, f64, &'a str)> {
    let values = subject.series[series].values.iter();
    let named = subject.categories.iter().zip(values);
    named.filter_map(|(name, value)| Some((name.as_str(), value.number()?, value.words()?))).collect()
}

/// "İlk değer 320 başvuru (Ocak 2024), son değer …, en yüksek …, en düşük …".
fn tell_course(subject: &Subject<'_>, series: usize) -> String {
    let points = points(subject, series);
    let highest = points.iter().copied().reduce(|a, b| if b.1 > a.1 { b } else { a });
    let lowest = points.iter().copied().reduce(|a, b| if b.1 < a.1 { b } else { a });
    let (Some(first), Some(last), Some(highest), Some(lowest)) = (points.first(), points.last(), highest, lowest) else {
        return "Gösterilebilen değer yok".to_owned();
    };
    let say = |point: &(&str, f64, &str)| format!("{} ({})", subject.with_unit(point.2), point.0);
    match (points.len(), highest.1 == lowest.1) {
        (1, _) => format!("Tek değer {}", say(first)),
        (_, true) => format!("Bütün değerler {}", subject.with_unit(first.2)),
        _ => format!("İlk değer {}, son değer {}, en yüksek {}, en düşük {}", say(first), say(last), say(&highest), say(&lowest)),
    }
}

/// "En yüksek üç değer: Fen İşleri 1.905 başvuru, …".
fn tell_largest(subject: &Subject<'_>, series: usize) -> String {
    let mut points = points(subject, series);
    // A stable sort, so that equals keep the order of the drawing.
    points.sort_by(|a, b| b.1.total_cmp(&a.1));
    let say = |point: &(&str, f64, &str)| format!("{} {}", point.0, subject.with_unit(point.2));
    let largest: Vec<String> = points.iter().take(3).map(say).collect();
    match points.len() {
        0 => "Gösterilebilen değer yok".to_owned(),
        1..=3 => largest.join(", "),
        count => format!("{count} değerin en yüksek üçü {}", largest.join(", ")),
    }
}

/// The sentence as it goes on after a colon; of the beginnings above only İ and letters of ASCII occur.
fn lower_first(sentence: &str) -> String {
    for (upper, lower) in [("İlk", "ilk"), ("Tek", "tek"), ("Bütün", "bütün"), ("Gösterilebilen", "gösterilebilen")] {
        if let Some(rest) = sentence.strip_prefix(upper) {
            return format!("{lower}{rest}");
        }
    }
    sentence.to_owned()
}

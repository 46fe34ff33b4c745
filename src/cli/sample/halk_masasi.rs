//! Made-up requests to the citizen desk (Halk Masası): season, weekdays, growth, backlog. No person is in them, not
//! even an invented one.

use std::io::{self, Write};

use super::calendar::{Day, Moment, Month};
use super::random::Random;
use super::sheet::{Encoding, Sheet, tenths};
use super::subjects::{CHANNELS, DESK_CHANNELS, Mood, NEIGHBOURHOODS, SUBJECTS, Subject};

/// The first month of the requests.
pub const FIRST_MONTH: Month = Month { year: 2023, month: 7 };
/// How many months the requests cover.
pub const MONTHS: u32 = 36;

const HEADERS: [&str; 15] = [
    "Başvuru No",
    "Başvuru Tarihi",
    "Başvuru Şekli",
    "Başvuru Türü",
    "Konu",
    "Alt Konu",
    "Mahalle",
    "Sorumlu Birim",
    "Öncelik",
    "Durum",
    "Sonuç",
    "Sonuç Tarihi",
    "Kapanma Süresi (Gün)",
    "Hedef Süre (Gün)",
    "Memnuniyet",
];

/// Yearly growth of the number of requests.
const GROWTH: f64 = 0.08;
/// Share of requests that lie unanswered and take many times as long.
const FORGOTTEN: f64 = 0.095;
/// How many times as long.
const FORGOTTEN_FACTOR: f64 = 400.0;

/// Writes all `rows` requests of the period as one file, oldest first.
pub fn write_halk_masasi(out: &mut dyn Write, rows: u64, seed: u64) -> io::Result<()> {
    let mut sheet = Sheet::new(out, Encoding::Windows1254, &HEADERS)?;
    (0..MONTHS).try_for_each(|index| month_rows(&mut sheet, rows, seed, index))
}

/// Writes the requests of month number `index` (0 to [`MONTHS`] - 1) of the same `rows` as [`write_halk_masasi`].
pub fn write_halk_masasi_month(out: &mut dyn Write, rows: u64, seed: u64, index: u32) -> io::Result<()> {
    let mut sheet = Sheet::new(out, Encoding::Windows1254, &HEADERS)?;
    month_rows(&mut sheet, rows, seed, index)
}

/// The months in order, each with the number [`write_halk_masasi_month`] takes.
pub fn months() -> impl Iterator<Item = (u32, Month)> {
    (0..MONTHS).map(|index| (index, FIRST_MONTH.plus(index)))
}

fn month_rows(sheet: &mut Sheet<'_>, rows: u64, seed: u64, index: u32) -> io::Result<()> {
    let month = FIRST_MONTH.plus(index);
    let cutoff = Moment { day: FIRST_MONTH.plus(MONTHS).first_day(), minute: 0 };
    let mut random = Random::stream(seed, "halk-masasi", u64::from(index));
    let mut number = first_number(rows, seed, index);
    let mut minutes = Vec::new();
    for (day, count) in days(&mut random, month, count_of_month(rows, seed, index)) {
        minutes.clear();
        minutes.extend((0..count).map(|_| minute_of_day(&mut random, day)));
        minutes.sort_unstable();
        for &minute in &minutes {
            number += 1;
            let opened = Moment { day, minute };
            let request = Request::new(&mut random, opened, cutoff, f64::from(index) / f64::from(MONTHS));
            request.write(sheet, &format!("{}/{number:06}", month.year))?;
        }
    }
    Ok(())
}

/// How busy month `index` is beside the others: season, growth and what nobody foresees.
fn month_weight(seed: u64, index: u32) -> f64 {
    let growth = 1.0 + GROWTH * f64::from(index) / 12.0;
    let chance = Random::stream(seed, "halk-masasi-ay", u64::from(index)).between(0.9, 1.1);
    subjects_in(FIRST_MONTH.plus(index)).sum::<f64>() * growth * chance
}

fn subjects_in(month: Month) -> impl Iterator<Item = f64> + Clone {
    SUBJECTS.iter().map(move |s| s.weight * f64::from(s.season[month.month as usize - 1]))
}

/// Requests of month `index`: shares are rounded so that all months together make exactly `rows`.
fn count_of_month(rows: u64, seed: u64, index: u32) -> u64 {
    let all: f64 = (0..MONTHS).map(|index| month_weight(seed, index)).sum();
    let until = |index| (rows as f64 * (0..index).map(|index| month_weight(seed, index)).sum::<f64>() / all).round() as u64;
    let end = if index + 1 == MONTHS { rows } else { until(index + 1) };
    end - until(index)
}

/// Requests of the same year before month `index`: numbers start again every January.
fn first_number(rows: u64, seed: u64, index: u32) -> u64 {
    let year = FIRST_MONTH.plus(index).year;
    (0..index).filter(|&earlier| FIRST_MONTH.plus(earlier).year == year).map(|earlier| count_of_month(rows, seed, earlier)).sum()
}

/// The days of `month`, each with its part of `count`.
fn days(random: &mut Random, month: Month, count: u64) -> Vec<(Day, u64)> {
    const WEEKDAYS: [f64; 7] = [1.3, 1.1, 1.05, 1.0, 1.05, 0.45, 0.25];
    const HOLIDAYS: [(u32, u32); 7] = [(1, 1), (4, 23), (5, 1), (5, 19), (7, 15), (8, 30), (10, 29)];
    let weights: Vec<(Day, f64)> = (0..month.days())
        .map(|offset| {
            let day = month.first_day().plus(i64::from(offset));
            let closed = HOLIDAYS.contains(&(month.month, offset + 1));
            let weight = if closed { 0.25 } else { WEEKDAYS[day.weekday()] };
            (day, weight * random.between(0.7, 1.3))
        })
        .collect();
    let all: f64 = weights.iter().map(|(_, weight)| weight).sum();
    let (mut weight_so_far, mut given) = (0.0, 0);
    weights
        .into_iter()
        .enumerate()
        .map(|(place, (day, weight))| {
            weight_so_far += weight;
            let last = place + 1 == month.days() as usize;
            let until = if last { count } else { (count as f64 * weight_so_far / all).round() as u64 };
            let part = until - given;
            given = until;
            (day, part)
        })
        .collect()
}

fn is_working_day(day: Day) -> bool {
    day.weekday() < 5
}

fn is_desk_open(moment: Moment) -> bool {
    is_working_day(moment.day) && (8 * 60..17 * 60 + 30).contains(&moment.minute)
}

fn minute_of_day(random: &mut Random, day: Day) -> u32 {
    let in_hours = if is_working_day(day) { 0.82 } else { 0.5 };
    let (low, high) = match random.chance(in_hours) {
        true if random.chance(0.4) => (8 * 60 + 30, 11 * 60),
        true => (8 * 60, 17 * 60 + 30),
        false => (17 * 60 + 30, 23 * 60 + 30),
    };
    (low + random.below(high - low)) as u32
}

/// One request (başvuru).
struct Request {
    opened: Moment,
    subject: &'static Subject,
    kanal: &'static str,
    tur: &'static str,
    mahalle: &'static str,
    oncelik: &'static str,
    durum: &'static str,
    sonuc: &'static str,
    closed: Option<Moment>,
    memnuniyet: Option<u64>,
}

impl Request {
    /// A request of the moment `opened`, as it stands at `cutoff`; `progress` is how much of the period has passed.
    fn new(random: &mut Random, opened: Moment, cutoff: Moment, progress: f64) -> Request {
        let (year, month, _) = opened.day.parts();
        let subject = &SUBJECTS[random.weighted(subjects_in(Month { year, month }))];
        let kanal = channel(random, opened, progress);
        let kinds = subject.mood.kinds();
        let tur = kinds[random.weighted(kinds.iter().map(|k| k.1))].0;
        let mahalle = match random.chance(0.015) {
            true => "",
            false => NEIGHBOURHOODS[random.weighted(NEIGHBOURHOODS.iter().map(|n| f64::from(n.1)))].0,
        };
        let fate = Fate::new(random, subject.mood);
        let closed = Some(closing(random, subject, opened, fate)).filter(|closed| *closed < cutoff);
        let (durum, sonuc) = match closed {
            Some(_) => fate.result(random),
            None => (open_status(random, cutoff.minutes_since(opened)), ""),
        };
        let answered = durum == "Sonuçlandı" && random.chance(0.22);
        let memnuniyet = answered.then(|| satisfaction(random, sonuc));
        let oncelik = priority(random, subject);
        Request { opened, subject, kanal, tur, mahalle, oncelik, durum, sonuc, closed, memnuniyet }
    }

    fn write(&self, sheet: &mut Sheet<'_>, number: &str) -> io::Result<()> {
        let closed = self.closed.map(Moment::written).unwrap_or_default();
        let minutes = self.closed.map(|closed| closed.minutes_since(self.opened) as u64);
        let days = minutes.map(|minutes| tenths((minutes * 10 + 720) / 1440)).unwrap_or_default();
        let memnuniyet = self.memnuniyet.map(|grade| grade.to_string()).unwrap_or_default();
        sheet.row(&[
            number,
            &self.opened.written(),
            self.kanal,
            self.tur,
            self.subject.konu,
            self.subject.alt_konu,
            self.mahalle,
            self.subject.birim,
            self.oncelik,
            self.durum,
            self.sonuc,
            &closed,
            &days,
            &self.subject.hedef_gun.to_string(),
            &memnuniyet,
        ])
    }
}

fn channel(random: &mut Random, opened: Moment, progress: f64) -> &'static str {
    let first = if is_desk_open(opened) { 0 } else { DESK_CHANNELS };
    let open = &CHANNELS[first..];
    open[random.weighted(open.iter().map(|(_, start, end)| start + (end - start) * progress))].0
}

/// How a request ends if it ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Dealt,
    Forgotten,
    OutOfRemit,
    Duplicate,
    Withdrawn,
}

impl Fate {
    fn new(random: &mut Random, mood: Mood) -> Fate {
        if mood == Mood::OutOfRemit {
            return Fate::OutOfRemit;
        }
        let fates = [Fate::Dealt, Fate::Forgotten, Fate::Duplicate, Fate::Withdrawn];
        fates[random.weighted([1.0 - FORGOTTEN - 0.032, FORGOTTEN, 0.02, 0.012].into_iter())]
    }

    /// Status and result of a closed request.
    fn result(self, random: &mut Random) -> (&'static str, &'static str) {
        match self {
            Fate::OutOfRemit => ("Yetki dışı", "Yetki dışı"),
            Fate::Duplicate => ("Mükerrer", "Mükerrer"),
            Fate::Withdrawn => ("İptal", "İptal"),
            Fate::Dealt | Fate::Forgotten => {
                ("Sonuçlandı", ["Olumlu", "Kısmen", "Olumsuz"][random.weighted([0.8, 0.08, 0.12].into_iter())])
            }
        }
    }
}

fn closing(random: &mut Random, subject: &Subject, opened: Moment, fate: Fate) -> Moment {
    let hours = subject.median_hours * random.log_normal_factor(subject.spread);
    let hours = match fate {
        Fate::Forgotten => (hours * FORGOTTEN_FACTOR).max(24.0 * 45.0),
        Fate::Duplicate | Fate::Withdrawn => hours.min(48.0),
        Fate::Dealt | Fate::OutOfRemit => hours,
    };
    let mut closed = opened.plus((hours * 60.0) as u64 + 5);
    if is_desk_open(closed) {
        return closed;
    }
    // Nobody closes a request at night or on a Sunday: the next working day has it done by noon.
    if closed.minute >= 8 * 60 {
        closed.day = closed.day.plus(1);
    }
    while !is_working_day(closed.day) {
        closed.day = closed.day.plus(1);
    }
    closed.minute = 8 * 60 + random.below(4 * 60) as u32;
    closed
}

fn open_status(random: &mut Random, minutes_open: i64) -> &'static str {
    match minutes_open / 1440 {
        0 => "Yeni",
        1..=3 => "Birimde",
        _ => ["İşlemde", "Programa alındı", "Birimde"][random.weighted([0.5, 0.3, 0.2].into_iter())],
    }
}

fn satisfaction(random: &mut Random, sonuc: &str) -> u64 {
    let weights = if sonuc == "Olumlu" { [3.0, 4.0, 12.0, 34.0, 47.0] } else { [24.0, 24.0, 26.0, 16.0, 10.0] };
    random.weighted(weights.into_iter()) as u64 + 1
}

fn priority(random: &mut Random, subject: &Subject) -> &'static str {
    let weights = match subject.hedef_gun {
        1..=2 => [30.0, 40.0, 28.0, 2.0],
        3..=7 => [3.0, 20.0, 70.0, 7.0],
        _ => [1.0, 7.0, 72.0, 20.0],
    };
    ["Acil", "Yüksek", "Normal", "Düşük"][random.weighted(weights.into_iter())]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(rows: u64, seed: u64) -> Vec<u8> {
        let mut out = Vec::new();
        write_halk_masasi(&mut out, rows, seed).expect("memory takes everything");
        out
    }

    fn column(bytes: &[u8], place: usize) -> Vec<String> {
        let latin: String = bytes.iter().map(|&b| b as char).collect();
        latin.lines().skip(1).map(|line| line.split(';').nth(place).expect("15 cells").to_owned()).collect()
    }

    #[test]
    fn the_same_seed_gives_the_same_bytes() {
        assert_eq!(whole(500, 67), whole(500, 67));
        assert_ne!(whole(500, 67), whole(500, 68));
    }

    #[test]
    fn there_are_as_many_rows_as_asked_each_with_its_own_number() {
        for rows in [0, 1, 35, 1000] {
            let mut numbers = column(&whole(rows, 1), 0);
            numbers.sort();
            numbers.dedup();
            assert_eq!(numbers.len() as u64, rows);
        }
    }

    #[test]
    fn the_months_put_together_are_the_whole() {
        let mut together = Vec::new();
        for (index, _) in months() {
            let mut month = Vec::new();
            write_halk_masasi_month(&mut month, 900, 67, index).expect("memory takes everything");
            let header = month.iter().position(|&b| b == b'\n').expect("a header row") + 1;
            together.extend_from_slice(if index == 0 { &month } else { &month[header..] });
        }
        assert_eq!(together, whole(900, 67));
    }

    #[test]
    fn about_six_of_a_hundred_are_open_at_the_end() {
        let closed = column(&whole(12_000, 67), 11);
        let open = closed.iter().filter(|date| date.is_empty()).count();
        assert!((500..950).contains(&open), "{open} open of 12.000");
    }

    #[test]
    fn sundays_are_quieter_than_mondays() {
        let month = Month { year: 2025, month: 3 };
        let days = days(&mut Random::stream(1, "test", 0), month, 1000);
        let on = |weekday| days.iter().filter(|(day, _)| day.weekday() == weekday).map(|(_, count)| count).sum::<u64>();
        assert!(on(0) > 3 * on(6), "{} on Mondays, {} on Sundays", on(0), on(6));
        assert_eq!((0..7).map(on).sum::<u64>(), 1000);
    }
}

//! Made-up requests to the citizen desk (Halk Masası) with their referrals and events: season, weekdays, growth, backlog.
//! Three sheets of the same requests: one seed and one number of rows make all three. No person is in them, not even an
//! invented one; what a single request goes through is made in [`super::request`].

use std::io::{self, Write};

use super::Kind;
use super::calendar::{Day, Moment, Month};
use super::random::Random;
use super::request::{Request, extension, is_working_day, subjects_in};
use super::sheet::{Encoding, Sheet, tenths};

/// The first month of the requests.
pub const FIRST_MONTH: Month = Month { year: 2023, month: 7 };
/// How many months the requests cover.
pub const MONTHS: u32 = 36;

const REQUEST_HEADERS: &[&str] = &[
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
    "Yönlendirilen Kurum",
    "Kapanma Süresi (Gün)",
    "Hedef Süre (Gün)",
    "Memnuniyet",
    "Uzatım Bildirimi",
];

const REFERRAL_HEADERS: &[&str] =
    &["Başvuru No", "Sevk Sırası", "Sevk Edilen Birim", "Sevk Tarihi", "Dönüş Tarihi", "Sevk Sonucu"];
const EVENT_HEADERS: &[&str] = &["Başvuru No", "Olay Sırası", "Olay", "Olay Tarihi"];

/// Yearly growth of the number of requests.
const GROWTH: f64 = 0.08;

/// Writes the sheet `kind` of all `requests` of the period as one file, oldest request first.
pub fn write_halk_masasi(kind: Kind, out: &mut dyn Write, requests: u64, seed: u64) -> io::Result<()> {
    let mut sheet = Sheet::new(out, Encoding::Windows1254, headers(kind))?;
    (0..MONTHS).try_for_each(|index| month_rows(kind, &mut sheet, requests, seed, index))
}

/// Writes what belongs to the requests of month number `index` (0 to [`MONTHS`] - 1), as [`write_halk_masasi`] does.
pub fn write_halk_masasi_month(kind: Kind, out: &mut dyn Write, requests: u64, seed: u64, index: u32) -> io::Result<()> {
    let mut sheet = Sheet::new(out, Encoding::Windows1254, headers(kind))?;
    month_rows(kind, &mut sheet, requests, seed, index)
}

fn headers(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::HalkMasasiSevk => REFERRAL_HEADERS,
        Kind::HalkMasasiOlay => EVENT_HEADERS,
        _ => REQUEST_HEADERS,
    }
}

/// The months in order, each with the number [`write_halk_masasi_month`] takes.
pub fn months() -> impl Iterator<Item = (u32, Month)> {
    (0..MONTHS).map(|index| (index, FIRST_MONTH.plus(index)))
}

fn month_rows(kind: Kind, sheet: &mut Sheet<'_>, rows: u64, seed: u64, index: u32) -> io::Result<()> {
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
            let mut of_extension = Random::stream(seed, "halk-masasi-uzatim", u64::from(index) << 32 | number);
            let number = format!("{}/{number:06}", month.year);
            match kind {
                Kind::HalkMasasiSevk => write_referrals(sheet, &request, &number)?,
                Kind::HalkMasasiOlay => write_events(sheet, &request, &number)?,
                _ => write_request(sheet, &request, &number, extension(&mut of_extension, &request, cutoff))?,
            }
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

fn minute_of_day(random: &mut Random, day: Day) -> u32 {
    let in_hours = if is_working_day(day) { 0.82 } else { 0.5 };
    let (low, high) = match random.chance(in_hours) {
        true if random.chance(0.4) => (8 * 60 + 30, 11 * 60),
        true => (8 * 60, 17 * 60 + 30),
        false => (17 * 60 + 30, 23 * 60 + 30),
    };
    (low + random.below(high - low)) as u32
}

fn write_request(sheet: &mut Sheet<'_>, request: &Request, number: &str, told: Option<Day>) -> io::Result<()> {
    let closed = request.closed.map(Moment::written).unwrap_or_default();
    let minutes = request.closed.map(|closed| closed.minutes_since(request.opened) as u64);
    let days = minutes.map(|minutes| tenths((minutes * 10 + 720) / 1440)).unwrap_or_default();
    let memnuniyet = request.memnuniyet.map(|grade| grade.to_string()).unwrap_or_default();
    sheet.row(&[
        number,
        &request.opened.written(),
        request.kanal,
        request.tur,
        request.subject.konu,
        request.subject.alt_konu,
        request.mahalle,
        request.subject.birim,
        request.oncelik,
        request.durum,
        request.sonuc,
        &closed,
        request.kurum,
        &days,
        &request.subject.hedef_gun.to_string(),
        &memnuniyet,
        &told.map(Day::written).unwrap_or_default(),
    ])
}

fn write_referrals(sheet: &mut Sheet<'_>, request: &Request, number: &str) -> io::Result<()> {
    for (place, referral) in request.referrals.iter().enumerate() {
        let returned = referral.returned.map(Moment::written).unwrap_or_default();
        let sent = referral.sent.written();
        sheet.row(&[number, &(place + 1).to_string(), referral.birim, &sent, &returned, referral.sonuc])?;
    }
    Ok(())
}

fn write_events(sheet: &mut Sheet<'_>, request: &Request, number: &str) -> io::Result<()> {
    for (place, (event, at)) in request.events.iter().enumerate() {
        sheet.row(&[number, &(place + 1).to_string(), event, &at.written()])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(rows: u64, seed: u64) -> Vec<u8> {
        sheet(Kind::HalkMasasi, rows, seed)
    }

    fn sheet(kind: Kind, rows: u64, seed: u64) -> Vec<u8> {
        let mut out = Vec::new();
        write_halk_masasi(kind, &mut out, rows, seed).expect("memory takes everything");
        out
    }

    fn column(bytes: &[u8], place: usize) -> Vec<String> {
        let latin: String = bytes.iter().map(|&b| b as char).collect();
        latin.lines().skip(1).map(|line| line.split(';').nth(place).expect("all cells").to_owned()).collect()
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
            write_halk_masasi_month(Kind::HalkMasasi, &mut month, 900, 67, index).expect("memory takes everything");
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
    fn only_information_requests_are_extended_and_before_they_are_answered() {
        let bytes = whole(12_000, 67);
        let [kinds, opened, closed, told] = [3, 1, 11, 16].map(|place| column(&bytes, place));
        let day = |at: &str| format!("{}{}{}", &at[6..10], &at[3..5], &at[..2]);
        let extended: Vec<usize> = (0..told.len()).filter(|row| !told[*row].is_empty()).collect();
        assert!((20..400).contains(&extended.len()), "{} of 12.000", extended.len());
        for row in extended {
            assert_eq!(kinds[row], "Bilgi istemi");
            assert!(day(&opened[row]) < day(&told[row]));
            assert!(closed[row].is_empty() || day(&told[row]) < day(&closed[row]));
        }
    }

    #[test]
    fn referrals_and_events_belong_to_requests_and_stay_within_their_time() {
        let numbers = column(&whole(3_000, 67), 0);
        let referrals = sheet(Kind::HalkMasasiSevk, 3_000, 67);
        let events = column(&sheet(Kind::HalkMasasiOlay, 3_000, 67), 0);
        let referred = column(&referrals, 0);
        assert!(referred.iter().chain(&events).all(|number| numbers.contains(number)));
        let shares = [referred.len(), events.len()].map(|n| n as f64 / 3_000.0);
        assert!((0.9..1.3).contains(&shares[0]) && (0.03..0.08).contains(&shares[1]), "{shares:?} a request");
        let order = |place: usize| -> Vec<String> {
            let day = |at: String| format!("{}{}{}{}", &at[6..10], &at[3..5], &at[..2], &at[10..]);
            column(&referrals, place).into_iter().map(|at| if at.is_empty() { at } else { day(at) }).collect()
        };
        let (sent, returned) = (order(3), order(4));
        assert!(sent.iter().zip(&returned).all(|(sent, returned)| returned.is_empty() || sent <= returned));
        let results = column(&referrals, 5);
        let wrong = results.iter().filter(|r| r.contains("ade")).count();
        assert!((100..300).contains(&wrong), "{wrong} returns");
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

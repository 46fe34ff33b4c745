//! Made-up purchases (satın alma): amounts beside the limit of their day, invented firms that say so.

use std::io::{self, Write};

use super::calendar::Day;
use super::demirbas::working_day;
use super::random::Random;
use super::sheet::{Encoding, Sheet, lira};

const HEADERS: [&str; 14] = [
    "Kayıt No",
    "Bütçe Yılı",
    "DT No",
    "İKN",
    "Usul",
    "Tarih",
    "Birim",
    "Tür",
    "Konu",
    "Yaklaşık Maliyet",
    "Sözleşme Bedeli",
    "KDV",
    "Teklif Sayısı",
    "Yüklenici",
];

/// Methods of law 4734 (usul) with how often each comes.
const METHODS: &[(&str, f64)] = &[("22/d", 84.0), ("22/a", 2.0), ("21/f", 6.0), ("21/b", 1.5), ("19", 6.5)];

/// What is bought: unit, kind, subject.
const SUBJECTS: &[[&str; 3]] = &[
    ["Bilgi İşlem Müdürlüğü", "Mal", "Toner ve kartuş alımı"],
    ["Bilgi İşlem Müdürlüğü", "Mal", "Bilgisayar alımı"],
    ["Bilgi İşlem Müdürlüğü", "Mal", "Ağ malzemesi alımı"],
    ["Bilgi İşlem Müdürlüğü", "Hizmet", "Yazılım bakım hizmeti"],
    ["Bilgi İşlem Müdürlüğü", "Hizmet", "Kesintisiz güç kaynağı bakımı"],
    ["Fen İşleri Müdürlüğü", "Mal", "Parke taşı alımı"],
    ["Fen İşleri Müdürlüğü", "Mal", "İş makinesi yedek parçası alımı"],
    ["Fen İşleri Müdürlüğü", "Yapım", "Kaldırım onarımı"],
    ["Fen İşleri Müdürlüğü", "Yapım", "Yağmur suyu hattı yapımı"],
    ["Fen İşleri Müdürlüğü", "Danışmanlık", "Etüt ve proje hizmeti"],
    ["Temizlik İşleri Müdürlüğü", "Mal", "Çöp konteyneri alımı"],
    ["Temizlik İşleri Müdürlüğü", "Mal", "Temizlik malzemesi alımı"],
    ["Park ve Bahçeler Müdürlüğü", "Mal", "Fidan ve çiçek alımı"],
    ["Park ve Bahçeler Müdürlüğü", "Mal", "Oyun alanı malzemesi alımı"],
    ["Su ve Kanalizasyon Müdürlüğü", "Mal", "Boru ve bağlantı parçası alımı"],
    ["Su ve Kanalizasyon Müdürlüğü", "Hizmet", "Pompa bakım ve onarımı"],
    ["Mali Hizmetler Müdürlüğü", "Mal", "Kırtasiye alımı"],
    ["Yazı İşleri Müdürlüğü", "Hizmet", "Baskı hizmeti"],
    ["Zabıta Müdürlüğü", "Mal", "Giyim malzemesi alımı"],
];

/// Writes `rows` purchases from July 2023 to June 2026, oldest first.
pub fn write_satin_alma(out: &mut dyn Write, rows: u64, seed: u64) -> io::Result<()> {
    let mut sheet = Sheet::new(out, Encoding::Windows1254, &HEADERS)?;
    let first = Day::new(2023, 7, 3);
    let span = Day::new(2026, 6, 30).since(first);
    let (mut year, mut number) = (0, 0);
    for index in 0..rows {
        let mut random = Random::stream(seed, "satin-alma", index);
        let day = working_day(first.plus((index as f64 / rows as f64 * span as f64) as i64));
        if day.parts().0 != year {
            (year, number) = (day.parts().0, 0);
        }
        number += 1;
        purchase_row(&mut sheet, &mut random, day, number)?;
    }
    Ok(())
}

fn purchase_row(sheet: &mut Sheet<'_>, random: &mut Random, day: Day, number: u64) -> io::Result<()> {
    let year = day.parts().0;
    let method = METHODS[random.weighted(METHODS.iter().map(|m| m.1))].0;
    let [unit, kind, subject] = *random.one_of(SUBJECTS);
    let estimate = estimate_kurus(random, method, day);
    let price = (estimate as f64 * random.between(0.84, 0.995) / 500.0).round() as u64 * 500;
    let direct = method.starts_with("22");
    let bids = if method == "22/a" { 1 } else { 1 + random.weighted([6.0, 14.0, 60.0, 14.0, 6.0].into_iter()) };
    sheet.row(&[
        &format!("SA-{year}-{number:04}"),
        &year.to_string(),
        &if direct { format!("{:02}DT{number:07}", year % 100) } else { String::new() },
        &if direct { String::new() } else { format!("{year}/{number:07}") },
        method,
        &day.written(),
        unit,
        kind,
        subject,
        &lira(estimate),
        &lira(price),
        "Hariç",
        &bids.to_string(),
        &format!("Örnek Firma {} Ltd. Şti.", 1 + random.below(40)),
    ])
}

/// Estimated cost: under the limit of the day for small purchases, above it for tenders.
fn estimate_kurus(random: &mut Random, method: &str, day: Day) -> u64 {
    let limit = direct_limit(day);
    let lira = match method {
        // The smaller of two numbers: most purchases are small, a few come near the limit, one in a hundred passes it.
        "22/d" if random.chance(0.01) => limit * random.between(1.01, 1.15),
        "22/d" => limit * random.between(0.04, 0.995).min(random.between(0.04, 1.2)),
        "22/a" => limit * random.between(0.2, 2.0),
        _ => limit * random.between(1.5, 14.0),
    };
    (lira * 20.0).round() as u64 * 5
}

/// The limit of law 4734 art. 22/d for municipalities outside metropolitan areas, in lira. The made-up purchases
/// before February 2024 take a smaller number, because that year's limit is not in the registry.
fn direct_limit(day: Day) -> f64 {
    let (year, month, _) = day.parts();
    match if month == 1 { year - 1 } else { year } {
        ..=2023 => 100_000.0,
        2024 => 207_453.0,
        2025 => 266_618.0,
        _ => 340_391.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(rows: u64, seed: u64) -> Vec<Vec<String>> {
        let mut out = Vec::new();
        write_satin_alma(&mut out, rows, seed).expect("memory takes everything");
        let latin: String = out.iter().map(|&b| b as char).collect();
        latin.lines().skip(1).map(|line| line.split(';').map(str::to_owned).collect()).collect()
    }

    #[test]
    fn a_purchase_has_one_number_of_its_procedure() {
        for row in rows(200, 67) {
            assert_eq!(row[4].starts_with("22"), row[3].is_empty(), "{row:?}");
            assert_eq!(row[4].starts_with("22"), !row[2].is_empty(), "{row:?}");
        }
    }

    #[test]
    fn most_direct_purchases_stay_below_the_limit_of_their_day() {
        let mut random = Random::stream(67, "test", 0);
        let day = Day::new(2026, 3, 2);
        let above = (0..1000).filter(|_| estimate_kurus(&mut random, "22/d", day) > 34_039_100).count();
        assert!((1..40).contains(&above), "{above} of 1000");
    }

    #[test]
    fn the_limit_changes_in_february() {
        assert_eq!(direct_limit(Day::new(2026, 1, 31)), 266_618.0);
        assert_eq!(direct_limit(Day::new(2026, 2, 1)), 340_391.0);
    }
}

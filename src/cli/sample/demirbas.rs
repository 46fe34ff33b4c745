//! Made-up fixtures (demirbaş): codes, dates and prices hang together, serial numbers and addresses come from ranges
//! reserved for documentation.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::calendar::Day;
use super::random::Random;
use super::sheet::{Encoding, Sheet, lira};

const HEADERS: [&str; 15] = [
    "Taşınır Sicil No",
    "Taşınır Kodu",
    "Grup",
    "Taşınır Adı",
    "Giriş Tarihi",
    "Giriş Türü",
    "TİF No",
    "Birim",
    "Durum",
    "Giriş Değeri",
    "Garanti Bitişi",
    "Çıkış Tarihi",
    "Seri No",
    "IP Adresi",
    "MAC Adresi",
];

/// A kind of fixture.
struct Sort {
    /// Code of the movables list (taşınır kodu).
    code: &'static str,
    group: &'static str,
    name: &'static str,
    weight: f64,
    /// Price in lira at the level of 2016, lowest and highest.
    price: (f64, f64),
    warranty_years: i32,
    /// Years after which it may be scrapped.
    lifetime: i64,
    networked: bool,
}

const fn sort(
    names: [&'static str; 3],
    weight: f64,
    price: (f64, f64),
    warranty_years: i32,
    lifetime: i64,
    networked: bool,
) -> Sort {
    let [code, group, name] = names;
    Sort { code, group, name, weight, price, warranty_years, lifetime, networked }
}

const SORTS: &[Sort] = &[
    sort(["255.02.01.01.01", "Bilgisayarlar", "Masaüstü bilgisayar"], 26.0, (1900.0, 3200.0), 3, 7, true),
    sort(["255.02.01.01.02", "Bilgisayarlar", "Dizüstü bilgisayar"], 14.0, (2400.0, 4600.0), 2, 6, true),
    sort(["255.02.02", "Çevre birimleri", "Yazıcı"], 14.0, (600.0, 2600.0), 2, 7, true),
    sort(["255.02.02", "Çevre birimleri", "Tarayıcı"], 5.0, (500.0, 1900.0), 2, 8, false),
    sort(["255.02.04", "Haberleşme cihazları", "IP telefon"], 13.0, (220.0, 520.0), 2, 8, true),
    sort(["255.02.05", "Ses ve görüntü cihazları", "Projeksiyon cihazı"], 3.0, (1400.0, 3800.0), 2, 7, false),
    sort(["255.03", "Büro mobilyaları", "Çalışma masası"], 12.0, (350.0, 1200.0), 2, 15, false),
    sort(["255.03", "Büro mobilyaları", "Büro koltuğu"], 13.0, (180.0, 900.0), 2, 10, false),
];

/// Price level of each year from 2016 beside that of 2016: rough, only to make prices rise.
const PRICE_LEVEL: [f64; 11] = [1.0, 1.1, 1.4, 1.6, 1.9, 2.4, 4.0, 6.5, 9.5, 12.5, 15.0];
const FIRST_YEAR: i32 = 2016;

const UNITS: &[(&str, f64)] = &[
    ("Fen İşleri Müdürlüğü", 16.0),
    ("Mali Hizmetler Müdürlüğü", 17.0),
    ("Yazı İşleri Müdürlüğü", 11.0),
    ("Zabıta Müdürlüğü", 10.0),
    ("Bilgi İşlem Müdürlüğü", 14.0),
    ("Temizlik İşleri Müdürlüğü", 8.0),
    ("Su ve Kanalizasyon Müdürlüğü", 9.0),
    ("Park ve Bahçeler Müdürlüğü", 6.0),
    ("İmar ve Şehircilik Müdürlüğü", 9.0),
];

/// The day the made-up inventory was drawn up.
pub(super) fn as_of() -> Day {
    Day::new(2026, 6, 30)
}

/// Where a fixture is (durum).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    InStore,
    InCustody,
    Broken,
    Scrapped,
}

impl State {
    fn written(self) -> &'static str {
        match self {
            State::InStore => "Ambarda",
            State::InCustody => "Zimmetli",
            State::Broken => "Arızalı",
            State::Scrapped => "Hurda",
        }
    }
}

/// One fixture.
pub(super) struct Fixture {
    pub sicil_no: String,
    pub birim: &'static str,
    pub state: State,
    pub entered: Day,
    pub left: Option<Day>,
    sort: &'static Sort,
    giris_turu: &'static str,
    tif_no: String,
    kurus: u64,
    warranty_end: Day,
    secrets: Secrets,
}

struct Secrets {
    seri_no: String,
    ip: String,
    mac: String,
}

/// Writes `rows` fixtures, oldest first.
pub fn write_demirbas(out: &mut dyn Write, rows: u64, seed: u64) -> io::Result<()> {
    let mut sheet = Sheet::new(out, Encoding::Utf8, &HEADERS)?;
    for fixture in fixtures(rows, seed) {
        sheet.row(&[
            &fixture.sicil_no,
            fixture.sort.code,
            fixture.sort.group,
            fixture.sort.name,
            &fixture.entered.written(),
            fixture.giris_turu,
            &fixture.tif_no,
            fixture.birim,
            fixture.state.written(),
            &lira(fixture.kurus),
            &fixture.warranty_end.written(),
            &fixture.left.map(Day::written).unwrap_or_default(),
            &fixture.secrets.seri_no,
            &fixture.secrets.ip,
            &fixture.secrets.mac,
        ])?;
    }
    Ok(())
}

/// The same fixtures one after the other, oldest first.
pub(super) fn fixtures(rows: u64, seed: u64) -> impl Iterator<Item = Fixture> {
    // Last sequence number given, by code and year: the sicil number is code, year and sequence.
    let mut sequences: BTreeMap<(&'static str, i32), u64> = BTreeMap::new();
    let first = Day::new(FIRST_YEAR, 1, 4);
    let span = as_of().since(first);
    (0..rows).map(move |index| {
        let mut random = Random::stream(seed, "demirbas", index);
        let entered = working_day(first.plus((index as f64 / rows as f64 * span as f64) as i64));
        let sort = &SORTS[random.weighted(SORTS.iter().map(|s| s.weight))];
        let year = entered.parts().0;
        let sequence = sequences.entry((sort.code, year)).or_default();
        *sequence += 1;
        fixture(&mut random, sort, entered, *sequence, index)
    })
}

fn fixture(random: &mut Random, sort: &'static Sort, entered: Day, sequence: u64, index: u64) -> Fixture {
    let (year, month, day) = entered.parts();
    let state = state(random, sort, entered);
    let left = (state == State::Scrapped).then(|| {
        let earliest = entered.plus(sort.lifetime * 365);
        working_day(earliest.plus(random.below(as_of().since(earliest).max(1) as u64) as i64))
    });
    let lira = random.between(sort.price.0, sort.price.1) * PRICE_LEVEL[(year - FIRST_YEAR) as usize];
    Fixture {
        sicil_no: format!("{}{:02}{sequence:05}", sort.code, year % 100),
        birim: UNITS[random.weighted(UNITS.iter().map(|u| u.1))].0,
        state,
        entered,
        left,
        sort,
        giris_turu: ["Satın alma", "Bağış", "Devir"][random.weighted([90.0, 4.0, 6.0].into_iter())],
        tif_no: format!("{year}{:06}", index / 4 + 1),
        kurus: (lira * 20.0).round() as u64 * 5,
        warranty_end: Day::new(year + sort.warranty_years, month, day.min(28)),
        secrets: secrets(random, sort, state, index),
    }
}

fn state(random: &mut Random, sort: &Sort, entered: Day) -> State {
    let age = as_of().since(entered);
    if age > sort.lifetime * 365 + 30 && random.chance(0.55) {
        return State::Scrapped;
    }
    [State::InCustody, State::InStore, State::Broken][random.weighted([87.0, 9.0, 4.0].into_iter())]
}

fn secrets(random: &mut Random, sort: &Sort, state: State, index: u64) -> Secrets {
    let seri_no = format!("ORNEK-SN-{:06}", index + 1);
    if !sort.networked || state == State::Scrapped {
        return Secrets { seri_no, ip: String::new(), mac: String::new() };
    }
    // 192.0.2.0/24 (RFC 5737) and 00-00-5E-00-53-xx (RFC 7042) belong to nobody.
    Secrets {
        seri_no,
        ip: format!("192.0.2.{}", 1 + random.below(254)),
        mac: format!("00-00-5E-00-53-{:02X}", random.below(256)),
    }
}

pub(super) fn working_day(mut day: Day) -> Day {
    while day.weekday() > 4 {
        day = day.plus(1);
    }
    day.min(as_of())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sicil_number_is_its_code_its_year_and_a_sequence_of_its_own() {
        let mut seen = Vec::new();
        for fixture in fixtures(600, 67) {
            let year = fixture.entered.parts().0 % 100;
            assert!(fixture.sicil_no.starts_with(&format!("{}{year:02}", fixture.sort.code)), "{}", fixture.sicil_no);
            seen.push(fixture.sicil_no);
        }
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 600);
    }

    #[test]
    fn only_the_scrapped_have_left_and_after_they_came() {
        for fixture in fixtures(600, 67) {
            assert_eq!(fixture.left.is_some(), fixture.state == State::Scrapped);
            assert!(fixture.left.is_none_or(|left| left > fixture.entered && left <= as_of()));
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_bytes() {
        let bytes = |seed| {
            let mut out = Vec::new();
            write_demirbas(&mut out, 50, seed).expect("memory takes everything");
            out
        };
        assert_eq!(bytes(1), bytes(1));
        assert_ne!(bytes(1), bytes(2));
    }
}

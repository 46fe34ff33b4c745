//! A request as the clean files have it: read back from them, so that nothing of how requests are made up is said twice.

use std::collections::BTreeMap;
use std::io;

use super::super::Kind;
use super::super::halk_masasi::write_halk_masasi_month;

/// The referrals of a request, each with what its sheet says: turn, unit, sent, returned, result.
type Referrals = Vec<Vec<String>>;

/// A request with its referrals (başvuru ve sevkleri); cells by the clean files' headers.
pub(super) struct Record {
    cells: BTreeMap<&'static str, String>,
    pub(super) referrals: Referrals,
}

/// The headers of the clean files that raw exports tell of.
const HEADERS: [&str; 17] = [
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

impl Record {
    /// The requests of a month.
    pub(super) fn month(requests: u64, seed: u64, index: u32) -> io::Result<Vec<Record>> {
        let mut referrals: BTreeMap<String, Referrals> = BTreeMap::new();
        for row in rows(Kind::HalkMasasiSevk, requests, seed, index)?.1 {
            let mut cells = row.into_iter();
            let number = cells.next().unwrap_or_default();
            referrals.entry(number).or_default().push(cells.collect());
        }
        let (headers, rows) = rows(Kind::HalkMasasi, requests, seed, index)?;
        let places = HEADERS.map(|name| headers.iter().position(|header| header == name));
        let record = |row: Vec<String>| {
            let cell = |place: Option<usize>| place.and_then(|place| row.get(place)).cloned().unwrap_or_default();
            let cells: BTreeMap<_, _> = HEADERS.into_iter().zip(places.map(cell)).collect();
            let referrals = referrals.remove(&cells["Başvuru No"]).unwrap_or_default();
            Record { cells, referrals }
        };
        Ok(rows.into_iter().map(record).collect())
    }

    /// The cell under a header of the clean files.
    pub(super) fn cell(&self, header: &str) -> &str {
        self.cells.get(header).map_or("", String::as_str)
    }
}

type Rows = (Vec<String>, Vec<Vec<String>>);

fn rows(kind: Kind, requests: u64, seed: u64, index: u32) -> io::Result<Rows> {
    let mut bytes = Vec::new();
    write_halk_masasi_month(kind, &mut bytes, requests, seed, index)?;
    let text = encoding_rs::WINDOWS_1254.decode(&bytes).0;
    let mut reader = csv::ReaderBuilder::new().has_headers(false).delimiter(b';').from_reader(text.as_bytes());
    let all = reader.records().map(|record| record.map(|record| record.iter().map(str::to_owned).collect()));
    let mut all: Vec<Vec<String>> = all.collect::<Result<_, _>>().map_err(io::Error::other)?;
    let headers = all.remove(0);
    Ok((headers, all))
}

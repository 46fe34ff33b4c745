//! Made-up data of any size (örnek veri), the same bytes for the same seed on every machine.
//!
//! Writes to what it is given and opens no file. Nobody is in this data: no names, no telephone numbers, no addresses;
//! only neighbourhoods and units are real words. What is made here is marked `synthetic` in its `dataset.yaml`.

mod calendar;
mod demirbas;
mod halk_masasi;
mod random;
pub mod raw;
mod referral;
mod request;
mod satin_alma;
mod sheet;
mod subjects;
mod zimmet;

use std::io::{self, Write};

pub use calendar::Month;
pub use demirbas::write_demirbas;
pub use halk_masasi::{months, write_halk_masasi, write_halk_masasi_month};
pub use satin_alma::write_satin_alma;
pub use zimmet::write_zimmet;

/// What can be made up; each kind is one dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Requests to the citizen desk.
    HalkMasasi,
    /// Referrals of the requests of the same seed; `rows` counts the requests.
    HalkMasasiSevk,
    /// Closings and reopenings before the last one of the requests of the same seed; `rows` counts the requests.
    HalkMasasiOlay,
    /// Fixtures.
    Demirbas,
    /// Custody moves of the fixtures of the same seed; `rows` counts the fixtures.
    Zimmet,
    /// Purchases.
    SatinAlma,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 6] =
        [Kind::HalkMasasi, Kind::HalkMasasiSevk, Kind::HalkMasasiOlay, Kind::Demirbas, Kind::Zimmet, Kind::SatinAlma];

    /// True for what belongs to months, and may be written as one file a month.
    pub fn has_months(self) -> bool {
        matches!(self, Kind::HalkMasasi | Kind::HalkMasasiSevk | Kind::HalkMasasiOlay)
    }

    /// The name of its dataset, which is also its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Kind::HalkMasasi => "halk-masasi",
            Kind::HalkMasasiSevk => "halk-masasi-sevk",
            Kind::HalkMasasiOlay => "halk-masasi-olay",
            Kind::Demirbas => "demirbas",
            Kind::Zimmet => "zimmet",
            Kind::SatinAlma => "satin-alma",
        }
    }
}

/// Writes `rows` rows of `kind` as one CSV file with a header row.
pub fn write(kind: Kind, out: &mut dyn Write, rows: u64, seed: u64) -> io::Result<()> {
    match kind {
        Kind::HalkMasasi | Kind::HalkMasasiSevk | Kind::HalkMasasiOlay => write_halk_masasi(kind, out, rows, seed),
        Kind::Demirbas => write_demirbas(out, rows, seed),
        Kind::Zimmet => write_zimmet(out, rows, seed),
        Kind::SatinAlma => write_satin_alma(out, rows, seed),
    }
}

//! The made-up requests as other systems would export them (ham döküm): other headers and words, personal columns on request,
//! and the damage that files suffer on their way. Three systems, invented: nobody's product is meant. The data is that of
//! [`super::halk_masasi`], so that an import can be held against it.
//!
//! Nobody is in the personal columns either: see [`people`].

mod damage;
mod layout;
mod people;
mod record;
mod sheet;

pub use damage::Damage;
pub use layout::System;

use std::io::{self, Write};

use super::halk_masasi::months;
use super::random::Random;
use damage::Damages;
use layout::Layout;
use record::Record;
use sheet::RawSheet;

/// What is asked of a raw export (ham döküm isteği).
#[derive(Clone, Debug)]
pub struct Raw {
    /// Whose layout.
    pub system: System,
    /// Whether it has the columns about citizens.
    pub personal: bool,
    /// What happened to it.
    pub damages: Vec<Damage>,
}

/// Writes the raw export of all `requests`, or of the month number `only`.
pub fn write_raw(out: &mut dyn Write, raw: &Raw, requests: u64, seed: u64, only: Option<u32>) -> io::Result<()> {
    let layout = Layout::of(raw.system, raw.personal);
    let damages = Damages(&raw.damages);
    let mut sheet = RawSheet::new(out, &layout, damages)?;
    sheet.top(&layout)?;
    let mut count = 0;
    for (index, _) in months().filter(|(index, _)| only.is_none_or(|only| only == *index)) {
        let mut random = Random::stream(seed, "halk-masasi-ham", u64::from(index));
        for (place, record) in Record::month(requests, seed, index)?.iter().enumerate() {
            for mut cells in layout.rows(record, seed ^ u64::from(index) << 32 ^ place as u64) {
                damages.cells(&mut random, &layout, count == 0, &mut cells);
                sheet.row(&mut random, &layout, count == 0, &cells)?;
                count += 1;
            }
        }
    }
    sheet.bottom(&layout, count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(system: System, personal: bool, damages: &[Damage]) -> Vec<u8> {
        let mut out = Vec::new();
        let raw = Raw { system, personal, damages: damages.to_vec() };
        write_raw(&mut out, &raw, 6_000, 67, Some(3)).expect("memory takes everything");
        out
    }

    #[test]
    fn the_same_seed_gives_the_same_bytes_and_every_damage_others() {
        for system in System::ALL {
            let plain = written(system, true, &[]);
            assert_eq!(plain, written(system, true, &[]));
            for damage in Damage::ALL {
                assert_eq!(written(system, true, &[damage]), written(system, true, &[damage]));
                let own_already =
                    damage.is_encoding() || (system == System::Masa && matches!(damage, Damage::Titles | Damage::Totals));
                assert!(
                    own_already || written(system, true, &[damage]) != plain,
                    "{} does nothing to {}",
                    damage.name(),
                    system.name()
                );
            }
        }
    }

    #[test]
    fn national_numbers_have_right_check_digits_and_can_be_nobodys() {
        let text = String::from_utf8(written(System::Cozum, true, &[])).expect("this system writes UTF-8");
        let header = text.lines().next().expect("a header row");
        let place = header.split(',').position(|name| name == "TC Kimlik No").expect("the column is there");
        let numbers: Vec<&str> = text.lines().skip(1).filter_map(|line| line.split(',').nth(place)).collect();
        assert!(numbers.len() >= 100);
        for number in numbers {
            let digits: Vec<i32> = number.bytes().map(|b| i32::from(b - b'0')).collect();
            let (odd, even) = (digits[..9].iter().step_by(2).sum::<i32>(), digits[1..8].iter().step_by(2).sum::<i32>());
            assert_eq!((digits.len(), digits[9]), (11, (7 * odd - even).rem_euclid(10)), "{number}");
            assert_eq!(digits[10], digits[..10].iter().sum::<i32>() % 10, "{number}");
            assert_eq!(digits[0], 0, "no number that was ever given begins with zero");
        }
        assert!(!String::from_utf8(written(System::Cozum, false, &[])).expect("UTF-8").contains("Kimlik"));
    }
}

//! Made-up custody moves (zimmet) of the fixtures in [`super::demirbas`]: to titles and invented personnel numbers,
//! never to names.

use std::io::{self, Write};

use super::calendar::Day;
use super::demirbas::{Fixture, State, as_of, fixtures, working_day};
use super::random::Random;
use super::sheet::{Encoding, Sheet};

const HEADERS: [&str; 7] = ["Fiş No", "Taşınır Sicil No", "Tarih", "Hareket", "Birim", "Unvan", "Personel Sicil No"];

const TITLES: &[&str] =
    &["Memur", "Bilgisayar işletmeni", "Veri hazırlama ve kontrol işletmeni", "Tekniker", "Mühendis", "Şef", "Büro personeli"];

/// Writes the moves of `fixture_count` fixtures, about two each, fixture by fixture.
///
/// They fit the file of [`super::write_demirbas`] with the same count and seed: a fixture is in custody there
/// exactly when its last move here is a handover.
pub fn write_zimmet(out: &mut dyn Write, fixture_count: u64, seed: u64) -> io::Result<()> {
    let mut sheet = Sheet::new(out, Encoding::Utf8, &HEADERS)?;
    let mut number = 0;
    for (index, fixture) in fixtures(fixture_count, seed).enumerate() {
        let mut random = Random::stream(seed, "zimmet", index as u64);
        for stay in stays(&mut random, &fixture) {
            let (title, staff) = (*random.one_of(TITLES), format!("ORNEK-{:04}", 1 + random.below(180)));
            for (day, kind) in [(Some(stay.from), "Teslim"), (stay.until, "İade")] {
                let Some(day) = day else { continue };
                number += 1;
                sheet.row(&[
                    &format!("ZF-{number:06}"),
                    &fixture.sicil_no,
                    &day.written(),
                    kind,
                    fixture.birim,
                    title,
                    &staff,
                ])?;
            }
        }
    }
    Ok(())
}

/// A time in somebody's custody; `until` is empty while it lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stay {
    from: Day,
    until: Option<Day>,
}

fn stays(random: &mut Random, fixture: &Fixture) -> Vec<Stay> {
    let end = fixture.left.unwrap_or_else(as_of);
    let days = end.since(fixture.entered);
    // A new holder every few years; what never left the store has none.
    let holders = match fixture.state {
        State::InStore if random.chance(0.4) => 0,
        _ => 1 + random.below(1 + days as u64 / 1400),
    };
    let part = days / (holders as i64 + 1);
    (0..holders as i64)
        .map(|place| {
            let from = working_day(fixture.entered.plus(place * part + random.below(1 + (part / 4) as u64) as i64));
            let last = place + 1 == holders as i64;
            let until = working_day(from.plus(part / 3 + random.below(1 + (part / 4) as u64) as i64));
            Stay { from, until: if last && fixture.state == State::InCustody { None } else { Some(until.max(from)) } }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_has_a_fixture_that_somebody_else_holds() {
        for (index, fixture) in fixtures(600, 67).enumerate() {
            let stays = stays(&mut Random::stream(67, "zimmet", index as u64), &fixture);
            for pair in stays.windows(2) {
                assert!(pair[0].until.is_some_and(|until| until <= pair[1].from), "{}: {stays:?}", fixture.sicil_no);
            }
            let held = stays.last().is_some_and(|stay| stay.until.is_none());
            assert_eq!(held, fixture.state == State::InCustody, "{}: {stays:?}", fixture.sicil_no);
        }
    }
}

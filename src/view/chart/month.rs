//! Months as categories: read from their key or words, written short or long. Not a calendar.

/// Names of the months in Turkish.
const LONG: [&str; 12] =
    ["Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"];
/// Their usual short forms.
const SHORT: [&str; 12] = ["Oca", "Şub", "Mar", "Nis", "May", "Haz", "Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara"];

/// A month of a year (ay).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    /// The year.
    pub year: u16,
    /// 0 for January.
    pub index: u8,
}

impl Month {
    /// The month written `2026-01` or `Ocak 2026`.
    pub fn read(text: &str) -> Option<Month> {
        if let Some((name, year)) = text.split_once(' ') {
            let index = LONG.iter().position(|long| *long == name)? as u8;
            return Some(Month { year: read_year(year)?, index });
        }
        let (year, number) = text.split_once('-')?;
        let number: u8 = (number.len() == 2).then(|| number.parse().ok())??;
        (1..=12).contains(&number).then_some(Month { year: read_year(year)?, index: number - 1 })
    }

    /// `Ocak 2026`.
    pub fn long(self) -> String {
        format!("{} {}", LONG[usize::from(self.index)], self.year)
    }

    /// `Oca`.
    pub fn short(self) -> &'static str {
        SHORT[usize::from(self.index)]
    }
}

fn read_year(text: &str) -> Option<u16> {
    (text.len() == 4).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_from_its_key_and_from_its_words() {
        let january = Some(Month { year: 2026, index: 0 });
        assert_eq!(Month::read("2026-01"), january);
        assert_eq!(Month::read("Ocak 2026"), january);
        for wrong in ["2026-13", "2026-00", "2026-1", "ocak 2026", "2026", "Ocak", "26-01", ""] {
            assert_eq!(Month::read(wrong), None, "{wrong}");
        }
    }
}

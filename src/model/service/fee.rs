//! What a service costs (ücret): nothing, what the council's tariff says, or amounts of lira, each with what it is for.
//! An amount is read as money and never guessed: `1250` without a sign of the currency is a complaint.

use crate::turkish::number::Separators;
use crate::turkish::{fold, money};

/// What a service costs (ücret).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fee {
    /// Nothing (ücretsiz).
    Free,
    /// What the council's tariff of the year says (ücret tarifesi).
    Tariff,
    /// Amounts, each with what it is for.
    Amounts(Vec<Amount>),
}

/// An amount to pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// What it is for; nothing where there is only one.
    pub what: Option<String>,
    /// How much, in kuruş.
    pub kurus: i64,
}

impl Fee {
    /// Reads the plain forms: `ücretsiz`, `tarife`, `1.250,00 TL`.
    pub fn read(text: &str) -> Option<Fee> {
        match fold(text).as_str() {
            "ucretsiz" | "yok" => Some(Fee::Free),
            "tarife" => Some(Fee::Tariff),
            _ => Some(Fee::Amounts(vec![Amount { what: None, kurus: kurus(text)? }])),
        }
    }
}

/// Kuruş of `1.250,00 TL`, `1.250 TL`, `₺1.250,00`. The currency must be written, and no amount is negative.
pub fn kurus(text: &str) -> Option<i64> {
    let text = text.trim();
    let currency = text.starts_with('₺') || text.ends_with('₺') || text.ends_with("TL");
    money::parse(text, Separators::Turkish).ok().filter(|kurus| currency && *kurus > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_written_with_its_currency() {
        for (text, expected) in [("1.250,00 TL", 125_000), ("₺1.250", 125_000), ("75 TL", 7_500), ("1.250,50 ₺", 125_050)] {
            assert_eq!(kurus(text), Some(expected), "{text}");
        }
        for text in ["1250", "1.250,00", "çok", "", "0 TL", "-5 TL", "12.50 TL", "10 EUR"] {
            assert_eq!(kurus(text), None, "{text}");
        }
    }

    #[test]
    fn no_fee_and_the_tariff_have_words_of_their_own() {
        assert_eq!(Fee::read("Ücretsiz"), Some(Fee::Free));
        assert_eq!(Fee::read("tarife"), Some(Fee::Tariff));
        assert_eq!(Fee::read("40,00 TL"), Some(Fee::Amounts(vec![Amount { what: None, kurus: 4000 }])));
        assert_eq!(Fee::read("sorunuz"), None);
    }
}

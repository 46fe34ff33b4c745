//! What the registry knows of a service in sentences of the page's language: what it costs, how long it takes. What the
//! municipality wrote in words of its own stays Turkish, and is marked as Turkish.

use super::{Amount, Duration, Fee, Meaning, Unit};
use crate::language::Voice;
use crate::turkish::money;

/// A sentence for citizens, or one a line.
pub(super) fn fee(voice: Voice<'_>, fee: &Fee) -> Vec<String> {
    match fee {
        Fee::Free => vec![voice.word("service_free")],
        Fee::Tariff => vec![voice.word("service_tariff")],
        Fee::Amounts(amounts) => amounts.iter().map(|amount| amount_in_words(voice, amount)).collect(),
    }
}

/// `Cüzdan bedeli: 1.250,00 TL`
fn amount_in_words(voice: Voice<'_>, amount: &Amount) -> String {
    let money = voice.number(&money::format(amount.kurus));
    amount.what.as_ref().map_or_else(|| money.clone(), |what| format!("{}: {money}", voice.turkish(what)))
}

/// A sentence for citizens: `En geç 15 iş günü.`
pub(super) fn time(voice: Voice<'_>, time: &Duration) -> String {
    let one = |n: u32, unit: Unit| voice.filled(unit.key(), &[("n", i64::from(n).into())]);
    let length = match &time.meaning {
        None => return voice.turkish(&format!("{}.", time.words.trim_end_matches('.'))),
        Some(Meaning::AtOnce) => return voice.word("service_at_once"),
        Some(Meaning::Varies) => return voice.word("service_varies"),
        Some(Meaning::Exactly(n, unit)) => one(*n, *unit),
        Some(Meaning::Between(low, high, unit)) => format!("{low}–{}", one(*high, *unit)),
        Some(Meaning::Sum(parts)) => parts.iter().map(|(n, unit)| one(*n, *unit)).collect::<Vec<_>>().join(" + "),
    };
    voice.filled("service_at_most", &[("time", length.as_str().into())])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::language::{Book, Language, Words};

    fn said(language: &str, length: &str, cost: &str) -> (String, Vec<String>) {
        let texts = [
            ("tr", include_str!("../../../themes/varsayilan/tr.ftl")),
            ("en", include_str!("../../../themes/varsayilan/en.ftl")),
        ];
        let tag = |tag: &str| Language::parse(tag).expect("it is a tag");
        let words = Words::new(BTreeMap::from(texts.map(|(of, text)| (tag(of), Book::read(tag(of), &[text]).0))));
        let voice = Voice::new(&words, tag(language));
        (time(voice, &Duration::read(length)), fee(voice, &Fee::read(cost).expect("it is a fee")))
    }

    #[test]
    fn time_and_fee_are_said_in_the_language_of_the_page() {
        assert_eq!(said("tr", "15 İş Günü", "1.250,00 TL"), ("En geç 15 iş günü.".into(), vec!["1.250,00 TL".into()]));
        assert_eq!(
            said("en", "15 İş Günü", "1.250,00 TL"),
            ("15 working days at the latest.".into(), vec!["1,250.00 TL".into()])
        );
        assert_eq!(said("en", "1 gün", "ücretsiz"), ("1 day at the latest.".into(), vec!["Free of charge.".into()]));
        assert_eq!(said("tr", "15-30 gün", "ücretsiz").0, "En geç 15–30 gün.");
        assert_eq!(said("en", "15 gün + 1 ay", "ücretsiz").0, "15 days + 1 month at the latest.");
        assert_eq!(said("en", "Anında", "ücretsiz").0, "It is done at once.");
    }
}

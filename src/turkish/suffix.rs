//! The suffixes Turkish hangs on numbers, years, months and names: `2026’da`, `%10,7’si`, `Çaycuma’nın`, `3 üncü`.
//!
//! For things written with an apostrophe. Not a morphology: common nouns and names of institutions (which soften their
//! consonants and take no apostrophe) are written out by whoever writes the sentence.

use super::date::month;
use super::fold::fold;
use super::number::integer;
use std::borrow::Cow;

/// What a suffix can hang on: a whole number (written with thousands points) or a text that is already written
/// (`56,70`, `%10,7`, `2026`, `Çaycuma`). A text that ends in a number is read aloud from its written digits.
pub trait Stem {
    /// The text as the reader sees it.
    fn written(&self) -> Cow<'_, str>;
}

impl Stem for i64 {
    fn written(&self) -> Cow<'_, str> {
        Cow::Owned(integer(*self))
    }
}

impl Stem for str {
    fn written(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

impl<S: Stem + ?Sized> Stem for &S {
    fn written(&self) -> Cow<'_, str> {
        (*self).written()
    }
}

/// The cases, and possession.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Suffix {
    /// In, at (bulunma): `2026’da`
    Locative,
    /// From (ayrılma): `2026’dan`
    Ablative,
    /// To (yönelme): `2026’ya`
    Dative,
    /// Of (tamlayan): `2026’nın`
    Genitive,
    /// The object (belirtme): `2026’yı`
    Accusative,
    /// Of it (iyelik): `%10,7’si`
    Possessive,
}

/// In, at: `2026’da`, `40’ta`.
pub fn locative(stem: impl Stem) -> String {
    with(stem, Suffix::Locative)
}

/// From: `2026’dan`, `40’tan`.
pub fn ablative(stem: impl Stem) -> String {
    with(stem, Suffix::Ablative)
}

/// To: `2026’ya`, `40’a`.
pub fn dative(stem: impl Stem) -> String {
    with(stem, Suffix::Dative)
}

/// Of: `2026’nın`, `40’ın`.
pub fn genitive(stem: impl Stem) -> String {
    with(stem, Suffix::Genitive)
}

/// The object of the verb: `6’yı`, `3’ü`.
pub fn accusative(stem: impl Stem) -> String {
    with(stem, Suffix::Accusative)
}

/// Of it; the form percentages take in a sentence: `%10,7’si`, `%21,9’u`.
pub fn possessive(stem: impl Stem) -> String {
    with(stem, Suffix::Possessive)
}

/// In a year: `2026’da`. Years are written without points.
pub fn in_year(year: i16) -> String {
    locative(year.to_string().as_str())
}

/// In a month (1 to 12): `Ocak’ta`.
pub fn in_month(month_number: i8) -> String {
    locative(month(month_number))
}

/// The ordinal as law texts write it: `1 inci`, `6 ncı`, `23 üncü`.
pub fn ordinal(number: i64) -> String {
    let mut out = integer(number);
    let sound = Sound::of(&out);
    out.push(' ');
    if !sound.ends_in_vowel {
        out.push(sound.four_way());
    }
    out.push_str("nc");
    out.push(sound.four_way());
    out
}

/// The suffix alone, without the apostrophe: `da` for `2026`. For texts whose stem stands in its own element.
pub fn ending(stem: &str, suffix: Suffix) -> String {
    let sound = Sound::of(stem);
    let mut out = String::with_capacity(4);
    match suffix {
        Suffix::Locative | Suffix::Ablative => {
            out.push(if sound.ends_voiceless { 't' } else { 'd' });
            out.push(sound.two_way());
            if suffix == Suffix::Ablative {
                out.push('n');
            }
        }
        Suffix::Dative => {
            out.extend(sound.ends_in_vowel.then_some('y'));
            out.push(sound.two_way());
        }
        Suffix::Genitive => {
            out.extend(sound.ends_in_vowel.then_some('n'));
            out.push(sound.four_way());
            out.push('n');
        }
        Suffix::Accusative => {
            out.extend(sound.ends_in_vowel.then_some('y'));
            out.push(sound.four_way());
        }
        Suffix::Possessive => {
            out.extend(sound.ends_in_vowel.then_some('s'));
            out.push(sound.four_way());
        }
    }
    out
}

fn with(stem: impl Stem, suffix: Suffix) -> String {
    let mut out = stem.written().into_owned();
    let end = ending(&out, suffix);
    out.push('’');
    out.push_str(&end);
    out
}

/// What the suffix has to agree with.
struct Sound {
    ends_in_vowel: bool,
    ends_voiceless: bool,
    back: bool,
    rounded: bool,
}

impl Sound {
    /// The sound of the last word, read aloud if it is a number.
    fn of(written: &str) -> Sound {
        let written = written.trim_end_matches(|c: char| !c.is_alphanumeric());
        if written.ends_with(|c: char| c.is_ascii_digit()) {
            return Sound::of_word(last_word_of_number(written));
        }
        let start = written
            .rfind(|c: char| !c.is_alphabetic())
            .map_or(0, |at| at + written[at..].chars().next().map_or(1, char::len_utf8));
        let word = &written[start..];
        let sound = Sound::of_word(word);
        if FRONT_DESPITE_SPELLING.contains(&fold(word).as_str()) { Sound { back: false, ..sound } } else { sound }
    }

    fn of_word(word: &str) -> Sound {
        let vowel = word.chars().rev().find(|&c| is_vowel(c)).unwrap_or('e');
        let last = word.chars().next_back().unwrap_or('e');
        Sound {
            ends_in_vowel: is_vowel(last),
            ends_voiceless: "fstkçşhpFSTKÇŞHP".contains(last),
            back: "aıouâûAIOUÂÛ".contains(vowel),
            rounded: "oöuüûOÖUÜÛ".contains(vowel),
        }
    }

    fn two_way(&self) -> char {
        if self.back { 'a' } else { 'e' }
    }

    fn four_way(&self) -> char {
        match (self.back, self.rounded) {
            (true, false) => 'ı',
            (true, true) => 'u',
            (false, false) => 'i',
            (false, true) => 'ü',
        }
    }
}

fn is_vowel(c: char) -> bool {
    "aeıioöuüâîûAEIİOÖUÜÂÎÛ".contains(c)
}

/// Words whose last vowel is a back one and whose suffix is a front one all the same (`Saat’te`, `Kemal’in`), folded.
const FRONT_DESPITE_SPELLING: [&str; 24] = [
    "alkol", "celal", "cemal", "emsal", "gol", "hal", "harf", "helal", "hilal", "iclal", "ihtimal", "istikbal", "istiklal",
    "kabul", "kalp", "kemal", "kontrol", "mahsul", "mesgul", "nihal", "petrol", "rol", "saat", "usul",
];

/// The last word of a number read aloud: `yedi` for `10,7`, `bin` for `20.000`, `yetmiş` for `56,70`.
fn last_word_of_number(written: &str) -> &'static str {
    const ONES: [&str; 10] = ["sıfır", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz"];
    const TENS: [&str; 10] = ["", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan"];
    const SCALES: [&str; 6] = ["bin", "milyon", "milyar", "trilyon", "katrilyon", "kentilyon"];

    // Points only group; a comma, a colon or a slash begins the part that is read last.
    let digits = written.bytes().rev().take_while(|b| b.is_ascii_digit() || *b == b'.').filter(|b| *b != b'.');
    let mut zeros = 0;
    for digit in digits {
        if digit == b'0' {
            zeros += 1;
            continue;
        }
        let value = usize::from(digit - b'0');
        return match zeros {
            0 => ONES[value],
            1 => TENS[value],
            2 => "yüz",
            _ => SCALES.get(zeros / 3 - 1).copied().unwrap_or("kentilyon"),
        };
    }
    ONES[0]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn attested_forms() {
        let table = [
            (in_year(2019), "2019’da"),
            (in_year(2020), "2020’de"),
            (in_year(2021), "2021’de"),
            (in_year(2023), "2023’te"),
            (in_year(2024), "2024’te"),
            (in_year(2025), "2025’te"),
            (in_year(2026), "2026’da"),
            (in_year(2030), "2030’da"),
            (locative(40), "40’ta"),
            (locative(60), "60’ta"),
            (locative(70), "70’te"),
            (ablative(2026), "2.026’dan"),
            (ablative("2024"), "2024’ten"),
            (dative("2021"), "2021’e"),
            (dative("2022"), "2022’ye"),
            (dative("2026"), "2026’ya"),
            (dative("2029"), "2029’a"),
            (dative(10), "10’a"),
            (dative(40), "40’a"),
            (genitive("2021"), "2021’in"),
            (genitive("2026"), "2026’nın"),
            (genitive("2024"), "2024’ün"),
            (accusative(6), "6’yı"),
            (accusative(3), "3’ü"),
            (accusative(9), "9’u"),
            (possessive("%10,7"), "%10,7’si"),
            (possessive("%21,9"), "%21,9’u"),
            (possessive("%67,4"), "%67,4’ü"),
            (possessive("%56,70"), "%56,70’i"),
            (possessive("%100"), "%100’ü"),
            (locative(20_000), "20.000’de"),
            (dative(1_000_000), "1.000.000’a"),
            (dative(0), "0’a"),
            (dative("12,00"), "12,00’a"),
            (dative(-6), "-6’ya"),
            (locative("22.11.2026"), "22.11.2026’da"),
            (locative("12/03/2000"), "12/03/2000’de"),
            (locative("Çaycuma"), "Çaycuma’da"),
            (genitive("Çaycuma"), "Çaycuma’nın"),
            (genitive("ÇAYCUMA"), "ÇAYCUMA’nın"),
            (dative("Filyos"), "Filyos’a"),
            (ablative("Saltukova"), "Saltukova’dan"),
            (accusative("Karapınar"), "Karapınar’ı"),
            (genitive("Mustafa Kemal"), "Mustafa Kemal’in"),
        ];
        for (made, outcome) in table {
            assert_eq!(made, outcome);
        }
    }

    #[test]
    fn all_twelve_months() {
        let outcome = [
            "Ocak’ta",
            "Şubat’ta",
            "Mart’ta",
            "Nisan’da",
            "Mayıs’ta",
            "Haziran’da",
            "Temmuz’da",
            "Ağustos’ta",
            "Eylül’de",
            "Ekim’de",
            "Kasım’da",
            "Aralık’ta",
        ];
        for (number, outcome) in (1..).zip(outcome) {
            assert_eq!(in_month(number), outcome);
        }
    }

    #[test]
    fn ordinals_of_law_texts() {
        let table = [
            (1, "1 inci"),
            (2, "2 nci"),
            (3, "3 üncü"),
            (4, "4 üncü"),
            (5, "5 inci"),
            (6, "6 ncı"),
            (7, "7 nci"),
            (8, "8 inci"),
            (9, "9 uncu"),
            (10, "10 uncu"),
            (20, "20 nci"),
            (40, "40 ıncı"),
            (60, "60 ıncı"),
            (100, "100 üncü"),
            (1000, "1.000 inci"),
        ];
        for (number, outcome) in table {
            assert_eq!(ordinal(number), outcome);
        }
    }

    /// A number read aloud in full, from the left, as a child would: independent of the zeros counted above.
    fn read_aloud(n: u32) -> String {
        let ones = ["", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz"];
        let tens = ["", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan"];
        let mut words = Vec::new();
        if n == 0 {
            words.push("sıfır".to_string());
        }
        if n >= 2000 {
            words.push(read_aloud(n / 1000));
        }
        if n >= 1000 {
            words.push("bin".to_string());
        }
        let n = n % 1000;
        if n >= 200 {
            words.push(ones[n as usize / 100].to_string());
        }
        if n >= 100 {
            words.push("yüz".to_string());
        }
        words.push(tens[n as usize % 100 / 10].to_string());
        words.push(ones[n as usize % 10].to_string());
        words.retain(|word| !word.is_empty());
        words.join(" ")
    }

    /// The suffixes of each last word, written down by hand: locative, ablative, dative, genitive, accusative,
    /// possessive, ordinal.
    const BY_HAND: [(&str, [&str; 7]); 21] = [
        ("sıfır", ["da", "dan", "a", "ın", "ı", "ı", "ıncı"]),
        ("bir", ["de", "den", "e", "in", "i", "i", "inci"]),
        ("iki", ["de", "den", "ye", "nin", "yi", "si", "nci"]),
        ("üç", ["te", "ten", "e", "ün", "ü", "ü", "üncü"]),
        ("dört", ["te", "ten", "e", "ün", "ü", "ü", "üncü"]),
        ("beş", ["te", "ten", "e", "in", "i", "i", "inci"]),
        ("altı", ["da", "dan", "ya", "nın", "yı", "sı", "ncı"]),
        ("yedi", ["de", "den", "ye", "nin", "yi", "si", "nci"]),
        ("sekiz", ["de", "den", "e", "in", "i", "i", "inci"]),
        ("dokuz", ["da", "dan", "a", "un", "u", "u", "uncu"]),
        ("on", ["da", "dan", "a", "un", "u", "u", "uncu"]),
        ("yirmi", ["de", "den", "ye", "nin", "yi", "si", "nci"]),
        ("otuz", ["da", "dan", "a", "un", "u", "u", "uncu"]),
        ("kırk", ["ta", "tan", "a", "ın", "ı", "ı", "ıncı"]),
        ("elli", ["de", "den", "ye", "nin", "yi", "si", "nci"]),
        ("altmış", ["ta", "tan", "a", "ın", "ı", "ı", "ıncı"]),
        ("yetmiş", ["te", "ten", "e", "in", "i", "i", "inci"]),
        ("seksen", ["de", "den", "e", "in", "i", "i", "inci"]),
        ("doksan", ["da", "dan", "a", "ın", "ı", "ı", "ıncı"]),
        ("yüz", ["de", "den", "e", "ün", "ü", "ü", "üncü"]),
        ("bin", ["de", "den", "e", "in", "i", "i", "inci"]),
    ];

    #[test]
    fn every_number_up_to_1100_takes_the_suffixes_of_its_last_word() {
        for n in (0..=1100).chain([2026, 9999, 10_000, 12_340, 20_000, 100_000, 999_000]) {
            let aloud = read_aloud(n);
            let last = aloud.split(' ').next_back().unwrap();
            let (_, by_hand) = BY_HAND.iter().find(|(word, _)| *word == last).unwrap();
            let written = integer(i64::from(n));
            let n = i64::from(n);
            let made = [locative(n), ablative(n), dative(n), genitive(n), accusative(n), possessive(n)];
            for (made, suffix) in made.iter().zip(by_hand) {
                assert_eq!(*made, format!("{written}’{suffix}"), "{aloud}");
            }
            assert_eq!(ordinal(n), format!("{written} {}", by_hand[6]), "{aloud}");
        }
    }

    proptest! {
        #[test]
        fn the_decimals_are_read_last(whole in 0i64..10_000_000, decimals in 1i64..100) {
            let number = format!("{},{decimals}", integer(whole));
            prop_assert_eq!(ending(&number, Suffix::Dative), ending(&decimals.to_string(), Suffix::Dative));
        }

        #[test]
        fn any_stem_takes_a_suffix(stem in "\\PC{0,12}") {
            prop_assert!(locative(stem.as_str()).starts_with(&stem));
        }
    }
}

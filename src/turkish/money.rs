//! Amounts of money in whole kuruş: `1.234,50 TL` is 123450. No floats anywhere.
//!
//! Lira only: another currency is an error. `YTL` (2005–2008) is lira one to one. Liras from before 2005 (a million to
//! one) cannot be told from the text; a column of such records must say so itself.

use super::number::{NumberError, Separators, grouped_into, signed, strip_sign, unsigned};

/// Reads an amount as kuruş: `₺1.250`, `1.000.000.-TL`, `1 250,00`, `(1.250,00)`, `65596282,36 TRY`.
pub fn parse(text: &str, separators: Separators) -> Result<i64, NumberError> {
    let text = text.trim();
    if text.contains('%') {
        return Err(NumberError::Percent);
    }
    let (outer, text) = strip_sign(text);
    let text = strip_lira(text);
    if ["USD", "EUR", "GBP"].iter().any(|code| ends_with_word(text, code) || starts_with_word(text, code)) {
        return Err(NumberError::ForeignCurrency);
    }
    let (inner, text) = if outer { (false, text) } else { strip_sign(text) };
    let digits = text.strip_suffix(".-").or_else(|| text.strip_suffix(",-")).unwrap_or(text);
    let (magnitude, places) = unsigned(digits, separators)?;
    let scale = match places {
        0 => 100,
        1 => 10,
        2 => 1,
        _ => return Err(NumberError::TooManyDecimals),
    };
    signed(outer || inner, magnitude.checked_mul(scale).ok_or(NumberError::TooLarge)?)
}

/// An amount of kuruş in running text: `1.234,50 TL`.
pub fn format(kurus: i64) -> String {
    let mut out = String::with_capacity(20);
    format_into(kurus, &mut out);
    out
}

/// Appends an amount of kuruş to `out`.
pub fn format_into(kurus: i64, out: &mut String) {
    if kurus < 0 {
        out.push('-');
    }
    digits_into(kurus, out);
    out.push_str(" TL");
}

/// An amount of kuruş with the sign of the lira: `₺1.234,50`, `-₺5,00`.
pub fn format_sign(kurus: i64) -> String {
    let mut out = String::with_capacity(20);
    out.push_str(if kurus < 0 { "-₺" } else { "₺" });
    digits_into(kurus, &mut out);
    out
}

fn digits_into(kurus: i64, out: &mut String) {
    let kurus = kurus.unsigned_abs();
    grouped_into(kurus / 100, out);
    let rest = (kurus % 100) as u8;
    out.push(',');
    out.push(char::from(b'0' + rest / 10));
    out.push(char::from(b'0' + rest % 10));
}

const LIRA_WORDS: [&str; 3] = ["YTL", "TL", "TRY"];

/// Whether the text carries a word for lira at either end.
pub(super) fn has_lira_word(text: &str) -> bool {
    LIRA_WORDS.iter().any(|word| starts_with_word(text, word) || ends_with_word(text, word))
}

/// Takes the lira's sign or word off either end.
fn strip_lira(text: &str) -> &str {
    let mut rest = text.trim_start_matches('₺').trim_end_matches('₺').trim();
    for word in LIRA_WORDS {
        if ends_with_word(rest, word) {
            rest = rest[..rest.len() - word.len()].trim_end();
        } else if starts_with_word(rest, word) {
            rest = rest[word.len()..].trim_start();
        }
    }
    rest
}

fn ends_with_word(text: &str, word: &str) -> bool {
    text.len().checked_sub(word.len()).and_then(|at| text.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(word))
}

fn starts_with_word(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::NumberError::*;
    use super::Separators::*;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_from_real_records() {
        let table = [
            ("29.802.943,48", Turkish, Ok(2980294348)),
            ("4,572.83", Us, Ok(457283)),
            ("65596282,36", Turkish, Ok(6559628236)),
            ("65596282.36", Plain, Ok(6559628236)),
            ("1.000.000.-TL", Turkish, Ok(100_000_000)),
            ("1.000.000,-TL", Turkish, Ok(100_000_000)),
            ("₺1.250", Turkish, Ok(125_000)),
            ("₺ 1.250", Turkish, Ok(125_000)),
            ("1.250 ₺", Turkish, Ok(125_000)),
            ("1\u{a0}250,00", Turkish, Ok(125_000)),
            ("(1.250,00)", Turkish, Ok(-125_000)),
            ("(1.250,00 TL)", Turkish, Ok(-125_000)),
            ("-₺5", Turkish, Ok(-500)),
            ("₺-5", Turkish, Ok(-500)),
            ("1,5 tl", Turkish, Ok(150)),
            ("0,01TL", Turkish, Ok(1)),
            ("TRY 12,30", Turkish, Ok(1230)),
            ("12 YTL", Turkish, Ok(1200)),
            ("1.234", Unstated, Err(Ambiguous)),
            ("1.234", Plain, Err(TooManyDecimals)),
            ("1,234", Turkish, Err(TooManyDecimals)),
            ("1,230", Turkish, Err(TooManyDecimals)),
            ("1.23.456 TL", Turkish, Err(BadGrouping)),
            ("5 USD", Turkish, Err(ForeignCurrency)),
            ("€5", Turkish, Err(ForeignCurrency)),
            ("%5", Turkish, Err(Percent)),
            ("TL", Turkish, Err(Empty)),
            ("", Turkish, Err(Empty)),
            (",00 TL", Turkish, Err(MissingDigits)),
            ("92233720368547758,07", Turkish, Ok(i64::MAX)),
            ("92233720368547758,08", Turkish, Err(TooLarge)),
            ("beş TL", Turkish, Err(NotANumber('b'))),
        ];
        for (text, separators, outcome) in table {
            assert_eq!(parse(text, separators), outcome, "{text:?} {separators:?}");
        }
    }

    #[test]
    fn written_amounts() {
        let table = [
            (123450, "1.234,50 TL", "₺1.234,50"),
            (0, "0,00 TL", "₺0,00"),
            (5, "0,05 TL", "₺0,05"),
            (-500, "-5,00 TL", "-₺5,00"),
            (34039100, "340.391,00 TL", "₺340.391,00"),
            (i64::MIN, "-92.233.720.368.547.758,08 TL", "-₺92.233.720.368.547.758,08"),
        ];
        for (kurus, text, sign) in table {
            assert_eq!(format(kurus), text);
            assert_eq!(format_sign(kurus), sign);
        }
    }

    proptest! {
        #[test]
        fn a_written_amount_reads_as_itself(kurus: i64) {
            prop_assert_eq!(parse(&format(kurus), Turkish), Ok(kurus));
            prop_assert_eq!(parse(&format_sign(kurus), Turkish), Ok(kurus));
        }

        #[test]
        fn any_text_gives_an_answer(text in "\\PC{0,20}") {
            let _ = parse(&text, Turkish);
        }
    }
}

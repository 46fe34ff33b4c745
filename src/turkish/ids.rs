//! Numbers Turkish offices hand out: what has the shape (and, where there is one, the check digits) of which.
//!
//! A true answer says the number is well formed, not that it was given to anyone: one in a hundred random numbers of
//! eleven digits passes as a TCKN, one in ten of ten digits as a VKN. Never quote a matching value in a message.

/// Whether this is a citizen's or a foreigner's identity number (TCKN): 11 digits with two check digits.
pub fn is_tckn(text: &str) -> bool {
    let Some(d) = digits::<11>(text) else { return false };
    let odd = d[0] + d[2] + d[4] + d[6] + d[8];
    let even = d[1] + d[3] + d[5] + d[7];
    let all: i32 = d[..10].iter().sum();
    // The difference can be negative; only rem_euclid gives the digit then.
    d[0] != 0 && d[9] == (odd * 7 - even).rem_euclid(10) && d[10] == all % 10
}

/// Whether this is a tax number (VKN): 10 digits with one check digit.
pub fn is_vkn(text: &str) -> bool {
    let Some(d) = digits::<10>(text) else { return false };
    let sum: i32 = (0..9)
        .map(|i| match (d[i] + 9 - i as i32) % 10 {
            0 => 0,
            x => match x * (1 << (9 - i)) % 9 {
                0 => 9,
                y => y,
            },
        })
        .sum();
    d[9] == (10 - sum % 10) % 10
}

/// Whether this is a Turkish bank account number (IBAN): `TR` and 24 digits with the remainder 1 in 97; spaces between
/// the groups are allowed.
pub fn is_iban_tr(text: &str) -> bool {
    let mut bytes = text.bytes().filter(|b| *b != b' ');
    if !matches!((bytes.next(), bytes.next()), (Some(b'T' | b't'), Some(b'R' | b'r'))) {
        return false;
    }
    let rest: Vec<u8> = bytes.collect();
    if rest.len() != 24 || !rest.iter().all(u8::is_ascii_digit) || rest[7] != b'0' {
        return false;
    }
    // The country and the check digits go to the end; T is 29 and R is 27.
    let moved = rest[2..].iter().chain(b"2927").chain(&rest[..2]);
    moved.fold(0u32, |remainder, digit| (remainder * 10 + u32::from(digit - b'0')) % 97) == 1
}

/// Whether this is a number plate (plaka): province, letters, number, as `67 AB 123`; single spaces are allowed.
pub fn is_plate(text: &str) -> bool {
    let (province, rest) = leading(text, |b| b.is_ascii_digit());
    let (letters, rest) = leading(rest.strip_prefix(' ').unwrap_or(rest), |b| b.is_ascii_uppercase());
    let (number, rest) = leading(rest.strip_prefix(' ').unwrap_or(rest), |b| b.is_ascii_digit());
    let lengths = match letters.len() {
        1 => 4..=5,
        2 => 3..=4,
        3 => 2..=3,
        _ => return false,
    };
    rest.is_empty()
        && province.len() == 2
        && ("01"..="81").contains(&province)
        && !letters.contains(['Q', 'W', 'X'])
        && lengths.contains(&number.len())
}

/// Whether this is a postcode (posta kodu): 5 digits, the first two a province.
pub fn is_postcode(text: &str) -> bool {
    digits::<5>(text).is_some() && ("01"..="81").contains(&&text[..2])
}

/// Whether this is a tender number of the public procurement platform (İKN): `2024/123456`.
pub fn is_ikn(text: &str) -> bool {
    text.split_once('/').is_some_and(|(year, number)| is_number(year, 4, 4) && is_number(number, 1, 7))
}

/// Whether this is a direct procurement number (doğrudan temin, DT): `24DT123456`.
pub fn is_direct_procurement(text: &str) -> bool {
    text.split_once("DT").is_some_and(|(year, number)| is_number(year, 2, 2) && is_number(number, 1, usize::MAX))
}

/// Whether this is the number of an official electronic letter (Sayı): `E-12345678-010.06-4711`, a file name in brackets
/// before the last hyphen allowed.
pub fn is_letter_number(text: &str) -> bool {
    let parts = text.strip_prefix("E-").and_then(|rest| rest.split_once('-'));
    let Some((detsis, (file, serial))) = parts.and_then(|(detsis, rest)| Some((detsis, rest.rsplit_once('-')?))) else {
        return false;
    };
    let code = match file.split_once('[') {
        Some((code, bracket)) if bracket.ends_with(']') => code,
        Some(_) => return false,
        None => file,
    };
    is_number(detsis, 8, 8)
        && is_number(serial, 1, usize::MAX)
        && !code.is_empty()
        && code.bytes().all(|b| b.is_ascii_digit() || b == b'.')
}

/// Whether this is a mobile number, however it is spaced: `0 538 011 47 47`, `+90 (538) 011-47-47`.
pub fn is_mobile_phone(text: &str) -> bool {
    telephone(text).is_some_and(|number| number.starts_with("+905"))
}

/// The number a `tel:` link dials: `+903726151055` for `0372 615 10 55`, `4443552` for `444 35 52` (which has no area
/// code). `None` when it is no Turkish telephone number; extensions (`- 1461`) must be cut off first.
pub fn telephone(text: &str) -> Option<String> {
    let text = text.trim();
    if !text.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | ' ' | '(' | ')' | '-' | '.' | '/' | '\u{a0}')) {
        return None;
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if digits.len() == 7 && digits.starts_with("444") && !text.starts_with('+') {
        return Some(digits);
    }
    let national = match digits.strip_prefix("0090") {
        Some(rest) => rest,
        None if text.starts_with('+') => digits.strip_prefix("90")?,
        None if digits.len() == 12 => digits.strip_prefix("90")?,
        None => digits.strip_prefix('0').unwrap_or(&digits),
    };
    // Area codes begin with 2 to 4, mobile operators with 5, free and shared-cost lines with 8.
    (national.len() == 10 && matches!(national.as_bytes()[0], b'2'..=b'5' | b'8')).then(|| format!("+90{national}"))
}

/// Exactly `N` digits, as numbers.
fn digits<const N: usize>(text: &str) -> Option<[i32; N]> {
    let bytes: &[u8; N] = text.as_bytes().try_into().ok()?;
    bytes.iter().all(u8::is_ascii_digit).then(|| bytes.map(|b| i32::from(b - b'0')))
}

fn is_number(text: &str, shortest: usize, longest: usize) -> bool {
    (shortest..=longest).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// The bytes at the start that all pass, and the rest.
fn leading(text: &str, passes: impl Fn(&u8) -> bool) -> (&str, &str) {
    text.split_at(text.bytes().take_while(passes).count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(is: fn(&str) -> bool, good: &[&str], bad: &[&str]) {
        for text in good {
            assert!(is(text), "{text:?} is one");
        }
        for text in bad {
            assert!(!is(text), "{text:?} is none");
        }
    }

    #[test]
    fn known_numbers() {
        check(
            is_tckn,
            &["10000000146"],
            &["12345678901", "00000000000", "1000000014", "100000001460", "1000000014a", "10000000147", ""],
        );
        // The placeholder 1234567890 has a right check digit: all its terms are zero.
        check(is_vkn, &["4540536920", "1234567890"], &["1234567891", "4540536921", "454053692", ""]);
        check(
            is_iban_tr,
            &["TR330006100519786457841326", "TR33 0006 1005 1978 6457 8413 26"],
            &["TR340006100519786457841326", "DE330006100519786457841326", "TR33000610051978645784132", "TR", "ĞTR33"],
        );
        check(
            is_plate,
            &["67 AB 123", "67AB1234", "01 A 1234", "81 ABC 12", "34 A 12345"],
            &[
                "82 AB 123",
                "00 AB 123",
                "67 AB 12",
                "67 A 123",
                "67 ABC 1234",
                "67 AQ 123",
                "67 ÇA 123",
                "67 AB 123 x",
                "7 AB 123",
                "67 ab 123",
                "",
            ],
        );
        check(is_postcode, &["67900", "01010"], &["82900", "00100", "6790", "679000", "6790a"]);
        check(is_ikn, &["2024/1", "2024/1234567"], &["2024/12345678", "24/123", "2024/", "2024-1", "2024/1a"]);
        check(is_direct_procurement, &["24DT123456"], &["2024DT1", "24DT", "24dt1", "DT1"]);
        check(
            is_letter_number,
            &["E-12345678-010.06-4711", "E-12345678-010.06[010.06]-4711", "E-12345678-934.01.02-1"],
            &[
                "12345678-010.06-4711",
                "E-1234567-010.06-4711",
                "E-12345678-010.06-",
                "E-12345678--1",
                "E-12345678-010[x-1",
                "E-12345678-4711",
            ],
        );
    }

    #[test]
    fn telephones_in_all_their_spellings() {
        let table = [
            ("0372 615 10 55", Some("+903726151055")),
            ("(0372) 615-10-55", Some("+903726151055")),
            ("372 615 10 55", Some("+903726151055")),
            ("+90 372 615 10 55", Some("+903726151055")),
            ("0090 372 615 10 55", Some("+903726151055")),
            ("90 372 615 10 55", Some("+903726151055")),
            ("0 538 011 47 47", Some("+905380114747")),
            ("444 35 52", Some("4443552")),
            ("444 80 07", Some("4448007")),
            ("+444 35 52", None),
            ("615 10 55", None),
            ("0172 615 10 55", None),
            ("+49 30 1234567", None),
            ("0372 615 10 55 dahili 12", None),
            ("", None),
        ];
        for (text, outcome) in table {
            assert_eq!(telephone(text).as_deref(), outcome, "{text:?}");
        }
        check(
            is_mobile_phone,
            &["0 538 011 47 47", "+90 (538) 011-47-47", "5380114747"],
            &["0372 615 10 55", "444 35 52", "538 011 47"],
        );
    }

    /// The two check digits by the sums written out, for numbers made from nine digits.
    fn with_check_digits(nine: &str) -> String {
        let d: Vec<i64> = nine.chars().map(|c| i64::from(c.to_digit(10).unwrap())).collect();
        // Ten times the even places keep the difference positive without changing its last digit.
        let tenth = (7 * (d[0] + d[2] + d[4] + d[6] + d[8]) + 9 * (d[1] + d[3] + d[5] + d[7])) % 10;
        let eleventh = (d.iter().sum::<i64>() + tenth) % 10;
        format!("{nine}{tenth}{eleventh}")
    }

    proptest! {
        #[test]
        fn a_made_tckn_passes_and_every_single_wrong_digit_is_found(nine in "[1-9][0-9]{8}", at in 0usize..11, by in 1u8..10) {
            let good = with_check_digits(&nine);
            prop_assert!(is_tckn(&good));
            let mut bad = good.clone().into_bytes();
            bad[at] = b'0' + (bad[at] - b'0' + by) % 10;
            let bad = String::from_utf8(bad).unwrap();
            prop_assert!(!is_tckn(&bad), "{} and {}", good, bad);
        }

        #[test]
        fn exactly_one_last_digit_makes_a_vkn(nine in "[0-9]{9}") {
            prop_assert_eq!((0..10).filter(|last| is_vkn(&format!("{nine}{last}"))).count(), 1);
        }

        #[test]
        fn an_iban_has_one_pair_of_check_digits(bank in "[0-9]{5}", account in "[0-9]{16}") {
            // 02 to 98 is what the standard lets a bank compute.
            let passing = (2..=98).filter(|check| is_iban_tr(&format!("TR{check:02}{bank}0{account}"))).count();
            prop_assert_eq!(passing, 1);
        }

        #[test]
        fn any_text_gives_an_answer(text in "\\PC{0,30}") {
            for is in [is_tckn, is_vkn, is_iban_tr, is_plate, is_postcode, is_ikn, is_direct_procurement, is_letter_number, is_mobile_phone] {
                is(&text);
            }
        }
    }
}

//! From a number to Turkish text. Knows no units but the percent sign.

use std::fmt::Write;

/// A whole number: `1.234.567`.
pub fn integer(value: i64) -> String {
    let mut out = String::with_capacity(26);
    integer_into(value, &mut out);
    out
}

/// Appends a whole number to `out`.
pub fn integer_into(value: i64, out: &mut String) {
    if value < 0 {
        out.push('-');
    }
    grouped_into(value.unsigned_abs(), out);
}

/// A number with a fixed count of decimals: `1.234,50`. Halves are rounded away from zero, as spreadsheets do; what is
/// no number at all is `—`.
pub fn decimal(value: f64, places: u8) -> String {
    let mut out = String::with_capacity(24);
    decimal_into(value, places, &mut out);
    out
}

/// Appends a number with a fixed count of decimals to `out`.
pub fn decimal_into(value: f64, places: u8, out: &mut String) {
    // Up to here every float is a whole number of units or can be rounded to one.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if !value.is_finite() {
        out.push('—');
        return;
    }
    let scaled = (value.abs() * 10f64.powi(i32::from(places))).round();
    if scaled >= EXACT {
        return large_decimal_into(value, places, out);
    }
    let units = scaled as u64;
    if value < 0.0 && units > 0 {
        out.push('-');
    }
    // More than 19 places leave only zeros before the decimals' own digits.
    let one = 10u64.checked_pow(u32::from(places));
    grouped_into(one.map_or(0, |one| units / one), out);
    if places > 0 {
        let decimals = one.map_or(units, |one| units % one);
        write!(out, ",{decimals:0width$}", width = usize::from(places)).expect("writing to a String cannot fail");
    }
}

/// The same for numbers beyond a float's whole digits, where nothing is left to round.
fn large_decimal_into(value: f64, places: u8, out: &mut String) {
    let start = out.len();
    write!(out, "{:.*}", usize::from(places), value.abs()).expect("writing to a String cannot fail");
    let mut at = out.len();
    if let Some(point) = out[start..].find('.') {
        at = start + point;
        out.replace_range(at..=at, ",");
    }
    while at > start + 3 {
        at -= 3;
        out.insert(at, '.');
    }
    if value < 0.0 {
        out.insert(start, '-');
    }
}

/// A share of one as a percentage: 0.453 is `%45,3`. The sign stands first: `-%5,0`.
pub fn percent(share: f64, places: u8) -> String {
    let mut out = String::with_capacity(12);
    decimal_into(share * 100.0, places, &mut out);
    let after_sign = usize::from(out.starts_with('-'));
    out.insert(after_sign, '%');
    out
}

/// Appends the digits of a whole number, grouped in threes, to `out`.
pub(in crate::turkish) fn grouped_into(value: u64, out: &mut String) {
    // 20 digits and 6 points; filled from the right.
    let mut buffer = [0u8; 26];
    let mut at = buffer.len();
    let mut rest = value;
    let mut written = 0;
    loop {
        if written > 0 && written % 3 == 0 {
            at -= 1;
            buffer[at] = b'.';
        }
        at -= 1;
        buffer[at] = b'0' + (rest % 10) as u8;
        written += 1;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    out.push_str(std::str::from_utf8(&buffer[at..]).expect("digits and points are ASCII"));
}

#[cfg(test)]
mod tests {
    use super::super::Separators::*;
    use super::super::{NumberError, Parsed, parse};
    use super::*;
    use proptest::prelude::*;

    fn number(unscaled: i64, places: u8) -> Result<Parsed, NumberError> {
        Ok(Parsed { unscaled, places, percent: false })
    }

    #[test]
    fn written_numbers() {
        for (value, text) in
            [(0, "0"), (999, "999"), (1000, "1.000"), (-1234567, "-1.234.567"), (i64::MIN, "-9.223.372.036.854.775.808")]
        {
            assert_eq!(integer(value), text);
        }
        let decimals = [
            (1234.5, 2, "1.234,50"),
            (0.0, 1, "0,0"),
            (-0.04, 1, "0,0"),
            (-1234567.891, 1, "-1.234.567,9"),
            (999.96, 1, "1.000,0"),
            (12.0, 0, "12"),
            (2.5, 0, "3"),
            (-0.125, 2, "-0,13"),
            (2.675, 2, "2,68"),
            (0.05, 1, "0,1"),
            (1e18, 1, "1.000.000.000.000.000.000,0"),
            (-1e15, 2, "-1.000.000.000.000.000,00"),
            (1e-25, 25, "0,0000000000000000000000001"),
            (f64::INFINITY, 0, "—"),
            (f64::NAN, 1, "—"),
        ];
        for (value, places, text) in decimals {
            assert_eq!(decimal(value, places), text);
        }
        for (share, places, text) in [(0.453, 1, "%45,3"), (1.0, 0, "%100"), (-0.05, 1, "-%5,0"), (12.5, 0, "%1.250")] {
            assert_eq!(percent(share, places), text);
        }
    }

    proptest! {
        #[test]
        fn a_written_integer_reads_as_itself(value: i64) {
            let text = integer(value);
            prop_assert_eq!(parse(&text, Turkish), number(value, 0));
            prop_assert_eq!(parse(&value.to_string(), Plain), number(value, 0));
            prop_assert_eq!(parse(&text.replace('.', ","), Us), number(value, 0));
        }

        #[test]
        fn a_written_decimal_reads_as_itself(cents in -1_000_000_000_000i64..1_000_000_000_000) {
            let text = decimal(cents as f64 / 100.0, 2);
            prop_assert_eq!(parse(&text, Turkish), number(cents, 2));
            prop_assert_eq!(parse(&text, Turkish).unwrap().to_f64(), cents as f64 / 100.0);
        }
    }
}

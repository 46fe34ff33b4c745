//! From text to an exact number. Not a guesser: the separators are the caller's to know.

/// Which sign groups the thousands and which one starts the decimals. A property of a column, not of one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Separators {
    /// `1.234,5`
    Turkish,
    /// `1234.5`, as programs write it
    Plain,
    /// `1,234.5`
    Us,
    /// Nobody said: only numbers with a single possible reading are taken (`1.234,50`, `12,5`, but not `1.234`).
    Unstated,
}

/// An exact decimal number: `unscaled` divided by ten to the power of `places`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Parsed {
    /// All the digits, without the separators: 12345 for `123,45`.
    pub unscaled: i64,
    /// How many of the digits are decimals.
    pub places: u8,
    /// Whether it was written with a `%`; the number itself is as written (45,3 for `%45,3`).
    pub percent: bool,
}

impl Parsed {
    /// The number as written; correctly rounded up to 15 digits.
    #[inline]
    pub fn to_f64(self) -> f64 {
        self.unscaled as f64 / 10f64.powi(i32::from(self.places))
    }

    /// The number when it is whole (`5`, `5,00`) and not a percentage.
    pub fn to_integer(self) -> Option<i64> {
        let unit = 10i64.checked_pow(u32::from(self.places))?;
        (!self.percent && self.unscaled % unit == 0).then(|| self.unscaled / unit)
    }
}

/// Why a text is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NumberError {
    /// Nothing but white space.
    Empty,
    /// A character no number contains.
    NotANumber(char),
    /// A separator this column's numbers do not use.
    UnexpectedSeparator(char),
    /// One separator and three digits after it: `1.234` is a thousand or one and a bit (belirsiz sayı).
    Ambiguous,
    /// Groups that are not three digits long, or separators mixed: `1.23.456`.
    BadGrouping,
    /// A separator or sign without the digits it announces: `5,`, `-`.
    MissingDigits,
    /// `1E+05`: a program has shortened the number, its digits are lost.
    Scientific,
    /// More digits than fit: the limit is 18, or 9.223.372.036.854.775.807 without decimals.
    TooLarge,
    /// An amount of money where a bare number belongs.
    Currency,
    /// An amount in another currency where lira belongs.
    ForeignCurrency,
    /// A percentage where an amount of money belongs.
    Percent,
    /// An amount of money with more than two decimals.
    TooManyDecimals,
}

/// Reads a number: signs (`-`, `−`, accountants' parentheses), a percent sign on either side, thousands grouped by the
/// column's separator or by spaces.
pub fn parse(text: &str, separators: Separators) -> Result<Parsed, NumberError> {
    let text = text.trim();
    if let Some(unscaled) = parse_integer_bytes(text.as_bytes()) {
        return Ok(Parsed { unscaled, places: 0, percent: false });
    }
    if let Some(parsed) = parse_decimal_bytes(text.as_bytes(), separators) {
        return Ok(parsed);
    }
    let (outer, text) = strip_sign(text);
    let bare = text.strip_prefix('%').or_else(|| text.strip_suffix('%'));
    let (inner, digits) = match bare {
        Some(rest) if !outer => strip_sign(rest.trim()),
        Some(rest) => (false, rest.trim()),
        None => (false, text),
    };
    let (magnitude, places) = unsigned(digits, separators)?;
    Ok(Parsed { unscaled: signed(outer || inner, magnitude)?, places, percent: bare.is_some() })
}

/// The fast path for a million cells: digits with at most a minus before them. `None` says "not this simple", nothing
/// more; ask [`parse`] then.
#[inline]
pub fn parse_integer_bytes(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, text),
    };
    if digits.is_empty() || digits.len() > 18 {
        return None;
    }
    let mut value = 0i64;
    for &byte in digits {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        value = value * 10 + i64::from(digit);
    }
    Some(if negative { -value } else { value })
}

/// The same for digits with one or two decimals (`12,5`), which have a single reading whether or not the column's
/// separators are stated.
#[inline]
pub fn parse_decimal_bytes(text: &[u8], separators: Separators) -> Option<Parsed> {
    let mark = match separators {
        Separators::Turkish | Separators::Unstated => b',',
        Separators::Plain | Separators::Us => b'.',
    };
    let (whole, places) = match text {
        [whole @ .., sign, _] if *sign == mark => (whole, 1),
        [whole @ .., sign, _, _] if *sign == mark => (whole, 2),
        _ => return None,
    };
    let decimals = &text[whole.len() + 1..];
    if whole.len() > 15 || !whole.first()?.is_ascii_digit() || !decimals[0].is_ascii_digit() {
        return None;
    }
    let unscaled = parse_integer_bytes(whole)? * 10i64.pow(places) + parse_integer_bytes(decimals)?;
    Some(Parsed { unscaled, places: places as u8, percent: false })
}

/// Takes one sign off: a minus of any make, a plus, or the parentheses accountants use for less than nothing.
pub(in crate::turkish) fn strip_sign(text: &str) -> (bool, &str) {
    if let Some(rest) = text.strip_prefix(['-', '\u{2212}', '\u{2013}', '\u{2010}', '\u{2011}']) {
        return (true, rest.trim_start());
    }
    if let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return (true, inner.trim());
    }
    (false, text.strip_prefix('+').unwrap_or(text))
}

/// The magnitude with its sign, when it fits.
pub(in crate::turkish) fn signed(negative: bool, magnitude: u64) -> Result<i64, NumberError> {
    let value = if negative { -i128::from(magnitude) } else { i128::from(magnitude) };
    i64::try_from(value).map_err(|_| NumberError::TooLarge)
}

/// Reads digits and separators, no sign and no unit: all the digits as one number, and how many of them are decimals.
pub(in crate::turkish) fn unsigned(text: &str, separators: Separators) -> Result<(u64, u8), NumberError> {
    let found = Survey::of(text)?;
    let (group, decimal) = match separators {
        Separators::Turkish => (Some('.'), Some(',')),
        Separators::Plain if found.commas > 0 => return Err(NumberError::UnexpectedSeparator(',')),
        Separators::Plain => (None, Some('.')),
        Separators::Us => (Some(','), Some('.')),
        Separators::Unstated => found.only_reading(text)?,
    };
    let (whole, decimals) = match decimal.and_then(|mark| text.split_once(mark)) {
        Some((_, "")) | Some(("", _)) => return Err(NumberError::MissingDigits),
        Some((whole, decimals)) if decimals.bytes().all(|b| b.is_ascii_digit()) => (whole, decimals),
        Some(_) => return Err(NumberError::BadGrouping),
        None => (text, ""),
    };
    check_grouping(whole, group)?;
    let mut digits = whole.bytes().chain(decimals.bytes()).filter(u8::is_ascii_digit);
    let magnitude = digits
        .try_fold(0u64, |sum, digit| sum.checked_mul(10)?.checked_add(u64::from(digit - b'0')))
        .ok_or(NumberError::TooLarge)?;
    // The digits fit, but leading zeros can still make the decimals too many to scale by.
    let places = u8::try_from(decimals.len()).ok().filter(|&places| places <= 18).ok_or(NumberError::TooLarge)?;
    Ok((magnitude, places))
}

/// Which separators a text has.
struct Survey {
    dots: usize,
    commas: usize,
    spaces: usize,
}

impl Survey {
    /// Counts, and refuses what no number contains.
    fn of(text: &str) -> Result<Survey, NumberError> {
        let mut found = Survey { dots: 0, commas: 0, spaces: 0 };
        let mut digits = 0;
        for c in text.chars() {
            match c {
                '0'..='9' => digits += 1,
                '.' => found.dots += 1,
                ',' => found.commas += 1,
                c if is_grouping_space(c) => found.spaces += 1,
                '₺' => return Err(NumberError::Currency),
                'T' | 't' | 'Y' | 'y' if crate::turkish::money::has_lira_word(text) => return Err(NumberError::Currency),
                '$' | '€' | '£' => return Err(NumberError::ForeignCurrency),
                'e' | 'E' if digits > 0 && text.ends_with(|c: char| c.is_ascii_digit()) => return Err(NumberError::Scientific),
                c => return Err(NumberError::NotANumber(c)),
            }
        }
        match digits {
            0 if text.is_empty() => Err(NumberError::Empty),
            0 => Err(NumberError::MissingDigits),
            _ => Ok(found),
        }
    }

    /// The grouping and the decimal sign of a number whose column says nothing, if the number itself leaves no doubt.
    fn only_reading(&self, text: &str) -> Result<(Option<char>, Option<char>), NumberError> {
        let (mark, count) = match (self.dots, self.commas) {
            (0, 0) => return Ok((None, None)),
            (0, commas) => (',', commas),
            (dots, 0) => ('.', dots),
            // The later of two kinds starts the decimals.
            _ if text.rfind('.') > text.rfind(',') => return Ok((Some(','), Some('.'))),
            _ => return Ok((Some('.'), Some(','))),
        };
        if count > 1 {
            return Ok((Some(mark), None));
        }
        let (whole, decimals) = text.split_once(mark).expect("the mark was counted");
        let may_group = matches!(whole.len(), 1..=3) && !whole.starts_with('0') && self.spaces == 0;
        if may_group && decimals.len() == 3 { Err(NumberError::Ambiguous) } else { Ok((None, Some(mark))) }
    }
}

fn is_grouping_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// Whether the whole part is bare digits, or groups of three divided by one kind of sign.
fn check_grouping(whole: &str, group: Option<char>) -> Result<(), NumberError> {
    let Some(first_mark) = whole.chars().find(|c| !c.is_ascii_digit()) else { return Ok(()) };
    if Some(first_mark) != group && !is_grouping_space(first_mark) {
        return Err(NumberError::BadGrouping);
    }
    let mut groups = whole.split(first_mark);
    let first = groups.next().expect("split yields at least one part");
    let well_formed = matches!(first.len(), 1..=3)
        && !first.starts_with('0')
        && groups.all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()));
    if well_formed { Ok(()) } else { Err(NumberError::BadGrouping) }
}

#[cfg(test)]
mod tests {
    use super::NumberError::*;
    use super::Separators::*;
    use super::*;
    use proptest::prelude::*;

    fn number(unscaled: i64, places: u8) -> Result<Parsed, NumberError> {
        Ok(Parsed { unscaled, places, percent: false })
    }

    #[test]
    fn one_text_under_each_profile() {
        let no = Err(BadGrouping);
        let comma = Err(UnexpectedSeparator(','));
        // text, Turkish, plain, US, unstated
        let table = [
            ("1234", number(1234, 0), number(1234, 0), number(1234, 0), number(1234, 0)),
            ("1.234", number(1234, 0), number(1234, 3), number(1234, 3), Err(Ambiguous)),
            ("1,234", number(1234, 3), comma, number(1234, 0), Err(Ambiguous)),
            ("1.234,5", number(12345, 1), comma, no, number(12345, 1)),
            ("1,234.5", no, comma, number(12345, 1), number(12345, 1)),
            ("1234,5", number(12345, 1), comma, no, number(12345, 1)),
            ("1234.5", no, number(12345, 1), number(12345, 1), number(12345, 1)),
            ("29.802.943,48", number(2980294348, 2), comma, no, number(2980294348, 2)),
            ("4,572.83", no, comma, number(457283, 2), number(457283, 2)),
            ("65596282,36", number(6559628236, 2), comma, no, number(6559628236, 2)),
            ("65596282.36", no, number(6559628236, 2), number(6559628236, 2), number(6559628236, 2)),
            ("1.000.000", number(1_000_000, 0), no, no, number(1_000_000, 0)),
            ("0.123", no, number(123, 3), number(123, 3), number(123, 3)),
            ("1234.567", no, number(1234567, 3), number(1234567, 3), number(1234567, 3)),
            ("1.23.456", no, no, no, no),
            ("1.234.56", no, no, no, no),
            ("1,2,3", no, comma, no, no),
            ("1.234,5.6", no, comma, no, no),
        ];
        for (text, turkish, plain, us, unstated) in table {
            assert_eq!(parse(text, Turkish), turkish, "{text} Turkish");
            assert_eq!(parse(text, Plain), plain, "{text} plain");
            assert_eq!(parse(text, Us), us, "{text} US");
            assert_eq!(parse(text, Unstated), unstated, "{text} unstated");
        }
    }

    #[test]
    fn signs_spaces_and_limits() {
        let table = [
            (" 12 ", number(12, 0)),
            ("007", number(7, 0)),
            ("1 250,00", number(125000, 2)),
            ("1\u{a0}250,00", number(125000, 2)),
            ("1\u{202f}250\u{202f}000", number(1250000, 0)),
            ("12 50", Err(BadGrouping)),
            ("1 250.000", Err(BadGrouping)),
            ("-5", number(-5, 0)),
            ("\u{2212}5,5", number(-55, 1)),
            ("– 5", number(-5, 0)),
            ("+5", number(5, 0)),
            ("(1.250,00)", number(-125000, 2)),
            ("(-5)", Err(NotANumber('-'))),
            ("--5", Err(NotANumber('-'))),
            ("(5", Err(NotANumber('('))),
            ("", Err(Empty)),
            (" \u{a0} ", Err(Empty)),
            ("-", Err(Empty)),
            ("5,", Err(MissingDigits)),
            (",5", Err(MissingDigits)),
            (".", Err(MissingDigits)),
            ("12a", Err(NotANumber('a'))),
            ("yok", Err(NotANumber('y'))),
            ("4,57E+11", Err(Scientific)),
            ("5 TL", Err(Currency)),
            ("₺5", Err(Currency)),
            ("5 $", Err(ForeignCurrency)),
            ("9223372036854775807", number(i64::MAX, 0)),
            ("-9223372036854775808", number(i64::MIN, 0)),
            ("9223372036854775808", Err(TooLarge)),
            ("99999999999999999999999", Err(TooLarge)),
            ("0,0000000000000000000001", Err(TooLarge)),
            ("١٢", Err(NotANumber('١'))),
        ];
        for (text, outcome) in table {
            assert_eq!(parse(text, Turkish), outcome, "{text:?}");
        }
    }

    #[test]
    fn percentages_keep_their_number_as_written() {
        let percent = |unscaled, places| Ok(Parsed { unscaled, places, percent: true });
        let table = [
            ("%93,3", percent(933, 1)),
            ("93,3%", percent(933, 1)),
            ("% 93,3", percent(933, 1)),
            ("93,3 %", percent(933, 1)),
            ("-%5", percent(-5, 0)),
            ("%-5", percent(-5, 0)),
            ("-%-5", Err(NotANumber('-'))),
            ("%5%", Err(NotANumber('%'))),
            ("%", Err(Empty)),
        ];
        for (text, outcome) in table {
            assert_eq!(parse(text, Turkish), outcome, "{text:?}");
        }
    }

    #[test]
    fn a_parsed_number_as_float_and_as_integer() {
        let parsed = |text| parse(text, Turkish).unwrap();
        assert_eq!(parsed("1.234,5").to_f64(), 1234.5);
        assert_eq!(parsed("5,00").to_integer(), Some(5));
        assert_eq!(parsed("5,01").to_integer(), None);
        assert_eq!(parsed("%5").to_integer(), None);
    }

    proptest! {
        #[test]
        fn the_short_way_and_the_long_way_read_alike(text in "[-0-9]{0,4}[,.][-0-9,.]{1,3}") {
            for separators in [Turkish, Plain, Us, Unstated] {
                if let Some(parsed) = parse_decimal_bytes(text.as_bytes(), separators) {
                    let (magnitude, places) = unsigned(&text, separators).unwrap();
                    prop_assert_eq!(parsed, Parsed { unscaled: magnitude as i64, places, percent: false });
                }
            }
        }

        #[test]
        fn any_text_gives_an_answer(text in "[-+0-9., %()TLEe₺\u{a0}]{0,14}") {
            for separators in [Turkish, Plain, Us, Unstated] {
                let answer = parse(&text, separators);
                if let (Some(fast), Ok(slow)) = (parse_integer_bytes(text.as_bytes()), answer) {
                    prop_assert_eq!(fast, slow.unscaled);
                }
            }
        }

        #[test]
        fn an_unstated_column_agrees_with_every_stated_one_that_can_read_the_number(text in "[0-9]{1,4}([.,][0-9]{1,3}){0,2}") {
            if let Ok(unstated) = parse(&text, Unstated) {
                let stated: Vec<Parsed> = [Turkish, Us].into_iter().filter_map(|s| parse(&text, s).ok()).collect();
                prop_assert!(stated.is_empty() || stated.contains(&unstated), "{} {:?}", text, stated);
            }
        }
    }
}

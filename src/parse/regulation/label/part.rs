//! What follows an article's number in collections of repealed and amended wording: `Madde 67 fıkra üç –`, `MADDE 3 ila
//! 10 –`, `Madde 48 bent (A), alt bent (5) –`. It belongs to the label: the article is not there as a whole.

use super::super::characters::is_gap;
use super::super::words;

/// The nouns of what an article is made of, and of ranges.
const KEYS: [&str; 10] = ["fikra", "fikrasi", "bent", "bend", "bendi", "cumle", "cumlesi", "cetvel", "ibare", "ila"];
/// Other words before and between them.
const JOINS: [&str; 9] = ["ve", "ici", "icindeki", "numarali", "bolumu", "alt", "son", "hukum", "parantez"];
/// Longest stretch looked at, in bytes.
const LONGEST: usize = 120;

/// Where the words about a part end, in bytes of `rest`, which begins behind the number `article`.
pub(super) fn end(rest: &str, article: u32) -> Option<usize> {
    let rest = &rest[..rest.floor_char_boundary(LONGEST)];
    let (mut end, mut known, mut at) = (0, false, 0);
    loop {
        let before = at;
        let Some(gap) = separators(&rest[at..]) else { break };
        at += gap;
        let word = rest[at..]
            .split(|c: char| is_gap(c) || matches!(c, '-' | '–' | '—' | ',' | ';' | ':' | '"' | '“' | '”'))
            .next()
            .unwrap_or_default();
        // `bent(a)` has lost its gap.
        let whole =
            word.split_once('(').filter(|(key, rest)| !key.is_empty() && rest.ends_with(')')).map_or(word, |(key, _)| key);
        let core = whole.trim_matches(['(', ')', '.']);
        let counts = words::ordinal(core).is_some() || words::cardinal(core).is_some() || is_short(core);
        let key = KEYS.iter().any(|k| words::is(core, k)) || core.ends_with("fıkra");
        // `MADDE 12 – 13 -`: a range of articles.
        let range = end == 0
            && core.parse::<u32>().is_ok_and(|n| n > article)
            && rest[before..at].contains(['-', '–'])
            && dash(&rest[at + word.len()..]);
        let join = JOINS.iter().any(|j| words::is(core, j));
        if core.is_empty()
            || !(counts || key || join)
            || word.contains(['/', ']'])
            || word.starts_with('(') && !word.ends_with(')')
        {
            break;
        }
        // The first word says that a part is meant, or counts one that the second word names.
        if end == 0 && !key && !range && !counts && !join {
            return None;
        }
        known |= key || range;
        at += word.len();
        end = at;
    }
    (known && closes(&rest[end..])).then_some(end)
}

/// Where the words about a part end when a note says whose wording follows: `Madde 46 fıkra iki 5 inci dereceye ait
/// hükümler (26/12/1993 tarih ve 3946 sayılı Kanunun hükmüdür.)`. `numbered` is false behind `Ek Madde` without a number.
pub(super) fn collected(rest: &str, numbered: bool) -> Option<usize> {
    let rest = &rest[..rest.floor_char_boundary(2 * LONGEST + 40)];
    let begins = rest.trim_start_matches([' ', '\u{a0}']);
    if numbered && begins.starts_with(['-', '–', '—', ':']) {
        return None;
    }
    let mut brackets = rest.match_indices('(').map(|(at, _)| at).take_while(|at| *at < LONGEST + 40);
    let note = brackets.find(|at| is_dated(&rest[*at..]))?;
    let stretch = &rest[..note];
    let hukum = rest[note..].find("hükm").or_else(|| rest[note..].find("hüküm"))?;
    let closed = rest[note..].find(')').is_some_and(|end| hukum < end);
    let words = stretch.trim_end_matches(|c| is_gap(c) || matches!(c, '-' | '–' | '—'));
    let paragraph = !stretch.contains("\n\n") && !stretch.contains(". ");
    (closed && paragraph && words.contains(char::is_alphanumeric)).then_some(words.len())
}

/// True for a bracket that begins with a day: `(12/5/1989 tarih …`.
pub fn is_dated(rest: &str) -> bool {
    let Some(inside) = rest.trim_start_matches(is_gap).strip_prefix('(') else { return false };
    let mut parts = inside.trim_start_matches(is_gap).splitn(3, '/');
    let number = |p: Option<&str>| p.is_some_and(|p| matches!(p.len(), 1 | 2) && p.bytes().all(|b| b.is_ascii_digit()));
    number(parts.next()) && number(parts.next()) && parts.next().is_some_and(|year| year.starts_with(['1', '2']))
}

/// `EK MADDE (1327 sayılı Kanunun 71 nci maddesiyle getirilen) –`: what stands between the word for article and the dash.
pub(super) fn bracketed(rest: &str) -> Option<usize> {
    let rest = rest[..rest.floor_char_boundary(LONGEST)].split('\n').next()?;
    let inside = rest.trim_start_matches(' ').strip_prefix('(')?;
    let end = rest.len() - inside.len() + inside.find(')')? + 1;
    dash(&rest[end..]).then_some(end)
}

/// The length of gaps, dashes and commas; `None` over a blank line.
fn separators(rest: &str) -> Option<usize> {
    let length =
        rest.len() - rest.trim_start_matches(|c| is_gap(c) || matches!(c, '-' | '–' | '—' | ',' | ';' | '"' | '“' | '”')).len();
    (rest[..length].matches('\n').count() <= 2).then_some(length)
}

fn dash(rest: &str) -> bool {
    rest.trim_start_matches(is_gap).starts_with(['-', '–', '—'])
}

/// A dash, a colon or the bracket of a note ends a label; a further word makes it a sentence.
fn closes(rest: &str) -> bool {
    let rest = rest.trim_start_matches(|c| is_gap(c) || matches!(c, '"' | '”' | ')'));
    rest.starts_with(['-', '–', '—', ':', '(']) || rest.is_empty()
}

/// `(2)`, `A`, `II`, `f`: the number or letter of a part.
fn is_short(core: &str) -> bool {
    let letters = core.chars().count();
    letters > 0 && (letters <= 2 || letters <= 3 && core.bytes().all(|b| matches!(b, b'0'..=b'9' | b'I' | b'V' | b'X')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_before_the_note_that_says_whose_wording_it_is() {
        let note = " (26/12/1993 tarih ve 3946 sayılı Kanunun hükmüdür.)";
        let part = " fıkra iki 5 ve 4 üncü dereceye ait hükümler";
        assert_eq!(collected(&format!("{part} –{note}"), true), Some(part.len()));
        assert_eq!(collected(" uyarınca (26/12/1993 tarih ve 3946 sayılı Kanun)", true), None);
        assert_eq!(collected(&format!(" –{note}"), true), None);
        assert_eq!(collected(&format!(" Bent (c) –{note}"), false), Some(" Bent (c)".len()));
    }

    #[test]
    fn parts_of_articles_and_ranges() {
        for (rest, part) in [
            (" fıkra üç – (18/10/1982 tarih", Some(" fıkra üç")),
            (", fıkra iki – ( 18/10/1982", Some(", fıkra iki")),
            (" bent (A), alt bent (5) – (24/2/1988", Some(" bent (A), alt bent (5)")),
            (" – fıkra dört – cümle bir -", Some(" – fıkra dört – cümle bir")),
            (" fıkra bir\nbent (1)–(31/12/1960", Some(" fıkra bir\nbent (1)")),
            (" – ikinci fıkra-( 9/2/2008", Some(" – ikinci fıkra")),
            (" ila 10 –\n(31/12/1960", Some(" ila 10")),
            (" – 13 - (25/10/1984", Some(" – 13")),
            (", son fıkra – (18/10", Some(", son fıkra")),
            (" – (1) Bu Kanun", None),
            (" uyarınca", None),
            ("- Birinci derece kadrolar", None),
            (" fıkra bir hükmüne göre", None),
            (" – 1 - Belediye", None),
            (" - İki fıkra halinde", None),
            ("", None),
        ] {
            assert_eq!(end(rest, 12).map(|e| &rest[..e]), part, "{rest}");
        }
    }
}

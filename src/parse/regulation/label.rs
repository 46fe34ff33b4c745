//! Labels at the start of a line: MADDE 4-, (1), a), 1.2.1, 1), •. Recognises their form only; whether a form is meant
//! as a label at its place is for `block` and `attach` to say, who know what stands before.

mod cursor;
mod part;

use super::characters::is_gap;
use super::division;
use cursor::Cursor;

/// What a label's form says it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// KİTAP, KISIM, BÖLÜM, AYIRIM with its rank.
    Division(u8),
    /// MADDE, with or without Ek, Geçici, Mükerrer.
    Article,
    /// `(1)`: a paragraph of an article (fıkra).
    Paragraph,
    /// `1.2` or `1.2.1.`; the number of its levels, from 2.
    Decimal(u8),
    /// `1.`, `1)` or `1-`.
    Number,
    /// `a)`, `ç)`, `aa)` (bent).
    Letter,
    /// `A)`, `A.`, `I.`, `IV-`.
    Capital,
    /// `•`, `-`.
    Bullet,
    /// `[27]` before a note at the end of a text.
    Footnote,
}

/// A label at a place (etiket). Offsets are bytes of the whole text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    pub form: Form,
    /// Where it begins.
    pub start: u32,
    /// Past its punctuation.
    pub end: u32,
    /// What names it, without keyword and punctuation: `26/A`, `ç`, `1.2.1`.
    pub name: (u32, u32),
    /// Where the prefix Ek, Geçici or Mükerrer stands; empty without one.
    pub prefix: (u32, u32),
    /// Its number, or its letter's code; 0 for bullets.
    pub value: u32,
    /// True for punctuation that also stands after common words and numbers: `a.`, `1-`.
    pub weak: bool,
}

impl Label {
    /// The name as printed, with its prefix: `Geçici 1`, `26/A`.
    pub fn spoken(&self, text: &str) -> String {
        let part = |range: (u32, u32)| super::characters::unwrapped(&text[range.0 as usize..range.1 as usize]);
        match (part(self.prefix), part(self.name)) {
            (prefix, name) if prefix.is_empty() => name,
            (prefix, name) if name.is_empty() => prefix,
            (prefix, name) => format!("{prefix} {name}"),
        }
    }
}

/// The label at byte `at`, which is the first character of a line or stands after another label.
pub(super) fn read(text: &str, at: usize) -> Option<Label> {
    let mut cursor = Cursor { text, at };
    match cursor.peek()? {
        '(' => paragraph(cursor),
        '0'..='9' => division(text, at).or_else(|| numbered(cursor)),
        'a'..='z' | 'ç' | 'ğ' | 'ı' | 'ö' | 'ş' | 'ü' => letter(cursor),
        '•' | '·' | '‣' | '▪' | '●' | '○' | '■' | '\u{f0b7}' | '\u{f0a7}' | '*' | '-' | '–' | '—' | '➢' | '✓' | '►' =>
        {
            cursor.next();
            let glyph = cursor.at;
            // A dash right before a word is a hyphen or a minus, or a bullet where more of them stand.
            let next = cursor.peek().filter(|c| is_gap(*c) && *c != '\n' || c.is_uppercase() || cursor.at_law())?;
            // `– (12/5/1989 tarih ve 368 sayılı KHK'nin hükmüdür.)` goes on with the article that the line above named.
            if part::is_dated(cursor.rest()) {
                return None;
            }
            let (name, weak) = ((glyph as u32, glyph as u32), !is_gap(next));
            Some(Label { form: Form::Bullet, start: at as u32, end: glyph as u32, name, prefix: name, value: 0, weak })
        }
        c if c.is_uppercase() => article(cursor).or_else(|| division(text, at)).or_else(|| capital(cursor)),
        _ => None,
    }
}

fn division(text: &str, at: usize) -> Option<Label> {
    let found = division::read(text, at)?;
    let none = (at as u32, at as u32);
    let mut end = Cursor { text, at: found.end as usize };
    end.skip_punctuation();
    Some(Label {
        form: Form::Division(found.rank),
        start: at as u32,
        end: end.at as u32,
        name: found.name,
        prefix: none,
        value: found.value,
        weak: false,
    })
}

const PREFIXES: [&str; 10] =
    ["EK", "Ek", "GEÇİCİ", "Geçici", "GEÇICI", "Gecici", "MÜKERRER", "Mükerrer", "EK GEÇİCİ", "Ek Geçici"];

fn article(mut cursor: Cursor<'_>) -> Option<Label> {
    let start = cursor.at;
    // Most lines begin with another letter than the prefixes and the word itself.
    if !matches!(cursor.rest().as_bytes().first(), Some(b'E' | b'G' | b'M')) {
        return None;
    }
    let mut prefix_end = start;
    let mut prefixed = false;
    while let Some(word) = PREFIXES.iter().rev().find(|p| cursor.rest().starts_with(**p)) {
        cursor.at += word.len();
        prefix_end = cursor.at;
        cursor.skip_gaps(2);
        prefixed = true;
        if prefix_end == cursor.at {
            return None;
        }
    }
    if !(cursor.take("MADDE") || cursor.take("Madde") || prefixed && cursor.take("madde")) {
        return None;
    }
    let mut ended = cursor.skip_punctuation();
    let punctuated = cursor.at;
    cursor.skip_gaps(2);
    ended |= cursor.skip_punctuation();
    let name = cursor.at;
    let value = cursor.digits(4);
    match value {
        Some(value) => {
            cursor.insertion();
            ended = false;
            if let Some(end) = part::end(cursor.rest(), value).or_else(|| part::collected(cursor.rest(), true)) {
                cursor.at += end;
                ended = true;
            }
        }
        None => {
            cursor.at = if ended { punctuated } else { name };
            let part = part::collected(cursor.rest(), false).or_else(|| part::bracketed(cursor.rest()));
            if let Some(end) = part.filter(|_| prefixed && !ended) {
                cursor.at += end;
                ended = true;
            }
        }
    }
    let named = if value.is_some() || cursor.at > name { cursor.at } else { name.min(cursor.at) };
    let name = name.min(named);
    ended |= cursor.skip_punctuation() || value.is_some() && cursor.skip_dash_below();
    let after = cursor.rest().trim_start_matches([' ', '\u{a0}', '\t']).chars().next();
    // `Madde 18 uyarınca` and `Madde 5’in` are citations.
    let cited = after.is_some_and(|c| matches!(c, '\'' | '’') || !ended && (c.is_lowercase() || matches!(c, ',' | ';')));
    // `GEÇİCİ MADDE –` stands alone in laws that have only one.
    if cited || value.is_none() && !(prefixed && ended) {
        return None;
    }
    Some(Label {
        form: Form::Article,
        start: start as u32,
        end: cursor.at as u32,
        name: (name as u32, named as u32),
        prefix: (start as u32, prefix_end as u32),
        value: value.unwrap_or(0),
        weak: false,
    })
}

/// `[27]` at byte `at`, which begins a line among the notes at the end of a text.
pub(super) fn footnote(text: &str, at: usize) -> Option<Label> {
    let mut cursor = Cursor { text, at };
    if !cursor.take("[") {
        return None;
    }
    let value = cursor.digits(4)?;
    let named = cursor.at;
    cursor.take("]").then(|| Label {
        form: Form::Footnote,
        start: at as u32,
        end: cursor.at as u32,
        name: (at as u32 + 1, named as u32),
        prefix: (at as u32, at as u32),
        value,
        weak: false,
    })
}

fn paragraph(mut cursor: Cursor<'_>) -> Option<Label> {
    let start = cursor.at;
    cursor.next();
    cursor.skip_gaps(0);
    let name = cursor.at;
    let value = cursor.digits(3)?;
    let named = cursor.at;
    cursor.skip_gaps(0);
    if !cursor.take(")") {
        return None;
    }
    // `bent (9)'un parantez içi hükmü` names a point, `(1) ve (2) numaralı fıkralarıyla` several paragraphs.
    let listed =
        ["ve ", "veya ", "ile ", "ila "].iter().find_map(|word| cursor.rest().trim_start_matches(is_gap).strip_prefix(word));
    let counted = listed.and_then(|rest| rest.strip_prefix('(')?.split_once(") ")).is_some_and(|(number, rest)| {
        number.bytes().all(|b| b.is_ascii_digit())
            && ["numara", "inci", "ıncı", "uncu", "üncü", "nci", "ncı", "fıkra", "bent", "bend"]
                .iter()
                .any(|w| rest.starts_with(w))
    });
    if counted || cursor.rest().starts_with(['\'', '’']) {
        return None;
    }
    // `(2) numaralı fıkranın uygulanmasında` names one.
    if ["numara", "nolu", "no’lu", "sayılı"].iter().any(|word| cursor.rest().trim_start_matches(is_gap).starts_with(word)) {
        return None;
    }
    cursor.skip_punctuation();
    Some(Label {
        form: Form::Paragraph,
        start: start as u32,
        end: cursor.at as u32,
        name: (name as u32, named as u32),
        prefix: (start as u32, start as u32),
        value,
        weak: false,
    })
}

/// `1.`, `1)`, `1-`, `1.2`, `1.2.1.`; never `97 sayılı`, `5.000 metre`, `03.04.2021`.
fn numbered(mut cursor: Cursor<'_>) -> Option<Label> {
    let start = cursor.at;
    let mut value = cursor.level()?;
    let mut levels = 1;
    let mut end = cursor.at;
    let mut closed = false;
    loop {
        match cursor.peek() {
            Some('.') => {
                cursor.next();
                closed = true;
                match cursor.level() {
                    Some(next) => {
                        (value, levels, end, closed) = (next, levels + 1, cursor.at, false);
                    }
                    None => break,
                }
            }
            Some(')' | '-' | '–') if levels == 1 => {
                let mark = cursor.next();
                // `1-)` is closed as surely as `1)`.
                let weak = mark != Some(')') && !cursor.take(")");
                let spaced =
                    cursor.at_law() || cursor.peek().is_none_or(|c| is_gap(c) || c.is_uppercase() || !weak && c.is_lowercase());
                return spaced.then_some(Label {
                    form: Form::Number,
                    start: start as u32,
                    end: cursor.at as u32,
                    name: (start as u32, end as u32),
                    prefix: (start as u32, start as u32),
                    value,
                    weak,
                });
            }
            _ => break,
        }
    }
    if levels > 5 || levels == 1 && !closed || !cursor.peek().is_none_or(|c| is_gap(c) || c.is_uppercase() && closed) {
        return None;
    }
    // A decimal alone on its line, or before a small letter, is a number in a sentence: `1.5 katı`.
    let rest = cursor.rest().trim_start_matches(is_gap);
    // A web page's list numbered the articles once more: `1. Madde 6:`. But `23. Maddesi uyarınca` cites one.
    if rest.starts_with("Madde") || rest.starts_with("MADDE") {
        let article = article(Cursor { text: cursor.text, at: cursor.text.len() - rest.len() })?;
        return Some(Label { start: start as u32, ..article });
    }
    if rest.chars().next().is_none_or(char::is_lowercase) {
        return None;
    }
    cursor.at = if closed { cursor.at } else { end };
    if cursor.peek() == Some('-') {
        cursor.next();
    }
    Some(Label {
        form: if levels == 1 { Form::Number } else { Form::Decimal(levels) },
        start: start as u32,
        end: cursor.at as u32,
        name: (start as u32, end as u32),
        prefix: (start as u32, start as u32),
        value,
        weak: levels == 1,
    })
}

fn letter(mut cursor: Cursor<'_>) -> Option<Label> {
    let start = cursor.at;
    let first = cursor.next()?;
    if cursor.peek() == Some(first) {
        cursor.next();
    }
    let named = cursor.at;
    cursor.skip_gaps(0);
    let mark = cursor.next()?;
    let weak = match mark {
        ')' => false,
        '.' | '-' | '–' if cursor.at - mark.len_utf8() == named && cursor.peek().is_some_and(is_gap) => true,
        _ => return None,
    };
    // `a) ve b) bentleri` names points; a small second mark (`a)-`) belongs to the label.
    cursor.skip_punctuation_after_bracket(weak);
    let rest = cursor.rest().trim_start_matches([' ', '\u{a0}']);
    if ["bend", "bent", "fıkra", "ve ", "veya ", "ile "].iter().any(|word| rest.starts_with(word)) {
        return None;
    }
    Some(Label {
        form: Form::Letter,
        start: start as u32,
        end: cursor.at as u32,
        name: (start as u32, named as u32),
        prefix: (start as u32, start as u32),
        value: u32::from(first),
        weak,
    })
}

fn capital(mut cursor: Cursor<'_>) -> Option<Label> {
    let start = cursor.at;
    let first = cursor.next()?;
    if first == 'I' || first == 'V' || first == 'X' {
        while cursor.peek().is_some_and(|c| matches!(c, 'I' | 'V' | 'X')) {
            cursor.next();
        }
    }
    let named = cursor.at;
    let mark = cursor.next()?;
    if !matches!(mark, ')' | '.' | '-' | '–') || !cursor.peek().is_some_and(is_gap) && mark != ')' {
        return None;
    }
    // `T. C.` and `A. Yılmaz` are initials: what follows a label is a longer word.
    let word = cursor.rest().trim_start_matches(is_gap).split(is_gap).next().unwrap_or_default();
    if word.chars().count() < 3 {
        return None;
    }
    Some(Label {
        form: Form::Capital,
        start: start as u32,
        end: cursor.at as u32,
        name: (start as u32, named as u32),
        prefix: (start as u32, start as u32),
        value: u32::from(first),
        weak: mark != ')',
    })
}

#[cfg(test)]
mod tests;

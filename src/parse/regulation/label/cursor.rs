//! A place in a text that moves on over what labels are made of: gaps, dashes, digits. Not what the pieces mean.

use crate::parse::regulation::characters::is_gap;

#[derive(Clone, Copy)]
pub(super) struct Cursor<'t> {
    pub text: &'t str,
    pub at: usize,
}

impl<'t> Cursor<'t> {
    #[inline]
    pub fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    #[inline]
    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    #[inline]
    pub fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }

    #[inline]
    pub fn take(&mut self, word: &str) -> bool {
        let there = self.rest().starts_with(word);
        self.at += if there { word.len() } else { 0 };
        there
    }

    /// Over gaps with at most `lines` line ends; not at all when there are more.
    pub fn skip_gaps(&mut self, lines: usize) {
        let start = self.at;
        let mut ends = 0;
        while let Some(c) = self.peek().filter(|c| is_gap(*c)) {
            ends += usize::from(c == '\n');
            if ends > lines {
                self.at = start;
                return;
            }
            self.at += c.len_utf8();
        }
    }

    /// Over dashes, colons, dots and brackets with spaces between; true when there were any.
    pub fn skip_punctuation(&mut self) -> bool {
        let mut end = self.at;
        let mut found = false;
        loop {
            self.skip_gaps(0);
            if !self.peek().is_some_and(|c| matches!(c, '-' | '–' | '—' | '−' | ':' | '.' | ')' | '‒' | '―' | '_')) {
                break;
            }
            self.next();
            end = self.at;
            found = true;
        }
        self.at = end;
        found
    }

    /// True before a law's number, with which an item may begin: `1-3194 sayılı yasa`.
    pub fn at_law(&self) -> bool {
        let after = self.rest().trim_start_matches(|c: char| c.is_ascii_digit());
        let after = if after.len() < self.rest().len() { after.trim_start_matches(is_gap) } else { "" };
        after.starts_with("sayılı") || after.starts_with("Sayılı")
    }

    /// Over a dash that wrapping put on a line below: `MADDE⏎57/A⏎–`. Where more lines begin with one, it is a list's.
    pub fn skip_dash_below(&mut self) -> bool {
        let start = self.at;
        self.skip_gaps(2);
        let dash = self.peek().filter(|c| matches!(c, '-' | '–' | '—'));
        let below = self.text[start..self.at].contains('\n');
        let alone = |c: char| {
            let rest = &self.rest()[c.len_utf8()..];
            let next = rest.lines().skip(1).map(|line| line.trim_start_matches(is_gap));
            rest.starts_with(|c: char| is_gap(c) || c == '(') && !next.take(12).any(|line| line.starts_with(c))
        };
        if below && dash.is_some_and(alone) && self.skip_punctuation() {
            return true;
        }
        self.at = start;
        false
    }

    pub fn skip_punctuation_after_bracket(&mut self, weak: bool) {
        if !weak && self.peek().is_some_and(|c| matches!(c, '-' | '.' | ':')) {
            self.next();
        }
    }

    /// A number of at most `most` digits.
    pub fn digits(&mut self, most: usize) -> Option<u32> {
        let count = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        if count == 0 || count > most {
            return None;
        }
        let value = self.rest()[..count].parse().ok()?;
        self.at += count;
        Some(value)
    }

    /// A level of a decimal label: one or two digits that do not begin with 0.
    pub fn level(&mut self) -> Option<u32> {
        if self.peek() == Some('0') {
            return None;
        }
        self.digits(2)
    }

    /// The letter of an inserted article: `/A`, ` / a`.
    pub fn insertion(&mut self) {
        let start = self.at;
        self.skip_gaps(0);
        if self.take("/") {
            self.skip_gaps(0);
            let letter = self.next().is_some_and(char::is_alphanumeric);
            if letter && self.peek().is_none_or(|c| !c.is_alphanumeric()) {
                return;
            }
        }
        self.at = start;
    }
}

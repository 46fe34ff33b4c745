//! What stands between quotation marks. An amending law quotes the new wording of another law, and `bu Kanunun 5 inci
//! maddesi` in there is not its own; what is quoted may go on over several clauses.

use super::super::characters::first_byte;

/// The marks still open where a clause begins.
#[derive(Default)]
pub(super) struct Quotes {
    open: bool,
}

impl Quotes {
    /// The quoted stretches of the next clause's words, in bytes.
    pub fn of(&mut self, text: &str) -> Vec<(usize, usize)> {
        // Most clauses quote nothing.
        if !self.open && !may_quote(text) {
            return Vec::new();
        }
        let mut stretches = Vec::new();
        let mut begun = self.open.then_some(0);
        let mut first_open = self.open;
        for (at, c) in marks(text) {
            match (c, begun) {
                ('“', None) => {
                    begun = Some(at);
                    first_open = at == 0;
                }
                ('"', None) => {
                    begun = Some(at);
                    first_open = false;
                }
                ('”' | '"', Some(start)) => {
                    stretches.push((start, at));
                    begun = None;
                }
                _ => {}
            }
        }
        // Only what begins with a mark is a quoted clause; a mark that never closes inside a sentence is a slip.
        self.open = begun.is_some() && first_open;
        match begun {
            Some(start) if self.open => stretches.push((start, text.len())),
            _ => {}
        }
        stretches
    }

    /// A new article quotes nothing yet.
    pub fn close(&mut self) {
        self.open = false;
    }
}

/// False where surely no mark stands.
fn may_quote(text: &str) -> bool {
    first_byte(text.as_bytes(), 0, |byte| u8::from(byte == b'"') | u8::from(byte == "“".as_bytes()[0])).is_some()
}

/// The marks `“`, `”` and `"` with their places, found by their bytes: most letters need not be decoded.
fn marks(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let mark = |(at, byte): (usize, u8)| match byte {
        b'"' => Some((at, '"')),
        0xE2 => text[at..].chars().next().filter(|c| matches!(c, '“' | '”')).map(|c| (at, c)),
        _ => None,
    };
    text.bytes().enumerate().filter_map(mark)
}

/// The stretch that holds byte `at`.
pub(super) fn around(stretches: &[(usize, usize)], at: usize) -> Option<(usize, usize)> {
    stretches.iter().copied().find(|(start, end)| (*start..*end).contains(&at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quoted_clause_goes_on_until_its_mark_closes() {
        let mut quotes = Quotes::default();
        assert_eq!(quotes.of("ibaresi “a” ve \"b\" olarak"), [(8, 12), (19, 21)]);
        assert_eq!(quotes.of("“Madde 22 – Yeni"), [(0, 20)]);
        assert_eq!(quotes.of("sonu”; kendisi"), [(0, 4)]);
        assert_eq!(quotes.of("hiç “kapanmayan"), []);
    }
}

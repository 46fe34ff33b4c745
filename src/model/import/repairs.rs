//! What was repaired on the way from an export to a clean file: by kind, and how often. Who repairs is `cell`.

/// What was repaired in a cell (onarım): a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Repairs(u8);

impl Repairs {
    /// Letters of a wrong reading, of double UTF-8, of a PDF's glyph table, or in two pieces.
    pub const LETTERS: Repairs = Repairs(1);
    /// No-break spaces, runs of spaces, line breaks and invisible characters.
    pub const SPACES: Repairs = Repairs(2);
    /// A word of a list in other letters: `FEN ISLERI`.
    pub const SPELLING: Repairs = Repairs(4);
    /// A text that a spreadsheet has made a number of: `1234.0`.
    pub const FLOAT: Repairs = Repairs(8);
    /// A day that a spreadsheet has written as its number: `45839`.
    pub const SERIAL: Repairs = Repairs(16);
    /// A cell in another encoding than its file.
    pub const ENCODING: Repairs = Repairs(32);

    /// All kinds, each with its name in the catalogues.
    pub const ALL: [(Repairs, &'static str); 6] = [
        (Repairs::LETTERS, "letters"),
        (Repairs::SPACES, "spaces"),
        (Repairs::SPELLING, "spelling"),
        (Repairs::FLOAT, "float"),
        (Repairs::SERIAL, "serial"),
        (Repairs::ENCODING, "encoding"),
    ];

    pub(super) fn add(&mut self, other: Repairs) {
        self.0 |= other.0;
    }

    fn has(self, other: Repairs) -> bool {
        self.0 & other.0 != 0
    }
}

/// How many cells were repaired, by kind (onarım sayıları).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RepairCounts([u64; 6]);

impl RepairCounts {
    #[inline]
    pub(super) fn count(&mut self, repairs: Repairs) {
        if repairs.0 == 0 {
            return;
        }
        for (count, (kind, _)) in self.0.iter_mut().zip(Repairs::ALL) {
            *count += u64::from(repairs.has(kind));
        }
    }

    /// Each kind that occurred: its name in the catalogues and how often.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, u64)> {
        Repairs::ALL.into_iter().zip(self.0).filter(|(_, count)| *count > 0).map(|((_, name), count)| (name, count))
    }

    /// All together.
    pub fn total(&self) -> u64 {
        self.0.iter().sum()
    }
}

//! What files suffer on their way, on request: encodings, misread letters, a spreadsheet's own ideas of numbers and days, and
//! losses that nobody can mend. Kinds and letters are those seen in real Turkish files.

use super::super::calendar::Day;
use super::super::random::Random;
use super::layout::{Layout, Nature, System, parts};
use crate::turkish::{case, fold};

macro_rules! damages {
    ($($(#[$doc:meta])* $kind:ident = $name:literal, $mends:ident;)*) => {
        /// A kind of damage (bozulma).
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Damage { $($(#[$doc])* $kind),* }

        impl Damage {
            /// Every kind.
            pub const ALL: [Damage; [$($name),*].len()] = [$(Damage::$kind),*];

            /// Its name on the command line.
            pub fn name(self) -> &'static str {
                match self { $(Damage::$kind => $name),* }
            }

            /// Whether an import gives the clean data back: `Mends`. Of the others it must refuse rows: `Loses`.
            pub fn is_repairable(self) -> bool {
                match self { $(Damage::$kind => matches!(Fate::$mends, Fate::Mends)),* }
            }
        }
    };
}

enum Fate {
    Mends,
    Loses,
}

damages! {
    /// UTF-8 without a mark.
    Utf8 = "utf-8", Mends;
    /// UTF-8 with a byte order mark.
    Utf8Bom = "utf-8-bom", Mends;
    /// Excel's "CSV" on a Turkish Windows.
    Windows1254 = "windows-1254", Mends;
    /// The same letters at the same places.
    Latin5 = "iso-8859-9", Mends;
    /// Automation of the DOS years.
    Cp857 = "cp857", Mends;
    /// Excel's "Unicode text".
    Utf16 = "utf-16", Mends;
    /// Some rows in UTF-8, some in Windows-1254.
    Mixed = "mixed-encoding", Mends;
    /// Windows-1254 read as Latin-1: `ÞÝÞLÝ`.
    Latin1 = "latin1-reading", Mends;
    /// UTF-8 encoded once more: `Ä°lçe`.
    DoubleUtf8 = "double-utf-8", Mends;
    /// The glyph table of an old PDF: `BĠLGĠ`.
    GlyphMap = "glyph-map", Mends;
    /// Letters in two pieces.
    Decomposed = "decomposed", Mends;
    /// Words in capitals.
    Upper = "upper-case", Mends;
    /// Words without Turkish letters: `Sikayet`.
    Ascii = "ascii", Mends;
    /// No-break and doubled spaces.
    Spaces = "spaces", Mends;
    /// A line break instead of a space.
    Breaks = "line-breaks", Mends;
    /// Whole numbers as `15.0`.
    Floats = "floats", Mends;
    /// Days as Excel's numbers.
    Serials = "excel-serials", Mends;
    /// A `sep=` line.
    SepLine = "sep-line", Mends;
    /// Titles above the header.
    Titles = "titles", Mends;
    /// Sums below the rows.
    Totals = "totals", Mends;
    /// Empty columns behind the last one.
    BlankColumns = "blank-columns", Mends;
    /// Empty rows.
    BlankRows = "blank-rows", Mends;
    /// Letters dropped: `leri Müdürlüü`.
    LostLetters = "lost-letters", Loses;
    /// Pairs of letters lost with their glyph.
    Ligatures = "lost-ligatures", Loses;
    /// Digits of days dropped: `.07.2026`.
    LostDigits = "lost-digits", Loses;
    /// What a reader of scanned pages makes of words.
    Ocr = "ocr", Loses;
    /// A font that shows other letters.
    Font = "substituted-font", Loses;
    /// Numbers of requests shortened: `2,02607E+11`.
    Scientific = "scientific", Loses;
    /// Rows with a cell too few.
    Ragged = "ragged-rows", Loses;
    /// Rows whose cells are one column off.
    Shifted = "shifted-rows", Loses;
    /// Words that no list has.
    UnknownWords = "unknown-words", Loses;
}

impl Damage {
    /// Whether it says how the file is encoded.
    pub fn is_encoding(self) -> bool {
        use Damage::{Cp857, Latin5, Utf8, Utf8Bom, Utf16, Windows1254};
        matches!(self, Utf8 | Utf8Bom | Windows1254 | Latin5 | Cp857 | Utf16)
    }
}

/// How often a cell suffers, where not the whole file does.
const SHARE: f64 = 0.08;
/// How often a row does.
const ROW_SHARE: f64 = 0.02;

/// The damages of one file.
#[derive(Clone, Copy)]
pub(super) struct Damages<'d>(pub(super) &'d [Damage]);

impl Damages<'_> {
    pub(super) fn has(&self, damage: Damage) -> bool {
        self.0.contains(&damage)
    }

    /// What happens to the cells of a row. The first row suffers what only few rows do: what was asked for is always there.
    pub(super) fn cells(&self, random: &mut Random, layout: &Layout, is_first: bool, cells: &mut [String]) {
        if self.0.iter().all(|damage| damage.is_encoding()) {
            return;
        }
        for (cell, (_, nature)) in cells.iter_mut().zip(&layout.columns) {
            for damage in self.0 {
                if !cell.is_empty() && random.chance(SHARE) {
                    *cell = changed(*damage, layout.system, *nature, cell);
                }
            }
        }
        if self.has(Damage::Shifted) && (random.chance(ROW_SHARE) || is_first) {
            cells.rotate_right(1);
        }
    }

    /// What happens to every letter of the file.
    pub(super) fn text(&self, text: &str) -> String {
        let swap = |text: &str, from: &str, to: &str| -> String {
            text.chars().map(|c| from.chars().position(|f| f == c).and_then(|at| to.chars().nth(at)).unwrap_or(c)).collect()
        };
        let mut text = text.to_owned();
        for damage in self.0 {
            text = match damage {
                Damage::Latin1 => swap(&text, "İıŞşĞğ", "ÝýÞþÐð"),
                Damage::GlyphMap => swap(&text, "İŞş", "ĠġĢ"),
                Damage::DoubleUtf8 => encoding_rs::WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned(),
                Damage::Decomposed => text.chars().map(pieces).collect(),
                _ => continue,
            };
        }
        text
    }

    /// Whether a row, or the whole file, has letters that only Unicode has.
    pub(super) fn needs_unicode(&self) -> bool {
        use Damage::{Decomposed, DoubleUtf8, GlyphMap, Latin1};
        self.0.iter().any(|damage| matches!(damage, Decomposed | DoubleUtf8 | GlyphMap | Latin1))
    }

    /// A row without its last cells; the first is one.
    pub(super) fn is_ragged(&self, random: &mut Random, is_first: bool) -> bool {
        self.has(Damage::Ragged) && (random.chance(ROW_SHARE) || is_first)
    }

    /// A row in the other encoding.
    pub(super) fn is_other(&self, random: &mut Random) -> bool {
        self.has(Damage::Mixed) && random.chance(5.0 * ROW_SHARE)
    }

    /// A blank row before the next one.
    pub(super) fn is_before_blank(&self, random: &mut Random) -> bool {
        self.has(Damage::BlankRows) && random.chance(ROW_SHARE)
    }
}

fn changed(damage: Damage, system: System, nature: Nature, cell: &str) -> String {
    let is_word = nature == Nature::Word;
    let without = |letters: &str| cell.chars().filter(|c| !letters.contains(*c)).collect::<String>();
    match damage {
        Damage::Upper if is_word => case::upper(cell),
        Damage::Ascii if is_word => fold(cell),
        Damage::Spaces if is_word => format!("{}\u{a0}", cell.replace(' ', " \u{a0}")),
        Damage::Breaks if is_word => cell.replacen(' ', "\n", 1),
        Damage::Floats if nature == Nature::Whole => format!("{cell}.0"),
        Damage::Serials if nature == Nature::Day => serial(system, cell).unwrap_or_else(|| cell.to_owned()),
        Damage::LostLetters if is_word => without("ğışĞİŞü"),
        Damage::Ligatures if is_word => cell.replace("ri", " ").replace("ti", " "),
        Damage::Ocr if is_word => cell.replace('m', "rn").replace('ı', "l").replace('r', "f"),
        Damage::Font if is_word => cell.replace('a', "M").replace('n', "b").replace('m', "Ö"),
        Damage::LostDigits if nature == Nature::Day => cell[1..].trim_start_matches(|c: char| c.is_ascii_digit()).to_owned(),
        Damage::Scientific if nature == Nature::Key => "2,02607E+11".to_owned(),
        Damage::UnknownWords if is_word => format!("{cell} (eski)"),
        _ => cell.to_owned(),
    }
}

/// Excel's number of a day, with its time as a fraction.
fn serial(system: System, cell: &str) -> Option<String> {
    let (day, time) = cell.split_once(' ').unwrap_or((cell, ""));
    let split: Vec<&str> = day.split(['/', '-', '.']).collect();
    let (day, month, year) = match system {
        System::Masa => parts(cell).map(|(day, month, year, _)| (day, month, year))?,
        System::Cozum => (*split.get(2)?, *split.get(1)?, *split.first()?),
        System::Cagri => (*split.get(1)?, *split.first()?, *split.get(2)?),
    };
    let day = Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).since(Day::new(1899, 12, 30));
    if time.is_empty() {
        return Some(day.to_string());
    }
    let (clock, half) = time.split_once(' ').unwrap_or((time, ""));
    let mut clock = clock.split(':').map(|part| part.parse::<u64>().unwrap_or(0));
    let (hour, minute) = (clock.next()?, clock.next()?);
    let hour = match half {
        "AM" => hour % 12,
        "PM" => hour % 12 + 12,
        _ => hour,
    };
    let fraction = (hour * 60 + minute) * 10_000_000_000 / 1440 + 1;
    Some(if hour + minute == 0 { day.to_string() } else { format!("{day},{fraction:010}") })
}

/// A letter as its plain form and the mark it carries.
fn pieces(c: char) -> String {
    let (plain, mark) = match c {
        'ç' => ('c', '\u{327}'),
        'Ç' => ('C', '\u{327}'),
        'ş' => ('s', '\u{327}'),
        'Ş' => ('S', '\u{327}'),
        'ğ' => ('g', '\u{306}'),
        'Ğ' => ('G', '\u{306}'),
        'ö' => ('o', '\u{308}'),
        'Ö' => ('O', '\u{308}'),
        'ü' => ('u', '\u{308}'),
        'Ü' => ('U', '\u{308}'),
        'İ' => ('I', '\u{307}'),
        'â' => ('a', '\u{302}'),
        'î' => ('i', '\u{302}'),
        other => return other.to_string(),
    };
    [plain, mark].into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_become_excels_numbers() {
        assert_eq!(serial(System::Masa, "03.04.2021").as_deref(), Some("44289"));
        assert_eq!(serial(System::Cozum, "2021-04-03 12:00:00").as_deref(), Some("44289,5000000001"));
        assert_eq!(serial(System::Cagri, "4/3/2021 6:00 PM").as_deref(), Some("44289,7500000001"));
        assert_eq!(serial(System::Cagri, "4/3/2021 12:00 AM").as_deref(), Some("44289"));
    }

    #[test]
    fn names_are_unique() {
        let mut names: Vec<_> = Damage::ALL.iter().map(|damage| damage.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Damage::ALL.len());
    }
}

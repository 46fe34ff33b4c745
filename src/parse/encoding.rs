//! Which letters the bytes of a data file mean: UTF-8, Windows-1254 or UTF-16. The file decides once; a cell that
//! contradicts it is read the way its own bytes say and reported. Not a repairer: damaged words stay as they are.

use std::borrow::Cow;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1254};

/// How a file is encoded (kodlama).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// What Excel on Turkish Windows writes as "CSV". ISO-8859-9 is read as this too: it differs only in control codes.
    Windows1254,
    /// "Unicode text" of Excel; only with its byte order mark.
    Utf16Le,
    /// The same in the other byte order.
    Utf16Be,
}

impl Encoding {
    /// Decides from the first block of a file; also says how many bytes its byte order mark takes.
    ///
    /// A block cut within a letter is no evidence against UTF-8. In a mixed block the majority of letters decides.
    pub fn of(head: &[u8]) -> (Encoding, usize) {
        match head {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding::Utf8, 3),
            [0xFF, 0xFE, ..] => (Encoding::Utf16Le, 2),
            [0xFE, 0xFF, ..] => (Encoding::Utf16Be, 2),
            _ => (Encoding::of_letters(head).unwrap_or(Encoding::Utf8), 0),
        }
    }

    /// Decides from the letters alone; `None` when all of them are ASCII, which says nothing.
    fn of_letters(head: &[u8]) -> Option<Encoding> {
        let (mut proper, mut odd) = (0_usize, 0_usize);
        for chunk in head.utf8_chunks() {
            proper += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
            odd += chunk.invalid().len();
        }
        // A letter cut off at the end of the block leaves at most three odd bytes.
        let cut = head.utf8_chunks().last().map_or(0, |c| c.invalid().len());
        match (proper, odd - cut.min(odd)) {
            (0, 0) if cut == 0 => None,
            (proper, odd) if proper > odd || (odd == 0 && proper > 0) => Some(Encoding::Utf8),
            _ => Some(Encoding::Windows1254),
        }
    }

    /// The name people know it by.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Windows1254 => "Windows-1254",
            Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
        }
    }

    /// The decoder that turns a UTF-16 file into UTF-8 as it streams; `None` for the others, whose ASCII bytes mean
    /// themselves, so that cells are cut first and decoded when somebody wants them.
    pub(super) fn streaming(self) -> Option<encoding_rs::Decoder> {
        match self {
            Encoding::Utf16Le => Some(UTF_16LE.new_decoder_without_bom_handling()),
            Encoding::Utf16Be => Some(UTF_16BE.new_decoder_without_bom_handling()),
            Encoding::Utf8 | Encoding::Windows1254 => None,
        }
    }

    /// The words of one cell, and whether its bytes contradict the file's encoding.
    pub fn decode(self, cell: &[u8]) -> (Cow<'_, str>, bool) {
        match (std::str::from_utf8(cell), self) {
            (Ok(text), Encoding::Windows1254) => (Cow::Borrowed(text), !text.is_ascii()),
            (Ok(text), _) => (Cow::Borrowed(text), false),
            (Err(_), encoding) => (WINDOWS_1254.decode_without_bom_handling(cell).0, encoding != Encoding::Windows1254),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_block_decides() {
        assert_eq!(Encoding::of("\u{feff}ad".as_bytes()), (Encoding::Utf8, 3));
        assert_eq!(Encoding::of(b"\xFF\xFEa\0"), (Encoding::Utf16Le, 2));
        assert_eq!(Encoding::of("Çaycuma".as_bytes()), (Encoding::Utf8, 0));
        assert_eq!(Encoding::of(b"Zab\xFDta;\xDE\xFDk\xE2yet"), (Encoding::Windows1254, 0));
        assert_eq!(Encoding::of(b"ascii"), (Encoding::Utf8, 0));
        assert_eq!(Encoding::of(&"açık ş".as_bytes()[..8]), (Encoding::Utf8, 0), "the last letter is cut in two");
    }

    #[test]
    fn a_cell_that_contradicts_its_file_is_read_by_its_own_bytes() {
        assert_eq!(Encoding::Utf8.decode(b"Zab\xFDta"), ("Zabıta".into(), true));
        assert_eq!(Encoding::Windows1254.decode("Zabıta".as_bytes()), ("Zabıta".into(), true));
        assert_eq!(Encoding::Windows1254.decode(b"Zab\xFDta"), ("Zabıta".into(), false));
        assert_eq!(Encoding::Windows1254.decode(b"Zabita"), ("Zabita".into(), false));
    }
}

//! Which letters the bytes of a data file mean: UTF-8, Windows-1254, CP857 or UTF-16. The file decides once; a cell that
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
    /// What automation programs of the DOS years still write.
    Cp857,
    /// "Unicode text" of Excel.
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
            _ if let Some(encoding) = Encoding::of_gaps(head) => (encoding, 0),
            _ => (Encoding::of_letters(head).unwrap_or(Encoding::Utf8), 0),
        }
    }

    /// UTF-16 that lost its byte order mark: of each pair of bytes the same one is nearly always zero.
    fn of_gaps(head: &[u8]) -> Option<Encoding> {
        let head = &head[..head.len().min(512)];
        let zeros = |first: usize| head.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
        let (even, odd, pairs) = (zeros(0), zeros(1), head.len() / 2);
        let nearly_all = |zeros: usize| pairs >= 4 && zeros * 5 >= pairs * 4;
        match (nearly_all(even), nearly_all(odd)) {
            (false, true) => Some(Encoding::Utf16Le),
            (true, false) => Some(Encoding::Utf16Be),
            _ => None,
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
            _ if of_dos(head) => Some(Encoding::Cp857),
            _ => Some(Encoding::Windows1254),
        }
    }

    /// The name people know it by.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Windows1254 => "Windows-1254",
            Encoding::Cp857 => "CP857",
            Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
        }
    }

    /// The decoder that turns a UTF-16 file into UTF-8 as it streams; `None` for the others, whose ASCII bytes mean
    /// themselves, so that cells are cut first and decoded when somebody wants them.
    pub(super) fn streaming(self) -> Option<encoding_rs::Decoder> {
        match self {
            Encoding::Utf16Le => Some(UTF_16LE.new_decoder_without_bom_handling()),
            Encoding::Utf16Be => Some(UTF_16BE.new_decoder_without_bom_handling()),
            Encoding::Utf8 | Encoding::Windows1254 | Encoding::Cp857 => None,
        }
    }

    /// The words of a whole file, byte order mark and all.
    pub fn text(bytes: &[u8]) -> Cow<'_, str> {
        let (encoding, mark) = Encoding::of(bytes);
        let bytes = &bytes[mark..];
        match encoding {
            Encoding::Utf16Le => UTF_16LE.decode_without_bom_handling(bytes).0,
            Encoding::Utf16Be => UTF_16BE.decode_without_bom_handling(bytes).0,
            _ => encoding.decode(bytes).0,
        }
    }

    /// The words of one cell, and whether its bytes contradict the file's encoding.
    pub fn decode(self, cell: &[u8]) -> (Cow<'_, str>, bool) {
        match (std::str::from_utf8(cell), self) {
            (Ok(text), Encoding::Cp857) if text.is_ascii() => (Cow::Borrowed(text), false),
            (_, Encoding::Cp857) => (cell.iter().map(|byte| from_dos(*byte)).collect::<String>().into(), false),
            (Ok(text), Encoding::Windows1254) => (Cow::Borrowed(text), !text.is_ascii()),
            (Ok(text), _) => (Cow::Borrowed(text), false),
            (Err(_), encoding) => (WINDOWS_1254.decode_without_bom_handling(cell).0, encoding != Encoding::Windows1254),
        }
    }
}

/// True when the letters above ASCII are where CP857 has the Turkish ones. Windows has marks there that stand beside
/// words, not in them: of the others, a Turkish text has at least as many.
fn of_dos(head: &[u8]) -> bool {
    let count = |letters: &[u8]| head.iter().filter(|byte| letters.contains(byte)).count();
    let dos = count(&[0x80, 0x81, 0x87, 0x8D, 0x94, 0x98, 0x99, 0x9A, 0x9E, 0x9F, 0xA6, 0xA7]);
    dos > count(&[0xC7, 0xD0, 0xD6, 0xDC, 0xDD, 0xDE, 0xE7, 0xF0, 0xF6, 0xFC, 0xFD, 0xFE])
}

fn from_dos(byte: u8) -> char {
    if byte.is_ascii() { char::from(byte) } else { CP857[usize::from(byte) - 0x80] }
}

/// The upper half of code page 857 (DOS Turkish), after the Unicode Consortium's `CP857.TXT`.
#[rustfmt::skip]
const CP857: [char; 128] = [
    'Ç', 'ü', 'é', 'â', 'ä', 'à', 'å', 'ç', 'ê', 'ë', 'è', 'ï', 'î', 'ı', 'Ä', 'Å',
    'É', 'æ', 'Æ', 'ô', 'ö', 'ò', 'û', 'ù', 'İ', 'Ö', 'Ü', 'ø', '£', 'Ø', 'Ş', 'ş',
    'á', 'í', 'ó', 'ú', 'ñ', 'Ñ', 'Ğ', 'ğ', '¿', '®', '¬', '½', '¼', '¡', '«', '»',
    '░', '▒', '▓', '│', '┤', 'Á', 'Â', 'À', '©', '╣', '║', '╗', '╝', '¢', '¥', '┐',
    '└', '┴', '┬', '├', '─', '┼', 'ã', 'Ã', '╚', '╔', '╩', '╦', '╠', '═', '╬', '¤',
    'º', 'ª', 'Ê', 'Ë', 'È', '\u{fffd}', 'Í', 'Î', 'Ï', '┘', '┌', '█', '▄', '¦', 'Ì', '▀',
    'Ó', 'ß', 'Ô', 'Ò', 'õ', 'Õ', 'µ', '\u{fffd}', '×', 'Ú', 'Û', 'Ù', 'ì', 'ÿ', '¯', '´',
    '\u{ad}', '±', '\u{fffd}', '¾', '¶', '§', '÷', '¸', '°', '¨', '·', '¹', '³', '²', '■', '\u{a0}',
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_block_decides() {
        assert_eq!(Encoding::of("\u{feff}ad".as_bytes()), (Encoding::Utf8, 3));
        assert_eq!(Encoding::of(b"\xFF\xFEa\0"), (Encoding::Utf16Le, 2));
        assert_eq!(Encoding::of(b"N\0o\0;\0\x5E\x01\n\0"), (Encoding::Utf16Le, 0), "without its mark");
        assert_eq!(Encoding::of(b"No;\0Birim\n1;a\n"), (Encoding::Utf8, 0), "one NUL is none of it");
        assert_eq!(Encoding::of("Çaycuma".as_bytes()), (Encoding::Utf8, 0));
        assert_eq!(Encoding::of(b"Zab\xFDta;\xDE\xFDk\xE2yet"), (Encoding::Windows1254, 0));
        assert_eq!(Encoding::of(b"ascii"), (Encoding::Utf8, 0));
        assert_eq!(Encoding::of(b"Zab\x8Dta;\x9Eik\x83yet;\x98mar"), (Encoding::Cp857, 0));
        assert_eq!(Encoding::of(b"\x93Zab\xFDta\x94 \x96 \xDEube"), (Encoding::Windows1254, 0), "quotes and dashes of Windows");
        assert_eq!(Encoding::of(&"açık ş".as_bytes()[..8]), (Encoding::Utf8, 0), "the last letter is cut in two");
    }

    #[test]
    fn a_whole_file_is_read_whatever_it_is_written_in() {
        let utf16: Vec<u8> = "\u{feff}Şükrü".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(Encoding::text(&utf16), "Şükrü");
        assert_eq!(Encoding::text(&utf16[..utf16.len() - 1]), "Şükr\u{fffd}", "cut off in the middle of a letter");
        assert_eq!(Encoding::text("\u{feff}Şükrü".as_bytes()), "Şükrü");
        assert_eq!(Encoding::text(b"\xDE\xFCkr\xFC"), "Şükrü");
    }

    #[test]
    fn a_cell_that_contradicts_its_file_is_read_by_its_own_bytes() {
        assert_eq!(Encoding::Cp857.decode(b"Ya\xA7mur \x98\x9Fi"), ("Yağmur İşi".into(), false));
        assert_eq!(Encoding::Utf8.decode(b"Zab\xFDta"), ("Zabıta".into(), true));
        assert_eq!(Encoding::Windows1254.decode("Zabıta".as_bytes()), ("Zabıta".into(), true));
        assert_eq!(Encoding::Windows1254.decode(b"Zab\xFDta"), ("Zabıta".into(), false));
        assert_eq!(Encoding::Windows1254.decode(b"Zabita"), ("Zabita".into(), false));
    }
}

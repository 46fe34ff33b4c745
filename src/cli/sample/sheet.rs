//! A table as a Turkish Excel saves it: `;`, CRLF, decimal comma. Only for made-up data; real files are written by
//! the import, which checks them.

use std::io::{self, Write};

/// Which bytes a letter becomes (karakter kodlaması).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// What "CSV (noktalı virgülle ayrılmış)" gives on a Turkish Windows.
    Windows1254,
    /// What everything else gives.
    Utf8,
}

/// Writes rows of cells one by one, so that a file of any length needs the memory of one row.
pub struct Sheet<'a> {
    out: &'a mut dyn Write,
    encoding: Encoding,
    line: Vec<u8>,
}

impl<'a> Sheet<'a> {
    /// A sheet whose first row is `headers`.
    pub fn new(out: &'a mut dyn Write, encoding: Encoding, headers: &[&str]) -> io::Result<Sheet<'a>> {
        let mut sheet = Sheet { out, encoding, line: Vec::with_capacity(256) };
        sheet.row(headers)?;
        Ok(sheet)
    }

    /// One more row.
    pub fn row(&mut self, cells: &[&str]) -> io::Result<()> {
        self.line.clear();
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                self.line.push(b';');
            }
            if cell.contains([';', '"', '\r', '\n']) {
                self.push(&format!("\"{}\"", cell.replace('"', "\"\"")));
            } else {
                self.push(cell);
            }
        }
        self.line.extend_from_slice(b"\r\n");
        self.out.write_all(&self.line)
    }

    fn push(&mut self, text: &str) {
        match self.encoding {
            Encoding::Utf8 => self.line.extend_from_slice(text.as_bytes()),
            Encoding::Windows1254 => self.line.extend(text.chars().map(windows_1254)),
        }
    }
}

/// The byte of a letter in Windows-1254: Latin-1 but for six Turkish letters.
fn windows_1254(letter: char) -> u8 {
    match letter {
        'Ğ' => 0xD0,
        'ğ' => 0xF0,
        'İ' => 0xDD,
        'ı' => 0xFD,
        'Ş' => 0xDE,
        'ş' => 0xFE,
        other => u8::try_from(u32::from(other)).expect("the vocabulary of the samples has only letters of Windows-1254"),
    }
}

/// An amount of kuruş as lira: `1.234,50`.
pub fn lira(kurus: u64) -> String {
    let whole = (kurus / 100).to_string();
    let mut grouped = String::with_capacity(whole.len() * 4 / 3 + 3);
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    format!("{grouped},{:02}", kurus % 100)
}

/// Tenths as a number with one decimal: `3,4`.
pub fn tenths(tenths: u64) -> String {
    format!("{},{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(encoding: Encoding, cells: &[&str]) -> Vec<u8> {
        let mut out = Vec::new();
        Sheet::new(&mut out, encoding, cells).expect("memory takes everything");
        out
    }

    #[test]
    fn turkish_letters_become_one_byte_each() {
        assert_eq!(written(Encoding::Windows1254, &["ĞğİıŞş", "çÖü"]), b"\xD0\xF0\xDD\xFD\xDE\xFE;\xE7\xD6\xFC\r\n");
        assert_eq!(written(Encoding::Utf8, &["ş"]), "ş\r\n".as_bytes());
    }

    #[test]
    fn only_cells_that_need_them_get_quotes() {
        assert_eq!(written(Encoding::Utf8, &["a;b", "c\"d", "e f"]), b"\"a;b\";\"c\"\"d\";e f\r\n");
    }

    #[test]
    fn amounts_and_tenths() {
        assert_eq!([lira(5), lira(123_450), lira(100_000_000)], ["0,05", "1.234,50", "1.000.000,00"]);
        assert_eq!([tenths(0), tenths(34), tenths(1200)], ["0,0", "3,4", "120,0"]);
    }
}

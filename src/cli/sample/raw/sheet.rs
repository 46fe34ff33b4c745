//! A raw export's bytes: delimiter, quotation marks, titles and sums, and every encoding Turkish files come in. Not the clean
//! sheet of [`super::super::sheet`], which never suffers.

use std::io::{self, Write};

use super::super::random::Random;
use super::damage::{Damage, Damages};
use super::layout::{Layout, System};

/// A file being written (ham sayfa).
pub(super) struct RawSheet<'o, 'd> {
    out: &'o mut dyn Write,
    damages: Damages<'d>,
    encoding: Damage,
    delimiter: char,
    line: String,
}

impl<'o, 'd> RawSheet<'o, 'd> {
    /// A file with its byte order mark.
    pub(super) fn new(out: &'o mut dyn Write, layout: &Layout, damages: Damages<'d>) -> io::Result<Self> {
        let own = match layout.system {
            System::Masa => Damage::Windows1254,
            System::Cozum => Damage::Utf8,
            System::Cagri => Damage::Utf16,
        };
        let own = if damages.needs_unicode() && own == Damage::Windows1254 { Damage::Utf8 } else { own };
        let encoding = damages.0.iter().copied().find(|damage| damage.is_encoding()).unwrap_or(own);
        // Rows can only differ where a cell tells its own encoding.
        let encoding = if damages.has(Damage::Mixed) && encoding == Damage::Utf16 { Damage::Utf8 } else { encoding };
        let delimiter = match layout.system {
            System::Masa => ';',
            System::Cozum => ',',
            System::Cagri => '\t',
        };
        match encoding {
            Damage::Utf8Bom => out.write_all(b"\xEF\xBB\xBF")?,
            Damage::Utf16 => out.write_all(b"\xFF\xFE")?,
            _ => {}
        }
        Ok(RawSheet { out, damages, encoding, delimiter, line: String::new() })
    }

    /// Everything down to the header row.
    pub(super) fn top(&mut self, layout: &Layout) -> io::Result<()> {
        if self.damages.has(Damage::SepLine) {
            let line = format!("sep={}", self.delimiter);
            self.plain(&line)?;
        }
        if layout.system == System::Masa || self.damages.has(Damage::Titles) {
            self.cells(&padded(layout, "ÖRNEK BELEDİYE"), self.encoding)?;
            self.plain("")?;
            self.cells(&padded(layout, "Başvuru listesi (örnek veri)"), self.encoding)?;
        }
        let names: Vec<String> = layout.columns.iter().map(|(name, _)| name.clone()).collect();
        self.cells(&names, self.encoding)
    }

    /// A row of data.
    pub(super) fn row(&mut self, random: &mut Random, layout: &Layout, is_first: bool, cells: &[String]) -> io::Result<()> {
        if self.damages.is_before_blank(random) {
            self.cells(&padded(layout, ""), self.encoding)?;
        }
        let other = if self.encoding == Damage::Windows1254 { Damage::Utf8 } else { Damage::Windows1254 };
        let encoding = if self.damages.is_other(random) { other } else { self.encoding };
        let cells = if self.damages.is_ragged(random, is_first) { &cells[..cells.len() - 1] } else { cells };
        self.cells(cells, encoding)
    }

    /// Everything below the last row of data.
    pub(super) fn bottom(&mut self, layout: &Layout, rows: u64) -> io::Result<()> {
        if layout.system == System::Masa || self.damages.has(Damage::Totals) {
            let mut total = padded(layout, "TOPLAM");
            total[1] = rows.to_string();
            self.cells(&total, self.encoding)?;
        }
        if layout.system == System::Masa {
            self.cells(&padded(layout, "Rapor tarihi: 01.07.2026"), self.encoding)?;
        }
        self.out.flush()
    }

    fn cells(&mut self, cells: &[String], encoding: Damage) -> io::Result<()> {
        self.line.clear();
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                self.line.push(self.delimiter);
            }
            match cell.contains([self.delimiter, '"', '\r', '\n']) {
                true => self.line += &format!("\"{}\"", cell.replace('"', "\"\"")),
                false => self.line += cell,
            }
        }
        if self.damages.has(Damage::BlankColumns) {
            (0..3).for_each(|_| self.line.push(self.delimiter));
        }
        let line = self.damages.text(&self.line);
        self.bytes(&line, encoding)
    }

    fn plain(&mut self, line: &str) -> io::Result<()> {
        self.bytes(line, self.encoding)
    }

    fn bytes(&mut self, line: &str, encoding: Damage) -> io::Result<()> {
        let line = format!("{line}\r\n");
        let bytes: Vec<u8> = match encoding {
            Damage::Utf16 => line.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            Damage::Windows1254 | Damage::Latin5 => encoding_rs::WINDOWS_1254.encode(&line).0.into_owned(),
            Damage::Cp857 => line.chars().map(dos_byte).collect(),
            _ => line.into_bytes(),
        };
        self.out.write_all(&bytes)
    }
}

/// A row of the file's width that says one thing.
fn padded(layout: &Layout, first: &str) -> Vec<String> {
    let mut cells = vec![String::new(); layout.columns.len()];
    cells[0] = first.to_owned();
    cells
}

/// The byte of a letter in code page 857.
fn dos_byte(letter: char) -> u8 {
    match letter {
        'Ç' => 0x80,
        'ü' => 0x81,
        'â' => 0x83,
        'ç' => 0x87,
        'ı' => 0x8D,
        'ö' => 0x94,
        'û' => 0x96,
        'î' => 0x8C,
        'İ' => 0x98,
        'Ö' => 0x99,
        'Ü' => 0x9A,
        'Ş' => 0x9E,
        'ş' => 0x9F,
        'Ğ' => 0xA6,
        'ğ' => 0xA7,
        '\u{a0}' => 0xFF,
        'Â' => 0xB6,
        'Î' => 0xD7,
        'Û' => 0xEA,
        other => u8::try_from(u32::from(other)).ok().filter(u8::is_ascii).unwrap_or(b'?'),
    }
}

//! The end of a picture file: whether it is there, and how many moments lie before it. Follows the files' own marks and
//! decodes nothing: ISO/IEC 10918-1 annex B (JPEG), PNG third edition §5, GIF89a, the WebP container.

use image::ImageFormat;

/// What lies between a picture's head and its end.
pub(super) struct End {
    /// True for more than one moment.
    pub moving: bool,
}

/// The ending of a file's name that is a picture's, in lower case as addresses are.
pub(super) fn of(path: &str) -> Option<&str> {
    path.rsplit_once('.').map(|(_, ending)| ending).filter(|ending| super::ENDINGS.contains(ending))
}

/// The endings that are right for a kind of picture, the usual one first.
pub(super) fn of_format(format: ImageFormat) -> Option<&'static [&'static str]> {
    match format {
        ImageFormat::Jpeg => Some(&["jpg", "jpeg"]),
        ImageFormat::Png => Some(&["png"]),
        ImageFormat::WebP => Some(&["webp"]),
        ImageFormat::Gif => Some(&["gif"]),
        _ => None,
    }
}

/// Goes through the parts of the file to its end; `None` when that is not there.
pub(super) fn look(format: ImageFormat, bytes: &[u8]) -> Option<End> {
    match format {
        ImageFormat::Jpeg => jpeg(bytes),
        ImageFormat::Png => png(bytes),
        ImageFormat::Gif => gif(bytes),
        _ => webp(bytes),
    }
}

/// Segments up to the first scan, among them any small picture with an end of its own; the end is looked for after them.
fn jpeg(bytes: &[u8]) -> Option<End> {
    const START_OF_SCAN: u8 = 0xda;
    const END_OF_IMAGE: [u8; 2] = [0xff, 0xd9];
    let mut at = 2;
    loop {
        match (*bytes.get(at)?, *bytes.get(at + 1)?) {
            (0xff, 0xff) => at += 1,
            (0xff, START_OF_SCAN) => break,
            (0xff, 0x01 | 0xd0..=0xd8) => at += 2,
            (0xff, _) => at += 2 + usize::from(u16::from_be_bytes(array(bytes, at + 2)?)),
            _ => return None,
        }
    }
    bytes[at..].windows(2).rposition(|pair| pair == END_OF_IMAGE).map(|_| End { moving: false })
}

/// Chunks, each with its length, up to `IEND`; `acTL` stands before the pixels of a film.
fn png(bytes: &[u8]) -> Option<End> {
    let (mut at, mut moving) = (8, false);
    loop {
        let length = u32::from_be_bytes(array(bytes, at)?) as usize;
        match &array::<4>(bytes, at + 4)? {
            b"IEND" => return bytes.get(at + 11).map(|_| End { moving }),
            b"acTL" => moving = true,
            _ => {}
        }
        at = at.checked_add(length)?.checked_add(12)?;
    }
}

/// Blocks up to the trailer; each picture among them is a moment.
fn gif(bytes: &[u8]) -> Option<End> {
    let table = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let mut at = 13 + table(*bytes.get(10)?);
    let mut pictures = 0;
    loop {
        at = match *bytes.get(at)? {
            0x3b => return Some(End { moving: pictures > 1 }),
            0x21 => after_parts(bytes, at + 2)?,
            0x2c => {
                pictures += 1;
                after_parts(bytes, at + 11 + table(*bytes.get(at + 9)?))?
            }
            _ => return None,
        };
    }
}

/// The place after parts that each begin with their length, up to the empty one.
fn after_parts(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match usize::from(*bytes.get(at)?) {
            0 => return Some(at + 1),
            length => at += 1 + length,
        }
    }
}

/// The container says how long it is, and in its extended form whether it holds a film.
fn webp(bytes: &[u8]) -> Option<End> {
    const MOVING: u8 = 0x02;
    let length = u32::from_le_bytes(array(bytes, 4)?) as usize;
    let whole = bytes.len() >= length.checked_add(8)?;
    let moving = bytes.get(12..16)? == b"VP8X" && bytes.get(20)? & MOVING != 0;
    whole.then_some(End { moving })
}

fn array<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..)?.first_chunk().copied()
}

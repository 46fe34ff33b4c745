//! The head of a picture file → its size, how it is turned, and whether it is fit to be shown. The pixels are `render`'s.
//!
//! Nothing is decoded here: a file of a few kilobytes may declare a picture that fills the memory.

mod drawing;
mod ending;

use std::collections::HashMap;
use std::io::Cursor;
use std::sync::{Arc, Mutex, PoisonError};

use image::metadata::Orientation;
use image::{ImageDecoder, ImageFormat, ImageReader};
use rayon::prelude::*;

use crate::source::{FileEntry, World};

/// The longest side that is read, in pixels.
pub const LONGEST_SIDE: u32 = 16_384;

/// The most pixels that are read: more than any telephone's camera makes unless it is asked to.
pub const MOST_PIXELS: u64 = 64_000_000;

/// The largest file that is read.
const LARGEST_FILE: u64 = 32 << 20;

/// Names of the endings of pictures, for telling them from other files.
pub const ENDINGS: [&str; 6] = ["jpg", "jpeg", "png", "webp", "gif", "svg"];

/// A picture as its head describes it (resim başlığı).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureSyntax {
    /// Width as it is seen, in pixels: after turning.
    pub width: u32,
    /// Height as it is seen, in pixels.
    pub height: u32,
    /// True when it may be seen through in places.
    pub alpha: bool,
    /// True when it is a film; only its first moment is shown.
    pub moving: bool,
    /// True when it is made of lines and not of pixels (SVG): shown at any size, as it is.
    pub drawing: bool,
    /// The hash of the whole file.
    pub hash: blake3::Hash,
}

/// Why a picture cannot be shown (resim kusuru).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PictureFault {
    /// It cannot be read, or is no picture of a known kind.
    Unreadable(String),
    /// It is a picture of another kind than its name says: the ending that would be right.
    WrongEnding(&'static str),
    /// It is larger than what is read: width and height in pixels.
    TooLarge(u32, u32),
    /// The file ends before the picture does.
    CutOff,
    /// A drawing that does more than draw: what of it.
    Unsafe(String),
}

/// A picture file and what its head says.
pub type Head = Result<PictureSyntax, PictureFault>;

/// The heads that were read before, by the hash and the ending of their files (başlık belleği).
#[derive(Default)]
pub struct HeadMemo(Mutex<HashMap<(blake3::Hash, Box<str>), Head>>);

/// The heads of all pictures among `files`, by path. Photographs are too many and too large to be looked into at every edit.
pub fn heads(world: &dyn World, files: &[FileEntry], memo: &HeadMemo) -> Vec<(Arc<str>, Head)> {
    let pictures: Vec<&FileEntry> = files.iter().filter(|entry| ending::of(&entry.path).is_some()).collect();
    pictures.into_par_iter().with_max_len(1).map(|entry| (Arc::clone(&entry.path), head(world, entry, memo))).collect()
}

fn head(world: &dyn World, entry: &FileEntry, memo: &HeadMemo) -> Head {
    if entry.size > LARGEST_FILE {
        return Err(PictureFault::Unreadable(format!("> {} MB", LARGEST_FILE >> 20)));
    }
    let unreadable = |error: std::io::Error| PictureFault::Unreadable(error.to_string());
    let hash = world.hash(&entry.path).map_err(unreadable)?;
    let ending = ending::of(&entry.path).unwrap_or_default();
    let key = (hash, Box::from(ending));
    // Nothing but the map's own calls happens under the lock.
    let known = || memo.0.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(head) = known().get(&key) {
        return head.clone();
    }
    let head = parse(ending, &world.read(&entry.path).map_err(unreadable)?, hash);
    known().insert(key, head.clone());
    head
}

/// Reads the head of a picture whose file ends in `.ending`.
pub fn parse(ending: &str, bytes: &[u8], hash: blake3::Hash) -> Head {
    let unreadable = |error: &dyn std::fmt::Display| PictureFault::Unreadable(error.to_string());
    if ending == "svg" {
        return drawing::head(bytes, hash);
    }
    let format = image::guess_format(bytes).map_err(|_| unreadable(&"JPEG, PNG, WebP, GIF?"))?;
    let right = ending::of_format(format).ok_or_else(|| unreadable(&format!("{format:?}")))?;
    if !right.contains(&ending) {
        return Err(PictureFault::WrongEnding(right[0]));
    }
    let end = ending::look(format, bytes).ok_or(PictureFault::CutOff)?;
    let mut decoder = ImageReader::with_format(Cursor::new(bytes), format).into_decoder().map_err(|e| unreadable(&e))?;
    let (width, height) = decoder.dimensions();
    if width.max(height) > LONGEST_SIDE || u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(PictureFault::TooLarge(width, height));
    }
    // A camera's note that cannot be read turns nothing.
    let lies_down = decoder.orientation().is_ok_and(is_on_its_side);
    let (width, height) = if lies_down { (height, width) } else { (width, height) };
    let alpha = format != ImageFormat::Jpeg && decoder.color_type().has_alpha();
    Ok(PictureSyntax { width, height, alpha, moving: end.moving, drawing: false, hash })
}

fn is_on_its_side(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
    )
}

#[cfg(test)]
mod tests;

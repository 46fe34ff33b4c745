//! A picture as a page shows it: which smaller copies there are and what they are called. Their bytes are `render`'s.
//!
//! A copy is named by its source's bytes and by how it is made, so that a copy once made is good for ever: servers may let
//! it be kept without asking, and `publish` takes it over from the version before.

use std::sync::Arc;

/// The widths of copies, in pixels: a telephone, a telephone of many dots or a small window, the text column at two dots a
/// pixel. A picture is never made larger than it is.
const WIDTHS: [u32; 3] = [480, 960, 1440];

/// Changes with everything that decides a copy's bytes besides its source: see `render::picture`.
const RECIPE: &str = "1";

/// The folder of the copies in a tree.
const FOLDER: &str = "varlik/resim";

/// The kinds of copies, in the order in which a browser is to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PictureFormat {
    /// AV1 Image File Format 1.1.
    Avif,
    /// WebP (RFC 9649).
    WebP,
    /// For pictures without transparency, where nothing newer is read.
    Jpeg,
    /// For pictures with transparency, where nothing newer is read.
    Png,
    /// A drawing, as it is.
    Svg,
}

impl PictureFormat {
    /// The ending of a file's name.
    pub fn ending(self) -> &'static str {
        match self {
            PictureFormat::Avif => "avif",
            PictureFormat::WebP => "webp",
            PictureFormat::Jpeg => "jpg",
            PictureFormat::Png => "png",
            PictureFormat::Svg => "svg",
        }
    }

    /// Media type (RFC 6838).
    pub fn mime(self) -> &'static str {
        match self {
            PictureFormat::Avif => "image/avif",
            PictureFormat::WebP => "image/webp",
            PictureFormat::Jpeg => "image/jpeg",
            PictureFormat::Png => "image/png",
            PictureFormat::Svg => "image/svg+xml",
        }
    }
}

/// How many copies are made of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Copies {
    /// Every width in every format.
    All,
    /// One: for a preview, which is read once and on this machine, and for pages that are opened from a folder.
    One,
}

/// A picture with its copies (resim).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PictureDoc {
    /// The source in the repository.
    pub file: Arc<str>,
    /// Where the copies stand, from the root of the tree, without width and ending: `varlik/resim/park.0123456789abcdef`.
    pub path: Arc<str>,
    /// The widths of the copies, in pixels, the smallest first.
    pub widths: Vec<u32>,
    /// Height of the widest copy, in pixels.
    pub height: u32,
    /// The formats that are tried before the last, which is made at the greatest width only.
    pub newer: &'static [PictureFormat],
    /// The format that every browser reads.
    pub last: PictureFormat,
}

impl PictureDoc {
    /// The copies of the picture in `file`, which is `width` × `height` pixels large.
    pub(super) fn new(file: &Arc<str>, hash: &blake3::Hash, (width, height): (u32, u32), alpha: bool, copies: Copies) -> Self {
        let widest = width.min(WIDTHS[WIDTHS.len() - 1]);
        // A copy hardly smaller than the next one helps nobody.
        let mut widths: Vec<u32> = WIDTHS.into_iter().filter(|w| copies == Copies::All && w * 6 / 5 < widest).collect();
        widths.push(widest);
        let name = file.rsplit('/').next().and_then(|name| name.split('.').next()).unwrap_or_default();
        let key = blake3::Hasher::new().update(hash.as_bytes()).update(RECIPE.as_bytes()).finalize().to_hex();
        PictureDoc {
            file: Arc::clone(file),
            path: format!("{FOLDER}/{name}.{}", &key[..16]).into(),
            height: scaled(height, widest, width),
            widths,
            newer: if copies == Copies::All { &[PictureFormat::Avif, PictureFormat::WebP] } else { &[] },
            last: if alpha { PictureFormat::Png } else { PictureFormat::Jpeg },
        }
    }

    /// A drawing, which is its own copy.
    pub(super) fn drawing(file: &Arc<str>, hash: &blake3::Hash, size: (u32, u32)) -> Self {
        let doc = PictureDoc::new(file, hash, size, true, Copies::One);
        PictureDoc { widths: vec![size.0], height: size.1, last: PictureFormat::Svg, ..doc }
    }

    /// Width of the widest copy, in pixels.
    pub fn width(&self) -> u32 {
        self.widths.last().copied().unwrap_or_default()
    }

    /// The path of one copy from the root of the tree.
    pub fn copy(&self, format: PictureFormat, width: u32) -> String {
        PictureDoc::copy_at(&self.path, format, width)
    }

    /// The path of one copy of those that stand at `base`.
    pub fn copy_at(base: &str, format: PictureFormat, width: u32) -> String {
        format!("{base}-{width}.{}", format.ending())
    }

    /// The copy that every browser reads.
    pub fn plain(&self) -> String {
        self.copy(self.last, self.width())
    }

    /// All copies.
    pub fn copies(&self) -> impl Iterator<Item = (PictureFormat, u32)> {
        let newer = self.newer.iter().flat_map(|format| self.widths.iter().map(|width| (*format, *width)));
        newer.chain([(self.last, self.width())])
    }
}

/// `height` for `width` in place of `whole`, to the nearest pixel, at least one.
fn scaled(height: u32, width: u32, whole: u32) -> u32 {
    let whole = u64::from(whole.max(1));
    let scaled = (u64::from(height) * u64::from(width) + whole / 2) / whole;
    u32::try_from(scaled.max(1)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn doc(width: u32, height: u32, copies: Copies) -> PictureDoc {
        PictureDoc::new(&"content/public/a/park.jpg".into(), &blake3::hash(b"park"), (width, height), false, copies)
    }

    #[test]
    fn a_picture_is_never_made_larger() {
        assert_eq!(doc(4000, 3000, Copies::All).widths, [480, 960, 1440]);
        assert_eq!(doc(1000, 500, Copies::All).widths, [480, 1000], "960 is hardly smaller than 1000");
        assert_eq!(doc(300, 4000, Copies::All).widths, [300]);
        assert_eq!(doc(4000, 3000, Copies::One).widths, [1440]);
        assert_eq!(doc(4000, 3000, Copies::All).height, 1080);
        assert_eq!(doc(16000, 1, Copies::All).height, 1);
    }

    #[test]
    fn a_copy_is_named_by_what_it_is_made_of() {
        let park = doc(600, 400, Copies::All);
        let files: Vec<String> = park.copies().map(|(format, width)| park.copy(format, width)).collect();
        assert_eq!(files.len(), 5);
        assert!(files[0].starts_with("varlik/resim/park.") && files[0].ends_with("-480.avif"), "{files:?}");
        assert_eq!(files[4], park.plain());
        let other = PictureDoc::new(&park.file, &blake3::hash(b"parc"), (600, 400), false, Copies::All);
        assert_ne!(park.path, other.path);
    }
}

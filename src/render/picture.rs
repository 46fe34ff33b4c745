//! The copies of a picture: decoded, turned as it was held, made smaller, and written in each format. The only door to the
//! writers of AVIF and WebP.
//!
//! What a camera notes beside the pixels (place, time, device, EXIF and XMP whatever is in it) has no way through: a copy is
//! made of pixels alone. The same source gives the same bytes on every machine: one thread a copy, no clock. Whoever changes
//! what decides the bytes changes `RECIPE` in `view::picture` too.

use std::fmt::Display;
use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::imageops;
use image::metadata::Orientation;
use image::{DynamicImage, ImageBuffer, ImageDecoder, ImageReader, Pixel, Rgba, RgbaImage};
use ravif::{BitDepth, Img, RGB8, RGBA8};
use rayon::prelude::*;

use crate::view::PictureFormat;

/// Of 100, chosen by eye on photographs of streets and on plans with letters.
const AVIF_QUALITY: f32 = 60.0;
/// Of 10: slower is hardly smaller.
const AVIF_SPEED: u8 = 9;
const WEBP_QUALITY: f32 = 76.0;
const JPEG_QUALITY: u8 = 80;

/// The copies in `wanted`, in its order, of the picture in `bytes`; widths in pixels. Err: what its decoder says.
pub fn copies(bytes: &[u8], wanted: &[(PictureFormat, u32)]) -> Result<Vec<Vec<u8>>, String> {
    // A drawing was looked through when it was read.
    if wanted.iter().all(|(format, _)| *format == PictureFormat::Svg) {
        return Ok(wanted.iter().map(|_| bytes.to_vec()).collect());
    }
    let source = decode(bytes)?;
    let widest = wanted.iter().map(|(_, width)| *width).max().unwrap_or_default();
    let widest = narrowed(source, widest);
    wanted.par_iter().map(|(format, width)| encode(&narrowed(widest.clone(), *width), *format)).collect()
}

/// The picture as it is meant to be seen. Eight bits a colour; what may be seen through keeps that.
fn decode(bytes: &[u8]) -> Result<DynamicImage, String> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(words)?;
    let mut decoder = reader.into_decoder().map_err(words)?;
    // A camera's note that cannot be read turns nothing.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(words)?;
    image.apply_orientation(orientation);
    Ok(if image.color().has_alpha() { image.into_rgba8().into() } else { image.into_rgb8().into() })
}

/// The picture at `width` pixels, or as it is when it is not wider.
fn narrowed(image: DynamicImage, width: u32) -> DynamicImage {
    let (whole, high) = (u64::from(image.width()), u64::from(image.height()));
    if whole <= u64::from(width) {
        return image;
    }
    let height = u32::try_from(((high * u64::from(width) + whole / 2) / whole).max(1)).unwrap_or(u32::MAX);
    match image {
        DynamicImage::ImageRgba8(pixels) => parted(resized(&weighted(pixels), width, height)).into(),
        image => resized(&image.into_rgb8(), width, height).into(),
    }
}

/// Averages down to twice the size, which takes no time, and then with a filter that keeps edges.
fn resized<P>(pixels: &ImageBuffer<P, Vec<u8>>, width: u32, height: u32) -> ImageBuffer<P, Vec<u8>>
where
    P: Pixel<Subpixel = u8> + 'static,
{
    if pixels.width() / 4 > width && pixels.height() / 4 > height {
        let half = imageops::thumbnail(pixels, width * 2, height * 2);
        return imageops::resize(&half, width, height, imageops::FilterType::Lanczos3);
    }
    imageops::resize(pixels, width, height, imageops::FilterType::Lanczos3)
}

/// Each colour times how much of it is seen: the colour of what cannot be seen must not bleed into its neighbours.
fn weighted(mut pixels: RgbaImage) -> RgbaImage {
    for Rgba([r, g, b, seen]) in pixels.pixels_mut() {
        for colour in [r, g, b] {
            *colour = ((u16::from(*colour) * u16::from(*seen) + 127) / 255) as u8;
        }
    }
    pixels
}

/// What `weighted` did, undone.
fn parted(mut pixels: RgbaImage) -> RgbaImage {
    for Rgba([r, g, b, seen]) in pixels.pixels_mut() {
        for colour in [r, g, b] {
            *colour = ((u16::from(*colour) * 255 + u16::from(*seen) / 2) / u16::from((*seen).max(1))).min(255) as u8;
        }
    }
    pixels
}

fn encode(image: &DynamicImage, format: PictureFormat) -> Result<Vec<u8>, String> {
    match format {
        PictureFormat::Avif => avif(image),
        PictureFormat::Svg => Err("a drawing is not made of pixels".to_owned()),
        PictureFormat::WebP => Ok(match image {
            DynamicImage::ImageRgba8(p) => webp::Encoder::from_rgba(p, p.width(), p.height()).encode(WEBP_QUALITY).to_vec(),
            image => webp::Encoder::from_rgb(image.as_bytes(), image.width(), image.height()).encode(WEBP_QUALITY).to_vec(),
        }),
        PictureFormat::Jpeg => {
            let mut out = Vec::new();
            let encoder = JpegEncoder::new_with_quality(&mut out, JPEG_QUALITY);
            image.write_with_encoder(encoder).map_err(words)?;
            Ok(out)
        }
        PictureFormat::Png => {
            let mut out = Vec::new();
            let encoder = PngEncoder::new_with_quality(&mut out, CompressionType::Best, FilterType::Adaptive);
            image.write_with_encoder(encoder).map_err(words)?;
            Ok(out)
        }
    }
}

fn avif(image: &DynamicImage) -> Result<Vec<u8>, String> {
    let encoder = ravif::Encoder::new()
        .with_quality(AVIF_QUALITY)
        .with_alpha_quality(AVIF_QUALITY)
        .with_speed(AVIF_SPEED)
        .with_bit_depth(BitDepth::Eight)
        .with_num_threads(Some(1));
    let (width, height) = (image.width() as usize, image.height() as usize);
    let encoded = match image {
        DynamicImage::ImageRgba8(pixels) => {
            let pixels: Vec<RGBA8> = pixels.pixels().map(|Rgba([r, g, b, a])| RGBA8::new(*r, *g, *b, *a)).collect();
            encoder.encode_rgba(Img::new(&pixels, width, height))
        }
        image => {
            let pixels: Vec<RGB8> = image.as_bytes().chunks_exact(3).map(|c| RGB8::new(c[0], c[1], c[2])).collect();
            encoder.encode_rgb(Img::new(&pixels, width, height))
        }
    };
    encoded.map(|encoded| encoded.avif_file).map_err(words)
}

fn words(error: impl Display) -> String {
    error.to_string()
}

#[cfg(test)]
mod tests;

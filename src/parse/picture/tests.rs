//! Heads of pictures, good and bad.

use image::codecs::gif::GifEncoder;
use image::{Frame, Rgb, RgbImage, RgbaImage};

use super::*;

fn read(ending: &str, bytes: &[u8]) -> Head {
    parse(ending, bytes, blake3::hash(bytes))
}

fn picture(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    RgbImage::from_pixel(30, 20, Rgb([9, 99, 199])).write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

const KINDS: [(ImageFormat, &str); 4] =
    [(ImageFormat::Jpeg, "jpg"), (ImageFormat::Png, "png"), (ImageFormat::WebP, "webp"), (ImageFormat::Gif, "gif")];

#[test]
fn every_kind_tells_its_size() {
    for (format, ending) in KINDS {
        let head = read(ending, &picture(format)).unwrap();
        assert_eq!((head.width, head.height, head.moving), (30, 20, false), "{ending}");
    }
    assert_eq!(read("jpeg", &picture(ImageFormat::Jpeg)).unwrap().height, 20);
}

#[test]
fn a_picture_by_another_name_is_told_its_own() {
    assert_eq!(read("png", &picture(ImageFormat::Jpeg)), Err(PictureFault::WrongEnding("jpg")));
    assert_eq!(read("jpg", &picture(ImageFormat::WebP)), Err(PictureFault::WrongEnding("webp")));
    assert!(matches!(read("jpg", b"<!doctype html>"), Err(PictureFault::Unreadable(_))));
    assert!(matches!(read("jpg", b""), Err(PictureFault::Unreadable(_))));
}

#[test]
fn a_file_that_ends_too_early_is_cut_off_wherever_it_ends() {
    for (format, ending) in KINDS {
        let whole = picture(format);
        for length in 16..whole.len() {
            assert_eq!(read(ending, &whole[..length]), Err(PictureFault::CutOff), "{ending} of {length} bytes");
        }
    }
}

#[test]
fn a_small_file_with_a_huge_picture_is_refused_before_anything_is_decoded() {
    let mut bomb = picture(ImageFormat::Png);
    bomb[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    bomb[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
    let mut sum = flate2::Crc::new();
    sum.update(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&sum.sum().to_be_bytes());
    assert_eq!(read("png", &bomb), Err(PictureFault::TooLarge(60_000, 60_000)));
}

#[test]
fn a_film_is_known_by_its_moments() {
    let mut film = Vec::new();
    let mut encoder = GifEncoder::new(&mut film);
    encoder.encode_frames([0, 200].map(|c| Frame::new(RgbaImage::from_pixel(4, 4, image::Rgba([c, c, c, 255]))))).unwrap();
    drop(encoder);
    assert!(read("gif", &film).unwrap().moving);
}

//! What becomes of a picture: turned, small, nothing of its taking left.

use image::{ImageFormat, Rgb, RgbImage};

use super::*;

const ALL: [PictureFormat; 4] = [PictureFormat::Avif, PictureFormat::WebP, PictureFormat::Jpeg, PictureFormat::Png];

/// What a camera notes: how it was held (6: a quarter turn), who took it, and that it was 41° 25′ N.
fn camera_notes() -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value.to_le_bytes()].concat()
    };
    let taken_by = b"Kanarya Ahmet\0";
    let first = 8 + 2 + 3 * 12 + 4;
    let gps = first + taken_by.len() as u32;
    let latitude = gps + 2 + 2 * 12 + 4;
    let tiff = [
        &b"II*\0\x08\0\0\0"[..],
        &3_u16.to_le_bytes(),
        &entry(0x0112, 3, 1, 6),
        &entry(0x013b, 2, taken_by.len() as u32, first),
        &entry(0x8825, 4, 1, gps),
        &[0; 4],
        taken_by,
        &2_u16.to_le_bytes(),
        &entry(0x0001, 2, 2, u32::from(b'N')),
        &entry(0x0002, 5, 3, latitude),
        &[0; 4],
        &[41_u32, 1, 25, 1, 3735, 100].map(u32::to_le_bytes).concat(),
    ]
    .concat();
    let segment = [&b"Exif\0\0"[..], &tiff].concat();
    [&[0xff, 0xe1][..], &(segment.len() as u16 + 2).to_be_bytes(), &segment].concat()
}

/// Red on the left, blue on the right, as the sensor saw it; the camera was held on its side.
fn photograph() -> Vec<u8> {
    let image = RgbImage::from_fn(64, 32, |x, _| if x < 32 { Rgb([220, 20, 20]) } else { Rgb([20, 20, 220]) });
    let mut jpeg = Vec::new();
    image.write_to(&mut Cursor::new(&mut jpeg), ImageFormat::Jpeg).unwrap();
    [&jpeg[..2], &camera_notes(), &jpeg[2..]].concat()
}

fn read(bytes: &[u8]) -> RgbImage {
    image::load_from_memory(bytes).unwrap().into_rgb8()
}

#[test]
fn nothing_a_camera_noted_reaches_a_copy() {
    let source = photograph();
    for word in [&b"Exif"[..], b"Kanarya", &41_u32.to_le_bytes(), &3735_u32.to_le_bytes()] {
        assert!(source.windows(word.len()).any(|w| w == word), "the photograph itself has it");
    }
    let made = super::copies(&source, &ALL.map(|format| (format, 32))).unwrap();
    for (copy, format) in made.iter().zip(ALL) {
        for word in [&b"Exif"[..], b"EXIF", b"eXIf", b"XMP", b"Kanarya", b"GPS", &3735_u32.to_le_bytes()] {
            assert!(!copy.windows(word.len()).any(|w| w == word), "{format:?} holds {word:?}");
        }
    }
}

#[test]
fn a_copy_stands_as_the_picture_was_taken() {
    let made = super::copies(&photograph(), &[(PictureFormat::Jpeg, 32), (PictureFormat::WebP, 16)]).unwrap();
    for (copy, size) in made.iter().zip([(32, 64), (16, 32)]) {
        let copy = read(copy);
        assert_eq!(copy.dimensions(), size);
        let (top, bottom) = (copy.get_pixel(size.0 / 2, 2), copy.get_pixel(size.0 / 2, size.1 - 3));
        assert!(top[0] > 180 && bottom[2] > 180, "red above, blue below: {top:?} {bottom:?}");
    }
}

#[test]
fn what_cannot_be_seen_does_not_colour_what_can() {
    // Green where nothing is seen, white where all is.
    let image = RgbaImage::from_fn(40, 40, |x, _| if x < 20 { Rgba([0, 255, 0, 0]) } else { Rgba([255, 255, 255, 255]) });
    let mut png = Vec::new();
    image.write_to(&mut Cursor::new(&mut png), ImageFormat::Png).unwrap();
    let made = super::copies(&png, &[(PictureFormat::Png, 13)]).unwrap();
    let copy = image::load_from_memory(&made[0]).unwrap().into_rgba8();
    for Rgba([r, g, b, seen]) in copy.pixels().filter(|pixel| pixel[3] > 8) {
        assert!(g.abs_diff(*r) < 24 && g.abs_diff(*b) < 24, "a green edge: {r} {g} {b} at {seen}");
    }
}

#[test]
fn the_same_picture_gives_the_same_bytes() {
    let wanted = ALL.map(|format| (format, 20));
    assert_eq!(super::copies(&photograph(), &wanted), super::copies(&photograph(), &wanted));
}

#[test]
fn damaged_files_are_refused_and_break_nothing() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::Gif, ImageFormat::WebP] {
        let image = RgbImage::from_fn(24, 16, |x, y| Rgb([(x * 9) as u8, (y * 13) as u8, 77]));
        let mut whole = Vec::new();
        image.write_to(&mut Cursor::new(&mut whole), format).unwrap();
        for at in (0..whole.len()).step_by(7) {
            let _ = super::copies(&whole[..at], &[(PictureFormat::Png, 8)]);
            let mut flipped = whole.clone();
            flipped[at] ^= 0x55;
            let _ = super::copies(&flipped, &[(PictureFormat::Png, 8)]);
        }
    }
    assert!(super::copies(b"<html>", &[(PictureFormat::Png, 8)]).is_err());
}

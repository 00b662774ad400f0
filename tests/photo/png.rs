//! PNG of every depth and colour type.

use super::*;

#[test]
fn every_depth_and_colour_type_of_png_shows_its_colours() {
    let deep = |level: u8| u16::from(level) * 257;
    let rgb = four_corners();
    let rgb16 = image::ImageBuffer::from_fn(96, 64, |x, y| Rgb(rgb.get_pixel(x, y).0.map(deep)));
    let gray = image::GrayImage::from_fn(96, 64, |x, _| image::Luma([if x < 48 { 30 } else { 200 }]));
    let gray16 =
        image::ImageBuffer::from_fn(96, 64, |x, _| image::Luma([deep(if x < 48 { 30 } else { 200 })]));
    let gray_alpha =
        image::GrayAlphaImage::from_fn(96, 64, |x, _| image::LumaA([if x < 48 { 30 } else { 200 }, 255]));
    for image in [DynamicImage::ImageRgb8(rgb), DynamicImage::ImageRgb16(rgb16)] {
        let [webp, jpeg] = as_seen(&file_of(&image, ImageFormat::Png));
        assert_near(colour(&webp, 8, 8), RED, 10, "colour");
        assert_near(colour(&jpeg, 88, 56), YELLOW, 10, "colour");
    }
    let grays = [
        DynamicImage::ImageLuma8(gray),
        DynamicImage::ImageLuma16(gray16),
        DynamicImage::ImageLumaA8(gray_alpha),
    ];
    for image in grays {
        let [webp, jpeg] = as_seen(&file_of(&image, ImageFormat::Png));
        assert_near(colour(&webp, 8, 8), [30; 3], 4, "gray");
        assert_near(colour(&jpeg, 88, 8), [200; 3], 4, "gray");
    }
}

fn png_of_bits(palette: Option<&[u8]>) -> Vec<u8> {
    // 16 x 16, the left half 0, the right half 1; each row behind a filter byte, deflated without compression.
    let rows = [0, 0x00, 0xFF].repeat(16);
    let mut zlib = vec![0x78, 0x01, 0x01];
    let length = u16::try_from(rows.len()).unwrap();
    zlib.extend([length.to_le_bytes(), (!length).to_le_bytes()].concat());
    zlib.extend(&rows);
    let (a, b) = rows.iter().fold((1_u32, 0_u32), |(a, b), &byte| {
        let a = (a + u32::from(byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    zlib.extend((b << 16 | a).to_be_bytes());
    let colour_type = if palette.is_some() { 3 } else { 0 };
    let header = [0, 0, 0, 16, 0, 0, 0, 16, 1, colour_type, 0, 0, 0];
    let mut chunks: Vec<(&[u8; 4], &[u8])> = vec![(b"IHDR", &header)];
    chunks.extend(palette.map(|palette| (b"PLTE", palette)));
    chunks.extend([(b"IDAT", &zlib[..]), (b"IEND", &[])]);
    let signature = [b"\x89PNG\r\n\x1a\n".to_vec(), vec![0; 25]].concat();
    let file = png_with(&signature, &chunks);
    [&file[..8], &file[33..]].concat()
}

#[test]
fn one_bit_and_palette_pngs_show_their_colours() {
    let [webp, _] = as_seen(&png_of_bits(None));
    assert_near(colour(&webp, 3, 8), [0; 3], 6, "black");
    assert_near(colour(&webp, 12, 8), [255; 3], 6, "white");
    let [webp, _] = as_seen(&png_of_bits(Some(&[RED, BLUE].concat())));
    assert_near(colour(&webp, 2, 8), RED, 20, "first of the palette");
    assert_near(colour(&webp, 13, 8), BLUE, 20, "second of the palette");
}

#[test]
fn a_changed_byte_in_a_png_is_found_by_its_checksum() {
    let mut file = png_of(&four_corners(), None);
    let middle = file.len() / 2;
    file[middle] ^= 0x10;
    assert_eq!(code_of(&file), "photo-damaged");
}

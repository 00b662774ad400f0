//! JPEG in the forms that cameras and programs write, and those that would be read wrong.

use super::*;

#[test]
fn gray_and_cmyk_jpegs_show_their_colours() {
    let mut gray = Vec::new();
    let pixels = [120].repeat(32 * 32);
    jpeg_encoder::Encoder::new(&mut gray, 95).encode(&pixels, 32, 32, jpeg_encoder::ColorType::Luma).unwrap();
    let [webp, jpeg] = as_seen(&gray);
    assert_near(colour(&webp, 16, 16), [120; 3], 3, "gray");
    assert_near(colour(&jpeg, 16, 16), [120; 3], 3, "gray");
    // No cyan, all magenta and yellow: red.
    for kind in [jpeg_encoder::ColorType::Cmyk, jpeg_encoder::ColorType::CmykAsYcck] {
        let mut cmyk = Vec::new();
        let pixels = [0, 255, 255, 0].repeat(32 * 32);
        jpeg_encoder::Encoder::new(&mut cmyk, 95).encode(&pixels, 32, 32, kind).unwrap();
        let [webp, _] = as_seen(&cmyk);
        assert_near(colour(&webp, 16, 16), [254, 0, 0], 10, "red ink");
    }
}

#[test]
fn progressive_restarted_and_444_jpegs_are_read() {
    let seen = four_corners();
    let variants: [fn(&mut jpeg_encoder::Encoder<&mut Vec<u8>>); 3] = [
        |encoder| encoder.set_progressive(true),
        |encoder| encoder.set_restart_interval(3),
        |encoder| encoder.set_sampling_factor(jpeg_encoder::SamplingFactor::R_4_4_4),
    ];
    for change in variants {
        let mut jpeg = Vec::new();
        let mut encoder = jpeg_encoder::Encoder::new(&mut jpeg, 90);
        change(&mut encoder);
        encoder.encode(&seen, 96, 64, jpeg_encoder::ColorType::Rgb).unwrap();
        let [webp, _] = as_seen(&jpeg);
        assert_near(colour(&webp, 88, 56), YELLOW, 12, "yellow");
    }
}

#[test]
fn a_jpeg_with_a_hole_is_refused_though_it_ends_well() {
    let image = RgbImage::from_fn(160, 160, |x, y| {
        Rgb([(x * 7 % 251) as u8, (y * 11 % 241) as u8, (x * y % 239) as u8])
    });
    let file = jpeg_of(&image, None);
    let half = file.len() / 2;
    let ended = [&file[..half], &[0xFF, 0xD9]].concat();
    assert!(matches!(code_of(&ended).as_str(), "photo-truncated" | "photo-damaged"), "{}", code_of(&ended));
}

#[test]
fn sound_jpegs_of_every_small_size_are_not_taken_for_cut_off_ones() {
    for (side, restart) in (1..=40).flat_map(|side| [(side, None), (side, Some(1)), (side, Some(3))]) {
        let flat = RgbImage::from_pixel(side, 41 - side, Rgb(GREEN));
        let busy = RgbImage::from_fn(41 - side, side, |x, y| {
            Rgb([(x * 91) as u8, (y * 57) as u8, (x * y * 3) as u8])
        });
        for (image, quality) in [(flat, 20), (busy, 98)] {
            let mut jpeg = Vec::new();
            let mut encoder = jpeg_encoder::Encoder::new(&mut jpeg, quality);
            if let Some(restart) = restart {
                encoder.set_restart_interval(restart);
            }
            let (width, height) = (image.width() as u16, image.height() as u16);
            encoder.encode(&image, width, height, jpeg_encoder::ColorType::Rgb).unwrap();
            assert_eq!(code_of(&jpeg), "sound", "{width} x {height}, restart {restart:?}");
        }
    }
}

#[test]
fn jpegs_that_would_be_read_with_wrong_colours_are_refused() {
    let mut jpeg = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut jpeg, 90);
    encoder.set_sampling_factor(jpeg_encoder::SamplingFactor::R_4_2_0);
    // One scan for each component.
    encoder.set_optimized_huffman_tables(true);
    encoder.encode(&four_corners(), 96, 64, jpeg_encoder::ColorType::Rgb).unwrap();
    assert_eq!(code_of(&jpeg), "photo-rare-jpeg");
    let mut jpeg = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut jpeg, 80);
    encoder.set_progressive(true);
    encoder.encode(&[0; 64 * 64 * 4], 64, 64, jpeg_encoder::ColorType::Cmyk).unwrap();
    assert_eq!(code_of(&jpeg), "photo-rare-jpeg");
    let arithmetic = jpeg_of(&four_corners(), None);
    let frame = memchr::memmem::find(&arithmetic, &[0xFF, 0xC0]).unwrap();
    let arithmetic = [&arithmetic[..=frame], &[0xC9], &arithmetic[frame + 2..]].concat();
    assert_eq!(code_of(&arithmetic), "photo-rare-jpeg");
}

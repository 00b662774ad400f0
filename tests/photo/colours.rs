//! Colours as browsers show them, whatever a file says of them and how. Expected values were read from pictures that
//! Chromium 148 and Firefox 153 drew of the same files; where both differ, what was chosen stands beside.

use std::io::Write as _;

use super::*;

/// Names of chunks, and what stands in them.
type Chunks<'a> = Vec<(&'a [u8; 4], &'a [u8])>;

fn flat_png(image: &DynamicImage, chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    png_with(&file_of(image, ImageFormat::Png), chunks)
}

fn of_colour(colour: [u8; 3]) -> DynamicImage {
    DynamicImage::ImageRgb8(RgbImage::from_pixel(16, 16, Rgb(colour)))
}

fn of_level(level: u8) -> DynamicImage {
    DynamicImage::ImageLuma8(image::GrayImage::from_pixel(16, 16, image::Luma([level])))
}

fn of_level_with_alpha(level: u8) -> DynamicImage {
    DynamicImage::ImageLumaA8(image::GrayAlphaImage::from_pixel(16, 16, image::LumaA([level, 255])))
}

fn gama(gamma: u32) -> Vec<u8> {
    gamma.to_be_bytes().to_vec()
}

/// White of D65, then red, green and blue.
fn chrm(primaries: [u32; 6]) -> Vec<u8> {
    [31_270, 32_900].into_iter().chain(primaries).flat_map(u32::to_be_bytes).collect()
}

const P3: [u32; 6] = [68_000, 32_000, 26_500, 69_000, 15_000, 6_000];
const SRGB: [u32; 6] = [64_000, 33_000, 30_000, 60_000, 15_000, 6_000];

#[test]
fn gama_chrm_and_cicp_of_a_png_count_as_in_browsers() {
    let (p3, srgb) = (chrm(P3), chrm(SRGB));
    let (light, darker, usual) = (gama(100_000), gama(55_556), gama(45_455));
    let orange = [200, 100, 50];
    let cases: [(&str, DynamicImage, Chunks<'_>, [u8; 3]); 17] = [
        ("light", of_colour([128; 3]), vec![(b"gAMA", &light)], [188; 3]),
        ("light, gray", of_level(128), vec![(b"gAMA", &light)], [188; 3]),
        ("light, gray with alpha", of_level_with_alpha(128), vec![(b"gAMA", &light)], [188; 3]),
        ("gamma 1.8", of_colour([128; 3]), vec![(b"gAMA", &darker)], [146; 3]),
        ("the usual gamma", of_colour([10; 3]), vec![(b"gAMA", &usual)], [10; 3]),
        ("it with primaries", of_colour([10; 3]), vec![(b"gAMA", &usual), (b"cHRM", &srgb)], [3; 3]),
        ("Display P3", of_colour(orange), vec![(b"gAMA", &usual), (b"cHRM", &p3)], [216, 93, 24]),
        ("primaries alone", of_colour(orange), vec![(b"cHRM", &p3)], orange),
        ("sRGB and primaries", of_colour(orange), vec![(b"sRGB", &[0]), (b"cHRM", &p3)], orange),
        // Firefox lets gAMA count.
        ("sRGB and gamma", of_colour([128; 3]), vec![(b"sRGB", &[0]), (b"gAMA", &light)], [128; 3]),
        ("coded P3", of_colour(orange), vec![(b"cICP", &[12, 13, 0, 1])], [215, 93, 31]),
        ("coded sRGB", of_colour(orange), vec![(b"cICP", &[1, 13, 0, 1])], orange),
        ("coded before gamma", of_colour(orange), vec![(b"gAMA", &light), (b"cICP", &[1, 13, 0, 1])], orange),
        ("coded light, gray", of_level(128), vec![(b"cICP", &[1, 8, 0, 1])], [188; 3]),
        // As Firefox; Chromium has 121, by a curve of television sets.
        ("coded television", of_colour([128; 3]), vec![(b"cICP", &[1, 1, 0, 1])], [128; 3]),
        // Paper white of pictures of high dynamic range; each browser has a way of its own to make them darker.
        ("coded PQ", of_colour([148; 3]), vec![(b"cICP", &[9, 16, 0, 1])], [255; 3]),
        ("coded HLG", of_colour([191; 3]), vec![(b"cICP", &[9, 18, 0, 1])], [254; 3]),
    ];
    for (name, image, chunks, expected) in cases {
        for seen in as_seen(&flat_png(&image, &chunks)) {
            assert_near(colour(&seen, 8, 8), expected, 3, name);
        }
    }
}

/// Twice the light is twice the number.
fn linear_profiles() -> [(&'static str, Vec<u8>); 2] {
    let mut colours = moxcms::ColorProfile::new_srgb();
    let curve = moxcms::curve_from_gamma(1.0);
    colours.cicp = None;
    colours.red_trc = Some(curve.clone());
    colours.green_trc = Some(curve.clone());
    colours.blue_trc = Some(curve);
    let gray = moxcms::ColorProfile::new_gray_with_gamma(1.0);
    [("for gray", gray.encode().unwrap()), ("for colours", colours.encode().unwrap())]
}

#[test]
fn gray_photos_are_shown_by_their_profile_even_with_alpha_or_a_profile_for_colours() {
    for (name, profile) in linear_profiles() {
        let mut jpeg = Vec::new();
        let mut encoder = jpeg_encoder::Encoder::new(&mut jpeg, 98);
        encoder.add_icc_profile(&profile).unwrap();
        encoder.encode(&[128; 16 * 16], 16, 16, jpeg_encoder::ColorType::Luma).unwrap();
        let mut deflated = b"profile\0\0".to_vec();
        let mut encoder = flate2::write::ZlibEncoder::new(&mut deflated, flate2::Compression::fast());
        encoder.write_all(&profile).unwrap();
        encoder.finish().unwrap();
        let half_seen = image::GrayAlphaImage::from_pixel(16, 16, image::LumaA([128, 200]));
        let [gray, alpha, half] = [of_level(128), of_level_with_alpha(128), half_seen.into()]
            .map(|image| flat_png(&image, &[(b"iCCP", &deflated)]));
        for file in [jpeg, gray, alpha, half] {
            assert_near(colour(&as_seen(&file)[0], 8, 8), [188; 3], 3, name);
        }
    }
    let [(_, for_gray), _] = linear_profiles();
    let mut jpeg = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut jpeg, 98);
    encoder.add_icc_profile(&for_gray).unwrap();
    encoder.encode(&[128; 16 * 16 * 3], 16, 16, jpeg_encoder::ColorType::Rgb).unwrap();
    assert_near(colour(&as_seen(&jpeg)[0], 8, 8), [128; 3], 3, "colours with a profile for gray");
}

/// Where the segment with that marker begins, at its 0xFF.
fn segment(jpeg: &[u8], marker: u8) -> usize {
    memchr::memmem::find(jpeg, &[0xFF, marker]).unwrap()
}

/// The three components called otherwise, in the header of the frame and in that of the scan.
fn renamed(mut jpeg: Vec<u8>, names: [u8; 3]) -> Vec<u8> {
    let (frame, scan) = (segment(&jpeg, 0xC0), segment(&jpeg, 0xDA));
    for (index, name) in names.into_iter().enumerate() {
        jpeg[frame + 10 + index * 3] = name;
        jpeg[scan + 5 + index * 2] = name;
    }
    jpeg
}

fn without_jfif(mut jpeg: Vec<u8>) -> Vec<u8> {
    let at = segment(&jpeg, 0xE0);
    let length = usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
    jpeg.drain(at..at + 2 + length);
    jpeg
}

fn with_adobe(mut jpeg: Vec<u8>, transform: u8) -> Vec<u8> {
    let adobe = [&[0xFF, 0xEE, 0, 14][..], b"Adobe\0\x64\0\0\0\0", &[transform]].concat();
    let frame = segment(&jpeg, 0xC0);
    jpeg.splice(frame..frame, adobe);
    jpeg
}

#[test]
fn jfif_counts_before_adobe_and_adobe_before_the_names_of_components() {
    let plain = jpeg_of(&four_corners(), None);
    let sure = [
        with_adobe(plain.clone(), 0),
        with_adobe(plain.clone(), 1),
        with_adobe(plain.clone(), 9),
        renamed(plain.clone(), *b"RGB"),
        with_adobe(renamed(without_jfif(plain.clone()), *b"RGB"), 1),
        without_jfif(plain.clone()),
    ];
    for (index, file) in sure.iter().enumerate() {
        assert_near(colour(&as_seen(file)[0], 8, 8), RED, 12, &format!("YCbCr, {index}"));
    }
    // Red as Y, Cb and Cr, shown as red, green and blue.
    let as_it_is = [94, 98, 218];
    for file in [renamed(without_jfif(plain.clone()), *b"RGB"), with_adobe(without_jfif(plain), 0)] {
        assert_near(colour(&as_seen(&file)[0], 8, 8), as_it_is, 12, "RGB");
    }
}

#[test]
fn a_jpeg_with_less_brightness_than_colour_is_refused() {
    let mut jpeg = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut jpeg, 90);
    encoder.set_sampling_factor(jpeg_encoder::SamplingFactor::R_4_4_4);
    encoder.encode(&four_corners(), 96, 64, jpeg_encoder::ColorType::Rgb).unwrap();
    assert_eq!(code_of(&jpeg), "sound");
    let frame = segment(&jpeg, 0xC0);
    for sampling in [0x22, 0x21, 0x12] {
        let mut odd = jpeg.clone();
        (odd[frame + 14], odd[frame + 17]) = (sampling, sampling);
        assert_eq!(code_of(&odd), "photo-rare-jpeg", "{sampling:x}");
    }
}

#[test]
fn a_photo_in_the_inks_of_a_printer_is_told() {
    let mut cmyk = Vec::new();
    let pixels = [0, 255, 255, 0].repeat(500 * 500);
    jpeg_encoder::Encoder::new(&mut cmyk, 95)
        .encode(&pixels, 500, 500, jpeg_encoder::ColorType::Cmyk)
        .unwrap();
    let codes: Vec<_> =
        advise("foto/a.jpg", &facts_of(&cmyk)).into_iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["photo-cmyk"]);
}

/// The name of the first chunk of a WebP.
fn first_chunk(webp: &[u8]) -> &str {
    std::str::from_utf8(&webp[12..16]).unwrap()
}

#[test]
fn a_drawing_of_few_colours_is_kept_without_losses_where_smaller_and_a_photo_is_not() {
    // Bars of several widths, as letters have, on a plain ground.
    let poster = RgbImage::from_fn(640, 480, |x, y| {
        let is_letter = (60..420).contains(&y) && (y / 24) % 2 == 0 && (x * x / 97) % 5 == 0;
        Rgb(if is_letter { BLUE } else { YELLOW })
    });
    let file = png_of(&poster, None);
    let facts = facts_of(&file);
    let asked = recipe(&facts, (640, 480), RenditionFormat::WebP);
    let made = make(&file, &[Recipe { quality: 80, ..asked }]);
    let exact = &made.renditions[0];
    assert_eq!(first_chunk(exact), "VP8L");
    assert_eq!(image::load_from_memory(exact).unwrap().to_rgb8(), poster);
    let lossy = webpx::Encoder::new_rgb(&poster, 640, 480).quality(80.0).encode(webpx::Unstoppable).unwrap();
    assert!(exact.len() * 3 < lossy.len(), "{} of {}", exact.len(), lossy.len());
    let photo = RgbImage::from_fn(640, 480, |x, y| {
        let noise = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)) >> 13;
        Rgb([(x / 3 + noise % 7) as u8, (y / 2 + noise % 5) as u8, 90])
    });
    let file = jpeg_of(&photo, None);
    let facts = facts_of(&file);
    let made = make(&file, &[Recipe { quality: 80, ..recipe(&facts, (640, 480), RenditionFormat::WebP) }]);
    assert_eq!(first_chunk(&made.renditions[0]), "VP8 ");
}

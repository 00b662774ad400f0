//! Photos of every kind that is read, made here: each carries what its test shows and nothing else.
#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]
#![expect(clippy::cast_possible_truncation, reason = "pictures are made by arithmetic that wraps")]

#[path = "photo/avif.rs"]
mod avif;
#[path = "photo/colours.rs"]
mod colours;
#[path = "photo/fuzz.rs"]
mod fuzz;
#[path = "photo/heic.rs"]
mod heic;
#[path = "photo/jpeg.rs"]
mod jpeg;
#[path = "photo/phones.rs"]
mod phones;
#[path = "photo/png.rs"]
mod png;
#[path = "../fuzz/targets.rs"]
mod targets;

use etalase::for_tests::{
    Crop, Limits, Made, Orientation, PhotoFacts, PhotoKind, PhotoSettings, PhotoUse, Recipe, RenditionFormat,
    Shape, advise, advise_on_unseen, choose_renditions, make_renditions, needs_slimming, read_facts,
    slim_original,
};
use image::{DynamicImage, GenericImageView, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

const GROUND: [u8; 3] = [255, 253, 248];
const RED: [u8; 3] = [220, 40, 40];
const GREEN: [u8; 3] = [40, 180, 60];
const BLUE: [u8; 3] = [40, 60, 200];
const YELLOW: [u8; 3] = [240, 220, 40];

/// 96 x 64 as seen: red and green above, blue and yellow below.
fn four_corners() -> RgbImage {
    RgbImage::from_fn(96, 64, |x, y| {
        Rgb(match (x < 48, y < 32) {
            (true, true) => RED,
            (false, true) => GREEN,
            (true, false) => BLUE,
            (false, false) => YELLOW,
        })
    })
}

/// As a camera stores it that was held so. EXIF tells which side the first row and the first column are on.
fn stored_as(seen: &RgbImage, orientation: u32) -> RgbImage {
    let (right, bottom) = (seen.width() - 1, seen.height() - 1);
    let (width, height) = if orientation < 5 { seen.dimensions() } else { (seen.height(), seen.width()) };
    RgbImage::from_fn(width, height, |column, row| {
        let (x, y) = match orientation {
            1 => (column, row),
            2 => (right - column, row),
            3 => (right - column, bottom - row),
            4 => (column, bottom - row),
            5 => (row, column),
            6 => (right - row, column),
            7 => (right - row, bottom - column),
            _ => (row, bottom - column),
        };
        *seen.get_pixel(x, y)
    })
}

/// EXIF with an orientation, and a latitude if asked.
fn exif(orientation: u32, with_location: bool) -> Vec<u8> {
    let mut tiff = b"MM\0*\0\0\0\x08".to_vec();
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        [&tag.to_be_bytes()[..], &kind.to_be_bytes(), &count.to_be_bytes(), &value.to_be_bytes()].concat()
    };
    tiff.extend(if with_location { [0, 2] } else { [0, 1] });
    tiff.extend(entry(0x0112, 3, 1, orientation << 16));
    if with_location {
        tiff.extend(entry(0x8825, 4, 1, 38));
        tiff.extend([0; 4]);
        tiff.extend([0, 2]);
        tiff.extend(entry(0x0001, 2, 2, u32::from_be_bytes(*b"S\0\0\0")));
        tiff.extend(entry(0x0002, 5, 1, 68));
        tiff.extend([0; 4]);
        tiff.extend([0, 0, 0, 7, 0, 0, 0, 1]);
    } else {
        tiff.extend([0; 4]);
    }
    tiff
}

fn jpeg_of(image: &RgbImage, exif: Option<&[u8]>) -> Vec<u8> {
    let mut jpeg = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut jpeg, 95);
    if let Some(exif) = exif {
        encoder.add_exif_metadata(exif).unwrap();
    }
    let (width, height) = (u16::try_from(image.width()).unwrap(), u16::try_from(image.height()).unwrap());
    encoder.encode(image, width, height, jpeg_encoder::ColorType::Rgb).unwrap();
    jpeg
}

fn file_of(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut file = std::io::Cursor::new(Vec::new());
    image.write_to(&mut file, format).unwrap();
    file.into_inner()
}

/// A PNG with chunks put in behind its header.
fn png_with(png: &[u8], chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    const HEADER_END: usize = 33;
    let mut file = png[..HEADER_END].to_vec();
    for (name, data) in chunks {
        file.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
        let body = [&name[..], data].concat();
        file.extend(&body);
        file.extend(crc32fast::hash(&body).to_be_bytes());
    }
    file.extend(&png[HEADER_END..]);
    file
}

fn png_of(image: &RgbImage, exif: Option<&[u8]>) -> Vec<u8> {
    let png = file_of(&DynamicImage::ImageRgb8(image.clone()), ImageFormat::Png);
    exif.map_or(png.clone(), |exif| png_with(&png, &[(b"eXIf", exif)]))
}

fn riff_chunk(name: [u8; 4], data: &[u8]) -> Vec<u8> {
    let mut chunk = [&name[..], &u32::try_from(data.len()).unwrap().to_le_bytes(), data].concat();
    chunk.resize(chunk.len().next_multiple_of(2), 0);
    chunk
}

/// A WebP in the extended form, around the chunk of a simple one.
fn webp_with(simple: &[u8], canvas: (u32, u32), exif: Option<&[u8]>) -> Vec<u8> {
    let mut header = vec![if exif.is_some() { 8 } else { 0 }, 0, 0, 0];
    header.extend(&(canvas.0 - 1).to_le_bytes()[..3]);
    header.extend(&(canvas.1 - 1).to_le_bytes()[..3]);
    let mut body = [b"WEBP".to_vec(), riff_chunk(*b"VP8X", &header), simple[12..].to_vec()].concat();
    if let Some(exif) = exif {
        body.extend(riff_chunk(*b"EXIF", exif));
    }
    riff_chunk(*b"RIFF", &body)
}

fn webp_of(image: &RgbImage, exif: Option<&[u8]>) -> Vec<u8> {
    let encoder = webpx::Encoder::new_rgb(image, image.width(), image.height()).quality(90.0);
    let simple = encoder.encode(webpx::Unstoppable).unwrap();
    webp_with(&simple, image.dimensions(), exif)
}

fn facts_of(bytes: &[u8]) -> PhotoFacts {
    read_facts("foto/a.jpg", bytes, &Limits::default()).map_err(|finding| finding.code).unwrap()
}

fn recipe(facts: &PhotoFacts, size: (u32, u32), format: RenditionFormat) -> Recipe {
    Recipe {
        source: facts.hash,
        crop: Crop::Whole,
        width_px: size.0,
        height_px: size.1,
        format,
        quality: 95,
        max_bytes: None,
        ground: GROUND,
    }
}

fn make(bytes: &[u8], recipes: &[Recipe]) -> Made {
    make_renditions(bytes, &facts_of(bytes), recipes, &Limits::default()).unwrap()
}

/// The photo at its own size, out of a WebP and out of a JPEG.
fn as_seen(bytes: &[u8]) -> [RgbaImage; 2] {
    let facts = facts_of(bytes);
    let size = (facts.width_px, facts.height_px);
    let recipes = [RenditionFormat::WebP, RenditionFormat::Jpeg].map(|format| recipe(&facts, size, format));
    let made = make(bytes, &recipes);
    [0, 1].map(|index| image::load_from_memory(&made.renditions[index]).unwrap().to_rgba8())
}

/// The code of what stops a photo, in its header or later; `"sound"` if nothing does.
fn code_of(bytes: &[u8]) -> String {
    let limits = Limits::default();
    let facts = match read_facts("foto/a.jpg", bytes, &limits) {
        Ok(facts) => facts,
        Err(finding) => return finding.code.into_owned(),
    };
    let recipes = [recipe(&facts, (1, 1), RenditionFormat::WebP)];
    match make_renditions(bytes, &facts, &recipes, &limits) {
        Ok(_) => "sound".to_owned(),
        Err(fault) => fault.finding("foto/a.jpg").code.into_owned(),
    }
}

#[track_caller]
fn assert_near(found: [u8; 3], expected: [u8; 3], tolerance: u8, what: &str) {
    let near = found.iter().zip(expected).all(|(&found, expected)| found.abs_diff(expected) <= tolerance);
    assert!(near, "{what}: {found:?} instead of {expected:?}");
}

fn colour(image: &RgbaImage, x: u32, y: u32) -> [u8; 3] {
    let Rgba([red, green, blue, _]) = *image.get_pixel(x, y);
    [red, green, blue]
}

/// The photo at its own size shows what that picture shows in its corners.
#[cfg(any(feature = "heic", feature = "avif"))]
#[track_caller]
fn assert_corners(file: &[u8], expected: &RgbImage, what: &str) {
    let facts = facts_of(file);
    assert_eq!((facts.width_px, facts.height_px), expected.dimensions(), "{what}");
    let (right, bottom) = (facts.width_px - 8, facts.height_px - 8);
    for image in as_seen(file) {
        for (x, y) in [(8, 8), (right, 8), (8, bottom), (right, bottom)] {
            assert_near(colour(&image, x, y), expected.get_pixel(x, y).0, 8, what);
        }
    }
}

#[test]
fn eight_orientations_of_three_formats_are_upright() {
    let seen = four_corners();
    for tag in 1..=8 {
        let stored = stored_as(&seen, tag);
        let exif = exif(tag, false);
        for file in
            [jpeg_of(&stored, Some(&exif)), png_of(&stored, Some(&exif)), webp_of(&stored, Some(&exif))]
        {
            let facts = facts_of(&file);
            assert_eq!(facts.orientation, Orientation::from_tag(tag));
            assert_eq!((facts.width_px, facts.height_px), (96, 64), "{:?} {tag}", facts.kind);
            for image in as_seen(&file) {
                assert_eq!(image.dimensions(), (96, 64));
                let corners = [(8, 8, RED), (88, 8, GREEN), (8, 56, BLUE), (88, 56, YELLOW)];
                for (x, y, expected) in corners {
                    assert_near(colour(&image, x, y), expected, 12, &format!("{:?} {tag}", facts.kind));
                }
            }
        }
    }
}

#[test]
fn a_crop_of_a_turned_photo_shows_what_is_around_its_focus() {
    let seen = four_corners();
    for tag in 1..=8 {
        let file = png_of(&stored_as(&seen, tag), Some(&exif(tag, false)));
        let facts = facts_of(&file);
        for (focus, left, right) in [((0.0, 0.5), RED, GREEN), ((1.0, 0.5), RED, GREEN)] {
            let crop = Crop::Aspect { width: 1, height: 1, focus: Some(focus) };
            let made = make(&file, &[Recipe { crop, ..recipe(&facts, (64, 64), RenditionFormat::WebP) }]);
            let image = image::load_from_memory(&made.renditions[0]).unwrap().to_rgba8();
            assert_near(colour(&image, 8, 8), left, 12, &format!("{tag} {focus:?}"));
            assert_near(colour(&image, 56, 8), right, 12, &format!("{tag} {focus:?}"));
            // The border between the colours is at 48 of 96: at 48 of 64 from the left, at 16 from the right.
            let border = if focus.0 < 0.5 { 40 } else { 8 };
            assert_near(colour(&image, border, 8), left, 12, &format!("{tag} {focus:?}"));
        }
    }
}

#[test]
fn what_shows_through_stays_in_webp_and_shows_the_ground_in_jpeg() {
    let image =
        RgbaImage::from_fn(40, 40, |x, _| if x < 20 { Rgba([0, 0, 0, 0]) } else { Rgba([200, 30, 30, 255]) });
    let file = file_of(&DynamicImage::ImageRgba8(image), ImageFormat::Png);
    let [webp, jpeg] = as_seen(&file);
    assert_eq!(webp.get_pixel(5, 20).0[3], 0);
    assert_eq!(webp.get_pixel(35, 20).0[3], 255);
    assert_near(colour(&jpeg, 5, 20), GROUND, 6, "ground");
    assert_near(colour(&jpeg, 35, 20), [200, 30, 30], 10, "photo");
    let look = make(&file, &[]).look;
    assert_eq!((look.is_opaque, look.blur.as_str()), (false, ""));
}

/// A PNG of one bit a pixel, with or without a palette: what `image` does not write.
#[test]
fn colours_of_a_wide_profile_become_srgb_and_srgb_stays_as_it_is() {
    let pixels = [200, 80, 60].repeat(64 * 64);
    let with_profile = |profile: Option<moxcms::ColorProfile>| {
        let mut jpeg = Vec::new();
        let mut encoder = jpeg_encoder::Encoder::new(&mut jpeg, 98);
        if let Some(profile) = profile {
            encoder.add_icc_profile(&profile.encode().unwrap()).unwrap();
        }
        encoder.encode(&pixels, 64, 64, jpeg_encoder::ColorType::Rgb).unwrap();
        jpeg
    };
    let plain = as_seen(&with_profile(None));
    let srgb = as_seen(&with_profile(Some(moxcms::ColorProfile::new_srgb())));
    assert_eq!(plain, srgb);
    let wide = as_seen(&with_profile(Some(moxcms::ColorProfile::new_display_p3())));
    // Computed with Little CMS 2.19.
    assert_near(colour(&wide[0], 32, 32), [216, 69, 50], 3, "Display P3");
    assert_near(colour(&wide[1], 32, 32), [216, 69, 50], 3, "Display P3");
}

#[test]
fn what_its_decoder_holds_more_than_once_has_a_lower_limit_of_pixels() {
    let picture = four_corners();
    let encoded = |image: DynamicImage, format| {
        let mut bytes = std::io::Cursor::new(Vec::new());
        image.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    };
    let of_png = |image| encoded(image, ImageFormat::Png);
    let rgb = DynamicImage::ImageRgb8(picture.clone());
    let see_through = DynamicImage::ImageRgba8(RgbaImage::from_pixel(96, 64, Rgba([9, 9, 9, 99])));
    let files = [
        ("jpeg", encoded(rgb.clone(), ImageFormat::Jpeg), 3),
        ("png", of_png(rgb.clone()), 3),
        ("png that shows through", of_png(see_through.clone()), 4),
        ("png of two channels", of_png(see_through.to_luma_alpha8().into()), 6),
        ("png of 16 bits", of_png(rgb.to_rgb16().into()), 9),
        ("png of 16 bits that shows through", of_png(see_through.to_rgba16().into()), 12),
        ("webp", webp_of(&picture, None), 7),
        ("gif", encoded(see_through, ImageFormat::Gif), 8),
    ];
    for (name, file, bytes_held) in files {
        let code = |photo_pixels| {
            let limits = Limits { photo_pixels, ..Limits::default() };
            let made = read_facts("a", &file, &limits).and_then(|facts| {
                let fault = |fault: etalase::for_tests::PhotoFault| Box::new(fault.finding("a"));
                make_renditions(&file, &facts, &[], &limits).map_err(fault)
            });
            made.err().map(|finding| finding.code)
        };
        let enough = (96_u64 * 64 * bytes_held).div_ceil(3);
        assert_eq!(code(enough), None, "{name}");
        assert_eq!(code(enough - 1).as_deref(), Some("photo-too-many-pixels"), "{name}");
    }
}

#[test]
fn the_first_picture_of_an_animation_is_used() {
    let mut gif = std::io::Cursor::new(Vec::new());
    let mut encoder = image::codecs::gif::GifEncoder::new(&mut gif);
    for colour in [RED, BLUE] {
        let [r, g, b] = colour;
        let frame = RgbaImage::from_pixel(40, 30, Rgba([r, g, b, 255]));
        encoder.encode_frame(image::Frame::new(frame)).unwrap();
    }
    drop(encoder);
    let gif = gif.into_inner();
    let facts = facts_of(&gif);
    assert_eq!((facts.kind, facts.is_animated), (PhotoKind::Gif, true));
    assert_near(colour(&as_seen(&gif)[0], 20, 15), RED, 12, "GIF");
    let still = png_of(&four_corners(), None);
    let control = [0, 0, 0, 1, 0, 0, 0, 0];
    let apng = png_with(&still, &[(b"acTL", &control)]);
    assert!(facts_of(&apng).is_animated);
    assert!(!facts_of(&still).is_animated);
}

#[test]
fn a_photo_cut_off_anywhere_is_refused() {
    let image = image::imageops::thumbnail(&four_corners(), 33, 25);
    let mut progressive = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut progressive, 80);
    encoder.set_progressive(true);
    encoder.encode(&image, 33, 25, jpeg_encoder::ColorType::Rgb).unwrap();
    let gif = file_of(&DynamicImage::ImageRgb8(image.clone()), ImageFormat::Gif);
    for file in [jpeg_of(&image, None), progressive, png_of(&image, None), webp_of(&image, None), gif] {
        assert_eq!(code_of(&file), "sound");
        for cut in 12..file.len() {
            let code = code_of(&file[..cut]);
            assert!(
                matches!(code.as_str(), "photo-truncated" | "photo-damaged"),
                "{code} at {cut} of {}",
                file.len()
            );
        }
    }
}

#[test]
fn bytes_behind_the_picture_are_ignored() {
    for mut file in
        [jpeg_of(&four_corners(), None), png_of(&four_corners(), None), webp_of(&four_corners(), None)]
    {
        file.extend(b"sent by a chat program");
        assert_eq!(code_of(&file), "sound");
    }
}

#[test]
fn broken_metadata_counts_as_none() {
    let image = four_corners();
    let mut bad_order = exif(6, true);
    bad_order[..2].copy_from_slice(b"XX");
    let mut far_offset = exif(6, true);
    far_offset[4..8].copy_from_slice(&0x7FFF_FFFF_u32.to_be_bytes());
    for broken in [bad_order, far_offset, exif(99, false), exif(0, false), vec![0xFF; 40], Vec::new()] {
        for file in
            [jpeg_of(&image, Some(&broken)), png_of(&image, Some(&broken)), webp_of(&image, Some(&broken))]
        {
            let facts = facts_of(&file);
            assert_eq!((facts.orientation, facts.has_location), (Orientation::Upright, false));
            assert_eq!(code_of(&file), "sound");
        }
    }
}

#[test]
fn a_location_is_seen_and_never_published() {
    let exif = exif(1, true);
    for file in [
        jpeg_of(&four_corners(), Some(&exif)),
        png_of(&four_corners(), Some(&exif)),
        webp_of(&four_corners(), Some(&exif)),
    ] {
        let facts = facts_of(&file);
        assert!(facts.has_location);
        let recipes =
            [RenditionFormat::WebP, RenditionFormat::Jpeg].map(|format| recipe(&facts, (96, 64), format));
        for rendition in make(&file, &recipes).renditions {
            assert!(!facts_of(&rendition).has_location);
            assert!(memchr::memmem::find(&rendition, b"MM\0*").is_none());
        }
    }
    let xmp = b"XML:com.adobe.xmp\0\0\0\0\0<x exif:GPSLatitude='7,2.5S'/>";
    assert!(facts_of(&png_with(&png_of(&four_corners(), None), &[(b"iTXt", xmp)])).has_location);
}

#[test]
fn advices_name_what_could_be_better() {
    let codes = |path: &str, bytes: &[u8]| {
        advise(path, &facts_of(bytes)).iter().map(|finding| finding.code.clone()).collect::<Vec<_>>()
    };
    let file = jpeg_of(&RgbImage::new(500, 500), None);
    assert!(codes("foto/a.jpg", &file).is_empty());
    assert_eq!(codes("foto/a.png", &file), ["photo-wrong-ending"]);
    let small = jpeg_of(&four_corners(), Some(&exif(1, true)));
    assert_eq!(codes("foto/a.jpg", &small), ["photo-small"]);
    let told = advise_on_unseen("foto/a.jpg", &facts_of(&small));
    assert_eq!(told.iter().map(|finding| &*finding.code).collect::<Vec<_>>(), ["photo-has-location"]);
    assert!(advise_on_unseen("foto/a.jpg", &facts_of(&file)).is_empty());
}

#[test]
fn same_bytes_whatever_else_is_made() {
    let image =
        RgbImage::from_fn(700, 500, |x, y| Rgb([(x / 3) as u8, (y / 2) as u8, ((x * y) % 200) as u8]));
    let file = jpeg_of(&image, Some(&exif(6, false)));
    let facts = facts_of(&file);
    let photo =
        PhotoUse { path: "foto/a.jpg".to_owned(), alt: None, focus: None, quality: None, consent: None };
    let shapes = [Shape::Whole, Shape::Card, Shape::Square, Shape::Cover, Shape::Share];
    let settings = PhotoSettings { widths_px: vec![60, 120, 160, 240, 320], ..PhotoSettings::default() };
    let recipes: Vec<Recipe> = shapes
        .iter()
        .flat_map(|&shape| {
            choose_renditions(&facts, &photo, shape, &settings, GROUND).iter().cloned().collect::<Vec<_>>()
        })
        .collect();
    let together = make(&file, &recipes);
    for (recipe, rendition) in recipes.iter().zip(&together.renditions) {
        let alone = make(&file, std::slice::from_ref(recipe));
        assert_eq!(alone.renditions, std::slice::from_ref(rendition), "{recipe:?}");
        assert_eq!(alone.look, together.look);
    }
}

#[test]
fn a_byte_ceiling_lowers_quality_only_as_far_as_needed() {
    let noise = RgbImage::from_fn(300, 200, |x, y| {
        Rgb([(x * 97 % 256) as u8, (y * 57 % 256) as u8, (x * y % 256) as u8])
    });
    let file = jpeg_of(&noise, None);
    let facts = facts_of(&file);
    for format in [RenditionFormat::WebP, RenditionFormat::Jpeg] {
        let free = recipe(&facts, (300, 200), format);
        let full = make(&file, std::slice::from_ref(&free)).renditions[0].len();
        let max_bytes = u32::try_from(full / 2).unwrap();
        let made = make(&file, &[Recipe { max_bytes: Some(max_bytes), ..free }]);
        let size = u32::try_from(made.renditions[0].len()).unwrap();
        assert!(size <= max_bytes && size > max_bytes * 3 / 4, "{size} of {max_bytes}");
    }
}

#[test]
fn the_smallest_photos_give_a_rendition() {
    for (width, height) in [(1, 1), (1, 500), (500, 1), (17, 3)] {
        let file = png_of(&RgbImage::from_pixel(width, height, Rgb(GREEN)), None);
        let facts = facts_of(&file);
        let photo = PhotoUse { path: String::new(), alt: None, focus: None, quality: None, consent: None };
        for shape in [Shape::Whole, Shape::Card, Shape::Square, Shape::Cover, Shape::Share] {
            let chosen = choose_renditions(&facts, &photo, shape, &PhotoSettings::default(), GROUND);
            let recipes: Vec<Recipe> = chosen.iter().cloned().collect();
            let made = make(&file, &recipes);
            for (recipe, rendition) in recipes.iter().zip(&made.renditions) {
                let image = image::load_from_memory(rendition).unwrap();
                assert_eq!(image.dimensions(), (recipe.width_px, recipe.height_px));
                assert_near(colour(&image.to_rgba8(), 0, 0), GREEN, 12, "green");
            }
        }
    }
}

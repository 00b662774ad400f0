//! A card to the bytes of its file: the photo, the SVG over it, a JPEG.

use anyhow::Result;
use resvg::tiny_skia::{FilterQuality, Pixmap, PixmapPaint, PixmapRef, Transform};
use resvg::usvg::{Options, Tree};

use super::font;
use super::look::{self, Area, PAPER};
use super::recipe::{Card, Look};
use crate::failure::{Failure, OrFailed as _};
use crate::photo;

/// Draws a card; `photo` is the file of its photo. The same card always gives the same bytes.
///
/// # Errors
/// If the photo's file is damaged.
pub(crate) fn draw(card: &Card, photo: Option<&[u8]>) -> Result<Vec<u8>> {
    let (width, height) = (card.format.width_px(), card.format.height_px());
    let mut pixels = Pixmap::new(width, height).expect("a card has a size");
    let ground = match &card.look {
        Look::Stall { .. } => PAPER,
        Look::Zine { flat, .. } => flat,
    };
    let [red, green, blue] = rgb(ground);
    pixels.fill(resvg::tiny_skia::Color::from_rgba8(red, green, blue, 255));
    if let Some(bytes) = photo {
        lay_photo(card, bytes, &mut pixels)?;
    }
    let options = Options { fontdb: font::database(), ..Options::default() };
    let tree = Tree::from_str(&look::svg(card), &options).or_failed(Failure::ReadDrawing)?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    photo::encode_drawing(pixels.data(), width, height, card.format.quality(), card.format.max_bytes())
        .map_err(|_| Failure::EncodeCard.into())
}

/// Puts the photo into its area, enlarged where the original is small.
fn lay_photo(card: &Card, bytes: &[u8], pixels: &mut Pixmap) -> Result<()> {
    let (mut rgba, width, height) = photo::decode_rendition(bytes).map_err(|_| Failure::DamagedOnCard)?;
    if let Look::Zine { flat, deep } = &card.look {
        print_in_two_colours(&mut rgba, rgb(flat), rgb(deep));
    }
    let photo = PixmapRef::from_bytes(&rgba, width, height).ok_or(Failure::DamagedOnCard)?;
    let Area { x, y, width: wide, height: high } = look::photo_area(card);
    #[expect(clippy::cast_precision_loss, reason = "sides of a few hundred pixels are exact")]
    let (scale_x, scale_y) = (wide / width as f32, high / height as f32);
    let paint = PixmapPaint { quality: FilterQuality::Bilinear, ..PixmapPaint::default() };
    pixels.draw_pixmap(0, 0, photo, &paint, Transform::from_row(scale_x, 0.0, 0.0, scale_y, x, y), None);
    Ok(())
}

/// As the pages for pupils do it: grey with more contrast, multiplied onto the bright colour, and never darker
/// than the dark one.
fn print_in_two_colours(rgba: &mut [u8], flat: [u8; 3], deep: [u8; 3]) {
    let ink: [[u8; 4]; 256] = std::array::from_fn(|grey| {
        // contrast(1.35) and brightness(1.2), as in CSS.
        let grey = i32::try_from(grey).unwrap_or(255);
        let grey = (((grey - 128) * 135 / 100 + 128) * 120 / 100).clamp(0, 255);
        let part = |flat: u8, deep: u8| u8::try_from(i32::from(flat) * grey / 255).unwrap_or(flat).max(deep);
        [part(flat[0], deep[0]), part(flat[1], deep[1]), part(flat[2], deep[2]), 255]
    });
    let (pixels, _) = rgba.as_chunks_mut::<4>();
    for pixel in pixels {
        // Rec. 709, as in CSS's `grayscale`, in parts of 65,536.
        let [red, green, blue, _] = pixel.map(u32::from);
        *pixel = ink[((13_933 * red + 46_871 * green + 4_732 * blue) >> 16) as usize];
    }
}

/// Red, green and blue of `#rrggbb`.
fn rgb(hex: &str) -> [u8; 3] {
    let value = u32::from_str_radix(hex.trim_start_matches('#'), 16).unwrap_or(0);
    let [_, red, green, blue] = value.to_be_bytes();
    [red, green, blue]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::Format;

    fn card(title: &str) -> Card {
        Card {
            format: Format::Share,
            look: Look::Stall { brand: "#2f6b3a".to_owned(), brand_ink: "#2f6b3a".to_owned() },
            photo: None,
            above: "Koperasi Contoh".to_owned(),
            title: title.to_owned(),
            price: "Rp\u{a0}12.500".to_owned(),
            detail: "per botol 500 ml".to_owned(),
            foot: "Pangalengan, Kabupaten Bandung".to_owned(),
        }
    }

    fn pixels(jpeg: &[u8]) -> (Vec<u8>, u32, u32) {
        photo::decode_rendition(jpeg).expect("a JPEG")
    }

    #[test]
    fn the_same_card_gives_the_same_bytes_and_another_title_another_name() {
        let drawn = draw(&card("Susu"), None).expect("drawn");
        assert_eq!(draw(&card("Susu"), None).expect("drawn"), drawn);
        assert_ne!(card("Susu").key(), card("Keju").key());
        assert_eq!(card("Susu").file_name("susu"), format!("susu-{}.jpg", card("Susu").key()));
    }

    #[test]
    fn a_card_has_its_size_and_stays_below_its_ceiling() {
        for title in ["Susu", &"Peuyeum ketan bungkus daun éndah ".repeat(8), "", "<script>alert(1)</script>"]
        {
            let jpeg = draw(&card(title), None).expect("drawn");
            assert!(jpeg.len() <= Format::Share.max_bytes(), "{title}: {}", jpeg.len());
            let (_, width, height) = pixels(&jpeg);
            assert_eq!((width, height), (1_200, 630));
        }
    }

    /// A photo that hardly any encoder makes small.
    fn noise(side: u32) -> Vec<u8> {
        let mut state = 7_u32;
        let mut rgba = vec![255; (side * side * 4) as usize];
        for part in rgba.iter_mut().enumerate().filter(|(place, _)| place % 4 < 3).map(|(_, part)| part) {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            *part = (state >> 24) as u8;
        }
        photo::encode_drawing(&rgba, side, side, 92, usize::MAX).expect("a JPEG")
    }

    #[test]
    fn a_status_has_its_size_and_stays_below_its_ceiling_even_with_a_photo_of_noise() {
        let look = Look::Zine { flat: "#8fdcff".to_owned(), deep: "#3d0a35".to_owned() };
        let photo = noise(300);
        let source = crate::photo::SourceHash::of(&photo);
        let recipe = crate::photo::Recipe {
            source,
            crop: crate::photo::Crop::Whole,
            width_px: 300,
            height_px: 300,
            format: crate::photo::RenditionFormat::Jpeg,
            quality: 92,
            max_bytes: None,
            ground: [255; 3],
        };
        for (format, size) in [(Format::Story, (1_080, 1_920)), (Format::Square, (1_080, 1_080))] {
            for photo in [None, Some(photo.as_slice())] {
                let recipe = photo.map(|_| recipe.clone());
                let card =
                    Card { format, look: look.clone(), photo: recipe, ..card("Raosna éta peuyeum, euy") };
                let jpeg = draw(&card, photo).expect("drawn");
                assert!(jpeg.len() <= format.max_bytes(), "{format:?}: {}", jpeg.len());
                let (_, width, height) = pixels(&jpeg);
                assert_eq!((width, height), size);
            }
        }
    }

    #[test]
    fn words_are_drawn_in_the_face_that_is_carried_along() {
        let dark = |title: &str| {
            let (rgba, ..) = pixels(&draw(&card(title), None).expect("drawn"));
            rgba.as_chunks::<4>().0.iter().filter(|pixel| pixel[..3].iter().all(|part| *part < 90)).count()
        };
        let (with, without) = (dark("Peuyeum éndah"), dark(""));
        assert!(with > without + 2_000, "{with} {without}");
    }

    #[test]
    fn a_photo_for_pupils_has_two_colours() {
        let mut rgba = [0, 0, 0, 255, 255, 255, 255, 255, 128, 128, 128, 255];
        let (flat, deep) = ([0xff, 0xd8, 0x4d], [0x1d, 0x12, 0x63]);
        print_in_two_colours(&mut rgba, flat, deep);
        // Light parts are the bright colour, but in no channel darker than the dark one: CSS's `lighten`.
        assert_eq!((&rgba[..3], &rgba[4..7]), (&deep[..], &[0xff, 0xd8, 0x63][..]));
    }
}

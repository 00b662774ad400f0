//! The icon of a site: a market stall's awning in the site's colour, drawn when it is needed, so that no
//! picture has to be carried along.

use std::fmt::Write as _;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::model::Colour;

const PAPER: Colour = Colour(0xff, 0xfc, 0xf6);
const INK: Colour = Colour(0x2a, 0x22, 0x19);

/// Stripes of the awning.
const STRIPES: u32 = 5;

/// Side of the drawing, in its own units.
const SIDE: f32 = 52.0;

/// The icon as SVG.
pub(super) fn svg(colour: Colour) -> String {
    let mut stripes = String::new();
    for stripe in 0..STRIPES {
        let x = 6 + stripe * 8;
        let fill = if stripe % 2 == 0 { colour } else { PAPER };
        // Writing to a String cannot fail.
        let _ = write!(stripes, "<path d=\"M{x} 9h8v14a4 4 0 0 1-8 0z\" fill=\"{}\"/>", fill.hex());
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 52 52\"><rect width=\"52\" height=\"52\" rx=\"11\" \
         fill=\"{paper}\"/><path d=\"M10 24h32v19H10z\" fill=\"{ink}\"/><path d=\"M14 29h24v8H14z\" \
         fill=\"{paper}\"/>{stripes}<path d=\"M6 9h40v3H6z\" fill=\"{ink}\"/></svg>\n",
        paper = PAPER.hex(),
        ink = INK.hex(),
    )
}

/// The same as PNG, `side_px` wide. With `maskable` the ground fills the square, since launchers cut it to a
/// shape of their own, and the stall keeps inside the part that every shape shows (the middle 80 %).
pub(super) fn png(colour: Colour, side_px: u32, maskable: bool) -> Vec<u8> {
    let tree = Tree::from_str(&svg(colour), &Options::default()).expect("the icon is sound");
    let mut pixels = Pixmap::new(side_px, side_px).expect("an icon has a size");
    #[expect(clippy::cast_precision_loss, reason = "sides of at most 512 pixels are exact")]
    let scale = side_px as f32 / SIDE;
    let mut transform = Transform::from_scale(scale, scale);
    if maskable {
        let Colour(red, green, blue) = PAPER;
        pixels.fill(Color::from_rgba8(red, green, blue, 255));
        transform = transform.pre_translate(SIDE / 2.0, SIDE / 2.0).pre_scale(0.72, 0.72);
        transform = transform.pre_translate(-SIDE / 2.0, -SIDE / 2.0);
    }
    resvg::render(&tree, transform, &mut pixels.as_mut());
    let mut png = Vec::new();
    PngEncoder::new_with_quality(&mut png, CompressionType::Default, FilterType::Up)
        .write_image(&pixels.take_demultiplied(), side_px, side_px, ExtendedColorType::Rgba8)
        .expect("a whole picture is written to memory");
    png
}

/// An icon file for old browsers: one PNG of 32 pixels inside.
pub(super) fn ico(colour: Colour) -> Vec<u8> {
    let png = png(colour, 32, false);
    let size = u32::try_from(png.len()).unwrap_or(0);
    let mut ico = vec![0, 0, 1, 0, 1, 0, 32, 32, 0, 0, 1, 0, 32, 0];
    ico.extend(size.to_le_bytes());
    ico.extend(22_u32.to_le_bytes());
    ico.extend(png);
    ico
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_icon_is_a_picture_of_its_size_with_open_corners() {
        let png = png(Colour(0x1f, 0x5f, 0x8b), 64, false);
        let picture = image::load_from_memory(&png).expect("a PNG").to_rgba8();
        assert_eq!(picture.dimensions(), (64, 64));
        assert_eq!(picture.get_pixel(0, 0).0[3], 0);
        assert_eq!(picture.get_pixel(12, 20).0, [0x1f, 0x5f, 0x8b, 255]);
    }

    #[test]
    fn a_maskable_icon_fills_its_square() {
        let picture = image::load_from_memory(&png(Colour(1, 2, 3), 48, true)).expect("a PNG").to_rgba8();
        assert!(picture.pixels().all(|pixel| pixel.0[3] == 255));
    }

    #[test]
    fn an_ico_points_at_its_picture() {
        let ico = ico(Colour(1, 2, 3));
        assert_eq!(&ico[22..26], b"\x89PNG");
        let size = u32::from_le_bytes([ico[14], ico[15], ico[16], ico[17]]);
        assert_eq!(usize::try_from(size).expect("small") + 22, ico.len());
    }
}

//! The icon of a site: a market stall's awning in the site's colour, drawn by arithmetic, so that no picture
//! has to be carried along and the same colour always gives the same bytes.

use std::fmt::Write as _;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};

use crate::view::colour::Colour;

const PAPER: Colour = Colour(0xff, 0xfc, 0xf6);
const INK: Colour = Colour(0x2a, 0x22, 0x19);

/// Stripes of the awning.
const STRIPES: u32 = 5;

/// Samples along each side of a pixel.
const SAMPLES: u32 = 3;

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
    let mut pixels = Vec::with_capacity((side_px * side_px * 4) as usize);
    for y in 0..side_px {
        for x in 0..side_px {
            pixels.extend(pixel(colour, x, y, side_px, maskable));
        }
    }
    let mut png = Vec::new();
    PngEncoder::new_with_quality(&mut png, CompressionType::Best, FilterType::Up)
        .write_image(&pixels, side_px, side_px, ExtendedColorType::Rgba8)
        .expect("a whole picture is written to memory");
    png
}

/// Red, green, blue and alpha of a pixel: the mean of its samples. Where its four corners agree, and most do,
/// it is of one colour: no shape is smaller than a pixel.
fn pixel(colour: Colour, x: u32, y: u32, side_px: u32, maskable: bool) -> [u8; 4] {
    #[expect(clippy::cast_precision_loss, reason = "sides of at most 512 pixels are exact")]
    let sample = |column: u32, row: u32| {
        let at = |pixel: u32, part: u32| {
            (pixel as f32 + (part as f32 + 0.5) / SAMPLES as f32) * 52.0 / side_px as f32
        };
        let (mut u, mut v) = (at(x, column), at(y, row));
        if maskable {
            u = (u - 26.0) / 0.72 + 26.0;
            v = (v - 26.0) / 0.72 + 26.0;
        }
        stall(colour, u, v).or(maskable.then_some(PAPER))
    };
    let last = SAMPLES - 1;
    let first = sample(0, 0);
    if [(last, 0), (0, last), (last, last)].into_iter().all(|(column, row)| sample(column, row) == first) {
        return first.map_or([0; 4], |Colour(red, green, blue)| [red, green, blue, 255]);
    }
    let mut sum = [0_u32; 4];
    for number in 0..SAMPLES * SAMPLES {
        if let Some(Colour(red, green, blue)) = sample(number % SAMPLES, number / SAMPLES) {
            for (part, value) in sum.iter_mut().zip([red, green, blue, 255]) {
                *part += u32::from(value);
            }
        }
    }
    // Colours are weighed by how many samples have one, so that edges do not darken.
    let covered = (sum[3] / 255).max(1);
    let part = |value: u32, of: u32| u8::try_from(value / of).unwrap_or(u8::MAX);
    [part(sum[0], covered), part(sum[1], covered), part(sum[2], covered), part(sum[3], SAMPLES * SAMPLES)]
}

/// The colour of the stall at a point of a square of 52; `None` outside the rounded square.
fn stall(colour: Colour, u: f32, v: f32) -> Option<Colour> {
    const RADIUS: f32 = 11.0;
    let corner = |value: f32| (RADIUS - value).max(value - (52.0 - RADIUS)).max(0.0);
    if !is_within(RADIUS, corner(u), corner(v)) || !(0.0..=52.0).contains(&u) || !(0.0..=52.0).contains(&v) {
        return None;
    }
    if (6.0..46.0).contains(&u) {
        if (9.0..12.0).contains(&v) {
            return Some(INK);
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the stripe of a point inside the awning is 0 to 4"
        )]
        let stripe = ((u - 6.0) / 8.0) as u32;
        #[expect(clippy::cast_precision_loss, reason = "at most 5 stripes")]
        let middle = 6.0 + stripe as f32 * 8.0 + 4.0;
        if (12.0..23.0).contains(&v) || (v >= 23.0 && is_within(4.0, u - middle, v - 23.0)) {
            return Some(if stripe.is_multiple_of(2) { colour } else { PAPER });
        }
    }
    if (14.0..38.0).contains(&u) && (29.0..37.0).contains(&v) {
        return Some(PAPER);
    }
    if (10.0..42.0).contains(&u) && (24.0..43.0).contains(&v) {
        return Some(INK);
    }
    Some(PAPER)
}

/// True if a point lies in a circle around the origin. Without a square root: exact on every machine.
fn is_within(radius: f32, x: f32, y: f32) -> bool {
    x * x + y * y <= radius * radius
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

//! What the codes in a photo say: the printed code on a counter, seen by a phone's camera.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use rqrr::PreparedImage;

use super::decode::decode;
use super::fault::PhotoFault;
use super::part::Part;
use super::picture::{Layout, Picture};
use super::recipe::PhotoFacts;
use super::resize::{Original, Size, make_sizes};
use super::slim::fitting;
use super::turn::Turn;
use crate::settings::Limits;

/// Longest sides at which a photo is looked at, in pixels, until a code is read. A module of a payment code that
/// fills a third of the photo is then 6 pixels wide, or 9, or 3: paper's grain is lost in the small ones, a far
/// code is found in the large.
const SIDES_PX: [u32; 3] = [1000, 1600, 500];

/// The texts of all codes that can be read in a photo, each once, in order. Empty if there is none.
///
/// # Errors
/// As for a rendition: a photo that is not whole is a fault, and so is a decoder that panics.
pub fn read_codes(bytes: &[u8], facts: &PhotoFacts, limits: &Limits) -> Result<BTreeSet<String>, PhotoFault> {
    catch_unwind(AssertUnwindSafe(|| codes_of(bytes, facts, limits)))
        .unwrap_or(Err(PhotoFault::Unreadable(facts.kind)))
}

fn codes_of(bytes: &[u8], facts: &PhotoFacts, limits: &Limits) -> Result<BTreeSet<String>, PhotoFault> {
    for side_px in SIDES_PX {
        let _turn = Turn::take();
        let (width, height) = fitting(facts, side_px);
        let size = Size { part: Part::whole(facts.width_px, facts.height_px), width, height };
        // Decoded anew for each try: a sound photo of a code is read at the first.
        let mut sizes = make_sizes(Original::whole(decode(bytes, facts, limits)?, facts), [size])?;
        let Some(picture) = sizes.remove(&size) else { continue };
        let mut gray = gray_of(&picture);
        for _ in 0..2 {
            let found = seen_in(&gray, width, height);
            if !found.is_empty() {
                return Ok(found);
            }
            // White on a dark ground is read as the negative of itself.
            for level in &mut gray {
                *level = u8::MAX - *level;
            }
        }
    }
    Ok(BTreeSet::new())
}

/// Every code whose text can be read whole; what looks like one and is none is passed over.
fn seen_in(gray: &[u8], width: u32, height: u32) -> BTreeSet<String> {
    let (width, height) = (width as usize, height as usize);
    let mut seen = PreparedImage::prepare_from_greyscale(width, height, |x, y| gray[y * width + x]);
    let grids = seen.detect_grids();
    grids.iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect()
}

/// Brightness of each pixel, on white where something shows through. Source: ITU-R BT.601, rounded down.
fn gray_of(picture: &Picture) -> Vec<u8> {
    if picture.layout == Layout::Gray {
        return picture.pixels.clone();
    }
    let rgb = picture.to_rgb([u8::MAX; 3]);
    let (pixels, _) = rgb.pixels.as_chunks::<3>();
    let brightness =
        |[r, g, b]: [u8; 3]| (u32::from(r) * 299 + u32::from(g) * 587 + u32::from(b) * 114) / 1000;
    pixels.iter().map(|pixel| u8::try_from(brightness(*pixel)).unwrap_or(u8::MAX)).collect()
}

#[cfg(test)]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "photos of a test are a thousand pixels wide"
)]
mod tests {
    use fast_qr::{ECL, QRBuilder};
    use jpeg_encoder::{ColorType, Encoder};

    use super::*;
    use crate::photo::facts::facts_of;

    const CODE: &str = "00020101021126680016ID.CO.CONTOH.WWW01189360099900000000170215CONTOH0000000010303UMI51440014ID.CO.QRIS.WWW0215ID00000000000170303UMI5204541153033605802ID5915KOPERASI CONTOH6012KAB. BANDUNG61054037862070703A01630471FC";

    /// A JPEG of 1600 x 1200: codes on warm paper, each turned by degrees, with its middle at a place, in unequal
    /// light, as a phone would save it.
    fn photo_of(codes: &[(&str, f64, (f64, f64))]) -> Vec<u8> {
        const WIDTH: u16 = 1600;
        const HEIGHT: u16 = 1200;
        let drawn: Vec<_> = codes
            .iter()
            .map(|(text, degrees, middle)| {
                let code = QRBuilder::new(*text).ecl(ECL::M).build().expect("short");
                (code, degrees.to_radians().sin_cos(), *middle)
            })
            .collect();
        let module_px = 8.0;
        let is_dark = |x: f64, y: f64| {
            drawn.iter().any(|(code, (sin, cos), (left, top))| {
                let (dx, dy) = (x - left, y - top);
                let half = code.size as f64 / 2.0;
                let column = (dx * cos + dy * sin) / module_px + half;
                let row = (dy * cos - dx * sin) / module_px + half;
                let inside = 0.0..code.size as f64;
                inside.contains(&column)
                    && inside.contains(&row)
                    && code[row as usize][column as usize].value()
            })
        };
        let mut pixels = Vec::new();
        for y in 0..HEIGHT {
            for x in 0..WIDTH {
                let (x, y) = (f64::from(x), f64::from(y));
                let light = 0.6 + 0.4 * x / f64::from(WIDTH);
                let paper = if is_dark(x, y) { [38.0, 34.0, 40.0] } else { [236.0, 228.0, 214.0] };
                pixels.extend(paper.map(|level| (level * light) as u8));
            }
        }
        let mut jpeg = Vec::new();
        Encoder::new(&mut jpeg, 60).encode(&pixels, WIDTH, HEIGHT, ColorType::Rgb).expect("encoded");
        jpeg
    }

    /// Brightness of each pixel of a whole photo.
    fn decoded(photo: &[u8], facts: &PhotoFacts, limits: &Limits) -> Vec<u8> {
        let size = Size { part: Part::whole(1600, 1200), width: 1600, height: 1200 };
        let original = Original::whole(decode(photo, facts, limits).expect("sound"), facts);
        gray_of(&make_sizes(original, [size]).expect("made")[&size])
    }

    fn read(photo: &[u8]) -> Vec<String> {
        let limits = Limits::default();
        let facts = facts_of(photo, &limits).expect("sound");
        read_codes(photo, &facts, &limits).expect("read").into_iter().collect()
    }

    #[test]
    fn a_printed_code_is_read_however_it_was_held() {
        for degrees in [0.0, 7.0, 90.0, 195.0] {
            let photo = photo_of(&[(CODE, degrees, (760.0, 610.0))]);
            assert_eq!(read(&photo), [CODE], "turned by {degrees} degrees");
        }
    }

    #[test]
    fn a_code_in_white_on_a_dark_ground_is_read() {
        let photo = photo_of(&[(CODE, 3.0, (760.0, 610.0))]);
        let limits = Limits::default();
        let facts = facts_of(&photo, &limits).expect("sound");
        let negative: Vec<u8> =
            decoded(&photo, &facts, &limits).iter().map(|level| u8::MAX - level).collect();
        let mut jpeg = Vec::new();
        Encoder::new(&mut jpeg, 60).encode(&negative, 1600, 1200, ColorType::Luma).expect("encoded");
        assert_eq!(read(&jpeg), [CODE]);
    }

    #[test]
    fn every_code_of_a_photo_is_told_and_each_once() {
        let photo = photo_of(&[(CODE, 4.0, (420.0, 600.0)), ("https://contoh.id", 0.0, (1200.0, 600.0))]);
        assert_eq!(read(&photo), [CODE, "https://contoh.id"]);
        let photo = photo_of(&[(CODE, 0.0, (420.0, 600.0)), (CODE, 0.0, (1180.0, 600.0))]);
        assert_eq!(read(&photo), [CODE]);
    }

    #[test]
    fn a_photo_without_a_code_says_nothing() {
        assert!(read(&photo_of(&[])).is_empty());
    }
}

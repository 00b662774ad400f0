//! A smaller original in place of the one from the camera: upright, in sRGB, nothing but pixels.

use std::panic::{AssertUnwindSafe, catch_unwind};

use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder};

use super::decode::decode;
use super::encode::{encode_jpeg, encode_webp};
use super::fault::PhotoFault;
use super::part::Part;
use super::picture::{Layout, Picture};
use super::recipe::{PhotoFacts, PhotoKind};
use super::resize::{Original, Size, make_sizes};
use super::turn::Turn;
use crate::settings::Limits;

/// Longest side of an original that is worth keeping, in pixels: more than twice what any page shows.
pub const MAX_ORIGINAL_PX: u32 = 3000;

/// High enough that renditions made of it look as those made of the original.
const QUALITY: u8 = 92;

/// Width and height of the slimmer original: the same shape, with no side above `MAX_ORIGINAL_PX`.
pub fn slim_size(facts: &PhotoFacts) -> (u32, u32) {
    fitting(facts, MAX_ORIGINAL_PX)
}

/// Width and height of a photo with no side above `side_px`.
pub(super) fn fitting(facts: &PhotoFacts, side_px: u32) -> (u32, u32) {
    let longest = facts.width_px.max(facts.height_px).max(1);
    let side = |side: u32| {
        let shrunk = u64::from(side) * u64::from(side_px.min(longest)) / u64::from(longest);
        u32::try_from(shrunk).unwrap_or(side_px).max(1)
    };
    (side(facts.width_px), side(facts.height_px))
}

/// True if a photo carries a location or has a side above `MAX_ORIGINAL_PX`. GIF is left as it is: it may be an
/// animation that somebody wants to keep.
pub fn needs_slimming(facts: &PhotoFacts) -> bool {
    let is_large = facts.width_px.max(facts.height_px) > MAX_ORIGINAL_PX;
    facts.kind != PhotoKind::Gif && !facts.is_animated && (facts.has_location || is_large)
}

/// The slimmer original, of the same kind, so that its name stays right. A decoder that panics is a fault.
pub fn slim_original(bytes: &[u8], facts: &PhotoFacts, limits: &Limits) -> Result<Vec<u8>, PhotoFault> {
    catch_unwind(AssertUnwindSafe(|| slim(bytes, facts, limits)))
        .unwrap_or(Err(PhotoFault::Unreadable(facts.kind)))
}

fn slim(bytes: &[u8], facts: &PhotoFacts, limits: &Limits) -> Result<Vec<u8>, PhotoFault> {
    let _turn = Turn::take();
    let (width, height) = slim_size(facts);
    let size = Size { part: Part::whole(facts.width_px, facts.height_px), width, height };
    let original = Original::whole(decode(bytes, facts, limits)?, facts);
    let mut sizes = make_sizes(original, [size])?;
    let picture = sizes.remove(&size).ok_or(PhotoFault::NotEncodable)?;
    match (facts.kind, picture.layout) {
        (PhotoKind::Jpeg, _) => encode_jpeg(&picture, QUALITY),
        (PhotoKind::WebP, Layout::Gray) => encode_webp(&picture.to_rgb([u8::MAX; 3]), QUALITY),
        (PhotoKind::WebP, _) => encode_webp(&picture, QUALITY),
        (PhotoKind::Png | PhotoKind::Gif, _) => encode_png(&picture),
    }
}

fn encode_png(picture: &Picture) -> Result<Vec<u8>, PhotoFault> {
    let colour = match picture.layout {
        Layout::Gray => ExtendedColorType::L8,
        Layout::Rgb => ExtendedColorType::Rgb8,
        Layout::Rgba => ExtendedColorType::Rgba8,
    };
    let mut png = Vec::new();
    PngEncoder::new(&mut png)
        .write_image(&picture.pixels, picture.width, picture.height, colour)
        .map_err(|_| PhotoFault::NotEncodable)?;
    Ok(png)
}

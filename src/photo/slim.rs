//! A smaller original in place of the one from the camera: upright, in sRGB, nothing but pixels.

use std::panic::{AssertUnwindSafe, catch_unwind};

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};

use super::decode::decode;
use super::encode::{encode_jpeg, encode_webp};
use super::fault::PhotoFault;
use super::part::Part;
use super::picture::{Layout, Picture};
use super::recipe::{Orientation, PhotoFacts, PhotoKind};
use super::resize::{Original, Size, make_sizes};
use super::turn::Turn;
use crate::settings::Limits;

/// Longest side of an original that is worth keeping, in pixels: more than twice what any page shows.
pub(crate) const MAX_ORIGINAL_PX: u32 = 3000;

/// The first is high enough that renditions made of it look as those made of the original. The others are for an
/// original that was compressed more than that: it must not grow.
const QUALITIES: [u8; 5] = [92, 85, 75, 60, 45];

/// Width and height of the slimmer original: the same shape, with no side above `MAX_ORIGINAL_PX`.
pub(crate) fn slim_size(facts: &PhotoFacts) -> (u32, u32) {
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

/// True if a photo carries a location or a video, or has a side above `MAX_ORIGINAL_PX`. GIF is left as it is: it may
/// be an animation that somebody wants to keep. So are HEIC, which nobody
/// here writes, and AVIF, which only some programs write.
pub fn needs_slimming(facts: &PhotoFacts) -> bool {
    let is_large = facts.width_px.max(facts.height_px) > MAX_ORIGINAL_PX;
    !matches!(facts.kind, PhotoKind::Gif | PhotoKind::Heic | PhotoKind::Avif)
        && !facts.is_animated
        && (carries_unseen(facts) || is_large)
}

/// True for what nobody sees who looks at the photo, and whoever may read the repository can find.
fn carries_unseen(facts: &PhotoFacts) -> bool {
    facts.has_location || facts.video_bytes > 0
}

/// The slimmer original, of the same kind, so that its name stays right, and in fewer bytes; `None` where that cannot
/// be had and there is nothing to take out.
///
/// # Errors
/// As for a rendition: a photo that is not whole is a fault, and so is a decoder that panics.
pub fn slim_original(
    bytes: &[u8],
    facts: &PhotoFacts,
    limits: &Limits,
) -> Result<Option<Vec<u8>>, PhotoFault> {
    let slim = catch_unwind(AssertUnwindSafe(|| slim(bytes, facts, limits)))
        .unwrap_or(Err(PhotoFault::Unreadable(facts.kind)))?;
    Ok(Some(slim).filter(|slim| carries_unseen(facts) || slim.len() < bytes.len()))
}

/// A new original to be kept: upright, no side above `MAX_ORIGINAL_PX`, nothing but pixels, of the same kind, but a
/// JPEG of a HEIC or an AVIF. It may take some more bytes than the one that was sent, which a chat may have compressed.
///
/// # Errors
/// As for `slim_original`.
pub(crate) fn clean_original(
    bytes: &[u8],
    facts: &PhotoFacts,
    limits: &Limits,
) -> Result<Vec<u8>, PhotoFault> {
    let most = bytes.len().saturating_mul(2);
    catch_unwind(AssertUnwindSafe(|| slim_to(bytes, facts, limits, most)))
        .unwrap_or(Err(PhotoFault::Unreadable(facts.kind)))
}

fn slim(bytes: &[u8], facts: &PhotoFacts, limits: &Limits) -> Result<Vec<u8>, PhotoFault> {
    slim_to(bytes, facts, limits, bytes.len())
}

/// In the best quality that takes fewer bytes than `most`.
fn slim_to(bytes: &[u8], facts: &PhotoFacts, limits: &Limits, most: usize) -> Result<Vec<u8>, PhotoFault> {
    let _turn = Turn::take();
    let (width, height) = slim_size(facts);
    let size = Size { part: Part::whole(facts.width_px, facts.height_px), width, height };
    let original = Original::whole(decode(bytes, facts, limits)?, facts);
    let mut sizes = make_sizes(original, [size])?;
    let picture = sizes.remove(&size).ok_or(PhotoFault::NotEncodable)?;
    match (facts.kind, picture.layout) {
        (PhotoKind::Heic | PhotoKind::Avif, Layout::Rgba) => {
            let rgb = picture.to_rgb([u8::MAX; 3]);
            smaller(most, |quality| encode_jpeg(&rgb, quality))
        }
        (PhotoKind::Jpeg | PhotoKind::Heic | PhotoKind::Avif, _) => {
            smaller(most, |quality| encode_jpeg(&picture, quality))
        }
        (PhotoKind::WebP, Layout::Gray) => {
            let rgb = picture.to_rgb([u8::MAX; 3]);
            smaller(most, |quality| encode_webp(&rgb, quality))
        }
        (PhotoKind::WebP, _) => smaller(most, |quality| encode_webp(&picture, quality)),
        (PhotoKind::Png | PhotoKind::Gif, _) => {
            let png = encode_png(&picture)?;
            let is_same_size = (width, height) == (facts.width_px, facts.height_px);
            let can_stay = is_same_size && facts.orientation == Orientation::Upright;
            let stripped = (can_stay && png.len() >= bytes.len()).then(|| pixels_of_png(bytes)).flatten();
            Ok(stripped.unwrap_or(png))
        }
    }
}

/// In the best quality that takes fewer bytes than `most`, or else in the lowest.
fn smaller(most: usize, encode: impl Fn(u8) -> Result<Vec<u8>, PhotoFault>) -> Result<Vec<u8>, PhotoFault> {
    let mut encoded = Vec::new();
    for quality in QUALITIES {
        encoded = encode(quality)?;
        if encoded.len() < most {
            break;
        }
    }
    Ok(encoded)
}

/// A PNG without the chunks that say something of it: what is left are its pixels, as they were. `None` if its chunks
/// do not add up. Source: PNG, third edition, 5.3 and 11.3.
fn pixels_of_png(png: &[u8]) -> Option<Vec<u8>> {
    const SIGNATURE_BYTES: usize = 8;
    /// Length, name and checksum of a chunk.
    const FRAME_BYTES: usize = 12;
    let (signature, mut rest) = png.split_at_checked(SIGNATURE_BYTES)?;
    let mut pixels = signature.to_vec();
    while !rest.is_empty() {
        let length = u32::from_be_bytes(*rest.first_chunk()?);
        let (chunk, after) =
            rest.split_at_checked(usize::try_from(length).ok()?.checked_add(FRAME_BYTES)?)?;
        if !matches!(&chunk[4..8], b"eXIf" | b"tEXt" | b"zTXt" | b"iTXt" | b"tIME") {
            pixels.extend_from_slice(chunk);
        }
        rest = after;
    }
    Some(pixels)
}

fn encode_png(picture: &Picture) -> Result<Vec<u8>, PhotoFault> {
    let colour = match picture.layout {
        Layout::Gray => ExtendedColorType::L8,
        Layout::Rgb => ExtendedColorType::Rgb8,
        Layout::Rgba => ExtendedColorType::Rgba8,
    };
    let mut png = Vec::new();
    PngEncoder::new_with_quality(&mut png, CompressionType::Best, FilterType::Adaptive)
        .write_image(&picture.pixels, picture.width, picture.height, colour)
        .map_err(|_| PhotoFault::NotEncodable)?;
    Ok(png)
}

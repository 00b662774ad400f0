//! The chunks of a WebP. Source: RFC 9649.

use super::exif::{read_exif, xmp_has_location};
use super::parts::{Header, Metadata, u16_le, u32_le};
use crate::photo::fault::PhotoFault;
use crate::photo::recipe::PhotoKind;

const FIRST_CHUNK: usize = 12;

const TRUNCATED: PhotoFault = PhotoFault::Truncated(PhotoKind::WebP);
const DAMAGED: PhotoFault = PhotoFault::Damaged(PhotoKind::WebP);

pub(super) fn read_header(
    bytes: &[u8],
    check_pixels: impl Fn(u64, u64) -> Result<(), PhotoFault>,
) -> Result<Header, PhotoFault> {
    let claimed = usize::try_from(u32_le(bytes, 4).ok_or(TRUNCATED)?).map_err(|_| DAMAGED)?;
    let bytes = bytes.get(..claimed.checked_add(8).ok_or(DAMAGED)?).ok_or(TRUNCATED)?;
    let mut size = None;
    let mut metadata = Metadata::default();
    let mut is_animated = false;
    let mut has_pixels = false;
    let mut at = FIRST_CHUNK;
    // A last byte alone is padding that some programs add.
    while at + 1 < bytes.len() {
        let name: &[u8; 4] = bytes[at..].first_chunk().ok_or(TRUNCATED)?;
        let length = usize::try_from(u32_le(bytes, at + 4).ok_or(TRUNCATED)?).map_err(|_| DAMAGED)?;
        let start = at + 8;
        let end = start.checked_add(length).ok_or(DAMAGED)?;
        let data = bytes.get(start..end).ok_or(TRUNCATED)?;
        at = end + length % 2;
        let found = read_size(name, data)?;
        match (found, size) {
            (Some((width, height)), None) => {
                check_pixels(width.into(), height.into())?;
                size = found;
            }
            // A picture on a canvas of another size: only frames of an animation may be smaller.
            (Some(found), Some(size)) if found != size && !is_animated => return Err(DAMAGED),
            _ => {}
        }
        match name {
            b"VP8 " | b"VP8L" => has_pixels = true,
            b"ANMF" => (has_pixels, is_animated) = (true, true),
            _ => metadata = read_metadata(name, data, metadata),
        }
    }
    let (width_px, height_px) = size.ok_or(DAMAGED)?;
    if !has_pixels {
        return Err(DAMAGED);
    }
    Ok(Header { width_px, height_px, metadata, is_animated, is_cmyk: false })
}

/// Width and height, if the chunk says them.
fn read_size(name: &[u8], data: &[u8]) -> Result<Option<(u32, u32)>, PhotoFault> {
    match name {
        b"VP8X" => read_extended(data).map(Some),
        b"VP8 " => read_lossy(data).map(Some),
        b"VP8L" => read_lossless(data).map(Some),
        _ => Ok(None),
    }
}

/// What is known of EXIF and XMP after a chunk.
fn read_metadata(name: &[u8], data: &[u8], before: Metadata) -> Metadata {
    match name {
        b"EXIF" => {
            let found = read_exif(data);
            Metadata { has_location: before.has_location || found.has_location, ..found }
        }
        b"XMP " => Metadata { has_location: before.has_location || xmp_has_location(data), ..before },
        _ => before,
    }
}

/// The canvas, in 24 bits each, less one.
fn read_extended(data: &[u8]) -> Result<(u32, u32), PhotoFault> {
    let side = |at: usize| {
        let &[low, middle, high] = data.get(at..)?.first_chunk()?;
        Some(u32::from_le_bytes([low, middle, high, 0]) + 1)
    };
    side(4).zip(side(7)).ok_or(DAMAGED)
}

/// A key frame's size, in 14 bits each. Source: RFC 6386, section 9.1.
fn read_lossy(data: &[u8]) -> Result<(u32, u32), PhotoFault> {
    if data.get(3..6) != Some(&[0x9D, 0x01, 0x2A]) {
        return Err(DAMAGED);
    }
    let side = |at| u16_le(data, at).map(|bits| u32::from(bits & 0x3FFF));
    side(6).zip(side(8)).ok_or(DAMAGED)
}

/// 14 bits each, less one, behind a signature.
fn read_lossless(data: &[u8]) -> Result<(u32, u32), PhotoFault> {
    if data.first() != Some(&0x2F) {
        return Err(DAMAGED);
    }
    let bits = u32_le(data, 1).ok_or(DAMAGED)?;
    Ok(((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1))
}

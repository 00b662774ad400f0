//! What the header of an original says, read without decoding a pixel: kind, size, orientation, and whether
//! the file is whole. Every length in a file is a claim: nothing is allocated by it.

mod exif;
mod gif;
mod jpeg;
mod kind;
mod png;
mod webp;

use super::fault::PhotoFault;
use super::{Orientation, PhotoKind};

pub(super) use jpeg::only_scan_end;
pub(super) use kind::{Kind, kind_of};

/// A header, as stored: before turning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) width_px: u32,
    pub(super) height_px: u32,
    pub(super) metadata: Metadata,
    pub(super) is_animated: bool,
}

/// What matters of EXIF and XMP.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Metadata {
    pub(super) orientation: Orientation,
    pub(super) has_location: bool,
}

/// Reads the header of a file of that kind, and looks whether the file is whole. `check_pixels` sees width
/// and height as soon as they are known, before anything that takes longer.
pub(super) fn read_header(
    kind: PhotoKind,
    bytes: &[u8],
    check_pixels: impl Fn(u64, u64) -> Result<(), PhotoFault>,
) -> Result<Header, PhotoFault> {
    match kind {
        PhotoKind::Jpeg => jpeg::read_header(bytes, check_pixels),
        PhotoKind::Png => png::read_header(bytes, check_pixels),
        PhotoKind::WebP => webp::read_header(bytes, check_pixels),
        PhotoKind::Gif => gif::read_header(bytes, check_pixels),
    }
}

/// Two bytes, the most significant first.
fn u16_be(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// Two bytes, the least significant first.
fn u16_le(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// Four bytes, the most significant first.
fn u32_be(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// Four bytes, the least significant first.
fn u32_le(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

//! What the readers of all kinds share: what they take from a header, and numbers of two and four bytes.

use crate::photo::recipe::Orientation;

/// A header, as stored: before turning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::photo) struct Header {
    pub(in crate::photo) width_px: u32,
    pub(in crate::photo) height_px: u32,
    pub(in crate::photo) metadata: Metadata,
    pub(in crate::photo) is_animated: bool,
    pub(in crate::photo) is_cmyk: bool,
}

/// What matters of EXIF and XMP.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::photo) struct Metadata {
    pub(in crate::photo) orientation: Orientation,
    pub(in crate::photo) has_location: bool,
    /// Bytes of a video behind the picture; 0 if there is none.
    pub(in crate::photo) video_bytes: u64,
}

/// Two bytes, the most significant first.
pub(super) fn u16_be(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// Two bytes, the least significant first.
pub(super) fn u16_le(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// Four bytes, the most significant first.
pub(super) fn u32_be(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// Four bytes, the least significant first.
pub(super) fn u32_le(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

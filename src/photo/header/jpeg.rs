//! The markers of a JPEG, from SOI to EOI. Source: ITU-T T.81, annex B. What follows EOI (a second picture of
//! an MPO or Ultra HDR file, bytes of a chat program) is not looked at.

use memchr::memchr;

use super::exif::{read_exif, xmp_has_location};
use super::{Header, Metadata, u16_be};
use crate::photo::PhotoKind;
use crate::photo::fault::PhotoFault;

/// Most scans of a progressive JPEG. Encoders write about ten; each costs a pass over the picture.
const MAX_SCANS: usize = 100;

/// Most pixels that one byte of scan data can stand for: at least one bit for each block of 8 x 8.
const MAX_PIXELS_PER_BYTE: u64 = 64 * 8;

const TRUNCATED: PhotoFault = PhotoFault::Truncated(PhotoKind::Jpeg);
const DAMAGED: PhotoFault = PhotoFault::Damaged(PhotoKind::Jpeg);

pub(super) fn read_header(
    bytes: &[u8],
    check_pixels: impl Fn(u64, u64) -> Result<(), PhotoFault>,
) -> Result<Header, PhotoFault> {
    let mut size = None;
    let mut metadata = Metadata::default();
    let mut scans = 0;
    let mut scan_bytes = 0_u64;
    let mut at = 2;
    loop {
        at = next_marker(bytes, at).ok_or(TRUNCATED)?;
        let marker = bytes[at - 1];
        match marker {
            // Without a length: TEM, restart markers, SOI.
            0x01 | 0xD0..=0xD8 => continue,
            0xD9 => break,
            _ => {}
        }
        let length = usize::from(u16_be(bytes, at).ok_or(TRUNCATED)?);
        let segment = bytes.get(at + 2..at + length.max(2)).ok_or(TRUNCATED)?;
        if length < 2 {
            return Err(DAMAGED);
        }
        at += length;
        match marker {
            0xE1 => metadata = read_app1(segment, metadata),
            0xC0..=0xC2 if size.is_some() => return Err(DAMAGED),
            0xC0..=0xC2 => {
                let (width, height) = read_frame(segment)?;
                check_pixels(width.into(), height.into())?;
                size = Some((u32::from(width), u32::from(height)));
            }
            // Every other frame header: lossless, hierarchical, arithmetic coding. C4, C8 and CC are tables.
            0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => return Err(PhotoFault::RareJpeg),
            0xDA => {
                scans += 1;
                let end = scan_end(bytes, at).ok_or(TRUNCATED)?;
                scan_bytes += (end - at) as u64;
                at = end;
            }
            _ => {}
        }
        if scans > MAX_SCANS || (scans > 0 && size.is_none()) {
            return Err(DAMAGED);
        }
    }
    let (width_px, height_px) = size.ok_or(DAMAGED)?;
    if u64::from(width_px) * u64::from(height_px) > scan_bytes.saturating_mul(MAX_PIXELS_PER_BYTE) {
        return Err(TRUNCATED);
    }
    Ok(Header { width_px, height_px, metadata, is_animated: false })
}

/// The place behind the next marker's code, at or after a place; `None` at the end of the file.
fn next_marker(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += memchr(0xFF, bytes.get(at..)?)?;
        // Any number of 0xFF may fill the space before a marker.
        at += bytes[at..].iter().position(|&byte| byte != 0xFF)?;
        if bytes[at] != 0 {
            return Some(at + 1);
        }
    }
}

/// Where the entropy coded data of a scan ends: before a marker that is neither a stuffed byte nor a restart.
fn scan_end(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += memchr(0xFF, bytes.get(at..)?)?;
        match bytes.get(at + 1)? {
            0 | 0xD0..=0xD7 => at += 2,
            0xFF => at += 1,
            _ => return Some(at),
        }
    }
}

fn read_frame(segment: &[u8]) -> Result<(u16, u16), PhotoFault> {
    let &[precision, .., components] = segment.first_chunk::<6>().ok_or(DAMAGED)?;
    let (height, width) = (u16_be(segment, 1).ok_or(DAMAGED)?, u16_be(segment, 3).ok_or(DAMAGED)?);
    match (precision, components) {
        (8, 1 | 3 | 4) => Ok((width, height)),
        _ => Err(PhotoFault::RareJpeg),
    }
}

/// EXIF or XMP, also its extension; what else lies in APP1 is ignored. The first EXIF that turns counts.
fn read_app1(segment: &[u8], metadata: Metadata) -> Metadata {
    if segment.starts_with(b"Exif\0\0") && metadata.orientation == crate::photo::Orientation::Upright {
        let found = read_exif(segment);
        Metadata { has_location: metadata.has_location || found.has_location, ..found }
    } else if segment.starts_with(b"http://ns.adobe.com/x") && xmp_has_location(segment) {
        Metadata { has_location: true, ..metadata }
    } else {
        metadata
    }
}

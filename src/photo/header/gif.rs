//! The blocks of a GIF, from its header to its trailer. Source: `GIF89a` specification.

use super::exif::xmp_has_location;
use super::parts::{Header, Metadata, u16_le};
use crate::photo::fault::PhotoFault;
use crate::photo::recipe::PhotoKind;

const SCREEN_END: usize = 13;

const TRUNCATED: PhotoFault = PhotoFault::Truncated(PhotoKind::Gif);
const DAMAGED: PhotoFault = PhotoFault::Damaged(PhotoKind::Gif);

pub(super) fn read_header(
    bytes: &[u8],
    check_pixels: impl Fn(u64, u64) -> Result<(), PhotoFault>,
) -> Result<Header, PhotoFault> {
    let side = |at| u16_le(bytes, at).map(u32::from).ok_or(TRUNCATED);
    let (width_px, height_px) = (side(6)?, side(8)?);
    check_pixels(width_px.into(), height_px.into())?;
    let screen_flags = *bytes.get(10).ok_or(TRUNCATED)?;
    let mut at = SCREEN_END + colour_table_bytes(screen_flags);
    let mut images = 0_u32;
    let mut metadata = Metadata::default();
    loop {
        match *bytes.get(at).ok_or(TRUNCATED)? {
            0x3B => break,
            0x21 => {
                let end = blocks_end(bytes, at + 2)?;
                metadata.has_location |= xmp_has_location(&bytes[at..end]);
                at = end;
            }
            0x2C => {
                let frame = (side(at + 5)?, side(at + 7)?);
                // A picture beyond the screen makes it larger in some programs: count what it would take.
                check_pixels((side(at + 1)? + frame.0).into(), (side(at + 3)? + frame.1).into())?;
                let flags = *bytes.get(at + 9).ok_or(TRUNCATED)?;
                at = blocks_end(bytes, at + 11 + colour_table_bytes(flags))?;
                images += 1;
            }
            _ => return Err(DAMAGED),
        }
    }
    if images == 0 {
        return Err(DAMAGED);
    }
    Ok(Header { width_px, height_px, metadata, is_animated: images > 1, is_cmyk: false })
}

fn colour_table_bytes(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// Where a chain of sub-blocks that begins at a place ends.
fn blocks_end(bytes: &[u8], from: usize) -> Result<usize, PhotoFault> {
    let mut at = from;
    loop {
        match *bytes.get(at).ok_or(TRUNCATED)? {
            0 => return Ok(at + 1),
            length => at += 1 + usize::from(length),
        }
    }
}

//! The chunks of a PNG or APNG, with their checksums, from IHDR to IEND. Source: W3C PNG, third edition.

use super::exif::{read_exif, xmp_has_location};
use super::parts::{Header, Metadata, u32_be};
use crate::photo::fault::PhotoFault;
use crate::photo::recipe::PhotoKind;

const SIGNATURE_BYTES: usize = 8;

/// Deflate makes at most this many bytes of one. Source: zlib's technical notes.
const MAX_DEFLATE_RATIO: u64 = 1032;

const TRUNCATED: PhotoFault = PhotoFault::Truncated(PhotoKind::Png);
const DAMAGED: PhotoFault = PhotoFault::Damaged(PhotoKind::Png);

pub(super) fn read_header(
    bytes: &[u8],
    check_pixels: impl Fn(u64, u64) -> Result<(), PhotoFault>,
) -> Result<Header, PhotoFault> {
    let mut image = None;
    let mut metadata = Metadata::default();
    let mut is_animated = false;
    let mut data_bytes = 0_u64;
    let mut at = SIGNATURE_BYTES;
    loop {
        let (name, data, next) = read_chunk(bytes, at)?;
        at = next;
        match (name, image) {
            (b"IHDR", None) => {
                let found = Image::of_ihdr(data)?;
                check_pixels(found.width_px.into(), found.height_px.into())?;
                image = Some(found);
            }
            (b"IHDR", Some(_)) | (_, None) => return Err(DAMAGED),
            (b"IDAT", _) => data_bytes += data.len() as u64,
            (b"acTL", _) => is_animated = true,
            (b"eXIf", _) => {
                let found = read_exif(data);
                metadata = Metadata { has_location: metadata.has_location || found.has_location, ..found };
            }
            (b"iTXt" | b"tEXt", _) => metadata.has_location |= xmp_has_location(data),
            (b"IEND", Some(image)) => {
                if data_bytes == 0 || image.raw_bytes() > data_bytes.saturating_mul(MAX_DEFLATE_RATIO) {
                    return Err(TRUNCATED);
                }
                let Image { width_px, height_px, .. } = image;
                return Ok(Header { width_px, height_px, metadata, is_animated, is_cmyk: false });
            }
            _ => {}
        }
    }
}

/// What a sound PNG says of its colours, but for an ICC profile, which its decoder inflates.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::photo) struct PngColours {
    /// True if it has no colour.
    pub(in crate::photo) is_gray: bool,
    /// Primaries and transfer of `cICP`.
    pub(in crate::photo) coded: Option<(u8, u8)>,
    /// True if it says that it is sRGB.
    pub(in crate::photo) is_srgb: bool,
    /// `gAMA`, in 100,000ths.
    pub(in crate::photo) gamma: Option<u32>,
    /// `cHRM`: x and y of white, red, green and blue, in 100,000ths.
    pub(in crate::photo) chromaticities: Option<[u32; 8]>,
}

/// Reads the chunks before the pixels; what follows them comes too late to count.
pub(in crate::photo) fn read_colours(bytes: &[u8]) -> PngColours {
    let mut colours = PngColours::default();
    let mut at = SIGNATURE_BYTES;
    while let Ok((name, data, next)) = read_chunk(bytes, at) {
        at = next;
        match name {
            b"IHDR" => colours.is_gray = matches!(data.get(9), Some(0 | 4)),
            b"cICP" => colours.coded = data.first_chunk().map(|&[primaries, transfer]| (primaries, transfer)),
            b"sRGB" => colours.is_srgb = true,
            b"gAMA" => colours.gamma = u32_be(data, 0),
            b"cHRM" => {
                let parts: Option<Vec<u32>> = (0..8).map(|index| u32_be(data, index * 4)).collect();
                colours.chromaticities = parts.and_then(|parts| parts.try_into().ok());
            }
            b"IDAT" => break,
            _ => {}
        }
    }
    colours
}

/// Name, data and end of the chunk at a place. Its checksum has been checked.
fn read_chunk(bytes: &[u8], at: usize) -> Result<(&[u8; 4], &[u8], usize), PhotoFault> {
    let length = usize::try_from(u32_be(bytes, at).ok_or(TRUNCATED)?).map_err(|_| DAMAGED)?;
    let start = at + 8;
    let end = start.checked_add(length).ok_or(DAMAGED)?;
    let data = bytes.get(start..end).ok_or(TRUNCATED)?;
    let checksum = u32_be(bytes, end).ok_or(TRUNCATED)?;
    if crc32fast::hash(&bytes[at + 4..end]) != checksum {
        return Err(DAMAGED);
    }
    let name = bytes[at + 4..].first_chunk().ok_or(TRUNCATED)?;
    Ok((name, data, end + 4))
}

#[derive(Debug, Clone, Copy)]
struct Image {
    width_px: u32,
    height_px: u32,
    bits_per_pixel: u8,
}

impl Image {
    fn of_ihdr(data: &[u8]) -> Result<Self, PhotoFault> {
        let &[_, _, _, _, _, _, _, _, bits, colour_type, ..] = data.first_chunk::<13>().ok_or(DAMAGED)?;
        let channels = match colour_type {
            0 | 3 => 1,
            2 => 3,
            4 => 2,
            6 => 4,
            _ => return Err(DAMAGED),
        };
        if !matches!(bits, 1 | 2 | 4 | 8 | 16) {
            return Err(DAMAGED);
        }
        let (width_px, height_px) = (u32_be(data, 0).ok_or(DAMAGED)?, u32_be(data, 4).ok_or(DAMAGED)?);
        Ok(Self { width_px, height_px, bits_per_pixel: bits * channels })
    }

    /// Size of the rows before compression, without their filter bytes.
    fn raw_bytes(self) -> u64 {
        (u64::from(self.width_px) * u64::from(self.bits_per_pixel) / 8).saturating_mul(self.height_px.into())
    }
}

//! libjpeg-turbo, in binaries with the feature `turbo`: photos of phones decoded at half their size, which spares
//! half of the decoding and three quarters of the pixels. A photo over which it stumbles goes to the decoder that every
//! binary has; what is wrong with it is told in the same words.

use turbojpeg::{Colorspace, Decompressor, Image, PixelFormat, ScalingFactor};
use zune_core::bytestream::ZCursor;
use zune_jpeg::JpegDecoder;

use super::picture::{Decoded, Layout, Picture};
use super::recipe::{PhotoFacts, PhotoKind};
use super::space::Space;

/// Photos with fewer pixels along their longest side are decoded whole: half of one would not do for the usual
/// widths.
const LARGE_PX: u32 = 2880;

/// Most scans of a progressive JPEG, as the header's reader has it.
const MAX_SCANS: u32 = 100;

/// A large JPEG in colour, at half its width and height, rounded up. `None` if the photo is another, or if it is
/// not sound to its end.
pub(super) fn decode_half(bytes: &[u8], facts: &PhotoFacts) -> Option<Decoded> {
    if facts.kind != PhotoKind::Jpeg || facts.width_px.max(facts.height_px) < LARGE_PX {
        return None;
    }
    let mut decoder = Decompressor::new().ok()?;
    decoder.set_scan_limit(MAX_SCANS).ok()?;
    let header = decoder.read_header(bytes).ok()?;
    if header.colorspace != Colorspace::YCbCr || header.is_lossless {
        return None;
    }
    decoder.set_scaling_factor(ScalingFactor::ONE_HALF).ok()?;
    let half = header.scaled(ScalingFactor::ONE_HALF);
    let (width, height, pitch) = (half.width, half.height, half.width * Layout::Rgb.channels());
    let mut pixels = vec![0; pitch * height];
    let output = Image { pixels: &mut pixels[..], width, pitch, height, format: PixelFormat::RGB };
    decoder.decompress(bytes, output).ok()?;
    let side = |side: usize| u32::try_from(side).ok();
    let picture = Picture { width: side(width)?, height: side(height)?, layout: Layout::Rgb, pixels };
    Some(Decoded { picture, space: Space::of_profile(profile_of(bytes)), is_gray: false })
}

fn profile_of(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut decoder = JpegDecoder::new(ZCursor::new(bytes));
    decoder.decode_headers().ok()?;
    decoder.icc_profile()
}

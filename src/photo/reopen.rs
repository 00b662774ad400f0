//! Opens a JPEG that this program has made, to draw with it.

use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

use super::fault::PhotoFault;
use super::recipe::PhotoKind;

/// Pixels of a rendition as red, green, blue and an alpha of 255, with width and height.
pub(crate) fn decode_rendition(jpeg: &[u8]) -> Result<(Vec<u8>, u32, u32), PhotoFault> {
    let damaged = || PhotoFault::Damaged(PhotoKind::Jpeg);
    let options = DecoderOptions::default().jpeg_set_out_colorspace(ColorSpace::RGBA);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(jpeg), options);
    let pixels = decoder.decode().map_err(|_| damaged())?;
    let (width, height) = decoder.dimensions().ok_or_else(damaged)?;
    let side = |side: usize| u32::try_from(side).map_err(|_| damaged());
    Ok((pixels, side(width)?, side(height)?))
}

//! Photo bytes to pixels, once, as they are stored: not turned, in the colours of their own profile. A file
//! that is not sound to its end is refused; what a decoder would make up for missing parts is not published.

use std::io::Cursor;

use image::codecs::gif::GifDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::{ColorType, DynamicImage, ImageDecoder, ImageError, ImageResult};
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;
use zune_jpeg::errors::DecodeErrors;

use super::facts::{BYTES_PER_PIXEL, check_pixels};
use super::fault::PhotoFault;
use super::header::{PngColours, in_colours_of_browsers, only_scan_end, read_colours};
use super::picture::{Decoded, Layout, Picture};
use super::recipe::{PhotoFacts, PhotoKind};
use super::space::Space;
use crate::settings::Limits;

/// Largest decoder allocation beyond the pixels themselves.
const DECODER_BYTES: u64 = 64 * 1024 * 1024;

/// Largest colour profile that a PNG may hold compressed, in bytes once inflated: those of screens and printers have
/// some kilobytes, the largest printer's 2 MB.
const PROFILE_BYTES: u64 = 4 * 1024 * 1024;

#[cfg(feature = "turbo")]
pub(super) use super::turbo::decode_half;

/// A photo at half its width and height, rounded up; `None`: it is to be decoded whole.
#[cfg(not(feature = "turbo"))]
pub(super) fn decode_half(_bytes: &[u8], _facts: &PhotoFacts) -> Option<Decoded> {
    None
}

/// Decodes a photo whose header was read as `facts`.
pub(super) fn decode(bytes: &[u8], facts: &PhotoFacts, limits: &Limits) -> Result<Decoded, PhotoFault> {
    let decoded = match facts.kind {
        PhotoKind::Jpeg => decode_jpeg(bytes, limits),
        PhotoKind::Png => decode_png(bytes, facts, limits),
        PhotoKind::WebP => decode_other(facts, WebPDecoder::new(Cursor::new(bytes)), limits),
        PhotoKind::Gif => decode_other(facts, GifDecoder::new(Cursor::new(bytes)), limits),
        PhotoKind::Heic | PhotoKind::Avif => decode_heif(facts.kind, bytes, limits),
    }?;
    let Picture { width, height, .. } = decoded.picture;
    let seen = if facts.orientation.swaps_sides() { (height, width) } else { (width, height) };
    if seen == (facts.width_px, facts.height_px) { Ok(decoded) } else { Err(PhotoFault::Damaged(facts.kind)) }
}

#[cfg(any(feature = "heic", feature = "avif"))]
use super::heif::decode_heif;

/// No photo of these kinds passes its header.
#[cfg(not(any(feature = "heic", feature = "avif")))]
fn decode_heif(kind: PhotoKind, _: &[u8], _: &Limits) -> Result<Decoded, PhotoFault> {
    Err(PhotoFault::Unreadable(kind))
}

/// A decoder may look this many bytes ahead in a sound file.
const LOOKED_AHEAD: [u8; 8] = [0; 8];

fn decode_jpeg(bytes: &[u8], limits: &Limits) -> Result<Decoded, PhotoFault> {
    // Several scans may leave parts out: these stay black.
    let bytes = &*in_colours_of_browsers(bytes);
    let Some(end) = only_scan_end(bytes) else { return decode_jpeg_data(bytes, limits) };
    // At EOI the decoder fills what is missing with gray and calls it a picture; without one it tells that
    // the data ended too early. It may do so too if it only looked ahead for more.
    decode_jpeg_data(&bytes[..end], limits)
        .or_else(|_| decode_jpeg_data(&[&bytes[..end], &LOOKED_AHEAD].concat(), limits))
}

fn decode_jpeg_data(bytes: &[u8], limits: &Limits) -> Result<Decoded, PhotoFault> {
    let options = DecoderOptions::default()
        .set_strict_mode(true)
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX))
        .jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(|error| jpeg_fault(&error))?;
    let (width, height) = decoder.dimensions().ok_or(PhotoFault::Damaged(PhotoKind::Jpeg))?;
    check_pixels(width as u64, height as u64, limits.photo_pixels)?;
    let layout = if decoder.input_colorspace() == Some(ColorSpace::Luma) {
        decoder.set_options(decoder.options().jpeg_set_out_colorspace(ColorSpace::Luma));
        Layout::Gray
    } else {
        Layout::Rgb
    };
    let mut pixels = vec![0; width * height * layout.channels()];
    decoder.decode_into(&mut pixels).map_err(|error| jpeg_fault(&error))?;
    let space = Space::of_profile(decoder.icc_profile());
    let side = |side: usize| u32::try_from(side).map_err(|_| PhotoFault::Damaged(PhotoKind::Jpeg));
    let picture = Picture { width: side(width)?, height: side(height)?, layout, pixels };
    Ok(Decoded { picture, space, is_gray: layout == Layout::Gray })
}

fn jpeg_fault(error: &DecodeErrors) -> PhotoFault {
    match error {
        DecodeErrors::Unsupported(_) => PhotoFault::RareJpeg,
        DecodeErrors::ExhaustedData => PhotoFault::Truncated(PhotoKind::Jpeg),
        DecodeErrors::ZeroError => PhotoFault::NoPixels,
        _ => PhotoFault::Damaged(PhotoKind::Jpeg),
    }
}

/// Its colours as `cICP` says, or its profile, or `sRGB`, or `gAMA` with `cHRM`, in this order. Source: PNG, third
/// edition, 11.3.2.
fn decode_png(bytes: &[u8], facts: &PhotoFacts, limits: &Limits) -> Result<Decoded, PhotoFault> {
    let decoded = decode_other(facts, open_png(bytes, facts), limits)?;
    let PngColours { is_gray, coded, is_srgb, gamma, chromaticities } = read_colours(bytes);
    let space = match (coded, gamma) {
        (Some((primaries, transfer)), _) => Space::Coded { primaries, transfer },
        (None, Some(gamma)) if decoded.space == Space::Srgb && !is_srgb => {
            Space::Measured { gamma, chromaticities }
        }
        _ => decoded.space,
    };
    Ok(Decoded { space, is_gray, ..decoded })
}

/// Opening a PNG inflates its colour profile, so that the decoder must know its limit before the first byte. It counts
/// what it reads of the file, each chunk and its content, and rows of pixels against the same limit.
fn open_png<'a>(bytes: &'a [u8], facts: &PhotoFacts) -> ImageResult<PngDecoder<Cursor<&'a [u8]>>> {
    let rows = 2 * 2 * 4 * u64::from(facts.width_px.max(facts.height_px));
    let mut limits = image::Limits::no_limits();
    limits.max_alloc = Some(3 * bytes.len() as u64 + rows + PROFILE_BYTES);
    PngDecoder::with_limits(Cursor::new(bytes), limits)
}

fn decode_other<D: ImageDecoder>(
    facts: &PhotoFacts,
    decoder: ImageResult<D>,
    limits: &Limits,
) -> Result<Decoded, PhotoFault> {
    let fault = |error: &ImageError| other_fault(facts.kind, error);
    let mut decoder = decoder.map_err(|error| fault(&error))?;
    let (width, height) = decoder.dimensions();
    check_pixels(width.into(), height.into(), limits.photo_pixels)?;
    let most_bytes = limits.photo_pixels.saturating_mul(BYTES_PER_PIXEL);
    check_pixels(
        width.into(),
        height.into(),
        most_bytes / bytes_held(decoder.color_type()).max(BYTES_PER_PIXEL),
    )?;
    let mut decoder_limits = image::Limits::no_limits();
    decoder_limits.max_alloc = Some(most_bytes.saturating_add(DECODER_BYTES));
    decoder.set_limits(decoder_limits).map_err(|error| fault(&error))?;
    let space = Space::of_profile(decoder.icc_profile().ok().flatten());
    let image = DynamicImage::from_decoder(decoder).map_err(|error| fault(&error))?;
    let picture = match image {
        DynamicImage::ImageLuma8(_) | DynamicImage::ImageLuma16(_) => {
            Picture { width, height, layout: Layout::Gray, pixels: image.into_luma8().into_raw() }
        }
        DynamicImage::ImageRgb8(_) | DynamicImage::ImageRgb16(_) => {
            Picture { width, height, layout: Layout::Rgb, pixels: image.into_rgb8().into_raw() }
        }
        _ => Picture { width, height, layout: Layout::Rgba, pixels: image.into_rgba8().into_raw() },
    };
    Ok(Decoded { picture: picture.without_idle_alpha(), space, is_gray: false })
}

/// Bytes that a pixel takes while it is there as it was decoded and, where that is another one, as eight bits a
/// channel.
fn bytes_held(colour: ColorType) -> u64 {
    let bytes = u64::from(colour.bytes_per_pixel());
    match colour {
        ColorType::La8 | ColorType::La16 => bytes + 4,
        ColorType::L16 | ColorType::Rgb16 | ColorType::Rgba16 => bytes + bytes / 2,
        _ => bytes,
    }
}

fn other_fault(kind: PhotoKind, error: &ImageError) -> PhotoFault {
    match error {
        ImageError::IoError(_) => PhotoFault::Truncated(kind),
        ImageError::Unsupported(_) | ImageError::Limits(_) => PhotoFault::Unreadable(kind),
        _ => PhotoFault::Damaged(kind),
    }
}

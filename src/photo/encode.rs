//! Pixels to WebP and JPEG. Nothing but pixels goes into a file: no profile, no EXIF, no comment.

use std::borrow::Cow;
use std::collections::BTreeSet;

use jpeg_encoder::{
    ChromaSubsamplingMethod, ColorType, Encoder as JpegEncoder, QuantizationTableType, SamplingFactor,
};
use webpx::{Encoder as WebPEncoder, EncoderConfig, Unstoppable, YuvPlanesRef};

use super::fault::PhotoFault;
use super::picture::{Layout, Picture};
use super::recipe::Recipe;
use super::yuv::Yuv;
use crate::settings::RenditionFormat;

/// libwebp's effort, 0 to 6. Measured: 2 takes a third of the time of 4 for 3 to 5 % more bytes.
const WEBP_METHOD: u8 = 2;

/// Below this quality a photo is not recognisable; a byte ceiling does not push it further.
const LOWEST_QUALITY: u8 = 10;

/// A picture of at most so many colours may be smaller without losses, as libwebp writes a palette then. Measured:
/// drawings at their own size take 0.1 to 0.7 of the bytes; resized, they have up to thousands of colours and take 1.5
/// to 3 times as many, photos 7 to 12 times.
const FEW_COLOURS: usize = 256;

/// libwebp's effort without losses, 0 to 100. Measured: a page of text in two colours takes 8 KB at 75 and 41 KB at 20.
const LOSSLESS_EFFORT: f32 = 75.0;

/// The file that a recipe asks for, of pixels that have its size already: without losses where that takes fewer bytes,
/// as it does for drawings and screenshots that are not resized.
pub(super) fn encode(picture: &Picture, recipe: &Recipe) -> Result<Vec<u8>, PhotoFault> {
    let picture = picture_for(picture, recipe);
    let encoded = encode_within(&picture, recipe)?;
    if recipe.format != RenditionFormat::WebP || !has_few_colours(&picture) {
        return Ok(encoded);
    }
    let exact = encode_lossless(&picture)?;
    Ok(if exact.len() < encoded.len() { exact } else { encoded })
}

fn has_few_colours(picture: &Picture) -> bool {
    let mut colours = BTreeSet::new();
    let mut last: &[u8] = &[];
    for pixel in picture.pixels.chunks_exact(picture.layout.channels()) {
        if pixel != last && colours.insert(pixel) && colours.len() > FEW_COLOURS {
            return false;
        }
        last = pixel;
    }
    true
}

/// WebP without losses of an RGB or RGBA picture.
fn encode_lossless(picture: &Picture) -> Result<Vec<u8>, PhotoFault> {
    let config = EncoderConfig::new().lossless(true).quality(LOSSLESS_EFFORT).method(WEBP_METHOD);
    let encoder = match picture.layout {
        Layout::Rgb => WebPEncoder::new_rgb(&picture.pixels, picture.width, picture.height),
        Layout::Rgba => WebPEncoder::new_rgba(&picture.pixels, picture.width, picture.height),
        Layout::Gray => return Err(PhotoFault::NotEncodable),
    };
    encoder.config(config).encode(Unstoppable).map_err(|_| PhotoFault::NotEncodable)
}

/// Where the recipe has a byte ceiling, the highest quality that keeps it is taken; if none does, the lowest.
fn encode_within(picture: &Picture, recipe: &Recipe) -> Result<Vec<u8>, PhotoFault> {
    let encoded = encode_at(picture, recipe.format, recipe.quality)?;
    let Some(max_bytes) = recipe.max_bytes.map(|bytes| bytes as usize) else { return Ok(encoded) };
    if encoded.len() <= max_bytes {
        return Ok(encoded);
    }
    let mut best = None;
    let (mut lowest, mut highest) = (LOWEST_QUALITY, recipe.quality.saturating_sub(1));
    while lowest <= highest {
        let quality = lowest + (highest - lowest) / 2;
        let encoded = encode_at(picture, recipe.format, quality)?;
        if encoded.len() <= max_bytes {
            (best, lowest) = (Some(encoded), quality + 1);
        } else {
            highest = quality - 1;
        }
    }
    best.map_or_else(|| encode_at(picture, recipe.format, LOWEST_QUALITY.min(recipe.quality)), Ok)
}

/// With the channels that the format takes.
fn picture_for<'a>(picture: &'a Picture, recipe: &Recipe) -> Cow<'a, Picture> {
    match (picture.layout, recipe.format) {
        (Layout::Rgb, _)
        | (Layout::Rgba, RenditionFormat::WebP | RenditionFormat::Avif)
        | (Layout::Gray, RenditionFormat::Jpeg) => Cow::Borrowed(picture),
        _ => Cow::Owned(picture.to_rgb(recipe.ground)),
    }
}

fn encode_at(picture: &Picture, format: RenditionFormat, quality: u8) -> Result<Vec<u8>, PhotoFault> {
    match format {
        RenditionFormat::WebP => encode_webp(picture, quality),
        RenditionFormat::Jpeg => encode_jpeg(picture, quality),
        RenditionFormat::Avif => encode_avif(picture, quality),
    }
}

#[cfg(feature = "avif")]
use super::avif::encode_avif;

/// Settings let no site ask for it.
#[cfg(not(feature = "avif"))]
fn encode_avif(_: &Picture, _: u8) -> Result<Vec<u8>, PhotoFault> {
    Err(PhotoFault::NotEncodable)
}

/// Lossy WebP of an RGB or RGBA picture.
pub(super) fn encode_webp(picture: &Picture, quality: u8) -> Result<Vec<u8>, PhotoFault> {
    let config = EncoderConfig::new().quality(f32::from(quality)).method(WEBP_METHOD);
    let planes = Yuv::of(picture);
    let encoder = match (&planes, picture.layout) {
        (Some(planes), _) => WebPEncoder::new_yuv(planes_of(planes)),
        (None, Layout::Rgba) => WebPEncoder::new_rgba(&picture.pixels, picture.width, picture.height),
        (None, Layout::Rgb | Layout::Gray) => return Err(PhotoFault::NotEncodable),
    };
    encoder.config(config).encode(Unstoppable).map_err(|_| PhotoFault::NotEncodable)
}

fn planes_of(planes: &Yuv) -> YuvPlanesRef<'_> {
    YuvPlanesRef {
        y: &planes.y,
        y_stride: planes.width as usize,
        u: &planes.u,
        u_stride: planes.half_width(),
        v: &planes.v,
        v_stride: planes.half_width(),
        a: None,
        a_stride: 0,
        width: planes.width,
        height: planes.height,
    }
}

/// Baseline, in one scan: measured, it is 5 % smaller than this encoder's progressive form, and costs less.
pub(super) fn encode_jpeg(picture: &Picture, quality: u8) -> Result<Vec<u8>, PhotoFault> {
    let colour = match picture.layout {
        Layout::Gray => ColorType::Luma,
        Layout::Rgb => ColorType::Rgb,
        Layout::Rgba => return Err(PhotoFault::NotEncodable),
    };
    write_jpeg(&picture.pixels, (picture.width, picture.height), colour, quality)
}

/// A JPEG of a drawing whose pixels are red, green, blue and an alpha that does not count. At most `max_bytes`
/// large, if there is a quality for it. In one scan: tables of its own would save a tenth, but this encoder then
/// writes a scan for each channel, which not every decoder of small programs reads rightly.
pub(crate) fn encode_drawing(
    rgba: &[u8],
    width: u32,
    height: u32,
    quality: u8,
    max_bytes: usize,
) -> Result<Vec<u8>, PhotoFault> {
    let mut quality = quality;
    loop {
        let jpeg = write_jpeg(rgba, (width, height), ColorType::Rgba, quality)?;
        if jpeg.len() <= max_bytes || quality <= LOWEST_QUALITY {
            return Ok(jpeg);
        }
        quality = quality.saturating_sub(8).max(LOWEST_QUALITY);
    }
}

/// With the tables of Klein, Silverstein and Carney, which spend fewer bits where eyes see less. Measured: 7 % fewer
/// bytes of photos than with those of the standard's annex K, at the same score.
fn write_jpeg(
    pixels: &[u8],
    (width, height): (u32, u32),
    colour: ColorType,
    quality: u8,
) -> Result<Vec<u8>, PhotoFault> {
    let side = |side: u32| u16::try_from(side).map_err(|_| PhotoFault::NotEncodable);
    let mut jpeg = Vec::with_capacity(pixels.len() / 16);
    let mut encoder = JpegEncoder::new(&mut jpeg, for_finer_tables(quality));
    let tables = || QuantizationTableType::KleinSilversteinCarney;
    encoder.set_quantization_tables(tables(), tables());
    encoder.set_sampling_factor(SamplingFactor::R_4_2_0);
    encoder.set_chroma_subsampling_method(ChromaSubsamplingMethod::Average);
    encoder.encode(pixels, side(width)?, side(height)?, colour).map_err(|_| PhotoFault::NotEncodable)?;
    Ok(jpeg)
}

/// The quality at which those tables score as the standard's do: their steps times 1.1, so 78 for 80.
fn for_finer_tables(quality: u8) -> u8 {
    let quality = u32::from(quality.clamp(1, 100));
    let coarser = if quality >= 50 { 100 - (110 - quality * 11 / 10) } else { quality * 10 / 11 };
    u8::try_from(coarser.clamp(1, 100)).unwrap_or(100)
}

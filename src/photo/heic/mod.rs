//! HEIC to pixels, in programs with the feature `heic`: each tile by a decoder of HEVC in safe Rust, one after the
//! other, on a thread that is left alone when it takes too long. Nothing is turned here: that comes after resizing,
//! once.

mod row;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use heifer_hevc_dec::decoder::{DecodeOptions, decode_picture};
use heifer_hevc_dec::recon::Frame;

use self::row::Coding;
use super::facts::check_pixels;
use super::fault::PhotoFault;
use super::header::{Crop, HeifPicture, Piece, Tiles, read_picture};
use super::picture::{Decoded, Layout, Picture};
use super::recipe::PhotoKind;
use crate::settings::Limits;

const DAMAGED: PhotoFault = PhotoFault::Damaged(PhotoKind::Heic);
const UNREADABLE: PhotoFault = PhotoFault::Unreadable(PhotoKind::Heic);

/// Longest time for one photo. Measured: 12 megapixels take half a second; a slow computer with several builds at
/// once takes a tenth of this.
const MOST_TIME: Duration = Duration::from_mins(1);

/// A coded picture may be larger than what is shown of it by less than its largest block.
const LARGEST_BLOCK: u64 = 64;

/// Most units of a coded picture. HEVC allows 600 slices; each may cost a pass over the picture.
const MAX_UNITS: usize = 1024;

/// What stands before each unit of a stream. Source: ITU-T H.265, annex B.
const START: [u8; 4] = [0, 0, 0, 1];

/// Decodes a HEIC, as stored.
pub(super) fn decode_heic(bytes: &[u8], limits: &Limits) -> Result<Decoded, PhotoFault> {
    within(MOST_TIME, bytes, limits.photo_pixels)
}

/// On a thread of its own, which ends by itself after the tile at which it is late. One that panics drops its end.
fn within(time: Duration, bytes: &[u8], limit_pixels: u64) -> Result<Decoded, PhotoFault> {
    let bytes: Arc<[u8]> = bytes.into();
    let is_late = Arc::new(AtomicBool::new(false));
    let (sender, receiver) = channel();
    let seen = Arc::clone(&is_late);
    let work = move || drop(sender.send(decoded(&bytes, limit_pixels, &seen)));
    thread::Builder::new().name("heic".to_owned()).spawn(work).map_err(|_| UNREADABLE)?;
    receiver.recv_timeout(time).unwrap_or_else(|_| {
        is_late.store(true, Ordering::Relaxed);
        Err(UNREADABLE)
    })
}

fn decoded(bytes: &[u8], limit_pixels: u64, is_late: &AtomicBool) -> Result<Decoded, PhotoFault> {
    let HeifPicture { colour, alpha, crop, space } = read_picture(bytes)?;
    check_pixels(colour.width.into(), colour.height.into(), limit_pixels)?;
    let mut picture = assembled(&colour, is_late)?;
    if let Some(alpha) = alpha {
        picture = with_alpha(&picture, &assembled(&alpha, is_late)?).without_idle_alpha();
    }
    Ok(Decoded { picture: cut(picture, crop), space, is_gray: false })
}

/// All tiles as one picture.
fn assembled(tiles: &Tiles<'_>, is_late: &AtomicBool) -> Result<Picture, PhotoFault> {
    let [width, height, columns, tile_width, tile_height] =
        [tiles.width, tiles.height, tiles.columns, tiles.tile_width, tiles.tile_height]
            .map(|side| side as usize);
    let channels = Layout::Rgb.channels();
    let mut pixels = vec![0; width * height * channels];
    for (index, piece) in tiles.pieces.iter().enumerate() {
        if is_late.load(Ordering::Relaxed) {
            return Err(UNREADABLE);
        }
        let frame = frame_of(piece, tiles)?;
        let mut rows = Coding::of(&frame, tiles.coding).ok_or(UNREADABLE)?;
        let (left, top) = (index % columns * tile_width, index / columns * tile_height);
        let (shown, down) = (tile_width.min(width - left), tile_height.min(height - top));
        let band = &mut pixels[top * width * channels..(top + down) * width * channels];
        for (y, row) in band.chunks_exact_mut(width * channels).enumerate() {
            rows.write(&frame, y, &mut row[left * channels..(left + shown) * channels]);
        }
    }
    Ok(Picture { width: tiles.width, height: tiles.height, layout: Layout::Rgb, pixels })
}

fn frame_of(piece: &Piece<'_>, tiles: &Tiles<'_>) -> Result<Frame, PhotoFault> {
    let largest = |side: u32| u64::from(side) + LARGEST_BLOCK;
    let options = DecodeOptions {
        max_pixels: largest(tiles.tile_width) * largest(tiles.tile_height),
        ..DecodeOptions::default()
    };
    let stream = stream_of(piece).ok_or(DAMAGED)?;
    let frame = decode_picture(&stream, options).map_err(|error| match error {
        heifer_hevc_dec::Error::Unimplemented(_) => UNREADABLE,
        _ => DAMAGED,
    })?;
    let is_whole = frame.widths[0] >= tiles.tile_width && frame.heights[0] >= tiles.tile_height;
    if is_whole { Ok(frame) } else { Err(DAMAGED) }
}

/// The units of `hvcC`, then those of the data, each behind a start. Source: ISO/IEC 14496-15, 8.3.3.1.
fn stream_of(piece: &Piece<'_>) -> Option<Vec<u8>> {
    const LENGTH_AT: usize = 21;
    let mut stream = Vec::new();
    let mut units = 0;
    let mut put = |unit: &[u8]| {
        units += 1;
        stream.extend(START);
        stream.extend(unit);
        (units <= MAX_UNITS).then_some(())
    };
    let length_bytes = usize::from(*piece.config.get(LENGTH_AT)? & 3) + 1;
    let mut rest = piece.config.get(LENGTH_AT + 1..)?;
    for _ in 0..number(&mut rest, 1)? {
        number(&mut rest, 1)?;
        for _ in 0..number(&mut rest, 2)? {
            let length = number(&mut rest, 2)?;
            put(taken(&mut rest, length)?)?;
        }
    }
    let data = piece.data.concat();
    let mut rest = &data[..];
    while !rest.is_empty() {
        let length = number(&mut rest, length_bytes)?;
        put(taken(&mut rest, length)?)?;
    }
    Some(stream)
}

fn taken<'a>(rest: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (taken, after) = rest.split_at_checked(count)?;
    *rest = after;
    Some(taken)
}

/// A number of that many bytes, the most significant first.
fn number(rest: &mut &[u8], bytes: usize) -> Option<usize> {
    Some(taken(rest, bytes)?.iter().fold(0, |number, &byte| number << 8 | usize::from(byte)))
}

/// A picture in colour with the brightness of another as its alpha.
fn with_alpha(picture: &Picture, alpha: &Picture) -> Picture {
    let (colours, levels) = (picture.pixels.as_chunks::<3>().0, alpha.pixels.as_chunks::<3>().0);
    let pixels = colours.iter().zip(levels).flat_map(|(&[r, g, b], level)| [r, g, b, level[0]]).collect();
    Picture { layout: Layout::Rgba, pixels, ..*picture }
}

/// The part of a picture that is shown.
fn cut(picture: Picture, crop: Crop) -> Picture {
    if (crop.width, crop.height) == (picture.width, picture.height) {
        return picture;
    }
    let channels = picture.layout.channels();
    let (left, width) = (crop.left as usize * channels, crop.width as usize * channels);
    let rows = picture.pixels.chunks_exact(picture.width as usize * channels);
    let rows = rows.skip(crop.top as usize).take(crop.height as usize);
    let pixels = rows.flat_map(|row| &row[left..left + width]).copied().collect();
    Picture { width: crop.width, height: crop.height, layout: picture.layout, pixels }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_photo_that_takes_too_long_is_given_up() {
        let photo = include_bytes!("../../../tests/data/heic/grid.heic");
        let limits = Limits::default();
        assert!(within(MOST_TIME, photo, limits.photo_pixels).is_ok());
        let late = within(Duration::ZERO, photo, limits.photo_pixels);
        assert_eq!(late.map(|decoded| decoded.picture.width), Err(UNREADABLE));
        let is_late = AtomicBool::new(true);
        let late = decoded(photo, limits.photo_pixels, &is_late);
        assert_eq!(late.map(|decoded| decoded.picture.width), Err(UNREADABLE));
    }
}

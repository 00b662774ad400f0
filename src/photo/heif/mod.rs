//! HEIC and AVIF to pixels, in programs with a feature for them: each tile by a decoder of what is coded in it, one
//! after the other, on a thread that is left alone when it takes too long. Nothing is turned here: that comes after
//! resizing, once.

#[cfg(feature = "avif")]
mod av1;
#[cfg(feature = "heic")]
mod hevc;
mod row;
mod slot;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use self::slot::{Slot, UNREADABLE};
use super::facts::check_pixels;
use super::fault::PhotoFault;
use super::header::{Crop, HeifPicture, Piece, Tiles, read_picture};
use super::picture::{Decoded, Layout, Picture};
use super::recipe::PhotoKind;
use super::space::Space;
use crate::settings::Limits;

/// Longest time for one photo. Measured: 12 megapixels take half a second; a slow computer with several builds at
/// once takes a tenth of this.
const MOST_TIME: Duration = Duration::from_mins(1);

/// Decodes a HEIC or an AVIF, as stored.
pub(super) fn decode_heif(kind: PhotoKind, bytes: &[u8], limits: &Limits) -> Result<Decoded, PhotoFault> {
    within(MOST_TIME, bytes, limits.photo_pixels).map_err(|fault| fault.of_kind(kind))
}

/// On a thread of its own, which ends by itself after the tile at which it is late. One that panics drops its end.
fn within(time: Duration, bytes: &[u8], limit_pixels: u64) -> Result<Decoded, PhotoFault> {
    let bytes: Arc<[u8]> = bytes.into();
    let is_late = Arc::new(AtomicBool::new(false));
    let (sender, receiver) = channel();
    let seen = Arc::clone(&is_late);
    let work = move || drop(sender.send(decoded(&bytes, limit_pixels, &seen)));
    thread::Builder::new().name("heif".to_owned()).spawn(work).map_err(|_| UNREADABLE)?;
    receiver.recv_timeout(time).unwrap_or_else(|_| {
        is_late.store(true, Ordering::Relaxed);
        Err(UNREADABLE)
    })
}

fn decoded(bytes: &[u8], limit_pixels: u64, is_late: &AtomicBool) -> Result<Decoded, PhotoFault> {
    let HeifPicture { colour, alpha, is_premultiplied, crop, space } = read_picture(bytes)?;
    check_pixels(colour.width.into(), colour.height.into(), limit_pixels)?;
    let (mut picture, coded) = assembled(&colour, is_late)?;
    if let Some(alpha) = alpha {
        picture = with_alpha(&picture, &assembled(&alpha, is_late)?.0, is_premultiplied).without_idle_alpha();
    }
    Ok(Decoded { picture: cut(picture, crop), space: space.unwrap_or(coded), is_gray: false })
}

/// All tiles as one picture, and what the first coded one says of its colours.
fn assembled(tiles: &Tiles<'_>, is_late: &AtomicBool) -> Result<(Picture, Space), PhotoFault> {
    let [width, height, columns, tile_width, tile_height] =
        [tiles.width, tiles.height, tiles.columns, tiles.tile_width, tiles.tile_height]
            .map(|side| side as usize);
    let channels = Layout::Rgb.channels();
    let mut pixels = vec![0; width * height * channels];
    let mut space = None;
    for (index, piece) in tiles.pieces.iter().enumerate() {
        if is_late.load(Ordering::Relaxed) {
            return Err(UNREADABLE);
        }
        let (left, top) = (index % columns * tile_width, index / columns * tile_height);
        let down = tile_height.min(height - top);
        let mut slot = Slot {
            tiles,
            rows: &mut pixels[top * width * channels..(top + down) * width * channels],
            left,
            shown: tile_width.min(width - left),
        };
        let said = decode_piece(piece, &mut slot)?;
        space.get_or_insert(said);
    }
    let picture = Picture { width: tiles.width, height: tiles.height, layout: Layout::Rgb, pixels };
    Ok((picture, space.unwrap_or(Space::Srgb)))
}

fn decode_piece(piece: &Piece<'_>, slot: &mut Slot<'_>) -> Result<Space, PhotoFault> {
    match slot.tiles.kind {
        #[cfg(feature = "heic")]
        PhotoKind::Heic => hevc::decode(piece, slot),
        #[cfg(feature = "avif")]
        PhotoKind::Avif => av1::decode(piece, slot),
        _ => Err(UNREADABLE),
    }
}

/// A picture in colour with the brightness of another as its alpha.
fn with_alpha(picture: &Picture, alpha: &Picture, is_premultiplied: bool) -> Picture {
    let (colours, levels) = (picture.pixels.as_chunks::<3>().0, alpha.pixels.as_chunks::<3>().0);
    let divided = |level: u8, alpha: u8| {
        let whole = (u32::from(level) * 255 + u32::from(alpha) / 2) / u32::from(alpha.max(1));
        u8::try_from(whole).unwrap_or(u8::MAX)
    };
    let pixel = |(&colour, &[alpha, ..]): (&[u8; 3], &[u8; 3])| {
        let [r, g, b] = if is_premultiplied { colour.map(|level| divided(level, alpha)) } else { colour };
        [r, g, b, alpha]
    };
    let pixels = colours.iter().zip(levels).flat_map(pixel).collect();
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

    const PHOTOS: &[&[u8]] = &[
        #[cfg(feature = "heic")]
        include_bytes!("../../../tests/data/heic/grid.heic"),
        #[cfg(feature = "avif")]
        include_bytes!("../../../tests/data/avif/grid.avif"),
    ];

    #[test]
    fn a_photo_that_takes_too_long_is_given_up() {
        let limits = Limits::default();
        for photo in PHOTOS {
            assert!(within(MOST_TIME, photo, limits.photo_pixels).is_ok());
            let late = within(Duration::ZERO, photo, limits.photo_pixels);
            assert_eq!(late.map(|decoded| decoded.picture.width), Err(UNREADABLE));
            let is_late = AtomicBool::new(true);
            let late = decoded(photo, limits.photo_pixels, &is_late);
            assert_eq!(late.map(|decoded| decoded.picture.width), Err(UNREADABLE));
        }
    }
}

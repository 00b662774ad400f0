//! AVIF by libaom, in binaries with the feature `avif`, for sites that ask for it.

use libavif::{Encoder, RgbPixels, YuvFormat};

use super::fault::PhotoFault;
use super::picture::{Layout, Picture};

/// libaom's speed, 0 to 10. Measured: at 9 an AVIF costs what a WebP costs, and is a tenth smaller at the same score.
const SPEED: u8 = 9;

/// AVIF of a picture in colour. `quality` is that of WebP and JPEG: 80 looks alike in all three.
pub(super) fn encode_avif(picture: &Picture, quality: u8) -> Result<Vec<u8>, PhotoFault> {
    if picture.layout == Layout::Gray {
        return Err(PhotoFault::NotEncodable);
    }
    let pixels = RgbPixels::new(picture.width, picture.height, &picture.pixels);
    let image = pixels.map_err(|_| PhotoFault::NotEncodable)?.to_image(YuvFormat::Yuv420);
    let mut encoder = Encoder::new();
    encoder
        .set_quality(as_libaom(quality))
        .set_alpha_quality(as_libaom(quality))
        .set_speed(SPEED)
        .set_max_threads(1);
    encoder.encode(&image).map(|file| file.to_vec()).map_err(|_| PhotoFault::NotEncodable)
}

/// libavif's scale, where 65 scores as WebP's 80 does.
fn as_libaom(quality: u8) -> u8 {
    u8::try_from(u16::from(quality.min(100)) * 65 / 80).unwrap_or(100)
}

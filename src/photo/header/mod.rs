//! What the header of an original says, read without decoding a pixel: kind, size, orientation, and whether
//! the file is whole. Every length in a file is a claim: nothing is allocated by it.

mod boxes;
mod exif;
mod gif;
mod heif;
mod jpeg;
mod kind;
mod parts;
mod png;
mod webp;

use super::fault::PhotoFault;
use super::recipe::PhotoKind;

#[cfg(any(feature = "heic", feature = "avif"))]
pub(super) use heif::{Crop, HeifPicture, Piece, Tiles, read_picture};
pub(super) use jpeg::{in_colours_of_browsers, only_scan_end};
pub(super) use kind::{Kind, kind_of};
pub(super) use parts::Header;
pub(super) use png::{PngColours, read_colours};

/// Reads the header of a file of that kind, and looks whether the file is whole. `check_pixels` sees width
/// and height as soon as they are known, before anything that takes longer. The kind that comes with the header counts:
/// what calls itself HEIC may hold AV1.
pub(super) fn read_header(
    kind: PhotoKind,
    bytes: &[u8],
    check_pixels: impl Fn(u64, u64) -> Result<(), PhotoFault>,
) -> Result<(PhotoKind, Header), PhotoFault> {
    let header = match kind {
        PhotoKind::Jpeg => jpeg::read_header(bytes, check_pixels),
        PhotoKind::Png => png::read_header(bytes, check_pixels),
        PhotoKind::WebP => webp::read_header(bytes, check_pixels),
        PhotoKind::Gif => gif::read_header(bytes, check_pixels),
        PhotoKind::Heic | PhotoKind::Avif => return heif::read_header(kind, bytes, check_pixels),
    };
    header.map(|header| (kind, header))
}

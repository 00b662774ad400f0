//! Why a photo cannot be used: plain facts, turned into findings in `findings`.

use super::findings;
use super::recipe::PhotoKind;
use crate::finding::Finding;

/// What is wrong with a photo, found in its header or while its pixels were read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PhotoFault {
    /// No byte in the file.
    Empty,
    /// Larger than the limit.
    TooManyBytes {
        /// Size of the file.
        size_bytes: u64,
        /// The limit.
        limit_bytes: u64,
    },
    /// A file of another kind, whatever its name says.
    Foreign(ForeignKind),
    /// Width or height is 0.
    NoPixels,
    /// The header claims more pixels than the limit.
    TooManyPixels {
        /// Claimed width.
        width_px: u64,
        /// Claimed height.
        height_px: u64,
        /// The limit for this kind of picture.
        limit_pixels: u64,
    },
    /// The file ends before the picture does.
    Truncated(PhotoKind),
    /// A checksum or the structure is wrong.
    Damaged(PhotoKind),
    /// A JPEG of a rare kind: arithmetic coding, lossless, hierarchical, 12 bits, odd sampling.
    RareJpeg,
    /// Its decoder gave up in a way that it does not promise.
    Unreadable(PhotoKind),
    /// The pixels are sound, and could not be written in the wanted encoding.
    NotEncodable,
}

impl PhotoFault {
    /// The same fault, of a file of another kind.
    pub(super) fn of_kind(self, kind: PhotoKind) -> Self {
        match self {
            Self::Truncated(_) => Self::Truncated(kind),
            Self::Damaged(_) => Self::Damaged(kind),
            Self::Unreadable(_) => Self::Unreadable(kind),
            other => other,
        }
    }

    /// The finding for the photo at a path of the site: `content/kpc/foto/susu.jpg`.
    pub fn finding(&self, site_path: &str) -> Finding {
        match *self {
            Self::Empty => findings::empty(site_path),
            Self::TooManyBytes { size_bytes, limit_bytes } => {
                findings::too_many_bytes(site_path, size_bytes, limit_bytes)
            }
            Self::Foreign(kind) => findings::foreign(site_path, kind),
            Self::NoPixels => findings::no_pixels(site_path),
            Self::TooManyPixels { width_px, height_px, limit_pixels } => {
                findings::too_many_pixels(site_path, width_px, height_px, limit_pixels)
            }
            Self::Truncated(kind) => findings::truncated(site_path, kind),
            Self::Damaged(kind) => findings::damaged(site_path, kind),
            Self::RareJpeg => findings::rare_jpeg(site_path),
            Self::Unreadable(kind) => findings::unreadable(site_path, kind),
            Self::NotEncodable => findings::not_encodable(site_path),
        }
    }
}

/// Kinds of files that people take for photos and that are not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ForeignKind {
    /// HEIC or HEIF, what an iPhone and some Android phones write, in a program without the feature `heic`.
    Heic,
    /// AVIF, in a program without the feature `avif`.
    Avif,
    /// JPEG XL.
    JpegXl,
    /// TIFF, or a raw file of a camera, most of which are TIFF.
    Tiff,
    /// Windows bitmap.
    Bmp,
    /// A file of Photoshop.
    Psd,
    /// A drawing.
    Svg,
    /// A page, often an error page saved in place of a photo.
    Html,
    /// Text, by what it holds and not by its name.
    Text,
    /// A PDF document.
    Pdf,
    /// A video.
    Video,
    /// A ZIP archive, also an Office document.
    Zip,
    /// None of these.
    Unknown,
}

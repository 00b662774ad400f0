//! What is known of an original before its pixels are decoded, and what is to be made of it. A rendition's
//! file name follows from these alone, so that a page can be planned before a photo is encoded.

use std::fmt;

use crate::settings::RenditionFormat;

/// Changed whenever the same recipe would give other bytes by a change of ours: a filter, an effort, a ceiling, a step.
pub(crate) const ENCODER_VERSION: u32 = 3;

/// The libraries that decide the bytes of a rendition, with their versions: `libwebp-sys 0.14.4, ...`. They are
/// part of every key, so that a cache never mixes what two binaries make.
pub(crate) const CODECS: &str = env!("ETALASE_CODECS");

/// BLAKE3 of the original file's bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceHash([u8; 32]);

impl SourceHash {
    /// Of a file's bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }

    /// The hash's bytes.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for SourceHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Kind of an original, by its content and never by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhotoKind {
    /// Baseline or progressive JPEG.
    Jpeg,
    /// PNG, also APNG.
    Png,
    /// Lossy or lossless WebP.
    WebP,
    /// GIF, of which only the first picture is used.
    Gif,
    /// HEIC, in programs with the feature `heic`.
    Heic,
    /// AVIF, in programs with the feature `avif`.
    Avif,
}

impl PhotoKind {
    /// Name as people write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::WebP => "WebP",
            Self::Gif => "GIF",
            Self::Heic => "HEIC",
            Self::Avif => "AVIF",
        }
    }

    /// Endings of file names, in lower case without the dot; the most usual first.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Jpeg => &["jpg", "jpeg", "jpe", "jfif", "mpo"],
            Self::Png => &["png", "apng"],
            Self::WebP => &["webp"],
            Self::Gif => &["gif"],
            Self::Heic => &["heic", "heif", "hif"],
            Self::Avif => &["avif", "avifs"],
        }
    }
}

/// How the pixels lie in the file. Source: EXIF 2.32, tag 0x0112; values are those of the tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Orientation {
    /// 1: upright.
    #[default]
    Upright = 1,
    /// 2: mirrored left to right.
    Mirrored = 2,
    /// 3: turned by 180°.
    HalfTurn = 3,
    /// 4: mirrored top to bottom.
    Flipped = 4,
    /// 5: mirrored along the main diagonal.
    Transposed = 5,
    /// 6: to be turned by 90° clockwise.
    QuarterClockwise = 6,
    /// 7: mirrored along the other diagonal.
    Transversed = 7,
    /// 8: to be turned by 90° anticlockwise.
    QuarterAnticlockwise = 8,
}

impl Orientation {
    /// From the tag's value; anything else than 1 to 8 counts as upright.
    pub fn from_tag(value: u32) -> Self {
        match value {
            2 => Self::Mirrored,
            3 => Self::HalfTurn,
            4 => Self::Flipped,
            5 => Self::Transposed,
            6 => Self::QuarterClockwise,
            7 => Self::Transversed,
            8 => Self::QuarterAnticlockwise,
            _ => Self::Upright,
        }
    }

    /// This turn, and another one after it.
    #[must_use]
    pub(super) fn then(self, next: Self) -> Self {
        let (is_mirrored, quarters) = self.steps();
        let (mirrors, more) = next.steps();
        let quarters = if mirrors { 4 - quarters } else { quarters };
        Self::of_steps(is_mirrored != mirrors, (quarters + more) % 4)
    }

    /// True to be mirrored left to right first, and quarter turns clockwise after that.
    fn steps(self) -> (bool, u8) {
        match self {
            Self::Upright => (false, 0),
            Self::QuarterClockwise => (false, 1),
            Self::HalfTurn => (false, 2),
            Self::QuarterAnticlockwise => (false, 3),
            Self::Mirrored => (true, 0),
            Self::Transversed => (true, 1),
            Self::Flipped => (true, 2),
            Self::Transposed => (true, 3),
        }
    }

    fn of_steps(is_mirrored: bool, quarters: u8) -> Self {
        match (is_mirrored, quarters) {
            (false, 1) => Self::QuarterClockwise,
            (false, 2) => Self::HalfTurn,
            (false, 3) => Self::QuarterAnticlockwise,
            (false, _) => Self::Upright,
            (true, 1) => Self::Transversed,
            (true, 2) => Self::Flipped,
            (true, 3) => Self::Transposed,
            (true, _) => Self::Mirrored,
        }
    }

    /// True if width and height change places.
    pub fn swaps_sides(self) -> bool {
        (self as u8) >= 5
    }
}

/// What the header of an original says, with its hash; enough to plan every page that shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct PhotoFacts {
    /// Hash of the file.
    pub hash: SourceHash,
    /// Size of the file.
    pub size_bytes: u64,
    /// Kind by content.
    pub kind: PhotoKind,
    /// Width as seen, after turning.
    pub width_px: u32,
    /// Height as seen, after turning.
    pub height_px: u32,
    /// How it must be turned.
    pub orientation: Orientation,
    /// True if the file says where it was taken.
    pub has_location: bool,
    /// Bytes of a video that a phone put behind the picture; 0 for none.
    pub video_bytes: u64,
    /// True for an animation: only its first picture is used.
    pub is_animated: bool,
    /// True for a JPEG in the inks of a printer: its profile is not asked.
    pub is_cmyk: bool,
}

impl PhotoFacts {
    /// Bytes that the pixels take while renditions are made: three or four for each, the file itself, and as
    /// much again for what is resized and turned. A HEIC that is one piece has its planes in memory, too; a WebP or GIF
    /// its pixels twice; an AVIF that is one piece has its planes, and libaom's notes of each of its blocks.
    pub fn decoded_bytes(&self) -> u64 {
        let pixel_bytes = match self.kind {
            PhotoKind::Avif => 18,
            PhotoKind::Heic | PhotoKind::WebP | PhotoKind::Gif => 9,
            PhotoKind::Jpeg | PhotoKind::Png => 5,
        };
        u64::from(self.width_px) * u64::from(self.height_px) * pixel_bytes + self.size_bytes
    }
}

/// What the pixels say: known once a photo has been decoded, kept in the cache beside its renditions.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct PhotoLook {
    /// Dominant colour, `#rrggbb`.
    pub colour: String,
    /// The photo blurred to two gradients, as the value of a background; empty if something shows through.
    pub blur: String,
    /// False if something shows through: then neither colour nor blur belong behind the photo.
    pub is_opaque: bool,
}

/// The part of an original that a rendition shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Crop {
    /// All of it.
    Whole,
    /// The largest part of that aspect, around a point.
    Aspect {
        /// Aspect, for example 4 and 3.
        width: u32,
        /// The other part of the aspect.
        height: u32,
        /// Point that must stay inside, as parts of width and height; `None`: the most detailed region.
        focus: Option<(f32, f32)>,
    },
}

/// One encoded size of one original.
#[derive(Debug, Clone, PartialEq)]
pub struct Recipe {
    /// The original.
    pub source: SourceHash,
    /// Which part of it.
    pub crop: Crop,
    /// Width, never above that of the part.
    pub width_px: u32,
    /// Height, which follows from width and part.
    pub height_px: u32,
    /// What the file is encoded as.
    pub format: RenditionFormat,
    /// Encoder quality, 1 to 100.
    pub quality: u8,
    /// Quality is lowered until the file is no larger than this.
    pub max_bytes: Option<u32>,
    /// What shows through transparent parts where the format has none, as red, green, blue.
    pub ground: [u8; 3],
}

impl Recipe {
    /// Name in the cache: 16 characters of BLAKE3 over everything that decides the bytes.
    pub fn key(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.source.bytes());
        // Debug output of plain enums and numbers is stable, and ENCODER_VERSION covers a change of it.
        let recipe = format!(
            "{ENCODER_VERSION} {CODECS} {:?} {} {} {:?} {} {:?} {:?}",
            self.crop, self.width_px, self.height_px, self.format, self.quality, self.max_bytes, self.ground
        );
        hasher.update(recipe.as_bytes());
        hasher.finalize().to_hex()[..16].to_owned()
    }

    /// Name in the site: what it shows, how wide, and 16 characters over all else that decides the bytes:
    /// `susu-1-640-0123456789abcdef.webp`. All widths of a photo share these, so a page that names five of them
    /// compresses well; height and ceiling follow from the width.
    pub fn file_name(&self, stem: &str) -> String {
        let of_any_width =
            Self { width_px: 0, height_px: 0, max_bytes: self.max_bytes.map(|_| 0), ..self.clone() };
        format!("{stem}-{}-{}.{}", self.width_px, of_any_width.key(), self.format.ending())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_widths_share_the_end_of_a_name_and_nothing_else_does() {
        let recipe = |crop: Crop, width_px: u32| Recipe {
            source: SourceHash::of(b"susu"),
            crop,
            width_px,
            height_px: width_px,
            format: RenditionFormat::WebP,
            quality: 80,
            max_bytes: Some(width_px * width_px),
            ground: [255; 3],
        };
        let end = |recipe: &Recipe| recipe.file_name("susu").rsplit('-').next().map(str::to_owned);
        let small = recipe(Crop::Whole, 320);
        assert_eq!(end(&small), end(&recipe(Crop::Whole, 640)));
        assert_ne!(small.file_name("susu"), recipe(Crop::Whole, 640).file_name("susu"));
        let square = Crop::Aspect { width: 1, height: 1, focus: None };
        let without_ceiling = Recipe { max_bytes: None, ..small.clone() };
        let better = Recipe { quality: 90, ..small.clone() };
        let of_another = Recipe { source: SourceHash::of(b"keju"), ..small.clone() };
        for other in [recipe(square, 320), without_ceiling, better, of_another] {
            assert_ne!(end(&small), end(&other));
        }
    }

    #[test]
    fn a_key_tells_which_libraries_make_the_bytes() {
        let named = |name: &str| CODECS.split(", ").any(|codec| codec.starts_with(&format!("{name} ")));
        assert!(["zune-jpeg", "fast_image_resize", "libwebp-sys", "jpeg-encoder"].into_iter().all(named));
        assert_eq!(named("turbojpeg-sys"), cfg!(feature = "turbo"));
        assert_eq!(named("libaom-sys"), cfg!(feature = "avif"));
    }
}

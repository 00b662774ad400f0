//! The part of a photo that a rendition shows, in whole pixels of the original as seen.

use super::Crop;

/// A rectangle inside a photo, never empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Part {
    pub(super) left: u32,
    pub(super) top: u32,
    pub(super) width: u32,
    pub(super) height: u32,
}

impl Part {
    /// All of a photo.
    pub(super) fn whole(width: u32, height: u32) -> Self {
        Self { left: 0, top: 0, width, height }
    }

    pub(super) fn size(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    /// Size of the largest part with a crop's aspect.
    pub(super) fn size_of(whole: &Self, crop: Crop) -> (u32, u32) {
        let Crop::Aspect { width, height, .. } = crop else { return whole.size() };
        let (aspect_width, aspect_height) = (u64::from(width.max(1)), u64::from(height.max(1)));
        let (full_width, full_height) = (u64::from(whole.width), u64::from(whole.height));
        if full_width * aspect_height >= full_height * aspect_width {
            (rounded(full_height * aspect_width, aspect_height, whole.width), whole.height)
        } else {
            (whole.width, rounded(full_width * aspect_height, aspect_width, whole.height))
        }
    }

    /// Height of a rendition of that width, rounded, at least 1.
    pub(super) fn height_at((part_width, part_height): (u32, u32), width: u32) -> u32 {
        rounded(u64::from(width) * u64::from(part_height), u64::from(part_width.max(1)), u32::MAX)
    }
}

fn rounded(dividend: u64, divisor: u64, highest: u32) -> u32 {
    let quotient = (dividend + divisor / 2) / divisor;
    u32::try_from(quotient).unwrap_or(u32::MAX).clamp(1, highest)
}

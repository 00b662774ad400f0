//! The part of a photo that a rendition shows, in whole pixels of the original as seen.

use super::recipe::Crop;

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

    /// A part of that size around a point, given as parts of width and height, as far as it fits.
    pub(super) fn around(whole: &Self, (width, height): (u32, u32), focus: (f32, f32)) -> Self {
        Self {
            left: offset(whole.width, width, focus.0),
            top: offset(whole.height, height, focus.1),
            width,
            height,
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

fn offset(full: u32, part: u32, focus: f32) -> u32 {
    let room = f64::from(full.saturating_sub(part));
    let wanted = f64::from(focus) * f64::from(full) - f64::from(part) / 2.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits u32")]
    let offset = wanted.round().clamp(0.0, room) as u32;
    offset
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(focus: (f32, f32)) -> Part {
        let whole = Part::whole(4000, 3000);
        let crop = Crop::Aspect { width: 1, height: 1, focus: None };
        Part::around(&whole, Part::size_of(&whole, crop), focus)
    }

    #[test]
    fn a_focus_stays_inside_and_the_part_inside_the_photo() {
        assert_eq!(square((0.5, 0.5)), Part { left: 500, top: 0, width: 3000, height: 3000 });
        assert_eq!(square((0.0, 0.0)).left, 0);
        assert_eq!(square((1.0, 1.0)).left, 1000);
        assert_eq!(square((f32::NAN, 0.5)).left, 0);
    }
}

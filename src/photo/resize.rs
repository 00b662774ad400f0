//! Pixels to fewer pixels, from large to small. How a size is reached follows from that size and the photo
//! alone, never from what else is made of it: the same recipe gives the same bytes with a full cache and
//! with an empty one.

use std::cell::RefCell;
use std::collections::BTreeMap;

use fast_image_resize::images::{TypedImage, TypedImageRef};
use fast_image_resize::pixels::{U8, U8x3, U8x4};
use fast_image_resize::{FilterType, PixelTrait, ResizeAlg, ResizeOptions, Resizer};

use super::colour::ToSrgb;
use super::fault::PhotoFault;
use super::part::Part;
use super::picture::{Decoded, Layout, Picture, Turn};
use super::recipe::{Orientation, PhotoFacts};

/// Sizes that smaller ones are made from, in pixels: the widest, and the widest that is made from its double.
/// Measured against making 960 from the photo too: a tenth less work in all, 0.06 points of SSIMULACRA2 at 960.
const WIDEST_STEP_PX: u32 = 1280;
const WIDEST_DOUBLED_PX: u32 = 640;

/// How much wider than a rendition its part of a photo must be to be decoded at half size, in quarters: half of it
/// is then still an eighth wider. Measured: 0.1 points of SSIMULACRA2 less, for 2 % fewer bytes.
const HALF_QUARTERS: u64 = 9;

/// Most bytes between the horizontal and the vertical pass.
const STRIP_BYTES: usize = 3 * 1024 * 1024;

/// Most bytes of the copy of a picture in which something shows through, beyond what sixteen rows need.
const COPY_BYTES: usize = 32 * 1024 * 1024;

/// How far Lanczos3 reaches to each side, in source pixels at scale 1; the other filters reach less.
const FILTER_REACH: f64 = 3.0;

/// Longest side of the copy that look and focus are judged by.
const SMALL_PX: u32 = 96;

/// A part of a photo at a size: upright, in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Size {
    pub(super) part: Part,
    pub(super) width: u32,
    pub(super) height: u32,
}

impl Size {
    /// The larger size that this one is made from; `None`: from the photo itself, decoded at a fraction of its
    /// size.
    fn step(&self, fraction: u32) -> Option<Self> {
        let width = if self.width <= WIDEST_DOUBLED_PX { self.width * 2 } else { WIDEST_STEP_PX };
        let step = Self { part: self.part, width, height: Part::height_at(self.part.size(), width) };
        // At least a quarter wider than the step, or the step loses sharpness for nothing.
        let has_room = u64::from(self.part.width) * 4 >= u64::from(width * fraction) * 5;
        // From 960 up a step would be too near.
        let is_near = self.width > WIDEST_STEP_PX * 3 / 4;
        (!is_near && has_room && step.height >= self.height).then_some(step)
    }
}

/// A decoded photo, and how its pixels become upright sRGB.
pub(super) struct Original {
    picture: Picture,
    orientation: Orientation,
    to_srgb: Option<ToSrgb>,
    /// As stored, before turning.
    width: u32,
    height: u32,
    /// 1, or 2 where the picture has half as many columns and rows, rounded up.
    fraction: u32,
}

impl Original {
    /// Of all pixels.
    pub(super) fn whole(decoded: Decoded, facts: &PhotoFacts) -> Self {
        Self::at(decoded, facts, 1)
    }

    /// Of half as many columns and rows.
    pub(super) fn half(decoded: Decoded, facts: &PhotoFacts) -> Self {
        Self::at(decoded, facts, 2)
    }

    fn at(Decoded { picture, space, is_gray }: Decoded, facts: &PhotoFacts, fraction: u32) -> Self {
        let to_srgb = ToSrgb::of(&space, picture.layout, is_gray);
        let (seen, orientation) = ((facts.width_px, facts.height_px), facts.orientation);
        let (width, height) = if orientation.swaps_sides() { (seen.1, seen.0) } else { seen };
        Self { picture, orientation, to_srgb, width, height, fraction }
    }

    /// True if a size can be made of these pixels as sharp as of the whole photo.
    pub(super) fn suffices(&self, size: &Size) -> bool {
        self.fraction == 1 || u64::from(size.part.width) * 4 >= u64::from(size.width) * HALF_QUARTERS
    }

    /// A small copy of all of it.
    pub(super) fn small_copy(&self) -> Result<Picture, PhotoFault> {
        let Picture { width, height, .. } = self.picture;
        let all = (0.0, 0.0, f64::from(width), f64::from(height));
        // Sixteen samples for each pixel, not all of those it stands for: this is no picture to look at.
        let sampled = ResizeAlg::SuperSampling(FilterType::Box, 4);
        let small = resize(&self.picture, all, fitting(width, height, SMALL_PX), sampled)?;
        Ok(self.finished(small))
    }

    fn finished(&self, stored: Picture) -> Picture {
        let converted = match &self.to_srgb {
            Some(to_srgb) => to_srgb.apply(stored),
            None => stored,
        };
        converted.turned(self.orientation)
    }

    fn resized(&self, size: &Size) -> Result<Picture, PhotoFault> {
        let (part, target) = self.as_stored(size);
        let stored = resize(&self.picture, part, target, LANCZOS)?;
        Ok(self.finished(stored))
    }

    /// Left, top, width and height of a part in the stored picture, and width and height to make of it.
    fn as_stored(&self, size: &Size) -> ((f64, f64, f64, f64), (u32, u32)) {
        let turn = Turn::of(self.orientation);
        let Part { left, top, width, height } = size.part;
        let ((x, across), (y, down)) =
            if turn.swaps { ((top, height), (left, width)) } else { ((left, width), (top, height)) };
        let x = if turn.flips_x { self.width - across - x } else { x };
        let y = if turn.flips_y { self.height - down - y } else { y };
        let target = if turn.swaps { (size.height, size.width) } else { (size.width, size.height) };
        let scaled = |px: u32| f64::from(px) / f64::from(self.fraction);
        ((scaled(x), scaled(y), scaled(across), scaled(down)), target)
    }
}

/// Width and height of the same shape with a longest side of at most `side_px`.
fn fitting(width: u32, height: u32, side_px: u32) -> (u32, u32) {
    let longest = width.max(height).max(1);
    let scale = |side: u32| {
        let scaled = u64::from(side) * u64::from(side_px.min(longest)) / u64::from(longest);
        u32::try_from(scaled).unwrap_or(side_px).max(1)
    };
    (scale(width), scale(height))
}

thread_local! {
    /// Keeps what lies between its two passes from one picture to the next.
    static RESIZER: RefCell<Resizer> = RefCell::new(Resizer::new());
}

const LANCZOS: ResizeAlg = ResizeAlg::Convolution(FilterType::Lanczos3);

/// Makes every wanted size, and those between. Takes the original, since it is by far the largest thing in
/// memory and not needed once the first sizes are made.
pub(super) fn make_sizes(
    original: Original,
    wanted: impl IntoIterator<Item = Size>,
) -> Result<BTreeMap<Size, Picture>, PhotoFault> {
    let mut sizes = BTreeMap::new();
    // Every size with the one it comes from.
    let mut steps: BTreeMap<Size, Option<Size>> = BTreeMap::new();
    for size in wanted {
        let mut next = Some(size);
        while let Some(size) = next {
            next = size.step(original.fraction);
            steps.insert(size, next);
        }
    }
    for (&size, _) in steps.iter().filter(|(_, step)| step.is_none()) {
        sizes.insert(size, original.resized(&size)?);
    }
    drop(original);
    // Within a part, sizes are ordered by width: from the end, each one's step is made before it.
    for (&size, step) in steps.iter().rev() {
        let Some(step) = step.as_ref().and_then(|step| sizes.get(step)) else { continue };
        let all = (0.0, 0.0, f64::from(step.width), f64::from(step.height));
        let picture = resize(step, all, (size.width, size.height), LANCZOS)?;
        sizes.insert(size, picture);
    }
    Ok(sizes)
}

/// Resizes a part of a picture, in strips from the top, so that what lies between the two passes of a strip
/// stays small.
fn resize(
    source: &Picture,
    (left, top, width, height): (f64, f64, f64, f64),
    (target_width, target_height): (u32, u32),
    algorithm: ResizeAlg,
) -> Result<Picture, PhotoFault> {
    let channels = source.layout.channels();
    let row_bytes = target_width as usize * channels;
    let scale = height / f64::from(target_height);
    let edge = |row: u32| top + height * f64::from(row) / f64::from(target_height);
    let mut pixels = vec![0; row_bytes * target_height as usize];
    let rows = match source.layout {
        Layout::Rgba => rows_of_strip(row_bytes, scale).min(rows_of_copy(source, scale)),
        Layout::Gray | Layout::Rgb => rows_of_strip(row_bytes, scale),
    };
    for (strip, first) in pixels.chunks_mut(row_bytes * rows as usize).zip((0..).step_by(rows as usize)) {
        let rows = rows.min(target_height - first);
        let (strip_top, strip_height) = (edge(first), edge(first + rows) - edge(first));
        let (above, below) = rows_around(strip_top, strip_height, scale, source.height);
        let source_row = source.width as usize * channels;
        let seen = &source.pixels[source_row * above as usize..source_row * below as usize];
        let options = ResizeOptions::new().resize_alg(algorithm).crop(
            left,
            strip_top - f64::from(above),
            width,
            strip_height,
        );
        let size = [(source.width, below - above), (target_width, rows)];
        match source.layout {
            Layout::Gray => resize_strip::<U8>(size, seen, strip, &options),
            Layout::Rgb => resize_strip::<U8x3>(size, seen, strip, &options),
            Layout::Rgba => resize_strip::<U8x4>(size, seen, strip, &options),
        }
        .ok_or(PhotoFault::NotEncodable)?;
    }
    Ok(Picture { width: target_width, height: target_height, layout: source.layout, pixels })
}

/// One strip, of pixels of one type: asked for by a value instead of a type, the library brings the code of all
/// thirteen types along. Widths and heights are those of source and target. `None` if the library refuses.
fn resize_strip<P: PixelTrait>(
    [(source_width, source_height), (width, height)]: [(u32, u32); 2],
    source: &[u8],
    target: &mut [u8],
    options: &ResizeOptions,
) -> Option<()> {
    let view = TypedImageRef::<P>::from_buffer(source_width, source_height, source).ok()?;
    let mut target = TypedImage::<P>::from_buffer(width, height, target).ok()?;
    RESIZER.with_borrow_mut(|resizer| resizer.resize_typed(&view, &mut target, options)).ok()
}

/// How many target rows make a strip: as many as keep its narrowed source rows below `STRIP_BYTES`.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits u32")]
fn rows_of_strip(row_bytes: usize, scale: f64) -> u32 {
    let source_rows = u32::try_from(STRIP_BYTES / row_bytes.max(1)).unwrap_or(u32::MAX);
    (f64::from(source_rows) / scale.max(1.0)).clamp(16.0, 1e9) as u32
}

/// How many target rows make a strip of a picture in which something shows through: the library makes a copy of the
/// source rows, in which colours count as much as they show.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits u32")]
fn rows_of_copy(source: &Picture, scale: f64) -> u32 {
    let source_rows = u32::try_from(COPY_BYTES / (4 * source.width as usize).max(1)).unwrap_or(u32::MAX);
    (f64::from(source_rows) / scale.max(1.0)).clamp(16.0, 1e9) as u32
}

/// First and last source row that a strip's pixels depend on.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to the picture's height"
)]
fn rows_around(top: f64, height: f64, scale: f64, source_height: u32) -> (u32, u32) {
    let reach = FILTER_REACH * scale.max(1.0) + 1.0;
    let last = f64::from(source_height);
    ((top - reach).floor().clamp(0.0, last) as u32, (top + height + reach).ceil().clamp(0.0, last) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Without strips, as one call of the library.
    fn in_one_piece(source: &Picture, (width, height): (u32, u32)) -> Vec<u8> {
        let mut pixels = vec![0; (width * height * 3) as usize];
        let view = TypedImageRef::<U8x3>::from_buffer(source.width, source.height, &source.pixels).unwrap();
        let mut target = TypedImage::<U8x3>::from_buffer(width, height, &mut pixels).unwrap();
        Resizer::new().resize_typed(&view, &mut target, &ResizeOptions::new().resize_alg(LANCZOS)).unwrap();
        pixels
    }

    #[test]
    fn strips_leave_no_seam() {
        let (width, height) = (1300, 1511);
        let pixels =
            (0..width * height).flat_map(|i: u32| [i.to_le_bytes()[0], i.to_le_bytes()[1], 9]).collect();
        let source = Picture { width, height, layout: Layout::Rgb, pixels };
        let all = (0.0, 0.0, f64::from(width), f64::from(height));
        for target in [(1280, 1200), (1100, 1401)] {
            assert!(target.1 > rows_of_strip(target.0 as usize * 3, f64::from(height) / f64::from(target.1)));
            let striped = resize(&source, all, target, LANCZOS).unwrap();
            let whole = in_one_piece(&source, target);
            let largest = striped.pixels.iter().zip(&whole).map(|(a, b)| a.abs_diff(*b)).max();
            assert!(largest <= Some(1), "{target:?}: {largest:?}");
        }
    }
}

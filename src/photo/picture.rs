//! Pixels in memory, eight bits a channel, and what is done to them without a library.

use super::recipe::Orientation;
use super::space::Space;

/// A turned picture is written in squares of this side, since a quarter turn walks its source from row to row.
const SQUARE: usize = 32;

/// Channels of a pixel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    Gray,
    Rgb,
    Rgba,
}

impl Layout {
    pub(super) fn channels(self) -> usize {
        match self {
            Self::Gray => 1,
            Self::Rgb => 3,
            Self::Rgba => 4,
        }
    }
}

/// Rows of pixels from the top, without padding: `pixels` holds exactly width x height x channels bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Picture {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) layout: Layout,
    pub(super) pixels: Vec<u8>,
}

/// Pixels as stored, whole or at half size, with what the file says of their colours.
pub(super) struct Decoded {
    pub(super) picture: Picture,
    pub(super) space: Space,
    /// True if the file has no colour, whatever the picture's channels are.
    pub(super) is_gray: bool,
}

impl Picture {
    pub(super) fn is_opaque(&self) -> bool {
        self.layout != Layout::Rgba || self.pixels.as_chunks::<4>().0.iter().all(|pixel| pixel[3] == 255)
    }

    /// Without alpha if nothing shows through, in the same memory.
    pub(super) fn without_idle_alpha(mut self) -> Self {
        if self.layout != Layout::Rgba || !self.is_opaque() {
            return self;
        }
        let count = self.pixels.len() / 4;
        for pixel in 0..count {
            let from = pixel * 4;
            let colour = [self.pixels[from], self.pixels[from + 1], self.pixels[from + 2]];
            self.pixels[pixel * 3..pixel * 3 + 3].copy_from_slice(&colour);
        }
        self.pixels.truncate(count * 3);
        Self { layout: Layout::Rgb, ..self }
    }

    /// Red, green and blue, on a ground where something shows through.
    pub(super) fn to_rgb(&self, ground: [u8; 3]) -> Self {
        let pixels = match self.layout {
            Layout::Rgb => self.pixels.clone(),
            Layout::Gray => self.pixels.iter().flat_map(|&gray| [gray; 3]).collect(),
            Layout::Rgba => {
                let (pixels, _) = self.pixels.as_chunks::<4>();
                pixels.iter().flat_map(|&[r, g, b, alpha]| on_ground([r, g, b], alpha, ground)).collect()
            }
        };
        Self { layout: Layout::Rgb, pixels, ..*self }
    }

    /// Turned upright.
    pub(super) fn turned(self, orientation: Orientation) -> Self {
        match self.layout {
            _ if orientation == Orientation::Upright => self,
            Layout::Gray => self.turned_by::<1>(orientation),
            Layout::Rgb => self.turned_by::<3>(orientation),
            Layout::Rgba => self.turned_by::<4>(orientation),
        }
    }

    fn turned_by<const CHANNELS: usize>(self, orientation: Orientation) -> Self {
        let turn = Turn::of(orientation);
        let (stored_width, stored_height) = (self.width as usize, self.height as usize);
        let (width, height) = if turn.swaps { (self.height, self.width) } else { (self.width, self.height) };
        let (source, _) = self.pixels.as_chunks::<CHANNELS>();
        let mut pixels = vec![0; self.pixels.len()];
        let (target, _) = pixels.as_chunks_mut::<CHANNELS>();
        // Where the pixel at the top left comes from, and how far it is from there to the next one of a row
        // and to the next row.
        let (row, column) = (stored_width, 1);
        let (along_x, along_y) = if turn.swaps { (row, column) } else { (column, row) };
        let last_column = if turn.flips_x { stored_width - 1 } else { 0 };
        let last_row = if turn.flips_y { stored_height - 1 } else { 0 };
        let (back_x, back_y) =
            if turn.swaps { (turn.flips_y, turn.flips_x) } else { (turn.flips_x, turn.flips_y) };
        let start = last_row * stored_width + last_column;
        let step = |from: usize, by: usize, count: usize, back: bool| {
            if back { from - by * count } else { from + by * count }
        };
        let (width_usize, height_usize) = (width as usize, height as usize);
        for top in (0..height_usize).step_by(SQUARE) {
            for left in (0..width_usize).step_by(SQUARE) {
                for y in top..(top + SQUARE).min(height_usize) {
                    let row_start = step(start, along_y, y, back_y);
                    let right = (left + SQUARE).min(width_usize);
                    for (x, pixel) in (left..right).zip(&mut target[y * width_usize + left..]) {
                        *pixel = source[step(row_start, along_x, x, back_x)];
                    }
                }
            }
        }
        Self { width, height, layout: self.layout, pixels }
    }
}

/// What shows of a colour on a ground, rounded.
fn on_ground(colour: [u8; 3], alpha: u8, ground: [u8; 3]) -> [u8; 3] {
    let alpha = u32::from(alpha);
    std::array::from_fn(|channel| {
        let mixed = u32::from(colour[channel]) * alpha + u32::from(ground[channel]) * (255 - alpha);
        u8::try_from((mixed + 127) / 255).unwrap_or(u8::MAX)
    })
}

/// An orientation as steps: change rows for columns, then look at the stored picture from its other side.
#[derive(Debug, Clone, Copy)]
pub(super) struct Turn {
    pub(super) swaps: bool,
    /// The stored column counts from the right.
    pub(super) flips_x: bool,
    /// The stored row counts from the bottom.
    pub(super) flips_y: bool,
}

impl Turn {
    pub(super) fn of(orientation: Orientation) -> Self {
        let (flips_x, flips_y) = match orientation {
            Orientation::Upright | Orientation::Transposed => (false, false),
            Orientation::Mirrored | Orientation::QuarterAnticlockwise => (true, false),
            Orientation::HalfTurn | Orientation::Transversed => (true, true),
            Orientation::Flipped | Orientation::QuarterClockwise => (false, true),
        };
        Self { swaps: orientation.swaps_sides(), flips_x, flips_y }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two rows of three pixels, named by their place: `abc` over `def`.
    fn stored() -> Picture {
        Picture { width: 3, height: 2, layout: Layout::Gray, pixels: b"abcdef".to_vec() }
    }

    #[test]
    fn each_orientation_turns_as_exif_defines_it() {
        let cases: [(u32, &str); 8] = [
            (1, "abc/def"),
            (2, "cba/fed"),
            (3, "fed/cba"),
            (4, "def/abc"),
            (5, "ad/be/cf"),
            (6, "da/eb/fc"),
            (7, "fc/eb/da"),
            (8, "cf/be/ad"),
        ];
        for (tag, rows) in cases {
            let turned = stored().turned(Orientation::from_tag(tag));
            let seen: Vec<&str> = turned
                .pixels
                .chunks(turned.width as usize)
                .map(|row| std::str::from_utf8(row).unwrap())
                .collect();
            assert_eq!(seen.join("/"), rows, "orientation {tag}");
        }
    }

    #[test]
    fn two_turns_are_one() {
        for (first, next) in (1..=8).flat_map(|first| (1..=8).map(move |next| (first, next))) {
            let (first, next) = (Orientation::from_tag(first), Orientation::from_tag(next));
            let both = stored().turned(first).turned(next);
            assert_eq!(stored().turned(first.then(next)), both, "{first:?}, then {next:?}");
        }
    }

    #[test]
    fn large_pictures_turn_square_by_square_without_a_seam() {
        let (width, height) = (70_u32, 45_u32);
        let pixels: Vec<u8> =
            (0..width * height).flat_map(|i| [i.to_le_bytes()[0], i.to_le_bytes()[1], 7]).collect();
        let picture = Picture { width, height, layout: Layout::Rgb, pixels };
        let turned = picture.clone().turned(Orientation::QuarterClockwise);
        assert_eq!((turned.width, turned.height), (45, 70));
        let back = turned.turned(Orientation::QuarterAnticlockwise);
        assert_eq!(back, picture);
    }

    #[test]
    fn transparent_pixels_show_the_ground() {
        let picture = Picture {
            width: 2,
            height: 1,
            layout: Layout::Rgba,
            pixels: vec![255, 0, 0, 0, 200, 100, 0, 128],
        };
        assert_eq!(picture.to_rgb([255, 253, 248]).pixels, [255, 253, 248, 227, 176, 124]);
        assert!(!picture.is_opaque());
    }
}

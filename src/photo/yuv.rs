//! Red, green and blue to what lossy WebP codes: brightness for every pixel, and two colour differences for every
//! four. libwebp would do it too, with a copy of the picture in between: measured, that takes 5 % of all work.

use super::picture::{Layout, Picture};

/// ITU-R BT.601 in limited range, 16 to 235 and 16 to 240, in 65536ths.
const LUMA: [u16; 3] = [16_839, 33_059, 6_420];
const BLUE_LESS_RED: u16 = 9_719;
const BLUE_LESS_GREEN: u16 = 19_081;
const RED_LESS_GREEN: u16 = 24_103;
const RED_LESS_BLUE: u16 = 4_697;
const DIFFERENCE: u16 = 28_800;

/// A half, and the two bottoms of the ranges, in 256ths.
const HALF: u16 = 128;
const BLACK: u16 = 16 * 256;
const NEUTRAL: u16 = 128 * 256;

/// Planes without padding; `u` and `v` have half as many columns and rows, rounded up.
pub(super) struct Yuv {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) y: Vec<u8>,
    pub(super) u: Vec<u8>,
    pub(super) v: Vec<u8>,
}

impl Yuv {
    /// Columns of `u` and `v`.
    pub(super) fn half_width(&self) -> usize {
        self.width.div_ceil(2) as usize
    }

    /// Of an opaque picture in colour; `None` for any other.
    pub(super) fn of(picture: &Picture) -> Option<Self> {
        if picture.layout != Layout::Rgb || picture.width == 0 {
            return None;
        }
        let (width, half_width) = (picture.width as usize, picture.width.div_ceil(2) as usize);
        let half_height = picture.height.div_ceil(2) as usize;
        let mut y = vec![0; width * picture.height as usize];
        let (mut u, mut v) = (vec![0; half_width * half_height], vec![0; half_width * half_height]);
        let (mut upper, mut lower) = (Row::new(width), Row::new(width));
        let pairs = picture.pixels.chunks(width * 6).zip(y.chunks_mut(width * 2));
        let halves = u.chunks_mut(half_width).zip(v.chunks_mut(half_width));
        for ((pixels, y), (u, v)) in pairs.zip(halves) {
            let (above, below) = pixels.split_at(width * 3);
            upper.read(above);
            // A last row alone stands for two.
            lower.read(if below.is_empty() { above } else { below });
            let (y_above, y_below) = y.split_at_mut(width);
            upper.write_luma(y_above);
            lower.write_luma(y_below);
            upper.add(&lower);
            upper.write_differences(u, v);
        }
        Some(Self { width: picture.width, height: picture.height, y, u, v })
    }
}

/// One row, or the sum of two, channel by channel. An odd width is filled up with its last pixel.
struct Row {
    red: Vec<u16>,
    green: Vec<u16>,
    blue: Vec<u16>,
}

impl Row {
    fn new(width: usize) -> Self {
        let width = width.next_multiple_of(2);
        Self { red: vec![0; width], green: vec![0; width], blue: vec![0; width] }
    }

    fn read(&mut self, row: &[u8]) {
        let (pixels, _) = row.as_chunks::<3>();
        let channels = self.red.iter_mut().zip(&mut self.green).zip(&mut self.blue);
        for (((red, green), blue), &[r, g, b]) in channels.zip(pixels) {
            (*red, *green, *blue) = (r.into(), g.into(), b.into());
        }
        let (width, filled) = (pixels.len(), self.red.len());
        for channel in [&mut self.red, &mut self.green, &mut self.blue] {
            channel.copy_within(width - 1..filled - 1, width);
        }
    }

    fn write_luma(&self, luma: &mut [u8]) {
        let pixels = self.red.iter().zip(&self.green).zip(&self.blue);
        for (luma, ((&red, &green), &blue)) in luma.iter_mut().zip(pixels) {
            let sum = times(red << 8, LUMA[0]) + times(green << 8, LUMA[1]) + times(blue << 8, LUMA[2]);
            *luma = in_bytes(sum + BLACK + HALF);
        }
    }

    fn add(&mut self, other: &Self) {
        for (channel, other) in
            [(&mut self.red, &other.red), (&mut self.green, &other.green), (&mut self.blue, &other.blue)]
        {
            channel.iter_mut().zip(other).for_each(|(sum, level)| *sum += level);
        }
    }

    fn write_differences(&self, u: &mut [u8], v: &mut [u8]) {
        let pairs = self.red.as_chunks::<2>().0.iter();
        let pairs = pairs.zip(self.green.as_chunks::<2>().0).zip(self.blue.as_chunks::<2>().0);
        for ((u, v), ((red, green), blue)) in u.iter_mut().zip(v).zip(pairs) {
            // The mean of four, in 256ths.
            let [red, green, blue] = [red, green, blue].map(|[left, right]| (left + right) << 6);
            let blue_less = times(red, BLUE_LESS_RED) + times(green, BLUE_LESS_GREEN);
            *u = in_bytes(NEUTRAL + HALF + times(blue, DIFFERENCE) - blue_less);
            let red_less = times(green, RED_LESS_GREEN) + times(blue, RED_LESS_BLUE);
            *v = in_bytes(NEUTRAL + HALF + times(red, DIFFERENCE) - red_less);
        }
    }
}

/// Times a number of 65536ths.
fn times(level: u16, part: u16) -> u16 {
    ((u32::from(level) * u32::from(part)) >> 16) as u16
}

fn in_bytes(level: u16) -> u8 {
    level.to_be_bytes()[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pixels of every kind, by arithmetic.
    fn speckled(width: u32, height: u32) -> Picture {
        let level = |index: u32| (index.wrapping_mul(2_654_435_761) >> 24).to_le_bytes()[0];
        let pixels = (0..width * height * 3).map(level).collect();
        Picture { width, height, layout: Layout::Rgb, pixels }
    }

    /// The mean of what is inside the picture of two columns and two rows, the last of an odd number twice.
    fn mean(picture: &Picture, column: u32, row: u32) -> [f64; 3] {
        let at = |x: u32, y: u32, channel: usize| {
            let (x, y) = (x.min(picture.width - 1), y.min(picture.height - 1));
            f64::from(picture.pixels[(y * picture.width + x) as usize * 3 + channel])
        };
        let (x, y) = (column * 2, row * 2);
        std::array::from_fn(|channel| {
            (at(x, y, channel) + at(x + 1, y, channel) + at(x, y + 1, channel) + at(x + 1, y + 1, channel))
                / 4.0
        })
    }

    /// As ITU-R BT.601 has it, in limited range.
    fn exact([red, green, blue]: [f64; 3]) -> [f64; 3] {
        let luma = 0.299 * red + 0.587 * green + 0.114 * blue;
        [
            16.0 + luma * 219.0 / 255.0,
            128.0 + (blue - luma) / 1.772 * 224.0 / 255.0,
            128.0 + (red - luma) / 1.402 * 224.0 / 255.0,
        ]
    }

    #[test]
    fn planes_are_what_the_standard_says_to_less_than_a_level() {
        for (width, height) in [(1, 1), (2, 2), (3, 1), (1, 3), (17, 5), (64, 33)] {
            let picture = speckled(width, height);
            let planes = Yuv::of(&picture).unwrap();
            let near =
                |found: u8, exact: f64| assert!((f64::from(found) - exact).abs() < 0.6, "{found} {exact}");
            for (index, &luma) in planes.y.iter().enumerate() {
                let colour = &picture.pixels[index * 3..index * 3 + 3];
                near(luma, exact([colour[0].into(), colour[1].into(), colour[2].into()])[0]);
            }
            let columns = width.div_ceil(2);
            for (index, (&u, &v)) in (0..).zip(planes.u.iter().zip(&planes.v)) {
                let [_, exact_u, exact_v] = exact(mean(&picture, index % columns, index / columns));
                near(u, exact_u);
                near(v, exact_v);
            }
            assert_eq!(planes.u.len(), (columns * height.div_ceil(2)) as usize);
        }
    }

    #[test]
    fn only_opaque_colours_have_planes() {
        let gray = Picture { width: 1, height: 1, layout: Layout::Gray, pixels: vec![0] };
        assert!(Yuv::of(&gray).is_none());
        let holes = Picture { width: 1, height: 1, layout: Layout::Rgba, pixels: vec![0; 4] };
        assert!(Yuv::of(&holes).is_none());
    }
}

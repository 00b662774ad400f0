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
        let mut u = vec![0; half_width * half_height];
        let mut v = u.clone();
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

//! Brightness and two colour differences to red, green and blue, row by row. Colour samples lie on the even rows and
//! columns, and between them is their mean: as Apple's programs have it, which took most of these photos.
//! Source: ITU-T H.273, table 4 and equations 20 to 44.

use heifer_hevc_dec::recon::Frame;

/// Bits behind the point of all factors.
const BITS: u32 = 18;

/// Identity: the planes are green, blue and red.
const IDENTITY: u16 = 0;

/// How the planes of a frame become colours.
pub(super) struct Coding {
    is_identity: bool,
    has_colour: bool,
    /// Colour samples for how many of brightness, across and down.
    spread: (usize, usize),
    black: i32,
    /// Four times the sample that stands for no colour.
    neutral: i32,
    brightness: i32,
    red: i32,
    green: (i32, i32),
    blue: i32,
    /// Four times the colour differences of a row, one for each pixel.
    line: [Vec<i32>; 2],
}

impl Coding {
    /// For frames like that one. `coding` is what the file says outside of the stream, which counts before it. `None`
    /// for coding that nobody uses for photos.
    pub(super) fn of(frame: &Frame, coding: Option<(u16, bool)>) -> Option<Self> {
        let (matrix, is_full) = coding.unwrap_or((u16::from(frame.matrix_coeffs), frame.full_range));
        let (red_part, blue_part) = match matrix {
            1 => (0.2126, 0.0722),
            4 => (0.30, 0.11),
            7 => (0.212, 0.087),
            9 => (0.2627, 0.0593),
            IDENTITY | 2 | 5 | 6 => (0.299, 0.114),
            _ => return None,
        };
        let [luma_bits, chroma_bits] = frame.bit_depth;
        if !(8..=16).contains(&luma_bits) || !(8..=16).contains(&chroma_bits) {
            return None;
        }
        let step = |bits: u8| f64::from(1_u32 << (bits - 8));
        let (black, span, colour_span) = if is_full {
            let most = |bits: u8| f64::from((1_u32 << bits) - 1);
            (0.0, most(luma_bits), most(chroma_bits))
        } else {
            (16.0 * step(luma_bits), 219.0 * step(luma_bits), 224.0 * step(chroma_bits))
        };
        #[expect(clippy::cast_possible_truncation, reason = "below 2 to the power of 22")]
        let fixed = |factor: f64| (factor * 255.0 * f64::from(1_u32 << BITS)).round() as i32;
        // The samples of `line` count fourfold.
        let (red, blue) =
            (2.0 * (1.0 - red_part) / colour_span / 4.0, 2.0 * (1.0 - blue_part) / colour_span / 4.0);
        let green_part = 1.0 - red_part - blue_part;
        #[expect(clippy::cast_possible_truncation, reason = "at most 4,096")]
        let black = black as i32;
        Some(Self {
            is_identity: matrix == IDENTITY && frame.chroma_format == 3,
            has_colour: frame.chroma_format != 0,
            spread: match frame.chroma_format {
                1 => (2, 2),
                2 => (2, 1),
                _ => (1, 1),
            },
            black,
            neutral: 4 << (chroma_bits - 1),
            brightness: fixed(1.0 / span),
            red: fixed(red),
            green: (fixed(blue * blue_part / green_part), fixed(red * red_part / green_part)),
            blue: fixed(blue),
            line: [Vec::new(), Vec::new()],
        })
    }

    /// One row of red, green and blue, as many pixels as it holds, which the frame has.
    pub(super) fn write(&mut self, frame: &Frame, y: usize, row: &mut [u8]) {
        let (pixels, _) = row.as_chunks_mut::<3>();
        let stride = frame.widths[0] as usize;
        let luma = &frame.planes[0][y * stride..y * stride + pixels.len()];
        if !self.has_colour {
            for (pixel, &level) in pixels.iter_mut().zip(luma) {
                *pixel = [in_bytes(self.brightness * (i32::from(level) - self.black)); 3];
            }
            return;
        }
        for (line, plane) in self.line.iter_mut().zip([1, 2]) {
            spread_out(frame, plane, y, self.spread, pixels.len(), line);
        }
        let [blues, reds] = &self.line;
        for (((pixel, &level), &blue), &red) in pixels.iter_mut().zip(luma).zip(blues).zip(reds) {
            let level = self.brightness * (i32::from(level) - self.black);
            if self.is_identity {
                let plane = |sample: i32| in_bytes(self.brightness * (sample / 4 - self.black));
                *pixel = [plane(red), in_bytes(level), plane(blue)];
                continue;
            }
            let (blue, red) = (blue - self.neutral, red - self.neutral);
            *pixel = [
                in_bytes(level + self.red * red),
                in_bytes(level - self.green.0 * blue - self.green.1 * red),
                in_bytes(level + self.blue * blue),
            ];
        }
    }
}

/// Four times the samples of a plane beside a row, one for each of its pixels.
fn spread_out(
    frame: &Frame,
    plane: usize,
    y: usize,
    (across, down): (usize, usize),
    count: usize,
    line: &mut Vec<i32>,
) {
    let (width, height) = (frame.widths[plane] as usize, frame.heights[plane] as usize);
    let row = |y: usize| &frame.planes[plane][y.min(height - 1) * width..][..width];
    // The row that lies here or above, and that which lies here or below.
    let (above, below) = (row(y / down), row(y.div_ceil(down)));
    let sums = above.iter().zip(below).map(|(&above, &below)| 2 * (i32::from(above) + i32::from(below)));
    line.clear();
    if across == 1 {
        line.extend(sums.take(count));
        return;
    }
    let mut before = None;
    for sum in sums.take(count.div_ceil(2) + 1) {
        if let Some(before) = before {
            line.push(i32::midpoint(before, sum));
        }
        line.push(sum);
        before = Some(sum);
    }
    // Behind the last sample there is none to mix with.
    line.resize(count, before.unwrap_or_default());
}

fn in_bytes(level: i32) -> u8 {
    let rounded = level.saturating_add(1 << (BITS - 1)) >> BITS;
    u8::try_from(rounded.clamp(0, 255)).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(chroma_format: u8, bits: u8, planes: [&[u16]; 3]) -> Frame {
        let (across, down) = match chroma_format {
            1 => (1, 1),
            2 => (1, 2),
            _ => (2, 2),
        };
        Frame {
            widths: [2, across, across],
            heights: [2, down, down],
            planes: planes.map(<[u16]>::to_vec),
            bit_depth: [bits; 2],
            chroma_format,
            full_range: true,
            matrix_coeffs: 6,
        }
    }

    fn first(frame: &Frame, coding: Option<(u16, bool)>) -> [u8; 3] {
        let mut row = [0; 6];
        Coding::of(frame, coding).expect("known").write(frame, 0, &mut row);
        [row[0], row[1], row[2]]
    }

    #[test]
    fn colours_are_those_of_the_standard_in_every_range_and_depth() {
        // Red in BT.601, full range: 76, 85, 255; in limited range: 81, 90, 240; in ten bits four times as much.
        let full = frame(1, 8, [&[76; 4], &[85], &[255]]);
        assert_eq!(first(&full, None), [254, 0, 0]);
        let limited = frame(1, 8, [&[81; 4], &[90], &[240]]);
        assert_eq!(first(&limited, Some((6, false))), [254, 0, 0]);
        let deep = frame(1, 10, [&[306; 4], &[341], &[1023]]);
        assert_eq!(first(&deep, None), [255, 0, 0]);
        // The same in BT.709: 54, 99, 255.
        let television = frame(3, 8, [&[54; 4], &[99; 4], &[255; 4]]);
        assert_eq!(first(&television, Some((1, true))), [254, 0, 0]);
        let planes = frame(3, 8, [&[20; 4], &[30; 4], &[200; 4]]);
        assert_eq!(first(&planes, Some((0, true))), [200, 20, 30]);
        let gray = frame(0, 8, [&[126; 4], &[], &[]]);
        assert_eq!(first(&gray, Some((6, false))), [128; 3]);
        assert!(Coding::of(&gray, Some((8, true))).is_none());
    }

    #[test]
    fn colour_between_two_samples_is_their_mean() {
        let mut frame = frame(2, 8, [&[128; 4], &[128; 2], &[128; 2]]);
        frame.widths = [4, 2, 2];
        frame.planes = [vec![128; 8], vec![128; 4], vec![128, 168, 128, 168]];
        let mut row = [0; 12];
        Coding::of(&frame, None).expect("known").write(&frame, 0, &mut row);
        let reds: Vec<u8> = row.chunks(3).map(|pixel| pixel[0]).collect();
        assert_eq!(reds, [128, 156, 184, 184]);
    }
}

//! Brightness and two colour differences to red, green and blue, row by row. Source: ITU-T H.273, table 4 and equations
//! 20 to 44.

/// Bits behind the point of all factors.
const BITS: u32 = 18;

/// Identity: the planes are green, blue and red.
const IDENTITY: u16 = 0;

/// How many times a sample counts in `Coding::line`: the weights of four neighbours are sixteenths.
const PARTS: i32 = 16;

/// A number of a decoder's plane.
pub(super) trait Sample: Copy {
    /// From 0 up to the most that its bits hold.
    fn level(self) -> i32;
}

impl Sample for u8 {
    fn level(self) -> i32 {
        self.into()
    }
}

impl Sample for u16 {
    fn level(self) -> i32 {
        self.into()
    }
}

/// As it lies in memory, aligned or not.
impl Sample for [u8; 2] {
    fn level(self) -> i32 {
        u16::from_ne_bytes(self).into()
    }
}

/// A decoded picture, row by row: brightness, and two colour differences.
pub(super) struct Planes<'a, S> {
    pub(super) rows: [Vec<&'a [S]>; 3],
    /// Bits of brightness, and of colour.
    pub(super) bits: [u8; 2],
    /// Colour samples for how many of brightness, across and down; `None` without colour.
    pub(super) spread: Option<(usize, usize)>,
    /// True if a colour sample lies in the middle of those that it stands for, false if on the first.
    pub(super) is_between: bool,
    /// Matrix coefficients and true for full range, as the coded picture says.
    pub(super) coding: (u16, bool),
}

/// How the planes of a picture become colours.
pub(super) struct Coding {
    is_identity: bool,
    black: i32,
    /// The sample that stands for no colour, as it counts in `line`.
    neutral: i32,
    brightness: i32,
    red: i32,
    green: (i32, i32),
    blue: i32,
    /// The colour differences of a row, one for each pixel.
    line: [Vec<i32>; 2],
    /// Four times the samples of two rows, mixed.
    mixed: Vec<i32>,
}

impl Coding {
    /// For pictures like that one. `coding` is what the file says outside of the coded picture, which counts before it.
    /// `None` for coding that nobody uses for photos.
    pub(super) fn of<S>(planes: &Planes<'_, S>, coding: Option<(u16, bool)>) -> Option<Self> {
        let (matrix, is_full) = coding.unwrap_or(planes.coding);
        let (red_part, blue_part) = match matrix {
            1 => (0.2126, 0.0722),
            4 => (0.30, 0.11),
            7 => (0.212, 0.087),
            9 => (0.2627, 0.0593),
            IDENTITY | 2 | 5 | 6 => (0.299, 0.114),
            // Without colour no matrix is asked.
            _ if planes.spread.is_none() => (0.299, 0.114),
            _ => return None,
        };
        let [luma_bits, chroma_bits] = planes.bits;
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
        let of_line = 2.0 / colour_span / f64::from(PARTS);
        let (red, blue) = ((1.0 - red_part) * of_line, (1.0 - blue_part) * of_line);
        let green_part = 1.0 - red_part - blue_part;
        #[expect(clippy::cast_possible_truncation, reason = "at most 4,096")]
        let black = black as i32;
        Some(Self {
            is_identity: matrix == IDENTITY && planes.spread == Some((1, 1)),
            black,
            neutral: PARTS << (chroma_bits - 1),
            brightness: fixed(1.0 / span),
            red: fixed(red),
            green: (fixed(blue * blue_part / green_part), fixed(red * red_part / green_part)),
            blue: fixed(blue),
            line: [Vec::new(), Vec::new()],
            mixed: Vec::new(),
        })
    }

    /// One row of red, green and blue, as many pixels as it holds, which the planes have.
    pub(super) fn write<S: Sample>(&mut self, planes: &Planes<'_, S>, y: usize, row: &mut [u8]) {
        let (pixels, _) = row.as_chunks_mut::<3>();
        let luma = &planes.rows[0][y][..pixels.len()];
        let Some(spread) = planes.spread else {
            for (pixel, level) in pixels.iter_mut().zip(luma) {
                *pixel = [in_bytes(self.brightness * (level.level() - self.black)); 3];
            }
            return;
        };
        for (line, plane) in self.line.iter_mut().zip([1, 2]) {
            mix_rows(&planes.rows[plane], y, spread.1, planes.is_between, &mut self.mixed);
            spread_out(&self.mixed, spread.0, planes.is_between, pixels.len(), line);
        }
        let [blues, reds] = &self.line;
        for (((pixel, level), &blue), &red) in pixels.iter_mut().zip(luma).zip(blues).zip(reds) {
            let level = self.brightness * (level.level() - self.black);
            if self.is_identity {
                let plane = |sample: i32| in_bytes(self.brightness * (sample / PARTS - self.black));
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

/// Four times the samples of a plane at row `y` of the picture, one for each sample of a row.
fn mix_rows<S: Sample>(rows: &[&[S]], y: usize, down: usize, is_between: bool, mixed: &mut Vec<i32>) {
    let row = |y: usize| rows[y.min(rows.len() - 1)];
    let near = y / down;
    // The second row that shows here, and how often the nearest counts more than it.
    let (other, more) = match (down, is_between) {
        (1, _) => (near, 2),
        (_, false) => (y.div_ceil(down), 2),
        (_, true) if y.is_multiple_of(2) => (near.saturating_sub(1), 3),
        (_, true) => (near + 1, 3),
    };
    let sums = row(near).iter().zip(row(other));
    mixed.clear();
    mixed.extend(sums.map(|(near, other)| more * near.level() + (4 - more) * other.level()));
}

/// Four times what was mixed, one for each of `count` pixels. Beside the first and the last sample there is none to mix
/// with.
fn spread_out(mixed: &[i32], across: usize, is_between: bool, count: usize, line: &mut Vec<i32>) {
    line.clear();
    if across == 1 {
        line.extend(mixed.iter().take(count).map(|sum| 4 * sum));
        return;
    }
    let mixed = &mixed[..mixed.len().min(count.div_ceil(2) + 1)];
    let last = mixed.len() - 1;
    for (at, &sum) in mixed.iter().enumerate() {
        let next = mixed[last.min(at + 1)];
        if is_between {
            line.extend([3 * sum + mixed[at.saturating_sub(1)], 3 * sum + next]);
        } else {
            line.extend([4 * sum, 2 * (sum + next)]);
        }
    }
    line.resize(count, 4 * mixed[last]);
}

fn in_bytes(level: i32) -> u8 {
    let rounded = level.saturating_add(1 << (BITS - 1)) >> BITS;
    u8::try_from(rounded.clamp(0, 255)).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two rows of as many samples each as there are.
    fn planes(spread: Option<(usize, usize)>, bits: u8, samples: [&[u16]; 3]) -> Planes<'_, u16> {
        Planes {
            rows: samples.map(|row| vec![row; 2]),
            bits: [bits; 2],
            spread,
            is_between: false,
            coding: (6, true),
        }
    }

    fn row_of(planes: &Planes<'_, u16>, coding: Option<(u16, bool)>) -> Vec<[u8; 3]> {
        let mut row = vec![0; planes.rows[0][0].len() * 3];
        Coding::of(planes, coding).expect("known").write(planes, 0, &mut row);
        row.as_chunks().0.to_vec()
    }

    #[test]
    fn colours_are_those_of_the_standard_in_every_range_and_depth() {
        // Red in BT.601, full range: 76, 85, 255; in limited range: 81, 90, 240; in ten bits four times as much.
        let full = planes(Some((2, 2)), 8, [&[76; 2], &[85], &[255]]);
        assert_eq!(row_of(&full, None)[0], [254, 0, 0]);
        let limited = planes(Some((2, 2)), 8, [&[81; 2], &[90], &[240]]);
        assert_eq!(row_of(&limited, Some((6, false)))[0], [254, 0, 0]);
        let deep = planes(Some((2, 2)), 10, [&[306; 2], &[341], &[1023]]);
        assert_eq!(row_of(&deep, None)[0], [255, 0, 1]);
        // The same in BT.709: 54, 99, 255.
        let television = planes(Some((1, 1)), 8, [&[54; 2], &[99; 2], &[255; 2]]);
        assert_eq!(row_of(&television, Some((1, true)))[0], [254, 0, 0]);
        let by_name = planes(Some((1, 1)), 8, [&[20; 2], &[30; 2], &[200; 2]]);
        assert_eq!(row_of(&by_name, Some((0, true)))[0], [200, 20, 30]);
        let gray = planes(None, 8, [&[126; 2], &[], &[]]);
        assert_eq!(row_of(&gray, Some((6, false)))[0], [128; 3]);
        assert!(Coding::of(&by_name, Some((8, true))).is_none());
        assert!(Coding::of(&gray, Some((8, true))).is_some());
    }

    #[test]
    fn colour_between_two_samples_is_mixed_by_how_near_they_are() {
        let mut planes = planes(Some((2, 1)), 8, [&[128; 4], &[128; 2], &[128, 168]]);
        let reds = |planes: &Planes<'_, u16>| {
            row_of(planes, None).into_iter().map(|[red, ..]| red).collect::<Vec<_>>()
        };
        assert_eq!(reds(&planes), [128, 156, 184, 184]);
        planes.is_between = true;
        assert_eq!(reds(&planes), [128, 142, 170, 184]);
        // Rows likewise: the first has no other above it, the next two are mixed of both.
        planes.spread = Some((2, 2));
        planes.rows = [vec![&[128; 2]; 4], vec![&[128]; 2], vec![&[128], &[168]]];
        let mut coding = Coding::of(&planes, None).expect("known");
        let reds: Vec<u8> = (0..4)
            .map(|y| {
                let mut row = [0; 6];
                coding.write(&planes, y, &mut row);
                row[0]
            })
            .collect();
        assert_eq!(reds, [128, 142, 170, 184]);
    }
}

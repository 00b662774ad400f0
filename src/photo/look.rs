//! What a visitor sees before a photo is there: its dominant colour, and the photo blurred to a few colours that run
//! into each other. Both are style, since pages take no picture from anywhere but files of their own.

use super::picture::{Layout, Picture};
use super::recipe::PhotoLook;

/// Bands from top to bottom whose mean colours make the blur; those at the left and the right lie over them.
const BANDS: u32 = 3;
/// No blur is longer, in bytes.
#[cfg(any(test, feature = "s3"))]
const LONGEST_BLUR: usize = 200;

/// How much of left and right is seen over top and bottom, in hexadecimal: about half.
const SIDE_ALPHA: &str = "8";

/// Shades of a channel that count as one when colours are counted.
const SHADES_PER_BIN: u8 = 32;

/// The look of a photo, by a small upright copy of it in sRGB.
pub(super) fn look_of(small: &Picture) -> PhotoLook {
    let [r, g, b] = dominant_colour(small);
    let is_opaque = small.is_opaque();
    let blur = if is_opaque { blur(small) } else { String::new() };
    PhotoLook { colour: format!("#{r:02x}{g:02x}{b:02x}"), blur, is_opaque }
}

/// The mean of the most frequent kind of colour; what shows through does not count.
fn dominant_colour(small: &Picture) -> [u8; 3] {
    const BINS: usize = (u8::MAX / SHADES_PER_BIN) as usize + 1;
    let mut bins = vec![([0_u64; 3], 0_u64); BINS * BINS * BINS];
    let channels = small.layout.channels();
    for pixel in small.pixels.chunks_exact(channels) {
        let colour = match small.layout {
            Layout::Gray => [pixel[0]; 3],
            Layout::Rgba if pixel[3] < 128 => continue,
            Layout::Rgb | Layout::Rgba => [pixel[0], pixel[1], pixel[2]],
        };
        let bin = colour.iter().fold(0, |bin, &level| bin * BINS + usize::from(level / SHADES_PER_BIN));
        let (sums, count) = &mut bins[bin];
        for (sum, level) in sums.iter_mut().zip(colour) {
            *sum += u64::from(level);
        }
        *count += 1;
    }
    let most = bins.iter().rev().max_by_key(|(_, count)| *count).filter(|(_, count)| *count > 0);
    most.map_or([u8::MAX; 3], |(sums, count)| {
        sums.map(|sum| u8::try_from((sum + count / 2) / count).unwrap_or(u8::MAX))
    })
}

#[cfg(any(test, feature = "s3"))]
impl PhotoLook {
    /// True if nothing in it could be more than colours in a style sheet: a look may come from another machine.
    pub(crate) fn is_sound(&self) -> bool {
        let is_colour = |text: &str| {
            text.strip_prefix('#').is_some_and(|digits| {
                digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
            })
        };
        let rest = self.blur.replace("linear-gradient(", "");
        let is_plain = |byte: u8| {
            byte.is_ascii_hexdigit() || matches!(byte, b'#' | b',' | b')') || b"deg".contains(&byte)
        };
        is_colour(&self.colour) && rest.len() <= LONGEST_BLUR && rest.bytes().all(is_plain)
    }
}

/// Two gradients of a style sheet: from left to right, half to be seen through, over one from top to bottom.
fn blur(small: &Picture) -> String {
    let sides = [(0, small.width.div_ceil(BANDS)), (small.width - small.width.div_ceil(BANDS), small.width)];
    let [left, right] = sides.map(|columns| short(mean(small, columns, (0, small.height))));
    let bands = (0..BANDS).map(|band| {
        let edge = |band: u32| small.height * band / BANDS;
        let rows = (edge(band).min(small.height - 1), edge(band + 1).max(edge(band) + 1).min(small.height));
        short(mean(small, (0, small.width), rows))
    });
    let bands: Vec<String> = bands.collect();
    format!(
        "linear-gradient(90deg,{left}{SIDE_ALPHA},{right}{SIDE_ALPHA}),linear-gradient({})",
        bands.join(",")
    )
}

/// The mean colour of some columns and rows; of none: black.
fn mean(small: &Picture, columns: (u32, u32), rows: (u32, u32)) -> [u8; 3] {
    let channels = small.layout.channels();
    let (mut sums, mut count) = ([0_u64; 3], 0_u64);
    for row in
        small.pixels.chunks_exact(small.width as usize * channels).take(rows.1 as usize).skip(rows.0 as usize)
    {
        let seen = row.chunks_exact(channels).take(columns.1 as usize).skip(columns.0 as usize);
        for pixel in seen {
            let colour =
                if small.layout == Layout::Gray { [pixel[0]; 3] } else { [pixel[0], pixel[1], pixel[2]] };
            sums.iter_mut().zip(colour).for_each(|(sum, level)| *sum += u64::from(level));
            count += 1;
        }
    }
    sums.map(|sum| u8::try_from(sum / count.max(1)).unwrap_or(u8::MAX))
}

/// `#abc`, with sixteen levels of each: more are not seen in a blur.
fn short(colour: [u8; 3]) -> String {
    let [r, g, b] = colour.map(|level| (u16::from(level) + 8) / 17);
    format!("#{r:x}{g:x}{b:x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dominant_colour_is_the_most_frequent_one_that_is_seen() {
        let mut pixels = [10, 120, 80, 255].repeat(50);
        pixels.extend([250, 250, 250, 0].repeat(200));
        pixels.extend([200, 40, 40, 255].repeat(30));
        let small = Picture { width: 280, height: 1, layout: Layout::Rgba, pixels };
        let look = look_of(&small);
        assert_eq!((look.colour.as_str(), look.blur.as_str(), look.is_opaque), ("#0a7850", "", false));
    }

    #[test]
    fn a_blur_runs_from_side_to_side_over_top_to_bottom() {
        let [red, blue] = [[255, 0, 0], [0, 0, 255]];
        let rows = [red.repeat(6), red.repeat(6), [red.repeat(3), blue.repeat(3)].concat()];
        let small = Picture { width: 6, height: 3, layout: Layout::Rgb, pixels: rows.concat() };
        let expected = "linear-gradient(90deg,#f008,#a058),linear-gradient(#f00,#f00,#707)";
        assert_eq!(look_of(&small).blur, expected);
        assert!(look_of(&small).is_sound());
    }

    #[test]
    fn the_smallest_pictures_have_a_blur() {
        for (width, height) in [(1, 1), (2, 1), (1, 2), (96, 1), (1, 96)] {
            let pixels = vec![255; (width * height) as usize];
            let small = Picture { width, height, layout: Layout::Gray, pixels };
            let blur = "linear-gradient(90deg,#fff8,#fff8),linear-gradient(#fff,#fff,#fff)";
            assert_eq!(look_of(&small).blur, blur, "{width} x {height}");
            assert!(look_of(&small).is_sound());
        }
    }
}

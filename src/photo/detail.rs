//! Where a crop without a focus goes: to the region with the most detail, since a product is in focus and its
//! ground is not.

use super::part::Part;
use super::picture::{Layout, Picture};

/// Differences below this are noise of the sensor, of 255.
const NOISE: u32 = 8;

/// How much of its detail a crop at the edge must have more than one in the middle, in percent.
const PULL_TO_MIDDLE_PERCENT: u64 = 20;

/// The part of that size with the most detail, judged by a small upright copy of the whole photo. A crop has
/// the photo's full width or full height, so it moves along one side only.
pub(super) fn most_detailed(small: &Picture, whole: &Part, (width, height): (u32, u32)) -> Part {
    if width < whole.width {
        let left = best_offset(&detail_along(small, true), whole.width, width);
        Part { left, top: 0, width, height }
    } else {
        let top = best_offset(&detail_along(small, false), whole.height, height);
        Part { left: 0, top, width, height }
    }
}

/// Detail of every column, or of every row.
fn detail_along(small: &Picture, columns: bool) -> Vec<u64> {
    let (width, height) = (small.width as usize, small.height as usize);
    let luma = luma_of(small);
    let mut detail = vec![0; if columns { width } else { height }];
    for y in 0..height {
        for x in 0..width {
            let here = luma[y * width + x];
            let right = if x + 1 < width { luma[y * width + x + 1] } else { here };
            let below = if y + 1 < height { luma[(y + 1) * width + x] } else { here };
            let difference = here.abs_diff(right) + here.abs_diff(below);
            detail[if columns { x } else { y }] += u64::from(difference.saturating_sub(NOISE));
        }
    }
    detail
}

/// Brightness as the eye weighs it, 0 to 255. Source: ITU-R BT.601.
fn luma_of(picture: &Picture) -> Vec<u32> {
    let weigh = |r: u8, g: u8, b: u8| (77 * u32::from(r) + 150 * u32::from(g) + 29 * u32::from(b)) >> 8;
    match picture.layout {
        Layout::Gray => picture.pixels.iter().map(|&gray| gray.into()).collect(),
        Layout::Rgb => picture.pixels.as_chunks().0.iter().map(|&[r, g, b]| weigh(r, g, b)).collect(),
        // What shows through counts as black, so that the outline of a cut-out product is detail.
        Layout::Rgba => {
            let (pixels, _) = picture.pixels.as_chunks();
            pixels.iter().map(|&[r, g, b, alpha]| weigh(r, g, b) * u32::from(alpha) / 255).collect()
        }
    }
}

/// Where along a side of `full` pixels a part of `part` pixels holds the most detail.
fn best_offset(detail: &[u64], full: u32, part: u32) -> u32 {
    let samples = detail.len() as u64;
    let room = u64::from(full - part);
    let window = (u64::from(part) * samples / u64::from(full)).max(1);
    let last = samples.saturating_sub(window);
    if last == 0 {
        return (full - part) / 2;
    }
    let window = usize::try_from(window).unwrap_or(usize::MAX);
    let sums = detail.windows(window).map(|within| within.iter().sum::<u64>());
    let weighed = (0..).zip(sums).map(|(offset, sum): (u64, u64)| {
        let from_middle = (2 * offset).abs_diff(last);
        (offset, sum * (100 * last - PULL_TO_MIDDLE_PERCENT * from_middle), from_middle)
    });
    let best = weighed.max_by_key(|&(offset, score, from_middle)| {
        (score, std::cmp::Reverse(from_middle), std::cmp::Reverse(offset))
    });
    let offset = best.map_or(last / 2, |(offset, ..)| offset);
    u32::try_from((room * offset + last / 2) / last).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 80 x 40 of one gray, with a chequered square of 20 x 20 at a place.
    fn with_detail_at(left: usize, top: usize) -> Picture {
        let mut pixels = vec![90; 80 * 40];
        for y in top..top + 20 {
            for x in left..left + 20 {
                pixels[y * 80 + x] = if (x + y) % 2 == 0 { 20 } else { 230 };
            }
        }
        Picture { width: 80, height: 40, layout: Layout::Gray, pixels }
    }

    #[test]
    fn a_crop_goes_where_the_detail_is() {
        let whole = Part::whole(800, 400);
        let right = most_detailed(&with_detail_at(60, 10), &whole, (400, 400));
        assert!(right.left >= 380, "{right:?}");
        let left = most_detailed(&with_detail_at(0, 10), &whole, (400, 400));
        assert!(left.left <= 20, "{left:?}");
        let top = most_detailed(&with_detail_at(30, 0), &whole, (800, 200));
        assert!(top.top <= 10, "{top:?}");
    }

    #[test]
    fn a_crop_of_an_even_ground_stays_in_the_middle() {
        let even = Picture { width: 80, height: 40, layout: Layout::Gray, pixels: vec![90; 80 * 40] };
        assert_eq!(most_detailed(&even, &Part::whole(800, 400), (400, 400)).left, 200);
        assert_eq!(most_detailed(&even, &Part::whole(2, 1), (1, 1)).left, 1);
    }
}

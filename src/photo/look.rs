//! What a visitor sees before a photo is there: its dominant colour, and a tiny picture that the browser
//! blurs by enlarging it.

use super::encode::encode_webp;
use super::picture::{Layout, Picture};
use super::resize::shrunk_to;
use super::{PhotoFault, PhotoLook};

/// Longest `data:` address of a placeholder, in bytes.
const MAX_PLACEHOLDER_BYTES: usize = 300;

/// Longest sides to try, in pixels; a photo full of colours may need the smaller ones.
const PLACEHOLDER_SIDES_PX: [u32; 3] = [16, 12, 8];

const PLACEHOLDER_QUALITY: u8 = 25;

/// Shades of a channel that count as one when colours are counted.
const SHADES_PER_BIN: u8 = 32;

/// The look of a photo, by a small upright copy of it in sRGB.
pub(super) fn look_of(small: &Picture) -> Result<PhotoLook, PhotoFault> {
    let [r, g, b] = dominant_colour(small);
    let is_opaque = small.is_opaque();
    let placeholder = if is_opaque { placeholder(small)? } else { String::new() };
    Ok(PhotoLook { colour: format!("#{r:02x}{g:02x}{b:02x}"), placeholder, is_opaque })
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

fn placeholder(small: &Picture) -> Result<String, PhotoFault> {
    let mut address = String::new();
    for side in PLACEHOLDER_SIDES_PX {
        let tiny = shrunk_to(small, side)?.to_rgb([u8::MAX; 3]);
        address = format!("data:image/webp;base64,{}", base64(&encode_webp(&tiny, PLACEHOLDER_QUALITY)?));
        if address.len() <= MAX_PLACEHOLDER_BYTES {
            return Ok(address);
        }
    }
    // Cannot be reached by 8 x 8 pixels; a page without a placeholder is whole too.
    address.clear();
    Ok(address)
}

/// Source: RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let bits =
            chunk.iter().fold(0_u32, |bits, &byte| bits << 8 | u32::from(byte)) << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let digit = (bits >> (18 - 6 * place) & 63) as usize;
            text.push(if place <= chunk.len() { char::from(ALPHABET[digit]) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_as_in_its_rfc() {
        let cases = [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")];
        for (bytes, text) in cases {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn the_dominant_colour_is_the_most_frequent_one_that_is_seen() {
        let mut pixels = [10, 120, 80, 255].repeat(50);
        pixels.extend([250, 250, 250, 0].repeat(200));
        pixels.extend([200, 40, 40, 255].repeat(30));
        let small = Picture { width: 280, height: 1, layout: Layout::Rgba, pixels };
        let look = look_of(&small).unwrap();
        assert_eq!((look.colour.as_str(), look.placeholder.as_str(), look.is_opaque), ("#0a7850", "", false));
    }

    #[test]
    fn a_placeholder_stays_below_300_bytes_even_for_noise() {
        let mut state = 1_u32;
        let noise = (0..96 * 96 * 3).map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        });
        let small = Picture { width: 96, height: 96, layout: Layout::Rgb, pixels: noise.collect() };
        let placeholder = look_of(&small).unwrap().placeholder;
        assert!(placeholder.starts_with("data:image/webp;base64,UklGR"), "{placeholder}");
        assert!(placeholder.len() <= MAX_PLACEHOLDER_BYTES);
    }
}

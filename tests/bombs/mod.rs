//! Small files that claim to be large pictures, for the test and for the bench.
#![expect(clippy::unwrap_used, reason = "what is made here is whole")]

use etalase::for_tests::{Crop, Limits, Recipe, RenditionFormat, make_renditions, read_facts};

/// A chunk of a PNG, with its length and checksum.
pub(crate) fn chunk(name: &[u8], data: &[u8]) -> Vec<u8> {
    let body = [name, data].concat();
    let length = u32::try_from(data.len()).unwrap().to_be_bytes();
    [&length[..], &body, &crc32fast::hash(&body).to_be_bytes()].concat()
}

/// A PNG of 8 bits RGBA that claims a size and holds a few kilobytes of zeros.
fn png_claiming(width: u32, height: u32) -> Vec<u8> {
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 6, 0, 0, 0]].concat();
    let signature = b"\x89PNG\r\n\x1a\n".to_vec();
    [signature, chunk(b"IHDR", &header), chunk(b"IDAT", &[0; 5000]), chunk(b"IEND", &[])].concat()
}

/// A real small JPEG with another size in its frame header.
pub(crate) fn jpeg_claiming(width: u16, height: u16, progressive: bool) -> Vec<u8> {
    let mut jpeg = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut jpeg, 80);
    encoder.set_progressive(progressive);
    encoder.encode(&[90; 64 * 64 * 3], 64, 64, jpeg_encoder::ColorType::Rgb).unwrap();
    let frame = memchr::memmem::find(&jpeg, &[0xFF, if progressive { 0xC2 } else { 0xC0 }]).unwrap();
    jpeg[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    jpeg[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    jpeg
}

/// A real small WebP on a canvas of another size.
fn webp_claiming(width: u32, height: u32) -> Vec<u8> {
    let simple = webpx::Encoder::new_rgb(&[90; 64 * 64 * 3], 64, 64).encode(webpx::Unstoppable).unwrap();
    let sides = [(width - 1).to_le_bytes(), (height - 1).to_le_bytes()];
    let header = [&[0; 4][..], &sides[0][..3], &sides[1][..3]].concat();
    let body = [b"WEBPVP8X\x0A\0\0\0".to_vec(), header, simple[12..].to_vec()].concat();
    [b"RIFF".to_vec(), u32::try_from(body.len()).unwrap().to_le_bytes().to_vec(), body].concat()
}

fn gif_claiming(width: u16, height: u16) -> Vec<u8> {
    let (width, height) = (width.to_le_bytes(), height.to_le_bytes());
    let screen =
        [b"GIF89a".to_vec(), width.to_vec(), height.to_vec(), vec![0x80, 0, 0, 0, 0, 0, 255, 255, 255]];
    let image = [vec![0x2C, 0, 0, 0, 0], width.to_vec(), height.to_vec(), vec![0, 2, 2, 0x4C, 1, 0, 0x3B]];
    [screen.concat(), image.concat()].concat()
}

/// What refuses a bomb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refused {
    /// Its header, before a pixel is decoded.
    ByHeader,
    /// Its pixels, which end too early, within the memory of a photo of that size.
    ByPixels,
}

/// Every bomb, with what must refuse it.
pub(crate) fn bombs() -> Vec<(&'static str, Refused, Vec<u8>)> {
    use Refused::{ByHeader, ByPixels};
    vec![
        ("PNG above the limit", ByHeader, png_claiming(60_000, 60_000)),
        ("PNG of 2^32 pixels", ByHeader, png_claiming(65_536, 65_536)),
        ("PNG below the limit", ByHeader, png_claiming(10_900, 10_900)),
        ("PNG of 15 million pixels", ByHeader, png_claiming(5_000, 3_000)),
        ("JPEG above the limit", ByHeader, jpeg_claiming(65_500, 65_500, false)),
        ("JPEG below the limit", ByHeader, jpeg_claiming(4_000, 3_900, false)),
        ("progressive JPEG below the limit", ByHeader, jpeg_claiming(4_000, 3_900, true)),
        ("WebP above the limit", ByHeader, webp_claiming(16_000_000, 16_000_000)),
        ("WebP below the limit", ByHeader, webp_claiming(4_000, 3_900)),
        ("GIF above the limit", ByHeader, gif_claiming(65_535, 65_535)),
        ("GIF below the limit", ByPixels, gif_claiming(4_000, 3_900)),
    ]
}

/// Reads a bomb, and makes what it can of it, as a build would: what refused it, with the finding's code; `None`
/// if a rendition was made.
pub(crate) fn refusal(bytes: &[u8]) -> Option<(Refused, String)> {
    let limits = Limits::default();
    let facts = match read_facts("foto/bom.jpg", bytes, &limits) {
        Ok(facts) => facts,
        Err(finding) => return Some((Refused::ByHeader, finding.code.into_owned())),
    };
    let recipe = Recipe {
        source: facts.hash,
        crop: Crop::Whole,
        width_px: 10,
        height_px: 10,
        format: RenditionFormat::WebP,
        quality: 80,
        max_bytes: None,
        ground: [255; 3],
    };
    let made = make_renditions(bytes, &facts, &[recipe], &limits);
    made.err().map(|fault| (Refused::ByPixels, fault.finding("foto/bom.jpg").code.into_owned()))
}

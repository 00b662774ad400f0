//! Reads what an original's header says, or says why the file is no photo. Decodes no pixel.

use super::fault::{ForeignKind, PhotoFault};
use super::findings;
use super::header::{Header, Kind, kind_of, read_header};
use super::recipe::{PhotoFacts, PhotoKind, SourceHash};
use crate::finding::Finding;
use crate::settings::Limits;

/// Bytes that a pixel may take while it is decoded, where there are as many as the limit allows: those of a JPEG. What
/// takes more has a lower limit, in proportion.
pub(super) const BYTES_PER_PIXEL: u64 = 3;

/// Below this width or height a photo looks poor on every page that shows it, in pixels.
const USEFUL_PX: u32 = 480;

/// A small file that claims a large picture is empty or a bomb: photos have 1 to 200 pixels for each byte.
/// Up to this many pixels no questions are asked.
const FREE_PIXELS: u64 = 16_000_000;
const PIXELS_PER_BYTE: u64 = 1024;

/// Reads the header of a file's bytes. `site_path` (`content/kpc/foto/susu.jpg`) is only for the finding;
/// the kind follows from the content. No pixel is decoded, and nothing is allocated by a size that the file
/// claims. A file that ends too early, or whose checksums are wrong, is refused.
pub fn read_facts(site_path: &str, bytes: &[u8], limits: &Limits) -> Result<PhotoFacts, Box<Finding>> {
    facts_of(bytes, limits).map_err(|fault| Box::new(fault.finding(site_path)))
}

pub(super) fn facts_of(bytes: &[u8], limits: &Limits) -> Result<PhotoFacts, PhotoFault> {
    let size_bytes = bytes.len() as u64;
    if size_bytes == 0 {
        return Err(PhotoFault::Empty);
    }
    if size_bytes > limits.photo_bytes {
        return Err(PhotoFault::TooManyBytes { size_bytes, limit_bytes: limits.photo_bytes });
    }
    let kind = match kind_of(bytes) {
        Kind::Photo(kind) => kind,
        Kind::Foreign(kind) => return Err(PhotoFault::Foreign(kind)),
    };
    let plausible = size_bytes.saturating_mul(PIXELS_PER_BYTE).max(FREE_PIXELS);
    let limit_pixels = most_pixels(kind, false, limits).min(plausible);
    let (kind, header) =
        read_header(kind, bytes, |width_px, height_px| check_pixels(width_px, height_px, limit_pixels))?;
    // Its header is read all the same: a broken one is broken for every program.
    match kind {
        PhotoKind::Heic if !cfg!(feature = "heic") => return Err(PhotoFault::Foreign(ForeignKind::Heic)),
        PhotoKind::Avif if !cfg!(feature = "avif") => return Err(PhotoFault::Foreign(ForeignKind::Avif)),
        _ => {}
    }
    let Header { width_px, height_px, metadata, is_animated, is_cmyk } = header;
    check_pixels(width_px.into(), height_px.into(), most_pixels(kind, is_animated, limits))?;
    let (width_px, height_px) =
        if metadata.orientation.swaps_sides() { (height_px, width_px) } else { (width_px, height_px) };
    Ok(PhotoFacts {
        hash: SourceHash::of(bytes),
        size_bytes,
        kind,
        width_px,
        height_px,
        orientation: metadata.orientation,
        has_location: metadata.has_location,
        video_bytes: metadata.video_bytes,
        is_animated,
        is_cmyk,
    })
}

/// Most pixels of a kind: fewer where its decoder holds them more than once.
fn most_pixels(kind: PhotoKind, is_animated: bool, limits: &Limits) -> u64 {
    let bytes_held = match kind {
        // Of a picture without losses its four channels beside those that are wanted; of an animation its canvas.
        PhotoKind::WebP => 7 + if is_animated { 5 } else { 0 },
        // The picture beside the screen that it is a part of.
        PhotoKind::Gif => 8,
        // Its decoder takes twice what that of a HEIC takes.
        PhotoKind::Avif => 2 * BYTES_PER_PIXEL,
        PhotoKind::Jpeg | PhotoKind::Png | PhotoKind::Heic => BYTES_PER_PIXEL,
    };
    limits.photo_pixels.saturating_mul(BYTES_PER_PIXEL) / bytes_held
}

/// Refuses a size of 0 and one above the limit.
pub(super) fn check_pixels(width_px: u64, height_px: u64, limit_pixels: u64) -> Result<(), PhotoFault> {
    if width_px == 0 || height_px == 0 {
        Err(PhotoFault::NoPixels)
    } else if width_px.saturating_mul(height_px) > limit_pixels {
        Err(PhotoFault::TooManyPixels { width_px, height_px, limit_pixels })
    } else {
        Ok(())
    }
}

/// Says that an original carries the place where it was taken, or a video, whether a page shows it or not: whoever may
/// read the repository can see that too.
pub fn advise_on_unseen(site_path: &str, facts: &PhotoFacts) -> Vec<Finding> {
    let location = facts.has_location.then(|| findings::has_location(site_path, facts.kind));
    let video = (facts.video_bytes > 0).then(|| findings::has_video(site_path, facts));
    location.into_iter().chain(video).collect()
}

/// Hints about a sound photo that a page shows: a wrong ending, an animation, fewer pixels than pages want.
pub fn advise(site_path: &str, facts: &PhotoFacts) -> Vec<Finding> {
    let mut advices = Vec::new();
    if !has_right_ending(site_path, facts.kind) {
        advices.push(findings::wrong_ending(site_path, facts.kind));
    }
    if facts.is_animated {
        advices.push(findings::animated(site_path));
    }
    if facts.is_cmyk {
        advices.push(findings::cmyk(site_path));
    }
    if facts.width_px.min(facts.height_px) < USEFUL_PX {
        advices.push(findings::small(site_path, facts.width_px, facts.height_px, USEFUL_PX));
    }
    advices
}

fn has_right_ending(site_path: &str, kind: PhotoKind) -> bool {
    let name = site_path.rsplit('/').next().unwrap_or(site_path);
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| kind.endings().contains(&ending.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code_of(bytes: &[u8]) -> String {
        read_facts("foto/a.jpg", bytes, &Limits::default())
            .map_or_else(|finding| finding.code, |_| "sound".into())
            .into_owned()
    }

    #[test]
    fn files_of_other_kinds_are_named_by_what_they_are() {
        let cases: [(&[u8], &str); 18] = [
            (b"", "photo-empty"),
            (b"\xFF", "photo-unknown-kind"),
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "photo-truncated"),
            (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "photo-truncated"),
            (b"\0\0\0\x18ftyphevc\0\0\0\0msf1hevc", "photo-video"),
            (b"\0\0\0\x1Cftypmif1\0\0\0\0mif1avifmiaf", "photo-truncated"),
            (b"\0\0\0\x18ftypisom\0\0\0\0mp42isom", "photo-video"),
            (b"II*\0\x08\0\0\0", "photo-tiff"),
            (b"MM\0*\0\0\0\x08", "photo-tiff"),
            (b"BM\x46\0\0\0\0\0\0\0\x36\0", "photo-bmp"),
            (b"\xFF\x0A\xFF\x07", "photo-jpeg-xl"),
            (b"8BPS\0\x01", "photo-psd"),
            (b"%PDF-1.7\n", "photo-pdf"),
            (b"PK\x03\x04\x14\0", "photo-zip"),
            (b"\xEF\xBB\xBF<svg xmlns='http://www.w3.org/2000/svg'/>", "photo-svg"),
            (b"\n<!DOCTYPE HTML><title>404</title>", "photo-html"),
            ("harga susu naik".as_bytes(), "photo-text"),
            (b"\x01\x02\x03\x04\x05\x06", "photo-unknown-kind"),
        ];
        for (bytes, code) in cases {
            assert_eq!(code_of(bytes), code, "{}", bytes.escape_ascii());
        }
    }

    #[test]
    fn a_file_above_the_limit_is_refused_before_it_is_looked_at() {
        let limits = Limits { photo_bytes: 3, ..Limits::default() };
        let refused = read_facts("foto/a.jpg", b"\xFF\xD8\xFF\xD9", &limits);
        assert_eq!(refused.unwrap_err().code, "photo-too-many-bytes");
    }

    #[test]
    fn endings_are_compared_with_the_content() {
        assert!(has_right_ending("a/B.JPG", PhotoKind::Jpeg));
        assert!(has_right_ending("a/b.jpeg", PhotoKind::Jpeg));
        assert!(!has_right_ending("a/b.jpg", PhotoKind::Png));
        assert!(!has_right_ending("a.jpg/b", PhotoKind::Jpeg));
    }
}

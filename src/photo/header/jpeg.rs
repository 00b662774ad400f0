//! The markers of a JPEG, from SOI to EOI. Source: ITU-T T.81, annex B. Of what follows EOI (a second picture of an MPO
//! or Ultra HDR file, bytes of a chat program) only a video is noticed.

use std::borrow::Cow;

use memchr::memchr;

use super::exif::{read_exif, xmp_has_location};
use super::parts::{Header, Metadata, u16_be, u32_be};
use crate::photo::fault::PhotoFault;
use crate::photo::recipe::{Orientation, PhotoKind};

/// Most scans of a progressive JPEG. Encoders write about ten; each costs a pass over the picture.
const MAX_SCANS: usize = 100;

/// Most pixels that one byte of scan data can stand for: at least one bit for each block of 8 x 8.
const MAX_PIXELS_PER_BYTE: u64 = 64 * 8;

const TRUNCATED: PhotoFault = PhotoFault::Truncated(PhotoKind::Jpeg);
const DAMAGED: PhotoFault = PhotoFault::Damaged(PhotoKind::Jpeg);

pub(super) fn read_header(
    bytes: &[u8],
    check_pixels: impl Fn(u64, u64) -> Result<(), PhotoFault>,
) -> Result<Header, PhotoFault> {
    let Walk { frame, metadata, end, .. } = walk(bytes, check_pixels)?;
    let metadata = Metadata { video_bytes: video_bytes(&bytes[end..]), ..metadata };
    let (width_px, height_px) = (frame.width_px, frame.height_px);
    Ok(Header { width_px, height_px, metadata, is_animated: false, is_cmyk: frame.has_four_inks() })
}

/// Where the only scan of a baseline JPEG ends, before EOI. `None` if there are more scans, or no sound one.
pub(in crate::photo) fn only_scan_end(bytes: &[u8]) -> Option<usize> {
    let walk = walk(bytes, |_, _| Ok(())).ok()?;
    (walk.scans == 1 && !walk.frame.is_progressive).then_some(walk.scan_end)
}

/// The file as its decoder is to see it. A JFIF file of three components is `YCbCr`, whatever Adobe's marker or the
/// names of its components say, and one with Adobe's marker is what that says, whatever its components are called: so
/// libjpeg has it, and with it every browser. zune-jpeg 0.5.15 believes the names, then Adobe, and knows no JFIF.
pub(in crate::photo) fn in_colours_of_browsers(bytes: &[u8]) -> Cow<'_, [u8]> {
    let mut bytes = Cow::Borrowed(bytes);
    let Ok(walk) = walk(&bytes, |_, _| Ok(())) else { return bytes };
    if walk.frame.components.len() != 3 {
        return bytes;
    }
    if let Some((at, transform)) = walk.adobe
        && (transform > 2 || (walk.is_jfif && transform == 0))
    {
        bytes.to_mut()[at] = 1;
    }
    if walk.frame.is_named_rgb() && (walk.is_jfif || walk.adobe.is_some_and(|(_, transform)| transform != 0))
    {
        let bytes = bytes.to_mut();
        for &at in &walk.names {
            if let Some(number) = b"RGB".iter().position(|name| *name == bytes[at]) {
                bytes[at] = [1, 2, 3][number];
            }
        }
    }
    bytes
}

/// What the markers say.
struct Walk {
    frame: Frame,
    metadata: Metadata,
    scans: usize,
    /// Where the last scan ends.
    scan_end: usize,
    /// Behind EOI.
    end: usize,
    is_jfif: bool,
    /// Where Adobe's marker says how colours are coded, and what: 0 as they are, 1 as `YCbCr`, 2 as YCCK.
    adobe: Option<(usize, u8)>,
    /// Where components are named, in the frame's header and in those of its scans.
    names: Vec<usize>,
}

fn walk(bytes: &[u8], check_pixels: impl Fn(u64, u64) -> Result<(), PhotoFault>) -> Result<Walk, PhotoFault> {
    let mut frame: Option<Frame> = None;
    let mut metadata = Metadata::default();
    let mut scans = 0;
    let mut scan_bytes = 0_u64;
    let mut scan_end = 0;
    let (mut is_jfif, mut adobe, mut names) = (false, None, Vec::new());
    let mut at = 2;
    loop {
        at = next_marker(bytes, at).ok_or(TRUNCATED)?;
        let marker = bytes[at - 1];
        match marker {
            // Without a length: TEM, restart markers, SOI.
            0x01 | 0xD0..=0xD8 => continue,
            0xD9 => break,
            _ => {}
        }
        let length = usize::from(u16_be(bytes, at).ok_or(TRUNCATED)?);
        let segment = bytes.get(at + 2..at + length.max(2)).ok_or(TRUNCATED)?;
        if length < 2 {
            return Err(DAMAGED);
        }
        let start = at + 2;
        at += length;
        match marker {
            0xE0 => is_jfif |= segment.starts_with(b"JFIF\0") && segment.len() >= 14,
            0xEE if segment.starts_with(b"Adobe") => {
                adobe = segment.get(11).map(|transform| (start + 11, *transform));
            }
            0xE1 => metadata = read_app1(segment, metadata),
            0xC0..=0xC2 if frame.is_some() => return Err(DAMAGED),
            0xC0..=0xC2 => {
                let found = Frame::of(segment, marker == 0xC2)?;
                check_pixels(found.width_px.into(), found.height_px.into())?;
                names.extend((0..found.components.len()).map(|index| start + 6 + index * 3));
                frame = Some(found);
            }
            // Every other frame header: lossless, hierarchical, arithmetic coding. C4, C8 and CC are tables.
            0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => return Err(PhotoFault::RareJpeg),
            0xDA => {
                scans += 1;
                let count = usize::from(segment.first().copied().unwrap_or_default()).min(4);
                names.extend((0..count).map(|index| start + 1 + index * 2).filter(|&name| name < at));
                scan_end = end_of_scan(bytes, at).ok_or(TRUNCATED)?;
                scan_bytes += (scan_end - at) as u64;
                at = scan_end;
            }
            _ => {}
        }
        if scans > MAX_SCANS || (scans > 0 && frame.is_none()) {
            return Err(DAMAGED);
        }
    }
    let frame = frame.ok_or(DAMAGED)?;
    check_scans(&frame, scans, scan_bytes)?;
    Ok(Walk { frame, metadata, scans, scan_end, end: at, is_jfif, adobe, names })
}

/// Refuses scans that are too short for the frame's pixels, and those that a decoder would misread.
fn check_scans(frame: &Frame, scans: usize, scan_bytes: u64) -> Result<(), PhotoFault> {
    let pixels = u64::from(frame.width_px) * u64::from(frame.height_px);
    if pixels > scan_bytes.saturating_mul(MAX_PIXELS_PER_BYTE) {
        return Err(TRUNCATED);
    }
    // zune-jpeg 0.5.15 gives stripes where the first component has fewer samples than another.
    if frame.has_coarse_luma() {
        return Err(PhotoFault::RareJpeg);
    }
    // It gives wrong colours where Y, Cb and Cr lie one behind the other, and fails over progressive CMYK.
    let is_misread = if frame.is_progressive { frame.has_four_inks() } else { scans > 1 };
    if is_misread && frame.is_subsampled_down() {
        return Err(PhotoFault::RareJpeg);
    }
    Ok(())
}

/// The place behind the next marker's code, at or after a place; `None` at the end of the file.
fn next_marker(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += memchr(0xFF, bytes.get(at..)?)?;
        // Any number of 0xFF may fill the space before a marker.
        at += bytes[at..].iter().position(|&byte| byte != 0xFF)?;
        if bytes[at] != 0 {
            return Some(at + 1);
        }
    }
}

/// Where the entropy coded data of a scan ends: before a marker that is neither a stuffed byte nor a restart.
fn end_of_scan(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += memchr(0xFF, bytes.get(at..)?)?;
        match bytes.get(at + 1)? {
            0 | 0xD0..=0xD7 => at += 2,
            0xFF => at += 1,
            _ => return Some(at),
        }
    }
}

/// A frame header. Source: ITU-T T.81, B.2.2.
struct Frame {
    width_px: u32,
    height_px: u32,
    is_progressive: bool,
    components: Vec<Component>,
}

/// A component of a frame: its name, and how many samples it has across and down where another has one.
struct Component {
    name: u8,
    across: u8,
    down: u8,
}

impl Frame {
    fn of(segment: &[u8], is_progressive: bool) -> Result<Self, PhotoFault> {
        let &[precision, .., count] = segment.first_chunk::<6>().ok_or(DAMAGED)?;
        let side = |at| u16_be(segment, at).map(u32::from).ok_or(DAMAGED);
        let (height_px, width_px) = (side(1)?, side(3)?);
        if precision != 8 || !matches!(count, 1 | 3 | 4) {
            return Err(PhotoFault::RareJpeg);
        }
        let components = segment.get(6..6 + usize::from(count) * 3).ok_or(DAMAGED)?;
        let components = components.chunks_exact(3);
        let components =
            components.map(|it| Component { name: it[0], across: it[1] >> 4, down: it[1] & 15 }).collect();
        Ok(Self { width_px, height_px, is_progressive, components })
    }

    /// True for CMYK, also as YCCK.
    fn has_four_inks(&self) -> bool {
        self.components.len() == 4
    }

    /// True if a component has fewer rows than another.
    fn is_subsampled_down(&self) -> bool {
        self.components.iter().any(|component| component.down != self.components[0].down)
    }

    /// True if the first component, which is brightness in nearly every file, has fewer samples than another.
    fn has_coarse_luma(&self) -> bool {
        let Some((first, others)) = self.components.split_first() else { return false };
        others.iter().any(|other| other.across > first.across || other.down > first.down)
    }

    fn is_named_rgb(&self) -> bool {
        self.components.iter().map(|component| component.name).eq(*b"RGB")
    }
}

/// Begins the brands of videos. Still pictures of the same family (`avif`, `heic`) are none.
const VIDEO_BRANDS: [&[u8; 3]; 6] = [b"mp4", b"iso", b"qt ", b"avc", b"3gp", b"M4V"];
/// Longest first box, in bytes: it holds brands and nothing else.
const MAX_BRANDS: u32 = 1_024;

/// Bytes from a video's first box on. Phones put the seconds around a picture behind it: Pixel at once or behind the
/// brighter picture of Ultra HDR, Galaxy behind a line of its own.
fn video_bytes(behind: &[u8]) -> u64 {
    let starts = memchr::memmem::find_iter(behind, b"ftyp").filter_map(|at| at.checked_sub(4));
    let is_video = |at: &usize| {
        let box_bytes = behind.get(*at..).and_then(|rest| u32_be(rest, 0)).unwrap_or_default();
        let brand = behind.get(at + 8..at + 11).unwrap_or_default();
        (16..=MAX_BRANDS).contains(&box_bytes) && VIDEO_BRANDS.iter().any(|known| known.as_slice() == brand)
    };
    starts.into_iter().find(is_video).map_or(0, |at| (behind.len() - at) as u64)
}

/// EXIF or XMP, also its extension; what else lies in APP1 is ignored. The first EXIF that turns counts.
fn read_app1(segment: &[u8], metadata: Metadata) -> Metadata {
    if segment.starts_with(b"Exif\0\0") && metadata.orientation == Orientation::Upright {
        let found = read_exif(segment);
        Metadata { has_location: metadata.has_location || found.has_location, ..found }
    } else if segment.starts_with(b"http://ns.adobe.com/x") && xmp_has_location(segment) {
        Metadata { has_location: true, ..metadata }
    } else {
        metadata
    }
}

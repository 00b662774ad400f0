//! What a file is, by its content. Names are not asked: phones and chat programs give wrong ones.

use super::parts::u32_be;
use crate::photo::fault::ForeignKind;
use crate::photo::recipe::PhotoKind;

/// A kind that is read, or another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::photo) enum Kind {
    Photo(PhotoKind),
    Foreign(ForeignKind),
}

/// How much of a file is looked at for words of a text format.
const TEXT_HEAD_BYTES: usize = 1024;

/// The kind of a file that is not empty.
pub(in crate::photo) fn kind_of(bytes: &[u8]) -> Kind {
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Kind::Photo(PhotoKind::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Kind::Photo(PhotoKind::Png),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Kind::Photo(PhotoKind::WebP),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Kind::Photo(PhotoKind::Gif),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => brand_of(bytes),
        _ => Kind::Foreign(foreign_kind_of(bytes)),
    }
}

fn foreign_kind_of(bytes: &[u8]) -> ForeignKind {
    match bytes {
        [0xFF, 0x0A, ..] | [0, 0, 0, 0x0C, b'J', b'X', b'L', b' ', ..] => ForeignKind::JpegXl,
        [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => ForeignKind::Tiff,
        // A bitmap's reserved bytes are 0, which text that begins with BM does not have.
        [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] => ForeignKind::Bmp,
        [b'8', b'B', b'P', b'S', ..] => ForeignKind::Psd,
        [b'%', b'P', b'D', b'F', ..] => ForeignKind::Pdf,
        [b'P', b'K', 3, 4, ..] => ForeignKind::Zip,
        [0x1A, 0x45, 0xDF, 0xA3, ..] | [b'R', b'I', b'F', b'F', _, _, _, _, b'A', b'V', b'I', b' ', ..] => {
            ForeignKind::Video
        }
        _ => text_kind_of(bytes),
    }
}

/// ISO base media files tell what they are by a list of brands. Source: ISO/IEC 14496-12, section 4.3, and
/// 23008-12, section 10.
fn brand_of(bytes: &[u8]) -> Kind {
    if has_brand(bytes, &[b"avif", b"avis"]) {
        Kind::Photo(PhotoKind::Avif)
    } else if has_brand(bytes, &[b"heic", b"heix", b"heim", b"heis", b"mif1", b"mif2"]) {
        Kind::Photo(PhotoKind::Heic)
    } else {
        Kind::Foreign(ForeignKind::Video)
    }
}

/// True if a file that begins with `ftyp` names one of these brands.
pub(super) fn has_brand(bytes: &[u8], known: &[&[u8; 4]]) -> bool {
    let length = u32_be(bytes, 0).and_then(|length| usize::try_from(length).ok()).unwrap_or(0);
    let end = length.clamp(12, 256).min(bytes.len());
    let brands = bytes.get(8..end).unwrap_or_default().chunks_exact(4);
    brands.into_iter().any(|brand| known.iter().any(|one| one[..] == *brand))
}

fn text_kind_of(bytes: &[u8]) -> ForeignKind {
    let head = &bytes[..bytes.len().min(TEXT_HEAD_BYTES)];
    let text = match std::str::from_utf8(head) {
        Ok(text) => text,
        // The head may end inside a character.
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&head[..error.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return ForeignKind::Unknown,
    };
    let is_text = text.chars().all(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t'));
    let lower = text.to_ascii_lowercase();
    if !is_text || text.trim_start_matches('\u{feff}').len() < 2 {
        ForeignKind::Unknown
    } else if lower.contains("<!doctype html") || lower.contains("<html") {
        ForeignKind::Html
    } else if lower.contains("<svg") {
        ForeignKind::Svg
    } else {
        ForeignKind::Text
    }
}

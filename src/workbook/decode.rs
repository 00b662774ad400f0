//! Bytes to text: UTF-8, UTF-16, or else the Windows-1252 of older Office programs.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Bytes that are enough to tell what a text is.
const START_BYTES: usize = 4096;

/// All of a text, without its byte order mark; `None` for what is no text.
pub(super) fn text(bytes: &[u8]) -> Option<String> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Some(encoding.decode_with_bom_removal(bytes).0.into_owned());
    }
    if let Some(encoding) = utf_16(bytes) {
        return Some(encoding.decode_without_bom_handling(bytes).0.into_owned());
    }
    if has_odd_bytes(bytes) {
        return None;
    }
    Some(match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    })
}

/// The beginning of a text; `None` for what is no text.
pub(super) fn start(bytes: &[u8]) -> Option<String> {
    let start = &bytes[..bytes.len().min(START_BYTES)];
    text(start)
}

/// UTF-16 without a mark: letters that are used here have a zero in one of their two bytes.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(START_BYTES) & !1];
    let zeros = |offset: usize| start.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (high, low) = (zeros(0), zeros(1));
    let most = start.len() / 2 * 3 / 4;
    match (high, low) {
        (0, low) if low > most => Some(UTF_16LE),
        (high, 0) if high > most => Some(UTF_16BE),
        _ => None,
    }
}

/// Control characters that stand in no text.
fn has_odd_bytes(bytes: &[u8]) -> bool {
    bytes.iter().any(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_the_same_in_every_encoding() {
        let typed = "nama;harga\nGula semut “asli” é;Rp 12.500\n";
        let utf_16 = |swap: bool| -> Vec<u8> {
            let bytes = |unit: u16| if swap { unit.to_be_bytes() } else { unit.to_le_bytes() };
            typed.encode_utf16().flat_map(bytes).collect()
        };
        let with_mark = |mark: &[u8], bytes: Vec<u8>| [mark.to_vec(), bytes].concat();
        for bytes in [
            typed.as_bytes().to_vec(),
            with_mark(b"\xef\xbb\xbf", typed.as_bytes().to_vec()),
            with_mark(b"\xff\xfe", utf_16(false)),
            with_mark(b"\xfe\xff", utf_16(true)),
            utf_16(false),
            utf_16(true),
            WINDOWS_1252.encode(typed).0.into_owned(),
        ] {
            assert_eq!(text(&bytes).as_deref(), Some(typed), "{:?}", &bytes[..4]);
        }
    }

    #[test]
    fn bytes_of_something_else_are_no_text() {
        for bytes in [&b"\x00\x01\x02\x03"[..], b"nama;\x02", b"\x7fELF\x02\x01\x01\x00\x00\x00"] {
            assert_eq!(text(bytes), None, "{bytes:?}");
        }
    }
}

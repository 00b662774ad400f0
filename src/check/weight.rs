//! How many bytes a page takes on its way.

use std::io::{self, Write as _};

use flate2::Compression;
use flate2::write::DeflateEncoder;

/// Bytes of gzip around what is compressed (RFC 1952: 10 before, 8 after).
const FRAME_BYTES: usize = 18;

/// The level for a first look: it makes a fifteenth more of a page than the usual one. (Level 1, which has one code for
/// all texts, makes a third more, and more pages would have to be weighed again.)
const FAST_LEVEL: Compression = Compression::new(2);

/// The compressed size of a page, if it is above a limit. Hosts compress at about level 6, which is tried only where a
/// lower level, which gives a slightly larger figure sooner, does not show that the page is light enough.
pub(super) fn above(page: &[u8], most: usize) -> Option<usize> {
    if page.len() <= most || at_most(page) <= most {
        return None;
    }
    Some(sent(page)).filter(|size| *size > most)
}

/// Upper bound on the size as sent: that of a lower level.
pub(super) fn at_most(bytes: &[u8]) -> usize {
    compressed(bytes, FAST_LEVEL)
}

/// The size as sent.
pub(super) fn sent(bytes: &[u8]) -> usize {
    compressed(bytes, Compression::default())
}

fn compressed(bytes: &[u8], level: Compression) -> usize {
    let mut encoder = DeflateEncoder::new(io::sink(), level);
    let written = encoder.write_all(bytes).and_then(|()| encoder.try_finish());
    let size = written.ok().and_then(|()| usize::try_from(encoder.total_out()).ok());
    size.unwrap_or(bytes.len()) + FRAME_BYTES
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bytes that do not compress.
    fn noise(length: usize) -> Vec<u8> {
        let mut state = 1_u32;
        std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_le_bytes()[3]
        })
        .take(length)
        .collect()
    }

    /// What compresses as pages do.
    fn list() -> String {
        (0..4_000_u32).flat_map(|number| ["<li>".to_owned(), (number * number).to_string()]).collect()
    }

    #[test]
    fn a_size_is_that_of_gzip() {
        use std::io::Write as _;
        let text = list();
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), Compression::default());
        gzip.write_all(text.as_bytes()).expect("memory takes it");
        let size = gzip.finish().expect("memory takes it").len();
        assert_eq!((sent(text.as_bytes()), sent(b"")), (size, 20));
        assert!(at_most(text.as_bytes()) >= size);
    }

    #[test]
    fn only_what_is_heavy_after_compression_is_reported() {
        assert_eq!(above(&b"a".repeat(100_000), 1_000), None);
        assert_eq!(above(&noise(900), 1_000), None);
        // The first look finds this too heavy, the second does not.
        let list = list();
        let most = sent(list.as_bytes());
        assert!(at_most(list.as_bytes()) > most);
        assert_eq!(above(list.as_bytes(), most), None);
        assert!(above(&noise(1_100), 1_000).is_some_and(|size| size > 1_000));
    }
}

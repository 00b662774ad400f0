//! How many bytes a page takes on its way.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

/// The compressed size, if it is above a limit. Hosts compress at about level 6; the fastest level gives a
/// larger figure in a third of the time, so most pages are let through by it.
pub(super) fn above(bytes: &[u8], most: usize) -> Option<usize> {
    if bytes.len() <= most || compressed(bytes, Compression::fast()) <= most {
        return None;
    }
    Some(compressed(bytes, Compression::default())).filter(|size| *size > most)
}

/// The size as sent.
pub(super) fn sent(bytes: &[u8]) -> usize {
    compressed(bytes, Compression::default())
}

fn compressed(bytes: &[u8], level: Compression) -> usize {
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 3), level);
    // Writing to a Vec cannot fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().map_or(bytes.len(), |compressed| compressed.len())
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

    #[test]
    fn only_what_is_heavy_after_compression_is_reported() {
        assert_eq!(above(&b"a".repeat(100_000), 1_000), None);
        assert_eq!(above(&noise(900), 1_000), None);
        assert!(above(&noise(1_100), 1_000).is_some_and(|size| size > 1_000));
    }
}

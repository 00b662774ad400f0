//! How many bytes a page takes on its way.

use std::cell::RefCell;
use std::thread::LocalKey;

use flate2::{Compress, Compression, FlushCompress, Status};

/// Bytes of gzip around what is compressed (RFC 1952: 10 before, 8 after).
const FRAME_BYTES: usize = 18;

// A compressor begins with clearing 300 KB; one is used again and again.
thread_local! {
    static FAST: RefCell<Compress> = RefCell::new(Compress::new(Compression::fast(), false));
    static USUAL: RefCell<Compress> = RefCell::new(Compress::new(Compression::default(), false));
}

/// The compressed size, if it is above a limit. Hosts compress at about level 6; the fastest level gives a
/// larger figure in a third of the time, so most pages are let through by it.
pub(super) fn above(bytes: &[u8], most: usize) -> Option<usize> {
    if bytes.len() <= most || compressed(bytes, &FAST) <= most {
        return None;
    }
    Some(compressed(bytes, &USUAL)).filter(|size| *size > most)
}

/// The size as sent.
pub(super) fn sent(bytes: &[u8]) -> usize {
    compressed(bytes, &USUAL)
}

fn compressed(bytes: &[u8], compressor: &'static LocalKey<RefCell<Compress>>) -> usize {
    compressor.with_borrow_mut(|compress| {
        compress.reset();
        let mut scratch = [0; 8 * 1024];
        let mut rest = bytes;
        loop {
            let before = compress.total_in();
            let Ok(status) = compress.compress(rest, &mut scratch, FlushCompress::Finish) else {
                return bytes.len();
            };
            let taken = usize::try_from(compress.total_in() - before).unwrap_or(rest.len());
            rest = &rest[taken..];
            if status == Status::StreamEnd {
                return usize::try_from(compress.total_out()).unwrap_or(usize::MAX) + FRAME_BYTES;
            }
        }
    })
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
    fn a_size_is_that_of_gzip_however_often_it_is_asked_for() {
        use std::io::Write as _;
        let mut text = String::new();
        for number in 0..4_000_u32 {
            text.push_str("<li>");
            text.push_str(&(number * number).to_string());
        }
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), Compression::default());
        gzip.write_all(text.as_bytes()).expect("memory takes it");
        let size = gzip.finish().expect("memory takes it").len();
        assert_eq!((sent(text.as_bytes()), sent(b""), sent(text.as_bytes())), (size, 20, size));
    }

    #[test]
    fn only_what_is_heavy_after_compression_is_reported() {
        assert_eq!(above(&b"a".repeat(100_000), 1_000), None);
        assert_eq!(above(&noise(900), 1_000), None);
        assert!(above(&noise(1_100), 1_000).is_some_and(|size| size > 1_000));
    }
}

//! How many bytes a page takes on its way.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::thread::LocalKey;

use flate2::{Compress, Compression, FlushCompress, Status};
use memchr::memmem;
use twox_hash::XxHash3_64;

/// Bytes of gzip around what is compressed (RFC 1952: 10 before, 8 after).
const FRAME_BYTES: usize = 18;

/// The level for a first look: it makes a fifteenth more of a page than the usual one. (Level 1, which has one code for
/// all texts, makes a third more, and more pages would have to be weighed again.)
const FAST_LEVEL: u32 = 2;

// A compressor begins with clearing 300 KB; one is used again and again.
thread_local! {
    static FAST: RefCell<Compress> = RefCell::new(Compress::new(Compression::new(FAST_LEVEL), false));
    static USUAL: RefCell<Compress> = RefCell::new(Compress::new(Compression::default(), false));
}

/// The compressed size of a page, if it is above a limit. Hosts compress at about level 6. That a page is light enough
/// shows without it as a rule: by what a code for single bytes would need, or by a lower level, which gives a slightly
/// larger figure sooner.
pub(super) fn above(page: &[u8], most: usize) -> Option<usize> {
    if page.len() <= most || page_at_most(page, most) <= most {
        return None;
    }
    Some(sent(page)).filter(|size| *size > most)
}

/// What a page is at most as sent, no closer than it takes to tell that this is within `most`. All pages of a kind
/// carry the same sheet: it is weighed once, apart from them.
fn page_at_most(page: &[u8], most: usize) -> usize {
    let (start, end) = sheet_of(page).unwrap_or_default();
    let (before, after) = (&page[..start], &page[end..]);
    let sheet = if start < end { sheet_at_most(&page[start..end]) } else { 0 };
    let coded = sheet + coded_bytes([before, after]) + FRAME_BYTES;
    if coded <= most { coded } else { sheet + compressed([before, after], &FAST) }
}

/// The bytes that the best code for single bytes makes of some pieces: their entropy, and the table of the code.
/// Compression that finds what is repeated makes less of every page. (Shannon, A Mathematical Theory of
/// Communication, 1948; RFC 1951, 3.2.7)
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "pages have fewer bytes than a float can count"
)]
fn coded_bytes<const N: usize>(pieces: [&[u8]; N]) -> usize {
    let mut counts = [0_u32; 256];
    for byte in pieces.into_iter().flatten() {
        counts[usize::from(*byte)] += 1;
    }
    let all = counts.iter().sum::<u32>() as f32;
    let bits: f32 = counts
        .iter()
        .filter(|count| **count > 0)
        .map(|&count| count as f32 * (all / count as f32).log2())
        .sum();
    // A code has whole bits: it needs up to 3 % more than the entropy of a text.
    (bits * 1.03 / 8.0) as usize + TABLE_BYTES
}

/// Most bytes of the table of a code: 286 lengths of at most 7 bits.
const TABLE_BYTES: usize = 251;

/// Where the first sheet of a page begins and ends.
fn sheet_of(page: &[u8]) -> Option<(usize, usize)> {
    let start = memmem::find(page, b"<style>")? + b"<style>".len();
    Some((start, start + memmem::find(&page[start..], b"</style")?))
}

/// What a sheet is at most as sent.
fn sheet_at_most(sheet: &[u8]) -> usize {
    static KNOWN: Mutex<BTreeMap<u64, usize>> = Mutex::new(BTreeMap::new());
    let known = || KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let name = XxHash3_64::oneshot(sheet);
    let weight = known().get(&name).copied();
    weight.unwrap_or_else(|| {
        let weight = at_most(sheet);
        known().insert(name, weight);
        weight
    })
}

/// What a file is at most as sent.
pub(super) fn at_most(bytes: &[u8]) -> usize {
    compressed([bytes], &FAST)
}

/// The size as sent.
pub(super) fn sent(bytes: &[u8]) -> usize {
    compressed([bytes], &USUAL)
}

/// The size of pieces that are compressed as one.
fn compressed<const N: usize>(pieces: [&[u8]; N], compressor: &'static LocalKey<RefCell<Compress>>) -> usize {
    compressor.with_borrow_mut(|compress| {
        compress.reset();
        let mut scratch = [0; 8 * 1024];
        for (number, piece) in pieces.iter().enumerate() {
            let is_last = number + 1 == N;
            let flush = if is_last { FlushCompress::Finish } else { FlushCompress::None };
            let mut rest = *piece;
            while is_last || !rest.is_empty() {
                let before = compress.total_in();
                let Ok(status) = compress.compress(rest, &mut scratch, flush) else {
                    return pieces.iter().map(|piece| piece.len()).sum();
                };
                let taken = usize::try_from(compress.total_in() - before).unwrap_or(rest.len());
                rest = &rest[taken..];
                if status == Status::StreamEnd {
                    break;
                }
            }
        }
        usize::try_from(compress.total_out()).unwrap_or(usize::MAX) + FRAME_BYTES
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

    #[test]
    fn what_single_bytes_need_is_no_less_than_what_is_sent() {
        let prose = "Dipanen pagi, dikirim siang, sampai sore: <b>susu</b> &amp; sayur. ".repeat(3);
        for text in [prose.as_bytes(), &noise(5_000), b"a", &[b'a'; 5_000]] {
            assert!(page_at_most(text, usize::MAX) >= sent(text));
        }
        assert!(coded_bytes([&noise(5_000)]) >= 5_000);
        assert!(coded_bytes([prose.as_bytes()]) < prose.len() + TABLE_BYTES);
    }

    #[test]
    fn a_sheet_counts_in_every_page_that_carries_it() {
        let page = |sheet: &[u8], text: &[u8]| [b"<style>", sheet, b"</style>", text].concat();
        let all = noise(1_100);
        let (sheet, text) = all.split_at(600);
        for page in [page(sheet, text), page(sheet, text), page(b"a{}", &all)] {
            assert_eq!(above(&page, 1_000), Some(sent(&page)));
            assert!(page_at_most(&page, 0) >= sent(&page));
        }
        assert_eq!(above(&page(&b"a".repeat(9_000), &b"b".repeat(9_000)), 1_000), None);
        // One that does not end is no sheet.
        assert_eq!(above(&b"<style>".repeat(1_000), 1_000), None);
    }
}

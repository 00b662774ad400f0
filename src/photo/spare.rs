//! Memory of pictures that are done with, for the next ones: to get it anew from the system costs as much as a small
//! rendition, and an allocator that keeps what was freed would hold it twice. What a picture held never shows in
//! another: whoever takes memory writes all of it.

use std::cell::RefCell;
use std::sync::Mutex;

/// What a photo of a phone takes: 14 million pixels.
const USUAL_BYTES: usize = 40 * 1024 * 1024;

/// Largest memory that is kept.
const LARGEST_KEPT: usize = 48 * 1024 * 1024;

/// From here on it is a photo's, and serves all threads; below, a rendition's, and stays with its thread.
const LARGE_BYTES: usize = 8 * 1024 * 1024;

/// Photos whose memory is kept, whatever the number of threads.
const LARGE_KEPT: usize = 2;

/// Renditions whose memory a thread keeps.
const SMALL_KEPT: usize = 12;

/// Memory more than this many times as large as asked for is left for a larger picture.
const LOOSEST_FIT: usize = 3;

static LARGE: Mutex<Vec<Vec<u8>>> = Mutex::new(Vec::new());

thread_local! {
    static SMALL: RefCell<Vec<Vec<u8>>> = const { RefCell::new(Vec::new()) };
}

/// That many bytes, of any content.
pub(super) fn take(length: usize) -> Vec<u8> {
    let mut spare = if length >= LARGE_BYTES { take_large(length) } else { take_small(length) };
    spare.resize(length, 0);
    spare
}

/// That many bytes, all 0.
pub(super) fn take_cleared(length: usize) -> Vec<u8> {
    let mut spare = take(length);
    spare.fill(0);
    spare
}

fn take_large(length: usize) -> Vec<u8> {
    let kept = LARGE.lock().ok().and_then(|mut kept| take_fitting(&mut kept, length, usize::MAX));
    kept.unwrap_or_else(|| {
        // The system gives memory page by page as it is used: asking for more costs nothing, and serves the next
        // photo too.
        let mut pixels = vec![0; length.max(USUAL_BYTES)];
        pixels.truncate(length);
        pixels
    })
}

fn take_small(length: usize) -> Vec<u8> {
    let loosest = length.saturating_mul(LOOSEST_FIT);
    SMALL.with_borrow_mut(|kept| take_fitting(kept, length, loosest)).unwrap_or_else(|| vec![0; length])
}

fn take_fitting(kept: &mut Vec<Vec<u8>>, length: usize, loosest: usize) -> Option<Vec<u8>> {
    let fitting = kept.iter().enumerate().filter(|(_, spare)| (length..=loosest).contains(&spare.capacity()));
    let tightest = fitting.min_by_key(|(_, spare)| spare.capacity()).map(|(index, _)| index)?;
    Some(kept.swap_remove(tightest))
}

/// Takes memory back.
pub(super) fn give_back(pixels: Vec<u8>) {
    match pixels.capacity() {
        0 => {}
        1..LARGE_BYTES => SMALL.with_borrow_mut(|kept| keep(kept, pixels, SMALL_KEPT)),
        LARGE_BYTES..=LARGEST_KEPT => {
            if let Ok(mut kept) = LARGE.lock() {
                keep(&mut kept, pixels, LARGE_KEPT);
            }
        }
        _ => {}
    }
}

fn keep(kept: &mut Vec<Vec<u8>>, pixels: Vec<u8>, most: usize) {
    if kept.len() < most {
        kept.push(pixels);
    }
}

/// Fills the memory that this thread and all threads keep, for tests that look for what shows through.
#[cfg(test)]
pub(super) fn fill(level: u8) {
    *LARGE.lock().expect("no test panics with it") = vec![vec![level; USUAL_BYTES]];
    SMALL.with_borrow_mut(|kept| {
        *kept = (10..=20).map(|power| vec![level; 1 << power]).collect();
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_used_again_where_it_fits() {
        SMALL.with_borrow_mut(Vec::clear);
        let place = |pixels: &Vec<u8>| pixels.as_ptr();
        let (wide, narrow) = (take(3000), take(1000));
        let (wide_at, narrow_at) = (place(&wide), place(&narrow));
        give_back(wide);
        give_back(narrow);
        assert_eq!(place(&take(900)), narrow_at);
        assert_eq!(place(&take(2000)), wide_at);
        give_back(take(3000));
        assert_eq!(take(500).capacity(), 500, "a much larger one is left alone");
        assert!(take_cleared(2500).iter().all(|&byte| byte == 0));
    }
}

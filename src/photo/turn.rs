//! At most half of the threads hold a decoded photo at once: decoded photos are by far the largest thing in memory, and
//! encoding takes longer than decoding, so nobody waits for long. The count is the process's, as memory is: builds,
//! previews and `photos` share it, and nobody has to hand it through.

use std::sync::{Condvar, Mutex};

use crate::locks::{lock, unpoisoned};

static DECODING: Mutex<usize> = Mutex::new(0);
static DONE: Condvar = Condvar::new();

/// Held from before a photo is decoded until its pixels are given back.
pub(super) struct Turn(());

impl Turn {
    /// Waits until fewer than half of the threads have one.
    pub(super) fn take() -> Self {
        let most = (rayon::current_num_threads() / 2).max(1);
        let mut decoding = lock(&DECODING);
        while *decoding >= most {
            decoding = unpoisoned(DONE.wait(decoding));
        }
        *decoding += 1;
        Self(())
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *lock(&DECODING) -= 1;
        DONE.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn no_more_than_half_of_the_threads_decode_at_once() {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(6).build().unwrap();
        let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        pool.broadcast(|_| {
            for _ in 0..50 {
                let _turn = Turn::take();
                most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                std::thread::yield_now();
                now.fetch_sub(1, Ordering::SeqCst);
            }
        });
        assert!((1..=3).contains(&most.load(Ordering::SeqCst)), "{most:?}");
    }

    #[test]
    fn a_panic_gives_its_turn_back() {
        let panics = || {
            let _turn = Turn::take();
            panic!("as a decoder may");
        };
        for _ in 0..10 {
            assert!(std::panic::catch_unwind(panics).is_err());
        }
    }
}

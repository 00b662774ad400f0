//! Locks that outlive a panic: between two changes, what they guard is whole, so whoever comes next takes it all the
//! same. Knows no room.

use std::sync::{LockResult, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    unpoisoned(mutex.lock())
}

pub(crate) fn read<T>(lock: &RwLock<T>) -> RwLockReadGuard<'_, T> {
    unpoisoned(lock.read())
}

pub(crate) fn write<T>(lock: &RwLock<T>) -> RwLockWriteGuard<'_, T> {
    unpoisoned(lock.write())
}

/// What a lock or a condition variable gives, whether or not somebody panicked while holding it.
pub(crate) fn unpoisoned<T>(result: LockResult<T>) -> T {
    result.unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_while_a_lock_is_held_leaves_it_to_the_next_one() {
        let number = Mutex::new(1);
        let panics = || {
            let mut number = lock(&number);
            *number = 2;
            panic!("as a decoder may");
        };
        assert!(std::panic::catch_unwind(std::panic::AssertUnwindSafe(panics)).is_err());
        assert!(number.is_poisoned());
        assert_eq!(*lock(&number), 2);
    }
}

//! How many bytes are looked at in search of mistakes, which tests hold against the length of a text. Costs a program
//! nothing.

#[cfg(test)]
use std::cell::Cell;

#[cfg(test)]
thread_local! {
    static BYTES: Cell<usize> = const { Cell::new(0) };
}

/// Says that some bytes are looked at.
pub(super) fn look_at(bytes: usize) {
    #[cfg(test)]
    BYTES.with(|sum| sum.set(sum.get() + bytes));
    #[cfg(not(test))]
    let _ = bytes;
}

/// Bytes that this thread has looked at since it was asked last.
#[cfg(test)]
pub(in crate::content) fn take() -> usize {
    BYTES.with(Cell::take)
}

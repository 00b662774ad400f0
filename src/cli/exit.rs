//! Exit codes.

/// Done; warnings and advice may have been told.
pub(super) const DONE: u8 = 0;
/// Findings of level error, or a machine that failed.
pub(super) const FAILED: u8 = 1;
/// Wrong use.
pub(super) const WRONG_USE: u8 = 2;
/// A fault of etalase itself. Source: sysexits.h, `EX_SOFTWARE`.
pub(super) const OWN_FAULT: u8 = 70;

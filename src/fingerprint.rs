//! Short names for content: two things with the same fingerprint are the same. Knows no room.

use std::fmt;
use std::num::NonZeroU32;

/// A 128-bit fingerprint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Fingerprint(u128);

impl Fingerprint {
    /// From its 32 hexadecimal digits.
    pub fn parse(typed: &str) -> Option<Self> {
        u128::from_str_radix(typed, 16).ok().map(Self)
    }

    /// Of bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let mut hasher = Fingerprinter::new();
        hasher.add(bytes);
        hasher.finish()
    }

    /// Below `of`, and for many fingerprints each number equally often.
    pub fn remainder(self, of: NonZeroU32) -> u32 {
        u32::try_from(self.0 % u128::from(of.get())).unwrap_or_default()
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

/// Makes one fingerprint of several parts; their borders count.
#[derive(Debug, Clone)]
pub(crate) struct Fingerprinter(blake3::Hasher);

impl Fingerprinter {
    /// Nothing yet.
    pub(crate) fn new() -> Self {
        Self(blake3::Hasher::new())
    }

    /// One more part.
    pub(crate) fn add(&mut self, part: &[u8]) {
        self.0.update(&part.len().to_le_bytes());
        self.0.update(part);
    }

    /// The fingerprint.
    pub(crate) fn finish(&self) -> Fingerprint {
        let hash = self.0.finalize();
        Fingerprint(u128::from_le_bytes(
            hash.as_bytes()[..16].try_into().expect("a BLAKE3 hash has 32 bytes"),
        ))
    }
}

impl Default for Fingerprinter {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn borders_of_parts_count() {
        let mut one = Fingerprinter::new();
        one.add(b"ab");
        one.add(b"c");
        let mut other = Fingerprinter::new();
        other.add(b"a");
        other.add(b"bc");
        assert_ne!(one.finish(), other.finish());
    }
}

//! Boxes of ISO base media files, which lie one behind the other and in one another. Every length is a claim.
//! Source: ISO/IEC 14496-12, section 4.2.

use super::parts::{u16_be, u32_be};

/// What is read of a file, from the front.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bytes<'a>(pub(super) &'a [u8]);

/// A box: its name and what is in it.
pub(super) type Part<'a> = ([u8; 4], &'a [u8]);

impl<'a> Bytes<'a> {
    /// So many bytes from the front.
    pub(super) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    /// The next byte.
    pub(super) fn u8(&mut self) -> Option<u8> {
        self.take(1).map(|byte| byte[0])
    }

    /// Two bytes, the most significant first.
    pub(super) fn u16(&mut self) -> Option<u16> {
        self.take(2).and_then(|bytes| u16_be(bytes, 0))
    }

    /// Four bytes, the most significant first.
    pub(super) fn u32(&mut self) -> Option<u32> {
        self.take(4).and_then(|bytes| u32_be(bytes, 0))
    }

    /// A number of 0, 4 or 8 bytes, as tables of places declare it; of none: 0.
    pub(super) fn number(&mut self, bytes: u8) -> Option<u64> {
        match bytes {
            0 => Some(0),
            2 => self.u16().map(u64::from),
            4 => self.u32().map(u64::from),
            8 => Some(u64::from(self.u32()?) << 32 | u64::from(self.u32()?)),
            _ => None,
        }
    }

    /// Version and flags of a box that has them.
    pub(super) fn version(&mut self) -> Option<(u8, u32)> {
        let word = self.u32()?;
        Some(((word >> 24).to_be_bytes()[3], word & 0x00FF_FFFF))
    }

    /// A number of two bytes, or of four in newer versions of a box.
    pub(super) fn id(&mut self, is_long: bool) -> Option<u32> {
        if is_long { self.u32() } else { self.u16().map(u32::from) }
    }

    /// The next box. `None` at the end, and where no whole box follows.
    pub(super) fn next_box(&mut self) -> Option<Part<'a>> {
        let size = usize::try_from(self.u32()?).ok()?;
        let name = *self.take(4)?.first_chunk()?;
        let content = match size {
            0 => self.take(self.0.len())?,
            1 => {
                let size = usize::try_from(self.number(8)?).ok()?;
                self.take(size.checked_sub(16)?)?
            }
            _ => self.take(size.checked_sub(8)?)?,
        };
        Some((name, content))
    }
}

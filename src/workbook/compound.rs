//! The container of old Office files (MS-CFB). `SheetJS` fills the rest of its sector table with ends of chains where
//! free sectors belong, which `cfb` takes for a table of sectors that are not there.

use std::borrow::Cow;
use std::io::{self, Cursor};

use cfb::CompoundFile;

/// Bytes of a sector, and of the header, in all files below 2 GB.
const SECTOR: usize = 512;
/// Where the header lists the sectors of the table, and how many it can.
const LIST: usize = 76;
const LISTED: usize = 109;
/// What the table says of a sector that is the last of its chain, and of one that is free.
const END: u32 = 0xFFFF_FFFE;
const FREE: u32 = 0xFFFF_FFFF;
/// The highest number of a sector.
const LAST: u32 = 0xFFFF_FFFA;

/// Opens a container.
///
/// # Errors
/// If it is none, damaged or cut off.
pub(super) fn open(bytes: &[u8]) -> io::Result<CompoundFile<Cursor<Cow<'_, [u8]>>>> {
    CompoundFile::open(Cursor::new(Cow::Borrowed(bytes))).or_else(|error| match with_free_ends(bytes) {
        Some(mended) => CompoundFile::open(Cursor::new(Cow::Owned(mended))),
        None => Err(error),
    })
}

/// The same bytes with a table that says `FREE` of what lies behind the end of the file; `None` where a chain leads
/// there, as it does in a file that was cut off.
fn with_free_ends(bytes: &[u8]) -> Option<Vec<u8>> {
    let sectors = u32::try_from((bytes.len() / SECTOR).checked_sub(1)?).ok()?;
    let mut mended = bytes.to_vec();
    let mut sector = 0;
    for listed in (LIST..LIST + 4 * LISTED).step_by(4) {
        let table = number(bytes, listed)?;
        if table > LAST {
            break;
        }
        let start = (usize::try_from(table).ok()? + 1).checked_mul(SECTOR)?;
        for at in (start..start + SECTOR).step_by(4) {
            match number(bytes, at)? {
                END if sector >= sectors => mended[at..at + 4].copy_from_slice(&FREE.to_le_bytes()),
                next if next <= LAST && next >= sectors => return None,
                _ => {}
            }
            sector += 1;
        }
    }
    Some(mended)
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}

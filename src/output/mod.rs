//! The door out: alone touches `public/` and the cache. Assets first, each file under a temporary name and
//! renamed, leftovers removed last; what etalase did not write is never touched.
#![expect(clippy::disallowed_methods, reason = "this room is the door through which files are written")]

mod archive;
mod cache;
mod findings;
mod manifest;
mod nursery;
mod place;
mod records;
mod writer;

pub use cache::{CacheReport, Cached, Kept, PhotoCache};
pub use place::{Place, check_place};
pub use records::{Record, Records, Updated};
pub use writer::{GroupReport, Placed, Writer};

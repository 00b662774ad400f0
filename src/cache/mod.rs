//! The door to what earlier builds worked out: pictures that were made, and what was known of each cooperative.
//! Lies outside the output and may be deleted at any time, which costs time and nothing else.
#![expect(clippy::disallowed_methods, reason = "this room is the door to the cache")]

mod builds;
mod folder;
mod pictures;
mod records;
#[cfg(feature = "s3")]
mod remote;
#[cfg_attr(not(feature = "s3"), expect(dead_code, reason = "without a store nobody fetches or keeps"))]
mod shared;
mod shared_pictures;
mod shared_store;
mod store;

pub(crate) use builds::{Builds, Made};
pub(crate) use pictures::Cached;
pub use pictures::PhotoCache;
pub(crate) use records::{KeptText, Record, Records, Updated};
pub(crate) use shared::Trouble;
pub use shared_store::{SharedStore, StoreLimits};

//! The door out: alone touches `public/`. Assets first, each file under a temporary name and
//! renamed, leftovers removed last; what etalase did not write is never touched.
#![expect(clippy::disallowed_methods, reason = "this room is the door through which files are written")]

mod archive;
mod findings;
mod group;
mod ledger;
mod manifest;
mod nursery;
mod place;
mod placed;
mod shards;
mod writer;

pub(crate) use findings::{cooperative_waits, product_page_gone, shop_moved, sources_newer};
pub(crate) use place::{Place, check_place, place_for_cache};
pub(crate) use placed::Placed;
pub(crate) use shards::{
    FoundNote, Shard, ShardNote, ShardOrigin, ShardSource, forget_shards, read_notes, write_note,
};
pub(crate) use writer::GroupReport;
pub use writer::Writer;

//! The map and the reduce: streams cooperatives through the pure rooms in parallel, then the portal.
//! Owns no rule of its own: it calls the rooms in their order and hands their results on.

mod behind;
mod build;
mod cards;
mod checking;
pub(crate) mod cooperative;
mod elsewhere;
mod findings;
pub(crate) mod guides;
mod handover;
pub(crate) mod hosting;
mod outcome;
pub(crate) mod photos;
mod prices;
mod report;
pub(crate) mod request;
pub(crate) mod reuse;
mod shards;
mod shared_store;
pub(crate) mod site;
#[cfg(test)]
mod tests;
pub(crate) mod world;

pub(crate) use behind::look_behind;
pub use build::build;
pub use checking::check;
pub use report::{Report, Unwatched, Watcher};
pub use request::{Request, Selection};

pub use crate::cache::{SharedStore, StoreLimits};

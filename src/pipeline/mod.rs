//! The map and the reduce: streams cooperatives through the pure rooms in parallel, then the portal.
//! Owns no rule of its own: it calls the rooms in their order and hands their results on.

mod build;
mod cards;
mod checking;
mod codes;
mod cooperative;
mod handover;
mod hosting;
mod live;
mod outcome;
mod photos;
mod report;
mod request;
mod reuse;
mod site;
#[cfg(test)]
mod tests;
mod world;

pub use build::build;
pub use checking::check;
pub use live::{Changes, LiveSite, Looked, Shown};
pub use report::{Report, Unwatched, Watcher};
pub use request::{Request, Selection};

//! A site in memory, for `serve`: what is asked for is worked out when it is asked for, from the same plan as in
//! a build, and kept until one of its files changes. Of every cooperative only its summary and its findings stay;
//! pages are held of those that were looked at last. Writes nothing but photos into the cache, and those only
//! when a browser asks for one.

mod changes;
mod cooperatives;
mod held;
mod kept;
mod looked;
mod now;
mod pictures;
mod portal;
mod site;
mod slot;
mod slots;

pub use changes::Changes;
pub(crate) use kept::{Differing, Kept};
pub(crate) use looked::Looked;
pub use site::{LiveSite, Shown};

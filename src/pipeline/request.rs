//! What a run is asked to do.

use std::num::NonZeroU32;
use std::path::PathBuf;
use std::time::SystemTime;

use anyhow::Result;

use crate::cache::SharedStore;
use crate::failure::{Failure, OrFailed as _};
use crate::fingerprint::Fingerprint;
use crate::model::Date;

/// What to build, from where, for which day. Everything that is outside of content comes in here.
#[derive(Debug, Clone)]
pub struct Request {
    /// The site's folder.
    pub site: PathBuf,
    /// The folder that is written to.
    pub output: PathBuf,
    /// The cache's folder.
    pub cache: PathBuf,
    /// Canonical address, instead of that of `etalase.yaml`.
    pub base_url: Option<String>,
    /// Host, instead of that of `etalase.yaml`.
    pub host: Option<String>,
    /// Which cooperatives to work on; the others stay as they were published.
    pub selection: Selection,
    /// Threads; at least 1.
    pub jobs: usize,
    /// Bytes of memory that photos being decoded may take together.
    pub photo_memory_bytes: u64,
    /// Largest cache, in bytes.
    pub cache_bytes: u64,
    /// The store that `build` may share its cache in.
    pub shared_store: SharedStore,
    /// The day that pages are made for.
    pub today: Date,
    /// True if a ZIP of the output belongs beside it.
    pub is_handover: bool,
    /// The machine's clock, only for the age of what is cached.
    pub now: SystemTime,
    /// Names the program that builds: another version makes other pages of the same content.
    pub program: String,
}

/// Which cooperatives of a site a run works on. What the site is does not depend on it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Selection {
    /// Every one.
    #[default]
    All,
    /// The one of this name.
    One(String),
    /// One of as many parts: which names belong to it stays the same when others come and go.
    Shard {
        /// Which part, from 0; one that is not below `of` is empty.
        index: u32,
        /// How many parts there are.
        of: NonZeroU32,
    },
    /// None: what belongs to no cooperative is made of what all parts have published.
    PortalOnly,
}

impl Selection {
    /// True if a cooperative, by the name of its folder, is to be worked on.
    pub fn includes(&self, name: &str) -> bool {
        match self {
            Self::All => true,
            Self::One(only) => only == name,
            Self::Shard { index, of } => shard_of(name, *of) == *index,
            Self::PortalOnly => false,
        }
    }
}

/// The part that a cooperative belongs to, from 0: by its name alone, so that adding one moves none of the others.
pub(super) fn shard_of(name: &str, of: NonZeroU32) -> u32 {
    Fingerprint::of(name.as_bytes()).remainder(of)
}

/// Memory for photos being decoded, in bytes, where nobody says how much the machine has.
const PHOTO_MEMORY_BYTES: u64 = 512 * 1024 * 1024;
/// Largest photo cache, in bytes: about 40,000 photos of a phone, with all their sizes.
const CACHE_BYTES: u64 = 20 * 1024 * 1024 * 1024;

impl Request {
    /// Everything in a site's folder, on one thread: written to its `public/`, with a cache in its `.etalase/`. `today`
    /// is the day that pages are made for, `now` the machine's clock.
    pub fn new(site: impl Into<PathBuf>, today: Date, now: SystemTime) -> Self {
        let site = site.into();
        Self {
            output: site.join("public"),
            cache: site.join(".etalase").join("cache"),
            site,
            base_url: None,
            host: None,
            selection: Selection::All,
            jobs: 1,
            photo_memory_bytes: PHOTO_MEMORY_BYTES,
            cache_bytes: CACHE_BYTES,
            shared_store: SharedStore::default(),
            today,
            is_handover: false,
            now,
            program: format!("etalase {}", env!("CARGO_PKG_VERSION")),
        }
    }

    /// Does work on as many threads as were asked for.
    pub(super) fn with_threads<T: Send>(&self, work: impl FnOnce() -> Result<T> + Send) -> Result<T> {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(self.jobs.max(1)).build();
        pool.or_failed(Failure::StartThreads)?.install(work)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cooperative_belongs_to_one_shard_and_stays_there() {
        let of = NonZeroU32::new(4).expect("not zero");
        let shards: Vec<Selection> = (0..4).map(|index| Selection::Shard { index, of }).collect();
        let mut sizes = [0; 4];
        for number in 0..400 {
            let name = format!("koperasi-{number}");
            let own: Vec<usize> = (0..4).filter(|index| shards[*index].includes(&name)).collect();
            assert_eq!(own.len(), 1, "{name} belongs to {own:?}");
            sizes[own[0]] += 1;
        }
        assert!(sizes.iter().all(|size| (60..140).contains(size)), "{sizes:?}");
        // Machines that build one shard each have to agree.
        let known = ["aren", "bambu", "cengkih", "damar"];
        let own = known.map(|name| shards.iter().position(|shard| shard.includes(name)));
        assert_eq!(own, [Some(3), Some(2), Some(2), Some(1)]);
    }

    #[test]
    fn one_cooperative_includes_no_other_and_the_default_includes_all() {
        let one = Selection::One("kpc".to_owned());
        assert!(one.includes("kpc") && !one.includes("kpc-2"));
        assert!(Selection::default().includes("kpc"));
    }
}

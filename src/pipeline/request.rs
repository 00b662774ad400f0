//! What a run is asked to do.

use std::path::PathBuf;
use std::time::SystemTime;

use anyhow::{Context, Result};

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
    /// Only this cooperative; the others stay as they were published.
    pub only: Option<String>,
    /// Threads; at least 1.
    pub jobs: usize,
    /// Bytes of memory that photos being decoded may take together.
    pub photo_memory_bytes: u64,
    /// Largest cache, in bytes.
    pub cache_bytes: u64,
    /// The day that pages are made for.
    pub today: Date,
    /// True if a ZIP of the output belongs beside it.
    pub is_handover: bool,
    /// The machine's clock, only for the age of what is cached.
    pub now: SystemTime,
    /// Names the program that builds: another version makes other pages of the same content.
    pub program: String,
}

impl Request {
    /// Does work on as many threads as were asked for.
    pub(super) fn with_threads<T: Send>(&self, work: impl FnOnce() -> Result<T> + Send) -> Result<T> {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(self.jobs.max(1)).build();
        pool.context("cannot start threads")?.install(work)
    }
}

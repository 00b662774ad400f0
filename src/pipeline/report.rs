//! What is told of a run: while it runs, and when it is done.

use std::path::PathBuf;

use crate::finding::{Findings, Level};
use crate::host::UsageRow;
use crate::output::GroupReport;

/// Told about progress, from any thread.
pub trait Watcher: Sync {
    /// That many cooperatives will be worked on.
    fn cooperatives_found(&self, _count: usize) {}
    /// One is done, with or without an error.
    fn cooperative_done(&self) {}
    /// That many more photos have to be made.
    fn photos_found(&self, _count: usize) {}
    /// One was made.
    fn photo_done(&self) {}
    /// The site is written; what was made of photos is still being kept for other machines.
    fn keeping(&self) {}
    /// Another build is writing into the same output; this one waits.
    fn waiting(&self) {}
}

/// Nobody watches.
#[derive(Debug, Clone, Copy)]
pub struct Unwatched;

impl Watcher for Unwatched {}

/// What a run did.
#[derive(Debug, Default)]
pub struct Report {
    /// Cooperatives whose pages are up to date now.
    pub built: usize,
    /// Cooperatives with an error; what was published for them stays.
    pub failed: usize,
    /// Files of the site.
    pub files: usize,
    /// Pages among them.
    pub pages: usize,
    /// Photos that pages show.
    pub photos: usize,
    /// Renditions that had to be made.
    pub renditions_made: usize,
    /// Objects that came from a store which machines share.
    pub objects_fetched: usize,
    /// Objects that were put there.
    pub objects_kept: usize,
    /// Size of the site, in bytes.
    pub bytes: u64,
    /// Files written; the others already held these bytes.
    pub written: usize,
    /// Files removed.
    pub removed: usize,
    /// The ZIP for a stick, and its size in bytes.
    pub archive: Option<(PathBuf, u64)>,
    /// What of the host's limits a checked site uses.
    pub usage: Vec<UsageRow>,
    /// Every finding, sorted.
    pub findings: Findings,
}

impl Report {
    /// Counts the files of one group.
    pub(super) fn count(&mut self, files: usize, pages: usize, group: GroupReport) {
        self.files += files;
        self.pages += pages;
        self.bytes += group.bytes;
        self.written += group.written;
    }

    /// Adds what another run, or a part of this one, has counted of cooperatives.
    pub(super) fn add_counts(&mut self, other: &Self) {
        self.built += other.built;
        self.failed += other.failed;
        self.files += other.files;
        self.pages += other.pages;
        self.photos += other.photos;
        self.renditions_made += other.renditions_made;
        self.bytes += other.bytes;
        self.written += other.written;
    }

    /// True if something stops the run from counting as done: an error, or any warning if `strict`.
    pub fn has_failed(&self, strict: bool) -> bool {
        self.findings.has_error() || (strict && self.findings.count(Level::Warning) > 0)
    }
}

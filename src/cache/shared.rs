//! What machines that build the same site share of their caches: which pictures belong together, and what a store that
//! keeps them can do.

use std::fmt::Debug;

use crate::photo::{PhotoLook, SourceHash};

/// The files of one original that are wanted together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Wanted {
    pub(super) source: SourceHash,
    /// Their names, in order, each once: the same pictures in any order are the same.
    pub(super) files: Vec<String>,
}

/// Pictures that are fetched and kept together: those of one photo, or the cards of one plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parcel {
    /// What decides their bytes beside their keys; empty where the keys tell everything.
    pub(super) made_by: &'static str,
    pub(super) wanted: Vec<Wanted>,
}

impl Parcel {
    /// True if there is nothing in it.
    pub(super) fn is_empty(&self) -> bool {
        self.wanted.iter().all(|wanted| wanted.files.is_empty())
    }
}

/// One original with the files that were made of it, in the order in which they were wanted.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Made {
    pub(super) source: SourceHash,
    pub(super) look: Option<PhotoLook>,
    pub(super) files: Vec<(String, Vec<u8>)>,
}

/// A store that other machines see.
pub(super) trait Shared: Debug + Send + Sync {
    /// What another machine has made of exactly these, whole and verified. `None` if nobody has, or it cannot be had.
    fn fetch(&self, parcel: &Parcel) -> Option<Vec<Made>>;

    /// Keeps for others what `read` gives, which is asked for later. Returns at once.
    fn keep(&self, parcel: Parcel, read: Box<dyn FnOnce() -> Option<Vec<Made>> + Send>);

    /// Waits, within limits, until all is kept. Nothing is fetched or kept afterwards.
    fn finish(&self) -> SharedWork;
}

/// What a build and a store had to do with each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct SharedWork {
    /// Objects that were fetched.
    pub(crate) fetched: usize,
    /// Objects that were kept.
    pub(crate) kept: usize,
    /// Objects that there was no time for.
    pub(crate) left: usize,
    /// What was wrong with the store, each kind once, with the store's own words for the first time.
    pub(crate) troubles: Vec<(Trouble, String)>,
}

/// What can be wrong with a store. None of it costs more than time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Trouble {
    /// It does not take the key, or has no such bucket.
    Refused,
    /// The key may not do what is asked of it.
    Denied,
    /// It takes too long.
    Slow,
    /// It has no room.
    Full,
    /// Nobody answers, or breaks off.
    Unreachable,
    /// It answers with errors of its own.
    Failing,
    /// What it gives back is not what was put there.
    Altered,
    /// Another machine has put other pictures under the same name.
    Different,
    /// It puts an object over another although it was asked not to.
    NoConditions,
}

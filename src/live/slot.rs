//! What is known of one cooperative in memory.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::finding::Findings;
use crate::page::{PageAddress, SiteIdentity};
use crate::photo::{PhotoFacts, SourceHash};
use crate::plan::{Output, Plan};
use crate::source::Stamps;

/// How far a look at a cooperative goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// Its summary and its findings: nothing is rendered.
    Summary,
    /// Its pages, too.
    Pages,
}

/// What was looked at: the world, by its number, and the files as they look from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) world: u64,
    pub(super) stamps: Stamps,
}

/// One cooperative.
#[derive(Default)]
pub(super) struct Slot {
    /// The last look; `None`: never, or a file has changed since.
    pub(super) looked: Option<Look>,
    /// What it found.
    pub(super) findings: Findings,
    /// True if there is an error among them.
    pub(super) has_error: bool,
    /// `etalase.json` as it was without an error for the last time, without the line break at its end.
    pub(super) summary: Option<Arc<str>>,
    /// Its pages, as they were without an error for the last time, while they are held; and of which look.
    pub(super) pages: Option<(Look, Arc<Pages>)>,
}

impl Slot {
    /// True if a look would find nothing that is not known.
    pub(super) fn is_current(&self, look: Look, depth: Depth) -> bool {
        let is_planned = self.pages.as_ref().is_some_and(|(of, _)| *of == look);
        self.looked == Some(look) && (depth == Depth::Summary || self.has_error || is_planned)
    }
}

/// Path from the site's folder and facts of each photo that can be used.
pub(super) type Originals = BTreeMap<SourceHash, (String, PhotoFacts)>;

/// Every page of one cooperative, with what its photos are made of.
pub(super) struct Pages {
    pub(super) plan: Plan,
    pub(super) originals: Originals,
    /// Its face, which a site of one cooperative takes as its own.
    pub(super) identity: SiteIdentity,
    /// The pages that search engines should know.
    pub(super) addresses: Vec<PageAddress>,
    /// About what it takes in memory.
    pub(super) size_bytes: usize,
}

impl Pages {
    pub(super) fn new(
        plan: Plan,
        originals: Originals,
        identity: SiteIdentity,
        addresses: Vec<PageAddress>,
    ) -> Self {
        let size = |output: &Output| match output {
            Output::Page(bytes) | Output::Asset(bytes) => bytes.capacity(),
            Output::Rendition(_) | Output::Card(_) => 0,
            Output::Later(later) => usize::try_from(later.usual_bytes()).unwrap_or(usize::MAX),
        };
        let size_bytes = plan.iter().map(|(path, output)| 2 * path.as_str().len() + 200 + size(output)).sum();
        Self { plan, originals, identity, addresses, size_bytes }
    }
}

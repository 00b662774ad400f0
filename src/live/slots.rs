//! The cooperatives of a site in memory, each behind a lock of its own, and which of them hold their pages.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, RwLock};

use super::held::Held;
use super::slot::{Look, Pages, Slot};
use crate::finding::Findings;
use crate::locks::{lock, read, write};
use crate::page::SiteShape;

/// Largest total of the pages that are held, in bytes: some hundred cooperatives.
const HELD_BYTES: usize = 64 * 1024 * 1024;

/// A cooperative, by the name of its folder.
pub(super) type NamedSlot = (String, Arc<Mutex<Slot>>);

/// What looking at a cooperative has given.
pub(super) struct Seen {
    pub(super) findings: Findings,
    /// True if there is an error, whether or not it is told yet.
    pub(super) has_error: bool,
    /// `None` if it has an error; so are the pages, and if nobody asked for them.
    pub(super) summary: Option<Arc<str>>,
    pub(super) pages: Option<Pages>,
}

impl Seen {
    pub(super) fn without_pages(findings: Findings, summary: Option<Arc<str>>) -> Self {
        Self { has_error: findings.has_error(), findings, summary, pages: None }
    }
}

/// The cooperatives.
pub(super) struct Slots {
    by_name: RwLock<BTreeMap<String, Arc<Mutex<Slot>>>>,
    /// Moves on when the list or a summary changes.
    version: AtomicU64,
    held: Held,
}

impl Slots {
    pub(super) fn new() -> Self {
        Self { by_name: RwLock::default(), version: AtomicU64::new(0), held: Held::new(HELD_BYTES) }
    }

    /// Brings the list up to date.
    pub(super) fn list(&self, names: &[String]) {
        let mut slots = write(&self.by_name);
        let before = slots.len();
        slots.retain(|name, _| names.contains(name));
        let is_same = slots.len() == before && names.len() == before;
        for name in names {
            slots.entry(name.clone()).or_default();
        }
        if !is_same {
            self.move_on();
        }
    }

    pub(super) fn names(&self) -> Vec<String> {
        read(&self.by_name).keys().cloned().collect()
    }

    pub(super) fn has(&self, name: &str) -> bool {
        read(&self.by_name).contains_key(name)
    }

    /// In order of name.
    pub(super) fn all(&self) -> Vec<NamedSlot> {
        read(&self.by_name).iter().map(|(name, slot)| (name.clone(), Arc::clone(slot))).collect()
    }

    /// Those that were not looked at in a world yet.
    pub(super) fn unseen(&self, world: u64) -> Vec<NamedSlot> {
        let mut slots = self.all();
        slots.retain(|(_, slot)| lock(slot).looked.is_none_or(|look| look.world != world));
        slots
    }

    /// The cooperative that an address belongs to.
    pub(super) fn owner(&self, address: &str, shape: SiteShape) -> Option<NamedSlot> {
        let slots = read(&self.by_name);
        let (name, slot) = match shape {
            SiteShape::One => slots.iter().next()?,
            SiteShape::Many => slots.get_key_value(address.split('/').next()?)?,
        };
        Some((name.clone(), Arc::clone(slot)))
    }

    /// Another number whenever the list or a summary is another.
    pub(super) fn version(&self) -> u64 {
        self.version.load(Ordering::Relaxed)
    }

    fn move_on(&self) {
        self.version.fetch_add(1, Ordering::Relaxed);
    }

    /// Notes that pages are used again.
    pub(super) fn use_again(&self, name: &str) {
        self.held.use_again(name);
    }

    /// Keeps what a look has given. Without an error, that is; else the summary and the pages of before stay.
    pub(super) fn keep(&self, name: &str, slot: &mut Slot, look: Look, seen: Seen) {
        slot.looked = Some(look);
        slot.has_error = seen.has_error;
        slot.findings = seen.findings;
        if let Some(summary) = seen.summary
            && slot.summary.as_ref() != Some(&summary)
        {
            slot.summary = Some(summary);
            self.move_on();
        }
        if let Some(pages) = seen.pages {
            let size = pages.size_bytes;
            slot.pages = Some((look, Arc::new(pages)));
            for other in self.held.hold(name, size) {
                self.let_go(&other);
            }
        }
    }

    /// Drops the pages of a cooperative that was not looked at for longest. One that is being worked on right
    /// now is in use, and will be held anew.
    fn let_go(&self, name: &str) {
        let slot = read(&self.by_name).get(name).cloned();
        if let Some(slot) = slot
            && let Ok(mut slot) = slot.try_lock()
        {
            slot.pages = None;
        }
    }
}

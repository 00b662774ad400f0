//! Makes what the cache does not have of one cooperative's photos, within a budget of memory: all renditions for a
//! build, colour and blur for a preview.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex};

use anyhow::Result;
use rayon::prelude::*;

use super::cooperative::Understood;
use super::outcome::PhotoCounts;
use super::report::{Unwatched, Watcher};
use super::world::World;
use crate::cache::PhotoCache;
use crate::finding::{Finding, Findings};
use crate::locks::{lock, unpoisoned};
use crate::photo::{self, PhotoFacts, PhotoLook, Recipe, SourceHash};
use crate::source::Photo;

/// What was made of a cooperative's photos.
#[derive(Default)]
pub(crate) struct PhotoWork {
    /// Looks by original.
    pub(crate) looks: BTreeMap<SourceHash, PhotoLook>,
    pub(super) counts: PhotoCounts,
    /// Photos that cannot be used after all.
    pub(crate) findings: Findings,
}

/// Makes every rendition of a cooperative that the cache does not have.
pub(super) fn make_photos(
    understood: &Understood,
    world: &World,
    cache: &PhotoCache,
    memory: &MemoryBudget,
    watcher: &dyn Watcher,
) -> Result<PhotoWork> {
    work_on(understood, &understood.shelf.recipes_by_photo(), world, cache, memory, watcher)
}

/// Decodes the photos of a cooperative whose colour and blur the cache does not have. Makes no rendition of them: who
/// looks at one page has no use for most.
pub(crate) fn make_looks(
    understood: &Understood,
    world: &World,
    cache: &PhotoCache,
    memory: &MemoryBudget,
) -> Result<PhotoWork> {
    let wanted = understood.shelf.photos().into_iter().map(|path| (path.clone(), Vec::new())).collect();
    work_on(understood, &wanted, world, cache, memory, &Unwatched)
}

fn work_on(
    understood: &Understood,
    wanted: &BTreeMap<String, Vec<Recipe>>,
    world: &World,
    cache: &PhotoCache,
    memory: &MemoryBudget,
    watcher: &dyn Watcher,
) -> Result<PhotoWork> {
    let folder = &understood.folder;
    let work_on_one = |(path, recipes): (&String, &Vec<Recipe>)| {
        let Some(Photo::Sound(facts)) = folder.photos.get(path) else { return Ok(None) };
        let mut kept = cache.look_up(facts.hash, recipes);
        if !kept.missing.is_empty() && cache.fetch_photo(facts.hash, recipes) {
            kept = cache.look_up(facts.hash, recipes);
        }
        if let (Some(look), []) = (&kept.look, kept.missing.as_slice()) {
            let (source, look) = (facts.hash, Some(look.clone()));
            return Ok(Some(MadePhoto { source, look, count: 0, finding: None }));
        }
        watcher.photos_found(1);
        let _share = memory.take(facts.decoded_bytes());
        let bytes = match world.site.read_known_photo(&format!("{}/{path}", folder.path), facts) {
            Ok(bytes) => bytes,
            Err(finding) => {
                watcher.photo_done();
                let finding = Some(*finding);
                return Ok(Some(MadePhoto { source: facts.hash, look: None, count: 0, finding }));
            }
        };
        let made = make_photo(&folder.path, path, &bytes, facts, &kept.missing, world, cache);
        watcher.photo_done();
        if made.as_ref().is_ok_and(|made| made.finding.is_none()) {
            cache.share_photo(facts.hash, recipes);
        }
        made.map(Some)
    };
    let made: Vec<Result<Option<MadePhoto>>> = wanted.par_iter().map(work_on_one).collect();
    let mut work = PhotoWork::default();
    work.counts.shown = wanted.len();
    for photo in made {
        let Some(photo) = photo? else { continue };
        work.counts.renditions_made += photo.count;
        work.looks.extend(photo.look.map(|look| (photo.source, look)));
        photo.finding.into_iter().for_each(|finding| work.findings.push(finding));
    }
    Ok(work)
}

struct MadePhoto {
    source: SourceHash,
    look: Option<PhotoLook>,
    count: usize,
    finding: Option<Finding>,
}

fn make_photo(
    folder: &str,
    path: &str,
    bytes: &[u8],
    facts: &PhotoFacts,
    missing: &[Recipe],
    world: &World,
    cache: &PhotoCache,
) -> Result<MadePhoto> {
    match photo::make_renditions(bytes, facts, missing, &world.settings.limits) {
        Ok(made) => {
            let count = made.renditions.len();
            let pairs: Vec<(Recipe, Vec<u8>)> = missing.iter().cloned().zip(made.renditions).collect();
            let stored = cache.store(facts.hash, &made.look, &pairs);
            // Pages link to renditions. A colour that cannot be kept is found again when it is wanted.
            if !pairs.is_empty() {
                stored?;
            }
            Ok(MadePhoto { source: facts.hash, look: Some(made.look), count, finding: None })
        }
        Err(fault) => {
            let finding = fault.finding(&format!("{folder}/{path}"));
            Ok(MadePhoto { source: facts.hash, look: None, count: 0, finding: Some(finding) })
        }
    }
}

/// Lets photos be decoded at once only as far as their pixels fit into a number of bytes together. A single
/// photo larger than that is decoded alone.
pub(crate) struct MemoryBudget {
    total: u64,
    taken: Mutex<u64>,
    freed: Condvar,
}

impl MemoryBudget {
    pub(crate) fn new(total: u64) -> Self {
        Self { total: total.max(1), taken: Mutex::new(0), freed: Condvar::new() }
    }

    pub(crate) fn take(&self, bytes: u64) -> MemoryShare<'_> {
        let bytes = bytes.min(self.total);
        let mut taken = lock(&self.taken);
        while *taken + bytes > self.total {
            taken = unpoisoned(self.freed.wait(taken));
        }
        *taken += bytes;
        MemoryShare { budget: self, bytes }
    }
}

pub(crate) struct MemoryShare<'a> {
    budget: &'a MemoryBudget,
    bytes: u64,
}

impl Drop for MemoryShare<'_> {
    fn drop(&mut self) {
        *lock(&self.budget.taken) -= self.bytes;
        self.budget.freed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU64, Ordering};

    #[test]
    fn photos_in_work_never_exceed_the_memory_budget() {
        let budget = MemoryBudget::new(100);
        let (now, most) = (AtomicU64::new(0), AtomicU64::new(0));
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..50 {
                        let _share = budget.take(40);
                        most.fetch_max(now.fetch_add(40, Ordering::SeqCst) + 40, Ordering::SeqCst);
                        std::thread::yield_now();
                        now.fetch_sub(40, Ordering::SeqCst);
                    }
                });
            }
        });
        assert!(most.load(Ordering::SeqCst) <= 80);
        drop(budget.take(1_000_000));
    }
}

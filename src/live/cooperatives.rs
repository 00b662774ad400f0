//! The cooperatives of a site in memory: each is looked at when somebody asks, side by side with others.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, RwLock};
use std::time::SystemTime;

use anyhow::Result;

use super::now::Now;
use super::pictures::{Pictures, originals_of};
use super::slot::{Depth, Look, Pages, Slot};
use super::slots::{NamedSlot, Seen, Slots};
use crate::cache::Records;
use crate::failure::{Failure, OrFailed as _};
use crate::finding::{Finding, Findings};
use crate::locks::{read, write};
use crate::pipeline::cooperative::{plan, read_folder, summarise, understand};
use crate::pipeline::request::Request;
use crate::pipeline::reuse;
use crate::pipeline::world::World;
use crate::plan::{Output, Plan};
use crate::routes;

/// How often a folder is read again that changes while it is read, before that counts as a failure.
const ATTEMPTS: usize = 3;

/// Looks at cooperatives, and holds what that gave.
pub(super) struct Cooperatives {
    pub(super) slots: Slots,
    pub(super) pictures: Pictures,
    pool: rayon::ThreadPool,
    /// What pages have named that lies beside the cooperatives' folders.
    assets: RwLock<BTreeMap<String, Output>>,
    /// Files that are still being copied: what is wrong with them is not said yet.
    growing: RwLock<BTreeSet<String>>,
    is_ending: AtomicBool,
    /// When the program began: what the last build remembered is trusted as of then.
    now: SystemTime,
}

impl Cooperatives {
    pub(super) fn new(request: &Request) -> Result<Self> {
        let threads = rayon::ThreadPoolBuilder::new().num_threads(request.jobs.max(1));
        Ok(Self {
            slots: Slots::new(),
            pictures: Pictures::new(request),
            pool: threads.build().or_failed(Failure::StartThreads)?,
            assets: RwLock::default(),
            growing: RwLock::default(),
            is_ending: AtomicBool::new(false),
            now: request.now,
        })
    }

    /// Ends what runs in the background.
    pub(super) fn end(&self) {
        self.is_ending.store(true, Ordering::Relaxed);
    }

    /// Says nothing of files that are still being copied.
    pub(super) fn note_growing(&self, files: &BTreeSet<String>) {
        write(&self.growing).clone_from(files);
    }

    /// What some page has named at a path beside the cooperatives' folders.
    pub(super) fn asset(&self, path: &str) -> Option<Output> {
        read(&self.assets).get(path).cloned()
    }

    /// Does work on the threads of the pool.
    pub(super) fn install<R: Send>(&self, work: impl FnOnce() -> R + Send) -> R {
        self.pool.install(work)
    }

    /// Does work on cooperatives, side by side, and gives the results in their order. Leaves out what is left when the
    /// site is to end.
    ///
    /// Not on the threads of the pool: one that waits for a part of its work takes up other work meanwhile, and would
    /// wait for the lock of a cooperative whose holder waits for it. Who holds a lock hands work to the pool and waits.
    pub(super) fn each<R: Send>(
        &self,
        slots: &[NamedSlot],
        work: impl Fn(&NamedSlot) -> Result<R> + Sync,
    ) -> Result<Vec<R>> {
        let next = AtomicUsize::new(0);
        let take_next = || {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let slot = slots.get(number).filter(|_| !self.is_ending.load(Ordering::Relaxed))?;
            Some(work(slot).map(|result| (number, result)))
        };
        let take_all = || std::iter::from_fn(take_next).collect::<Result<Vec<(usize, R)>>>();
        let mut results = Vec::with_capacity(slots.len());
        std::thread::scope(|scope| {
            let threads = self.pool.current_num_threads().min(slots.len());
            let threads: Vec<_> = (0..threads).map(|_| scope.spawn(take_all)).collect();
            for thread in threads {
                results.extend(thread.join().unwrap_or_else(|panic| resume_unwind(panic))?);
            }
            anyhow::Ok(())
        })?;
        results.sort_by_key(|(number, _)| *number);
        Ok(results.into_iter().map(|(_, result)| result).collect())
    }

    /// Brings what is known of a cooperative up to date. A folder that changes under the reader's hands is read
    /// again.
    pub(super) fn look(
        &self,
        now: &Now,
        name: &str,
        slot: &mut Slot,
        depth: Depth,
        records: Option<&Records>,
    ) -> Result<()> {
        let Now { number, world: Some(world), .. } = now else { return Ok(()) };
        let mut failure = None;
        for _ in 0..ATTEMPTS {
            match self.look_once(*number, world, name, slot, depth, records) {
                Ok(()) => return Ok(()),
                Err(error) => failure = Some(error),
            }
        }
        failure.map_or(Ok(()), Err)
    }

    fn look_once(
        &self,
        number: u64,
        world: &World,
        name: &str,
        slot: &mut Slot,
        depth: Depth,
        records: Option<&Records>,
    ) -> Result<()> {
        let look = Look { world: number, stamps: world.site.stamps(name)? };
        if slot.is_current(look, depth) {
            self.slots.use_again(name);
            return Ok(());
        }
        let seen = self.pool.install(|| match depth {
            Depth::Summary => {
                let remembered = records.and_then(|records| self.remembered(name, look, world, records));
                remembered.map_or_else(|| summary(name, world), Ok)
            }
            Depth::Pages => self.plan(name, world),
        })?;
        let seen = Seen { findings: self.told(seen.findings), ..seen };
        self.slots.keep(name, slot, look, seen);
        Ok(())
    }

    /// What is said of a cooperative. Each finding keeps only the line that it shows, not the text it was found
    /// in.
    fn told(&self, mut findings: Findings) -> Findings {
        findings.sort();
        let growing = read(&self.growing);
        let told = findings.iter().filter(|finding| !growing.contains(&finding.at.file.path));
        let slim = told.map(|finding| Finding { at: finding.at.with_one_line(), ..finding.clone() });
        slim.collect::<Vec<_>>().into()
    }

    /// What the last build has remembered of a cooperative whose files are as they were.
    fn remembered(&self, name: &str, look: Look, world: &World, records: &Records) -> Option<Seen> {
        let record = records.get(name)?;
        let trusted = look.stamps.trusted(self.now)?;
        if record.stamps != Some(trusted) || !reuse::has_same_day(&record, name, world) {
            return None;
        }
        let findings = reuse::findings_of(&record)?;
        Some(Seen::without_pages(findings, Some(record.summary.into())))
    }

    /// Works out every page of a cooperative.
    fn plan(&self, name: &str, world: &World) -> Result<Seen> {
        let mut findings = Findings::new();
        let folder = read_folder(name, world, &mut findings)?;
        let Some(understood) = understand(folder, world, &mut findings) else {
            return Ok(Seen::without_pages(findings, None));
        };
        let originals = originals_of(&understood);
        let made = self.pictures.looks(&understood, world)?;
        let planned = plan(&understood.with_looks(made.looks), world, &mut findings);
        findings.extend(made.findings);
        let Some(planned) = planned.filter(|_| !findings.has_error()) else {
            return Ok(Seen::without_pages(findings, None));
        };
        self.note_assets(&planned.plan);
        let seen = Seen::without_pages(findings, Some(text_of(&planned.summary.to_json())));
        let pages = Pages::new(planned.plan, originals, planned.identity, planned.addresses);
        Ok(Seen { pages: Some(pages), ..seen })
    }

    /// Keeps what pages name beside the cooperatives' folders, at names that follow from what is there.
    pub(super) fn note_assets(&self, plan: &Plan) {
        let mut assets = write(&self.assets);
        for (path, output) in plan.iter().filter(|(path, _)| is_asset(path.as_str())) {
            if !assets.contains_key(path.as_str()) {
                assets.insert(path.as_str().to_owned(), output.clone());
            }
        }
    }
}

/// Understands a cooperative and renders nothing.
fn summary(name: &str, world: &World) -> Result<Seen> {
    let mut findings = Findings::new();
    let folder = read_folder(name, world, &mut findings)?;
    let understood = understand(folder, world, &mut findings);
    let summary = understood.and_then(|understood| summarise(&understood, world, &mut findings));
    let summary = summary.map(|summary| text_of(&summary.to_json()));
    Ok(Seen::without_pages(findings, summary))
}

/// True for a path that cooperatives share: its name follows from what is there.
pub(super) fn is_asset(path: &str) -> bool {
    routes::SHARED_FOLDERS.iter().any(|folder| path.starts_with(folder))
}

/// Without the line break at its end.
fn text_of(json: &[u8]) -> Arc<str> {
    String::from_utf8_lossy(json).trim_end().into()
}

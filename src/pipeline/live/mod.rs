//! A site in memory, for `serve`: what is asked for is worked out when it is asked for, from the same plan as in
//! a build, and kept until one of its files changes. Of every cooperative only its summary and its findings stay;
//! pages are held of those that were looked at last. Writes nothing but photos into the cache, and those only
//! when a browser asks for one.

mod changes;
mod held;
mod portal;
mod slot;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use anyhow::{Context, Result};
use rayon::prelude::*;

use super::cooperative::{plan, read_folder, summarise, understand};
use super::photos::{MemoryBudget, make_looks};
use super::request::Request;
use super::reuse;
use super::world::{World, read_world};
use crate::cache::{PhotoCache, Record, Records};
use crate::card;
use crate::finding::{Findings, from_record, to_record};
use crate::page::SiteShape;
use crate::photo::{self, Recipe};
use crate::plan::{Output, Plan};
use crate::routes;
use crate::source::{Photo, Site};
pub use changes::Changes;
use held::Held;
use portal::{Basics, Portal};
use slot::{Depth, Look, Pages, Slot};

/// Largest total of the pages that are held, in bytes: some hundred cooperatives.
const HELD_BYTES: usize = 64 * 1024 * 1024;

/// How often a folder is read again that changes while it is read, before that counts as a failure.
const ATTEMPTS: usize = 3;

/// Photos whose renditions are made at once: more are never needed for one page's view.
const PHOTO_LOCKS: usize = 64;

/// A site that is worked out as it is asked for.
pub struct LiveSite {
    request: Request,
    site: Site,
    pool: rayon::ThreadPool,
    cache: PhotoCache,
    memory: MemoryBudget,
    now: RwLock<Now>,
    slots: RwLock<BTreeMap<String, Arc<Mutex<Slot>>>>,
    /// Moves on when a summary changes.
    summaries: AtomicU64,
    held: Held,
    /// What pages have named that lies beside the cooperatives' folders.
    assets: RwLock<BTreeMap<String, Output>>,
    basics: Mutex<Option<Arc<Basics>>>,
    portal: Mutex<Option<Arc<Portal>>>,
    photo_locks: Vec<Mutex<()>>,
    /// Files that are still being copied: what is wrong with them is not said yet.
    growing: RwLock<BTreeSet<String>>,
    is_ending: AtomicBool,
}

/// Settings and themes as they are now.
#[derive(Clone, Default)]
struct Now {
    number: u64,
    /// `None` as long as they never were without an error.
    world: Option<Arc<World>>,
    findings: Arc<Findings>,
}

/// What there is at an address.
#[derive(Debug, PartialEq)]
pub enum Shown {
    /// A file of the site.
    File {
        /// Its path in the site.
        path: String,
        /// Its content.
        bytes: Vec<u8>,
    },
    /// A folder, whose address ends in `/`.
    Folder,
    /// A cooperative that has another address now: the address.
    Moved(String),
    /// Nothing; the site's own page for that, if there is one.
    Nothing(Option<Vec<u8>>),
    /// It cannot be shown; its findings say why.
    Broken,
}

/// What looking again at one part of the site has given.
#[derive(Debug, Default)]
pub struct Looked {
    /// Name of the cooperative's folder; `None`: settings, themes or the list of cooperatives.
    pub name: Option<String>,
    /// What was not said of it before.
    pub new: Findings,
    /// How many findings are left.
    pub left: usize,
    /// How many were mended.
    pub mended: usize,
}

/// A file in the plan, before its bytes are there.
enum Found {
    Bytes(Vec<u8>),
    Nothing,
    Broken,
}

impl LiveSite {
    /// Reads settings and themes and lists the cooperatives; looks at none of them.
    ///
    /// # Errors
    /// If the machine fails; what is wrong with content is among the findings.
    pub fn open(request: Request) -> Result<Self> {
        let threads = rayon::ThreadPoolBuilder::new().num_threads(request.jobs.max(1));
        let live = Self {
            site: Site::open(&request.site)?.remembering_photos(),
            pool: threads.build().context("cannot start threads")?,
            cache: PhotoCache::new(&request.cache, request.now),
            memory: MemoryBudget::new(request.photo_memory_bytes),
            request,
            now: RwLock::default(),
            slots: RwLock::default(),
            summaries: AtomicU64::new(0),
            held: Held::new(HELD_BYTES),
            assets: RwLock::default(),
            basics: Mutex::default(),
            portal: Mutex::default(),
            photo_locks: (0..PHOTO_LOCKS).map(|_| Mutex::default()).collect(),
            growing: RwLock::default(),
            is_ending: AtomicBool::new(false),
        };
        live.read_world()?;
        live.list_cooperatives()?;
        Ok(live)
    }

    /// The site's folder.
    pub fn root(&self) -> &std::path::Path {
        self.site.root()
    }

    /// Names of the cooperatives' folders.
    pub fn names(&self) -> Vec<String> {
        read(&self.slots).keys().cloned().collect()
    }

    /// Ends what runs in the background, so that the program can end.
    pub fn end(&self) {
        self.is_ending.store(true, Ordering::Relaxed);
    }

    /// What there is at an address, given below the site's root and without escapes: `kpc/produk/susu/`.
    ///
    /// # Errors
    /// If the machine fails.
    pub fn show(&self, address: &str) -> Result<Shown> {
        let is_folder = address.is_empty() || address.ends_with('/');
        let path = if is_folder { format!("{address}index.html") } else { address.to_owned() };
        match self.find(&path)? {
            Found::Bytes(bytes) => return Ok(Shown::File { path, bytes }),
            Found::Broken => return Ok(Shown::Broken),
            Found::Nothing => {}
        }
        if !is_folder && matches!(self.find(&format!("{address}/index.html"))?, Found::Bytes(_)) {
            return Ok(Shown::Folder);
        }
        if let Some(address) = self.moved(address)? {
            return Ok(Shown::Moved(address));
        }
        Ok(Shown::Nothing(match self.find(routes::NOT_FOUND)? {
            Found::Bytes(page) => Some(page),
            _ => None,
        }))
    }

    /// What is wrong with what is shown at an address, and with the site as a whole.
    pub fn findings(&self, address: &str) -> Findings {
        let now = self.now();
        let mut findings = Findings::clone(&now.findings);
        let name = now.world.as_ref().and_then(|world| self.owner(address, world.shape));
        if let Some((_, slot)) = &name {
            findings.extend(lock(slot).findings.clone());
        } else if let Some(portal) = lock(&self.portal).as_ref() {
            findings.extend(portal.findings.clone());
        }
        findings.sort();
        findings
    }

    /// Findings of the whole site, as far as it was looked at.
    pub fn all_findings(&self) -> Findings {
        let mut findings = Findings::clone(&self.now().findings);
        let slots: Vec<_> = read(&self.slots).values().cloned().collect();
        for slot in slots {
            findings.extend(lock(&slot).findings.clone());
        }
        findings.sort();
        findings
    }

    /// Looks at every cooperative that was not looked at yet: reads its files, unless the last build has
    /// remembered what they say, but renders nothing. Ends early when the site is to end.
    ///
    /// # Errors
    /// If the machine fails.
    pub fn look_at_all(&self) -> Result<()> {
        let Now { number, world: Some(world), .. } = self.now() else { return Ok(()) };
        let is_unseen = |slot: &Arc<Mutex<Slot>>| lock(slot).looked.is_none_or(|look| look.world != number);
        let unseen: Vec<_> = read(&self.slots)
            .iter()
            .filter(|(_, slot)| is_unseen(slot))
            .map(|(name, slot)| (name.clone(), Arc::clone(slot)))
            .collect();
        if unseen.is_empty() {
            return Ok(());
        }
        let records = Records::read(&self.request.cache, &self.request.output, world.fingerprint);
        self.pool.install(|| {
            unseen.par_iter().try_for_each(|(name, slot)| {
                if self.is_ending.load(Ordering::Relaxed) {
                    return Ok(());
                }
                self.look(name, &mut lock(slot), Depth::Summary, Some(&records))
            })
        })
    }

    /// Takes notice of changed files. Looks again at what they belong to: with pages where some are held or a
    /// browser shows one (`open` has the addresses), else without.
    ///
    /// # Errors
    /// If the machine fails.
    pub fn refresh(&self, changes: &Changes, open: &[String]) -> Result<Vec<Looked>> {
        self.growing.write().unwrap_or_else(PoisonError::into_inner).clone_from(&changes.growing);
        for path in &changes.files {
            self.site.forget_photo(Some(path));
        }
        if changes.everything {
            self.site.forget_photo(None);
        }
        let mut looked = Vec::new();
        if changes.world {
            let before = self.now().findings;
            self.read_world()?;
            looked.push(Looked::between(None, &before, &self.now().findings));
        }
        if changes.list || changes.office {
            looked.extend(self.list_cooperatives()?);
        }
        let shape = self.now().world.map_or(SiteShape::Many, |world| world.shape);
        let open: Vec<String> =
            open.iter().filter_map(|address| Some(self.owner(address, shape)?.0)).collect();
        let touched: Vec<(String, Arc<Mutex<Slot>>)> = {
            let slots = read(&self.slots);
            // A cooperative that has the site to itself shows what lies beside it, too.
            let is_all = changes.everything || (changes.office && shape == SiteShape::One);
            let is_touched = |name: &String| is_all || changes.cooperatives.contains(name);
            let touched = slots.iter().filter(|(name, _)| is_touched(name));
            touched.map(|(name, slot)| (name.clone(), Arc::clone(slot))).collect()
        };
        let again = self.pool.install(|| {
            touched
                .par_iter()
                .map(|(name, slot)| {
                    let mut slot = lock(slot);
                    // Where events were lost, time stamps tell what has changed.
                    if !changes.everything {
                        slot.looked = None;
                    }
                    let before = slot.findings.clone();
                    let depth = if slot.pages.is_some() || open.contains(name) {
                        Depth::Pages
                    } else {
                        Depth::Summary
                    };
                    match self.look(name, &mut slot, depth, None) {
                        Ok(()) => Ok(Some(Looked::between(Some(name.clone()), &before, &slot.findings))),
                        Err(error) => self.unless_gone(name, error).map(|()| None),
                    }
                })
                .collect::<Result<Vec<Option<Looked>>>>()
        })?;
        looked.extend(again.into_iter().flatten());
        Ok(looked)
    }

    /// A folder that cannot be read because it is there no more is no failure.
    fn unless_gone(&self, name: &str, error: anyhow::Error) -> Result<()> {
        self.list_cooperatives()?;
        if read(&self.slots).contains_key(name) { Err(error) } else { Ok(()) }
    }

    fn now(&self) -> Now {
        read(&self.now).clone()
    }

    fn read_world(&self) -> Result<()> {
        let mut findings = Findings::new();
        let world = read_world(self.site.clone(), &self.request, &mut findings)?;
        findings.sort();
        let mut now = self.now.write().unwrap_or_else(PoisonError::into_inner);
        now.findings = Arc::new(findings);
        if let Some(world) = world {
            now.number += 1;
            now.world = Some(Arc::new(world));
        }
        Ok(())
    }

    /// Brings the list of cooperatives up to date. Whether the site is a shop or a portal decides about every address.
    fn list_cooperatives(&self) -> Result<Option<Looked>> {
        let mut findings = Findings::new();
        let names = self.site.list_cooperatives(&mut findings)?;
        let is_same = {
            let mut slots = self.slots.write().unwrap_or_else(PoisonError::into_inner);
            let before = slots.len();
            slots.retain(|name, _| names.contains(name));
            let is_same = slots.len() == before && names.len() == before;
            for name in &names {
                slots.entry(name.clone()).or_default();
            }
            is_same
        };
        if !is_same {
            self.summaries.fetch_add(1, Ordering::Relaxed);
        }
        let now = self.now();
        let shape = SiteShape::of(names.len(), self.site.has_portal_files());
        let is_other = |world: &Arc<World>| world.shape != shape;
        if now.world.as_ref().is_none_or(is_other) || findings.has_error() {
            self.read_world()?;
            return Ok(Some(Looked::between(None, &now.findings, &self.now().findings)));
        }
        Ok(None)
    }

    /// The cooperative that an address belongs to, with its place in memory.
    fn owner(&self, address: &str, shape: SiteShape) -> Option<(String, Arc<Mutex<Slot>>)> {
        let slots = read(&self.slots);
        let (name, slot) = match shape {
            SiteShape::One => slots.iter().next()?,
            SiteShape::Many => slots.get_key_value(address.split('/').next()?)?,
        };
        Some((name.clone(), Arc::clone(slot)))
    }

    fn find(&self, path: &str) -> Result<Found> {
        let Some(world) = self.now().world else { return Ok(Found::Broken) };
        let owner = self.owner(path, world.shape);
        let mut is_broken = false;
        if let Some((name, slot)) = &owner {
            match self.pages(name, slot)? {
                Some(pages) => {
                    if let Some(output) = pages.plan.get(path) {
                        return self.bytes_of(output, Some((name, &pages)), &world).map(or_nothing);
                    }
                }
                None => is_broken = true,
            }
        }
        let asset = read(&self.assets).get(path).cloned();
        if let Some(asset) = asset {
            return self.bytes_of(&asset, None, &world).map(or_nothing);
        }
        if let Some(output) = self.basics(&world, owner.as_ref())?.get(path) {
            return self.bytes_of(output, None, &world).map(or_nothing);
        }
        if is_broken {
            return Ok(Found::Broken);
        }
        if routes::is_sitemap(path) {
            return self.sitemap(path, &world).map(or_nothing);
        }
        // Addresses below a cooperative's folder and names of scripts need no portal to be told that they lead
        // nowhere.
        if owner.is_some() || is_asset(path) {
            return Ok(Found::Nothing);
        }
        match self.portal(&world)?.plan.get(path) {
            Some(output) => self.bytes_of(output, None, &world).map(or_nothing),
            None => Ok(Found::Nothing),
        }
    }

    /// The pages of a cooperative as its files are now; those of before if they have an error; `None` if there
    /// never were any.
    fn pages(&self, name: &str, slot: &Mutex<Slot>) -> Result<Option<Arc<Pages>>> {
        let mut slot = lock(slot);
        if let Err(error) = self.look(name, &mut slot, Depth::Pages, None) {
            return self.unless_gone(name, error).map(|()| None);
        }
        Ok(slot.pages.as_ref().map(|(_, pages)| Arc::clone(pages)))
    }

    /// Brings what is known of a cooperative up to date. A folder that changes under the reader's hands is read
    /// again.
    fn look(&self, name: &str, slot: &mut Slot, depth: Depth, records: Option<&Records>) -> Result<()> {
        let mut failure = None;
        for _ in 0..ATTEMPTS {
            match self.look_once(name, slot, depth, records) {
                Ok(()) => return Ok(()),
                Err(error) => failure = Some(error),
            }
        }
        failure.map_or(Ok(()), Err)
    }

    fn look_once(&self, name: &str, slot: &mut Slot, depth: Depth, records: Option<&Records>) -> Result<()> {
        let Now { number, world: Some(world), .. } = self.now() else { return Ok(()) };
        let look = Look { world: number, stamps: world.site.stamps(name)? };
        if slot.is_current(look, depth) {
            self.held.use_again(name);
            return Ok(());
        }
        let remembered = records.and_then(|records| self.remembered(name, look, &world, records));
        let mut findings = Findings::new();
        let (summary, pages) = match (remembered, depth) {
            (Some((summary, told)), Depth::Summary) => {
                findings = told;
                (Some(summary), None)
            }
            (_, Depth::Summary) => {
                let folder = read_folder(name, &world, &mut findings)?;
                let understood = understand(folder, &world, &mut findings);
                let summary = understood.and_then(|all| summarise(&all, &world, &mut findings));
                (summary.map(|summary| text_of(&summary.to_json())), None)
            }
            (_, Depth::Pages) => match self.plan(name, &world, &mut findings)? {
                Some((summary, pages)) => (Some(summary), Some(pages)),
                None => (None, None),
            },
        };
        slot.looked = Some(look);
        slot.has_error = findings.has_error();
        slot.findings = self.told(findings);
        if let Some(summary) = summary
            && slot.summary.as_deref() != Some(&*summary)
        {
            slot.summary = Some(summary);
            self.summaries.fetch_add(1, Ordering::Relaxed);
        }
        if let Some(pages) = pages {
            let size = pages.size_bytes;
            slot.pages = Some((look, Arc::new(pages)));
            for other in self.held.hold(name, size) {
                self.let_go(&other);
            }
        }
        Ok(())
    }

    /// What is said of a cooperative. Each finding keeps only the line that it shows, not the text it was found
    /// in.
    fn told(&self, mut findings: Findings) -> Findings {
        findings.sort();
        let growing = read(&self.growing);
        let told = findings.iter().filter(|finding| !growing.contains(&finding.at.file.path));
        let slim = told.map(|finding| from_record(&to_record(finding)).unwrap_or_else(|| finding.clone()));
        slim.collect::<Vec<_>>().into()
    }

    /// Drops the pages of a cooperative that was not looked at for longest. One that is being worked on right
    /// now is in use, and will be held anew.
    fn let_go(&self, name: &str) {
        let slot = read(&self.slots).get(name).cloned();
        if let Some(slot) = slot
            && let Ok(mut slot) = slot.try_lock()
        {
            slot.pages = None;
        }
    }

    /// What the last build has remembered of a cooperative whose files are as they were.
    fn remembered(
        &self,
        name: &str,
        look: Look,
        world: &World,
        records: &Records,
    ) -> Option<(Box<str>, Findings)> {
        let record: Record<'_> = records.get(name)?;
        let trusted = look.stamps.trusted(self.request.now)?;
        if record.stamps != Some(trusted) || !reuse::has_same_day(&record, name, world) {
            return None;
        }
        let findings = reuse::findings_of(&record)?;
        Some((Box::from(&*record.summary), findings))
    }

    /// Works out every page of a cooperative. `None` if it has an error.
    fn plan(&self, name: &str, world: &World, findings: &mut Findings) -> Result<Option<(Box<str>, Pages)>> {
        let folder = read_folder(name, world, findings)?;
        let Some(understood) = understand(folder, world, findings) else { return Ok(None) };
        self.cache.look_anew();
        let mut originals = BTreeMap::new();
        for (path, photo) in &understood.folder.photos {
            if let Photo::Sound(facts) = photo {
                originals.insert(facts.hash, (path.clone(), facts.clone()));
            }
        }
        let made = make_looks(&understood, world, &self.cache, &self.memory)?;
        let planned = plan(&understood.with_looks(made.looks), world, findings);
        findings.extend(made.findings);
        let Some(planned) = planned.filter(|_| !findings.has_error()) else { return Ok(None) };
        self.note_assets(&planned.plan);
        let summary = text_of(&planned.summary.to_json());
        Ok(Some((summary, Pages::new(planned.plan, originals, planned.identity, planned.addresses))))
    }

    /// Keeps what pages name beside the cooperatives' folders, at names that follow from what is there.
    fn note_assets(&self, plan: &Plan) {
        let mut assets = self.assets.write().unwrap_or_else(PoisonError::into_inner);
        for (path, output) in plan.iter().filter(|(path, _)| is_asset(path.as_str())) {
            if !assets.contains_key(path.as_str()) {
                assets.insert(path.as_str().to_owned(), output.clone());
            }
        }
    }

    /// The bytes of a file; a photo is made and a card drawn if nobody has asked for it before. `origin`: the
    /// cooperative that it belongs to. `None` for a photo that cannot be made.
    fn bytes_of(
        &self,
        output: &Output,
        origin: Option<(&str, &Pages)>,
        world: &World,
    ) -> Result<Option<Vec<u8>>> {
        match output {
            Output::Page(bytes) | Output::Asset(bytes) => Ok(Some(bytes.clone())),
            Output::Later(later) => Ok(Some(later.bytes().to_owned())),
            Output::Card(card) if self.cache.has_card(card) => self.cache.read(card).map(Some),
            Output::Rendition(recipe) => {
                origin.map_or(Ok(None), |(name, pages)| self.rendition(name, recipe, pages, world))
            }
            Output::Card(card) => {
                let photo = match (&card.photo, origin) {
                    (Some(recipe), Some((name, pages))) => self.rendition(name, recipe, pages, world)?,
                    _ => None,
                };
                if card.photo.is_some() && photo.is_none() {
                    return Ok(None);
                }
                let drawn = card::draw(card, photo.as_deref())?;
                self.cache.store_card(card, &drawn)?;
                Ok(Some(drawn))
            }
        }
    }

    fn rendition(
        &self,
        name: &str,
        recipe: &Recipe,
        pages: &Pages,
        world: &World,
    ) -> Result<Option<Vec<u8>>> {
        let number = usize::from(recipe.source.bytes()[0]) % PHOTO_LOCKS;
        let _one_at_a_time = lock(&self.photo_locks[number]);
        self.cache.look_anew();
        let wanted = std::slice::from_ref(recipe);
        let kept = self.cache.look_up(recipe.source, wanted);
        if kept.missing.is_empty() {
            return self.cache.read(recipe).map(Some);
        }
        let Some((path, facts)) = pages.originals.get(&recipe.source) else { return Ok(None) };
        let _share = self.memory.take(facts.decoded_bytes());
        let bytes = world.site.read_photo(name, path)?;
        let Ok(made) = photo::make_renditions(&bytes, facts, wanted, &world.settings.limits) else {
            return Ok(None);
        };
        let Some(rendition) = made.renditions.into_iter().next() else { return Ok(None) };
        self.cache.store(recipe.source, &made.look, &[(recipe.clone(), rendition.clone())])?;
        Ok(Some(rendition))
    }
}

impl Looked {
    /// What has changed between two looks.
    fn between(name: Option<String>, before: &Findings, after: &Findings) -> Self {
        let is_in = |all: &Findings, one: &crate::finding::Finding| all.iter().any(|other| other == one);
        let new: Vec<_> = after.iter().filter(|finding| !is_in(before, finding)).cloned().collect();
        let mended = before.iter().filter(|finding| !is_in(after, finding)).count();
        Self { name, left: after.len(), new: new.into(), mended }
    }
}

fn is_asset(path: &str) -> bool {
    routes::SHARED_FOLDERS.iter().any(|folder| path.starts_with(folder))
}

fn text_of(json: &[u8]) -> Box<str> {
    String::from_utf8_lossy(json).trim_end().into()
}

fn or_nothing(bytes: Option<Vec<u8>>) -> Found {
    bytes.map_or(Found::Nothing, Found::Bytes)
}

/// What was changed by whoever panicked is replaced as a whole, never in steps.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn read<T>(lock: &RwLock<T>) -> std::sync::RwLockReadGuard<'_, T> {
    lock.read().unwrap_or_else(PoisonError::into_inner)
}

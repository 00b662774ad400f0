//! The map and the reduce: streams cooperatives through the pure rooms in parallel, then the portal.
//! Owns no rule of its own: it calls the rooms in their order and hands their results on.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, OnceLock, PoisonError};
use std::time::SystemTime;

use anyhow::{Context, Result};
use rayon::prelude::*;

use crate::content;
use crate::finding::{Findings, Level};
use crate::model::{Cooperative, Date, Language, Office, PhotoUse, Slug};
use crate::output::{GroupReport, PhotoCache, Writer};
use crate::page::{self, PageAddress, SiteIdentity, SiteShape, Themes};
use crate::photo::{self, PhotoLook, Recipe, SourceHash};
use crate::plan::{Output, Plan, SitePath};
use crate::portal;
use crate::settings::{self, Settings};
use crate::source::{Folder, History, Photo, Site};
use crate::summary::{SUMMARY_FILE, Summary, SummaryPhoto};
use crate::theme::Theme;
use crate::view::{self, PhotoShape, PhotoShelf};

/// Group of the files that belong to the site and to no cooperative.
const SITE_GROUP: &str = "";

/// Width of the photos that a portal shows, in pixels.
const PORTAL_PHOTO_PX: u32 = 480;

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
    /// The machine's clock, only for the age of cached photos.
    pub now: SystemTime,
}

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
    /// Size of the site, in bytes.
    pub bytes: u64,
    /// Files written; the others already held these bytes.
    pub written: usize,
    /// Files removed.
    pub removed: usize,
    /// Every finding, sorted.
    pub findings: Findings,
}

/// The site as far as every cooperative needs it.
struct World {
    site: Site,
    settings: Settings,
    themes: Themes,
    shape: SiteShape,
    names: Vec<String>,
    /// Asked for only if a profile does not say when it was brought up to date.
    history: OnceLock<History>,
}

/// Builds a site into its output folder.
///
/// # Errors
/// If the machine fails; what is wrong with content is a finding in the report.
pub fn build(request: &Request, watcher: &dyn Watcher) -> Result<Report> {
    with_threads(request.jobs, || {
        let mut report = Report::default();
        let Some(world) = read_world(request, &mut report.findings)? else { return Ok(report) };
        let cache = PhotoCache::new(&request.cache, request.now);
        let writer = Writer::open(&request.output, || watcher.waiting())?;
        let memory = MemoryBudget::new(request.photo_memory_bytes);
        watcher.cooperatives_found(world.names.len());
        let outcomes: Vec<Result<Outcome>> = world
            .names
            .par_iter()
            .map(|name| {
                let outcome = build_cooperative(name, &world, request, &cache, &writer, &memory, watcher);
                watcher.cooperative_done();
                outcome
            })
            .collect();
        let mut known = Known::default();
        for outcome in outcomes {
            report.add(outcome?, &mut known);
        }
        finish_site(&world, &mut known, &cache, &writer, &mut report)?;
        report.removed = writer.finish()?;
        cache.shrink(request.cache_bytes)?;
        report.findings.sort();
        Ok(report)
    })
}

/// Works out a whole site and writes nothing: every finding that a build would have.
///
/// # Errors
/// If the machine fails to read.
pub fn check(request: &Request, watcher: &dyn Watcher) -> Result<Report> {
    with_threads(request.jobs, || {
        let mut report = Report::default();
        let Some(world) = read_world(request, &mut report.findings)? else { return Ok(report) };
        watcher.cooperatives_found(world.names.len());
        let wanted = |name: &&String| request.only.as_ref().is_none_or(|only| only == *name);
        let outcomes: Vec<Result<Outcome>> = world
            .names
            .par_iter()
            .filter(wanted)
            .map(|name| {
                let mut outcome = Outcome::default();
                if let Some(thought) = think(name, &world, |_, shelf| Ok(shelf), &mut outcome.findings)? {
                    outcome.take(thought);
                }
                watcher.cooperative_done();
                Ok(outcome)
            })
            .collect();
        let mut known = Known::default();
        for outcome in outcomes {
            report.add(outcome?, &mut known);
        }
        let plan = plan_site(&world, &mut known, &mut report.findings)?;
        report.count_plan(&plan);
        report.findings.sort();
        Ok(report)
    })
}

/// What became of one cooperative.
#[derive(Default)]
struct Outcome {
    summary: Option<Summary>,
    addresses: Vec<PageAddress>,
    identity: Option<SiteIdentity>,
    is_kept: bool,
    files: usize,
    pages: usize,
    photos: usize,
    renditions_made: usize,
    group: GroupReport,
    findings: Findings,
}

impl Outcome {
    /// Takes over what was worked out.
    fn take(&mut self, thought: Thought) {
        (self.files, self.pages) = count_files(&thought.plan);
        self.summary = Some(thought.summary);
        self.addresses = thought.addresses;
        self.identity = Some(thought.identity);
    }

    /// Leaves a cooperative as it was published; its published summary is what the portal knows.
    fn keep_published(&mut self, name: &str, world: &World, writer: &Writer) {
        writer.keep_group(name);
        let Some(slug) = Slug::parse(name) else { return };
        let summary = SitePath::new(format!("{}{SUMMARY_FILE}", world.shape.root_of_slug(&slug)));
        self.summary = writer.read_kept(&summary).and_then(|bytes| Summary::parse(&bytes).ok());
        let changed = self.summary.as_ref().and_then(|summary| summary.updated);
        let pages = writer.kept_paths(name).into_iter().filter(|path| path.as_str().ends_with("index.html"));
        self.addresses = pages.map(|path| PageAddress { path, changed }).collect();
    }
}

/// All that the rest of the site may know of the cooperatives.
#[derive(Default)]
struct Known {
    summaries: Vec<Summary>,
    addresses: Vec<PageAddress>,
    /// The face of the site, if it has one cooperative.
    identity: Option<SiteIdentity>,
}

impl Report {
    /// Adds one cooperative's outcome; what the rest of the site may know of it goes to `known`.
    fn add(&mut self, outcome: Outcome, known: &mut Known) {
        if outcome.findings.has_error() {
            self.failed += 1;
        } else if !outcome.is_kept {
            self.built += 1;
        }
        self.files += outcome.files;
        self.pages += outcome.pages;
        self.photos += outcome.photos;
        self.renditions_made += outcome.renditions_made;
        self.bytes += outcome.group.bytes;
        self.written += outcome.group.written;
        self.findings.extend(outcome.findings);
        known.summaries.extend(outcome.summary);
        known.addresses.extend(outcome.addresses);
        known.identity = known.identity.take().or(outcome.identity);
    }

    fn count_plan(&mut self, plan: &Plan) {
        let (files, pages) = count_files(plan);
        self.files += files;
        self.pages += pages;
    }

    /// True if something stops the run from counting as done: an error, or any warning if `strict`.
    pub fn has_failed(&self, strict: bool) -> bool {
        self.findings.has_error() || (strict && self.findings.count(Level::Warning) > 0)
    }
}

fn count_files(plan: &Plan) -> (usize, usize) {
    (plan.len(), plan.iter().filter(|(path, _)| path.is_page()).count())
}

fn with_threads<T: Send>(jobs: usize, work: impl FnOnce() -> Result<T> + Send) -> Result<T> {
    let pool =
        rayon::ThreadPoolBuilder::new().num_threads(jobs.max(1)).build().context("cannot start threads")?;
    pool.install(work)
}

/// Reads what every cooperative needs. `None` if nothing can be built; the findings say why.
fn read_world(request: &Request, findings: &mut Findings) -> Result<Option<World>> {
    let site = Site::open(&request.site)?;
    let file = site.read_settings(findings)?;
    let mut settings = settings::read_settings(file.as_ref(), request.today, findings);
    if let Some(base_url) = &request.base_url {
        settings.base_url = Some(base_url.clone());
    }
    let storefront = load_theme(&site, &settings.theme, findings)?;
    let youth = load_theme(&site, &settings.youth_theme, findings)?;
    let (Some(storefront), Some(youth)) = (storefront, youth) else { return Ok(None) };
    if findings.has_error() {
        return Ok(None);
    }
    let names = site.list_cooperatives(findings)?;
    if names.is_empty() {
        return Ok(None);
    }
    if let Some(only) = &request.only
        && !site.has_cooperative(only, &names, findings)
    {
        return Ok(None);
    }
    let shape = if names.len() == 1 { SiteShape::One } else { SiteShape::Many };
    let themes = Themes { storefront, youth };
    Ok(Some(World { site, settings, themes, shape, names, history: OnceLock::new() }))
}

fn load_theme(site: &Site, name: &str, findings: &mut Findings) -> Result<Option<Theme>> {
    Ok(Theme::load(name, &site.read_theme(name, findings)?, findings))
}

/// What was worked out for one cooperative.
struct Thought {
    plan: Plan,
    summary: Summary,
    addresses: Vec<PageAddress>,
    identity: SiteIdentity,
}

/// Reads one cooperative's folder and works out every file of it. `None` if it has an error.
/// `make_photos` may complete the shelf with what only pixels tell.
fn think(
    name: &str,
    world: &World,
    make_photos: impl FnOnce(&Folder, PhotoShelf) -> Result<PhotoShelf>,
    findings: &mut Findings,
) -> Result<Option<Thought>> {
    let folder = world.site.read_cooperative(name, &world.settings.limits, findings)?;
    let cooperative = content::read_cooperative(&folder, &world.settings, findings);
    let Some(cooperative) = cooperative.filter(|_| !findings.has_error()) else { return Ok(None) };
    let cooperative = with_day_of_update(cooperative, name, world);
    let shelf = view::choose_photos(&cooperative, &folder.photos, &world.settings, &world.themes.storefront);
    let shelf = make_photos(&folder, shelf)?;
    let thought = plan_cooperative(&cooperative, &shelf, world, findings);
    Ok(Some(thought).filter(|_| !findings.has_error()))
}

/// The day of the last commit counts where the profile gives none.
fn with_day_of_update(cooperative: Cooperative, name: &str, world: &World) -> Cooperative {
    if cooperative.updated.is_some() {
        return cooperative;
    }
    let history = world.history.get_or_init(|| world.site.history());
    Cooperative { updated: history.last_commit(name), ..cooperative }
}

fn plan_cooperative(
    cooperative: &Cooperative,
    shelf: &PhotoShelf,
    world: &World,
    findings: &mut Findings,
) -> Thought {
    let World { settings, themes, shape, .. } = world;
    let mut plan = page::cooperative_pages(cooperative, shelf, settings, themes, *shape, findings);
    let summary = Summary::of(cooperative, &settings.languages, settings.today, |photo| {
        summary_photo(photo, shelf, settings)
    })
    .with_share(share_photo(cooperative, shelf));
    let path = SitePath::new(format!("{}{SUMMARY_FILE}", shape.root_of(cooperative)));
    let addresses = page::page_addresses(&plan, cooperative.updated);
    let identity = SiteIdentity::of_cooperative(cooperative, settings.first_language());
    plan.claim(path, Output::Page(summary.to_json()), findings);
    Thought { plan, summary, addresses, identity }
}

/// The card of a photo as the portal shows it: the smallest of a good size.
fn summary_photo(photo: &PhotoUse, shelf: &PhotoShelf, settings: &Settings) -> Option<SummaryPhoto> {
    let picture = shelf.picture(photo, PhotoShape::Card, "", settings.first_language())?;
    let files = picture.sources.first().map_or(&[][..], |source| &source.files);
    let (file, width_px) = match files.iter().find(|file| file.width >= PORTAL_PHOTO_PX).or(files.last()) {
        Some(file) => (file.src.clone(), file.width),
        None => (picture.src.clone(), picture.width),
    };
    Some(SummaryPhoto { file, width_px, height_px: width_px * picture.height / picture.width.max(1) })
}

/// The preview picture of a cooperative's front page, which the portal's pages borrow.
fn share_photo(cooperative: &Cooperative, shelf: &PhotoShelf) -> Option<SummaryPhoto> {
    let products = cooperative.products.iter().filter_map(|product| product.photos.first());
    let share =
        cooperative.cover.iter().chain(products).find_map(|photo| shelf.share(photo, "", Language::Id))?;
    Some(SummaryPhoto { file: share.src, width_px: share.width, height_px: share.height })
}

fn build_cooperative(
    name: &str,
    world: &World,
    request: &Request,
    cache: &PhotoCache,
    writer: &Writer,
    memory: &MemoryBudget,
    watcher: &dyn Watcher,
) -> Result<Outcome> {
    let mut outcome = Outcome::default();
    if request.only.as_ref().is_some_and(|only| only != name) {
        outcome.is_kept = true;
        outcome.keep_published(name, world, writer);
        return Ok(outcome);
    }
    let mut made = PhotoWork::default();
    let thought = think(
        name,
        world,
        |folder, shelf| {
            made = make_photos(folder, &shelf, world, cache, memory, watcher)?;
            Ok(shelf.with_looks(std::mem::take(&mut made.looks)))
        },
        &mut outcome.findings,
    )?;
    outcome.photos = made.photos;
    outcome.renditions_made = made.renditions_made;
    outcome.findings.extend(made.findings);
    match thought.filter(|_| !outcome.findings.has_error()) {
        Some(thought) => {
            outcome.group = writer.write_group(name, &thought.plan, cache, &mut outcome.findings)?;
            outcome.take(thought);
        }
        None => outcome.keep_published(name, world, writer),
    }
    Ok(outcome)
}

#[derive(Default)]
struct PhotoWork {
    looks: BTreeMap<SourceHash, PhotoLook>,
    photos: usize,
    renditions_made: usize,
    findings: Findings,
}

/// Makes every rendition of a cooperative that the cache does not have.
fn make_photos(
    folder: &Folder,
    shelf: &PhotoShelf,
    world: &World,
    cache: &PhotoCache,
    memory: &MemoryBudget,
    watcher: &dyn Watcher,
) -> Result<PhotoWork> {
    let wanted = shelf.recipes_by_photo();
    let made: Vec<Result<MadePhoto>> = wanted
        .par_iter()
        .filter_map(|(path, recipes)| match folder.photos.get(path) {
            Some(Photo::Sound(facts)) => Some((path, facts, recipes)),
            _ => None,
        })
        .map(|(path, facts, recipes)| {
            let kept = cache.look_up(facts.hash, recipes);
            if let (Some(look), []) = (&kept.look, kept.missing.as_slice()) {
                return Ok(MadePhoto {
                    source: facts.hash,
                    look: Some(look.clone()),
                    count: 0,
                    finding: None,
                });
            }
            watcher.photos_found(1);
            let _share = memory.take(facts.decoded_bytes());
            let bytes = world.site.read_photo(&folder.name, path)?;
            let made = make_photo(&folder.path, path, &bytes, facts, &kept.missing, world, cache);
            watcher.photo_done();
            made
        })
        .collect();
    let mut work = PhotoWork { photos: wanted.len(), ..PhotoWork::default() };
    for photo in made {
        let photo = photo?;
        work.renditions_made += photo.count;
        work.looks.extend(photo.look.map(|look| (photo.source, look)));
        photo.finding.into_iter().for_each(|finding| work.findings.push(finding));
    }
    Ok(work)
}

struct MadePhoto {
    source: SourceHash,
    look: Option<PhotoLook>,
    count: usize,
    finding: Option<crate::finding::Finding>,
}

fn make_photo(
    folder: &str,
    path: &str,
    bytes: &[u8],
    facts: &photo::PhotoFacts,
    missing: &[Recipe],
    world: &World,
    cache: &PhotoCache,
) -> Result<MadePhoto> {
    match photo::make_renditions(bytes, facts, missing, &world.settings.limits) {
        Ok(made) => {
            let count = made.renditions.len();
            let pairs: Vec<(Recipe, Vec<u8>)> = missing.iter().cloned().zip(made.renditions).collect();
            cache.store(facts.hash, &made.look, &pairs)?;
            Ok(MadePhoto { source: facts.hash, look: Some(made.look), count, finding: None })
        }
        Err(fault) => {
            let finding = fault.finding(&format!("{folder}/{path}"));
            Ok(MadePhoto { source: facts.hash, look: None, count: 0, finding: Some(finding) })
        }
    }
}

/// The files that belong to no cooperative: the portal, if there are many, and the site's own.
fn plan_site(world: &World, known: &mut Known, findings: &mut Findings) -> Result<Plan> {
    let World { site, settings, themes, shape, .. } = world;
    let mut plan = Plan::new();
    let identity = match (shape, known.identity.take()) {
        (SiteShape::One, Some(identity)) => identity,
        (SiteShape::One | SiteShape::Many, _) => SiteIdentity::of_portal(settings),
    };
    if *shape == SiteShape::Many {
        let files = site.read_portal(&settings.limits, findings)?;
        let youth_pages: Vec<_> = files.youth_pages.iter().map(|page| Arc::clone(&page.source)).collect();
        let office = Office {
            events: content::read_office_events(&files.events, settings, findings),
            pages: content::read_youth_pages(&youth_pages, settings, findings),
            quiz: files.quiz.and_then(|quiz| content::read_quiz(&quiz, settings, findings)),
        };
        plan = portal::portal_pages(&known.summaries, &office, settings, themes, findings);
        known.addresses.extend(page::page_addresses(&plan, None));
    }
    known.addresses.sort();
    let files = page::site_files(&identity, &known.addresses, settings, &themes.storefront, findings);
    plan.merge(files, findings);
    Ok(plan)
}

fn finish_site(
    world: &World,
    known: &mut Known,
    cache: &PhotoCache,
    writer: &Writer,
    report: &mut Report,
) -> Result<()> {
    let plan = plan_site(world, known, &mut report.findings)?;
    report.count_plan(&plan);
    let group = writer.write_group(SITE_GROUP, &plan, cache, &mut report.findings)?;
    report.bytes += group.bytes;
    report.written += group.written;
    Ok(())
}

/// Lets photos be decoded at once only as far as their pixels fit into a number of bytes together. A single
/// photo larger than that is decoded alone.
struct MemoryBudget {
    total: u64,
    taken: Mutex<u64>,
    freed: Condvar,
}

impl MemoryBudget {
    fn new(total: u64) -> Self {
        Self { total: total.max(1), taken: Mutex::new(0), freed: Condvar::new() }
    }

    fn take(&self, bytes: u64) -> MemoryShare<'_> {
        let bytes = bytes.min(self.total);
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        while *taken + bytes > self.total {
            taken = self.freed.wait(taken).unwrap_or_else(PoisonError::into_inner);
        }
        *taken += bytes;
        MemoryShare { budget: self, bytes }
    }
}

struct MemoryShare<'a> {
    budget: &'a MemoryBudget,
    bytes: u64,
}

impl Drop for MemoryShare<'_> {
    fn drop(&mut self) {
        *self.budget.taken.lock().unwrap_or_else(PoisonError::into_inner) -= self.bytes;
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

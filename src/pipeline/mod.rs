//! The map and the reduce: streams cooperatives through the pure rooms in parallel, then the portal.
//! Owns no rule of its own: it calls the rooms in their order and hands their results on.

mod cards;
mod checking;
mod codes;
mod handover;
mod hosting;
mod live;
mod photos;
mod reuse;
mod site;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use std::time::SystemTime;

use anyhow::{Context, Result};
use rayon::prelude::*;

use crate::cache::{PhotoCache, Record, Records, Updated};
use crate::content;
use crate::finding::{Findings, Level, SourceFile, Span};
use crate::fingerprint::Fingerprint;
use crate::host::{self, UsageRow};
use crate::model::{Cooperative, Date, PhotoUse, Slug};
use crate::output::{GroupReport, Writer};
use crate::page::{self, Materials, PageAddress, SiteIdentity, SiteShape, Themes};
use crate::photo;
use crate::plan::{Output, Plan, SitePath};
use crate::routes;
use crate::settings::Settings;
use crate::source::{Folder, History, Photo, Site};
use crate::summary::findings::{published_summary_refused, published_summary_unreadable, summary_refused};
use crate::summary::{MAX_NARROWER, Summary, SummaryFault, SummaryFile, SummaryPhoto};
use crate::theme::{Part, Theme};
use crate::view;
use crate::view::photos::{PhotoShape, PhotoShelf, choose_photos};
use crate::view::share;
pub use checking::check;
pub use live::{Changes, LiveSite, Looked, Shown};
use photos::{MemoryBudget, PhotoWork, make_photos};
use reuse::Before;
use site::{Known, SITE_GROUP};

/// Width of the widest photos that a portal shows, in pixels.
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
    /// The ZIP for a stick, and its size in bytes.
    pub archive: Option<(PathBuf, u64)>,
    /// What of the host's limits a checked site uses.
    pub usage: Vec<UsageRow>,
    /// Every finding, sorted.
    pub findings: Findings,
}

/// The site as far as every cooperative needs it.
struct World {
    site: Site,
    settings_file: Option<Arc<SourceFile>>,
    settings: Settings,
    themes: Themes,
    shape: SiteShape,
    names: Vec<String>,
    /// Asked for only if a profile does not say when it was brought up to date.
    history: OnceLock<History>,
    /// Everything but content that decides what pages look like.
    fingerprint: Fingerprint,
}

impl World {
    fn history(&self) -> &History {
        self.history.get_or_init(|| self.site.history())
    }
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
        let records = Records::read(&request.cache, &request.output, world.fingerprint);
        let workshop = Workshop {
            world: &world,
            request,
            cache: &cache,
            writer: &writer,
            records: &records,
            memory: MemoryBudget::new(request.photo_memory_bytes),
            watcher,
        };
        watcher.cooperatives_found(world.names.len());
        let outcomes: Vec<Result<Outcome<'_>>> = world
            .names
            .par_iter()
            .map(|name| {
                let outcome = workshop.build_cooperative(name);
                watcher.cooperative_done();
                outcome
            })
            .collect();
        let (known, mut remembered) = report.add_all(&world.names, outcomes)?;
        let own = site::finish_site(&world, known, &records, &cache, &writer, &mut report)?;
        remembered.extend(own.map(|record| (SITE_GROUP.to_owned(), record)));
        if request.is_handover {
            report.archive = Some(handover::pack(&writer, &request.output)?);
        }
        report.removed = writer.finish()?;
        records.replace(&request.cache, &request.output, world.fingerprint, &remembered)?;
        cache.shrink(request.cache_bytes)?;
        report.findings.sort();
        Ok(report)
    })
}

/// What became of one cooperative.
#[derive(Default)]
struct Outcome<'a> {
    summary: Option<KnownSummary<'a>>,
    addresses: Option<Vec<PageAddress>>,
    pages_fingerprint: Fingerprint,
    identity: Option<SiteIdentity>,
    is_kept: bool,
    /// True if it has an error, so that no page of it was worked out. Somebody else's file in the way of one page is an
    /// error that leaves the others built.
    has_failed: bool,
    files: usize,
    pages: usize,
    photos: usize,
    renditions_made: usize,
    group: GroupReport,
    findings: Findings,
    record: Option<Record<'a>>,
}

impl Outcome<'_> {
    /// Takes over what was worked out.
    fn take(&mut self, thought: Thought) {
        (self.files, self.pages) = thought.plan.count_files();
        self.summary = Some(KnownSummary::Value(Box::new(thought.summary)));
        self.pages_fingerprint = reuse::fingerprint_of_pages(&thought.addresses);
        self.addresses = Some(thought.addresses);
        self.identity = Some(thought.identity);
    }
}

/// A summary, or the text of one that need not be understood as long as no page shows it anew.
enum KnownSummary<'a> {
    Value(Box<Summary>),
    Text(Cow<'a, str>),
    /// It was published, but what lies in the output is none any more; the finding is there.
    Lost,
}

impl KnownSummary<'_> {
    /// As published, without the line break at its end.
    fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Value(summary) => String::from_utf8_lossy(&summary.to_json()).trim_end().to_owned().into(),
            Self::Text(text) => (&**text).into(),
            Self::Lost => "".into(),
        }
    }

    fn into_summary(self) -> Result<Option<Summary>, SummaryFault> {
        match self {
            Self::Value(summary) => Ok(Some(*summary)),
            Self::Text(text) => Summary::parse(text.as_bytes()).map(Some),
            Self::Lost => Ok(None),
        }
    }
}

impl Report {
    /// Adds the outcome of each cooperative, in the order of `names`. Gives what the rest of the site may know
    /// of them, and what is to be remembered.
    fn add_all<'a>(
        &mut self,
        names: &[String],
        outcomes: Vec<Result<Outcome<'a>>>,
    ) -> Result<(Vec<Known<'a>>, BTreeMap<String, Record<'a>>)> {
        let mut known = Vec::with_capacity(names.len());
        let mut remembered = BTreeMap::new();
        for (name, outcome) in names.iter().zip(outcomes) {
            let outcome = outcome?;
            self.failed += usize::from(outcome.has_failed);
            self.built += usize::from(!outcome.has_failed && !outcome.is_kept);
            self.photos += outcome.photos;
            self.renditions_made += outcome.renditions_made;
            self.count(outcome.files, outcome.pages, outcome.group);
            self.findings.extend(outcome.findings);
            remembered.extend(outcome.record.map(|record| (name.clone(), record)));
            known.extend(outcome.summary.map(|summary| Known {
                name: name.clone(),
                summary,
                addresses: outcome.addresses,
                pages: outcome.pages_fingerprint,
                identity: outcome.identity,
            }));
        }
        Ok((known, remembered))
    }

    /// Counts the files of one group.
    fn count(&mut self, files: usize, pages: usize, group: GroupReport) {
        self.files += files;
        self.pages += pages;
        self.bytes += group.bytes;
        self.written += group.written;
    }

    /// True if something stops the run from counting as done: an error, or any warning if `strict`.
    pub fn has_failed(&self, strict: bool) -> bool {
        self.findings.has_error() || (strict && self.findings.count(Level::Warning) > 0)
    }
}

fn with_threads<T: Send>(jobs: usize, work: impl FnOnce() -> Result<T> + Send) -> Result<T> {
    let pool =
        rayon::ThreadPoolBuilder::new().num_threads(jobs.max(1)).build().context("cannot start threads")?;
    pool.install(work)
}

/// Reads what every cooperative needs. `None` if nothing can be built; the findings say why.
fn read_world(request: &Request, findings: &mut Findings) -> Result<Option<World>> {
    read_world_of(Site::open(&request.site)?, request, findings)
}

/// The same, of a site that is open.
fn read_world_of(site: Site, request: &Request, findings: &mut Findings) -> Result<Option<World>> {
    let file = site.read_settings(findings);
    let mut settings = content::read_settings(file.as_ref(), request.today, findings);
    if let Some(base_url) = &request.base_url {
        settings.base_url = Some(base_url.clone());
    }
    if let Some(name) = &request.host {
        let known = host::read_host(Some(name), &Span::path("--host"), findings);
        settings.host = known.map(|host| host.name.to_owned());
    }
    let own_files =
        [site.read_theme(&settings.theme, findings)?, site.read_theme(&settings.youth_theme, findings)?];
    let load = |name: &str, files: &BTreeMap<String, String>| {
        let mut findings = Findings::new();
        (Theme::load(name, files, &mut findings), findings)
    };
    let ((storefront, found), (youth, found_too)) =
        rayon::join(|| load(&settings.theme, &own_files[0]), || load(&settings.youth_theme, &own_files[1]));
    findings.extend(found);
    findings.extend(found_too);
    let (Some(mut storefront), Some(youth)) = (storefront, youth) else { return Ok(None) };
    if hosting::host_of(&settings).opens_files {
        // From a file nothing can be kept for later, and everything is there anyway.
        storefront.leave_out(Part::Offline);
    }
    if let Some(finding) = view::findings::theme_brand_not_legible(&storefront) {
        findings.push(finding);
    }
    if findings.has_error() {
        return Ok(None);
    }
    settings.brand_colour =
        storefront.look().brand.as_ref().filter(|_| !storefront.is_zine()).map(|brand| brand.value);
    settings.youth_colours = youth.look().youth_pair().filter(|_| youth.is_zine());
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
    let settings_text = file.as_ref().map(|file| file.text.clone()).unwrap_or_default();
    let fingerprint = reuse::world_fingerprint(request, &settings_text, &own_files, shape);
    let themes = Themes { storefront, youth };
    Ok(Some(World {
        site,
        settings_file: file,
        settings,
        themes,
        shape,
        names,
        history: OnceLock::new(),
        fingerprint,
    }))
}

/// What was worked out for one cooperative.
struct Thought {
    plan: Plan,
    summary: Summary,
    addresses: Vec<PageAddress>,
    identity: SiteIdentity,
    updated: Updated,
}

/// Reads one cooperative's folder: its texts, and of its photos the headers.
fn read_folder(name: &str, world: &World, findings: &mut Findings) -> Result<Folder> {
    world.site.read_cooperative(name, &world.settings.limits, findings)
}

/// Works out every file of one cooperative. `None` if it has an error.
/// `make_photos` may complete the shelf with what only pixels tell.
fn think(
    folder: Folder,
    world: &World,
    make_photos: impl FnOnce(&Folder, PhotoShelf) -> Result<PhotoShelf>,
    findings: &mut Findings,
) -> Result<Option<Thought>> {
    let Some(understood) = understand(folder, world, findings)? else { return Ok(None) };
    let Understood { folder, cooperative, updated, shelf } = understood;
    let shelf = make_photos(&folder, shelf)?;
    let thought = plan_cooperative(&cooperative, &shelf, updated, world, findings);
    Ok(thought.filter(|_| !findings.has_error()))
}

/// What a cooperative's folder says, before any page is worked out.
struct Understood {
    folder: Folder,
    cooperative: Cooperative,
    updated: Updated,
    shelf: PhotoShelf,
}

/// Understands what a cooperative's folder says. `None` if it has an error.
fn understand(folder: Folder, world: &World, findings: &mut Findings) -> Result<Option<Understood>> {
    let folder = codes::with_codes(folder, world)?;
    for (path, photo) in &folder.photos {
        if let Photo::Sound(facts) = photo
            && let Some(finding) = photo::advise_on_location(&format!("{}/{path}", folder.path), facts)
        {
            findings.push(finding);
        }
    }
    let cooperative = content::read_cooperative(&folder, &world.settings, findings);
    let Some(cooperative) = cooperative.filter(|_| !findings.has_error()) else { return Ok(None) };
    let cooperative = with_quiz(cooperative, world, findings);
    if findings.has_error() {
        return Ok(None);
    }
    let (cooperative, updated) = with_day_of_update(cooperative, &folder.name, world);
    let shelf = choose_photos(&cooperative, &folder.photos, &world.settings, &world.themes.storefront);
    for path in shelf.photos() {
        if let Some(Photo::Sound(facts)) = folder.photos.get(path) {
            findings.extend(photo::advise(&format!("{}/{path}", folder.path), facts).into());
        }
    }
    Ok(Some(Understood { folder, cooperative, updated, shelf }))
}

/// A cooperative that has the site to itself has the site's quiz, too.
fn with_quiz(mut cooperative: Cooperative, world: &World, findings: &mut Findings) -> Cooperative {
    if world.shape == SiteShape::One {
        let quiz = world.site.read_portal(&world.settings.limits, findings).quiz;
        cooperative.youth.quiz = quiz.and_then(|quiz| content::read_quiz(&quiz, &world.settings, findings));
    }
    cooperative
}

/// The day of the last commit counts where the profile gives none.
fn with_day_of_update(cooperative: Cooperative, name: &str, world: &World) -> (Cooperative, Updated) {
    if cooperative.updated.is_some() {
        return (cooperative, Updated::ByProfile);
    }
    let updated = world.history().last_commit(name);
    (Cooperative { updated, ..cooperative }, Updated::ByHistory(updated))
}

fn plan_cooperative(
    cooperative: &Cooperative,
    shelf: &PhotoShelf,
    updated: Updated,
    world: &World,
    findings: &mut Findings,
) -> Option<Thought> {
    let World { settings, themes, shape, .. } = world;
    let mut plan =
        page::cooperative_pages(Materials { cooperative, shelf, settings, themes, site: *shape }, findings);
    hosting::fit_links(&mut plan, settings);
    let summary = summarise(cooperative, shelf, world, findings)?;
    let path = SitePath::new(format!("{}{}", shape.root_of(cooperative), routes::SUMMARY));
    let addresses = page::page_addresses(&plan, cooperative.updated);
    let identity = SiteIdentity::of_cooperative(cooperative, settings);
    plan.claim(path, Output::Page(summary.to_json()), findings);
    Some(Thought { plan, summary, addresses, identity, updated })
}

/// The summary of a cooperative. One that no reader would accept is a finding: its portal would lose it.
fn summarise(
    cooperative: &Cooperative,
    shelf: &PhotoShelf,
    world: &World,
    findings: &mut Findings,
) -> Option<Summary> {
    let World { settings, .. } = world;
    let photo = |photo: &PhotoUse| summary_photo(photo, shelf, settings);
    let summary = Summary::of(cooperative, &settings.languages, settings.today, photo);
    let checked = summary.with_share(share_photo(cooperative, shelf, world)).checked();
    checked.map_err(|fault| findings.push(summary_refused(cooperative.slug.as_str(), &fault))).ok()
}

/// The card of a photo as the portal shows it: the smallest of a good size, and those below it.
fn summary_photo(photo: &PhotoUse, shelf: &PhotoShelf, settings: &Settings) -> Option<SummaryPhoto> {
    let picture = shelf.picture(photo, PhotoShape::Card, "", settings.first_language())?;
    let files = picture.sources.first().map_or(&[][..], |source| &source.files);
    let (file, width_px) = match files.iter().find(|file| file.width >= PORTAL_PHOTO_PX).or(files.last()) {
        Some(file) => (file.src.clone(), file.width),
        None => (picture.src.clone(), picture.width),
    };
    let narrower: Vec<SummaryFile> = files
        .iter()
        .take_while(|file| file.width < width_px)
        .map(|file| SummaryFile { file: file.src.clone(), width_px: file.width })
        .collect();
    let narrower = narrower[narrower.len().saturating_sub(MAX_NARROWER)..].to_vec();
    let height_px = width_px * picture.height / picture.width.max(1);
    Some(SummaryPhoto { file, width_px, height_px, narrower })
}

/// The preview picture of a cooperative's front page, if it has one of its own.
fn share_photo(cooperative: &Cooperative, shelf: &PhotoShelf, world: &World) -> Option<SummaryPhoto> {
    let World { settings, themes, shape, .. } = world;
    if settings.base_url.is_none() || !themes.storefront.has(Part::Cards) {
        return None;
    }
    let language = settings.first_language();
    let card = share::shop::shop_of(cooperative, shelf, settings, language, *shape == SiteShape::Many);
    (!card.is_of_site).then_some(SummaryPhoto {
        file: card.src,
        width_px: card.width,
        height_px: card.height,
        narrower: Vec::new(),
    })
}

/// Everything that building a cooperative needs, beside its name.
struct Workshop<'a, 'r> {
    world: &'a World,
    request: &'a Request,
    cache: &'a PhotoCache,
    writer: &'a Writer,
    /// What is known of it outlives the workshop.
    records: &'r Records,
    memory: MemoryBudget,
    watcher: &'a dyn Watcher,
}

impl<'r> Workshop<'_, 'r> {
    /// Brings one cooperative's files up to date. With an error, what was published for it stays.
    fn build_cooperative(&self, name: &str) -> Result<Outcome<'r>> {
        if self.request.only.as_ref().is_some_and(|only| only != name) {
            let mut outcome = Outcome { is_kept: true, ..Outcome::default() };
            self.keep_published(name, &mut outcome);
            outcome.record = self.records.get(name);
            return Ok(outcome);
        }
        let before = reuse::look_back(name, self.world, self.request, self.records, self.writer)?;
        let (stamps, content) = match before {
            Before::Unchanged(outcome) => return Ok(*outcome),
            Before::Changed { stamps, content } => (stamps, content),
        };
        let mut outcome = Outcome::default();
        let mut made = PhotoWork::default();
        let complete = |folder: &Folder, shelf: PhotoShelf| {
            made = make_photos(folder, &shelf, self.world, self.cache, &self.memory, self.watcher)?;
            Ok(shelf.with_looks(std::mem::take(&mut made.looks)))
        };
        let folder = read_folder(name, self.world, &mut outcome.findings)?;
        let thought = think(folder, self.world, complete, &mut outcome.findings)?;
        outcome.photos = made.photos;
        outcome.renditions_made = made.renditions_made;
        outcome.findings.extend(made.findings);
        let Some(thought) = thought.filter(|_| !outcome.findings.has_error()) else {
            self.keep_published(name, &mut outcome);
            outcome.has_failed = true;
            return Ok(outcome);
        };
        cards::draw_cards(&thought.plan, self.cache)?;
        outcome.group = self.writer.write_group(name, &thought.plan, self.cache, &mut outcome.findings)?;
        let updated = thought.updated;
        outcome.take(thought);
        outcome.addresses = None; // The writer knows them.
        if !outcome.findings.has_error() {
            outcome.record = reuse::record_of(&stamps, content, updated, &outcome, self.request);
        }
        Ok(outcome)
    }

    /// Leaves a cooperative as it was published; its published summary is what the portal knows.
    fn keep_published(&self, name: &str, outcome: &mut Outcome<'_>) {
        self.writer.keep_group(name);
        let Some(slug) = Slug::parse(name) else { return };
        let path = SitePath::new(format!("{}{}", self.world.shape.root_of_slug(&slug), routes::SUMMARY));
        let published = match self.writer.read_kept(name, &path) {
            None => return,
            Some(Err(_)) => Err(published_summary_unreadable(name, path.as_str())),
            Some(Ok(text)) => match Summary::parse(text.as_bytes()) {
                Ok(_) => Ok(KnownSummary::Text(text.trim_end().to_owned().into())),
                Err(fault) => Err(published_summary_refused(name, path.as_str(), &fault)),
            },
        };
        outcome.summary = Some(published.unwrap_or_else(|finding| {
            outcome.findings.push(finding);
            KnownSummary::Lost
        }));
    }
}

#[cfg(test)]
mod tests;

//! A whole site built: each cooperative worked out and written on a thread of its own, then what belongs to none.

use std::collections::BTreeMap;
use std::sync::Mutex;

use anyhow::Result;
use rayon::prelude::*;

use super::cooperative::{Planned, plan, read_folder, understand};
use super::outcome::{Built, Known, KnownSummary, Outcome, PhotoCounts, Published, WorkedOut, add};
use super::photos::{MemoryBudget, make_photos};
use super::report::{Report, Watcher};
use super::request::{Request, Selection};
use super::reuse::{self, Before, State};
use super::site;
use super::world::{World, read_world};
use super::{behind, cards, handover, prices, shards, shared_store};
use crate::cache::{PhotoCache, Records};
use crate::finding::{Finding, Findings};
use crate::fingerprint::Fingerprint;
use crate::locks::{lock, unpoisoned};
use crate::output::{self, Writer};
use crate::page::SiteShape;
use crate::routes;
use crate::source::{Site, Stamps};
use crate::summary::Summary;
use crate::summary::findings::{published_summary_refused, published_summary_unreadable};

/// Builds a site into its output folder.
///
/// # Errors
/// If the machine fails; what is wrong with content is a finding in the report.
pub fn build(request: &Request, watcher: &dyn Watcher) -> Result<Report> {
    request.with_threads(|| {
        let mut report = Report::default();
        let site = Site::open(&request.site)?;
        let shared = behind::look_at_shared(&site)?;
        if let Some(world) = read_world(site, request, &mut report.findings)? {
            if request.selection == Selection::PortalOnly
                && !shards::check(&world, request, &mut report.findings)?
            {
                report.findings.sort();
                return Ok(report);
            }
            let (cache, finding) = output::place_for_cache(&request.cache, &request.output);
            report.findings.extend(finding.into_iter().collect::<Vec<_>>().into());
            let request = Request { cache, ..request.clone() };
            Workshop::open(&world, &request, watcher, &mut report.findings)?.build(&shared, &mut report)?;
        }
        Ok(report)
    })
}

/// A cooperative that was built or left, but for what the portal may know of it.
struct Settled {
    findings: Findings,
    is_waiting: bool,
    is_built: bool,
    /// What its sources looked like, if they were looked at.
    sources: Option<Fingerprint>,
}

/// Everything that building a cooperative needs, beside its name.
struct Workshop<'a> {
    world: &'a World,
    request: &'a Request,
    cache: PhotoCache,
    writer: Writer,
    records: Records,
    memory: MemoryBudget,
    watcher: &'a dyn Watcher,
    /// What cooperatives add to the report, in any order.
    counted: Mutex<Report>,
}

impl<'a> Workshop<'a> {
    /// Opens the output, and waits while another build writes into it.
    fn open(
        world: &'a World,
        request: &'a Request,
        watcher: &'a dyn Watcher,
        findings: &mut Findings,
    ) -> Result<Self> {
        Ok(Self {
            world,
            request,
            cache: shared_store::open_cache(&world.settings, request, findings),
            writer: match shards::part_of(&request.selection) {
                Some(part) => Writer::open_shard(&request.output, part, || watcher.waiting())?,
                None => Writer::open(&request.output, || watcher.waiting())?,
            },
            records: Records::read(&request.cache, &request.output, world.fingerprint),
            memory: MemoryBudget::new(request.photo_memory_bytes),
            watcher,
            counted: Mutex::default(),
        })
    }

    /// Builds every cooperative, and what belongs to none; of a part its own cooperatives alone.
    fn build(self, shared: &BTreeMap<String, Fingerprint>, report: &mut Report) -> Result<()> {
        let part = shards::part_of(&self.request.selection);
        let is_of_part = |name: &&String| part.is_none() || self.request.selection.includes(name);
        let names: Vec<&String> = self.world.names.iter().filter(is_of_part).collect();
        let of_part = shards::sources(self.world, &names, part)?;
        self.watcher.cooperatives_found(names.len());
        let settled: Vec<Result<_>> = names.par_iter().map(|name| self.settle(name)).collect();
        let (known, mut settled): (Vec<Option<Known<'_>>>, Vec<Settled>) =
            settled.into_iter().collect::<Result<Vec<_>>>()?.into_iter().unzip();
        let Self { world, request, cache, writer, records, watcher, counted, .. } = self;
        report.add_counts(&unpoisoned(counted.into_inner()));
        for one in &mut settled {
            report.findings.extend(std::mem::take(&mut one.findings));
        }
        if part.is_none() {
            let known = known.into_iter().flatten().collect();
            site::finish_site(world, known, &records, &cache, &writer, report)?;
        }
        if request.is_handover {
            report.archive = Some(handover::pack(&writer, &request.output)?);
        }
        report.removed = writer.finish()?;
        match part {
            Some(part) => {
                let built = names.iter().zip(&settled).map(|(name, one)| (name.as_str(), one.is_built));
                shards::leave_note(world, request, part, of_part, &built.collect())?;
            }
            None if request.selection == Selection::All => output::forget_shards(&request.output)?,
            None => {}
        }
        records.replace()?;
        let seen = names.iter().zip(&settled);
        behind::remember(
            request,
            shared,
            seen.map(|(name, one)| (name.as_str(), one.is_waiting, one.sources)),
        )?;
        shared_store::finish(&cache, watcher, report);
        cache.shrink(request.cache_bytes)?;
        report.findings.sort();
        Ok(())
    }

    /// Brings one cooperative's files up to date, and keeps of it what others have to know.
    fn settle(&self, name: &'a str) -> Result<(Option<Known<'a>>, Settled)> {
        let mut findings = Findings::new();
        let outcome = self.build_cooperative(name, &mut findings);
        self.watcher.cooperative_done();
        let (outcome, sources) = outcome?;
        let (is_waiting, is_built) =
            (behind::is_waiting(&outcome, &findings), shards::is_built(&outcome, &findings));
        let is_alone = self.world.shape == SiteShape::One;
        let mut counted = lock(&self.counted);
        let known = add(&mut counted, name, outcome, is_alone);
        Ok((known, Settled { findings, is_waiting, is_built, sources }))
    }

    /// Brings one cooperative's files up to date. Gives with the outcome what its sources looked like, if they were
    /// looked at.
    fn build_cooperative(
        &self,
        name: &str,
        findings: &mut Findings,
    ) -> Result<(Outcome, Option<Fingerprint>)> {
        if !self.request.selection.includes(name) {
            let published = self.keep_published(name, findings)?;
            if let Some(record) = self.records.get(name) {
                self.records.remember(name, &record)?;
            }
            // The parts have proved that they were made of what is here.
            let is_joined = self.request.selection == Selection::PortalOnly;
            let sources = if is_joined { Some(self.world.site.stamps(name)?.marks()) } else { None };
            return Ok((Outcome::Kept { published }, sources));
        }
        let stamps = self.world.site.stamps(name)?;
        Ok((self.bring_up_to_date(name, stamps, findings)?, Some(stamps.marks())))
    }

    /// Builds a cooperative unless nothing about it has changed. With an error, what was published for it stays.
    fn bring_up_to_date(&self, name: &str, stamps: Stamps, findings: &mut Findings) -> Result<Outcome> {
        let now = match reuse::look_back(name, stamps, self.world, self.request, &self.records, &self.writer)?
        {
            Before::Unchanged { record, group, findings: known } => {
                findings.extend(known);
                let print = Fingerprint::of(record.summary.as_bytes());
                let summary = KnownSummary::Kept(self.records.remember(name, &record)?);
                let (counts, pages) = (record.counts, record.pages);
                let published = Published { summary, print };
                return Ok(Outcome::Unchanged { counts, pages, published, group });
            }
            Before::Changed(now) => now,
        };
        let folder = read_folder(name, self.world, findings)?;
        let Some(understood) = understand(folder, self.world, findings) else {
            let published = self.keep_published(name, findings)?;
            return Ok(Outcome::Failed { published, photos: PhotoCounts::default() });
        };
        let made = make_photos(&understood, self.world, &self.cache, &self.memory, self.watcher)?;
        let understood = understood.with_looks(made.looks);
        let planned = plan(&understood, self.world, findings);
        findings.extend(made.findings);
        if let Some(planned) = &planned {
            let before = || self.summary_before(name);
            prices::compare(&understood, &planned.summary, before, self.world, findings);
        }
        if let Some(planned) = planned.filter(|_| !findings.has_error()) {
            return self.write(name, planned, made.counts, &now, findings);
        }
        let published = self.keep_published(name, findings)?;
        Ok(Outcome::Failed { published, photos: made.counts })
    }

    /// Writes what was worked out of a cooperative.
    fn write(
        &self,
        name: &str,
        planned: Planned,
        photos: PhotoCounts,
        now: &State,
        findings: &mut Findings,
    ) -> Result<Outcome> {
        let gone = self.gone_goods(name, &planned)?;
        cards::draw_cards(&planned.plan, &self.cache)?;
        let group = self.writer.write_group(name, &planned.plan, &self.cache, findings)?;
        let (files, pages) = planned.plan.count_files();
        let text = String::from_utf8_lossy(&planned.summary.to_json()).trim_end().to_owned();
        let worked_out = WorkedOut::new(planned.addresses, planned.identity);
        let counts = [files, pages, photos.shown];
        let kept = if findings.has_error() {
            self.records.keep_text(&text)?
        } else {
            let said = (text.as_str(), &worked_out);
            let record = reuse::record_of(now, planned.updated, counts, said, findings, self.request);
            self.records.remember(name, &record)?
        };
        let print = Fingerprint::of(text.as_bytes());
        let published = Published { summary: KnownSummary::Kept(kept), print };
        // Said once, when it happens: the next build knows nothing of them any more.
        findings.extend(gone.into());
        let is_written = true;
        Ok(Outcome::Built(Box::new(Built { published, worked_out, is_written, files, pages, photos, group })))
    }

    /// The summary of a cooperative that an earlier build wrote.
    fn summary_before(&self, name: &str) -> Option<String> {
        self.writer.read_kept(name, &self.world.summary_path(name)?)?.ok()
    }

    /// Tells of the products whose pages the last build wrote and this one does not, unless they lead on; once, if the
    /// whole shop has another address because the site became a portal, or is none any more.
    fn gone_goods(&self, name: &str, planned: &Planned) -> Result<Vec<Finding>> {
        let before = self.writer.paths_before(name)?;
        let Some(root_now) = self.world.root_of(name) else { return Ok(Vec::new()) };
        let is_front = |root: &str| before.iter().any(|path| path.as_str() == format!("{root}index.html"));
        let other = if root_now.is_empty() { format!("{name}/") } else { String::new() };
        if is_front(&other) && !is_front(&root_now) {
            return Ok(vec![output::shop_moved(name, &other, &root_now)]);
        }
        let mut gone = Vec::new();
        for path in before.iter().filter(|path| planned.plan.get(path.as_str()).is_none()) {
            let Some((root, old)) = routes::product_of(path.canonical()) else { continue };
            if root == root_now && !planned.summary.moved.iter().any(|moved| moved.from == old) {
                gone.push(output::product_page_gone(name, old));
            }
        }
        Ok(gone)
    }

    /// Leaves a cooperative as it was published; its published summary is what the portal knows.
    fn keep_published(&self, name: &str, findings: &mut Findings) -> Result<Option<Published>> {
        self.writer.keep_group(name);
        let lost = || Published { summary: KnownSummary::Lost, print: Fingerprint::default() };
        let Some(path) = self.world.summary_path(name) else { return Ok(None) };
        let text = match self.writer.read_kept(name, &path) {
            None => return Ok(None),
            Some(Ok(text)) => text,
            Some(Err(_)) => {
                findings.push(published_summary_unreadable(name, path.as_str()));
                return Ok(Some(lost()));
            }
        };
        if let Err(fault) = Summary::parse(text.as_bytes()) {
            findings.push(published_summary_refused(name, path.as_str(), &fault));
            return Ok(Some(lost()));
        }
        let text = text.trim_end();
        let summary = KnownSummary::Kept(self.records.keep_text(text)?);
        Ok(Some(Published { summary, print: Fingerprint::of(text.as_bytes()) }))
    }
}

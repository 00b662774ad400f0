//! A whole site built: each cooperative worked out and written on a thread of its own, then what belongs to none.

use std::collections::BTreeMap;

use anyhow::Result;
use rayon::prelude::*;

use super::cooperative::{Planned, plan, read_folder, understand};
use super::outcome::{Built, Known, KnownSummary, Outcome, PhotoCounts, add_all};
use super::photos::{MemoryBudget, make_photos};
use super::report::{Report, Watcher};
use super::request::{Request, Selection};
use super::reuse::{self, Before, State};
use super::site::{self, SITE_GROUP};
use super::world::{World, read_world};
use super::{behind, cards, handover, parts, prices, shared_store};
use crate::cache::{PhotoCache, Records};
use crate::finding::Findings;
use crate::fingerprint::Fingerprint;
use crate::output::{self, Writer};
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
                && !parts::check(&world, request, &mut report.findings)?
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

/// Everything that building a cooperative needs, beside its name.
struct Workshop<'a> {
    world: &'a World,
    request: &'a Request,
    cache: PhotoCache,
    writer: Writer,
    records: Records,
    memory: MemoryBudget,
    watcher: &'a dyn Watcher,
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
            writer: match parts::part_of(&request.selection) {
                Some(part) => Writer::open_part(&request.output, part, || watcher.waiting())?,
                None => Writer::open(&request.output, || watcher.waiting())?,
            },
            records: Records::read(&request.cache, &request.output, world.fingerprint),
            memory: MemoryBudget::new(request.photo_memory_bytes),
            watcher,
        })
    }

    /// Builds every cooperative, and what belongs to none; of a part its own cooperatives alone.
    fn build(self, shared: &BTreeMap<String, Fingerprint>, report: &mut Report) -> Result<()> {
        let part = parts::part_of(&self.request.selection);
        let is_of_part = |name: &&String| part.is_none() || self.request.selection.includes(name);
        let names: Vec<&String> = self.world.names.iter().filter(is_of_part).collect();
        let of_part = parts::sources(self.world, &names, part)?;
        self.watcher.cooperatives_found(names.len());
        let build_one = |name: &&String| {
            let mut findings = Findings::new();
            let outcome = self.build_cooperative(name, &mut findings);
            self.watcher.cooperative_done();
            let (outcome, sources) = outcome?;
            Ok(((outcome, findings), sources))
        };
        let outcomes: Vec<Result<_>> = names.par_iter().map(build_one).collect();
        let (outcomes, sources): (Vec<_>, Vec<_>) =
            outcomes.into_iter().collect::<Result<Vec<_>>>()?.into_iter().unzip();
        let Self { world, request, cache, writer, records, watcher, .. } = self;
        let seen = names.iter().zip(&outcomes).zip(sources);
        let seen: Vec<_> = seen
            .map(|((name, (outcome, findings)), sources)| {
                (name.as_str(), behind::is_waiting(outcome, findings), sources)
            })
            .collect();
        let built: BTreeMap<&str, bool> = names
            .iter()
            .zip(&outcomes)
            .map(|(name, (outcome, found))| (name.as_str(), parts::is_built(outcome, found)))
            .collect();
        let (known, mut remembered) = add_all(report, &names, outcomes.into_iter().map(Ok).collect())?;
        if part.is_none() {
            let own = site::finish_site(world, known, &records, &cache, &writer, report)?;
            remembered.extend(own.map(|record| (SITE_GROUP.to_owned(), record)));
        }
        if request.is_handover {
            report.archive = Some(handover::pack(&writer, &request.output)?);
        }
        report.removed = writer.finish()?;
        match part {
            Some(part) => parts::leave_note(world, request, part, of_part, &built)?,
            None if request.selection == Selection::All => output::forget_parts(&request.output)?,
            None => {}
        }
        records.replace(&request.cache, &request.output, world.fingerprint, &remembered)?;
        behind::remember(request, shared, &seen)?;
        shared_store::finish(&cache, watcher, report);
        cache.shrink(request.cache_bytes)?;
        report.findings.sort();
        Ok(())
    }

    /// Brings one cooperative's files up to date. Gives with the outcome what its sources looked like, if they were
    /// looked at.
    fn build_cooperative(
        &self,
        name: &str,
        findings: &mut Findings,
    ) -> Result<(Outcome, Option<Fingerprint>)> {
        if !self.request.selection.includes(name) {
            let published = self.keep_published(name, findings);
            // The parts have proved that they were made of what is here.
            let is_joined = self.request.selection == Selection::PortalOnly;
            let sources = if is_joined { Some(self.world.site.stamps(name)?.marks()) } else { None };
            return Ok((Outcome::Kept { published, record: self.records.get(name) }, sources));
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
                return Ok(Outcome::Unchanged { record, group });
            }
            Before::Changed(now) => now,
        };
        let folder = read_folder(name, self.world, findings)?;
        let Some(understood) = understand(folder, self.world, findings) else {
            let published = self.keep_published(name, findings);
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
        let published = self.keep_published(name, findings);
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
        let gone = self.gone_goods(name, &planned);
        cards::draw_cards(&planned.plan, &self.cache)?;
        let group = self.writer.write_group(name, &planned.plan, &self.cache, findings)?;
        let (files, pages) = planned.plan.count_files();
        let updated = planned.updated;
        // The writer knows the addresses.
        let known = Known { addresses: None, ..Known::of(name, planned) };
        let counts = [files, pages, photos.shown];
        let record = (!findings.has_error())
            .then(|| reuse::record_of(now, updated, counts, &known, findings, self.request));
        // Said once, when it happens: the next build knows nothing of them any more.
        findings
            .extend(gone.iter().map(|old| output::product_page_gone(name, old)).collect::<Vec<_>>().into());
        Ok(Outcome::Built(Box::new(Built { known, files, pages, photos, group, record })))
    }

    /// The summary of a cooperative that an earlier build wrote.
    fn summary_before(&self, name: &str) -> Option<String> {
        self.writer.read_kept(name, &self.world.summary_path(name)?)?.ok()
    }

    /// Names of the products whose pages the last build wrote and this one does not, unless they lead on.
    fn gone_goods(&self, name: &str, planned: &Planned) -> Vec<String> {
        let before = self.writer.paths_before(name);
        let old = before.iter().filter(|path| planned.plan.get(path.as_str()).is_none()).filter_map(|path| {
            let (root, old) = routes::product_of(path.canonical())?;
            let is_first_language = root.is_empty() || root == format!("{name}/");
            (is_first_language && !planned.summary.moved.iter().any(|moved| moved.from == old)).then_some(old)
        });
        old.map(str::to_owned).collect()
    }

    /// Leaves a cooperative as it was published; its published summary is what the portal knows.
    fn keep_published(&self, name: &str, findings: &mut Findings) -> Option<KnownSummary> {
        self.writer.keep_group(name);
        let path = self.world.summary_path(name)?;
        let Ok(text) = self.writer.read_kept(name, &path)? else {
            findings.push(published_summary_unreadable(name, path.as_str()));
            return Some(KnownSummary::Lost);
        };
        if let Err(fault) = Summary::parse(text.as_bytes()) {
            findings.push(published_summary_refused(name, path.as_str(), &fault));
            return Some(KnownSummary::Lost);
        }
        Some(KnownSummary::Text(text.trim_end().to_owned().into()))
    }
}

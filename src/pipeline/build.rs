//! A whole site built: each cooperative worked out and written on a thread of its own, then what belongs to none.

use anyhow::Result;
use rayon::prelude::*;

use super::cooperative::{Planned, plan, read_folder, understand};
use super::outcome::{KnownSummary, Outcome, add_all};
use super::photos::{MemoryBudget, make_photos};
use super::report::{Report, Watcher};
use super::request::Request;
use super::reuse::{self, Before};
use super::site::{self, SITE_GROUP};
use super::world::{World, read_world};
use super::{cards, handover};
use crate::cache::{PhotoCache, Records};
use crate::model::Slug;
use crate::output::Writer;
use crate::plan::SitePath;
use crate::routes;
use crate::source::Site;
use crate::summary::Summary;
use crate::summary::findings::{published_summary_refused, published_summary_unreadable};

/// Builds a site into its output folder.
///
/// # Errors
/// If the machine fails; what is wrong with content is a finding in the report.
pub fn build(request: &Request, watcher: &dyn Watcher) -> Result<Report> {
    request.with_threads(|| {
        let mut report = Report::default();
        let Some(world) = read_world(Site::open(&request.site)?, request, &mut report.findings)? else {
            return Ok(report);
        };
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
        let (known, mut remembered) = add_all(&mut report, &world.names, outcomes)?;
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
        let Some(planned) = self.work_out(name, &mut outcome)? else {
            self.keep_published(name, &mut outcome);
            outcome.has_failed = true;
            return Ok(outcome);
        };
        cards::draw_cards(&planned.plan, self.cache)?;
        outcome.group = self.writer.write_group(name, &planned.plan, self.cache, &mut outcome.findings)?;
        let updated = planned.updated;
        outcome.take(planned);
        outcome.addresses = None; // The writer knows them.
        if !outcome.findings.has_error() {
            outcome.record = reuse::record_of(&stamps, content, updated, &outcome, self.request);
        }
        Ok(outcome)
    }

    /// Works out every file of a cooperative, its photos made. `None` if it has an error.
    fn work_out(&self, name: &str, outcome: &mut Outcome<'_>) -> Result<Option<Planned>> {
        let Outcome { findings, .. } = &mut *outcome;
        let folder = read_folder(name, self.world, findings)?;
        let Some(understood) = understand(folder, self.world, findings) else { return Ok(None) };
        let made = make_photos(&understood, self.world, self.cache, &self.memory, self.watcher)?;
        let planned = plan(&understood.with_looks(made.looks), self.world, findings);
        findings.extend(made.findings);
        let planned = planned.filter(|_| !findings.has_error());
        (outcome.photos, outcome.renditions_made) = (made.photos, made.renditions_made);
        Ok(planned)
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

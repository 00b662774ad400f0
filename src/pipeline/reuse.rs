//! What need not be done again: a cooperative whose files are as they were, in a world that is as it was, is
//! neither parsed nor rendered nor written. A record that is missing, damaged or of another world costs time,
//! never correctness.

use anyhow::Result;

use super::outcome::{KnownSummary, Outcome};
use super::request::Request;
use super::world::World;
use crate::cache::{Record, Records, Updated};
use crate::finding::{Finding, Findings, from_record, to_record};
use crate::fingerprint::Fingerprint;
use crate::output::Writer;
use crate::page::SiteShape;
use crate::source::Stamps;

/// What is known of a cooperative before anything of it is read.
pub(super) enum Before<'a> {
    /// Nothing about it has changed and its files are all there: this is what the last build made of it.
    Unchanged(Box<Outcome<'a>>),
    /// It has to be built; this is what its files are now, taken before they are read, so that a change made
    /// meanwhile is found by the next build.
    Changed {
        /// How its folder looks from outside.
        stamps: Stamps,
        /// Names and content of its files.
        content: Fingerprint,
    },
}

/// Compares a cooperative with what the last build has remembered.
pub(super) fn look_back<'a>(
    name: &str,
    world: &World,
    request: &Request,
    records: &'a Records,
    writer: &Writer,
) -> Result<Before<'a>> {
    let stamps = world.site.stamps(name)?;
    let record = records.get(name);
    let trusted = stamps.trusted(request.now);
    let content = match &record {
        Some(record) if trusted.is_some() && record.stamps == trusted => record.content,
        _ => world.site.fingerprint(&format!("content/{name}"))?,
    };
    let unchanged = record
        .filter(|record| record.content == content)
        .and_then(|record| reuse(name, &stamps, record, world, request, writer));
    Ok(match unchanged {
        Some(outcome) => Before::Unchanged(Box::new(outcome)),
        None => Before::Changed { stamps, content },
    })
}

fn reuse<'a>(
    name: &str,
    stamps: &Stamps,
    record: Record<'a>,
    world: &World,
    request: &Request,
    writer: &Writer,
) -> Option<Outcome<'a>> {
    // A site of one cooperative takes its name and colour from it: there is nothing to be saved.
    if world.shape == SiteShape::One || !has_same_day(&record, name, world) {
        return None;
    }
    let findings = findings_of(&record)?;
    let group = writer.keep_whole_group(name)?;
    let [files, pages, photos] = record.counts;
    let mut outcome = Outcome { files, pages, photos, group, ..Outcome::default() };
    outcome.findings.extend(findings);
    outcome.summary = Some(KnownSummary::Text(record.summary.clone()));
    outcome.pages_fingerprint = record.pages;
    outcome.record = Some(Record { stamps: stamps.trusted(request.now), ..record });
    Some(outcome)
}

/// True if a cooperative's day of update is the one that is remembered.
pub(super) fn has_same_day(record: &Record<'_>, name: &str, world: &World) -> bool {
    record.updated == Updated::ByProfile || record.updated == last_commit(name, world)
}

/// What was found when the record was made; `None` if the record is damaged.
pub(super) fn findings_of(record: &Record<'_>) -> Option<Findings> {
    let findings: Option<Vec<Finding>> = record.findings.iter().map(|finding| from_record(finding)).collect();
    findings.map(Findings::from)
}

/// Where a cooperative's day of update comes from if its profile does not say.
fn last_commit(name: &str, world: &World) -> Updated {
    Updated::ByHistory(world.history().last_commit(name))
}

/// What is to be remembered of a cooperative that was just built without an error.
pub(super) fn record_of(
    stamps: &Stamps,
    content: Fingerprint,
    updated: Updated,
    outcome: &Outcome<'_>,
    request: &Request,
) -> Option<Record<'static>> {
    Some(Record {
        stamps: stamps.trusted(request.now),
        content,
        updated,
        counts: [outcome.files, outcome.pages, outcome.photos],
        pages: outcome.pages_fingerprint,
        summary: outcome.summary.as_ref()?.text().into_owned().into(),
        findings: outcome.findings.iter().map(|finding| to_record(finding).into()).collect(),
    })
}

//! What need not be done again: a cooperative whose files are as they were, in a world that is as it was, is
//! neither parsed nor rendered nor written. A record that is missing, damaged or of another world costs time,
//! never correctness.

use anyhow::Result;

use super::outcome::WorkedOut;
use super::request::Request;
use super::world::World;
use crate::cache::{Record, Records, Updated};
use crate::finding::{Finding, Findings, from_record, to_record};
use crate::fingerprint::Fingerprint;
use crate::output::{GroupReport, Writer};
use crate::page::SiteShape;
use crate::source::Stamps;

/// What is known of a cooperative before anything of it is read.
pub(super) enum Before {
    /// Nothing about it has changed and its files are all there: this is what the last build made of it.
    Unchanged { record: Record, group: GroupReport, findings: Findings },
    /// It has to be built.
    Changed(State),
}

/// What a cooperative's files are now, taken before they are read, so that a change made meanwhile is found by the next
/// build.
pub(super) struct State {
    /// How its folder looks from outside.
    stamps: Stamps,
    /// Names and content of its files.
    content: Fingerprint,
}

/// Compares a cooperative, whose folder looks so from outside, with what the last build has remembered.
pub(super) fn look_back(
    name: &str,
    stamps: Stamps,
    world: &World,
    request: &Request,
    records: &Records,
    writer: &Writer,
) -> Result<Before> {
    let record = records.get(name);
    let trusted = stamps.trusted(request.now);
    let content = match &record {
        Some(record) if trusted.is_some() && record.stamps == trusted => record.content,
        _ => world.site.fingerprint(&format!("content/{name}"))?,
    };
    let same = record.filter(|record| record.content == content && can_stay(record, name, world));
    if let Some(record) = same
        && let Some(findings) = findings_of(&record)
        && let Some(group) = writer.keep_whole_group(name)
    {
        return Ok(Before::Unchanged { record: Record { stamps: trusted, ..record }, group, findings });
    }
    Ok(Before::Changed(State { stamps, content }))
}

/// True if nothing but its files decides what a cooperative's pages say. A site of one takes its name and colour from
/// it: there is nothing to be saved.
fn can_stay(record: &Record, name: &str, world: &World) -> bool {
    world.shape == SiteShape::Many && has_same_day(record, name, world)
}

/// True if a cooperative's day of update is the one that is remembered.
pub(crate) fn has_same_day(record: &Record, name: &str, world: &World) -> bool {
    record.updated == Updated::ByProfile || record.updated == last_commit(name, world)
}

/// What was found when the record was made; `None` if the record is damaged.
pub(crate) fn findings_of(record: &Record) -> Option<Findings> {
    let findings: Option<Vec<Finding>> = record.findings.iter().map(|finding| from_record(finding)).collect();
    findings.map(Findings::from)
}

/// Where a cooperative's day of update comes from if its profile does not say.
fn last_commit(name: &str, world: &World) -> Updated {
    Updated::ByHistory(world.history().last_commit(name))
}

/// What is to be remembered of a cooperative that was just built without an error. `counts`: files, pages, photos.
pub(super) fn record_of(
    now: &State,
    updated: Updated,
    counts: [usize; 3],
    (summary, worked_out): (&str, &WorkedOut),
    findings: &Findings,
    request: &Request,
) -> Record {
    Record {
        stamps: now.stamps.trusted(request.now),
        content: now.content,
        updated,
        counts,
        pages: worked_out.print,
        summary: summary.to_owned(),
        findings: findings.iter().map(to_record).collect(),
    }
}

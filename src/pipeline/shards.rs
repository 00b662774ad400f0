//! A site built in parts: what a part leaves as its proof, and whether all parts of one build are there.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;
use std::path::Path;

use anyhow::Result;
use rayon::prelude::*;

use super::findings;
use super::outcome::Outcome;
use super::request::{Request, Selection, shard_of};
use super::world::World;
use crate::finding::Findings;
use crate::fingerprint::Fingerprint;
use crate::output::{self, FoundNote, Shard, ShardNote, ShardOrigin, ShardSource};
use crate::page::SiteShape;

/// What each cooperative of a part is made of, before it is read. Empty for a run that is no part.
pub(super) fn sources(
    world: &World,
    names: &[&String],
    part: Option<Shard>,
) -> Result<BTreeMap<String, Fingerprint>> {
    if part.is_none() {
        return Ok(BTreeMap::new());
    }
    outlines(world, names.iter().map(|name| name.as_str()).collect())
}

fn outlines(world: &World, names: Vec<&str>) -> Result<BTreeMap<String, Fingerprint>> {
    let outline = |name: &str| Ok((name.to_owned(), world.site.outline(name)?));
    names.into_par_iter().map(outline).collect()
}

/// The part that a run builds, if it builds one.
pub(super) fn part_of(selection: &Selection) -> Option<Shard> {
    match selection {
        Selection::Shard { index, of } => Some(Shard { index: *index, of: *of }),
        _ => None,
    }
}

/// What a run is made with, as machines with the same program and the same content agree on it.
fn origin(world: &World, request: &Request) -> ShardOrigin {
    ShardOrigin {
        // The file's time differs from machine to machine.
        program: request.program.split(' ').take(3).collect::<Vec<_>>().join(" "),
        day: request.today.to_string(),
        world: world.setting,
    }
}

/// Leaves the proof of a part that was written.
pub(super) fn leave_note(
    world: &World,
    request: &Request,
    part: Shard,
    sources: BTreeMap<String, Fingerprint>,
    outcomes: &BTreeMap<&str, bool>,
) -> Result<()> {
    let source = |(name, outline): (String, Fingerprint)| {
        let is_built = outcomes.get(name.as_str()).copied().unwrap_or_default();
        (name, ShardSource { sources: outline.to_string(), is_built })
    };
    let cooperatives = sources.into_iter().map(source).collect();
    output::write_note(&request.output, part, origin(world, request), cooperatives)
}

/// True for an outcome whose pages are up to date.
pub(super) fn is_built(outcome: &Outcome, found: &Findings) -> bool {
    outcome.is_up_to_date() && !found.has_error()
}

/// Checks that an output holds every part of one build: of the same number of parts, the same program, day, settings
/// and themes, and of the content that is here. What is missing is named; false if anything is.
pub(super) fn check(world: &World, request: &Request, found: &mut Findings) -> Result<bool> {
    let place = place_of(&request.output);
    if world.shape == SiteShape::One {
        found.push(findings::parts_of_one(&place));
        return Ok(false);
    }
    let mut notes: BTreeMap<Shard, ShardNote> = BTreeMap::new();
    for note in output::read_notes(&request.output)? {
        match note {
            FoundNote::Sound(part, note) => drop(notes.insert(part, note)),
            FoundNote::Damaged(file) => found.push(findings::part_damaged(&place, &file)),
        }
    }
    let counts: BTreeSet<NonZeroU32> = notes.keys().map(|part| part.of).collect();
    let Some(of) = counts.first().copied() else {
        found.push(findings::no_parts(&place));
        return Ok(false);
    };
    if counts.len() > 1 {
        let counts: Vec<String> = counts.iter().map(ToString::to_string).collect();
        found.push(findings::parts_of_several_counts(&place, &counts));
        return Ok(false);
    }
    let missing = (0..of.get()).map(|index| Shard { index, of }).filter(|part| !notes.contains_key(part));
    let missing: Vec<String> = missing.map(Shard::shown).collect();
    if !missing.is_empty() {
        found.push(findings::parts_missing(&place, &missing));
    }
    let wanted = origin(world, request);
    for (part, note) in &notes {
        for (what, there, here) in [
            (findings::Differs::Program, &note.program, wanted.program.clone()),
            (findings::Differs::Day, &note.day, wanted.day.clone()),
            (findings::Differs::Settings, &note.world, wanted.world.to_string()),
        ] {
            if *there != here {
                found.push(findings::part_of_another_build(&place, &part.shown(), what, there, &here));
            }
        }
    }
    check_content(world, of, &notes, &place, found)?;
    Ok(!found.has_error())
}

/// Whether every cooperative that is here was built by its part, from what is here.
fn check_content(
    world: &World,
    of: NonZeroU32,
    notes: &BTreeMap<Shard, ShardNote>,
    place: &str,
    found: &mut Findings,
) -> Result<()> {
    let outlines = outlines(world, world.names.iter().map(String::as_str).collect())?;
    let mut outdated: BTreeMap<Shard, Vec<&str>> = BTreeMap::new();
    let mut failed: Vec<&str> = Vec::new();
    for (name, outline) in &outlines {
        let part = Shard { index: shard_of(name, of), of };
        let Some(note) = notes.get(&part) else { continue };
        match note.cooperatives.get(name) {
            Some(source) if source.sources == outline.to_string() => {
                failed.extend((!source.is_built).then_some(name.as_str()));
            }
            _ => outdated.entry(part).or_default().push(name),
        }
    }
    for (part, note) in notes {
        let gone = note.cooperatives.keys().filter(|name| !outlines.contains_key(*name)).map(String::as_str);
        outdated.entry(*part).or_default().extend(gone);
    }
    for (part, names) in outdated.iter().filter(|(_, names)| !names.is_empty()) {
        found.push(findings::part_outdated(place, &part.shown(), names));
    }
    for name in failed {
        found.push(findings::part_left_out(name));
    }
    Ok(())
}

fn place_of(output: &Path) -> String {
    output.file_name().map_or_else(|| "public".to_owned(), |name| name.to_string_lossy().into_owned())
}

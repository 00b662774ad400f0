//! The door to git: commits the built site to a branch of a remote and pushes it, by calling `git` itself; a folder
//! without a repository becomes a plain copy. Touches neither the working tree nor the index of the site's own
//! repository, and builds nothing: what lies in the output folder is what gets published. Can be deleted without
//! touching a build.
//!
//! The way of a publication, each step harmless to be killed in: ask the remote for its tip, fetch it,
//! name every file's content, compare with the tip, write what is new as one pack, make tree and commit
//! from an index in a temporary folder, push. The remote's branch moves in one step or not at all. What others put on
//! the branch stays there; what they changed of ours is never replaced unasked.

use std::path::PathBuf;

use anyhow::Result;

use crate::finding::Findings;

mod attempt;
mod branch;
mod change;
mod commit;
mod files;
mod findings;
mod folder;
mod git;
mod message;
mod order;
mod others;
mod outcome;
mod remote;

pub(crate) use change::Changes;
pub(crate) use order::Step;
pub use order::{GitProgram, History, Order};
pub use outcome::{Outcome, State};

use attempt::{Attempt, Site};
use git::Repository;
use remote::Destination;

/// The plain folder that an order is for; `None` if it is for a repository, or git cannot be asked.
pub(crate) fn plain_folder(order: &Order) -> Option<PathBuf> {
    folder::plain_folder(order).ok().flatten()
}

/// Sources of the site that its repository does not hold as they are; none where there is no repository.
///
/// # Errors
/// If git does what nobody foresaw.
pub(crate) fn changed_sources(order: &Order) -> Result<Vec<String>> {
    match Repository::open(order, &mut Findings::new())? {
        Some(repository) => commit::changed_sources(&repository, order),
        None => Ok(Vec::new()),
    }
}

/// Publishes. `None` came with at least one error among the findings, and the remote is as it was; an `Err`
/// is a failing machine or a git that does what nobody foresaw.
pub fn publish(
    order: &Order,
    report: &mut dyn FnMut(Step),
    findings: &mut Findings,
) -> Result<Option<Outcome>> {
    let Some(files) = files::read_output(&order.output, findings)? else { return Ok(None) };
    if let Some(folder) = folder::plain_folder(order)? {
        let counts = files::count(&files);
        return folder::copy(order, &folder, &files, counts, report, findings);
    }
    let Some(repository) = Repository::open(order, findings)? else { return Ok(None) };
    let Some(destination) = Destination::of(order, &repository, findings)? else { return Ok(None) };
    if !branch::branch_is_fit(order, &repository, &destination, findings)? {
        return Ok(None);
    }
    let counts = files::count(&files);
    report(Step::Reading(files.len()));
    let named = commit::name_contents(&repository, &order.output, files)?;
    let site = Site { order, repository: &repository, destination: &destination, counts, named };
    // Whoever was faster is fetched, and the commit made anew on top of theirs: once.
    for _ in 0..2 {
        if let Attempt::Ended(outcome) = site.attempt(report, findings)? {
            return Ok(outcome.map(|outcome| *outcome));
        }
    }
    findings.push(findings::remote::diverged(&destination));
    Ok(None)
}

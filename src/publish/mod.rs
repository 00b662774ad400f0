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

pub use change::Changes;
pub use files::Counts;
pub use order::{GitProgram, History, Order, Step};
pub use outcome::{Outcome, State};

use commit::Draft;
use git::Repository;
use others::Branch;
use remote::{Destination, Push, Tip};

/// The plain folder that an order is for; `None` if it is for a repository, or git cannot be asked.
pub fn plain_folder(order: &Order) -> Option<PathBuf> {
    folder::plain_folder(order).ok().flatten()
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
    if !remote::branch_is_fit(order, &repository, &destination, findings)? {
        return Ok(None);
    }
    let counts = files::count(&files);
    report(Step::Reading(files.len()));
    let named = commit::name_contents(&repository, &order.output, files)?;
    let mut retried = false;
    loop {
        report(Step::Fetching);
        let tip = match remote::fetch_tip(&repository, &destination, findings)? {
            Tip::OutOfReach => return Ok(None),
            tip => tip,
        };
        let tip = tip.commit();
        let before = change::read_tree(&repository, tip)?;
        let mut concerns = Findings::new();
        let there =
            Branch { order, repository: &repository, destination: &destination, tip, before: &before };
        let Some(kept) = there.choose_kept(&named, &mut concerns)? else {
            findings.extend(concerns);
            return Ok(None);
        };
        let mut after = named.clone();
        after.extend(kept.iter().filter_map(|path| Some((path.clone(), before.get(path)?.clone()))));
        let changes = Changes::between(&before, &after);
        let outcome = |state| Outcome {
            state,
            to: destination.shown.clone(),
            branch: Some(order.branch.clone()),
            counts: counts.clone(),
            changes: changes.clone(),
        };
        let is_wanted = match (tip, order.history) {
            // A past that is to go is a reason of its own.
            (Some(tip), History::Single) => !changes.is_empty() || remote::has_past(&repository, tip)?,
            (Some(_), History::Kept) => !changes.is_empty(),
            (None, _) => true,
        };
        if !is_wanted {
            return Ok(Some(outcome(State::Unchanged)));
        }
        if order.dry_run {
            findings.extend(concerns);
            return Ok(Some(outcome(State::WouldPublish)));
        }
        let draft = Draft { order, counts: &counts, changes: &changes, tip, kept: &kept };
        let Some(commit) = draft.write(&repository, &before, &after, report, findings)? else {
            return Ok(None);
        };
        report(Step::Pushing);
        match remote::push(order, &repository, &destination, tip, &commit)? {
            Push::Done => {
                findings.extend(concerns);
                return Ok(Some(outcome(State::Published(commit))));
            }
            // Somebody was faster. What they pushed is fetched, and the commit made anew on top of it.
            Push::Outrun if !retried => retried = true,
            Push::Outrun => {
                findings.push(findings::diverged(&destination));
                return Ok(None);
            }
            Push::Refused(finding) => {
                findings.push(*finding);
                return Ok(None);
            }
        }
    }
}

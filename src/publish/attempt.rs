//! One attempt to publish to a branch: fetch its tip, compare, make a commit, push it.

use anyhow::Result;

use super::change::{Changes, Tree, read_tree};
use super::commit::Draft;
use super::files::Counts;
use super::git::Repository;
use super::order::{History, Order, Step};
use super::others::Branch;
use super::outcome::{Outcome, State};
use super::remote::{self, Destination, Push, Tip};
use crate::finding::Findings;

/// A built site that is to stand on a branch.
pub(super) struct Site<'a> {
    pub(super) order: &'a Order,
    pub(super) repository: &'a Repository,
    pub(super) destination: &'a Destination,
    pub(super) counts: Counts,
    /// The name of every file's content.
    pub(super) named: Tree,
}

/// What came of an attempt.
pub(super) enum Attempt {
    /// It is over; `None` with at least one error among the findings.
    Ended(Option<Box<Outcome>>),
    /// The branch moved since it was fetched. Nothing was published, and nothing said.
    Outrun,
}

/// A branch as it was fetched, and as it is to be.
struct Next<'a> {
    /// `None` for a new branch.
    tip: Option<&'a str>,
    before: Tree,
    after: Tree,
    /// Files of others that stay.
    kept: Vec<String>,
    changes: Changes,
}

impl Site<'_> {
    /// Publishes, unless nothing is new, it is a dry run, or something stands in the way.
    pub(super) fn attempt(&self, report: &mut dyn FnMut(Step), findings: &mut Findings) -> Result<Attempt> {
        report(Step::Fetching);
        let tip = match remote::fetch_tip(self.order, self.repository, self.destination, findings)? {
            Tip::OutOfReach => return Ok(Attempt::Ended(None)),
            tip => tip,
        };
        let mut concerns = Findings::new();
        let Some(next) = self.next(tip.commit(), &mut concerns)? else {
            findings.extend(concerns);
            return Ok(Attempt::Ended(None));
        };
        if !self.is_wanted(&next)? {
            return Ok(self.ended(State::Unchanged, next.changes));
        }
        if self.order.dry_run {
            findings.extend(concerns);
            return Ok(self.ended(State::WouldPublish, next.changes));
        }
        let attempt = self.send(next, report, findings)?;
        if matches!(attempt, Attempt::Ended(Some(_))) {
            findings.extend(concerns);
        }
        Ok(attempt)
    }

    /// What the branch is to hold. `None` if that would cost others their work; the findings say what.
    fn next<'t>(&self, tip: Option<&'t str>, findings: &mut Findings) -> Result<Option<Next<'t>>> {
        let before = read_tree(self.repository, tip)?;
        let Self { order, repository, destination, .. } = *self;
        let there = Branch { order, repository, destination, tip, before: &before };
        let Some(kept) = there.choose_kept(&self.named, findings)? else { return Ok(None) };
        let mut after = self.named.clone();
        after.extend(kept.iter().filter_map(|path| Some((path.clone(), before.get(path)?.clone()))));
        let changes = Changes::between(&before, &after);
        Ok(Some(Next { tip, before, after, kept, changes }))
    }

    fn is_wanted(&self, next: &Next<'_>) -> Result<bool> {
        Ok(match (next.tip, self.order.history) {
            // A past that is to go is a reason of its own.
            (Some(tip), History::Single) => {
                !next.changes.is_empty() || remote::has_past(self.repository, tip)?
            }
            (Some(_), History::Kept) => !next.changes.is_empty(),
            (None, _) => true,
        })
    }

    fn send(&self, next: Next<'_>, report: &mut dyn FnMut(Step), findings: &mut Findings) -> Result<Attempt> {
        let Next { tip, before, after, kept, changes } = next;
        let draft = Draft { order: self.order, counts: &self.counts, changes: &changes, tip, kept: &kept };
        let Some(commit) = draft.write(self.repository, &before, &after, report, findings)? else {
            return Ok(Attempt::Ended(None));
        };
        report(Step::Pushing);
        Ok(match remote::push(self.order, self.repository, self.destination, tip, &commit)? {
            Push::Done => self.ended(State::Published(commit), changes),
            Push::Outrun => Attempt::Outrun,
            Push::Refused(finding) => {
                findings.push(*finding);
                Attempt::Ended(None)
            }
        })
    }

    fn ended(&self, state: State, changes: Changes) -> Attempt {
        Attempt::Ended(Some(Box::new(Outcome {
            state,
            to: self.destination.shown.clone(),
            branch: Some(self.order.branch.clone()),
            counts: self.counts.clone(),
            changes,
        })))
    }
}

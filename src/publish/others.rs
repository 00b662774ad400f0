//! What others committed to the published branch: which of it stays, and whether anything of it would be lost. Files
//! that they added stay; files of ours that they changed or deleted are replaced only on demand.

use std::collections::BTreeSet;

use anyhow::Result;

use super::change::{Changes, Tree, read_tree};
use super::findings;
use super::git::Repository;
use super::message::{KEPT, MARK, TREE};
use super::order::{History, Order};
use super::remote::{Destination, fetch};
use crate::failure::GitTask;
use crate::finding::Findings;

/// How far back the history of a branch is fetched in a shallow repository to find a publication of ours.
const DEEPEN: &str = "--deepen=50";

/// How many commits that carry our mark are looked at: one that somebody amended is not ours any more.
const CANDIDATES: &str = "--max-count=20";

/// Files by which a host knows a domain of one's own. Some hosts commit them when the domain is typed on their pages.
const DOMAIN_FILES: &[&str] = &["CNAME", ".domains"];

/// The branch as it was fetched.
pub(super) struct Branch<'a> {
    pub(super) order: &'a Order,
    pub(super) repository: &'a Repository,
    pub(super) destination: &'a Destination,
    /// `None` for a new branch.
    pub(super) tip: Option<&'a str>,
    /// What it holds.
    pub(super) before: &'a Tree,
}

/// A commit of ours, as it is still there.
struct Publication {
    commit: String,
    /// Files that were not ours then.
    kept: BTreeSet<String>,
}

/// What others did since our last publication, as far as it concerns the next one; in order of path.
#[derive(Debug, Default)]
struct Work {
    /// Files that are not the site's.
    added: Vec<String>,
    /// Files of ours that they changed or deleted, and that the site has.
    changed: Vec<String>,
}

impl Branch<'_> {
    /// Files of others that stay. `None` with a finding if something of theirs would be lost and nobody asked for it.
    /// Their commits stay below ours in any case; a history of a single commit would drop them.
    pub(super) fn choose_kept(&self, named: &Tree, findings: &mut Findings) -> Result<Option<Vec<String>>> {
        let Some(tip) = self.tip else { return Ok(Some(Vec::new())) };
        let forced = self.order.force_with_lease;
        let Some(ours) = self.last_of_ours(tip)? else {
            let (domains, rest) = self.without_ours(named);
            let is_replaced = !rest.is_empty() && !Changes::between(self.before, named).is_empty();
            if is_replaced && !forced {
                findings.push(findings::others::branch_not_ours(self.destination));
                return Ok(None);
            }
            return Ok(Some(domains));
        };
        if self.order.history == History::Single && !forced {
            let others = self.count_of_others(tip)?;
            if others > 0 {
                findings.push(findings::others::history_has_others(self.destination, others));
                return Ok(None);
            }
        }
        let Work { added, mut changed } = self.work_since(&ours, tip, named)?;
        if !changed.is_empty() && !forced {
            findings.push(findings::others::others_changed(self.destination, &changed, tip));
            return Ok(None);
        }
        let (domains, rest): (Vec<_>, Vec<_>) =
            added.into_iter().partition(|path| DOMAIN_FILES.contains(&&**path));
        if !forced {
            if !rest.is_empty() {
                findings.push(findings::others::others_left(&self.destination.place(), &rest));
            }
            return Ok(Some(domains.into_iter().chain(rest).collect()));
        }
        changed.extend(rest);
        changed.sort_unstable();
        if !changed.is_empty() {
            findings.push(findings::others::others_replaced(self.destination, &changed, tip));
        }
        Ok(Some(domains))
    }

    /// Where nothing of ours was ever: the files that a host put there for a domain, and the rest.
    fn without_ours(&self, named: &Tree) -> (Vec<String>, Vec<String>) {
        let (domains, rest): (Vec<_>, Vec<_>) =
            self.before.keys().cloned().partition(|path| DOMAIN_FILES.contains(&&**path));
        (domains.into_iter().filter(|path| !named.contains_key(path)).collect(), rest)
    }

    fn work_since(&self, ours: &Publication, tip: &str, named: &Tree) -> Result<Work> {
        let base =
            if ours.commit == tip { None } else { Some(read_tree(self.repository, Some(&ours.commit))?) };
        let base = base.as_ref().unwrap_or(self.before);
        let is_ours = |path: &str| !ours.kept.contains(path);
        let mut work = Work::default();
        for (path, there) in self.before {
            let is_as_we_left_it = base.get(path) == Some(there) && is_ours(path);
            match named.get(path) {
                _ if is_as_we_left_it => {}
                Some(next) if next == there => {}
                Some(_) if self.names_the_same_domain(path, there)? => {}
                Some(_) => work.changed.push(path.clone()),
                None => work.added.push(path.clone()),
            }
        }
        let deleted = base.keys().filter(|path| !self.before.contains_key(*path) && is_ours(path));
        work.changed.extend(deleted.filter(|path| named.contains_key(*path)).cloned());
        work.changed.sort_unstable();
        Ok(work)
    }

    /// True for a file for a domain that says what the site's says, but for the end of its line.
    fn names_the_same_domain(&self, path: &str, there: &str) -> Result<bool> {
        if !DOMAIN_FILES.contains(&path) {
            return Ok(false);
        }
        let there = self.repository.git(&["cat-file", "blob", there]).line(GitTask::ReadBranchFile)?;
        #[expect(clippy::disallowed_methods, reason = "publish is a door: it reads what is published")]
        let next = std::fs::read_to_string(self.order.output.join(path)).unwrap_or_default();
        Ok(there.trim() == next.trim())
    }

    fn count_of_others(&self, tip: &str) -> Result<usize> {
        let grep = format!("--grep={MARK}");
        let others = ["rev-list", "--count", "--fixed-strings", &grep, "--invert-grep", tip];
        // A count that makes no sense is no leave to drop anything.
        Ok(self.repository.git(&others).line(GitTask::CountCommits)?.parse().unwrap_or(1))
    }

    fn last_of_ours(&self, tip: &str) -> Result<Option<Publication>> {
        let ours = self.find_ours(tip)?;
        if ours.is_some() || !self.repository.is_shallow()? {
            return Ok(ours);
        }
        fetch(self.repository, self.destination, Some(DEEPEN))?;
        self.find_ours(tip)
    }

    fn find_ours(&self, tip: &str) -> Result<Option<Publication>> {
        let grep = format!("--grep={MARK}");
        let commits = ["rev-list", CANDIDATES, "--fixed-strings", &grep, tip];
        let commits = self.repository.git(&commits).line(GitTask::ReadHistory)?;
        for commit in commits.lines() {
            let told = ["show", "--no-patch", "--format=%T%n%B", commit];
            let told = self.repository.git(&told).line(GitTask::ReadHistory)?;
            let mut lines = told.lines();
            let tree = lines.next().unwrap_or_default();
            let is_as_we_made_it =
                lines.clone().filter_map(|line| line.strip_prefix(TREE)).all(|said| said == tree);
            if is_as_we_made_it {
                let kept = lines.filter_map(|line| line.strip_prefix(KEPT)).map(str::to_owned).collect();
                return Ok(Some(Publication { commit: commit.to_owned(), kept }));
            }
        }
        Ok(None)
    }
}

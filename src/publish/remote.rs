//! The other side: where to, what stands there, whether it may be replaced, and the push itself.

use std::path::Path;
use std::process::Output;

use anyhow::Result;

use super::findings;
use super::git::{Repository, local_path, names_a_place, quoted, refusal};
use super::order::{History, Order};
use crate::failure::GitTask;
use crate::finding::{Finding, Findings, shown_address};

/// A branch of another repository.
#[derive(Debug)]
pub(super) struct Destination {
    /// As git takes it: a remote's name or an address.
    to: String,
    /// As people may see it.
    pub(super) shown: String,
    pub(super) branch: String,
    /// True if it is one of the site's own remotes, so that its branches are those of the sources.
    pub(super) holds_the_sources: bool,
    /// Our own note of the tip, in the site's repository; keeps what was fetched from being fetched again.
    note: String,
}

impl Destination {
    /// `None`: the repository has no such remote.
    pub(super) fn of(
        order: &Order,
        repository: &Repository,
        findings: &mut Findings,
    ) -> Result<Option<Self>> {
        let remotes = repository.git(&["remote"]).line(GitTask::ListRemotes)?;
        let address_of =
            |remote: &str| repository.git(&["remote", "get-url", "--", remote]).line(GitTask::ReadRemote);
        let is_remote = remotes.lines().any(|remote| remote == order.to);
        if !is_remote && !names_a_place(order) {
            findings.push(findings::repository::no_remote(&order.to, &remotes.lines().collect::<Vec<_>>()));
            return Ok(None);
        }
        // git would start a path from the top of the repository, not from where it was typed.
        let to = match local_path(&order.to, &order.folder).filter(|_| !is_remote) {
            Some(path) => path.to_string_lossy().into_owned(),
            None => order.to.clone(),
        };
        let address = if is_remote { address_of(&to)? } else { to.clone() };
        let top = repository.top();
        let mut holds_the_sources =
            is_remote || top.is_some_and(|top| is_same(&top.to_string_lossy(), &address, top));
        for remote in remotes.lines() {
            holds_the_sources |= is_same(&address_of(remote)?, &address, top.unwrap_or(&order.folder));
        }
        let hash = blake3::hash(address.as_bytes()).to_hex();
        Ok(Some(Self {
            shown: if is_remote { order.to.clone() } else { shown_address(&order.to) },
            to,
            branch: order.branch.clone(),
            holds_the_sources,
            note: format!("refs/etalase/{}/{}", &hash[..16], order.branch),
        }))
    }

    /// `origin/gh-pages`, the place of findings.
    pub(super) fn place(&self) -> String {
        format!("{}/{}", self.shown.trim_end_matches('/'), self.branch)
    }

    /// The branch as git names it among all references.
    pub(super) fn full_branch(&self) -> String {
        format!("refs/heads/{}", self.branch)
    }
}

/// True if two addresses are of one repository; those that are paths start from `from`.
fn is_same(one: &str, other: &str, from: &Path) -> bool {
    let real = |address: &str| local_path(address, from).and_then(|path| path.canonicalize().ok());
    one == other || real(one).is_some_and(|one| real(other) == Some(one))
}

/// What stands on the branch.
pub(super) enum Tip {
    /// Nothing: there is no such branch yet.
    NewBranch,
    /// This commit, which has been fetched.
    At(String),
    /// Unknown; a finding says why.
    OutOfReach,
}

impl Tip {
    /// The commit.
    pub(super) fn commit(&self) -> Option<&str> {
        match self {
            Self::At(commit) => Some(commit),
            Self::NewBranch | Self::OutOfReach => None,
        }
    }
}

/// Asks for the branch's tip and fetches it.
pub(super) fn fetch_tip(
    order: &Order,
    repository: &Repository,
    destination: &Destination,
    findings: &mut Findings,
) -> Result<Tip> {
    let branch = destination.full_branch();
    let ask = repository.git(&["ls-remote", "--", &destination.to, &branch]);
    // Nobody knows how long somebody takes to find a password.
    let Some(answer) =
        (if order.interactive { Some(ask.run()?) } else { ask.run_within(order.git.patience)? })
    else {
        findings.push(findings::remote::remote_silent(destination, order.git.patience));
        return Ok(Tip::OutOfReach);
    };
    if !answer.status.success() {
        return out_of_reach(&answer, destination, GitTask::Ask, findings);
    }
    let answer = String::from_utf8_lossy(&answer.stdout).into_owned();
    let Some(tip) = answer.lines().find_map(|line| line.strip_suffix(&branch)?.strip_suffix('\t')) else {
        return Ok(Tip::NewBranch);
    };
    if noted_tip(repository, destination)?.as_deref() != Some(tip) {
        let depth = if repository.is_shallow()? { Some("--depth=1") } else { None };
        let answer = fetch(repository, destination, depth)?;
        if !answer.status.success() {
            return out_of_reach(&answer, destination, GitTask::Fetch, findings);
        }
        let is_here = repository.git(&["cat-file", "-e", &format!("{tip}^{{tree}}")]).run()?.status.success();
        if !is_here {
            findings.push(findings::remote::diverged(destination));
            return Ok(Tip::OutOfReach);
        }
        note_tip(repository, destination, tip);
    }
    Ok(Tip::At(tip.to_owned()))
}

pub(super) fn fetch(
    repository: &Repository,
    destination: &Destination,
    depth: Option<&str>,
) -> Result<Output> {
    let branch = destination.full_branch();
    let mut arguments =
        vec!["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--recurse-submodules=no"];
    arguments.extend(depth);
    arguments.extend(["--", &destination.to, &branch]);
    repository.git(&arguments).run()
}

fn noted_tip(repository: &Repository, destination: &Destination) -> Result<Option<String>> {
    let answer = repository.git(&["rev-parse", "--verify", "--quiet", &destination.note]).run()?;
    Ok(answer.status.success().then(|| String::from_utf8_lossy(&answer.stdout).trim_end().to_owned()))
}

/// Only saves work the next time: that it fails is no reason to stop.
fn note_tip(repository: &Repository, destination: &Destination, tip: &str) {
    drop(repository.git(&["update-ref", &destination.note, tip]).run());
}

fn out_of_reach(
    answer: &Output,
    destination: &Destination,
    task: fn(String) -> GitTask,
    findings: &mut Findings,
) -> Result<Tip> {
    match access_fault(&String::from_utf8_lossy(&answer.stderr), destination) {
        Some(finding) => {
            findings.push(finding);
            Ok(Tip::OutOfReach)
        }
        None => Err(refusal(task(destination.shown.clone()), &answer.stderr)),
    }
}

/// True if a commit has one before it. In a shallow repository the past may be unknown, and is left alone.
pub(super) fn has_past(repository: &Repository, tip: &str) -> Result<bool> {
    let count = repository.git(&["rev-list", "--count", "--max-count=2", tip]).line(GitTask::CountCommits)?;
    Ok(count == "2")
}

/// What came of a push.
pub(super) enum Push {
    /// The branch stands at our commit.
    Done,
    /// The branch moved since it was fetched.
    Outrun,
    /// The other side, or a hook on this one, said no.
    Refused(Box<Finding>),
}

/// Moves the remote's branch to the commit, in one step or not at all.
pub(super) fn push(
    order: &Order,
    repository: &Repository,
    destination: &Destination,
    tip: Option<&str>,
    commit: &str,
) -> Result<Push> {
    let refspec = format!("{commit}:{}", destination.full_branch());
    let lease = tip
        .filter(|_| order.force_with_lease || order.history == History::Single)
        .map(|tip| format!("--force-with-lease={}:{tip}", destination.full_branch()));
    let mut arguments = vec!["push", "--porcelain", "--recurse-submodules=no"];
    arguments.extend(lease.as_deref());
    arguments.extend(["--", &destination.to, &refspec]);
    let answer = repository.git(&arguments).run()?;
    if answer.status.success() {
        note_tip(repository, destination, commit);
        return Ok(Push::Done);
    }
    let stderr = String::from_utf8_lossy(&answer.stderr);
    match judge_push(&String::from_utf8_lossy(&answer.stdout), &stderr, destination) {
        Some(push) => Ok(push),
        None => Err(refusal(GitTask::Push(destination.shown.clone()), &answer.stderr)),
    }
}

/// From what `git push --porcelain` printed; `None` if it says nothing that is known.
fn judge_push(stdout: &str, stderr: &str, destination: &Destination) -> Option<Push> {
    let refused = |finding| Some(Push::Refused(Box::new(finding)));
    let Some(verdict) = stdout.lines().find(|line| line.starts_with('!')) else {
        return match access_fault(stderr, destination) {
            Some(finding) => refused(finding),
            // The other side was never asked, so a hook on this side ended the push.
            None if stderr.contains("failed to push some refs") => {
                refused(findings::remote::own_hook_refused(destination, &words_of(stderr, "")))
            }
            None => None,
        };
    };
    let any = |words: &[&str]| words.iter().any(|word| verdict.contains(word));
    if any(&["[rejected]", "cannot lock ref", "failed to update ref", "incorrect old value"]) {
        return Some(Push::Outrun);
    }
    if any(&["currently checked out"]) {
        return refused(findings::remote::branch_checked_out(destination));
    }
    if ["No space left on device", "Disk quota exceeded"].iter().any(|words| stderr.contains(words)) {
        return refused(findings::remote::remote_full(destination));
    }
    if any(&["unpacker error", "permission"]) {
        return refused(findings::remote::remote_denied(destination));
    }
    refused(findings::remote::hook_refused(destination, &words_of(stderr, "remote:")))
}

/// Up to three lines with words in them that begin so, as one.
fn words_of(stderr: &str, beginning: &str) -> String {
    let lines: Vec<String> = stderr
        .lines()
        .filter_map(|line| line.strip_prefix(beginning))
        .map(str::trim)
        .filter(|line| line.contains(char::is_alphabetic) && !line.starts_with("error: failed to push"))
        .take(3)
        .map(quoted)
        .collect();
    lines.join(" / ")
}

/// Known reasons why a remote cannot be read or written, from git's words in English.
fn access_fault(stderr: &str, destination: &Destination) -> Option<Finding> {
    let any = |words: &[&str]| words.iter().any(|word| stderr.contains(word));
    if any(&[
        "Could not resolve host",
        "Could not resolve hostname",
        "Connection refused",
        "Connection timed out",
        "Operation timed out",
        "Network is unreachable",
        "No route to host",
        "Failed to connect",
        "early EOF",
        "Connection reset",
    ]) {
        return Some(findings::remote::remote_unreachable(destination));
    }
    if any(&[
        "Authentication failed",
        "Permission denied",
        "could not read Username",
        "could not read Password",
        "terminal prompts disabled",
        "Host key verification failed",
        "error: 403",
        "error: 401",
        "denied to",
        "access denied",
        "Access denied",
        "not allowed to push",
        "Repository not found",
        "repository not found",
        "insufficient permission",
    ]) {
        return Some(findings::remote::remote_denied(destination));
    }
    if any(&["does not appear to be a git repository", "does not exist", "not found"]) {
        return Some(findings::remote::remote_not_found(destination));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn destination() -> Destination {
        Destination {
            to: "origin".into(),
            shown: "origin".into(),
            branch: "gh-pages".into(),
            holds_the_sources: true,
            note: String::new(),
        }
    }

    fn code(push: Option<Push>) -> String {
        match push {
            None => "unknown".to_owned(),
            Some(Push::Done) => "done".to_owned(),
            Some(Push::Outrun) => "outrun".to_owned(),
            Some(Push::Refused(finding)) => finding.code.into_owned(),
        }
    }

    #[test]
    fn tells_the_reasons_of_a_failed_push_apart() {
        let line = |reason: &str| format!("To x\n!\taa:refs/heads/gh-pages\t{reason}\nDone\n");
        for (reason, expected) in [
            ("[rejected] (fetch first)", "outrun"),
            ("[rejected] (stale info)", "outrun"),
            ("[remote rejected] (cannot lock ref 'refs/heads/gh-pages')", "outrun"),
            ("[remote rejected] (pre-receive hook declined)", "hook-refused"),
            ("[remote rejected] (branch is currently checked out)", "branch-checked-out"),
            ("[remote rejected] (unpacker error)", "remote-denied"),
        ] {
            assert_eq!(code(judge_push(&line(reason), "", &destination())), expected, "{reason}");
        }
        let said = "remote: fatal: write error: No space left on device\n";
        let full = judge_push(&line("[remote rejected] (unpacker error)"), said, &destination());
        assert_eq!(code(full), "remote-full");
        let no_line = "error: failed to push some refs to 'x'";
        assert_eq!(code(judge_push("", no_line, &destination())), "own-hook-refused");
        assert_eq!(code(judge_push("", "fatal: something new", &destination())), "unknown");
    }

    #[test]
    fn quotes_what_the_host_said() {
        let said =
            "remote: \nremote: GH006: Protected branch update failed.        \nremote: ----\nerror: x\n";
        assert_eq!(words_of(said, "remote:"), "GH006: Protected branch update failed.");
        let said = "remote: lihat https://kas:rahasia@x.id/a?token=rahasia\n";
        assert_eq!(words_of(said, "remote:"), "lihat https://x.id/a?…");
    }

    #[test]
    fn tells_the_reasons_of_a_silent_remote_apart() {
        for (said, expected) in [
            ("fatal: unable to access 'https://x/': Could not resolve host: x", "remote-unreachable"),
            ("ssh: connect to host x port 22: Connection timed out", "remote-unreachable"),
            ("fatal: could not read Username for 'https://x': terminal prompts disabled", "remote-denied"),
            ("git@x: Permission denied (publickey).", "remote-denied"),
            ("fatal: '/x' does not appear to be a git repository", "remote-not-found"),
        ] {
            assert_eq!(access_fault(said, &destination()).map(|finding| finding.code), Some(expected.into()));
        }
    }
}

//! Which branches may be published to.

use anyhow::Result;

use super::findings;
use super::git::Repository;
use super::order::Order;
use super::remote::Destination;
use crate::finding::Findings;

/// Longest name of a branch in bytes: file systems end at 255, some hosts a little before.
const MOST_BYTES: usize = 200;

/// A name that git accepts, and not the branch that the sources are on.
pub(super) fn branch_is_fit(
    order: &Order,
    repository: &Repository,
    destination: &Destination,
    findings: &mut Findings,
) -> Result<bool> {
    let branch = destination.full_branch();
    let well_formed =
        is_fit_name(&order.branch) && repository.git(&["check-ref-format", &branch]).run()?.status.success();
    if !well_formed {
        findings.push(findings::repository::branch_name_bad(&order.branch));
        return Ok(false);
    }
    let head = repository.git(&["symbolic-ref", "--quiet", "HEAD"]).run()?;
    let is_source =
        destination.holds_the_sources && String::from_utf8_lossy(&head.stdout).trim_end() == branch;
    if is_source && repository.is_the_sites_own() {
        findings.push(findings::repository::branch_is_source(destination));
        return Ok(false);
    }
    Ok(true)
}

/// False for what git would take for something else than a branch of this name: an option, a commit, a reference that
/// it keeps for itself. It would make `refs/heads/HEAD` without a word, which no host serves.
fn is_fit_name(name: &str) -> bool {
    let is_reference = name == "@" || name == "HEAD" || name.ends_with("_HEAD") || name.starts_with("refs/");
    let is_commit = matches!(name.len(), 40 | 64) && name.bytes().all(|byte| byte.is_ascii_hexdigit());
    !name.starts_with('-') && name.len() <= MOST_BYTES && !is_reference && !is_commit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_git_takes_for_something_else_is_no_branch() {
        let (long, commit) = ("x".repeat(MOST_BYTES + 1), "0a".repeat(20));
        for name in ["HEAD", "@", "FETCH_HEAD", "refs/heads/gh-pages", "refs/x", "-f", &long, &commit] {
            assert!(!is_fit_name(name), "{name}");
        }
        for name in ["gh-pages", "head", "HEADER", "situs/refs", "a@b", &"x".repeat(MOST_BYTES)] {
            assert!(is_fit_name(name), "{name}");
        }
    }
}

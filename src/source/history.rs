//! What the site's git history knows: when a cooperative's folder was last changed, asked once for a site, and what
//! its profile said before.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use crate::model::Date;

/// Commits that are looked at for an earlier version of a profile: the last may hold the present one.
const VERSIONS: &str = "2";

/// What a cooperative's profile said before it said `now`: the latest committed version that differs. `None` without
/// git, outside of a repository, or where no commit has one.
pub(super) fn committed_before(site: &Path, folder: &str, now: &str) -> Option<String> {
    let path = format!("content/{folder}/profil.yaml");
    let commits = git(site, &["log", "--max-count", VERSIONS, "--format=%H", "--", &path])?;
    let mut versions =
        commits.lines().filter_map(|commit| git(site, &["show", &format!("{commit}:./{path}")]));
    versions.find(|text| text != now)
}

/// What git prints in a folder; `None` if there is no git, or it fails.
fn git(site: &Path, arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").arg("-C").arg(site).args(arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Days of the last commits that touched folders of `content/`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    last: BTreeMap<String, Date>,
}

impl History {
    /// Of the site in a folder. Empty without git, outside of a repository, and in a shallow clone, whose oldest
    /// commit seems to have touched everything.
    pub(super) fn read(site: &Path) -> Self {
        let is_whole = git(site, &["rev-parse", "--is-shallow-repository"])
            .is_some_and(|answer| answer.trim() == "false");
        if !is_whole {
            return Self::default();
        }
        let log = ["-c", "core.quotePath=false", "log", "--format=%x00%cs", "--name-only", "--relative"];
        git(site, &[&log[..], &["--", "content"]].concat())
            .map_or_else(Self::default, |text| Self::parse(&text))
    }

    /// The day of the last commit that touched a cooperative's folder.
    pub fn last_commit(&self, folder: &str) -> Option<Date> {
        self.last.get(folder).copied()
    }

    /// From a log, latest commit first: a line with NUL and the day, then the paths of that commit.
    fn parse(log: &str) -> Self {
        let mut last = BTreeMap::new();
        let mut day: Option<Date> = None;
        for line in log.lines() {
            if let Some(typed) = line.strip_prefix('\0') {
                day = typed.parse().ok();
            } else if let Some(day) = day
                && let Some(folder) = line.strip_prefix("content/").and_then(|path| path.split('/').next())
            {
                last.entry(folder.to_owned()).or_insert(day);
            }
        }
        Self { last }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_commit_of_each_folder_counts() {
        let log = "\u{0}2026-11-20\n\ncontent/a/profil.yaml\n\u{0}2026-01-02\n\ncontent/a/foto/x.jpg\n\
                   content/b/profil.yaml\nREADME.md\n";
        let history = History::parse(log);
        assert_eq!(history.last_commit("a"), "2026-11-20".parse().ok());
        assert_eq!(history.last_commit("b"), "2026-01-02".parse().ok());
        assert_eq!(history.last_commit("c"), None);
    }
}

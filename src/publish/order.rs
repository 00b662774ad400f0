//! What is asked of a publication, and how far it is.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use crate::finding::{MessageLanguage, shown_address};

/// What is to be published, and where to.
#[derive(Debug, Clone)]
pub struct Order {
    /// The site's folder: where `etalase.yaml` lies.
    pub site: PathBuf,
    /// The folder that `build` wrote.
    pub output: PathBuf,
    /// Name of a remote, the address or path of any other repository, or the path of a plain folder.
    pub to: String,
    /// The folder that a path in `to` starts from.
    pub folder: PathBuf,
    /// Branch that the host serves.
    pub branch: String,
    /// Whether earlier publications stay in the branch's history.
    pub history: History,
    /// Replaces what others put on the branch, if it still is as it was just fetched, or in the folder.
    pub force_with_lease: bool,
    /// Works out what would change, and stops there.
    pub dry_run: bool,
    /// Somebody is there to type a password.
    pub interactive: bool,
    /// What was changed, in words for the commit's message, a line each.
    pub words: Option<String>,
    /// Language of the commit's message.
    pub language: MessageLanguage,
    /// The git to call.
    pub git: GitProgram,
}

impl Order {
    /// Where to, as people may see it: `origin/gh-pages`, or a folder.
    pub(crate) fn place(&self) -> String {
        let to = shown_address(&self.to);
        if self.branch.is_empty() { to } else { format!("{to}/{}", self.branch) }
    }
}

/// Which git, and what it is told through its environment besides what it inherits.
#[derive(Debug, Clone)]
pub struct GitProgram {
    /// Name or path of the program.
    pub program: OsString,
    /// Variables added to the inherited ones.
    pub environment: Vec<(OsString, OsString)>,
    /// How long the other side may take to say what it has, where nobody is there to type a password.
    pub patience: Duration,
}

impl Default for GitProgram {
    fn default() -> Self {
        Self { program: "git".into(), environment: Vec::new(), patience: Duration::from_mins(2) }
    }
}

/// What becomes of the publications before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum History {
    /// They stay: the new commit stands on the one fetched.
    #[default]
    Kept,
    /// The branch holds a single commit without a past, so that a repository with many photos stays small.
    Single,
}

/// How far a publication is; for a progress line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Asking the remote for what it has.
    Fetching,
    /// Reading this many files of the site.
    Reading(usize),
    /// Writing this many new contents.
    Writing(usize),
    /// Sending to the remote.
    Pushing,
}

//! The door to git: commits the built site to a branch of a remote and pushes it, by calling `git` itself; a folder
//! without a repository becomes a plain copy. Touches neither the working tree nor the index of the site's own
//! repository, and builds nothing: what lies in the output folder is what gets published. Can be deleted without
//! touching a build.
//!
//! The way of a publication, each step harmless to be killed in: ask the remote for its tip, fetch it,
//! name every file's content, compare with the tip, write what is new as one pack, make tree and commit
//! from an index in a temporary folder, push. The remote's branch moves in one step or not at all. What others put on
//! the branch stays there; what they changed of ours is never replaced unasked.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::Result;

use crate::finding::{Findings, MessageLanguage};

mod change;
mod commit;
mod files;
mod findings;
mod folder;
mod git;
mod others;
mod remote;

pub use change::Changes;
pub use files::Counts;

use commit::Draft;
use git::Repository;
use others::Branch;
use remote::{Destination, Push, Tip};

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
    /// Language of the commit's message.
    pub language: MessageLanguage,
    /// The git to call.
    pub git: GitProgram,
}

/// Which git, and what it is told through its environment besides what it inherits.
#[derive(Debug, Clone)]
pub struct GitProgram {
    /// Name or path of the program.
    pub program: OsString,
    /// Variables added to the inherited ones.
    pub environment: Vec<(OsString, OsString)>,
}

impl Default for GitProgram {
    fn default() -> Self {
        Self { program: "git".into(), environment: Vec::new() }
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

/// What a publication came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// How it ended.
    pub state: State,
    /// Where to, without any password that its address may hold.
    pub to: String,
    /// The branch; none in a plain folder.
    pub branch: Option<String>,
    /// What the site consists of.
    pub counts: Counts,
    /// What differs from what was published before.
    pub changes: Changes,
}

/// How a publication ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// The branch already holds exactly these files.
    Unchanged,
    /// A dry run: this would have been pushed.
    WouldPublish,
    /// Pushed; the commit's name.
    Published(String),
    /// Written into a plain folder.
    Copied,
}

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

//! What a publication came to.

use super::change::Changes;
use super::files::Counts;

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

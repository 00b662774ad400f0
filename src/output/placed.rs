//! What lies in an output folder, for those who write nothing there.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::ledger::Before;
use super::manifest::{LEDGER, STATE_FOLDER};
use crate::plan::SitePath;

/// The files in an output folder that somebody else put there, read when the first is asked for.
#[derive(Debug)]
pub(crate) struct Placed {
    root: PathBuf,
    ours: OnceLock<Before>,
}

impl Placed {
    /// Of an output folder, whether it is there or not.
    pub(crate) fn in_output(root: &Path) -> Self {
        Self { root: root.to_owned(), ours: OnceLock::new() }
    }

    /// True for a file that is there and that no build wrote.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.root.join(path).is_file() && !self.ours().owns(path)
    }

    /// The text of a file that an earlier build wrote.
    pub(crate) fn text_of(&self, path: &SitePath) -> Option<String> {
        let path = path.as_str();
        self.ours().owns(path).then(|| fs::read_to_string(self.root.join(path)).ok()).flatten()
    }

    fn ours(&self) -> &Before {
        let state_folder = self.root.join(STATE_FOLDER);
        let read = || Before::read(&state_folder.join(LEDGER), &state_folder.join("journal"));
        self.ours.get_or_init(read)
    }
}

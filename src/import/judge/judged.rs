//! What became of a cell.

use crate::finding::Finding;

/// A cell as text that the readers of profiles read, and what is to be said of it.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::import) struct Judged {
    /// `None` where it is lost.
    pub(in crate::import) text: Option<String>,
    pub(in crate::import) remark: Option<Finding>,
    /// True if the text is only what was probably meant: to be taken when the person says so, else the remark is an
    /// error.
    pub(in crate::import) is_proposal: bool,
}

impl Judged {
    /// As it stands there.
    pub(super) fn taken(text: impl Into<String>) -> Self {
        Self { text: Some(text.into()), remark: None, is_proposal: false }
    }

    /// What was certainly meant.
    pub(super) fn mended(text: impl Into<String>, remark: Finding) -> Self {
        Self { text: Some(text.into()), remark: Some(remark), is_proposal: false }
    }

    /// What was probably meant.
    pub(super) fn proposed(text: impl Into<String>, remark: Finding) -> Self {
        Self { text: Some(text.into()), remark: Some(remark), is_proposal: true }
    }

    /// Nobody can tell what was meant.
    pub(super) fn lost(remark: Finding) -> Self {
        Self { text: None, remark: Some(remark), is_proposal: false }
    }
}

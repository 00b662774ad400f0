//! Forms carry no parser of Markdown: its links and stars are told by `check`, which only ever warns of them.

use std::ops::Range;

/// A link as it was written.
pub(crate) struct Link {
    /// Where it leads.
    pub(crate) address: String,
    /// Bytes of the text that it takes.
    pub(crate) at: Range<usize>,
    /// False if only its words are shown.
    pub(crate) is_kept: bool,
}

/// None that is known.
pub(crate) fn links(_: &str) -> Vec<Link> {
    Vec::new()
}

/// None that is known.
pub(crate) fn phrase_between_stars(_: &str) -> Option<Range<usize>> {
    None
}

/// The text as it stands.
pub(crate) fn to_plain(markdown: &str) -> String {
    markdown.to_owned()
}

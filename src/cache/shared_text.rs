//! A part of a large text that is read once and handed on as it stands: kept without a copy, for as long as anybody has
//! a part of it.

use std::ops::{Deref, Range};
use std::sync::Arc;

/// A part of a text, or a text of its own.
#[derive(Debug, Clone)]
pub(crate) struct SharedText {
    whole: Arc<String>,
    part: Range<usize>,
}

impl SharedText {
    /// Some bytes of a text, from one character's beginning to another's.
    pub(super) fn part_of(whole: &Arc<String>, part: Range<usize>) -> Self {
        Self { whole: Arc::clone(whole), part }
    }
}

impl Deref for SharedText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.whole[self.part.clone()]
    }
}

impl From<String> for SharedText {
    fn from(text: String) -> Self {
        Self { part: 0..text.len(), whole: Arc::new(text) }
    }
}

impl PartialEq for SharedText {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for SharedText {}

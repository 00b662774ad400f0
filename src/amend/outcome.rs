//! What came of an edit.

use super::prove::Place;
use crate::finding::Span;

/// A profile with the wanted values in it.
#[derive(Debug)]
pub struct Amended {
    /// The whole new text.
    pub text: String,
    /// What is different, in the order of the profile.
    pub changes: Vec<Change>,
    /// Items of lists that only the profile has; they are still there.
    pub left: Vec<Left>,
    pub(super) origins: Vec<(Place, Place, Span)>,
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// `produk[3].harga`; items are counted from 1.
    pub path: String,
    /// What the items around it are called: `Susu rasa, Cokelat`.
    pub item: Option<String>,
    /// As it was typed; `None` for what was not there.
    pub before: Option<String>,
    /// As it is written now; `None` for what was removed.
    pub after: Option<String>,
    /// Its line in the new text, from 1; 0 for what was removed.
    pub line: u32,
}

/// An item of a list that is not wanted, but was not removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// `produk[3]`; with this it can be removed.
    pub path: String,
    /// What it is called.
    pub item: Option<String>,
    /// As it stands in the file.
    pub text: String,
    /// Its line in the old text, from 1.
    pub line: u32,
}

impl Amended {
    /// Where the value, or the key, at a place of the new text was wanted; `None` for what is the profile's own. So
    /// that what is wrong with it is told where a person can mend it.
    pub fn origin(&self, line: u32, column: u32) -> Option<&Span> {
        let at = (line, column);
        self.origins.iter().find(|(from, to, _)| *from <= at && at < *to).map(|(.., origin)| origin)
    }

    /// Where the values on a line of the new text were wanted.
    pub(crate) fn origins_on(&self, line: u32) -> impl Iterator<Item = &Span> {
        self.origins.iter().filter(move |(from, ..)| from.0 == line).map(|(.., origin)| origin)
    }
}

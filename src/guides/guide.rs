//! What guides are once they are read.

use std::collections::BTreeMap;

use super::picture::Picture;
use crate::model::Language;

/// Everything that a portal publishes of its guides.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Guides {
    /// In the order of `etalase.yaml`; none is empty.
    pub(crate) groups: Vec<Group>,
    /// Pictures that guides show, by path from the site's folder.
    pub(crate) pictures: BTreeMap<String, Picture>,
}

/// Guides that stand together.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Group {
    pub(crate) title: String,
    /// Their language, if it is not that of the portal's pages.
    pub(crate) language: Option<Language>,
    pub(crate) guides: Vec<Guide>,
}

/// One guide.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Guide {
    pub(crate) title: String,
    /// Its first sentence; empty if it has none.
    pub(crate) summary: String,
    /// Its pages, at least one.
    pub(crate) chapters: Vec<Chapter>,
}

/// One page of a guide.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Chapter {
    /// Folder below the site's root: `panduan/mulai/`.
    pub(crate) address: String,
    pub(crate) title: String,
    pub(crate) html: String,
    /// Its headings: anchor and words.
    pub(crate) headings: Vec<(String, String)>,
    /// What is searched.
    pub(crate) passages: Vec<Passage>,
}

/// What stands below one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Passage {
    /// Anchor on its page; empty at the top of the page.
    pub(crate) anchor: String,
    pub(crate) heading: String,
    /// Its words, on one line, without code.
    pub(crate) words: String,
}

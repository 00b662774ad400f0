//! Which guides a portal publishes.

use crate::finding::Located;
use crate::model::Language;

/// Guides that stand together, as `etalase.yaml` names them. Whether a file is there is not known yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuideGroup {
    /// Title of the group.
    pub title: String,
    /// Language of its guides, if it is not the default one of the site.
    pub language: Option<Language>,
    /// Paths of Markdown files as they were typed, from the site's folder, with their places.
    pub files: Vec<Located<String>>,
}

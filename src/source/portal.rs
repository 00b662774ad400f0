//! What the office that runs a portal has written.

use std::sync::Arc;

use super::folder::TextFile;
use crate::finding::SourceFile;

/// The office's own texts; all may be absent.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PortalFiles {
    /// `content/_agenda/*.yaml`, in order of name.
    pub events: Vec<Arc<SourceFile>>,
    /// `content/_muda/*.md`, in order of name.
    pub youth_pages: Vec<TextFile>,
    /// `content/_muda/kuis.yaml`, the role quiz.
    pub quiz: Option<Arc<SourceFile>>,
}

//! A piece of a file that holds YAML.

use std::sync::Arc;

use crate::finding::SourceFile;
use crate::keys::Section;

/// A piece of a file that holds YAML: all of a profile, the front matter of a story.
#[derive(Clone, Copy)]
pub(crate) struct Source<'a> {
    /// The file.
    pub(crate) file: &'a Arc<SourceFile>,
    /// The keys that belong there.
    pub(crate) section: &'static Section,
    /// The YAML in it.
    pub(crate) text: &'a str,
    /// Lines of the file before that text.
    pub(crate) lines_before: u32,
    /// Deepest nesting.
    pub(crate) depth: usize,
}

impl<'a> Source<'a> {
    /// A file that is YAML from its first to its last line, with or without a byte order mark.
    pub(crate) fn whole(file: &'a Arc<SourceFile>, section: &'static Section, depth: usize) -> Self {
        let text = file.text.strip_prefix('\u{feff}').unwrap_or(&file.text);
        Self { file, section, text, lines_before: 0, depth }
    }

    /// True if there is nothing but white space and comments.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'))
    }
}

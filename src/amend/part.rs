//! Which part of a file holds values: all of a profile, what stands above a story.

use std::sync::Arc;

use super::findings as finding;
use crate::content::{Parted, RULE, Source};
use crate::finding::{Findings, SourceFile, Span};
use crate::keys::Section;

/// Which part of a file holds the values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All of it: a profile, the settings, an event of the office.
    Whole(&'static Section),
    /// What stands between the first two lines of `---`: a story, a page of the youth site.
    FrontMatter(&'static Section),
}

/// The part of a file that holds the values, as a file of its own with the same lines.
pub(super) struct Piece {
    pub(super) file: Arc<SourceFile>,
    /// What stands below it.
    pub(super) rest: String,
}

impl Part {
    fn section(self) -> &'static Section {
        match self {
            Self::Whole(section) | Self::FrontMatter(section) => section,
        }
    }

    /// The part of a file. The `---` above front matter stays: it opens a YAML document, too.
    pub(super) fn of(self, file: &Arc<SourceFile>) -> Result<Piece, Findings> {
        if let Self::Whole(_) = self {
            return Ok(Piece { file: Arc::clone(file), rest: String::new() });
        }
        let parted =
            Parted::of(&file.text).map_err(|_| vec![finding::other_kind(Span::new(file, 1, 1, 1), RULE)])?;
        let rest = format!("{}{}", parted.closing, parted.body);
        Ok(Piece { file: SourceFile::new(file.path.clone(), parted.head), rest })
    }

    pub(super) fn source(self, file: &Arc<SourceFile>, depth: usize) -> Source<'_> {
        Source::whole(file, self.section(), depth)
    }
}

/// A file with front matter whose text below it is another one. `None` for a file without front matter.
pub fn with_body(text: &str, body: &str) -> Option<String> {
    let Parted { head, closing, .. } = Parted::of(text).ok()?;
    let line_end = if closing.ends_with("\r\n") { "\r\n" } else { "\n" };
    let body = body.replace("\r\n", "\n").replace('\n', line_end);
    Some(format!("{head}{}{line_end}{line_end}{}{line_end}", closing.trim_end(), body.trim()))
}

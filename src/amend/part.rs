//! Which part of a file holds values: all of a profile, what stands above a story.

use std::sync::Arc;

use super::findings as finding;
use crate::content::Source;
use crate::finding::{Findings, SourceFile, Span};
use crate::keys::Section;

/// The line that opens and closes front matter.
pub(super) const RULE: &str = "---";

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
        let (front, rest) = front_matter(&file.text)
            .ok_or_else(|| vec![finding::other_kind(Span::new(file, 1, 1, 1), RULE)])?;
        Ok(Piece { file: SourceFile::new(file.path.clone(), front), rest: rest.to_owned() })
    }

    pub(super) fn source(self, file: &Arc<SourceFile>, depth: usize) -> Source<'_> {
        Source::whole(file, self.section(), depth)
    }
}

/// Front matter with the line above it, and everything from the line below it on.
fn front_matter(text: &str) -> Option<(&str, &str)> {
    let is_rule = |line: &str| line.trim_end() == RULE;
    let mut lines = text.split_inclusive('\n');
    let first = lines.next()?;
    if !is_rule(first.strip_prefix('\u{feff}').unwrap_or(first)) {
        return None;
    }
    let mut end = first.len();
    for line in lines {
        if is_rule(line) {
            return Some(text.split_at(end));
        }
        end += line.len();
    }
    None
}

/// A file with front matter whose text below it is another one. `None` for a file without front matter.
pub fn with_body(text: &str, body: &str) -> Option<String> {
    let (front, rest) = front_matter(text)?;
    let rule = rest.split_inclusive('\n').next().unwrap_or(RULE);
    let line_end = if rule.ends_with("\r\n") { "\r\n" } else { "\n" };
    let body = body.replace("\r\n", "\n").replace('\n', line_end);
    Some(format!("{front}{}{line_end}{line_end}{}{line_end}", rule.trim_end(), body.trim()))
}

//! Where something stands: a file, and a line and column in it. Knows no finding.

use std::borrow::Cow;
use std::sync::Arc;

use super::user_info::with_hidden_user_info;

/// A text file that was read, kept so that a finding can show the line it is about.
#[derive(Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Path from the site's folder, with `/` between its parts: `content/kpc/profil.yaml`.
    pub path: String,
    /// The whole text; empty for a photo, a folder or a file that is not text.
    pub text: String,
    /// The first line of the file that is in `text`, from 1.
    first_line: u32,
}

impl SourceFile {
    /// A file with its text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self { path: path.into(), text: text.into(), first_line: 1 })
    }

    /// A file of which only one line is kept; `line` counts from 1.
    pub(super) fn line(path: impl Into<String>, line: u32, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self { path: path.into(), text: text.into(), first_line: line })
    }
}

/// A place in a file. `line` 0 means the file as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The file.
    pub file: Arc<SourceFile>,
    /// Line, from 1; 0 for the file as a whole.
    pub line: u32,
    /// Column, from 1, counted in characters.
    pub column: u32,
    /// How many characters of that line are meant, at least 1.
    pub length: u32,
}

impl Span {
    /// A place in a line.
    pub fn new(file: &Arc<SourceFile>, line: u32, column: u32, length: u32) -> Self {
        Self { file: Arc::clone(file), line, column, length: length.max(1) }
    }

    /// A file as a whole.
    pub fn whole(file: &Arc<SourceFile>) -> Self {
        Self { file: Arc::clone(file), line: 0, column: 0, length: 1 }
    }

    /// A file or folder without text, as a whole.
    pub fn path(path: impl Into<String>) -> Self {
        Self::whole(&SourceFile::new(path, ""))
    }

    /// The same place with no more of its file than the line that is shown.
    pub(crate) fn with_one_line(&self) -> Self {
        let file = self.line_text().map_or_else(
            || SourceFile::new(self.file.path.clone(), ""),
            |text| SourceFile::line(self.file.path.clone(), self.line, text),
        );
        Self { file, ..*self }
    }

    /// The line meant, to be shown: without its line break, and with asterisks for names and passwords in
    /// addresses; `None` for the file as a whole.
    pub fn line_text(&self) -> Option<Cow<'_, str>> {
        let index = usize::try_from(self.line.checked_sub(self.file.first_line)?).ok()?;
        let line = self.file.text.split('\n').nth(index)?;
        Some(with_hidden_user_info(line.trim_end_matches('\r')))
    }
}

/// A value with the place where it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub span: Span,
}

impl<T> Located<T> {
    /// A value at a place.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// Another value at the same place.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Located<U> {
        Located { value: change(self.value), span: self.span }
    }
}

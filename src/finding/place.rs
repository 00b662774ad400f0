//! Where something stands: a file, and a line and column in it, or a cell of a sheet. Knows no finding.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

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
    /// The row of a sheet that was read from the file, in place of a text.
    row: Option<SheetRow>,
    /// Where its lines begin.
    starts: LineStarts,
}

/// Offsets of a text's lines in bytes, found when the first of them is shown: a file may have a thousand findings.
#[derive(Debug, Default)]
struct LineStarts(OnceLock<Vec<usize>>);

impl LineStarts {
    /// A line without its break, from 0; `text` is always the same one.
    fn line<'t>(&self, text: &'t str, index: usize) -> Option<&'t str> {
        let starts = self.0.get_or_init(|| {
            std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1)).collect()
        });
        let end = starts.get(index + 1).map_or(text.len(), |next| next - 1);
        starts.get(index).map(|start| &text[*start..end])
    }
}

/// They follow from the text.
impl PartialEq for LineStarts {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for LineStarts {}

/// One row of a sheet, kept so that a finding can show the cell it is about.
#[derive(Debug, PartialEq, Eq)]
struct SheetRow {
    /// The sheet's name; empty in a file that has but one, without a name.
    sheet: Arc<str>,
    /// Columns, from 1 and ascending, and what stands there.
    cells: Vec<(u32, String)>,
}

impl SourceFile {
    /// A file with its text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self {
            path: path.into(),
            text: text.into(),
            first_line: 1,
            row: None,
            starts: LineStarts::default(),
        })
    }

    /// One row of a sheet in a file: its columns, from 1 and ascending, and what stands there. In a place of it, the
    /// line is the row's number and the column the cell's.
    pub(crate) fn row(path: impl Into<String>, sheet: &Arc<str>, cells: Vec<(u32, String)>) -> Arc<Self> {
        let row = Some(SheetRow { sheet: Arc::clone(sheet), cells });
        Arc::new(Self {
            path: path.into(),
            text: String::new(),
            first_line: 1,
            row,
            starts: LineStarts::default(),
        })
    }

    /// A file of which only one line is kept; `line` counts from 1.
    pub(super) fn line(path: impl Into<String>, line: u32, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self {
            path: path.into(),
            text: text.into(),
            first_line: line,
            row: None,
            starts: LineStarts::default(),
        })
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

    /// The sheet that is meant, empty where it has no name; `None` for a place in a text.
    pub(super) fn sheet(&self) -> Option<&str> {
        self.file.row.as_ref().map(|row| &*row.sheet)
    }

    /// The sheet of the cell that is meant, empty where it has no name, and the cell as people call it, `C12`; `None`
    /// for a place in a text.
    pub(crate) fn cell(&self) -> Option<(&str, String)> {
        Some((self.sheet()?, cell_name(self.column, self.line)))
    }

    /// The line meant, or what stands in the cell meant, to be shown: without its line break, and with asterisks for
    /// names and passwords in addresses; `None` for the file as a whole, and for a line longer than anybody reads: a
    /// finding is kept with its line.
    pub fn line_text(&self) -> Option<Cow<'_, str>> {
        if let Some(row) = &self.file.row {
            let at = row.cells.binary_search_by_key(&self.column, |(column, _)| *column).ok()?;
            return Some(with_hidden_user_info(&row.cells[at].1));
        }
        let index = usize::try_from(self.line.checked_sub(self.file.first_line)?).ok()?;
        let line = self.file.starts.line(&self.file.text, index).filter(|line| line.len() <= MOST_SHOWN)?;
        Some(with_hidden_user_info(line.trim_end_matches('\r')))
    }
}

/// Longest line that is shown, in bytes: a paragraph of a story has a tenth of it.
const MOST_SHOWN: usize = 8_192;

/// A cell as people call it: `C12` for the third column, from 1, of row 12.
pub fn cell_name(column: u32, row: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect::<String>() + &row.to_string()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_shown_as_it_stands_in_the_text() {
        for text in ["", "a", "a\n", "\n", "a\r\nb", "a\n\n\u{e9}\nb\n"] {
            let file = SourceFile::new("a", text);
            for (index, line) in text.split('\n').enumerate() {
                let span = Span::new(&file, to_line(index), 1, 1);
                assert_eq!(span.line_text().as_deref(), Some(line.trim_end_matches('\r')), "{text:?}");
            }
            assert_eq!(Span::new(&file, to_line(text.split('\n').count()), 1, 1).line_text(), None);
        }
    }

    fn to_line(index: usize) -> u32 {
        u32::try_from(index).unwrap() + 1
    }

    #[test]
    fn cells_are_called_as_spreadsheets_call_them() {
        for (column, name) in
            [(1, "A7"), (26, "Z7"), (27, "AA7"), (702, "ZZ7"), (703, "AAA7"), (16_384, "XFD7")]
        {
            assert_eq!(cell_name(column, 7), name);
        }
    }
}

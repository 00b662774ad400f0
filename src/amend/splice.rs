//! Changes of a text at places of it, applied at once.

use std::ops::Range;

use super::layout::Layout;

/// One change: these bytes give way to a text.
#[derive(Debug)]
struct Splice {
    range: Range<usize>,
    with: String,
}

/// All changes of one text.
#[derive(Debug, Default)]
pub(super) struct Splices {
    list: Vec<Splice>,
}

impl Splices {
    /// True if nothing changes.
    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Puts a text in the place of some bytes.
    pub(super) fn replace(&mut self, range: Range<usize>, with: impl Into<String>) {
        self.list.push(Splice { range, with: with.into() });
    }

    /// Puts lines, each with its end, at the start of a line; also behind a last line that has no end.
    pub(super) fn insert_lines(&mut self, at: usize, lines: &str, layout: &Layout<'_>) {
        if at == layout.text.len() && !layout.text.is_empty() && !layout.text.ends_with('\n') {
            self.replace(at..at, format!("\n{}", lines.trim_end_matches('\n')));
        } else {
            self.replace(at..at, lines);
        }
    }

    /// The changed text; line ends that are put in are those of the text. `None` if two changes meet, which none of
    /// ours do.
    pub(super) fn apply(mut self, layout: &Layout<'_>) -> Option<String> {
        // Those of one place stay in the order in which they were made: what belongs deeper comes first.
        self.list.sort_by_key(|splice| (splice.range.start, splice.range.end));
        let mut text = String::with_capacity(layout.text.len() + 256);
        let mut at = 0;
        for Splice { range, with } in &self.list {
            text.push_str(layout.text.get(at..range.start)?);
            text.push_str(&with.replace('\n', layout.line_end()));
            at = range.end;
        }
        text.push_str(layout.text.get(at..)?);
        Some(text)
    }
}

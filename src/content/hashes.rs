//! Comments that were none to whoever typed them.

/// Places where ` #` is followed at once by a letter or digit: to YAML the rest of the line is a comment,
/// to the person who typed `Gang Mawar #5` or `#0f766e` it is not.
pub(super) struct Hashes {
    found: Vec<Hash>,
}

/// One of them, in a line (from 1) that has something before it.
struct Hash {
    line: usize,
    /// Characters before the `#`.
    column: usize,
    /// Bytes of the text before the `#`.
    offset: usize,
}

impl Hashes {
    /// Longest gap between a value and a comment that belongs to it, in characters.
    const MAX_GAP: usize = 40;

    /// Of a text.
    pub(super) fn find(text: &str) -> Self {
        let mut found: Vec<Hash> = Vec::new();
        let (mut line, mut line_start, mut counted) = (1, 0, 0);
        let cuts = |at: &usize| text[at + 1..].starts_with(|c: char| c.is_alphanumeric());
        for offset in text.match_indices(" #").map(|(at, _)| at + 1).filter(cuts) {
            let since = &text[counted..offset];
            line += since.matches('\n').count();
            line_start = since.rfind('\n').map_or(line_start, |at| counted + at + 1);
            counted = offset;
            if found.last().is_some_and(|last| last.line == line) {
                continue;
            }
            let before = &text[line_start..offset];
            if !before.trim_start().is_empty() {
                found.push(Hash { line, column: before.chars().count(), offset });
            }
        }
        Self { found }
    }

    /// The column (from 1) and text of a comment that cuts a value ending at a line and column (from 0).
    pub(super) fn cutting<'t>(&self, text: &'t str, line: usize, column: usize) -> Option<(u32, &'t str)> {
        let index = self.found.binary_search_by_key(&line, |hash| hash.line).ok()?;
        let hash = &self.found[index];
        let gap = hash.column.checked_sub(column).filter(|gap| *gap <= Self::MAX_GAP)?;
        let is_gap = text[..hash.offset].chars().rev().take(gap).all(|c| c == ':' || c.is_whitespace());
        let lost = text[hash.offset..].lines().next().unwrap_or_default().trim_end();
        is_gap.then(|| (u32::try_from(hash.column + 1).unwrap_or(u32::MAX), lost))
    }
}
